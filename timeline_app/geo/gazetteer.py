"""The gazetteer: layers of places and what a name may mean in them."""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from timeline_app.geo.distance import distance_km
from timeline_app.geo.fold import index_key, plain_key
from timeline_app.geo.kinds import family
from timeline_app.geo.names import NameIndex, name_key, takes_fold
from timeline_app.geo.table import read_gazetteer_csv
from timeline_app.model import Candidate, Place, Problem

SAME_PLACE_KM = 30.0
"""Rows of two layers with one name and one sort of kind this near are one place; half the usual distance
between towns of one name in the region (GeoNames: Syria, Iraq, Lebanon)."""

_WORLD_RANK = 2


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


class Gazetteer:
    """Places of several layers, earlier layers before later ones.

    Look-ups are exact first (case, accents, hyphens apart), then by transliteration, then fuzzy.
    """

    def __init__(self) -> None:
        self.layers: list[Layer] = []
        self.problems: list[Problem] = []
        self._places: list[Place | list[str]] = []  # rows of the world layer become a Place when asked for
        self._ranks: list[int] = []
        self._numbers: dict[str, int] = {}
        self._winners: dict[int, int] = {}
        self._demonyms: dict[str, int] = {}
        self._keys: dict[int, list[str]] = {}  # plain keys of the layers before the world
        self._capitals: set[str] = set()
        self._borders: list[Place] | None = None
        self.index = NameIndex()

    @property
    def places(self) -> list[Place]:
        """Every place once, in the order of the layers."""
        return [self.at(number) for number in range(len(self._places)) if number not in self._winners]

    def place(self, place_id: str) -> Place | None:
        """The place of an id, or None."""
        number = self._numbers.get(place_id)
        return None if number is None else self.at(number)

    def at(self, number: int) -> Place:
        """The place of a number of the index; a row that another layer has too gives that layer's."""
        number = self._winners.get(number, number)
        place = self._places[number]
        if isinstance(place, Place):
            return place
        made = _world_place(place)
        self._places[number] = made
        return made

    def rank_of(self, place: Place) -> int:
        """0 for a layer of the user, 1 for the curated one, 2 for the world."""
        number = self._numbers.get(place.id)
        return _WORLD_RANK if number is None else self._ranks[number]

    def demonym(self, plain: str) -> Place | None:
        """The country whose people or things are called so ("syrian", "lebanese")."""
        number = self._demonyms.get(plain)
        return None if number is None else self.at(number)

    def named(self, plain: str, folded: str = "") -> tuple[list[Place], bool]:
        """Places of a plain key, else of a folded key; the flag says whether the plain key was met."""
        numbers = self.index.plain(plain)
        exact = bool(numbers)
        if not exact and folded:
            numbers = self.index.folded(folded)
        return list({place.id: place for place in map(self.at, numbers)}.values()), exact

    def can_act(self, place: Place) -> bool:
        """Whether a name can stand for a government: a country or a capital."""
        return place.kind in ("country", "capital") or place.id in self._capitals

    def respelled(self, folded: str) -> list[Place]:
        """Places that bear some spelling of a folded key of more than three letters."""
        numbers = self.index.folded(folded) if len(folded) > 3 else []
        return list({place.id: place for place in map(self.at, numbers)}.values())

    def borders(self) -> list[Place]:
        """Places that are the border of two countries."""
        if self._borders is None:
            numbers = (number for number in range(len(self._places)) if number not in self._winners)
            own = (place for place in map(self._places.__getitem__, numbers) if isinstance(place, Place))
            self._borders = [place for place in own if family(place.kind) == "border" and "|" in place.country]
        return self._borders

    def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> list[Candidate]:
        """What a name may mean, best first, with reasons; empty when nothing is near enough.

        Args:
            name: in any spelling or script; a kind word ("Deir Ezzor Governorate") is understood.
            country: ISO code or name; places elsewhere fall behind.
            admin1: first-level division; places outside fall behind.
        """
        from timeline_app.geo.lookup import candidates_for  # noqa: PLC0415 - it needs this module's types

        return candidates_for(self, name, country, admin1)

    def add_places(self, layer: Layer, places: list[Place], rank: int) -> None:
        """Append a layer; ids that an earlier layer has are that layer's, its names are added."""
        for place in places:
            known = self._numbers.get(place.id)
            number = len(self._places) if known is None else known
            if known is None:
                self._places.append(place)
                self._ranks.append(rank)
                self._numbers[place.id] = number
                self._merge_with_earlier(number, place)
            self._add_names(number, place)
        self.layers.append(layer)

    def _merge_with_earlier(self, number: int, place: Place) -> None:
        for earlier in self.index.plain(name_key(place.name)):
            other = self.at(earlier)
            if earlier < number and self._ranks[earlier] < self._ranks[number] and _is_same(place, other):
                self._winners[number] = self._winners.get(earlier, earlier)
                return

    def _add_names(self, number: int, place: Place) -> None:
        folds = takes_fold(place.country)
        keys = self._keys.setdefault(number, [])
        for name in (place.name, *place.aliases, place.name_ar):
            plain = name_key(name)
            self.index.add(number, plain, index_key(plain) if folds else "")
            keys.append(plain)

    def add_world(self, layer: Layer, rows: list[list[str]]) -> None:
        """Append the packaged world layer, whose rows carry their keys and stay rows until needed."""
        first = len(self._places)
        self._places.extend(rows)
        self._ranks.extend([_WORLD_RANK] * len(rows))
        add = self.index.add
        for number, row in enumerate(rows, first):
            self._numbers.setdefault(row[0], number)
            keys = row[13].split("|")
            for key, folded in zip(keys, row[14].split("|") if row[14] else [""] * len(keys), strict=True):
                add(number, key, folded)
            if row[12]:
                for demonym in row[12].split("|"):
                    self._demonyms.setdefault(plain_key(demonym), number)
        self._merge_world(first)
        self.layers.append(layer)

    def _merge_world(self, first: int) -> None:
        for number in range(first):
            own = self.at(number)
            for key in self._keys[number]:
                for other in self.index.plain(key):
                    if other >= first and other not in self._winners and _is_same(own, self.at(other)):
                        self._winners[other] = self._winners.get(number, number)
                        if self._kind_of(other) == "capital":
                            self._capitals.add(own.id)

    def _kind_of(self, number: int) -> str:
        place = self._places[number]
        return place.kind if isinstance(place, Place) else place[2]


