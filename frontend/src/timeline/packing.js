/** Which lane an event is drawn in, the first that is free where it begins, and how much of its title fits. */

const LABELLED = 21;
const PLAIN = { tall: 15, low: 7 };
/** Titles are written in lanes at least this tall, and only where this much of one can be read. */
const READABLE = { lane: 12.5, room: 46 };
const MOST_TITLES = 400;

/**
 * @param {{x0: number, x1: number, text: number}[]} boxes in order of x0; `text` the full width of the title in pixels.
 * @param {number} height of all lanes in pixels.
 * @param {number} width of the lanes in pixels.
 * @returns {{lane: Int32Array, laneHeight: number, room: number[], font: number, crowded: boolean}} `room` for each
 *   title in pixels, 0 for none, negative to the left of its event; crowded: lanes are used over again and events overlap.
 */
export function pack(boxes, height, width) {
  const few = boxes.length <= MOST_TITLES;
  const most = Math.max(1, Math.floor(height / LABELLED));
  for (const label of few ? [260, 180, 120, 80] : []) {
    if (label > width * 0.6) continue;
    const lanes = fill(boxes, label, most);
    if (lanes.used <= most) return { ...lanes, laneHeight: LABELLED, room: rooms(boxes, lanes.lane, width), font: 12, crowded: false };
  }
  const dense = Math.max(1, Math.floor(height / PLAIN.low));
  const lanes = fill(boxes, 0, dense);
  const laneHeight = Math.max(PLAIN.low, Math.min(PLAIN.tall, height / Math.min(lanes.used, dense)));
  const readable = few && laneHeight >= READABLE.lane;
  const room = readable ? rooms(boxes, lanes.lane, width) : boxes.map(() => 0);
  return { lane: lanes.lane, laneHeight, room, font: 11, crowded: lanes.used > dense };
}

/**
 * Pixels for each title: from the end of its event to the next in its lane; negative when it stands to the left
 * because there is more room there (an event near the right edge); 0 where it could not be read.
 */
function rooms(boxes, lane, width) {
  const next = new Map();
  const right = new Array(boxes.length);
  for (let i = boxes.length - 1; i >= 0; i--) {
    right[i] = (next.get(lane[i]) ?? width) - boxes[i].x1 - 12;
    next.set(lane[i], boxes[i].x0);
  }
  const ends = new Map();
  return boxes.map(({ x0, x1, text }, i) => {
    const left = x0 - (ends.get(lane[i]) ?? 0) - 12;
    const readable = (room) => room >= Math.min(READABLE.room, text);
    const room = right[i] < text && left >= text ? -left : readable(right[i]) ? right[i] : 0;
    ends.set(lane[i], x1 + (room > 0 ? Math.min(text, room) + 4 : 0));
    return room;
  });
}

/** Beyond `most` lanes an event goes into the one that is free soonest. */
function fill(boxes, label, most) {
  const ends = [];
  const lane = new Int32Array(boxes.length);
  let overflow = 0;
  boxes.forEach(({ x0, x1, text }, i) => {
    const end = x1 + (label ? Math.min(text, label) + 14 : 2);
    let free = ends.findIndex((taken) => taken <= x0);
    if (free < 0 && ends.length < most) free = ends.push(0) - 1;
    if (free < 0) {
      overflow += 1;
      free = ends.indexOf(Math.min(...ends));
    }
    ends[free] = Math.max(ends[free], end);
    lane[i] = free;
  });
  return { lane, used: ends.length + (overflow ? 1 : 0) };
}
