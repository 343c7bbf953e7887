"""Whose story a document tells: "the army" of a story about Syria is the Syrian one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache

from timeline_app.events.who.peoples import People, by_adjective, by_country, codes_of

_FEWEST = 2
"""Mentions of a people, its country or its towns by which a story is about it: a single one may be of refugees."""


@dataclass(slots=True)
class Home:
    """The people whom a story is about, and in which countries it goes on.

    Attributes:
        text: the whole document.
        lands: the countries of the last sentence that named a place.
    """

    text: str
    lands: frozenset[str] = frozenset()
    _towns: Counter[str] = field(default_factory=Counter)
    _named: Counter[People] | None = None
    _seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def come_to(self, lands: Collection[str], towns: Collection[str]) -> None:
        """Go on to a sentence: the countries of its places, and those of its towns."""
        self.lands = frozenset(lands) or self.lands
        self._towns.update(towns)

    def see(self, body: str) -> None:
        """Remember where an army or a government was named."""
        self._seen[body] = self.lands

    def acts_here(self, body: str) -> bool:
        """Whether an army or a government may be meant here: in its own country, or where it was named."""
        return not self.lands or bool(self.lands & (codes_of(body) | self._seen.get(body, frozenset())))

    @property
    def people(self) -> People | None:
        """The people named most often, if the story is about it and goes on in its country."""
        if self._named is None:
            words = by_adjective() | by_country()
            self._named = Counter(words[found] for found in _peoples_words().findall(self.text))
        if not self._named:
            return None
        most, count = self._named.most_common(1)[0]
        if count + max(self._towns[code] for code in most.codes) < _FEWEST:
            return None
        return most if not self.lands or self.lands & most.codes else None


@cache
def _peoples_words() -> re.Pattern[str]:
    """Every word for a people or its country, behind the letter it begins with: not each is tried at each word."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted({*by_adjective(), *by_country()}, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    any_word = "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return re.compile(rf"(?<![\w-])(?:{any_word})(?!\w)")
