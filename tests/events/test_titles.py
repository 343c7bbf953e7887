"""Titles a reader understands without the article."""

from __future__ import annotations

import pytest

from timeline_app.events.cutting import MAX_TITLE
from timeline_app.events.reading import read_sentence
from timeline_app.events.titles import make_title


@pytest.mark.parametrize(
    ("sentence", "title", "remark"),
    [
        ("Unsurprisingly, all other parties had been left out of the talks.", "All other parties had been left out of the talks",
         "an adverb before the sentence is dropped"),
        ("The general rejected the demand of the fighters in the town on the grounds that he had no orders at all from the"
         " capital.", "The general rejected the demand of the fighters in the town", "no loose end"),
        ("There is no hope for the men in the tunnel, the army said.", "Army: There is no hope for the men in the tunnel",
         "who said it comes first"),
        ("Rebels captured the northern district of the town, the army said.", "Rebels captured the northern district of the town",
         "what happened, not who told it"),
        ("We will strike again where it is necessary,” Col. Ryan Dillon said.", "Ryan Dillon: “We will strike again where it is necessary”",
         "the end of a quotation"),
        ("At least 29 civilians, including 8 children, were killed in the town.", "At least 29 civilians, including 8 children, were killed in the town",
         "a count is no opening to be dropped"),
        ("The army announced on Sunday that they had taken control of the northern district.",
         "The army had taken control of the northern district", "the pronoun is who announced it"),
        ("In February 1917 the British recaptured Kut, and they entered Baghdad.",
         "In February 1917 the British recaptured Kut, and they entered Baghdad", "an opening that holds the verb stays"),
        ("Dillon added that “the coalition has not struck the convoy.", "Dillon added that “the coalition has not struck the convoy”",
         "a quotation is closed"),
    ],
)  # fmt: skip
def test_a_title_stands_alone(sentence: str, title: str, remark: str) -> None:
    reading = read_sentence(sentence)
    assert reading is not None, remark
    assert make_title(sentence, reading, "Ryan Dillon" if "Dillon" in sentence else None) == title, remark


@pytest.mark.parametrize("words", [40, 200])
def test_no_title_is_longer_than_a_line(words: int) -> None:
    sentence = "Rebels captured " + "the very large and well known northern " * words + "town."
    reading = read_sentence(sentence)
    assert reading is not None
    assert len(make_title(sentence, reading)) <= MAX_TITLE
