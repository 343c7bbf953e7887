"""The content words of an event's quotes, inflection forgiven."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from timeline_app.events.stems import WORD, content_stems, is_content, is_of_time, stem
from timeline_app.model import Event


def stems(event: Event) -> frozenset[str]:
    """The stems of an event's content words; a day or month is none: when it was is reckoned apart."""
    return content_stems(" ".join(report.quote for report in event.reports))


_PROPER = re.compile(r"(?<=[a-z0-9,;:’'\")] )[A-Z][\w'’-]{2,}")


def ordered_stems(event: Event) -> list[str]:
    """The stems of an event's content words in their order, names of days and months left out, a last "e" too."""
    quotes = " ".join(report.quote for report in event.reports)
    found = (stem(word).removesuffix("e") for word in WORD.findall(quotes.lower()) if not is_of_time(word))
    return [one for one in found if is_content(one)]


def proper_names(event: Event) -> frozenset[str]:
    """The capitalised words inside an event's quotes, in lower case, but for days and months."""
    return _proper(tuple(report.quote for report in event.reports))


@lru_cache(maxsize=20_000)
def _proper(quotes: tuple[str, ...]) -> frozenset[str]:
    found = (stem(word.lower()) for quote in quotes for word in _PROPER.findall(quote))
    return frozenset(name for name in found if not is_of_time(name))


def meanings(event: Event) -> frozenset[str]:
    """The stems of an event's content words, one for all that mean the same ("truce", "ceasefire")."""
    return _meanings_of(tuple(report.quote for report in event.reports))


@lru_cache(maxsize=20_000)
def _meanings_of(quotes: tuple[str, ...]) -> frozenset[str]:
    text = _AIR.sub("airstrike", " ".join(quotes).lower())
    same = _synonyms()
    found = (same.get(word) or stem(word) for word in WORD.findall(text) if not is_of_time(word))
    return frozenset(one for one in found if is_content(one))


def meanings_of(text: str) -> frozenset[str]:
    """The stems of a text's content words, one for all that mean the same."""
    return _meanings_of((text,))


_AIR = re.compile(r"\bair[\s-](?:strike|raid)(?=s?\b)")


@cache
def _synonyms() -> dict[str, str]:
    """The stem that stands for each word of `synonyms.toml`: that of the first of its line."""
    table = tomllib.loads(resources.files("timeline_app.merge.telling").joinpath("synonyms.toml").read_text("utf-8"))
    return {word: stem(group.split()[0]) for group in table["groups"] for word in group.split()}


def words_of(event: Event, wanted: frozenset[str]) -> list[str]:
    """The words of an event's quotes whose stem, or that of what they mean, is wanted, each once, in their order."""
    same = _synonyms()
    found = WORD.findall(" ".join(report.quote for report in event.reports).lower())
    told = (word for word in found if {stem(word), same.get(word)} & wanted)
    return list(dict.fromkeys(word for word in told if not is_of_time(word)))
