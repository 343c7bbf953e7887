"""Places that a sentence names beside its story, from which the story does not go on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2017, 9, 2)


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Guards turned back a convoy bound for two towns near Aleppo.", ["Homs"], "where it was bound"),
        ("Seventy people kidnapped in Aleppo and Latakia were set free.", ["Homs"], "where they were taken"),
        ("Two guards freed a shepherd who had been held in Idlib.", ["Homs"], "where he had been"),
        ("Two guards were killed by gunmen who attacked a market in Idlib.", ["Idlib"], "where it happened"),
        ("The mayor flew back to Doha on Saturday.", ["Homs"], "where he flew"),
        ("Guards said that 300 men were expected in Idlib.", ["Homs"], "where nobody was yet"),
        (
            "The mayor approved a plan under which the men would be driven to Idlib.",
            ["Homs"],
            "where nobody was driven yet",
        ),
        ("The men were driven to Idlib.", ["Idlib"], "where they were"),
        ("Gunmen shot men across the Middle East.", ["Homs"], "half the world"),
        ("Gunmen kidnapped a shepherd in Aleppo.", ["Aleppo"], "a deed of its own"),
    ],
)
def test_the_story_does_not_go_on_from_what_is_told_beside_it(sentence: str, names: list[str], remark: str) -> None:
    told = "Rebels stormed Homs. A mine went off in the Old City of Homs."
    event = events_of(f"{told}\n\n{sentence}\n\nThe town was then shelled by jets.", PUBLISHED)[-1]
    assert [where.name for where in event.where] == names, remark


def test_where_a_convoy_is_bound_is_where_to() -> None:
    event = events_of("Guards turned back a convoy bound for two towns near Aleppo.", PUBLISHED)[0]
    assert [(where.role, where.name) for where in event.where] == [("to", "Aleppo")]


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("A bus bound for Damascus was attacked in Homs on Friday.", [("at", "Homs"), ("to", "Damascus")]),
        ("Nine shepherds on their way to Karbala were killed in Baghdad.", [("at", "Baghdad"), ("to", "Karbala")]),
        ("A plane bound for Tripoli crashed near Malta.", [("near", "Malta"), ("to", "Tripoli")]),
        ("A ship bound for Italy sank off Libya.", [("near", "Libya"), ("to", "Italy")]),
        ("A ship bound for the coast sank near Tripoli.", [("near", "Tripoli")]),
        ("Soldiers on their way to the front were killed in Khartoum.", [("at", "Khartoum")]),
        ("A truck bound for a hospital in Kharkiv was shelled near Poltava.", [("near", "Poltava"), ("to", "Kharkiv")]),
        ("A bus en route to the northern city of Homs was attacked.", [("to", "Homs")]),
        ("Guards turned back a bus on its way to a camp in Idlib.", [("to", "Idlib")]),
    ],
)
def test_what_befell_those_on_their_way_was_not_where_they_were_bound(
    sentence: str, places: list[tuple[str, str]]
) -> None:
    event = events_of(sentence, PUBLISHED)[0]
    assert [(where.role, where.name) for where in event.where] == places


def test_the_story_goes_on_where_those_on_their_way_came() -> None:
    text = "A convoy bound for the coast drove into Homs. The town was then shelled by jets."
    assert [where.name for where in events_of(text, PUBLISHED)[-1].where] == ["Homs"]
