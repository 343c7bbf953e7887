/**
 * Boxes that open from a button: Streamlit puts them at the end of the page, so that Tab would have to walk through
 * everything else first, and outside of what wears the theme. Opened by a key, a box gets the focus; closed by Escape,
 * its button has it back; it stands in the theme of the page.
 */
import { wearTheme } from "./theme.js";

const BOX = "[data-testid=stPopoverBody]";
const BUTTON = "[data-testid=stPopover] button, [data-testid=stPopoverButton]";
/** How long a box may take to open or close, in frames of the screen. */
const PATIENCE = 60;

/** Does it as soon as it can be done: `tryOnce` says whether it was. */
function soon(tryOnce, left = PATIENCE) {
  if (!tryOnce() && left > 0) requestAnimationFrame(() => soon(tryOnce, left - 1));
}

/** The box itself, since its fields arrive later: Tab leads from it to the first of them. */
function enter() {
  const box = document.querySelector(BOX);
  if (!box) return false;
  box.tabIndex = -1;
  box.focus();
  return document.activeElement === box;
}

function listen() {
  let opener = null;
  document.addEventListener("keydown", ({ key, target }) => {
    const button = target.closest?.(BUTTON);
    if (button && (key === "Enter" || key === " ") && !document.querySelector(BOX)) {
      opener = button;
      soon(enter);
    } else if (key === "Escape" && opener && target.closest?.(BOX)) {
      soon(() => {
        if (document.querySelector(BOX)) return false;
        opener.focus();
        return true;
      });
    }
  }, true);
}

/** Streamlit calls this on every page; one listener is enough for all of them. */
export default function () {
  if (document.documentElement.dataset.popoverKeys) return;
  document.documentElement.dataset.popoverKeys = "on";
  listen();
  wearTheme(document);
}
