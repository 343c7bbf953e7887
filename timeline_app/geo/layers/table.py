"""Reading a gazetteer layer of any format: bad rows become Problems, good rows load."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from timeline_app.errors import InvalidData
from timeline_app.geo.layers.readers import READERS, csv_rows, format_of
from timeline_app.geo.layers.readers.checks import RowFault
from timeline_app.model import Place, Problem

COLUMNS = ("id", "name", "kind", "country", "admin1", "lat", "lon", "radius_km", "aliases", "name_ar", "source")
"""Our columns, in the order of `gazetteer.csv`."""

MOST_PROBLEMS = 1000
"""Problems kept of one file: a file of a million bad rows must not fill the memory with them."""


def read_gazetteer_csv(path: Path | str) -> tuple[list[Place], list[Problem]]:
    """The places of a CSV layer in our columns (see `COLUMNS`; id, name, lat and lon are needed).

    Every cell is text and nothing is guessed to be missing. Common other names of the columns
    (latitude, lng, alt_names ...) are understood.

    Returns:
        The good rows and a Problem for every row that is not used.

    Raises:
        UnreadableFile: missing, a folder, empty or no UTF-8.
        InvalidData: a needed column is missing or doubled, two rows share one id, or there is no row.
    """
    path, problems = Path(path), list[Problem]()
    rows = csv_rows.read(path)
    return list(_unique(path, _good(path, rows, problems))), problems


def stream_layer(path: Path, problems: list[Problem], known: Callable[[str], bool] | None = None) -> Iterator[Place]:
    """The good rows of a file of any format (see `readers.READERS`), as they are read.

    Args:
        path: the file.
        problems: gets what is wrong with the other rows.
        known: whether an id came before, for files whose ids are too many to remember here.

    Raises:
        UnreadableFile, InvalidData: as `read_gazetteer_csv`, possibly after some rows.
    """
    _, read = READERS[format_of(path)]
    return _unique(path, _good(path, read(path), problems), known)


def _good(
    path: Path, rows: Iterator[tuple[int, Place | RowFault]], problems: list[Problem]
) -> Iterator[tuple[int, Place]]:
    """The rows without a fault; of a file without any row, its fault."""
    line, faults = 0, 0
    for line, row in rows:
        if isinstance(row, Place):
            yield line, row
        elif (faults := faults + 1) <= MOST_PROBLEMS:
            problems.append(Problem(path.name, line, row.what, row.likely))
    if faults > MOST_PROBLEMS:
        problems.append(Problem(path.name, None, f"{faults - MOST_PROBLEMS} more rows are not used"))
    if not line:
        raise InvalidData(path.name, "has no rows", "only the header was saved")


def _unique(
    path: Path, rows: Iterator[tuple[int, Place]], known: Callable[[str], bool] | None = None
) -> Iterator[Place]:
    """The places, until an id comes again: then one of the two rows would silently be lost."""
    seen: set[str] = set()
    for line, place in rows:
        if place.id in seen if known is None else known(place.id):
            raise InvalidData(
                path.name,
                f"id {place.id!r} is used by the rows {_line_of(path, place.id)} and {line}",
                "a row was copied without giving it an id of its own",
            )
        if known is None:
            seen.add(place.id)
        yield place


def _line_of(path: Path, place_id: str) -> int:
    """Where an id comes first: the file is read once more, as only files that are refused need this."""
    _, read = READERS[format_of(path)]
    return next(line for line, row in read(path) if isinstance(row, Place) and row.id == place_id)
