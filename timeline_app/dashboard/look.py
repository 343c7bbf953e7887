"""What the pages share in looks. Only our own words reach these style sheets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import streamlit as st

_STYLE = """<style>
.stMainBlockContainer { padding-top: 3.6rem; padding-bottom: 2rem; max-width: 110rem; }
.stMainBlockContainer [data-testid="stVerticalBlock"] { gap: 0.7rem; }
[data-testid="stHeader"] { height: 3rem; }
[data-testid="stText"] { font-family: var(--st-font, inherit); white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { border-radius: 0.4rem; }
.st-key-explore_grid {
  display: grid; grid-template: auto 1fr / minmax(0, 58fr) minmax(0, 42fr); column-gap: 1.6rem; align-items: start;
}
.st-key-explore_grid > :nth-child(1) { grid-area: 1 / 1; min-width: 0; }
.st-key-explore_grid > :nth-child(2) { grid-area: 1 / 2 / span 2; min-width: 0; }
.st-key-explore_grid > :nth-child(3) { grid-area: 2 / 1; min-width: 0; }
@media (max-width: 760px) { .st-key-explore_grid { display: flex; } }
@media (max-width: 640px) {
  .stMainBlockContainer { padding-left: 0.8rem; padding-right: 0.8rem; }
  .st-key-filter_bar [data-testid="stHorizontalBlock"] { flex-flow: row wrap; gap: 0.5rem; }
  .st-key-filter_bar [data-testid="stColumn"] {
    flex: 1 1 calc(50% - 0.5rem); width: auto; min-width: calc(50% - 0.5rem);
  }
  .st-key-filter_bar [data-testid="stColumn"]:nth-child(3) { flex-basis: 100%; }
}
</style>"""


def page_style(reserved: Mapping[str, int] | None = None) -> None:
    """Tighter margins than Streamlit's own: the map and the timeline are what one came for.

    Args:
        reserved: containers by key with the height in pixels that they hold from the start. A component
            arrives after the page around it, and a button that jumps away under the pointer loses the click.
    """
    heights = "".join(f".st-key-{key} {{ min-height: {height}px; }}\n" for key, height in (reserved or {}).items())
    st.html(_STYLE.replace("</style>", heights + "</style>"))


def current_theme() -> Literal["light", "dark"]:
    """The theme the browser shows."""
    return "dark" if getattr(st.context.theme, "type", None) == "dark" else "light"
