"""What was hit: two sources choose their own words for a strike, but both name the market.

Of some things a place has few. Where two sources tell of violence on one day in one town, and both say that such a
thing was hit, it is one happening, unless one calls it by what the other does not ("the fish market", "the gold one").
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.model import Event

_THINGS = frozenset(
    """market markets hospital clinic school mosque church bakery bus minibus checkpoint bridge prison jail ambulance
    refinery warehouse silo silos granary factory wedding funeral hotel court courthouse pipeline runway university
    consulate embassy orphanage museum monastery shrine tanker ferry helicopter cemetery cave tunnel dam pylon pylons
    stadium kindergarten barracks bazaar souk laboratory pharmacy restaurant cafe""".split()
)
"""Things that a place has few of, so that what befell one tells a happening from others of its day."""

VIOLENCE = frozenset({"strike", "attack", "clash", "violence against civilians"})
"""Deeds done once on a day; a spokesman says many things on one, and an offensive is made of many deeds."""
# "emptied its missiles into": a verb that no table has tells it, the weapon tells what it was
_WEAPONS = re.compile(
    r"\b(?:missiles?|rockets?|bomb\w*|shell(?:s|ed|ing)|mortars?|grenades?|landmine|explo\w+|blasts?|raids?|air\s?strikes?"
    r"|opened\sfire|gunmen|kill\w*|wound\w*)\b",
    re.IGNORECASE,
)
_THING = "|".join(sorted(_THINGS, key=len, reverse=True))
_OF_IT = (
    r"(?P<words>(?:[\w’'-]{2,20}\s){0,4}?)(?P<thing>"
    + _THING
    + r")\b(?!\s(?:source|official|director|staff|manager|worker|spokes|record)\w*)"
)
# "struck a crowded market", "into the popular market", "landed on a mosque"; not "on the way to hospital"
_HIT = re.compile(
    r"\b(?:struck|strikes?|hit(?:ting|s)?|bomb(?:ed|ing|s)|shell(?:ed|ing)|target(?:ed|ing|s)|attack(?:ed|ing|s)?|raid(?:ed|ing)?|storm(?:ed|ing)"
    r"|loot(?:ed|ing)|robb(?:ed|ing)|burn(?:ed|t|ing)|torch(?:ed|ing)|destroy(?:ed|ing)|damag(?:ed|ing)|flatten(?:ed|ing)|rocket(?:ed|ing)"
    r"|ambush(?:ed|ing)|fire\son|fired\s(?:on|at)|into|onto|land(?:ed|ing)\son|fell\son|inside|outside|against|through)\s"
    r"(?:the|an?|its|their|this|that|one|two)\s" + _OF_IT,
    re.IGNORECASE,
)
# "A hospital was bombed", "the market came under fire", "a minibus carrying women struck a landmine"
_WAS_HIT = re.compile(
    r"\b(?:the|an?|its|their|this|that|one|two)\s"
    + _OF_IT
    + r"(?=(?:\s[^\s,;.]{1,20}){0,8}?\s(?:(?:was|were|had\sbeen|has\sbeen)\s(?:hit|struck|bombed"
    r"|shelled|targeted|attacked|burn\w+|destroyed|damaged|robbed|looted|raided)|came\sunder|struck\sa|hit\sa|caught\sfire|blew\sup|exploded))",
    re.IGNORECASE,
)
# "kills 35 people in a market"
_DEAD_IN = re.compile(
    r"\b(?:kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|dead|died|martyred)\b[^,;.]{0,60}?\s(?:in|at|inside|outside|near)\s"
    r"(?:the|an?|its|their|this|that|one)\s" + _OF_IT,
    re.IGNORECASE,
)
_PLAIN = frozenset(
    """a an the its their this that one two crowded packed busy popular main local old large big small nearby weekly
    covered public town city village town's city's of in at""".split()
)
"""Words before a thing that tell it from no other."""
_ANOTHER = frozenset({"another", "second", "third", "other", "different", "further", "several"})

_Targets = frozenset[tuple[str, frozenset[str]]]


def shared_targets(one: Event, other: Event) -> frozenset[str]:
    """The things that both say were hit, where neither calls it by what the other does not."""
    if not (_is_violent(one) and _is_violent(other)):
        return frozenset()
    return frozenset(
        thing
        for thing, called in _targets(one)
        for again, named in _targets(other)
        if thing == again and (not called or not named or called & named)
    )


def things_hit(event: Event) -> frozenset[str]:
    """The things that an event of violence says were hit."""
    return frozenset(thing for thing, _ in _targets(event)) if _is_violent(event) else frozenset()


def _is_violent(event: Event) -> bool:
    if event.type in VIOLENCE:
        return True
    return event.type in ("other", "movement") and any(_WEAPONS.search(report.quote) for report in event.reports)


def _targets(event: Event) -> _Targets:
    return _targets_in(tuple(report.quote for report in event.reports))


@lru_cache(maxsize=20_000)
def _targets_in(quotes: tuple[str, ...]) -> _Targets:
    """Each thing that was hit, with the words that tell it from others ("fish" of a fish market)."""
    found = set()
    for quote in quotes:
        for hit in (*_HIT.finditer(quote), *_WAS_HIT.finditer(quote), *_DEAD_IN.finditer(quote)):
            words = {word.lower() for word in hit["words"].split()}
            if words.isdisjoint(_ANOTHER):
                told_apart = frozenset(word for word in words - _PLAIN if "-" not in word)
                found.add((hit["thing"].lower().removesuffix("s"), told_apart))
    return frozenset(found)
