"""How likely two reports tell of one happening: each aspect with its score and its reason.

Weights and the threshold were set on hand-made pairs of reports of the same and of different
happenings (tests/merge); a wrong merge costs more than a missed one, because it hides an event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline_app.geo import distance_km
from timeline_app.model import Event, Quantity, Where

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"strike", "attack", "clash", "offensive", "violence against civilians"}),
    frozenset({"agreement", "talks", "movement", "other"}),
    frozenset({"accusation", "statement", "threat", "refusal"}),
    frozenset({"territory", "offensive"}),
    frozenset({"discovery", "territory"}),
)
"""Types that two sources may give to one happening ("allowed to withdraw" and "reached a deal")."""

GAP_DAYS = 3
"""News of a happening spreads over some days; dates further apart than this are different happenings."""

EXACT_GAP_DAYS = 1
"""Days that both sources give exactly may differ by one: night and morning, local time and another's."""

CONTRADICTING = 3.0
"""Counts of one thing that differ by more than this factor are not told of one happening: 5 killed, 40 killed."""

LEAST_WORDING = 0.3
"""Share of wording without which nothing else makes two reports one: much happens in one place on one day."""

ALMOST_ONE_TEXT = 0.8
"""Words in common, as a share of all words of both, from which one source copied the other, whatever differs."""

LONGEST_DAYS = 40
"""A year or a decade overlaps everything: intervals longer than this are never taken to meet."""

LEAST_SHARED = 4
"""Content words two reports must share before their wording counts."""

MERGE_AT = 0.62
"""Total from which two reports are taken for the same happening."""

_STOP_WORDS = frozenset(
    "the a an and or of to in on at by for from with that this which who was were is are be been has have had it its as"
    " their his her they he she not but after before into over under said says also will would".split()
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The verdict on one pair.

    Attributes:
        total: 0..1.
        reasons: what spoke for and against, in English.
    """

    total: float
    reasons: tuple[str, ...]


def compare(one: Event, other: Event) -> Likeness | None:
    """The likeness of two events, or None when something rules it out.

    That is: time, kind, modality, distance, another doer, or counts of one thing far apart.
    """
    if not _kinds_meet(one, other) or _days_apart(one, other) > _gap_allowed(one, other):
        return None
    apart = _km_apart(one, other)
    if apart is not None and apart > 0:
        return None
    words = _wording(one, other)
    if (_other_doer(one, other) or _contradict(one, other)) and not _is_copy(one, other):
        return None
    actors = _actors(one, other)
    numbers = _numbers(one, other)
    if words < LEAST_WORDING:
        return Likeness(0.0, ("the wording has too little in common",))
    total = 0.2 * (one.type == other.type) + 0.9 * words + 0.25 * actors + 0.15 * numbers + 0.1 * (apart is not None)
    total += 0.05 * (_days_apart(one, other) == 0)
    reasons = (
        f"wording {words:.0%} alike",
        f"actors {actors:.0%} shared",
        f"both are {one.type}" if one.type == other.type else f"{one.type} and {other.type} can be one happening",
    )
    return Likeness(min(total, 1.0), reasons)


def _kinds_meet(one: Event, other: Event) -> bool:
    if (one.modality == "denied") != (other.modality == "denied"):
        return False
    if (one.modality == "planned") != (other.modality == "planned"):
        return False
    return one.type == other.type or any({one.type, other.type} <= family for family in FAMILIES)


def _gap_allowed(one: Event, other: Event) -> int:
    exact = all(
        event.when is not None and event.when.days == 1 and event.when.basis in _EXACT for event in (one, other)
    )
    return EXACT_GAP_DAYS if exact else GAP_DAYS


_EXACT = ("stated", "relative", "curated")


def _other_doer(one: Event, other: Event) -> bool:
    """Whether both name who did it, and nobody is in both."""
    mine, theirs = ({actor.name for actor in event.actors if actor.role == "source"} for event in (one, other))
    return bool(mine and theirs and not mine & theirs)


def _contradict(one: Event, other: Event) -> bool:
    """Whether some count of one thing is so different that no two sources would give it of one happening."""
    return any(_factor(a, b) > CONTRADICTING for a in one.quantities for b in other.quantities if _same_thing(a, b))


def _factor(one: Quantity, other: Quantity) -> float:
    """By how much two counts differ at least, as a factor; 1 when their bounds meet."""
    small, large = sorted((one, other), key=lambda quantity: quantity.low or 0)
    top = small.high if small.high is not None else float("inf")
    bottom = large.low or 0
    return bottom / max(top, 1) if bottom > top else 1.0


def _same_thing(one: Quantity, other: Quantity) -> bool:
    return bool(set(one.what.lower().split()) & set(other.what.lower().split()))


def _days_apart(one: Event, other: Event) -> int:
    """Days between the two intervals, 0 when they touch; undated events are never told to be near."""
    if one.when is None or other.when is None:
        return GAP_DAYS + 1
    if max(one.when.days, other.when.days) > LONGEST_DAYS:
        return GAP_DAYS + 1
    first, last = sorted((one.when, other.when), key=lambda when: when.earliest)
    return max(0, (last.earliest - first.latest).days)


def _km_apart(one: Event, other: Event) -> float | None:
    """Kilometres between the nearest places beyond their radii; None when one of them is nowhere."""
    gaps = [
        max(0.0, distance_km(a.lat, a.lon, b.lat, b.lon) - (a.radius_km or 0) - (b.radius_km or 0) - 30)
        for a in _scene(one)
        for b in _scene(other)
        if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None
    ]
    return min(gaps, default=None)


def _scene(event: Event) -> list[Where]:
    return [where for where in event.where if where.is_placed]


def _wording(one: Event, other: Event) -> float:
    """Share of the shorter text's content words in common, inflection forgiven; fewer than four prove nothing."""
    mine, theirs = stems(one), stems(other)
    shared = len(mine & theirs)
    return shared / min(len(mine), len(theirs)) if shared >= LEAST_SHARED else 0.0


def _is_copy(one: Event, other: Event) -> bool:
    mine, theirs = stems(one), stems(other)
    return len(mine & theirs) >= ALMOST_ONE_TEXT * len(mine | theirs)


def stems(event: Event) -> frozenset[str]:
    """The stems of an event's content words."""
    return _stems(tuple(report.quote for report in event.reports))


@lru_cache(maxsize=20_000)
def _stems(quotes: tuple[str, ...]) -> frozenset[str]:
    text = " ".join(quotes)
    found = (re.sub(r"(?:'s|’s|ing|ed|es|s)$", "", word) for word in re.findall(r"[a-z][\w'’-]+", text.lower()))
    return frozenset(stem for stem in found if stem not in _STOP_WORDS and len(stem) > 2)


def _actors(one: Event, other: Event) -> float:
    """Actors in common as a share of all: that both name one side of a war says little."""
    mine, theirs = ({actor.name for actor in event.actors} for event in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _numbers(one: Event, other: Event) -> float:
    """1 when some count of the same thing has overlapping bounds."""
    for a in one.quantities:
        for b in other.quantities:
            if (
                _same_thing(a, b)
                and (a.low or 0) <= (b.high or float("inf"))
                and (b.low or 0) <= (a.high or float("inf"))
            ):
                return 1.0
    return 0.0
