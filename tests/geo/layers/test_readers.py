"""Layers of users in every format: what they give, and what is wrong with their rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from timeline_app.errors import InvalidData
from timeline_app.geo import load_gazetteer
from timeline_app.geo.layers.readers import format_of
from timeline_app.geo.layers.readers.geonames import kind_of
from timeline_app.geo.layers.table import stream_layer
from timeline_app.model import Place, Problem


def geonames(number: int, name: str, **cells: str) -> str:
    row = {"lat": "35.1", "lon": "40.2", "class": "P", "code": "PPL", "country": "SY", "population": "0", "others": ""}
    row |= cells
    return "\t".join(
        [str(number), name, name, row["others"], row["lat"], row["lon"], row["class"], row["code"], row["country"],
         "", "05", "", "", "", row["population"], "", "200", "Asia/Damascus", "2020-01-01"]
    )  # fmt: skip


def read(path: Path) -> tuple[list[Place], list[Problem]]:
    problems: list[Problem] = []
    return list(stream_layer(path, problems)), problems


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_geonames_dump(tmp_path: Path) -> None:
    lines = [
        geonames(1, "Qurayyat Tall", others="Qoreyye,قرية تل,قلعهٔ", population="800"),
        geonames(2, "Kabira", population="61000"),
        geonames(3, "Jabal Test", **{"class": "T", "code": "MT"}),
        geonames(4, "Nowhere", lat="139"),
        "5\tcut off",
    ]
    path = put(tmp_path, "SY.txt", "\n".join(lines))
    assert format_of(path) == "GeoNames"
    places, problems = read(path)
    assert [(p.id, p.kind) for p in places] == [
        ("geonames-1", "village"),
        ("geonames-2", "city"),
        ("geonames-3", "mountain"),
    ]
    assert places[0].name_ar == "قرية تل"
    assert "Qoreyye" in places[0].aliases
    assert places[1].population == 61000
    assert [(p.row, p.what.split(" ")[0]) for p in problems] == [(4, "latitude"), (5, "2")]


@pytest.mark.parametrize(
    ("feature", "kind"),
    [(("P", "PPLC", "1"), "capital"), (("A", "ADM1", "0"), "admin1"), (("P", "PPL", "6000"), "town"), (("S", "XYZ", "0"), "other")],
)  # fmt: skip
def test_feature_codes_become_kinds(feature: tuple[str, str, str], kind: str) -> None:
    assert kind_of(*feature) == kind


def test_linked_places(tmp_path: Path) -> None:
    header = "id\ttitle\ttitle_source\tvariants\tccodes\ttypes\tparent_name\tlon\tlat\tgeowkt"
    rows = [
        "w1\tTell Test\tSurvey 1932\tTal Test@en;تل تست@ar\tSY\tvillage\tHoms\t38.5\t34.5\t",
        "w2\tTell Other\tSurvey 1932\t\tSY;IQ\tsettlement\t\t\t\tPOINT (41.0 34.1)",
        "w3\tWadi Long\tSurvey 1932\t\tSY\triver\t\t\t\tLINESTRING (1 2, 3 4)",
    ]
    path = put(tmp_path, "places.tsv", "\n".join([header, *rows]))
    assert format_of(path) == "Linked Places TSV"
    places, problems = read(path)
    assert [(p.id, p.lat, p.lon, p.kind) for p in places] == [("w1", 34.5, 38.5, "village"), ("w2", 34.1, 41.0, "town")]
    assert (places[0].name_ar, places[0].aliases, places[0].source) == ("تل تست", ("Tal Test",), "Survey 1932")
    assert places[1].country == "SY|IQ"
    assert [(p.row, "no point" in p.what) for p in problems] == [(4, True)]


def test_linked_places_without_coordinates_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "names.tsv", "id\ttitle\tccodes\nw1\tTell Test\tSY\n")
    with pytest.raises(InvalidData, match="geowkt"):
        read(path)


def test_geojson(tmp_path: Path) -> None:
    point = {"type": "Point", "coordinates": [38.5, 34.5]}
    features = [
        {"type": "Feature", "id": 7, "properties": {"title": "Tell Test", "ccodes": ["SY"]}, "geometry": point,
         "names": [{"toponym": "Tal Test"}, {"toponym": "تل تست"}]},
        {"type": "Feature", "id": 8, "properties": {"name": "Road"}, "geometry": {"type": "LineString", "coordinates": []}},
        {"type": "Feature", "id": 9, "properties": {"name": "Swapped"}, "geometry": {"type": "Point", "coordinates": [34, 138]}},
        "no feature",
    ]  # fmt: skip
    path = put(tmp_path, "places.geojson", json.dumps({"type": "FeatureCollection", "features": features}))
    assert format_of(path) == "GeoJSON"
    places, problems = read(path)
    assert [(p.id, p.name, p.lat, p.lon, p.name_ar) for p in places] == [("7", "Tell Test", 34.5, 38.5, "تل تست")]
    assert [p.row for p in problems] == [2, 3, 4]
    assert "exchanged" in problems[1].likely


@pytest.mark.parametrize("text", ['{"features": [', '{"type": "FeatureCollection"}', '{"features": 5}', "{" * 3000])
def test_broken_geojson_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidData) as caught:
        read(put(tmp_path, "places.geojson", text))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["SY.txt", "places.tsv", "places.geojson", "places.csv"])
def test_a_layer_of_any_format_answers_above_ours(tmp_path: Path, name: str) -> None:
    feature = {
        "id": "x",
        "properties": {"name": "Qwertiyah"},
        "geometry": {"type": "Point", "coordinates": [40.2, 35.1]},
    }
    texts = {
        "SY.txt": geonames(1, "Qwertiyah"),
        "places.tsv": "id\ttitle\tlon\tlat\nx\tQwertiyah\t40.2\t35.1",
        "places.geojson": json.dumps({"features": [feature]}),
        "places.csv": "id,name,lat,lon\nx,Qwertiyah,35.1,40.2",
    }
    best = load_gazetteer(put(tmp_path, name, texts[name])).lookup("Qwertiyah")[0]
    assert (best.place.name, best.place.lat, best.place.lon) == ("Qwertiyah", 35.1, 40.2)
