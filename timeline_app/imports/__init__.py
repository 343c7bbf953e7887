"""Files with events in them: timeline files, JSON lists, GeoJSON and csv tables become a `Timeline`."""

from timeline_app.imports.door import IMPORTERS, kind_of, read_events, read_events_bytes
from timeline_app.imports.rows import Lookup

__all__ = ["IMPORTERS", "Lookup", "kind_of", "read_events", "read_events_bytes"]
