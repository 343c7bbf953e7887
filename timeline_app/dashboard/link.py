"""What may stand in the address: the names of its parameters, their values, and what of a link means nothing here."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from timeline_app.model import Area

FIRST, LAST, TEXT, KNOWN = "from", "to", "q", "known"
CERTAINTY, UNDATED, UNPLACED, GUESSES = "certainty", "undated", "unplaced", "guesses"
AREA, VIEW = "area", "view"
MANY = {
    "type": "types",
    "actor": "actors",
    "place": "places",
    "source": "sources",
    "origin": "origins",
    "review": "reviews",
}
"""URL parameter -> field of `Query`, for those that may be repeated."""

SELECTED = "event"
PARAMETERS = frozenset({FIRST, LAST, TEXT, KNOWN, CERTAINTY, UNDATED, UNPLACED, GUESSES, AREA, VIEW, SELECTED, *MANY})
CERTAINTIES = {"possible": "possibly inside", "certain": "certainly inside"}
REVIEWS = ("draft", "accepted", "rejected", "unsure")
ORIGINS = ("curated", "parsed")


def unknown_parameters(
    single: dict[str, str], repeated: dict[str, list[str]], known: dict[str, list[str]], labels: dict[str, str]
) -> list[str]:
    """The names and values of a link's parameters that cannot be heeded, as `name=value`."""
    found = [f"{name}={value}" for name, value in single.items() if name not in PARAMETERS]
    for name in (FIRST, LAST, KNOWN):
        if single.get(name) and day_of(single[name]) is None:
            found.append(f"{name}={single[name]}")
    for name, meant in ((AREA, area_of), (VIEW, view_of)):
        if single.get(name) and meant(single[name]) is None:
            found.append(f"{name}={single[name]}")
    for name, values in known.items():
        allowed = {*values, *(labels.get(value, value) for value in values)}
        found += [f"{name}={value}" for value in repeated.get(name, []) if value and value not in allowed]
    return found


def area_of(text: str) -> Area | None:
    """The area a link asks for, None when it is none."""
    try:
        return Area.of_text(text)
    except ValueError:
        return None


def view_of(text: str) -> tuple[float, float, float] | None:
    """The map's centre and zoom a link asks for (latitude, longitude, zoom), None when it is none."""
    try:
        lat, lon, zoom = (float(part) for part in text.split(","))
    except ValueError:
        return None
    return (lat, lon, zoom) if abs(lat) <= 90 and abs(lon) <= 180 and 0 <= zoom <= 20 else None


_WHOLE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")


def day_of(text: str, *, ends: bool = False) -> date | None:
    """The day a link asks for, None when it is none; of a month or a year ("2017-08") the first, or the last.

    Args:
        text: as it stands in the link.
        ends: whether something ends on that day.
    """
    whole = _WHOLE.fullmatch(text)
    try:
        if whole is None:
            return date.fromisoformat(text)
        year, month = int(whole["year"]), int(whole["month"] or (12 if ends else 1))
        return date(year, month, monthrange(year, month)[1] if ends else 1)
    except ValueError:
        return None
