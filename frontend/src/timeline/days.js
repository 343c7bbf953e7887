/** Days since 1970-01-01 on a screen. Everything is UTC: a local-time Date would move days across time zones. */
import { scaleUtc } from "d3-scale";

const DAY = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A scale of pixels over the days [first, last], both whole: the last day has its width too. */
export function dayScale(first, last, width) {
  return scaleUtc().domain([first * DAY, (last + 1) * DAY]).range([0, width]);
}

export const toMs = (day) => day * DAY;
export const dayAt = (scale, x) => scale.invert(x).getTime() / DAY;

/** "14 Aug 2017" */
export function dayLabel(day) {
  const date = new Date(day * DAY);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** "14 Aug to 2 Sep 2017" */
export function rangeLabel(first, last) {
  if (first === last) return dayLabel(first);
  const same = new Date(first * DAY).getUTCFullYear() === new Date(last * DAY).getUTCFullYear();
  return `${same ? dayLabel(first).replace(/ -?\d+$/, "") : dayLabel(first)} to ${dayLabel(last)}`;
}

/** Ticks with no clock times: [{x, label, context}], the context ("2017", "Aug 2017") only where it changes. */
export function dayTicks(scale, wanted) {
  const ticks = scale.ticks(wanted).filter((date) => date.getTime() % DAY === 0);
  const step = ticks.length > 1 ? (ticks[1] - ticks[0]) / DAY : 1;
  let before = null;
  return ticks.map((date) => {
    const [label, context] = words(date, step);
    const shown = context !== before ? context : "";
    before = context;
    return { x: scale(date), label, context: shown };
  });
}

function words(date, step) {
  const year = String(date.getUTCFullYear());
  if (step > 360) return [year, ""];
  if (step > 27) return [MONTHS[date.getUTCMonth()], year];
  return [String(date.getUTCDate()), `${MONTHS[date.getUTCMonth()]} ${year}`];
}
