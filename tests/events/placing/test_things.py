"""Things and happenings that a story speaks of again by their noun: where they were told first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of, pointed_to

PUBLISHED = date(2017, 9, 2)


@pytest.mark.parametrize(
    ("told", "sentence", "names", "remark"),
    [
        ("A bomb went off in Homs. Envoys met in Geneva.", "The two blasts killed nine people.", ["Homs"], "counted"),
        ("A bomb went off in Homs. Envoys met in Geneva.", "The mayor visited the scene.", ["Homs"], "the scene"),
        ("A bomb went off in Homs. Envoys met in Geneva.", "The blast in Aleppo killed nine.", ["Aleppo"], "another"),
        (
            "Rebels pulled out of Homs. Envoys met in Geneva.",
            "The mayor denied that the evacuation had been halted.",
            ["Homs"],
            "a leaving told by its verb",
        ),
        (
            "A truce was agreed in Homs. Gunmen in Aleppo freed captives as part of the truce.",
            "The deal was struck on Friday.",
            ["Homs"],
            "what is spoken of again stays where it was",
        ),
        ("Drones struck the academy in Homs. Shells fell across Syria.", "A drone hit the academy's yard.", ["Homs"], "a site"),
        ("Gunmen hold a prison outside Hasakah. The UN Security Council met.", "The prison was shelled.", ["Hasakah"], "at the head"),
        ("Drones struck the academy in Homs.", "The academy in Aleppo was shelled.", ["Aleppo"], "another site"),
        ("Gunmen hold a church in Homs. Shells fell on Idlib.", "The church condemned the killings.", [], "its people"),
        ("The academy, Homs said, is old. Shells fell on Idlib.", "Guards died at the academy.", [], "not told with a town"),
        (
            "In Homs is the palace.",
            "Jets hit the palace, and in Syria's capital the lights went out. Damascus was dark.",
            ["Homs"],
            "not what it led to",
        ),
    ],
)  # fmt: skip
def test_what_is_told_again_is_where_it_was(told: str, sentence: str, names: list[str], remark: str) -> None:
    start = len(told) + 2
    event = next(one for one in events_of(f"{told}\n\n{sentence}", PUBLISHED) if one.reports[0].start >= start)
    assert [where.name for where in pointed_to(event)] == names, remark


@pytest.mark.parametrize(
    ("text", "names", "remark"),
    [
        ("Jets hit a church in Kyiv. Jets hit Lviv. Firemen stormed the church.", [], "told elsewhere since"),
        ("Jets hit a church in Kyiv. Jets hit Lviv. Jets hit Kyiv again.\n\nFiremen stormed the church.", ["Kyiv"], "back there"),
        ("Gunmen stormed a jail in Goma.\n\nNo one spoke.\n\nThe prison was set alight.", ["Goma"], "nothing told since"),
        ("The palace in Baghdad was looted in 2003. Charles returned to London on Friday. Guards died outside the palace.", [], "another town"),
        ("The palace in Baghdad was looted in 2003.\n\nGuards died outside the palace on Friday.", [], "another year"),
        ("The palace in Baghdad was looted in March 2003.\n\nIn April 2003 guards died outside the palace.", ["Baghdad"], "its year"),
    ],
)  # fmt: skip
def test_a_site_is_the_one_of_the_town_told_last(text: str, names: list[str], remark: str) -> None:
    assert [where.name for where in pointed_to(events_of(text, PUBLISHED)[-1])] == names, remark


def test_a_convoy_that_set_out_is_no_more_where_it_was() -> None:
    text = "A convoy left Mekele on Friday. Jets bombed Gondar on Saturday.\n\nThe convoy was looted on Sunday."
    assert pointed_to(events_of(text, PUBLISHED)[-1]) == ()


def test_a_convoy_that_arrived_is_where_it_came_to() -> None:
    text = "The convoy was stopped in Berdyansk. The convoy reached Melitopol on Saturday.\n\nThe convoy was looted."
    came, looted = events_of(text, PUBLISHED)[-2:]
    assert [(where.role, where.name) for where in came.where] == [("to", "Melitopol")]
    assert [where.name for where in looted.where] == ["Melitopol"]
