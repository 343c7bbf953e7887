"""Trays: the events of a view that the timeline or the map cannot show, ready for the screen."""

from __future__ import annotations

from timeline_app.views import Selection, visible, when_label, where_label
from timeline_app.views.frames.arrays import Whole

TRAY = 200
"""Rows of a tray that are sent at once."""


def tray_rows(selection: Selection, rows: Whole) -> list[dict[str, str]]:
    """The first of some rows of a view, such as its undated ones, as `components.tray` shows them."""
    return [
        {
            "id": event.id,
            "title": visible(event.title),
            "type": event.type,
            "other": ", ".join(
                filter(
                    None,
                    (when_label(event.when) if event.when else "", where_label(event) if event.is_placed else ""),
                )
            ),
        }
        for event in selection.whole["event"].take(rows[:TRAY])
    ]
