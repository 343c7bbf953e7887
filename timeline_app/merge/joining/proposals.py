"""Pairs of events that may be one happening, with what speaks for it and against: for a person to decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline_app.merge.joining.parts import apart
from timeline_app.merge.likeness.chance import Chance, aspects, chance, chance_of
from timeline_app.merge.likeness.marks import Rarity
from timeline_app.merge.likeness.pairs import likely_pairs
from timeline_app.merge.telling.days import GAP_DAYS, days_apart
from timeline_app.model import Event, Judgement, is_added

LEAST = 0.2
"""Chance from which a pair is offered: see `benchmarks/same_happening.py` for how many of them are right."""

MOST_PROPOSED = 500
"""Pairs offered at once, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two events that may be one.

    Attributes:
        one: id of an event.
        other: id of another, which stands behind it in the timeline.
        reports: ids of the two reports that are most alike, in the same order.
        chance: how likely they are one, with the reasons.
    """

    one: str
    other: str
    reports: tuple[str, str]
    chance: Chance


def propose(
    events: Sequence[Event], judgements: Iterable[Judgement] = (), least: float = LEAST
) -> tuple[Proposal, ...]:
    """Pairs of events that may be one happening and on which no person has a verdict, the likeliest first.

    Two that one document tells are offered too: a headline and its story, a lead and what tells it again. What a
    person rejected is not.

    Args:
        events: merged.
        judgements: those of persons count, also the unsure.
        least: chance from which a pair is offered, 0..1.
    """
    standing = sorted((event for event in events if event.review.status != "rejected"), key=_order)
    home = _homes(standing)
    judged = _judged(home, judgements)
    parts = [part for event in standing for part in _parts(event)]
    rarity = Rarity.of(parts)
    best: dict[frozenset[int], tuple[float, Event, Event]] = {}
    for share, one, other in _likely(parts, rarity, least):
        pair = frozenset((_number(home, one), _number(home, other)))
        if len(pair) > 1 and pair not in judged and (pair not in best or share > best[pair][0]):
            best[pair] = (share, one, other)
    ranked = sorted(best.values(), key=lambda found: (-found[0], found[1].id, found[2].id))[:MOST_PROPOSED]
    return tuple(_proposal(standing, home, one, other, rarity) for _, one, other in ranked)


def undecided(
    proposals: Iterable[Proposal], events: Sequence[Event], judgements: Iterable[Judgement]
) -> tuple[Proposal, ...]:
    """Those of some proposals, made before a few changes, whose two reports still stand apart and undecided."""
    home = _homes([event for event in events if event.review.status != "rejected"])
    judged = _judged(home, judgements)
    pairs = ((proposal, frozenset(map(home.get, proposal.reports))) for proposal in proposals)
    return tuple(one for one, pair in pairs if len(pair) > 1 and None not in pair and pair not in judged)


def _homes(events: Sequence[Event]) -> dict[str, int]:
    """The number of its event by the id of each report."""
    return {report.id: number for number, event in enumerate(events) for report in event.reports}


def _judged(home: dict[str, int], judgements: Iterable[Judgement]) -> set[frozenset[int | None]]:
    """Pairs of events between which a person has a verdict on some reports."""
    return {frozenset(map(home.get, said.reports)) for said in judgements if not said.is_by_rule}


def _order(event: Event) -> tuple[date, str]:
    """By day, the same in whatever order the events are given."""
    return (event.when.earliest if event.when else date.max, event.id)


def _parts(event: Event) -> list[Event]:
    """What is compared of an event: what each of its reports was read as, on the day a person gave it if one did.

    A source that a person added to it is no report of its own.
    """
    given = event.when if event.when is not None and event.when.basis == "curated" else None
    parts = [part for part in apart(event) if part.origin == "parsed" and part.reports]
    read = [part for part in parts if not is_added(part.reports[0].id)]
    return read if given is None else [part.with_(when=given) for part in read]


def _number(home: dict[str, int], part: Event) -> int:
    return home[part.reports[0].id]


def _likely(parts: Sequence[Event], rarity: Rarity, least: float) -> Iterator[tuple[float, Event, Event]]:
    """The pairs of reports that reach a chance."""
    for i, j in likely_pairs(parts, in_one_document=True):
        one, other = parts[i], parts[j]
        if days_apart(one, other) <= GAP_DAYS:
            share = chance_of(aspects(one, other, rarity))
            if share >= least:
                yield share, one, other


def _proposal(events: Sequence[Event], home: dict[str, int], one: Event, other: Event, rarity: Rarity) -> Proposal:
    first, second = sorted((one, other), key=lambda part: _number(home, part))
    ids = (first.reports[0].id, second.reports[0].id)
    return Proposal(events[home[ids[0]]].id, events[home[ids[1]]].id, ids, chance(first, second, rarity))
