"""Compare: every disagreement of the timeline, the largest first, and source against source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from timeline_app.dashboard import address, link, load
from timeline_app.dashboard.chosen import open_in_explore
from timeline_app.dashboard.components.reader import disagreements
from timeline_app.dashboard.days import day_field, faults, in_order, set_day, turned
from timeline_app.dashboard.look import WRAPPED, page_style, table_height
from timeline_app.export import write_table
from timeline_app.model import Query
from timeline_app.views import select, visible
from timeline_app.views.claims.compare import (
    A_PAGE,
    COLUMNS,
    Choice,
    Disagreement,
    choose,
    compare_payload,
    same_source,
    summary,
    table_rows,
    text_lines,
)
from timeline_app.views.claims.source_pairs import MOST, Pairs

ABOUT, SOURCE, STRICT, ORDER, PAGE = "about", "source", "strict", "order", "page"
"""Parameters of the address; from, to and source are those of `link`."""

_FROM, _TO = "compare_from", "compare_to"
_ENDS = {_FROM: link.FIRST, _TO: link.LAST}
"""The parameter of each end of the range, which this page keeps apart from that of Explore."""

ORDERS = {"largest": "Largest first", "date": "By date"}
_OPENED = "compare_opened"

HOW = """
**Size** runs from 0 to 1 and means the same for every kind of difference; that of two values furthest apart counts.
What can all be true has size 0 and stands last. About one half is a plain contradiction.

- *Numbers*: the gap between the ranges, as a share of the larger number. 300 or 600 is 0.50, 17 or 20 is 0.15.
- *Dates*: the days between them against how precisely they are told. One day apart is 0.50, ten days 0.91;
  August or October, told as months, 0.50.
- *Places*: kilometres beyond the radii. 50 km is 0.50, 200 km 0.80.
- *Told as*: happened or denied is 1.00; happened or planned 0.40.
- *Who did it*: nobody in common is 0.60. What cannot be measured is 0.25.

