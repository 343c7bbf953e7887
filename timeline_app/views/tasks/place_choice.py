"""Choosing a place: the candidates of a name side by side, a point set by hand, and a place nobody had yet."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

from timeline_app.geo import distance_km, plain_key
from timeline_app.model import Candidate, Place, Role, Where
from timeline_app.views.tasks.toponyms import candidates_payload, place_line
from timeline_app.views.words.country_words import country_label, reason_words
from timeline_app.views.words.palette import TYPE_INDEX
from timeline_app.views.words.text import visible

RADII_KM: tuple[float, ...] = (0, 1, 3, 5, 10, 25, 50, 100, 250)
"""How far a point set on the map may be off, to choose from; 0: exact."""

PICKED = "point set by hand"
"""Key of the point on the map."""

_WINDS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")


_AS_GOOD = 0.05
"""A score within this of the best is as good."""


def bearing(name: str, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of a typed name, those as good as the best that bear the very name first.

    So "Arsal" alone is the town, and "Arsal outskirts" the hills that are also called by its name. What stands behind
    a comma or in brackets ("Arsal, Lebanon") tells where it lies.
    """
    bare = plain_key(re.split(r"[,(]", name, maxsplit=1)[0])
    best = max((candidate.score for candidate in candidates), default=0.0)
    first = [one for one in candidates if one.score >= best - _AS_GOOD and plain_key(one.place.name) == bare]
    return (*first, *(candidate for candidate in candidates if candidate not in first))


def radius_words(radius_km: float | None) -> str:
    """How exact a point is: "exact point" or "within 5 km"."""
    return f"within {radius_km:g} km" if radius_km else "exact point"


def candidate_rows(candidates: Sequence[Candidate]) -> list[dict[str, object]]:
    """What a name may mean, one row each, with how far apart the candidates lie."""
    if not candidates:
        return []
    best = candidates[0].place
    return [
        {
            "Place": visible(candidate.place.name),
            "Kind": candidate.place.kind,
            "Country": visible(country_label(candidate.place.country)),
            "Within": visible(candidate.place.admin1),
            "Score": round(candidate.score, 2),
            "Km from the first": round(distance_km(best.lat, best.lon, candidate.place.lat, candidate.place.lon)),
            "Why": visible("; ".join(map(reason_words, candidate.reasons))),
        }
        for candidate in candidates
    ]


def choice_payload(
    candidates: Sequence[Candidate], point: tuple[float, float, float] | None, version: str
) -> dict[str, Any]:
    """Candidates and a point (latitude, longitude, radius in km) set by hand, as a map payload.

    `fit` changes with the candidates: the map then shows all of them.
    """
    payload = candidates_payload(candidates, version)
    payload["fit"] = "|".join(candidate.place.id for candidate in candidates)
    if point is None:
        return payload
    lat, lon, radius = point
    places, events = payload["places"], payload["events"]
    kind = "area" if radius else "exact point"
    added = (PICKED, "Point set by hand", lat, lon, radius, kind, 1, [len(candidates)])
    for name, value in zip(("key", "name", "lat", "lon", "radius_km", "kind", "n", "events"), added, strict=True):
        places[name].append(value)
    told = (PICKED, f"{lat:.4f}, {lon:.4f}", radius_words(radius), TYPE_INDEX["attack"], 0)
    for name, value in zip(("id", "title", "date", "type", "sources"), told, strict=True):
        events[name].append(value)
    return payload


def near_words(lat: float, lon: float, near: tuple[float, Place] | None) -> str:
    """Where a point lies: "2.3 km north-east of Sukhnah, town, Homs, SY"."""
    if near is None:
        return "no known place within 50 km"
    km, place = near
    if km < 0.1:
        return f"at {place_line(place)}"
    return f"{km:.1f} km {_wind(place.lat, place.lon, lat, lon)} of {place_line(place)}"


def _wind(lat1: float, lon1: float, lat2: float, lon2: float) -> str:
    """The compass point in which one point lies seen from another, close enough for short ways."""
    east = (lon2 - lon1) * math.cos(math.radians((lat1 + lat2) / 2))
    bearing = math.degrees(math.atan2(east, lat2 - lat1)) % 360
    return _WINDS[round(bearing / 45) % 8]


def chosen_where(role: Role, words: str, chosen: Candidate, candidates: Sequence[Candidate]) -> Where:
    """A candidate a person chose, with the words as written and the others considered."""
    others = tuple(other for other in candidates if other.place.id != chosen.place.id)
    return Where.of(chosen, role, words or chosen.place.name, others[:4]).with_(status="confirmed")


def point_where(
    role: Role, words: str, lat: float, lon: float, radius_km: float, near: tuple[float, Place] | None
) -> Where:
    """A point a person set on the map."""
    text = words.strip() or f"{lat:.4f}, {lon:.4f}"
    reasons = ("point set on the map", near_words(lat, lon, near))
    return Where(role, text, words.strip(), "", lat, lon, radius_km, "", 1.0, reasons, (), "confirmed")


def own_place(
    name: str, kind: str, country: str, lat: float, lon: float, radius_km: float, by: str, aliases: Sequence[str] = ()
) -> Place:
    """A place that is in no gazetteer yet.

    Raises:
        ValueError: it has no name, or its point is none.
    """
    name = name.strip()
    if not name:
        raise ValueError("a place needs a name")
    return Place(
        f"own-{plain_key(name).replace(' ', '-')}-{lat:.3f}-{lon:.3f}", name, kind, country.strip().upper(), "",
        lat, lon, radius_km, tuple(dict.fromkeys(alias.strip() for alias in aliases if alias.strip())), "",
        f"added by {by}",
    )  # fmt: skip
