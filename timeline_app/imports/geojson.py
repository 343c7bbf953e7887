"""GeoJSON (RFC 7946): features become events, points their places; longitude comes first."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

from timeline_app.errors import InvalidData
from timeline_app.imports.cells import read_date
from timeline_app.imports.lists import LOOKED_AT, cell_of, shape, shown
from timeline_app.imports.rows import Importer, Row, check_point
from timeline_app.model import Timeline, check_latitude, check_longitude

GEOMETRIES = (
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
)  # fmt: skip
TYPES = ("FeatureCollection", "Feature", *GEOMETRIES)

Point = tuple[float, float]

_ALIKE = 0.01
"""Degrees, about a kilometre: a point written with fewer digits is the same."""


def read_geojson(value: Mapping[str, Any], importer: Importer) -> Timeline:
    """The events of a FeatureCollection or a Feature.

    Properties are named as the columns of the csv form; `when` may also be an object of Linked Places
    (`{"timespans": [{"start": {"in": "2017-08-28"}}]}`). Every Point or MultiPoint is a place. Other
    geometries have no single place: the event is kept, and a problem says so.

    Raises:
        InvalidData: it is a bare geometry, or `features` is no list.
    """
    features = _features(value, importer.name)
    told = [_properties(feature) for feature in features]
    keys = dict.fromkeys(key for properties in told for key in properties)
    columns = importer.fields(keys, lambda key: (shown(properties.get(key)) for properties in told[:LOOKED_AT]))
    trusted = _is_wgs84(value.get("crs"))
    if not trusted:
        importer.note(
            None, "declares a coordinate system other than WGS 84; no coordinates are taken from it",
            "export it again as WGS 84 (EPSG:4326)",
        )  # fmt: skip
    numbered = enumerate(features, 1)
    rows = (_row(number, feature, columns, importer, trusted) for number, feature in numbered)
    return importer.timeline([row for row in rows if row is not None])


def _features(value: Mapping[str, Any], name: str) -> list[Any]:
    if value["type"] == "Feature":
        return [value]
    if value["type"] != "FeatureCollection":
        raise InvalidData(name, f"is a bare {value['type']} without properties", "a layer without its table")
    features = value.get("features")
    if not isinstance(features, list):
        raise InvalidData(name, f"'features' should be a list, not {shape(features)}", "it is no GeoJSON")
    return features


def _properties(feature: object) -> dict[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _is_wgs84(crs: object) -> bool:
    """GeoJSON of 2008 could name another system; RFC 7946 section 4 knows WGS 84 only."""
    if crs is None:
        return True
    properties = crs.get("properties") if isinstance(crs, dict) else None
    named = str(properties.get("name", "")).upper() if isinstance(properties, dict) else ""
    return named.endswith(("CRS84", "EPSG:4326", "EPSG::4326"))


def _row(number: int, feature: object, columns: Mapping[str, str], importer: Importer, trusted: bool) -> Row | None:
    """The feature as a row, None (and a problem) when it tells of nothing."""
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        importer.leave_out(number, f"is {shape(feature)} but no Feature; left out")
        return None
    properties = _properties(feature)
    if not properties and feature.get("geometry") is None:
        importer.leave_out(number, "has neither properties nor geometry; left out", "an empty row was exported")
        return None
    cells = _cells(number, feature, properties, columns, importer)
    points = tuple(_points(number, feature.get("geometry"), importer)) if trusted else ()
    if trusted:
        _heed_point(number, properties, columns, points, cells, importer)
    mark = json.dumps(feature.get("geometry"), sort_keys=True)
    return Row(number, cells, points, mark)


def _heed_point(
    number: int,
    properties: Mapping[str, Any],
    columns: Mapping[str, str],
    points: tuple[Point, ...],
    cells: dict[str, str],
    importer: Importer,
) -> None:
    """Take latitude and longitude from the properties where no geometry gives a point; say so where they differ."""
    try:
        told = [cell_of(name, properties.get(columns.get(name, ""))).strip() for name in ("lat", "lon")]
        lat, lon = (float(cell) for cell in told)
    except ValueError:
        return
    if not points:
        cells["lat"], cells["lon"] = told
    elif all(max(abs(lat - point[0]), abs(lon - point[1])) > _ALIKE for point in points):
        what = f"its properties give the point {lat:g}, {lon:g}, its geometry {points[0][0]:g}, {points[0][1]:g}"
        importer.note(number, f"{what}, which counts", "one of them was not corrected along")


def _cells(
    number: int,
    feature: Mapping[str, Any],
    properties: Mapping[str, Any],
    columns: Mapping[str, str],
    importer: Importer,
) -> dict[str, str]:
    values = {field: properties.get(key) for field, key in columns.items() if field not in ("lat", "lon")}
    said = importer.said.values()
    if "id" not in said:
        values["id"] = _counting(number, "id", values.get("id"), feature.get("id"), importer)
    for source in (properties, feature):
        if isinstance(source.get("when"), dict) and "date" not in said:
            values["date"] = _counting(number, "date", values.get("date"), _edtf_of(source["when"]), importer)

    def read(field: str, value: object, key: str) -> str:
        try:
            return cell_of(field, value)
        except ValueError as fault:
            importer.note(number, f"property {key!r:.60} {fault}; left out")
            return ""

    cells = {field: read(field, value, columns.get(field, field)) for field, value in values.items()}
    return importer.with_further(cells, columns, lambda field, key: read(field, properties.get(key), key))


def _counting(number: int, field: str, told: object, own: object, importer: Importer) -> object:
    """What the feature itself says of a field before what its properties say; a remark where the two differ."""
    if own is None:
        return None if isinstance(told, dict) else told
    if isinstance(told, dict):
        return own
    if told not in (None, "") and _plainly(field, told) != _plainly(field, own):
        whose = "the feature's own id" if field == "id" else "'when'"
        importer.note(
            number, f"its property {field} is {str(told)!r:.60}, but {whose} {str(own)!r:.60}, which counts",
            "one of them was not corrected along",
        )  # fmt: skip
    return own


def _plainly(field: str, value: object) -> str:
    """A value as compared: a date in whatever form it is written."""
    if field != "date":
        return str(value).strip()
    try:
        found = read_date(str(value).strip())
    except ValueError:
        return str(value).strip()
    return found[0].edtf if found else ""


def _edtf_of(when: Mapping[str, Any]) -> str | None:
    """The EDTF our own export adds to a Linked Places `when`, else its first timespan: a start, and perhaps an end."""
    if isinstance(when.get("edtf"), str):
        return str(when["edtf"])
    spans = when.get("timespans")
    span = spans[0] if isinstance(spans, list) and spans else when
    ends = [_side(span.get(name)) for name in ("start", "end")] if isinstance(span, dict) else []
    told = [end for end in ends if end]
    return "/".join(dict.fromkeys(told)) if told else None


def _side(side: object) -> str:
    if isinstance(side, str):
        return side
    if not isinstance(side, dict):
        return ""
    earliest, latest = side.get("earliest"), side.get("latest")
    if isinstance(earliest, str) and isinstance(latest, str):
        return f"[{earliest}..{latest}]"
    said = side.get("in", earliest or latest)
    return said if isinstance(said, str) else ""


def _points(number: int, geometry: object, importer: Importer) -> Iterator[Point]:
    """The points of a geometry as (lat, lon); what has no single point is reported."""
    if geometry is None:
        return
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if not isinstance(geometry, dict) or kind not in GEOMETRIES:
        importer.note(number, f"its geometry is {shape(geometry)} of no known type; not placed by it")
    elif kind == "GeometryCollection":
        members = geometry.get("geometries")
        for member in members if isinstance(members, list) else ():
            yield from _points(number, member, importer)
    elif kind not in ("Point", "MultiPoint"):
        importer.note(number, f"a {kind} has no single place; the event is kept without its shape")
    else:
        yield from _positions(number, kind, geometry.get("coordinates"), importer)


def _positions(number: int, kind: str, coordinates: object, importer: Importer) -> Iterator[Point]:
    many = coordinates if kind == "MultiPoint" and isinstance(coordinates, list) else [coordinates]
    for position in many:
        try:
            yield _position(position)
        except ValueError as fault:
            importer.note_fault(number, fault, "not placed by it")


def _position(position: object) -> Point:
    """A position's (lat, lon): longitude first in the file, a height after them is not read.

    Raises:
        ValueError: for anything that is no point on Earth.
    """
    if not isinstance(position, list) or len(position) < 2:
        raise ValueError("a point needs [longitude, latitude]")
    lon, lat = (_number(value) for value in position[:2])
    return check_point(check_latitude(lat), check_longitude(lon))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"a point needs numbers, not {shape(value)}")
    return float(value)
