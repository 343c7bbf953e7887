"""What a document names and in which sentences, and what it has told where: all that a place to lend rests on."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline_app.events.placing.containing import is_near
from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.placing.handing import LONG
from timeline_app.events.placing.on_the_spot import TOLD_ELSEWHERE
from timeline_app.events.placing.roles import role_of, where_of
from timeline_app.events.placing.scenes import is_wide, is_within
from timeline_app.events.sentences import Sentence
from timeline_app.events.stems import WORD, content_stems, stem
from timeline_app.model import PlaceMention, Where

NEAR_SENTENCES = 60
"""Sentences before and behind an event in which a place is named that may be lent to it: most articles are shorter, and
what is weighed grows in step with a text."""

_FEWEST_OPENING = 3
"""Sentences of a story's beginning, its headline included, that name what the whole of it may be of."""

_MANY_AROUND = 5
"""Other places close by beyond which further ones tell nothing more."""

_LEAST_WORDS = 1.0
"""Weight added to that of an event's words: two common words alone prove nothing."""


@dataclass(slots=True)
class Named:
    """A place that a story names.

    Attributes:
        place: one of its mentions, as the place of an event.
        at: the offsets of its mentions, in order.
        inside: the number of the sentence of each.
        around: how many other places the story names close by.
        is_scene: whether any mention is more than whither, whence or by what way.
        countries: the codes of the countries it lies in, as far as known.
    """

    place: Where
    at: list[int] = field(default_factory=list)
    inside: list[int] = field(default_factory=list)
    around: int = 0
    is_scene: bool = False
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told without a place of its own.

    Attributes:
        start, end: offsets of its words.
        words: them.
        kind: its type.
        is_of_now: whether it may be of the story's own days.
    """

    start: int
    end: int
    words: str
    kind: str
    is_of_now: bool = True


_NOWHERE = Named(Where("near", ""))


class Story:
    """The sentences of a document and the places they name; what it has told so far."""

    def __init__(self, sentences: Sequence[Sentence], places: Sequence[PlaceMention]) -> None:
        """Read what each sentence names.

        Args:
            sentences: in the order of their offsets, the headline among them.
            places: the document's mentions.
        """
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._words = [_told_words(sentence.text) for sentence in sentences]
        self._rarity = _rarity(self._words)
        self._named = self._read(places)
        self._events = 0
        self._told: Counter[str] = Counter()
        self._kinds: set[tuple[str, str]] = set()

    def _read(self, places: Sequence[PlaceMention]) -> dict[str, Named]:
        named: dict[str, Named] = {}
        for mention in places:
            number = self._number(mention.start)
            if mention.place is None or mention.use != "place" or number is None:
                continue
            countries = frozenset(filter(None, mention.place.country.split("|")))
            one = named.setdefault(mention.place.id, Named(where_of(mention, "near"), countries=countries))
            one.at.append(mention.start)
            one.inside.append(number)
            one.is_scene = one.is_scene or role_of(self._sentences[number], mention) in ("at", "near")
        fine = [one for one in named.values() if one.place.kind not in _NO_SCENES]
        most = sorted(fine, key=lambda one: -len(one.at))[:NEAR_SENTENCES]
        for one in fine:
            one.around = sum(is_near(one.place, other.place) for other in most if other is not one)
        return named

    def _number(self, offset: int) -> int | None:
        """The number of the sentence that holds an offset; None between them."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self._sentences[number].end else None

    def tell(self, kind: str, where: Iterable[Where]) -> None:
        """Remember that an event of a type was at the first of its places."""
        self._events += 1
        scene = next((place for place in where if place.is_placed and place.role in ("at", "near")), None)
        if scene is not None:
            self._told[scene.place_id] += 1
            self._kinds.add((scene.place_id, kind))

    def names(self, place: Where, telling: Telling) -> bool:
        """Whether the words of an event name a place themselves."""
        named = self._named.get(place.place_id)
        return named is not None and bisect_left(named.at, telling.end) > bisect_left(named.at, telling.start)

    def lies_in(self, place: Where, area: Where) -> bool:
        """Whether a place that the story names lies in a wide area it names, and in its country where that has one."""
        inner, outer = (self._named.get(one.place_id, _NOWHERE).countries for one in (place, area))
        return is_within(place, area) and not (inner and outer and inner.isdisjoint(outer))

    def places_for(self, telling: Telling) -> list[Where]:
        """The places that may be lent to an event, in the order first named.

        None that its own words name, no country, no border or river, whose middle is no scene, none that is told only
        as whither, whence or by what way.
        """
        here = self._number(telling.start)
        if here is None:
            return []
        return [
            one.place
            for one in self._named.values()
            if one.is_scene
            and one.place.kind not in _NO_SCENES | LONG
            and not self.names(one.place, telling)
            and any(_is_in_reach(number, here) for number in one.inside)
        ]

    def words_shared(self, place: Where, telling: Telling) -> list[str]:
        """The words of an event that stand in the sentence most like it of those that name a place, in their order."""
        named = self._named.get(place.place_id)
        here = self._number(telling.start)
        mine = _told_words(telling.words)
        shared = [mine & self._words[number] for number in self._others(named, here)]
        likest = max(shared, key=self._weight, default=frozenset())
        return list(dict.fromkeys(word for word in WORD.findall(telling.words.lower()) if stem(word) in likest))

    def aspects(self, place: Where, telling: Telling) -> dict[str, float]:
        """What speaks for and against a place, each by its name in `weights.toml`."""
        named = self._named.get(place.place_id) or Named(place)
        here = self._number(telling.start)
        before = bisect_left(named.at, telling.start)
        last = named.inside[before - 1] if before else None
        mine = _told_words(telling.words)
        whole = _LEAST_WORDS + self._weight(mine)
        shared = [self._weight(mine & self._words[number]) / whole for number in self._others(named, here)]
        is_capital = place.name in CAPITALS
        ago = None if here is None or last is None else here - last
        told = {
            "words of its likest sentence": max(shared, default=0.0),
            "words of its sentences": sum(shared) / len(shared) if shared else 0.0,
            "named shortly before": 0.0 if ago is None else 1 / (1 + ago),
            "named in the paragraph": self._together(last, here),
            "times named": math.log1p(len(named.at)),
            "named first": bool(named.at) and named.inside[0] == 0,
            "events told there": self._told[place.place_id] / (1 + self._events),
            "an event of its type there": (place.place_id, telling.kind) in self._kinds,
            "places close by": min(_MANY_AROUND, named.around) / _MANY_AROUND,
            "wide": is_wide(place),
            "capital": is_capital,
            "capital for a deed": is_capital and telling.kind not in TOLD_ELSEWHERE,
        }
        return {name: float(value) for name, value in told.items()}

    def _together(self, one: int | None, other: int | None) -> bool:
        if one is None or other is None:
            return False
        return self._sentences[one].paragraph == self._sentences[other].paragraph

    def _others(self, named: Named | None, here: int | None) -> list[int]:
        """The sentences around an event that name a place, but for its own."""
        if named is None or here is None:
            return []
        return [number for number in dict.fromkeys(named.inside) if number != here and _is_in_reach(number, here)]

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._rarity.get(word, 0.0) for word in words)


_NO_SCENES = frozenset({"country", "continent", "ocean", "sea"})
"""Kinds of places that are never lent: they would say less than nothing."""


def _told_words(text: str) -> frozenset[str]:
    """The stems of what a text tells of, without the words that only count, compare or join."""
    return content_stems(text) - _OF_GRAMMAR


_OF_GRAMMAR = frozenset(
    map(
        stem,
        "more than most less least one two three four five six seven eight nine ten first second last next other"
        " another some many much few several all any each every either no nor none only very such so too also then when"
        " where while during since until about around between among against through off away back down here there what"
        " how why if because them him me we us our you your i my own same could may might must can did do does being"
        " having whom whose nobody everyone somebody once ever never nearly almost later earlier early late".split(),
    )
)


def _is_in_reach(number: int, here: int) -> bool:
    return number < _FEWEST_OPENING or abs(number - here) <= NEAR_SENTENCES


def _rarity(words: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How rare each word is among the sentences: the logarithm of all over those that have it (Sparck Jones 1972)."""
    times = Counter(word for one in words for word in one)
    return {word: math.log(len(words) / count) for word, count in times.items()}