Sources **agree** when one value fits all they say: "about 300" and "308" do, "August 2017" and "28 August" do.
"""


def show() -> None:
    """The page."""
    page_style()
    opened = st.session_state.pop(_OPENED, None)
    if opened is not None:
        open_in_explore(opened)
    whole = load.snapshot()
    comparison = load.comparison(whole)
    if not comparison.found:
        _empty(whole, comparison)
        return
    _notice(comparison)
    choice = _filters(whole, comparison)
    found = choose(comparison.found, choice, same_source(comparison.sources))
    _header(comparison, found)
    if found:
        _page(found, comparison)
    else:
        st.text(f"None of {len(comparison.found):,} disagreements passes this filter.")
        st.button("Show all", on_click=_reset)
    with st.expander("How large is a disagreement?"):
        st.markdown(HOW)
    _matrix(comparison)


def _empty(whole: load.Snapshot, comparison: load.Comparison) -> None:
    """Why nothing stands here, and what would bring it about."""
    st.subheader("No two sources disagree yet")
    st.text(
        "When several sources tell of one happening and give different dates, places or numbers, every difference"
        " stands here, the largest first, with who says what."
    )
    if not whole.timeline.events:
        st.text("There are no events yet: add documents, or an event list with several sources for an event.")
    elif not comparison.shared:
        total = len(whole.timeline.events)
        none = (
            "The one event here has no second source" if total == 1 else f"None of {total:,} events has a second source"
        )
        st.text(
            f"{none} yet. Add documents that tell of"
            " the same happenings; Review shows which events are perhaps one happening, side by side."
        )
    else:
        told = "1 event has" if comparison.shared == 1 else f"{comparison.shared:,} events have"
        st.text(f"{told} more than one source, and nothing the sources tell of it differs.")
    if st.button("Add documents", type="primary"):
        from timeline_app.dashboard.navigation import pages  # it imports this page

        st.switch_page(pages()["documents"])
    if comparison.shared:
        _matrix(comparison)


# -- filters --------------------------------------------------------------------------------------


def _filters(whole: load.Snapshot, comparison: load.Comparison) -> Choice:
    about, source, first, last = st.columns([3, 4, 2, 2], vertical_alignment="bottom")
    with about:
        fields = _several("About", ABOUT, comparison.fields, {})
    with source:
        sources = _several(
            "Sources",
            SOURCE,
            comparison.disputed,
            _names(comparison),
            "With several: only what all of them tell",
        )
    with first:
        from_day = day_field("From", _FROM, ends=False, on_change=_to_first_page)
    with last:
        to_day = day_field("To", _TO, ends=True, on_change=_to_first_page)
    for line in (*faults((_FROM, _TO)), *turned(from_day, to_day)):
        st.text(line)
    with st.container(horizontal=True, vertical_alignment="center"):
        order = st.segmented_control(
            "Order", list(ORDERS), default="largest", key=ORDER, bind="query-params",
            format_func=lambda name: ORDERS[name], label_visibility="collapsed", on_change=_to_first_page,
        )  # fmt: skip
        strict = st.toggle(
            "Leave out what may all be true", key=STRICT, bind="query-params", on_change=_to_first_page,
            help="Keep only those that cannot all be true",
        )  # fmt: skip
    _follow(from_day, to_day)
    return Choice(
        tuple(fields),
        tuple(sources),
        strict,
        _within(whole, from_day, to_day),
        "date" if order == "date" else "largest",
    )


def _several(label: str, key: str, known: list[str], names: dict[str, str], tip: str | None = None) -> list[str]:
    chosen = [value for value in st.session_state.get(key) or [] if value not in known]
    return st.multiselect(
        label, known + chosen, key=key, bind="query-params", placeholder="all", help=tip,
        format_func=lambda value: names.get(value, visible(value)), on_change=_to_first_page,
    )  # fmt: skip


def _within(whole: load.Snapshot, first: date | None, last: date | None) -> frozenset[str] | None:
    """The ids of the events that may lie in the range, undated ones among them as in Explore; None without a range."""
    if first is None and last is None:
        return None
    first, last = in_order(first, last)
    return select(whole.frame, Query(first=first, last=last)).ids


def _names(comparison: load.Comparison) -> dict[str, str]:
    return {source.id: visible(source.title or source.id) for source in comparison.sources.values()}


def _to_first_page() -> None:
    st.session_state[PAGE] = 1


def _reset() -> None:
    for name in (ABOUT, SOURCE):
        st.session_state[name] = []
    for name in (_FROM, _TO):
        set_day(name, None)
    st.session_state[STRICT] = False
    _to_first_page()


def _notice(comparison: load.Comparison) -> None:
    """Say once which parts of the link mean nothing here; they are ignored."""
    if address.is_new("compare"):
        address.ignore("compare", _unknown(comparison))
        for key, name in _ENDS.items():
            set_day(key, link.day_of(st.query_params.get(name, ""), ends=key == _TO))
    address.show_ignored("compare")


def _unknown(comparison: load.Comparison) -> list[str]:
    names = _names(comparison)
    sources = comparison.disputed
    known: dict[str, Callable[[str], bool]] = {
        ABOUT: {*comparison.fields}.__contains__,
        SOURCE: {*sources, *(names.get(one, one) for one in sources)}.__contains__,
        ORDER: {*ORDERS, *ORDERS.values()}.__contains__,
        PAGE: str.isdecimal,
        **dict.fromkeys(_ENDS.values(), lambda text: not text or link.day_of(text) is not None),
    }
    ours = {*known, *link.PARAMETERS, STRICT}
    return [
        f"{name}={value}" for name, value in address.asked() if name not in ours or not known.get(name, bool)(value)
    ]


def _follow(first: date | None, last: date | None) -> None:
    """Let the address say the range; Streamlit writes the rest of the filter there."""
    for name, day in zip(_ENDS.values(), (first, last), strict=True):
        if day is not None:
            st.query_params[name] = day.isoformat()
        else:
            st.query_params.pop(name, None)


# -- the list -------------------------------------------------------------------------------------


def _header(comparison: load.Comparison, found: Sequence[Disagreement]) -> None:
    """How many there are, and the files."""
    words, table, text = st.columns([5, 1.6, 1.6], vertical_alignment="center")
    words.text(summary(found, len(comparison.found)))
    table.download_button(
        "Download as table",
        data=lambda: "".join(write_table(COLUMNS, table_rows(found, comparison.sources))).encode("utf-8"),
        file_name="disagreements.csv",
        mime="text/csv",
        on_click="ignore",
        width="stretch",
        help="This list, all pages of it, as csv for a spreadsheet",
    )
    text.download_button(
        "Download to print",
        data=lambda: "".join(text_lines(found, comparison.sources)).encode("utf-8"),
        file_name="disagreements.txt",
        mime="text/plain",
        on_click="ignore",
        width="stretch",
        help="This list, all pages of it, as plain text in this order, a paragraph each",
    )


def _page(found: Sequence[Disagreement], comparison: load.Comparison) -> None:
    pages = -(-len(found) // A_PAGE)
    wanted = st.session_state.get(PAGE)
    if isinstance(wanted, int) and wanted > pages:
        st.session_state[PAGE] = pages
    place = st.container()
    number = st.pagination(pages, key=PAGE, bind="query-params") if pages > 1 else 1
    start = (number - 1) * A_PAGE
    with place:
        disagreements(
            compare_payload(found[start : start + A_PAGE], comparison.sources, start + 1),
            key="disagreements",
            on_open=_open,
        )


def _open(event_id: str) -> None:
    st.session_state[_OPENED] = event_id


# -- source against source ------------------------------------------------------------------------


def _matrix(comparison: load.Comparison) -> None:
    """How often two sources tell of one happening, and how often nothing they both tell contradicts."""
    if not comparison.pairs.sources:
        return
    st.subheader("Source against source")
    pairs = comparison.pairs
    if comparison.publishers is not None and comparison.publishers.sources:
        by = st.segmented_control("Compare", ["Documents", "Publishers"], default="Documents", key="compare_by")
        pairs = comparison.publishers if by == "Publishers" else pairs
    listed, names = pairs.sources[:MOST], _names(comparison)
    rest = len(pairs.sources) - len(listed)
    st.text(
        "A cell tells in how many of the events that both sources report they agree: nothing both tell contradicts."
        + (f" The {MOST} sources that share most; {rest:,} others share less." if rest else "")
    )
    st.dataframe(
        _cells(pairs, listed, names), hide_index=True, key="matrix", width="content",
        height=table_height(len(listed), 700, WRAPPED), row_height=WRAPPED,
        column_config={"Source": st.column_config.TextColumn(width=240)}
        | {f"{column}": st.column_config.TextColumn(width=76) for column in range(1, len(listed) + 1)},
    )  # fmt: skip


def _cells(pairs: Pairs, listed: Sequence[str], names: dict[str, str]) -> list[dict[str, str]]:
    """One row a source, numbered; the columns bear the numbers, for titles are long."""
    return [
        {"Source": f"{number}. {names.get(one, visible(one))}"}
        | {f"{column}": "–" if one == other else pairs.cell(one, other) for column, other in enumerate(listed, 1)}
        for number, one in enumerate(listed, 1)
    ]
