/**
 * A view too large for one mark a place: bins tell how many events are where. Zooming and moving ask for finer ones, down
 * to single places. Here bins take the shape of places, so that the layer draws, names and chooses them as it does those.
 */
import { svgShape } from "../shapes.js";
import { element } from "./card.js";

/** Moving rests so long before finer bins are asked for, in ms. */
const REST = 120;
/** What is asked for reaches so far beyond the map's edges, in parts of its size. */
const AROUND = 0.25;
const TYPES = 5;

/** A payload with bins in the place of places; each has its first event as its only one. */
export function asPlaces(payload, bins) {
  const every = bins.n.map((_, i) => i);
  return {
    ...payload,
    shown: bins,
    places: {
      key: bins.lat.map((lat, i) => `${lat},${bins.lon[i]}`), name: bins.name, lat: bins.lat, lon: bins.lon,
      radius_km: bins.radius_km, kind: bins.kind, n: bins.n, shares: bins.shares, events: every.map((i) => [i]),
    },
    events: { id: bins.first, title: bins.title, date: bins.date, type: bins.shares.map(([[type]]) => type), sources: every.map(() => 0) },
  };
}

/** Whether a click on it opens it rather than choosing an event. */
export const opens = (payload, index) => Boolean(payload.shown && payload.shown.places[index] > 1);

/** South, west, north, east of the places in a bin. */
export function boxOf(payload, index) {
  const [south, west, north, east] = payload.shown.box[index];
  return [[south, west], [north, east]];
}

/** [[type, n], ...] of all bins together, largest first. */
export function sharesOfAll(bins) {
  const counts = new Map();
  for (const shares of bins.shares) for (const [type, n] of shares) counts.set(type, (counts.get(type) ?? 0) + n);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** "1,204 events at 37 places, most at Raqqa" with what they are. */
export function binCard(payload, index, dark) {
  const { shown, types } = payload;
  const [count, places] = [shown.n[index], shown.places[index]];
  const where = places > 1 ? `at ${places.toLocaleString("en")} places, most at ` : "";
  const name = element("div", "card-name", element("bdi", "", shown.name[index]));
  const card = element("div", "card", name, element("div", "card-vague", `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"} ${where}${where && shown.name[index]}`.trim()));
  for (const [type, n] of shown.shares[index].slice(0, TYPES)) {
    const line = element("div", "card-event", svgShape(types[type].shape, types[type][dark ? "dark" : "light"], 11));
    line.append(element("span", "card-title", `${n.toLocaleString("en")} ${types[type].name}`));
    card.append(line);
  }
  card.append(element("div", "card-more", places > 1 ? "Click to look closer" : "Click for the first of them"));
  return card;
}

/** Asks for bins of what the map shows, whenever it has moved on. */
export class Finer {
  /** @param {L.Map} map @param {import("../desk.js").Desk|null} desk @param {(bins: object) => void} draw */
  constructor(map, desk, draw) {
    Object.assign(this, { map, desk, payload: null });
    desk?.hear("map", (bins, version) => version === this.payload?.version && draw(bins));
    map.on("moveend", () => this.ask());
  }

  /** @param payload one with bins, or null where all places are drawn. */
  watch(payload) {
    this.payload = payload?.bins ? payload : null;
    this.asked = null;
    this.ask();
  }

  ask() {
    clearTimeout(this.resting);
    if (!this.payload || this.payload.bins.zoom === null) return;
    const inside = this.asked && this.asked.zoom === this.map.getZoom() && this.asked.bounds.contains(this.map.getBounds());
    if (inside) return;
    this.resting = setTimeout(() => {
      const bounds = this.map.getBounds().pad(AROUND);
      this.asked = { zoom: this.map.getZoom(), bounds };
      const what = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast(), this.map.getZoom()];
      this.desk?.ask(this.payload.version, "map", what);
    }, REST);
  }
}
