/**
 * The map by keyboard, while it has the focus: N and P go from place to place in the list's order and tell what is
 * there, Enter opens the events of that place one after the other, Escape lets go. Arrows, plus and minus are Leaflet's.
 */
import L from "leaflet";

const HINT = "N, P: next, previous place · Enter: its events";

/**
 * @param {import("./events.js").EventLayer} layer
 * @returns {void}
 */
export function walkPlaces(layer) {
  const { map } = layer;
  const container = map.getContainer();
  const hint = L.DomUtil.create("div", "keys-hint", container);
  hint.textContent = HINT;
  hint.setAttribute("aria-hidden", "true"); // the map's label says it
  const told = L.DomUtil.create("div", "keys-told", container);
  told.setAttribute("role", "status");
  let place = -1;

  const go = (step) => {
    const count = layer.payload?.places.key.length ?? 0;
    if (!count) return;
    place = place < 0 && step < 0 ? count - 1 : (place + step + count) % count;
    const { lat, lon } = layer.payload.places;
    if (!map.getBounds().pad(-0.1).contains([lat[place], lon[place]])) map.panTo([lat[place], lon[place]], { animate: false });
    layer.pointed({ index: place }, null, document.documentElement.dataset.theme === "dark");
    told.textContent = placeWords(layer.payload, place);
  };

  const open = () => {
    const here = layer.payload?.places.events[place];
    if (!here) return;
    layer.clicked({ index: place });
    const chosen = here.findIndex((event) => layer.payload.events.id[event] === layer.selected);
    if (chosen >= 0) told.textContent = `Selected, ${chosen + 1} of ${here.length}: ${layer.payload.events.title[here[chosen]]}`;
  };

  const leave = () => {
    place = -1;
    layer.hideTip();
    told.textContent = "";
  };

  const acts = { n: () => go(1), p: () => go(-1), enter: open, escape: leave };
  container.addEventListener("keydown", (event) => {
    const act = event.target === container && !event.ctrlKey && !event.metaKey && !event.altKey && acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  container.addEventListener("blur", leave);
}

/** "Arsal, place 2 of 14, 3 events: Lebanese army halts offensive" */
function placeWords({ places, events }, index) {
  const count = places.n[index];
  const first = events.title[places.events[index][0]];
  return `${places.name[index]}, place ${index + 1} of ${places.key.length}, ${count === 1 ? "1 event" : `${count} events`}: ${first}`;
}