def _is_same(one: Place, other: Place) -> bool:
    """Whether two rows are one place; they share a name already."""
    if family(one.kind) != family(other.kind):
        return False
    if family(one.kind) in ("country", "division", "border"):
        return set(one.country.split("|")) == set(other.country.split("|"))
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= SAME_PLACE_KM


def _world_place(row: list[str]) -> Place:
    return Place(
        row[0], row[1], row[2], row[3], row[4], float(row[5]), float(row[6]), float(row[7]),
        tuple(row[8].split("|")) if row[8] else (), row[9], row[10], int(row[11]),
    )  # fmt: skip


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without garbage collection: loading makes many objects and no garbage (a third of the time)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def load_gazetteer(*files: Path | str) -> Gazetteer:
    """The gazetteer of the project, below the layers of the user's own CSV files if any are given.

    Raises:
        UnreadableFile, InvalidData: a file cannot be taken as a whole; faults of rows are in `problems`.
    """
    gazetteer = Gazetteer()
    with _uncollected():
        for file in files:
            _add_file(gazetteer, Path(file))
        _add_curated(gazetteer)
        _add_world(gazetteer)
    return gazetteer


def _add_file(gazetteer: Gazetteer, path: Path) -> None:
    places, problems = read_gazetteer_csv(path)
    gazetteer.problems += problems
    gazetteer.add_places(Layer(path.name, "the user's file", "", "", len(places)), places, rank=0)


def curated_path() -> Path:
    """`gazetteer.csv`: inside the package of a wheel, at the top of a checkout."""
    packaged = Path(__file__).parent.parent / "data" / "gazetteer.csv"
    return packaged if packaged.is_file() else Path(__file__).parent.parent.parent / "gazetteer.csv"


def _add_curated(gazetteer: Gazetteer) -> None:
    path = curated_path()
    if not path.is_file() or path.stat().st_size == 0:
        return
    places, problems = read_gazetteer_csv(path)
    gazetteer.problems += problems
    layer = Layer("gazetteer.csv", "curated by the project, sources by row", "see each row's source", "2026-11-20",
                  len(places))  # fmt: skip
    gazetteer.add_places(layer, places, rank=1)


def _add_world(gazetteer: Gazetteer) -> None:
    text = resources.files("timeline_app.geo").joinpath("data", "world.csv").read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines()))[1:]
    layer = Layer("world", "GeoNames; Natural Earth for countries", "CC BY 4.0; public domain", "2026-11-20",
                  len(rows))  # fmt: skip
    gazetteer.add_world(layer, rows)
