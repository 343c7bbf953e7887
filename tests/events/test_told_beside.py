"""What goes on from a deed that was only told beside another, or from the day told before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2019, 10, 13)


def told(text: str) -> dict[str, tuple[str, list[str]]]:
    return {
        event.title: (event.when.edtf if event.when else "", [place.name for place in event.where])
        for event in events_of(text, PUBLISHED)
    }


_TWO = "The blast in Hermel on Oct. 8 came two days after gunmen attacked a church in Zahle, killing five people."


def test_that_attack_is_the_one_told_last() -> None:
    events = told(f"{_TWO} That attack was claimed by the Abdullah Azzam Brigades. The army sealed off the town.")
    assert events["The attack was claimed by the Abdullah Azzam Brigades (Zahle)"] == ("2019-10-06", ["Zahle"])
    assert events["The army sealed off the town (Hermel)"] == ("2019-10-08", ["Hermel"])


def test_the_attack_is_the_one_the_story_is_of() -> None:
    events = told(f"{_TWO} The attack was claimed by the Abdullah Azzam Brigades.")
    assert events["The attack was claimed by the Abdullah Azzam Brigades (Hermel)"] == ("2019-10-08", ["Hermel"])


@pytest.mark.parametrize(
    ("text", "title", "when"),
    [
        ("The army began its offensive near Ras Baalbek on Oct. 2. Six soldiers have been killed since.",
         "Six soldiers have been killed since (Ras Baalbek)", "[2019-10-02..2019-10-13]"),
        ("The mass protests against the council that began on 17 September brought down the cabinet within two weeks.",
         "The mass protests began on 17 September", "2019-09-17"),
        ("The siege of the town by the army that began in July was lifted on Monday.",
         "The siege of the town by the army was lifted on Monday", "2019-10-07"),
        ("In a similar raid earlier this month, 70 fighters were seized in Arsal after an assault by the army in late September.",
         "70 fighters were seized in Arsal after an assault by the army in late September", "[2019-10-01..2019-10-06]"),
    ],
)  # fmt: skip
def test_when_it_was(text: str, title: str, when: str) -> None:
    assert told(text)[title][0] == when


def test_since_a_month_names_no_day_to_count_from() -> None:
    text = "Guards have held the dam since May. The body of Omar Rida, who had been shot by them the night before, was found on Monday."
    assert "2019-04-30" not in [when for when, _ in told(text).values()]


def test_that_in_front_of_a_clause_points_at_nothing() -> None:
    assert not any(title.startswith("The the") for title in told("That the army fled the town was denied on Monday."))


def test_that_it_happened_is_no_event() -> None:
    assert list(told("Gunmen claimed the abduction in a letter a week after it happened.")) == [
        "Gunmen claimed the abduction in a letter"
    ]


def test_a_man_arrested_on_a_day_of_his_own() -> None:
    events = told(
        "A source said that police were looking into a link between the bomber and Omar Rida, a commander of the Grey Brigades arrested by"
        " Army Intelligence in Beirut on Sept. 12."
    )
    assert (
        events["A commander of the Grey Brigades was arrested by Army Intelligence in Beirut on Sept. 12"][0]
        == "2019-09-12"
    )
