/** The timeline: density strip, lanes and list as one Streamlit component (v2), drawn from the timeline payload. */
import { joinBus } from "../bus.js";
import { svgShape } from "../shapes.js";
import { joinDesk } from "../desk.js";
import { BinLanes } from "./bins.js";
import { Lanes } from "./lanes.js";
import { BASIS_WORDS, List, doubtWords } from "./list.js";
import { node, readLook } from "./look.js";
import { picture } from "./picture.js";
import { Player } from "./player.js";
import { printable } from "./print.js";
import { HEIGHT as PUBLICATIONS, Publications } from "./publications.js";
import { PagedList } from "./pages.js";
import { Strip } from "./strip.js";

const STRIP = 62;
const PLAYER = 32;

class Timeline {
  constructor(host) {
    this.host = host;
    this.selected = null;
    this.strip = new Strip((range) => this.tell("range", range ? { first: range[0], last: range[1] } : { clear: true }));
    this.publications = new Publications((day) => this.tell("known", day === null ? { clear: true } : { day }));
    this.lanes = new Lanes({
      pick: (index) => this.pick(index, false),
      hover: (index, event) => this.hover(index, event),
      painted: (...drawn) => this.publications.paint(...drawn),
    });
    this.player = new Player({ show: (indices) => this.show(indices), pick: (index) => this.pick(index, true) });
    this.list = new List((index, later) => this.pick(index, later));
    this.tip = node("div", "tip");
    this.tip.hidden = true;
    this.small = { lanes: this.lanes, list: this.list };
    this.desk = joinDesk(window);
    this.bus = joinBus(window);
    this.bus?.on("timeline", (id) => this.select(id));
    if (this.bus) this.bus.parts.timeline = { picture: () => picture(this.host), aim: (point) => this.lanes.aim(point) };
    this.selected = this.bus?.selected ?? null;
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(host);
    this.unprint = printable(this);
  }

  /** Lanes and list that ask for what they show; made when first needed. */
  makeLarge() {
    const lanes = new BinLanes({
      pickId: (id) => this.pickId(id, false),
      goTo: (day) => this.desk?.ask(this.payload.version, "day", day),
      hover: (events, index, event) => this.card(events, index, event),
      hint: (card, event) => this.showTip(card, event),
    }, this.desk);
    const list = new PagedList((index, later) => this.pick(index, later), this.desk);
    this.desk?.hear("lanes", (answer, version) => lanes.hear(answer, version));
    this.desk?.hear("page", (page, version) => version === this.payload.version && list.take(page));
    this.desk?.hear("find", ({ id, at }, version) => version === this.payload.version && id === this.selected && this.found(at));
    this.desk?.hear("day", (at, version) => version === this.payload.version && list.await(at));
    return { lanes, list };
  }

  /** Chooses the parts for a payload: one that holds its events, or one that asks for them. */
  arrange(payload) {
    const parts = payload.large ? (this.asking ??= this.makeLarge()) : this.small;
    if (parts.list === this.list && this.host.contains(this.list.element)) return;
    Object.assign(this, parts);
    this.host.replaceChildren(this.strip.element, this.player.element, this.lanes.element, this.publications.element, this.list.element, this.tip);
  }

  /** @param {{payload: object, height: number}} data */
  update({ payload, height }) {
    const changed = this.payload?.version !== payload.version;
    this.payload = payload;
    this.arrange(payload);
    if (changed) this.desk?.learn(payload.large?.page);
    this.ids = new Map([...payload.events.id, ...payload.undated.id].map((id, index) => [id, index]));
    this.player.update(payload);
    this.publications.update(payload);
    this.height = height;
    this.host.dataset.version = payload.version;
    this.host.style.height = `${height}px`;
    this.draw();
    if (changed && !payload.large && !this.ids.has(this.selected)) this.list.element.scrollTop = 0;
    this.select(this.selected);
  }

  draw() {
    const { payload, host } = this;
    const width = host.clientWidth;
    if (!payload || width < 40) return;
    const look = readLook(host);
    host.dataset.dark = look.dark;
    this.bus?.ask("map", "setTheme", look.dark ? "dark" : "light"); // the frame does not hear of the page's theme
    this.width = width;
    const lanes = Math.round(Math.max(130, Math.min(320, (this.height - STRIP - PLAYER - PUBLICATIONS) * 0.42)));
    this.strip.draw(payload, look, width);
    this.lanes.draw(payload, this.domain(), look, width, lanes);
    this.list.draw(payload, look);
  }

