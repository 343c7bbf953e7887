"""Places that words one searches for name: a search for one spelling finds what is told in another."""

from __future__ import annotations

from itertools import product

from timeline_app.geo import Gazetteer, fold, plain_key
from timeline_app.model import Place, Spelled
from timeline_app.views.words.text import fold_text

_LONGEST = 5
"""Words of the longest name looked for ("Homs Deir ez Zor desert")."""
_MOST = 24
"""Words of a search that are looked at."""
_SHORTEST = 5
"""Letters of a spelling that is looked for in texts: shorter ones are parts of other words."""
_LEAST = 3
"""Letters of a name that one searches for."""
_CURATED = 1
"""Rank of the curated layer; those behind it know villages by the name of many a common word."""


def places_spelled(text: str, gazetteer: Gazetteer) -> tuple[Spelled, ...]:
    """The parts of a search that name places, in whatever spelling or script; longer names go before their parts.

    Args:
        text: what is searched for.
        gazetteer: which knows the names.
    """
    words = text.split()[:_MOST]
    found: list[Spelled] = []
    taken = 0
    for start, length in product(range(len(words)), range(_LONGEST, 0, -1)):
        if start < taken or start + length > len(words):
            continue
        part = " ".join(words[start : start + length])
        places = _named(part, gazetteer)
        if places:
            found.append(Spelled(part, tuple(place.id for place in places), _spellings(places[0], gazetteer)))
            taken = start + length
    return tuple(found)


def _named(name: str, gazetteer: Gazetteer) -> list[Place]:
    """The places of a name, then those of its other spellings, the likeliest first; none of "to" or "at"."""
    if len(name) < _LEAST:
        return []
    places = [*gazetteer.named(plain_key(name))[0], *gazetteer.respelled(fold(name))]
    return list({place.id: place for place in places}.values())


def _spellings(place: Place, gazetteer: Gazetteer) -> tuple[str, ...]:
    """How texts may write a place of the news's region, without spellings that hold a shorter one."""
    if gazetteer.rank_of(place) > _CURATED:
        return ()
    names = {fold_text(name) for name in (place.name, *place.aliases, place.name_ar) if len(name) >= _SHORTEST}
    return tuple(sorted(name for name in names if not any(other != name and other in name for other in names)))
