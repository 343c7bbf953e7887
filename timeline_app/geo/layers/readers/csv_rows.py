"""CSV files with our columns, or common other names of them; commas or tabs part the cells."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.geo.layers.readers.checks import RowFault, place_from
from timeline_app.geo.layers.readers.text import opened
from timeline_app.model import Place, unguard_cell

_SYNONYMS = {
    "latitude": "lat", "y": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "x": "lon",
    "alt_names": "aliases", "alternatenames": "aliases", "alternate_names": "aliases", "alias": "aliases",
    "title": "name", "place": "name", "geonameid": "id", "country_code": "country", "cc": "country",
    "admin1_name": "admin1", "province": "admin1", "governorate": "admin1", "type": "kind",
    "feature": "kind", "radius": "radius_km", "pop": "population", "arabic": "name_ar",
}  # fmt: skip
_REQUIRED = ("id", "name", "lat", "lon")
_CELL_LIMIT = 16_000_000  # characters; Python's own limit of 131,072 would lose rows with many aliases


def looks_so(_: str) -> bool:
    """Whatever is nothing else."""
    return True


def read(path: Path) -> Iterator[tuple[int, Place | RowFault]]:
    """The rows, see `readers.Reader`; every cell is text and nothing is guessed to be missing.

    Raises:
        UnreadableFile: missing, a folder, empty or no UTF-8.
        InvalidData: a needed column is missing or doubled, or quotation marks do not close.
    """
    old_limit = csv.field_size_limit(_CELL_LIMIT)
    try:
        with opened(path) as file:
            first = file.readline()
            if not first:
                raise UnreadableFile(path.name, "is empty")
            reader = csv.reader(chain([first], file), strict=True, delimiter="\t" if "\t" in first else ",")
            header = _header(path.name, next(reader))
            line = reader.line_num + 1
            for cells in reader:
                if cells:
                    yield line, _place(path.name, header, [unguard_cell(cell) for cell in cells])
                line = reader.line_num + 1
    except csv.Error as fault:
        raise InvalidData(path.name, f"is no CSV: {fault}", 'a quotation mark (") is not closed') from None
    finally:
        csv.field_size_limit(old_limit)


def _place(source: str, header: list[str], cells: list[str]) -> Place | RowFault:
    if len(cells) != len(header):
        what = f"{len(cells)} cells where the header has {len(header)}"
        return RowFault(what, "a comma inside a cell that is not quoted, or a cell too many")
    return place_from(dict(zip(header, cells, strict=True)), source)


def _header(source: str, cells: list[str]) -> list[str]:
    names = [cell.strip().casefold() for cell in cells]
    taken = set(names)
    header = [_SYNONYMS[name] if name in _SYNONYMS and _SYNONYMS[name] not in taken else name for name in names]
    missing = [name for name in _REQUIRED if name not in header]
    if missing:
        likely = "semicolons part the columns; commas are expected" if ";" in "".join(cells) else (
            f"the columns are {', '.join(cells)[:120]}; at least {', '.join(_REQUIRED)} are needed"
        )  # fmt: skip
        raise InvalidData(source, f"no column '{missing[0]}'", likely)
    doubled = [name for name in header if name and header.count(name) > 1]
    if doubled:
        raise InvalidData(source, f"the column '{doubled[0]}' comes twice")
    return header
