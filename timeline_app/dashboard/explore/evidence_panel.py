"""What stands behind the selected event: every word of it, what the sources disagree on, and the ways to correct it.

A part of the page of its own, a Streamlit fragment: selecting an event runs this and nothing else.
"""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.chosen import select_event, selected_event
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.components.selection import selection
from timeline_app.dashboard.correcting.correct import correct_event
from timeline_app.dashboard.correcting.corrected import evidence_of
from timeline_app.dashboard.correcting.judge import Judged, judge_event, newly_judged
from timeline_app.dashboard.correcting.verdict import review_event
from timeline_app.dashboard.explore import drawn
from timeline_app.dashboard.notice import show_notice, tell
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.views.drawing.rivals import rivals_payload


@st.fragment
def evidence_panel(words: tuple[str, ...], is_empty: bool = False) -> None:
    """The selected event, told to map, lanes and list too.

    Args:
        words: folded words that were looked for, to be marked.
        is_empty: whether no event passes the filter, so that there is none to select.
    """
    if drawn.is_stale(whatever_chosen=True):
        st.rerun()
    whole = load.snapshot()
    chosen = selected_event(whole)
    drawn.evidence()
    event = whole.event(chosen)
    _tell_verdict()
    show_notice()
    selection(chosen, rivals=[] if event is None else rivals_payload(event), on_selected=select_event)
    if event is None and is_empty:
        return
    if event is None:
        st.text("Select an event on the map, in the timeline or in the list to see every word behind it.")
        return
    reader(event=evidence_of(event, whole), key="evidence", words=words)
    review_event(event)
    judge_event(event, whole)
    correct_event(event)


def _tell_verdict() -> None:
    """What was just put together or taken apart, with the way back."""
    judged = newly_judged()
    if judged is not None:
        tell(judged.line, back=lambda: _take_back(judged))


def _take_back(judged: Judged) -> None:
    try:
        judged.take_back()
    except EditConflict:
        tell("⚠ Not taken back: somebody changed the same events since. They stay as they are.")
        return
    except TimelineError as fault:
        tell(f"⚠ Not taken back: {fault}")
        return
    select_event(judged.event)
    tell(f"Taken back: {judged.told}.")
