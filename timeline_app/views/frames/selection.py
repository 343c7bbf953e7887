"""What passes a filter, what does not, and how many of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from timeline_app.model import Event, Query
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.area import places_in
from timeline_app.views.frames.arrays import EventArray, Whole, packed
from timeline_app.views.frames.days import day_number, day_of
from timeline_app.views.words.labels import gap_words, when_label
from timeline_app.views.words.ledger import Ledger
from timeline_app.views.words.text import fold_text, visible

_Mask = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True)
class Selection:
    """The rows that pass a filter, in date order with undated ones last, and where the others went.

    Attributes:
        whole: the frame of everything, which sessions share: never written to.
        rows: numbers of the rows that pass, rising.
        ledger: where every event went.
    """

    whole: pd.DataFrame
    rows: Whole
    ledger: Ledger

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows themselves; of a large view rather ask for a stretch of them."""
        return self.whole if len(self.rows) == len(self.whole) else self.whole.take(self.rows)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the view: what an export holds. Of a large view they are read only now."""
        return tuple(self.whole[f.EVENT].take(self.rows))

    @property
    def ids(self) -> frozenset[str]:
        """Of the events in view."""
        return frozenset(self.whole[f.ID].iloc[self.rows])

    @property
    def types(self) -> frozenset[str]:
        """That occur in view."""
        return frozenset(self.whole[f.TYPE].iloc[self.rows].unique())

    def stretch(self, begin: int, count: int) -> pd.DataFrame:
        """Some rows of the view, by their place in it."""
        return self.whole.take(self.rows[max(0, begin) : max(0, begin) + max(0, count)])

    @property
    def dated(self) -> int:
        """How many rows have a date: these come first."""
        return int(_flag(self.whole, f.DATED)[self.rows].sum())

    @property
    def undated_rows(self) -> Whole:
        """Numbers of the rows without a date."""
        return self.rows[~_flag(self.whole, f.DATED)[self.rows]]

    @property
    def unplaced_rows(self) -> Whole:
        """Numbers of the rows without a place on the map, undated ones too."""
        return self.rows[~_flag(self.whole, f.PLACED)[self.rows]]

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the dated events in view, None without any."""
        rows = self.rows[: self.dated]
        if not len(rows):
            return None
        return day_of(_column(self.whole, f.FIRST)[rows].min()), day_of(_column(self.whole, f.LAST)[rows].max())


def select(frame: pd.DataFrame, query: Query) -> Selection:
    """The events of `events_frame(...)` that pass the filter, and the ledger of all of them.

    A date passes when one of its readings overlaps the range (certainty "possible"), or when all its
    readings lie certainly inside ("certain"); what a source says that contradicts the best date is a reading too
    (`readings.every_reading`). `query.undated=False` leaves undated events out, with or
    without a range. `query.known_by` leaves out events whose publication day is unknown.

    A frame of columns (`columns_frame`) is searched by its source: there a word is found from its beginning on.
    """
    rejected: _Mask = (frame[f.REVIEW] == "rejected").to_numpy(dtype=bool)
    if "rejected" in query.reviews:
        rejected = np.zeros(len(frame), dtype=bool)
    passing = ~rejected & _beside_range(frame, query)
    dated, placed = _flag(frame, f.DATED), _flag(frame, f.PLACED)
    possible, certain = _possible(frame, query) & dated, _certain(frame, query) & dated
    near, within = places_in(frame, query.area)
    in_range, in_area = (certain, within) if query.certainty == "certain" else (possible, near)
    kept = passing & (in_range | (~dated & query.undated)) & np.where(placed, in_area, query.unplaced)
    ledger = Ledger(
        total=len(frame),
        rejected=int(rejected.sum()),
        filtered=int((~rejected & ~kept).sum()),
        undated=int((kept & ~dated).sum()),
        unplaced=int((kept & dated & ~placed).sum()),
        shown=int((kept & dated & placed).sum()),
        certain=int((passing & certain & within).sum()),
        possible=int((passing & possible & near).sum()),
    )
    return Selection(frame, np.flatnonzero(kept), ledger)


def _column(frame: pd.DataFrame, name: str) -> np.ndarray[Any, Any]:
    return frame[name].to_numpy()


def _flag(frame: pd.DataFrame, name: str) -> _Mask:
    return frame[name].to_numpy(dtype=bool)


