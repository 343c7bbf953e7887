/** Which lane an event is drawn in: the first that is free where it begins. */

const LABELLED = 21;
const PLAIN = { tall: 15, low: 7 };

/**
 * @param {{x0: number, x1: number, text: number}[]} boxes in order of x0; `text` the full width of the title in pixels.
 * @param {number} height of all lanes in pixels.
 * @param {number} width of the lanes in pixels.
 * @returns {{lane: Int32Array, laneHeight: number, label: number, crowded: boolean}} `label` is the widest title shown,
 *   0 for none; crowded: lanes are used over again and events overlap.
 */
export function pack(boxes, height, width) {
  const room = Math.max(1, Math.floor(height / LABELLED));
  if (boxes.length <= 400) {
    for (const label of [260, 180, 120, 80]) {
      if (label > width * 0.6) continue;
      const lanes = fill(boxes, label, room);
      if (lanes.used <= room) return { lane: lanes.lane, laneHeight: LABELLED, label, crowded: false };
    }
  }
  const most = Math.max(1, Math.floor(height / PLAIN.low));
  const lanes = fill(boxes, 0, most);
  const used = Math.min(lanes.used, most);
  const laneHeight = Math.max(PLAIN.low, Math.min(PLAIN.tall, height / used));
  return { lane: lanes.lane, laneHeight, label: 0, crowded: lanes.used > most };
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
