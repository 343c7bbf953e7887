"""A packed layer gives back what was packed, by every key, and refuses what is none."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.geo import load_gazetteer
from timeline_app.geo.distance import distance_km
from timeline_app.geo.layers import packed
from timeline_app.geo.layers.packed import (
    BLOCK,
    FOLDED,
    PLAIN,
    SKELETON,
    PackedRows,
    Row,
    keys_of,
    names_of,
    write_pack,
)
from timeline_app.geo.layers.rows import MemoryRows
from timeline_app.geo.names import name_key
from timeline_app.model import Place

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="|"), min_size=1, max_size=20)
POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@st.composite
def places(draw: st.DrawFn) -> list[Place]:
    names = draw(st.lists(NAMES.map(str.strip).filter(bool), min_size=1, max_size=70))
    return [
        Place(f"p{number}", name, "town", "SY", "", *draw(POINTS), 2.5, (f"{name} Town",), "", "test", number)
        for number, name in enumerate(names)
    ]


def pack(folder: Path, rows: list[Row], name: str = "layer") -> PackedRows:
    path = folder / f"{name}.rows"
    write_pack(path, rows, {"name": name})
    return PackedRows(path)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places())
def test_every_place_comes_back_and_is_found_by_all_its_keys(tmp_path: Path, made: list[Place]) -> None:
    rows, memory = pack(tmp_path, list(map(Row, made))), MemoryRows(made)
    assert rows.size == memory.size == len(made)
    for place in made:
        row = rows.row_of(place.id)
        assert row is not None
        back = rows.place(row)
        assert (back.name, back.aliases, back.population) == (place.name, place.aliases, place.population)
        assert (back.lat, back.lon) == pytest.approx((place.lat, place.lon), abs=1e-7)
        for key_set, key in keys_of(place):
            if "\0" not in key:
                assert row in rows.find(key_set, key)
                assert memory.row_of(place.id) in memory.find(key_set, key)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places(), POINTS, st.floats(1, 5000))
def test_what_lies_near_is_what_a_look_at_all_finds(
    tmp_path: Path, made: list[Place], point: tuple[float, float], km: float
) -> None:
    rows = pack(tmp_path, list(map(Row, made)))
    near = {rows.place(row).id for row in rows.near(*point, km)}
    assert {place.id for place in made if distance_km(*point, place.lat, place.lon) <= km} <= near


def test_the_files_depend_on_the_rows_and_not_on_their_order(tmp_path: Path) -> None:
    rows = [Row(Place(f"p{n}", f"Name {n}", "town", "SY", "", n % 90, n % 180, 1.0)) for n in range(3 * BLOCK + 1)]
    pack(tmp_path, rows, "one")
    random.Random(7).shuffle(rows)
    pack(tmp_path, rows, "two")
    for suffix in (".rows", ".names"):
        one, two = (tmp_path / f"{name}{suffix}" for name in ("one", "two"))
        assert one.read_bytes().replace(b'"one"', b'"two"') == two.read_bytes()


def test_demonyms_borders_capitals_and_the_same_place_of_a_better_layer_are_kept(tmp_path: Path) -> None:
    rows = pack(
        tmp_path,
        [
            Row(Place("sy", "Syria", "country", "SY", "", 35, 38, 300), ("Syrian",)),
            Row(Place("dam", "Damascus", "capital", "SY", "", 33.5, 36.3, 15)),
            Row(Place("b", "Lebanon-Syria border", "border", "LB|SY", "", 34, 36, 90)),
            Row(Place("x", "Dimashq", "city", "SY", "", 33.5, 36.3, 9), (), "dam"),
        ],
    )
    assert rows.place(rows.demonym("syrian") or 0).id == "sy"
    assert rows.demonym("lebanese") is None
    assert [rows.place(row).id for row in rows.borders] == ["b"]
    assert rows.capitals == ["dam"]
    assert {rows.place(row).id: rows.same_as(row) for row in range(rows.size)} == {
        "sy": "",
        "dam": "",
        "b": "",
        "x": "dam",
    }


@pytest.mark.parametrize("key", ["", "\0", "\udc80", "a\0b"])
def test_a_key_no_name_can_have_finds_nothing(tmp_path: Path, key: str) -> None:
    rows = pack(tmp_path, [Row(Place("p", "Name", "town", "SY", "", 1, 1, 1))])
    assert rows.find(PLAIN, key) == []
    assert rows.find(FOLDED, key) == []
    assert rows.find(SKELETON, key) == []


def test_other_files_are_no_packed_layers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = tmp_path / "wrong.rows"
    wrong.write_bytes(b"id,name,lat,lon\nsome,thing,1,2\n")
    with pytest.raises(ValueError, match="no packed places"):
        PackedRows(wrong)
    rows = pack(tmp_path, [Row(Place("p", "Name", "town", "SY", "", 1, 1, 1))])
    assert not rows.is_stale
    monkeypatch.setattr(packed, "KEYS_VERSION", packed.KEYS_VERSION + 1)
    assert PackedRows(tmp_path / "layer.rows").is_stale


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_every_name_of_every_shipped_layer_finds_its_place(number: int, which: int) -> None:
    gazetteer = load_gazetteer()
    part = gazetteer._parts[which % len(gazetteer._parts)]
    place = gazetteer.at(part.first + number % part.rows.size)
    for name in names_of(place):
        if key := name_key(name):
            assert place.id in {found.id for found in gazetteer.named(key)[0]}, name


def test_who_reads_a_layer_goes_on_with_it_while_it_is_packed_anew(tmp_path: Path) -> None:
    old = pack(tmp_path, [Row(Place(f"p{n}", f"Tara {n}", "town", "SY", "", 34.0, 36.0, 2.0)) for n in range(400)])
    assert old.row_of("p0") is not None  # its names are mapped when first asked for
    new = pack(tmp_path, [Row(Place("q", "Nara", "town", "SY", "", 34.0, 36.0, 2.0))])
    row = old.row_of("p399")
    assert row is not None
    assert (old.size, old.place(row).name, new.size) == (400, "Tara 399", 1)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["layer.names", "layer.rows"]
