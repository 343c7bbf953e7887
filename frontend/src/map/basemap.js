/** Land, borders, rivers, lakes and names from one local file; no tiles, no network. */
import L from "leaflet";
import { feature } from "topojson-client";
import { Names } from "./names.js";

/** From this zoom on rivers, known at 1:50m only, are a broad soft band: the bank is somewhere in it. */
const ROUGH = 9;

/** Layers from the bottom up: part of the file, and how it looks in a theme at a zoom. */
const LAYERS = [
  ["world", (t) => ({ stroke: true, weight: 0.8, color: t.land, fill: true, fillColor: t.land, fillOpacity: 1 })],
  ["region", (t) => ({ stroke: true, weight: 0.8, color: t.land, fill: true, fillColor: t.land, fillOpacity: 1 })],
  ["lakes", (t) => ({ stroke: false, fill: true, fillColor: t.lake, fillOpacity: 1 })],
  ["rivers", (t, zoom) => ({ fill: false, color: t.river, ...(zoom < ROUGH ? { weight: 1.4, opacity: 1 } : { weight: 7, opacity: 0.4 }) })],
  ["worldBorders", (t) => ({ fill: false, color: t.border, weight: 1 })],
  ["regionBorders", (t) => ({ fill: false, color: t.border, weight: 1.3 })],
];

export class Basemap {
  /** @param {L.Map} map @param {string} url of basemap.json, relative to the frame. */
  constructor(map, url) {
    this.map = map;
    this.layers = [];
    this.names = new Names();
    for (const [name, order] of [["land", 150], ["names", 160]]) {
      const pane = map.createPane(name);
      pane.style.zIndex = order;
      pane.style.pointerEvents = "none";
    }
    let rough = false;
    map.on("zoomend", () => {
      if (rough === (map.getZoom() >= ROUGH)) return;
      rough = !rough;
      this.restyle();
    });
    this.ready = fetch(url).then((answer) => answer.json()).then((data) => this.add(data));
  }

  add(data) {
    const renderer = L.canvas({ pane: "land", padding: 0.3 });
    const common = { renderer, pane: "land", interactive: false, smoothFactor: 1 };
    this.layers = LAYERS.map(([part, style]) => {
      const shapes = feature(data[part], data[part].objects.shape);
      const layer = L.geoJSON(shapes, { style: { ...common, ...style(this.theme, this.map.getZoom()) }, interactive: false });
      return [layer.addTo(this.map), style];
    });
    this.names.fill(data.countries, data.cities);
    this.names.addTo(this.map);
  }

  /** @param {import("./theme.js").THEMES["light"]} theme */
  paint(theme) {
    if (theme === this.theme) return;
    this.theme = theme;
    this.map.getContainer().style.background = theme.sea;
    this.restyle();
    this.names.paint(theme);
  }

  restyle() {
    for (const [layer, style] of this.layers) layer.setStyle(style(this.theme, this.map.getZoom()));
  }
}
