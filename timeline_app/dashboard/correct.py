"""Accept, reject and correct one event; what was extracted stays beside what a person makes of it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.chosen import open_in_edit
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.model import EVENT_TYPES, Event, When, Where
from timeline_app.temporal import parse_edtf
from timeline_app.views import visible, when_label, where_label

_STATUS = {"draft": "Not reviewed", "accepted": "Accepted", "rejected": "Rejected"}
_BASIS, _NOTE, _CONFLICT, _ROUND = "correct_basis", "correct_note", "correct_conflict", "correct_round"
_FIELDS = {"title": "Title", "type": "Type", "when": "Date", "where": "Place"}
"""What the form changes, with the words people read."""
_EDTF_HELP = (
    "2017-08-30, 2017-08, 2017, 2017-08-28~ (about), 2017-08-16/2017-08-23 (from, to),"
    " [2017-08-16..2017-08-23] (some day between)"
)


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
        basis = _basis(event.id)
        _form(basis)
        if st.session_state.get(_NOTE):
            st.text(st.session_state.pop(_NOTE))
        _conflict(basis)
        if st.button("All fields", key=f"all_fields_{event.id}", help="Several places, sources, numbers, the map …"):
            open_in_edit(event.id)
        _history(event.id)


@dataclass(frozen=True, slots=True)
class _Basis:
    """The event as it was when its form was opened, with its version."""

    event: Event
    version: int


def _basis(event_id: str) -> _Basis:
    """What the open form was filled from: what somebody else saves meanwhile does not empty it."""
    held: _Basis | None = st.session_state.get(_BASIS)
    if held is None or held.event.id != event_id:
        held = _open_form(event_id)
    return held


def _open_form(event_id: str) -> _Basis:
    """A form filled anew with the newest version."""
    held = st.session_state[_BASIS] = _Basis(*load.store().event(event_id))
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_CONFLICT, None)
    return held


def _key(name: str) -> str:
    return f"correct_{name}_{st.session_state[_ROUND]}"


def _form(basis: _Basis) -> None:
    current, types = basis.event, list(EVENT_TYPES)
    with st.form(_key("form"), border=False):
        st.text_input("Title", visible(current.title), max_chars=300, key=_key("title"))
        st.selectbox("Type", types, index=types.index(current.type), key=_key("type"))
        day = current.when.edtf if current.when else ""
        st.text_input("Date (EDTF; empty: undated)", day, help=_EDTF_HELP, key=_key("day"))
        st.text_input("Where it happened (empty: unplaced)", _scene_words(current), key=_key("place"))
        st.text_input("Why (kept in the history)", key=_key("why"))
        st.form_submit_button("Save", on_click=_save, args=(basis,))


def _save(basis: _Basis) -> None:
    """Save what the form holds; beside what somebody else changed meanwhile where the two do not meet."""
    try:
        mine = _as_typed(basis.event)
        _keep(mine, basis.version)
    except EditConflict:
        _beside_theirs(basis, mine)
    except (ValueError, TimelineError) as fault:
        st.session_state[_NOTE] = f"Not saved: {fault}"


def _keep(event: Event, version: int) -> None:
    load.store().edit(event, version, load.user_name(), st.session_state.get(_key("why"), ""))
    _open_form(event.id)
    st.session_state[_NOTE] = "Saved."


def _beside_theirs(basis: _Basis, mine: Event) -> None:
    theirs, version = load.store().event(basis.event.id)
    changes = {name: getattr(mine, name) for name in _changed(basis.event, mine)}
    if set(changes) & set(_changed(basis.event, theirs)):
        st.session_state[_CONFLICT] = _Conflict(mine, theirs, version)
        return
    _keep(theirs.with_(**changes), version)
    st.session_state[_NOTE] = "Saved, beside what somebody else changed meanwhile."


def _changed(before: Event, after: Event) -> list[str]:
    return [name for name in _FIELDS if getattr(before, name) != getattr(after, name)]


@dataclass(frozen=True, slots=True)
class _Conflict:
    """Two people changed one field of an event: nothing was saved yet."""

    mine: Event
    theirs: Event
    version: int


def _conflict(basis: _Basis) -> None:
    """Both versions, for the second person to choose."""
    found: _Conflict | None = st.session_state.get(_CONFLICT)
    if found is None:
        return
    st.text("Somebody else changed this event while you did. Nothing was saved yet:")
    rows = [
        {"Field": label, "Yours": _shown(found.mine, name), "Theirs": _shown(found.theirs, name)}
        for name, label in _FIELDS.items()
        if getattr(found.mine, name) != getattr(found.theirs, name)
    ]
    st.dataframe(rows, hide_index=True)
    with st.container(horizontal=True):
        st.button("Save mine over theirs", on_click=_insist, args=(found,))
        st.button("Take theirs", on_click=_take_theirs, args=(basis.event.id,))


def _take_theirs(event_id: str) -> None:
    _open_form(event_id)


def _shown(event: Event, name: str) -> str:
    words = {"when": lambda: when_label(event.when), "where": lambda: where_label(event)}
    return visible(words[name]() if name in words else getattr(event, name))


def _insist(found: _Conflict) -> None:
    changes = {name: getattr(found.mine, name) for name in _FIELDS}
    try:
        _keep(found.theirs.with_(**changes), found.version)
    except EditConflict:
        theirs, version = load.store().event(found.theirs.id)
        st.session_state[_CONFLICT] = _Conflict(found.mine, theirs, version)


def _as_typed(current: Event) -> Event:
    """The event with what stands in the form.

    Raises:
        ValueError: naming the field that cannot be taken.
    """
    title, day, place = (st.session_state[_key(name)].strip() for name in ("title", "day", "place"))
    if not title:
        raise ValueError("the title is empty")
    return current.with_(
        title=current.title if title == visible(current.title) else title,
        type=st.session_state[_key("type")],
        when=_when(current, day),
        where=_where(current, place),
    )


def _when(current: Event, day: str) -> When | None:
    if not day:
        return None
    if current.when is not None and day == current.when.edtf:
        return current.when
    return parse_edtf(day)


def _scene(current: Event) -> Where | None:
    return next((place for place in current.where if place.role == "at"), None)


def _scene_words(current: Event) -> str:
    scene = _scene(current)
    return visible(scene.name or scene.text) if scene else ""


def _where(current: Event, name: str) -> tuple[Where, ...]:
    scene = _scene(current)
    others = tuple(place for place in current.where if place is not scene)
    if scene is not None and name == _scene_words(current):
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
