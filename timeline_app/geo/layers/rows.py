"""What a layer can be asked, and layers held in memory: the user's small files and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from timeline_app.geo.distance import distance_km
from timeline_app.geo.layers.packed import KEY_SETS, PLAIN, KeySet, is_border, keys_of
from timeline_app.model import Place


class Rows(Protocol):
    """The rows of a layer, numbered from 0; `PackedRows` and `MemoryRows` are such."""

    size: int

    @property
    def borders(self) -> list[int]:
        """Rows of borders between two countries."""

    @property
    def capitals(self) -> list[str]:
        """Ids of the capitals."""

    def find(self, key_set: KeySet, key: str) -> list[int]:
        """Rows that bear a name of this key."""

    def demonym(self, plain: str) -> int | None:
        """The row whose people are called so."""

    def row_of(self, place_id: str) -> int | None:
        """The row of an id."""

    def plain_keys(self, beginning: str) -> list[str]:
        """Plain keys that begin so."""

    def place(self, row: int) -> Place:
        """The place of a row."""

    def same_as(self, row: int) -> str:
        """Id of the place of a better layer that this row is, or ""."""

    def point(self, row: int) -> tuple[float, float]:
        """Latitude and longitude of a row."""

    def near(self, lat: float, lon: float, km: float) -> Iterator[int]:
        """Rows that may lie within so many km of a point."""


class MemoryRows:
    """Places in memory, ordered by id: the order of a file's rows must not matter."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = sorted(places, key=lambda place: place.id)
        self.size = len(self._places)
        self._by_id = {place.id: row for row, place in enumerate(self._places)}
        self._keys: dict[str, dict[str, list[int]]] = {key_set.mark: {} for key_set in KEY_SETS}
        for row, place in enumerate(self._places):
            for key_set, key in keys_of(place):
                self._keys[key_set.mark].setdefault(key, []).append(row)
        self._beginnings: dict[str, list[str]] | None = None

    @property
    def borders(self) -> list[int]:
        """See `Rows`."""
        return [row for row, place in enumerate(self._places) if is_border(place)]

    @property
    def capitals(self) -> list[str]:
        """See `Rows`."""
        return [place.id for place in self._places if place.kind == "capital"]

    def find(self, key_set: KeySet, key: str) -> list[int]:
        """See `Rows`."""
        return self._keys[key_set.mark].get(key, [])

    def demonym(self, plain: str) -> int | None:  # noqa: ARG002 - the protocol's
        """See `Rows`; files of users have none."""
        return None

    def row_of(self, place_id: str) -> int | None:
        """See `Rows`."""
        return self._by_id.get(place_id)

    def plain_keys(self, beginning: str) -> list[str]:
        """See `Rows`."""
        if self._beginnings is None:
            self._beginnings = {}
            for key in self._keys[PLAIN.mark]:
                self._beginnings.setdefault(key[:2], []).append(key)
        return [key for key in self._beginnings.get(beginning[:2], []) if key.startswith(beginning)]

    def place(self, row: int) -> Place:
        """See `Rows`."""
        return self._places[row]

    def same_as(self, row: int) -> str:  # noqa: ARG002 - the protocol's
        """See `Rows`."""
        return ""

    def point(self, row: int) -> tuple[float, float]:
        """See `Rows`."""
        return self._places[row].lat, self._places[row].lon

    def near(self, lat: float, lon: float, km: float) -> Iterator[int]:
        """See `Rows`."""
        for row, place in enumerate(self._places):
            if distance_km(lat, lon, place.lat, place.lon) <= km:
                yield row
