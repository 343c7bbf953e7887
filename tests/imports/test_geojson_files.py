"""GeoJSON: points are places, longitude first, nothing dropped without a word."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from timeline_app.errors import InvalidData
from timeline_app.imports import read_events_bytes
from timeline_app.model import Candidate, Place, Timeline


class OnePlace:
    def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> Sequence[Candidate]:
        kyiv = Place("kyiv", "Kyiv", "city", "UA", "", 50.45, 30.52, 15)
        return [Candidate(kyiv, 0.7)] if name == "Kyiv" else []


def point(*position: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": list(position)}


def feature(geometry: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": {"title": "t", **properties}}


def read(*features: Any, **rest: Any) -> Timeline:
    collection = {"type": "FeatureCollection", "features": list(features), **rest}
    return read_events_bytes(json.dumps(collection).encode(), "map.geojson", OnePlace())


def problems(timeline: Timeline) -> str:
    return "\n".join(map(str, timeline.problems))


def test_a_point_is_a_place_with_longitude_first() -> None:
    timeline = read({**feature(point(30.52, 50.45, 179), date="2017-08-30", place="Kyiv"), "id": 7})
    (event,) = timeline.events
    assert timeline.problems == ()
    assert (event.where[0].lat, event.where[0].lon, event.where[0].place_id) == (50.45, 30.52, "kyiv")
    assert event.when is not None
    assert event.when.edtf == "2017-08-30"


def test_several_points_are_several_places() -> None:
    both = {
        "type": "GeometryCollection",
        "geometries": [point(1, 2), {"type": "MultiPoint", "coordinates": [[3, 4], [5, 6]]}],
    }
    assert [(w.lat, w.lon) for w in read(feature(both)).events[0].where] == [(2, 1), (4, 3), (6, 5)]


def test_one_feature_alone_is_read_too() -> None:
    assert len(read_events_bytes(json.dumps(feature(point(1, 2))).encode(), "one.json").events) == 1


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        ({"type": "LineString", "coordinates": [[179.9, 0], [-179.9, 0]]}, "a LineString has no single place"),
        ({"type": "Polygon", "coordinates": []}, "a Polygon has no single place"),
        (point(), "needs [longitude, latitude]"),
        (point(1, None), "needs numbers, not null"),
        (point("1", "2"), "needs numbers, not a text"),
        (point(True, 2), "needs numbers, not true or false"),
        (
            point(-33.86, 151.2),
            "latitude 151.2 is beyond 90; not placed by it (likely mistake: latitude and longitude exchanged)",
        ),
        (point(181, 0), "longitude 181 is beyond 180"),
        (point(0, 0), "0, 0 is a point in the Atlantic"),
        ({"type": "Circle"}, "of no known type"),
        ("http://canary.invalid/x", "is a text of no known type"),
    ],
)
def test_what_is_no_point_is_counted_and_the_event_kept(geometry: Any, words: str) -> None:
    timeline = read(feature(geometry), feature(point(1, 2), title="good"))
    assert [event.is_placed for event in timeline.events] == [False, True]
    assert words in problems(timeline)
    assert timeline.problems[0].row == 1


def test_a_point_in_the_wrong_continent_is_noticed_by_its_place() -> None:
    timeline = read(feature(point(50.45, 30.52), place="Kyiv"))
    assert timeline.events[0].where[0].lat == 50.45
    assert "latitude and longitude are exchanged" in problems(timeline)


def test_another_coordinate_system_is_refused_but_the_events_are_kept() -> None:
    crs = {"type": "name", "properties": {"name": "EPSG:3857"}}
    timeline = read(feature(point(1, 2)), feature(point(3, 4)), crs=crs)
    assert [event.is_placed for event in timeline.events] == [False, False]
    assert "other than WGS 84" in problems(timeline)
    crs["properties"] = {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}
    assert read(feature(point(1, 2)), crs=crs).events[0].is_placed


def test_a_feature_of_nothing_is_counted() -> None:
    timeline = read({"type": "Feature", "properties": None, "geometry": None}, 5, feature(None))
    assert len(timeline.events) == 1
    assert [problem.row for problem in timeline.problems[:2]] == [1, 2]


@pytest.mark.parametrize(
    ("properties", "edtf"),
    [
        ({"date": "2017-08"}, "2017-08"),
        ({"start": "2017-08-28", "end": "2017-09-03"}, "2017-08-28/2017-09-03"),
        ({"when": "2017-08-28"}, "2017-08-28"),
        ({"when": {"timespans": [{"start": {"in": "2017-08-28"}}]}}, "2017-08-28"),
        ({"when": {"timespans": [{"start": {"in": "2017-08"}, "end": {"in": "2017-10"}}]}}, "2017-08/2017-10"),
        ({"when": {"start": {"earliest": "2017-08-16", "latest": "2017-08-23"}}}, "[2017-08-16..2017-08-23]"),
        ({}, None),
    ],
)
def test_dates_are_found_where_others_put_them(properties: dict[str, Any], edtf: str | None) -> None:
    when = read(feature(point(1, 2), **properties)).events[0].when
    assert (when and when.edtf) == edtf


def test_what_a_feature_says_twice_and_otherwise_is_told() -> None:
    span = {"timespans": [{"start": {"in": "2017-08-28"}}]}
    twice = {**feature(point(30.5, 50.4), date="28 August 2017", id="7", lat="50.402", lon=30.5), "id": 7, "when": span}
    assert read(twice).problems == ()
    other = {**feature(point(30.5, 50.4), date="2017-08-30", id="8", lat=12.5, lon=30.5), "id": 7, "when": span}
    timeline = read(other)
    (event,) = timeline.events
    assert (event.when and event.when.edtf, event.where[0].lat) == ("2017-08-28", 50.4)
    for words in (
        "its property date is '2017-08-30', but 'when' '2017-08-28', which counts",
        "its property id is '8', but the feature's own id '7', which counts",
        "its properties give the point 12.5, 30.5, its geometry 50.4, 30.5, which counts",
    ):
        assert words in problems(timeline)


def test_a_feature_without_a_point_has_that_of_its_properties() -> None:
    assert [w.lat for w in read(feature(None, lat="50.4", lon=30.5)).events[0].where] == [50.4]
    assert read(feature(None, lat="north", lon=30.5)).events[0].where == ()
    crs = {"type": "name", "properties": {"name": "EPSG:3857"}}
    assert read(feature(None, lat="50.4", lon=30.5), crs=crs).events[0].where == ()


def test_properties_of_a_wrong_kind_are_left_out_aloud() -> None:
    timeline = read({**feature(point(1, 2), note=["x"]), "id": "</script>"})
    assert timeline.events[0].is_placed
    assert "property 'note' should be a text, not a list; left out" in problems(timeline)


def test_a_bare_geometry_and_a_broken_collection_are_refused() -> None:
    for value in (point(1, 2), {"type": "FeatureCollection", "features": {}}):
        with pytest.raises(InvalidData, match=r"map\.geojson: "):
            read_events_bytes(json.dumps(value).encode(), "map.geojson")


def test_a_deep_collection_is_refused() -> None:
    text = '{"type":"Feature","geometry":' + '{"type":"GeometryCollection","geometries":[' * 5000 + "]}" * 5000 + "}"
    with pytest.raises(InvalidData, match="more than 50 levels"):
        read_events_bytes(text.encode(), "deep.geojson")
