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
.stApp div:has(> .st-key-who_works) { position: fixed; top: 0.5rem; right: 3.5rem; width: auto; z-index: 999999; }
.st-key-who_works { flex-wrap: nowrap; }
.st-key-who_works [data-testid="stText"] { max-width: 14rem; white-space: nowrap; }
.st-key-who_works [data-testid="stText"] { overflow: hidden; text-overflow: ellipsis; }
.st-key-who_works button { min-height: 2rem; padding-top: 0; padding-bottom: 0; }
.stApp div:has(> .st-key-notice_box) { position: sticky; top: 3.2rem; z-index: 999; }
.st-key-notice_box { background: Canvas; }
iframe { border-radius: 0.4rem; }
@media (max-width: 640px) { .stMainBlockContainer { padding-left: 0.8rem; padding-right: 0.8rem; }
  .st-key-who_works [data-testid="stText"] { max-width: 7rem; } }
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
