"""How likely a place is meant by its name before anything else is known."""

from __future__ import annotations

import math

from timeline_app.geo.kinds import family
from timeline_app.model import Place

KNOWN = 0.35  # the most that kind and inhabitants give
LAYER_BONUS = {0: 0.15, 1: 0.12}
_KIND_IMPORTANCE = {
    "country": 1.15, "capital": 1.0, "governorate": 0.56, "admin1": 0.6, "city": 0.66, "town": 0.5,
    "region": 0.5, "border": 0.5, "desert": 0.45, "river": 0.5, "valley": 0.45, "district": 0.3,
    "village": 0.35, "subdistrict": 0.28, "other": 0.25,
}  # fmt: skip


def importance(place: Place) -> float:
    """How likely a place is meant when nothing else is known, 0..1: its kind or its inhabitants."""
    base = _KIND_IMPORTANCE.get(place.kind, 0.4)
    kind = family(place.kind)
    if place.population and kind == "settlement":
        return max(base if place.kind == "capital" else 0.3, _by_people(place))
    if place.population and kind == "division":
        return max(base, min(_MOST_OF_DIVISION, _by_people(place)))
    if kind in _PARTS_OF_THE_WORLD and place.radius_km >= _LARGE_KM:
        return max(base, min(0.95, 0.25 + 0.2 * math.log10(max(1.0, place.radius_km))))
    return base


_MOST_OF_DIVISION = 0.88
"""A city that its division is named after comes first, however many live around it: New York, Washington."""

_PARTS_OF_THE_WORLD = ("region", "water", "desert", "mountain", "island")
"""Kinds that are the better known the larger they are: a continent, a sea; a valley of 10 km is not."""

_LARGE_KM = 50.0


def _by_people(place: Place) -> float:
    """The logarithm of inhabitants, 1 for some 30 million."""
    return min(1.0, math.log10(max(place.population, 10)) / 7.5)


WELL_KNOWN = 100_000
"""Inhabitants from which a name is taken for a place without support: GeoNames has some 5,000 such cities."""


VERY_LARGE = 1_000_000
"""Inhabitants from which a city is also known by its former and foreign names."""


def is_known(place: Place, rank: int) -> bool:
    """Whether a place is known beyond its surroundings: curated, a large city, a country, division or region."""
    if rank <= 1 or place.population >= WELL_KNOWN:
        return True
    return family(place.kind) not in ("settlement", "district") and rank > 2


_MOST_FAME = 0.1
_FAME_OF_DIVISION = 0.05
"""Our table of the world's divisions lists hardly any of their other names."""


def fame(place: Place) -> float:
    """0..0.1 for the number of spellings a place is known under: what many write of has many."""
    if place.kind == "country":
        return _MOST_FAME
    told = 0.02 * math.log2(1 + len(place.aliases))
    return min(_MOST_FAME, max(told, _FAME_OF_DIVISION if place.kind == "admin1" else 0.0))


def prior(place: Place, rank: int) -> float:
    """Score of an exact match before any context, 0..1; nearer layers (`Gazetteer.rank_of`) come first."""
    return 0.35 + KNOWN * importance(place) + LAYER_BONUS.get(rank, 0.0)


def likelihood(place: Place, rank: int) -> float:
    """How likely a text means a place by its name: `prior`, and in the world's layers fame.

    The number of names GeoNames has for a place grows with its fame; that of a curated row with our diligence.
    """
    return prior(place, rank) + (fame(place) if rank > 2 else 0.0)
