"""A person's word on a name decides, in its document or everywhere."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from timeline_app.geo import corrected, gazetteer_rows, places_said
from timeline_app.geo.layers.readers import csv_rows
from timeline_app.model import Candidate, Place, PlaceCorrection, PlaceMention

IRAQ = Place("iq-hit", "Hit", "town", "IQ", "al-Anbar", 33.64, 42.83, 4.0, ("Heet",), "هيت", "curated")
TEXAS = Place("us-hit", "Hit", "village", "US", "Texas", 30.0, -97.0, 2.0)
FOUND = PlaceMention(0, 3, "Hit", "place", TEXAS, (Candidate(TEXAS, 0.6), Candidate(IRAQ, 0.5)), ("largest",))
OTHER = PlaceMention(10, 15, "Paris", "place", None)


def test_the_place_said_is_chosen_and_the_one_found_stays_a_candidate() -> None:
    said = PlaceCorrection("HIT", "is", IRAQ, by="Ada", why="the dateline is Anbar")
    hit, paris = corrected([FOUND, OTHER], [said], "d1")
    assert (hit.place, hit.status) == (IRAQ, "confirmed")
    assert [candidate.place for candidate in hit.candidates] == [IRAQ, TEXAS]
    assert hit.reasons == ("Ada said so: the dateline is Anbar",)
    assert paris == OTHER


def test_what_is_no_place_is_left_out_and_what_nobody_can_tell_has_no_place() -> None:
    assert corrected([FOUND], [PlaceCorrection("hit", "not a place", by="Ada")], "d1") == []
    (unknown,) = corrected([FOUND], [PlaceCorrection("Hit", "not identifiable")], "d1")
    assert (unknown.place, unknown.status, unknown.candidates) == (None, "rejected", FOUND.candidates)


@pytest.mark.parametrize("order", [1, -1])
def test_a_word_on_one_document_outweighs_one_on_all(order: int) -> None:
    words = [PlaceCorrection("Hit", "is", IRAQ), PlaceCorrection("Hit", "not a place", document="d1")][::order]
    assert corrected([FOUND], words, "d1") == []
    assert corrected([FOUND], words, "d2")[0].place == IRAQ


def test_names_said_of_all_documents_become_rows_of_a_gazetteer() -> None:
    own = Place("own-xyz", "=Xyz", "village", "SY", "", 35.0, 40.0, 1.0)
    words = [
        PlaceCorrection("Hiit", "is", IRAQ),
        PlaceCorrection("hit", "is", IRAQ),
        PlaceCorrection("Heat", "is", IRAQ, document="d1"),
        PlaceCorrection("+Xyz", "is", own),
        PlaceCorrection("Reading", "not a place"),
    ]
    assert [place.aliases for place in places_said(words)] == [("Heet", "Hiit"), ()]
    rows = list(csv.DictReader(io.StringIO(gazetteer_rows(words))))
    assert [(row["id"], row["name"], row["aliases"]) for row in rows] == [
        ("iq-hit", "Hit", "Heet|Hiit"),
        ("own-xyz", "'=Xyz", ""),
    ]


def test_a_guarded_name_is_read_back_as_it_was(tmp_path: Path) -> None:
    own = Place("own-xyz", "=Xyz", "village", "SY", "", 35.0, 40.0, 1.0)
    table = tmp_path / "gazetteer.csv"
    table.write_text(gazetteer_rows([PlaceCorrection("+Xyz", "is", own)]), encoding="utf-8")
    assert "'=Xyz" in table.read_text(encoding="utf-8")
    ((_, place),) = csv_rows.read(table)
    assert isinstance(place, Place)
    assert place.name == "=Xyz"
