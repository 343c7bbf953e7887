"""Disjoint groups of events that grow by verdicts of persons and by likeness."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline_app.merge.likeness.scoring import compare
from timeline_app.model import Event, Judgement, Verdict


class Groups:
    """Each group has at most one event a document unless a person said otherwise.

    Args:
        events: in a fixed order; groups hold their numbers.
        judgements: of persons only.
        alone: ids of reports that are joined to others by persons only.
    """

    def __init__(self, events: Sequence[Event], judgements: Sequence[Judgement], alone: Collection[str]) -> None:
        self._events = events
        self._group = list(range(len(events)))
        self._of = {i: [i] for i in range(len(events))}
        self._at = {report.id: i for i, event in enumerate(events) for report in event.reports}
        self._alone = {self._at[report] for report in alone if report in self._at}
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._compared: dict[tuple[int, int], bool] = {}
        for judgement in judgements:
            one, other = (self._at.get(report) for report in judgement.reports)
            if one is not None and other is not None and one != other:
                self._verdicts[_pair(one, other)] = judgement.verdict

    def join_said_same(self) -> None:
        """Join what persons said is one happening."""
        for pair in sorted(pair for pair, verdict in self._verdicts.items() if verdict == "same"):
            self._join(*pair)

    def join_likely(self, one: int, other: int) -> bool:
        """Join the groups of two events, if nothing about any two of their members speaks against it."""
        mine, theirs = self._of[self._group[one]], self._of[self._group[other]]
        if mine is theirs or not all(self._may_meet(i, j) for i in mine for j in theirs):
            return False
        self._join(one, other)
        return True

    def members(self) -> list[list[int]]:
        """The groups, each in the order of the events."""
        return list(self._of.values())

    def _may_meet(self, one: int, other: int) -> bool:
        pair = _pair(one, other)
        verdict = self._verdicts.get(pair)
        if verdict is not None:
            return verdict == "same"
        if {one, other} & self._alone:
            return False
        if pair not in self._compared:
            told_once = not set(self._events[one].sources) & set(self._events[other].sources)
            self._compared[pair] = told_once and compare(self._events[one], self._events[other]) is not None
        return self._compared[pair]

    def _join(self, one: int, other: int) -> None:
        new, old = sorted((self._group[one], self._group[other]))
        if new == old:
            return
        for i in self._of[old]:
            self._group[i] = new
        self._of[new] = sorted(self._of[new] + self._of.pop(old))


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
