"""The filter widgets; their values live in the URL as plain words, so that a link shows the same view."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import streamlit as st

from timeline_app.dashboard import address, load
from timeline_app.dashboard.components.facets import facets
from timeline_app.dashboard.days import day_at, day_field, faults, in_order, set_day, turned
from timeline_app.dashboard.explore import drawn
from timeline_app.dashboard.link import (
    AREA,
    CERTAINTIES,
    CERTAINTY,
    FIRST,
    GUESSES,
    KNOWN,
    LAST,
    MANY,
    ORIGINS,
    REVIEWS,
    SELECTED,
    TEXT,
    UNDATED,
    UNPLACED,
    area_of,
    day_of,
    unknown_parameters,
)
from timeline_app.dashboard.load import Snapshot
from timeline_app.model import EVENT_TYPES, Area, Query
from timeline_app.views import facet_group, visible
from timeline_app.views.frames.spelled import places_spelled

_DAYS = (FIRST, LAST, KNOWN)
PAGE = "explore"
"""Its name, for what its address says."""


def options(whole: Snapshot) -> dict[str, list[str]]:
    """What can be chosen for each repeated parameter, commonest first."""
    found = {name: [value for value, _ in whole.facets[name]] for name in ("actor", "place", "source")}
    present = {value for value, _ in whole.facets["type"]}
    return {
        "type": [name for name in EVENT_TYPES if name in present],
        **found,
        "origin": list(ORIGINS),
        "review": list(REVIEWS),
    }


def notice_unknown(whole: Snapshot) -> None:
    """Note once which parts of the link mean nothing here, for `address.show_ignored`; they are ignored."""
    if not address.is_new(PAGE):
        return
    unknown = unknown_parameters(st.query_params.to_dict(), _repeated(whole), options(whole), _labels(whole))
    wanted = st.query_params.get(SELECTED)
    if wanted and load.event_id_now(whole, wanted) is None:
        unknown.append(f"{SELECTED}={wanted}")
    address.ignore(PAGE, unknown)


def _repeated(whole: Snapshot) -> dict[str, list[str]]:
    """What the link asks for, a source under the name that counts."""
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    return {name: [_meant(whole, name, value) for value in values] for name, values in asked.items()}


def _meant(whole: Snapshot, name: str, value: str) -> str:
    return whole.source(value) if name == "source" else value


def _labels(whole: Snapshot) -> dict[str, str]:
    return {source.id: visible(source.title) for source in whole.sources.values()}


def filter_bar(whole: Snapshot) -> Query:
    """The widgets in a row and what they ask for."""
    _take_from_link(whole)
    # An article that came meanwhile may stand for what was only a name when it was chosen.
    st.session_state["source"] = list(dict.fromkeys(map(whole.source, st.session_state["source"])))
    with st.container(key="filter_bar"):
        first, last, text, more, reset = st.columns([2, 2, 4, 2, 1.3], vertical_alignment="bottom")
    with first:
        from_day = day_field("From", FIRST, ends=False)
    with last:
        to_day = day_field("To", LAST, ends=True)
    with text:
        words = (
            st.text_input("Search", key=TEXT, bind="query-params", placeholder="words in titles, quotes, names") or ""
        )
    with more, st.popover(_popover_label(), width="stretch"):
        asked = _more_filters()
        query = _query(from_day, to_day, words, asked)
        _facets(query)
    with reset:
        st.button("Reset", on_click=clear_filters, width="stretch", help="Show everything again")
    for line in (*faults(_DAYS), *turned(from_day, to_day)):
        st.text(line)
    _write_link()
    return query


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the widgets of the popover say."""

    certainty: Literal["possible", "certain"]
    undated: bool
    unplaced: bool
    guesses: bool
    known_by: date | None


def _more_filters() -> _Asked:
    certainty = st.segmented_control(
        "An event whose date or place is uncertain counts when it lies",
        list(CERTAINTIES),
        default="possible",
        format_func=lambda name: CERTAINTIES[name],
        key=CERTAINTY,
        bind="query-params",
    )
    undated = st.toggle("Keep undated events", value=True, key=UNDATED, bind="query-params")
    unplaced = st.toggle("Keep events without a place", value=True, key=UNPLACED, bind="query-params")
    guesses = st.toggle("Keep events dated only by publication", value=True, key=GUESSES, bind="query-params")
    known_by = day_field("Known by (published up to)", KNOWN, ends=True)
    if st.session_state.get(AREA) is not None:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Area on the map: {st.session_state[AREA]}")
            st.button("Clear the area", on_click=set_area, args=(None,))
    return _Asked("certain" if certainty == "certain" else "possible", undated, unplaced, guesses, known_by)


