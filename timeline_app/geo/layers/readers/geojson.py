"""GeoJSON points (RFC 7946), also in the Linked Places form; features are read one at a time.

Read are `id` and the properties that bear the names of our columns or usual other ones (title, ccodes,
population). Longitude comes first in GeoJSON. Lines and areas are no points and become problems.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from timeline_app.errors import InvalidData
from timeline_app.geo.layers.readers.checks import RowFault, place_from
from timeline_app.geo.layers.readers.geonames import is_arabic
from timeline_app.geo.layers.readers.text import opened
from timeline_app.model import Place

_CHUNK = 1 << 20  # characters read at a time
_SPACE = " \t\r\n"
_DECODER = json.JSONDecoder()
_TEXTS = {
    "name": ("name", "title", "NAME", "name_en", "name:en"), "kind": ("kind", "type", "feature", "place"),
    "country": ("country", "ccodes", "country_code", "iso2", "cc"), "admin1": ("admin1", "province", "governorate"),
    "radius_km": ("radius_km", "radius"), "aliases": ("aliases", "alt_names", "alternatenames"),
    "name_ar": ("name_ar", "name:ar", "arabic"), "source": ("source",), "population": ("population", "pop"),
}  # fmt: skip


def looks_so(head: str) -> bool:
    """An object."""
    return head.startswith("{")


def read(path: Path) -> Iterator[tuple[int, Place | RowFault]]:
    """The features, see `readers.Reader`; the number is the feature's, from 1.

    Raises:
        UnreadableFile: missing, a folder or no UTF-8.
        InvalidData: it is no JSON, or has no list of features.
    """
    with opened(path) as file:
        try:
            for number, feature in enumerate(_Stream(file, path.name).features(), 1):
                yield number, _place(path.name, feature)
        except (json.JSONDecodeError, RecursionError):
            raise InvalidData(path.name, "is no JSON", "the file was cut off or edited by hand") from None


class _Stream:
    """The items of the list "features" of a JSON object, without holding all of them."""

    def __init__(self, file: TextIO, name: str) -> None:
        self._file, self._name = file, name
        self._text, self._at, self._grow = "", 0, _CHUNK

    def features(self) -> Iterator[Any]:
        self._expect("{")
        while True:
            key = self._value()
            self._expect(":")
            if key == "features":
                yield from self._items()
                return
            self._value()
            if self._next() != ",":
                raise InvalidData(self._name, "has no list of features", "no GeoJSON FeatureCollection")
            self._expect(",")

    def _items(self) -> Iterator[Any]:
        if self._next() != "[":
            raise InvalidData(self._name, "'features' is no list", "no GeoJSON FeatureCollection")
        self._expect("[")
        while self._next() != "]":
            yield self._value()
            if self._next() != "]":
                self._expect(",")

    def _next(self) -> str:
        """The next character that is no white space, left in place; "" at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def _expect(self, mark: str) -> None:
        if self._next() != mark:
            raise json.JSONDecodeError(f"{mark} expected", "", 0)
        self._at += 1

    def _value(self) -> Any:
        """The next value; a number at the end of what was read may go on, so one character must follow."""
        self._next()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError:
                if not self._more():
                    raise
                continue
            if end == len(self._text) and self._more():
                continue
            self._at, self._grow = end, _CHUNK
            return value

    def _more(self) -> bool:
        """Read on; twice as much each time for one value, so that a large one is not begun over and over."""
        chunk = self._file.read(self._grow)
        self._text, self._at, self._grow = self._text[self._at :] + chunk, 0, self._grow * 2
        return bool(chunk)


def _place(source: str, feature: Any) -> Place | RowFault:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(feature, dict) or not isinstance(properties, dict | None):
        return RowFault("is no feature", "an item without properties and geometry")
    point = _point(feature.get("geometry"))
    if point is None:
        return RowFault("is no point", "a line or an area: give a point in it")
    known = properties or {}
    cells = {name: _text(known, keys) for name, keys in _TEXTS.items()}
    cells["id"] = _plain(feature.get("id")) or _text(known, ("id", "geonameid", "@id")) or _plain(feature.get("@id"))
    aliases = [name for name in (*cells.pop("aliases").split("|"), *_toponyms(feature)) if name != cells["name"]]
    cells["name_ar"] = cells["name_ar"] or next((name for name in aliases if is_arabic(name)), "")
    cells |= {"lon": _plain(point[0]), "lat": _plain(point[1])}
    return place_from(cells, source, tuple(dict.fromkeys(aliases)))


def _point(geometry: Any) -> list[Any] | None:
    """Longitude and latitude of a point, or of the first point of a collection."""
    if not isinstance(geometry, dict):
        return None
    for part in [geometry, *(geometry.get("geometries") or [])]:
        if isinstance(part, dict) and part.get("type") == "Point":
            pair = part.get("coordinates")
            return pair[:2] if isinstance(pair, list) and len(pair) >= 2 else None
    return None


def _text(properties: dict[str, Any], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := _plain(properties.get(name)))), "")


def _plain(value: Any) -> str:
    """A text, a number, or a list of them parted by bars; "" for anything else."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, list):
        return "|".join(filter(None, map(_plain, value[:1000])))
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _toponyms(feature: dict[str, Any]) -> list[str]:
    """Names of the Linked Places form: names[].toponym."""
    names = feature.get("names")
    found = [name.get("toponym") for name in names if isinstance(name, dict)] if isinstance(names, list) else []
    return [name for name in found if isinstance(name, str) and name.strip()]
