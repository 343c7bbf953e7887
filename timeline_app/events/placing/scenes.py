"""Where something happened whose sentence names no place: the scene told before, the story's or its headline's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.placing.named import is_near, is_vast
from timeline_app.events.placing.roles import where_of
from timeline_app.events.sentences import split_sentences
from timeline_app.geo import distance_km
from timeline_app.model import LENT, Document, Place, PlaceMention, Where


def inherited_places(before: tuple[Where, ...]) -> tuple[Where, ...]:
    """The scene of the sentence before, for one that goes on from it without naming a place."""
    scene = tuple(where for where in before if where.role in ("at", "near") and where.is_placed)
    return tuple(map(_handed_on, scene))


_INHERITED = "inherited from the sentence before"


def _handed_on(where: Where) -> Where:
    """The place with its reason; one that was handed on before stays as it is."""
    if _INHERITED in where.reasons:
        return where
    return where.with_(reasons=(*where.reasons, _INHERITED), score=where.score / 2)


_LONG = frozenset({"river", "border"})
"""Kinds that run on for hundreds of kilometres: their middle is no scene."""


def where_along(where: tuple[Where, ...], scene: tuple[Where, ...]) -> tuple[Where, ...]:
    """The places with the scene told before, where they are only a river or border that runs by it."""
    placed = [place for place in where if place.is_placed]
    if not scene or not placed or not all(place.kind in _LONG for place in placed):
        return where
    by_it = any(is_near(place, scene[0]) for place in placed)
    return (*inherited_places(scene), *where) if by_it else where


def dateline_places(document: Document, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The place, finer than a country, of the first dateline."""
    zone = next((zone for zone in document.zones if zone.kind == "dateline"), None)
    return () if zone is None else placed_in(one for one in places if zone.start <= one.start < zone.end)[:1]


def _may_be_scene(place: Where) -> bool:
    """Whether later words may point back to a place: no border runs through "the town", no half of the world is one."""
    return place.is_placed and place.kind != "border" and not is_vast(place)


def _left(where: Sequence[Where]) -> tuple[Where, ...]:
    """The one place that was left, where nothing is said to have happened at another: "left Harasta for Idlib"."""
    placed = [place for place in where if _may_be_scene(place)]
    left = [place for place in placed if place.role == "from"]
    return tuple(left) if len(left) == 1 and all(place.role in ("from", "to", "via") for place in placed) else ()


def scene_of(where: Iterable[Where]) -> tuple[Where, ...]:
    """The place that later words point back to ("the town"): the first that is none of a whole country.

    None where several far from each other are told in one breath: "as in Homs, in Hama and in Idlib".
    """
    where = tuple(where)
    if left := _left(where):
        return (left[0].with_(role="at"),)
    told = [place for place in where if _may_be_scene(place) and place.role in ("at", "near", "to")]
    if len(told) > _MOST_SCENES and not any(is_near(place, told[0]) for place in told[1:]):
        return ()
    return tuple(place.with_(role="at") if place.role == "to" else place for place in told[:1])


_MOST_SCENES = 2


ON_THE_SPOT = frozenset(
    {"attack", "strike", "movement", "clash", "offensive", "violence against civilians", "territory", "detention"}
)
"""Types that happen on the spot; words and decisions are told from elsewhere."""


# "a swap was settled", "guns fell silent under a cease-fire": what was agreed was done there
_DONE_THERE = re.compile(
    r"\b(?:swap\w*|exchang\w+|hand(?:ed|ing)?\s?over|evacuat\w+|cease-?fire|truce|guns?\s(?:fell|fall)\ssilent|surrender\w*|pull(?:ed|ing)?[\s-]?out"
    r"|withdr\w+)\b",
    re.IGNORECASE,
)


def kind_on_the_ground(kind: str, sentence: str) -> str:
    """The event's type, or "movement" for an agreement on what is done on the spot: a swap, a truce, an evacuation."""
    return "movement" if kind in ("agreement", "talks") and _DONE_THERE.search(sentence) else kind


