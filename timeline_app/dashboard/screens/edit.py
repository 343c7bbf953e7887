"""Edit: hand-made events as a table, and any event in full."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import address, link, load
from timeline_app.dashboard.chosen import select_event
from timeline_app.dashboard.editing.event_form import event_form
from timeline_app.dashboard.editing.event_grid import PARTS, event_grid
from timeline_app.dashboard.editing.place_picker import MAP_HEIGHT
from timeline_app.dashboard.look import page_style
from timeline_app.dashboard.notice import show_notice
from timeline_app.errors import StoreError
from timeline_app.model import Event
from timeline_app.views import visible, when_label

_MODE, _EVENT, _SEEN = "edit_mode", "edit_event", "edit_seen"
_LIST, _ONE = "Hand-made events", "One event in full"
FORM, _EMPTY = "form", "new"
"""Parameter of the address, and its only value: the form of a new event."""
_MOST = 100
"""Events offered at once when one is looked for."""


def show() -> None:
    """The page."""
    page_style({"pick_map": MAP_HEIGHT + 8})
    _heed_the_link()
    show_notice()
    st.caption("Every change is kept in the history with who made it, and can be undone.")
    st.session_state.setdefault(_MODE, _LIST)
    mode = st.segmented_control(
        "What to edit", [_LIST, _ONE], key=_MODE, label_visibility="collapsed", required=True, persist_state="session"
    )
    if mode == _ONE:
        _one_event()
        return
    st.session_state.pop(_SEEN, None)
    chosen = event_grid()
    address.follow(PARTS)
    if chosen is not None:
        _open(chosen)


def _heed_the_link() -> None:
    """An address or another page that names an event opens its form, once; filters of the table count once, too."""
    form, wanted = st.query_params.get(FORM), st.query_params.get(link.SELECTED)
    if address.is_new("edit_form") and form is not None:
        if form == _EMPTY:
            st.session_state[_MODE] = _ONE
        else:
            address.ignore("edit", [f"{FORM}={form}"])
    address.take("edit", PARTS, (link.SELECTED, FORM))
    if wanted is not None and wanted != st.session_state.get(_SEEN):
        _open_linked(wanted)
    address.show_ignored("edit")


def _open_linked(wanted: str) -> None:
    st.session_state[_SEEN] = wanted
    st.session_state[_MODE] = _ONE
    try:
        st.session_state[_EVENT] = load.store().event(wanted)[0].id
    except StoreError:
        st.session_state[_EVENT] = None
        address.ignore("edit", [f"{link.SELECTED}={wanted}"])


def _new_event() -> None:
    st.session_state[_EVENT], st.session_state["edit_find"] = None, ""
    st.query_params.pop(link.SELECTED, None)
    st.session_state.pop(_SEEN, None)


def _open(event_id: str) -> None:
    """Show the form of an event; the address follows."""
    select_event(event_id)
    st.query_params[link.SELECTED] = event_id
    st.session_state.pop(_SEEN, None)
    st.rerun()


def _one_event() -> None:
    event_id: str | None = st.session_state.get(_EVENT)
    if event_id is not None and not (load.snapshot().frame["id"] == event_id).any():
        event_id = st.session_state[_EVENT] = None
        st.text("The event that stood here is no longer in the timeline.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        found = _look_for()
        st.button("New event", key="edit_new", disabled=event_id is None, on_click=_new_event)
    if found is not None and found != event_id:
        _open(found)
    address.follow((), {link.SELECTED: [event_id] if event_id else [], FORM: [] if event_id else [_EMPTY]})
    st.subheader("New event" if event_id is None else "All fields")
    saved = event_form(event_id)
    if saved is not None:
        _open(saved)


def _look_for() -> str | None:
    """An event found by its words."""
    text = st.text_input("Find an event", key="edit_find", placeholder="words of its title, place, actors or sources")
    if not text.strip():
        return None
    events = {event.id: event for event in load.snapshot().timeline.events}
    found: list[Event] = [events[one] for one in load.store().search(text) if one in events][:_MOST]
    found.sort(key=lambda event: (event.when is None, event.when.earliest.isoformat() if event.when else ""))
    chosen = st.selectbox(
        f"{len(found)} found", range(len(found)), index=None, key=f"edit_found_{text}", disabled=not found,
        format_func=lambda at: f"{when_label(found[at].when)}: {visible(found[at].title)}",
        placeholder="Choose one" if found else "No event has these words",
    )  # fmt: skip
    return None if chosen is None else found[chosen].id
