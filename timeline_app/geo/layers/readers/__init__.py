"""Readers of gazetteer files, one a format; which one a file needs is told by its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from timeline_app.geo.layers.readers import csv_rows, geojson, geonames, linked_places
from timeline_app.geo.layers.readers.checks import RowFault
from timeline_app.geo.layers.readers.text import head_of
from timeline_app.model import Place

Reader = Callable[[Path], Iterator[tuple[int, Place | RowFault]]]
"""Gives the line (or the number of the item) and the place of every row, or what is wrong with the row."""

READERS: dict[str, tuple[Callable[[str], bool], Reader]] = {
    "GeoJSON": (geojson.looks_so, geojson.read),
    "Linked Places TSV": (linked_places.looks_so, linked_places.read),
    "GeoNames": (geonames.looks_so, geonames.read),
    "CSV": (csv_rows.looks_so, csv_rows.read),
}
"""By name: whether the first lines of a file look like it, and its reader. The last one takes all others."""


def format_of(path: Path) -> str:
    """The name of a file's format, see `READERS`.

    Raises:
        UnreadableFile: missing, a folder, empty or no UTF-8.
    """
    head = head_of(path)
    return next(name for name, (looks_so, _) in READERS.items() if looks_so(head))