class Told:
    """The scenes a story has told of so far."""

    def __init__(self) -> None:
        self._count = 0
        self._places: dict[str, Where] = {}
        self._last: dict[str, tuple[int, Where]] = {}
        self._unknown: dict[str, Where] = {}

    def copy(self) -> Told:
        """The same, to be told on apart."""
        other = Told()
        other._count, other._places, other._last = self._count, dict(self._places), dict(self._last)
        other._unknown = dict(self._unknown)
        return other

    def add(self, where: Sequence[Where]) -> None:
        """Where something happened, of an event's places: no whole country, no border, neither whence nor whither.

        Words may point back to a place that was left, too.
        """
        for place in _left(where):
            self._last[place.kind] = self._count, place.with_(role="at")
        for scene in scene_of(where) if len(self._unknown) < _MOST_UNKNOWN else ():
            self._unknown.update((place.text, scene) for place in where if not place.is_placed and place.text)
        for place in where:
            if _may_be_scene(place) and place.role in ("at", "near"):
                self._count += 1
                self._last[place.kind] = self._count, place
                if len(self._places) <= _MOST_PLACES:
                    self._places[place.place_id or place.text] = place

    def beside(self, unknown: Sequence[Where]) -> Where | None:
        """The place that the first of some names not known was told beside: "al-Hamidiyeh" of Homs stays there."""
        return next((self._unknown[place.text] for place in unknown if place.text in self._unknown), None)

    def last(self) -> tuple[Where, ...]:
        """The last scene of any kind."""
        found = self.last_of(self._last)
        return () if found is None else (found,)

    def last_of(self, kinds: Collection[str]) -> Where | None:
        """The last scene of one of some kinds."""
        found = [self._last[kind] for kind in kinds if kind in self._last]
        return max(found, key=lambda one: one[0])[1] if found else None

    def last_but(self, kinds: Collection[str], names: Collection[str]) -> Where | None:
        """The scene first told last of one of some kinds, of those of other names than some."""
        told = (place for place in reversed(self._places.values()) if place.kind in kinds)
        return next((place for place in told if place.name not in names), None)

    def only(self, kind: str, headline: Sequence[Where] = ()) -> tuple[Where, ...]:
        """The scene of a story that has told of one place at least twice and of no other: there a deed without one is.

        Args:
            kind: the event's type.
            headline: places of the headline, which are a telling where they are the story's.
        """
        if kind not in ON_THE_SPOT or not 0 < len(self._places) <= _MOST_PLACES:
            return ()
        finest = min(reversed(self._places.values()), key=lambda where: where.radius_km or 0.0)
        tellings = self._count + sum(is_near(place, finest) for place in headline)
        if tellings < _TOLD_TWICE or not all(is_near(place, finest) for place in self._places.values()):
            return ()
        return (_near_it(finest, f"{_OF_STORY}it has told of no other place so far"),)


_MOST_UNKNOWN = 200
"""Names not known that are remembered with their town; a background clause copies them."""
_TOLD_TWICE = 2
_MOST_PLACES = 20
"""A story that names more places than these has not one scene."""


def on_the_spot(kind: str, scene: tuple[Where, ...]) -> tuple[Where, ...]:
    """The scene told just before, for a deed that is told on without a place of its own."""
    return inherited_places(scene) if kind in ON_THE_SPOT else ()


TOLD_ELSEWHERE = frozenset({"statement", "talks", "agreement", "accusation", "refusal", "threat"})
"""Types that are told from elsewhere than what they are about."""


