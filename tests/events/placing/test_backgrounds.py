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
