"""The history as csv: one row a field that changed, for a spreadsheet or an archive."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from timeline_app.model import guard_cell
from timeline_app.store import ALL_HISTORY, Change, HistoryQuery, HistoryStep, Store
from timeline_app.views import visible
from timeline_app.views.differing import Differing
from timeline_app.views.past import change_rows, change_title, deed

COLUMNS = ("step", "change", "at", "by", "why", "what", "kind", "id", "title", "field", "before", "after")

_AT_ONCE = 200  # steps, or changes of one step, read at a time


def write_history(store: Store, query: HistoryQuery = ALL_HISTORY) -> Iterator[str]:
    """A table (RFC 4180) in pieces, newest step first; a change in which no field differs has one row.

    The first character is a byte order mark, as in `csv_table`; cells that a spreadsheet would run are guarded.
    """
    yield "\ufeff" + _line(COLUMNS)
    for step in _steps(store, query):
        for change in _changes(store, step):
            yield from (_line(cells) for cells in _rows(step, change))


def _steps(store: Store, query: HistoryQuery) -> Iterator[HistoryStep]:
    offset = 0
    while steps := store.history_page(query, _AT_ONCE, offset).steps:
        yield from steps
        offset += len(steps)


def _changes(store: Store, step: HistoryStep) -> Iterator[Change]:
    offset = 0
    while changes := store.step(step.id, _AT_ONCE, offset):
        yield from changes
        offset += len(changes)


def _rows(step: HistoryStep, change: Change) -> Iterator[tuple[str, ...]]:
    told = (str(step.id), str(change.id), change.at, change.by, change.why, deed(change.what), change.kind)
    for pair in change_rows(change) or (Differing("", "", "", ""),):
        cells = (*told, change.item, change_title(change), pair.label, pair.before, pair.after)
        yield tuple(guard_cell(visible(cell)) for cell in cells)


def _line(cells: tuple[str, ...]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue()
