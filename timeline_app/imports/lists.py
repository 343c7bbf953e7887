"""Event lists as JSON: a list of objects whose keys are the columns of the csv form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from timeline_app.errors import InvalidData
from timeline_app.imports.rows import Importer, Row
from timeline_app.model import Timeline


def read_list(items: list[Any], importer: Importer) -> Timeline:
    """The events of a list of objects.

    Raises:
        InvalidData: an item is no object, or a field holds what cannot be its value; nothing is loaded.
    """
    name = importer.name
    objects = [item for item in items if isinstance(item, dict)]
    keys = dict.fromkeys(key for item in objects for key in item)
    columns = importer.fields(keys, lambda key: (shown(item.get(key)) for item in objects[:LOOKED_AT]))
    if items and "title" not in columns:
        raise InvalidData(name, "no item has a 'title'", "it is no list of events, or the title has another name")
    rows = [_row(number, item, columns, importer) for number, item in enumerate(items, 1)]
    if not items:
        importer.note(None, "holds no events", "the events were not exported along")
    return importer.timeline(rows)


LOOKED_AT = 200
"""Items whose values are looked at for a sample."""


def shown(value: object) -> str:
    """A value as a person sees it among the samples of its column."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)[:200]


def _row(number: int, item: object, columns: Mapping[str, str], importer: Importer) -> Row:
    """The object as a row.

    Raises:
        InvalidData: naming the item, the key and what it holds.
    """
    if not isinstance(item, dict):
        raise InvalidData(importer.name, f"item {number} is {shape(item)}, not an object", "lists were mixed up")

    def read(field: str, key: str) -> str:
        try:
            return cell_of(field, item.get(key))
        except ValueError as fault:
            where = f"item {number}: {key!r:.60}"
            raise InvalidData(importer.name, f"{where} {fault}", "a value is in the wrong place") from None

    cells = {field: read(field, key) for field, key in columns.items()}
    return Row(number, importer.with_further(cells, columns, read))


_NUMBERS = ("id", "lat", "lon", "radius_km", "quantities")
_LISTS = ("actors", "quantities")


def cell_of(field: str, value: object) -> str:
    """The value as a cell: text as it is, null as "", numbers and lists of texts where they make sense.

    Raises:
        ValueError: saying what was expected.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if field in _NUMBERS and isinstance(value, int | float) and not isinstance(value, bool):
        return _plain(value)
    if field == "date" and isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 9999:
        return f"{value:04d}"
    if field in _LISTS and isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "|".join(value)
    expected = "a number or a text" if field in _NUMBERS else "a text"
    raise ValueError(f"should be {expected}, not {shape(value)}")


def _plain(number: float) -> str:
    """Without exponent, so that 1e-05 is read back as what it is."""
    return str(number) if isinstance(number, int) else f"{number:.12f}".rstrip("0").rstrip(".")


def shape(value: object) -> str:
    """What a JSON value is, for messages."""
    names: Iterable[tuple[type, str]] = (
        (bool, "true or false"), (str, "a text"), (dict, "an object"), (list, "a list"), (int, "a number"),
        (float, "a number"),
    )  # fmt: skip
    return next((word for kind, word in names if isinstance(value, kind)), "null")
