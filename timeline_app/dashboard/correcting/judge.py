"""Which reports tell one happening: take one out of an event, or put two events together."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.folded import folded, is_looked_at
from timeline_app.errors import TimelineError
from timeline_app.model import Event, Report, Verdict, is_added
from timeline_app.pipeline import judge_reports
from timeline_app.views import visible, when_label
from timeline_app.views.tasks.nearby import joinable
from timeline_app.views.tasks.pairs import likely_with

_NOTE = "judge_note"
JUDGED = "judged_last"
"""Where the session keeps the step of the last verdict and what it was, for a page that can take it back."""

_WORDS = 140


def judge_event(event: Event, whole: load.Kept, key: str = "judging") -> None:
    """What stands together, with the ways to part it and to join it to something near in time.

    `key`: where the session keeps whether it is open, for a page that opens it.
    """
    count = len(_told(event))
    expander = folded(f"Reports put together ({count})" if count > 1 else "Put together with", key)
    if not is_looked_at(expander, event.id, key):
        return
    with expander:
        if st.session_state.get(_NOTE):
            st.text(st.session_state.pop(_NOTE))
        if len(_told(event)) > 1:
            _parts(event, whole)
        _joins(event, whole)


def _parts(event: Event, whole: load.Kept) -> None:
    by_rule = [j for j in whole.timeline.judgements if j.is_by_rule and set(j.reports) <= _ids(event)]
    told = "by their likeness" if by_rule else "by a person's word"
    st.text(f"These {len(_told(event))} reports were taken for one happening {told}. Take out what is another one:")
    sources = load.named_sources(whole)
    for number, report in enumerate(_told(event)):
        source = sources.get(report.document)
        name = (source.title if source else "") or report.document
        words, button = st.columns([4, 1], vertical_alignment="center")
        words.text(f"{visible(name)}: “{visible(report.quote[:_WORDS])}{'…' if len(report.quote) > _WORDS else ''}”")
        others = tuple(_ids(event) - {report.id})
        button.button(
            "Take out", key=f"part_{event.id}_{number}", on_click=_judge,
            args=((report.id,), others, "different", f"{name} taken out of {event.title}"),
        )  # fmt: skip


def _joins(event: Event, whole: load.Kept) -> None:
    likely = likely_with(event.id, load.proposals_at_once(whole) or ())
    near = joinable(event, whole.frame, list(likely))
    if not near:
        st.text("No other event lies near in time or is told in like words.")
        return
    chosen = st.selectbox(
        "Another event that tells the same happening", range(len(near)), index=None, key=f"join_{event.id}",
        format_func=lambda number: _offered(near[number], likely.get(near[number].id)),
    )  # fmt: skip
    if chosen is None:
        return
    mine, theirs = tuple(_ids(event)), tuple(_ids(near[chosen]))
    with st.container(horizontal=True):
        words: tuple[tuple[str, Verdict], ...] = (
            ("One happening", "same"), ("Two happenings", "different"), ("Not sure", "unsure"),
        )  # fmt: skip
        for label, verdict in words:
            told = f"{label.lower()} of {event.title} and {near[chosen].title}"
            st.button(label, key=f"{verdict}_{event.id}", on_click=_judge, args=(mine, theirs, verdict, told))


def _offered(event: Event, share: float | None) -> str:
    alike = "" if share is None else f"Likeness {share:.2f} · "
    return f"{alike}{when_label(event.when)}: {visible(event.title)}"


def _judge(one: tuple[str, ...], others: tuple[str, ...], verdict: Verdict, told: str) -> None:
    try:
        changes = judge_reports(load.store(), one, others, verdict, load.user_name())
    except (TimelineError, ValueError) as fault:
        st.session_state[_NOTE] = f"⚠ Not kept: {fault}"
        return
    st.session_state[JUDGED] = (changes.step, told)
    said = {"same": "one happening", "different": "two happenings", "unsure": "not sure"}[verdict]
    st.session_state[_NOTE] = f"Kept: {said}. It holds when the documents are read again."


def _ids(event: Event) -> set[str]:
    return {report.id for report in _told(event)}


def _told(event: Event) -> tuple[Report, ...]:
    """The reports that were put together; a source that a person added to the event stays with it."""
    return tuple(report for report in event.reports if not is_added(report.id))
