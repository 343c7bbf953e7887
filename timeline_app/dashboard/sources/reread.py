"""Documents read again: what would change, then taken over or left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.into_view import into_view
from timeline_app.dashboard.days import ARRIVED
from timeline_app.dashboard.notice import tell
from timeline_app.dashboard.sources.upload import problem_lines
from timeline_app.errors import StoreChanged, TimelineError
from timeline_app.model import Description
from timeline_app.pipeline import Rereading, read_anew, take_over
from timeline_app.views import visible
from timeline_app.views.versions.difference import difference_rows

_FOUND = "rereading"
_numbers = count(1)
_BAR_FROM = 4  # documents from which reading takes long enough for a bar

_WIDTHS = {
    name: st.column_config.TextColumn(width=width) for name, width in (("Event", 320), ("Now", 260), ("Then", 260))
}


@dataclass(frozen=True, slots=True)
class _Found:
    """What was read again and waits for a word, with the reason given, and which such it is in this program's run."""

    rereading: Rereading
    why: str
    number: int


def read_again(document_ids: Sequence[str], saying: Sequence[Description] = (), why: str = "") -> None:
    """Read documents again and hold the difference for a person's eye; nothing is kept.

    Words on sources that change no event are kept at once.
    """
    bar = st.progress(0.0, text="Reading again") if len(document_ids) >= _BAR_FROM else None

    def progress(done: int, total: int, _: str) -> None:
        if bar is not None and total:
            bar.progress(done / total, text=f"Reading again: {done} of {total}")

    try:
        found = read_anew(load.store(), document_ids, load.gazetteer(), progress, saying)
    except TimelineError as fault:
        tell(f"⚠ Not read again: {fault}")
        return
    finally:
        if bar is not None:
            bar.empty()
    held = _Found(found, why, next(_numbers))
    if saying and found.difference.is_none and not found.faults:
        _keep(held, "Saved")
    else:
        st.session_state[_FOUND] = held


def show_difference() -> None:
    """What reading again would change, with the two ways on; it waits, whatever page one looks at meanwhile."""
    held: _Found | None = st.session_state.get(_FOUND)
    waits = "" if held is None else str(held.number)
    into_view("difference", waits, again=bool(st.session_state.get(ARRIVED)))
    if held is None:
        return
    found = held.rereading
    with st.container(border=True, key="difference"):
        count = len(found.documents)
        st.text(f"Read again: {'1 document' if count == 1 else f'{count:,} documents'}. {found.difference.line}.")
        for said in found.saying:
            st.text(f"To be saved with it: {said_words(said)}.")
        problem_lines(found.faults)
        rows = difference_rows(found.difference)
        if rows:
            st.dataframe(
                rows,
                hide_index=True,
                key="difference_rows",
                height=min(420, 38 + 35 * len(rows)),
                column_config=_WIDTHS,
            )
        if found.difference.is_none:
            st.button("Close", key="leave", on_click=_leave)
            return
        st.text("Nothing is saved yet. What persons edited or reviewed stays theirs.")
        with st.container(horizontal=True):
            st.button("Take over", type="primary", on_click=_take_over, args=(held,))
            st.button("Leave as it is", on_click=_leave_as_it_is)


def _leave() -> None:
    st.session_state.pop(_FOUND, None)


def _leave_as_it_is() -> None:
    _leave()
    tell("Left as it was. Nothing was saved.")


def _take_over(held: _Found) -> None:
    _leave()
    try:
        _keep(held, "Taken over")
    except StoreChanged:
        found = held.rereading
        again = read_anew(load.store(), found.documents, load.gazetteer(), saying=found.saying)
        st.session_state[_FOUND] = _Found(again, held.why, next(_numbers))
        tell("Somebody changed the timeline meanwhile. This is the difference as it is now; nothing was changed yet.")
    except TimelineError as fault:
        tell(f"⚠ Nothing was changed: {fault}")


def _keep(held: _Found, word: str) -> None:
    changes = take_over(load.store(), held.rereading, load.user_name(), held.why)
    tell(f"{word}. {held.rereading.difference.line}.", changes.step)


def said_words(said: Description) -> str:
    """What a person says of a source, in a line."""
    day = "unknown" if said.undated else said.published
    pairs = (("title", said.title), ("publisher", said.publisher), ("address", said.url), ("published", day))
    told = ", ".join(f"{name} {str(value) or 'none'}" for name, value in pairs if value is not None)
    return visible(told or "what was read is right")
