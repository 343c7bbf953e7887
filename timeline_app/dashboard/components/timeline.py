"""The timeline: density strip with brush, lanes of events, and the list, as one Streamlit component (v2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled, fetched

DayRange = tuple[date, date]
"""First and last calendar day, both included."""

_EPOCH = date(1970, 1, 1)


def timeline(
    payload: Mapping[str, object],
    *,
    height: int,
    key: str = "timeline",
    on_range: Callable[[DayRange | None], None] | None = None,
    on_known: Callable[[date | None], None] | None = None,
) -> None:
    """Draw a timeline payload (docs/decisions/0001).

    A click on an event goes to the browser's bus and comes back by `components.selection`. Colours come from the
    page's theme (`--st-*`), light or dark.

    Args:
        payload: from `views.timeline_payload`; a new `version` for new content.
        height: of strip, lanes and list together, in pixels; at least 380 reads well.
        key: of the widget.
        on_range: called with the brushed range, or with None when it was cleared.
        on_known: called with the day chosen on the axis of publications, or with None when it was cleared.
    """

    def was_ranged() -> None:
        sent = _sent(key, "range")
        if isinstance(sent, Mapping) and on_range is not None:
            on_range(_day_range(sent))

    def was_known() -> None:
        sent = _sent(key, "known")
        if isinstance(sent, Mapping) and on_known is not None:
            on_known(_day(sent.get("day")))

    _renderer()(
        key=key, data={"payload": payload, "height": height}, on_range_change=was_ranged, on_known_change=was_known
    )


@cache
def _renderer() -> Any:
    """The mounting command; declared when first drawn, so that importing needs no built browser parts."""
    return st.components.v2.component(
        "timeline_app_timeline",
        html='<div class="timeline" role="group" aria-label="Timeline of events"></div>',
        css=bundled("timeline.css"),
        js=fetched("timeline.js"),
    )


def _sent(key: str, name: str) -> object:
    """What the component has just sent under a name, or None."""
    state = st.session_state.get(key)
    return state.get(name) if isinstance(state, Mapping) else None


def _day_range(sent: Mapping[Any, object]) -> DayRange | None:
    """The days a brush spans; None when cleared, or when a browser sent what is no range."""
    first, last = _day(sent.get("first")), _day(sent.get("last"))
    return None if first is None or last is None or first > last else (first, last)


def _day(number: object) -> date | None:
    """The calendar day of days since 1970-01-01; None for what is none."""
    if not isinstance(number, int):
        return None
    try:
        return _EPOCH + timedelta(days=number)
    except OverflowError:
        return None
