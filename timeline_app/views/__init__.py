"""From events and a filter to what a screen or a file shows: frame, counts, payloads, words.

Everything that needs pandas loads when first used, so that writing a file stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from timeline_app.views.labels import inside_words, place_name, short_day, summary_line, when_label, where_label
from timeline_app.views.ledger import Ledger
from timeline_app.views.palette import TypeStyle, palette
from timeline_app.views.text import fold_text, safe_url, visible

if TYPE_CHECKING:
    from timeline_app.views.facet_counts import facets, facets_in_view
    from timeline_app.views.facet_rows import facet_group
    from timeline_app.views.frame import day_number, day_of, events_frame
    from timeline_app.views.payload import density, map_payload, timeline_payload
    from timeline_app.views.selection import Selection, nearest, select, what_hides

__all__ = [
    "Ledger",
    "Selection",
    "TypeStyle",
    "day_number",
    "day_of",
    "density",
    "events_frame",
    "facet_group",
    "facets",
    "facets_in_view",
    "fold_text",
    "inside_words",
    "map_payload",
    "nearest",
    "palette",
    "place_name",
    "safe_url",
    "select",
    "short_day",
    "summary_line",
    "timeline_payload",
    "visible",
    "what_hides",
    "when_label",
    "where_label",
]

_HOMES = {
    "day_number": "frame",
    "day_of": "frame",
    "events_frame": "frame",
    "density": "payload",
    "map_payload": "payload",
    "timeline_payload": "payload",
    "Selection": "selection",
    "facet_group": "facet_rows",
    "facets": "facet_counts",
    "facets_in_view": "facet_counts",
    "what_hides": "selection",
    "nearest": "selection",
    "select": "selection",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'timeline_app.views' has no attribute {name!r}")
    return getattr(import_module(f"timeline_app.views.{home}"), name)
