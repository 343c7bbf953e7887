/**
 * The events as marks on a date axis, on one canvas. One day: the type's shape. A span that went on throughout: a solid
 * bar. Some day within a span: a bar with soft ends. Guessed from publication: hatched. Inherited: lighter. Dates that
 * another source gives, or that the words may mean as well: dots joined to it. The less of a date lies in the filter's
 * range, the fainter.
 */
import { select } from "d3-selection";
import { zoom as makeZoom, zoomIdentity } from "d3-zoom";
import { icon } from "../icons.js";
import { tracePath } from "../shapes.js";
import { dayAt, dayScale, dayTicks, rangeLabel, toMs } from "./days.js";
import { freshPen, node } from "./look.js";
import { pack } from "./packing.js";

const AXIS = 32;
const BAR = 26;
const GLYPH = 5;
/** Spans narrower than this many pixels are drawn as one mark. */
const NARROW = 11;
/** What a hand can aim at, in pixels: where a day is narrower, dropping on it means some days. */
const HAND = 6;
const WEAK = { inherited: 0.5 };
/** Other dates of an event keep its lane free and its title off when they lie within this share of the width. */
const REACH = 0.25;
/** How faint a date is drawn that lies all but outside the range. */
const FAINT = 0.3;
/** The first look goes to the shortest stretch with `part` of the events when it is at most `share` of all the time. */
const FOCUS = { least: 12, part: 0.6, air: 0.3, share: 0.25 };

