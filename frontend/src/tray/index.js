/**
 * A tray: events without a date or a place. One takes its place by typing, or is dragged there: an undated event onto the
 * lanes, one without a place onto the map. How finely the hand can aim decides how exact the date or place becomes.
 */
import { joinBus } from "../bus.js";

/** Pixels the pointer moves before a press counts as dragging. */
const SLACK = 5;
const TARGETS = { Date: "timeline", Place: "map" };

function element(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children); // strings become text nodes
  return node;
}

class Tray {
  constructor(root) {
    this.bus = joinBus(window);
    this.list = element("ul", "rows");
    this.rows = new Map();
    this.note = element("p", "note");
    this.ghost = element("div", "ghost");
    this.ghost.hidden = true;
    this.ghost.setAttribute("role", "status");
    root.append(this.note, this.list, this.ghost);
  }

  update(data, tell) {
    Object.assign(this, { data, tell });
    const { editable, rows, held } = data;
    const where = editable === "Date" ? "the lanes" : "the map";
    this.note.textContent = `Type ${this.data.forms} and press Enter, or drag an event by \u2807 onto ${where}.`
      + (held > rows.length ? ` The first ${rows.length}: the list beside the map holds all of them.` : "");
    this.place(rows);
  }

  /** A row stays the same node as long as its event is here: what is being typed in it must not be lost, nor its focus. */
  place(rows) {
    const focused = this.focusedRow();
    const before = [...this.list.children];
    const wanted = rows.map((row) => this.rows.get(row.id) ?? this.row(row));
    this.rows = new Map(rows.map(({ id }, i) => [id, wanted[i]]));
    for (const old of before) if (!wanted.includes(old)) old.remove();
    wanted.forEach((row, i) => {
      if (this.list.children[i] !== row) this.list.insertBefore(row, this.list.children[i] ?? null);
    });
    if (focused && !focused.isConnected) {
      const next = before.slice(before.indexOf(focused)).find((row) => row.isConnected) ?? wanted.at(-1);
      next?.querySelector(".typed").focus(); // on to the next one
    }
  }

  focusedRow() {
    return this.list.getRootNode().activeElement?.closest(".row") ?? null;
  }

  row({ id, title, type, other }) {
    const grip = element("button", "grip", "\u2807");
    grip.type = "button";
    grip.tabIndex = -1; // typing does the same by keyboard
    grip.setAttribute("aria-hidden", "true");
    grip.addEventListener("pointerdown", (event) => this.press(event, id, title));
    const name = element("button", "title", title);
    Object.assign(name, { type: "button", dir: "auto", title });
    name.addEventListener("click", () => this.bus?.select(id, "tray"));
    const facts = element("span", "facts", [type, other].filter(Boolean).join(" · "));
    const field = element("input", "typed");
    Object.assign(field, { type: "text", maxLength: 200, placeholder: this.data.hint, dir: "auto" });
    field.setAttribute("aria-label", `${this.data.editable} of ${title}`);
    this.keepDraft(field, id);
    field.addEventListener("keydown", ({ key }) => {
      if (key === "Enter" && field.value.trim()) this.tell("typed", { event: id, words: field.value.trim() });
    });
    return element("li", "row", grip, element("span", "told", name, facts), field);
  }

  /** What is being typed, and where, outlives this component: Streamlit may make it anew at any time. */
  keepDraft(field, id) {
    const drafts = (window.timelineAppDrafts ??= new Map());
    field.value = drafts.get(id) ?? "";
    field.addEventListener("input", () => drafts.set(id, field.value));
    field.addEventListener("focus", () => drafts.set("focus", id));
    field.addEventListener("blur", () => setTimeout(() => field.isConnected && drafts.delete("focus")));
    if (drafts.get("focus") === id) setTimeout(() => field.isConnected && field.focus());
  }

  press(event, id, title) {
    if (event.button !== 0) return;
    event.preventDefault();
    const grip = event.currentTarget;
    grip.setPointerCapture(event.pointerId); // the map's frame would swallow what happens over it
    const begun = [event.clientX, event.clientY];
    const drag = { id, title, moving: false, aim: null };
    const stop = new AbortController();
    const on = (name, act, target = grip) => target.addEventListener(name, act, { signal: stop.signal });
    const end = (aim) => {
      stop.abort();
      this.show(null);
      this.aimAt(null);
      if (aim) this.tell("dropped", { event: id, ...aim });
    };
    on("pointermove", ({ clientX, clientY }) => {
      drag.moving ||= Math.hypot(clientX - begun[0], clientY - begun[1]) > SLACK;
      if (!drag.moving) return;
      drag.aim = this.aimAt([clientX, clientY]);
      this.show(drag, clientX, clientY);
    });
    on("pointerup", () => end(drag.moving ? drag.aim : null));
    on("pointercancel", () => end(null));
    on("keydown", ({ key }) => key === "Escape" && end(null), window);
  }

  /** What lies under the pointer, as map or lanes understand it; null where nothing does. */
  aimAt(point) {
    return this.bus?.ask(TARGETS[this.data.editable], "aim", point) ?? null;
  }

  /** The event beside the pointer, with what dropping it here would say. */
  show(drag, x, y) {
    this.ghost.hidden = !drag;
    if (!drag) return;
    const words = drag.aim?.words ?? `drag onto ${this.data.editable === "Date" ? "the lanes" : "the map"}`;
    this.ghost.replaceChildren(element("b", "", words), element("span", "", drag.title));
    this.ghost.style.transform = `translate(${Math.min(x + 14, window.innerWidth - this.ghost.offsetWidth - 8)}px, ${y + 12}px)`;
  }
}

const trays = new WeakMap();

/** @param {{data: object, parentElement: HTMLElement, setTriggerValue: Function}} component */
export default function tray({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".tray");
  if (!trays.has(root)) trays.set(root, new Tray(root));
  trays.get(root).update(data, setTriggerValue);
}
