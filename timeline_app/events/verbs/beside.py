"""The things and happenings that a clause names beside its verb: before it, behind it, under which preposition.

There is no parser, so a noun phrase is what stands between prepositions, marks and joining words; of several nouns in
one ("drone strike", "prisoner exchange") the last is its head. Words are known from `kinds.toml` and `signals.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from timeline_app.events.verbs.signals import nouns_by_type, plain_words, signals_of, words

PREPOSITIONS = frozenset(
    """in on at by for with from to into onto out under over near around after before during against between through
    amid among toward towards across along inside outside within off upon without since until despite beside behind
    via about following""".split()
)
_ENDS = frozenset(
    """who whom whose which that where when while because although though if unless whereas but as and or than so
    whereupon once""".split()
)
"""Words that end a noun phrase besides prepositions."""
_DAYS = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|today|yesterday|morning|afternoon|evening|night|dawn|noon|midnight|week|month|year|day|hours?"
)
_MARK = re.compile(r"[,;:()“”\"–—]")
_OF_MANY = frozenset(
    """group number dozens scores hundreds thousands tens series string round wave couple pair handful most part some
    many several all one two three four five six seven eight nine ten half majority rest bulk few total none both first
    last lot each members relatives""".split()
)
"""Words before "of" that only count or choose: "a group of nuns", "six of the women"."""


@dataclass(frozen=True, slots=True)
class Noun:
    """The head of a noun phrase: what it is, the preposition before it ("" for none), and its word's number.

    `kind` is an event type where `happening`, else a kind of thing. `clause` counts the marks and joining words before
    it.
    """

    kind: str
    happening: bool
    under: str
    at: int
    clause: int = 0

    @property
    def is_weapon(self) -> bool:
        """Whether it is something that kills from afar."""
        return self.kind == "air" and not self.happening


@cache
def kinds_table() -> dict[str, Any]:
    """The table `kinds.toml`."""
    return tomllib.loads(resources.files("timeline_app.events.verbs").joinpath("kinds.toml").read_text("utf-8"))


@cache
def _known() -> tuple[dict[str, tuple[str, bool]], dict[str, int]]:
    """Each known noun or compound with its kind and whether it is a happening, and how long what it begins may be."""
    known: dict[str, tuple[str, bool]] = {}
    table = kinds_table()
    for kind, nouns in table["things"].items():
        for noun in nouns:
            known[noun.lower()] = kind, False
            known.setdefault(_plural(noun.lower()), (kind, False))
    for source in (table["events"], nouns_by_type()):
        for kind, nouns in source.items():
            for noun in nouns:
                known.setdefault(noun, (kind, True))
                known.setdefault(_plural(noun), (kind, True))
    longest: dict[str, int] = {}
    for noun in known:
        head, *rest = noun.split(" ")
        longest[head] = max(longest.get(head, 0), 1 + len(rest))
    return known, longest


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def nouns_in(sentence: str, first: int, last: int, flags: Sequence[bool] | None = None) -> list[Noun]:
    """The known heads among some words of a sentence, in order.

    Args:
        sentence: any text.
        first: the number of the first word.
        last: that of the word behind the last.
        flags: for each word, whether to pass it over; None for reading all.
    """
    tokens, plain = words(sentence), plain_words(sentence)
    reader = _Reader(plain)
    for at in range(first, min(last, len(plain))):
        gap = sentence[tokens[at - 1].end() : tokens[at].start()] if at else " "
        if flags is not None and flags[at]:
            reader.turn("", clause=_MARK.search(gap) is not None or plain[at] in _ENDS)
        elif reader.head is None or at > reader.head.at:
            reader.read(at, gap, _is_time(plain[at], tokens[at][0]), _is_counted(sentence, plain, tokens, at))
    reader.turn("")
    return reader.found


class _Reader:
    """Reads words one by one into noun phrases.

    Attributes:
        found: the heads of the phrases read.
        head: that of the phrase being read, so far.
        under: the preposition that phrase stands under.
        clause: how many marks and joining words were read.
        filled: whether the phrase has more than its article.
    """

    def __init__(self, plain: Sequence[str]) -> None:
        self.plain = plain
        self.found: list[Noun] = []
        self.head: Noun | None = None
        self.under = ""
        self.clause = 0
        self.filled = False

    def turn(self, under: str, *, clause: bool = False) -> None:
        """End the phrase; what follows stands under a preposition."""
        if self.head is not None:
            self.found.append(self.head)
        self.head, self.under, self.filled = None, under, False
        self.clause += clause

    def read(self, at: int, gap: str, is_time: bool, is_counted: bool) -> None:
        """Read one more word: what stands before it, whether it names a time, whether a number follows."""
        word = self.plain[at]
        marked = _MARK.search(gap) is not None
        if word == "thanks" and self.plain[at + 1 : at + 2] == ["to"]:
            return  # "Thanks to the truce": nobody said so
        if word in ("and", "or") and not marked and self.head is not None and self.head.is_weapon:
            return  # "rocket and artillery fire"
        points_at = word == "that" and at > 0 and self.plain[at - 1] in _BEFORE_THAT  # "within minutes of that order"
        if marked or (word in _ENDS and not points_at):
            self.turn("", clause=True)
        if word == "of":
            if self.head is not None and self.plain[at - 1] not in _OF_MANY:
                self.turn("of")
            self.filled = False
        elif word in PREPOSITIONS and not (word in _ROUGHLY and is_counted):
            self.turn(word)
        elif self._has_object(at):
            self.turn("ing")  # "a convoy bringing fighters"
        elif self.head is not None and (self.head.happening or self.head.is_weapon) and _is_verb(word):
            self.turn("")  # "air strikes hit lorries"
        elif is_time:
            self.turn("")
        else:
            self._read_noun(at, word in _DETERMINERS or any(letter.isdigit() for letter in gap))

    def _has_object(self, at: int) -> bool:
        """Whether a word is a gerund, what follows being its object."""
        word = self.plain[at]
        follows = self.under != "" and self.plain[at + 1 : at + 2] != [] and self.plain[at + 1] in _DETERMINERS
        return word.endswith("ing") and word not in _known()[1] and (self.head is not None or follows)

    def _read_noun(self, at: int, opens: bool) -> None:
        word = self.plain[at]
        if (opens and self.filled) or word in _PRONOUNS:
            self.turn("")  # "In the end [the nuns]", "In Tara [100 people]"
        self.filled = self.filled or word not in _DETERMINERS
        noun = _noun_at(self.plain, at, self.under, self.clause)
        self.head = self.head if noun is None else _joined(self.head, noun)


def _is_verb(word: str) -> bool:
    """Whether a word behind a deed's noun is the verb of a further clause."""
    return word not in _known()[0] and any(signal.form == "past" for signal in signals_of(word))


