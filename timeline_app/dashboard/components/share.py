"""Share: the link to this view, a picture of map and timeline, the page on paper; one Streamlit component (v2)."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled
from timeline_app.views import palette


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_share", html='<div class="share"></div>', css=bundled("share.css"), js=bundled("share.js")
    )


def share(line: str, types: set[str], *, key: str = "share") -> None:
    """Draw the three buttons.

    Args:
        line: what the view is, in words, written over the picture.
        types: the event types in it, for the picture's legend.
        key: of the widget.
    """
    styles = [
        {part: style[part] for part in ("name", "light", "dark", "shape")}
        for style in palette()
        if style["name"] in types
    ]
    _component()(key=key, data={"line": line, "types": styles})
