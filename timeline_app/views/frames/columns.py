"""The frame of a timeline too large to hold as events: columns straight from the stored form, events read when shown.

Columns are those of `frame.events_frame`, with the same values, but that EVENT reads when looked at and SEARCH is
missing, since the store searches.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import EventArray, EventSource, TupleArray
from timeline_app.views.frames.days import day_number
from timeline_app.views.frames.readings import Days, Told, every_reading

Wire = Mapping[str, Any]

_TEXTS = (f.ID, f.TITLE)
_WORDS = (f.TYPE, f.ORIGIN, f.REVIEW)
_FLAGS = (f.DATED, f.PLACED, f.LASTED, f.GUESSED)
_DAYS = (f.FIRST, f.LAST, f.PUBLISHED)
_TUPLES = (f.ACTORS, f.PLACES, f.SOURCES, f.SPOTS, f.READINGS)


def columns_frame(wires: Iterable[Wire], source: EventSource) -> pd.DataFrame:
    """A frame of events in their stored form (`Store.wires`), in the order of `events_frame`."""
    kept: dict[str, list[Any]] = {name: [] for name in (*_TEXTS, *_WORDS, *_FLAGS, *_DAYS)}
    tuples = {name: _Tuples() for name in _TUPLES}
    with _uncollected():
        for wire in wires:
            _take(wire, kept, tuples)
    columns: dict[str, Any] = {f.EVENT: EventArray(_objects(kept[f.ID]), source)}
    columns |= {name: _text_column(kept[name]) for name in _TEXTS}
    columns |= {name: pd.Categorical(kept[name]) for name in _WORDS}
    columns |= {name: np.array(kept[name], dtype=bool) for name in _FLAGS}
    columns |= {name: np.array(kept[name], dtype=np.int64) for name in _DAYS}
    columns[f.KNOWN] = columns[f.PUBLISHED].copy()
    columns |= {name: tuples[name].array() for name in _TUPLES}
    columns[f.TOLD_BY] = columns[f.SOURCES].copy()
    frame = pd.DataFrame(columns)
    return frame.take(_date_order(frame)).reset_index(drop=True)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look through all columns again for every few hundred events."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def patched(frame: pd.DataFrame, changed: pd.DataFrame, ids: Collection[str]) -> pd.DataFrame:
    """The frame with the rows of some events taken out, and the rows they have now put in their places.

    Args:
        frame: of either kind.
        changed: the same kind, of those of the events that are still there.
        ids: the events.
    """
    stays = np.flatnonzero(~frame[f.ID].isin(list(ids)).to_numpy())
    at = [_place_of(changed, row, frame, stays) for row in range(len(changed))]
    order = np.insert(stays, at, len(frame) + np.arange(len(changed)))
    joined = pd.concat([_alike(frame, changed), _alike(changed, frame)], ignore_index=True)
    return joined.take(order).reset_index(drop=True)


def _alike(one: pd.DataFrame, other: pd.DataFrame) -> pd.DataFrame:
    """With the categories of both, so that joining keeps them categories."""
    words = [name for name in _WORDS if isinstance(one[name].dtype, pd.CategoricalDtype)]
    union = {name: one[name].cat.categories.union(other[name].cat.categories) for name in words}
    return one.assign(**{name: one[name].cat.set_categories(union[name]) for name in words})


def _place_of(changed: pd.DataFrame, row: int, frame: pd.DataFrame, stays: Any) -> int:
    """Where a row belongs among those that stay; they are in date order, so halving finds it."""
    wanted = _order_key(changed, row)
    low, high = 0, len(stays)
    while low < high:
        middle = (low + high) // 2
        if _order_key(frame, stays[middle]) < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _order_key(frame: pd.DataFrame, row: int) -> tuple[bool, int, int, str, str]:
    def held(name: str) -> Any:
        return frame[name].iat[row]

    dated = bool(held(f.DATED))
    first, last = (int(held(name)) if dated else f.NEVER for name in (f.FIRST, f.LAST))
    return not dated, first, last, held(f.TITLE), held(f.ID)


class _Tuples:
    """A tuple column in the making."""

    def __init__(self) -> None:
        self._known: dict[Any, int] = {}
        self._codes: list[int] = []
        self._starts = [0]

    def add(self, values: Iterable[Any]) -> None:
        known = self._known
        self._codes.extend([known.setdefault(value, len(known)) for value in values])
        self._starts.append(len(self._codes))

    def array(self) -> TupleArray:
        return TupleArray(
            np.array(self._starts, dtype=np.int64), np.array(self._codes, dtype=np.int64), list(self._known)
        )


def _take(wire: Wire, kept: dict[str, list[Any]], tuples: dict[str, _Tuples]) -> None:
    when, where = wire.get("when"), wire.get("where") or ()
    spots = [_spot(place) for place in where if place.get("lat") is not None and place.get("status") != "rejected"]
    published = wire.get("published")
    row = {
        f.ID: wire["id"],
        f.TITLE: wire["title"],
        f.TYPE: wire.get("type", "other"),
        f.ORIGIN: wire.get("origin", "parsed"),
        f.REVIEW: (wire.get("review") or {}).get("status", "draft"),
        f.DATED: when is not None,
        f.PLACED: bool(spots),
        f.LASTED: when is not None and when.get("extent") == "throughout",
        f.GUESSED: when is not None and when.get("basis") == "publication",
        f.FIRST: _day(when["earliest"]) if when else 0,
        f.LAST: _day(when["latest"]) if when else 0,
        f.PUBLISHED: _day(published[0]) if published else f.NEVER,
    }
    for name, value in row.items():
        kept[name].append(value)
    tuples[f.ACTORS].add(actor["name"] for actor in wire.get("actors") or ())
    tuples[f.PLACES].add((place.get("place_id", ""), place.get("name", ""), place.get("text", "")) for place in where)
    tuples[f.SOURCES].add(dict.fromkeys(report["document"] for report in wire.get("reports") or ()))
    tuples[f.SPOTS].add(spots)
    tuples[f.READINGS].add(_readings(when, wire.get("reports") or ()) if when else ())


def _spot(place: Wire) -> f.Spot:
    radius = place.get("radius_km")
    name = place.get("name") or place.get("text", "")
    return f.Spot(place.get("place_id", ""), name, place["lat"], place["lon"], radius, place.get("kind", ""))


def _readings(when: Wire, reports: Iterable[Wire]) -> Iterable[Days]:
    told = [_told(report["when"]) for report in reports if report.get("when")]
    others = when.get("alternatives") or ()
    return every_reading(_told(when), [_told(other).days for other in others], told)


def _told(when: Wire) -> Told:
    days = _day(when["earliest"]), _day(when["latest"]), when.get("extent") == "throughout"
    return Told(days, when.get("basis", "stated"))


_DAY_NUMBERS: dict[str, int] = {}


def _day(iso: str) -> int:
    """The number of a written day; few days are written very often."""
    known = _DAY_NUMBERS.get(iso)
    if known is None:
        known = day_number(date.fromisoformat(iso))
        if len(_DAY_NUMBERS) < 100_000:
            _DAY_NUMBERS[iso] = known
    return known


def _objects(values: list[str]) -> np.ndarray[Any, Any]:
    held = np.empty(len(values), dtype=object)
    held[:] = values
    return held


def _text_column(values: list[str]) -> Any:
    """Packed text; plain objects where one holds a lone surrogate, which packed text cannot."""
    try:
        return pd.array(values, dtype="string")
    except UnicodeEncodeError:
        return pd.Series(values, dtype=object)


def _date_order(frame: pd.DataFrame) -> Any:
    """Row numbers in date order, undated ones last; ties by last day, title and id."""
    keys = [np.where(frame[f.DATED], frame[name], f.NEVER) for name in (f.LAST, f.FIRST)]
    order = np.lexsort(keys)
    new = np.any([key[order[1:]] != key[order[:-1]] for key in keys], axis=0)
    ends = [*(np.flatnonzero(new) + 1).tolist(), len(order)]
    titles, ids = (list(frame[name]) for name in (f.TITLE, f.ID))
    begin = 0
    for end in ends:
        if end - begin > 1:
            order[begin:end] = sorted(order[begin:end].tolist(), key=lambda row: (titles[row], ids[row]))
        begin = end
    return order
