"""A tray: events to be put in their place by typing or dragging, as one Streamlit component (v2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

import streamlit as st

from timeline_app.dashboard.components.bundle import bundled
from timeline_app.model import check_latitude, check_longitude

_EPOCH = date(1970, 1, 1)
_FARTHEST_KM = 2000.0
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class DroppedDays:
    """The days an event was dropped on: the one or more that lay under the pointer."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class DroppedPoint:
    """The point an event was dropped on, in degrees, and how finely one could aim, in kilometres."""

    lat: float
    lon: float
    radius_km: float


@cache
def _component() -> Any:
    return st.components.v2.component(
        "timeline_app_tray", html='<div class="tray"></div>', css=bundled("tray.css"), js=bundled("tray.js")
    )


def tray(
    rows: Sequence[Mapping[str, str]],
    *,
    held: int,
    editable: Literal["Date", "Place"],
    forms: str,
    hint: str,
    key: str,
    on_typed: Callable[[str, str], None],
    on_dropped: Callable[[str, DroppedDays | DroppedPoint], None],
) -> None:
    """Draw a tray.

    Args:
        rows: `id`, `title`, `type` and `other` (what is known of when or where) of its events.
        held: how many events lie in it, perhaps more than there are rows.
        editable: what they lack.
        forms: how that is written, said once above.
        hint: the same in a word or two, for the empty fields.
        key: of the widget.
        on_typed: called with the id of an event and the words typed, before this part of the page is run again.
        on_dropped: called with the id of an event and where it was dropped: days on the lanes, a point on the map.
    """

    def typed() -> None:
        sent = _sent(key, "typed")
        event, words = sent.get("event"), sent.get("words")
        if isinstance(event, str) and isinstance(words, str):
            on_typed(event, words[:_LONGEST])

    def dropped() -> None:
        sent = _sent(key, "dropped")
        event, aim = sent.get("event"), dropped_on(sent)
        if isinstance(event, str) and aim is not None:
            on_dropped(event, aim)

    data = {"rows": list(rows), "held": held, "editable": editable, "forms": forms, "hint": hint}
    _component()(key=key, data=data, on_typed_change=typed, on_dropped_change=dropped)


def dropped_on(sent: Mapping[Any, object]) -> DroppedDays | DroppedPoint | None:
    """What a browser says an event was dropped on; None for what is neither days nor a point."""
    days, point = sent.get("days"), sent.get("point")
    try:
        if isinstance(days, list) and len(days) == 2 and all(isinstance(day, int) for day in days):
            first, last = (_EPOCH + timedelta(days=day) for day in sorted(days))
            return DroppedDays(first, last)
        if isinstance(point, list) and len(point) == 3 and all(isinstance(one, int | float) for one in point):
            lat, lon, radius = (float(one) for one in point)
            if 0 < radius <= _FARTHEST_KM:
                return DroppedPoint(check_latitude(lat), check_longitude(lon), radius)
    except (ValueError, OverflowError):
        return None
    return None


def _sent(key: str, name: str) -> Mapping[Any, object]:
    state = st.session_state.get(key)
    sent = state.get(name) if isinstance(state, Mapping) else None
    return sent if isinstance(sent, Mapping) else {}
