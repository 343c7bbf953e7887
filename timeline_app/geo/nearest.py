"""The places round a point."""

from __future__ import annotations

from collections.abc import Iterator

from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.kinds import family
from timeline_app.model import Place


def places_near(gazetteer: Gazetteer, lat: float, lon: float, within_km: float = 50.0) -> Iterator[tuple[float, Place]]:
    """Known places within so many km of a point, each with its distance, nearest first.

    Countries and first-level divisions are left out: they are no points.
    """
    near = gazetteer.near(lat, lon, within_km)
    return ((km, place) for km, place in near if family(place.kind) not in ("country", "division"))
