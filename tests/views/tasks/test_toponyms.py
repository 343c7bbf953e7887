"""Names of places, those that want a person's eye first."""

from __future__ import annotations

import pytest

from timeline_app.documents import read_text
from timeline_app.model import Candidate, Place, PlaceCorrection, PlaceMention
from timeline_app.views.tasks.toponyms import candidates_payload, place_line, toponyms

TEXT = "Near Homs and HOMS they met. Xyz and Washington were named, and Homs again\u202e."
DOCUMENT = read_text(TEXT)
HOMS = Place("homs", "Homs", "city", "SY", "", 34.7, 36.7, 8.0)
AROUND = Place("homs-gov", "Homs", "governorate", "SY", "", 34.6, 37.5, 120.0)
CITY = Place("dc", "Washington", "capital", "US", "", 38.9, -77.0, 15.0)
STATE = Place("wa", "Washington", "admin1", "US", "", 47.4, -120.5, 250.0)


def mention(name: str, *candidates: tuple[Place, float], use: str = "place", after: int = 0) -> PlaceMention:
    start = TEXT.index(name, after)
    found = tuple(Candidate(place, score) for place, score in candidates)
    place = candidates[0][0] if candidates else None
    return PlaceMention(start, start + len(name), name, use, place, found)  # type: ignore[arg-type]


MENTIONS = [
    mention("Homs", (HOMS, 0.85), (AROUND, 0.83)),
    mention("HOMS", (HOMS, 0.85)),
    mention("Xyz"),
    mention("Washington", (CITY, 0.83), (STATE, 0.79)),
    mention("Homs", (HOMS, 0.85), after=40),
]


def test_each_name_once_with_its_count_those_nobody_placed_first() -> None:
    names = toponyms([(DOCUMENT, MENTIONS)])
    assert [(name.name, name.count, name.state) for name in names] == [
        ("Xyz", 1, "unresolved"),
        ("Washington", 1, "doubtful"),
        ("Homs", 3, "found"),
    ]
    assert names[2].place == HOMS
    assert len(names[2].candidates) == 2


def test_the_passages_show_the_words_around_with_unseen_characters_marked() -> None:
    (homs,) = [name for name in toponyms([(DOCUMENT, MENTIONS)]) if name.name == "Homs"]
    assert homs.passages[0].before == "Near "
    assert [passage.name for passage in homs.passages] == ["Homs", "HOMS", "Homs"]
    assert "\u202e" not in homs.passages[2].after


@pytest.mark.parametrize(
    ("word", "state", "place"),
    [
        (PlaceCorrection("homs", "is", AROUND), "confirmed", AROUND),
        (PlaceCorrection("Homs", "not a place"), "not a place", None),
        (PlaceCorrection("HOMS", "not identifiable"), "not identifiable", None),
        (PlaceCorrection("Homs", "not a place", document="other"), "found", HOMS),
    ],
)
def test_what_a_person_said_goes_before_what_was_found(word: PlaceCorrection, state: str, place: Place | None) -> None:
    (homs,) = [name for name in toponyms([(DOCUMENT, MENTIONS)], [word]) if name.name.casefold() == "homs"]
    assert (homs.state, homs.place) == (state, place)


def test_names_used_of_people_are_no_places_to_look_at() -> None:
    assert toponyms([(DOCUMENT, [mention("Homs", (HOMS, 0.9), use="demonym")])]) == []


def test_candidates_are_drawn_each_once() -> None:
    payload = candidates_payload(MENTIONS[0].candidates, "v")
    assert payload["events"]["id"] == ["homs", "homs-gov"]
    assert payload["places"]["radius_km"] == [8.0, 120.0]
    assert payload["places"]["events"] == [[0], [1]]


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (Place("1", "Deir Ezzor", "city", "SY", "Deir Ezzor", 35.3, 40.1, 7), "Deir Ezzor, city, Syria"),
        (
            Place("2", "Deir Ezzor Governorate", "governorate", "SY", "Deir Ezzor", 35, 40, 99),
            "Deir Ezzor Governorate, Syria",
        ),
        (Place("3", "Syrian desert", "desert", "SY", "", 34, 38, 99), "Syrian desert, Syria"),
        (Place("4", "Syria", "country", "SY", "", 35, 38, 300), "Syria, country"),
        (Place("5", "Hajin", "town", "SY", "Deir Ezzor", 34.7, 40.8, 3), "Hajin, town, Deir Ezzor, Syria"),
    ],
)
def test_a_place_in_one_line_says_nothing_twice(place: Place, line: str) -> None:
    assert place_line(place) == line
