/** The density strip: how many events when, over all data, pale where they only may lie; the filtered range is a brush. */
import { brushX } from "d3-brush";
import { select } from "d3-selection";
import { dayAt, dayScale, dayTicks, rangeLabel, toMs } from "./days.js";
import { freshPen, node } from "./look.js";

const BARS = 40;
const AXIS = 17;

export class Strip {
  /** @param {(range: [number, number]|null) => void} onRange called on release, and with null when cleared. */
  constructor(onRange) {
    this.onRange = onRange;
    this.canvas = node("canvas", "strip-bars");
    this.svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.label = node("div", "strip-label");
    this.clear = node("button", "strip-clear", "Clear dates");
    Object.assign(this.clear, { type: "button", hidden: true });
    this.clear.addEventListener("click", () => this.onRange(null));
    this.element = node("div", "strip", this.canvas, this.svg, this.label, this.clear);
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "group");
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.range && this.onRange(null));
    this.svg.addEventListener("dblclick", () => this.onRange(null));
    this.group = select(this.svg).append("g").attr("class", "brush");
    this.brush = brushX().handleSize(10)
      .on("brush", (event) => event.sourceEvent && this.show(this.days(event.selection)))
      .on("end", (event) => event.sourceEvent && this.released(event.selection));
  }

  draw({ density, range, range_words: words }, look, width) {
    const empty = density.first == null || density.last == null || !density.counts.length;
    this.element.hidden = empty;
    if (empty) return;
    Object.assign(this, { density, look, width, range });
    this.scale = dayScale(density.first, density.last, width);
    Object.assign(this.svg.style, { width: `${width}px`, height: `${BARS}px` });
    this.group.call(this.brush.extent([[0, 0], [width, BARS]]));
    this.group.call(this.brush.move, range ? this.pixels(range) : null);
    this.show(range, words);
    const most = Math.max(0, ...density.counts);
    this.element.setAttribute("aria-label",
      `Events over time, ${rangeLabel(density.first, density.last)}, at most ${most} in a bar. Drag to choose dates, Escape clears.`);
  }

  pixels([first, last]) {
    const clip = (x) => Math.max(0, Math.min(this.width, x));
    return [clip(this.scale(toMs(first))), Math.max(clip(this.scale(toMs(first))) + 1, clip(this.scale(toMs(last + 1))))];
  }

  /** Whole days under a stretch of pixels, both included. */
  days([from, to]) {
    const first = Math.max(this.density.first, Math.round(dayAt(this.scale, from)));
    return [first, Math.max(first, Math.min(this.density.last, Math.round(dayAt(this.scale, to)) - 1))];
  }

  released(selection) {
    if (!selection) { // a plain click empties d3's brush; the filter stays until double click or Escape
      this.group.call(this.brush.move, this.range ? this.pixels(this.range) : null);
      return;
    }
    const range = this.days(selection);
    const { first, last, before, after } = this.density;
    const all = range[0] <= first && range[1] >= last && !before && !after;
    this.range = all ? null : range; // Escape must clear it also before Python has answered
    this.show(range);
    this.onRange(this.range);
  }

  /** @param {string} [words] the range as the filter says it, when it is the filter's. */
  show(range, words) {
    this.label.textContent = range ? words || rangeLabel(...range) : "";
    this.clear.hidden = !range;
    this.paint(range);
  }

  mark(day) {
    this.marked = day;
    if (this.scale && !this.element.hidden) this.paint(this.range);
  }

  paint(range) {
    const { density, look, width } = this;
    const pen = freshPen(this.canvas, width, BARS + AXIS);
    const most = Math.max(1, ...density.counts);
    const [from, to] = range ? this.pixels(range) : [0, width];
    const bar = width / density.counts.length;
    pen.fillStyle = look.text;
    density.counts.forEach((count, i) => {
      const middle = (i + 0.5) * bar;
      const within = middle >= from && middle <= to;
      const certain = density.certain?.[i] ?? count; // a page left open since before the bars had two tones
      const draw = (events, alpha) => {
        if (!events) return;
        const height = 3 + (events / most) * (BARS - 8);
        pen.globalAlpha = alpha;
        pen.fillRect(i * bar, BARS - height, Math.max(1, bar - (bar > 3 ? 1 : 0)), height);
      };
      if (count > certain) draw(count, within ? 0.22 : 0.09);
      draw(certain, within ? 0.55 : 0.18);
    });
    pen.globalAlpha = 0.25;
    pen.fillRect(0, BARS, width, 1);
    this.paintAxis(pen);
    this.paintBeyond(pen);
    this.paintMark(pen);
  }

  /** How many events lie before and after the strip, which leaves lone outliers out. */
  paintBeyond(pen) {
    const { before = 0, after = 0 } = this.density;
    pen.globalAlpha = 1;
    pen.textBaseline = "top";
    Object.assign(pen, { strokeStyle: this.look.paper, lineWidth: 4, lineJoin: "round" });
    const write = (text, x) => { // bars may stand behind it
      pen.strokeText(text, x, 2);
      pen.fillText(text, x, 2);
    };
    if (before) write(`\u2039 ${before} earlier`, 2);
    const text = `${after} later \u203a`;
    if (after) write(text, this.width - pen.measureText(text).width - 2);
  }

  paintAxis(pen) {
    pen.globalAlpha = 0.7;
    pen.font = `11px ${this.look.font}`;
    pen.textBaseline = "top";
    let free = -Infinity;
    for (const { x, label, context } of dayTicks(this.scale, Math.max(2, this.width / 80))) {
      const text = [label, context].filter(Boolean).join(" ");
      const wide = pen.measureText(text).width;
      const left = Math.max(0, Math.min(this.width - wide, x - wide / 2));
      if (left < free) continue;
      pen.fillText(text, left, BARS + 4);
      pen.fillRect(x, BARS, 1, 3);
      free = left + wide + 10;
    }
  }

  paintMark(pen) {
    if (this.marked == null) return;
    const x = this.scale(toMs(this.marked + 0.5));
    pen.globalAlpha = 1;
    pen.fillStyle = this.look.amber;
    pen.beginPath();
    pen.moveTo(x - 5, 0);
    pen.lineTo(x + 5, 0);
    pen.lineTo(x, 7);
    pen.fill();
    pen.fillRect(x - 0.75, 0, 1.5, BARS);
  }
}
