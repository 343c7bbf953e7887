"""Sentences told by verbs that no table has."""

from __future__ import annotations

import pytest

from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.verbs import unlisted
from timeline_app.events.verbs.signals import signals_of


@pytest.mark.parametrize(
    ("sentence", "verb", "remark"),
    [
        ("The army shut the roads to the valley in May.", "shut", "an irregular past"),
        ("Lorries trundled up to the mill at dawn.", "trundled", "a regular one"),
        ("The council has painted over the slogans on the wall.", "painted", "with 'has'"),
        ("Four guards were doused with petrol in the yard.", "doused", "a passive"),
        ("The plan was drawn up by the two mayors.", "drawn", "an irregular participle"),
    ],
)  # fmt: skip
def test_a_main_clause_in_the_past_reports(sentence: str, verb: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert (reading.type, sentence[reading.verb.hit.start : reading.verb.hit.end]) == ("other", verb), remark


@pytest.mark.parametrize(
    ("sentence", "remark"),
    [
        ("The town bordered the valley.", "a state"),
        ("The mayor thought of the old days.", "in his head"),
        ("The doors are painted in blue.", "a description"),
        ("They sat on rented buses.", "before a noun"),
        ("The valley that the river carved is wide.", "a subordinate clause"),
        ("The council has not painted the wall.", "it did not happen"),
        ("The council may have painted the wall.", "it may not have happened"),
        ("I jumped at the chance.", "a reader's"),
        ("The streets were a little bit quieter on Monday.", "no bite"),
        ("The river drew traders to the mill for centuries.", "how it was"),
        ("Nobody painted the wall.", "nobody did"),
        ("This once again highlighted the old problem.", "what something means"),
    ],
)  # fmt: skip
def test_what_only_describes_does_not(sentence: str, remark: str) -> None:
    assert read_sentence(sentence) is None, remark


def test_a_listed_verb_comes_first() -> None:
    reading = read_sentence("The lorries trundled up and rebels shelled the mill.")
    assert reading is not None
    assert reading.type == "strike"


def test_no_word_stands_in_two_lists_and_each_can_be_met() -> None:
    lists = (unlisted.DESCRIBING, unlisted._ADJECTIVES, unlisted._PASTS.keys(), unlisted._PARTICIPLES.keys())
    words = [word for group in lists for word in group]
    assert sorted(words) == sorted(set(words))
    assert [word for word in words if signals_of(word)] == []
