"""Events of many documents into one timeline: reports of the same happening become one event.

Nothing is lost: every report stays, and each merge is a judgement that can be undone. A person's
verdict on two reports ("same", "different") always goes before the reckoned one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline_app.merge.conflicts import find_conflicts
from timeline_app.merge.scoring import GAP_DAYS, LONGEST_DAYS, MERGE_AT, compare
from timeline_app.model import Event, Judgement, Where

BY_RULE = "timeline_app"
"""Who a reckoned judgement is by; a person's bears a name."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged events in a fixed order, and the judgements (reckoned ones included) that made them."""

    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]


def merge(events: Iterable[Event], judgements: Sequence[Judgement] = ()) -> Merged:
    """One event for each happening. The order of the events given does not matter.

    Hand-made events are left as their author made them unless a person's judgement says "same".
    """
    ordered = sorted(events, key=_order)
    groups = _Groups(ordered, judgements)
    made = list(judgements)
    for one, other in groups.said_same():
        groups.join(one, other)
    for total, one, other in sorted(_likely_pairs(ordered), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if groups.may_join(one, other):
            groups.join(one, other)
            pair = (ordered[one].reports[0].id, ordered[other].reports[0].id)
            made.append(Judgement(pair, "same", f"{BY_RULE} ({total:.2f})", ""))
    merged = [_union([ordered[i] for i in members]) for members in groups.members()]
    return Merged(tuple(sorted(merged, key=_order)), tuple(made))


def _order(event: Event) -> tuple[str, str, int, str]:
    """By publication, document and place in the text: the same whatever order the files were named in."""
    report = event.reports[0] if event.reports else None
    published = event.published[0].isoformat() if event.published else "9999"
    return (published, report.document if report else "", report.start if report else 0, event.id)


def _likely_pairs(events: list[Event]) -> list[tuple[float, int, int]]:
    """Pairs of parsed events of different documents that reach the threshold.

    Each event is compared with those of other documents that begin near it in time, so that a long
    document alone costs nothing.
    """
    timed: dict[str, list[tuple[date, int]]] = {}
    for i, event in enumerate(events):
        if event.when is not None and event.origin == "parsed" and event.when.days <= LONGEST_DAYS:
            for source in event.sources:
                timed.setdefault(source, []).append((event.when.earliest, i))
    for starts in timed.values():
        starts.sort()
    found: dict[tuple[int, int], float] = {}
    for source, starts in timed.items():
        for other, others in timed.items():
            if source < other:
                for i, j in _near(starts, others):
                    _score(events, min(i, j), max(i, j), found)
    return [(total, i, j) for (i, j), total in found.items()]


def _near(starts: list[tuple[date, int]], others: list[tuple[date, int]]) -> Iterator[tuple[int, int]]:
    """Pairs from two documents that begin within the longest interval and gap of one another."""
    reach = timedelta(days=LONGEST_DAYS + GAP_DAYS)
    for first, i in starts:
        low = bisect_left(others, (_shifted(first, -reach), -1))
        for begin, j in others[low:]:
            if begin > _shifted(first, reach):
                break
            if i != j:
                yield i, j


def _shifted(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:
        return date.min if by < timedelta() else date.max


def _score(events: list[Event], i: int, j: int, found: dict[tuple[int, int], float]) -> None:
    if (i, j) in found or set(events[i].sources) & set(events[j].sources):
        return
    likeness = compare(events[i], events[j])
    if likeness is not None and likeness.total >= MERGE_AT:
        found[i, j] = likeness.total


class _Groups:
    """Disjoint groups of events, each with at most one event a document unless a person said otherwise."""

    def __init__(self, events: list[Event], judgements: Sequence[Judgement]) -> None:
        self._events = events
        self._group = list(range(len(events)))
        self._of = {i: [i] for i in range(len(events))}
        self._at = {report.id: i for i, event in enumerate(events) for report in event.reports}
        self._verdicts = {frozenset(judgement.reports): judgement.verdict for judgement in judgements}

    def said_same(self) -> list[tuple[int, int]]:
        pairs = [tuple(pair) for pair, verdict in self._verdicts.items() if verdict == "same" and len(pair) == 2]
        known = [(self._at[a], self._at[b]) for a, b in pairs if a in self._at and b in self._at]
        return sorted((min(pair), max(pair)) for pair in known)

    def may_join(self, one: int, other: int) -> bool:
        mine, theirs = self._members(one), self._members(other)
        if self._group[one] == self._group[other]:
            return False
        sources = [source for i in (*mine, *theirs) for source in self._events[i].sources]
        if len(sources) != len(set(sources)):
            return False
        return not any(self._verdict(i, j) in ("different", "unsure") for i in mine for j in theirs)

    def join(self, one: int, other: int) -> None:
        new, old = sorted((self._group[one], self._group[other]))
        if new == old:
            return
        for i in self._of[old]:
            self._group[i] = new
        self._of[new] = sorted(self._of[new] + self._of.pop(old))

    def members(self) -> list[list[int]]:
        return list(self._of.values())

    def _members(self, one: int) -> list[int]:
        return self._of[self._group[one]]

    def _verdict(self, one: int, other: int) -> str | None:
        for a in self._events[one].reports:
            for b in self._events[other].reports:
                verdict = self._verdicts.get(frozenset((a.id, b.id)))
                if verdict is not None:
                    return verdict
        return None


def _union(events: list[Event]) -> Event:
    """One event of several: the best-dated member tells it, all reports and places stay."""
    if len(events) == 1:
        return events[0]
    best = min(events, key=_vagueness)
    reports = tuple(report for event in events for report in event.reports)
    days = [day for event in events if event.published for day in event.published]
    return best.with_(
        id=events[0].id,
        where=_places(best, events),
        actors=tuple({actor.name: actor for event in (best, *events) for actor in reversed(event.actors)}.values()),
        quantities=tuple(dict.fromkeys(q for event in (best, *events) for q in event.quantities)),
        reports=reports,
        conflicts=find_conflicts(reports),
        published=(min(days), max(days)) if days else None,
    )


def _vagueness(event: Event) -> tuple[int, int, str]:
    """Stated dates before reckoned, inherited and guessed ones; short intervals before long ones."""
    bases = ["curated", "stated", "relative", "inherited", "publication"]
    if event.when is None:
        return (len(bases), 0, event.id)
    return (bases.index(event.when.basis), event.when.days, event.id)


def _places(best: Event, events: list[Event]) -> tuple[Where, ...]:
    found: dict[tuple[str, str], Where] = {}
    for event in (best, *events):
        for where in event.where:
            found.setdefault((where.role, where.place_id or where.text.casefold()), where)
    return tuple(found.values())