  /** What the lanes show: the filtered range; else all of the shown events, with a little air. */
  domain() {
    const { range, events, density, large } = this.payload;
    if (large) return large.domain;
    if (range) return range;
    if (!events.id.length) return density.first == null ? [0, 0] : [density.first, density.last];
    const first = events.first.reduce((a, b) => Math.min(a, b));
    const last = events.last.reduce((a, b) => Math.max(a, b));
    const air = Math.max(1, Math.round((last - first) * 0.03));
    return [first - air, last + air];
  }

  resized() {
    if (this.host.clientWidth !== this.width) this.draw();
  }

  idAt(index) {
    if (this.payload.large) return this.list.idAt(index);
    const { events, undated } = this.payload;
    return index < events.id.length ? events.id[index] : undated.id[index - events.id.length];
  }

  pick(index, later) {
    this.pickId(this.idAt(index), later);
  }

  pickId(id, later) {
    this.select(id);
    this.bus?.select(id, "timeline", later);
  }

  select(id) {
    this.selected = id;
    if (!this.payload) return;
    if (this.payload.large) {
      this.selectLarge(id);
      return;
    }
    const index = this.ids.get(id) ?? -1;
    const dated = index >= 0 && index < this.payload.events.id.length;
    this.list.select(index);
    this.lanes.select(dated ? index : -1);
    const { first, last } = this.payload.events;
    this.strip.mark(dated ? (first[index] + last[index]) / 2 : null);
  }

  /** Playback: only these dated events, null for all; the list keeps its rows, faint where they are not shown. */
  show(indices) {
    const shown = indices && new Set(indices);
    this.small.lanes.show(shown);
    this.small.list.show(shown);
    this.bus?.show(indices && new Set(indices.map((index) => this.payload.events.id[index])));
  }

  /** An event that has not been sent yet is asked for; lanes and strip show it when it comes. */
  selectLarge(id) {
    const index = id === null ? -1 : this.list.indexOf(id);
    if (id !== null && index < 0) this.desk?.ask(this.payload.version, "find", id);
    this.found(index);
  }

  found(index) {
    const [page, i] = (index >= 0 && this.list.at(index)) || [];
    const dated = page && index < this.payload.large.dated;
    this.list.select(index);
    this.lanes.choose(dated ? { id: page.id[i], first: page.first[i], last: page.last[i] } : null);
    this.strip.mark(dated ? (page.first[i] + page.last[i]) / 2 : null);
  }

  hover(index, event) {
    if (index === null) this.showTip(null);
    else this.card(this.payload.events, index, event);
  }

  card(events, index, event) {
    const { types } = this.payload;
    const type = types[events.type[index]];
    const sources = events.sources[index];
    const facts = [events.date[index], BASIS_WORDS[events.basis[index]], doubtWords(events.inside?.[index]), events.place[index], sources > 0 && `${sources} ${sources === 1 ? "source" : "sources"}`];
    const kind = node("div", "tip-type", svgShape(type.shape, type[this.host.dataset.dark === "true" ? "dark" : "light"], 11), type.name);
    const name = node("div", "tip-title", events.title[index]);
    name.dir = "auto";
    this.showTip([kind, name, node("div", "tip-facts", facts.filter(Boolean).join(" · "))], event);
  }

  showTip(lines, event) {
    this.tip.hidden = !lines;
    if (!lines) return;
    this.tip.replaceChildren(...lines);
    const home = this.host.getBoundingClientRect();
    const left = Math.max(4, Math.min(event.clientX - home.left + 14, home.width - this.tip.offsetWidth - 4));
    this.tip.style.transform = `translate(${left}px, ${event.clientY - home.top + 18}px)`;
  }

  leave() {
    this.unprint();
    this.observer.disconnect();
    this.player.leave();
    this.bus?.listeners.delete("timeline");
    if (this.bus) delete this.bus.parts.timeline;
    this.bus?.show(null);
  }
}

const timelines = new WeakMap();

/** Streamlit calls this at mount and with every new data. */
export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector(".timeline");
  if (!timelines.has(host)) timelines.set(host, new Timeline(host));
  const timeline = timelines.get(host);
  timeline.tell = setTriggerValue;
  timeline.update(data);
  return () => {
    timeline.leave();
    timelines.delete(host);
  };
}
