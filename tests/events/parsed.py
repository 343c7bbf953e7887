"""The events of a text, each with its own words."""

from __future__ import annotations

from datetime import date

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.model import Event, Where
from timeline_app.pipeline import parse_document


def events_of(text: str, published: date) -> list[Event]:
    """The events of a text published on a day; every quote is checked against the text."""
    document = read_text(text, published=published)
    found = parse_document(document, load_gazetteer())
    for event in found:
        for report in event.reports:
            assert document.text[report.start : report.end] == report.quote
    return found


def pointed_to(event: Event) -> tuple[Where, ...]:
    """The places that an event's words name or point to, without the one that its story lends to an event without any."""
    return tuple(place for place in event.where if not place.is_lent)
