"""Who speaks in a paragraph: a reporter telling what sources said, or a reader talking to other readers.

Facts of genre the features rest on: a news report keeps its author out of sight, names its sources and puts
their first person between quotation marks; a reader's comment says I and you in its own voice, asks and
calls out to others, laughs, shortens, and names no source.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import chain

from timeline_app.documents.beginnings import are_told, word_beginnings
from timeline_app.documents.language import language_of

_LONGEST = 3_000
"""Characters of a paragraph looked at; more change nothing."""

_HEARD = {
    "first": (1.6, 2), "second": (1.3, 2), "we": (0.7, 2), "smile": (2.0, 1), "laugh": (2.0, 1), "call": (0.8, 2),
    "calls": (1.0, 1), "question": (0.7, 3), "trail": (1.0, 1), "chat": (1.2, 2), "slur": (1.2, 2),
    "aside": (1.0, 2), "answer": (0.8, 1),
}  # fmt: skip
"""What a reader's talk shows: weight of each feature of `voices.tsv` and how often it counts at most.

Weights are by hand: a lone mild sign (a question, one "we") stays below the bias of plain prose, one strong
sign or two mild ones rise above it.
"""
_REPORTED = {"source": (0.9, 2), "time": (0.5, 2), "title": (0.6, 1)}
"""What a report shows, weighed likewise."""
_QUOTING = 0.8
"""A quotation of more than 30 characters: reports quote."""
_PLAIN = 0.6
"""What prose without any sign counts against talk."""
_SHORT, _SHORT_WORDS = 0.5, 25
"""Talk is short."""
_LOWER = 1.0
"""A paragraph that begins in lower case, in English."""

# Quotation marks by the pair; the third kind has one mark for both ends.
_OPENERS, _CLOSERS, _STRAIGHT = "“«„", "”»", '"'
_MARK = re.compile(f"[{_OPENERS}{_CLOSERS}{_STRAIGHT}]")


def comment_score(paragraph: str, language: str = "") -> float:
    """How much a paragraph sounds like a reader talking (above 0) or a report (below 0), about -4 to +10.

    Args:
        paragraph: its words.
        language: ISO 639-1 code, told by its words when "".
    """
    words = paragraph[:_LONGEST]
    return _score(words, language or language_of(words) or "en")


@lru_cache(maxsize=2_048)
def _score(words: str, language: str) -> float:
    own = unquoted(words)
    size = len(own.split())
    found = _counted(own, language)
    heard = _weighed(_HEARD, found)
    heard += _LOWER * (language == "en" and own[:1].islower() and size > 3)
    reported = _weighed(_REPORTED, found) + _QUOTING * (len(words) - len(own) > 30)
    return heard + _SHORT * (size <= _SHORT_WORDS and heard >= 1) - reported - _PLAIN


def _weighed(weights: dict[str, tuple[float, int]], found: dict[str, int]) -> float:
    total = 0.0
    for feature, (weight, most) in weights.items():
        if feature in found:
            total += weight * min(found[feature], most)
    return total


def _counted(words: str, language: str) -> dict[str, int]:
    """How often each feature is found in some words."""
    counts: dict[str, int] = {}
    listed, others = _features(language)
    for feature, pattern in others:
        # How one answers somebody stands at the beginning only.
        counts[feature] = bool(pattern.match(words)) if feature == "answer" else len(pattern.findall(words))
    if len(_NOT_ASCII.findall(words)) * _FOREIGN > len(words):
        for feature, pattern in listed.patterns:
            counts[feature] = len(pattern.findall(words))
    else:
        _count_words(words, listed, counts)
    return counts


_NOT_ASCII = re.compile(r"[^\W\x00-\x7f]")
_FOREIGN = 20
"""One letter in so many that is none of ASCII, and words tell nothing: every pattern reads the whole paragraph."""

_WORD_START = re.compile(r"(?<!\w)\w|[^\W\x00-\x7f]")
_KEY = 3


def _count_words(words: str, listed: _Listed, counts: dict[str, int]) -> None:
    """Count the matches of patterns that are lists of words, each tried only at the words it may begin with.

    Three times as fast as letting each look through the paragraph (measured on news).
    """
    ends: dict[str, int] = {}
    known = listed.by_letters
    for start in _WORD_START.finditer(words):
        at = start.start()
        letters = words[at : at + _KEY]
        possible = known.get(letters)
        for feature, pattern in _beginning(listed, letters) if possible is None else possible:
            match = pattern.match(words, at) if at >= ends.get(feature, 0) else None
            if match is not None:
                counts[feature] = counts.get(feature, 0) + 1
                ends[feature] = match.end()


def _beginning(listed: _Listed, letters: str) -> tuple[_Feature, ...]:
    """The features that may begin with some letters, which is remembered."""
    key = letters.lower()
    found = [listed.by_beginning.get(key[:length], ()) for length in range(1, len(key) + 1)]
    possible = tuple(dict.fromkeys(chain(*found))) if are_told(letters) else listed.patterns
    if len(listed.by_letters) < _MOST_KEPT:
        listed.by_letters[letters] = possible
    return possible


_MOST_KEPT = 20_000
_Feature = tuple[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class _Listed:
    """Features whose patterns are lists of words.

    Attributes:
        patterns: all of them.
        by_beginning: by up to `_KEY` letters in lower case that they begin with.
        by_letters: for letters met in texts, those that may begin there.
    """

    patterns: tuple[_Feature, ...]
    by_beginning: dict[str, tuple[_Feature, ...]]
    by_letters: dict[str, tuple[_Feature, ...]] = field(default_factory=dict)


@cache
def _features(language: str) -> tuple[_Listed, tuple[_Feature, ...]]:
    """The features of a language: those that are lists of words, and the others."""
    listed: list[_Feature] = []
    others: list[_Feature] = []
    by_beginning: dict[str, tuple[_Feature, ...]] = {}
    for feature in (*_HEARD, *_REPORTED):
        pattern = _pattern(feature, language)
        if pattern is None:
            continue
        begins = word_beginnings(pattern.pattern) if feature != "answer" else None
        (others if begins is None else listed).append((feature, pattern))
        for beginning in {one[:_KEY] for one in begins or ()}:
            by_beginning[beginning] = (*by_beginning.get(beginning, ()), (feature, pattern))
    return _Listed(tuple(listed), by_beginning), tuple(others)


def _pattern(feature: str, language: str) -> re.Pattern[str] | None:
    """The pattern of a feature: for this language, else for every language, else None."""
    patterns = _patterns()
    return patterns.get((feature, language)) or patterns.get((feature, ""))


@cache
def _patterns() -> dict[tuple[str, str], re.Pattern[str]]:
    """Patterns by feature and language ("" for every language) of `voices.tsv`."""
    table = resources.files("timeline_app.documents").joinpath("voices.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        (row["feature"], row["language"]): re.compile(row["pattern"], re.IGNORECASE if row["flags"] else 0)
        for row in rows
    }


def unquoted(words: str) -> str:
    """A paragraph without what stands between quotation marks.

    A closing mark without an opening one ends a quotation that began with the paragraph (papers lose the
    first mark, or set a large initial in its place); an opening one without a closing one begins a
    quotation that goes on in the next paragraph.

    >>> unquoted("We are unhappy,” he said. “It is wrong.”")
    ' he said. '
    """
    kept: list[str] = []
    inside, end = False, 0
    for mark in _MARK.finditer(words):
        i, letter = mark.start(), mark[0]
        if not inside:
            kept.append(words[end:i])
        end = i + 1
        if letter in _OPENERS:
            inside = True
        elif letter in _CLOSERS:
            if not inside:
                kept.clear()
            inside = False
        else:
            inside = not inside if inside or _opens(words, i) else _clear(kept)
    if not inside:
        kept.append(words[end:])
    return "".join(kept)


def _opens(words: str, i: int) -> bool:
    """A straight mark opens when it follows a space or bracket and a word follows it."""
    free = i == 0 or not (words[i - 1].isalnum() or words[i - 1] in ".,!?")
    return free and words[i + 1 : i + 2].strip() != ""


def _clear(kept: list[str]) -> bool:
    kept.clear()
    return False
