"""From events and a filter to what a screen or a file shows: frame, counts, payloads, words.

Everything that needs pandas loads when first used, so that writing a file stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from timeline_app.views.words.labels import inside_words, place_name, short_day, summary_line, when_label, where_label
from timeline_app.views.words.ledger import Ledger
from timeline_app.views.words.palette import TypeStyle, palette
from timeline_app.views.words.text import fold_text, safe_url, visible

if TYPE_CHECKING:
    from timeline_app.views.claims.claim_words import disputed_fields, disputed_words
    from timeline_app.views.drawing.density import density
    from timeline_app.views.drawing.payload import map_payload, timeline_payload
    from timeline_app.views.frames.days import day_number, day_of
    from timeline_app.views.frames.facet_counts import facets, facets_in_view
    from timeline_app.views.frames.facet_rows import facet_group
    from timeline_app.views.frames.frame import events_frame
    from timeline_app.views.frames.readings import event_readings
    from timeline_app.views.frames.selection import Selection, nearest, select, what_hides

__all__ = [
    "Ledger",
    "Selection",
    "TypeStyle",
    "day_number",
    "day_of",
    "density",
    "disputed_fields",
    "disputed_words",
    "event_readings",
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
    "day_number": "frames.days",
    "day_of": "frames.days",
    "disputed_fields": "claims.claim_words",
    "disputed_words": "claims.claim_words",
    "event_readings": "frames.readings",
    "events_frame": "frames.frame",
    "density": "drawing.density",
    "map_payload": "drawing.payload",
    "timeline_payload": "drawing.payload",
    "Selection": "frames.selection",
    "facet_group": "frames.facet_rows",
    "facets": "frames.facet_counts",
    "facets_in_view": "frames.facet_counts",
    "what_hides": "frames.selection",
    "nearest": "frames.selection",
    "select": "frames.selection",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'timeline_app.views' has no attribute {name!r}")
    return getattr(import_module(f"timeline_app.views.{home}"), name)
