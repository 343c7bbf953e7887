"""Which event is selected: the session remembers it, the address follows, every page may choose one."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import link, load

_CHOSEN = "chosen_event"


def selected_event(whole: load.Snapshot) -> str | None:
    """The selected event, if there is one of that id, or one that the event of that id was put together with.

    The session remembers it and the address follows: an address sent along by a part of the page that has
    not heard of the latest choice yet must not undo it.
    """
    if _CHOSEN not in st.session_state:
        st.session_state[_CHOSEN] = st.query_params.get(link.SELECTED)
    wanted = st.session_state[_CHOSEN]
    known = load.event_id_now(whole, wanted)
    if known is not None:
        st.session_state[_CHOSEN] = known
    if known is None:
        st.query_params.pop(link.SELECTED, None)
    elif st.query_params.get(link.SELECTED) != known:
        st.query_params[link.SELECTED] = known
    return known


def chosen_event() -> str | None:
    """What was chosen last in this session, whether or not there is such an event."""
    chosen: str | None = st.session_state.get(_CHOSEN)
    return chosen


def select_event(event_id: str | None) -> None:
    """Select one event everywhere."""
    st.session_state[_CHOSEN] = event_id


def open_in_edit(event_id: str) -> None:
    """Go to all fields of this event; to be called in a page's run, not in a callback."""
    from timeline_app.dashboard.navigation import pages  # it imports the pages

    select_event(event_id)
    st.switch_page(pages()["edit"], query_params={link.SELECTED: event_id})


def open_in_explore(event_id: str) -> None:
    """Go to the map and the timeline with this event selected; to be called in a page's run, not in a callback."""
    from timeline_app.dashboard.navigation import pages  # it imports the pages

    select_event(event_id)
    st.switch_page(pages()["explore"])
