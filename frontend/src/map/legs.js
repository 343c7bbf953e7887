/** Movements as bent arrows, in the order reported: by stops solid, with only the ends told dashed, past an unplaced stop dotted. */
import L from "leaflet";

const DASH = [null, "7 5", "2 6"];
/** How far an arrow bends away from the straight line, as a part of its length: the way is not known, and there and back stay apart. */
const BEND = 0.14;
const POINTS = 16;
const HEAD = 9;
/** The tip stands this far before the point, in pixels: a marker lies over the point itself. */
const BEFORE = 11;

/** An arrow's tip or the "?" of a gap, drawn in pixels whatever the zoom. */
const Sign = L.CircleMarker.extend({
  /** options.angle: of the tip in radians; options.text: a sign instead of a tip. */
  _updatePath() {
    if (!this._renderer._drawing || this._empty() || this.options.hidden) return;
    const pen = this._renderer._ctx;
    const { x, y } = this._point;
    const { angle, text, color, paper, font, opacity } = this.options;
    pen.save();
    pen.setLineDash([]);
    pen.globalAlpha = opacity;
    if (text) drawText(pen, x, y, text, color, paper, font);
    else drawTip(pen, x, y, angle, color);
    pen.restore();
  },
  _containsPoint() {
    return false;
  },
});

function drawTip(pen, x, y, angle, colour) {
  pen.translate(x, y);
  pen.rotate(angle);
  pen.beginPath();
  pen.moveTo(-BEFORE, 0);
  pen.lineTo(-BEFORE - HEAD, -HEAD * 0.5);
  pen.lineTo(-BEFORE - HEAD, HEAD * 0.5);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill();
}

function drawText(pen, x, y, text, colour, paper, font) {
  pen.beginPath();
  pen.arc(x, y, 7, 0, 2 * Math.PI);
  pen.fillStyle = paper;
  pen.fill();
  pen.font = `700 11px ${font}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = colour;
  pen.fillText(text, x, y + 0.5);
}

const Arrow = L.Polyline.extend({
  _updatePath() {
    if (!this.options.hidden) L.Polyline.prototype._updatePath.call(this);
  },
  _containsPoint(point, closed) {
    return !this.options.hidden && L.Polyline.prototype._containsPoint.call(this, point, closed);
  },
});

export class Legs {
  /** @param {L.Map} map @param {L.Canvas} canvas of the arrows @param {L.Canvas} above of those of the selected event */
  constructor(map, canvas, above) {
    Object.assign(this, { map, canvas, above, arrows: [], marked: [] });
  }

  draw(group, payload, theme, dark) {
    const { legs, events, types } = payload;
    Object.assign(this, { payload, theme });
    this.arrows = (legs?.from ?? []).map((_, leg) => {
      const type = types[events.type[legs.events[leg][0]]];
      const look = { color: type[dark ? "dark" : "light"], opacity: 0.8, weight: 1.6 + Math.min(3, Math.log2(legs.events[leg].length) * 0.6) };
      return this.arrow(leg, look, this.canvas, true).map((layer) => layer.addTo(group));
    });
  }

  /** The layers of one arrow. */
  arrow(leg, look, renderer, interactive) {
    const { from, to, kind } = this.payload.legs;
    const { points, angle, middle } = bent(from[leg], to[leg]);
    const common = { renderer, pane: renderer.options.pane, leg, ...look };
    const sign = { ...common, interactive: false, paper: this.theme.paper, font: this.theme.font };
    const layers = [
      new Arrow(points, { ...common, interactive, dashArray: DASH[kind[leg]], lineCap: "butt", smoothFactor: 0.5 }),
      new Sign(points.at(-1), { ...sign, radius: HEAD + BEFORE, angle }),
    ];
    if (kind[leg] === 2) layers.push(new Sign(middle, { ...sign, radius: 8, text: "?" }));
    return layers;
  }

  /** @param {Set<string>|null} ids of the events whose arrows stay; null for all. */
  show(ids) {
    const { legs, events } = this.payload;
    this.arrows.forEach((layers, leg) => {
      const hidden = Boolean(ids) && !legs.events[leg].some((event) => ids.has(events.id[event]));
      for (const layer of layers) {
        layer.options.hidden = hidden;
        layer.redraw();
      }
    });
  }

  /** The selected event's arrows once more, in the colour of the selection. */
  select(id, theme) {
    for (const layer of this.marked) layer.remove();
    this.marked = [];
    const { legs, events } = this.payload ?? {};
    if (!legs || !id) return;
    const index = events.id.indexOf(id);
    legs.events.forEach((held, leg) => {
      if (index < 0 || !held.includes(index)) return;
      const look = { color: theme.amber, opacity: 1, weight: 3 };
      this.marked.push(...this.arrow(leg, look, this.above, false).map((layer) => layer.addTo(this.map)));
    });
  }
}

/** A gentle curve between two points [lat, lon] on the map's plane, the tip's angle on the screen, and the middle. */
function bent(from, to) {
  const plane = L.CRS.EPSG3857;
  const [a, b] = [from, to].map((point) => plane.latLngToPoint(L.latLng(point), 12));
  const along = b.subtract(a);
  const bow = a.add(along.multiplyBy(0.5)).add(L.point(along.y, -along.x).multiplyBy(BEND));
  const at = (t) => a.multiplyBy((1 - t) ** 2).add(bow.multiplyBy(2 * t * (1 - t))).add(b.multiplyBy(t ** 2));
  const back = (point) => plane.pointToLatLng(point, 12);
  const points = Array.from({ length: POINTS + 1 }, (_, i) => back(at(i / POINTS)));
  const end = b.subtract(at(1 - 1 / POINTS));
  return { points, angle: Math.atan2(end.y, end.x), middle: back(at(0.5)) };
}
