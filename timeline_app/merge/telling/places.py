"""The places of an event by which it meets others."""

from __future__ import annotations

import re

from timeline_app.geo import distance_km
from timeline_app.model import Event, Where

_SETTLEMENTS = frozenset(
    {"city", "town", "village", "neighbourhood", "base", "crossing", "oilfield", "camp", "hill", "other"}
)


_DIVISION = re.compile(r"\s(?:Governorate|Province|District|Region)$")


def as_told(event: Event) -> Event:
    """The event without a place that only its story lends to it: that proves no two to be one."""
    if not any(where.is_lent for where in event.where):
        return event
    return event.with_(where=tuple(where for where in event.where if not where.is_lent))


def place_ids(event: Event) -> frozenset[str]:
    """Ids of all its places finer than a country; a city and the division that bears its name have one in common."""
    named = (where for where in event.where if where.place_id and where.kind != "country")
    return frozenset(key for where in named for key in _keys(where))


def _keys(where: Where) -> tuple[str, ...]:
    bare = _DIVISION.sub("", where.name)
    return (where.place_id, f"around {bare}") if where.kind == "city" or bare != where.name else (where.place_id,)


def settlements(event: Event) -> frozenset[str]:
    """Ids of the towns and the like where it happened."""
    return frozenset(
        where.place_id
        for where in event.where
        if where.place_id and where.role in ("at", "near") and where.kind in _SETTLEMENTS
    )


def quarters(event: Event) -> frozenset[str]:
    """Ids of the quarters of towns where it happened."""
    return frozenset(
        where.place_id
        for where in event.where
        if where.place_id and where.role in ("at", "near") and where.kind == "neighbourhood"
    )


def reached(event: Event) -> frozenset[str]:
    """Ids of the towns and the like where it happened or led to."""
    return frozenset(
        where.place_id
        for where in event.where
        if where.place_id and where.role in ("at", "near", "to") and where.kind in _SETTLEMENTS
    )


def may_be_one_place(one: Event, other: Event) -> bool:
    """Whether both name a place in common, or one names an area within whose radius a place of the other lies."""
    if place_ids(one) & place_ids(other):
        return True
    return any(_lies_in(a, b) or _lies_in(b, a) for a in one.where for b in other.where)


def _lies_in(inner: Where, outer: Where) -> bool:
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None or outer.kind == "country":
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) <= (outer.radius_km or 0.0)
