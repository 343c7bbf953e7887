"""The trays: what has no date or no place is listed, never dropped, and takes its place when one is typed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from timeline_app.dashboard import drawn, load
from timeline_app.dashboard.folded import folded
from timeline_app.dashboard.tray_rows import tray_of
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.model import Event, Where
from timeline_app.temporal import parse_edtf
from timeline_app.views import Selection, visible
from timeline_app.views.arrays import Whole

_NOTE = "tray_note"
_Change = Callable[[Event, str], Event]

_DATE_HELP = "EDTF: 2017-08-30, 2017-08, 2017-08-28~ (about), 2017-08-16/2017-08-23, [2017-08-16..2017-08-23]"


@st.fragment
def trays(selection: Selection) -> None:
    """Both trays of a view; typing a date or a place takes an event out of its tray."""
    if drawn.is_stale():
        st.rerun()
    _tray("Undated", selection, selection.undated_rows, "Date", _dated)
    _tray("Without a place", selection, selection.unplaced_rows, "Place", _placed)


def _tray(name: str, selection: Selection, rows: Whole, editable: str, change: _Change) -> None:
    if st.session_state.get(f"{_NOTE}_{name}"):
        st.text(st.session_state.pop(f"{_NOTE}_{name}"))
    expander = folded(f"{name} ({len(rows):,})", f"tray_of_{name}")
    if not expander.open:
        return  # the browser loads what draws a table only when one is looked at
    with expander:
        if not len(rows):
            st.text("None in this view.")
            return
        tray = tray_of(selection, rows)
        if tray.held > len(tray.ids):
            st.text(
                f"The first {len(tray.ids)}. The list beside the map holds all of them, and a filter makes them fewer."
            )
        st.text(f"Type a {editable.lower()} to put an event into its place.")
        # A new key for every state of the tray: what was typed is kept by the store, not by the widget.
        key = f"tray_{name}_{hash(tray.ids)}_{st.session_state.get(_ROUND, 0)}"
        st.data_editor(
            tray.cells,
            hide_index=True,
            key=key,
            disabled=[column for column in tray.cells.column_names if column != editable],
            column_config={"Date": st.column_config.TextColumn(help=_DATE_HELP)},
            height=min(320, 38 + 35 * len(tray.ids)),
            on_change=_typed,
            args=(key, name, tray.ids, editable, change),
        )


_ROUND = "tray_round"


def _typed(key: str, name: str, ids: Sequence[str], editable: str, change: _Change) -> None:
    """Keep what was typed, or say why it cannot be kept."""
    state = st.session_state.get(key) or {}
    said = [
        _keep(ids[row], str(cells[editable] or "").strip(), change)
        for row, cells in state.get("edited_rows", {}).items()
        if editable in cells and row < len(ids)
    ]
    st.session_state[f"{_NOTE}_{name}"] = "\n".join(filter(None, said))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _keep(event_id: str, words: str, change: _Change) -> str:
    if not words:
        return ""
    try:
        event, version = load.store().event(event_id)
        load.store().edit(change(event, words), version, load.user_name(), "typed in a tray")
    except EditConflict:
        return "Not saved: somebody else changed this event just now. Look at it again."
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
