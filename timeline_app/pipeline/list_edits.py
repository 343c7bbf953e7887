"""Many hand-made events edited as a list: rows as they were and as they are typed, judged, and saved in one step."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from timeline_app.errors import EditConflict, StoreError
from timeline_app.imports import Lookup
from timeline_app.imports.columns import field_of
from timeline_app.model import Event
from timeline_app.pipeline.hand_made import COLUMNS, Fault, RowRead, blank_cells, cells_of, read_row
from timeline_app.views import visible

if TYPE_CHECKING:
    from timeline_app.store import Store


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the list.

    Attributes:
        event: as kept when the list was opened; None for a row that was added.
        version: of that event, for `Store.edit`.
        before: its words then, blank for an added row.
        after: its words as typed.
        removed: whether the person deleted the row.
    """

    event: Event | None
    version: int
    before: Mapping[str, str]
    after: Mapping[str, str]
    removed: bool = False

    @classmethod
    def of(cls, event: Event, version: int) -> ListRow:
        """The row of a kept event, unchanged."""
        cells = cells_of(event)
        return cls(event, version, cells, cells)

    @property
    def changed(self) -> set[str]:
        """The cells whose words differ from what is kept."""
        return {name for name in COLUMNS if self.after[name].strip() != self.before[name].strip()}

    @property
    def is_changed(self) -> bool:
        """Whether the row stays and words of it differ."""
        return not self.removed and bool(self.changed)

    @property
    def is_pending(self) -> bool:
        """Whether saving would do anything with it."""
        return self.is_changed or (self.removed and self.event is not None)

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.after["title"].strip() or self.before["title"] or "untitled"


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A row of which somebody else changed the same words meanwhile: nothing of it was saved.

    Attributes:
        row: as typed.
        theirs: the newest kept event, None when somebody removed it.
        version: of that.
    """

    row: ListRow
    theirs: Event | None
    version: int


@dataclass(frozen=True, slots=True)
class ListSaved:
    """What saving a list did.

    Attributes:
        line: "2 new, 1 changed, 1 row not saved: ...".
        step: for `Store.undo`; None when nothing was written.
        left: rows that were not saved, as they were typed.
        unsettled: those of them that meet somebody else's change.
    """

    line: str
    step: int | None
    left: tuple[ListRow, ...]
    unsettled: tuple[Unsettled, ...] = ()


def with_edits(rows: Sequence[ListRow], state: Mapping[str, Any]) -> list[ListRow]:
    """The rows after what a table's edit state says (`edited_rows`, `added_rows`, `deleted_rows`).

    Args:
        rows: all rows; those removed are not in the table, so that its positions skip them.
        state: as Streamlit's data editor keeps it. It comes from a browser: what is no known cell is passed over.
    """
    shown = [number for number, row in enumerate(rows) if not row.removed]
    now = list(rows)
    for position, cells in dict(state.get("edited_rows") or {}).items():
        if 0 <= int(position) < len(shown):
            number = shown[int(position)]
            now[number] = replace(now[number], after={**now[number].after, **_words(cells)})
    for position in state.get("deleted_rows") or ():
        if 0 <= int(position) < len(shown):
            now[shown[int(position)]] = replace(now[shown[int(position)]], removed=True)
    added = (cells for row in state.get("added_rows") or () for cells in spread(_words(row)))
    blank = blank_cells()
    now += [ListRow(None, 0, blank, {**blank, **cells}) for cells in added if any(map(str.strip, cells.values()))]
    return [row for row in now if not (row.removed and row.event is None)]


def holds_paste(state: Mapping[str, Any]) -> bool:
    """Whether a whole block of a spreadsheet was pasted into one cell of an added row."""
    return any("\t" in cell for row in state.get("added_rows") or () for cell in _words(row).values())


def spread(cells: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows of a block of a spreadsheet that was pasted into one cell; the row itself when none was.

    A first line of names of columns (as csv lists have them) says what stands where; without it the block's columns
    are those of the table, from that cell on.
    """
    name = next((name for name in COLUMNS if "\t" in cells.get(name, "")), None)
    if name is None:
        return [dict(cells)]
    lines = [line for line in csv.reader(io.StringIO(cells[name], newline=""), delimiter="\t") if any(line)]
    names = list(COLUMNS)[list(COLUMNS).index(name) :]
    heads = [_OWN_NAME.get(field or "", field or "") for field in map(field_of, lines[0])]
    if "title" in heads and sum(head in COLUMNS for head in heads) > 1:
        names, lines = heads, lines[1:]
    rows = [{head: cell.strip() for head, cell in zip(names, line, strict=False) if head in COLUMNS} for line in lines]
    rest = {other: cell for other, cell in cells.items() if other != name}
    return [{**(rest if at == 0 else {}), **row} for at, row in enumerate(rows)]