def _beside_range(frame: pd.DataFrame, query: Query) -> _Mask:
    """Every part of the filter but the date range."""
    mask: _Mask = np.ones(len(frame), dtype=bool)
    for name, wanted in ((f.TYPE, query.types), (f.ORIGIN, query.origins), (f.REVIEW, query.reviews)):
        if wanted:
            mask &= frame[name].isin(wanted).to_numpy()
    for name, wanted in ((f.ACTORS, _folded(query.actors)), (f.PLACES, _folded(query.places)),
                         (f.TOLD_BY, query.sources)):  # fmt: skip
        if wanted:
            mask &= _holds_any(frame, name, wanted)
    if query.known_by is not None:
        mask &= _column(frame, f.KNOWN) <= day_number(query.known_by)
    if not query.guesses:
        mask &= ~_flag(frame, f.GUESSED)
    return mask & _mentions(frame, query) if query.text.strip() else mask


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_text(name) for name in names)


def _holds_any(frame: pd.DataFrame, name: str, wanted: Iterable[str]) -> _Mask:
    return packed(frame, name).holds(_UNFOLDED[name](frozenset(wanted)))


_UNFOLDED: dict[str, Callable[[frozenset[str]], Callable[[Any], bool]]] = {
    f.ACTORS: lambda wanted: lambda name: fold_text(name) in wanted,
    f.PLACES: lambda wanted: lambda keys: any(key and fold_text(key) in wanted for key in keys),
    f.TOLD_BY: lambda wanted: wanted.__contains__,
}
"""How the members of a column are compared."""


def search_words(text: str) -> tuple[str, ...]:
    """The folded words that an event must hold to be found, each once."""
    return tuple(dict.fromkeys(fold_text(text).split()))


def _mentions(frame: pd.DataFrame, query: Query) -> _Mask:
    """Events that hold every word; for words that name a place, those as well that happened there or tell of it."""
    rest = " ".join(query.text.split())
    mask: _Mask = np.ones(len(frame), dtype=bool)
    for name in query.spelled:
        rest = rest.replace(name.part, " ", 1)
        there = _holds_any(frame, f.PLACES, _folded(name.places))
        mask &= _holds(frame, name.part) | there | _writes_any(frame, name.spellings)
    return mask & _holds(frame, rest)


def _holds(frame: pd.DataFrame, text: str) -> _Mask:
    """Events in whose texts every word occurs."""
    words = search_words(text)
    if not words:
        return np.ones(len(frame), dtype=bool)
    events = frame[f.EVENT].array
    if isinstance(events, EventArray):
        found: _Mask = frame[f.ID].isin(events.source.search(text)).to_numpy(dtype=bool)
        return found
    holding = (all(word in haystack for word in words) for haystack in frame[f.SEARCH])
    return np.fromiter(holding, dtype=bool, count=len(frame))


def _writes_any(frame: pd.DataFrame, names: Sequence[str]) -> _Mask:
    """Events in whose texts one of the folded names stands."""
    events = frame[f.EVENT].array
    if isinstance(events, EventArray):
        ids = {event for name in names for event in events.source.search(name)}
        found: _Mask = frame[f.ID].isin(ids).to_numpy(dtype=bool)
        return found
    writing = (any(name in haystack for name in names) for haystack in frame[f.SEARCH])
    return np.fromiter(writing, dtype=bool, count=len(frame))


def _possible(frame: pd.DataFrame, query: Query) -> _Mask:
    mask: _Mask = np.ones(len(frame), dtype=bool)
    if query.last is not None:
        mask &= _column(frame, f.FIRST) <= day_number(query.last)
    if query.first is not None:
        mask &= _column(frame, f.LAST) >= day_number(query.first)
    rows, firsts, lasts, _ = all_readings(frame)
    first, last = _ends(query)
    overlap = (firsts <= last) & (lasts >= first)
    mask[rows] = False
    mask[rows[overlap]] = True
    return mask


def _certain(frame: pd.DataFrame, query: Query) -> _Mask:
    mask: _Mask = np.ones(len(frame), dtype=bool)
    lasted = _flag(frame, f.LASTED)
    if query.first is not None:
        first = day_number(query.first)
        mask &= np.where(lasted, _column(frame, f.LAST) >= first, _column(frame, f.FIRST) >= first)
    if query.last is not None:
        last = day_number(query.last)
        mask &= np.where(lasted, _column(frame, f.FIRST) <= last, _column(frame, f.LAST) <= last)
    rows, firsts, lasts, lasted = all_readings(frame)
    first, last = _ends(query)
    inside = np.where(lasted, (firsts <= last) & (lasts >= first), (firsts >= first) & (lasts <= last))
    mask[rows] = True
    mask[rows[~inside]] = False
    return mask


