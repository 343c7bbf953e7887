"""The words of a text with their offsets and their plain form."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from timeline_app.geo.fold import APOSTROPHES, IGNORABLE, plain_word

_MARK = f"{IGNORABLE}\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_MARKS = f"[{_MARK}]"
_APOSTROPHE = re.escape(APOSTROPHES)

# "U.S.", "Kyiv", "Ma'arrat", "Syria" in "Syria's", "Khar<zero width>kiv". The second of the three is what the third
# gives for a word of letters alone, without asking at every letter what else may follow.
_TOKEN = re.compile(
    rf"((?:[A-Z]\.){{2,5}}|[^\W_]{{1,121}}+(?![^\W_]|[{_MARK}{_APOSTROPHE}])|[^\W_](?:[^\W_]|{_MARKS}+(?=[^\W_])|[{_APOSTROPHE}](?![sS]\b)(?=[^\W_])){{0,120}})"
)
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")


class Token(NamedTuple):
    """A word at `text[start:end]`.

    Attributes:
        plain: see `plain_word`; dots of acronyms removed.
        capital: begins with a capital letter or is Arabic: may name something.
        upper: all capitals, at least two.
        arabic: written in Arabic letters.
        gap: the characters between the word before and this one.
        first: begins a sentence, a heading or a line.
    """

    start: int
    end: int
    raw: str
    plain: str
    capital: bool
    upper: bool
    arabic: bool
    gap: str
    first: bool


_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}\s|\n|[“«]|[*•#]")


def tokenize(text: str) -> list[Token]:
    """The words of a text, in order; linear in its length."""
    tokens: list[Token] = []
    make = tuple.__new__  # a third of the time of `Token(...)`, which a text of news calls once for six letters
    parts = _TOKEN.split(text)  # gap, word ... gap: two thirds of the time of asking matches for offsets
    borders = list(accumulate(map(len, parts)))
    for gap, raw, start, end in zip(parts[::2], parts[1::2], borders[::2], borders[1::2], strict=False):
        if gap == " ":
            first = False
        else:
            gap = gap if len(gap) < _LONG_GAP else "\n"  # noqa: PLW2901
            first = not tokens or _SENTENCE_END.search(gap) is not None
        plain, capital, upper, arabic = _facts(raw)
        tokens.append(make(Token, (start, end, raw, plain, capital, upper, arabic, gap, first)))
    return tokens


_LONG_GAP = 60
"""Characters between two words from which they have nothing to do with each other."""


@lru_cache(maxsize=65_536)
def _facts(raw: str) -> tuple[str, bool, bool, bool]:
    """Plain form, and whether capital, upper and Arabic, of a word: see `Token`."""
    dotted = raw[1:2] == "." and len(raw) > 2
    head = raw[0]
    arabic = _is_arabic(head)
    return (
        raw.replace(".", "").lower() if dotted else plain_word(raw),
        head.isupper() or head.istitle() or arabic,
        dotted or (len(raw) > 1 and raw.isupper()),
        arabic,
    )


def _is_arabic(letter: str) -> bool:
    return letter > "\u0620" and _ARABIC.match(letter) is not None
