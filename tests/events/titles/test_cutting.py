"""Where a title too long is cut: no half names, no open ends, no clause without its verb."""

from __future__ import annotations

import pytest

from timeline_app.events.titles.cutting import up_to_border


def cut(text: str, verb: str, limit: int) -> str:
    return up_to_border(text, text.index(verb) + len(verb), limit, at_any_word=True)


@pytest.mark.parametrize(
    ("text", "verb", "limit", "title"),
    [
        (
            "Officials described an arrangement which allowed a long column of Northern Front gunmen leave the valley",
            "allowed", 79, "Officials described an arrangement which allowed a long column",
        ),
        (
            "Villagers recall that the accord included a promise to allow the besieged farmers back into their fields",
            "recall", 64, "Villagers recall that the accord included a promise",
        ),
        (
            "Both councils gathered in the old port at the very hour that the Harbour Workers Union walked out",
            "gathered", 84, "Both councils gathered in the old port at the very hour",
        ),
        (
            "The mayor insisted that the Harbour Workers Union had been told of the closure weeks before it came",
            "insisted", 50, "The mayor insisted that the Harbour Workers Union",
        ),
    ],
)  # fmt: skip
def test_a_title_ends_with_a_whole_phrase(text: str, verb: str, limit: int, title: str) -> None:
    assert cut(text, verb, limit) == title


def test_a_short_one_is_left_alone() -> None:
    assert (
        cut("The bridge was closed to the Northern Front", "was closed", 90)
        == "The bridge was closed to the Northern Front"
    )
