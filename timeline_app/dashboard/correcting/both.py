"""Two people at one event: the second is told what the first did, and nothing of either is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.errors import EditConflict
from timeline_app.model import Event, ReviewStatus
from timeline_app.store import Change
from timeline_app.views import visible
from timeline_app.views.versions.differing import FIELDS, field_words, review_words
from timeline_app.views.versions.meeting import EDITABLE, Meeting, changed, meet
from timeline_app.views.versions.past import moment_words, why_words

_TRIES = 5
"""How often saving begins anew because somebody was faster once more."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed one field of an event otherwise: nothing was saved yet.

    Attributes:
        basis: the event as the second person found it.
        mine, theirs: both versions.
        version: of theirs.
        meeting: what can stand together and what cannot.
        why: the second person's reason.
        told: who was first, when and why, in a line.
    """

    basis: Event
    mine: Event
    theirs: Event
    version: int
    meeting: Meeting
    why: str
    told: str


def save_beside_others(basis: Event, version: int, mine: Event, why: str) -> str | Conflict:
    """Save a person's version, beside what others changed meanwhile; what was done in words, or the conflict.

    Args:
        basis: the event as the form was opened with.
        version: its version.
        mine: the event as the person left it.
        why: the reason given.

    Raises:
        TimelineError, ValueError: it cannot be saved.
    """
    store, saving, beside = load.store(), mine, ""
    for _ in range(_TRIES):
        try:
            store.edit(saving, version, load.user_name(), why)
        except EditConflict:
            theirs, version = store.event(basis.id)
            meeting = meet(basis, mine, theirs)
            told = _first(basis, theirs)
            if meeting.contested:
                return Conflict(basis, mine, theirs, version, meeting, why, told)
            saving, beside = meeting.together, f", beside what somebody else changed meanwhile. {told}"
        else:
            return f"Saved{beside or '.'}"
    raise EditConflict(f"event {basis.id}", mine, saving)


def settle(found: Conflict, mine_counts: bool) -> str | Conflict:
    """Save with one side's word on what is contested; what only one of the two changed stays either way."""
    names = found.meeting.contested if mine_counts else ()
    event = found.meeting.together.with_(**{name: getattr(found.mine, name) for name in names})
    if not changed(found.theirs, event):
        return "Theirs was taken."
    saved = save_beside_others(found.theirs, found.version, event, found.why)
    if isinstance(saved, Conflict):
        return saved
    return saved if mine_counts else f"Theirs was taken. {saved}"


def _first(basis: Event, theirs: Event) -> str:
    """Who was first, in a line."""
    change = _newest(theirs.id)
    joined = "" if theirs.id == basis.id else " It was put together with another event meanwhile."
    if change is None:
        return f"Somebody else changed it.{joined}"
    why = f": {why_words(change.why)}" if change.why else ""
    when = moment_words(change.at, st.context.timezone)
    return f"{visible(change.by) or 'Somebody'} changed it, {when}{why}.{joined}"


def _newest(event_id: str) -> Change | None:
    return next(iter(load.store().history(event_id)), None)


def show_both(found: Conflict) -> None:
    """Both versions of what is contested, and what stands whoever is followed."""
    st.text(f"Somebody else changed this event while you did. Nothing was saved yet: choose. {found.told}")
    for name in found.meeting.contested:
        label, before, mine, theirs = st.columns([1, 2, 2, 2])
        label.text(FIELDS[name])
        before.text(f"Before: {field_words(found.basis, name)}")
        mine.text(f"Yours: {field_words(found.mine, name)}")
        theirs.text(f"Theirs: {field_words(found.theirs, name)}")
    kept = [f"yours: {_labels(found.meeting.mine)}"] if found.meeting.mine else []
    kept += [f"theirs: {_labels(found.meeting.theirs)}"] if found.meeting.theirs else []
    if kept:
        st.text(f"Kept either way, since only one of you changed it: {'; '.join(kept)}.")


def _labels(names: tuple[str, ...]) -> str:
    return ", ".join(FIELDS[name] for name in names)


# -- reviews ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReviewConflict:
    """Somebody else reviewed the event otherwise meanwhile: nothing was saved yet."""

    status: ReviewStatus
    theirs: Event
    version: int
    told: str


def review_beside_others(seen: Event, version: int, status: ReviewStatus, note: str = "") -> str | ReviewConflict:
    """Keep a review unless somebody else gave another one meanwhile; what was done in words, or the conflict.

    Args:
        seen: the event as the person saw it.
        version: its version.
        status: the review.
        note: the reason given.

    Raises:
        TimelineError: it cannot be kept.
    """
    store, beside = load.store(), ""
    for _ in range(_TRIES):
        try:
            store.review(seen.id, status, load.user_name(), note, version)
        except EditConflict:
            theirs, version = store.event(seen.id)
            if replace(theirs.review, at="") != replace(seen.review, at=""):
                return _reviewed_too(status, theirs, version)
            names = changed(seen, theirs, (*EDITABLE, "reports"))
            beside = f"{_first(seen, theirs)} Changed since you looked: {_labels(names) or 'evidence'}."
        else:
            return beside
    raise EditConflict(f"event {seen.id}", status, seen)


def _reviewed_too(status: ReviewStatus, theirs: Event, version: int) -> str | ReviewConflict:
    told = f"{review_words(theirs.review)}, {moment_words(theirs.review.at, st.context.timezone)}"
    if theirs.review.status == status:
        return f"Somebody was first with the same: {visible(told)}."
    return ReviewConflict(status, theirs, version, visible(told))
