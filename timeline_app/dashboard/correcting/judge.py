"""Which reports tell one happening: take one out of an event, or put two events together."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.folded import folded, is_looked_at
from timeline_app.errors import TimelineError
from timeline_app.model import Event, Report, Verdict, is_added
from timeline_app.pipeline import judge_reports, take_back
from timeline_app.views import visible, when_label
from timeline_app.views.tasks.nearby import joinable
from timeline_app.views.tasks.pairs import likely_with

_NOTE = "judge_note"
_JUDGED, _ROUND = "judged_last", "judged_round"
_WORDS = 140


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that was given beside an event.

    Attributes:
        event: id of the event it was given beside.
        told: what it was, with the titles it was of.
        line: what was done, in words.
        step: of the history, the verdict and what it did to the events.
    """

    event: str
    told: str
    line: str
    step: int

    def take_back(self) -> None:
        """Take back the verdict, and join or part the events as they were. May raise TimelineError."""
        take_back(load.store(), self.step, load.gazetteer(), load.user_name())


def newly_judged() -> Judged | None:
    """The verdict just given, once: for the page to tell, with a way back."""
    judged: Judged | None = st.session_state.pop(_JUDGED, None)
    return judged


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
    st.text(
        f"These {len(_told(event))} reports were taken for one happening {_joined_by(event, whole)}."
        " Take out what is another one:"
    )
    sources = load.named_sources(whole)
    for number, report in enumerate(_told(event)):
        source = sources.get(report.document)
        name = (source.title if source else "") or report.document
        words, button = st.columns([4, 1], vertical_alignment="center")
        words.text(f"{visible(name)}: “{visible(report.quote[:_WORDS])}{'…' if len(report.quote) > _WORDS else ''}”")
        others = tuple(_ids(event) - {report.id})
        button.button(
            "Take out", key=f"part_{event.id}_{number}", on_click=_judge,
            args=(event.id, (report.id,), others, "different", f"{name} taken out of {event.title}"),
        )  # fmt: skip


def _joined_by(event: Event, whole: load.Kept) -> str:
    """Whose word it is that the reports tell one happening; where nobody judged a pair, they came as one."""
    within = [j for j in whole.timeline.judgements if j.verdict == "same" and set(j.reports) <= _ids(event)]
    by_rule, by_person = any(j.is_by_rule for j in within), any(not j.is_by_rule for j in within)
    if by_rule and by_person:
        return "by their likeness and by a person's word"
    return "by their likeness" if by_rule else "by a person's word"


def _joins(event: Event, whole: load.Kept) -> None:
    likely = likely_with(event.id, load.proposals_at_once(whole) or ())
    near = joinable(event, whole.frame, list(likely))
    if not near:
        st.text("No other event lies near in time or is told in like words.")
        return
    # After a verdict the list is another one, and none of it is chosen: the next event must not take the place of this.
    chosen = st.selectbox(
        "Another event that tells the same happening", range(len(near)), index=None,
        key=f"join_{event.id}_{st.session_state.get(_ROUND, 0)}",
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
            st.button(label, key=f"{verdict}_{event.id}", on_click=_judge, args=(event.id, mine, theirs, verdict, told))


def _offered(event: Event, share: float | None) -> str:
    alike = "" if share is None else f"Likeness {share:.2f} · "
    return f"{alike}{when_label(event.when)}: {visible(event.title)}"


def _judge(event_id: str, one: tuple[str, ...], others: tuple[str, ...], verdict: Verdict, told: str) -> None:
    try:
        done = judge_reports(load.store(), one, others, verdict, load.user_name())
    except (TimelineError, ValueError) as fault:
        st.session_state[_NOTE] = f"⚠ Not kept: {fault}"
        return
    said = {"same": "one happening", "different": "two happenings", "unsure": "not sure"}[verdict]
    line = f"Kept: {said}. It holds when the documents are read again."
    st.session_state[_JUDGED] = Judged(event_id, visible(told), line, done.step)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1


def _ids(event: Event) -> set[str]:
    return {report.id for report in _told(event)}


def _told(event: Event) -> tuple[Report, ...]:
    """The reports that were put together; a source that a person added to the event stays with it."""
    return tuple(report for report in event.reports if not is_added(report.id))
