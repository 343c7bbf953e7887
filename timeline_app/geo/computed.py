"""Places reckoned from named ones: "30 km east of X", "northern X", "the X desert", "the X-Y desert"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.geo.distance import distance_km, point_at
from timeline_app.geo.outlines import part_of_country
from timeline_app.model import Place

_BEARINGS = {"north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0,
             "southwest": 225.0, "west": 270.0, "northwest": 315.0}  # fmt: skip
_KM_PER_UNIT = {"k": 1.0, "m": 1.609344}  # kilometres, miles

# "30 km (19 miles) east of", "about 5.5 miles to the north-west of the town of", "20 kilometres from"
_OFFSET = re.compile(
    r"\b(?P<n>\d{1,3}(?:\.\d{1,2})?)[ \u00a0-]?(?P<unit>k(?=m\b|ilomet)|m(?=i\b|iles?\b))\w{1,11}"
    r"(?: \([^()\n]{1,20}\))?(?: (?:away|to the))?"
    r"(?: (?P<dir>(?:north|south)(?:[ -]?(?:east|west))?|east|west))?(?:ern)?"
    r" (?:of|from|outside)(?: the)?(?: (?:city|town|village|border|outskirts)(?: of)?)? $",
    re.IGNORECASE,
)
_LONGEST_LEAD = 90

_SPREAD_KM = {"desert": 60.0, "oilfield": 20.0}
"""How far beyond its namesake a desert or oil field may lie when the gazetteer has no row for it."""


def lead_in(text: str, start: int) -> re.Match[str] | None:
    """The words of distance and direction that end where a name begins."""
    return _OFFSET.search(text[max(0, start - _LONGEST_LEAD) : start])


def offset_place(place: Place, match: re.Match[str]) -> Place:
    """The point a distance and direction from a place give.

    Its radius allows for a quarter of the distance (directions are rounded to 45 degrees: half a step
    is 0.38 of the distance at the worst) on top of the place's own; without a direction it is the
    whole distance around the place.
    """
    km = round(float(match["n"]) * _KM_PER_UNIT[match["unit"].lower()], 1)
    way = re.sub("[ -]", "", (match["dir"] or "").lower())
    if not way:
        return replace(
            place, id=f"computed:{km:g}km-from:{place.id}", name=f"within {km:g} km of {place.name}", kind="computed",
            radius_km=round(place.radius_km + km, 1), aliases=(), name_ar="", population=0,
        )  # fmt: skip
    lat, lon = point_at(place.lat, place.lon, _BEARINGS[way], km)
    return replace(
        place, id=f"computed:{km:g}km-{way}-of:{place.id}", name=f"{km:g} km {way} of {place.name}", kind="computed",
        lat=round(lat, 4), lon=round(lon, 4), radius_km=round(place.radius_km + km / 4, 1),
        aliases=(), name_ar="", population=0,
    )  # fmt: skip


# "northern", "in the south-east of", "central"
_PART = re.compile(
    r"(?:\b(?P<central>central)|\b(?P<way>(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)?"
    r"|\bthe (?:far )?(?P<side>(?:north|south)(?:-?(?:east|west))?|east|west) of(?: the)?) $",
    re.IGNORECASE,
)
_PARTED = frozenset({"country", "admin1", "governorate", "province", "region", "district"})
"""Kinds of areas that words such as "northern" name a part of."""
_PART_SHIFT, _PART_RADIUS = 0.35, 0.65
"""The middle of a part and how far it reaches, as shares of the whole's radius: they cover a side's half of a disc of
even density but for its tips, and the whole's middle stays at their edge."""


def part_in(text: str, start: int) -> re.Match[str] | None:
    """The words of direction that end where a name begins: "northern", "the south-east of"."""
    return _PART.search(text, max(0, start - 30), start)


def part_of(place: Place, match: re.Match[str]) -> Place:
    """The part of a country, division or region that a direction names; any other place as it is.

    Of a country whose outline is known it is the half or quarter on that side; of others a smaller disc that way.
    """
    if place.kind not in _PARTED or place.radius_km < _LEAST_PARTED_KM:
        return place
    way = "central" if match["central"] else re.sub("-", "", (match["way"] or match["side"]).lower())
    drawn = part_of_country(place.country, way) if place.kind == "country" else None
    if drawn is not None:
        lat, lon, radius = drawn
        return _part(place, way, lat, lon, radius)
    shift = 0.0 if way == "central" else _PART_SHIFT
    lat, lon = point_at(place.lat, place.lon, _BEARINGS.get(way, 0.0), place.radius_km * shift)
    return _part(place, way, lat, lon, place.radius_km * _PART_RADIUS)


def _part(whole: Place, way: str, lat: float, lon: float, radius_km: float) -> Place:
    name = f"central {whole.name}" if way == "central" else f"{way}ern {whole.name}"
    return replace(
        whole, id=f"computed:{way}-part-of:{whole.id}", name=name, lat=round(lat, 4), lon=round(lon, 4),
        radius_km=round(radius_km, 1), aliases=(), name_ar="", population=0,
    )  # fmt: skip


_LEAST_PARTED_KM = 25.0
"""Smaller areas are known no better by their side than as a whole."""


def spread(hint: str) -> bool:
    """Whether a kind word names an area around its namesake: desert, oil field."""
    return hint in _SPREAD_KM


def area_of(place: Place, hint: str) -> Place:
    """The desert or oil field called after a place and not in the gazetteer itself."""
    return replace(
        place, id=f"computed:{hint}-of:{place.id}", name=f"{place.name} {hint}", kind="computed",
        radius_km=round(max(place.radius_km, _SPREAD_KM[hint]), 1), aliases=(), name_ar="", population=0,
    )  # fmt: skip


def area_between(one: Place, other: Place, word: str) -> Place:
    """The area named after two places, "the Homs-Deir Ezzor desert": between them."""
    km = distance_km(one.lat, one.lon, other.lat, other.lon)
    codes = dict.fromkeys([*one.country.split("|"), *other.country.split("|")])
    # Half-way on a straight line in degrees: good to a few kilometres at such distances.
    return Place(
        f"computed:{word}-between:{one.id}:{other.id}", f"{one.name}-{other.name} {word}", "computed",
        "|".join(codes), "", round((one.lat + other.lat) / 2, 4), round((one.lon + other.lon) / 2, 4),
        round(km / 2, 1), source="computed",
    )  # fmt: skip
