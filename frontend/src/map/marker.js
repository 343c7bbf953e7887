/** One marker a place: the type's shape for one event; a ring of shares by type round the count for more. */
import L from "leaflet";
import { tracePath } from "../shapes.js";

const FULL = 2 * Math.PI;
/** Places known no closer than this are drawn as areas: hollow, with a soft outline. */
export const POINT_RADIUS_KM = 15;
const AREA_KINDS = new Set([
  "country", "governorate", "province", "district", "subdistrict", "region", "desert", "valley", "border", "river",
  "mountain", "mountains", "sea", "lake", "continent", "area",
]);

/** Whether the truth may lie far from the point. */
export const isArea = (kind, radiusKm) => radiusKm > POINT_RADIUS_KM || AREA_KINDS.has(kind);

/** Radius in pixels: 1 event 7, 2 about 11, 10 about 14, 1000 about 23; area grows with the logarithm. */
export const sizeOf = (count) => (count === 1 ? 7 : 9.5 + 4.6 * Math.log10(count));

export const PlaceMarker = L.CircleMarker.extend({
  /** options.place: {count, shares: [[type, n], ...] largest first, area, alpha}, options.types, options.theme, options.hidden. */
  _updatePath() {
    if (!this._renderer._drawing || this._empty() || this.options.hidden) return;
    const pen = this._renderer._ctx;
    const { place, types, theme, dark } = this.options;
    const look = { types, theme, colour: (type) => types[type][dark ? "dark" : "light"] };
    pen.save();
    pen.setLineDash([]);
    pen.globalAlpha = place.alpha ?? 1;
    (place.count === 1 ? drawOne : drawMany)(pen, this._point, place, look);
    pen.restore();
  },

  _containsPoint(point) {
    return !this.options.hidden && L.CircleMarker.prototype._containsPoint.call(this, point);
  },
});

function drawOne(pen, { x, y }, place, { types, theme, colour }) {
  const type = place.shares[0][0];
  const trace = (r) => tracePath(pen, types[type].shape, x, y, r);
  const r = sizeOf(1);
  pen.lineJoin = "round";
  pen.shadowColor = theme.shadow;
  pen.shadowBlur = 3;
  trace(r);
  pen.lineWidth = 4;
  pen.strokeStyle = theme.rim;
  pen.stroke();
  pen.shadowBlur = 0;
  pen.fillStyle = place.area ? theme.paper : colour(type);
  pen.fill();
  if (!place.area) return;
  pen.lineWidth = 2;
  pen.strokeStyle = colour(type);
  pen.stroke();
}

function drawMany(pen, { x, y }, place, { theme, colour }) {
  const r = sizeOf(place.count);
  const ring = Math.max(3.2, r * 0.26);
  pen.shadowColor = theme.shadow;
  pen.shadowBlur = 4;
  disc(pen, x, y, r + 1.6, theme.rim);
  pen.shadowBlur = 0;
  drawShares(pen, x, y, r, ring, place, colour, theme);
  disc(pen, x, y, r - ring, place.area ? theme.paper : colour(place.shares[0][0]));
  writeCount(pen, x, y, r, place, theme);
}

function disc(pen, x, y, r, colour) {
  pen.beginPath();
  pen.arc(x, y, r, 0, FULL);
  pen.fillStyle = colour;
  pen.fill();
}

/** The ring: one arc a type with a hair of room between; a place that is an area has it dashed. */
function drawShares(pen, x, y, r, ring, place, colour, theme) {
  const mixed = place.shares.length > 1;
  if (mixed) disc(pen, x, y, r, theme.rim);
  pen.lineWidth = mixed ? ring - 0.8 : ring;
  if (place.area) pen.setLineDash([3.5, 1.8]);
  let from = -Math.PI / 2;
  for (const [type, count] of place.shares) {
    const to = from + (count / place.count) * FULL;
    const gap = mixed ? Math.min(0.06, (to - from) / 4) : 0;
    pen.beginPath();
    pen.arc(x, y, r - ring / 2, from + gap, to - gap);
    pen.strokeStyle = colour(type);
    pen.stroke();
    from = to;
  }
  pen.setLineDash([]);
}

function writeCount(pen, x, y, r, place, theme) {
  const text = place.count > 999 ? `${Math.round(place.count / 100) / 10}k` : String(place.count);
  pen.font = `600 ${Math.max(10, Math.min(13, r * 0.85 - text.length))}px ${theme.font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = place.area ? theme.ink : theme.rim;
  pen.fillText(text, x, y + 0.5);
}
