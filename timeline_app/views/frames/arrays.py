"""Columns of a frame that would be too large, or too slow, as Python objects: events by id, and short tuples.

An `EventArray` holds ids and reads the events when they are looked at; a `TupleArray` holds, for every row, numbers
into one shared vocabulary. Both behave as columns of a `DataFrame`: rows can be chosen, put in order and joined.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray, ExtensionDtype

from timeline_app.model import Event


class EventSource(Protocol):
    """Where events are read, and searched, when they are asked for; a `Store` is one."""

    def some_events(self, event_ids: Sequence[str], /) -> Sequence[Event]:
        """The events of these ids, in this order."""
        ...

    def search(self, text: str, /) -> Collection[str]:
        """Ids of the events that hold every word of a text."""
        ...


Mask = np.ndarray[Any, np.dtype[np.bool_]]
Whole = np.ndarray[Any, np.dtype[np.int64]]

_AT_ONCE = 100


class _EventType(ExtensionDtype):
    type = Event
    name = "event"
    na_value = None

    @classmethod
    def construct_array_type(cls) -> Any:
        return EventArray


class _TupleType(ExtensionDtype):
    type = tuple
    name = "tuple"
    na_value = None

    @classmethod
    def construct_array_type(cls) -> Any:
        return TupleArray


class EventArray(ExtensionArray):  # type: ignore[misc,unused-ignore] # pandas' stubs leave parts untyped
    """Events that are read when looked at.

    Attributes:
        ids: one a row.
        source: where they are read.
    """

    def __init__(self, ids: np.ndarray[Any, Any], source: EventSource) -> None:
        self.ids = ids
        self.source = source

    @property
    def dtype(self) -> ExtensionDtype:
        """Events."""
        return _EventType()

    @property
    def nbytes(self) -> int:
        """Of the ids alone."""
        return int(self.ids.nbytes)

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, item: Any) -> Any:
        if isinstance(item, (int, np.integer)):
            return self.source.some_events([self.ids[item]])[0]
        return EventArray(self.ids[_chosen(item)], self.source)

    def __iter__(self) -> Iterator[Event]:
        for begin in range(0, len(self.ids), _AT_ONCE):
            yield from self.source.some_events(list(self.ids[begin : begin + _AT_ONCE]))

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Any:
        every = np.empty(len(self), dtype=object)
        every[:] = list(self)
        return every

    def isna(self) -> Mask:
        """No row is without an event."""
        return np.zeros(len(self), dtype=bool)

    def take(self, indices: Any, *, allow_fill: bool = False, fill_value: Any = None) -> EventArray:  # noqa: ARG002
        """Some rows."""
        return EventArray(self.ids.take(np.asarray(indices, dtype=np.intp)), self.source)

    def copy(self) -> EventArray:
        """The same."""
        return EventArray(self.ids, self.source)

    @classmethod
    def _from_sequence(cls, scalars: Any, *, dtype: Any = None, copy: bool = False) -> EventArray:  # noqa: ARG003
        raise TypeError("a column of events is made from ids and a source")

    @classmethod
    def _concat_same_type(cls, to_concat: Sequence[EventArray]) -> EventArray:
        """Joined; the last one's source counts for all."""
        return cls(np.concatenate([part.ids for part in to_concat]), to_concat[-1].source)


class TupleArray(ExtensionArray):  # type: ignore[misc,unused-ignore]
    """A tuple for each row, its members numbers into a vocabulary all rows share.

    Attributes:
        starts: where each row's members begin in `codes`; one more than there are rows.
        codes: the members of all rows, one after another.
        vocabulary: what a code stands for.
        notes: what was reckoned from it once and for all, by those who reckoned it.
    """

    def __init__(self, starts: Whole, codes: Whole, vocabulary: list[Any]) -> None:
        self.starts = starts
        self.codes = codes
        self.vocabulary = vocabulary
        self.notes: dict[str, Any] = {}

    @classmethod
    def of(cls, rows: Iterable[Iterable[Any]]) -> TupleArray:
        """The same as plain tuples of hashable values."""
        known: dict[Any, int] = {}
        codes: list[int] = []
        starts = [0]
        for row in rows:
            codes.extend(known.setdefault(value, len(known)) for value in row)
            starts.append(len(codes))
        return cls(np.array(starts, dtype=np.int64), np.array(codes, dtype=np.int64), list(known))

    @property
    def dtype(self) -> ExtensionDtype:
        """Tuples."""
        return _TupleType()

    @property
    def nbytes(self) -> int:
        """Without the vocabulary."""
        return int(self.starts.nbytes + self.codes.nbytes)

    @property
    def lengths(self) -> Whole:
        """The number of members of each row."""
        return np.diff(self.starts)

    @property
    def rows(self) -> Whole:
        """The row of each member."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __getitem__(self, item: Any) -> Any:
        if isinstance(item, (int, np.integer)):
            row = int(item) % len(self) if item < 0 else int(item)
            return tuple(self.vocabulary[code] for code in self.codes[self.starts[row] : self.starts[row + 1]])
        return self.take(np.arange(len(self))[_chosen(item)])

    def isna(self) -> Mask:
        """No row is without a tuple."""
        return np.zeros(len(self), dtype=bool)

    def take(self, indices: Any, *, allow_fill: bool = False, fill_value: Any = None) -> TupleArray:  # noqa: ARG002
        """Some rows."""
        wanted = np.asarray(indices, dtype=np.int64)
        lengths = self.lengths[wanted]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        offsets = np.arange(starts[-1]) - np.repeat(starts[:-1], lengths)
        return TupleArray(starts, self.codes[np.repeat(self.starts[wanted], lengths) + offsets], self.vocabulary)

    def copy(self) -> TupleArray:
        """The same."""
        return TupleArray(self.starts, self.codes, self.vocabulary)

    def holds(self, wanted: Callable[[Any], bool]) -> Mask:
        """Which rows have a member that is wanted."""
        good = np.fromiter(map(wanted, self.vocabulary), dtype=bool, count=len(self.vocabulary))
        mask = np.zeros(len(self), dtype=bool)
        mask[self.rows[good[self.codes]]] = True
        return mask

    @classmethod
    def _from_sequence(cls, scalars: Any, *, dtype: Any = None, copy: bool = False) -> TupleArray:  # noqa: ARG003
        return cls.of(scalars)

    @classmethod
    def _concat_same_type(cls, to_concat: Sequence[TupleArray]) -> TupleArray:
        """Joined, over the first one's vocabulary with what is new in the others."""
        known = {value: code for code, value in enumerate(to_concat[0].vocabulary)}
        codes, starts, end = [], [np.zeros(1, dtype=np.int64)], 0
        for part in to_concat:
            here = np.array([known.setdefault(value, len(known)) for value in part.vocabulary], dtype=np.int64)
            codes.append(here[part.codes] if len(part.codes) else part.codes)
            starts.append(part.starts[1:] + end)
            end += len(part.codes)
        return cls(np.concatenate(starts), np.concatenate(codes), list(known))


def packed(frame: pd.DataFrame, name: str) -> TupleArray:
    """A column of tuples as it is packed."""
    held = frame[name].array
    if not isinstance(held, TupleArray):
        raise TypeError(f"the column {name} holds no tuples")
    return held


def _chosen(item: Any) -> Any:
    """An index as numpy takes it."""
    return item if isinstance(item, slice) else np.asarray(item)
