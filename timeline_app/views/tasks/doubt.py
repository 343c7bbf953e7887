"""How doubtful an event is, each doubt with its reason in plain words: what a person should look at first.

The score is 1 minus the product of (1 - weight) over all doubts: none gives 0, each further one raises it, none
lowers it, and it never passes 1. The weights are our judgement: they order a queue and claim no probability.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from timeline_app.merge import are_compatible, check_event, claims_of
from timeline_app.model import LENT, Candidate, Conflict, Event, Report, When, Where
from timeline_app.views.claims.claim_words import in_order
from timeline_app.views.tasks.toponyms import is_low, place_taken, rivals
from timeline_app.views.words.labels import when_label
from timeline_app.views.words.text import visible

Kind = Literal["date", "place", "sources", "world", "modality", "title"]

KINDS: Final[Mapping[Kind, str]] = {
    "date": "The date",
    "place": "A place",
    "sources": "Sources that disagree",
    "world": "Does not fit the world",
    "modality": "Planned, denied or claimed",
    "title": "The title",
}
"""What a doubt is about, in the words of the filter."""

WEIGHTS: Final[Mapping[str, float]] = {
    "ambiguous date": 0.5,
    "undated": 0.45,
    "publication date": 0.4,
    "inherited date": 0.25,
    "unresolved place": 0.45,
    "rival place": 0.4,
    "low place": 0.35,
    "inherited place": 0.25,
    "no place": 0.2,
    "disagreement": 0.35,
    "number disagreement": 0.25,
    "world": 0.5,
    "denied": 0.2,
    "planned": 0.2,
    "claimed": 0.15,
    "title": 0.1,
}
"""Two readings of a date are worse than none, for one of them is shown; a guess is worse than what was carried on
from the sentence before. What cannot be as it is told (`merge.check_event`) weighs most, how a title reads least."""

WEIGHT_WORDS: Final[Mapping[str, str]] = {
    "ambiguous date": "The date can be read in several ways",
    "undated": "It has no date",
    "publication date": "The date is only a guess, mostly from publication",
    "inherited date": "The date is carried on from the sentence before",
    "unresolved place": "A name of a place fits nothing in the gazetteer, or too much",
    "rival place": "Another place bears the name nearly as well",
    "low place": "What a name was taken for fits it badly",
    "inherited place": "The place is carried on from the sentence before, or from the story",
    "no place": "No place is named",
    "disagreement": "Sources disagree on the date, the place or whether it happened",
    "number disagreement": "Sources disagree on a number",
    "world": "It cannot be as it is told: days, distances or numbers do not fit",
    "denied": "It is told as something that did not happen",
    "planned": "It is told as a plan",
    "claimed": "It is told as somebody's claim",
    "title": "The title can only be understood with another sentence",
}
"""The same for readers."""

MOST_VALUES = 4
"""Values named in one reason."""

_INHERITED = {
    "inherited from the sentence before": "sentence before",
    "inherited from the story: ": "story around it",
    LENT: "story around it",
}
"""How a reason begins that `events` writes for a place it carried on, and from where it did."""

# "It did so after ...", "They left craters": whom a title speaks of stands in another sentence
_POINTS_BACK = re.compile(r"(?:It|They|He|She|Its|Their|His|Her|These|Those|This|That|Whom|Which|Who)\b")
_MODALITIES = {
    "denied": "told as something that did not happen",
    "planned": "told as a plan, not as something that happened",
    "claimed": "told as somebody's claim",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason to look at an event.

    Attributes:
        kind: what it is about.
        weight: 0..1.
        reason: an English clause, unseen characters marked.
    """

    kind: Kind
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """An event with its doubts, the heaviest first, and their score, 0..1."""

    event: Event
    doubts: tuple[Doubt, ...]
    score: float


def weigh(events: Iterable[Event], known: Mapping[str, Weighed] | None = None) -> dict[str, Weighed]:
    """The parsed events by id, each weighed.

    Args:
        events: all of a timeline; those entered by hand are their author's and left out.
        known: what was weighed before; an event that is still the same value is not weighed again.
    """
    before = known or {}
    found = {}
    for event in events:
        if event.origin == "parsed":
            held = before.get(event.id)
            found[event.id] = held if held is not None and held.event is event else _weighed(event)
    return found


def _weighed(event: Event) -> Weighed:
    found = doubts(event)
    return Weighed(event, found, doubt_score(found))


