"""The words of a text with their offsets and their plain form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.geo.fold import APOSTROPHES, IGNORABLE, plain_word

_MARK = f"{IGNORABLE}\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670"
_MARKS = f"[{_MARK}]"
_APOSTROPHE = re.escape(APOSTROPHES)

# "U.S.", "Kyiv", "Ma'arrat", "Syria" in "Syria's", "Khar<zero width>kiv"
_TOKEN = re.compile(
    rf"(?:[A-Z]\.){{2,5}}|[^\W_](?:[^\W_]|{_MARKS}+(?=[^\W_])|[{_APOSTROPHE}](?![sS]\b)(?=[^\W_])){{0,120}}"
)
_ARABIC = re.compile("[\u0621-\u064a\u0671-\u06d3]")


@dataclass(slots=True)
class Token:
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
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        raw = match[0]
        gap = text[last:start] if start - last < 60 else "\n"
        first = gap != " " and (last == 0 or _SENTENCE_END.search(gap) is not None)
        tokens.append(Token(start, end, raw, *_facts(raw), gap, first))
        last = end
    return tokens


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
