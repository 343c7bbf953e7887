"""The gazetteer: layers of places and what a name may mean in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from timeline_app.geo.distance import distance_km
from timeline_app.geo.importance import likelihood
from timeline_app.geo.layers.packed import FOLDED, PLAIN, SKELETON, KeySet, names_of
from timeline_app.geo.layers.rows import MemoryRows, Rows
from timeline_app.geo.layers.same import same_among
from timeline_app.geo.names import name_key
from timeline_app.model import Candidate, Place, Problem

USER, CURATED, REGIONAL, WORLD = range(4)
"""Ranks of layers: what a better one has wins over the same place of another."""

_MOST_ANSWERS = 2_000  # answers to names nobody knows kept in memory
_MOST_KEPT = 100_000  # places and answers kept in memory: some 60 MB


@dataclass(frozen=True, slots=True)
class Layer:
    """Where rows of a gazetteer come from.

    Attributes:
        name: short name.
        source: who made it, licence: under which terms.
        date: of the data, ISO, or "".
        rows: how many places it gave.
    """

    name: str
    source: str
    licence: str
    date: str
    rows: int


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """The rows of a layer, or some of them, from the number `first` on.

    Attributes:
        is_live: added when loading, so that nobody has yet looked which rows of worse layers are the same.
    """

    rows: Rows
    rank: int
    first: int
    is_live: bool


class Names:
    """Numbers of the places that bear a name, by key, better layers first."""

    def __init__(self, parts: list[_Part]) -> None:
        self._parts = parts

    def plain(self, key: str) -> list[int]:
        """Places that bear exactly this plain key."""
        return self.find(PLAIN, key)

    def folded(self, key: str) -> list[int]:
        """Places that bear a spelling of this folded key."""
        return self.find(FOLDED, key)

    def skeletal(self, key: str) -> list[int]:
        """Places that bear a name of these consonants."""
        return self.find(SKELETON, key)

    def find(self, key_set: KeySet, key: str) -> list[int]:
        """Places by one of the key sets."""
        return [part.first + row for part in self._parts for row in part.rows.find(key_set, key)] if key else []

    def plain_keys(self, beginning: str) -> list[str]:
        """Plain keys of one beginning of two letters or more, for names that no other key finds."""
        return list(dict.fromkeys(key for part in self._parts for key in part.rows.plain_keys(beginning)))


class Gazetteer:
    """Places of several layers: the user's own win over the curated, those over the regional and the world's.

    A place that two layers have is the better layer's; the other's names lead to it.

    Attributes:
        layers: in the order of their ranks.
        problems: rows that were not used, and what else is wrong with the files.
        index: numbers of places by key; `at` gives the place of a number.
        files: the user's files it was loaded from; None when layers were added by hand, so that loading the
            files again would not give the same.
    """

    def __init__(self) -> None:
        self.files: tuple[Path, ...] | None = None
        self.layers: list[Layer] = []
        self.problems: list[Problem] = []
        self._parts: list[_Part] = []  # by rank
        self._by_number: list[_Part] = []  # by first number
        self._ranks: list[int] = []
        self._made: dict[int, Place] = {}
        self._rank_of: dict[str, int] = {}
        self._likely: dict[str, tuple[Place, float]] = {}
        self._respelled: dict[str, list[Place]] = {}
        self._answers: dict[str, tuple[Candidate, ...]] = {}
        self._named: dict[tuple[str, str], tuple[list[Place], bool]] = {}
        self._capitals: set[str] | None = None
        self._borders: list[Place] | None = None
        self.index = Names(self._parts)

    @property
    def places(self) -> Iterator[Place]:
        """Every place once, in the order of the layers; made one at a time."""
        for part in self._parts:
            for row in range(part.rows.size):
                if self._better(part, row) is None:
                    yield part.rows.place(row)

    def place(self, place_id: str) -> Place | None:
        """The place of an id, or None."""
        number = self._number_of(place_id)
        return None if number is None else self.at(number)

    def at(self, number: int) -> Place:
        """The place of a number of the index; a row that a better layer has too gives that layer's."""
        place = self._made.get(number)
        if place is None:
            part = self._by_number[bisect_right(self._by_number, number, key=lambda part: part.first) - 1]
            better = self._better(part, number - part.first)
            place = part.rows.place(number - part.first) if better is None else self.at(better)
            if len(self._made) >= _MOST_KEPT:
                self._made.clear()
            self._made[number] = place
            if better is None:
                self._rank_of[place.id] = part.rank
        return place

    def rank_of(self, place: Place) -> int:
        """0 for a layer of the user, 1 for the curated one, 2 for the regional, 3 for the world's and unknown ones."""
        rank = self._rank_of.get(place.id)
        if rank is None:
            ranks = (part.rank for part in self._parts if part.rows.row_of(place.id) is not None)
            rank = self._rank_of[place.id] = next(ranks, WORLD)
        return rank

    def likelihood(self, place: Place) -> float:
        """See `importance.likelihood`; remembered, since every mention of a name asks for all its places."""
        known = self._likely.get(place.id)
        if known is None or known[0] is not place:
            if len(self._likely) >= _MOST_KEPT:
                self._likely.clear()
            known = self._likely[place.id] = place, likelihood(place, self.rank_of(place))
        return known[1]

    def demonym(self, plain: str) -> Place | None:
        """The country whose people or things are called so ("syrian", "lebanese")."""
        for part in self._parts:
            row = part.rows.demonym(plain)
            if row is not None:
                return self.at(part.first + row)
        return None

    def named(self, plain: str, folded: str = "") -> tuple[list[Place], bool]:
        """Places of a plain key, else of a folded key, likeliest first; the flag says whether the plain key was met."""
        known = self._named.get((plain, folded))
        if known is None:
            numbers = self.index.plain(plain)
            exact = bool(numbers)
            places = self._unique(numbers if exact else self.index.folded(folded))
            known = sorted(places, key=lambda place: (-self.likelihood(place), place.id)), exact
            if len(self._named) >= _MOST_KEPT:
                self._named.clear()
            self._named[plain, folded] = known
        return list(known[0]), known[1]

    def respelled(self, folded: str) -> list[Place]:
        """Places that bear some spelling of a folded key of more than three letters."""
        known = self._respelled.get(folded)
        if known is None:
            if len(self._respelled) >= _MOST_KEPT:
                self._respelled.clear()
            known = self._respelled[folded] = self._unique(self.index.folded(folded) if len(folded) > 3 else [])
        return list(known)

    def by_skeleton(self, key: str) -> list[Place]:
        """Places that bear a name of these consonants (`fold.skeleton`)."""
        return self._unique(self.index.skeletal(key))

    def can_act(self, place: Place) -> bool:
        """Whether a name can stand for a government: a country or a capital."""
        if self._capitals is None:
            ids = {place_id for part in self._parts for place_id in part.rows.capitals}
            self._capitals = ids | {place.id for place in map(self.place, ids) if place} if self._is_live() else ids
        return place.kind in ("country", "capital") or place.id in self._capitals

    def borders(self) -> list[Place]:
        """Places that are the border of two countries."""
        if self._borders is None:
            self._borders = self._unique([part.first + row for part in self._parts for row in part.rows.borders])
        return self._borders

    def near(self, lat: float, lon: float, km: float) -> Iterator[tuple[float, Place]]:
        """Places within so many km of a point, each with its distance, nearest first."""
        apart = (
            (distance_km(lat, lon, *part.rows.point(row)), part.first + row)
            for part in self._parts
            for row in part.rows.near(lat, lon, km)
        )
        seen: set[str] = set()
        for distance, number in sorted(pair for pair in apart if pair[0] <= km):
            place = self.at(number)
            if place.id not in seen:
                seen.add(place.id)
                yield distance, place

    def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> list[Candidate]:
        """What a name may mean, best first, with reasons; empty when nothing is near enough.

        Args:
            name: in any spelling or script; a kind word ("Deir Ezzor Governorate") is understood.
            country: ISO code or name; places elsewhere fall behind.
            admin1: first-level division; places outside fall behind.
        """
        from timeline_app.geo.lookup import candidates_for  # noqa: PLC0415 - it needs this module's types

        return candidates_for(self, name, country, admin1)

    def nearest_names(self, name: str) -> tuple[Candidate, ...]:
        """What `lookup` gives for a name no row has; remembered, since such names come again in text after text."""
        known = self._answers.get(name)
        if known is None:
            if len(self._answers) >= _MOST_ANSWERS:
                self._answers.clear()
            known = self._answers[name] = tuple(self.lookup(name))
        return known

    def add_places(self, layer: Layer, places: Iterable[Place], rank: int = USER) -> None:
        """Add a layer held in memory; ids that a layer of this rank has already stay that layer's."""
        self.add_rows(layer, [MemoryRows(places)], rank, is_live=True)

    def add_rows(self, layer: Layer, pieces: Iterable[Rows], rank: int, *, is_live: bool) -> None:
        """Add a layer in one or several pieces.

        Args:
            layer: what is told of it.
            pieces: its rows.
            rank: see `USER`.
            is_live: False for layers packed together, whose rows say themselves what they are the same as.
        """
        for rows in pieces:
            last = self._by_number[-1] if self._by_number else None
            part = _Part(rows, rank, last.first + last.rows.size if last else 0, is_live)
            self._by_number.append(part)
            self._parts.insert(sum(other.rank <= rank for other in self._parts), part)
        at = bisect_right(self._ranks, rank)
        self._ranks.insert(at, rank)
        self.layers.insert(at, layer)
        self.files = None
        for kept in (self._made, self._rank_of, self._likely, self._respelled, self._answers, self._named):
            kept.clear()
        self._capitals = self._borders = None

    def with_places(self, name: str, places: Iterable[Place]) -> Gazetteer:
        """The same layers below one more of the user's, such as what was said of names in a store; this one stays."""
        extended = Gazetteer()
        extended.layers += self.layers
        extended.problems += self.problems
        extended._parts += self._parts
        extended._by_number += self._by_number
        extended._ranks += self._ranks
        added = list(places)
        extended.add_places(Layer(name, "said by users", "", "", len(added)), added)
        return extended

    def _is_live(self) -> bool:
        return any(part.is_live for part in self._parts)

    def _unique(self, numbers: Iterable[int]) -> list[Place]:
        return list({place.id: place for place in map(self.at, numbers)}.values())

    def _number_of(self, place_id: str) -> int | None:
        for part in self._parts:
            row = part.rows.row_of(place_id)
            if row is not None:
                return part.first + row
        return None

    def _better(self, part: _Part, row: int) -> int | None:
        """The number of the same place in a better layer, or None."""
        same = part.rows.same_as(row)
        number = self._number_of(same) if same else None
        if number is not None and number != part.first + row:
            return number
        live = [other for other in self._before(part) if other.is_live]
        return self._in_live(part, part.rows.place(row), live) if live else None

    def _before(self, part: _Part) -> Iterator[_Part]:
        return islice(self._parts, self._parts.index(part))

    def _in_live(self, part: _Part, place: Place, live: list[_Part]) -> int | None:
        """The number of the same place in layers added when loading: of its id, or of a name of it and near."""
        for other in live:
            row = other.rows.row_of(place.id)
            if row is not None:
                return other.first + row
        better = [other for other in live if other.rank < part.rank]
        keys = dict.fromkeys(map(name_key, names_of(place))) if better else {}
        for other in better:
            rows = dict.fromkeys(row for key in keys for row in other.rows.find(PLAIN, key))
            same = same_among(place, map(other.rows.place, rows))
            if same is not None:
                found = other.rows.row_of(same.id)
                return None if found is None else other.first + found
        return None


def load_gazetteer(*files: Path | str) -> Gazetteer:
    """The gazetteer of the project, below the layers of the user's own files if any are given.

    Files may be CSV in our columns, GeoNames dumps, Linked Places TSV or GeoJSON points.

    Raises:
        UnreadableFile, InvalidData: a file cannot be taken as a whole; faults of rows are in `problems`.
    """
    from timeline_app.geo.shipped import add_shipped  # noqa: PLC0415 - it needs this module's types

    gazetteer = Gazetteer()
    for file in files:
        _add_file(gazetteer, Path(file))
    add_shipped(gazetteer)
    gazetteer.files = tuple(map(Path, files))
    return gazetteer


def _add_file(gazetteer: Gazetteer, path: Path) -> None:
    from timeline_app.geo.layers.cache import user_rows  # noqa: PLC0415 - only users' files need it

    pieces = user_rows(path, gazetteer.problems)
    layer = Layer(path.name, "the user's file", "", "", sum(piece.size for piece in pieces))
    gazetteer.add_rows(layer, pieces, USER, is_live=True)
