"""What is selected, to and from the browser's bus, by which map, lanes and list tell each other of a click at once.

Its own component (v2): selecting resends no drawing, and runs only the part of the page this is drawn in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled


def selection(
    selected: str | None,
    *,
    rivals: Sequence[Mapping[str, object]] = (),
    key: str = "selection",
    on_selected: Callable[[str], None] | None = None,
) -> None:
    """Confirm in map, lanes and list what is selected, and hear of it.

    Args:
        selected: id of the selected event, or None.
        rivals: places that it may have happened at instead (`views.rivals`), for the map.
        key: of the widget.
        on_selected: called with the id of an event clicked in any of them, before this part of the page is run again.
    """

    def was_selected() -> None:
        state = st.session_state.get(key)
        event = state.get("selected") if isinstance(state, Mapping) else None
        if isinstance(event, str) and on_selected is not None:
            on_selected(event)

    _renderer()(key=key, data={"selected": selected, "rivals": list(rivals)}, on_selected_change=was_selected)


@cache
def _renderer() -> Any:
    """The mounting command; declared when first drawn, so that importing needs no built browser parts."""
    return st.components.v2.component("timeline_app_selection", html="<span></span>", js=bundled("selection.js"))
