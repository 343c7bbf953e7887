"""How far two claims lie apart, and how large a disagreement that is: one scale from 0 to 1 for every kind of field.

0 is what can all be true; one half is what an analyst would call a plain contradiction: twice as many, the day before
instead of the day, a town 50 km away. Reasons for the figures: docs/decisions/0008.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations
from math import inf

from timeline_app.geo import distance_km
from timeline_app.merge import Claim
from timeline_app.model import When, Where

HALF_KM = 50.0
"""Kilometres beyond the radii that make a half: about two districts, an hour's drive."""

UNKNOWN = 0.25
"""Values that differ but cannot be measured: a place that is not on the map, a field we do not know."""

OTHER_ACTORS = 0.6
"""Nobody in common among those who did it; names are read less surely than denials."""

MODALITIES = {
    frozenset(("asserted", "denied")): 1.0,
    frozenset(("claimed", "denied")): 0.8,
    frozenset(("planned", "denied")): 0.6,
    frozenset(("asserted", "planned")): 0.4,
    frozenset(("claimed", "planned")): 0.3,
}
"""Whether it happened at all is the largest disagreement there is; that one only passes it on is none (`Claim`)."""


def size(field: str, claims: Sequence[Claim]) -> float:
    """The size of a disagreement, 0 to 1: that of the two claims furthest apart.

    So the order of sources does not matter, and a source that agrees never makes it larger.
    """
    distinct = _distinct(claims).values()
    return max((pair_size(field, one, other) for one, other in combinations(distinct, 2)), default=0.0)


def furthest(field: str, claims: Sequence[Claim]) -> tuple[Claim, Claim] | None:
    """The two claims furthest apart in days, units or kilometres, else in size; None where nothing differs."""
    found = _distinct(claims)
    steady = [found[key] for key in sorted(found, key=repr)]  # whatever the order of the sources
    return max(combinations(steady, 2), key=lambda pair: _apart(field, *pair), default=None)


def _apart(field: str, one: Claim, other: Claim) -> float:
    """What orders pairs for a person; a place that is not on the map goes before two that may be one."""
    if one.bounds is not None:
        return gap_of(one, other)
    if field != "where":
        return pair_size(field, one, other)
    km = km_between(one.said, other.said)
    return 0.5 if km is None else km if km >= 1 else 0.0


def _distinct(claims: Sequence[Claim]) -> dict[object, Claim]:
    """One claim for each value."""
    return {(claim.value, claim.bounds, _spot(claim)): claim for claim in claims}


def _spot(claim: Claim) -> object:
    said = claim.said
    return (said.lat, said.lon, said.radius_km) if isinstance(said, Where) else None


def pair_size(field: str, one: Claim, other: Claim) -> float:
    """The size of the disagreement of two claims of one field.

    Numbers: the gap between their ranges over the larger number. Dates: days of gap over the same and the coarser of
    the two precisions. Places: kilometres beyond both radii over the same and `HALF_KM`. Modality: `MODALITIES`.
    """
    if one.bounds is not None and other.bounds is not None:
        low, high = sorted((one, other), key=lambda claim: claim.bounds or (0, 0))
        gap = gap_of(low, high)
        if gap <= 0:
            return 0.0
        return gap / (gap + max(_unit(low), _unit(high))) if field == "when" else _relative(low, high, gap)
    if one.names & other.names:
        return 0.0
    if field == "modality":
        return MODALITIES.get(frozenset((one.value, other.value)), UNKNOWN)
    if field == "actors":
        return OTHER_ACTORS
    km = km_between(one.said, other.said)
    return UNKNOWN if km is None else km / (km + HALF_KM)


def gap_of(one: Claim, other: Claim) -> float:
    """Days or units between two ranges, 0 where they meet or have none."""
    if one.bounds is None or other.bounds is None:
        return 0.0
    low = max(one.bounds[0], other.bounds[0])
    high = min(one.bounds[1], other.bounds[1])
    return low - high if low > high and low < inf and high > -inf else 0.0


def _relative(low: Claim, high: Claim, gap: float) -> float:
    """The gap over the larger of the two numbers that face each other across it."""
    facing = [bound for claim, at in ((low, 1), (high, 0)) if claim.bounds for bound in (claim.bounds[at],)]
    return min(1.0, gap / max(gap, *(abs(bound) for bound in facing)))


def _unit(claim: Claim) -> int:
    """How coarse a date is, in days: 31 for a month; "16 to 23 August" and "since 28 August" are told to the day."""
    when = claim.said
    if not isinstance(when, When) or date.min == when.earliest or when.latest == date.max:
        return 1
    return 1 if when.extent == "throughout" and when.precision in ("day", "range") else when.days


def km_between(one: object, other: object) -> float | None:
    """Kilometres between two places beyond their radii, 0 where they meet; None when either is not on the map."""
    if not isinstance(one, Where) or not isinstance(other, Where):
        return None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    km = distance_km(one.lat, one.lon, other.lat, other.lon)
    return max(0.0, km - (one.radius_km or 0.0) - (other.radius_km or 0.0))
