"""Verbs in the narrative present under a day, and verbs of taking that are told of people."""

from __future__ import annotations

import pytest

from timeline_app.events.reading.sentence import read_sentence


@pytest.mark.parametrize(
    ("sentence", "base", "remark"),
    [
        ("On October 3, thousands ignore a curfew in Tara.", "ignore", "a verb that no table has, by its object"),
        ("On October 1, hundreds rally in Tara against graft.", "rally", "several do it"),
        ("Two days later fighters of the Lions of Tara begin to leave.", "begin", "several, then a name"),
        ("On Monday the first men of the Lions board buses in Tara.", "board", "a verb told in the past elsewhere"),
        ("On 3 May, the army attacks the mill from two sides.", "attack", "one does it, and the verb may be a noun"),
        ("The next day, rallies multiply all over the south.", "rally", "read as before"),
    ],
)
def test_a_sentence_that_opens_with_when_tells_in_the_present(sentence: str, base: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert (reading.verb.hit.signal.base, reading.verb.tense) == (base, "present"), remark


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("On Sundays, shops close at noon.", "what is usual"),
        ("On Monday, heavy rocket fire on the town.", "no verb"),
        ("On 5 June protests in the towns of the south.", "no verb"),
        ("Thousands ignore a curfew in Tara.", "opens with no day"),
        ("On Monday, the army's tanks.", "no verb"),
        ("Here is what happened in Tara on Monday.", "what the writer does next"),
    ],
)
def test_nothing_is_told_without_a_verb_under_a_day(sentence: str, remark: str) -> None:
    assert read_sentence(sentence) is None, remark


def test_what_is_past_goes_before_what_looks_like_a_present() -> None:
    reading = read_sentence("On 3 May, army attacks on the town killed four.")
    assert reading is not None
    assert reading.verb.hit.signal.base == "kill"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Rebels captured five soldiers in Tara.", "detention"),
        ("Five soldiers were captured in Tara.", "detention"),
        ("The army freed two aid workers.", "detention"),
        ("Sixteen soldiers regained their freedom on Tuesday.", "detention"),
        ("Three prisoners were handed over to the council.", "detention"),
        ("The men were taken hostage.", "detention"),
        ("Three buses took out the first 120 fighters.", "movement"),
        ("The cars took the wounded from the hills to a base.", "movement"),
        ("The army freed the town of Tara.", "territory"),
        ("The town was handed over to the army.", "territory"),
        ("Rebels captured army positions in Tara.", "territory"),
        ("The fighters' posts in the village were captured.", "territory"),
        ("Fighters of the league took the town.", "territory"),
        ("Rebel fighters said the town was captured on Friday.", "territory"),
        ("Prisoners say the mill that was seized is lost.", "territory"),
    ],
)
def test_people_are_detained_and_land_changes_hands(sentence: str, kind: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    assert reading.event_type == kind


@pytest.mark.parametrize(
    ("sentence", "base"),
    [
        ("Thirteen kidnapped people who were held in the mill were freed on Thursday.", "free"),
        ("Families that had fled the town in May were allowed back on Sunday.", "allow"),
        ("Gunmen killed four men who were held in the camp that was stormed on Friday.", "kill"),
        ("Officers who said the men were held in the mill were wrong.", "hold"),
    ],
)
def test_a_second_helper_is_the_main_clause_s(sentence: str, base: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None
    assert reading.verb.hit.signal.base == base


@pytest.mark.parametrize(
    ("sentence", "kind", "remark"),
    [
        ("The premier on Tuesday called the transfer an insult to his people.", "accusation", "a charge"),
        ("Six buses out of the 17 drove back west toward Tara.", "movement", "a number is no article"),
        ("Rebels drove back the army in Tara.", "clash", "with an object"),
        ("On 5 June the militia divided its captives in two groups.", "other", "an adjective elsewhere"),
        ("The league got as far as the gates.", "movement", "a way of advancing"),
        ("According to our correspondent, Rida told his men to leave.", "statement", "the paper's own man"),
        (
            "Its drive ended in May, when strikes by the league barred the way.",
            "other",
            "strikes by somebody are no verb",
        ),
    ],
)
def test_what_stands_behind_a_verb_tells_its_type(sentence: str, kind: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert reading.event_type == kind, remark
