"""Names no row has, put into the larger place they stand with, and nowhere else."""

from __future__ import annotations

import pytest

from timeline_app.geo import Gazetteer, find_places, load_gazetteer


@pytest.fixture(scope="module")
def ours() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("text", "name", "place_id", "radius_km"),
    [
        ("He was born in Qurtel, Afrin.", "Qurtel", "computed:in:sy-afrin", 20.0),
        ("Clashes in the village of Qwertan in Hama countryside.", "Qwertan", "computed:in:sy-hama-governorate", 85.0),
        ("Troops entered Springfield, Zabul province.", "Springfield", "computed:in:admin1-af-28", None),
        ("Police in Blackwater, Ohio said so.", "Blackwater", "computed:in:admin1-us-oh", None),
    ],
)
def test_an_unknown_name_lies_somewhere_in_the_larger_place(
    ours: Gazetteer, text: str, name: str, place_id: str, radius_km: float | None
) -> None:
    (mention,) = [mention for mention in find_places(text, ours) if mention.text == name]
    assert mention.place is not None
    assert mention.place.id == place_id
    assert radius_km is None or mention.place.radius_km == radius_km
    assert "somewhere in it" in mention.reasons[0]


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("A fire in Paris, Texas, killed two.", "Paris", "geonames-4717560"),
        ("Protests in Daraa, Homs and Hama.", "Daraa", "sy-daraa-city"),
        ("He flew from London to Berlin, Germany.", "London", "geonames-2643743"),
    ],
)
def test_a_known_name_stays_what_it_is(ours: Gazetteer, text: str, name: str, place_id: str) -> None:
    (mention,) = [mention for mention in find_places(text, ours) if mention.text == name]
    assert mention.place is not None
    assert mention.place.id == place_id


@pytest.mark.parametrize(
    "text", ["He moved on Monday, Texas said.", "A letter by Jordan Qwert, Ohio.", "He left, Ohio."]
)
def test_what_no_preposition_leads_in_or_no_place_can_be_is_none(ours: Gazetteer, text: str) -> None:
    assert not [m for m in find_places(text, ours) if m.place is not None and m.place.id.startswith("computed:in:")]
