"""What was asked for, brought into view: on a phone, or under a long table, it would be drawn where nobody looks."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled


@cache
def _component() -> Any:
    return st.components.v2.component("timeline_app_into_view", html="<span></span>", js=bundled("into_view.js"))


def into_view(name: str, shown: str | None, *, again: bool = False) -> None:
    """Mark the place where something stands that was asked for; the browser goes there when it is another one.

    To be called on every run of its page, also while nothing stands there: then the same, asked for again, counts.
    It draws nothing, and a place that is seen already stays where it is.

    Args:
        name: of the place.
        shown: what stands there; None or "": nothing.
        again: go there whatever stood there before.
    """
    before, asked = st.session_state.get(f"into_view_{name}", ("", 0))
    if shown and (again or shown != before):
        asked += 1
    st.session_state[f"into_view_{name}"] = (shown or "", asked)
    with st.container(key=f"into_view_{name}"):
        _component()(key=f"into_view_mark_{name}", data={"name": name, "asked": asked if shown else 0})
