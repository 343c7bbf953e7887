"""Patterns over words, written so that they can be read: ``the? DAY of? MONTH ,? YEAR``.

A pattern is a row of names with ``?`` (may be missing), ``( a | b )`` (one of) and ``$macro``. It becomes
a regular expression over one letter a word: words with the same classes share a letter, so a match looks
at each word once and a text of n words is read in a time proportional to n.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class _Part:
    regex: str
    first: frozenset[str]
    nullable: bool


class Grammar:
    """All words and patterns known; compiles a pattern to (regex, letters it may begin with)."""

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
        self._letters = {word: self._alphabet.letter(frozenset(names)) for word, names in classes.items()}
        for names in number_classes:
            self._alphabet.letter(names)

    def letter(self, word: str) -> str:
        """The letter of a lower-case word."""
        return self._letters.get(word, OTHER)

    def letter_of(self, *classes: str) -> str:
        """The letter of a set of classes, for numbers and other tokens that are no words."""
        return self._alphabet.letters[frozenset(classes)]

    def compile(self, pattern: str) -> tuple[re.Pattern[str], frozenset[str]]:
        """The regular expression of a pattern and the letters a match may begin with."""
        pieces = self._expand(pattern)
        part = self._either(pieces)
        if pieces:
            raise ValueError(f"pattern {pattern!r} has a bracket too many")
        return re.compile(part.regex), part.first

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
            frozenset().union(*(part.first for part in parts)),
            any(part.nullable for part in parts),
        )

    def _row(self, pieces: list[str]) -> _Part:
        regex, first, nullable = "", frozenset[str](), True
        while pieces and pieces[0] not in {"|", ")"}:
            part = self._item(pieces)
            regex += part.regex
            if nullable:
                first |= part.first
            nullable = nullable and part.nullable
        return _Part(regex, first, nullable)

    def _item(self, pieces: list[str]) -> _Part:
        piece = pieces.pop(0)
        if piece == "(":
            part = self._either(pieces)
            pieces.pop(0)
        else:
            letters = self._alphabet.having(piece)
            if not letters:
                raise ValueError(f"no word is of class {piece!r}")
            part = _Part("[" + "".join(sorted(letters)) + "]", letters, False)
        if pieces and pieces[0] == "?":
            pieces.pop(0)
            return _Part(part.regex + "?", part.first, True)
        return part
