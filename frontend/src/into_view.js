/**
 * What was asked for is brought into view: it may stand below the fold, or far above the button that led to it.
 * Python counts how often it was asked for; a page that is drawn anew, with the same count, stays where it is.
 */

/** Under this many pixels from the top lie the menu and a notice. */
const HEAD = 60;
/** The part of the window in which a beginning is seen with something of what follows. */
const SEEN = 0.75;
const done = new Map();

/** The place may lie in a part that is being drawn still: two frames later it stands. */
function bring(place) {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const { top } = place.getBoundingClientRect();
    if (top >= HEAD && top <= window.innerHeight * SEEN) return;
    place.style.scrollMarginTop = `${HEAD}px`;
    place.scrollIntoView({ block: "start" });
  }));
}

export default function ({ data, parentElement }) {
  const before = done.get(data.name) ?? 0;
  done.set(data.name, data.asked);
  if (data.asked && data.asked !== before) bring(parentElement.host ?? parentElement);
}
