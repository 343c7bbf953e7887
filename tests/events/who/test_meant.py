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
        ("ISIS took a mill on Monday. Ten jihadists died in Homs on Tuesday.", {"militants": "target"}, "any ones"),
        ("ISIS took a mill on Monday. The jihadists of Hamas took Homs on Tuesday.", {"Hamas": "source"}, "another one's"),
        ("ISIS took a mill on Monday.\n\nIt rained.\n\nA man sang.\n\nA dog ran.\n\nThe jihadists left Homs on Tuesday.",
         {"militants": "source"}, "told long ago"),
        ("Jets bombed ISIS near Homs on Tuesday and killed ten jihadists.", {"Islamic State": "target"}, "beside its name"),
        ("Syrian refugees marched in Paris on Monday. The army shot at them on Tuesday.", {}, "whose refugees"),
        ("Syrian men and Syrian women marched in Paris on Monday. The army shot at them on Tuesday.", {}, "another country"),
        ("The Lebanese army shelled Arsal on Monday. Ten men died in Paris on Tuesday. The army shot a man there on Tuesday.", {},
         "another country's army"),
        ("The Turkish army shelled Afrin on Monday. The army killed ten gunmen in Afrin on Tuesday.",
         {"Turkish army": "source", "gunmen": "target"}, "where it was told of"),
        ("Syrian mills lie in ruins. Homs was bombed on Monday. The government sent food to Homs on Tuesday.",
         {"Syrian government": "source"}, "its towns"),
        ("Dana Farouk, a commander, was wounded in Homs on Monday. Farouk died on Tuesday.", {"Dana Farouk": "target"}, "a surname"),
        ("It was the Turkish army, not the Syrian army, that shelled Afrin on Tuesday.", {}, "denied in another clause"),
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
        ("Troops arrested Governor Adel Tarian.", None),
        ("Governor Adel Tarian was wounded.", None),
        ("Governor Adel Tarian spoke. His brother was wounded.", None),
        ("Governor Adel Tarian spoke. Police shut the road, a spokesman said.", None),
        ("Governor Adel Tarian spoke. Ehsan Darwish lost his house.", None),
        ("Governor Adel Tarian spoke. The road was shut.", "Adel Tarian"),
        ("Mrs Tarian Haddad spoke.", None),
        ("Chancellor Angela Merkel spoke.", None),
        ("Governor Adel Tarian spoke. Jets bombed a mill. Rain fell. Guards took a hill. Miners left a town.", None),
    ],
)
def test_he_is_who_spoke_no_dead_man_and_nobody_named_long_ago(before: str, who: str | None) -> None:
    event = events_of(f"{before} He said the road to Homs had been bombed.", date(2017, 8, 31))[-1]
    speakers = [actor.name for actor in event.actors if actor.role == "speaker"]
    assert speakers == ([] if who is None else [who])


@pytest.mark.parametrize(
    ("surname", "sentence", "is_meant"),
    [
        ("Hill", "Hill said on Tuesday that ten men had died in Homs.", True),
        ("Hill", "Troops killed Hill in Homs on Tuesday.", True),
        ("Hill", "Troops captured Hill 105 near Homs on Tuesday.", False),
        ("Hall", "A bomb hit Hall Street in Homs on Tuesday.", False),
        ("Rice", "Rice and flour were taken to Homs on Tuesday.", False),
        ("Young", "Young men were killed in Homs on Tuesday.", False),
        ("Price", "Price rises were announced in Homs on Tuesday.", False),
        ("Poole", "Poole police arrested ten men in Homs on Tuesday.", False),
        ("King", "King Charles visited Homs on Tuesday.", False),
        ("Rida", "Rida was wounded in Homs on Tuesday.", True),
        ("Rida", "Rida's men captured Homs on Tuesday.", True),
        ("Abu Rida", "Jets killed Abu Rida near Homs on Tuesday.", True),
    ],
)
def test_a_surname_is_no_common_word_and_no_part_of_another_name(surname: str, sentence: str, is_meant: bool) -> None:
    event = events_of(f"Adam {surname}, a commander, spoke in Homs on Monday. {sentence}", date(2018, 9, 2))[-1]
    assert (f"Adam {surname}" in {actor.name for actor in event.actors}) == is_meant


@pytest.mark.parametrize(
    ("text", "speaker", "remark"),
    [
        (
            "The Syrian army said on Monday it had killed ten rebels. It said on Tuesday jets bombed Homs.",
            "Syrian army",
            "its own deed",
        ),
        (
            "The army said on Monday jets had left. The Britain-based Syrian Observatory told more. It said jets bombed Homs.",
            "Syrian Observatory for Human Rights",
            "a subject that told no event",
        ),
        (
            "Human Rights Watch published a report on Monday. It said on Tuesday jets bombed Homs.",
            "Human Rights Watch",
            "a subject",
        ),
        (
            "Amnesty International spoke on Monday. ISIS took a mill. The group said on Tuesday that ISIS had bombed Homs.",
            "Amnesty International",
            "who is accused says nothing",
        ),
        ("Adel Tarian, a mayor, spoke on Monday. She said on Tuesday jets bombed Homs.", None, "another sex"),
        ("Chancellor Angela Merkel spoke on Monday. She said on Tuesday jets bombed Homs.", "Angela Merkel", "her own"),
    ],
)
def test_it_and_she_are_who_spoke(text: str, speaker: str | None, remark: str) -> None:
    named = {
        name for name, role in _last_actors(text).items() if role in ("speaker", "source") and name != "Islamic State"
    }
    assert named == ({speaker} if speaker else set()), remark
