"""Words and markers for choosing a place."""

from __future__ import annotations

import pytest

from timeline_app.model import Candidate, Place
from timeline_app.views.tasks.place_choice import (
    PICKED,
    bearing,
    candidate_rows,
    choice_payload,
    near_words,
    own_place,
    point_where,
)

SUKHNAH = Place("sy-sukhnah", "Sukhnah", "town", "SY", "Homs", 34.88, 38.87, 4.0)
PALMYRA = Place("sy-palmyra", "Palmyra", "city", "SY", "Homs", 34.55, 38.28, 5.0)

WINDS = [(34.98, 38.87, "north"), (34.95, 38.955, "north-east"), (34.88, 38.77, "west"), (34.81, 38.955, "south-east")]


@pytest.mark.parametrize(("lat", "lon", "wind"), WINDS)
def test_a_point_is_told_from_the_nearest_place(lat: float, lon: float, wind: str) -> None:
    assert near_words(lat, lon, (9.44, SUKHNAH)) == f"9.4 km {wind} of Sukhnah, town, Homs, Syria"


def test_a_point_far_from_everything_says_so() -> None:
    assert near_words(0.5, 0.5, None) == "no known place within 50 km"
    assert near_words(34.88, 38.87, (0.01, SUKHNAH)) == "at Sukhnah, town, Homs, Syria"


def test_candidates_say_how_far_apart_they_lie() -> None:
    rows = candidate_rows([Candidate(SUKHNAH, 0.9), Candidate(PALMYRA, 0.5)])
    assert [row["Km from the first"] for row in rows] == [0, 65]


def test_a_point_joins_the_candidates_on_the_map_and_moves_nothing() -> None:
    alone = choice_payload([Candidate(SUKHNAH, 0.9)], None, "1")
    both = choice_payload([Candidate(SUKHNAH, 0.9)], (34.5, 38.5, 5.0), "2")
    assert both["places"]["key"] == ["sy-sukhnah", PICKED]
    assert {len(column) for part in ("places", "events") for column in both[part].values()} == {2}
    assert alone["fit"] == both["fit"]


def test_a_point_without_words_is_called_by_its_coordinates() -> None:
    assert point_where("at", " ", 34.5, 38.5, 0, None).text == "34.5000, 38.5000"


def test_a_place_of_ones_own_needs_a_name_and_a_point() -> None:
    assert own_place("X", "town", "sy", 34.5, 38.5, 1, "Ada", (" Y ", "", "Y")).aliases == ("Y",)
    with pytest.raises(ValueError, match="needs a name"):
        own_place(" ", "town", "sy", 34.5, 38.5, 1, "Ada")
    with pytest.raises(ValueError, match="latitude 95 is beyond 90"):
        own_place("X", "town", "sy", 95, 38.5, 1, "Ada")


@pytest.mark.parametrize(
    ("name", "first"), [("Arsal", "town"), ("arsal (Baalbek)", "town"), ("Arsal, Lebanon", "town"), ("Ersal", "hills")]
)
def test_a_typed_name_is_first_the_place_that_bears_it(name: str, first: str) -> None:
    hills, town = (Place(id_, called, "region", "LB", "", 34.2, 36.4, 5.0) for id_, called in (
        ("hills", "Arsal outskirts"), ("town", "Arsal"),
    ))  # fmt: skip
    far = Place("far", "Arsal", "village", "TR", "", 39.0, 35.0, 5.0)
    found = bearing(name, [Candidate(hills, 0.72), Candidate(town, 0.7), Candidate(far, 0.4)])
    assert found[0].place.id == first
    assert {candidate.place.id for candidate in found} == {"hills", "town", "far"}
    assert found[-1].place.id == "far"
