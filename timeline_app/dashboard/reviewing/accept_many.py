"""Accept many events at once: shown first, done in one step, taken back in one."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.look import EVENT_COLUMNS, table_height
from timeline_app.dashboard.reviewing.at_hand import go_on_from, remember_own, tell
from timeline_app.dashboard.reviewing.review_scope import source_titles
from timeline_app.errors import TimelineError
from timeline_app.model import Event
from timeline_app.views import visible
from timeline_app.views.tasks.reviewing import SHOWN_AT_ONCE, Queue, Scope, review_rows, sources_of

_DOCUMENTS, _MOST = "accept_documents", "accept_most"
_USUAL = 0.25


def accept_many(everything: Queue, whole: load.Kept) -> None:
    """Choose by document and score, look at what that is, accept it."""
    with st.expander("Accept many at once"):
        titles, counts = source_titles(whole), sources_of(everything, whole.source)
        documents = st.multiselect(
            "Events of these documents", list(counts), key=_DOCUMENTS, placeholder="all documents",
            format_func=lambda name: titles.get(name, visible(name)),
        )  # fmt: skip
        most = st.slider("with a doubt of at most", 0.0, 1.0, _USUAL, 0.05, key=_MOST)
        chosen = load.queue(whole, Scope(tuple(documents), most=most)).with_status("draft")
        if not chosen:
            st.text("No event that nobody reviewed yet fits this.")
            return
        noun = "event" if len(chosen) == 1 else "events"
        more = f", the first {SHOWN_AT_ONCE} are listed" if len(chosen) > SHOWN_AT_ONCE else ""
        st.text(f"{len(chosen):,} {noun} that nobody reviewed yet{more}. Look through them first:")
        rows = review_rows(chosen[:SHOWN_AT_ONCE])
        columns = {**EVENT_COLUMNS, "Doubt": st.column_config.NumberColumn(format="%.2f", width=60)}
        height = table_height(len(rows), 360)
        st.dataframe(rows, hide_index=True, height=height, column_config=columns, key="accept_table")
        st.button(
            f"Accept these {len(chosen):,} {noun}",
            type="primary",
            on_click=_accept,
            args=([one.event for one in chosen], most),
        )


def _accept(events: list[Event], most: float) -> None:
    """Accept events as they were shown; one that changed meanwhile is left for a person to look at."""
    try:
        left = load.store().review_many(
            events, "accepted", load.user_name(), f"accepted with others, doubt at most {most:g}"
        )
    except TimelineError as fault:
        tell(f"Nothing was accepted: {fault}")
        return
    accepted = [event for event in events if event.id not in set(left)]
    if accepted:
        remember_own(accepted[0].id, "reviewed", f"{len(accepted):,} accepted at once")
    more = f" {len(left):,} were left: somebody changed them meanwhile." if left else ""
    tell(f"{len(accepted):,} events accepted in one step; Undo takes back all of them.{more}")
    go_on_from({event.id for event in accepted})
