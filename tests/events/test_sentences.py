"""Sentences by offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import grows_in_proportion
from timeline_app.events.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two.", ["One.", "Two."]),
        (
            "They took the hill.(4) It was lost,(5) then won.[12] So.",
            ["They took the hill.(4)", "It was lost,(5) then won.[12]", "So."],
        ),
        ("The U.S. military struck. It said so.", ["The U.S. military struck.", "It said so."]),
        ("Col. Ryan spoke. He left.", ["Col. Ryan spoke.", "He left."]),
        ("It cost 3.5 million. Really.", ["It cost 3.5 million.", "Really."]),
        ("“We will act.” He left.", ["“We will act.”", "He left."]),
        ("He asked: who? They fled!", ["He asked: who?", "They fled!"]),
        ("A headline without a stop\n\nThe army left.", ["A headline without a stop", "The army left."]),
        ("J. Smith met A. Jones in Oct. 2017 there.", ["J. Smith met A. Jones in Oct. 2017 there."]),
        (
            "Nine of the army's were swapped for five of Rida's. Three men left.",
            ["Nine of the army's were swapped for five of Rida's.", "Three men left."],
        ),
        ("Wait... he said so.", ["Wait... he said so."]),
        ("They left the town.Last week it fell.", ["They left the town.", "Last week it fell."]),
        ("They left the town.“The deal is done.”", ["They left the town.", "“The deal is done.”"]),
        ("Read it on Example.com or U.S.Army pages.", ["Read it on Example.com or U.S.Army pages."]),
        ("They met in the U.S. The army left.", ["They met in the U.S.", "The army left."]),
        (
            "The monitor said jets struck two houses in the northern countryside. where it learned that nine died.",
            [
                "The monitor said jets struck two houses in the northern countryside.",
                "where it learned that nine died.",
            ],
        ),
        (
            "The monitor said that jets struck two houses in the northern est. the town of the others.",
            ["The monitor said that jets struck two houses in the northern est. the town of the others."],
        ),
        ("He went to the depot. the end.", ["He went to the depot. the end."]),
        ("", []),
        ("\u00a0 \n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [sentence.text for sentence in split_sentences(text, 0, len(text))] == sentences


@given(st.text(alphabet='aB .!?\n\u00a0"”(…', max_size=200))
def test_offsets_are_exact_and_nothing_but_white_space_is_lost(text: str) -> None:
    sentences = split_sentences(text, 0, len(text))
    at = 0
    for sentence in sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()


def test_blank_lines_and_finished_lines_divide_paragraphs() -> None:
    text = "One. Two.\nThree.\n\nFour."
    assert [sentence.paragraph for sentence in split_sentences(text, 0, len(text))] == [0, 0, 1, 2]


def test_splitting_is_linear() -> None:
    assert grows_in_proportion(lambda text: split_sentences(text, 0, len(text)), "a.b ", 50_000)
