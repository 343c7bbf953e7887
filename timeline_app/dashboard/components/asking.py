"""What the browser asks of a large view while one looks about in it: more of the list, finer bins, an event's place.

A part of the page of its own, a Streamlit fragment: an answer runs nothing else and resends no drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled

Reply = Callable[[Mapping[str, object]], Mapping[str, object]]


def answers(reply: Reply, *, version: str, is_stale: Callable[[], bool], key: str = "asking") -> None:
    """Answer what map, lanes and list ask of a drawing.

    Args:
        reply: the answers to what was asked, by the same names.
        version: of the drawing; what was asked of another one stays unanswered.
        is_stale: whether the page around this part must be drawn anew first (`dashboard.explore.drawn`).
        key: of the widget.
    """
    _answers(reply, version, is_stale, key)


@st.fragment
def _answers(reply: Reply, version: str, is_stale: Callable[[], bool], key: str) -> None:
    if is_stale():
        st.rerun()
    waiting = f"{key}_waiting"

    def was_asked() -> None:
        held = st.session_state.get(key)
        st.session_state[waiting] = held.get("asked") if isinstance(held, Mapping) else None

    asked = st.session_state.pop(waiting, None)
    known = isinstance(asked, Mapping) and asked.get("version") == version
    answer = {"asked": asked.get("number"), **reply(asked)} if known and isinstance(asked, Mapping) else {}
    _renderer()(key=key, data={"version": version, "answer": answer}, on_asked_change=was_asked)


@cache
def _renderer() -> Any:
    return st.components.v2.component("timeline_app_asking", html="<span></span>", js=bundled("asking.js"))