export class Lanes {
  /** @param {{pick: (index: number) => void, hover: (index: number|null, event?: PointerEvent) => void, painted: Function}} on */
  constructor(on) {
    this.on = on;
    this.canvas = node("canvas", "lanes-canvas");
    this.earlier = this.button("lanes-more", "", () => this.step(-1));
    this.window = node("span", "lanes-window");
    this.later = this.button("lanes-more", "", () => this.step(1));
    this.buttons = node("span", "lanes-zoom");
    this.element = node("div", "lanes", node("div", "lanes-bar", this.earlier, this.window, this.later, this.buttons), this.canvas);
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    this.drawn = [];
    this.selected = -1;
    this.transform = zoomIdentity;
    this.zoom = makeZoom().filter(wanted).on("zoom", ({ transform }) => {
      this.transform = transform;
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.paint());
    });
    select(this.canvas).call(this.zoom).on("dblclick.zoom", null);
    this.addButtons();
    this.listen();
  }

  addButtons() {
    const steps = [["+", "Zoom in", () => this.by(1.8)], ["\u2212", "Zoom out", () => this.by(1 / 1.8)], [icon("all"), "Show all dates", () => this.reset()], [icon("selected"), "Show the selected event's dates", () => this.fitSelection()]];
    for (const [sign, label, act] of steps) {
      const button = this.button("", sign, act);
      button.title = label;
      button.setAttribute("aria-label", label);
      this.buttons.append(button);
    }
  }

  button(className, sign, act) {
    const button = node("button", className, sign);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  listen() {
    const at = (event) => this.hit(event.offsetX, event.offsetY);
    this.canvas.addEventListener("pointermove", (event) => {
      const index = at(event);
      this.canvas.style.cursor = index === null ? "" : "pointer";
      this.on.hover(index, event);
    });
    this.canvas.addEventListener("pointerleave", () => this.on.hover(null));
    this.canvas.addEventListener("click", (event) => {
      const index = at(event);
      if (index !== null) this.on.pick(index);
    });
    this.canvas.addEventListener("keydown", (event) => {
      const act = { "+": () => this.by(1.8), "=": () => this.by(1.8), "-": () => this.by(1 / 1.8), 0: () => this.reset(),
        ArrowLeft: () => this.pan(80), ArrowRight: () => this.pan(-80) }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    });
  }

  by(factor) {
    select(this.canvas).call(this.zoom.scaleBy, factor);
  }

  pan(pixels) {
    select(this.canvas).call(this.zoom.translateBy, pixels / this.transform.k, 0);
  }

  reset() {
    select(this.canvas).call(this.zoom.transform, zoomIdentity);
  }

  /** Puts the days [first, last] into the whole width. */
  lookAt(first, last) {
    const from = this.base(toMs(first));
    const k = this.width / Math.max(1e-6, this.base(toMs(last + 1)) - from);
    select(this.canvas).call(this.zoom.transform, zoomIdentity.scale(k).translate(-from, 0));
  }

  /** The selected event's days with some room around them. */
  fitSelection() {
    const { first, last } = this.payload?.events ?? {};
    if (this.selected < 0) return;
    const air = Math.max(3, Math.ceil((last[this.selected] - first[this.selected]) * 0.5));
    this.lookAt(Math.max(this.domain[0], first[this.selected] - air), Math.min(this.domain[1], last[this.selected] + air));
  }

  /** Playback: only these events, null for all. @param {Set<number>|null} shown */
  show(shown) {
    this.shown = shown;
    if (this.base) this.paint();
  }

  focus() {
    const [from, to] = densest(this.payload.events, FOCUS.part);
    const air = Math.max(3, (to - from) * FOCUS.air);
    const worth = this.payload.events.id.length >= FOCUS.least && (to - from) / (this.domain[1] - this.domain[0] + 1) <= FOCUS.share;
    if (worth) this.lookAt(Math.max(Math.floor(from - air), this.domain[0]), Math.min(Math.ceil(to + air), this.domain[1]));
    else this.reset();
  }

  /**
   * The days an event would be dropped on at a point of the page, null outside: one where the hand can tell days apart,
   * else all that lie under the pointer. Shows them until it is told null.
   *
   * @param {[number, number]|null} point
   */
  aim(point) {
    this.aimed ??= this.element.appendChild(node("div", "lanes-aim"));
    const box = this.canvas.getBoundingClientRect();
    const [x, y] = point ? [point[0] - box.left, point[1] - box.top] : [-1, -1];
    this.aimed.hidden = !this.base || x < 0 || y < 0 || x > box.width || y > box.height;
    if (this.aimed.hidden) return null;
    const scale = this.transform.rescaleX(this.base);
    const fine = scale(toMs(1)) - scale(toMs(0)) >= HAND;
    const [first, last] = fine ? [dayAt(scale, x), dayAt(scale, x)] : [dayAt(scale, x - HAND / 2), dayAt(scale, x + HAND / 2)];
    const days = [Math.floor(first), Math.floor(last)];
    const left = scale(toMs(days[0]));
    Object.assign(this.aimed.style, {
      left: `${this.canvas.offsetLeft + left}px`, top: `${this.canvas.offsetTop}px`,
      width: `${Math.max(2, scale(toMs(days[1] + 1)) - left)}px`, height: `${this.height - AXIS}px`,
    });
    return { days, words: rangeLabel(...days) };
  }

  /** To the nearest event out of sight on one side. */
  step(side) {
    const { first, last } = this.payload.events;
    const scale = this.transform.rescaleX(this.base);
    let nearest = -1;
    for (let i = 0; i < first.length; i++) {
      const hidden = side < 0 ? scale(toMs(last[i] + 1)) < -2 : scale(toMs(first[i])) > this.width + 2;
      if (hidden && (nearest < 0 || (side < 0 ? last[i] > last[nearest] : first[i] < first[nearest]))) nearest = i;
    }
    if (nearest >= 0) this.reveal(nearest);
  }

  /** @param {object} payload the timeline payload @param {[number, number]} domain first and last day in sight */
  draw(payload, domain, look, width, height) {
    const moved = !this.domain || domain[0] !== this.domain[0] || domain[1] !== this.domain[1];
    const stretched = this.width ? width / this.width : 1;
    Object.assign(this, { payload, domain, look, width, height: height - BAR });
    this.colours = payload.types.map((type) => type[look.dark ? "dark" : "light"]);
    this.base = dayScale(domain[0], domain[1], width);
    this.widths = null;
    const days = domain[1] - domain[0] + 1;
    const all = [[0, 0], [width, this.height]];
    this.zoom.extent(all).translateExtent(all).scaleExtent([1, Math.max(1, days / 4)]);
    if (moved) this.focus();
    else if (stretched !== 1) this.keepDays(stretched);
    this.canvas.setAttribute("aria-label",
      `${payload.events.id.length} dated events on a date axis. The list below has the same events. Plus and minus zoom, arrows move.`);
    this.paint();
  }

  /** The same days in another width: what the zoom keeps is in pixels. The page's layout may come after the first drawing. */
  keepDays(stretched) {
    const { k, x } = this.transform;
    select(this.canvas).call(this.zoom.transform, zoomIdentity.translate(x * stretched, 0).scale(k));
  }

  select(index) {
    this.selected = index;
    if (!this.base) return;
    if (index >= 0) this.reveal(index);
    this.paint();
  }

  /** Moves a zoomed view so that the event is in sight, and widens it to one that is longer than the view. */
  reveal(index) {
    const { first, last } = this.payload.events;
    const scale = this.transform.rescaleX(this.base);
    if (scale(toMs(last[index] + 1)) >= 0 && scale(toMs(first[index])) <= this.width) return;
    const days = last[index] - first[index] + 1;
    if (this.base(toMs(last[index] + 1)) - this.base(toMs(first[index])) > (this.width / this.transform.k) * 0.8) {
      const air = Math.ceil(days * 0.2);
      this.lookAt(Math.max(this.domain[0], first[index] - air), Math.min(this.domain[1], last[index] + air));
      return;
    }
    const middle = this.base(toMs((first[index] + last[index] + 1) / 2));
    select(this.canvas).call(this.zoom.translateTo, middle, 0);
  }

  paint() {
    if (!this.payload || this.width < 10) return;
    const pen = freshPen(this.canvas, this.width, this.height);
    const scale = this.transform.rescaleX(this.base);
    const room = this.height - AXIS - 8;
    this.paintAxis(pen, scale, room);
    const boxes = this.boxes(pen, scale);
    const packed = pack(boxes, room, this.width);
    this.drawn = boxes;
    boxes.forEach((box, i) => {
      box.y = 4 + (packed.lane[i] + 0.5) * packed.laneHeight;
      box.room = packed.room[i];
      box.from = box.room < 0 ? box.x0 - box.text - 6 : box.x0;
      box.to = box.room > 0 ? box.x1 + Math.min(box.text, box.room) + 6 : box.x1;
      box.half = packed.laneHeight / 2;
    });
    this.tellWindow(scale);
    const size = Math.min(GLYPH, packed.laneHeight / 2 - 0.5);
    pen.globalAlpha = packed.crowded ? 0.7 : 1;
    for (const box of boxes) if (box.index !== this.selected) this.paintEvent(pen, box, size, packed);
    pen.globalAlpha = 1;
    for (const box of boxes) if (box.index === this.selected) this.paintSelected(pen, box, size, packed);
    this.on.painted(scale, boxes, this.selected, this.look, this.width);
  }

  /** What days are in sight, and how many events lie before and after them. */
  tellWindow(scale) {
    const { first, last } = this.payload.events;
    const before = last.filter((day) => scale(toMs(day + 1)) < -2).length;
    const after = first.filter((day) => scale(toMs(day)) > this.width + 2).length;
    this.earlier.textContent = before ? `\u2039 ${before.toLocaleString("en")} earlier` : "";
    this.later.textContent = after ? `${after.toLocaleString("en")} later \u203a` : "";
    this.earlier.hidden = !before;
    this.later.hidden = !after;
    this.window.textContent = rangeLabel(Math.floor(dayAt(scale, 0) + 1e-6), Math.ceil(dayAt(scale, this.width) - 1e-6) - 1);
  }

  /** The events in sight as pixels, in order of their left edge. */
  boxes(pen, scale) {
    const { first, last, title } = this.payload.events;
    const boxes = [];
    pen.font = `12px ${this.look.font}`;
    for (let index = 0; index < first.length; index++) {
      if (this.shown && !this.shown.has(index)) continue;
      const from = scale(toMs(first[index]));
      const to = scale(toMs(last[index] + 1));
      if (to < -2 || from > this.width + 2) continue;
      const span = last[index] > first[index] && to - from >= NARROW;
      const middle = (from + to) / 2;
      const [left, right] = span ? [from, to] : [middle - GLYPH - 1, middle + GLYPH + 1];
      const dots = this.dots(index, scale);
      const reached = dots.filter((x) => Math.abs(x - middle) <= this.width * REACH);
      boxes.push({ index, span, left, right, x0: Math.min(left, ...reached.map((x) => x - 4)), x1: Math.max(right, ...reached.map((x) => x + 4)), middle, dots, text: 0 });
    }
    boxes.sort((a, b) => a.x0 - b.x0 || b.x1 - a.x1);
    if (boxes.length <= 400) for (const box of boxes) box.text = this.textWidth(pen, title[box.index], box.index);
    return boxes;
  }

  /** Where the other dates of an event lie: the middles of their days, in pixels. */
  dots(index, scale) {
    return (this.payload.events.others?.[index] ?? []).map(([first, last]) => (scale(toMs(first)) + scale(toMs(last + 1))) / 2);
  }

  textWidth(pen, title, index) {
    this.widths ??= new Map();
    if (!this.widths.has(index)) this.widths.set(index, pen.measureText(title).width);
    return this.widths.get(index);
  }

  paintEvent(pen, box, size, packed) {
    const { type, basis, extent, approximate, title, inside } = this.payload.events;
    const { index } = box;
    const colour = this.colours[type[index]];
    const shape = this.payload.types[type[index]].shape;
    const alpha = pen.globalAlpha;
    pen.globalAlpha = alpha * (WEAK[basis[index]] ?? 1) * (inside ? FAINT + (1 - FAINT) * inside[index] : 1);
    const guess = basis[index] === "publication";
    const soft = extent[index] === "within" || approximate[index];
    if (box.dots.length) this.paintOthers(pen, box, size, colour);
    if (box.span) this.paintBar(pen, box, size, colour, soft, guess);
    this.paintGlyph(pen, box, size, shape, colour, guess);
    pen.globalAlpha = alpha;
    if (box.room) this.paintTitle(pen, box, title[index], packed.font);
  }

  /** Far ones only of the selected event: their lines would cross what others tell. */
  paintOthers(pen, { index, middle, dots, y }, size, colour) {
    const near = dots.filter((x) => index === this.selected || Math.abs(x - middle) <= this.width * REACH);
    if (!near.length) return;
    pen.save();
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5;
    pen.setLineDash([2, 3]);
    pen.beginPath();
    pen.moveTo(Math.max(Math.min(middle, ...near), -9), y);
    pen.lineTo(Math.min(Math.max(middle, ...near), this.width + 9), y);
    pen.stroke();
    pen.setLineDash([]);
    pen.fillStyle = this.look.paper;
    for (const x of near) {
      pen.beginPath();
      pen.arc(x, y, Math.min(3, size * 0.6), 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
    }
    pen.restore();
  }

  paintBar(pen, { left: from, right: to, y }, size, colour, soft, guess) {
    const height = size * 1.3;
    const left = Math.max(from, -40), right = Math.min(to, this.width + 40);
    if (soft) {
      const fade = pen.createLinearGradient(from, 0, to, 0);
      for (const [stop, alpha] of [[0, "00"], [0.22, "b0"], [0.78, "b0"], [1, "00"]]) fade.addColorStop(stop, colour + alpha);
      pen.fillStyle = fade;
    } else pen.fillStyle = colour;
    pen.beginPath();
    if (soft) pen.rect(left, y - height / 2, right - left, height);
    else pen.roundRect(left, y - height / 2, right - left, height, height / 2);
    pen.fill();
    if (guess) {
      pen.save();
      pen.clip();
      hatch(pen, left, right, y, height, this.look.paper);
      pen.restore();
    }
  }

  /** A guessed day is hollow with a stroke through it: the same cue as the hatching of a bar. */
  paintGlyph(pen, { middle, left, right, span, y }, size, shape, colour, guess) {
    const x = span ? Math.min(Math.max(middle, Math.max(left, 0) + size), Math.max(Math.min(right, this.width) - size, left)) : middle;
    pen.lineWidth = 3;
    pen.strokeStyle = this.look.paper;
    tracePath(pen, shape, x, y, size);
    pen.stroke();
    pen.fillStyle = guess ? this.look.paper : colour;
    pen.fill();
    if (!guess) return;
    pen.lineWidth = 1.5;
    pen.strokeStyle = colour;
    pen.stroke();
    pen.save();
    pen.clip();
    hatch(pen, x - size, x + size, y, size * 2, colour);
    pen.restore();
  }

  paintTitle(pen, box, title, size) {
    pen.font = `${size}px ${this.look.font}`;
    pen.textBaseline = "middle";
    pen.fillStyle = this.look.text;
    const gap = box.index === this.selected ? 9 : 4;
    if (box.room < 0) {
      pen.fillText(title, Math.min(box.x0, this.width) - gap - box.text, box.y + 0.5);
      return;
    }
    const left = Math.max(box.x1, 0) + gap;
    const room = Math.min(box.room, this.width - left - 2);
    if (room > 24) pen.fillText(shortened(pen, title, box.text, room), left, box.y + 0.5);
  }

  paintSelected(pen, box, size, packed) {
    const { amber, paper } = this.look;
    pen.beginPath();
    if (box.span) pen.roundRect(Math.max(box.left, -9) - 3, box.y - size - 3, Math.min(box.right, this.width + 9) - Math.max(box.left, -9) + 6, size * 2 + 6, size + 3);
    else pen.arc(box.middle, box.y, size + 4.5, 0, 2 * Math.PI);
    pen.lineWidth = 6;
    pen.strokeStyle = paper;
    pen.stroke();
    pen.lineWidth = 2.5;
    pen.strokeStyle = amber;
    pen.stroke();
    this.paintEvent(pen, box, size, packed);
  }

  paintAxis(pen, scale, room) {
    pen.font = `11px ${this.look.font}`;
    pen.textBaseline = "top";
    pen.fillStyle = this.look.text;
    const top = room + 8;
    let free = -Infinity, freeBelow = -Infinity;
    for (const { x, label, context } of dayTicks(scale, Math.max(2, this.width / 70))) {
      pen.globalAlpha = 0.1;
      pen.fillRect(Math.round(x), 0, 1, top);
      pen.globalAlpha = 0.75;
      const wide = pen.measureText(label).width;
      const left = Math.max(1, Math.min(this.width - wide - 1, x - wide / 2));
      if (left >= free && x >= -1 && x <= this.width + 1) {
        pen.fillText(label, left, top + 3);
        free = left + wide + 8;
      }
      const below = pen.measureText(context).width;
      const start = Math.max(1, Math.min(this.width - below - 1, x - wide / 2));
      if (context && start >= freeBelow) {
        pen.fillText(context, start, top + 17);
        freeBelow = start + below + 10;
      }
    }
    pen.globalAlpha = 0.25;
    pen.fillRect(0, top, this.width, 1);
    pen.globalAlpha = 1;
  }

  /** The event at a point of the canvas, the upmost first, or null. */
  hit(x, y) {
    for (let i = this.drawn.length - 1; i >= 0; i--) {
      const box = this.drawn[i];
      if (x >= box.from - 3 && x <= box.to + 3 && Math.abs(y - box.y) <= Math.max(5, box.half)) return box.index;
    }
    return null;
  }
}

/** The shortest stretch of days that holds the middles of a part of the events. */
function densest({ first, last }, part) {
  const middles = first.map((day, i) => (day + last[i]) / 2).sort((a, b) => a - b);
  const held = Math.max(0, Math.ceil(middles.length * part) - 1);
  let best = [middles[0], middles[held]];
  for (let i = 0; i + held < middles.length; i++) {
    if (middles[i + held] - middles[i] < best[1] - best[0]) best = [middles[i], middles[i + held]];
  }
  return best;
}

/** The wheel scrolls the page unless Ctrl or Cmd is held; one finger scrolls, two zoom. */
function wanted(event) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  if (event.touches) return event.touches.length > 1;
  return !event.button;
}

function hatch(pen, left, right, y, height, colour) {
  pen.lineWidth = 1.6;
  pen.strokeStyle = colour;
  pen.beginPath();
  for (let x = left - height; x < right + height; x += 5) {
    pen.moveTo(x, y + height);
    pen.lineTo(x + height * 2, y - height);
  }
  pen.stroke();
}

function shortened(pen, text, width, room) {
  if (width <= room) return text;
  let keep = Math.max(1, Math.floor((text.length * room) / width) - 1);
  while (keep > 1 && pen.measureText(`${text.slice(0, keep)}…`).width > room) keep -= 1;
  return `${text.slice(0, keep).trimEnd()}…`;
}
