"""The event a reviewer has before them: where in the queue, in which version, and what others did to it meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.correcting.judge import newly_judged
from timeline_app.errors import EditConflict, StoreError, TimelineError
from timeline_app.model import Event, ReviewStatus
from timeline_app.store import Change
from timeline_app.views.tasks.reviewing import FIRST, Queue, Scope, Spot, told_meanwhile

_AT, _GO, _STEPS, _NOTE, _SCOPE = "review_at", "review_go", "review_steps", "review_told", "review_scope"
_ONWARD = "onward"
CORRECTING, JUDGING = "review_correcting", "review_judging"
"""Where the session keeps whether the two panels are open."""

MOST_STEPS = 100


@dataclass(frozen=True, slots=True)
class AtHand:
    """The event at hand.

    Attributes:
        event, version: as it was when last drawn; a verdict counts for this version only.
        spot: where in the queue it was when it was opened.
        last_change: id of the newest line of its history then.
        news: what others did to it since, a line each.
    """

    event: Event
    version: int
    spot: Spot
    last_change: int
    news: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something done here that can be taken back.

    Attributes:
        event: id of the event it was done on.
        told: what it was, in a few words of ours.
        take_back: undoes it; may raise TimelineError.
        change: id of its line in the history, None where several steps belong to it.
    """

    event: str
    told: str
    take_back: Callable[[], object]
    change: int | None = None


# -- where one is ---------------------------------------------------------------------------------


def at_hand(queue: Queue, scope: Scope) -> AtHand | None:
    """The event to show now; None when nothing waits for a review."""
    wanted = st.session_state.pop(_GO, None)
    held: AtHand | None = st.session_state.get(_AT)
    is_new_scope = st.session_state.get(_SCOPE, scope) != scope
    st.session_state[_SCOPE] = scope
    if wanted not in (None, _ONWARD):
        found = _opened(wanted, queue) or _next(queue, FIRST)
    elif held is None or wanted == _ONWARD or (is_new_scope and held.event.id not in queue.by_id):
        found = _next(queue, held.spot if held is not None and wanted == _ONWARD else FIRST)
    else:
        found = _as_it_is_now(held) or _next(queue, held.spot)
    st.session_state[_AT] = found
    return found


def _next(queue: Queue, spot: Spot) -> AtHand | None:
    following = queue.following(spot)
    return None if following is None else _opened(following.event.id, queue)


def _opened(event_id: str, queue: Queue) -> AtHand | None:
    """An event opened anew; None when it is gone."""
    for panel in (CORRECTING, JUDGING):
        st.session_state[panel] = False
    try:
        event, version = load.store().event(event_id)
    except StoreError:
        return None
    weighed = queue.by_id.get(event.id)
    spot = FIRST if weighed is None else Spot.of(weighed)
    return AtHand(event, version, spot, _newest(event.id))


def _newest(event_id: str) -> int:
    changes = load.store().history(event_id)
    return changes[0].id if changes else 0


def _as_it_is_now(held: AtHand) -> AtHand | None:
    """The same event in its newest version, with what others did to it; None when it is gone."""
    try:
        event, version = load.store().event(held.event.id)
    except StoreError:
        tell("The event before you is gone: somebody removed its document. This is the next one.")
        return None
    if (event.id, version) == (held.event.id, held.version):
        return held
    changes = load.store().history(event.id)
    for change in reversed(changes):
        if change.id > held.last_change:
            _remember_own_edit(event.id, change)
    news = told_meanwhile(changes, held.last_change, load.user_name())
    last = changes[0].id if changes else held.last_change
    return replace(held, event=event, version=version, last_change=last, news=(*held.news, *news))


def _remember_own_edit(event_id: str, change: Change) -> None:
    """The forms on the page write by themselves; what they wrote can be taken back like everything else here."""
    known = {step.change for step in steps()}
    if change.what == "edited" and change.by == load.user_name() and change.id not in known:
        remember(Step(event_id, "corrected", _undoing(change.id), change.id))


def go_to(event_id: str) -> None:
    """Show this event next."""
    st.session_state[_GO] = event_id


def go_on() -> None:
    """Show the next event that waits."""
    st.session_state[_GO] = _ONWARD


def go_on_from(decided: Collection[str]) -> None:
    """Show the next event if the one at hand is among those decided on; else it stays."""
    held: AtHand | None = st.session_state.get(_AT)
    if held is not None and held.event.id in decided:
        go_on()


# -- what is decided ------------------------------------------------------------------------------

_DONE = {"accepted": "accepted", "rejected": "rejected", "unsure": "not sure", "draft": "review taken back"}


def decide(status: ReviewStatus, note: str) -> None:
    """Keep a verdict on the event as it was shown, and go on; what somebody changed meanwhile is shown first."""
    held: AtHand = st.session_state[_AT]
    try:
        load.store().review(held.event.id, status, load.user_name(), note.strip(), held.version)
    except EditConflict:
        tell("Not kept: somebody changed this event while you looked at it. This is how it stands now.")
        return
    except TimelineError as fault:
        tell(f"Not kept: {fault}")
        return
    remember_own(held.event.id, "reviewed", _DONE[status])
    if status == "draft":
        go_to(held.event.id)
    else:
        go_on()


def remember_own(event_id: str, what: str, told: str) -> None:
    """Note the newest thing of that kind I did to an event: what others did since is theirs to take back."""
    me = load.user_name()
    change = next((c.id for c in load.store().history(event_id) if (c.by, c.what) == (me, what)), None)
    if change is not None:
        remember(Step(event_id, told, _undoing(change), change))


def _undoing(change: int) -> Callable[[], object]:
    return lambda: load.store().undo(change, load.user_name())


def steps() -> list[Step]:
    """What was done here, the last one last."""
    done: list[Step] = st.session_state.setdefault(_STEPS, [])
    return done


def remember(step: Step) -> None:
    """Note something that can be taken back."""
    steps().append(step)
    del steps()[:-MOST_STEPS]


def note_verdicts() -> None:
    """Take note of a verdict on reports that was given on the page, and tell it."""
    judged = newly_judged()
    if judged is not None:
        remember(Step(judged.event, judged.told, judged.take_back))
        tell(judged.line)


def undo_last() -> None:
    """Take back the last thing done here, and show its event again."""
    if not steps():
        return
    step = steps().pop()
    try:
        step.take_back()
    except EditConflict:
        tell("Not taken back: somebody changed the same thing since. It stays as it is.")
    except TimelineError as fault:
        tell(f"Not taken back: {fault}")
    else:
        tell(f"Taken back: {step.told}.")
    go_to(step.event)


# -- what is said about it ------------------------------------------------------------------------


def tell(line: str) -> None:
    """A line for the next run of the page."""
    st.session_state[_NOTE] = line


def told() -> str:
    """The line to show now, once."""
    line: str = st.session_state.pop(_NOTE, "")
    return line
