"""Layers packed into two files that are memory-mapped: opening costs milliseconds, whatever their size.

`NAME.rows` holds the places: a header in JSON, one record of numbers a place in the order of the cells of a
one-degree grid, and the texts in compressed blocks of `BLOCK` rows. `NAME.names` is a trie (marisa) from
marked keys to row numbers: every key function of `KEY_SETS` has a mark, and so have ids and demonyms.
"""

from __future__ import annotations

import json
import mmap
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline_app.geo.fold import KEYS_VERSION, index_key, plain_key, skeleton
from timeline_app.geo.layers.grid import cell_of, cells_near
from timeline_app.geo.names import name_key, takes_fold
from timeline_app.model import Place

if TYPE_CHECKING:
    from marisa_trie import BytesTrie

FORMAT = 1
"""Raised whenever the form of the files changes; files of another form are not opened."""

BLOCK = 32
"""Rows whose texts are compressed together: about 3 kB, read in some 20 microseconds."""

_MAGIC = b"PLACES\r\n"
_HEAD = struct.Struct("<8sHHI")  # magic, FORMAT, KEYS_VERSION, bytes of the JSON header
_RECORD = struct.Struct("<iiIQB")  # latitude, longitude (1e-7 degrees), radius (m), inhabitants, flags
_NUMBER = struct.Struct(">I")  # row numbers in the trie: big-endian ones share their beginnings
_IS_SAME = 1  # flag: the row is a place that a better layer has, whose id is its last text
_ID, _DEMONYM = "i", "d"


class KeySet(NamedTuple):
    """A way names are keyed: its mark in the trie, the key of a plain key, and whether only for Arabic names."""

    mark: str
    key: Callable[[str], str]
    is_arabic: bool


PLAIN = KeySet("p", lambda plain: plain, False)
FOLDED = KeySet("f", index_key, True)
SKELETON = KeySet("s", skeleton, True)
KEY_SETS = (PLAIN, FOLDED, SKELETON)


class Row(NamedTuple):
    """A place as it is packed.

    Attributes:
        place: with all its names.
        demonyms: what its people and things are called.
        same_as: id of the place of a better layer that this row is, or "".
    """

    place: Place
    demonyms: tuple[str, ...] = ()
    same_as: str = ""


def names_of(place: Place) -> tuple[str, ...]:
    """Every name of a place."""
    return (place.name, *place.aliases, place.name_ar) if place.name_ar else (place.name, *place.aliases)


def keys_of(place: Place) -> Iterator[tuple[KeySet, str]]:
    """Every key of every name of a place, each once, by key set."""
    folds = takes_fold(place.country)
    plains = dict.fromkeys(filter(None, map(name_key, names_of(place))))
    for key_set in KEY_SETS:
        if folds or not key_set.is_arabic:
            for key in dict.fromkeys(map(key_set.key, plains)):
                if key:
                    yield key_set, key


