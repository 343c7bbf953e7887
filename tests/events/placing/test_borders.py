"""Borders that are spoken of again without their countries."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2017, 9, 2)
TOLD = "Smoke hung over the Lebanon-Syria border. Gunmen attacked Raqqa.\n\n"
BORDER = "Lebanon-Syria border"


@pytest.mark.parametrize(
    ("sentence", "places", "remark"),
    [
        ("The trucks left the border area for Palmyra.", [("to", "Palmyra"), ("from", BORDER)], "whence"),
        ("Gunmen fled from Palmyra to the frontier.", [("to", BORDER), ("from", "Palmyra")], "whither"),
        ("Two shepherds were killed near the border.", [("near", BORDER)], "no other place"),
        ("Syrian soldiers killed two shepherds near the border.", [("near", BORDER)], "only whose soldiers"),
        ("Two shepherds were killed in Arsal, close to the border.", [("at", "Arsal")], "where Arsal lies"),
        ("Two shepherds were killed in the border town of Arsal.", [("at", "Arsal")], "a town"),
        ("Gunmen fled from the border area of Palmyra.", [("from", "Palmyra")], "another one's area"),
        ("Gunmen in Kirkuk drove to the border.", [("at", "Kirkuk")], "no place of Lebanon's or Syria's"),
    ],
)
def test_the_border_is_the_one_named_before(sentence: str, places: list[tuple[str, str]], remark: str) -> None:
    event = events_of(TOLD + sentence, PUBLISHED)[-1]
    assert [(where.role, where.name) for where in event.where] == places, remark


def test_a_border_of_the_other_side_is_not_meant() -> None:
    told = "Smoke hung over the Lebanon-Syria border. Clashes broke out on the Iraq-Syria border.\n\n"
    event = events_of(told + "Gunmen fled from Arsal to the border.", PUBLISHED)[-1]
    assert [where.name for where in event.where if where.role == "to"] == [BORDER]
    assert "the border named before" in event.where[0].reasons[-1]


def test_of_two_borders_nobody_can_say_which() -> None:
    told = "Smoke hung over the Lebanon-Syria border. Clashes broke out on the Iraq-Syria border.\n\n"
    event = events_of(told + "Two shepherds were killed in the border area.", PUBLISHED)[-1]
    assert "border" not in {where.kind for where in event.where}


def test_a_border_that_was_never_named_is_no_place() -> None:
    assert events_of("Two shepherds were killed near the border.", PUBLISHED)[0].where == ()


def test_land_that_somebody_holds_is_where_to() -> None:
    event = events_of("Buses brought the gunmen from Arsal to land the group holds in eastern Syria.", PUBLISHED)[0]
    assert [(where.role, where.name) for where in event.where] == [("to", "eastern Syria"), ("from", "Arsal")]


def test_who_left_a_town_was_there_wherever_it_was_told_of_before() -> None:
    event = events_of("A convoy was hit in Palmyra. The convoy then set out from Homs.", PUBLISHED)[-1]
    assert [(where.role, where.name) for where in event.where] == [("from", "Homs")]


@pytest.mark.parametrize(
    ("between", "there", "remark"),
    [
        ("In Paris, thousands marched on Friday.", False, "the story went elsewhere"),
        ("Protesters marched across France.", False, "to another country"),
        ("Envoys met in Paris. Shells fell on Damascus.", True, "back on one of its sides"),
        ("Nobody spoke.", True, "nowhere"),
        ("The UN Security Council met on Friday.", True, "where a body sits is nowhere"),
    ],
)
def test_the_border_is_that_of_where_the_story_is(between: str, there: bool, remark: str) -> None:
    told = "The Turkish-Syrian border was closed in May."
    event = events_of(f"{told} {between} Nine migrants were arrested at the border.", PUBLISHED)[-1]
    assert [where.kind for where in event.where] == (["border"] if there else []), remark


def test_a_border_is_that_of_a_town_told_with_it_wherever_the_story_was() -> None:
    told = "The Lebanon-Syria border was shelled. Envoys met in New York on Friday."
    event = events_of(f"{told} Gunmen fled from Arsal to the border.", PUBLISHED)[-1]
    assert [(where.role, where.name) for where in event.where] == [("to", BORDER), ("from", "Arsal")]


def test_who_came_to_a_border_was_not_where_the_story_goes_next() -> None:
    text = "Militias arrived at the border between Iraq and Syria on May 29. Guards took a mill in Mosul on May 29.\n"
    told = events_of(text, PUBLISHED)[0]
    assert [where.kind for where in told.where] == ["border"]
