"""Reading a gazetteer layer: a CSV file whose bad rows become Problems and whose good rows load."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator
from pathlib import Path

from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.model import Place, Problem

COLUMNS = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "aliases", "name_ar", "source")
"""Our columns, in the order of `gazetteer.csv`."""

_SYNONYMS = {
    "latitude": "lat", "y": "lat", "longitude": "lon", "lng": "lon", "long": "lon", "x": "lon",
    "alt_names": "aliases", "alternatenames": "aliases", "alternate_names": "aliases", "alias": "aliases",
    "title": "name", "place": "name", "geonameid": "id", "country_code": "country", "cc": "country",
    "admin1_name": "admin1", "province": "admin1", "governorate": "admin1", "type": "kind",
    "feature": "kind", "radius": "radius_km", "pop": "population", "arabic": "name_ar",
}  # fmt: skip
_REQUIRED = ("id", "name", "lat", "lon")
_LIKELY_RADIUS_KM = {
    "country": 300.0, "governorate": 70.0, "province": 70.0, "admin1": 70.0, "desert": 100.0, "region": 40.0,
    "border": 100.0, "river": 150.0, "valley": 80.0, "district": 20.0, "mountain": 15.0, "oilfield": 10.0,
    "city": 8.0, "town": 4.0, "base": 3.0, "village": 2.0, "crossing": 1.0,
}  # fmt: skip
"""Where a layer names no radius: the usual half extent of such a place in Syria, Lebanon and Iraq."""

_CELL_LIMIT = 16_000_000  # characters; Python's own limit of 131,072 would lose rows with many aliases


def read_gazetteer_csv(path: Path | str) -> tuple[list[Place], list[Problem]]:
    """The places of a CSV layer in our columns (see `COLUMNS`; id, name, lat and lon are needed).

    Every cell is text and nothing is guessed to be missing. Common other names of the columns
    (latitude, lng, alt_names ...) are understood.

    Returns:
        The good rows and a Problem for every row that is not used.

    Raises:
        UnreadableFile: missing, a folder, empty or no UTF-8.
        InvalidData: a needed column is missing or doubled, or two rows share one id.
    """
    path = Path(path)
    places: list[Place] = []
    problems: list[Problem] = []
    lines_by_id: dict[str, int] = {}
    for line, row in _rows(path):
        place = _place(path.name, line, row, problems)
        key = row.get("id", "").strip()
        if key and lines_by_id.setdefault(key, line) != line:
            raise InvalidData(
                path.name,
                f"id {key!r} is used by the rows {lines_by_id[key]} and {line}",
                "a row was copied without giving it an id of its own",
            )
        if place is not None:
            places.append(place)
    return places, problems


def _text_of(path: Path) -> str:
    if path.is_dir():
        raise UnreadableFile(path.name, "is a folder", "name the CSV file in it")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UnreadableFile(path.name, "there is no such file") from None
    except OSError as fault:
        raise UnreadableFile(path.name, f"cannot be read: {fault.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableFile(path.name, "is not UTF-8", "save it as 'CSV UTF-8'") from None
    if not text.strip():
        raise UnreadableFile(path.name, "is empty")
    return text


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of every row that is as long as the header; others come with a fault."""
    text = _text_of(path)
    old_limit = csv.field_size_limit(_CELL_LIMIT)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        header = _header(path.name, next(reader))
        line = reader.line_num + 1
        for cells in reader:
            if cells:
                yield line, _cells(header, cells)
            line = reader.line_num + 1
    except csv.Error as fault:
        raise InvalidData(path.name, f"is no CSV: {fault}", 'a quotation mark (") is not closed') from None
    finally:
        csv.field_size_limit(old_limit)


def _cells(header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) != len(header):
        return {"id": cells[0], "": f"{len(cells)} cells where the header has {len(header)}"}
    return dict(zip(header, cells, strict=True))


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


def _place(source: str, line: int, row: dict[str, str], problems: list[Problem]) -> Place | None:
    """The place of a row, or None after noting what is wrong with it."""
    try:
        return _checked_place(source, row)
    except _RowFault as fault:
        problems.append(Problem(source, line, fault.what, fault.likely))
    except ValueError as fault:
        problems.append(Problem(source, line, str(fault)))
    return None


class _RowFault(ValueError):
    def __init__(self, what: str, likely: str) -> None:
        super().__init__(what)
        self.what, self.likely = what, likely


def _checked_place(source: str, row: dict[str, str]) -> Place:
    if "" in row and len(row) == 2:
        raise _RowFault(row[""], "a comma inside a cell that is not quoted, or a cell too many")
    if not row["id"].strip():
        raise _RowFault("no id", "the cell was left empty")
    if not row["name"].strip():
        raise _RowFault("no name", "the cell was left empty")
    lat, lon = _number(row["lat"], "latitude"), _number(row["lon"], "longitude")
    _check_ranges(lat, lon)
    kind = row.get("kind", "").strip().casefold()
    radius = row.get("radius_km", "").strip()
    return Place(
        id=row["id"].strip(),
        name=row["name"].strip(),
        kind=kind,
        country=row.get("country", "").strip().upper(),
        admin1=row.get("admin1", "").strip(),
        lat=lat,
        lon=lon,
        radius_km=_number(radius, "radius_km") if radius else _LIKELY_RADIUS_KM.get(kind, 5.0),
        aliases=tuple(alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip()),
        name_ar=row.get("name_ar", "").strip(),
        source=row.get("source", "").strip() or source,
        population=_population(row.get("population", "")),
    )


def _number(cell: str, what: str) -> float:
    cell = cell.strip()
    if not cell:
        raise _RowFault(f"no {what}", "the cell was left empty")
    if "," in cell:
        raise _RowFault(f"{what} {cell!r} is no number", "a decimal comma: write a point")
    if not cell.isascii() or "_" in cell:
        raise _RowFault(f"{what} {cell[:40]!r} is no number", "other digits than 0 to 9")
    try:
        value = float(cell)
    except ValueError:
        raise _RowFault(
            f"{what} {cell[:40]!r} is no number", "degrees, minutes and seconds: write decimal degrees"
        ) from None
    if not math.isfinite(value):
        raise _RowFault(f"{what} {cell[:40]!r} is not a finite number", "an empty value written out by a program")
    return value


def _check_ranges(lat: float, lon: float) -> None:
    if abs(lat) > 90:
        swapped = abs(lat) <= 180 and abs(lon) <= 90
        likely = "latitude and longitude are exchanged" if swapped else "a digit too many or a lost point"
        raise _RowFault(f"latitude {lat:g} is beyond 90", likely)
    if abs(lon) > 180:
        raise _RowFault(f"longitude {lon:g} is beyond 180", "a digit too many or a lost point")
    if lat == 0 and lon == 0:
        raise _RowFault("the point 0, 0 lies in the open Atlantic", "unknown coordinates written as zeros")


def _population(cell: str) -> int:
    """Inhabitants, 0 when unknown."""
    cell = cell.strip()
    if not cell:
        return 0
    if not (cell.isascii() and cell.isdigit() and len(cell) < 12):
        raise _RowFault(f"population {cell[:40]!r} is no whole number", "words or separators in a number cell")
    return int(cell)
