"""Boxes that open from a button, made reachable by keyboard on every page."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled


@cache
def _component() -> Any:
    return st.components.v2.component("timeline_app_popover", html="<span></span>", js=bundled("popover.js"))


def popover_keys() -> None:
    """Give a box opened by a key the focus, and its button back when Escape closes it; draws nothing."""
    _component()(key="popover_keys")
