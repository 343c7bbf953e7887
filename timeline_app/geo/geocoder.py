"""Our gazetteer as a geopy geocoder. Imported only when asked for: geopy takes half a second to load."""

from __future__ import annotations

from itertools import islice
from typing import Any

from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from timeline_app.geo.gazetteer import Gazetteer, load_gazetteer
from timeline_app.geo.nearest import places_near
from timeline_app.model import Candidate, Place

_MOST = 10  # places told around a point


class GazetteerGeocoder(Geocoder):  # type: ignore[misc] # geopy has no types
    """Geocode names and points offline, with `geopy`'s methods and classes.

    >>> GazetteerGeocoder().geocode("Dayr az Zawr", country="SY").raw["id"]  # doctest: +SKIP
    'sy-deir-ezzor-city'
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        super().__init__(user_agent="timeline_app", timeout=None)
        self._gazetteer = gazetteer if gazetteer is not None else load_gazetteer()

    def geocode(
        self, query: str, *, exactly_one: bool = True, country: str | None = None, admin1: str | None = None
    ) -> Location | list[Location] | None:
        """The place a name most likely means, or with `exactly_one=False` all candidates; None for none."""
        found = [_location(candidate) for candidate in self._gazetteer.lookup(query, country, admin1)]
        if not found:
            return None
        return found[0] if exactly_one else found

    def reverse(
        self, query: Any, *, exactly_one: bool = True, within_km: float = 50.0
    ) -> Location | list[Location] | None:
        """The nearest places to a point (a `Point`, a pair or "lat, lon"), nearest first; None for none.

        Countries and first-level divisions are left out: they are no points.

        Raises:
            ValueError: when the query is no point, or its latitude or longitude is out of range.
        """
        point = _point(query)
        points = places_near(self._gazetteer, point.latitude, point.longitude, within_km)
        found = [
            _location(Candidate(place, max(0.0, 1 - km / within_km), (f"{km:.1f} km away",)))
            for km, place in islice(points, 1 if exactly_one else _MOST)
        ]
        if not found:
            return None
        return found[0] if exactly_one else found


def _point(query: Any) -> Point:
    """A point that was in range as given: geopy would silently wrap a longitude of 190."""
    if isinstance(query, tuple | list) and len(query) >= 2 and abs(float(query[1])) > 180:
        raise ValueError(f"longitude {query[1]} is beyond 180")
    return query if isinstance(query, Point) else Point(query)


def _location(candidate: Candidate) -> Location:
    place = candidate.place
    parts = [place.name, place.admin1 if place.admin1 != place.name else "", place.country.replace("|", "/")]
    address = ", ".join(part for part in parts if part)
    return Location(address, (place.lat, place.lon, 0.0), _record(place, candidate))


def _record(place: Place, candidate: Candidate) -> dict[str, object]:
    fields = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "aliases", "name_ar", "source",
              "population")  # fmt: skip
    record: dict[str, object] = {name: getattr(place, name) for name in fields}
    return record | {"score": candidate.score, "reasons": candidate.reasons}
