"""What was just done, told once, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.pipeline import take_back
from timeline_app.store import Change, HistoryQuery
from timeline_app.views import visible
from timeline_app.views.versions.past import change_line, change_title

_NOTICE = "notice"
PAGE = "page_drawn"
"""Where the session keeps the name of the page at hand."""


@dataclass(frozen=True, slots=True)
class _Notice:
    """What is told.

    Attributes:
        line: what was done.
        step: the change that did it, 0 where nothing can be undone.
        page: where it was done.
        newest: the last step of this person when it was told.
        back: undoes it where that is more than one step.
    """

    line: str
    step: int
    page: str | None
    newest: int
    back: Callable[[], None] | None = None

    @property
    def is_old(self) -> bool:
        """Whether the person has gone to another page or done something else since."""
        return self.page != st.session_state.get(PAGE) or self.newest != _newest_step()


def tell(line: str, step: int = 0, back: Callable[[], None] | None = None) -> None:
    """Tell it on the next run of the page, after it was done.

    Args:
        line: what was done.
        step: the change that did it, to be undone by a button; 0: nothing to undo.
        back: undoes it in place of the step, and tells what became of that.
    """
    st.session_state[_NOTICE] = _Notice(line, step, st.session_state.get(PAGE), _newest_step(), back)


def _newest_step() -> int:
    """The last thing that who works here did, 0 before any: what others do leaves one's notice alone."""
    steps = load.store().history_page(HistoryQuery(by=load.user_name()), limit=1).steps
    return steps[0].id if steps else 0


def show_notice() -> None:
    """What there is to tell. It stays on its page until something else is done, so that Undo is not missed."""
    notice: _Notice | None = st.session_state.get(_NOTICE)
    if notice is None or notice.is_old:
        st.session_state.pop(_NOTICE, None)
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice_box"):
        st.text(visible(notice.line))
        if notice.back is not None:
            st.button("Undo", key="undo_told", on_click=notice.back)
        elif notice.step:
            st.button("Undo", key=f"undo_{notice.step}", on_click=undo_step, args=(notice.step,))
        st.button("Close", key="close_notice", type="tertiary", on_click=lambda: st.session_state.pop(_NOTICE, None))


def undo_step(step: int) -> None:
    """Take a step of the history back; say why where that cannot be."""
    store = load.store()
    told = _told(step)
    try:
        back = take_back(store, step, load.gazetteer(), load.user_name())
    except EditConflict:
        tell(f"Not undone: {blocked_by(store.in_the_way(step))}. Undo that first, on the History page.")
    except TimelineError as fault:
        tell(f"Not undone: {fault}")
    else:
        tell(f"Step {step} is taken back: {told}.", back)


def blocked_by(later: list[Change]) -> str:
    """What was changed later, in a line."""
    if not later:
        return "something it touched was changed later"
    newest = later[0]
    others = f", and {len(later) - 1} more" if len(later) > 1 else ""
    return f"{newest.by or 'somebody'} changed it later: {_line(newest)}{others}"


def _told(step: int) -> str:
    """What a step did, by its first change."""
    changes = load.store().step(step, 1)
    return _line(changes[0]) if changes else ""


def _line(change: Change) -> str:
    return f"{change_line(change)}, {change_title(change, load.report_title)}"
