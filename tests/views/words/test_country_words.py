"""Codes of countries never reach a reader."""

from __future__ import annotations

import pytest

from timeline_app.geo import load_gazetteer
from timeline_app.model import Candidate, Event, Place, Where
from timeline_app.views.claims.evidence import evidence_payload
from timeline_app.views.tasks.toponyms import place_line
from timeline_app.views.words.country_words import country_label, country_words, reason_words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("the text speaks of IQ|SY (7 times)", "the text speaks of Iraq and Syria (7 times)"),
        ("the text speaks of US (6 times)", "the text speaks of the United States (6 times)"),
        ("followed by its country LB", "followed by its country Lebanon"),
        ("runner-up Arāk (city) in IR, 564 km away", "runner-up Arāk (city) in Iran, 564 km away"),
        ("lies in SY", "lies in Syria"),
        ("does not lie in SY", "does not lie in Syria"),
        ("too close to call: A (town) in SY or B (town) in TR, 3 km apart",
         "too close to call: A (town) in Syria or B (town) in Turkey, 3 km apart"),
        ("another name of US Base", "another name of US Base"),
        ("12 km from Lebanon-Syria border, also named", "12 km from Lebanon-Syria border, also named"),
        ("the border of IQ and SY", "the border of Iraq and Syria"),
        ("the border of IQ and SY; the text also speaks of SY", "the border of Iraq and Syria; the text also speaks of Syria"),
        ("the border of IR; the text also speaks of IQ, SY", "the border of Iran; the text also speaks of Iraq and Syria"),
        ("the text speaks of SY (1 times)", "the text speaks of Syria (once)"),
        ("lies in QQ", "lies in QQ"),
    ],
)  # fmt: skip
def test_a_reason_names_countries(reason: str, words: str) -> None:
    assert reason_words(reason) == words


def test_every_country_of_the_gazetteer_has_a_name() -> None:
    codes = {code for place in load_gazetteer().places for code in place.country.split("|") if code}
    assert {code for code in codes if country_words(code) == code} == set()
    assert country_label("US") == "United States"
    assert country_label("IQ|SY") == "Iraq and Syria"
    assert country_label("VC") == "Saint Vincent and the Grenadines"
    assert country_words("") == country_label("") == ""


def test_what_the_reader_shows_of_a_place_has_no_codes() -> None:
    place = Place("p", "Al-Qaim", "border crossing", "IQ|SY", "", 34.4, 41.0, 3.0)
    where = Where.of(Candidate(place, 0.8, ("the text speaks of IQ|SY (7 times)",)), "at", "Qaim", ())
    rival = Candidate(place, 0.6)
    told = evidence_payload(Event("e", "E", where=(where.with_(candidates=(rival,)),)), {}, {})["where"][0]
    assert told["reasons"] == ["the text speaks of Iraq and Syria (7 times)"]
    assert told["candidates"] == ["Al-Qaim (border crossing, Iraq and Syria), score 0.60"]
    assert place_line(place) == "Al-Qaim, border crossing, Iraq and Syria"
