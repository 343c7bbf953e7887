"""Who is meant by a surname alone: "Dillon said", "troops killed Rida"; not "Hill 105", "young men", "Price rises"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeline_app.events.verbs.function_words import BE, DO, HAVE, MODAL, WILL
from timeline_app.events.verbs.signals import signals_of
from timeline_app.events.who.named import Named
from timeline_app.events.who.people import is_namesake, is_of_saying

_OF_KIN = frozenset({"Abu", "Abou", "Umm", "bin", "ibn", "Bin", "Ibn", "Abdel", "Abdul", "Abd"})
_SHORTEST = 4
_WORD = re.compile(r"(?<![\w-])\w[\w-]*(?:['’]\w[\w-]*)*(?![\w-])")
_PLAIN_WORD = re.compile(r"(?<!\w)[a-z]{4,}(?!\w)")
_NEXT = re.compile(r"\s+(?P<word>[\w’'-]+)")
_HELPERS = BE | DO | HAVE | MODAL | WILL | {"also", "then", "later", "never", "now", "still", "once"}
_BEHIND = frozenset(
    "in on at near inside outside from to into with without by for of over under against after before "
    "during since until through towards toward across along around behind beside off as and or but nor who "
    "whom whose while when where because if that than is was again alone himself herself last this "
    "yesterday today".split()
)
"""Words that go on behind a name; behind others it is part of a longer one: "Hall Street", "Poole police"."""
_COMMON = frozenset(
    "Rice Hill Young Price Hall King Brown White Black Green Bush Cook Baker Mason Hunt Wood Woods Stone "
    "Field Fields Rivers Banks Bell Long Short Small Little Wise Rich Power Powers Case Ford Park Parks "
    "Winter Summer Summers Frost Snow Love Hope Grace Page Cross Church Temple Gates Bridge Bridges Street "
    "Lane Mills Miller Farmer Fisher Hunter Shepherd Carter Butler Bishop Pope Abbot Major Marshal Marshall "
    "Judge Justice Best Good Savage Sharp Strong Swift Bright Gold Silver Steel Diamond Glass Rose Wolf "
    "Lamb Rush Chance Trump Battle Guard Ward Bond Cash Berry Prince Duke Noble Knight Archer Porter Potter "
    "Smith Taylor Weaver Sailor Waters Brooks Moore Marsh Meadows Sands Rock Stark Keen Sweet Poor".split()
)
"""Surnames that are words of English: at the head of a sentence they are names where they say or do something."""


@dataclass(slots=True)
class Surnames:
    """The surnames of a document's persons, as far as it has been read.

    Attributes:
        text: the whole document, whose own words tell which surnames are common words too.
        names: the person last named under each surname.
    """

    text: str
    names: dict[str, str] = field(default_factory=dict)
    _plain: frozenset[str] | None = None

    def learn(self, name: str) -> None:
        """Remember a person's surname; none of those with one name, nor a short one."""
        *first, last = name.split()
        if len(first) > 1 and first[-1] in _OF_KIN:
            last = f"{first.pop()} {last}"  # nobody calls Abu Omar Omar
        if not first or len(last) < _SHORTEST:
            return
        self.names[last] = name
        bare = last[3:] if last.lower().startswith(("al-", "el-")) else last
        if len(bare) > _SHORTEST:
            self.names |= {bare: name, f"al-{bare}": name, f"Al-{bare}": name}

    def meant_in(self, sentence: str) -> Iterator[Named]:
        """Whom surnames in a sentence mean."""
        if not self.names:
            return
        before = ""
        for match in _WORD.finditer(sentence):
            end = match.end()
            word = match.group()
            if word.endswith(("'s", "’s")):
                word, end = word[:-2], end - 2
            kin, before = before, word
            start = match.start()
            if kin in _OF_KIN and sentence[start - 1 - len(kin) : start] == f"{kin} " and f"{kin} {word}" in self.names:
                word, start = f"{kin} {word}", start - 1 - len(kin)
            if word in self.names and self._is_name(sentence, word, start, end) and not is_namesake(sentence, start):
                yield Named(start, end, self.names[word], "person")

    def _is_name(self, sentence: str, word: str, start: int, end: int) -> bool:
        """Whether what stands around a surname lets it be one."""
        behind = _NEXT.match(sentence, end)
        if _opens(sentence, start) and self._is_common(word):
            return behind is not None and _does(behind["word"])
        return behind is None or behind["word"] in _BEHIND or _may_do(behind["word"])

    def _is_common(self, word: str) -> bool:
        if self._plain is None:
            self._plain = frozenset(_PLAIN_WORD.findall(self.text))
        plain = word.lower()
        return word in _COMMON or plain in self._plain or bool(signals_of(plain))


def _opens(sentence: str, start: int) -> bool:
    """Whether a word opens a sentence or what is quoted."""
    if start >= _NEAR:
        return sentence.endswith((": ", "“", ' "'), 0, start)
    return not sentence[:start].strip(" \t\n“\"‘'(–—-")


_NEAR = 6
"""Characters before a word at a sentence's head, at most: quotation marks, a dash."""


def _may_do(word: str) -> bool:
    return word in _HELPERS or word.endswith(("ly", "ed")) or any(one.form != "noun" for one in signals_of(word))


def _does(word: str) -> bool:
    """Whether a word is a finite verb of saying or doing, and no noun."""
    return is_of_saying(word) or word in HAVE or any(one.form == "past" for one in signals_of(word))
