"""What passes a filter, what does not, and how many of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from timeline_app.model import Event, Query
from timeline_app.views import frame as f
from timeline_app.views.area import places_in
from timeline_app.views.arrays import EventArray, TupleArray, Whole
from timeline_app.views.labels import gap_words, place_name, when_label
from timeline_app.views.ledger import Ledger
from timeline_app.views.text import fold_text, visible

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
        return f.day_of(_column(self.whole, f.FIRST)[rows].min()), f.day_of(_column(self.whole, f.LAST)[rows].max())


def select(frame: pd.DataFrame, query: Query) -> Selection:
    """The events of `events_frame(...)` that pass the filter, and the ledger of all of them.

    A date passes when one of its readings overlaps the range (certainty "possible"), or when all its
    readings lie certainly inside ("certain"). `query.undated=False` leaves undated events out, with or
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
                         (f.SOURCES, query.sources)):  # fmt: skip
        if wanted:
            mask &= _holds_any(frame, name, wanted)
    if query.known_by is not None:
        mask &= _column(frame, f.KNOWN) <= f.day_number(query.known_by)
    if not query.guesses:
        mask &= ~_flag(frame, f.GUESSED)
    return mask & _mentions(frame, query.text) if query.text.strip() else mask


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_text(name) for name in names)


def _holds_any(frame: pd.DataFrame, name: str, wanted: Iterable[str]) -> _Mask:
    wanted = frozenset(wanted)
    held = frame[name].array
    if isinstance(held, TupleArray):
        return held.holds(_UNFOLDED[name](wanted))
    return np.fromiter((not wanted.isdisjoint(held) for held in frame[name]), dtype=bool, count=len(frame))


_UNFOLDED: dict[str, Callable[[frozenset[str]], Callable[[Any], bool]]] = {
    f.ACTORS: lambda wanted: lambda name: fold_text(name) in wanted,
    f.PLACES: lambda wanted: lambda keys: any(key and fold_text(key) in wanted for key in keys),
    f.SOURCES: lambda wanted: wanted.__contains__,
}
"""How members of the columns of `columns_frame` are compared."""


def search_words(text: str) -> tuple[str, ...]:
    """The folded words that an event must hold to be found, each once."""
    return tuple(dict.fromkeys(fold_text(text).split()))


def _mentions(frame: pd.DataFrame, text: str) -> _Mask:
    events = frame[f.EVENT].array
    if isinstance(events, EventArray):
        found: _Mask = frame[f.ID].isin(events.source.search(text)).to_numpy(dtype=bool)
        return found
    words = search_words(text)
    if not words:
        return np.ones(len(frame), dtype=bool)
    holding = (all(word in haystack for word in words) for haystack in frame[f.SEARCH])
    return np.fromiter(holding, dtype=bool, count=len(frame))


def _possible(frame: pd.DataFrame, query: Query) -> _Mask:
    mask: _Mask = np.ones(len(frame), dtype=bool)
    if query.last is not None:
        mask &= _column(frame, f.FIRST) <= f.day_number(query.last)
    if query.first is not None:
        mask &= _column(frame, f.LAST) >= f.day_number(query.first)
    rows, firsts, lasts, _ = _readings(frame)
    first, last = _ends(query)
    overlap = (firsts <= last) & (lasts >= first)
    mask[rows] = False
    mask[rows[overlap]] = True
    return mask


def _certain(frame: pd.DataFrame, query: Query) -> _Mask:
    mask: _Mask = np.ones(len(frame), dtype=bool)
    lasted = _flag(frame, f.LASTED)
    if query.first is not None:
        first = f.day_number(query.first)
        mask &= np.where(lasted, _column(frame, f.LAST) >= first, _column(frame, f.FIRST) >= first)
    if query.last is not None:
        last = f.day_number(query.last)
        mask &= np.where(lasted, _column(frame, f.FIRST) <= last, _column(frame, f.LAST) <= last)
    rows, firsts, lasts, lasted = _readings(frame)
    first, last = _ends(query)
    inside = np.where(lasted, (firsts <= last) & (lasts >= first), (firsts >= first) & (lasts <= last))
    mask[rows] = True
    mask[rows[~inside]] = False
    return mask


def _readings(frame: pd.DataFrame) -> tuple[Whole, Whole, Whole, _Mask]:
    """Row, first day, last day and "lasted" of every reading of the ambiguous dates."""
    held: TupleArray = frame[f.READINGS].array
    readings = np.array(held.vocabulary, dtype=np.int64).reshape(-1, 3)[held.codes]
    return held.rows, readings[:, 0], readings[:, 1], readings[:, 2].astype(bool)


def _ends(query: Query) -> tuple[int, int]:
    first = -f.NEVER if query.first is None else f.day_number(query.first)
    return first, f.NEVER if query.last is None else f.day_number(query.last)


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
    rows, firsts, lasts, lasted = _readings(frame)
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
        gaps = np.minimum(gaps, _column(frame, f.LAST) - f.day_number(query.first))
    if query.last is not None:
        gaps = gaps + np.maximum(0, _column(frame, f.FIRST) - f.day_number(query.last))
    return gaps


