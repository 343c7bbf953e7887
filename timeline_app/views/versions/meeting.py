"""Two people who changed one event: what of both can stand together, and what cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.model import Event

EDITABLE = ("title", "type", "summary", "modality", "when", "where", "actors", "quantities", "url")
"""Fields a person may change."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What became of two people's versions.

    Attributes:
        together: theirs with what only I changed.
        contested: fields that both changed, and otherwise.
        mine, theirs: fields that only one of us changed.
    """

    together: Event
    contested: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]


def meet(basis: Event, mine: Event, theirs: Event, fields: Iterable[str] = EDITABLE) -> Meeting:
    """Bring together two versions that began from the same one.

    Args:
        basis: the event as I found it.
        mine: as I left it.
        theirs: as it stands now.
        fields: those that count.
    """
    fields = tuple(fields)
    my_changes, their_changes = changed(basis, mine, fields), changed(basis, theirs, fields)
    contested = tuple(name for name in my_changes if name in their_changes and _differ(mine, theirs, name))
    only_mine = tuple(name for name in my_changes if name not in their_changes)
    together = theirs.with_(**{name: getattr(mine, name) for name in only_mine})
    return Meeting(together, contested, only_mine, tuple(name for name in their_changes if name not in my_changes))


def changed(before: Event, after: Event, fields: Iterable[str] = EDITABLE) -> tuple[str, ...]:
    """Names of the fields in which two versions differ."""
    return tuple(name for name in fields if _differ(before, after, name))


def _differ(one: Event, other: Event, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))
