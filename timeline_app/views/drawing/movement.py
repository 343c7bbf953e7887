"""Movements on the map: the stops each source reports, in the order it reports them, and what lies between unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from timeline_app.model import Event, Where
from timeline_app.views.words.labels import place_name
from timeline_app.views.words.text import visible

Kind = Literal["stops", "direct", "gap"]
"""What a leg rests on: it ends or begins at a stop between; only both ends are told, the way is unknown; or
a stop between was named but has no place on the map."""

KINDS: tuple[Kind, ...] = ("stops", "direct", "gap")

MOST_LEGS = 1500
"""Arrows drawn at once: more hide each other. Those of most events stay; the rest is told by number."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Leg:
    """One arrow: two places, what lies between them, and the names of stops that could not be placed."""

    start: Where
    end: Where
    kind: Kind
    missing: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[Point, Point, Kind, tuple[str, ...]]:
        """Equal for arrows that would be drawn over each other."""
        return _point(self.start), _point(self.end), self.kind, self.missing


@dataclass(slots=True)
class _Drawn:
    leg: Leg
    events: list[int] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)


def legs(places: Sequence[Where]) -> list[Leg]:
    """The arrows of one account: from each origin by the stops between to each destination.

    Several origins are several arrows to the first stop, several destinations several from the last: the words
    "from A and B to C" do not say that anybody went from A to B. Stops between follow each other as told.

    >>> [(leg.start.text, leg.end.text, leg.kind) for leg in legs([Where("to", "C", lat=3, lon=3),
    ...     Where("from", "A", lat=1, lon=1), Where("via", "B")])]
    [('A', 'C', 'gap')]
    """
    roles = {role: [place for place in places if place.role == role] for role in ("from", "via", "to")}
    if not (roles["from"] or roles["via"]) or not (roles["to"] or roles["via"]):
        return []
    ways = [
        [*origin, *roles["via"], *goal]
        for origin in ([[place] for place in roles["from"]] or [[]])
        for goal in ([[place] for place in roles["to"]] or [[]])
    ]
    found = {leg.key: leg for way in ways for leg in _legs_of(way)}
    return list(found.values())


def _legs_of(way: Sequence[Where]) -> Iterator[Leg]:
    placed = [number for number, stop in enumerate(way) if stop.is_placed]
    for one, other in pairwise(placed):
        if _point(way[one]) == _point(way[other]):
            continue
        missing = tuple(visible(place_name(stop)) for stop in way[one + 1 : other])
        kind: Kind = "gap" if missing else "stops" if len(way) > 2 else "direct"
        yield Leg(way[one], way[other], kind, missing)


def legs_payload(events: Iterable[Event]) -> dict[str, Any]:
    """The arrows of all events as columns; equal ones are one, with the numbers of their events.

    Two sources that tell of different stops give different arrows. `documents` is the number of documents that
    report the arrow; `more` counts the arrows left out (see `MOST_LEGS`).
    """
    drawn: dict[Any, _Drawn] = {}
    for index, event in enumerate(events):
        for leg, document in _told(event):
            arrow = drawn.setdefault(leg.key, _Drawn(leg))
            arrow.documents.add(document)
            if not arrow.events or arrow.events[-1] != index:
                arrow.events.append(index)
    arrows = sorted(drawn.values(), key=lambda arrow: -len(arrow.events))
    shown = arrows[:MOST_LEGS]
    return {
        "from": [list(_point(arrow.leg.start)) for arrow in shown],
        "to": [list(_point(arrow.leg.end)) for arrow in shown],
        "names": [[_name(arrow.leg.start), _name(arrow.leg.end)] for arrow in shown],
        "kind": [KINDS.index(arrow.leg.kind) for arrow in shown],
        "missing": [list(arrow.leg.missing) for arrow in shown],
        "events": [arrow.events for arrow in shown],
        "documents": [len(arrow.documents - {""}) for arrow in shown],
        "more": len(arrows) - len(shown),
    }


def _told(event: Event) -> Iterator[tuple[Leg, str]]:
    """Every arrow of an event with the document that tells of it, as each report has it, else as the event has."""
    if not _moves(event.where) and not any(_moves(report.where) for report in event.reports):
        return
    told = [(leg, report.document) for report in event.reports for leg in legs(report.where)]
    yield from told or ((leg, "") for leg in legs(event.where))


def _moves(places: Iterable[Where]) -> bool:
    return any(place.role in ("from", "via", "to") for place in places)


def _name(place: Where) -> str:
    return visible(place_name(place))


def _point(place: Where) -> Point:
    return round(place.lat or 0.0, 4), round(place.lon or 0.0, 4)
