"""Pairs of events that may be one happening, side by side, each with its words: a person says which they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.load.paired import COMPARED
from timeline_app.dashboard.reviewing.keys import keys_switch, letter
from timeline_app.errors import EditConflict, StoreError, TimelineError
from timeline_app.merge import MOST_PROPOSED as MOST
from timeline_app.merge import Proposal, undecided
from timeline_app.model import Event, Verdict, is_added
from timeline_app.pipeline import judge_reports, take_back
from timeline_app.views import visible
from timeline_app.views.claims.evidence import evidence_payload
from timeline_app.views.tasks.pairs import Key, Pair, beside, pair_of, words_of_side

_AT, _SHARE, _FOUND, _STEPS, _NOTE = "pair_at", "pair_share", "pair_found", "pair_steps", "pair_told"
_Seen = tuple[tuple[str, int], ...]
"""The events of a pair as they were when it was drawn: id and version."""

_SAID: dict[Verdict, str] = {"same": "one happening", "different": "two happenings", "unsure": "not sure"}


def show_pairs(whole: load.Kept) -> None:
    """The pair at hand with the verdicts on it, or that there is none."""
    found = _found(whole)
    note = st.session_state.pop(_NOTE, "")
    if note:
        st.text(visible(note))
    proposal = _at_hand(found)
    if proposal is None:
        _none_left(whole)
        return
    pair = pair_of(proposal, _events_of(proposal, whole))
    listed = [one.reports for one in found]
    st.session_state[_AT], st.session_state[_SHARE] = pair.key, pair.share
    _actions(pair, listed)
    st.text("\n".join([_where(pair, listed), *(f"• {line}" for line in pair.lines)]))
    _side_by_side(pair, whole)


def _found(whole: load.Kept) -> Sequence[Proposal]:
    """The pairs nobody decided on: of a small timeline found anew after every change, of a larger one held."""
    at_once = load.proposals_at_once(whole)
    if at_once is not None:
        return at_once
    if _FOUND not in st.session_state:
        with st.spinner("Comparing the events"):
            st.session_state[_FOUND] = load.proposals(whole)
    return undecided(st.session_state[_FOUND], whole.timeline.events, whole.timeline.judgements)


def _look_again() -> None:
    for kept in (_FOUND, _AT, _SHARE):
        st.session_state.pop(kept, None)


def _at_hand(found: Sequence[Proposal]) -> Proposal | None:
    """The pair the session is at; where that is decided, the next one in the list."""
    key, share = st.session_state.get(_AT), st.session_state.get(_SHARE, 1.0)
    here = (one for one in found if one.reports == key)
    behind = (one for one in found if one.chance.share <= share)
    return next(here, None) or next(behind, None) or next(iter(found), None)


def _events_of(proposal: Proposal, whole: load.Kept) -> dict[str, Event]:
    """The events that hold the reports of a pair, by these."""
    wanted = set(proposal.reports)
    return {report.id: event for event in whole.timeline.events for report in event.reports if report.id in wanted}


def _where(pair: Pair, listed: Sequence[Key]) -> str:
    total = f"the {MOST:,} likeliest" if len(listed) == MOST else f"{len(listed):,}, the likeliest first"
    count = f"Pair {listed.index(pair.key) + 1:,} of {total}"
    return f"{count}; likeness {pair.share:.2f} of 1. Do both tell of one happening?"


def _actions(pair: Pair, listed: Sequence[Key]) -> None:
    seen = tuple((event.id, load.store().event(event.id)[1]) for event in (pair.one, pair.other))
    following = beside(listed, pair.key, 1)
    with st.container(key="review_actions", horizontal=True, vertical_alignment="center"):
        words: tuple[tuple[str, Verdict, str], ...] = (
            ("One happening", "same", "S"), ("Two happenings", "different", "D"), ("Not sure", "unsure", "U"),
        )  # fmt: skip
        for label, verdict, key in words:
            st.button(
                label, type="primary" if verdict == "same" else "secondary", key=f"pair_{verdict}",
                shortcut=letter(key), on_click=_judge, args=(pair, seen, verdict, following),
            )  # fmt: skip
        for label, step, key in (("Previous", -1, "P"), ("Next", 1, "N")):
            st.button(
                label, key=f"pair_{label.lower()}", shortcut=letter(key), disabled=len(listed) < 2,
                on_click=_go_to, args=(beside(listed, pair.key, step),),
            )  # fmt: skip
        _undo(letter("Z"))
        if _FOUND in st.session_state:
            st.button("Look again", key="pair_again", on_click=_look_again, help="Compares the events as they are now")
        keys_switch()


def _undo(key: str | None) -> None:
    done = _steps()
    st.button(
        "Undo", key="pair_undo", shortcut=key, disabled=not done, on_click=_undo_last,
        help=f"Takes back the last verdict: {done[-1].told}" if done else "Nothing to take back yet",
    )  # fmt: skip


def _side_by_side(pair: Pair, whole: load.Kept) -> None:
    """First what both say, close to each other also on a phone, then all that is known of each."""
    sources, told = load.named_sources(whole), list(zip((pair.one, pair.other), pair.key, strict=True))
    for column, (event, report) in zip(st.columns(2, gap="medium"), told, strict=True):
        with column.container(border=True, height="stretch"):
            for line in words_of_side(event, report, sources):
                st.text(line)
    for number, (column, (event, _)) in enumerate(zip(st.columns(2, gap="medium"), told, strict=True)):
        with column:
            reader(event=evidence_payload(event, whole.documents, sources), key=f"pair_reader_{number}", from_top=True)


def _none_left(whole: load.Kept) -> None:
    from timeline_app.dashboard.navigation import pages  # it imports the page Review

    st.subheader("No pair to decide on")
    if len(whole.timeline.events) > COMPARED:
        st.text(f"Pairs are looked for among up to {COMPARED:,} events; here are {len(whole.timeline.events):,}.")
    else:
        st.text(
            "Of the events read from documents, no two that nobody decided on are told so much alike. Events can"
            " be put together by hand too: with Merge or split in Review, or beside an event in Explore."
        )
    with st.container(horizontal=True):
        if st.button("See the timeline", type="primary", key="pairs_see"):
            st.switch_page(pages()["explore"])
        _undo(None)


# -- what is decided ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Decided:
    """A verdict given here: on which pair, in which step of the history, and what it was."""

    key: Key
    step: int
    told: str


def _judge(pair: Pair, seen: _Seen, verdict: Verdict, following: Key | None) -> None:
    if not _still_so(seen):
        st.session_state[_NOTE] = (
            "Not kept: somebody changed one of the two while you looked. This is how they stand now."
        )
        return
    sides = (_reports(pair.one), _reports(pair.other))
    try:
        changes = judge_reports(load.store(), *sides, verdict, load.user_name())
    except (TimelineError, ValueError) as fault:
        st.session_state[_NOTE] = f"⚠ Not kept: {fault}"
        return
    told = f"{_SAID[verdict]} of {visible(pair.one.title)} and {visible(pair.other.title)}"
    _steps().append(_Decided(pair.key, changes.step, told))
    st.session_state[_AT] = following
    st.session_state[_NOTE] = f"Kept: {_SAID[verdict]}. It holds when the documents are read again."


def _still_so(seen: _Seen) -> bool:
    """Whether both events are there as they were drawn."""
    try:
        return all(load.store().event(event_id)[1] == version for event_id, version in seen)
    except StoreError:
        return False


def _undo_last() -> None:
    if not _steps():
        return
    done = _steps()[-1]
    try:
        take_back(load.store(), done.step, load.gazetteer(), load.user_name())
    except EditConflict:  # it never can be again; what was done before it may
        _steps().pop()
        st.session_state[_NOTE] = "⚠ Not taken back: somebody changed the same events since. They stay as they are."
        return
    except TimelineError as fault:
        st.session_state[_NOTE] = f"⚠ Not taken back: {fault}"
        return
    _steps().pop()
    st.session_state[_AT] = done.key
    st.session_state[_NOTE] = f"Taken back: {done.told}."


def _go_to(key: Key | None) -> None:
    st.session_state[_AT] = key


def _steps() -> list[_Decided]:
    """Verdicts given here, the last one last."""
    done: list[_Decided] = st.session_state.setdefault(_STEPS, [])
    return done


def _reports(event: Event) -> tuple[str, ...]:
    """Ids of the reports that were read; a source that a person added to an event stays with it."""
    return tuple(report.id for report in event.reports if not is_added(report.id))
