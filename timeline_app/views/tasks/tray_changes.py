"""What becomes of an event that takes its place: by words typed for it, or by where it was dropped."""

from __future__ import annotations

from datetime import date

from timeline_app.geo import Gazetteer
from timeline_app.model import Event, Place, Where
from timeline_app.temporal import parse_edtf
from timeline_app.views.tasks.place_choice import point_where


def dated_by_hand(event: Event, first: date, last: date) -> Event:
    """The event on one of the days the hand could not tell apart on the axis, both included."""
    return event.with_(when=parse_edtf(f"{first}" if first == last else f"[{first}..{last}]"))


def placed_as_typed(event: Event, words: str, gazetteer: Gazetteer) -> Event:
    """The event at the place of that name; a name the source has but nobody found stays as what was written.

    Raises:
        ValueError: no place of that name is known.
    """
    candidates = gazetteer.lookup(words)
    if not candidates:
        raise ValueError(f"no place called {words!r} is in the gazetteer; try another spelling")
    chosen = Where.of(candidates[0], "at", words, tuple(candidates[1:5])).with_(status="confirmed")
    return _put(event, chosen)


def placed_by_hand(
    event: Event, lat: float, lon: float, radius_km: float, near: tuple[float, Place] | None = None
) -> Event:
    """The event at a point of the map, as exactly as one could aim.

    Args:
        event: an event of which some place, or every place, is open.
        lat: degrees north.
        lon: degrees east.
        radius_km: of what the pointer could not tell apart.
        near: a known place nearby and how many kilometres away it lies, for the reasons.
    """
    return _put(event, point_where("at", "", lat, lon, radius_km, near))


def _put(event: Event, chosen: Where) -> Event:
    """The event with its first open place settled; with one more when none is open."""
    taken = next((place for place in event.where if not place.is_placed), None)
    if taken is None:
        return event.with_(where=(*event.where, chosen))
    settled = chosen.with_(role=taken.role, text=taken.text, name=chosen.name or taken.text)
    return event.with_(where=tuple(settled if place is taken else place for place in event.where))
