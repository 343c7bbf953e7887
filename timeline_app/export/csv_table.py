"""The event list as csv: opened by every spreadsheet, and read back by `imports`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from timeline_app.export.rows import COLUMNS, NUMBERS, rows_of
from timeline_app.model import Query, Timeline, guard_cell
from timeline_app.views import Ledger


def write_csv(
    timeline: Timeline,
    query: Query | None = None,  # noqa: ARG001 - a table has no room for it
    ledger: Ledger | None = None,  # noqa: ARG001
    generated: datetime | None = None,  # noqa: ARG001
) -> Iterator[str]:
    """A table (RFC 4180) in pieces, one row a place of a report, undated and unplaced events among them.

    The first character is a byte order mark, which Excel needs to see that the file is UTF-8. Cells that a
    spreadsheet would run as a formula are guarded (`model.guard_cell`); reading them back takes the guard off.
    """
    sources = {source.id: source for source in timeline.sources}
    yield "\ufeff" + _line(COLUMNS)
    for event in timeline.events:
        for row in rows_of(event, sources):
            yield _line(tuple(row[name] if name in NUMBERS else guard_cell(row[name]) for name in COLUMNS))


def _line(cells: tuple[str, ...]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue()
