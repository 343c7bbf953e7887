"""Which column means what, whatever its author called it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_app.errors import InvalidData
from timeline_app.model import Problem
from timeline_app.views import visible

SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": ("id", "event id", "uid", "key", "identifier", "unique id"),
    "title": ("title", "headline", "event", "name", "event title"),
    "type": ("type", "event type", "category"),
    "date": ("date", "when", "event date", "date edtf", "edtf", "start date", "start", "begin"),
    "basis": ("basis", "date basis"),
    "end": ("end", "end date", "date end", "until"),
    "role": ("role", "place role"),
    "place": ("place", "location", "place name", "location name", "where"),
    "lat": ("lat", "latitude"),
    "lon": ("lon", "lng", "long", "longitude"),
    "radius_km": ("radius km", "radius"),
    "actors": ("actors", "actor", "participants"),
    "quantities": ("quantities", "quantity", "numbers"),
    "source": ("source", "sources", "source name"),
    "url": ("url", "source url", "link", "source link"),
    "quote": ("quote", "quotation", "evidence"),
    "summary": ("summary", "description", "details"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks"),
    "origin": ("origin",),
}
"""Our fields, and the folded headers that mean them, best first."""

OWN = ("basis", "origin")
"""Columns that show a table to be an export of ours."""
DERIVED = ("earliest", "latest", "reports")
"""Columns of such an export that say again what others say; there they are passed over without a word."""

_FIELD_OF = {synonym: name for name, synonyms in SYNONYMS.items() for synonym in synonyms}

_GAPS = re.compile(r"[\s_\-.]{1,20}")
_LISTED = 8
"""Names of columns listed in one message."""


def fold_header(header: str) -> str:
    """The header as compared: no case, no surrounding space, "_", "-" and "." as a space."""
    return _GAPS.sub(" ", header.strip().strip("\ufeff").casefold()).strip()


def field_of(header: str) -> str | None:
    """The field a header means, or None."""
    return _FIELD_OF.get(fold_header(header))


def map_headers(headers: Iterable[str], name: str) -> tuple[dict[str, str], list[Problem]]:
    """Which header gives each field, and a problem for the headers that are not read.

    Where several headers mean one field ("name" and "title") the best known word wins, and the others
    are reported as unread.

    Raises:
        InvalidData: two headers differ in case and spaces only, so that nobody can tell which counts.
    """
    headers = [header for header in headers if header.strip()]
    _refuse_doubles(headers, name)
    chosen: dict[str, str] = {}
    for header in headers:
        field = field_of(header)
        if field and (field not in chosen or _rank(field, header) < _rank(field, chosen[field])):
            chosen[field] = header
    known = DERIVED if chosen.keys() >= set(OWN) else ()
    unread = [header for header in headers if header not in chosen.values() and fold_header(header) not in known]
    return chosen, _unread(unread, name)


def _rank(field: str, header: str) -> int:
    return SYNONYMS[field].index(fold_header(header))


def _refuse_doubles(headers: list[str], name: str) -> None:
    seen: dict[str, str] = {}
    for header in headers:
        folded = fold_header(header)
        if folded in seen:
            raise InvalidData(
                name,
                f"has the column {visible(folded)!r} more than once ({visible(seen[folded])!r}, {visible(header)!r})",
                "two tables were joined; rename or remove one column",
            )
        seen[folded] = header


def _unread(headers: list[str], name: str) -> list[Problem]:
    if not headers:
        return []
    listed = ", ".join(repr(visible(header)[:40]) for header in headers[:_LISTED])
    more = f" and {len(headers) - _LISTED} more" if len(headers) > _LISTED else ""
    return [Problem(name, None, f"columns not read: {listed}{more}", f"known columns are {', '.join(SYNONYMS)}")]
