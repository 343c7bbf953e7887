"""What the pages share in looks. Only our own words reach these style sheets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import streamlit as st

from timeline_app.dashboard.components.bundle import ASSETS
from timeline_app.dashboard.components.popover import popover_keys


@cache
def _style() -> str:
    return (ASSETS / "look.css").read_text(encoding="utf-8")


WRAPPED = 65
"""Height of a table's rows in pixels from which on Streamlit lets long words take another line, of three."""


def table_height(rows: int, most: int, row: int = 35) -> int:
    """Height of a table in pixels: no more than its rows need, no more than `most`, then it scrolls."""
    return min(most, 38 + row * rows)


EVENT_COLUMNS = {
    name: st.column_config.TextColumn(width=width)
    for name, width in (
        ("Date", 205), ("Event", 560), ("Type", 150), ("Place", 270), ("Actors", 260), ("Numbers", 200),
        ("Sources", 200), ("Summary", 400), ("Why in doubt", 600),
    )
}  # fmt: skip
"""How wide the columns of a table of events are, in pixels: titles are whole, what is long and last is a push away."""


def page_style(reserved: Mapping[str, int] | None = None) -> None:
    """Tighter margins than Streamlit's own: the map and the timeline are what one came for.

    Args:
        reserved: containers by key with the height in pixels that they hold from the start. A component
            arrives after the page around it, and a button that jumps away under the pointer loses the click.
    """
    heights = "".join(f".st-key-{key} {{ min-height: {height}px; }}\n" for key, height in (reserved or {}).items())
    popover_keys()
    st.html(f"<style>{_style()}{heights}</style>")


def count_labels(counts: Mapping[str, str]) -> None:
    """Counts in brackets behind the words of expanders, by their keys; figures and words of ours only."""
    rules = "".join(f".st-key-{key} summary p::after {{ content: ' ({count})'; }}\n" for key, count in counts.items())
    st.html(f"<style>{rules}</style>")


def current_theme() -> Literal["light", "dark"]:
    """The theme the browser showed when it last asked; style sheets say light-dark() and follow it at once."""
    return "dark" if getattr(st.context.theme, "type", None) == "dark" else "light"
