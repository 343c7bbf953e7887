"""Hand-made events as a table to type, paste and delete in: judged in place, saved in one step, undone in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd
import streamlit as st

from timeline_app.dashboard import address, load
from timeline_app.dashboard.address import Part
from timeline_app.errors import TimelineError
from timeline_app.model import EVENT_TYPES, Event
from timeline_app.pipeline import ListRow, Unsettled, explain_date, insisted, judged, save_rows, with_edits
from timeline_app.pipeline.hand_made import COLUMNS, LONGEST, RowRead, beyond_the_row
from timeline_app.pipeline.list_edits import differences, fault_lines, holds_paste, remark_lines
from timeline_app.views import visible, when_label
from timeline_app.views.tasks.hand_made import found_in

PAGE = 50
"""Events on one page of the table."""
PARTS = (
    Part("words", "grid_text", address.any_words),
    Part("day", "grid_day", lambda text: None if explain_date(text).fault else text),
    Part("part", "grid_page", address.whole_number, 1),
)
"""What the address says of the table: its filters and its page."""
_SHOWN = 12
"""Lines of faults and remarks shown at once."""
_GRID, _NOTE, _UNDO, _ASKING, _LEFT = "grid", "grid_note", "grid_undo", "grid_asking", "grid_left"


Judged = list[tuple[int, ListRow, RowRead]]


@dataclass(slots=True)
class _Grid:
    """What the table was opened with, and what was typed into it since.

    Attributes:
        rows: the rows as last given to the table.
        turn: how often it was given rows.
        view: of which filter and page, and of which state of the store.
        state: what was typed since, as the table keeps it.
        unsettled: rows somebody else was faster with.
        is_stale: whether the next run gives the table new rows.
        found: what the rows make, with what was typed and the store's version then.
    """

    rows: list[ListRow]
    turn: int
    view: tuple[object, ...]
    state: dict[str, Any] = field(default_factory=dict)
    unsettled: tuple[Unsettled, ...] = ()
    is_stale: bool = False
    found: tuple[tuple[str, str], Judged] | None = None

    @property
    def key(self) -> str:
        """Of the table."""
        return f"grid_{self.turn}"

    @property
    def now(self) -> list[ListRow]:
        """The rows as they are typed now."""
        return with_edits(self.rows, st.session_state.get(self.key) or self.state)

    @property
    def is_pending(self) -> bool:
        """Whether anything waits to be saved."""
        return not self.is_stale and any(row.is_pending for row in self.now)


def event_grid() -> str | None:
    """The table; the id of an event to open in the form, on the run in which one is chosen."""
    held: _Grid | None = st.session_state.get(_GRID)
    events, page = _filter((held is not None and held.is_pending) or any(st.session_state.get(_LEFT, ())))
    grid = _grid(held, events, page)
    _told(grid)
    _table(grid)
    rows = grid.now
    found = _judged(grid, rows)
    _lines("⚠ ", fault_lines(found), "rows with a fault are not saved; the others can be")
    _lines("", remark_lines(found), "")
    _save_bar(grid, rows)
    _unsettled(grid)
    return _open_one(rows)


def _judged(grid: _Grid, rows: Sequence[ListRow]) -> Judged:
    """What the rows make, looked at again only when something was typed or the store has changed."""
    stand = (repr(grid.state), load.snapshot().version)
    if grid.found is None or grid.found[0] != stand:
        grid.found = (stand, judged(rows, load.gazetteer_heeding()))
    return grid.found[1]


# -- which events ---------------------------------------------------------------------------------


def _filter(pending: bool) -> tuple[list[Event], int]:
    """The events to show and the page; what is typed is not thrown away by looking elsewhere."""
    listed = load.hand_made()
    if not listed:
        st.text(_count(0, 0, 1))
        return [], 0
    one, two, three = st.columns([5, 4, 2], vertical_alignment="bottom")
    held_back = "Save or discard your changes first" if pending else None
    text = one.text_input(
        "Only with these words", key="grid_text", disabled=pending, help=held_back, persist_state="session"
    )
    day = two.text_input(
        "Only in", key="grid_day", placeholder="2017, 2017-08, late August 2017 …", disabled=pending, help=held_back,
        persist_state="session",
    )  # fmt: skip
    read = explain_date(day)
    if read.fault:
        st.text(f"⚠ {read.fault}")
    events = found_in(listed, text, read.when)
    pages = max(1, -(-len(events) // PAGE))
    if st.session_state.get("grid_page", 1) > pages:
        st.session_state["grid_page"] = pages
    page = three.number_input(f"Page (of {pages})", 1, pages, key="grid_page", disabled=pending or pages == 1)
    st.text(_count(len(events), len(listed), page))
    return events, int(page) - 1


def _count(found: int, every: int, page: int) -> str:
    if not every:
        return "No hand-made events yet. Type or paste into the empty row, or import a list on the page Import."
    first, last = PAGE * (page - 1) + 1, min(found, PAGE * page)
    shown = f"{first} to {last} of " if found > PAGE else ""
    of = f" (of {every:,})" if found != every else ""
    return f"{shown}{found:,} hand-made event{'' if found == 1 else 's'}{of}, by date."


def _grid(held: _Grid | None, events: Sequence[Event], page: int) -> _Grid:
    """What was typed into, else the newest events of this page."""
    if held is not None and held.is_pending:
        return _held_on(held)
    shown = events[PAGE * page : PAGE * (page + 1)]
    view = (load.snapshot().version, tuple(event.id for event in shown))
    if held is not None and held.view == view and not held.is_stale:
        return held
    left, unsettled = st.session_state.pop(_LEFT, ((), ()))
    by_id = {row.event.id: row for row in left if row.event is not None}
    rows = [by_id.pop(event.id, None) or ListRow.of(*load.store().event(event.id)) for event in shown]
    rows += [*by_id.values(), *(row for row in left if row.event is None)]
    return _given(rows, held, view, unsettled)


def _held_on(held: _Grid) -> _Grid:
    """The same table; when the page was left meanwhile, with what was typed put into its rows."""
    if held.key in st.session_state:
        return held
    return _given(with_edits(held.rows, held.state), held, held.view, held.unsettled)


def _given(
    rows: Sequence[ListRow], held: _Grid | None, view: tuple[object, ...], unsettled: tuple[Unsettled, ...] = ()
) -> _Grid:
    grid = _Grid(list(rows), held.turn + 1 if held else 0, view, unsettled=unsettled)
    st.session_state[_GRID] = grid
    return grid


# -- the table ------------------------------------------------------------------------------------


def _table(grid: _Grid) -> None:
    shown = [row for row in grid.rows if not row.removed]
    frame = pd.DataFrame(
        [
            {"row": str(number), **row.after, "beyond": beyond_the_row(row.event) if row.event else ""}
            for number, row in enumerate(shown, 1)
        ],
        columns=["row", *COLUMNS, "beyond"],
        dtype=object,
    )
    st.data_editor(
        frame,
        key=grid.key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        height=min(600, 38 + 35 * (len(shown) + 2)),
        column_config=_columns(),
        placeholder="",
    )
    grid.state = dict(st.session_state[grid.key])
    if holds_paste(grid.state):
        _given(with_edits(grid.rows, grid.state), grid, grid.view, grid.unsettled)
        st.rerun()


def _columns() -> dict[str, Any]:
    text, choice = st.column_config.TextColumn, st.column_config.SelectboxColumn
    helped = {
        "date": "EDTF (2017-08-30, 2017-08, 2017-08-16/2017-08-23) or words (late August 2017); empty: undated",
        "place": "A name, or latitude and longitude: 34.55, 38.28",
        "actors": "Name (role) | Name; roles are source, target, speaker",
        "numbers": "fighters=200..300 | buses=17 | dead=5..",
        "source": "Who says so",
        "url": "https://…",
        "note": "Kept as the event's summary",
    }
    columns: dict[str, Any] = {
        name: text(
            label, help=helped.get(name), max_chars=LONGEST.get(name, 1_000),
            width="large" if name in ("title", "quote") else "medium",
        )
        for name, label in COLUMNS.items()
    }  # fmt: skip
    columns["title"] = text(COLUMNS["title"], max_chars=LONGEST.get("title", 1_000), width=500)
    columns["date"] = text(COLUMNS["date"], help=helped["date"], max_chars=LONGEST.get("date", 1_000), width=185)
    columns["row"] = text("Row", disabled=True, width=45)
    columns["type"] = choice("Type", options=list(EVENT_TYPES), width=170)
    columns["role"] = choice("Role", options=["at", "from", "via", "to", "near"], width="small")
    columns["beyond"] = text("And", disabled=True, width="medium", help="What the row does not show: see the form")
    return columns


def _lines(mark: str, lines: Sequence[str], after: str) -> None:
    """Lines about cells, no more than can be read at once."""
    if not lines:
        return
    more = [f"… and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
    st.text("\n".join([*(f"{mark}{line}" for line in lines[:_SHOWN]), *more, *([f"({after})"] if after else [])]))


# -- saving ---------------------------------------------------------------------------------------


def _save_bar(grid: _Grid, rows: Sequence[ListRow]) -> None:
    pending = [row for row in rows if row.is_pending]
    removed = [row for row in pending if row.removed]
    if st.session_state.get(_ASKING) and removed:
        _ask(grid, removed)
        return
    st.session_state[_ASKING] = False
    why, save, discard = st.columns([6, 2, 2], vertical_alignment="bottom")
    why.text_input("Why (kept in the history)", key="grid_why", max_chars=300, persist_state="session")
    label = f"Save {_changes(len(pending))}" if pending else "Save"
    save.button(
        label, type="primary", key="grid_save", disabled=not pending, width="stretch", on_click=_save, args=(grid, None)
    )
    discard.button(
        "Discard changes", key="grid_discard", disabled=not pending, width="stretch", on_click=_discard, args=(grid,)
    )


def _changes(number: int) -> str:
    return f"{number} change{'' if number == 1 else 's'}"


def _ask(grid: _Grid, removed: Sequence[ListRow]) -> None:
    """Asked once before events are removed."""
    names = "\n".join(f"– {visible(row.name)}" for row in removed[:_SHOWN])
    more = f"\n… and {len(removed) - _SHOWN} more" if len(removed) > _SHOWN else ""
    which = "this event" if len(removed) == 1 else f"these {len(removed)} events"
    with st.container(border=True):
        st.text(f"Remove {which}? It can be undone.\n{names}{more}")
        with st.container(horizontal=True):
            st.button("Remove and save", type="primary", key="grid_remove", on_click=_save, args=(grid, True))
            st.button("Keep and save the rest", key="grid_keep", on_click=_save, args=(grid, False))


def _save(grid: _Grid, remove: bool | None) -> None:
    """Save what is good; `remove` says whether the person agreed to removals, None when they were not asked."""
    rows = grid.now
    if remove is None and any(row.removed for row in rows):
        st.session_state[_ASKING] = True
        return
    if remove is False:
        rows = [ListRow(r.event, r.version, r.before, r.after) if r.removed else r for r in rows]
    st.session_state[_ASKING] = False
    why = st.session_state.get("grid_why", "").strip()
    try:
        done = save_rows(load.store(), rows, load.gazetteer_heeding(), load.user_name(), why, remove=bool(remove))
    except (TimelineError, ValueError) as fault:
        st.session_state[_NOTE] = f"⚠ Nothing was saved: {fault}"
        return
    _reopen(grid, done.line, done.step, done.left, done.unsettled)


def _reopen(grid: _Grid, line: str, step: int | None, left: Sequence[ListRow], unsettled: Sequence[Unsettled]) -> None:
    """Say what was saved, and give the table the newest rows, those that could not be saved as they were typed."""
    st.session_state[_NOTE], st.session_state[_UNDO] = line, step
    st.session_state[_LEFT] = (tuple(left), tuple(unsettled))
    grid.is_stale = True


def _discard(grid: _Grid) -> None:
    _reopen(grid, "What was typed and not saved is discarded.", None, (), ())
    st.session_state[_ASKING] = False


def _told(grid: _Grid) -> None:
    """What the last save did, with the way back."""
    note, step = st.session_state.get(_NOTE), st.session_state.get(_UNDO)
    if not note:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(note)
        if step is not None:
            st.button("Undo", key="grid_undo_button", on_click=_undo, args=(grid, step))


def _undo(grid: _Grid, step: int) -> None:
    try:
        load.store().undo(step, load.user_name())
        note = "Taken back."
    except TimelineError as fault:
        note = f"⚠ Not taken back: {fault}"
    _reopen(grid, note, None, [row for row in grid.now if row.is_pending], grid.unsettled)


# -- two people -----------------------------------------------------------------------------------


def _unsettled(grid: _Grid) -> None:
    """Both versions of each row that somebody else was faster with, to choose from."""
    for number, one in enumerate(grid.unsettled):
        with st.container(border=True):
            st.text(f"Somebody else changed “{visible(one.row.name)}” while you did. Nothing of it was saved yet:")
            st.dataframe(differences(one), hide_index=True)
            with st.container(horizontal=True):
                for label, mine in (("Save mine over theirs", True), ("Take theirs", False)):
                    st.button(label, key=f"grid_settle_{number}_{mine}", on_click=_settle, args=(grid, one, mine))


def _settle(grid: _Grid, one: Unsettled, mine: bool) -> None:
    rest = [row for row in grid.now if row.is_pending and not _is_of(row, one)]
    others = [other for other in grid.unsettled if other is not one]
    if not mine:
        _reopen(grid, "Theirs is kept.", st.session_state.get(_UNDO), rest, others)
        return
    typed = next((row for row in grid.now if _is_of(row, one)), one.row)
    try:
        done = insisted(load.store(), replace(one, row=typed), load.gazetteer_heeding(), load.user_name())
    except (TimelineError, ValueError) as fault:
        st.session_state[_NOTE] = f"⚠ Not saved: {fault}"
        return
    _reopen(grid, done.line, done.step, [*rest, *done.left], [*others, *done.unsettled])


def _is_of(row: ListRow, one: Unsettled) -> bool:
    return row.event is not None and one.row.event is not None and row.event.id == one.row.event.id


# -- one event ------------------------------------------------------------------------------------


def _open_one(rows: Sequence[ListRow]) -> str | None:
    """The way from a row to all its fields."""
    events = [row.event for row in rows if row.event is not None and not row.removed]
    if not events:
        return None
    chosen = st.selectbox(
        "All fields of one of these", range(len(events)), index=None, key="grid_open",
        format_func=lambda at: f"{when_label(events[at].when)}: {visible(events[at].title)}",
        placeholder="Several places, several sources, the map …",
    )  # fmt: skip
    return None if chosen is None else events[chosen].id
