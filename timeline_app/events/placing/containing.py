"""Which of several places hold the others, lie near them, or only say where they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_app.geo import distance_km
from timeline_app.model import Place, Where

# "the town of Salamiyah in eastern Hama", "Manbij, in the northern countryside of Aleppo": where the first one lies
_LIES_IN = re.compile(
    r",?\s(?:in|of)\s(?:the\s)?(?:(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|rural)\s(?:the\s)?"
    r"(?:(?:countryside|province|governorate|district|region|part|outskirts|suburbs)\sof\s)?"
    r"|(?:countryside|province|governorate|district|region)\sof\s)(?:the\s)?"
    # "al-Mayadin, a city in Deir Ezzor's southern countryside"
    r"|,\s(?:an?|the)\s(?:[\w’'-]+\s){0,3}?(?:town|city|village|hamlet|camp|suburb|area|oasis|enclave|district|quarter|valley)\s(?:in|of)\s"
    r"(?:the\s)?(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s)?"
    r"(?:(?:countryside|province|governorate|district|region|part)\sof\s)?(?:the\s)?"
)


# "towards Abu Kamal in the Deir Ezzor governorate"
_IN_DIVISION = re.compile(r",?\s(?:in|of)\s(?:the\s)?")
_IN_COUNTRY = re.compile(r",?\s(?:in|inside)\s(?:neighbou?ring\s|nearby\s)?")


def says_where(joined: str, area: Place, before: Sequence[Where]) -> bool:
    """Whether an area is named only for where the place before it lies, by the words that join the two.

    "toward Flita in Syria", whatever the roles: nothing happened at the middle of the country.
    """
    if _LIES_IN.fullmatch(joined):
        return _is_around(area, before)
    if area.kind in _DIVISIONS and _IN_DIVISION.fullmatch(joined):
        return _is_around(area, before)
    lies_in = area.kind == "country" and _IN_COUNTRY.fullmatch(joined) is not None and bool(before)
    return lies_in and before[-1].is_placed and before[-1].kind != "country" and _is_around(area, before)


# "the Bekaa towns of X", "the Hermel town of X"
_TOWN_OF_IT = re.compile(r"\s(?:border\s|frontier\s)?(?:(?:town|village|suburb)s?|city|cities)\sof\s")


def says_whose(joined: str, area: Where, town: Place) -> bool:
    """Whether a name is told only for the area of the town behind it, by the words that join the two."""
    if _TOWN_OF_IT.fullmatch(joined) is None or area.lat is None or area.lon is None:
        return False
    if area.place_id == town.id or (area.radius_km or 0.0) <= town.radius_km:
        return False
    return distance_km(area.lat, area.lon, town.lat, town.lon) <= max(AROUND_KM, area.radius_km or 0.0)


def _is_around(area: Place, before: Sequence[Where]) -> bool:
    """Whether the place named last before lies within an area, or within a day's drive of the town it is called by."""
    held = before[-1] if before else None
    if held is None or held.lat is None or held.lon is None or held.place_id == area.id:
        return False
    return distance_km(held.lat, held.lon, area.lat, area.lon) <= max(AROUND_KM, area.radius_km)


AROUND_KM = 150.0
"""How far the land that bears a town's name reaches from it: Palmyra is 140 km from Homs."""


def is_redundant(where: Where, all_places: Iterable[Where]) -> bool:
    """Whether a country or part of the world only says where a finer place of its role lies: "Mayadin in Syria"."""
    part = where.place_id.startswith("computed:")  # "southern Lebanon and Damascus" are two
    return is_vast(where) and any(
        other is not where
        and (
            other.role == where.role or (part and {where.role, other.role} != {"from", "to"})
        )  # "to Deir Ezzor in eastern Syria"
        and not is_vast(other)
        and other.is_placed
        and (not part or (is_near(where, other) and other.kind != "border"))
        for other in all_places
    )


def runs_by(where: Where, all_places: Iterable[Where]) -> bool:
    """Whether a river only tells on which bank of it a town lies: "near Khasham, on the bank of the Euphrates".

    Its middle, hundreds of kilometres away, would be drawn as a second scene.
    """
    return (
        where.kind == "river"
        and where.role in ("at", "near")
        and any(
            other.is_placed and other.role in ("at", "near") and (other.radius_km or _STAYS_KM) < _STAYS_KM
            for other in all_places
            if other is not where and is_near(where, other)
        )
    )


def is_vast(where: Where) -> bool:
    """Whether a place is a country or larger: no story goes on from it."""
    return where.kind == "country" or (where.kind == "region" and (where.radius_km or 0.0) > _VAST_KM)


_VAST_KM = 500.0
"""Radius of regions that are larger than most countries: the Middle East."""


def holds(where: Where, before: Iterable[Where]) -> bool:
    """Whether a division only says where a finer place named before it lies: "Tara, in Homs province"."""
    if where.kind not in _DIVISIONS or where.role not in ("at", "near"):
        return False
    return any(
        other.role in ("at", "near")
        and other.is_placed
        and (other.radius_km or 0.0) < (where.radius_km or 0.0)
        and is_near(where, other)
        for other in before
    )


_DIVISIONS = frozenset({"governorate", "province", "admin1", "admin2", "district", "subdistrict"})


_STAYS_KM = 30.0
"""What is told within this many kilometres is one scene: a town with its quarters."""


def is_near(one: Where, other: Where) -> bool:
    """Whether two places are one scene: within `_STAYS_KM`, or within the first one's own radius."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(_STAYS_KM, one.radius_km or 0.0)
