"""KML (OGC 07-147r2): Placemarks become events; of what else is in such a file nothing is followed or fetched."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from timeline_app.documents.archive import read_member
from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.imports.html_text import plain_text
from timeline_app.imports.rows import Importer, Row, check_point
from timeline_app.imports.shapes import Point, circle_around
from timeline_app.imports.strict_xml import local, whole
from timeline_app.model import EVENT_TYPES, Timeline, check_latitude, check_longitude

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHAPES = {"LineString": "line", "LinearRing": "line", "Polygon": "area", "Track": "track"}
_UNREAD = ("NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Tour", "Model", "MultiTrack")
"""Things beside Placemarks: pictures, and links to other files, which nobody here follows."""

_OWN = {"origin", "modality", "review"}
"""Data that show a Placemark to be an export of ours."""

# "2017", "2017-08", "2017-08-30", "2017-08-30T14:05:00Z": years of four digits, no era before ours
_TIME = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(T[\d:.]{2,20}(?:Z|[+-]\d\d:?\d\d)?)?")


def is_kml(root: str) -> bool:
    """Whether an XML element of that name is KML's outermost."""
    return root in ("kml", "Document", "Folder", "Placemark")


def kml_of_archive(archive: zipfile.ZipFile, name: str) -> bytes:
    """The KML in a KMZ archive: "doc.kml", or the first one of its outermost folder.

    Raises:
        UnreadableFile: there is none, it is broken, or made to do harm.
    """
    found = [member for member in archive.namelist() if member.lower().endswith(".kml")]
    if not found:
        raise UnreadableFile(name, "is a zip archive without a spreadsheet or KML in it", "unpack it first")
    chosen = min(found, key=lambda member: (member.count("/"), member.lower() != "doc.kml", found.index(member)))
    return read_member(archive, chosen, name)


def read_kml(data: bytes, importer: Importer) -> Timeline:
    """The events of a KML file, one row a Placemark.

    A TimeStamp is the date, a TimeSpan what lasted. A Point is the place; of a line or an area the circle
    around it, so that its radius says how vague that is. `ExtendedData` bears the names of the csv's columns;
    what our own export wrote there counts for more than what was made of it for the eye.

    Raises:
        InvalidData: broken, too deep, with a DOCTYPE, or without a Placemark.
    """
    root = whole(data, importer.name)
    if not is_kml(local(root)):
        raise InvalidData(importer.name, f"is XML of no known kind: <{local(root):.40}>", "only KML is read")
    marks = list(_placemarks(root))
    if not marks:
        raise InvalidData(importer.name, "holds no Placemark", "it only links to another file, or holds pictures")
    columns = _columns(marks, importer)
    _note_unread(root, importer)
    return importer.timeline([_row(number, mark, columns, importer) for number, mark in enumerate(marks, 1)])


@dataclass(slots=True)
class _Mark:
    """A Placemark with the name of its folder and its own data."""

    element: _Element
    folder: str
    data: dict[str, str] = field(default_factory=dict)


def _placemarks(root: _Element) -> Iterator[_Mark]:
    """In the order of the file; the depth of folders is bounded by `strict_xml`."""
    waiting = [(root, "")]
    while waiting:
        element, folder = waiting.pop()
        kind = local(element)
        if kind == "Placemark":
            yield _Mark(element, folder, dict(_extended(element)))
        elif kind in ("kml", "Document", "Folder"):
            inner = _text(element, "name") if kind == "Folder" else folder
            waiting.extend((child, inner) for child in reversed(element))


def _extended(mark: _Element) -> Iterator[tuple[str, str]]:
    """Names and values of `Data` and `SimpleData`; the first of a name counts."""
    seen: set[str] = set()
    for element in mark.iter():
        name = element.get("name", "")
        if local(element) not in ("Data", "SimpleData") or not name or name in seen:
            continue
        seen.add(name)
        yield name, _text(element, "value") if local(element) == "Data" else (element.text or "").strip()


def _columns(marks: list[_Mark], importer: Importer) -> dict[str, str]:
    """Which of the data's names gives each field; they have fixed names, so nobody is asked."""
    names = dict.fromkeys(name for mark in marks for name in mark.data)
    columns = importer.fields(names, lambda _: ())
    importer.columns = ()
    return {field: name for field, name in columns.items() if field not in ("lat", "lon")}


def _note_unread(root: _Element, importer: Importer) -> None:
    counts = Counter(local(element) for element in root.iter())
    for kind in _UNREAD:
        if counts[kind]:
            importer.note(None, f"{counts[kind]} {kind} not read: nothing outside the Placemarks is", "")


