"""What two reports have in common beside their wording: counts, who did it, where, words few other events have.

Sources that tell one happening in words of their own still agree on such marks. One alone proves little (a spokesman
speaks every day); two independent ones, on a day both allow, are seldom chance.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from timeline_app.events import is_title
from timeline_app.events.stems import content_stems
from timeline_app.merge.telling.captures import is_one_capture
from timeline_app.merge.telling.days import days_apart, give_their_day, on_one_day
from timeline_app.merge.telling.deeds import share_place, shared_deeds, words_of_deeds
from timeline_app.merge.telling.named_deeds import LASTING, begins, named_deeds
from timeline_app.merge.telling.places import may_be_one_place, place_ids, reached
from timeline_app.merge.telling.targets import VIOLENCE, shared_targets
from timeline_app.merge.telling.victims import shared_people, shared_victims
from timeline_app.merge.telling.wording import meanings, meanings_of, proper_names, stems
from timeline_app.model import ActorRole, Event, Quantity

COMMON_SHARE = 0.12
"""A word or actor in more than this share of the events marks none of them."""

FEW = 2
"""Events that may share a word or actor in any case, however few events there are."""

SHARP = 2.0
"""Largest high over low of a count that marks an event: "300 to 500" does, "dozens" does not."""

PART_SPREAD = 3.0
"""The same for the parts of a sum, whose errors even out."""

SMALL = 10
"""Counts below this are found everywhere: two dead, five towns."""

_DOERS: tuple[ActorRole, ...] = ("source", "speaker")


@dataclass(slots=True)
class Rarity:
    """In how many events of a timeline words and actors stand."""

    events: int = 0
    words: Counter[str] = field(default_factory=Counter)
    actors: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, events: Iterable[Event]) -> Rarity:
        """The rarity of what some events hold."""
        rarity = cls()
        for event in events:
            rarity.events += 1
            rarity.words.update(stems(event) | meanings(event))
            rarity.actors.update({actor.name for actor in event.actors})
        return rarity

    def is_rare(self, times: int) -> bool:
        """Whether something that stands in so many events tells them from others."""
        return times <= max(FEW, COMMON_SHARE * self.events)

    def weight(self, words: Iterable[str]) -> float:
        """How much some words tell together: one that stands in a single event 1, one in every event next to nothing.

        Inverse document frequency, as a share of the most there can be, so that it means the same in a small timeline
        and a large one (Sparck Jones 1972, "A statistical interpretation of term specificity").
        """
        most = math.log(self.events + 1)
        return sum(1 - math.log(self.words[word] + 0.5) / most for word in words) if self.events > 1 else 0.0


@dataclass(frozen=True, slots=True)
class Marks:
    """What two events share.

    Attributes:
        counts: sharp counts that agree, at most two.
        totals: whether the one count of one is the sum of the other's.
        doers: rare actors who did or said it in both.
        sides: other actors in the same part in both.
        places: ids of places in both, countries left out.
        words: rare words in both that name none of these.
        deeds: whether both name one happening ("the battle for al-Sukhnah") and count those it killed or hurt.
        things: what was hit or done something to, in both on one day, see `targets`.
        people: names of persons no table has, in both on one day.
        victims: of persons who were killed, or taken, in both.
        capture: whether both tell that one settlement changed hands.
        beginning: whether both tell that one actor's offensive or battle began, on one day.
        rare: deeds in both that are seldom done twice in one place on one day, see `deeds`.
        close: whether places of both lie close to each other where none is in both.
    """

    counts: int
    totals: bool
    doers: frozenset[str]
    sides: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    deeds: bool = False
    things: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    victims: frozenset[str] = frozenset()
    capture: bool = False
    beginning: bool = False
    rare: frozenset[str] = frozenset()
    close: bool = False

    @property
    def independent(self) -> int:
        """How many kinds of marks they share that are no chance."""
        sides = len(self.sides) > 1
        place = self.places or (self.close and self.rare)
        kinds = (self.counts > 0 or self.totals, self.doers, place, len(self.words) > 1, sides, self.deeds,
                 self.things, self.people or self.victims, self.victims, self.capture, self.beginning,
                 self.beginning, self.rare)  # fmt: skip
        return sum(map(bool, kinds))

    @property
    def of_the_deed(self) -> bool:
        """Whether some mark is of what was done, not only of who and where."""
        return len(self.words) > 1 or self.of_the_deed_beyond_words

    @property
    def of_the_deed_beyond_words(self) -> bool:
        """Whether some mark is of what was done, and no word that any such deed is told in."""
        counted = self.counts > 0 or self.totals or self.deeds
        named = self.things or self.people or self.victims or self.rare
        return bool(counted or named or self.capture or self.beginning)

    @property
    def score(self) -> float:
        """0..1: weights set on hand-made pairs (tests/merge), each mark as far as it is seldom met by chance."""
        score = {0: 0.0, 1: 0.2}.get(self.counts, 0.45) + (0.35 if self.totals else 0.0)
        score += (0.3 if self.doers else 0.0) + (
            0.35 if self.deeds or self.capture else 0.55 if self.beginning else 0.0
        )
        score += (0.3 if self.things else 0.0) + (0.55 if self.victims else 0.2 if self.people else 0.0)
        score += (0.2 + 0.1 * len(self.rare) if self.rare else 0.0) + (0.15 if self.close and self.rare else 0.0)
        score += min(0.2, 0.1 * len(self.sides)) + (0.2 if self.places else 0.0) + min(0.28, 0.07 * len(self.words))
        return min(score, 1.0)

    def reasons(self) -> tuple[str, ...]:
        """In English."""
        told = [f"{self.counts} counts agree" if self.counts > 1 else "a count agrees"] if self.counts else []
        told += ["one count is the sum of the other's"] if self.totals else []
        told += ["both give the toll of one named happening"] if self.deeds else []
        told += ["both tell that one place changed hands"] if self.capture else []
        told += ["both tell that one offensive began"] if self.beginning else []
        told += [f"both tell of one {deed}" for deed in sorted(self.rare)]
        named = self.people | self.victims
        for names, what in (
            (self.doers, "by"), (self.sides, "of"), (self.things, "of"), (named, "name"), (self.words, "words")
        ):  # fmt: skip
            told += [f"both {what} {', '.join(sorted(names))}"] if names else []
        return (*told, *(["one place in both"] if self.places else []))


def marks(one: Event, other: Event, rarity: Rarity) -> Marks:
    """What two events share, given how rare it is."""
    told = one.type in VIOLENCE and other.type in VIOLENCE  # who tells of a killing did not do it
    parts: tuple[ActorRole, ...] = ("source",) if told else _DOERS
    doers = _actors(one, parts) & _actors(other, parts)
    known = doers if is_days_deed(one, other) else frozenset()
    rare_doers = frozenset(name for name in doers - GROUPS if name in known or rarity.is_rare(rarity.actors[name]))
    if {one.type, other.type} <= _DEEDS and not _words_of_the_deed(one, other):
        rare_doers = frozenset()  # an army does something in one town every day
    sides = (_actors(one, ("target", "other")) & _actors(other, ("target", "other"))) | (doers - rare_doers)
    people, rare = shared_people(one, other), shared_deeds(one, other)
    named = named_words(one) | named_words(other) | {stem for name in people for stem in name.split()}
    named |= (proper_names(one) & proper_names(other)) | words_of_deeds(one, rare) | words_of_deeds(other, rare)
    as_written, as_meant = (
        frozenset(word for word in shared if word not in named and rarity.is_rare(rarity.words[word]))
        for shared in (stems(one) & stems(other), meanings(one) & meanings(other))
    )
    return Marks(
        _agreeing(one.quantities, other.quantities),
        _is_total(one.quantities, other.quantities) or _is_total(other.quantities, one.quantities),
        rare_doers,
        frozenset(sides),
        place_ids(one) & place_ids(other),
        max(as_written, as_meant, key=len),
        _give_one_toll(one, other),
        shared_targets(one, other) if on_one_day(one, other) else frozenset(),
        people if on_one_day(one, other) else frozenset(),
        shared_victims(one, other),
        is_one_capture(one, other),
        _begin_one(one, other),
        rare,
        not place_ids(one) & place_ids(other) and share_place(one, other),
    )


_DEEDS = frozenset({"strike", "attack", "clash", "offensive", "movement", "territory", "violence against civilians"})


def is_days_deed(one: Event, other: Event) -> bool:
    """Whether one kind of deed by one doer in one settlement on one day is told, which is one event by ACLED's rule.

    Source: ACLED Codebook: events of one type between the same actors in one location on one day are one.
    """
    if one.type != other.type or one.type not in _DEEDS or not on_one_day(one, other):
        return False
    doers = _actors(one, ("source",)) & _actors(other, ("source",)) - GROUPS
    return bool(doers and reached(one) & reached(other) and _words_of_the_deed(one, other))


GROUPS = frozenset(
    {
        "civilians",
        "rebels",
        "militants",
        "gunmen",
        "allied forces",
        "state media",
        "local media",
        "SANA",
        "Syrian state media",
    }
)
"""Actors that are no body, and media: some of them do or tell something in a town every day."""

_COMMON_DEEDS = content_stems(
    "kill killed wound wounded strike struck attack attacked bomb bombed shell shelled said hit enter entered left fire"
    " fired people men troops forces fighters soldiers army"
)


def _words_of_the_deed(one: Event, other: Event) -> frozenset[str]:
    """Words in both that are neither names nor told of every deed of war."""
    shared = (stems(one) & stems(other)) | (meanings(one) & meanings(other))
    return shared - _COMMON_DEEDS - named_words(one) - named_words(other)


def _give_one_toll(one: Event, other: Event) -> bool:
    """Whether both count the victims of one happening they name, on a day both allow.

    A battle lasts: unless both sources state the day, the day carried over from another sentence may be another. A
    strike, a raid, an explosion of the next day is the next one.
    """
    shared = named_deeds(one) & named_deeds(other)
    if not shared or not _is_toll(one) or not _is_toll(other):
        return False
    lasting = any(kind == LASTING for kind, _ in shared)
    return days_apart(one, other) == 0 or (lasting and not give_their_day(one, other))


def _begin_one(one: Event, other: Event) -> bool:
    """Whether both tell that one actor's offensive began on one day, in one place, or in one that holds the other's."""
    if not (on_one_day(one, other) and begins(one) and begins(other)):
        return False
    mine, theirs = _doers(one), _doers(other)
    if mine and theirs:
        return bool(mine & theirs) and may_be_one_place(one, other)
    return give_their_day(one, other) and bool(mine or theirs) and share_place(one, other)


# "The group said it has begun"
_OF_ITS_OWN = re.compile(
    r"\b(?:said|says?|announce[sd]?|declare[sd]?|claim(?:s|ed)?)\s(?:[\w,]{1,12}\s){0,3}?(?:it|they)\b"
)


def _doers(event: Event) -> frozenset[str]:
    """Who did it, by name; who says so of himself where nobody else did."""
    own = any(_OF_ITS_OWN.search(report.quote) for report in event.reports)
    return _actors(event, ("source",)) or (_actors(event, ("speaker",)) if own else frozenset())


_HURT = re.compile(
    r"\b(?:kill|dead\b|die[ds]?\b|dying\b|death|wound|injur|casualt|toll\b|lives\b|martyr)", re.IGNORECASE
)


def _is_toll(event: Event) -> bool:
    """Whether an event counts people killed or hurt."""
    return bool(event.quantities) and any(_HURT.search(report.quote) for report in event.reports)


def _actors(event: Event, roles: Sequence[ActorRole]) -> frozenset[str]:
    return frozenset(actor.name for actor in event.actors if actor.role in roles)


def named_words(event: Event) -> frozenset[str]:
    """Stems of the names of actors and places, and of titles: they are marks of their own, or none."""
    names = tuple(actor.name for actor in event.actors) + tuple(where.text for where in event.where)
    return _named_in(names, stems(event))


@lru_cache(maxsize=20_000)
def _named_in(names: tuple[str, ...], words: frozenset[str]) -> frozenset[str]:
    named = {stem for name in names for stem in content_stems(name) | meanings_of(name)}  # "Lebanese" and "Lebanon"
    return frozenset(named | {stem for stem in words if is_title(stem)})


def _sharp(counts: Iterable[Quantity], spread: float = SHARP) -> list[tuple[float, float]]:
    """Bounds of the counts that mark an event."""
    bounds = [(count.low, count.high) for count in counts if count.low is not None and count.high is not None]
    return [(low, high) for low, high in bounds if low >= SMALL and high <= spread * low]


def _agreeing(mine: Iterable[Quantity], theirs: Iterable[Quantity]) -> int:
    """Sharp counts of one that meet one of the other, each used once; two are enough."""
    left = _sharp(theirs)
    found = 0
    for low, high in _sharp(mine):
        meeting = next((bounds for bounds in left if low <= bounds[1] and bounds[0] <= high), None)
        if meeting is not None:
            left.remove(meeting)
            found += 1
    return min(found, 2)


def _is_total(mine: Iterable[Quantity], theirs: Iterable[Quantity]) -> bool:
    """Whether the one count of the first is the sum of the several of the second: "600", "300 and some 300"."""
    whole, parts = _sharp(mine), _sharp(theirs, PART_SPREAD)
    if len(whole) != 1 or len(parts) < 2:
        return False
    return sum(low for low, _ in parts) <= whole[0][1] and whole[0][0] <= sum(high for _, high in parts)
