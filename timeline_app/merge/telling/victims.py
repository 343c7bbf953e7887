"""Whose names two sources give: a man is kidnapped once, and dies once, whatever the day they tell."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.events import is_title
from timeline_app.events.stems import content_stems, is_of_time
from timeline_app.model import Event

DEEDS = frozenset(
    {"strike", "attack", "clash", "violence against civilians", "movement", "other", "territory", "detention"}
)
"""Types of what is done to something; what is said of a thing on one day may be said by many."""

# "Omar Rida al-Karim", "Adel Mansour": two capitalised words at least
_NAME = re.compile(
    r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]{2,20}(?:\s(?:(?:al|el|abu|bin|ibn|de)[\s-])?(?:[A-Z][\w’'-]{2,20}|al-[A-Z][\w’'-]{2,20})){1,3}"
)


def shared_people(one: Event, other: Event) -> frozenset[str]:
    """Names of two words or more that both have and no place bears, titles left out, where both tell what was done."""
    if not {one.type, other.type} <= DEEDS:
        return frozenset()
    return _met(_people(one), _people(other))


def shared_victims(one: Event, other: Event) -> frozenset[str]:
    """Those of them who were killed, or taken, by both: that happens to nobody twice within days."""
    if not {one.type, other.type} <= DEEDS:
        return frozenset()
    return _met(_people(one, "killed"), _people(other, "killed")) | _met(_people(one, "taken"), _people(other, "taken"))


_Names = frozenset[frozenset[str]]


def _met(mine: _Names, theirs: _Names) -> frozenset[str]:
    return frozenset(" ".join(sorted(name)) for name in mine if any(name <= o or o <= name for o in theirs))


def _people(event: Event, fate: str = "") -> _Names:
    """The stems of the names of people in an event's quotes; of those only whom something befell, if asked for."""
    places = frozenset(name for where in event.where for name in (where.text, where.name))
    return _people_in(tuple(report.quote for report in event.reports), places, fate)


@lru_cache(maxsize=20_000)
def _people_in(quotes: tuple[str, ...], places: frozenset[str], fate: str) -> _Names:
    found = set()
    for quote in quotes:
        for name in _NAME.finditer(quote):
            words = [word for word in name.group().split() if not (is_title(word.lower()) or is_of_time(word))]
            stems = content_stems(" ".join(words))
            if len(stems) > 1 and name.group() not in places and (not fate or _befell(quote, name, fate)):
                found.add(stems)
    return frozenset(found)


def _befell(quote: str, name: re.Match[str], fate: str) -> bool:
    before, behind = _FATES[fate]
    return bool(behind.match(quote, name.end()) or before.search(quote, max(0, name.start() - 40), name.start()))


# "killed Omar Rida", "the death of Omar Rida"; "Omar Rida, the mayor, was shot dead", "Omar Rida died"
_LEADS = r"(?:\s(?:of|the|former|deputy|[a-z]{3,12}|(?:[A-Z][\w.’'-]{1,12})))?\s?$"
_INSERTED = r"(?:,[^,.;]{2,90},)?(?:\sof\s(?:the\s)?[^,.;]{2,30})?"
_KILLED = (
    re.compile(
        r"\b(?:kill(?:ed|ing)|murder(?:ed|ing|\sof)|assassinat(?:ed|ing|ion\sof)|death\sof|executed|shot\sdead)"
        + _LEADS
    ),
    re.compile(
        _INSERTED
        + r",?\s(?:(?:was|were|had\sbeen|has\sbeen)\s)?(?:killed|shot\sdead|murdered|assassinated|blown\sup|executed"
        r"|found\sdead|died|fell|martyred|slain)\b"
    ),
)
_TAKEN = (
    re.compile(
        r"\b(?:kidnapp?(?:ed|ing)|abduct(?:ed|ing|ion\sof)|arrest(?:ed|ing|\sof)|detain(?:ed|ing)|seized)" + _LEADS
    ),
    re.compile(
        _INSERTED + r",?\s(?:was|were|had\sbeen|has\sbeen)\s"
        r"(?:kidnapp?ed|abducted|arrested|detained|dragged|seized|taken|snatched)\b"
    ),
)
_FATES = {"killed": _KILLED, "taken": _TAKEN}
