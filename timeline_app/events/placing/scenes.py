"""Where something happened whose sentence names no place: the scene told before, the story's or its headline's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from timeline_app.events.placing.containing import is_near, is_vast
from timeline_app.events.placing.handing import OF_STORY, near_it
from timeline_app.events.placing.on_the_spot import ON_THE_SPOT
from timeline_app.geo import distance_km
from timeline_app.model import Where


def _may_be_scene(place: Where) -> bool:
    """Whether later words may point back to a place: no border runs through "the town", no half of the world is one."""
    return place.is_placed and place.kind != "border" and not is_vast(place)


def _left(where: Sequence[Where]) -> tuple[Where, ...]:
    """The one place that was left, where nothing is said to have happened at another: "left Harasta for Idlib"."""
    placed = [place for place in where if _may_be_scene(place)]
    left = [place for place in placed if place.role == "from"]
    return tuple(left) if len(left) == 1 and all(place.role in ("from", "to", "via") for place in placed) else ()


def scene_of(where: Iterable[Where]) -> tuple[Where, ...]:
    """The place that later words point back to ("the town"): the first that is none of a whole country.

    None where several far from each other are told in one breath: "as in Homs, in Hama and in Idlib".
    """
    where = tuple(where)
    if left := _left(where):
        return (left[0].with_(role="at"),)
    told = [place for place in where if _may_be_scene(place) and place.role in ("at", "near", "to")]
    if len(told) > _MOST_SCENES and not any(is_near(place, told[0]) for place in told[1:]):
        return ()
    return tuple(place.with_(role="at") if place.role == "to" else place for place in told[:1])


_MOST_SCENES = 2


class Told:
    """The scenes a story has told of so far."""

    def __init__(self) -> None:
        self._count = 0
        self._places: dict[str, Where] = {}
        self._last: dict[str, tuple[int, Where]] = {}
        self._unknown: dict[str, Where] = {}

    def copy(self) -> Told:
        """The same, to be told on apart."""
        other = Told()
        other._count, other._places, other._last = self._count, dict(self._places), dict(self._last)
        other._unknown = dict(self._unknown)
        return other

    def add(self, where: Sequence[Where]) -> None:
        """Where something happened, of an event's places: no whole country, no border, neither whence nor whither.

        Words may point back to a place that was left, too.
        """
        for place in _left(where):
            self._last[place.kind] = self._count, place.with_(role="at")
        for scene in scene_of(where) if len(self._unknown) < _MOST_UNKNOWN else ():
            self._unknown.update((place.text, scene) for place in where if not place.is_placed and place.text)
        for place in where:
            if _may_be_scene(place) and place.role in ("at", "near"):
                self._count += 1
                self._last[place.kind] = self._count, place
                if len(self._places) <= _MOST_PLACES:
                    self._places[place.place_id or place.text] = place

    def beside(self, unknown: Sequence[Where]) -> Where | None:
        """The place that the first of some names not known was told beside: "al-Hamidiyeh" of Homs stays there."""
        return next((self._unknown[place.text] for place in unknown if place.text in self._unknown), None)

    def last(self) -> tuple[Where, ...]:
        """The last scene of any kind."""
        found = self.last_of(self._last)
        return () if found is None else (found,)

    def last_of(self, kinds: Collection[str]) -> Where | None:
        """The last scene of one of some kinds."""
        found = [self._last[kind] for kind in kinds if kind in self._last]
        return max(found, key=lambda one: one[0])[1] if found else None

    def last_but(self, kinds: Collection[str], names: Collection[str]) -> Where | None:
        """The scene first told last of one of some kinds, of those of other names than some."""
        told = (place for place in reversed(self._places.values()) if place.kind in kinds)
        return next((place for place in told if place.name not in names), None)

    def only(self, kind: str, headline: Sequence[Where] = ()) -> tuple[Where, ...]:
        """The scene of a story that has told of one place at least twice and of no other: there a deed without one is.

        Args:
            kind: the event's type.
            headline: places of the headline, which are a telling where they are the story's.
        """
        if kind not in ON_THE_SPOT or not 0 < len(self._places) <= _MOST_PLACES:
            return ()
        finest = min(reversed(self._places.values()), key=lambda where: where.radius_km or 0.0)
        tellings = self._count + sum(is_near(place, finest) for place in headline)
        if tellings < _TOLD_TWICE or not all(is_near(place, finest) for place in self._places.values()):
            return ()
        return (near_it(finest, f"{OF_STORY}it has told of no other place so far"),)


_MOST_UNKNOWN = 200
"""Names not known that are remembered with their town; a background clause copies them."""
_TOLD_TWICE = 2
_MOST_PLACES = 20
"""A story that names more places than these has not one scene."""


_WIDE_KM = 100.0
"""Radius of areas that say little: "eastern Syria"."""


def is_wide(place: Where) -> bool:
    """Whether a place is a country or an area that says little."""
    return is_vast(place) or (place.radius_km or 0.0) >= _WIDE_KM


def is_within(inner: Where, outer: Where) -> bool:
    """Whether the point of a place lies within the radius of another."""
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) <= (outer.radius_km or 0.0)
