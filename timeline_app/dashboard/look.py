"""What the pages share in looks. Only our own words reach these style sheets."""

from __future__ import annotations

from typing import Literal

import streamlit as st

_STYLE = """<style>
.stMainBlockContainer { padding-top: 3.6rem; padding-bottom: 2rem; max-width: 110rem; }
.stMainBlockContainer [data-testid="stVerticalBlock"] { gap: 0.7rem; }
[data-testid="stHeader"] { height: 3rem; }
[data-testid="stText"] { font-family: var(--st-font, inherit); white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { border-radius: 0.4rem; }
@media (max-width: 640px) { .stMainBlockContainer { padding-left: 0.8rem; padding-right: 0.8rem; } }
</style>"""


def page_style() -> None:
    """Tighter margins than Streamlit's own: the map and the timeline are what one came for."""
    st.html(_STYLE)


def current_theme() -> Literal["light", "dark"]:
    """The theme the browser shows."""
    return "dark" if getattr(st.context.theme, "type", None) == "dark" else "light"
