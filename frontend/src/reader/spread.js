/**
 * The spread of a disputed number or date: a row a source on one scale. Where things lie comes in percent from
 * views/claims/spread.py, so that the drawing fits any width without measuring. Shape tells what colour would: a dot is
 * exact, a bar a range, hatching approximate, an arrow an open end, a faded end some day within.
 */
import { element, told } from "./element.js";

/** @param {{title: string, verdict: string, ticks: object[], overlap: ?object, rows: object[]}} drawing */
export function spreadFigure(drawing) {
  const rows = drawing.rows.map((row) => spreadRow(row, drawing));
  const axis = element("div", "axis", ...drawing.ticks.map(({ at, label }) => placed("span", `tick${edge(at)}`, at, label)));
  const picture = element("div", "picture", ...rows, element("div", "spread-row axis-row", axis));
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", `${drawing.title}, drawn from low to high, ${drawing.rows.length} rows: ${drawing.verdict}. The same values stand in the table.`);
  return element("figure", "spread", picture, element("figcaption", "note", ...legend(drawing)));
}

function spreadRow(row, { ticks, overlap }) {
  const source = element("span", "spread-source", element("bdi", "", row.source));
  source.title = row.source;
  const words = element("span", "spread-words", told("strong", "spread-value", row.value), row.reported ? element("span", "by", row.reported) : null);
  const track = element("div", "track", ...ticks.map(({ at }) => placed("i", "line", at)));
  if (overlap) track.append(band(overlap));
  track.append(bar(row));
  if (row.reported_at !== null) track.append(placed("i", "published", row.reported_at));
  return element("div", "spread-row", source, words, track);
}

function bar(row) {
  const flags = ["point", "soft", "approximate", "low_open", "high_open"].filter((flag) => row[flag]).map((flag) => flag.replace("_", "-"));
  const node = element("i", ["bar", ...flags].join(" "));
  node.style.left = `${row.from}%`;
  node.style.width = `${row.to - row.from}%`;
  return node;
}

function band({ from, to }) {
  const node = element("i", "overlap");
  node.style.left = `${from}%`;
  node.style.width = `${to - from}%`;
  return node;
}

function placed(tag, name, at, ...children) {
  const node = element(tag, name, ...children);
  node.style.left = `${at}%`;
  return node;
}

/** Labels near an end turn inward, so that none is cut off. */
function edge(at) {
  return at < 4 ? " first" : at > 96 ? " last" : "";
}

/** What the shapes mean, those only that are drawn. */
function legend({ rows, overlap }) {
  const shapes = [
    ["high-open", "open: more or later is possible", rows.some((row) => row.high_open)],
    ["low-open", "open: less or earlier is possible", rows.some((row) => row.low_open)],
    ["approximate", "approximate", rows.some((row) => row.approximate)],
    ["soft", "some day within", rows.some((row) => row.soft && !row.approximate)],
    ["published", "when it was reported", rows.some((row) => row.reported_at !== null)],
    ["overlap", "fits all", overlap],
  ];
  return shapes.filter(([, , drawn]) => drawn).map(([name, words]) => {
    const sample = element("i", name === "published" || name === "overlap" ? name : `bar ${name}`);
    return element("span", "key", element("span", "sample", sample), words);
  });
}
