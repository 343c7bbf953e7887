"""The opening of a story, placed and dated by what the story tells further on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app.model import Event

PUBLISHED = date(2017, 9, 6)  # a Wednesday


def events(*paragraphs: str) -> list[Event]:
    return events_of("\n\n".join(paragraphs) + "\n", PUBLISHED)


def names(event: Event) -> list[str]:
    return [place.name for place in event.where]


@pytest.mark.parametrize(
    ("first", "later", "expected", "remark"),
    [
        ("A bomb killed nine people on Tuesday.", "The blast on Tuesday tore through a market in Palmyra.", ["Palmyra"], "the town told later"),
        ("A bomb killed nine people on Tuesday.", "Mortars hit Palmyra on Monday.", [], "told of another day"),
        ("A bomb killed nine people in Syria on Tuesday.", "Gunmen stormed a mill in Palmyra on Tuesday.", ["Palmyra", "Syria"], "in the country named"),
        ("A bomb killed nine people in Syria on Tuesday.", "Gunmen stormed a mill in Mosul on Tuesday.", ["Syria"], "not in the country named"),
        ("A bomb killed nine people in Syria on Tuesday.", "The envoy said in Palmyra on Tuesday that talks failed.", ["Palmyra", "Syria"], "the one town named in it"),
        ("Nine rebels left Idlib for Turkey on Tuesday.", "Buses drove through Palmyra on Tuesday.", ["Turkey", "Idlib"], "whence they left"),
        ("YARZE, Lebanon: A bomb killed nine on Tuesday.", "The blast on Tuesday tore through a mill in Palmyra.", ["Palmyra"], "not where it was written"),
        ("Nine rebels were brought to Palmyra on Tuesday.", "Buses drove through Palmyra on Tuesday.", ["Palmyra"], "named already"),
        ("A bomb killed nine people in Idlib on Tuesday.", "Gunmen stormed a mill in Palmyra on Tuesday.", ["Idlib"], "placed already"),
    ],
)  # fmt: skip
def test_an_opening_is_where_the_story_tells_of_it_further_on(
    first: str, later: str, expected: list[str], remark: str
) -> None:
    event = events(first, later)[0]
    assert names(event) == expected, remark
    assert event.reports[0].where == event.where


def test_the_place_told_further_on_is_lent() -> None:
    lent = events("A bomb killed nine people on Tuesday.", "A bomb on Tuesday tore through a market in Palmyra.")[
        0
    ].where[0]
    assert lent.is_lent
    assert lent.role == "near"
    assert lent.reasons[-1] == "lent by the story: it tells of it there further on"


def test_only_the_opening_looks_ahead() -> None:
    told = [f"A bomb killed {number} people on Tuesday." for number in ("nine", "ten", "eleven", "twelve")]
    found = events(*told, "Mortars hit a market in Palmyra on Tuesday.")
    assert [names(event) for event in found] == [["Palmyra"]] * 3 + [[]] + [["Palmyra"]]


def test_a_place_lent_is_not_lent_on() -> None:
    found = events(
        "Nine people died on Monday.",
        "Nine people died on Tuesday.",
        "Rebels took Palmyra on Tuesday.",
        "A man died on Monday.",
    )
    assert not found[0].where, "the man's death is in Palmyra only as the story lends it"


@pytest.mark.parametrize(
    ("paragraphs", "days", "remark"),
    [
        (["Jets hit Palmyra on Tuesday.", "The army has denied it."], ["2017-09-05", "2017-09-05~"], "who spoke of it too"),
        (["The army has denied a raid.", "Jets hit Palmyra on Tuesday."], ["2017-09-05~", "2017-09-05"], "before the day is told"),
        (["Jets hit Palmyra on Tuesday.", "Rebels shelled a quarter seized by guards on Sunday."], ["2017-09-05", "2017-09-03~"], "a day beside it"),
        (["Jets hit Palmyra on Monday.", "The army has denied it."], ["2017-09-04", "2017-09-06~"], "two days ago"),
        (["Jets hit Palmyra on Wednesday.", "The army has denied it."], ["2017-09-06", "2017-09-06~"], "the day itself"),
    ],
)  # fmt: skip
def test_a_paper_of_the_day_after_tells_of_its_eve(paragraphs: list[str], days: list[str], remark: str) -> None:
    found = events(*paragraphs)
    assert [event.when and event.when.edtf for event in found] == days, remark
    assert all(event.reports[0].when == event.when for event in found)


def test_the_eve_is_marked_as_a_guess() -> None:
    when = events("Jets hit Palmyra on Tuesday.", "The army has denied it.")[1].when
    assert when is not None
    assert when.approximate
    assert when.basis == "publication", "hatched, left out with guesses, no claim that others contradict"
    assert "stands in as a guess" in when.reason


def test_a_story_that_comes_to_its_eve_late_is_of_its_publication() -> None:
    found = events(
        "The army has denied it.",
        "A man died in 2014.",
        "A boy died in 2015.",
        "Ali left.",
        "Jets hit Palmyra on Tuesday.",
    )
    assert found[0].when is not None
    assert found[0].when.edtf == "2017-09-06~"
