/**
 * What was asked for is brought into view: it may stand below the fold, or far above the button that led to it.
 * Python counts how often it was asked for; a page that is drawn anew, with the same count, stays where it is.
 */

/** The part of the window in which a beginning is seen with something of what follows. */
const SEEN = 0.75;
/** How long what stands there may take to be drawn, in frames of the screen: a short page cannot scroll so far yet. */
const PATIENCE = 120;
const done = new Map();

/** Until it is seen, or somebody scrolls. The style sheet says how much of the window's top is covered. */
function bring(place) {
  let left = PATIENCE;
  const stop = () => { left = 0; };
  const signs = ["wheel", "touchmove", "keydown", "pointerdown"];
  for (const sign of signs) addEventListener(sign, stop, { once: true, passive: true });
  const step = () => {
    if (left > 0 && place.isConnected) {
      const { top } = place.getBoundingClientRect();
      const covered = parseFloat(getComputedStyle(place).scrollMarginTop) || 0;
      if (top < covered - 1 || top > window.innerHeight * SEEN) place.scrollIntoView({ block: "start" });
      left -= 1;
      requestAnimationFrame(step);
    } else for (const sign of signs) removeEventListener(sign, stop);
  };
  requestAnimationFrame(step);
}

export default function ({ data, parentElement }) {
  const before = done.get(data.name) ?? 0;
  done.set(data.name, data.asked);
  if (!data.asked || data.asked === before) return;
  const element = parentElement.getRootNode().host ?? parentElement;
  bring(element.closest("[class*=st-key-into_view_]") ?? element);
}
