"""A document and its mentions into events with reports."""

from timeline_app.events.actors import find_actors, is_title
from timeline_app.events.extract import EXTRACTORS, Extractor, extract_events

__all__ = ["EXTRACTORS", "Extractor", "extract_events", "find_actors", "is_title"]
