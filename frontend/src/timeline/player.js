/**
 * Playback: the events one after another, or by day, week or month; each alone or what came before staying. Empty
 * stretches are skipped. It only shows and selects; the filter stays as it is.
 */
import { rangeLabel } from "./days.js";
import { node } from "./look.js";

const STEPS = { event: "event", day: "day", week: "week", month: "month" };
const MODES = { cumulative: "keep earlier", window: "only this step" };
/** Milliseconds a step stands. */
const SPEEDS = { "½×": 4000, "1×": 2000, "2×": 1000, "4×": 500 };

/** The stretch of days that holds a day: itself, its week from Monday, its month. */
const STRETCHES = {
  day: (day) => [day, day],
  week: (day) => {
    const monday = day - ((((day + 3) % 7) + 7) % 7); // 1970-01-01 was a Thursday
    return [monday, monday + 6];
  },
  month: (day) => {
    const date = new Date(day * 86_400_000);
    const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    return [first / 86_400_000, next / 86_400_000 - 1];
  },
};

/**
 * The steps of a playback: [{label, now: [first index, last index], days}], in order; every event is in one step at least.
 * @param {{first: number[], last: number[]}} events in date order @param {string} by
 */
export function stepsOf(events, by) {
  const { first, last } = events;
  if (by === "event") return first.map((day, i) => ({ indices: [i], days: [day, last[i]] }));
  const steps = new Map();
  first.forEach((day, i) => {
    const [from, to] = STRETCHES[by](day);
    if (!steps.has(from)) steps.set(from, { indices: [], days: [from, to] });
    steps.get(from).indices.push(i);
  });
  return [...steps.values()];
}

export class Player {
  /** @param {{show: (indices: number[]|null, days: [number, number]|null) => void, pick: (index: number) => void}} on */
  constructor(on) {
    Object.assign(this, { on, at: -1, steps: [], playing: false });
    this.play = this.button("\u25b6", "Play", () => (this.playing ? this.pause() : this.start()));
    this.play.className = "player-play";
    this.back = this.button("\u25c2", "Step back", () => this.stepped(this.at - 1));
    this.next = this.button("\u25b8", "Step on", () => this.stepped(this.at + 1));
    this.stop = this.button("\u25a0", "End playback and show all", () => this.end());
    this.by = this.choice("Step by", STEPS, () => this.restart());
    this.mode = this.choice("Earlier events", MODES, () => this.show());
    this.speed = this.choice("Speed", Object.fromEntries(Object.keys(SPEEDS).map((name) => [name, name])), () => this.playing && this.start());
    this.speed.value = "1×";
    this.where = node("span", "player-where");
    this.where.setAttribute("aria-live", "polite");
    this.element = node("div", "player", this.back, this.play, this.next, this.stop, this.by, this.mode, this.speed, this.where);
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Playback. Space plays and pauses, arrows step, Escape ends it.");
    this.element.tabIndex = 0;
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  button(sign, label, act) {
    const button = node("button", "", sign);
    Object.assign(button, { type: "button", title: label });
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    return button;
  }

  choice(label, options, act) {
    const select = node("select", "", ...Object.entries(options).map(([value, words]) => Object.assign(node("option", "", words), { value })));
    select.setAttribute("aria-label", label);
    select.title = label;
    select.addEventListener("change", act);
    return select;
  }

  /** Keys only count while the bar itself has the focus: in a list or a field they mean something else. */
  key(event) {
    if (event.target !== this.element) return;
    const act = { " ": () => (this.playing ? this.pause() : this.start()), ArrowRight: () => this.stepped(this.at + 1),
      ArrowLeft: () => this.stepped(this.at - 1), Escape: () => this.end() }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** New events: playback ends, unless they are the same. */
  update(payload) {
    const same = this.version === payload.version;
    Object.assign(this, { payload, version: payload.version });
    if (!same) this.end();
    this.element.hidden = payload.events.id.length < 2;
  }

  restart() {
    const going = this.playing;
    const day = this.at >= 0 ? this.steps[this.at].days[0] : null;
    this.steps = stepsOf(this.payload.events, this.by.value);
    if (day === null) return;
    this.at = Math.max(0, this.steps.findIndex(({ days }) => days[1] >= day));
    this.show();
    if (going) this.start();
  }

  start() {
    if (this.at < 0) this.steps = stepsOf(this.payload.events, this.by.value);
    if (!this.steps.length) return;
    this.playing = true;
    this.sign();
    if (this.at < 0 || this.at >= this.steps.length - 1) this.at = -1;
    this.go();
  }

  go() {
    clearTimeout(this.timer);
    this.stepTo(this.at + 1);
    if (this.at >= this.steps.length - 1) this.pause();
    else this.timer = setTimeout(() => this.playing && this.go(), SPEEDS[this.speed.value]);
  }

  pause() {
    clearTimeout(this.timer);
    this.playing = false;
    this.sign();
  }

  /** By hand: it pauses. */
  stepped(to) {
    this.pause();
    if (this.at < 0) this.steps = stepsOf(this.payload.events, this.by.value);
    this.stepTo(to);
  }

  stepTo(to) {
    if (!this.steps.length) return;
    this.at = Math.max(0, Math.min(this.steps.length - 1, to));
    this.show();
    this.on.pick(this.steps[this.at].indices[0]);
  }

  show() {
    if (this.at < 0) return;
    const { indices, days } = this.steps[this.at];
    const shown = this.mode.value === "window" ? indices : this.steps.slice(0, this.at + 1).flatMap((step) => step.indices);
    this.on.show(shown, days);
    const words = this.by.value === "event" ? this.payload.events.date[indices[0]] : rangeLabel(...days);
    this.where.textContent = `${(this.at + 1).toLocaleString("en")} of ${this.steps.length.toLocaleString("en")} \u00b7 ${words}`;
    this.where.title = this.where.textContent;
    this.stop.hidden = false;
  }

  end() {
    this.pause();
    this.at = -1;
    this.steps = [];
    this.where.textContent = "";
    this.stop.hidden = true;
    this.on.show(null, null);
  }

  sign() {
    this.play.textContent = this.playing ? "\u2016" : "\u25b6";
    this.play.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    this.play.title = this.playing ? "Pause" : "Play";
  }

  leave() {
    clearTimeout(this.timer);
  }
}
