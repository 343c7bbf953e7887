/** Facets: checkboxes with the number of events each would show; several of a facet mean any of them. */

const MANY = 8;

function element(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  node.append(...children); // strings become text nodes
  return node;
}

/** "an actor", "a place". */
function oneOf(name) {
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}

class Group {
  /** @param {{name: string, tell: (values: string[]) => void}} about */
  constructor({ name, tell }) {
    this.tell = tell;
    this.values = element("div", "values");
    this.note = element("div", "note");
    this.filter = element("input", "filter");
    Object.assign(this.filter, { type: "search", placeholder: `find ${oneOf(name)}` });
    this.filter.setAttribute("aria-label", `Find ${oneOf(name)} in the list`);
    this.filter.addEventListener("input", () => this.paint());
    this.element = element("fieldset", "", element("legend", "", name), this.filter, this.values, this.note);
    this.rows = new Map();
  }

  update({ values, more }) {
    this.data = values;
    this.filter.hidden = values.length <= MANY;
    this.note.textContent = more ? `and ${more.toLocaleString("en")} rarer ones: the search finds them` : "";
    this.paint();
  }

  paint() {
    const wanted = this.filter.hidden ? "" : this.filter.value.trim().toLocaleLowerCase();
    const shown = this.data.filter(({ label, chosen }) => chosen || !wanted || label.toLocaleLowerCase().includes(wanted));
    const nodes = shown.map((value) => this.row(value));
    if (nodes.length !== this.values.children.length || nodes.some((node, i) => node !== this.values.children[i])) this.values.replaceChildren(...nodes);
    if (!nodes.length) this.values.replaceChildren(element("div", "note", this.data.length ? "Nothing of that name." : "None."));
  }

  /** One row a value, kept between drawings so that the focus stays on it. */
  row({ value, label, count, chosen }) {
    if (!this.rows.has(value)) {
      const box = element("input", "");
      box.type = "checkbox";
      const name = element("bdi", "name", label);
      const row = element("label", "", box, name, element("span", "count"));
      box.addEventListener("change", () => this.changed(value, box.checked));
      this.rows.set(value, row);
    }
    const row = this.rows.get(value);
    row.firstChild.checked = chosen;
    row.lastChild.textContent = count.toLocaleString("en");
    row.classList.toggle("none", !count);
    return row;
  }

  changed(value, on) {
    this.data = this.data.map((row) => (row.value === value ? { ...row, chosen: on } : row));
    this.tell(this.data.filter(({ chosen }) => chosen).map((row) => row.value));
  }
}

const panels = new WeakMap();

/**
 * Streamlit draws this only while its box is open. Without groups it asks for them and meanwhile shows what it had; each
 * drawing without them has a `turn` of its own, for Streamlit passes over a drawing with the same data, and an answer
 * may have been made for a run that another one cut short.
 *
 * @param {{data: {groups: object[]|null, turn: number}, parentElement: HTMLElement, setTriggerValue: Function}} component
 */
export default function facets({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".facets");
  if (!panels.has(root)) panels.set(root, new Map());
  const groups = panels.get(root);
  groups.tell = setTriggerValue;
  root.ariaBusy = String(!data.groups);
  if (!data.groups) setTriggerValue("look", (groups.looks = (groups.looks ?? 0) + 1));
  for (const group of data.groups ?? []) {
    if (!groups.has(group.name)) {
      const made = new Group({ name: group.name, tell: (values) => groups.tell("chosen", { name: group.name, values }) });
      groups.set(group.name, made);
      root.append(made.element);
    }
    groups.get(group.name).update(group);
  }
}