def _query(first: date | None, last: date | None, words: str, asked: _Asked) -> Query:
    first, last = in_order(first, last)
    return Query(
        first=first,
        last=last,
        area=st.session_state[AREA],
        certainty=asked.certainty,
        known_by=asked.known_by,
        text=words,
        spelled=places_spelled(words, load.gazetteer_heeding()) if words.strip() else (),
        undated=asked.undated,
        unplaced=asked.unplaced,
        guesses=asked.guesses,
        **{field: tuple(st.session_state[name]) for name, field in MANY.items()},
    )


@st.fragment
def _facets(query: Query) -> None:
    """The values to choose from with how many events each would show beside the rest of the filter.

    Counted and sent when somebody looks: the browser asks once the box is open.
    """
    if drawn.is_stale():
        st.rerun()
    groups = _facet_groups(load.snapshot(), query) if st.session_state.pop(_LOOKED, False) else None
    facets(groups, key="facets", on_change=_chose, on_look=_looked)


_LOOKED = "facets_looked_at"


def _looked() -> None:
    st.session_state[_LOOKED] = True


def _facet_groups(whole: Snapshot, query: Query) -> list[dict[str, Any]]:
    counts = load.facet_counts(whole, query)
    labels = _labels(whole)
    return [
        facet_group(name, values, counts[name], st.session_state[name], labels)
        for name, values in options(whole).items()
    ]


def _chose(name: str, values: list[str]) -> None:
    known = options(load.snapshot())
    if name in known:
        st.session_state[name] = [value for value in known[name] if value in values]


def _take_from_link(whole: Snapshot) -> None:
    """The parts of the link that no widget of Streamlit's is bound to, once a session; later the link follows."""
    if AREA in st.session_state:
        return
    st.session_state[AREA] = area_of(st.query_params.get(AREA, ""))
    for name in _DAYS:
        set_day(name, day_of(st.query_params.get(name, ""), ends=name != FIRST))
    by_label = {label: value for value, label in _labels(whole).items()}
    for name, values in options(whole).items():
        asked = [_meant(whole, name, by_label.get(value, value)) for value in st.query_params.get_all(name)]
        st.session_state[name] = [value for value in dict.fromkeys(asked) if value in values]


def _write_link() -> None:
    single = {AREA: st.session_state[AREA], **{name: day_at(name) for name in _DAYS}}
    wanted = {name: [] if value is None else [str(value)] for name, value in single.items()}
    wanted |= {name: st.session_state[name] for name in MANY}
    for name, values in wanted.items():
        if st.query_params.get_all(name) != values:
            if values:
                st.query_params[name] = values
            else:
                st.query_params.pop(name, None)


def _popover_label() -> str:
    names = (*MANY, KNOWN, CERTAINTY, UNDATED, UNPLACED, GUESSES, AREA)
    active = sum(_differs(name, _standing(name)) for name in names)
    return f"Filters ({active})" if active else "Filters"


def _standing(name: str) -> Any:
    """What a widget says; before it is drawn for the first time, what the link asks it to say."""
    if name == KNOWN:
        return day_at(KNOWN)
    if name in st.session_state:
        return st.session_state[name]
    asked = st.query_params.get(name, "")
    return asked != "false" if name in (UNDATED, UNPLACED, GUESSES) else asked


def _differs(name: str, value: Any) -> bool:
    if name in (UNDATED, UNPLACED, GUESSES):
        return value is False
    return value == "certain" if name == CERTAINTY else bool(value)


def clear_filters() -> None:
    """Everything as at the start; the selected event stays."""
    set_range(None, None)
    set_known_by(None)
    for name in MANY:
        st.session_state[name] = []
    st.session_state[TEXT] = ""
    st.session_state[CERTAINTY] = "possible"
    st.session_state[UNDATED] = st.session_state[UNPLACED] = st.session_state[GUESSES] = True
    st.session_state[AREA] = None


def set_range(first: date | None, last: date | None) -> None:
    """The date range, as a brush on the timeline gives it."""
    set_day(FIRST, first)
    set_day(LAST, last)


def set_area(area: Area | None) -> None:
    """The area, as a rectangle drawn on the map gives it."""
    st.session_state[AREA] = area


def set_known_by(day: date | None) -> None:
    """The day by which events were known, as a click on the axis of publications gives it."""
    set_day(KNOWN, day)
