"""The trays: what has no date or no place is listed, never dropped, and takes its place when one is typed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.model import Event, Where
from timeline_app.temporal import parse_edtf
from timeline_app.views import Selection, visible, when_label, where_label

_NOTE = "tray_note"
_MOST = 300
"""Rows of a tray drawn at once; the list beside the map has all of them."""

_DATE_HELP = "EDTF: 2017-08-30, 2017-08, 2017-08-28~ (about), 2017-08-16/2017-08-23, [2017-08-16..2017-08-23]"


def trays(selection: Selection) -> None:
    """Both trays of a view; typing a date or a place takes an event out of its tray."""
    frame = selection.frame
    _tray("Undated", list(frame.loc[~frame["dated"], "event"]), "Date", _dated)
    _tray("Without a place", list(frame.loc[~frame["placed"], "event"]), "Place", _placed)


def _tray(name: str, events: Sequence[Event], editable: str, change: Any) -> None:
    if st.session_state.get(f"{_NOTE}_{name}"):
        st.text(st.session_state.pop(f"{_NOTE}_{name}"))
    with st.expander(f"{name} ({len(events):,})", key=f"tray_of_{name}"):
        if not events:
            st.text("None in this view.")
            return
        if len(events) > _MOST:
            st.text(f"The first {_MOST} of {len(events):,}; the list has all.")
        shown = tuple(events[:_MOST])
        st.text(f"Type a {editable.lower()} to put an event into its place.")
        # A new key for every state of the tray: what was typed is kept by the store, not by the widget.
        key = f"tray_{name}_{hash(tuple(event.id for event in shown))}_{st.session_state.get(_ROUND, 0)}"
        st.data_editor(
            [_row(event) for event in shown],
            hide_index=True,
            key=key,
            disabled=[column for column in ("Date", "Event", "Place", "Type") if column != editable],
            column_config={"Date": st.column_config.TextColumn(help=_DATE_HELP)},
            height=min(320, 38 + 35 * len(shown)),
            on_change=_typed,
            args=(key, name, shown, editable, change),
        )


_ROUND = "tray_round"


def _row(event: Event) -> dict[str, str]:
    return {
        "Date": when_label(event.when) if event.when else "",
        "Event": visible(event.title),
        "Place": where_label(event) if event.is_placed else "",
        "Type": event.type,
    }


def _typed(key: str, name: str, events: Sequence[Event], editable: str, change: Any) -> None:
    """Keep what was typed, or say why it cannot be kept."""
    state = st.session_state.get(key) or {}
    said = [
        _keep(events[row], str(cells[editable] or "").strip(), change)
        for row, cells in state.get("edited_rows", {}).items()
        if editable in cells and row < len(events)
    ]
    st.session_state[f"{_NOTE}_{name}"] = "\n".join(filter(None, said))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _keep(event: Event, words: str, change: Any) -> str:
    if not words:
        return ""
    try:
        newest, version = load.store().event(event.id)
        load.store().edit(change(newest, words), version, load.user_name(), "typed in a tray")
    except EditConflict:
        return f"Not saved: somebody else changed “{visible(event.title)}” just now. Look at it again."
    except (ValueError, TimelineError) as fault:
        return f"Not saved: {visible(str(fault))}"
    return f"Saved: “{visible(event.title)}” is at {visible(words)} now."


def _dated(event: Event, words: str) -> Event:
    return event.with_(when=parse_edtf(words))


def _placed(event: Event, words: str) -> Event:
    """The event at the place of that name; a name written in the source but not found stays as what was written."""
    candidates = load.gazetteer_heeding().lookup(words)
    if not candidates:
        raise ValueError(f"no place called {words!r} is in the gazetteer; try another spelling")
    open_places = [place for place in event.where if not place.is_placed]
    taken = open_places[0] if open_places else None
    role, text = (taken.role, taken.text) if taken else ("at", words)
    chosen = Where.of(candidates[0], role, text, tuple(candidates[1:5])).with_(status="confirmed")
    return event.with_(
        where=tuple(chosen if place is taken else place for place in event.where) + ((chosen,) if taken is None else ())
    )