_OWN_NAME = {"quantities": "numbers", "summary": "note"}
"""Columns of csv lists that have another name in the table."""


def _words(cells: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if cell is None else str(cell) for name, cell in cells.items() if name in COLUMNS}


def judged(rows: Sequence[ListRow], gazetteer: Lookup) -> list[tuple[int, ListRow, RowRead]]:
    """Every changed row with its number in the table, counted from 1, and what it makes."""
    shown = [row for row in rows if not row.removed]
    return [
        (number, row, read_row(row.event, row.before, row.after, gazetteer))
        for number, row in enumerate(shown, 1)
        if row.is_changed
    ]


def fault_lines(judgements: Iterable[tuple[int, ListRow, RowRead]]) -> list[str]:
    """One line for each faulty cell: "Row 3 (A convoy left), Date: '2017-13': there is no month 13"."""
    return [_cell_line(number, row, fault) for number, row, read in judgements for fault in read.faults]


def remark_lines(judgements: Iterable[tuple[int, ListRow, RowRead]]) -> list[str]:
    """One line for each cell that is kept otherwise than it may be meant."""
    return [_cell_line(number, row, remark) for number, row, read in judgements for remark in read.remarks]


def _cell_line(number: int, row: ListRow, said: Fault) -> str:
    title = row.after["title"].strip() or row.before["title"]
    short = title if len(title) <= _TITLE else f"{title[:_TITLE].rstrip()}…"
    return f"Row {number}{visible(f' ({short})') if short else ''}, {COLUMNS[said.column]}: {said.what}"


_TITLE = 40
"""Characters of a title that tell which row is meant."""


def save_rows(
    store: Store, rows: Sequence[ListRow], gazetteer: Lookup, by: str, why: str = "", remove: bool = False
) -> ListSaved:
    """Save the rows that are without fault, in one step of the history.

    What somebody else changed in other cells of a row meanwhile is kept beside what was typed here.

    Args:
        store: where they are kept.
        rows: the whole list.
        gazetteer: where places are looked up.
        by: who saves.
        why: the reason, for the history.
        remove: whether the person was asked about the removed rows and agreed.
    """
    judgements = judged(rows, gazetteer)
    good = {read.event.id: (row, read.event) for _, row, read in judgements if read.event is not None}
    gone = {row.event.id: row for row in rows if row.removed and row.event is not None} if remove else {}
    tried = {event_id: _beside_others(store, *pair, gazetteer) for event_id, pair in good.items()}
    edits = [edit for edit in tried.values() if not isinstance(edit, Unsettled)]
    done = store.edit_many(edits, by, why, [(event_id, row.version) for event_id, row in gone.items()])
    rows_by_id = {event_id: row for event_id, (row, _) in good.items()} | gone
    unsettled = [one for one in tried.values() if isinstance(one, Unsettled)]
    unsettled += [_newest(store, row_id, rows_by_id[row_id]) for row_id in map(_id_of, done.conflicts)]
    faulty = [row for _, row, read in judgements if read.event is None]
    asked_for = [] if remove else [row for row in rows if row.removed]
    left = (*faulty, *(one.row for one in unsettled), *asked_for)
    written = [rows_by_id[event_id] for event_id in done.kept]
    return ListSaved(_line(written, fault_lines(judgements), len(faulty), unsettled), done.step, left, tuple(unsettled))


