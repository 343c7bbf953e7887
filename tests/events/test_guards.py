"""What is skipped for speed is nothing that the patterns of events would have found."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from timeline_app.documents.beginnings import lowered
from timeline_app.events import quantities
from timeline_app.events.placing import roles
from timeline_app.events.reading import modality
from timeline_app.events.titles import cutting, making


def _sentences(pattern: str, more: str) -> Iterator[str]:
    """Sentences made of a pattern's own words and some others, in any case."""
    draw = random.Random(1)
    words = [*re.findall(r"[a-z]+", pattern), *more.split(" ")]
    for _ in range(20_000):
        parts = (draw.choice(words) + draw.choice([" ", " ", ", ", "-", ""]) for _ in range(draw.randint(1, 7)))
        sentence = "".join(parts)
        yield draw.choice([sentence, sentence.capitalize(), sentence.upper(), sentence.replace("s", "ſ")])


def test_a_claim_holds_one_of_the_words_looked_for() -> None:
    for sentence in _sentences(modality.CLAIMED.pattern, "said to reports say"):
        low = lowered(sentence)
        if low is not None and modality.CLAIMED.search(sentence):
            assert any(word in low for word in modality._CLAIMING), sentence


def test_a_count_holds_a_number() -> None:
    more = "a hundred thousand 3 ٣ 1,200 one twenty five dozens of scores several men were killed about"
    for sentence in _sentences(quantities._SUFFERED.pattern, more):
        low = lowered(sentence)
        if low is not None and (quantities._COUNT.search(sentence) or quantities._SUFFERED.search(sentence)):
            assert quantities._may_count(low), sentence
        if low is not None and quantities._SUFFERED.search(sentence):
            assert any(word in low for word in quantities._HARMS), sentence


def test_a_hundred_is_counted() -> None:
    assert [(one.what, one.low) for one in quantities.find_quantities("A hundred soldiers fled.")] == [
        ("soldiers", 100)
    ]


def test_a_number_belongs_to_the_longest_word_before_it() -> None:
    for words in ("resolution", "the regiment ABC", "appendix", "on highway M"):
        sentence = f"They met under {words} 5 men"
        assert quantities._is_numbered(sentence, sentence.index("5")), sentence
    assert not quantities._is_numbered("They saw 5 men", 9)


def test_the_trailing_words_are_those_the_pattern_finds() -> None:
    more = "convoy and-or of, — the\n 17 left. \xa0 The"
    for sentence in _sentences(cutting._TRAILING.pattern, more):
        for text in (sentence, sentence.strip()):
            assert cutting.without_trailing(text) == cutting._TRAILING.sub("", text), text


_LOOK_BEHIND = re.compile(r"\(\?<!.*?\)")


def test_words_that_give_a_place_its_role_are_short_enough_to_be_seen() -> None:
    before = "The column of buses with the men who had held the pocket went "
    for phrase in ("on their way to", "adjacent to", "en route to", "between"):
        words = (before + phrase)[-roles._LONGEST_WORDS :]
        assert any(pattern.search(words) for _, pattern in roles._ROLES), phrase
    pieces = [piece for _, pattern in roles._ROLES for piece in _LOOK_BEHIND.sub("", pattern.pattern).split("|")]
    assert max(map(len, pieces)) < roles._LONGEST_WORDS + len(r"\b(?:") + len(")$")


def test_an_attribution_holds_one_of_the_words_looked_for() -> None:
    for sentence in _sentences(making._ATTRIBUTION.pattern, "the army, told reporters on Friday said it that says"):
        if making._ATTRIBUTION.match(sentence):
            assert " that " in sentence or " say" in sentence or " said " in sentence, sentence
