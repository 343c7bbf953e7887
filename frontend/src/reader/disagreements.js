/** A page of the timeline's disagreements, numbered, each with who says what, drawn where it can be. */
import { element, readable, sourceList, told } from "./element.js";
import { spreadFigure } from "./spread.js";

/** @param {{start: number, items: object[]}} page @param {(event: string) => void} open */
export function disagreementsView(page, open) {
  const list = element("ol", "differences", ...page.items.map((item, number) => difference(item, page.start + number, open)));
  list.start = page.start;
  return [list];
}

function difference(item, number, open) {
  const tags = element("div", "tags", element("span", "tag", item.field),
    element("span", `tag tag-${item.state.split(" ")[0]}`, item.state),
    element("span", "by", `${item.agreement} · size ${item.size}`));
  const button = element("button", "open", "Open in Explore");
  button.type = "button";
  button.setAttribute("aria-label", `Open in Explore: ${item.title}`);
  button.addEventListener("click", () => open(item.event));
  const event = element("div", "difference-event", told("span", "", item.title), element("span", "by", ` · ${item.date}`));
  const node = element("li", "difference", element("div", "difference-head", told("h3", "", `${number}. ${item.statement}`), button), event, tags,
    item.spread ? spreadFigure(item.spread) : null, item.spread ? folded(valueTable(item)) : valueTable(item));
  node.dataset.event = item.event;
  return node;
}

function folded(table) {
  return element("details", "", element("summary", "", "Who says what, as a table"), table);
}

function valueTable({ field, values }) {
  const head = element("tr", "", ...["Value", "Sources", "Who says it"].map((words) => scoped("col", words)));
  const rows = values.map(({ value, sources }) => {
    const name = scoped("row", element("bdi", "", value));
    return element("tr", "", name, element("td", "count", `${sources.length}`), sourceList("td", sources));
  });
  const table = element("table", "values", element("thead", "", head), element("tbody", "", ...rows));
  table.setAttribute("aria-label", field);
  return readable(table);
}

function scoped(scope, words) {
  const cell = element("th", "", words);
  cell.scope = scope;
  return cell;
}
