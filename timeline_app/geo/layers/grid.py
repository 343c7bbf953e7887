"""A grid of one degree over the Earth, by which places near a point are found without asking all."""

from __future__ import annotations

import math
from collections.abc import Iterator

from timeline_app.geo.distance import EARTH_RADIUS_KM

_KM_PER_DEGREE = math.pi * EARTH_RADIUS_KM / 180
_AROUND = 360


def cell_of(lat: float, lon: float) -> int:
    """The number of a cell, west to east in rows from south to north."""
    return min(179, int(lat + 90)) * _AROUND + int(lon + 180) % _AROUND


def cells_near(lat: float, lon: float, km: float) -> Iterator[tuple[int, int]]:
    """Runs of cells, first and last included, that hold every point within so many km."""
    reach = km / _KM_PER_DEGREE + 1e-6
    south, north = max(-90.0, lat - reach), min(90.0, lat + reach)
    breadth = _breadth(lat, reach)
    columns = _columns(lon, breadth)
    for row in range(min(179, int(south + 90)), min(179, int(north + 90)) + 1):
        for first, last in columns:
            yield row * _AROUND + first, row * _AROUND + last


def _breadth(lat: float, reach: float) -> float:
    """Degrees of longitude that a circle around a point reaches east and west; 180 where it holds a pole.

    The circle's easternmost point: sin(longitude) = sin(radius) / cos(latitude), in angles.
    """
    if abs(lat) + reach >= 90:
        return 180.0
    ratio = math.sin(math.radians(reach)) / math.cos(math.radians(lat))
    return math.degrees(math.asin(min(1.0, ratio)))


def _columns(lon: float, breadth: float) -> list[tuple[int, int]]:
    """Runs of columns, parted where they cross the antimeridian."""
    if breadth >= 179:
        return [(0, _AROUND - 1)]
    first, last = int(lon - breadth + 180 + _AROUND) % _AROUND, int(lon + breadth + 180 + _AROUND) % _AROUND
    return [(first, last)] if first <= last else [(0, last), (first, _AROUND - 1)]
