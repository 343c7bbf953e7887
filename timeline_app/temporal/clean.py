"""Text made plain for reading, with the way back to the original offsets.

Digits of other scripts become ASCII digits, spaces and dashes one kind each, characters nobody
sees are left out, and what a bidirectional override would show in another order is masked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

# Zero width space/joiners, soft hyphen, word joiner, BOM, bidi marks, embeddings and isolates (Unicode
# Default_Ignorable), and superscript digits, which after a number are footnote marks, not digits.
_IGNORED = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028\u202a-\u202e\u2060-\u2069\ufeff\u00b9\u00b2\u00b3\u2070-\u2079"
_IGNORED_RUN = re.compile(f"[{_IGNORED}]+")

# A left-to-right or right-to-left override up to its end mark: "<RLO>4202/10/60<PDF>"
_OVERRIDE = re.compile("[\u202d\u202e][^\u202c\u2069\n]*")
_MASK = "\ufffc"

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\uff07"
# First digits of the decimal scripts met in the region's and its neighbours' press.
_ZEROES = "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0be6\u0c66\u0ce6\u0d66\uff10"


@dataclass(frozen=True, slots=True)
class Clean:
    """A plain copy of a text.

    Attributes:
        text: what is read.
        origin: for each offset of `text` the offset in the original; None when they are equal.
    """

    text: str
    origin: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of `text[start:end]` (not empty)."""
        if self.origin is None:
            return start, end
        return self.origin[start], self.origin[end - 1] + 1


def clean(text: str) -> Clean:
    """A plain copy of any text; ASCII text is its own."""
    if text.isascii():
        return Clean(text)
    plain = _OVERRIDE.sub(lambda run: _MASK * len(run[0]), text)
    plain = _dressed().sub(lambda letter: _plain_letters()[letter[0]], plain)
    if not _IGNORED_RUN.search(plain):
        return Clean(plain)
    pieces: list[str] = []
    origin: list[int] = []
    here = 0
    for run in _IGNORED_RUN.finditer(plain):
        pieces.append(plain[here : run.start()])
        origin.extend(range(here, run.start()))
        here = run.end()
    pieces.append(plain[here:])
    origin.extend(range(here, len(plain)))
    return Clean("".join(pieces), origin)


@cache
def _plain_letters() -> dict[str, str]:
    table = {chr(ord(zero) + i): str(i) for zero in _ZEROES for i in range(10)}
    table |= dict.fromkeys(_SPACES, " ") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_APOSTROPHES, "'")
    return table | {"\uff0f": "/", "\uff0e": ".", "\uff1a": ":", "\u060c": ","}


@cache
def _dressed() -> re.Pattern[str]:
    """The letters that have a plain one; few in most texts, so that they are looked for, not looked up."""
    return re.compile("[" + re.escape("".join(_plain_letters())) + "]")
