"""What is skipped because of how a text begins is nothing that would have matched."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from timeline_app.documents import formulas as table
from timeline_app.documents import voice
from timeline_app.documents.beginnings import are_told, beginnings, held, lowered, word_beginnings
from timeline_app.documents.formulas import bare, formulas, match_formula
from timeline_app.documents.zoning import ending

ARTICLES = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:photos?|(?:no )?maps)", {"photo", "no ", "maps"}),
        (r"[Ww]e|our", {"we", "our"}),
        (r"x{1,2}d|lo+l|a?b", {"x", "lo", "a", "b"}),
        (r"(?:19|20)\d\d", {"19", "20"}),
        (r"[0-9]{1,3} replies", set("0123456789")),
        (r"(?!no)(?:تعليق|Comment)", {"تعليق", "comment"}),
        (r"https?://", {"http"}),
        (r"(?:the )?(?-i:[A-Z])", None),
        (r".{0,4}photo", None),
        (r"\w+", None),
        (r"a|", None),
        (r"ılan", None),
    ],
)
def test_beginnings_are_read_off_a_pattern(pattern: str, expected: set[str] | None) -> None:
    assert beginnings(pattern) == expected


def test_words_that_a_match_holds() -> None:
    assert held(r".{0,400}?\W?\b(?:photo|images) by") == {"photo", "images"}
    assert held(r"(?!all).{0,9}(?:\(©|AFP/)") == {"(", "afp/"}
    assert held(r".{0,9}(?:©|AFP/)") is None
    assert held(r"photo by") is None


def test_patterns_that_begin_within_words_are_no_lists_of_words() -> None:
    assert word_beginnings(r"\b(?:we|us)\b|(?<!\w)our") == {"we", "us", "our"}
    assert word_beginnings(r"\bwe|our") is None
    assert word_beginnings(r"\bwe|(?:قال)(?!\w)") == {"we", "قال"}


def test_letters_of_other_cases_are_compared_with_nothing() -> None:
    assert lowered("Straße ’") == "straße ’"
    assert [lowered(word) for word in ("İlan", "ılan", "ſee")] == [None, None, None]
    assert [are_told(letters) for letters in ("ab'", "ab’", "İla", "ſee", "aſs")] == [True, True, False, False, False]


def _paragraphs() -> list[str]:
    lines = [line.strip() for path in ARTICLES for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    examples = [formula.example for formula in formulas()]
    dressed = [shape.format(example) for example in examples for shape in ("{}", "“{}", "** {} **", "The {}")]
    cased = [change(example) for example in examples for change in (str.upper, str.lower, str.title)]
    odd = [example.replace("I", "İ").replace("s", "ſ").replace("i", "ı") for example in examples]
    return lines + dressed + cased + odd + ["İlgili haberler", "İLAN", "ſhare this", "K", ""]


def test_every_formula_is_found_as_if_all_were_tried() -> None:
    for paragraph in _paragraphs():
        words = bare(paragraph)
        slow = next((formula for formula in formulas() if formula.pattern.fullmatch(words)), None)
        assert match_formula(paragraph) is slow, paragraph


def test_most_formulas_are_not_tried() -> None:
    possible = [len(list(table._possible(bare(paragraph)))) for paragraph in _paragraphs() if paragraph.isascii()]
    assert sum(possible) / len(possible) < len(formulas()) / 5


@pytest.mark.parametrize("language", ["en", "tr", "fr", "ar", ""])
def test_features_are_counted_as_if_each_read_the_whole_paragraph(language: str) -> None:
    draw = random.Random(1)
    vocabulary = [
        word
        for feature in (*voice._HEARD, *voice._REPORTED)
        if (pattern := voice._pattern(feature, language)) is not None
        for word in re.findall(r"[^\W\d_]+", pattern.pattern)
    ]
    vocabulary += ["I", "you", "1,500", "2017", "İki", "ſaid", "we’ve", "’", "-", "!", "haha", "lool", "قال", "x", "u"]
    for _ in range(300):
        words = "".join(draw.choice(vocabulary) + draw.choice([" ", " ", "-", "", ", "]) for _ in range(30))
        counts = voice._counted(words, language)
        for feature in (*voice._HEARD, *voice._REPORTED):
            pattern = voice._pattern(feature, language)
            if pattern is not None and feature != "answer":
                assert counts.get(feature, 0) == len(pattern.findall(words)), (feature, words)


def test_a_publisher_promotes_only_with_words_looked_for() -> None:
    draw = random.Random(1)
    vocabulary = [*re.findall(r"[a-z]+", ending._PROMOTES.pattern), "s", " ", "to", "non-profit"]
    for _ in range(20_000):
        words = " ".join(draw.choice(vocabulary) for _ in range(4))
        assert not ending._PROMOTES.search(words) or any(word in words for word in ending._PROMOTING), words
