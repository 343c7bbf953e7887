"""The chance that two reports tell of one happening: by it pairs are offered to a person, none is joined.

What is joined by rule must not be wrong; what is offered may be, if it is right often enough to be worth a look. So
this weighs all that both tell in one sum, a logistic regression whose weights stand in `chance.toml` with where they
are from.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from timeline_app.merge.likeness.marks import Rarity, named_words
from timeline_app.merge.likeness.scoring import actors_shared, kinds_meet
from timeline_app.merge.telling.days import days_apart, on_one_day
from timeline_app.merge.telling.deeds import share_place
from timeline_app.merge.telling.places import place_ids
from timeline_app.merge.telling.wording import meanings, stems, words_of
from timeline_app.model import Event

SMALL_NUMBER = 2
"""Counts up to this one are met everywhere."""

MOST_NUMBERS = 2
MOST_RARE = 1.5
"""Weight (see `Rarity.weight`) of rare words in common beyond which further ones tell nothing more."""

FEWEST_WORDS = 2.0
"""Weight a text must have in all for its share in common to count in full: two words prove nothing."""

MOST_NAMED = 6
"""Words named in a reason."""


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely two reports are of one happening.

    Attributes:
        share: 0..1, about the share of such pairs that are.
        speaks_for: reasons, English clauses.
        speaks_against: the same.
    """

    share: float
    speaks_for: tuple[str, ...]
    speaks_against: tuple[str, ...]


def chance(one: Event, other: Event, rarity: Rarity) -> Chance:
    """The chance that two events of one report each are one, with its reasons.

    Args:
        one: an event with a date.
        other: another.
        rarity: of what the timeline's events hold.
    """
    share = chance_of(aspects(one, other, rarity))
    return Chance(share, tuple(_for(one, other)), tuple(_against(one, other)))


def chance_of(told: Mapping[str, float]) -> float:
    """0..1, of what `aspects` gives."""
    table = _weights()
    total = table["bias"] + sum(table[name] * value for name, value in told.items())
    return 1 / (1 + math.exp(-total))


def aspects(one: Event, other: Event, rarity: Rarity) -> dict[str, float]:
    """What the chance rests on, each aspect by its name in `chance.toml`."""
    mine, theirs = max(
        (stems(one), stems(other)), (meanings(one), meanings(other)), key=lambda two: len(two[0] & two[1])
    )
    shared = mine & theirs
    least = min(rarity.weight(mine), rarity.weight(theirs))
    apart = days_apart(one, other)
    is_one_place = bool(place_ids(one) & place_ids(other))
    return {
        "same type": one.type == other.type,
        "types of one happening": one.type != other.type and kinds_meet(one, other),
        "dates meet": apart == 0,
        "a day apart": apart == 1,
        "one day": on_one_day(one, other),
        "one place": is_one_place,
        "places close by": not is_one_place and share_place(one, other),
        "no place in one": not (place_ids(one) and place_ids(other)),
        "words": rarity.weight(shared) / max(FEWEST_WORDS, least),
        "rare words": min(MOST_RARE, rarity.weight(shared - named_words(one) - named_words(other))) / MOST_RARE,
        "actors": actors_shared(one, other),
        "numbers": min(MOST_NUMBERS, len(_numbers(one) & _numbers(other))),
        "one planned": (one.modality == "planned") != (other.modality == "planned"),
        "one denied": (one.modality == "denied") != (other.modality == "denied"),
        "one document": bool(set(one.sources) & set(other.sources)),
    }


@cache
def _weights() -> dict[str, float]:
    table = tomllib.loads(resources.files("timeline_app.merge.likeness").joinpath("chance.toml").read_text("utf-8"))
    return {"bias": table["bias"], **table["weights"]}


def _actors(event: Event) -> set[str]:
    return {actor.name for actor in event.actors}


def _numbers(event: Event) -> set[float]:
    """Counts told as one number, small ones left out."""
    exact = (count.low for count in event.quantities if count.low is not None and count.low == count.high)
    return {number for number in exact if number > SMALL_NUMBER}


# -- in words -------------------------------------------------------------------------------------


def _for(one: Event, other: Event) -> list[str]:
    told = []
    if days_apart(one, other) == 0:
        told.append("both on one day" if on_one_day(one, other) else "their dates meet")
    places = place_ids(one) & place_ids(other)
    names = list(dict.fromkeys(where.name for where in one.where if where.place_id in places))
    if places:
        told.append(f"one place: {', '.join(names)}" if names else "one place")
    elif share_place(one, other):
        told.append("places close to each other")
    told += [f"both are {one.type}"] if one.type == other.type else []
    told += _listed("in both", sorted(_actors(one) & _actors(other)))
    told += _listed("the number in both", [f"{number:,.0f}" for number in sorted(_numbers(one) & _numbers(other))])
    return told + _listed("words in both", _common_words(one, other))


def _against(one: Event, other: Event) -> list[str]:
    apart = days_apart(one, other)
    told = [f"{apart} days apart" if apart > 1 else "a day apart"] if apart else []
    mine, theirs = place_ids(one), place_ids(other)
    if mine and theirs and not mine & theirs and not share_place(one, other):
        told.append("other places")
    if one.type != other.type:
        told.append(f"one is {one.type}, the other {other.type}")
    for modality, words in (("planned", "one is told as a plan"), ("denied", "one is a denial")):
        told += [words] if (one.modality == modality) != (other.modality == modality) else []
    return told


def _listed(lead: str, names: list[str]) -> list[str]:
    return [f"{lead}: {', '.join(names[:MOST_NAMED])}"] if names else []


def _common_words(one: Event, other: Event) -> list[str]:
    """Words of the first that the second has too, or one that means the same; names left out."""
    shared = (stems(one) & stems(other)) | (meanings(one) & meanings(other))
    return words_of(one, shared - named_words(one) - named_words(other))