def headline_places(document: Document, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The places, finer than a country, that the headline above the story names; not where somebody leaves for."""
    return placed_in(one for one in headlined(document, places) if not _is_left_for(document.text, one.start))


# "depart for Idlib", "free when the convoy gets to Idlib"
_LEFT_FOR = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|set(?:s|ting)?\s(?:out|off)|head(?:s|ed|ing)?|bound|go(?:es|ing)?|gets?|mov(?:e|es|ed|ing)"
    r"|taken|bus(?:s?ed|es)|transfer(?:s|red)?|evacuat(?:e|es|ed|ion|ing))\b[^,;:.\n]{0,40}?\s(?:to|for|towards?)\s(?:the\s)?$",
    re.IGNORECASE,
)


def _is_left_for(text: str, at: int) -> bool:
    """Whether the words before a name say that somebody leaves for it."""
    return _LEFT_FOR.search(text, max(0, at - 80), at) is not None


def headlined(document: Document, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions in the headline above the story."""
    first = next((zone.start for zone in document.zones if zone.kind == "headline"), len(document.text))
    body = next((zone.start for zone in document.zones if zone.kind == "body" and zone.start > first), None)
    body = len(document.text) if body is None else body  # the paper's name may stand above the headline
    zones = [zone for zone in document.zones if zone.kind == "headline" and zone.start < body]
    return [place for place in places if any(zone.start <= place.start < zone.end for zone in zones)]


def told_of(kind: str, places: Sequence[Where], why: str) -> tuple[Where, ...]:
    """The place that a headline, a heading or a story is of, for what is told under it without one.

    Args:
        kind: the event's type; words and decisions are told from elsewhere.
        places: that place; none where there is none or several.
        why: what makes it that place, for its reasons.
    """
    if kind in TOLD_ELSEWHERE or not places:
        return ()
    return (_near_it(places[0], f"{_OF_STORY}{why}"),)


def lent_further_on(place: Where) -> Where:
    """The place lent to the opening of a story that tells it only further on."""
    return _near_it(place, f"{LENT}it tells of it there further on")


def where_the_story_is(ground: Sequence[Where], story: Sequence[Where]) -> tuple[Where, ...]:
    """The place lent to what is told without one, a statement too: a reader looks for it where the story is.

    Measured on 40 retold articles of eight: of 319 happenings so placed that a reader places, 5 in 6 are right.

    Args:
        ground: where the story told its last deed.
        story: the town the story is of, or a place of its headline; for what it tells before the first deed.
    """
    if ground and ground[0].kind not in _LONG:
        return (_near_it(ground[0], f"{LENT}it told its last deed there"),)
    return (_near_it(story[0], f"{LENT}its headline or its beginning names it"),) if story else ()


_OF_STORY = "inherited from the story: "

_IN_THE_FIELD = frozenset({"strike", "discovery", "offensive", "territory", "clash"})
"""Types that are told from a capital and are not of it: of 20 so handed on in 68 folders of articles 2 were there."""


def not_in_a_capital(kind: str, where: tuple[Where, ...], told: Told, headline: Sequence[Where]) -> tuple[Where, ...]:
    """The places of an event, for a deed of the field without a capital that only the story hands on to it.

    "Families wept in Beirut. The army opened its offensive on Saturday": where the story told of a place that is none,
    else nowhere.

    Args:
        kind: the event's type.
        where: its places.
        told: the scenes told before.
        headline: the places of the headline; a story of a capital may be of raids on it.
    """
    placed = [place for place in where if place.is_placed]
    if any(place.name in CAPITALS for place in headline):
        return where
    if kind not in _IN_THE_FIELD or not placed or not all(map(_is_capital_handed_on, placed)):
        return where
    other = told.last_but(_TOWNS | _AREAS, CAPITALS)
    return () if other is None else (_near_it(other, f"{LENT}it told of deeds there"),)


def _is_capital_handed_on(place: Where) -> bool:
    handed = (reason.startswith((LENT, _OF_STORY)) or reason == _INHERITED for reason in place.reasons)
    return place.name in CAPITALS and any(handed)


def _near_it(place: Where, why: str) -> Where:
    """A place of the story for what names none: near it, half as sure."""
    reasons = tuple(reason for reason in place.reasons if not reason.startswith((LENT, _OF_STORY)))
    return place.with_(reasons=(*reasons, why), score=place.score / 2, role="near")


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
        inside = [one for one in places if any(part.start <= one.start < part.end for part in first)]
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

_WIDE_KM = 100.0
"""Radius of areas that say little: "eastern Syria"."""


def finer(where: tuple[Where, ...], home: Sequence[Where]) -> tuple[Where, ...]:
    """The places with the town the story is of, where they are only an area around it: "the last enclave there"."""
    placed = [place for place in where if place.is_placed and place.role in ("at", "near")]
    if not home or not placed or not all(map(is_wide, placed)):
        return where
    if not any(is_within(home[0], place) for place in placed):
        return where
    return (_near_it(home[0], f"{_OF_STORY}the town it is of, within the area named"), *where)


def is_wide(place: Where) -> bool:
    """Whether a place is a country or an area that says little."""
    return is_vast(place) or (place.radius_km or 0.0) >= _WIDE_KM


def is_within(inner: Where, outer: Where) -> bool:
    """Whether the point of a place lies within the radius of another."""
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) <= (outer.radius_km or 0.0)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: a place's name, as monitors head what happened there, or words that name one place, or none.

    Attributes:
        start: offset of the line.
        where: the place; () for a heading that names none or several.
    """

    start: int
    where: tuple[Where, ...]


_HEADING = re.compile(r"^[ \t#*_]{0,6}(?P<words>[^\n.!?;,]{3,48}?)[ \t:*_]{0,4}$", re.MULTILINE)


def sections_of(document: Document, places: Sequence[PlaceMention]) -> list[Section]:
    """The headings that place what stands under them, and those that end it; none where no heading is a place."""
    named = {mention.start: mention for mention in places if mention.use == "place"}
    found: list[Section] = []
    for line in _HEADING.finditer(document.text):
        mention = named.get(line.start("words"))
        if mention is not None and mention.end >= line.end("words"):
            found.append(Section(line.start(), placed_in([mention])))
        elif line["words"].isupper():
            found.append(Section(line.start(), ()))
    if not any(section.where for section in found):
        found = _subheadings(document, places)
    return found if any(section.where for section in found) else []


def _subheadings(document: Document, places: Sequence[PlaceMention]) -> list[Section]:
    """The headings between paragraphs, with the one place that each names: "How Homs was taken"."""
    told = next((zone.start for zone in document.zones if zone.kind == "body"), len(document.text))
    found = []
    for zone in document.zones:
        words = document.text[zone.start : zone.end]
        if zone.kind == "headline" and zone.start > told:
            named = [mention for mention in places if zone.start <= mention.start < zone.end]
            behind = words[named[0].end - zone.start :] if len(named) == 1 else ""
            found.append(Section(zone.start, placed_in(named) if len(named) == 1 and _OF_IT.match(behind) else ()))
        elif zone.kind == "body" and zone.start > told and _SHORT_LINE.fullmatch(words):
            found.append(Section(zone.start, ()))
    return found


# "How Homs was taken", "Clashes near Homs"; not "The Geneva talks"
_OF_IT = re.compile(r"\W*$|\s(?:was|were|is|has|had|falls?|fell|under|after|before|since|and|in|at)\b")
_SHORT_LINE = re.compile(r"[A-Z][^.!?:;,\d\n]{2,60}")


def placed_in(places: Iterable[PlaceMention]) -> tuple[Where, ...]:
    """The places, finer than a country, that words such as a headline name."""
    named = (where_of(mention, "at") for mention in places if mention.use == "place")
    return tuple(where for where in named if where.is_placed and not is_vast(where))
