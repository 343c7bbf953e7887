"""The places of an event by which it meets others."""

from __future__ import annotations

from timeline_app.model import Event

_SETTLEMENTS = frozenset(
    {"city", "town", "village", "neighbourhood", "base", "crossing", "oilfield", "camp", "hill", "other"}
)


def place_ids(event: Event) -> frozenset[str]:
    """Ids of all its places finer than a country."""
    return frozenset(where.place_id for where in event.where if where.place_id and where.kind != "country")


def settlements(event: Event) -> frozenset[str]:
    """Ids of the towns and the like where it happened."""
    return frozenset(
        where.place_id
        for where in event.where
        if where.place_id and where.role in ("at", "near") and where.kind in _SETTLEMENTS
    )
