/**
 * The first view: most of a story happens in one region while a statement is given in New York. The bulk of the events
 * is fitted when that shows it much closer, and a button says how many events lie outside.
 */
import L from "leaflet";

/** The part of all events that may lie outside the first view. */
const OUTSIDE = 0.1;
/** The first view leaves places out only where it becomes smaller than this part of the whole, in width and height. */
const CLOSER = 0.4;

/**
 * @param {{at: L.LatLng, weight: number}[]} spots places with how many events happen there.
 * @returns {L.LatLngBounds} around the bulk of them, or around all.
 */
export function bulkOf(spots) {
  const all = L.latLngBounds(spots.map(({ at }) => at));
  const middle = L.latLng(median(spots, ({ at }) => at.lat), median(spots, ({ at }) => at.lng));
  const near = [...spots].sort((a, b) => middle.distanceTo(a.at) - middle.distanceTo(b.at));
  let allowed = OUTSIDE * spots.reduce((sum, { weight }) => sum + weight, 0);
  let best = all;
  while (near.length > 1 && near.at(-1).weight <= allowed) {
    allowed -= near.pop().weight;
    const fewer = L.latLngBounds(near.map(({ at }) => at));
    if (extent(fewer) < CLOSER * extent(best)) best = fewer;
  }
  return best;
}

/** The larger of width and height, in degrees of longitude at the equator. */
function extent(bounds) {
  const [south, north] = [bounds.getSouthWest(), bounds.getNorthEast()].map((corner) => L.CRS.EPSG3857.latLngToPoint(corner, 0));
  return Math.max(Math.abs(north.x - south.x), Math.abs(north.y - south.y));
}

/** The weighted median. */
function median(spots, valueOf) {
  const sorted = [...spots].sort((a, b) => valueOf(a) - valueOf(b));
  let left = spots.reduce((sum, { weight }) => sum + weight, 0) / 2;
  return valueOf(sorted.find(({ weight }) => (left -= weight) <= 0) ?? sorted.at(-1));
}

/** A button that says how many events the first view leaves out; it goes when the map is moved or all are shown. */
export function outsideButton(map, count, showAll) {
  const control = L.control({ position: "topright" });
  control.onAdd = () => {
    const button = L.DomUtil.create("button", "outside");
    button.type = "button";
    button.textContent = `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"} elsewhere: show all`;
    L.DomEvent.on(button, "click", showAll);
    L.DomEvent.disableClickPropagation(button);
    return button;
  };
  control.addTo(map);
  map.once("movestart", () => control.remove());
  return control;
}
