"""Accept, reject and correct one event; what was extracted stays beside what a person makes of it."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.errors import EditConflict
from timeline_app.model import EVENT_TYPES, Event, When, Where
from timeline_app.temporal import parse_edtf
from timeline_app.views import visible

_STATUS = {"draft": "Not reviewed", "accepted": "Accepted", "rejected": "Rejected"}


def review_event(event: Event) -> None:
    """Two buttons and a way back."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"Review: {_STATUS[event.review.status]}")
        for status, label in (("accepted", "Accept"), ("rejected", "Reject"), ("draft", "Take back")):
            if status != event.review.status:
                st.button(label, key=f"review_{status}_{event.id}", on_click=_review, args=(event.id, status))


def _review(event_id: str, status: str) -> None:
    load.store().review(event_id, status, load.user_name())  # type: ignore[arg-type]


def correct_event(event: Event) -> None:
    """A form with the event's main fields; a date is EDTF, a place a name of the gazetteer."""
    with st.expander("Correct this event"):
        _form(event)
        _history(event.id)


def _form(event: Event) -> None:
    current, version = load.store().event(event.id)
    scene = next((place for place in current.where if place.role == "at"), None)
    with st.form(f"correct_{event.id}_{version}", border=False):
        title = st.text_input("Title", visible(current.title), max_chars=300)
        kind = st.selectbox("Type", list(EVENT_TYPES), index=list(EVENT_TYPES).index(current.type))
        day = st.text_input(
            "Date (EDTF; empty: undated)",
            current.when.edtf if current.when else "",
            help="2017-08-30, 2017-08, 2017, 2017-08-28~ (about), 2017-08-16/2017-08-23 (from, to),"
            " [2017-08-16..2017-08-23] (some day between)",
        )
        place = st.text_input(
            "Where it happened (empty: unplaced)", visible((scene.name or scene.text) if scene else "")
        )
        why = st.text_input("Why (kept in the history)")
        if st.form_submit_button("Save"):
            _save(current, version, (title, kind, day, place), why)


def _save(current: Event, version: int, fields: tuple[str, str, str, str], why: str) -> None:
    title, kind, day, place = (field.strip() for field in fields)
    try:
        if not title:
            raise ValueError("the title is empty")
        changed = current.with_(
            title=current.title if title == visible(current.title) else title,
            type=kind,
            when=_when(current, day),
            where=_where(current, place),
        )
        load.store().edit(changed, version, load.user_name(), why)
    except EditConflict as conflict:
        st.text(f"{conflict} Look at the newest version, then save again if you still want to.")
        return
    except ValueError as fault:
        st.text(f"Not saved: {fault}")
        return
    st.rerun()


def _when(current: Event, day: str) -> When | None:
    if not day:
        return None
    if current.when is not None and day == current.when.edtf:
        return current.when
    return parse_edtf(day)


def _where(current: Event, name: str) -> tuple[Where, ...]:
    scene = next((place for place in current.where if place.role == "at"), None)
    others = tuple(place for place in current.where if place is not scene)
    if scene is not None and name == visible(scene.name or scene.text):
        return current.where
    if not name:
        return others
    candidates = load.gazetteer().lookup(name)
    if not candidates:
        raise ValueError(f"no place called {name!r} is in the gazetteer; try another spelling")
    written = scene.text if scene is not None else name
    chosen = Where.of(candidates[0], "at", written, tuple(candidates[1:5])).with_(status="confirmed")
    return (chosen, *others)


def _history(event_id: str) -> None:
    changes = load.store().history(event_id)
    if changes:
        st.text("History")
        st.dataframe(
            [
                {"When": change.at, "Who": visible(change.by), "What": change.what, "Why": visible(change.why)}
                for change in changes
            ],
            hide_index=True,
        )
