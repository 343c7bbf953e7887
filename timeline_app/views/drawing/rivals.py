"""Places that an event may have happened at instead: what other sources say, and what the name may also mean."""

from __future__ import annotations

from typing import Any, Literal

from timeline_app.geo import distance_km
from timeline_app.model import Event, Where
from timeline_app.views.words.labels import place_name
from timeline_app.views.words.text import visible

Why = Literal["source", "candidate"]

SAME_KM = 1.0
"""Points nearer than this are one place on the map."""

MOST = 12
"""Rival places drawn of one event."""


def rivals_payload(event: Event) -> list[dict[str, Any]]:
    """Places joined to an event on the map, each with the chosen place it stands against.

    First the places that its other reports give for the same role, then the readings of each name that were
    not chosen, best first. Each point comes once; none that is one of the event's own places.
    """
    own = [place for place in event.where if place.is_placed]
    found: list[dict[str, Any]] = []
    for chosen in own:
        for lat, lon, name, why in (*_other_sources(event, chosen), *_other_readings(chosen)):
            taken = [(place.lat, place.lon) for place in own] + [(one["lat"], one["lon"]) for one in found]
            if all(distance_km(lat, lon, *spot) > SAME_KM for spot in taken):
                rival = {"lat": lat, "lon": lon, "name": visible(name), "why": why}
                found.append({**rival, "of": [chosen.lat, chosen.lon], "role": chosen.role})
    return found[:MOST]


_Rival = tuple[float, float, str, Why]


def _other_sources(event: Event, chosen: Where) -> list[_Rival]:
    told = (place for report in event.reports for place in report.where)
    return [
        (place.lat, place.lon, place_name(place), "source")
        for place in told
        if place.role == chosen.role and place.is_placed and place.lat is not None and place.lon is not None
    ]


def _other_readings(chosen: Where) -> list[_Rival]:
    places = (candidate.place for candidate in chosen.candidates)
    return [(place.lat, place.lon, place.name, "candidate") for place in places]
