"""What the page at hand was drawn from, for the parts of it that run alone.

A part of the page (a Streamlit fragment) answers a click in a tenth of the page's time. Yet the browser sends what is
changed in one moment in one message and runs one part: a filter set in the same moment would not be heeded, and what
somebody else changed in the store would show in this part only. So each such part first asks here whether what the
page was drawn from still holds, and has the page drawn anew where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from timeline_app.dashboard import link, load
from timeline_app.dashboard.chosen import chosen_event

_FILTERED, _CHOSEN, _WHOLE = "drawn_filtered", "drawn_chosen", "drawn_whole"


@contextmanager
def whole_page() -> Iterator[None]:
    """While the whole page is drawn nothing in it is stale; then it is drawn from store and filters as they are."""
    whole = load.snapshot()
    st.session_state[_WHOLE] = True
    try:
        yield
        st.session_state[_FILTERED] = _filtered(whole)
    finally:
        st.session_state[_WHOLE] = False


def evidence() -> None:
    """What was chosen last is shown as selected now."""
    st.session_state[_CHOSEN] = chosen_event()


def is_stale(whatever_chosen: bool = False) -> bool:
    """Whether store, filters or selection are not what the page was drawn from.

    Args:
        whatever_chosen: do not look at the selection.
    """
    if st.session_state.get(_WHOLE):
        return False
    if st.session_state.get(_FILTERED) != _filtered(load.snapshot()):
        return True
    return not whatever_chosen and bool(st.session_state.get(_CHOSEN) != chosen_event())


def _filtered(whole: load.Snapshot) -> object:
    return whole.version, [st.session_state.get(name) for name in sorted(link.PARAMETERS)]
