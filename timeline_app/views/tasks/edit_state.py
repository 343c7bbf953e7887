"""What a person changed in a table of rows, put into the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Row = Mapping[str, object]


def folded(rows: Sequence[Row], state: Mapping[str, Any]) -> list[dict[str, object]]:
    """The rows after an edit state (`edited_rows`, `added_rows`, `deleted_rows`); blank added rows are left out."""
    edited = {int(position): cells for position, cells in dict(state.get("edited_rows") or {}).items()}
    deleted = {int(position) for position in state.get("deleted_rows") or ()}
    kept = [{**row, **edited.get(at, {})} for at, row in enumerate(rows) if at not in deleted]
    blank = dict.fromkeys(rows[0] if rows else ())
    added = [{**blank, **cells} for cells in state.get("added_rows") or () if any(map(_holds, cells.values()))]
    return [*kept, *added]


def _holds(cell: object) -> bool:
    return bool(cell.strip()) if isinstance(cell, str) else cell is not None
