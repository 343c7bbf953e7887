/** A node with a class and children; strings become text nodes, nothing becomes markup. */

/** @param {string} tag @param {string} name @param {...(Node|string|null)} children */
export function element(tag, name, ...children) {
  const node = document.createElement(tag);
  if (name) node.className = name;
  for (const child of children) if (child !== null && child !== undefined && child !== "") node.append(child);
  return node;
}

/** Text of a source: its own direction, so that a right-to-left name does not turn its surroundings. */
export function told(tag, name, text) {
  const node = element(tag, name, text);
  node.dir = "auto";
  return node;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;
const LETTERS = /\p{L}/gu;

/** The direction most letters of a text have: a page in English may begin with a word in Arabic, its other language. */
export function directionOf(text) {
  const all = text.match(LETTERS)?.length ?? 0;
  return (text.match(RIGHT_TO_LEFT)?.length ?? 0) > all / 2 ? "rtl" : "ltr";
}

/** Names of sources in one line, each isolated: the direction of one turns neither the others nor the line. */
export function sourceList(tag, names) {
  const parts = names.flatMap((name, number) => [number ? "; " : null, element("bdi", "", name)]);
  return element(tag, "by", ...parts);
}

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };

/** A table that stays one for a screen reader where the style sheet lays its cells out as blocks. */
export function readable(table) {
  for (const node of [table, ...table.querySelectorAll("thead, tbody, tr, td, th")]) {
    node.setAttribute("role", ROLES[node.tagName] ?? (node.scope === "row" ? "rowheader" : "columnheader"));
  }
  return table;
}
