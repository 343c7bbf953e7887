"""Outlines of the countries around: whether a point lies in one, and where its north or south-east is."""

from __future__ import annotations

import csv
import io
import math
from collections import defaultdict
from functools import cache
from importlib import resources
from itertools import pairwise

from timeline_app.geo.distance import distance_km

Ring = list[tuple[float, float]]
"""A closed line of (longitude, latitude) in degrees."""

_CELLS = 40
"""Cells along each side of the box around a country that its parts are reckoned with: about 20 km in Syria."""

_COVERED = 0.95
"""Share of a part's area that its radius covers: all of it would reach as far as the whole country's."""

_COMPASS = {"north": (0, 1), "northeast": (1, 1), "east": (1, 0), "southeast": (1, -1), "south": (0, -1),
            "southwest": (-1, -1), "west": (-1, 0), "northwest": (-1, 1)}  # fmt: skip
"""East and north of each direction, as signs."""


@cache
def outlines() -> dict[str, list[Ring]]:
    """Outer rings by ISO country code, of the countries that `outlines.csv` has (Natural Earth 1:50 million)."""
    text = resources.files("timeline_app.geo").joinpath("data", "outlines.csv").read_text(encoding="utf-8")
    found: dict[str, list[Ring]] = defaultdict(list)
    for row in csv.DictReader(io.StringIO(text)):
        pairs = (pair.split(" ") for pair in row["ring"].split(";"))
        found[row["country"]].append([(float(lon), float(lat)) for lon, lat in pairs])
    return found


def contains(ring: Ring, lat: float, lon: float) -> bool:
    """Whether a point lies within a ring, by the even-odd rule."""
    inside = False
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


@cache
def part_of_country(code: str, way: str) -> tuple[float, float, float] | None:
    """The middle of a country's part and the radius in km that covers nearly all of it; None without an outline.

    The part towards a main direction is the half on that side of the country's middle, that between two (north-east)
    what lies in both halves; the central part is the half of its area nearest to the middle.

    Args:
        code: ISO code of the country.
        way: "north", "southeast", ... or "central".
    """
    cells = _cells_of(code)
    if not cells:
        return None
    middle = _middle(cells)
    if way == "central":
        part = sorted(cells, key=lambda cell: distance_km(*middle, *cell))[: max(1, len(cells) // 2)]
    else:
        east, north = _COMPASS[way]
        part = [(lat, lon) for lat, lon in cells if _lies(lat - middle[0], north) and _lies(lon - middle[1], east)]
    if not part:
        return None
    mean = _middle(part)
    lat, lon = min(part, key=lambda cell: distance_km(*mean, *cell))  # of a crescent too it lies inside
    reached = sorted(distance_km(lat, lon, *cell) for cell in part)
    return lat, lon, reached[int(_COVERED * (len(reached) - 1))]


def middle_of_country(code: str) -> tuple[float, float] | None:
    """Latitude and longitude of the middle of a country's largest part; None without an outline."""
    cells = _cells_of(code)
    return _middle(cells) if cells else None


def _lies(beyond: float, sign: int) -> bool:
    return not sign or beyond * sign > 0


def _middle(cells: list[tuple[float, float]]) -> tuple[float, float]:
    return math.fsum(lat for lat, _ in cells) / len(cells), math.fsum(lon for _, lon in cells) / len(cells)


@cache
def _cells_of(code: str) -> list[tuple[float, float]]:
    """Middles of the cells of a grid that lie within a country's largest ring, as (latitude, longitude)."""
    rings = outlines().get(code, [])
    if not rings:
        return []
    ring = max(rings, key=len)
    west, east = min(lon for lon, _ in ring), max(lon for lon, _ in ring)
    south, north = min(lat for _, lat in ring), max(lat for _, lat in ring)
    spots = (
        (south + (row + 0.5) * (north - south) / _CELLS, west + (column + 0.5) * (east - west) / _CELLS)
        for row in range(_CELLS)
        for column in range(_CELLS)
    )
    return [(lat, lon) for lat, lon in spots if contains(ring, lat, lon)]
