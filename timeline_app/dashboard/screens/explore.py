"""Explore: the map beside the timeline, the list, and what stands behind the selected event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import streamlit as st

from timeline_app.dashboard import address, link, load
from timeline_app.dashboard.chosen import select_event, selected_event
from timeline_app.dashboard.components.asking import answers
from timeline_app.dashboard.components.folium_map import MapClick, event_map
from timeline_app.dashboard.components.share import share
from timeline_app.dashboard.components.timeline import DayRange, timeline
from timeline_app.dashboard.days import day_at
from timeline_app.dashboard.explore import drawn, filters
from timeline_app.dashboard.explore.evidence_panel import evidence_panel
from timeline_app.dashboard.explore.trays import trays
from timeline_app.dashboard.look import current_theme, page_style
from timeline_app.export import EXPORTERS
from timeline_app.model import Query, Timeline
from timeline_app.views import Selection, inside_words, nearest, summary_line, what_hides
from timeline_app.views.drawing.large import is_large, reply
from timeline_app.views.frames.selection import search_words

MAP_HEIGHT = 430
TIMELINE_HEIGHT = 760


def show() -> None:
    """The page."""
    with drawn.whole_page():
        _page()


def _page() -> None:
    page_style({"map_place": MAP_HEIGHT + 8, "timeline_place": TIMELINE_HEIGHT})
    whole = load.snapshot()
    if not whole.timeline.events:
        _welcome()
        return
    filters.notice_unknown(whole)
    address.show_ignored(filters.PAGE)
    query = filters.filter_bar(whole)
    view = load.view(whole, query)
    _header(whole, query, view.selection)
    selected = selected_event(whole)
    with st.container(key="explore_grid"):
        with st.container():
            with st.container(key="map_place"):
                event_map(
                    view.map,
                    theme=current_theme(),
                    selected=selected,
                    key="map",
                    height=MAP_HEIGHT,
                    view=_asked_view(),
                    on_change=_map_clicked,
                    on_area=filters.set_area,
                )
            if not view.selection.ledger.kept:
                _nothing(whole, query)
        with st.container(key="timeline_place"):
            timeline(
                view.timeline,
                key="timeline",
                height=TIMELINE_HEIGHT,
                on_range=_brushed,
                on_known=filters.set_known_by,
            )
            if is_large(view.selection):
                answers(partial(reply, view.selection), version=view.version, is_stale=drawn.is_stale)
            trays(view.selection)
        with st.container(key="evidence_place"):
            evidence_panel(search_words(query.text), is_empty=not view.selection.ledger.kept)


def _welcome() -> None:
    """The empty state: what to do first."""
    st.subheader("Nothing here yet")
    st.markdown(
        "Add news articles, event lists or timeline files on the **Documents** page. They are read on this computer;"
        " nothing is sent anywhere."
    )
    with st.container(horizontal=True):
        if st.button("Add documents", type="primary"):
            from timeline_app.dashboard.navigation import pages  # it imports this page

            st.switch_page(pages()["documents"])
        st.button(
            "Put the example here", on_click=_take_example, help="Five articles and a hand-made list, to look around"
        )


def _take_example() -> None:
    """The seeds, into the store at hand."""
    load.add_example()


def _header(whole: load.Snapshot, query: Query, selection: Selection) -> None:
    """How much is shown, and the downloads."""
    words, sharing, others, everything, view_button = st.columns([5, 1, 1.4, 1.6, 1.6], vertical_alignment="center")
    line = summary_line(selection.ledger, query, selection.span)
    with words:
        st.text("; ".join(filter(None, (line, inside_words(selection.ledger, query)))))
    with sharing.popover("Share", width="stretch"):
        st.caption("The link holds the filters, the event and the part of the map. Nothing is sent anywhere.")
        share(line, set(selection.types))
    exporter = EXPORTERS["json"]
    view_button.download_button(
        "Download this view",
        data=lambda: b"".join(_view_file(whole, query, selection)),
        file_name="timeline-view.json",
        mime=exporter.media_type,
        on_click="ignore",
        width="stretch",
        type="primary",
        help="The events this filter shows, as a timeline file (JSON)",
    )
    everything.download_button(
        "Download everything",
        data=lambda: b"".join(exporter.write(whole.timeline)),
        file_name="timeline.json",
        mime=exporter.media_type,
        on_click="ignore",
        width="stretch",
        help="All events, whatever the filter, as a timeline file (JSON)",
    )
    with others.popover("Other formats", width="stretch"):
        # No box that tells the server when it closes: left open, it would call, as another page comes, for a part of
        # this one that is gone, and Streamlit (1.67) would leave the other page blank.
        st.caption("This view, for other programs. Only the timeline file (JSON) holds everything.")
        for name in EXPORTERS:
            if name != "json":
                _other_format(name, whole, query, selection)


def _other_format(name: str, whole: load.Snapshot, query: Query, selection: Selection) -> None:
    other = EXPORTERS[name]
    st.download_button(
        other.label,
        data=lambda: b"".join(_view_file(whole, query, selection, name)),
        file_name=f"timeline-view{other.suffix}",
        mime=other.media_type,
        key=f"download_{name}",
        on_click="ignore",
        width="stretch",
    )


def _view_file(whole: load.Snapshot, query: Query, selection: Selection, name: str = "json") -> Iterator[bytes]:
    shown = Timeline(whole.timeline.sources, selection.events, whole.timeline.problems, whole.timeline.judgements)
    return EXPORTERS[name].write(shown, query, selection.ledger)


def _asked_view() -> tuple[float, float, float] | None:
    """The part of the map a link asks for; it counts when the map is drawn for the first time."""
    if link.VIEW not in st.session_state:
        st.session_state[link.VIEW] = link.view_of(st.query_params.get(link.VIEW, ""))
    asked: tuple[float, float, float] | None = st.session_state[link.VIEW]
    return asked


def _map_clicked(click: MapClick) -> None:
    select_event(click.event)


def _brushed(days: DayRange | None) -> None:
    filters.set_range(*(days or (None, None)))


def _nothing(whole: load.Snapshot, query: Query) -> None:
    """Why nothing is shown, and the way to the nearest event."""
    close = nearest(whole.frame, query)
    with st.container(border=True):
        st.text(f"None of {len(whole.frame)} events passes this filter.")
        for words, count in what_hides(whole.frame, query)[:4]:
            st.text(f"Without {words}: {count:,} {'event' if count == 1 else 'events'}")
        if close is None:
            st.text("No event passes even without the date range.")
            return
        event_id, _, label = close
        st.text(f"Nearest: {label}")
        st.button("Go there", on_click=_go_to, args=(whole, event_id))


def _go_to(whole: load.Snapshot, event_id: str) -> None:
    """Widen the range so that the event is in it, and select it."""
    event = whole.event(event_id)
    if event is None or event.when is None:
        return
    first, last = day_at(link.FIRST), day_at(link.LAST)
    if first is not None:
        first = min(first, event.when.earliest)
    if last is not None:
        last = max(last, event.when.latest)
    filters.set_range(first, last)
    select_event(event_id)
