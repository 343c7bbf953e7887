"""Who is named in a sentence, from the table `actors.csv`, aliases folded into one name.

Beyond the table, a title before a capitalised name ("Major General Abbas Ibrahim", "Col. Ryan
Dillon") names a person, and so does a name before a speech verb's description ("spokesman Eric Pahon").
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from timeline_app.events.verbs.signals import signals_of
from timeline_app.events.who.bodies import WEAPONS, bodies_in, whole_of
from timeline_app.events.who.named import STATE, Named, Taken
from timeline_app.events.who.people import is_namesake
from timeline_app.events.who.ranks import TITLES, plain_name

__all__ = ["Named", "deed_of_it", "find_actors", "with_wholes"]

_NAME = r"(?:['‘’]?[^\W\d_a-z][\w'’.-]{1,30})"
# "Major General ‘Abbas Ibrahim", "Col. Ryan Dillon", "spokesman Eric Pahon", "President Bashar al-Assad"
_TITLED = re.compile(rf"\b(?:{TITLES})\s({_NAME}(?:\s(?:(?:al|el|abu|bin|ibn|van|von|de)[\s-])?{_NAME}){{0,4}})")


_NO_NAMES = frozenset(
    {"Security", "Assembly", "Staff", "Command", "Council", "Secretariat", "Directorate", "Authority", "Commission",
     "Union", "Intelligence", "Prosecutor", "Hospital", "Election", "Elections", "Office", "Headquarters", "Party",
     "Motors", "Electric", "Dynamics", "Hotel"}
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
    return held.union(*(_wholes().get(name) or whole_of(name) for name in held))


@cache
def _aliases() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    names: dict[str, tuple[str, str]] = {}
    for row in _table():
        for alias in (row["name"], *row["aliases"].split("|")):
            word = alias.strip()
            if not word:
                continue
            names.setdefault(word, (row["name"], row["kind"]))
            names.setdefault(word[:1].upper() + word[1:], (row["name"], row["kind"]))  # at the head of a sentence
    # Behind the letter they begin with: each of some hundred names is not tried at every word.
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    any_name = "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())
    return names, re.compile(rf"(?<![\w@])(?:{any_name})(?![\w-])")


# "Trump Tower", "the coalition government": called after somebody, or another's
_OF_ANOTHER = re.compile(
    r"\s(?:Tower|Lake|Airport|Street|Square|Bridge|Hospital|University|Dam|music|opera|government|talks|partners?|part(?:y|ies))\b"
)
_FORCES = r"(?:army|air\sforce|armed\sforces|forces|military|navy|troops|security\sservices?|police)\b"
_DEED_OF_IT = re.compile(
    r"(?:['’]s?)?\s(?:(?!(?:with|by|in|on|at|from|for|after|of|and|using|over|near|to|against)\b)[a-z-]{2,12}\s)?"
    rf"{WEAPONS}|['’]s\s{_FORCES}"
)
# "accused Israel of", "carried out by Turkey"
_MEANS_STATE = re.compile(
    r"\b(?:by|accus(?:ed|es|ing)|blam(?:ed|es|ing)|condemn(?:ed|s|ing)|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|urg(?:ed|es|ing)"
    r"|warn(?:ed|s|ing)|call(?:ed|s|ing)\son|ask(?:ed|s|ing)|press(?:ed|es|ing)|told|thank(?:ed|s|ing)|between)\s$"
)
# "on Monday", "late on Monday", "overnight"
_TIME = (
    r"(?:\s(?:(?:late|early|earlier|later)\s)?(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|evening|night|afternoon))?"
    r"|\s(?:overnight|yesterday|today|at\sdawn))?"
)
# "Israel, citing the Druze, carried out", "Iran on Monday fired", "Israel and Egypt closed": the verb behind
_AND_ANOTHER = r"(?:\sand\s(?:the\s)?[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,3})?"
_DOES = re.compile(
    r"(?:,\s[^,;:.]{3,120},)?"
    + _AND_ANOTHER
    + _TIME
    + r"\s(?:(?:has|have|had|also|then|later|since|now|will|would|did|not|still"
    r"|meanwhile|[a-z]{3,12}ly)\s){0,3}(?P<lasts>(?:is|was|been)\s)?(?P<verb>[a-z]{3,15})\b"
)


def _acts(sentence: str, named: Named) -> bool:
    """Whether a country's name stands for its state: who strikes, says, is accused; not where something is."""
    before = sentence[max(0, named.start - 24) : named.start]
    if _MEANS_STATE.search(before) or deed_of_it(sentence, named):
        return True
    if not _SUBJECT_OPENS.search(before):
        return False
    does = _DOES.match(sentence, named.end)
    if does is None:
        return False
    if does["lasts"]:  # "France is calling for observers"; not "Iraq was hit"
        return any(one.form == "gerund" for one in signals_of(does["verb"]))
    return any(one.form != "noun" for one in signals_of(does["verb"]))