def doubt_score(found: Iterable[Doubt]) -> float:
    """How doubtful all of them together make an event, 0..1, to two places."""
    return round(1 - math.prod(sorted(1 - doubt.weight for doubt in found)), 2)


def doubts(event: Event) -> tuple[Doubt, ...]:
    """Every reason to look at an event, the heaviest first."""
    found = [
        *_of_date(event.when), *_of_places(event.where), *_of_sources(event), *_of_world(event),
        *_of_modality(event), *_of_title(event.title),
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda doubt: -doubt.weight))


def _doubt(kind: Kind, name: str, reason: str) -> Doubt:
    return Doubt(kind, WEIGHTS[name], visible(reason))


def _of_date(when: When | None) -> Iterator[Doubt]:
    if when is None:
        yield _doubt("date", "undated", "it has no date: the sources give none")
        return
    if when.basis == "publication":
        yield _doubt("date", "publication date", "the date is only a guess: no words tell its day")
    if when.basis == "inherited":
        yield _doubt("date", "inherited date", "the date is carried on from the sentence before")
    if when.alternatives:
        yield _doubt("date", "ambiguous date", f"the date can be read in several ways: {when_label(when)}")


def _of_places(places: tuple[Where, ...]) -> Iterator[Doubt]:
    if not places:
        yield _doubt("place", "no place", "no place is named")
    for where in places:
        if where.status not in ("confirmed", "rejected"):  # a person has settled those
            yield from place_doubts(where)


def _inherited_from(reason: str) -> str | None:
    """From what a place was carried on, where a reason says so."""
    return next((source for begins, source in _INHERITED.items() if reason.startswith(begins)), None)


def place_doubts(where: Where) -> Iterator[Doubt]:
    """Reasons to look at what one name was taken for."""
    place = place_taken(where)
    if place is None:
        yield _doubt("place", "unresolved place", _unresolved(where))
        return
    source = next(filter(None, map(_inherited_from, where.reasons)), None)
    if source is not None:
        yield _doubt("place", "inherited place", f"the place {place.name} is carried on from the {source}")
        return
    best = Candidate(place, where.score)
    close = rivals(best, where.candidates)
    if close:
        yield _doubt("place", "rival place", _bear_this_name(where.text, [best, *close]))
    elif is_low(best, where.candidates):
        told = f"“{where.text}” was taken for {place.name}, with a score of only {where.score:.2f}"
        yield _doubt("place", "low place", told)


def _unresolved(where: Where) -> str:
    if not where.candidates:
        return f"“{where.text}” could not be found in the gazetteer"
    return f"“{where.text}” could not be placed: {_scores(where.candidates)}"


def _bear_this_name(name: str, candidates: list[Candidate]) -> str:
    count = "two" if len(candidates) == 2 else f"{len(candidates)}"
    return f"{count} places may bear the name “{name}”: {_scores(candidates)}"


def _scores(candidates: Iterable[Candidate]) -> str:
    listed = [f"{one.place.name} ({one.place.kind}) {one.score:.2f}" for one in candidates]
    return _some(listed, ", ")


def _some(values: list[str], between: str) -> str:
    more = len(values) - MOST_VALUES
    return between.join(values[:MOST_VALUES]) + (f" and {more} more" if more > 0 else "")


def _of_sources(event: Event) -> Iterator[Doubt]:
    for conflict in event.conflicts:
        if not are_compatible(conflict, event.reports):
            is_number = conflict.field.startswith("quantity: ")
            told = _disagree(conflict, event.reports)
            yield _doubt("sources", "number disagreement" if is_number else "disagreement", told)


_FIELDS = {"when": "the date", "where": "the place", "modality": "whether it happened"}


def _disagree(conflict: Conflict, reports: Iterable[Report]) -> str:
    subject = _FIELDS.get(conflict.field) or f"the number of {conflict.field.removeprefix('quantity: ')}"
    values = [words for words, _ in in_order(conflict, claims_of(conflict.field, tuple(reports)))]
    return f"the sources disagree on {subject}: {_some(values, '; ')}"


def _of_world(event: Event) -> Iterator[Doubt]:
    for reason in check_event(event):
        yield _doubt("world", "world", reason)


def _of_modality(event: Event) -> Iterator[Doubt]:
    told = _MODALITIES.get(event.modality)
    if told is not None:
        yield _doubt("modality", event.modality, told)


def _of_title(title: str) -> Iterator[Doubt]:
    back = _POINTS_BACK.match(title)
    if back is not None:
        yield _doubt("title", "title", f"the title begins with “{back.group()}”, which only another sentence explains")
