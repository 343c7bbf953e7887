"""Quick ways of folding and cutting words give what the slow ones give."""

from __future__ import annotations

import random
import re

from timeline_app.geo.fold import _SOUNDS, fold, folded_words
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.importance import likelihood
from timeline_app.geo.tokens import _APOSTROPHE, _MARKS, tokenize


def test_a_sound_rule_is_skipped_only_where_it_changes_nothing() -> None:
    draw = random.Random(1)
    for _ in range(50_000):
        word = "".join(draw.choice("aeiouywhbnsdklqgtcpjx") for _ in range(draw.randint(1, 8)))
        for letters, pattern, put in _SOUNDS:
            assert letters in word or pattern.sub(put, word) == word, (word, pattern.pattern)
            word = pattern.sub(put, word)


def test_words_of_letters_alone_are_cut_as_all_others() -> None:
    slow = re.compile(
        rf"(?:[A-Z]\.){{2,5}}|[^\W_](?:[^\W_]|{_MARKS}+(?=[^\W_])"
        rf"|[{_APOSTROPHE}](?![sS]\b)(?=[^\W_])){{0,120}}"
    )
    draw = random.Random(1)
    pieces = [
        "a",
        "B",
        "é",
        "'",
        "’",
        "'s",
        "U.S.",
        "\u200b",
        "\u0301",
        " ",
        "_",
        "-",
        "1",
        "دير",
        ".",
        "\n",
        "x" * 130,
    ]
    for _ in range(20_000):
        text = "".join(draw.choice(pieces) for _ in range(draw.randint(1, 12)))
        found = [(token.start, token.end, token.raw) for token in tokenize(text)]
        assert found == [(*match.span(), match[0]) for match in slow.finditer(text)], text
        ends = [0, *(end for _, end, _ in found)]
        gaps = [text[end:start] for end, (start, _, _) in zip(ends, found, strict=False)]
        assert [token.gap for token in tokenize(text)] == gaps, text


def test_a_place_remembered_is_as_likely_as_reckoned(gazetteer: Gazetteer) -> None:
    for name in ("tripoli", "homs", "london", "deir ezzor"):
        for place in gazetteer.named(name)[0]:
            for _ in range(2):
                assert gazetteer.likelihood(place) == likelihood(place, gazetteer.rank_of(place))
    assert folded_words(("deir", "ezzor")) == fold("Deir ez-Zor")
