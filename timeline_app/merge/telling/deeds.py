"""Deeds that are seldom done twice in one place on one day: a release, an exchange, a departure, a truce.

Two sources choose other words for them ("let go", "regained their freedom"). What a town sees every day in a war is
not told apart so: `deeds.toml` holds no shelling and no killing.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from timeline_app.events.stems import content_stems
from timeline_app.geo import distance_km
from timeline_app.merge.telling.days import days_apart, give_their_day
from timeline_app.merge.telling.wording import meanings_of
from timeline_app.model import Event, Where

NEAR_KM = 30.0
"""A town and the hills above it, a convoy's first kilometres."""


def shared_deeds(one: Event, other: Event) -> frozenset[str]:
    """The deeds that both tell of a day and place that may be one; empty where day or place speaks against it."""
    if {one.modality, other.modality} & {"planned", "denied"} or not _may_be_one_day(one, other):
        return frozenset()
    shared = deeds(one) & deeds(other)
    return shared if shared and not lie_apart(one, other) else frozenset()


def tell_one_deed(one: Event, other: Event) -> bool:
    """Whether both tell of such a deed, so that their types, which words decide, may be those of one happening.

    Everything moves in a war: that both tell of a departure or an arrival joins no attack to a movement.
    """
    shared = shared_deeds(one, other)
    return bool(shared - _MOVES) or (bool(shared) and {one.type, other.type} <= _OF_MOVES)


_MOVES = frozenset({"departure", "arrival"})
_OF_MOVES = frozenset({"movement", "other", "agreement", "detention"})


def deeds(event: Event) -> frozenset[str]:
    """The deeds of `deeds.toml` that an event's reports tell of; a town that is freed is no release."""
    found = _in_words(tuple(report.quote for report in event.reports))
    return found - {"release"} if event.type == "territory" else found


def words_of_deeds(event: Event, names: frozenset[str]) -> frozenset[str]:
    """The stems of the words that tell some deeds of an event: "ceasefire" of a truce is no second thing in common."""
    quotes = [report.quote for report in event.reports]
    found = (match.group() for name in names for quote in quotes for match in _table()[name].finditer(quote))
    return frozenset(stem for words in found for stem in content_stems(words) | meanings_of(words))


@lru_cache(maxsize=20_000)
def _in_words(quotes: tuple[str, ...]) -> frozenset[str]:
    told = [_BESIDE.sub(" ", quote) for quote in quotes]
    return frozenset(name for name, words in _table().items() if any(words.search(quote) for quote in told))


# "before they left", "whom it had abducted": told beside what was done
_BESIDE = re.compile(
    r"\b(?:before|after|since|once|until|ahead\sof)\s[^,;.]{0,120}"
    r"|\b(?:left\s)?out\sof\sthe\s(?:exchange|swap|deal|trade)\b"
    r"|\b(?:who|whom|which|that)\s[^,;.]{0,60}?\bhad\s(?:[a-z]+ly\s|been\s){0,2}\w+(?:ed|en|un|ght)\b",
    re.IGNORECASE,
)


@cache
def _table() -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(resources.files("timeline_app.merge.telling").joinpath("deeds.toml").read_text("utf-8"))
    return {name: re.compile(words.replace("\n", ""), re.IGNORECASE) for name, words in table["deeds"].items()}


def _may_be_one_day(one: Event, other: Event) -> bool:
    """Whether both may be of one day; where one of them does not give it, the other may be the day before or after."""
    if one.when is None or other.when is None:
        return False
    if max(one.when.days, other.when.days) > _LONGEST:
        return one.when.edtf == other.when.edtf and one.when.days <= _MONTH  # both say "in August 2014"
    return days_apart(one, other) <= (0 if give_their_day(one, other) else 1)


_LONGEST = 2
_MONTH = 31


def lie_apart(one: Event, other: Event) -> bool:
    """Whether both name places finer than a country and none of one lies near any of the other."""
    mine, theirs = _finer(one), _finer(other)
    return bool(mine and theirs) and not any(_is_close(a, b) for a in mine for b in theirs)


def share_place(one: Event, other: Event) -> bool:
    """Whether some place finer than a country of one lies near one of the other."""
    return any(_is_close(a, b) for a in _finer(one) for b in _finer(other))


def _finer(event: Event) -> list[Where]:
    return [where for where in event.where if where.is_placed and where.kind not in ("country", "border")]


def _is_close(one: Where, other: Where) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    reach = max(NEAR_KM, min(one.radius_km or 0.0, _WIDE_KM), min(other.radius_km or 0.0, _WIDE_KM))
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= reach


_WIDE_KM = 90.0
"""A province; what is called by a wider area may be anywhere in it."""
