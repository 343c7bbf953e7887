"""A small table to type rows into; what was typed outlives a visit to another page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from timeline_app.views.tasks.edit_state import Row, folded


@dataclass(slots=True)
class _Held:
    """Rows as the table was given them, how often they were given anew, and what was typed since."""

    rows: list[dict[str, object]]
    turn: int = 0
    state: dict[str, Any] = field(default_factory=dict)


def row_editor(
    name: str, first: Sequence[Row], columns: Mapping[str, Any], numbers: Sequence[str] = ()
) -> list[dict[str, object]]:
    """Draw the table; the rows as they stand now.

    Args:
        name: of the table, unique in the session.
        first: rows when it is drawn for the first time.
        columns: Streamlit's column settings by name; None hides a column.
        numbers: columns that hold numbers; the others hold text.
    """
    held: _Held = st.session_state.setdefault(f"{name}_held", _Held([dict(row) for row in first]))
    if held.state and f"{name}_{held.turn}" not in st.session_state:
        held.rows, held.turn, held.state = folded(held.rows, held.state), held.turn + 1, {}
    key = f"{name}_{held.turn}"
    frame = pd.DataFrame(held.rows, columns=list(columns), dtype=object)
    frame = frame.astype(dict.fromkeys(numbers, "float64"))
    st.data_editor(
        frame,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        width="stretch",
        column_config=dict(columns),
        column_order=[column for column, setting in columns.items() if setting is not None],
    )
    held.state = dict(st.session_state[key])
    return folded(held.rows, held.state)
