"""Where in a document events are told."""

from timeline_app.model import Document

_STORY = ("body", "headline")
_DATING = (*_STORY, "stamp", "dateline", "byline")


def story_spans(document: Document) -> tuple[tuple[int, int], ...]:
    """Start and end offsets of the headline and body zones, in order; events are read from these only."""
    return tuple((zone.start, zone.end) for zone in document.zones if zone.kind in _STORY)


def dated_text(document: Document) -> str:
    """The text, as long as it is, with what gives a story no day blanked: captions, adverts, comments and the like."""
    pieces, end = [], 0
    for zone in document.zones:
        if zone.kind not in _DATING:
            pieces += [document.text[end : zone.start], " " * (zone.end - zone.start)]
            end = zone.end
    return "".join([*pieces, document.text[end:]])
