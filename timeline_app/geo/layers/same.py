"""Whether rows of two layers are one place."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.geo.distance import distance_km
from timeline_app.geo.kinds import family
from timeline_app.model import Place

AT_LEAST_KM = 5.0
"""Points of one place differ by this much between sources even where both call it a village."""

AT_MOST_KM = 60.0
"""Points of one river or desert may lie far apart, but not as far as their lengths allow."""

_LOOSE = frozenset(["other", "ruin", "camp"])


def is_same(one: Place, other: Place) -> bool:
    """Whether two rows that share a name are one place: of one family of kinds and near each other.

    Near means within the sum of their radii, which say how far from the point the truth may lie.
    """
    if not _families_agree(one, other) or not _countries_agree(one, other):
        return False
    if family(one.kind) in ("country", "division", "border"):
        return True
    return _km(one, other) <= min(AT_MOST_KM, max(AT_LEAST_KM, one.radius_km + other.radius_km))


def same_among(place: Place, others: Iterable[Place]) -> Place | None:
    """The nearest of the places that are the same as this one, or None."""
    same = [other for other in others if is_same(place, other)]
    return min(same, key=lambda other: (_km(place, other), other.id), default=None)


def _km(one: Place, other: Place) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _families_agree(one: Place, other: Place) -> bool:
    """Kinds of one family; abandoned settlements and camps may be called settlements elsewhere."""
    families = {family(one.kind), family(other.kind)}
    return len(families) == 1 or families <= (_LOOSE | {"settlement"})


def _countries_agree(one: Place, other: Place) -> bool:
    """One country in common; a border needs all; rows that name none agree with any but countries."""
    mine, theirs = set(filter(None, one.country.split("|"))), set(filter(None, other.country.split("|")))
    if family(one.kind) in ("country", "division", "border"):
        return mine == theirs and bool(mine)
    return not mine or not theirs or bool(mine & theirs)
