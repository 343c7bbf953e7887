"""Chronicles in the narrative present, and dates whose digits are no counts."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.model import Event
from timeline_app.pipeline import parse_document


def events(*paragraphs: str) -> list[Event]:
    document = read_text("\n\n".join(paragraphs) + "\n", published=date(2017, 9, 2))
    return parse_document(document, load_gazetteer())


@pytest.mark.parametrize(
    ("sentence", "told", "remark"),
    [
        ("On May 3, government jets repeatedly target the northern mills.", True, "several do it"),
        ("Rebels accuse the governor of theft.", True, "a charge"),
        ("Analysts say the governor is ill.", False, "what is said is no event"),
        ("Rebels who accuse the governor are few.", False, "a clause within"),
        ("On May 3, guards of the League of the Hills and the Vale (LHV) announce a “free state”.", True, "a far head"),
        ("On May 3, 2017, the LHV say the mill is theirs.", True, "an acronym of several"),
        ("In May 2014, after a siege of two years, rebels abandon their mill.", True, "behind an insertion"),
        (
            "On May 3, more than 450 people, among them some guards of the mill, go by bus to the hills.",
            True,
            "likewise",
        ),
        ("On May 3, a swap gets under way.", True, "what can be no noun"),
        ("September 2, 2014 The film of the raid is shown in the hall.", True, "what is done to it"),
        ("On May 3, most people are tired of the mill.", False, "how they are"),
        ("On May 3, losses near the mill in the hills.", False, "no verb at all"),
        ("The attack on April 4 killed dozens of people.", True, "a day's digit is no count"),
        ("The 26 wounded in the hall.", False, "26 wounded men"),
    ],
)
def test_the_narrative_present_of_several_is_read(sentence: str, told: bool, remark: str) -> None:
    assert (read_sentence(sentence) is not None) == told, remark


def test_a_chronicle_s_day_holds_until_the_next() -> None:
    found = events(
        "On May 3, 2015, rebels capture the old fort.",
        "The governor denies the loss.",
        "On May 9, 2015, rebels capture the mill.",
        "The governor condemns the attack.",
    )
    assert [event.when.edtf if event.when else None for event in found] == [
        "2015-05-03",
        "2015-05-03",
        "2015-05-09",
        "2015-05-09",
    ]


def test_the_news_of_the_day_is_no_chronicle() -> None:
    found = events("On Saturday, 2 September 2017, rebels capture the old fort.", "The governor denies the loss.")
    assert [event.when.basis if event.when else None for event in found] == ["stated", "publication"]


@pytest.mark.parametrize(
    ("sentence", "edtf", "remark"),
    [
        ("The mill was shelled on February, 12, 2014 by two jets.", "2014-02-12", "a comma too many"),
        ("The council says that troops evacuated the mill as they fled on Wednesday.", "2017-08-30", "both then"),
        (
            "The miller, a man accused of theft in May 2014, was shot on Friday.",
            "2017-09-01",
            "the month is the theft's",
        ),
        ("The mill, a ruin they held on Wednesday, was shelled.", "2017-09-02~", "the day is of the holding"),
    ],
)
def test_a_day_beside_a_pronoun_s_clause(sentence: str, edtf: str, remark: str) -> None:
    event = events(sentence)[0]
    assert event.when is not None
    assert event.when.edtf == edtf, remark


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Jets shelled northern Syria on Friday.", ["northern Syria"], "a part of a country is a place"),
        ("Syria shelled the mill on Friday.", [], "a state acts"),
        ("The group Islamic State of Iraq and the Levant took Mosul on Friday.", ["Mosul"], "its name is no place"),
        ("Abu Bakr al-Sakani was killed in Mosul on Friday.", ["Mosul"], "a man"),
    ],
)
def test_names_of_men_and_groups_are_no_places(sentence: str, names: list[str], remark: str) -> None:
    assert [where.name for where in events(sentence)[0].where] == names, remark


def test_the_town_told_before_stands_beside_a_country() -> None:
    found = events("Troops freed Hawija on Friday.", "The town had fallen when rebels took much of western Iraq.")
    assert found[-1].where[0].name == "Hawija"
