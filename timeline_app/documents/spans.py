"""Where in a document events are told."""

from timeline_app.model import Document

_STORY = ("body", "headline")


def story_spans(document: Document) -> tuple[tuple[int, int], ...]:
    """Start and end offsets of the headline and body zones, in order; events are read from these only."""
    return tuple((zone.start, zone.end) for zone in document.zones if zone.kind in _STORY)
