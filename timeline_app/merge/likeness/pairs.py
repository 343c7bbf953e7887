"""Which pairs of events are worth comparing: those that share words, actors or places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline_app.merge.telling.days import LONGEST_DAYS
from timeline_app.merge.telling.deeds import deeds
from timeline_app.merge.telling.places import place_ids, settlements
from timeline_app.merge.telling.wording import meanings, stems
from timeline_app.model import Event

COMMON = 60
"""Events that share a word (or actor, or place) beyond which only the nearest in time are compared by it."""

MOST = 40
"""Events one event is compared with at most, those that share most words first."""


def likely_pairs(events: Sequence[Event], in_one_document: bool = False) -> Iterator[tuple[int, int]]:
    """Pairs of parsed, dated events that share two words, actors or places, each once.

    The number of pairs grows with the number of events, not with its square: a word leads to at most `COMMON`
    others, an event is paired with at most `MOST`.

    Args:
        events: of one report each.
        in_one_document: whether two that one document tells are a pair too.
    """
    timed = sorted(
        (event.when.earliest, i)
        for i, event in enumerate(events)
        if event.when is not None and event.origin == "parsed" and event.when.days <= LONGEST_DAYS
    )
    bearing: dict[str, list[int]] = {}
    where: dict[tuple[str, int], int] = {}
    for _, i in timed:
        for stem in _keys(events[i]):
            line = bearing.setdefault(stem, [])
            where[stem, i] = len(line)
            line.append(i)
    told_by = [frozenset() if in_one_document else frozenset(event.sources) for event in events]
    seen: set[tuple[int, int]] = set()
    for _, i in timed:
        for j in _nearest(events, i, bearing, where, told_by):
            pair = (i, j) if i < j else (j, i)
            if pair not in seen:
                seen.add(pair)
                yield pair


def _nearest(
    events: Sequence[Event],
    i: int,
    bearing: dict[str, list[int]],
    where: dict[tuple[str, int], int],
    told_by: Sequence[frozenset[str]],
) -> list[int]:
    """The events that share most with one, none of them told by the same document."""
    shared: Counter[int] = Counter()
    for stem in _keys(events[i]):
        at, line = where[stem, i], bearing[stem]
        for j in line[max(0, at - COMMON // 2) : at + COMMON // 2 + 1]:
            if j != i and not told_by[i] & told_by[j]:
                shared[j] += 1
    ranked = sorted(shared, key=lambda j: (-shared[j], j))
    return [j for j in ranked if shared[j] > 1][:MOST]


def _keys(event: Event) -> set[str]:
    """Its words, what they mean, its actors, places and rare deeds; capitals keep these names apart from words."""
    actors = {f"ACTOR {actor.name}" for actor in event.actors}
    places = {f"PLACE {place_id}" for place_id in place_ids(event)}
    fallen = {f"TOWN {place_id}" for place_id in settlements(event)} if event.type == "territory" else set()
    done = {f"DEED {name}" for name in deeds(event)}
    return {*stems(event), *meanings(event), *actors, *places, *fallen, *done}