def facets(frame: pd.DataFrame) -> dict[str, list[tuple[str, int]]]:
    """The values a filter can choose from, with the number of events of each, commonest first.

    Keys are type, actor, place, source, origin and review. Spellings that differ only in case or
    accents count together under the commonest of them.
    """
    if isinstance(frame[f.ACTORS].array, TupleArray):
        return packed_facets(frame)
    events = list(frame[f.EVENT])
    return {
        "type": _counted((event.type,) for event in events),
        "actor": _counted_by_fold(tuple(actor.name for actor in event.actors) for event in events),
        "place": _counted_by_fold(tuple(place_name(place) for place in event.where) for event in events),
        "source": _counted(event.sources for event in events),
        "origin": _counted((event.origin,) for event in events),
        "review": _counted((event.review.status,) for event in events),
    }


FIELDS = {
    "type": "types", "actor": "actors", "place": "places", "source": "sources", "origin": "origins", "review": "reviews"
}  # fmt: skip
"""Facet -> field of `Query`."""


def facets_in_view(
    frame: pd.DataFrame, query: Query, view: pd.DataFrame, known: Mapping[str, Iterable[tuple[str, int]]]
) -> dict[str, dict[str, int]]:
    """How many events each value of a facet would show beside the rest of the filter.

    Args:
        frame: all events.
        query: the filter.
        view: the events that pass it.
        known: the values of all events, from `facets`; the answer speaks of the same.
    """
    shown = facets(view)
    for name, field in FIELDS.items():
        if getattr(query, field):
            others = select(frame, replace(query, **{field: ()})).frame  # type: ignore[arg-type]
            shown[name] = facets(others)[name]
    return {name: _as_known(shown[name], values) for name, values in known.items()}


def _as_known(counts: Iterable[tuple[str, int]], known: Iterable[tuple[str, int]]) -> dict[str, int]:
    """The counts under the spellings known: that of the commonest may differ between a part and the whole."""
    by_fold: Counter[str] = Counter()
    for value, count in counts:
        by_fold[fold_text(value)] += count
    exact = dict(counts)
    return {value: exact.get(value, by_fold[fold_text(value)]) for value, _ in known}


_PARTS = {
    "the dates": {"first": None, "last": None},
    "the area": {"area": None},
    "the words": {"text": ""},
    "known by": {"known_by": None},
    **{f"the {name}s" if name != "review" else "the review": {field: ()} for name, field in FIELDS.items()},
    "certainly inside": {"certainty": "possible"},
    "no undated events": {"undated": True},
    "no events without a place": {"unplaced": True},
    "no dates guessed from publication": {"guesses": True},
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


def _counted(values: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    counts = Counter(value for one in values for value in set(one) if value)
    return _commonest_first(counts)


def _counted_by_fold(values: Iterable[Iterable[str]]) -> list[tuple[str, int]]:
    spellings: dict[str, Counter[str]] = {}
    counts: Counter[str] = Counter()
    for names in values:
        keys = {fold_text(name): name for name in names if name}
        counts.update(keys.keys())
        for key, name in keys.items():
            spellings.setdefault(key, Counter())[name] += 1
    shown = {key: _commonest_first(names)[0][0] for key, names in spellings.items()}
    return _commonest_first(Counter({shown[key]: count for key, count in counts.items()}))


def packed_facets(frame: pd.DataFrame) -> dict[str, list[tuple[str, int]]]:
    """The same of a frame of columns."""
    plain = {name: _commonest_first(_value_counts(frame[name])) for name in (f.TYPE, f.ORIGIN, f.REVIEW)}
    return {
        "type": plain[f.TYPE],
        "actor": _packed_counts(frame[f.ACTORS].array, lambda name: name),
        "place": _packed_counts(frame[f.PLACES].array, lambda keys: keys[1] or keys[2]),
        "source": _packed_counts(frame[f.SOURCES].array, lambda name: name, folded=False),
        "origin": plain[f.ORIGIN],
        "review": plain[f.REVIEW],
    }


def _value_counts(column: pd.Series[Any]) -> Counter[str]:
    return Counter({str(value): int(count) for value, count in column.value_counts().items() if count})


def _packed_counts(held: TupleArray, name_of: Callable[[Any], str], folded: bool = True) -> list[tuple[str, int]]:
    """Rows for each name, every row once however often it names the same, under its commonest spelling."""
    names = [name_of(value) for value in held.vocabulary]
    keys: dict[str, int] = {}
    number = np.array([keys.setdefault(fold_text(name) if folded else name, len(keys)) for name in names], np.int64)
    numbers = number[held.codes] if names else held.codes
    pairs = np.sort(held.rows * max(1, len(keys)) + numbers)
    once = np.append(True, pairs[1:] != pairs[:-1])[: len(pairs)]
    rows = np.bincount(pairs[once] % max(1, len(keys)), minlength=len(keys))
    spelled = np.bincount(held.codes, minlength=len(names))
    best: dict[int, tuple[int, str]] = {}
    for code, name in enumerate(names):
        best[number[code]] = min(best.get(number[code], (0, name)), (-int(spelled[code]), name))
    return _commonest_first(Counter({name: int(rows[key]) for key, (_, name) in best.items() if name and rows[key]}))


def _commonest_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
