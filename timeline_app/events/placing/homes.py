"""The town that a story is of, and the capital that it only is told from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from timeline_app.events.placing.containing import is_near
from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.placing.handing import INHERITED, OF_STORY, near_it
from timeline_app.events.placing.headings import dateline_places, headline_places, placed_in
from timeline_app.events.placing.named import story_start
from timeline_app.events.placing.roles import where_of
from timeline_app.events.placing.scenes import Told, is_wide, is_within
from timeline_app.events.sentences import split_sentences
from timeline_app.model import LENT, Document, Place, PlaceMention, Where

_IN_THE_FIELD = frozenset({"strike", "discovery", "offensive", "territory", "clash"})
"""Types that are told from a capital and are not of it: of 20 so handed on in 68 folders of articles 2 were there."""

_OPEN_COUNTRY = re.compile(
    r"\b(?:hills|hilltops?|heights|mountains|highlands|desert|countryside|wilderness|border|frontier)\b"
)


def not_in_a_capital(
    kind: str, words: str, where: tuple[Where, ...], told: Told, headline: Sequence[Where]
) -> tuple[Where, ...]:
    """The places of an event, for a deed of the field without a capital that only the story hands on to it.

    "Families wept in Beirut. The army opened its offensive on Saturday": where the story told of a place that is none,
    else nowhere.

    Args:
        kind: the event's type.
        words: its sentence; hills, a desert, a border are no capital's either.
        where: its places.
        told: the scenes told before.
        headline: the places of the headline; a story of a capital may be of raids on it.
    """
    placed = [place for place in where if place.is_placed]
    in_open_country = _OPEN_COUNTRY.search(words) is not None
    of_it = not in_open_country and any(place.name in CAPITALS for place in headline)
    in_the_field = kind in _IN_THE_FIELD or in_open_country
    if of_it or not in_the_field or not placed or not all(map(_is_capital_handed_on, placed)):
        return where
    other = told.last_but(_TOWNS | _AREAS, CAPITALS)
    return () if other is None else (near_it(other, f"{LENT}it told of deeds there"),)


def _is_capital_handed_on(place: Where) -> bool:
    handed = (reason.startswith((LENT, OF_STORY)) or reason == INHERITED for reason in place.reasons)
    return place.name in CAPITALS and any(handed)


_TOWNS = frozenset({"city", "town", "village", "neighbourhood", "camp"})


def home_of(document: Document, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The one town that the headline names, or where it names no place the first sentence, and the story again.

    Of "a town in central Syria" the first that the story names there. None of a text without a headline: a sentence
    alone is no story of a town.
    """
    headline = next((zone for zone in document.zones if zone.kind == "headline"), None)
    if headline is None or document.text[headline.start : headline.end].rstrip().endswith("."):
        return ()
    most = _told_most(places)
    named = headline_places(document, places)
    if not named:
        body = next((zone for zone in document.zones if zone.kind == "body" and zone.start > headline.start), None)
        first = [] if body is None else split_sentences(document.text, body.start, body.end)[:1]
        begins, ends = (story_start(first[0]), first[0].end) if first else (0, 0)
        inside = [one for one in places if begins <= one.start < ends]
        if first and tells_unnamed(first[0].text) and (later := _named_later(first[0].end, inside, places)):
            return later
        named = placed_in(inside)
        times = Counter(one.place.id for one in places if one.place is not None)
        named = tuple(place for place in named if times[place.place_id] > 1)
        named = tuple(place for place in named if not most or is_near(place, most[0]))
    towns = {place.place_id: place for place in named}
    finest = min(towns.values(), key=lambda place: place.radius_km or 0.0, default=None)
    town = finest if finest and all(is_near(finest, place) for place in towns.values()) else None
    if town is not None and (town.kind in _TOWNS or _is_small_area(town)):
        return (town,)
    return tuple(place for place in dateline_places(document, places) if place.kind in _SMALL) or most


def _told_most(places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The town or small area that a document names far more often than any other; none where there is none."""
    named = [one for one in places if one.use == "place" and one.place is not None]
    times = Counter(one.place.id for one in named if one.place is not None and _may_be_home(one.place))
    ranked = times.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < _FAR_MORE * ranked[1][1]):
        return ()
    return placed_in([one for one in named if one.place is not None and one.place.id == ranked[0][0]])[:1]


def _may_be_home(place: Place) -> bool:
    return place.kind in _TOWNS or (place.kind in _AREAS and place.radius_km <= _AREA_KM)


def _is_small_area(where: Where) -> bool:
    return where.kind in _AREAS and (where.radius_km or _AREA_KM) <= _AREA_KM


_AREAS = frozenset({"region", "valley", "subdistrict", "prison", "base"})


_AREA_KM = 40.0
"""Radius of the largest area that a story may be of as of a town: a valley, the plain around a city."""


_OFTEN = 4
"""Mentions from which a town may be what a document is of."""


_FAR_MORE = 2


# "found in a town in central Syria", "a prison in Syria's northeast": the story names it later
_UNNAMED = re.compile(
    r"\b(?:an?|one)\s(?:[\w-]{2,15}\s){0,3}?(?:town|village|city|camp|prison|jail|hospital|market|mosque|church|school|base|airport|suburb"
    r"|district|neighbou?rhood|checkpoint|factory|hotel|ambush)\s(?:in|of|near)\b"
    # "took the last stronghold of the group in Syria": the story names it later, too
    r"|\b(?:the|its|their)\s(?:[\w-]{2,12}\s)?last\s(?:[\w-]{2,15}\s){0,3}?(?:towns?|city|village|stronghold|bastion|redoubt|enclave|pocket"
    r"|district|foothold)\b(?!\sto\b)"
)


_LATER = 1_500
"""Characters behind a first sentence within which a story names the town it is of."""


def tells_unnamed(sentence: str) -> bool:
    """Whether words tell of a town or a house in an area without its name."""
    return _UNNAMED.search(sentence) is not None


def _named_later(end: int, inside: Sequence[PlaceMention], places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The first town behind a sentence, within the one wide area or country it names; () where it names a finer one."""
    areas = [where_of(one, "at") for one in inside if one.use == "place"]
    if len(areas) != 1 or not is_wide(areas[0]):
        return ()
    towns = placed_in(one for one in places if end <= one.start < end + _LATER)
    return tuple(town for town in towns if town.kind in _TOWNS and is_within(town, areas[0]))[:1]


_SMALL = frozenset({"town", "village", "camp"})
"""Kinds of places that a reporter writes from because it happens there: no capital is one."""


def finer(where: tuple[Where, ...], home: Sequence[Where]) -> tuple[Where, ...]:
    """The places with the town the story is of, where they are only an area around it: "the last enclave there"."""
    placed = [place for place in where if place.is_placed and place.role in ("at", "near")]
    if not home or not placed or not all(map(is_wide, placed)):
        return where
    if not any(is_within(home[0], place) for place in placed):
        return where
    return (near_it(home[0], f"{OF_STORY}the town it is of, within the area named"), *where)
