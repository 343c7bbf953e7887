"""Source against source: how often two tell of the same happening, and how often they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from timeline_app.merge import Claim, can_all_be_true, claims_of
from timeline_app.model import Event

MOST = 10
"""Sources of a matrix: more cannot be read at once."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Counts for pairs of sources, each pair sorted.

    Attributes:
        both: events that both tell of.
        agree: those of them where nothing that both tell contradicts.
    """

    both: Mapping[tuple[str, str], int]
    agree: Mapping[tuple[str, str], int]

    @property
    def sources(self) -> list[str]:
        """The sources that share an event with another, those that share most first."""
        counts: Counter[str] = Counter()
        for pair, number in self.both.items():
            counts.update(dict.fromkeys(pair, number))
        return sorted(counts, key=lambda name: (-counts[name], name))

    def cell(self, one: str, other: str) -> str:
        """A cell of the matrix: "3 of 5", "" where nothing is shared."""
        pair = _pair(one, other)
        return f"{self.agree.get(pair, 0)} of {self.both[pair]}" if pair in self.both else ""


def source_pairs(events: Iterable[Event], name: Callable[[str], str]) -> Pairs:
    """The counts over some events; rejected ones are left out.

    Args:
        events: of a timeline.
        name: what a document counts as: itself, its publisher. Documents of one name are not compared.
    """
    both: Counter[tuple[str, str]] = Counter()
    apart: Counter[tuple[str, str]] = Counter()
    for event in events:
        if event.review.status == "rejected" or len(event.reports) < 2:
            continue
        both.update(combinations(sorted({name(document) for document in event.sources}), 2))
        apart.update(_at_odds(event, name))
    return Pairs(both, {pair: number - apart[pair] for pair, number in both.items()})


def _at_odds(event: Event, name: Callable[[str], str]) -> set[tuple[str, str]]:
    """The pairs that cannot both be right in some field, by the rule that tells conflicts."""
    found: set[tuple[str, str]] = set()
    for conflict in event.conflicts:
        told: dict[str, list[Claim]] = {}
        for claim in claims_of(conflict.field, event.reports):
            told.setdefault(name(claim.document), []).append(claim)
        found |= {
            (one, other)
            for one, other in combinations(sorted(told), 2)
            if (one, other) not in found and not can_all_be_true(told[one] + told[other])
        }
    return found


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
