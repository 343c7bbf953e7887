/**
 * The reading panel: an event with all that stands behind it, a document with what was read from it, or the
 * disagreements of a timeline. A Streamlit v2 component. Every word reaches the page through textContent.
 */
import { markWords } from "../highlight.js";
import { disagreementsView } from "./disagreements.js";
import { directionOf, element, readable, sourceList, told } from "./element.js";
import { spreadFigure } from "./spread.js";

/** A run of text with its marks, shown isolated so that a right-to-left name does not turn its surroundings. */
function pieces(list) {
  return list.map(({ text, marks }) => {
    if (!marks.length) return document.createTextNode(text);
    const node = element("mark", marks.map((mark) => `mark-${mark}`).join(" "), text);
    const named = marks.filter((mark) => mark in MARKS);
    if (named.length) node.title = named.map((mark) => MARKS[mark]).join(", ");
    return node;
  });
}

const MARKS = { event: "read as an event", date: "date", place: "place", number: "number", actor: "who", aside: "not read: outside the article's body" };

/** Only addresses the server let through arrive here; the scheme is looked at once more. */
function link(url) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  const anchor = element("a", "link", url);
  anchor.href = url;
  anchor.rel = "noreferrer noopener";
  anchor.target = "_blank";
  return anchor;
}

function fact(label, ...content) {
  const value = element("dd", "", ...content);
  value.dir = "auto";
  return [element("dt", "", label), value];
}

function note(text) {
  return text ? element("div", "note", text) : null;
}

function dateFact(when) {
  if (!when) return fact("When", element("span", "unknown", "Undated"), note("The sources give no date for it."));
  const words = when.text ? `“${when.text}” · ` : "";
  const others = when.alternatives.length ? `may also be read as ${when.alternatives.join(" or ")}` : "";
  return fact("When", element("span", when.guess ? "guess" : "", when.label), element("code", "edtf", when.edtf),
    note(`${words}${when.basis}${when.time ? `, ${when.time}` : ""}`), note(when.reason), note(others));
}

const ROLES = { at: "Where", near: "Near", from: "From", to: "To", via: "Via" };

function placeFact(place) {
  const resolved = place.status === "unresolved" ? element("span", "unknown", `${place.text} (not placed)`) : element("span", "", place.name || place.text);
  const written = place.name && place.text && place.name !== place.text ? `written “${place.text}”` : "";
  const where = place.point ? [place.kind, place.point, place.radius_km ? `± ${Math.round(place.radius_km)} km` : ""].filter(Boolean).join(" · ") : "";
  return fact(ROLES[place.role] ?? place.role, resolved, note([written, where].filter(Boolean).join(" · ")), note(place.reasons.join("; ")),
    place.candidates.length ? more("Other candidates", place.candidates) : null);
}

function more(label, lines) {
  const list = element("ul", "", ...lines.map((line) => element("li", "", line)));
  return element("details", "", element("summary", "", `${label} (${lines.length})`), list);
}

/** What is disputed: numbers and dates drawn; then one table with every value, how many sources give it and which. */
function conflictBlock(conflicts) {
  if (!conflicts.length) return null;
  const rows = conflicts.flatMap(({ field, values, compatible }) => values.map(({ value, sources }, number) => {
    const named = element("th", "", field, compatible ? element("div", "note", "all may be true") : null);
    named.scope = "row";
    const head = number ? null : named;
    if (head) head.rowSpan = values.length;
    return element("tr", number ? "" : "first", head, element("td", "value", element("bdi", "", value)), element("td", "count", `${sources.length}`), sourceList("td", sources));
  }));
  const titles = element("tr", "", ...["About", "Value", "Sources", "Who says it"].map((words) => element("th", "", words)));
  const drawn = conflicts.flatMap(({ spread, statement }) => [told("p", "statement", statement), spread ? spreadFigure(spread) : null]);
  return element("section", "disagree", element("h3", "", "The sources disagree"), ...drawn,
    readable(element("table", "", element("thead", "", titles), element("tbody", "", ...rows))));
}

function checkBlock(checks) {
  if (!checks.length) return null;
  return element("section", "checks", element("h3", "", "Worth a second look"), element("ul", "", ...checks.map((reason) => element("li", "", reason))));
}

function reportBlock(report) {
  const head = element("div", "source", element("strong", "", report.source),
    element("span", "by", [report.publisher, report.published ? `published ${report.published}` : "", report.told_as].filter(Boolean).map((part) => ` · ${part}`).join("")));
  const quote = element("blockquote", "", element("span", "context", report.before), ...pieces(report.pieces), element("span", "context", report.after));
  quote.dir = directionOf(report.pieces.map(({ text }) => text).join(""));
  const has = report.pieces.some(({ text }) => text);
  return element("article", "report", head, has ? quote : note("No words of the source are quoted."), report.url ? element("div", "note", link(report.url)) : null);
}

function eventView(event) {
  const tags = element("div", "tags", ...[event.type, event.told_as, event.came, event.review.state].filter(Boolean).map((tag) => element("span", "tag", tag)));
  const title = element("h2", "", event.title);
  title.dir = "auto";
  const facts = element("dl", "", ...dateFact(event.when), ...event.where.flatMap(placeFact),
    ...(event.where.length ? [] : fact("Where", element("span", "unknown", "Not placed"))),
    ...(event.actors.length ? fact("Who", event.actors.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(", ")) : []),
    ...(event.quantities.length ? fact("Numbers", event.quantities.join(" · ")) : []),
    ...(event.review.note ? fact("Note", event.review.note) : []));
  const count = event.reports.length;
  return [tags, title, event.agreement ? element("p", "agreement", event.agreement) : null, event.summary ? element("p", "", event.summary) : null, facts, event.url ? element("p", "note", link(event.url)) : null,
    checkBlock(event.checks), conflictBlock(event.conflicts), count ? element("h3", "", count === 1 ? "One report" : `${count} reports`) : null, ...event.reports.map(reportBlock)];
}

function documentView(page) {
  const legend = element("div", "legend", ...["event", "date", "place", "aside"].map((kind) => element("mark", `mark-${kind}`, MARKS[kind])));
  const text = element("div", "text", ...pieces(page.pieces));
  text.dir = directionOf(page.pieces.map(({ text: words }) => words).join(""));
  text.tabIndex = 0;
  text.setAttribute("role", "region");
  text.setAttribute("aria-label", "Text of the document");
  return [legend, text, page.hidden ? note(`${page.hidden.toLocaleString("en")} more characters are kept and were read; they are not shown here.`) : null];
}

/** @param {{data: {event?: object, document?: object, disagreements?: object}, parentElement: HTMLElement, setTriggerValue: Function}} component */
export default function reader({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".reader");
  const before = root.dataset.shown;
  root.replaceChildren(...views(data, (event) => setTriggerValue("open", event)).filter(Boolean));
  for (const part of root.querySelectorAll("h2, h2 ~ p, blockquote, dd")) markWords(part, data.words);
  root.dataset.shown = data.event?.id ?? "";
  // One who reads event after event begins each at its top, wherever the last one was left.
  if (data.from_top && before && before !== root.dataset.shown && root.getBoundingClientRect().top < 0) root.scrollIntoView({ block: "start" });
}

function views(data, open) {
  if (data.event) return eventView(data.event);
  if (data.document) return documentView(data.document);
  return data.disagreements ? disagreementsView(data.disagreements, open) : [];
}
