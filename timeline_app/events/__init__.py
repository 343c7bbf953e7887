"""A document and its mentions into events with reports."""

from timeline_app.events.capitals import find_named
from timeline_app.events.extract import EXTRACTORS, Extractor, extract_events
from timeline_app.events.who.actors import with_wholes
from timeline_app.events.who.ranks import is_title

__all__ = ["EXTRACTORS", "Extractor", "extract_events", "find_named", "is_title", "with_wholes"]
