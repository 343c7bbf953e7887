"""The facets: checkboxes with counts, several at once, as one Streamlit component (v2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_facets",
        html='<div class="facets"></div>',
        css=bundled("facets.css"),
        js=bundled("facets.js"),
    )


def facets(
    groups: Sequence[Mapping[str, object]] | None,
    *,
    key: str,
    on_change: Callable[[str, list[str]], None] | None = None,
    on_look: Callable[[], None] | None = None,
) -> None:
    """Draw facets (`views.facet_group`).

    Args:
        groups: the facets; None where they are not counted yet: the browser asks for them when they are in sight.
        key: of the widget.
        on_change: called with a facet's name and the values now chosen, before this part of the page is run again.
            Both come from a browser and are not trusted.
        on_look: called when they are asked for, before this part of the page is run again.
    """

    def changed() -> None:
        sent = _sent(key, "chosen")
        name, values = (sent.get("name"), sent.get("values")) if isinstance(sent, Mapping) else (None, None)
        if isinstance(name, str) and isinstance(values, list) and on_change is not None:
            on_change(name, [value for value in values if isinstance(value, str)])

    def looked() -> None:
        if _sent(key, "look") is not None and on_look is not None:
            on_look()

    turns = f"{key}_turns"
    if groups is None:
        st.session_state[turns] = st.session_state.get(turns, 0) + 1
    data = {"groups": None if groups is None else list(groups), "turn": st.session_state.get(turns, 0)}
    _component()(key=key, data=data, on_chosen_change=changed, on_look_change=looked)


def _sent(key: str, name: str) -> object:
    state = st.session_state.get(key)
    return state.get(name) if isinstance(state, Mapping) else None
