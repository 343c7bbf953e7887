"""Trays: the events of a view that the timeline or the map cannot show, ready for the screen."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from timeline_app.views import Selection, visible, when_label, where_label
from timeline_app.views.arrays import Whole

TRAY = 200
"""Rows of a tray that are sent at once."""


@dataclass(frozen=True, slots=True)
class Tray:
    """Events of a view that map or timeline cannot show, ready for the screen.

    Attributes:
        held: how many there are.
        ids: of the first of them.
        cells: what is said of each of these, packed as a table once for all runs.
    """

    held: int
    ids: tuple[str, ...]
    cells: pa.Table


def tray_of(selection: Selection, rows: Whole) -> Tray:
    """Some rows of a view, such as its undated ones."""
    events = list(selection.whole["event"].take(rows[:TRAY]))
    cells = {
        "Date": [when_label(event.when) if event.when else "" for event in events],
        "Event": [visible(event.title) for event in events],
        "Place": [where_label(event) if event.is_placed else "" for event in events],
        "Type": [event.type for event in events],
    }
    return Tray(
        len(rows),
        tuple(event.id for event in events),
        pa.table({name: pa.array(words, pa.string()) for name, words in cells.items()}),
    )
