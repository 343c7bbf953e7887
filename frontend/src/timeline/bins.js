/**
 * The lanes of a view too large to be sent whole: a row for each type, how many events when. Zooming asks for finer bins
 * and, once few enough are in sight, for the events themselves, which are drawn as in any lanes.
 */
import { svgShape, tracePath } from "../shapes.js";
import { dayAt, rangeLabel, toMs } from "./days.js";
import { Lanes } from "./lanes.js";
import { freshPen, node } from "./look.js";

const AXIS = 32;
/** Zooming and moving rest so long before finer bins are asked for, in ms. */
const REST = 120;
/** A stretch is asked for anew when it is off by this part of its length. */
const OFF = 0.04;

export class BinLanes extends Lanes {
  /** @param on as in Lanes, `goTo: (day: number) => void` and `hint: (card: Node|null, event?: PointerEvent) => void`. */
  constructor(on, desk) {
    super({ pick: (index) => on.pickId(this.payload.events.id[index]), hover: (index, event) => this.hovered(index, event) });
    Object.assign(this, { large: on, desk, marked: null });
    this.canvas.addEventListener("click", (event) => this.open(this.bin(event.offsetX, event.offsetY)));
  }

  draw(payload, domain, look, width, height) {
    const fresh = payload.version !== this.version;
    this.version = payload.version;
    if (fresh) this.answer = payload.large.lanes;
    this.focusDays = payload.large.focus;
    const events = this.answer.events ?? payload.events;
    super.draw({ ...payload, events }, payload.large.domain, look, width, height);
    this.canvas.setAttribute("aria-label", `${payload.large.dated} dated events on a date axis, counted by type. The list below has every event. Plus and minus zoom, arrows move.`);
    this.ask();
  }

  focus() {
    this.lookAt(this.focusDays[0], Math.max(this.focusDays[1], this.focusDays[0] + 1));
  }

  /** @param answer `lanes` of Python's reply. */
  hear(answer, version) {
    if (version !== this.version) return;
    this.answer = answer;
    const nothing = { id: [], title: [], first: [], last: [], type: [], date: [], place: [], basis: [], sources: [], extent: [], approximate: [] };
    this.payload = { ...this.payload, events: answer.events ?? nothing };
    this.widths = null;
    this.choose(this.marked);
    this.paint();
  }

  /** @param {{id: string, first: number, last: number}|null} event the selected one, as far as it is known. */
  choose(event) {
    this.marked = event;
    this.selected = event ? this.payload?.events.id.indexOf(event.id) ?? -1 : -1;
    if (this.base) this.paint();
  }

  sight() {
    const scale = this.transform.rescaleX(this.base);
    const first = Math.max(this.domain[0], Math.floor(dayAt(scale, 0) + 1e-6));
    return [first, Math.max(first, Math.min(this.domain[1], Math.ceil(dayAt(scale, this.width) - 1e-6) - 1))];
  }

  ask() {
    clearTimeout(this.resting);
    const [first, last] = this.sight();
    const slack = (last - first + 1) * OFF;
    if (Math.abs(first - this.answer.first) <= slack && Math.abs(last - this.answer.last) <= slack) return;
    this.resting = setTimeout(() => this.desk?.ask(this.version, "lanes", [first, last]), REST);
  }

  paint() {
    if (!this.payload || !this.answer || this.width < 10) return;
    this.ask();
    if (this.answer.events) super.paint();
    else this.paintBins();
    this.paintMark();
  }

  paintBins() {
    const pen = freshPen(this.canvas, this.width, this.height);
    const scale = this.transform.rescaleX(this.base);
    const room = this.height - AXIS - 8;
    this.drawn = [];
    this.paintAxis(pen, scale, room);
    this.tellWindow(scale);
    const { first, width, types, counts } = this.answer;
    this.lane = room / Math.max(1, types.length);
    const most = Math.max(1, ...counts.flat());
    counts.forEach((lane, row) => {
      pen.fillStyle = this.colours[types[row]];
      lane.forEach((count, i) => {
        if (!count) return;
        const x0 = scale(toMs(first + i * width)), x1 = scale(toMs(first + (i + 1) * width));
        if (x1 < 0 || x0 > this.width) return;
        const full = Math.max(1.5, Math.sqrt(count / most) * (this.lane - 2));
        pen.globalAlpha = 0.9;
        pen.fillRect(x0, 4 + (row + 1) * this.lane - 1 - full, Math.max(1, x1 - x0 - (x1 - x0 > 3 ? 0.5 : 0)), full);
      });
    });
    pen.globalAlpha = 1;
    types.forEach((type, row) => this.paintName(pen, type, row));
  }

