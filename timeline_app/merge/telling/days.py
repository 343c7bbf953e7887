"""How far two events lie apart in time."""

from __future__ import annotations

from timeline_app.model import Event

GAP_DAYS = 3
"""News of a happening spreads over some days; dates further apart than this are different happenings."""

LONGEST_DAYS = 40
"""A year or a decade overlaps everything: intervals longer than this are never taken to meet."""

A_NIGHT = 2
"""Days of a night, which begins on one and ends on the next."""

EXACT = frozenset({"stated", "relative", "curated"})
"""How a date is known that a source gives itself: neither carried on from elsewhere nor a guess."""


def days_apart(one: Event, other: Event) -> int:
    """Days between the two intervals, 0 when they touch; undated events are never told to be near."""
    if one.when is None or other.when is None:
        return GAP_DAYS + 1
    if max(one.when.days, other.when.days) > LONGEST_DAYS:
        return GAP_DAYS + 1
    first, last = sorted((one.when, other.when), key=lambda when: when.earliest)
    return max(0, (last.earliest - first.latest).days)


def on_one_day(one: Event, other: Event) -> bool:
    """Whether both are dated to one day, or night; a month that holds a day is not that day."""
    dated = all(event.when is not None and event.when.days <= A_NIGHT for event in (one, other))
    return dated and days_apart(one, other) == 0


def give_their_day(one: Event, other: Event) -> bool:
    """Whether both sources give the date themselves."""
    return all(event.when is not None and event.when.basis in EXACT for event in (one, other))


def is_told_too_early(one: Event, other: Event) -> bool:
    """Whether one was printed days before the day that the other's source gives for a deed: it tells of another one."""
    return _is_before(one, other) or _is_before(other, one)


def _is_before(early: Event, late: Event) -> bool:
    if early.published is None or late.when is None or late.when.basis not in EXACT or early.modality == "planned":
        return False
    return (late.when.earliest - early.published[1]).days > 1


def neither_gives_its_day(one: Event, other: Event) -> bool:
    """Whether neither source dates it itself: a day is carried on from elsewhere, or the page's own."""
    return all(event.when is not None and event.when.basis not in EXACT for event in (one, other))
