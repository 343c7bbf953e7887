"""Other events that may tell the same happening, for a person to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from timeline_app.model import Event
from timeline_app.views.text import fold_text

NEAR_DAYS = 10
ALIKE = 60.0
"""Likeness of two titles, of 100 (rapidfuzz `token_set_ratio`), from which an event without a date is offered."""

MOST = 40


def joinable(event: Event, events: Iterable[Event]) -> list[Event]:
    """Events with reports that lie near in time; where one of the two has no date, those told in like words.

    Those nearest in time come first, then the undated ones, most alike first.
    """
    if not event.reports:
        return []
    others = [other for other in events if other.id != event.id and other.reports]
    return [*_near(event, others), *_alike(event, others)][:MOST]


def _near(event: Event, others: Iterable[Event]) -> list[Event]:
    if event.when is None:
        return []
    day = event.when.earliest
    apart = [(abs((other.when.earliest - day).days), other.id, other) for other in others if other.when is not None]
    return [other for days, _, other in sorted(apart, key=lambda one: one[:2]) if days <= NEAR_DAYS]


def _alike(event: Event, others: Iterable[Event]) -> list[Event]:
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - only this list needs it

    title = fold_text(event.title)
    undated = [other for other in others if event.when is None or other.when is None]
    likeness = [
        (-token_set_ratio(title, fold_text(other.title), score_cutoff=ALIKE), other.id, other) for other in undated
    ]
    return [other for alike, _, other in sorted(likeness, key=lambda one: one[:2]) if alike < 0]
