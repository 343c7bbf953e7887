"""The content words of an event's quotes, inflection forgiven."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from timeline_app.model import Event

_STOP_WORDS = frozenset(
    "the a an and or of to in on at by for from with that this which who was were is are be been has have had it its as"
    " their his her they he she not but after before into over under said also will would out up"
    " even just still again then went gone come came".split()
)
_ENDING = re.compile(r"(?:'s|’s|ing|ed|es|s)$")
_WORD = re.compile(r"[a-z][\w'’-]+")


def stems(event: Event) -> frozenset[str]:
    """The stems of an event's content words; a day or month is none: when it was is reckoned apart."""
    return _stems(tuple(report.quote for report in event.reports))


_PROPER = re.compile(r"(?<=[a-z0-9,;:’'\")] )[A-Z][\w'’-]{2,}")
_OF_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)


def ordered_stems(event: Event) -> list[str]:
    """The stems of an event's content words in their order, names of days and months left out, a last "e" too."""
    quotes = " ".join(report.quote for report in event.reports)
    found = (_ENDING.sub("", word).removesuffix("e") for word in _WORD.findall(quotes.lower()) if not is_of_time(word))
    return [stem for stem in found if stem not in _STOP_WORDS and len(stem) > _SHORT]


_SHORT = 2


def is_of_time(word: str) -> bool:
    """Whether a word is the name of a day or month."""
    return word.lower() in _OF_TIME


def proper_names(event: Event) -> frozenset[str]:
    """The capitalised words inside an event's quotes, in lower case, but for days and months."""
    return _proper(tuple(report.quote for report in event.reports))


@lru_cache(maxsize=20_000)
def _proper(quotes: tuple[str, ...]) -> frozenset[str]:
    found = {_ENDING.sub("", word.lower()) for quote in quotes for word in _PROPER.findall(quote)}
    return frozenset(found - _OF_TIME)


def plain_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words."""
    return _stems((text,))


@lru_cache(maxsize=20_000)
def _stems(quotes: tuple[str, ...]) -> frozenset[str]:
    text = " ".join(quotes)
    found = (_ENDING.sub("", word) for word in _WORD.findall(text.lower()) if not is_of_time(word))
    return frozenset(stem for stem in found if stem not in _STOP_WORDS and len(stem) > 2)


def meanings(event: Event) -> frozenset[str]:
    """The stems of an event's content words, one for all that mean the same ("truce", "ceasefire")."""
    return _meanings_of(tuple(report.quote for report in event.reports))


@lru_cache(maxsize=20_000)
def _meanings_of(quotes: tuple[str, ...]) -> frozenset[str]:
    text = _AIR.sub("airstrike", " ".join(quotes).lower())
    same = _synonyms()
    found = (same.get(word) or _ENDING.sub("", word) for word in _WORD.findall(text) if not is_of_time(word))
    return frozenset(stem for stem in found if stem not in _STOP_WORDS and len(stem) > _SHORT)


def meanings_of(text: str) -> frozenset[str]:
    """The stems of a text's content words, one for all that mean the same."""
    return _meanings_of((text,))


_AIR = re.compile(r"\bair[\s-](?:strike|raid)(?=s?\b)")


@cache
def _synonyms() -> dict[str, str]:
    """The stem that stands for each word of `synonyms.toml`: that of the first of its line."""
    table = tomllib.loads(resources.files("timeline_app.merge.telling").joinpath("synonyms.toml").read_text("utf-8"))
    return {word: _ENDING.sub("", group.split()[0]) for group in table["groups"] for word in group.split()}


def words_of(event: Event, wanted: frozenset[str]) -> list[str]:
    """The words of an event's quotes whose stem, or that of what they mean, is wanted, each once, in their order."""
    same = _synonyms()
    found = _WORD.findall(" ".join(report.quote for report in event.reports).lower())
    told = (word for word in found if {_ENDING.sub("", word), same.get(word)} & wanted)
    return list(dict.fromkeys(word for word in told if not is_of_time(word)))
