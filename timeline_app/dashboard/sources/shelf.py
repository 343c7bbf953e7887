"""The library of sources: found, sorted, looked into, described, read again, removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

import streamlit as st

from timeline_app.dashboard import address, load
from timeline_app.dashboard.address import Part
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.look import WRAPPED, table_height
from timeline_app.dashboard.notice import tell
from timeline_app.dashboard.sources.describe import describe_form
from timeline_app.dashboard.sources.reread import read_again, show_difference
from timeline_app.dashboard.sources.upload import event_table, problem_lines, publication_line
from timeline_app.errors import TimelineError
from timeline_app.pipeline import read_mentions
from timeline_app.views import visible
from timeline_app.views.claims.evidence import document_payload
from timeline_app.views.tasks.source_list import ORDERS, STATES, LibraryRow, found_in, in_order
from timeline_app.views.versions.past import short_moment

if TYPE_CHECKING:
    from streamlit.elements.arrow import DataframeStateInput

MOST_LINKED = 20
"""Ticked sources that an address names: a longer one is cut off on its way by mail."""

_ANY = "Any state"
_FIRST_ORDER = next(iter(ORDERS))
_TICKED, SOURCE = "library_ticked", "source"
_PARTS = (
    Part("words", "library_words", address.any_words),
    Part("state", "library_state", address.one_of(STATES), _ANY),
    Part("sort", "library_order", address.one_of(ORDERS), _FIRST_ORDER),
)


def library() -> None:
    """The table, and what is ticked in it."""
    whole = load.snapshot()
    rows = load.shelved_sources(whole)
    if not rows:
        st.text("None yet. Add files or paste a text above: they are read on this computer.")
        return
    st.text(_counts(rows))
    _heed_the_link(rows)
    shown = _found(rows)
    if not shown:
        st.text("No source is like that. Take words out of the search, or choose any state.")
        show_difference()
        address.follow(_PARTS)
        return
    ticked = _table(shown)
    address.follow(_PARTS, {SOURCE: [row.id for row in ticked[:MOST_LINKED]]})
    _actions(rows, ticked)
    show_difference()
    if len(ticked) == 1:
        _one(ticked[0], whole)


def _heed_the_link(rows: Sequence[LibraryRow]) -> None:
    """Filters and ticks that a link asks for, once; what it asks in vain is told."""
    known = {id_: row.id for row in rows for id_ in row.ids}
    if address.is_new("library"):
        wanted = st.query_params.get_all(SOURCE)
        st.session_state[_TICKED] = list(dict.fromkeys(known[one] for one in wanted if one in known))
        address.ignore("documents", [f"{SOURCE}={one}" for one in wanted if one not in known])
    address.take("documents", _PARTS, (SOURCE,))
    address.show_ignored("documents")


def _counts(rows: Sequence[LibraryRow]) -> str:
    states = Counter(row.state for row in rows)
    told = ", ".join(f"{states[state]:,} {state}" for state in STATES if states[state])
    return f"{len(rows):,} {'source' if len(rows) == 1 else 'sources'}: {told}."


def _found(rows: Sequence[LibraryRow]) -> list[LibraryRow]:
    words, state, order = st.columns([3, 1.4, 1.6])
    asked = words.text_input("Find a source", placeholder="title, publisher, file or who added it", key="library_words")
    wanted = state.selectbox("State", [_ANY, *STATES], key="library_state")
    sort = order.selectbox("Sort by", list(ORDERS), key="library_order")
    return in_order(found_in(rows, asked or "", "" if wanted in (None, _ANY) else wanted), sort or _FIRST_ORDER)


def _table(rows: Sequence[LibraryRow]) -> list[LibraryRow]:
    """The rows; those that are ticked."""
    zone = st.context.timezone
    cells = [
        {
            "Title": row.title or row.file,
            "File": row.file,
            "Publisher": row.publisher,
            "Published": row.published,
            "State": row.state,
            "Events": row.events,
            "By hand": row.by_hand,
            "Reviewed": row.reviewed,
            "Accepted": row.accepted,
            "Problems": row.problems,
            "Known from": row.evidence,
            "Added": short_moment(row.added_at, zone),
            "By": row.added_by,
        }
        for row in rows
    ]
    # Ticks are remembered by number: another list of rows is another table, which begins with the same sources ticked.
    name = sha256("\n".join(row.id for row in rows).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    shown = st.dataframe(
        cells, hide_index=True, key=f"library_{name}", on_select="rerun", selection_mode="multi-row",
        height=table_height(len(cells), 560, WRAPPED), row_height=WRAPPED, selection_default=_ticked_before(rows),
        column_config=_WIDTHS,
    )  # fmt: skip
    picked = shown["selection"]["rows"] if shown else []
    ticked = [rows[number] for number in picked if number < len(rows)]
    hidden = set(st.session_state.get(_TICKED, ())) - {row.id for row in rows}  # by the search: they stay ticked
    st.session_state[_TICKED] = [*sorted(hidden), *(row.id for row in ticked)]
    return ticked


_WIDTHS = {
    **{name: st.column_config.TextColumn(width=width) for name, width in (
        ("Title", 262), ("File", 132), ("Publisher", 116), ("Published", 88), ("Known from", 118), ("Added", 96),
        ("By", 72),
    )},
    "State": st.column_config.TextColumn(
        width=100, help="; ".join(f"{state.capitalize()}: {words}" for state, words in STATES.items())
    ),
    **{name: st.column_config.NumberColumn(width=width) for name, width in (("Events", 64), ("Problems", 76))},
    "By hand": st.column_config.NumberColumn(width=66, help="Events entered by hand or in a list: nobody reviews them"),
    **{name: st.column_config.NumberColumn(width=72, help="Of the events that were read from documents")
       for name in ("Reviewed", "Accepted")},
}  # fmt: skip
"""In pixels, for rows of three lines: what one looks for first is whole, who added it and when stand last and may
need a push to the side."""


def _ticked_before(rows: Sequence[LibraryRow]) -> DataframeStateInput:
    before = set(st.session_state.get(_TICKED, ()))
    return {"selection": {"rows": [number for number, row in enumerate(rows) if row.id in before]}}


def _actions(rows: Sequence[LibraryRow], ticked: Sequence[LibraryRow]) -> None:
    """What can be done with all, and with what is ticked."""
    texts, every = [row.id for row in ticked if row.has_text], [row.id for row in rows if row.has_text]
    with st.container(horizontal=True, vertical_alignment="center"):
        if ticked:
            st.text(f"{len(ticked):,} ticked")
            if st.button("Read again", disabled=not texts, help="Shows first what would change"):
                read_again(texts)
                st.rerun()
            st.button("Remove", on_click=_remove, args=(tuple(ticked),))
        else:
            st.text("Tick a source to look into it, describe it, read it again or remove it.")
        if st.button("Read all again", disabled=not every, help="With the present program and gazetteer"):
            read_again(every)
            st.rerun()


def _remove(rows: Sequence[LibraryRow]) -> None:
    before = len(load.store().events())
    try:
        step = load.store().remove_documents([row.id for row in rows], load.user_name())
    except TimelineError as fault:
        tell(f"⚠ Not removed: {fault}")
        return
    gone = before - len(load.store().events())
    sources = "1 source" if len(rows) == 1 else f"{len(rows):,} sources"
    told = f"Removed: {sources}, and {gone:,} {'event' if gone == 1 else 'events'} told by nobody else."
    names = [name for row in rows for name in row.names]
    stay = f" What lists tell by the name {', '.join(f'“{name}”' for name in names)} stays." if names else ""
    tell(told + stay, step)


def _one(row: LibraryRow, whole: load.Snapshot) -> None:
    """One source: its text, its events, its description."""
    document = whole.documents.get(row.id)
    st.text(row.title or row.file)
    st.text(f"{row.state.capitalize()}: {STATES[row.state]}.")
    if document is not None:
        st.text(publication_line(document))
        if row.names:
            st.text(_also_named(row))
        problem_lines(document.problems)
    names = ["Text", "Events", "Describe"] if document is not None else ["Events", "Describe"]
    *text, events, describe = st.tabs(names, key=f"source_{row.id}")  # named, it stays as one left it
    told = [event for event in whole.timeline.events if not row.ids.isdisjoint(event.sources)]
    if document is not None:
        with text[0]:
            dates, places = read_mentions(document, load.gazetteer_heeding(), load.store().place_corrections())
            reader(document=document_payload(document, told, dates, places), key=f"kept_{row.id}")
    with events:
        event_table(told, f"events_{row.id}")
    with describe:
        describe_form(row.id, whole)
        _history_link(row)


def _also_named(row: LibraryRow) -> str:
    """By which names events that were not read from it tell of it."""
    by_name = row.events - row.read
    told = f"{by_name:,} {'event that was' if by_name == 1 else 'events that were'} not read from it"
    return f"Also named {', '.join(f'“{visible(name)}”' for name in row.names)}: {told} so name their source."


def _history_link(row: LibraryRow) -> None:
    if st.button("What was done to this source", help="Opens the History page"):
        from timeline_app.dashboard.screens.history import open_history_of  # it leads here, too

        open_history_of(row.id)
