"""Every date that an event may have: its best one, other readings of that, and what sources say that contradict it.

Who filters for a day that one source names must find the event, though another source is better dated. A source that
leaves room for the best date contradicts nothing ("in August" and "on 28 August"), and a person's decision is final.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from timeline_app.model import Event, When
from timeline_app.views.frames.days import day_number

Days = tuple[int, int, bool]
"""First day, last day (days since 1970-01-01) and whether it lasted throughout."""


class Told(NamedTuple):
    """A date with how it is known (`model.Basis`)."""

    days: Days
    basis: str


def event_readings(event: Event) -> list[Days]:
    """All dates an event may have, the best first; empty where there is only one."""
    if event.when is None:
        return []
    told = [_told(report.when) for report in event.reports if report.when is not None]
    return every_reading(_told(event.when), [_told(other).days for other in event.when.alternatives], told)


def _told(when: When) -> Told:
    return Told((day_number(when.earliest), day_number(when.latest), when.extent == "throughout"), when.basis)


def every_reading(best: Told, others: Sequence[Days], told: Iterable[Told]) -> list[Days]:
    """All dates an event may have, the best first; empty where there is only that one.

    Args:
        best: the event's date.
        others: other readings of its words.
        told: the dates of its reports; one that only stands in for a date (basis `publication`) is no claim.
    """
    said = list(told)
    own = (best.days, *others)
    if len(said) > 1 and not _is_settled(best, said):
        contradicting = (one.days for one in said if one.basis != "publication" and not _leaves_room(one.days, own))
        own = (*own, *contradicting)
    every = list(dict.fromkeys(own))
    return every if len(every) > 1 else []


def _is_settled(best: Told, told: Iterable[Told]) -> bool:
    """Whether a person entered the date although no source gives it: a correction, which ends the dispute."""
    return best.basis == "curated" and best not in told


def _leaves_room(days: Days, own: Iterable[Days]) -> bool:
    return any(days[0] <= last and days[1] >= first for first, last, _ in own)
