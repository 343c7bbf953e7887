"""On what the reports of one event disagree: dates, places, who did it, numbers and whether it happened at all."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.merge.disputes.claims import can_all_be_true, claims_of, fields_of
from timeline_app.model import Conflict, ConflictValue, Report


def find_conflicts(reports: Sequence[Report]) -> tuple[Conflict, ...]:
    """The fields on which at least two documents give different values; agreeing ones are left out.

    Lists of who did it differ only when nobody stands in all of them.
    """
    found = (_conflict(field, reports) for field in fields_of(reports))
    return tuple(conflict for conflict in found if conflict is not None)


def _conflict(field: str, reports: Sequence[Report]) -> Conflict | None:
    claims = claims_of(field, reports)
    told: dict[str, dict[str, None]] = {}
    for claim in claims:
        told.setdefault(claim.value, {})[claim.document] = None
    if len(told) < 2 or (field == "actors" and can_all_be_true(claims)):
        return None
    return Conflict(field, tuple(ConflictValue(value, tuple(documents)) for value, documents in told.items()))


def are_compatible(conflict: Conflict, reports: Sequence[Report]) -> bool:
    """Whether all values can be true at once: bounds of numbers or days that share something.

    "about 300" and "308" can, and "August 2017" and "28 August"; places, names and modalities that differ cannot be
    told so.
    """
    return can_all_be_true(claims_of(conflict.field, reports))
