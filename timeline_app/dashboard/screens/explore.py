"""Explore: the map beside the timeline, the list, and what stands behind the selected event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

import streamlit as st

from timeline_app.dashboard import filters, load
from timeline_app.dashboard.chosen import select_event, selected_event
from timeline_app.dashboard.components.folium_map import MapClick, event_map
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.components.timeline import DayRange, timeline
from timeline_app.dashboard.correct import correct_event, review_event
from timeline_app.dashboard.judge import judge_event
from timeline_app.dashboard.look import current_theme, page_style
from timeline_app.export import EXPORTERS
from timeline_app.model import Event, Query, Source, Timeline
from timeline_app.views import Selection, nearest, summary_line, visible, when_label, where_label
from timeline_app.views.evidence import evidence_payload

MAP_HEIGHT = 430
TIMELINE_HEIGHT = 760


def show() -> None:
    """The page."""
    page_style({"map_place": MAP_HEIGHT + 8, "timeline_place": TIMELINE_HEIGHT})
    whole = load.snapshot()
    if not whole.timeline.events:
        _welcome()
        return
    filters.notice_unknown(whole)
    filters.show_notice()
    query = filters.filter_bar(whole)
    view = load.view(whole, query)
    _header(whole, query, view.selection)
    selected = selected_event(whole)
    left, right = st.columns([58, 42], gap="medium")
    with left:
        with st.container(key="map_place"):
            event_map(
                view.map, theme=current_theme(), selected=selected, key="map", height=MAP_HEIGHT, on_change=_map_clicked
            )
        if not view.selection.ledger.kept:
            _nothing(whole, query)
        _evidence(whole, selected)
    with right:
        with st.container(key="timeline_place"):
            timeline(
                view.timeline,
                selected=selected,
                key="timeline",
                height=TIMELINE_HEIGHT,
                on_selected=select_event,
                on_range=_brushed,
            )
        _trays(view.selection)


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
    words, others, everything, view_button = st.columns([5, 1.4, 1.6, 1.6], vertical_alignment="center")
    with words:
        st.text(summary_line(selection.ledger, query, selection.span))
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


def _map_clicked(click: MapClick) -> None:
    select_event(click.event)


def _brushed(days: DayRange | None) -> None:
    filters.set_range(*(days or (None, None)))


def _nothing(whole: load.Snapshot, query: Query) -> None:
    """Why nothing is shown, and the way to the nearest event."""
    close = nearest(whole.frame, query)
    with st.container(border=True):
        st.text(f"None of {len(whole.frame)} events passes this filter.")
        if close is None:
            st.text("No event passes even without the date range.")
            return
        event_id, _, label = close
        st.text(f"Nearest: {label}")
        st.button("Go there", on_click=_go_to, args=(whole, event_id))


def _go_to(whole: load.Snapshot, event_id: str) -> None:
    """Widen the range so that the event is in it, and select it."""
    event = _event(whole, event_id)
    if event is None or event.when is None:
        return
    first, last = st.session_state.get(filters.FIRST), st.session_state.get(filters.LAST)
    if first is not None:
        first = min(first, event.when.earliest)
    if last is not None:
        last = max(last, event.when.latest)
    filters.set_range(first, last)
    select_event(event_id)


def _event(whole: load.Snapshot, event_id: str | None) -> Event | None:
    rows = whole.frame.loc[whole.frame["id"] == event_id, "event"]
    return None if rows.empty else rows.iloc[0]


def _evidence(whole: load.Snapshot, selected: str | None) -> None:
    event = _event(whole, selected)
    if event is None:
        st.text("Select an event on the map, in the timeline or in the list to see every word behind it.")
        return
    reader(event=evidence_payload(event, whole.documents, _named_sources(whole)), key="evidence")
    review_event(event)
    judge_event(event, whole)
    correct_event(event)


def _named_sources(whole: load.Snapshot) -> dict[str, Source]:
    """Descriptions by id, and by the name of the file: hand-made lists name their sources so."""
    by_file = {PurePath(document.name).stem: Source.of(document) for document in whole.documents.values()}
    return {**by_file, **{key: source for key, source in whole.sources.items() if key not in by_file}}


def _trays(selection: Selection) -> None:
    """What has no date or no place is listed, never dropped."""
    undated = [event for event in selection.events if event.when is None]
    unplaced = [event for event in selection.events if not event.is_placed]
    _tray("Undated", undated)
    _tray("Without a place", unplaced)


def _tray(name: str, events: Sequence[Event]) -> None:
    with st.expander(f"{name} ({len(events)})"):
        if not events:
            st.text("None in this view.")
            return
        rows = [
            {
                "Date": when_label(event.when),
                "Event": visible(event.title),
                "Place": where_label(event),
                "Type": event.type,
            }
            for event in events
        ]
        key = f"tray_{name}"
        st.dataframe(
            rows,
            hide_index=True,
            key=key,
            on_select=lambda: _tray_clicked(key, events),
            selection_mode="single-row",
            height=min(320, 38 + 35 * len(rows)),
        )


def _tray_clicked(key: str, events: Sequence[Event]) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    if chosen:
        select_event(events[chosen[0]].id)
