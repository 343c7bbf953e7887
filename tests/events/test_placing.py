"""Which places a sentence's event happens at."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.pipeline import parse_document


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Beirut - Shells hit a school in Homs on Monday.", ["Homs"], "a dateline is where it was written"),
        ("Beirut, Morning Courier—Shells hit a school in Homs on Monday.", ["Homs"], "with its newspaper"),
        ("Homs - Two guards were killed by a mine on Monday.", ["Homs"], "unless no other place is told"),
        ("Homs - held by rebels until May - was shelled on Monday.", ["Homs"], "an insertion is no dateline"),
        ("The pact between Turkey and Russia was signed in Astana on Monday.", ["Astana"], "states act between them"),
    ],
)
def test_a_dateline_sets_no_scene(sentence: str, names: list[str], remark: str) -> None:
    text = f"The talks ended on Friday.\n\n{sentence}\n"
    events = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    (event,) = [event for event in events if event.reports[0].quote in sentence and "Monday" in event.reports[0].quote]
    assert [where.name for where in event.where] == names, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("The council accused Moscow on Monday of bombing a school in Homs.", ["Homs"], "a government is accused"),
        ("The channel of a party that is an ally of Damascus said shells hit Homs on Monday.", ["Homs"], "an ally of it"),
        ("Ankara had halted its flights on Monday after guards in Homs shot at a jet.", ["Homs"], "a town halts no flights"),
        ("Fighters backed by Tehran captured a hill near Homs on Monday.", ["Homs"], "backed by it"),
        ("Shells hit a school in Homs on Monday, a spokesman told Reuters in Beirut.", ["Homs"], "where it was said"),
        ("Nine men were killed in Homs on Monday, the mayor confirmed to Palmyra TV.", ["Homs"], "a channel"),
        ("The party, which came to prop up the Damascus government, left Homs on Monday.", ["Homs"], "a government"),
        ("Tel Aviv has beefed up its forces in Homs since Monday.", ["Homs"], "a government has done something"),
        ("Damascus has seen heavy shelling since Monday.", ["Damascus"], "a town has seen it"),
        ("Shells hit Damascus on Monday.", ["Damascus"], "a town is hit"),
        ("Damascus was shelled on Monday.", ["Damascus"], "and shelled"),
        ("The minister told reporters in Beirut on Monday that the talks were useful.", ["Beirut"], "a statement is where it is made"),
        ("On Monday the air force, which is battling the group in Mosul, bombed a depot in Homs.", ["Homs"],
         "what is told beside of the air force"),
        ("Troops cleared the town on Monday, opening the road east to the strongholds of Raqqa and Deir ez-Zor.",
         ["Homs", "Raqqa", "Deir Ezzor"], "whither a road leads is no scene: the town told before is"),
    ],
)  # fmt: skip
def test_where_a_name_stands_for_what_is_elsewhere(sentence: str, names: list[str], remark: str) -> None:
    text = f"Gunmen killed two guards in Homs on Sunday.\n\n{sentence}\n"
    events = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    (event,) = [event for event in events if "Monday" in event.reports[0].quote]
    assert [where.name for where in event.where] == names, remark