def _is_time(word: str, written: str) -> bool:
    """Whether a word names a time; "March" is a month, "march" none."""
    return (written == "March") if word == "march" else _DAYS.fullmatch(word) is not None


_DETERMINERS = frozenset(
    """the a an its their his her our these those this that some several many all two three four five six seven eight
    nine ten dozens hundreds thousands scores""".split()
)


_BEFORE_THAT = PREPOSITIONS | {"of"}
"""Words behind which "that" points at something and opens no clause."""
_PRONOUNS = frozenset("he she they who whom".split())
_ROUGHLY = frozenset("about around over under between near".split())
"""Prepositions that before a number are none: "carried off about 30 people"."""


def _is_counted(sentence: str, plain: Sequence[str], tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a number stands behind a word."""
    if plain[at] not in _ROUGHLY or at + 1 >= len(plain):
        return False
    gap = sentence[tokens[at].end() : tokens[at + 1].start()]
    return plain[at + 1] in _DETERMINERS - _ARTICLES or any(letter.isdigit() for letter in gap)


_ARTICLES = frozenset("the a an its their his her our these those this that".split())


def _noun_at(plain: Sequence[str], at: int, under: str, clause: int) -> Noun | None:
    """The longest known noun that begins at a word."""
    known, longest = _known()
    for length in range(min(longest.get(plain[at], 0), len(plain) - at), 0, -1):
        entry = known.get(" ".join(plain[at : at + length]))
        if entry is not None and not (plain[at] in _NO_NOUN_BEHIND and plain[at - 1] not in _NO_NOUN_BEHIND[plain[at]]):
            return Noun(entry[0], entry[1], under, at + length - 1, clause)
    return None


_NO_NOUN_BEHIND = {
    "drive": ("the", "final", "military", "scorched-earth"),
    "fall": ("the", "its"),
    "advance": ("the", "an", "its", "their", "lightning", "rapid", "army"),
}
"""Nouns that are verbs or phrases as well ("guns fall silent", "in advance"), each with what stands before the noun."""


def _joined(before: Noun | None, noun: Noun) -> Noun:
    """The head of a phrase after one more noun: an "air" raid is a strike, a "bomb" attack an attack."""
    if before is None or not (noun.happening or noun.kind == "bomb"):
        return noun
    if before.kind in ("air", "strike") and noun.kind in ("attack", "offensive", "bomb"):
        return replace(noun, kind="strike", happening=True)
    if before.kind in ("bomb", "vehicle") and noun.kind == "strike":
        return replace(noun, kind="attack")
    return noun
