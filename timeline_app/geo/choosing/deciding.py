"""The place chosen among those ranked, or why it is too close to call."""

from __future__ import annotations

import re

from timeline_app.geo.choosing.containers import division_key
from timeline_app.geo.choosing.evidence import SAME_AREA_KM
from timeline_app.geo.distance import distance_km
from timeline_app.geo.importance import WELL_KNOWN
from timeline_app.geo.kinds import family
from timeline_app.model import Candidate, Place

CLOSE_CALL = 0.025
"""A lead smaller than this is no decision."""


def decide(ranked: list[Candidate], lead: float) -> tuple[Place | None, tuple[str, ...]]:
    """The place chosen with its reasons, or None and why it is too close to call."""
    best = ranked[0]
    if len(ranked) == 1:
        return best.place, best.reasons
    if _is_no_district(best) and not _is_spoken_of(best) and any(map(_is_spoken_of, ranked[1:])):
        return None, (f"called a district; {_label(best.place)} is none, and the text speaks of another country",)
    second = ranked[1]
    km = distance_km(best.place.lat, best.place.lon, second.place.lat, second.place.lon)
    runner_up = f"runner-up {_label(second.place)}, {km:.0f} km away"
    nested = km <= max(SAME_AREA_KM, best.place.radius_km + second.place.radius_km) or _is_seat(
        best.place, second.place
    )
    if lead < CLOSE_CALL and not nested:
        behind = [one for one in ranked[2:] if best.score - one.score <= _NOT_FAR_BEHIND]
        largest = _far_largest([best, second]) or _far_largest(
            [best, second, *(one for one in behind if family(one.place.kind) == "settlement")]
        )
        namesakes = sum(one.place.country == best.place.country for one in (best, second, *behind))
        if largest is not None and namesakes == 1 and _is_spoken_of(best) and not _is_spoken_of(largest):
            return best.place, (*best.reasons, runner_up)  # al-Qusur of Homs, in a text of Homs: not Luxor
        if largest is not None:
            return largest.place, (*largest.reasons, f"far larger than the runner-up, {km:.0f} km away")
        return None, (f"too close to call: {_label(best.place)} or {_label(second.place)}, {km:.0f} km apart",)
    crowd = [one for one in ranked[1:] if best.score - one.score <= _CROWDED and _is_apart(best.place, one.place)]
    small = not any(one.place.population for one in (best, *crowd))
    if small and len(crowd) >= _CROWD and not _is_supported(best):
        return None, (f"too close to call: {_label(best.place)} or one of {len(crowd)} more villages of the name",)
    return best.place, (*best.reasons, runner_up)


def _is_no_district(one: Candidate) -> bool:
    """Whether a town was taken for what the words beside a name call a district, a quarter of some other town."""
    called = "the words beside it ask for a district" in one.reasons
    return called and family(one.place.kind) == "settlement" and one.place.kind != "neighbourhood"


_CROWD = 3
"""Villages of one name, none near what the text tells of, of which one that is hardly likelier is not chosen."""

_CROWDED = 0.05
_SUPPORTED_KM = 60


def _is_supported(one: Candidate) -> bool:
    """Whether a candidate lies close to a place that the text names as well, or in a division that it names."""
    said = (_KM_FROM.match(reason) for reason in one.reasons)
    near = any(found is not None and int(found[1]) <= _SUPPORTED_KM for found in said)
    return near or any(reason.startswith(("followed by ", "the text names ", "beside ")) for reason in one.reasons)


_KM_FROM = re.compile(r"(\d+) km from .*, also named$")


def _is_apart(one: Place, other: Place) -> bool:
    return distance_km(one.lat, one.lon, other.lat, other.lon) > SAME_AREA_KM


_NOT_FAR_BEHIND = 0.15
"""What a city of the world may score less than small towns of its name that are too close to call among themselves."""


def _far_largest(close: list[Candidate]) -> Candidate | None:
    """Of a close call the one city of the world beside a small town of its name: Geneva."""
    largest = max(close, key=lambda one: one.place.population)
    towns = [one.place for one in close if one is not largest]
    if largest.place.population < WELL_KNOWN or any(family(town.kind) != "settlement" for town in towns):
        return None
    return largest if all(town.population * 5 < largest.place.population for town in towns) else None


def _is_spoken_of(one: Candidate) -> bool:
    """Whether the text names the country or the division that a candidate lies in, or places near it."""
    return any(reason.startswith(_SPOKEN_OF) or reason.endswith(", also named") for reason in one.reasons)


_SPOKEN_OF = ("the text speaks of ", "the text names ")


def _is_seat(one: Place, other: Place) -> bool:
    """Whether one is a division and the other a town of the same name in it: the town is a fair reading."""
    families = {family(one.kind), family(other.kind)}
    return families == {"division", "settlement"} and one.country == other.country and (
        division_key(one.admin1) == division_key(other.admin1) if one.admin1 and other.admin1 else False
    )  # fmt: skip


def _label(place: Place) -> str:
    parts = [place.name, place.kind and f"({place.kind})", place.country and f"in {place.country}"]
    return " ".join(part for part in parts if part)