_TOGETHER = {"place": "role", "role": "place", "source": "quote", "quote": "source"}
"""Cells that say one thing between them."""


def _beside_others(store: Store, row: ListRow, event: Event, gazetteer: Lookup) -> tuple[Event, int] | Unsettled:
    """The edit on top of what somebody else did meanwhile to other cells; or that they changed the same ones."""
    newest = (event, 0) if row.event is None else _event_or_none(store, event.id)
    if newest is None:
        return Unsettled(row, None, 0)
    theirs, version = newest
    if version == row.version:
        return event, version
    mine = row.changed
    now = cells_of(theirs)
    if any(now[name] != row.before[name] for name in mine | {_TOGETHER.get(name, name) for name in mine}):
        return Unsettled(row, theirs, version)
    merged = read_row(theirs, now, {**now, **{name: row.after[name] for name in mine}}, gazetteer)
    return Unsettled(row, theirs, version) if merged.event is None else (merged.event, version)


def _event_or_none(store: Store, event_id: str) -> tuple[Event, int] | None:
    try:
        return store.event(event_id)
    except StoreError:
        return None


def _id_of(conflict: EditConflict) -> str:
    told = conflict.mine if isinstance(conflict.mine, Event) else conflict.theirs
    return told.id if isinstance(told, Event) else ""


def _newest(store: Store, event_id: str, row: ListRow) -> Unsettled:
    newest = _event_or_none(store, event_id)
    return Unsettled(row, None, 0) if newest is None else Unsettled(row, *newest)


def insisted(store: Store, one: Unsettled, gazetteer: Lookup, by: str, why: str = "") -> ListSaved:
    """Save what was typed over what somebody else made of the same cells; their other cells stay.

    A row that somebody removed becomes a new event, and one that was to be removed goes.
    """
    if one.theirs is None:
        return save_rows(store, [replace(one.row, event=None, version=0, before=blank_cells())], gazetteer, by, why)
    now = cells_of(one.theirs)
    typed = {
        name: one.row.after[name] for name in COLUMNS if one.row.after[name].strip() != one.row.before[name].strip()
    }
    row = ListRow(one.theirs, one.version, now, {**now, **typed}, one.row.removed)
    return save_rows(store, [row], gazetteer, by, why, remove=row.removed)


def differences(one: Unsettled) -> list[dict[str, str]]:
    """Both versions of the cells that differ, to choose from."""
    if one.theirs is None:
        return [{"Cell": "The event", "Yours": visible(one.row.name), "Theirs": "removed"}]
    now = cells_of(one.theirs)
    if one.row.removed:
        changed = [name for name in COLUMNS if now[name] != one.row.before[name]]
        return [{"Cell": COLUMNS[name], "Yours": "removed", "Theirs": now[name]} for name in changed]
    return [
        {"Cell": COLUMNS[name], "Yours": visible(one.row.after[name]), "Theirs": now[name]}
        for name in COLUMNS
        if name in one.row.changed and one.row.after[name].strip() != now[name]
    ]


def _line(written: Sequence[ListRow], faults: Sequence[str], faulty: int, unsettled: Sequence[Unsettled]) -> str:
    """The summary: "2 new, 1 changed, 1 row not saved: Row 3, Date: ..."."""
    counts = (
        (sum(row.event is None for row in written), "new"),
        (sum(row.event is not None and not row.removed for row in written), "changed"),
        (sum(row.removed for row in written), "removed"),
    )
    parts = [f"{number} {word}" for number, word in counts if number]
    if faulty:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        parts.append(f"{faulty} row{'' if faulty == 1 else 's'} not saved: {faults[0]}{more}")
    if unsettled:
        parts.append(f"{len(unsettled)} changed by somebody else meanwhile, see below")
    return ", ".join(parts) or "Nothing to save"
