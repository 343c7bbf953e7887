"""What differs between two versions of an event, field by field, in the words a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from timeline_app.model import Actor, Event, Quantity, Report, Review, When, Where
from timeline_app.views.words.labels import (
    ACTOR_ROLES,
    MODALITIES,
    NO_PLACE,
    ORIGINS,
    REVIEWS,
    place_name,
    when_label,
    where_label,
)
from timeline_app.views.words.text import visible

NOTHING = "–"
"""Stands where a field is empty."""

FIELDS = {
    "title": "Title",
    "type": "Type",
    "when": "Date",
    "where": "Place",
    "actors": "Actors",
    "quantities": "Numbers",
    "summary": "Summary",
    "modality": "Said to be",
    "url": "Address",
    "reports": "Reports",
    "conflicts": "Disagreements",
    "published": "Published",
    "origin": "Origin",
    "review": "Review",
}
"""Names of an event's fields as people read them, in the order they are told."""

_MOST_QUOTED = 160  # characters of a report's words


@dataclass(frozen=True, slots=True)
class Differing:
    """One field in two versions, in words; `NOTHING` where there is none."""

    field: str
    label: str
    before: str
    after: str


def differing(before: Event | None, after: Event | None, fields: Iterable[str] = FIELDS) -> tuple[Differing, ...]:
    """The fields in which two versions of an event differ; None: there is no event on that side."""
    found = []
    for name in fields:
        was, now = (None if event is None else getattr(event, name) for event in (before, after))
        if was != now:
            found.append(_two(name, before, after))
    return tuple(pair for pair in found if (pair.before, pair.after) != (NOTHING, NOTHING))


def _two(name: str, before: Event | None, after: Event | None) -> Differing:
    """Both sides in the short words, in the long ones where the short are the same.

    Of many reports only those that differ are told.
    """
    if name == "reports" and before is not None and after is not None and before.reports and after.reports:
        return Differing(name, FIELDS[name], *_reports(before.reports, after.reports))
    short = tuple(field_words(event, name) for event in (before, after))
    if short[0] == short[1]:
        short = tuple(_in_full(event, name) for event in (before, after))
    if short[0] == short[1] and before is not None and after is not None:
        short = (short[0], f"{short[1]} (read from other words)")
    return Differing(name, FIELDS[name], *short)


def field_words(event: Event | None, name: str) -> str:
    """One field of an event as a person reads it."""
    if event is None:
        return NOTHING
    words = _WORDS.get(name)
    told = words(event) if words else str(getattr(event, name) or "")
    return visible(told) or NOTHING


def _in_full(event: Event | None, name: str) -> str:
    """The field with what the short words leave out."""
    if event is None:
        return NOTHING
    if name == "when":
        return visible(_when_in_full(event.when))
    if name == "where":
        return visible("; ".join(_place_in_full(place) for place in event.where)) or NOTHING
    if name == "reports":
        return visible("; ".join(_claims(report) for report in event.reports)) or NOTHING
    return field_words(event, name)


def _when_in_full(when: When | None) -> str:
    if when is None:
        return NOTHING
    details = (when.edtf, when.basis, when.time, when.reason)
    return f"{when_label(when)} ({', '.join(detail for detail in details if detail)})"


def _place_in_full(place: Where) -> str:
    point = "" if place.lat is None or place.lon is None else f"{place.lat:.4f}, {place.lon:.4f}"
    radius = "" if place.radius_km is None else f"±{place.radius_km:g} km"
    details = (place.role, f"“{place.text}”" if place.text else "", point, radius, place.status)
    return f"{place_name(place)} ({', '.join(detail for detail in details if detail)})"


def _claims(report: Report) -> str:
    where = ", ".join(place_name(place) for place in report.where)
    told = (when_label(report.when), where, _quantities(report.quantities), MODALITIES[report.modality])
    return f"{_quoted(report)} [{'; '.join(part for part in told if part)}]"


