"""Names that only say where something lies, capitals that decide, and the story's town under its paper's name."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of


@pytest.mark.parametrize(
    ("text", "where", "remark"),
    [
        ("Buses left Arsal on Monday toward Flita in Syria.", {("to", "Flita"), ("from", "Arsal")}, "where Flita lies"),
        ("Rebels attacked on Monday from Flita in Syria.", {("from", "Flita")}, "whatever its role"),
        ("Two buses left Arsal in Lebanon for Syria on Monday.", {("to", "Syria"), ("from", "Arsal")}, "one is left"),
        ("Gunmen attacked the post in Syria on Monday.", {("at", "Syria")}, "no finer place is named"),
    ],
)
def test_a_country_behind_a_town_only_says_where_it_lies(text: str, where: set[tuple[str, str]], remark: str) -> None:
    (event,) = events_of(text, date(2017, 8, 3))
    assert {(place.role, place.name) for place in event.where} == where, remark


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Shells hit a school in Homs on Monday, and Moscow had been told of it in advance.", ["Homs"]),
        ("Ankara will not let Damascus have the town, but shells hit Homs on Monday.", ["Homs"]),
        ("Shells hit a school in Homs on Monday, and Damascus could soon be hit.", ["Homs"]),
        ("Men were seized in Homs on Monday by a group demanding that Ankara use its weight.", ["Homs"]),
        ("Families gathered in Homs on Monday, believing Ankara could do more.", ["Homs"]),
        ("Damascus had been shelled on Monday.", ["Damascus"]),
        ("Damascus would fall on Monday, they said.", ["Damascus"]),
    ],
)
def test_a_capital_that_is_told_or_let_do_something_is_a_government(sentence: str, names: list[str]) -> None:
    found = events_of(sentence, date(2017, 9, 2))
    assert [place.name for event in found for place in event.where if place.role == "at"][:1] == names


def test_its_outskirts_are_those_of_the_town_told_before() -> None:
    text = "Rebels reinforced Khan Shaykhun on Sunday. Troops pushed into its outskirts on Monday."
    assert [event.where[0].name for event in events_of(text, date(2019, 8, 20))] == ["Khan Shaykhun"] * 2


def test_the_headline_s_town_is_the_story_s_also_under_the_paper_s_name() -> None:
    text = (
        "Morning Courier\n\nFighters and Refugees Quit Arsal\n\nBuses with fighters set off on Wednesday from the town"
        " toward the frontier.\n\nBefore pulling out, the militants torched the posts they had held.\n"
    )
    torched = events_of(text, date(2017, 8, 2))[-1]
    assert [place.name for place in torched.where] == ["Arsal"]
    assert any(reason.startswith("inherited from the story") for reason in torched.where[0].reasons)


def test_a_town_that_is_left_is_the_scene_and_where_buses_are_to_go_is_not() -> None:
    text = (
        "Buses with fighters left Harasta for Idlib on Thursday. Others had driven into the city to fetch them."
        "\n\nFive captives are to be freed when the buses pull into Idlib. The army attacked the hills on Friday.\n"
    )
    found = events_of(text, date(2018, 3, 24))
    for event in (found[1], found[-1]):
        assert [place.name for place in event.where if place.role in ("at", "near")] == ["Harasta"]


def test_a_truce_on_every_front_was_where_the_story_is() -> None:
    text = "Guns Fall Silent in Arsal\n\nArmies parted on Thursday, and a truce on every front was agreed on Friday.\n"
    found = events_of(text, date(2017, 7, 29))
    assert [place.name for place in found[-1].where] == ["Arsal"]


def test_a_dam_or_a_base_is_the_one_told_before() -> None:
    text = (
        "Rebels seized the Tabqa dam on Friday. They entered Raqqa on Saturday.\n\n"
        "On Sunday, the council told residents that the dam was shelled from the hills.\n"
    )
    told = events_of(text, date(2017, 3, 28))[-1]
    assert [place.name for place in told.where] == ["Tabqa Dam"]


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Shells hit the Bekaa town of Arsal on Friday.", ["Arsal"], "whose town it is"),
        ("Shells hit the Mezzeh quarter of Damascus on Friday.", ["Mezzeh", "Damascus"], "a quarter comes first"),
        ("Shells hit Homs and the town of Arsal on Friday.", ["Homs", "Arsal"], "two places"),
    ],
)
def test_an_area_before_its_town_says_whose_it_is(sentence: str, names: list[str], remark: str) -> None:
    event = events_of(sentence, date(2017, 9, 2))[0]
    assert [where.name for where in event.where] == names, remark
