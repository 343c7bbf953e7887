"""Somebody named in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

STATE = "state"
"""The kind of actors whose names are their countries': they are named where the words say that the state acts."""


@dataclass(frozen=True, slots=True)
class Named:
    """An actor named at some offsets of a sentence; `kind` of the table, or "person" or "office"."""

    start: int
    end: int
    name: str
    kind: str


def are_apart(named: Named, others: list[Named]) -> bool:
    """Whether no other mention shares a letter with this one."""
    return all(named.end <= other.start or named.start >= other.end for other in others)
