"""The disagreements of a timeline as a csv table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from timeline_app.model import guard_cell


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table (RFC 4180) in pieces, after the byte order mark that Excel needs; cells go through `model.guard_cell`."""
    yield "\ufeff" + _line(columns)
    for row in rows:
        yield _line([guard_cell(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue()
