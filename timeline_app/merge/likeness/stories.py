"""Deeds told by documents of one story: whose words differ, but which name the doer, the kind of deed and the day.

Two documents tell one story when some happening of theirs is one already. What else they tell is then likelier to be
one too: where each tells of one strike by a force, on a day both allow, and both speak of the same known thing ("the
convoy"), it is one strike, whatever road, vehicle or bridge each of them names first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from timeline_app.events.stems import content_stems
from timeline_app.merge.likeness.marks import FEW, named_words
from timeline_app.merge.likeness.scoring import Likeness, compare
from timeline_app.merge.telling.days import days_apart
from timeline_app.merge.telling.targets import VIOLENCE
from timeline_app.merge.telling.wording import proper_names
from timeline_app.model import Event

_DEED = 0.5
"""Score of one doer's deed in one story before day, kind and things, which only rank the pairs: all that may be one
reaches `MERGE_AT`."""

_KNOWN = re.compile(
    r"\b(?:the|that|this|these|those)((?:\s(?!(?:of|in|on|at|by|to|from|with|for|and|or|as|was|were|is|are|has|had|being)\b)"
    r"[a-z][\w-]*){1,3})",
    re.IGNORECASE,
)
"""A thing that the reader is taken to know: a story's own, not any one of its kind."""


def stories(members: Iterable[Sequence[Event]]) -> frozenset[frozenset[str]]:
    """Pairs of documents that tell one story: some event has reports of both."""
    pairs: set[frozenset[str]] = set()
    for events in members:
        documents = sorted({report.document for event in events for report in event.reports})
        pairs.update(map(frozenset, combinations(documents, 2)))
    return frozenset(pairs)


def deeds_of(events: Iterable[Event]) -> Counter[tuple[str, str]]:
    """How many deeds of violence each document tells of each actor, by document and actor."""
    return Counter((_document(event), name) for event in events for name in _doers(event))


def told_again(one: Event, other: Event, deeds: Counter[tuple[str, str]]) -> Likeness | None:
    """The likeness of two deeds told by documents of one story, or None when they are not told to be one.

    They are when one actor did both, of whom neither document tells many, on a day both allow, and both speak of one
    thing as known ("the fleeing convoy", "that convoy") that is no name. What rules a merge out for any two events does
    so here.

    Args:
        one: an event of one report.
        other: another, told by another document of its story.
        deeds: see `deeds_of`.
    """
    documents = (_document(one), _document(other))
    doers = {name for name in _doers(one) & _doers(other) if all(deeds[of, name] <= FEW for of in documents)}
    things = _known_things(one) & _known_things(other)
    denied = "denied" in (one.modality, other.modality)
    if denied or not doers or not things or not _may_be_one_day(one, other) or compare(one, other) is None:
        return None
    total = _DEED + min(0.28, 0.07 * len(things)) + (0.1 if one.type == other.type else 0.05)
    total += 0.1 if days_apart(one, other) == 0 else 0.05
    reasons = (f"one story, both by {', '.join(sorted(doers))}", f"both of {', '.join(sorted(things))}")
    return Likeness(min(total, 1.0), reasons)


def _doers(event: Event) -> set[str]:
    if event.type not in VIOLENCE:
        return set()
    return {actor.name for actor in event.actors if actor.role == "source"}


def _document(event: Event) -> str:
    """The document that tells an event of one report; "" for one without."""
    return event.reports[0].document if event.reports else ""


def _known_things(event: Event) -> frozenset[str]:
    """Stems of what an event's words speak of as known, names left out, in whatever form they are written."""
    things: set[str] = set()
    for report in event.reports:
        for known in _KNOWN.finditer(report.quote):
            things.update(content_stems(known[1]))
    return frozenset(things - named_words(event) - proper_names(event))


def _may_be_one_day(one: Event, other: Event) -> bool:
    """Whether both may be of one day; a day guessed from the publication may be the one after."""
    guessed = any(event.when is not None and event.when.basis == "publication" for event in (one, other))
    return days_apart(one, other) <= (1 if guessed else 0)