def _row(number: int, mark: _Mark, columns: dict[str, str], importer: Importer) -> Row:
    told = {field: mark.data[name] for field, name in columns.items() if mark.data.get(name)}
    cells = _cells(number, mark, is_own=mark.data.keys() >= _OWN, importer=importer) | told
    cells.setdefault("id", mark.element.get("id") or "")
    points, radius = _places(number, mark.element, importer)
    if radius and "radius_km" not in cells:
        cells["radius_km"] = f"{radius:g}"
    return Row(number, cells, tuple(dict.fromkeys(points)))


def _cells(number: int, mark: _Mark, is_own: bool, importer: Importer) -> dict[str, str]:
    """What the elements say; of our own export the date and the description say again what the data say."""
    title = plain_text(_text(mark.element, "name"))
    if is_own:
        return {"title": _text(mark.element, "name")}
    description = plain_text(_text(mark.element, "description"))
    first, _, rest = description.partition("\n")
    kind = mark.folder.strip().casefold()
    return {
        "title": title or first[:200],
        "summary": description if title else rest,
        "type": kind if kind in EVENT_TYPES else "",
        "place": _text(mark.element, "address"),
        **_times(number, mark.element, importer),
    }


def _times(number: int, mark: _Element, importer: Importer) -> dict[str, str]:
    for element in mark:
        if local(element) == "TimeStamp":
            return {"date": _time(number, _text(element, "when"), importer)}
        if local(element) == "TimeSpan":
            ends = [_time(number, _text(element, end), importer) for end in ("begin", "end")]
            if all(ends):
                return {"date": ends[0], "end": ends[1]}
            if any(ends):
                side = "begins" if ends[0] else "ends"
                importer.note(
                    number, f"only {side} on {ends[0] or ends[1]}; that day is taken", "the other end is open"
                )
            return {"date": ends[0] or ends[1]}
    return {}


def _time(number: int, words: str, importer: Importer) -> str:
    """The day, month or year of a KML time; its clock time is told but not reckoned with."""
    match = _TIME.fullmatch(words)
    if match is None or match[2] is None:
        return words
    if not match[2].startswith("T00:00:00"):
        importer.note(number, f"the clock time of {words} is not read", "")
    return match[1]


def _places(number: int, mark: _Element, importer: Importer) -> tuple[list[Point], float]:
    """The points of a Placemark, and the radius of the largest circle around a line or an area of it."""
    points: list[Point] = []
    radii = [0.0]
    for element in _geometries(mark):
        kind = local(element)
        try:
            found = _coordinates(element)
            if kind == "Point":
                points += _single(found)
                continue
            middle, radius = circle_around(found)
        except ValueError as fault:
            importer.note_fault(number, fault, f"not placed by its {_SHAPES.get(kind, 'point')}")
            continue
        points.append(middle)
        radii.append(radius)
        importer.note(number, f"a {_SHAPES[kind]} is kept as the circle around it, {radius:g} km in radius")
    return points, max(radii)


def _geometries(mark: _Element) -> Iterator[_Element]:
    """Points, lines and areas, those of a MultiGeometry too; the rings of an area are its own."""
    waiting = [mark]
    while waiting:
        element = waiting.pop()
        for child in element:
            if local(child) in ("Point", *_SHAPES):
                yield child
            elif local(child) == "MultiGeometry":
                waiting.append(child)


def _coordinates(element: _Element) -> list[Point]:
    """Every "lon,lat[,height]" under an element as (lat, lon).

    Raises:
        ValueError: one that is no point on Earth.
    """
    texts = [_track_point(inner) if local(inner) == "coord" else inner.text or "" for inner in element.iter()
             if local(inner) in ("coordinates", "coord")]  # fmt: skip
    return [_position(words) for text in texts for words in _SPACED_COMMA.sub(",", text).split()]


def _track_point(coord: _Element) -> str:
    """A track's "lon lat height" in the way of `coordinates`."""
    return ",".join((coord.text or "").split())


# "30.52 , 50.45": spaces part positions, but some people write them around the comma.
_SPACED_COMMA = re.compile(r"[ \t]{0,20},[ \t]{0,20}")
# "30.52", "-1e-3"
_NUMBER = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?")


def _position(words: str) -> Point:
    parts = words.split(",")
    if len(parts) < 2 or not all(_NUMBER.fullmatch(part) for part in parts[:2]):
        raise ValueError(f"{words!r:.60} is not written longitude,latitude")
    return check_point(check_latitude(float(parts[1])), check_longitude(float(parts[0])))


def _single(points: list[Point]) -> list[Point]:
    if len(points) != 1:
        raise ValueError(f"a Point with {len(points)} positions")
    return points


def _text(element: _Element, name: str) -> str:
    """The words of a child of that name, "" when there is none."""
    return next(((child.text or "").strip() for child in element if local(child) == name), "")
