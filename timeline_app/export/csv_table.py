"""The event list as csv: opened by every spreadsheet, and read back by `imports`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from timeline_app.export.guarded_table import write_table
from timeline_app.export.rows import COLUMNS, NUMBERS, rows_of
from timeline_app.model import Query, Timeline
from timeline_app.views import Ledger


def write_csv(
    timeline: Timeline,
    query: Query | None = None,  # noqa: ARG001 - a table has no room for it
    ledger: Ledger | None = None,  # noqa: ARG001
    generated: datetime | None = None,  # noqa: ARG001
) -> Iterator[str]:
    """A table in pieces (`guarded_table`), one row a place of a report, undated and unplaced events among them."""
    sources = {source.id: source for source in timeline.sources}
    rows = ([row[name] for name in COLUMNS] for event in timeline.events for row in rows_of(event, sources))
    return write_table(COLUMNS, rows, plain=tuple(NUMBERS))