class PackedRows:
    """A packed layer, opened: `path` ends in .rows; the .names beside it is opened when first asked for.

    Row numbers begin at 0.

    Attributes:
        header: what was told of the layer when it was packed.
        size: how many rows there are.
        is_stale: the keys were made by other key functions than today's: some names will not meet.

    Raises:
        OSError, ValueError: the files are missing, damaged or of another format.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, form, keys, length = _HEAD.unpack_from(self._bytes)
        if magic != _MAGIC or form != FORMAT:
            raise ValueError(f"{path.name} holds no packed places of format {FORMAT}")
        self.is_stale = keys != KEYS_VERSION
        self.header: dict[str, Any] = json.loads(self._bytes[_HEAD.size : _HEAD.size + length])
        self._records = _HEAD.size + length
        self.size: int = self.header["rows"]
        self._offsets = self._records + self.size * _RECORD.size
        self._blob = self._offsets + 4 * (-(-self.size // BLOCK) + 1)
        self._block: tuple[int, list[bytes]] = (-1, [])

    @cached_property
    def _names(self) -> BytesTrie:
        from marisa_trie import BytesTrie  # noqa: PLC0415 - 10 ms that only look-ups pay for

        return BytesTrie().mmap(str(self._path.with_suffix(".names")))

    @property
    def borders(self) -> list[int]:
        """Rows of borders between two countries."""
        return list(self.header["borders"])

    @property
    def capitals(self) -> list[str]:
        """Ids of the capitals, those of better layers where these have them."""
        return list(self.header["capitals"])

    def find(self, key_set: KeySet, key: str) -> list[int]:
        """Rows that bear a name of this key, ascending."""
        if not key or "\0" in key or not (key.isascii() or _is_key(key)):
            return []
        values = self._names.get(key_set.mark + key)
        return sorted([int.from_bytes(value, "big") for value in values]) if values else []

    def demonym(self, plain: str) -> int | None:
        """The row whose people are called so, or None."""
        return self._demonyms.get(plain)

    @cached_property
    def _demonyms(self) -> dict[str, int]:
        """The first row of each demonym: a few hundred, asked for at every name of every text."""
        found: dict[str, int] = {}
        for key, value in self._names.items(_DEMONYM) if self.header["demonyms"] else ():
            row = int.from_bytes(value, "big")
            found[key[1:]] = min(row, found.get(key[1:], row))
        return found

    def row_of(self, place_id: str) -> int | None:
        """The row of an id, or None."""
        rows = self._rows(_ID + place_id)
        return rows[0] if rows else None

    def plain_keys(self, beginning: str) -> list[str]:
        """Plain keys that begin so, each once."""
        if not _is_key(beginning):
            return []
        return [key[1:] for key in dict.fromkeys(self._names.keys(PLAIN.mark + beginning))]

    def _rows(self, marked: str) -> list[int]:
        if not _is_key(marked):
            return []
        values = self._names.get(marked)
        if not values:
            return []  # most questions: one is asked of every layer
        return sorted([int.from_bytes(value, "big") for value in values])

    def place(self, row: int) -> Place:
        """The place of a row, made anew at each call."""
        lat, lon, metres, population, _ = self._record(row)
        place_id, name, kind, country, admin1, aliases, name_ar, source, _ = self._texts(row)
        return Place(place_id, name, kind, country, admin1, lat / 1e7, lon / 1e7, metres / 1000,
                     tuple(aliases.split("|")) if aliases else (), name_ar, source, population)  # fmt: skip

    def same_as(self, row: int) -> str:
        """Id of the place of a better layer that this row is, or ""."""
        return self._texts(row)[-1] if self._record(row)[4] & _IS_SAME else ""

    def demonyms(self) -> dict[int, tuple[str, ...]]:
        """Demonyms by row."""
        found: dict[int, tuple[str, ...]] = {}
        if self.header["demonyms"]:
            for key, value in self._names.items(_DEMONYM):
                row = _NUMBER.unpack(value)[0]
                found[row] = (*found.get(row, ()), key[1:])
        return found

    def point(self, row: int) -> tuple[float, float]:
        """Latitude and longitude of a row, in degrees."""
        lat, lon, *_ = self._record(row)
        return lat / 1e7, lon / 1e7

    def near(self, lat: float, lon: float, km: float) -> Iterator[int]:
        """Rows in the cells of the grid that reach within so many km of a point."""
        for first, last in cells_near(lat, lon, km):
            row = self._first_in(first)
            while row < self.size and self._cell(row) <= last:
                yield row
                row += 1

    def _first_in(self, cell: int) -> int:
        low, high = 0, self.size
        while low < high:
            middle = (low + high) // 2
            if self._cell(middle) < cell:
                low = middle + 1
            else:
                high = middle
        return low

    def _cell(self, row: int) -> int:
        return cell_of(*self.point(row))

    def _record(self, row: int) -> tuple[int, int, int, int, int]:
        if not 0 <= row < self.size:
            raise IndexError(f"row {row} of {self.size}")
        record: tuple[int, int, int, int, int] = _RECORD.unpack_from(self._bytes, self._records + row * _RECORD.size)
        return record

    def _texts(self, row: int) -> list[str]:
        block, within = divmod(row, BLOCK)
        number, lines = self._block
        if number != block:
            first, last = struct.unpack_from("<II", self._bytes, self._offsets + 4 * block)
            lines = zlib.decompress(self._bytes[self._blob + first : self._blob + last]).split(b"\n")
            self._block = (block, lines)
        return lines[within].decode("utf-8").split("\t")


def _is_key(key: str) -> bool:
    """Whether a trie may be asked: NUL ends a string in marisa, and a lone surrogate is no UTF-8."""
    return "\0" not in key and (key.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in key))


def write_pack(path: Path, rows: Iterable[Row], header: dict[str, Any]) -> None:
    """Pack rows into `path` (ending in .rows) and the .names beside it; all of them are held in memory.

    Args:
        path: the file of rows.
        rows: in any order; the files depend only on what they hold.
        header: what to remember of the layer: texts and numbers.
    """
    packed = sorted(rows, key=lambda row: (_packed_cell(row.place), row.place.id))
    names = path.with_suffix(".names")
    _write_names(_beside(names), packed)
    full = header | {
        "rows": len(packed),
        "demonyms": sum(len(row.demonyms) for row in packed),
        "borders": [number for number, row in enumerate(packed) if is_border(row.place) and not row.same_as],
        "capitals": sorted({row.same_as or row.place.id for row in packed if row.place.kind == "capital"}),
    }
    told = json.dumps(full, ensure_ascii=True, sort_keys=True).encode()
    blocks = [_block(packed[at : at + BLOCK]) for at in range(0, len(packed), BLOCK)]
    with _beside(path).open("wb") as file:
        file.write(_HEAD.pack(_MAGIC, FORMAT, KEYS_VERSION, len(told)))
        file.write(told)
        file.writelines(map(_record, packed))
        offset = 0
        for block in (b"", *blocks):
            offset += len(block)
            file.write(struct.pack("<I", offset))
        file.writelines(blocks)
    for written in (names, path):  # a program that maps the old files goes on with them
        _beside(written).replace(written)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _packed_cell(place: Place) -> int:
    """The cell of a place's coordinates as they will be read back."""
    return cell_of(round(place.lat * 1e7) / 1e7, round(place.lon * 1e7) / 1e7)


