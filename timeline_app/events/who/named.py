"""Somebody named in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
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


class Taken:
    """Which letters of a sentence belong to somebody named, so that no two mentions share one."""

    def __init__(self, sentence: str, named: Iterable[Named] = ()) -> None:
        self._letters = bytearray(len(sentence))
        for one in named:
            self._take(one.start, one.end)

    def take(self, named: Named) -> bool:
        """Take a mention's letters if all are free; whether they were."""
        if any(self._letters[named.start : named.end]):
            return False
        self._take(named.start, named.end)
        return True

    def _take(self, start: int, end: int) -> None:
        start, end = max(0, start), min(end, len(self._letters))
        self._letters[start:end] = b"\1" * (end - start)
