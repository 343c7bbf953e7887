/**
 * The map's part in the st_folium frame; folium's script calls `timelineMap.start` once and `timelineMap.draw` with
 * every new set of events.
 */
import L from "leaflet";
import leafletStyle from "leaflet/dist/leaflet.css";
import { joinBus } from "../bus.js";
import { icon } from "../icons.js";
import { Aim } from "./aim.js";
import { AreaFilter } from "./area.js";
import { Basemap } from "./basemap.js";
import { EventLayer } from "./events.js";
import { walkPlaces } from "./keys.js";
import ownStyle from "./map.css";
import { picture } from "./picture.js";
import { Pick } from "./pick.js";
import { THEMES } from "./theme.js";

const CREDIT = "Natural Earth · GeoNames";

/** In the body: st_folium rewrites the head after the scripts have run. */
function addStyle() {
  const style = document.createElement("style");
  style.textContent = leafletStyle + ownStyle;
  document.body.append(style);
}

function fitButtons(layer) {
  const control = L.control({ position: "topleft" });
  control.onAdd = () => {
    const box = L.DomUtil.create("div", "leaflet-bar fit");
    const steps = [["all", "Show all events", () => layer.fit()], ["selected", "Show the selected event's places", () => layer.fitSelection()]];
    for (const [sign, label, act] of steps) {
      const button = L.DomUtil.create("button", "", box);
      Object.assign(button, { type: "button", title: label });
      button.append(icon(sign));
      button.setAttribute("aria-label", label);
      L.DomEvent.on(button, "click", act);
    }
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  return control;
}

function parentPage() {
  try {
    return window.parent.document ? window.parent : null;
  } catch {
    return null;
  }
}

window.L = L;
window.timelineMap = {
  /** @param {L.Map} map @param {string} basemapUrl */
  start(map, basemapUrl) {
    const page = parentPage();
    const bus = page && joinBus(page);
    const tellPython = (value) => window.Streamlit?.setComponentValue(value);
    map.attributionControl?.setPrefix(false).addAttribution(CREDIT);
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", "Map of events. N and P go from place to place, Enter opens the events there. Everything is in the list too.");
    if (page && window.frameElement) window.frameElement.title = "Map of events";
    this.basemap = new Basemap(map, basemapUrl);
    this.layer = new EventLayer(map, bus, tellPython);
    this.pick = new Pick(map, tellPython);
    fitButtons(this.layer).addTo(map);
    this.area = new AreaFilter(map, (area) => this.layer.say({ area }));
    const aim = new Aim(map);
    if (bus) {
      Object.assign(bus.parts.map, {
        picture: () => picture(map), setTheme: (theme) => this.setTheme(theme), aim: (point) => aim.at(point, this.theme().amber),
      });
    }
    walkPlaces(this.layer);
    L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    this.basemap.paint(THEMES.light);
    if (!bus) tellPython({ clicked: null, place: null, n: 0, bus: false });
  },

  /**
   * @param {L.FeatureGroup} group what st_folium takes away before the next drawing.
   * @param {{payload: object, theme: "light"|"dark", view?: number[]|null, selected?: string|null, pick?: boolean, area?: boolean}} scene
   *   area: whether this is the map one filters with: it has the tools for it, and its view is remembered.
   */
  draw(group, scene) {
    const { payload, theme, view, selected, pick, area } = scene;
    this.drawn = { group, scene };
    if (window.feature_group) window.feature_group.length = 0; // st_folium never empties it: every group would live on
    document.documentElement.dataset.theme = theme;
    this.basemap.paint(THEMES[theme]);
    this.pick.set(pick === true, this.layer, payload);
    const bus = this.layer.bus;
    this.layer.selected = selected !== undefined ? selected : (bus?.selected ?? null);
    this.layer.asked = view ?? null;
    this.layer.main = area === true;
    this.area.offer(area === true);
    this.layer.draw(group, payload, THEMES[theme], theme === "dark");
    this.area.draw(payload.area ?? null, THEMES[theme]);
    if (pick) this.layer.legendControl?.remove(); // its markers are candidates, not kinds of events
    window.timelineMapDrawn = payload.version;
  },

  theme() {
    return THEMES[this.drawn?.scene.theme ?? "light"];
  },

  /** The same in the other theme's colours; Python hears of a changed theme with the next thing that is done. */
  setTheme(theme) {
    if (!this.drawn || this.drawn.scene.theme === theme) return;
    this.drawn.group.clearLayers().off("click mouseover mouseout");
    this.draw(this.drawn.group, { ...this.drawn.scene, theme });
  },
};
addStyle();
