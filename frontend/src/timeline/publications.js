/**
 * The second clock: when events were first reported, on the same scale as the lanes above. A thin row of ticks; a click
 * sets the day by which things were known.
 */
import { dayAt, dayLabel, toMs } from "./days.js";
import { freshPen, node } from "./look.js";

export const HEIGHT = 30;
const ROW = 17;
/** Lines from each event to its report are drawn up to this many; then only the selected event's. */
const LINES = 60;

export class Publications {
  /** @param {(day: number|null) => void} onKnown the day chosen, null to clear it. */
  constructor(onKnown) {
    this.onKnown = onKnown;
    this.canvas = node("canvas", "publications-canvas");
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "slider");
    this.label = node("button", "publications-clear");
    Object.assign(this.label, { type: "button", hidden: true });
    this.label.addEventListener("click", () => this.onKnown(null));
    this.element = node("div", "publications", this.canvas, this.label);
    this.canvas.addEventListener("click", (event) => this.scale && this.onKnown(this.dayAt(event.offsetX)));
    this.canvas.addEventListener("pointermove", (event) => {
      if (this.scale) this.canvas.title = `First reported. Click: only what was known by ${dayLabel(this.dayAt(event.offsetX))}`;
    });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
  }

  dayAt(x) {
    return Math.floor(dayAt(this.scale, x));
  }

  key(event) {
    const known = this.payload?.known_by;
    const steps = { ArrowLeft: -1, ArrowRight: 1, PageUp: 30, PageDown: -30 };
    if (event.key === "Escape" && known !== null) this.onKnown(null);
    else if (event.key in steps) this.onKnown((known ?? this.dayAt(this.width)) + steps[event.key]);
    else return;
    event.preventDefault();
  }

  /** @param {object} payload the timeline payload; it may come from an older server without publications. */
  update(payload) {
    this.payload = payload;
    this.known = payload.events.known ?? [];
    const any = this.known.some((day) => day !== null) || payload.known_by !== null;
    this.element.hidden = !any;
    const by = payload.known_by ?? null;
    this.label.hidden = by === null;
    this.label.textContent = by === null ? "" : `known by ${dayLabel(by)} \u00d7`;
    this.label.setAttribute("aria-label", by === null ? "" : `Known by ${dayLabel(by)}: clear`);
    const days = this.known.filter((day) => day !== null);
    const range = days.length ? [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))] : [by ?? 0, by ?? 0];
    for (const [name, value] of [["label", "Known by: day of first publication. Arrows move it, Escape clears it."], ["valuemin", range[0]], ["valuemax", range[1]],
      ["valuenow", by ?? range[1]], ["valuetext", by === null ? "not limited" : dayLabel(by)]]) this.canvas.setAttribute(`aria-${name}`, value);
  }

  /** @param scale the lanes' present scale @param {object[]} boxes what the lanes drew @param {number} selected index or -1 */
  paint(scale, boxes, selected, look, width) {
    if (this.element.hidden || !this.payload) return;
    Object.assign(this, { scale, width });
    const pen = freshPen(this.canvas, width, HEIGHT);
    pen.font = `11px ${look.font}`;
    pen.textBaseline = "middle";
    this.paintKnown(pen, look);
    if (boxes.length <= LINES) for (const box of boxes) this.line(pen, box, look.text, 0.28, 1);
    pen.globalAlpha = 0.55;
    pen.fillStyle = look.text;
    const drawn = new Set();
    for (const { index } of boxes) {
      const day = this.known[index];
      if (day === null || day === undefined) continue;
      const x = Math.round(scale(toMs(day + 0.5)));
      if (x >= 0 && x <= width && !drawn.has(x)) pen.fillRect(x - 0.75, ROW, 1.5, HEIGHT - ROW - 3);
      drawn.add(x);
    }
    const chosen = boxes.find(({ index }) => index === selected);
    if (chosen) this.line(pen, chosen, look.amber, 1, 2.2);
    this.paintName(pen, look);
  }

  /** From the event above to its first report; past the edge an arrow says that it came later or earlier. */
  line(pen, { index, middle }, colour, alpha, weight) {
    const day = this.known[index];
    if (day === null || day === undefined) return;
    const x = this.scale(toMs(day + 0.5));
    const end = Math.max(3, Math.min(this.width - 3, x));
    pen.globalAlpha = alpha;
    pen.strokeStyle = colour;
    pen.lineWidth = weight;
    pen.beginPath();
    pen.moveTo(Math.max(0, Math.min(this.width, middle)), 0);
    pen.lineTo(end, ROW);
    if (end === x) pen.lineTo(x, HEIGHT - 3);
    else {
      const side = Math.sign(x - end) * 4;
      pen.moveTo(end - side, ROW - 4);
      pen.lineTo(end, ROW);
      pen.lineTo(end - side, ROW + 4);
    }
    pen.stroke();
    pen.globalAlpha = 1;
  }

  /** What was published later than the day chosen is left out: its stretch is shaded. */
  paintKnown(pen, look) {
    const by = this.payload.known_by;
    if (by === null || by === undefined) return;
    const x = this.scale(toMs(by + 1));
    pen.fillStyle = look.text;
    pen.globalAlpha = 0.1;
    if (x < this.width) pen.fillRect(Math.max(0, x), ROW - 3, this.width, HEIGHT);
    pen.globalAlpha = 1;
    pen.fillStyle = look.primary;
    if (x >= 0 && x <= this.width) pen.fillRect(x - 1, ROW - 5, 2, HEIGHT - ROW + 5);
  }

  paintName(pen, look) {
    const name = "reported";
    const wide = pen.measureText(name).width;
    pen.globalAlpha = 0.85;
    pen.fillStyle = look.paper;
    pen.fillRect(0, HEIGHT - 13, wide + 5, 13);
    pen.globalAlpha = 0.8;
    pen.fillStyle = look.text;
    pen.fillText(name, 1, HEIGHT - 6.5);
    pen.globalAlpha = 1;
  }
}
