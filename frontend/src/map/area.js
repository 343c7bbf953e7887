/** The area filter: a rectangle drawn on the map, or whatever the map shows; drawn as a frame with a way to clear it. */
import L from "leaflet";
import { icon } from "../icons.js";

/** A drag shorter than this, in pixels, is a click and draws nothing. */
const LEAST = 8;
/** How long the map must rest before a followed view is sent, in ms. */
const REST = 450;

export class AreaFilter {
  /** @param {L.Map} map @param {(area: number[]|null) => void} tell */
  constructor(map, tell) {
    Object.assign(this, { map, tell, follows: false });
    map.createPane("area").style.zIndex = 380;
    map.getPane("area").style.pointerEvents = "none";
    this.canvas = L.canvas({ pane: "area", padding: 0.3 });
    this.addButtons();
    map.on("moveend", () => this.follows && this.later());
  }

  addButtons() {
    const control = L.control({ position: "topleft" });
    control.onAdd = () => {
      const box = L.DomUtil.create("div", "leaflet-bar area-tools");
      this.drawing = this.button(box, "rectangle", "Draw a rectangle: only events in it", () => this.arm(!this.armed));
      this.following = this.button(box, "view", "Only events the map shows, following it", () => this.follow(!this.follows));
      L.DomEvent.disableClickPropagation(box);
      return box;
    };
    this.tools = control;
    this.clearing = L.control({ position: "topright" });
    this.clearing.onAdd = () => {
      const button = L.DomUtil.create("button", "area-clear");
      Object.assign(button, { type: "button", textContent: "Clear the area \u00d7" });
      L.DomEvent.disableClickPropagation(button);
      L.DomEvent.on(button, "click", () => this.clear());
      return button;
    };
  }

  /** Shows the tools on a map one filters with, and on no other. */
  offer(on) {
    if (on === Boolean(this.offered)) return;
    this.offered = on;
    if (on) this.tools.addTo(this.map);
    else this.tools.remove();
  }

  button(box, sign, label, act) {
    const button = L.DomUtil.create("button", "", box);
    Object.assign(button, { type: "button", title: label });
    button.append(icon(sign));
    button.setAttribute("aria-label", label);
    button.setAttribute("aria-pressed", "false");
    L.DomEvent.on(button, "click", act);
    return button;
  }

  arm(on) {
    this.armed = on;
    this.drawing.setAttribute("aria-pressed", String(on));
    const container = this.map.getContainer();
    container.classList.toggle("drawing", on);
    this.map.dragging[on ? "disable" : "enable"]();
    const listen = on ? L.DomEvent.on : L.DomEvent.off;
    listen(container, "pointerdown", this.begin, this);
  }

  begin(event) {
    if (event.target.closest(".leaflet-control")) return;
    L.DomEvent.stop(event);
    const container = this.map.getContainer();
    const start = this.map.mouseEventToContainerPoint(event);
    const move = (moved) => this.sketch(start, this.map.mouseEventToContainerPoint(moved));
    const end = (released) => {
      container.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      this.finish(start, this.map.mouseEventToContainerPoint(released));
    };
    container.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
  }

  sketch(one, other) {
    const corners = [one, other].map((point) => this.map.containerPointToLatLng(point));
    this.frame?.remove();
    this.frame = this.rectangle(L.latLngBounds(corners)).addTo(this.map);
  }

  finish(one, other) {
    this.arm(false);
    if (Math.min(Math.abs(one.x - other.x), Math.abs(one.y - other.y)) < LEAST) {
      this.draw(this.area, this.theme);
      return;
    }
    this.stopFollowing();
    this.send(L.latLngBounds([one, other].map((point) => this.map.containerPointToLatLng(point))));
  }

  follow(on) {
    this.follows = on;
    this.following.setAttribute("aria-pressed", String(on));
    if (on) this.send(this.map.getBounds());
    else this.clear();
  }

  stopFollowing() {
    this.follows = false;
    this.following?.setAttribute("aria-pressed", "false");
  }

  later() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.follows && this.send(this.map.getBounds()), REST);
  }

  send(bounds) {
    const south = Math.max(-90, bounds.getSouth());
    const north = Math.min(90, bounds.getNorth());
    const whole = bounds.getEast() - bounds.getWest() >= 360;
    const turn = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;
    const area = [south, whole ? -180 : turn(bounds.getWest()), north, whole ? 180 : turn(bounds.getEast())];
    this.tell(area.map((value) => Math.round(value * 1e4) / 1e4));
  }

  clear() {
    this.stopFollowing();
    this.tell(null);
  }

  rectangle(bounds) {
    return L.rectangle(bounds, {
      renderer: this.canvas, pane: "area", interactive: false, color: this.theme?.ink ?? "#000", weight: 1.5, dashArray: "4 3", fill: false,
    });
  }

  /** The filter's area as a frame; a followed view has none, it is the map's edge. */
  draw(area, theme) {
    Object.assign(this, { area, theme });
    this.frame?.remove();
    this.frame = null;
    this.clearing.remove();
    if (!area) {
      this.stopFollowing();
      return;
    }
    const [south, west, north, east] = area;
    if (!this.follows) this.frame = this.rectangle([[south, west], [north, east < west ? east + 360 : east]]).addTo(this.map);
    this.clearing.addTo(this.map);
  }
}
