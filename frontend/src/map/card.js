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

/** @param payload the map payload @param {number} index of the place @param {boolean} dark */
export function placeCard(payload, index, dark) {
  const { places, events, types } = payload;
  const here = places.events[index];
  const card = element("div", "card", element("div", "card-name", element("bdi", "", places.name[index])));
  const vague = precision(places.kind[index], places.radius_km[index] ?? 0);
  if (vague) card.append(element("div", "card-vague", vague));
  for (const event of here.slice(0, SHOWN)) {
    const type = types[events.type[event]];
    const line = element("div", "card-event", svgShape(type.shape, type[dark ? "dark" : "light"], 11));
    line.append(element("span", "card-date", events.date[event] || "undated"), element("bdi", "card-title", events.title[event]));
    card.append(line);
  }
  if (places.n[index] > SHOWN) card.append(element("div", "card-more", `and ${places.n[index] - SHOWN} more`));
  return card;
}

/** [[type, n], ...], largest first. */
function byType(types) {
  const counts = new Map();
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The types on the map, most frequent first, and what hollow means. */
export function legend(payload, dark, anyArea) {
  const list = element("ul", "legend-list");
  for (const [type, count] of payload.bins ? sharesOfAll(payload.bins) : byType(payload.events.type)) {
    const { name, shape, [dark ? "dark" : "light"]: colour } = payload.types[type];
    list.append(element("li", "", svgShape(shape, colour, 12), element("span", "", name), element("span", "legend-count", count.toLocaleString("en"))));
  }
  const box = element("details", "legend", element("summary", "", "Legend"), list);
  if (anyArea) box.append(element("div", "legend-note", "Hollow with a dashed circle: somewhere in that area"));
  return box;
}
