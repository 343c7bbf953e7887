/** Names of towns and countries on a canvas: the larger first, none over another, beside a marker and never under it. */
import L from "leaflet";

/** The smallest population named at a zoom; from zoom 11 on every place of the file is. */
const LEAST = [[4, 5e6], [5, 2e6], [6, 7e5], [7, 2e5], [8, 6e4], [9, 2.5e4], [10, 8e3], [11, 1.5e3]];
const least = (zoom) => (LEAST.find(([below]) => zoom < below) ?? [0, 0])[1];
const COUNTRY_ZOOMS = [2, 8];
const LINE = 15;

export const Names = L.Layer.extend({
  initialize() {
    this.countries = [];
    this.cities = [];
    this.markers = []; // {x, y, r} in container pixels, asked for before every drawing
  },

  fill(countries, cities) {
    this.countries = countries;
    this.cities = cities;
  },

  paint(theme) {
    this.theme = theme;
    if (this._map) this.draw();
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create("canvas", "names leaflet-zoom-hide");
    this.canvas.setAttribute("aria-hidden", "true");
    map.getPane("names").appendChild(this.canvas);
    map.on("moveend zoomend resize viewreset markers", this.draw, this);
    this.draw();
  },

  onRemove(map) {
    map.off("moveend zoomend resize viewreset markers", this.draw, this);
    this.canvas.remove();
  },

  draw() {
    const map = this._map;
    const size = map.getSize();
    const sharp = window.devicePixelRatio || 1;
    Object.assign(this.canvas, { width: size.x * sharp, height: size.y * sharp });
    Object.assign(this.canvas.style, { width: `${size.x}px`, height: `${size.y}px` });
    L.DomUtil.setPosition(this.canvas, map.containerPointToLayerPoint([0, 0]));
    const pen = this.canvas.getContext("2d");
    pen.scale(sharp, sharp);
    pen.lineJoin = "round";
    const found = { markers: [] };
    map.fire("askmarkers", found);
    this.taken = found.markers.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
    this.taken.push(...this.controls());
    const bounds = map.getBounds().pad(0.03);
    if (map.getZoom() <= 5) this.drawCountries(pen, bounds);
    this.drawCities(pen, bounds, found.markers);
    if (map.getZoom() > 5) this.drawCountries(pen, bounds);
  },

  /** What buttons, legend and credit cover. */
  controls() {
    const container = this._map.getContainer();
    const home = container.getBoundingClientRect();
    return [...container.querySelectorAll(".leaflet-control")].map((control) => {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      return [left - home.left, top - home.top, right - home.left, bottom - home.top];
    });
  },

  drawCities(pen, bounds, markers) {
    const zoom = this._map.getZoom();
    const floor = least(zoom);
    for (const [name, lat, lon, population] of this.cities) {
      if (population < floor) break;
      if (!bounds.contains([lat, lon])) continue;
      const big = population >= 1e6;
      const at = this._map.latLngToContainerPoint([lat, lon]);
      pen.font = `${big ? "600 13px" : population >= 5e4 ? "500 12px" : "400 11.5px"} ${this.theme.font}`;
      const width = pen.measureText(name).width;
      const marker = markers.find(({ x, y, r }) => Math.hypot(x - at.x, y - at.y) < r + 2);
      const spot = this.freeSpot(marker ? { ...marker, r: marker.r + 3 } : { x: at.x, y: at.y, r: 3 }, width);
      if (!spot) continue;
      if (!marker) this.dot(pen, at, big);
      this.write(pen, name, spot, this.theme.town);
    }
  },

  /** Right, left, above or below the point or the marker that covers it, whichever is free first. */
  freeSpot({ x, y, r }, width) {
    const spots = [[x + r + 3, y - LINE / 2], [x - r - 3 - width, y - LINE / 2], [x - width / 2, y - r - 2 - LINE], [x - width / 2, y + r + 2]];
    return spots.find(([left, top]) => this.take(left, top, width)) ?? null;
  },

  take(left, top, width) {
    const box = [left - 2, top, left + width + 2, top + LINE];
    const size = this._map.getSize();
    if (box[0] < 0 || box[2] > size.x || box[1] < 0 || box[3] > size.y) return false;
    if (this.taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) return false;
    this.taken.push(box);
    return true;
  },

  dot(pen, at, big) {
    pen.beginPath();
    pen.arc(at.x, at.y, big ? 2.6 : 1.9, 0, 2 * Math.PI);
    pen.fillStyle = this.theme.dot;
    pen.fill();
  },

  write(pen, name, [left, top], colour) {
    pen.textBaseline = "middle";
    pen.strokeStyle = this.theme.halo;
    pen.lineWidth = 3.2;
    pen.strokeText(name, left, top + LINE / 2);
    pen.fillStyle = colour;
    pen.fillText(name, left, top + LINE / 2);
  },

  drawCountries(pen, bounds) {
    const zoom = this._map.getZoom();
    if (zoom < COUNTRY_ZOOMS[0] || zoom > COUNTRY_ZOOMS[1]) return;
    pen.font = `600 11.5px ${this.theme.font}`;
    pen.letterSpacing = "1.8px";
    for (const [name, lat, lon, extent] of this.countries) {
      if (!bounds.contains([lat, lon])) continue;
      const text = name.toUpperCase();
      const width = pen.measureText(text).width;
      // A name much wider than its country would sit on its neighbours: sqrt(area) is its rough width in degrees.
      const room = Math.sqrt(Math.max(extent, 1)) * 256 * 2 ** zoom / 360;
      const at = this._map.latLngToContainerPoint([lat, lon]);
      if (width > room * 1.6 || !this.take(at.x - width / 2, at.y - LINE / 2, width)) continue;
      this.write(pen, text, [at.x - width / 2, at.y - LINE / 2], this.theme.country);
    }
    pen.letterSpacing = "0px";
  },
});
