"""Linked Places TSV (LP-TSV 0.5, the World Historical Gazetteer's table form), one place a line.

Read are id, title, title_source, variants, ccodes, types, parent_name, lon, lat and geowkt; several values
of a cell are parted by semicolons. Times and links are left: a place of ours has neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from timeline_app.errors import InvalidData
from timeline_app.geo.layers.readers.checks import RowFault, place_from
from timeline_app.geo.layers.readers.geonames import is_arabic
from timeline_app.geo.layers.readers.text import first_line, opened, tabbed_lines
from timeline_app.model import Place

_POINT = re.compile(r"\s{0,3}POINT\s{0,3}\(\s{0,3}(\S{1,30})\s{1,3}(\S{1,30}?)\s{0,3}\)\s{0,3}", re.IGNORECASE)
# "POINT (36.29 33.51)": longitude first

_KINDS = {
    "settlement": "town", "populated place": "town", "inhabited place": "town", "city": "city", "town": "town",
    "village": "village", "district": "district", "country": "country", "region": "region", "river": "river",
}  # fmt: skip
"""Types as people write them, to our kinds; others are kept as they are."""


def looks_so(head: str) -> bool:
    """A header of tabbed columns with id and title."""
    names = _columns(first_line(head).split("\t"))
    return "id" in names and "title" in names and len(names) > 2


def read(path: Path) -> Iterator[tuple[int, Place | RowFault]]:
    """The rows, see `readers.Reader`.

    Raises:
        UnreadableFile: missing, a folder or no UTF-8.
        InvalidData: neither lon and lat nor geowkt are among the columns.
    """
    with opened(path) as file:
        lines = tabbed_lines(file)
        header = _columns(next(lines)[1])
        if not ({"lat", "lon"} <= set(header) or "geowkt" in header):
            raise InvalidData(path.name, "no columns 'lon' and 'lat' and no 'geowkt'", "a table of names only")
        for line, cells in lines:
            yield line, _place(path.name, header, cells)


def _columns(cells: list[str]) -> list[str]:
    return [cell.strip().casefold() for cell in cells]


def _place(source: str, header: list[str], cells: list[str]) -> Place | RowFault:
    if len(cells) > len(header):
        return RowFault(f"{len(cells)} cells where the header has {len(header)}", "a tab inside a cell")
    row = dict(zip(header, cells, strict=False))  # programs leave out empty cells at the end of a line
    lat, lon = row.get("lat", ""), row.get("lon", "")
    if not lat.strip() and not lon.strip() and row.get("geowkt", "").strip():
        point = _POINT.fullmatch(row["geowkt"])
        if point is None:
            return RowFault(
                f"geowkt {row['geowkt'][:40]!r} is no point", "a line or an area: give its middle as lon, lat"
            )
        lon, lat = point.groups()
    variants = [name for name in _parted(row.get("variants", "")) if name]
    arabic = next((name for name in variants if is_arabic(name)), "")
    kind = next(iter(_parted(row.get("types", ""))), "").casefold()
    named = {
        "id": row.get("id", ""), "name": row.get("title", ""), "lat": lat, "lon": lon, "name_ar": arabic,
        "kind": _KINDS.get(kind, kind), "country": "|".join(_parted(row.get("ccodes", ""))),
        "admin1": row.get("parent_name", ""), "source": row.get("title_source", ""),
    }  # fmt: skip
    return place_from(named, source, tuple(name for name in variants if name != arabic))


def _parted(cell: str) -> list[str]:
    """The values of a cell; a variant's language ("Wien@de") is left out."""
    return [value.strip().rsplit("@", 1)[0] for value in cell.split(";") if value.strip()]
