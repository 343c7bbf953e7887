"""Patterns over words, written so that they can be read: ``the? DAY of? MONTH ,? YEAR``.

A pattern is a row of names with ``?`` (may be missing), ``( a | b )`` (one of) and ``$macro``. It becomes
a regular expression over one letter a word: words with the same classes share a letter, so a match looks
at each word once and a text of n words is read in a time proportional to n.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline_app.temporal.words import CLASSES

_FIRST_LETTER = 0x4E00  # any block without meaning in regular expressions
_PIECE = re.compile(r"\$?[\w.'/:-]+|[()|?,]")
OTHER = chr(_FIRST_LETTER)
"""The letter of a word no pattern speaks of."""


@dataclass(slots=True)
class Alphabet:
    """Letters for sets of classes: words with equal sets share one."""

    letters: dict[frozenset[str], str] = field(default_factory=lambda: {frozenset(): OTHER})

    def letter(self, classes: frozenset[str]) -> str:
        """The letter for a set of classes."""
        return self.letters.setdefault(classes, chr(_FIRST_LETTER + len(self.letters)))

    def having(self, name: str) -> frozenset[str]:
        """The letters of all words of a class."""
        return frozenset(letter for classes, letter in self.letters.items() if name in classes)


_Beginning = tuple[frozenset[str], ...]
"""What one way through a pattern begins with: the letters of its first word and of its second, if it has two."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern as a regular expression over letters, with the letters a match may begin with.

    Attributes:
        regex: the regular expression.
        alone: letters that may be a whole match.
        second: for each other first letter those that may follow it.
    """

    regex: re.Pattern[str]
    alone: frozenset[str]
    second: Mapping[str, frozenset[str]]

    def seconds(self, first: str) -> frozenset[str] | None:
        """The letters that may follow a first letter of matches; None where any may, empty where it begins none."""
        return None if first in self.alone else self.second.get(first, frozenset())


@dataclass(frozen=True, slots=True)
class _Part:
    regex: str
    beginnings: frozenset[_Beginning]

    def then(self, part: _Part) -> _Part:
        """This part and another after it."""
        ways = {(way + more)[:2] for way in self.beginnings for more in part.beginnings}
        return _Part(self.regex + part.regex, frozenset(ways))


_NOTHING = _Part("", frozenset({()}))


class Grammar:
    """All words and patterns known; compiles patterns."""

    def __init__(self, patterns: Iterable[str], macros: dict[str, str], number_classes: Iterable[frozenset[str]]):
        self._macros = macros
        self._alphabet = Alphabet()
        classes: dict[str, set[str]] = {}
        for name, words in CLASSES.items():
            for word in words:
                classes.setdefault(word, set()).add(name)
        for pattern in (*patterns, *macros.values()):
            for piece in _PIECE.findall(pattern):
                if (any(map(str.isalpha, piece)) and piece == piece.lower() and piece[0] != "$") or piece in {
                    ",",
                    "-",
                    "/",
                    "'",
                    ".",
                }:
                    classes.setdefault(piece, set()).add(piece)
        self.letters = {word: self._alphabet.letter(frozenset(names)) for word, names in classes.items()}
        for names in number_classes:
            self._alphabet.letter(names)

    def letter_of(self, *classes: str) -> str:
        """The letter of a set of classes, for numbers and other tokens that are no words."""
        return self._alphabet.letters[frozenset(classes)]

    def compile(self, pattern: str) -> Compiled:
        """A pattern ready to be matched."""
        pieces = self._expand(pattern)
        part = self._either(pieces)
        if pieces:
            raise ValueError(f"pattern {pattern!r} has a bracket too many")
        if () in part.beginnings:
            raise ValueError(f"pattern {pattern!r} matches nothing at all")
        alone = frozenset().union(*(way[0] for way in part.beginnings if len(way) == 1))
        second: dict[str, frozenset[str]] = {}
        for first, *then in part.beginnings:
            for letter in first - alone:
                second[letter] = second.get(letter, frozenset()).union(*then)
        return Compiled(re.compile(part.regex), alone, second)

    def _expand(self, pattern: str) -> list[str]:
        pieces: list[str] = []
        for piece in _PIECE.findall(pattern):
            if piece.startswith("$"):
                pieces += ["(", *self._expand(self._macros[piece[1:]]), ")"]
            else:
                pieces.append(piece)
        return pieces

    def _either(self, pieces: list[str]) -> _Part:
        parts = [self._row(pieces)]
        while pieces and pieces[0] == "|":
            pieces.pop(0)
            parts.append(self._row(pieces))
        return _Part(
            "(?:" + "|".join(part.regex for part in parts) + ")",
            frozenset().union(*(part.beginnings for part in parts)),
        )

    def _row(self, pieces: list[str]) -> _Part:
        row = _NOTHING
        while pieces and pieces[0] not in {"|", ")"}:
            row = row.then(self._item(pieces))
        return row

    def _item(self, pieces: list[str]) -> _Part:
        piece = pieces.pop(0)
        if piece == "(":
            part = self._either(pieces)
            pieces.pop(0)
        else:
            letters = self._alphabet.having(piece)
            if not letters:
                raise ValueError(f"no word is of class {piece!r}")
            part = _Part("[" + "".join(sorted(letters)) + "]", frozenset({(letters,)}))
        if pieces and pieces[0] == "?":
            pieces.pop(0)
            return _Part(part.regex + "?", part.beginnings | {()})
        return part
