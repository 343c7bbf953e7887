"""What the words beside a name say contains it: "Mosul, Iraq", "Ersal (Lebanon)", "Rashad in Diyala province"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from timeline_app.geo.fold import fold
from timeline_app.geo.kinds import KIND_WORDS, family, split_kind
from timeline_app.geo.match import Hit
from timeline_app.geo.tokens import Token
from timeline_app.model import Place


def lies_in(place: Place, said: set[str]) -> bool:
    """Whether a place lies in one of some countries, by code, or divisions, by key."""
    return place.country in said or division_key(place.admin1) in said


def apposed_containers(tokens: list[Token], hit: Hit, following: Hit) -> set[str]:
    """Codes and divisions of the name that stands beside another as what contains it; empty when it does not."""
    if following.demonym or not _is_apposed(tokens, hit, following):
        return set()
    return {said for said in _containers(following) if _can_lie_in(hit, following, said)}


def is_said_elsewhere(place: Place, tokens: list[Token], hit: Hit, following: Hit | None) -> bool:
    """Whether the name behind contains a place not that is said to lie in it: "Rashad in Diyala province".

    Args:
        place: it.
        tokens: of the whole text.
        hit: the place's name.
        following: the next name, if there is one.
    """
    if following is None or following.demonym or not place.admin1 or not _is_apposed(tokens, hit, following):
        return False
    beside = tokens[hit.last : following.first] + tokens[following.last : following.last + 1]
    of_district = "district" in [token.plain for token in beside]
    divisions = {
        division_key(one.name if family(one.kind) == "division" else one.admin1)
        for one in following.places[:_NAMESAKES]
        if one.country == place.country and (of_district or family(one.kind) in ("division", "district"))
    }
    return bool(divisions) and division_key(place.admin1) not in divisions


_NAMESAKES = 4


def _can_lie_in(hit: Hit, following: Hit, said: str) -> bool:
    """Whether a comma may stand for "in": "Ohio, Indiana" is a list, "Lebanon, Tennessee" is not.

    What contains is of a higher order than what is contained; a country or division counts as the town that
    bears its name only where there is such a town.
    """
    order = _ORDER.get(family(hit.places[0].kind), 0)
    if order < _ORDER.get(family(following.places[0].kind), 0):
        return True
    towns = (place for place in hit.places if family(place.kind) == "settlement" and place.id not in hit.respelled)
    return any(said in (place.country, division_key(place.admin1)) for place in towns)


_ORDER = {"settlement": 0, "district": 1, "region": 1, "division": 2, "country": 3}


def _is_apposed(tokens: list[Token], hit: Hit, following: Hit) -> bool:
    """Whether the second name contains the first: "Mosul, Iraq", "Ersal (Lebanon)", "Douma, a town in Syria"."""
    if hit.last == following.first:
        return tokens[following.first].gap.strip() in (",", "(")
    between = [token.plain for token in tokens[hit.last : following.first]]
    if tokens[hit.last].gap.strip() == "," and between[0] in ("a", "the"):
        return _says_kind_and_where(between[1:])
    return between == ["in"] or (between[:2] == ["in", "the"] and between[3:] == ["of"] and between[2] in KIND_WORDS)


def _says_kind_and_where(words: list[str]) -> bool:
    """Whether words between a name and another say that it is a settlement there: "small village in the"."""
    if words[-3:-2] == ["the"] and words[-2] in KIND_WORDS and words[-1] == "of":
        words = words[:-3]  # "in the province of"
    words = words[:-1] if words[-1:] == ["the"] else words
    few = 1 < len(words) <= _APPOSED_WORDS and words[-1] in ("in", "of")
    return few and any(KIND_WORDS.get(word) == "settlement" for word in words[:-1])


_APPOSED_WORDS = 4
"""Words behind the article between a name and what contains it, at most: "Rashad, a small Shiite village in"."""


def _containers(hit: Hit) -> Iterable[str]:
    for place in hit.places[:4]:
        if place.kind == "country":
            yield place.country
        elif family(place.kind) in ("division", "district"):
            yield division_key(place.name)
            if family(place.kind) == "district" and place.admin1:
                yield division_key(place.admin1)


@lru_cache(maxsize=16_384)
def division_key(name: str) -> str:
    """A division's name without its kind word, folded."""
    return fold(" ".join(split_kind(name.casefold().split())[0]))
