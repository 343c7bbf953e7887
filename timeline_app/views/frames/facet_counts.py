"""The values a filter can choose from, with how many events each has: in all, and beside the rest of the filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from timeline_app.model import Query
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import TupleArray, Whole, packed
from timeline_app.views.frames.selection import FIELDS, Selection, select
from timeline_app.views.words.text import fold_text

_PLAIN = {"type": f.TYPE, "origin": f.ORIGIN, "review": f.REVIEW}
_MANY: dict[str, tuple[str, Callable[[Any], str], Callable[[str], str]]] = {
    "actor": (f.ACTORS, lambda name: name, fold_text),
    "place": (f.PLACES, lambda keys: keys[1] or keys[2], fold_text),
    "source": (f.TOLD_BY, lambda name: name, lambda name: name),
}
"""Facet -> column, the name of a member of it, and under what names count together."""


def facets(frame: pd.DataFrame) -> dict[str, list[tuple[str, int]]]:
    """The values a filter can choose from, with the number of events of each, commonest first.

    Keys are type, actor, place, source, origin and review. Spellings that differ only in case or
    accents count together under the commonest of them.
    """
    counts = _counts(frame, np.arange(len(frame)), FIELDS)
    return {name: sorted(found.items(), key=lambda item: (-item[1], item[0])) for name, found in counts.items()}


def facets_in_view(
    frame: pd.DataFrame, query: Query, view: Selection, known: Mapping[str, Iterable[tuple[str, int]]]
) -> dict[str, dict[str, int]]:
    """How many events each value of a facet would show beside the rest of the filter.

    Args:
        frame: all events.
        query: the filter.
        view: the events that pass it.
        known: the values of all events, from `facets`; the answer speaks of the same.
    """
    shown = _counts(frame, view.rows, FIELDS)
    for name, field in FIELDS.items():
        if getattr(query, field):
            others = select(frame, replace(query, **{field: ()}))  # type: ignore[arg-type]
            shown |= _counts(frame, others.rows, [name])
    return {name: {value: shown[name].get(value, 0) for value, _ in values} for name, values in known.items()}


def _counts(frame: pd.DataFrame, rows: Whole, names: Iterable[str]) -> dict[str, dict[str, int]]:
    """For each facet the values that occur in some rows, with the number of rows."""
    found = {}
    for name in names:
        if name in _PLAIN:
            counts = frame[_PLAIN[name]].iloc[rows].value_counts()
            found[name] = {str(value): int(count) for value, count in counts.items() if count}
        else:
            found[name] = _namings(frame, name).counts(rows, len(frame))
    return found


@dataclass(frozen=True, slots=True)
class _Namings:
    """Which row names which value, each pair once.

    Attributes:
        values: spelled as most rows do.
        rows, numbers: of every pair; a number is a place in `values`.
    """

    values: list[str]
    rows: Whole
    numbers: Whole

    def counts(self, rows: Whole, of: int) -> dict[str, int]:
        """The values that some rows name, with how many."""
        inside = np.zeros(of, dtype=bool)
        inside[rows] = True
        counts = np.bincount(self.numbers[inside[self.rows]], minlength=len(self.values))
        return {self.values[number]: int(counts[number]) for number in np.flatnonzero(counts) if self.values[number]}


def _namings(frame: pd.DataFrame, name: str) -> _Namings:
    column, name_of, fold = _MANY[name]
    held = packed(frame, column)
    known: _Namings | None = held.notes.get("namings")
    if known is None:
        known = held.notes["namings"] = _gathered(held, name_of, fold)
    return known


def _gathered(held: TupleArray, name_of: Callable[[Any], str], fold: Callable[[str], str]) -> _Namings:
    names = [name_of(value) for value in held.vocabulary]
    keys: dict[str, int] = {}
    number = np.array([keys.setdefault(fold(name), len(keys)) for name in names], dtype=np.int64)
    pairs = np.sort(held.rows * max(1, len(keys)) + number[held.codes])
    pairs = pairs[np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]]
    rows, numbers = np.divmod(pairs, max(1, len(keys)))
    return _Namings(_spellings(names, number, held, len(keys)), rows, numbers)


def _spellings(names: list[str], number: Whole, held: TupleArray, count: int) -> list[str]:
    """The commonest spelling of each value, the first by the alphabet among equals."""
    written = Counter[tuple[int, str]]()
    for at, name, times in zip(number.tolist(), names, np.bincount(held.codes, minlength=len(names)), strict=True):
        written[at, name] += int(times)
    best: list[tuple[int, str]] = [(1, "")] * count
    for (at, name), times in written.items():
        best[at] = min(best[at], (-times, name))
    return [name for _, name in best]
