"""The history as csv: one row a field that changed, for a spreadsheet or an archive."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.export.guarded_table import write_table
from timeline_app.store import ALL_HISTORY, Change, HistoryQuery, HistoryStep, Store
from timeline_app.views import visible
from timeline_app.views.versions.differing import Differing
from timeline_app.views.versions.past import change_rows, change_title, deed

COLUMNS = ("step", "change", "at", "by", "why", "what", "kind", "id", "title", "field", "before", "after")

_AT_ONCE = 200  # steps, or changes of one step, read at a time


def write_history(store: Store, query: HistoryQuery = ALL_HISTORY) -> Iterator[str]:
    """A table in pieces (`guarded_table`), newest step first; a change in which no field differs has one row."""
    steps = ((step, change) for step in _steps(store, query) for change in _changes(store, step))
    return write_table(COLUMNS, (cells for step, change in steps for cells in _rows(step, change)))


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
        yield tuple(visible(cell) for cell in cells)
