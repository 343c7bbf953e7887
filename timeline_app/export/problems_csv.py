"""What could not be read as a table: for whoever mends the list."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable

from timeline_app.model import Problem, guard_cell
from timeline_app.views import visible

_COLUMNS = ("file", "row", "taken", "what", "likely mistake")


def write_problems(problems: Iterable[Problem], left_out: Collection[Problem] = ()) -> bytes:
    """The problems as csv (RFC 4180, UTF-8 with its mark), guarded against formulas.

    Args:
        problems: one row each.
        left_out: those whose row gave no event; the others tell of rows that were taken all the same.
    """
    file = io.StringIO(newline="")
    table = csv.writer(file)
    table.writerow(_COLUMNS)
    refused = set(left_out)
    for problem in problems:
        taken = "no" if problem in refused else "yes"
        cells = (problem.source, "" if problem.row is None else str(problem.row), taken, problem.what, problem.likely)
        table.writerow([guard_cell(visible(cell)) for cell in cells])
    return ("\ufeff" + file.getvalue()).encode("utf-8")
