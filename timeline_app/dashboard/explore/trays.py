"""The trays: what has no date or no place is listed, never dropped, and takes its place by typing or dragging."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.tray import DroppedDays, DroppedPoint, tray
from timeline_app.dashboard.explore import drawn
from timeline_app.dashboard.explore.tray_rows import tray_rows
from timeline_app.dashboard.folded import folded
from timeline_app.dashboard.look import count_labels
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.geo import places_near
from timeline_app.model import Event, When
from timeline_app.pipeline import entered_date
from timeline_app.views import Selection, visible, when_label, where_label
from timeline_app.views.frames.arrays import Whole
from timeline_app.views.tasks.tray_changes import dated_by_hand, placed_as_typed, placed_by_hand

_SAID, _UNDO = "tray_said", "tray_undo"
_UNDATED, _UNPLACED = "tray_undated", "tray_unplaced"


@st.fragment
def trays(selection: Selection) -> None:
    """Both trays of a view; an event that is given a date or a place leaves its tray."""
    if drawn.is_stale():
        st.rerun()
    with st.container(key="tray_said_place"):  # always there: what comes and goes above a tray would make it anew
        _said()
    undated, unplaced = (len(rows) for rows in (selection.undated_rows, selection.unplaced_rows))
    count_labels({_UNDATED: f"{undated:,}", _UNPLACED: unplaced_words(unplaced, selection.ledger.unplaced)})
    opened = _opened("Undated", _UNDATED, selection.undated_rows)
    if opened is not None:
        with opened:
            tray(
                tray_rows(selection, selection.undated_rows),
                held=len(selection.undated_rows),
                editable="Date",
                forms="a date (30 Aug 2017, 2017-08, about 28 August 2017, 16-23 August 2017)",
                hint="e.g. Aug 2017",
                key="tray_dates",
                on_typed=_date_typed,
                on_dropped=_dropped,
            )
    opened = _opened("Without a place", _UNPLACED, selection.unplaced_rows)
    if opened is not None:
        with opened:
            tray(
                tray_rows(selection, selection.unplaced_rows),
                held=len(selection.unplaced_rows),
                editable="Place",
                forms="a place's name in any spelling",
                hint="a place",
                key="tray_places",
                on_typed=_place_typed,
                on_dropped=_dropped,
            )


def unplaced_words(unplaced: int, dated: int) -> str:
    """How many have no place: the line above the map counts an event once, as undated, where it has neither."""
    undated = unplaced - dated
    return f"{unplaced:,}, {undated:,} of them undated" if undated else f"{unplaced:,}"


def _opened(name: str, key: str, rows: Whole) -> st.delta_generator.DeltaGenerator | None:
    """The tray's box when somebody looks into it and something is there.

    Its count is no part of its label: a box of another label would be another box, and what is being typed be lost.
    """
    box: st.delta_generator.DeltaGenerator = folded(name, key)
    if not box.open:  # type: ignore[attr-defined] # an expander that tells
        return None
    if len(rows):
        return box
    box.text("None in this view.")
    return None


def _said() -> None:
    """What became of the last event, with the way back."""
    said = st.session_state.get(_SAID)
    if not said:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(said)
        if _UNDO in st.session_state:
            st.button("Undo", key="tray_undo_button", on_click=_take_back)
        st.button("Dismiss", key="tray_dismiss", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_SAID, None)
    st.session_state.pop(_UNDO, None)


def _take_back() -> None:
    change = st.session_state.pop(_UNDO)
    try:
        load.store().undo(change, load.user_name())
        st.session_state[_SAID] = "Undone."
    except TimelineError as fault:
        st.session_state[_SAID] = f"Not undone: {visible(str(fault))}"


def _date_typed(event_id: str, words: str) -> None:
    _keep(event_id, _is_undated, lambda event: event.with_(when=_date(words)), "typed in a tray")


def _date(words: str) -> When:
    when = entered_date(words)
    if when is None:
        raise ValueError("no date was typed")
    return when


def _place_typed(event_id: str, words: str) -> None:
    _keep(event_id, _is_open, lambda event: placed_as_typed(event, words, load.gazetteer_heeding()), "typed in a tray")


def _is_undated(event: Event) -> bool:
    return event.when is None


def _is_open(event: Event) -> bool:
    return not event.is_placed


def _dropped(event_id: str, on: DroppedDays | DroppedPoint) -> None:
    if isinstance(on, DroppedDays):
        _keep(event_id, _is_undated, lambda event: dated_by_hand(event, on.first, on.last), "dragged onto the timeline")
        return
    near = next(iter(places_near(load.gazetteer_heeding(), on.lat, on.lon)), None)
    _keep(
        event_id,
        _is_open,
        lambda event: placed_by_hand(event, on.lat, on.lon, on.radius_km, near),
        "dragged onto the map",
    )


def _keep(event_id: str, belongs: Callable[[Event], bool], change: Callable[[Event], Event], why: str) -> None:
    """Keep the change, or say why it cannot be kept: what somebody else said meanwhile is not written over."""
    st.session_state.pop(_UNDO, None)
    by = load.user_name()
    try:
        event, version = load.store().event(event_id)
        if not belongs(event):
            raise EditConflict(f"event {event_id}", None, event)
        changed = change(event)
        load.store().edit(changed, version, by, why)
        lines = (line for line in load.store().history(event_id) if (line.by, line.why) == (by, why))
        st.session_state[_UNDO] = next(lines).id
        st.session_state[_SAID] = f"Saved: “{visible(event.title)}” is {_put(event, changed)} now."
    except EditConflict:
        st.session_state[_SAID] = "Not saved: somebody else changed this event just now. Look at it again."
    except (ValueError, TimelineError) as fault:
        st.session_state[_SAID] = f"Not saved: {visible(str(fault))}"


def _put(event: Event, changed: Event) -> str:
    if changed.when is not None and changed.when != event.when:
        return f"dated {when_label(changed.when)}"
    return f"placed at {where_label(changed)}"