def is_border(place: Place) -> bool:
    """Whether a place is the border of two countries."""
    return place.kind == "border" and "|" in place.country


def _record(row: Row) -> bytes:
    place = row.place
    return _RECORD.pack(round(place.lat * 1e7), round(place.lon * 1e7), round(place.radius_km * 1000),
                        place.population, _IS_SAME if row.same_as else 0)  # fmt: skip


def _block(rows: list[Row]) -> bytes:
    return zlib.compress("\n".join("\t".join(map(_cell_text, _texts(row))) for row in rows).encode("utf-8"), 9)


def _texts(row: Row) -> tuple[str, ...]:
    place = row.place
    return (place.id, place.name, place.kind, place.country, place.admin1,
            "|".join(alias.replace("|", " ") for alias in place.aliases), place.name_ar, place.source,
            row.same_as)  # fmt: skip


def _cell_text(text: str) -> str:
    return text.translate({9: " ", 10: " ", 13: " "})


def _write_names(path: Path, rows: list[Row]) -> None:
    from marisa_trie import BytesTrie  # noqa: PLC0415 - as above

    BytesTrie(_marked(rows)).save(str(path))


def _marked(rows: list[Row]) -> Iterator[tuple[str, bytes]]:
    for number, row in enumerate(rows):
        value = _NUMBER.pack(number)
        yield _ID + row.place.id, value
        for demonym in row.demonyms:
            yield _DEMONYM + plain_key(demonym), value
        for key_set, key in keys_of(row.place):
            yield key_set.mark + key, value
