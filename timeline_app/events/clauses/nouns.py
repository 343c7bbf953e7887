"""The noun or town that stands before a relative clause: of whom or what the clause tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.function_words import BE, is_past
from timeline_app.model import PlaceMention

PAST = (
    r"(?:had|was|were|[a-z]{2,12}ed|hit|struck|took|fell|left|shot|broke|began|came|went|lost|fled|won|held|built|made|found"
    r"|cut|set|sent|laid|fought|put|retook|overran|withdrew|drew|drove|rose|ran|flew|gave|got|threw|swept|met|paid|brought)"
)


# "Gharyan, its forward base south of the capital, which": the town is what the clause is of
_APPOSED = re.compile(r",\s(?:its|their|his|her|the|an?|once|[A-Z][\w-]+[’']s)\s[^,;:“”\"()]{3,70}")


_HEAD = re.compile(
    r"(?:.*\s|^)(?P<noun>(?:the|an?|those|some|\d[\d,.]*)\s(?:[\w’'-]+\s){0,4}?[\w’'“”\"-]+)$|(?P<bare>\b(?:[A-Z][\w’'-]+\s){0,3}[\w’'-]{3,})$",
    re.IGNORECASE | re.DOTALL,
)


_HEAD_LETTERS = 80
"""Characters before a relative clause in which its noun is looked for."""


MOST = 3
"""Relative clauses of a kind in a sentence that are tried: each is read."""


NO_HEAD = re.compile(
    r".*\b(?:of|in|on|at|from|to|with|by|for|against|between|into|near|after|before|during|through|over|since|without|under|upon|about|and|or|that|as|than)\s",
    re.DOTALL,
)


def _noun(words: str) -> str:
    """The words behind the last verb among those before a relative clause: "the guards shot Omar Rida" is Omar Rida."""
    last = 0
    for word in re.finditer(r"[\w’'-]+\s", words):
        plain = word.group().strip().lower()
        if is_past(plain) or plain in BE:
            last = word.end()
    return words[last:]


def thing_before(sentence: Sentence, town: PlaceMention | None, at: int) -> tuple[int, int] | None:
    """The noun or town before a clause as a stretch of its sentence; None for a name that may not be what is meant.

    "An officer of the Guards, whom they shot": the officer.
    """
    if town is not None:
        return town.start - sentence.start, town.end - sentence.start
    noun = noun_before(sentence.text, at)
    of_a_name = noun is not None and sentence.text[noun[0]].isupper() and sentence.text.endswith(" of ", 0, noun[0])
    return None if of_a_name else noun


def town_before(sentence: Sentence, places: Sequence[PlaceMention], at: int) -> PlaceMention | None:
    """The toponym right before a relative clause, or before what it is in apposition to; None where there is none."""
    for place in reversed(places):
        start, end = place.start - sentence.start, place.end - sentence.start
        if end < at and _APPOSED.fullmatch(sentence.text, end, at):
            return place
        if end == at:
            beside = _LIES.search(sentence.text, 0, start + 1)
            lies = None if beside is None else beside.start()
            return next((one for one in places if one.end - sentence.start == lies), place)
    return None


# "Rutba, [on the road to] Jordan, from which", "Fallujah, [some 50 km west of] Baghdad, which"
_LIES = re.compile(r",\s(?:(?:on|near|in|off|outside|north|south|east|west|some|about|just|close)\b|\d)[^,;:]{0,60}$")


def noun_before(text: str, at: int) -> tuple[int, int] | None:
    """The noun with its article that ends before a relative clause, as a stretch of the sentence."""
    head = _HEAD.search(NO_HEAD.sub("", text[max(0, at - _HEAD_LETTERS) : at]))
    return None if head is None else (at - len(_noun(head["noun"] or head["bare"])), at)
