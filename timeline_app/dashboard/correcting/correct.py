"""Accept, reject and correct one event; what was extracted stays beside what a person makes of it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.chosen import open_in_edit
from timeline_app.dashboard.correcting.both import (
    Conflict,
    ReviewConflict,
    review_beside_others,
    save_beside_others,
    settle,
    show_both,
)
from timeline_app.dashboard.folded import folded, is_looked_at
from timeline_app.errors import TimelineError
from timeline_app.model import EVENT_TYPES, Event, ReviewStatus, When, Where
from timeline_app.temporal import parse_edtf
from timeline_app.views import visible
from timeline_app.views.labels import REVIEWS
from timeline_app.views.past import NOBODY, deed, short_moment, why_words

_BASIS, _NOTE, _CONFLICT, _ROUND = "correct_basis", "correct_note", "correct_conflict", "correct_round"
_REVIEW_NOTE, _REVIEW_CONFLICT = "review_note", "review_conflict"
_EDTF_HELP = (
    "2017-08-30, 2017-08, 2017, 2017-08-28~ (about), 2017-08-16/2017-08-23 (from, to),"
    " [2017-08-16..2017-08-23] (some day between)"
)


def review_event(event: Event) -> None:
    """Two buttons and a way back; who comes second is told what the first said."""
    seen, version = load.store().event(event.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(f"Review: {REVIEWS[seen.review.status]}")
        for status, label in _REVIEWS:
            if status != seen.review.status:
                st.button(label, key=f"review_{status}_{event.id}", on_click=_review, args=(seen, version, status))
    if st.session_state.get(_REVIEW_NOTE):
        st.text(st.session_state.pop(_REVIEW_NOTE))
    _review_conflict(event.id)


_REVIEWS: tuple[tuple[ReviewStatus, str], ...] = (
    ("accepted", "Accept"),
    ("rejected", "Reject"),
    ("draft", "Take back"),
)


def _review(seen: Event, version: int, status: ReviewStatus) -> None:
    st.session_state.pop(_REVIEW_CONFLICT, None)
    try:
        done = review_beside_others(seen, version, status)
    except TimelineError as fault:
        done = f"Not saved: {fault}"
    st.session_state[_REVIEW_CONFLICT if isinstance(done, ReviewConflict) else _REVIEW_NOTE] = done


def _review_conflict(event_id: str) -> None:
    """What somebody else said meanwhile, for the second person to insist or to leave it."""
    found: ReviewConflict | None = st.session_state.get(_REVIEW_CONFLICT)
    if found is None or found.theirs.id != event_id:
        return
    st.text(f"Somebody else reviewed this event while you looked: {found.told}. Yours was not saved yet:")
    st.text(f"Yours: {REVIEWS[found.status]}. Theirs: {REVIEWS[found.theirs.review.status]}.")
    with st.container(horizontal=True):
        st.button("Save my review over theirs", on_click=_review, args=(found.theirs, found.version, found.status))
        st.button("Leave their review", on_click=lambda: st.session_state.pop(_REVIEW_CONFLICT, None))


def correct_event(event: Event, key: str = "correcting") -> None:
    """A form with the event's main fields; a date is EDTF, a place a name of the gazetteer.

    `key`: where the session keeps whether it is open, for a page that opens it.
    """
    expander = folded("Correct this event", key)
    if not is_looked_at(expander, event.id, key):
        return
    with expander:
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
        _after(basis, save_beside_others(basis.event, basis.version, mine, st.session_state.get(_key("why"), "")))
    except (ValueError, TimelineError) as fault:
        st.session_state[_NOTE] = f"Not saved: {fault}"


def _after(basis: _Basis, done: str | Conflict) -> None:
    """Either both versions to choose from, the form as it was typed; or the form anew and a word on what was done."""
    if isinstance(done, Conflict):
        st.session_state[_CONFLICT] = done
        return
    _open_form(basis.event.id)
    st.session_state[_NOTE] = done


def _conflict(basis: _Basis) -> None:
    """Both versions, for the second person to choose."""
    found: Conflict | None = st.session_state.get(_CONFLICT)
    if found is None:
        return
    show_both(found)
    with st.container(horizontal=True):
        st.button("Save mine over theirs", on_click=_settle, args=(basis, found, True))
        st.button("Take theirs", on_click=_settle, args=(basis, found, False))


def _settle(basis: _Basis, found: Conflict, mine_counts: bool) -> None:
    try:
        _after(basis, settle(found, mine_counts))
    except (ValueError, TimelineError) as fault:
        st.session_state[_NOTE] = f"Not saved: {fault}"


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
    candidates = load.gazetteer_heeding().lookup(name)
    if not candidates:
        raise ValueError(f"no place called {name!r} is in the gazetteer; try another spelling")
    written = scene.text if scene is not None else name
    chosen = Where.of(candidates[0], "at", written, tuple(candidates[1:5])).with_(status="confirmed")
    return (chosen, *others)


def _history(event_id: str) -> None:
    changes = load.store().history(event_id)
    if changes:
        st.text("History")
        zone = st.context.timezone
        st.dataframe(
            [
                {
                    "When": short_moment(change.at, zone),
                    "Who": visible(change.by) or NOBODY,
                    "What": deed(change.what),
                    "Why": why_words(change.why),
                }
                for change in changes
            ],
            hide_index=True,
        )
