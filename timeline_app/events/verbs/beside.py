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

from timeline_app.events.verbs.signals import nouns_by_type, plain_words, words

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

    `kind` is an event type where `happening`, else a kind of thing. `clause` counts the marks and joining words before it.
    """

    kind: str
    happening: bool
    under: str
    at: int
    clause: int = 0


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
    """The known heads among the words from `first` up to `last`, in order.

    Args:
        sentence: any text.
        first, last: numbers of words.
        flags: for each word, whether to pass it over; None for reading all.
    """
    known, longest = _known()
    tokens, plain = words(sentence), plain_words(sentence)
    found: list[Noun] = []
    under = ""
    head: Noun | None = None
    clause = filled = 0
    for at in range(first, min(last, len(plain))):
        if head is not None and at <= head.at:
            continue
        word = plain[at]
        gap = sentence[tokens[at - 1].end() : tokens[at].start()] if at > first else " "
        marked = _MARK.search(gap) is not None
        if word in ("and", "or") and not marked and head is not None and head.kind == "air" and not head.happening:
            continue  # "rocket and artillery fire"
        ends = marked or word in _ENDS
        if ends or (flags is not None and flags[at]):
            head, under, filled = _kept(found, head), "", 0
            clause += ends
        if flags is not None and flags[at]:
            continue
        if word in PREPOSITIONS and not (word in _ROUGHLY and _counts(sentence, plain, tokens, at + 1)):
            head, under, filled = _kept(found, head), word, 0
            continue
        if word == "of":
            if head is not None and plain[at - 1] not in _OF_MANY:
                head, under = _kept(found, head), "of"
            filled = 0
            continue
        if word.endswith("ing") and word not in longest and head is not None:
            head, under, filled = _kept(found, head), "ing", 0  # "a convoy bringing fighters"
            continue
        opens = word in _DETERMINERS or any(letter.isdigit() for letter in gap)
        if _is_time(word, tokens[at][0]):
            head, under, filled = _kept(found, head), "", 0
            continue
        if opens and filled:
            head, under, filled = _kept(found, head), "", 0  # "In the end [the nuns]", "In Tara [100 people]"
        filled += word not in _DETERMINERS
        if word in _PRONOUNS:
            head, under = _kept(found, head), ""
        noun = _noun_at(plain, at, under, clause) if word in longest else None
        head = head if noun is None else _joined(head, noun)
    _kept(found, head)
    return found


def _is_time(word: str, written: str) -> bool:
    """Whether a word names a time; "March" is a month, "march" none."""
    return (written == "March") if word == "march" else _DAYS.fullmatch(word) is not None


_DETERMINERS = frozenset(
    """the a an its their his her our these those this that some several many all two three four five six seven eight
    nine ten dozens hundreds thousands scores""".split()
)


_PRONOUNS = frozenset("he she they who whom".split())
_ROUGHLY = frozenset("about around over under between near".split())
"""Prepositions that before a number are none: "carried off about 30 people"."""


def _counts(sentence: str, plain: Sequence[str], tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a number stands before or at a word."""
    if at >= len(plain):
        return False
    gap = sentence[tokens[at - 1].end() : tokens[at].start()]
    return plain[at] in _DETERMINERS - _ARTICLES or any(letter.isdigit() for letter in gap)


_ARTICLES = frozenset("the a an its their his her our these those this that".split())


def _noun_at(plain: Sequence[str], at: int, under: str, clause: int) -> Noun | None:
    """The longest known noun that begins at a word."""
    known, longest = _known()
    for length in range(longest[plain[at]], 0, -1):
        entry = known.get(" ".join(plain[at : at + length]))
        if entry is not None and not (plain[at] in _NO_NOUN_BEHIND and plain[at - 1] not in _NO_NOUN_BEHIND[plain[at]]):
            return Noun(entry[0], entry[1], under, at + length - 1, clause)
    return None


_NO_NOUN_BEHIND = {"fall": ("the", "its"), "advance": ("the", "an", "its", "their", "lightning", "rapid", "army")}
"""Nouns that are verbs or phrases as well ("guns fall silent", "in advance"), each with what stands before the noun."""


def _kept(found: list[Noun], head: Noun | None) -> None:
    if head is not None:
        found.append(head)


def _joined(before: Noun | None, noun: Noun) -> Noun:
    """The head of a phrase after one more noun: an "air" raid is a strike, a "bomb" attack an attack."""
    if before is None or not (noun.happening or noun.kind == "bomb"):
        return noun
    if before.kind in ("air", "strike") and noun.kind in ("attack", "offensive", "bomb"):
        return replace(noun, kind="strike", happening=True)
    if before.kind in ("bomb", "vehicle") and noun.kind == "strike":
        return replace(noun, kind="attack")
    return noun
