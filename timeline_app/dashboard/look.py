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

_THEMED = """
[data-variant][data-selected="true"] p, [data-testid="stSliderThumbValue"] p, [role="tab"][aria-selected="true"] p {{
  color: {ink};
}}
[data-testid="stPopoverBody"] {{ color-scheme: {theme}; }}
@media print {{ [data-testid="stDataFrame"] {{ filter: {on_paper}; }} }}
"""
"""Streamlit writes a chosen segment, a tab and a slider's value in the primary colour, too faint in the dark, and
does not tell a box which theme it stands in: a tick box of the browser's own would be white in the dark. Its tables
are pictures in the colours of the theme, turned round for paper."""

_INK = {"light": "#1c1917", "dark": "#f5f5f4"}
_ON_PAPER = {"light": "none", "dark": "invert(1) hue-rotate(180deg)"}


def page_style(reserved: Mapping[str, int] | None = None) -> None:
    """Tighter margins than Streamlit's own: the map and the timeline are what one came for.

    Args:
        reserved: containers by key with the height in pixels that they hold from the start. A component
            arrives after the page around it, and a button that jumps away under the pointer loses the click.
    """
    heights = "".join(f".st-key-{key} {{ min-height: {height}px; }}\n" for key, height in (reserved or {}).items())
    popover_keys()
    theme = current_theme()
    themed = _THEMED.format(ink=_INK[theme], theme=theme, on_paper=_ON_PAPER[theme])
    st.html(f"<style>{_style()}{heights}{themed}</style>")


def count_labels(counts: Mapping[str, str]) -> None:
    """Counts in brackets behind the words of expanders, by their keys; figures and words of ours only."""
    rules = "".join(f".st-key-{key} summary p::after {{ content: ' ({count})'; }}\n" for key, count in counts.items())
    st.html(f"<style>{rules}</style>")


def current_theme() -> Literal["light", "dark"]:
    """The theme the browser shows."""
    return "dark" if getattr(st.context.theme, "type", None) == "dark" else "light"
