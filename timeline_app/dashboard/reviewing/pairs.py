"""Pairs of events that may be one happening, side by side, each with its words: a person says which they are."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.load.paired import COMPARED
from timeline_app.dashboard.reviewing.keys import keys_switch, letter
from timeline_app.errors import TimelineError
from timeline_app.merge import Proposal
from timeline_app.model import Event, Verdict, is_added
from timeline_app.pipeline import judge_reports, withdraw_verdicts
from timeline_app.views import visible
from timeline_app.views.claims.evidence import evidence_payload
from timeline_app.views.tasks.pairs import Key, Pair, beside, pair_of, words_of_side

_AT, _STEPS, _NOTE = "pair_at", "pair_steps", "pair_told"
_Sides = tuple[tuple[str, ...], tuple[str, ...]]
_Step = tuple[Key, _Sides, Verdict, int]
"""What a verdict was given on, which, and the step of the history in which it changed the events."""

_SAID: dict[Verdict, str] = {"same": "one happening", "different": "two happenings", "unsure": "not sure"}


def show_pairs(whole: load.Kept) -> None:
    """The pair at hand with the verdicts on it, or that there is none."""
    with st.spinner("Comparing the events"):
        found = load.proposals(whole)
    note = st.session_state.pop(_NOTE, "")
    if note:
        st.text(visible(note))
    pair = _at_hand(found, whole)
    if pair is None:
        _none_left(whole)
        return
    listed = [proposal.reports for proposal in found]
    st.session_state[_AT] = pair.key
    _actions(pair, listed)
    st.text("\n".join([_where(pair, listed), *(f"• {line}" for line in pair.lines)]))
    _side_by_side(pair, whole)


def _at_hand(found: Sequence[Proposal], whole: load.Kept) -> Pair | None:
    """The pair the session is at, else the likeliest."""
    if not found:
        return None
    key = st.session_state.get(_AT)
    proposal = next((one for one in found if one.reports == key), found[0])
    events = {event.id: event for event in whole.timeline.events if event.id in (proposal.one, proposal.other)}
    return pair_of(proposal, events)


def _where(pair: Pair, listed: Sequence[Key]) -> str:
    count = f"Pair {listed.index(pair.key) + 1:,} of {len(listed):,}, the likeliest first"
    return f"{count}; likeness {pair.share:.2f} of 1. Do both tell of one happening?"


def _actions(pair: Pair, listed: Sequence[Key]) -> None:
    sides = (_reports(pair.one), _reports(pair.other))
    following = beside(listed, pair.key, 1)
    with st.container(key="review_actions", horizontal=True, vertical_alignment="center"):
        words: tuple[tuple[str, Verdict, str], ...] = (
            ("One happening", "same", "S"), ("Two happenings", "different", "D"), ("Not sure", "unsure", "U"),
        )  # fmt: skip
        for label, verdict, key in words:
            st.button(
                label, type="primary" if verdict == "same" else "secondary", key=f"pair_{verdict}",
                shortcut=letter(key), on_click=_judge, args=(pair.key, sides, verdict, following),
            )  # fmt: skip
        for label, step, key in (("Previous", -1, "P"), ("Next", 1, "N")):
            st.button(
                label, key=f"pair_{label.lower()}", shortcut=letter(key), disabled=len(listed) < 2,
                on_click=_go_to, args=(beside(listed, pair.key, step),),
            )  # fmt: skip
        _undo(letter("Z"))
        keys_switch()


def _undo(key: str | None) -> None:
    done = _steps()
    st.button(
        "Undo", key="pair_undo", shortcut=key, disabled=not done, on_click=_undo_last,
        help=f"Takes back the last verdict: {_SAID[done[-1][2]]}" if done else "Nothing to take back yet",
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


def _judge(key: Key, sides: _Sides, verdict: Verdict, following: Key | None) -> None:
    try:
        done = judge_reports(load.store(), *sides, verdict, load.user_name())
    except (TimelineError, ValueError) as fault:
        st.session_state[_NOTE] = f"⚠ Not kept: {fault}"
        return
    _steps().append((key, sides, verdict, done.step))
    st.session_state[_AT] = following
    st.session_state[_NOTE] = f"Kept: {_SAID[verdict]}. It holds when the documents are read again."


def _undo_last() -> None:
    if not _steps():
        return
    key, sides, verdict, step = _steps().pop()
    try:
        withdraw_verdicts(load.store(), *sides, load.user_name(), step)
    except TimelineError as fault:
        st.session_state[_NOTE] = f"⚠ Not taken back: {fault}"
        return
    st.session_state[_AT] = key
    st.session_state[_NOTE] = f"Taken back: {_SAID[verdict]}."


def _go_to(key: Key | None) -> None:
    st.session_state[_AT] = key


def _steps() -> list[_Step]:
    """Verdicts given here, the last one last."""
    done: list[_Step] = st.session_state.setdefault(_STEPS, [])
    return done


def _reports(event: Event) -> tuple[str, ...]:
    """Ids of the reports that were read; a source that a person added to an event stays with it."""
    return tuple(report.id for report in event.reports if not is_added(report.id))
