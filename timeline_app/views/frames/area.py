"""Which events lie in a box on the map: certainly, or possibly where a place is known only roughly."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from timeline_app.model import Area
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import TupleArray

_KM_A_DEGREE = 111.195
"""Kilometres of one degree of latitude on the sphere of the mean radius, 6371.009 km (IUGG)."""

Mask = np.ndarray[Any, np.dtype[np.bool_]]


def places_in(frame: pd.DataFrame, area: Area | None) -> tuple[Mask, Mask]:
    """Which events may lie in the area, and which certainly do: one of their places, with the circle of its radius.

    Without an area both hold for all; with one, an event without a place is in neither.
    """
    if area is None:
        everything: Mask = np.ones(len(frame), dtype=bool)
        return everything, everything
    held: TupleArray = frame[f.SPOTS].array
    known = [(spot.lat, spot.lon, spot.radius_km or 0.0) for spot in held.vocabulary]
    spots = np.array(known, dtype=float).reshape(-1, 3)
    outside, margin = _distances(spots, area)
    may, does = (outside <= spots[:, 2])[held.codes], (margin >= spots[:, 2])[held.codes]
    return _any(held.rows, may, len(frame)), _any(held.rows, does, len(frame))


def _any(rows: Any, holds: Mask, count: int) -> Mask:
    found: Mask = np.zeros(count, dtype=bool)
    found[rows[holds]] = True
    return found


def _distances(spots: np.ndarray[Any, Any], area: Area) -> tuple[Any, Any]:
    """Kilometres from each point to the box (0 inside), and from each point inside to its nearest edge (-1 outside).

    The box is taken for flat at the latitude of the point: boxes are drawn on a map, not surveyed.
    """
    lat, lon = spots[:, 0], spots[:, 1]
    width = (area.east - area.west) % 360 or (360.0 if area.east != area.west else 0.0)
    east_of_west = (lon - area.west) % 360
    along = _KM_A_DEGREE * np.cos(np.radians(lat))
    beside = np.where(east_of_west <= width, 0.0, np.minimum(east_of_west - width, 360 - east_of_west)) * along
    above = np.maximum(0.0, np.maximum(area.south - lat, lat - area.north)) * _KM_A_DEGREE
    outside = np.hypot(beside, above)
    sides = np.minimum(east_of_west, width - east_of_west) * along if width < 360 else np.full(len(lat), np.inf)
    margin = np.minimum(sides, np.minimum(lat - area.south, area.north - lat) * _KM_A_DEGREE)
    return outside, np.where(outside > 0, -1.0, margin)