  paintName(pen, type, row) {
    const { shape } = this.payload.types[type];
    const held = this.answer.counts[row].reduce((a, b) => a + b, 0);
    const y = 4 + (row + 0.5) * this.lane;
    const size = Math.min(11, this.lane - 2);
    const text = held.toLocaleString("en");
    pen.font = `${size}px ${this.look.font}`;
    pen.textBaseline = "middle";
    pen.globalAlpha = 0.75;
    pen.fillStyle = this.look.paper;
    pen.fillRect(0, y - size / 2 - 1, pen.measureText(text).width + size + 8, size + 2);
    pen.globalAlpha = 1;
    pen.fillStyle = this.colours[type];
    tracePath(pen, shape, size / 2 + 2, y, size / 2 - 0.5);
    pen.fill();
    pen.fillStyle = this.look.text;
    pen.fillText(text, size + 5, y + 0.5);
  }

  /** The selected event's days, also where it is one of many in a bin. */
  paintMark() {
    if (!this.marked || this.selected >= 0) return;
    const pen = this.canvas.getContext("2d");
    const scale = this.transform.rescaleX(this.base);
    const x0 = scale(toMs(this.marked.first)), x1 = scale(toMs(this.marked.last + 1));
    pen.globalAlpha = 1;
    pen.lineWidth = 2.5;
    pen.strokeStyle = this.look.amber;
    pen.strokeRect(Math.min(x0, (x0 + x1) / 2 - 2), 2, Math.max(4, x1 - x0), this.height - AXIS - 6);
  }

  tellWindow(scale) {
    const { before, after } = this.answer;
    this.earlier.textContent = before ? `\u2039 ${before.toLocaleString("en")} earlier` : "";
    this.later.textContent = after ? `${after.toLocaleString("en")} later \u203a` : "";
    this.earlier.hidden = !before;
    this.later.hidden = !after;
    this.window.textContent = rangeLabel(Math.floor(dayAt(scale, 0) + 1e-6), Math.ceil(dayAt(scale, this.width) - 1e-6) - 1);
  }

  step(side) {
    this.pan(-side * this.width * 0.8);
  }

  /** {row, i, count} of the bin at a point, or null. */
  bin(x, y) {
    if (!this.answer || this.answer.events || !this.lane) return null;
    const { first, width, counts } = this.answer;
    const row = Math.floor((y - 4) / this.lane);
    const i = Math.floor((dayAt(this.transform.rescaleX(this.base), x) - first) / width);
    const count = counts[row]?.[i];
    return count ? { row, i, count } : null;
  }

  /** Zooms into a bin; of one day, goes to it in the list. */
  open(bin) {
    if (!bin) return;
    const { first, width } = this.answer;
    const from = first + bin.i * width;
    if (width === 1) this.large.goTo(from);
    else this.lookAt(Math.max(this.domain[0], from - width), Math.min(this.domain[1], from + 2 * width - 1));
  }

  hovered(index, event) {
    if (index !== null) {
      this.large.hover(this.payload.events, index, event);
      return;
    }
    const bin = event ? this.bin(event.offsetX, event.offsetY) : null;
    this.canvas.style.cursor = bin ? "zoom-in" : "";
    if (!bin) {
      this.large.hint(null);
      return;
    }
    const { first, width, types } = this.answer;
    const type = this.payload.types[types[bin.row]];
    const days = rangeLabel(first + bin.i * width, first + (bin.i + 1) * width - 1);
    const kind = node("div", "tip-type", svgShape(type.shape, type[this.look.dark ? "dark" : "light"], 11), type.name);
    const count = node("div", "tip-title", bin.count === 1 ? "1 event" : `${bin.count.toLocaleString("en")} events`);
    this.large.hint([kind, count, node("div", "tip-facts", days)], event);
  }
}
