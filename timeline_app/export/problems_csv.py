"""What could not be read as a table: for whoever mends the list."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from timeline_app.export.guarded_table import write_table
from timeline_app.model import Problem
from timeline_app.views import visible

_COLUMNS = ("file", "row", "taken", "what", "likely mistake")


def write_problems(problems: Iterable[Problem], left_out: Collection[Problem] = ()) -> bytes:
    """The problems as csv (`guarded_table`).

    Args:
        problems: one row each.
        left_out: those whose row gave no event; the others tell of rows that were taken all the same.
    """
    refused = set(left_out)
    rows = (_row(problem, problem in refused) for problem in problems)
    return "".join(write_table(_COLUMNS, rows)).encode("utf-8")


def _row(problem: Problem, refused: bool) -> tuple[str, ...]:
    number = "" if problem.row is None else str(problem.row)
    cells = (problem.source, number, "no" if refused else "yes", problem.what, problem.likely)
    return tuple(visible(cell) for cell in cells)
