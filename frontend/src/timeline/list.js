/** The list: everything map and lanes show, in date order, undated last; only the rows in sight exist. */
import { highlighted } from "../highlight.js";
import { svgShape } from "../shapes.js";
import { node } from "./look.js";

const ROW = 64;
const HEADING = 34;
const SPARE = 4;

/** What is said of a date that the text does not state. */
export const BASIS_WORDS = { publication: "date guessed", inherited: "date carried over" };

/** What is said of a date by how much of it lies in the filter's range (0 to 1, undefined without one). */
export const doubtWords = (inside) => (inside === undefined || inside === null || inside >= 1 ? "" : "possibly inside");

export class List {
  /** @param {(index: number, byKeyboard: boolean) => void} pick an index into dated, then undated events. */
  constructor(pick) {
    this.pick = pick;
    this.rows = node("div", "list-rows");
    this.rows.setAttribute("role", "presentation");
    this.element = node("div", "list", this.rows);
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "listbox");
    this.element.setAttribute("aria-label", "Events in date order");
    this.current = -1;
    this.shift = 0;
    this.element.addEventListener("scroll", () => this.later());
    this.element.addEventListener("click", (event) => {
      const row = event.target.closest(".row");
      if (row) this.pick(Number(row.dataset.index), false);
    });
    this.element.addEventListener("keydown", (event) => this.key(event));
  }

  key(event) {
    const last = this.count - 1;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
    const steps = { ArrowDown: this.current + 1, ArrowUp: this.current - 1, Home: 0, End: last, PageDown: this.current + page, PageUp: this.current - page, Enter: this.current, " ": this.current };
    if (!(event.key in steps) || last < 0) return;
    event.preventDefault();
    this.pick(Math.max(0, Math.min(last, steps[event.key])), event.key !== "Enter" && event.key !== " ");
  }

  draw(payload, look) {
    Object.assign(this, { payload, look });
    this.dated = payload.events.id.length;
    this.undated = payload.undated.id.length;
    this.count = this.dated + this.undated;
    this.rows.style.height = `${this.count * ROW + (this.undated ? HEADING : 0)}px`;
    this.paint();
  }

  /** Playback: rows of other events become faint. @param {Set<number>|null} shown */
  show(shown) {
    this.shown = shown;
    this.paint();
  }

  /** [columns, place in them] of a row. */
  at(index) {
    return index < this.dated ? [this.payload.events, index] : [this.payload.undated, index - this.dated];
  }

  top(index) {
    return index * ROW + (this.undated && index >= this.dated ? HEADING : 0);
  }

  /** Marks the chosen event and brings it into sight; -1 for none. */
  select(index) {
    this.current = index;
    const { scrollTop, clientHeight } = this.element;
    const top = this.top(index);
    if (index >= 0 && top < scrollTop) this.element.scrollTop = Math.max(0, top - 8);
    else if (index >= 0 && top + ROW > scrollTop + clientHeight) this.element.scrollTop = top + ROW - clientHeight + 8;
    this.paint();
  }

  later() {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint());
  }

  paint() {
    if (!this.payload) return;
    const { scrollTop, clientHeight } = this.element;
    this.paintRows(scrollTop, clientHeight);
  }

  /** The rows from a pixel of the list on. */
  paintRows(scrollTop, clientHeight) {
    const from = Math.max(0, Math.floor((scrollTop - HEADING) / ROW) - SPARE);
    const to = Math.min(this.count, Math.ceil((scrollTop + clientHeight) / ROW) + SPARE);
    const shown = [];
    for (let index = from; index < to; index++) {
      if (index === this.dated) shown.push(this.heading());
      shown.push(this.row(index));
    }
    if (!this.count) shown.push(node("div", "list-empty", "No events in this view."));
    this.put(shown);
    if (this.current >= 0) this.element.setAttribute("aria-activedescendant", `event-${this.current}`);
    else this.element.removeAttribute("aria-activedescendant");
  }

  /** Rows that are as they were stay the nodes they are: a click whose row was exchanged under the pointer is lost. */
  put(shown) {
    const before = new Map([...this.rows.children].filter((row) => row.dataset.event).map((row) => [row.dataset.event, row]));
    const nodes = shown.map((row) => kept(before.get(row.dataset.event), row));
    const staying = new Set(nodes);
    for (const row of [...this.rows.children]) if (!staying.has(row)) row.remove();
    nodes.forEach((row, i) => this.rows.children[i] !== row && this.rows.insertBefore(row, this.rows.children[i] ?? null));
  }

  heading() {
    const heading = node("div", "list-heading", `Undated (${this.undated})`);
    heading.setAttribute("role", "presentation");
    heading.style.top = `${this.dated * ROW + this.shift}px`;
    return heading;
  }

  row(index) {
    const dated = index < this.dated;
    const [events, i] = this.at(index);
    const type = this.payload.types[events.type[i]];
    const row = node("div", "row", svgShape(type.shape, type[this.look.dark ? "dark" : "light"], 14));
    row.append(node("div", "row-main", this.facts(events, i, dated, type.name), title(events.title[i], this.payload.words)));
    row.classList.toggle("not-shown", Boolean(this.shown) && !(dated && this.shown.has(index)));
    row.id = `event-${index}`;
    row.dataset.index = index;
    row.dataset.event = events.id[i];
    row.style.top = `${this.top(index) + this.shift}px`;
    for (const [name, value] of [["role", "option"], ["aria-selected", index === this.current], ["aria-posinset", index + 1], ["aria-setsize", this.count]]) {
      row.setAttribute(name, value);
    }
    return row;
  }

  facts(events, i, dated, typeName) {
    const line = node("div", "row-facts", node("span", "when", dated ? events.date[i] : "No date"));
    const basis = dated ? BASIS_WORDS[events.basis[i]] : null;
    if (basis) line.append(node("span", `chip ${events.basis[i]}`, basis));
    const doubt = dated ? doubtWords(events.inside?.[i]) : "";
    if (doubt) line.append(node("span", "chip doubt", doubt));
    line.append(node("bdi", "where", ...(events.place[i] ? highlighted(events.place[i], this.payload.words) : ["no place"])), node("span", "type", typeName));
    const sources = events.sources[i];
    if (sources > 0) line.append(node("span", "sources", sources === 1 ? "1 source" : `${sources} sources`));
    if (events.disputed?.[i]) line.append(node("span", "chip disputed", events.disputed[i]));
    return line;
  }
}

/** The row that stood there, as the new one is by now, if it says the same; else the new one. */
function kept(old, fresh) {
  if (!old) return fresh;
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  return old.isEqualNode(fresh) ? old : fresh;
}

function title(text, words) {
  const line = node("div", "row-title", ...highlighted(text, words));
  line.dir = "auto";
  return line;
}