# Before the subject of a clause
_SUBJECT_OPENS = re.compile(
    r"(?:^\W{0,3}|[,;:–—“\"]\s?|\b(?:and|but|that|as|while|after|before|because|when|since|says?|said)\s"
    r"|^(?:Meanwhile|Earlier|Later|Overnight|Yesterday|On\s\w{3,9}day(?:\s\w{5,9})?|On\s\d{1,2}\s\w{3,9}|In\sresponse)\s)(?:[Tt]he\s)?$"
)


def deed_of_it(sentence: str, named: Named) -> bool:
    """Whether an actor's name is followed by the deed or weapon that is his: "Israel's strikes", "coalition raids"."""
    return _DEED_OF_IT.match(sentence, named.end) is not None


# "ISIS terrorists", "jihadists of the Islamic State": one actor, told twice
_WHOSE_MEN = re.compile(r"\s(?:of|from|with)\s(?:the\s)?(?:so-called\s)?[“\"‘']?")


def find_actors(sentence: str) -> list[Named]:
    """Every actor named in a sentence, in order, never overlapping; several mentions stay several."""
    names, pattern = _aliases()
    found = [Named(m.start(), m.end(), *names[m.group()]) for m in pattern.finditer(sentence)]
    found = [one for one in found if not _is_of_another(sentence, one)]
    bodies = list(bodies_in(sentence))
    found = [one for one in found if not any(_is_within(one, body) for body in bodies)]
    taken = Taken(sentence, found)
    bodies = [one for one in bodies if taken.take(one)]
    found += [one for one in bodies if one.name not in names or not _is_of_another(sentence, one)]
    for match in _TITLED.finditer(sentence):
        name = plain_name(match.group(1))
        titled = Named(match.start(1), match.end(1), name, "person")
        if name and name not in names and name.split()[0] not in _NO_NAMES and taken.take(titled):
            found.append(titled)
    found.sort(key=lambda named: named.start)
    return [
        one
        for at, one in enumerate(found)
        if one.kind != "group" or not _is_told_twice(sentence, one, found[max(0, at - 1) : at + 2])
    ]


def _is_within(part: Named, whole: Named) -> bool:
    """Whether one is named by some of another's words: "state television" in "Iranian state television"."""
    return whole.start <= part.start and part.end <= whole.end and whole.end - whole.start > part.end - part.start


def _is_of_another(sentence: str, named: Named) -> bool:
    """Whether a name is part of another's, or a country's where the country does nothing."""
    if _OF_ANOTHER.match(sentence, named.end) or (named.kind == STATE and not _acts(sentence, named)):
        return True
    word = sentence[named.start : named.end]
    if named.kind == "person" and " " not in word and is_namesake(sentence, named.start):
        return True
    return word == "WHO" and sentence.isupper()


def _is_told_twice(sentence: str, group: Named, beside: Sequence[Named]) -> bool:
    """Whether the word for a group only says what the men of one named beside it are."""
    return any(
        " " in (sentence[one.end : group.start], sentence[group.end : one.start])
        or _WHOSE_MEN.fullmatch(sentence, group.end, one.start)
        for one in beside
        if one.kind != "group"
    )
