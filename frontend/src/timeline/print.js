/**
 * The timeline on paper: while the page is being printed a table with every event stands where the list was, since of
 * the list only the rows in sight exist. Map, strip and lanes keep the very picture of the screen, made small enough
 * for a sheet.
 */
import { svgShape } from "../shapes.js";
import { BASIS_WORDS } from "./list.js";
import { node } from "./look.js";

/** Width in px that fits A4 and Letter upright with the usual margins. */
const SHEET = 680;
const COLUMNS = ["Date", "Event", "Place", "Type", "Sources"];

/**
 * @param {import("./index.js").Timeline} timeline its `host`, `payload`, `strip`, `lanes` and `publications`.
 * @returns {() => void} takes the listeners away again.
 */
export function printable(timeline) {
  let undo = [];
  const after = () => {
    undo.forEach((step) => step());
    undo = [];
  };
  const before = () => {
    after();
    if (!timeline.payload) return;
    const sheet = printedList(timeline.payload);
    timeline.host.append(sheet);
    const title = printedTitle(timeline.payload.printed);
    document.querySelector("[data-testid=stMainBlockContainer]")?.prepend(title);
    const own = [timeline.strip, timeline.lanes, timeline.publications].map((part) => part.element);
    const pictures = [...own, ...document.querySelectorAll("iframe")];
    undo = [() => sheet.remove(), () => title.remove(), ...pictures.map(fit)];
  };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
  return () => {
    after();
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  };
}

/** Holds an element at its width on the screen and scales it to the sheet. @returns {() => void} the way back */
function fit(element) {
  const { width, zoom } = element.style;
  const wide = element.getBoundingClientRect().width;
  if (wide > 0) Object.assign(element.style, { width: `${wide}px`, zoom: Math.min(1, SHEET / wide) });
  return () => Object.assign(element.style, { width, zoom });
}

/** What is shown and by which filter, above everything else on the first sheet. */
function printedTitle(said) {
  const title = node("div", "printed-title", node("h1", "", said?.title ?? "Timeline"));
  title.append(node("p", "", said?.filter ? `Filter: ${said.filter}` : "No filter: every event that is not rejected."));
  return title;
}

/** Every event of the payload as a table; words from documents only ever become text. */
export function printedList({ events, undated, types }) {
  const rows = [
    ...events.id.map((_, i) => printedRow(events, i, events.date[i], types, BASIS_WORDS[events.basis[i]])),
    ...undated.id.map((_, i) => printedRow(undated, i, "No date", types)),
  ];
  const head = node("thead", "", node("tr", "", ...COLUMNS.map((name) => node("th", "", name))));
  return node("div", "print-list", node("table", "", head, node("tbody", "", ...rows)));
}

function printedRow(events, i, date, types, basis) {
  const when = node("td", "print-date", date, ...(basis ? [node("small", "", ` (${basis})`)] : []));
  const cells = [["", events.title[i]], ["print-place", events.place[i] || "no place"]].map(([name, words]) => {
    const cell = node("td", name, words);
    cell.dir = "auto";
    return cell;
  });
  const type = types[events.type[i]];
  const kind = node("td", "print-type", svgShape(type.shape, type.light, 9), type.name);
  return node("tr", "", when, ...cells, kind, node("td", "print-sources", String(events.sources[i])));
}
