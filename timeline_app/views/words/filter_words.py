"""What a filter asks for, in words: what a printed page says above its map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from timeline_app.model import Area, Query
from timeline_app.views.words.labels import ORIGINS, REVIEWS, range_words, short_day
from timeline_app.views.words.text import visible

_NAMES = {
    "known_by": "known by",
    "types": "type",
    "actors": "actor",
    "places": "place",
    "sources": "source",
    "text": "with the words",
    "origins": "origin",
    "reviews": "review",
}
_OUT = {
    "undated": "without undated events",
    "unplaced": "without events that have no place",
    "guesses": "without dates guessed from publication",
}
_WORDS = {
    "origins": {value: words.lower() for value, words in ORIGINS.items()},
    "reviews": {value: words.lower() for value, words in REVIEWS.items()},
}
_SAID_ELSEWHERE = ("first", "last", "certainty", "spelled")
"""With the range, and with the words searched for."""


def filter_words(query: Query, labels: Mapping[str, str] | None = None) -> str:
    """The filter as one line: "possibly 28 Aug to 2 Sep 2017; type: strike; without undated events".

    Every part that differs from showing everything is named, parts this module has no words for by their
    field's name.

    Args:
        query: the filter.
        labels: names to show for values that are ids, such as sources.
    """
    empty = Query()
    parts = [_range(query)]
    for field in fields(query):
        value = getattr(query, field.name)
        if field.name not in _SAID_ELSEWHERE and value != getattr(empty, field.name):
            parts.append(_part(field.name, value, labels or {}))
    return "; ".join(part for part in parts if part)


def _range(query: Query) -> str:
    days = range_words(query)
    certainly = "certainly" if query.certainty == "certain" else "possibly"
    return f"{certainly} {days}" if days else ""


def _part(name: str, value: object, labels: Mapping[str, str]) -> str:
    if name in _OUT:
        return _OUT[name]
    if isinstance(value, Area):
        return f"in the area from {value.south:.2f}, {value.west:.2f} to {value.north:.2f}, {value.east:.2f}"
    values = value if isinstance(value, tuple) else (value,)
    known = {**labels, **_WORDS.get(name, {})}
    shown = (short_day(one) if isinstance(one, date) else visible(known.get(str(one), str(one))) for one in values)
    return f"{_NAMES.get(name, name.replace('_', ' '))}: {', '.join(shown)}"
