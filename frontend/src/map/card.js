/** What a marker says when pointed at, and the legend. Words from documents only ever become text, never markup. */
import { svgShape } from "../shapes.js";
import { sharesOfAll } from "./bins.js";
import { isArea } from "./marker.js";

const SHOWN = 4;

export function element(name, className, ...children) {
  const node = document.createElement(name);
  node.className = className;
  node.append(...children); // strings become text nodes
  return node;
}

/** "governorate, about 100 km around" */
function precision(kind, radiusKm) {
  if (!isArea(kind, radiusKm)) return "";
  const reach = radiusKm > 0 ? `somewhere within about ${Math.round(radiusKm)} km` : "somewhere in it";
  return [kind, reach].filter(Boolean).join(", ");
}

/** @param payload the map payload @param {number} index of the place @param {boolean} dark @param {Set<string>|null} shown ids, null for all */
export function placeCard(payload, index, dark, shown = null) {
  const { places, events, types } = payload;
  const here = places.events[index].filter((event) => !shown || shown.has(events.id[event]));
  const card = element("div", "card", element("div", "card-name", element("bdi", "", places.name[index])));
  const vague = precision(places.kind[index], places.radius_km[index] ?? 0);
  if (vague) card.append(element("div", "card-vague", vague));
  for (const event of here.slice(0, SHOWN)) {
    const type = types[events.type[event]];
    const line = element("div", "card-event", svgShape(type.shape, type[dark ? "dark" : "light"], 11));
    const doubt = events.inside && events.inside[event] < 1 ? " \u00b7 may lie outside the dates" : "";
    line.append(element("span", "card-date", (events.date[event] || "undated") + doubt), element("bdi", "card-title", events.title[event]));
    card.append(line);
  }
  if (here.length > SHOWN) card.append(element("div", "card-more", `and ${here.length - SHOWN} more`));
  return card;
}

const WAYS = ["by the stops told", "the way between is not told", "a stop between has no place on the map"];

/** @param payload the map payload @param {number} leg index of the arrow */
export function legCard({ legs, events }, leg) {
  const [from, to] = legs.names[leg];
  const card = element("div", "card", element("div", "card-name", element("bdi", "", from), " \u2192 ", element("bdi", "", to)));
  const missing = legs.missing[leg].length ? `: ${legs.missing[leg].join(", ")}` : "";
  card.append(element("div", "card-vague", WAYS[legs.kind[leg]] + missing));
  for (const event of legs.events[leg].slice(0, SHOWN)) {
    card.append(element("div", "card-event", element("span", ""), element("span", "card-date", events.date[event]), element("bdi", "card-title", events.title[event])));
  }
  const told = legs.documents[leg];
  const more = [legs.events[leg].length > SHOWN && `and ${legs.events[leg].length - SHOWN} more`, told > 0 && `told by ${told} ${told === 1 ? "source" : "sources"}`];
  if (more.some(Boolean)) card.append(element("div", "card-more", more.filter(Boolean).join(" \u00b7 ")));
  return card;
}

/** A short line as the map draws it; hidden from screen readers, who have the words. */
function stroke(colour, dash) {
  const make = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const svg = make("svg", { viewBox: "0 0 26 10", width: 26, height: 10, "aria-hidden": "true" });
  svg.append(make("path", { d: "M1 5H19", stroke: colour, "stroke-width": 2, "stroke-dasharray": dash }), make("path", { d: "M18 1L25 5L18 9Z", fill: colour }));
  return svg;
}

/** [[type, n], ...], largest first. */
function byType(types) {
  const counts = new Map();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The types on the map, most frequent first, and what hollow, faint and dashed mean. */
export function legend(payload, dark, anyArea, theme) {
  const list = element("ul", "legend-list");
  for (const [type, count] of payload.bins ? sharesOfAll(payload.bins) : byType(payload.events.type)) {
    const { name, shape, [dark ? "dark" : "light"]: colour } = payload.types[type];
    list.append(element("li", "", svgShape(shape, colour, 12), element("span", "", name), element("span", "legend-count", count.toLocaleString("en"))));
  }
  const box = element("details", "legend", element("summary", "", "Legend"), list);
  const line = (dash, words) => element("div", "legend-line", stroke(theme.ink, dash), element("span", "", words));
  const kinds = new Set(payload.legs?.kind);
  const notes = [
    kinds.has(0) && line("none", "movement, by stops told"),
    kinds.has(1) && line("5 3", "movement, way not told"),
    kinds.has(2) && line("1.5 3", "a stop between is not placed"),
    anyArea && element("div", "", "Hollow with a dashed circle: somewhere in that area"),
    payload.events.inside?.some((share) => share < 1) && element("div", "", "Fainter: the date may lie outside the range"),
    payload.legs?.more > 0 && element("div", "", `${payload.legs.more} rarer movements are not drawn`),
  ].filter(Boolean);
  if (notes.length) box.append(element("div", "legend-note", ...notes));
  return box;
}
