"""A document and its mentions into events with reports."""

from timeline_app.events.extract import EXTRACTORS, Extractor, extract_events
from timeline_app.events.who.actors import find_actors, is_title, with_wholes

__all__ = ["EXTRACTORS", "Extractor", "extract_events", "find_actors", "is_title", "with_wholes"]
