"""Whom words mean that name nobody."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of


def _last_actors(text: str) -> dict[str, str]:
    return {actor.name: actor.role for actor in events_of(text, date(2018, 9, 2))[-1].actors}


@pytest.mark.parametrize(
    ("text", "actors", "remark"),
    [
        ("The Lebanese army shelled Arsal on Monday. The army killed ten gunmen on Tuesday.",
         {"Lebanese army": "source", "gunmen": "target"}, "the one named last"),
        ("Syria is at war. Syrian towns lie in ruins. The army shelled Idlib on Tuesday.", {"Syrian army": "source"}, "of whom the story is"),
        ("The Lebanese army left Arsal on Monday. The army base was shelled on Tuesday.", {}, "a base is no army"),
        ("ISIS attacked a post near Palmyra on Monday. The group killed ten soldiers on Tuesday.", {"Islamic State": "source"}, ""),
        ("ISIS attacked a post near Palmyra on Monday. A group of men killed ten soldiers on Tuesday.", {}, "any group"),
        ("ISIS attacked a post near Palmyra on Monday. The army of Jordan killed the jihadists on Tuesday.",
         {"Jordanian army": "source", "Islamic State": "target"}, "the only jihadists told of"),
        ("ISIS and the Nusra Front fought near Homs on Monday. Jordan's army killed the jihadists on Tuesday.",
         {"Jordanian army": "source", "militants": "target"}, "either of two"),
        ("Dana Farouk, a commander, was wounded in Homs on Monday. Farouk died on Tuesday.", {"Dana Farouk": "target"}, "a surname"),
        ("Dana Farouk, a commander, was wounded in Homs on Monday. Lina Farouk died on Tuesday.", {}, "a sister"),
        ("Dana Farouk, a medic, fled Homs on Monday. “We will come back,” she said on Tuesday.", {"Dana Farouk": "speaker"}, "she"),
        ("Human Rights Watch said on Monday that ISIS had killed ten men. The group said in a report on Tuesday that jets had hit a school.",
         {"Human Rights Watch": "speaker"}, "the group that speaks"),
    ],
)  # fmt: skip
def test_words_mean_who_was_told_of(text: str, actors: dict[str, str], remark: str) -> None:
    assert _last_actors(text) == actors, remark


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("The mayor of Homs, Adel Tarian, spoke of the killing of General Omar Rida.", "Adel Tarian"),
        ("Some of Omar Rida's men fled, Adel Tarian said.", "Adel Tarian"),
        ("Governor Adel Tarian met General Omar Rida.", "Adel Tarian"),
        ("Governor Adel Tarian spoke. Jets bombed a mill. Rain fell. Guards took a hill. Miners left a town.", None),
    ],
)
def test_he_is_who_spoke_no_dead_man_and_nobody_named_long_ago(before: str, who: str | None) -> None:
    event = events_of(f"{before} He said the road to Homs had been bombed.", date(2017, 8, 31))[-1]
    speakers = [actor.name for actor in event.actors if actor.role == "speaker"]
    assert speakers == ([] if who is None else [who])
