"""A line or an area as a point and a radius: the circle around it, so that nothing is claimed too exactly."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

MOST_KM = 1000.0
"""A larger circle says nothing of where something happened."""


def circle_around(points: Sequence[Point]) -> tuple[Point, float]:
    """The middle of some points, and how far the farthest of them lies from it in km.

    Raises:
        ValueError: there are none, they go round the globe's other side, or lie too far apart.
    """
    from timeline_app.geo import distance_km  # noqa: PLC0415 - heavy

    if not points:
        raise ValueError("it has no points")
    south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
    west, east = min(lon for _, lon in points), max(lon for _, lon in points)
    if east - west > 180:
        raise ValueError("it crosses the 180th meridian")
    middle = (south + north) / 2, (west + east) / 2
    radius = max(distance_km(*middle, *point) for point in points)
    if not radius <= MOST_KM:
        raise ValueError(f"it is {2 * radius:,.0f} km across")
    return middle, math.ceil(radius * 10) / 10
