"""Files with events in them become a `Timeline`: timeline files, lists (csv, xlsx, JSON), GeoJSON, KML, TimelineJS."""

from timeline_app.imports.columns import SYNONYMS, Column, fold_header
from timeline_app.imports.door import (
    IMPORTERS,
    MAPPED,
    SUFFIXES,
    Examined,
    examine_bytes,
    kind_of,
    read_events,
    read_events_bytes,
)
from timeline_app.imports.rows import Lookup

__all__ = [
    "IMPORTERS",
    "MAPPED",
    "SUFFIXES",
    "SYNONYMS",
    "Column",
    "Examined",
    "Lookup",
    "examine_bytes",
    "fold_header",
    "kind_of",
    "read_events",
    "read_events_bytes",
]