def all_readings(frame: pd.DataFrame) -> tuple[Whole, Whole, Whole, _Mask]:
    """Row, first day, last day and "lasted" of every reading of the dates that have several, by row."""
    held = packed(frame, f.READINGS)
    readings = np.array(held.vocabulary, dtype=np.int64).reshape(-1, 3)[held.codes]
    return held.rows, readings[:, 0], readings[:, 1], readings[:, 2].astype(bool)


def _ends(query: Query) -> tuple[int, int]:
    first = -f.NEVER if query.first is None else day_number(query.first)
    return first, f.NEVER if query.last is None else day_number(query.last)


def inside(frame: pd.DataFrame, query: Query) -> np.ndarray[Any, np.dtype[np.float64]] | None:
    """How much of each event's date lies in the filter's range, 0 to 1; None where no range is asked for.

    Some day of an interval lies in the range by the share of the interval's days there; what lasted throughout
    is in it wholly when it touches it; a date with several readings by the mean of them. Undated events count 1:
    nothing is known against them.
    """
    if query.first is None and query.last is None:
        return None
    days = _ends(query)
    share = _share(_column(frame, f.FIRST), _column(frame, f.LAST), _flag(frame, f.LASTED), days)
    rows, firsts, lasts, lasted = all_readings(frame)
    share[rows] = 0.0
    np.add.at(share, rows, _share(firsts, lasts, lasted, days) / np.bincount(rows, minlength=len(frame))[rows])
    return np.where(_flag(frame, f.DATED), share, 1.0)


def _share(firsts: Any, lasts: Any, lasted: Any, days: tuple[int, int]) -> np.ndarray[Any, np.dtype[np.float64]]:
    common = np.minimum(lasts, days[1]) - np.maximum(firsts, days[0]) + 1
    share: np.ndarray[Any, np.dtype[np.float64]] = np.clip(common / (lasts - firsts + 1), 0.0, 1.0)
    return np.where(lasted & (common > 0), 1.0, share)


def nearest(frame: pd.DataFrame, query: Query) -> tuple[str, int, str] | None:
    """The dated event closest to the filter's range among those that pass the rest of the filter.

    Returns:
        Its id, its distance in days (negative: earlier; 0: it may lie inside), and a line such as
        "3 days earlier, 11 August 2017: Convoy leaves"; None when there is none.
    """
    rows = select(frame, replace(query, first=None, last=None, undated=False, certainty="possible")).rows
    if not len(rows):
        return None
    gaps = _gaps(frame, query)[rows]
    row = int(np.abs(gaps).argmin())
    event: Event = frame[f.EVENT].iloc[rows[row]]
    days = int(gaps[row])
    return event.id, days, f"{gap_words(days)}, {when_label(event.when)}: {visible(event.title)}"


def _gaps(frame: pd.DataFrame, query: Query) -> np.ndarray[Any, Any]:
    gaps = np.zeros(len(frame), dtype=np.int64)
    if query.first is not None:
        gaps = np.minimum(gaps, _column(frame, f.LAST) - day_number(query.first))
    if query.last is not None:
        gaps = gaps + np.maximum(0, _column(frame, f.FIRST) - day_number(query.last))
    return gaps


FIELDS = {
    "type": "types", "actor": "actors", "place": "places", "source": "sources", "origin": "origins", "review": "reviews"
}  # fmt: skip
"""Facet -> field of `Query`."""


_PARTS = {
    "the dates": {"first": None, "last": None},
    "the area": {"area": None},
    "the words": {"text": ""},
    "known by": {"known_by": None},
    **{f"the {name}s" if name != "review" else "the review": {field: ()} for name, field in FIELDS.items()},
    "asking for certainly inside": {"certainty": "possible"},
    "leaving out undated events": {"undated": True},
    "leaving out events that have no place": {"unplaced": True},
    "leaving out dates guessed from publication": {"guesses": True},
}
"""Parts of a filter in words, with what the query is without them."""


def what_hides(frame: pd.DataFrame, query: Query) -> list[tuple[str, int]]:
    """The parts of a filter that alone keep events away, with how many would pass without each; most first."""
    found = []
    for words, without in _PARTS.items():
        other = replace(query, **without)  # type: ignore[arg-type]
        if other != query and (count := select(frame, other).ledger.kept):
            found.append((words, count))
    return sorted(found, key=lambda part: (-part[1], part[0]))