def _reports(before: tuple[Report, ...], after: tuple[Report, ...]) -> tuple[str, str]:
    """What was taken away and what was added, and of a report that stayed only what it tells otherwise."""
    was, now = ({_key(report): report for report in reports} for reports in (before, after))
    same = sum(now.get(key) == report for key, report in was.items())
    lines: tuple[list[str], list[str]] = ([], [])
    for key, report in was.items():
        other = now.get(key)
        if other is None:
            lines[0].append(_quoted(report))
        elif other != report:
            for side, words in zip(lines, _told_otherwise(report, other), strict=True):
                side.append(f"{_quoted(report)} {words}".rstrip())
    lines[1].extend(_quoted(report) for key, report in now.items() if key not in was)
    left = f"{same} the same" if same else ""
    first, second = ("; ".join(filter(None, [*side, left])) for side in lines)
    return visible(first) or NOTHING, visible(second) or NOTHING


def _key(report: Report) -> object:
    return report.id or (report.document, report.start, report.end, report.quote)


def _told_otherwise(before: Report, after: Report) -> tuple[str, str]:
    """The claims in which two readings of one report differ."""
    pairs = [(one, other) for one, other in zip(_parts(before), _parts(after), strict=True) if one != other]
    told = tuple("; ".join(side) for side in zip(*pairs, strict=True)) if pairs else ("", "(read from other words)")
    return f"[{told[0]}]" if told[0] else "", f"[{told[1]}]" if pairs else told[1]


def _parts(report: Report) -> tuple[str, ...]:
    places = ", ".join(_place_in_full(place) for place in report.where) or "no place"
    return (
        _when_in_full(report.when) if report.when else "undated", places,
        _quantities(report.quantities) or "no numbers", _actors(report.actors) or "nobody named",
        MODALITIES[report.modality],
    )  # fmt: skip


def _quoted(report: Report) -> str:
    words = " ".join(report.quote.split())
    return f"“{words[:_MOST_QUOTED]}{'…' if len(words) > _MOST_QUOTED else ''}”"


def _actors(actors: tuple[Actor, ...]) -> str:
    return ", ".join(
        actor.name if actor.role == "other" else f"{actor.name} ({ACTOR_ROLES[actor.role]})" for actor in actors
    )


def _quantities(quantities: tuple[Quantity, ...]) -> str:
    return ", ".join(_quantity(quantity) for quantity in quantities)


def _quantity(quantity: Quantity) -> str:
    low, high = (None if bound is None else f"{bound:,g}" for bound in (quantity.low, quantity.high))
    if low is None and high is None:
        return quantity.text or quantity.what
    if low is None or high is None:
        return f"{quantity.what} {f'{low} or more' if low else f'{high} at most'}"
    return f"{quantity.what} {low if low == high else f'{low} to {high}'}"


def _conflicts(event: Event) -> str:
    return "; ".join(
        f"{conflict.field}: {' or '.join(value.value for value in conflict.values)}" for conflict in event.conflicts
    )


def _published(event: Event) -> str:
    if event.published is None:
        return ""
    first, last = event.published
    return first.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def review_words(review: Review) -> str:
    """A review as a person reads it: "Accepted by Ada: seen on the video"."""
    words = REVIEWS.get(review.status, str(review.status))
    by = f" by {review.by}" if review.by else ""
    return f"{words}{by}{f': {review.note}' if review.note else ''}"


def _where(event: Event) -> str:
    label = where_label(event)
    return "" if label == NO_PLACE else label


_WORDS: dict[str, Callable[[Event], str]] = {
    "when": lambda event: when_label(event.when),
    "where": _where,
    "modality": lambda event: MODALITIES[event.modality],
    "actors": lambda event: _actors(event.actors),
    "quantities": lambda event: _quantities(event.quantities),
    "reports": lambda event: "; ".join(map(_quoted, event.reports)),
    "conflicts": _conflicts,
    "published": _published,
    "origin": lambda event: ORIGINS[event.origin],
    "review": lambda event: review_words(event.review),
}
