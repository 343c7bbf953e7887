"""The bundled browser files: made from `frontend/` by `make setup`, in the wheel, never in the repository."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from timeline_app.errors import UnreadableFile

VENDOR = Path(__file__).parents[1] / "vendor"
ASSETS = Path(__file__).parents[1] / "assets"
NEEDED = (
    "map.js",
    "timeline.js",
    "timeline.css",
    "selection.js",
    "popover.js",
    "asking.js",
    "facets.js",
    "facets.css",
    "share.js",
    "share.css",
    "reader.js",
    "reader.css",
    "LICENSES.txt",
)
"""What `npm run build` writes into `vendor/`."""


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
