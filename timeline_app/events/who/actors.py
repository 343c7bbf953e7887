"""Who is named in a sentence, from the table `actors.csv`, aliases folded into one name.

Beyond the table, a title before a capitalised name ("Major General Abbas Ibrahim", "Col. Ryan
Dillon") names a person, and so does a name before a speech verb's description ("spokesman Eric Pahon").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

TITLES = (
    "President|Prime Minister|King|Emir|Minister|Foreign Minister|Defence Minister|Defense Minister|Secretary of State"
    "|Secretary General|Secretary-General|General|Gen\\.|Maj\\. Gen\\.|Major General|Lt\\. Gen\\.|Brig\\. Gen\\."
    "|Brigadier General"
    "|Colonel|Col\\.|Lt\\. Col\\.|Major|Maj\\.|Captain|Capt\\.|Commander|Sheikh|Ayatollah|Senator|Sen\\.|Governor"
    "|Lieutenant Colonel|Lieutenant General|Lieutenant|Lt Col|Lt Gen|Maj Gen|Brig Gen|Brigadier"
    "|Ambassador|Mayor|spokesman|spokeswoman|spokesperson|Mr\\.|Mrs\\.|Ms\\.|Dr\\.|leader|reporter"
)
_TITLE_WORDS = frozenset(word.strip("\\.").lower() for word in re.split(r"[|\s-]", TITLES)) | {
    "prime",
    "deputy",
    "former",
}


def is_title(word: str) -> bool:
    """Whether a word, in lower case and maybe without its ending, is of a person's title."""
    return word in _TITLE_WORDS


_NAME = r"(?:['‘’]?[^\W\d_a-z][\w'’.-]{1,30})"
# "Major General ‘Abbas Ibrahim", "Col. Ryan Dillon", "spokesman Eric Pahon", "President Bashar al-Assad"
_TITLED = re.compile(rf"\b(?:{TITLES})\s({_NAME}(?:\s(?:(?:al|el|abu|bin|ibn|van|von|de)[\s-])?{_NAME}){{0,3}})")


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named at some offsets of a sentence; `kind` of the table, or "person"."""

    start: int
    end: int
    name: str
    kind: str


_NO_NAMES = frozenset(
    {"Security", "Assembly", "Staff", "Command", "Council", "Secretariat", "Directorate", "Authority", "Commission",
     "Union", "Intelligence", "Prosecutor", "Hospital", "Election", "Elections", "Office", "Headquarters", "Party"}
)  # fmt: skip
"""Words that make a body of what looks like a title: "General Security", "Captain" stays a captain."""


def _table() -> Iterator[dict[str, str]]:
    table = resources.files("timeline_app.events.who").joinpath("actors.csv").read_text("utf-8")
    return csv.DictReader(table.splitlines())


@cache
def _wholes() -> dict[str, frozenset[str]]:
    return {row["name"]: frozenset(row["of"].split("|")) for row in _table() if row["of"]}


def with_wholes(names: Iterable[str]) -> frozenset[str]:
    """The actors and what they may be too (column `of`): what an army did, its government did."""
    held = frozenset(names)
    return held.union(*(_wholes().get(name, ()) for name in held))


@cache
def _aliases() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    names: dict[str, tuple[str, str]] = {}
    for row in _table():
        for alias in (row["name"], *row["aliases"].split("|")):
            word = alias.strip()
            names.setdefault(word, (row["name"], row["kind"]))
            names.setdefault(word[:1].upper() + word[1:], (row["name"], row["kind"]))  # at the head of a sentence
    # Behind the letter they begin with: each of some hundred names is not tried at every word.
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    any_name = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return names, re.compile(rf"(?<![\w@])(?:{any_name})(?![\w-])")


def find_actors(sentence: str) -> list[Named]:
    """Every actor named in a sentence, in order, never overlapping; several mentions stay several."""
    names, pattern = _aliases()
    found = [Named(m.start(), m.end(), *names[m.group()]) for m in pattern.finditer(sentence)]
    for match in _TITLED.finditer(sentence):
        start, end = match.span(1)
        if all(end <= other.start or start >= other.end for other in found):
            name = match.group(1).strip("'‘’.,").removesuffix("'s").removesuffix("’s")
            if name not in names and name.split()[0] not in _NO_NAMES:
                found.append(Named(start, start + len(match.group(1)), name, "person"))
    return sorted(found, key=lambda named: named.start)
