"""Numbers with what they count; actors under one name."""

from __future__ import annotations

import pytest

from timeline_app.events.actors import find_actors
from timeline_app.events.quantities import find_quantities


@pytest.mark.parametrize(
    ("sentence", "what", "low", "high"),
    [
        ("It killed 26 soldiers.", "soldiers", 26, 26),
        ("About 300 fighters left.", "fighters", 270, 330),
        ("Some 300-500 family members left.", "family members", 270, 550),
        ("More than 2,000 families fled.", "families", 2001, None),
        ("At least five people died.", "people", 5, None),
        ("Up to 40 buses came.", "buses", None, 40),
        ("Dozens of rockets fell.", "rockets", 24, None),
        ("Twelve armed men came.", "armed men", 12, 12),
        ("The bodies of 9 soldiers, kidnapped in 2014, came back.", "soldiers", 9, 9),
    ],
)
def test_counts_are_read_with_their_bounds(sentence: str, what: str, low: int | None, high: int | None) -> None:
    assert [(q.what, q.low, q.high) for q in find_quantities(sentence)] == [(what, low, high)]


@pytest.mark.parametrize(
    "sentence",
    ["It took three weeks.", "On 28 August they left.", "A T-72 tank burnt.", "It cost $300 million.", "They won 3:1 there.",
     "Some 40% of it fell.", "The road is 5.30 long."],
)  # fmt: skip
def test_durations_dates_models_and_prices_are_no_counts(sentence: str) -> None:
    assert find_quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Daesh and ISIS fighters left.", ["Islamic State", "Islamic State"]),
        ("Col. Ryan Dillon spoke for the US-led coalition.", ["Ryan Dillon", "US-led coalition"]),
        ("The SDF, said Nasrallah, withdrew.", ["Syrian Democratic Forces", "Hassan Nasrallah"]),
        ("Major General Karim Haddad left.", ["Karim Haddad"]),
        ("This is nobody.", []),
    ],
)
def test_actors_meet_under_one_name(sentence: str, names: list[str]) -> None:
    assert [actor.name for actor in find_actors(sentence)] == names
