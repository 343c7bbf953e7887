"""Accept or reject one event, and take it back; who comes second is told what the first said."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.correcting.both import ReviewConflict, review_beside_others
from timeline_app.dashboard.correcting.corrected import review_state
from timeline_app.errors import TimelineError
from timeline_app.model import Event, ReviewStatus
from timeline_app.views.words.labels import REVIEWS

_REVIEW_NOTE, _REVIEW_CONFLICT = "review_note", "review_conflict"


def review_event(event: Event) -> None:
    """Two buttons and a way back; who comes second is told what the first said.

    Each button keeps its place, before words of changing length: a second click must not meet the opposite.
    """
    seen, version = load.store().event(event.id)
    with st.container(horizontal=True, vertical_alignment="center"):
        for status, label in _REVIEWS:
            st.button(
                label, key=f"review_{status}_{event.id}", disabled=status == seen.review.status,
                on_click=_review, args=(seen, version, status),
            )  # fmt: skip
        st.text(f"Review: {review_state(seen)}")
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
