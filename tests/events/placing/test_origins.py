"""Where those set out from of whom a sentence only says where they go."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2018, 3, 23)
HOMS = ("from", "Homs")


@pytest.mark.parametrize(
    ("sentence", "places", "remark"),
    [
        ("On Friday gunmen kept setting off for Idlib.", [("to", "Idlib"), HOMS], "a leaving"),
        ("Later 400 families were bused to Idlib.", [("to", "Idlib"), HOMS], "brought away"),
        ("A deal was signed on moving 1,500 rebels to Idlib.", [("to", "Idlib"), ("at", "Homs")], "agreed there"),
        ("Their drive toward Idlib ended on Friday when trucks barred the way, gunmen said.", [("to", "Idlib"), ("at", "Homs")], "held up"),
        ("Later 400 families were bused from Hama to Idlib.", [("to", "Idlib"), ("from", "Hama")], "another origin"),
        ("The minister flew to Idlib on Friday.", [("to", "Idlib")], "one man, from anywhere"),
        ("Later aid trucks left for Idlib.", [("to", "Idlib")], "help comes from elsewhere"),
        ("Later 400 families were bused to Homs.", [("to", "Homs")], "where they were"),
        ("Later 400 families were bused to Talbiseh.", [("to", "Talbiseh")], "a town so near that they may have come"),
        ("Gunmen reached Idlib on Friday.", [("to", "Idlib")], "who arrives"),
        ("A jet hit a truck that was taking gunmen to Idlib.", [("to", "Idlib")], "hit on the way"),
        ("The gunmen were moved to Syrian territory.", [("to", "Syria")], "within the country, perhaps"),
    ],
)  # fmt: skip
def test_many_who_leave_for_a_town_set_out_from_the_scene(
    sentence: str, places: list[tuple[str, str]], remark: str
) -> None:
    event = events_of(f"Rebels surrendered in Homs.\n\n{sentence}", PUBLISHED)[-1]
    assert [(where.role, where.name) for where in event.where] == places, remark


def test_a_scene_of_long_ago_is_no_origin() -> None:
    between = "\n\n".join(["The weather was fine.", "Rain is rare.", "Snow is rarer."])
    event = events_of(f"Rebels surrendered in Homs.\n\n{between}\n\nGunmen kept setting off for Idlib.", PUBLISHED)[-1]
    assert [where.name for where in event.where] == ["Idlib"]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("The gunmen quit Homs for Idlib on Friday.", [("to", "Idlib"), HOMS]),
        ("The gunmen departed southern Syria for Idlib on Friday.", [("to", "Idlib"), ("from", "southern Syria")]),
        ("The gunmen drove to parts of Idlib on Friday.", [("to", "Idlib")]),
    ],
)
def test_what_was_left_is_told_by_its_verb(sentence: str, places: list[tuple[str, str]]) -> None:
    event = events_of(sentence, PUBLISHED)[0]
    assert [(where.role, where.name) for where in event.where] == places
