"""Rows as a csv table whose cells no spreadsheet runs: the one way a csv leaves the program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from timeline_app.model import guard_cell


def write_table(columns: Sequence[str], rows: Iterable[Sequence[str]], plain: Sequence[str] = ()) -> Iterator[str]:
    """A table (RFC 4180) in pieces, the head first.

    The first character is a byte order mark, which Excel needs to see that the file is UTF-8. Cells go through
    `model.guard_cell`; reading them back takes the guard off.

    Args:
        columns: names, in order.
        rows: cells in that order.
        plain: columns that hold our own numbers: a guard would make words of "-36.7".
    """
    numbers = frozenset(number for number, name in enumerate(columns) if name in plain)
    yield "\ufeff" + _line(columns)
    for row in rows:
        yield _line(
            [cell if number in numbers else guard_cell(cell, is_typed=False) for number, cell in enumerate(row)]
        )


def _line(cells: Sequence[str]) -> str:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(cells)
    return file.getvalue()
