"""Happenings that a report names as known: "the battle for al-Sukhnah", "the bombing in Douma".

A definite noun of a deed with a place is a name for it. Two sources that name one within the same days mean one, in
whatever words they tell of it; how many it killed is where they differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline_app.model import Event

LASTING = "battle"
"""The kind of deed that goes on for days."""

_KINDS = {
    LASTING: "battle|battles|fight|fighting|clashes|offensive|assault|siege|campaign|operation",
    "attack": "attack|attacks|raid|ambush|suicide attack|bomb attack",
    "strike": "strike|strikes|airstrike|airstrikes|bombing|bombardment|bombings|shelling|air raid|air raids",
    "blast": "blast|explosion|explosions|blasts",
    "killing": "massacre|killing|killings|executions",
}
_KIND_OF = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns.split("|")}
_NOUNS = "|".join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))
# "the battle for the town of", "that deadly attack on", "the air strikes in": what may stand before the place's name
_LEADS = re.compile(
    rf"\b(?:the|that|this|these|those)\s(?:[a-z-]+\s){{0,2}}?(?P<deed>{_NOUNS})\s(?:for|of|on|in|at|against|near|over)\s"
    r"(?:(?:the|its|eastern|western|northern|southern|central|nearby)\s){0,2}"
    r"(?:(?:town|city|village|suburb|district|area|outskirts|countryside|camp)\s(?:of\s)?)?$",
    re.IGNORECASE,
)
_REACH = 90
"""Characters before a place's name in which a deed may be named."""


def named_deeds(event: Event) -> frozenset[tuple[str, str]]:
    """The happenings an event's reports name: kind of deed, and id of its place."""
    return frozenset(found for report in event.reports for found in _in_words(report.quote, event))


def _in_words(quote: str, event: Event) -> Iterable[tuple[str, str]]:
    for place_id, text in {(where.place_id, where.text) for where in event.where if where.place_id and where.text}:
        for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", quote):
            lead = _LEADS.search(quote[max(0, match.start() - _REACH) : match.start()])
            if lead is not None:
                yield _KIND_OF[lead["deed"].lower()], place_id


# "began its final push", "has begun the decisive battle", "launched an offensive", "the assault started"
_BEGINS = re.compile(
    r"\b(?:began|begun|begins?|launch(?:ed|es)?|start(?:ed|s)?|opened)\s(?:[\w“\"’'-]{1,20}\s){0,5}?[“\"]?(?:[\w-]{1,15}\s){0,2}?"
    r"(?:offensive|push|battle|operation|assault|campaign|attack)\b"
    r"|\b(?:offensive|push|battle|operation|assault|campaign)\b[^.;,]{0,60}\s(?:began|begun|started|was\slaunched)\b",
    re.IGNORECASE,
)


def begins(event: Event) -> bool:
    """Whether an event is the beginning of a battle or an offensive, which has one."""
    return any(_BEGINS.search(report.quote) for report in event.reports)
