"""Words and numbers of a text in order, each looked at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline_app.temporal.words import CLASSES, MONTHS, WEEKDAYS

_FULL_NAMES = {name.lower() for name in (*MONTHS, *WEEKDAYS)}
_ABBREVIATIONS = "|".join(
    sorted((w for w in (*CLASSES["MONTH"], *CLASSES["WEEKDAY"]) if w not in _FULL_NAMES), reverse=True)
)

# The commonest first, then the longest dress; every quantifier is bounded except the runs a token takes whole.
_TOKEN = re.compile(
    rf"""
    (?:[ \t\r]++)?+(?:
    (?P<plain>[^\W\d_]++)(?![.])                                                         # August
  | (?P<para>\n[ \t\r]{{0,200}}\n)                                                       # an empty line
  | (?P<iso>(?<![\w./-])[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}                                 # 2017-08-28
      (?:[T ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:[.,][0-9]{{1,9}})?)?                  # T09:30:00.5
      (?:[ ]?(?:Z|UTC|[+-][0-9]{{2}}:?[0-9]{{2}}))?)?(?![\w]|[./-][0-9]))                # +02:00
  | (?P<numeric>(?<![\w.,/-])[0-9]{{1,4}}(?P<sep>[/.-])[0-9]{{1,2}}(?P=sep)[0-9]{{1,4}}  # 28/8/17
      (?![\w]|[./-][0-9]))
  | (?P<clock>(?<![\w:.])[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9:]))              # 14:58, 23:59:60
  | (?P<ordinal>(?<![\w.])[0-9]{{1,3}}(?:st|nd|rd|th|ST|ND|RD|TH)\b)                     # 28th
  | (?P<decade>(?<![\w.])(?:[0-9]{{2}}|')[0-9]0'?s\b)                                    # 1870s, '90s
  | (?P<shortyear>(?<![0-9'])'[0-9]{{2}}(?![\w']))                                        # '89
  | (?P<amount>[0-9]++(?:[.,][0-9]++)++)                                                    # 1,500, 2.5
  | (?P<number>[0-9]++)                                                                   # 28, 2017
  | (?P<dotted>(?<![\w.])(?:[A-Za-z]\.){{2,4}}|(?<![\w.])[bpaBPA]\.[cmCM]\b)             # a.m., B.C
  | (?P<abbreviation>(?<!\w)(?i:{_ABBREVIATIONS})\.)                                     # Sept.
  | (?P<word>[^\W\d_]++|(?<=\w)'[a-z]{{1,2}}\b)                                           # end. , 's
  | (?P<mark>\S))                                                                        # - , (
  | [ \t\r]++                                                                            # at the very end
    """,
    re.VERBOSE,
)
_NUMBERS = frozenset({"iso", "numeric", "clock", "ordinal", "decade", "shortyear", "amount", "number"})
_CAPITAL_ONLY = frozenset({"sat", "sun", "mon", "wed"})
"""Short names of days that are other words in lower case."""
_KINDS = {index: name for name, index in _TOKEN.groupindex.items()}
_PLAIN = _TOKEN.groupindex["plain"]
_DRESSED = frozenset({_TOKEN.groupindex["para"], _TOKEN.groupindex["abbreviation"]})

NUMBER_CLASSES = tuple(
    frozenset(names.split())
    for names in (
        "ISO", "NUMERIC", "CLOCK", "ORD", "DECADE", "SHORTYEAR", "NUM",
        "DAY NUM", "DAY NUM YY", "BADDAY NUM YY", "NUM YY", "NUM Y3", "YEAR NUM Y3", "YEAR NUM Y3 HHMM",
        "ODDYEAR HHMM", "ODDYEAR",
    )
)  # fmt: skip
"""Sets of classes of numbers, told by their form and not by a word list."""

_MONEY = frozenset("$€£¥#№")
_FOUR_DIGITS = 4


@dataclass(slots=True)
class Tokens:
    r"""The tokens of a plain text, column by column.

    Attributes:
        text: the plain text.
        starts, ends: offsets.
        words: lower-case, abbreviations without their dot; "\n" for an empty line.
        letters: one letter of the grammar a token.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    letters: str

    def having(self, letter: str) -> list[int]:
        """Positions of the tokens of one letter."""
        return [match.start() for match in re.finditer(letter, self.letters)]

    def surface(self, i: int) -> str:
        """The token as written."""
        return self.text[self.starts[i] : self.ends[i]]

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before without space."""
        return i > 0 and self.ends[i - 1] == self.starts[i]

    def capital(self, i: int) -> bool:
        """Whether token i begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def word(self, i: int) -> str:
        """Token i in lower case, "" beyond the ends of the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""


def tokenize(text: str, letters_of: Mapping[str, str], letter_of: Callable[..., str], other: str) -> Tokens:
    """The tokens of a plain text with their letters.

    Args:
        text: the plain text.
        letters_of: the letter of each lower-case word that patterns speak of.
        letter_of: the letter of a set of classes.
        other: the letter of all other words.
    """
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    letters: list[str] = []
    lower = _lower(text)
    for match in _TOKEN.finditer(text):
        index = match.lastindex
        if index is None:
            continue
        start, end = match.span(index)
        word = lower[start:end]
        if index == _PLAIN and word not in letters_of:  # most
            starts.append(start)
            ends.append(end)
            words.append(word)
            letters.append(other)
            continue
        if index != _PLAIN and _KINDS[index] in _NUMBERS:
            code = other
            if not _is_designation(text, start, words, letters, other):
                names = _number_classes(_KINDS[index], word, text[end : end + 2])
                code = letter_of(*names.split()) if names else other
        else:
            if index in _DRESSED:
                word = "\n" if word[0] == "\n" else word[:-1]
            code = letters_of.get(word, other)
            if code != other and word in _CAPITAL_ONLY and not text[start].isupper():
                code = other
        starts.append(start)
        ends.append(end)
        words.append(word)
        letters.append(code)
    return Tokens(text, starts, ends, words, "".join(letters))


def _lower(text: str) -> str:
    """The text in lower case, as long as it was: a few capitals have two small letters (\u0130)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _is_designation(text: str, start: int, words: list[str], letters: list[str], other: str) -> bool:
    """Whether the number belongs to a name or a price: T-72, B52, $2017, No. 5, 1/2."""
    if start == 0 or not letters:
        return False
    before = text[start - 1]
    if text[start] == "'" and before.isalpha():
        return letters[-1] == other  # "May'15" is a time, "rock'70" is not
    if before in _MONEY or before.isalpha() or before == "_":
        return True
    if before in "-/" and len(words) > 1:
        glued_to = text[start - 2] if start > 1 else " "
        if before == "-" and glued_to.isalpha():
            return letters[-2] == other  # "mid-1916" is a time, "T-72" is not
        return before == "/" and not glued_to.isdigit()
    return before == "." and start > 1 and text[start - 2].isdigit()


def _number_classes(kind: str, surface: str, after: str) -> str:
    """The classes of a number by its form, "" when it cannot belong to a date."""
    if kind in {"iso", "numeric", "clock", "decade", "shortyear"}:
        return kind.upper()
    if kind == "ordinal":
        return "ORD" if 1 <= int(surface[:-2]) <= 31 else ""
    if after[:1] == "%" or (after[:1].isalpha() and after.lower() not in {"am", "pm", "a.", "p."}):
        return ""
    if kind == "amount":
        return "NUM"
    return _whole_number_classes(surface)


def _whole_number_classes(surface: str) -> str:
    if len(surface) <= 2:
        if 1 <= int(surface) <= 31:
            return "DAY NUM YY" if len(surface) == 2 else "DAY NUM"
        return "BADDAY NUM YY" if int(surface) > 31 else "NUM YY" if len(surface) == 2 else "NUM"
    if len(surface) == 3:
        return "NUM Y3"
    if len(surface) == _FOUR_DIGITS:
        clock = int(surface[:2]) < 24 and int(surface[2:]) < 60
        if surface[0] in "12":
            return "YEAR NUM Y3 HHMM" if clock else "YEAR NUM Y3"
        return "ODDYEAR HHMM" if clock else "ODDYEAR"
    return "ODDYEAR" if len(surface) == 5 else "NUM" if len(surface) < 12 else ""
