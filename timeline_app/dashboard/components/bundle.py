"""The bundled browser files: made from `frontend/` by `make setup`, in the wheel, never in the repository."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

import streamlit.components.v1 as components_v1

from timeline_app.errors import UnreadableFile

VENDOR = Path(__file__).parents[1] / "vendor"
ASSETS = Path(__file__).parents[1] / "assets"
NEEDED = (
    "map.js",
    "timeline.js",
    "timeline.css",
    "selection.js",
    "popover.js",
    "into_view.js",
    "asking.js",
    "facets.js",
    "facets.css",
    "share.js",
    "share.css",
    "tray.js",
    "tray.css",
    "reader.js",
    "reader.css",
    "LICENSES.txt",
)
"""What `npm run build` writes into `vendor/`."""

# Streamlit serves the folder of a declared component at component/<name>/, or ../<name>/ seen from any other
# component's frame: the one way to our own files that needs no setting, works from an installed wheel and survives a
# base path.
_vendor = components_v1.declare_component("vendor", path=str(VENDOR))

_FETCHING = """/* %(name)s, fetched once: what a component is declared with is sent again with all its data */
const address = new URL(%(address)s, document.baseURI).href, waiting = new Map(), cleanups = new Map();
let draw = null, coming = null, tries = 0;
function come() { // under a new address each time, for a browser may remember that one failed
  coming ??= import(tries ? `${address}&again=${tries}` : address).then((module) => {
    draw = module.default;
    for (const [element, component] of waiting) {
      element.querySelector("[role=alert]")?.remove();
      cleanups.set(element, draw(component));
    }
    waiting.clear();
  }, () => {
    coming = null;
    tries += 1;
    if (tries < 3) setTimeout(come, 400 * tries); // a server that was just starting
    else for (const element of waiting.keys()) tell(element);
  });
}
function tell(element) {
  if (element.querySelector("[role=alert]")) return;
  const note = document.createElement("p"), again = document.createElement("button");
  note.setAttribute("role", "alert");
  note.style = "color: var(--st-text-color); font-family: var(--st-font)";
  note.textContent = "This part of the page could not be fetched. Is the dashboard still running? ";
  again.textContent = "Try again";
  again.onclick = come;
  note.append(again);
  element.append(note);
}
export default function (component) {
  if (draw) return draw(component);
  const element = component.parentElement;
  waiting.set(element, component);
  come();
  return () => {
    waiting.delete(element);
    cleanups.get(element)?.();
    cleanups.delete(element);
  };
}
"""


def vendor_address(name: str) -> str:
    """Where a browser finds a bundled file, seen from another component's frame; with a mark of its content."""
    return f"../{_vendor.name}/{name}?v={fingerprint(VENDOR / name)}"


def fetched(name: str) -> str:
    """Code for a component (v2) that fetches its own from a bundled file.

    Measured: inline, the timeline's code made 128 of the 165 KB sent with every changed filter.

    Raises:
        UnreadableFile: the browser parts were never built.
    """
    address = f"component/{vendor_address(name).removeprefix('../')}"
    return _FETCHING % {"name": name, "address": json.dumps(address)}


def bundled(name: str) -> str:
    """The text of one bundled file, after a line with its name: Streamlit takes a single line for a path.

    Raises:
        UnreadableFile: the browser parts were never built.
    """
    try:
        return f"/* {name} */\n" + (VENDOR / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise UnreadableFile(f"vendor/{name}", "the browser parts are missing", "run `make setup` first") from None


@cache
def fingerprint(path: Path) -> str:
    """Eight hex digits that change with the file, for its address: a browser must not keep an old copy."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    except FileNotFoundError:
        raise UnreadableFile(
            f"{path.parent.name}/{path.name}", "the browser parts are missing", "run `make setup` first"
        ) from None
