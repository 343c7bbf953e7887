"""Boxes that open from a button, made reachable by keyboard on every page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled, page_address


@cache
def _component() -> Any:
    return st.components.v2.component("timeline_app_popover", html="<span></span>", js=bundled("popover.js"))


def popover_keys(soon: Sequence[str] = ()) -> None:
    """Give a box opened by a key the focus, and its button back when Escape closes it; draws nothing.

    Args:
        soon: bundled code this page will need: the browser fetches it while the page is still being made.
    """
    _component()(key="popover_keys", data={"soon": [page_address(name) for name in soon]})
