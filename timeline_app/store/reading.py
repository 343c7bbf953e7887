"""Documents as plain dicts and back, every field."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline_app.model import Document, Publication, Zone, problem_from_wire, problem_to_wire

Wire = dict[str, Any]

_PLAIN = ("name", "sha256", "text", "title", "publisher", "url", "language", "encoding", "row")


def document_to_wire(document: Document) -> Wire:
    """A document with its text, zones, publications and problems."""
    return {
        **{name: getattr(document, name) for name in _PLAIN},
        "zones": [[zone.start, zone.end, zone.kind, zone.reason] for zone in document.zones],
        "publications": [_publication_to_wire(publication) for publication in document.publications],
        "problems": [problem_to_wire(problem) for problem in document.problems],
    }


def document_from_wire(wire: Wire) -> Document:
    """The document `document_to_wire` was given."""
    return Document(
        **{name: wire[name] for name in _PLAIN},
        zones=tuple(Zone(*zone) for zone in wire["zones"]),
        publications=tuple(_publication_from_wire(publication) for publication in wire["publications"]),
        problems=tuple(problem_from_wire(problem) for problem in wire["problems"]),
    )


def _publication_to_wire(publication: Publication) -> Wire:
    return {
        "day": publication.day.isoformat(),
        "source": publication.source,
        "text": publication.text,
        "start": publication.start,
        "end": publication.end,
        "reason": publication.reason,
        "alternatives": [day.isoformat() for day in publication.alternatives],
    }


def _publication_from_wire(wire: Wire) -> Publication:
    days = tuple(date.fromisoformat(day) for day in wire["alternatives"])
    return Publication(**{**wire, "day": date.fromisoformat(wire["day"]), "alternatives": days})
