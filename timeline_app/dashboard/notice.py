"""What was just done, told once, with the way back."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.pipeline import take_back
from timeline_app.store import Change
from timeline_app.views import visible
from timeline_app.views.versions.past import change_line, change_title

_NOTICE = "notice"


def tell(line: str, step: int = 0) -> None:
    """Tell it on the next run of a page.

    Args:
        line: what was done.
        step: the change that did it, to be undone by a button; 0: nothing to undo.
    """
    st.session_state[_NOTICE] = (line, step)


def show_notice() -> None:
    """What there is to tell. It stays until something else is done, so that Undo is not missed."""
    line, step = st.session_state.get(_NOTICE, ("", 0))
    if not line:
        return
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice_box"):
        st.text(visible(line))
        if step:
            st.button("Undo", key=f"undo_{step}", on_click=undo_step, args=(step,))
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
