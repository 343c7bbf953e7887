"""What the browser draws of a view too large to draw event by event: how many where, how many when, and pages of the list.

Every event is in exactly one bin of the lanes and, for each place it has, in exactly one bin of the map. A bin tells how
many it holds and opens into finer ones, down to places and events. See docs/decisions/0007.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline_app.model import Event, Query
from timeline_app.views import frame as f
from timeline_app.views.arrays import TupleArray, Whole
from timeline_app.views.labels import range_words, when_label, where_label
from timeline_app.views.palette import TYPE_INDEX, palette
from timeline_app.views.payload import Payload, filter_range
from timeline_app.views.selection import Selection
from timeline_app.views.text import visible

MANY = 2_000
"""Events from which a view is drawn in bins: more marks than that cannot be told apart."""
SINGLY = 400
"""Places, or events, up to which a stretch of map or lanes is drawn one by one."""
PAGE = 100
"""Rows of the list that are sent at once."""
COLUMNS = 160
"""Bins of a lane."""
CELL = 60
"""Width of a bin on the map, in pixels: room for its mark."""

_TILE = 256
_FRAME = (760, 400)
"""Pixels of a map about as large as the page's, before the browser tells."""
_ZOOMS = (2, 14)
_FLAT = 85.05
"""Latitude at which Mercator's world is as high as it is wide."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a map shows, in degrees, and its zoom."""

    south: float
    west: float
    north: float
    east: float
    zoom: float


def is_large(selection: Selection) -> bool:
    """Whether a view is drawn in bins."""
    return len(selection.rows) > MANY


def large_map_payload(selection: Selection, version: str) -> Payload:
    """The map payload of a large view: no places and events, but bins (see `map_bins`)."""
    nothing = {name: [] for name in ("key", "name", "lat", "lon", "radius_km", "kind", "n", "events")}
    return {
        "version": version,
        "types": palette(),
        "places": nothing,
        "events": {name: [] for name in ("id", "title", "date", "type", "sources")},
        "bins": map_bins(selection),
    }


def large_timeline_payload(selection: Selection, strip: Payload, query: Query, version: str) -> Payload:
    """The timeline payload of a large view: no events, but `large`: counts, bins and the list's first page.

    Args:
        selection: the view.
        strip: `payload.density` of everything.
        query: its filter.
        version: a new one for new content.
    """
    middles = _middles(selection)
    domain = [int(middles.min()), int(middles.max())] if len(middles) else [0, 0]
    focus = [int(np.quantile(middles, share)) for share in (0.005, 0.995)] if len(middles) else domain
    asked = filter_range(query, strip)
    return {
        "version": version,
        "types": palette(),
        "events": {**_rows([]), "first": [], "last": [], "extent": [], "approximate": []},
        "undated": _rows([]),
        "density": strip,
        "range": asked,
        "range_words": range_words(query),
        "large": {
            "dated": selection.dated,
            "undated": len(selection.rows) - selection.dated,
            "domain": [min(domain[0], focus[0]), max(domain[1], focus[1])],
            "focus": asked or focus,
            "lanes": lanes_bins(selection, *(asked or focus)),
            "page": list_page(selection, 0),
        },
    }


# -- the list -------------------------------------------------------------------------------------


def list_page(selection: Selection, begin: int, count: int = PAGE) -> Payload:
    """Some rows of the list, from the place `begin` in the view on: dated events, then undated ones."""
    page = selection.stretch(begin, min(count, 5 * PAGE))
    return {"begin": max(0, begin), **_rows(list(page[f.EVENT])), **_days(page)}


def _days(frame: pd.DataFrame) -> Payload:
    return {"first": frame[f.FIRST].tolist(), "last": frame[f.LAST].tolist()}


def _rows(events: list[Event]) -> Payload:
    return {
        "id": [event.id for event in events],
        "title": [visible(event.title) for event in events],
        "type": [TYPE_INDEX[event.type] for event in events],
        "place": [where_label(event) for event in events],
        "sources": [len(event.sources) for event in events],
        "date": [when_label(event.when) for event in events],
        "basis": [event.when.basis if event.when else None for event in events],
        "spots": [[[place.lat, place.lon] for place in event.where if place.is_placed] for event in events],
    }


def place_in_list(selection: Selection, event_id: str) -> int:
    """At which place of the view an event stands, -1 when it is not in it."""
    rows = np.flatnonzero((selection.whole[f.ID] == event_id).to_numpy(dtype=bool))
    if not len(rows):
        return -1
    place = int(np.searchsorted(selection.rows, rows[0]))
    return place if place < len(selection.rows) and selection.rows[place] == rows[0] else -1


def place_of_day(selection: Selection, day: int) -> int:
    """At which place of the view the events that begin on a day or later begin."""
    firsts = selection.whole[f.FIRST].to_numpy()[selection.rows[: selection.dated]]
    return int(np.searchsorted(firsts, day))


# -- the lanes ------------------------------------------------------------------------------------


def lanes_bins(selection: Selection, first: int, last: int) -> Payload:
    """How many events of each type lie when, within a stretch of days; each at the middle of its date.

    Returns:
        `first`, `last`: the stretch; `width`: days in a bin; `types` and, for each, `counts`; `held`: events in the
        stretch; `before`, `after`: events on either side; `events`: columns of the events themselves, and `at`,
        their places in the list, where they are few, else null.
    """
    first, last = min(first, last), max(first, last)
    middles, rows = _middles(selection), selection.rows[: selection.dated]
    inside = (middles >= first) & (middles <= last)
    width = max(1, -(-(last - first + 1) // COLUMNS))
    bins = -(-(last - first + 1) // width)
    types = _types(selection.whole)[rows[inside]]
    counts = np.bincount(types * bins + (middles[inside] - first) // width, minlength=len(TYPE_INDEX) * bins)
    table = counts.reshape(-1, bins)
    shown = np.argsort(-table.sum(axis=1), kind="stable")[: int((table.sum(axis=1) > 0).sum())]
    held = int(inside.sum())
    places = np.flatnonzero(inside) if held <= SINGLY else None
    return {
        "first": first,
        "last": last,
        "width": width,
        "types": shown.tolist(),
        "counts": table[shown].tolist(),
        "held": held,
        "before": int((middles < first).sum()),
        "after": int((middles > last).sum()),
        "events": None if places is None else _bars(selection.whole.take(rows[places])),
        "at": None if places is None else places.tolist(),
    }


def _bars(frame: pd.DataFrame) -> Payload:
    events = list(frame[f.EVENT])
    return {
        **_rows(events),
        **_days(frame),
        "extent": [event.when.extent for event in events if event.when],
        "approximate": [event.when.approximate for event in events if event.when],
    }


def _middles(selection: Selection) -> Whole:
    """The middle day of every dated row of the view; of a date without beginning or end, the end it has."""
    rows = selection.rows[: selection.dated]
    firsts, lasts = (selection.whole[name].to_numpy()[rows] for name in (f.FIRST, f.LAST))
    return np.where(firsts <= _NO_BEGINNING, lasts, np.where(lasts >= _NO_END, firsts, (firsts + lasts) // 2))


_NO_BEGINNING, _NO_END = -719_162, 2_932_896
"""1 January of the year 1 and 31 December 9999, as days since 1970-01-01."""


def _types(frame: pd.DataFrame) -> Whole:
    """The palette's number of every row's type."""
    codes: Whole = frame[f.TYPE].map(TYPE_INDEX).to_numpy(dtype=np.int64)
    return codes


# -- the map --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Spots:
    """The vocabulary of places as arrays, with the row and spot of every naming, in date order."""

    lat: np.ndarray[Any, np.dtype[np.float64]]
    lon: np.ndarray[Any, np.dtype[np.float64]]
    x: np.ndarray[Any, np.dtype[np.float64]]
    y: np.ndarray[Any, np.dtype[np.float64]]
    rows: Whole
    codes: Whole
    types: Whole


def _spots(frame: pd.DataFrame) -> _Spots:
    held: TupleArray = frame[f.SPOTS].array
    known: _Spots | None = held.notes.get("spots")
    if known is None:
        lat = np.array([spot.lat for spot in held.vocabulary], dtype=np.float64)
        lon = np.array([spot.lon for spot in held.vocabulary], dtype=np.float64)
        known = held.notes["spots"] = _Spots(lat, lon, *_mercator(lat, lon), held.rows, held.codes, _types(frame))
    return known


def _mercator(lat: Any, lon: Any) -> tuple[Any, Any]:
    """Where a point lies on Mercator's square, from 0 to 1, west to east and north to south."""
    slope = np.sin(np.radians(np.clip(lat, -_FLAT, _FLAT)))
    return lon / 360 + 0.5, 0.5 - np.log((1 + slope) / (1 - slope)) / (4 * math.pi)


def map_bins(selection: Selection, sight: Sight | None = None) -> Payload:
    """How many events lie where: single places where they are few, else cells of a grid as fine as the zoom.

    Args:
        selection: the view.
        sight: what the map shows, with a margin; None: everything, in cells fit for the whole.

    Returns:
        Columns, one entry a bin: `lat`, `lon` (the middle of its events), `n`, `shares` ([type, n], largest first),
        `name` (of the place most of them name), `places` (how many different ones), `radius_km` and `kind` (of a
        single place), `first` (id of its first event), `title` and `date` of that event where it is the only one,
        `box` (south, west, north, east of its places); and `zoom`, null where the places stand singly everywhere.
    """
    spots = _spots(selection.whole)
    passing = np.zeros(len(selection.whole), dtype=bool)
    passing[selection.rows] = True
    wanted = passing[spots.rows]
    if sight is not None:
        wanted &= _inside(spots, sight)[spots.codes]
    rows, codes = spots.rows[wanted], spots.codes[wanted]
    used = np.unique(codes)
    zoom = _zoom(spots, used) if sight is None else sight.zoom
    singly = len(used) <= SINGLY
    cells, here = np.unique(_points(spots, used) if singly else _grid(spots, used, zoom), return_inverse=True)
    cell_of = np.zeros(len(spots.lat), dtype=np.int64)
    cell_of[used] = here
    rows, codes = _once(rows, codes, cell_of, len(cells))
    return {
        "zoom": None if singly and sight is None else zoom,
        **_bin_columns(selection.whole, spots, rows, codes, used, cell_of, len(cells)),
    }


def _inside(spots: _Spots, sight: Sight) -> Any:
    high = (spots.lat >= sight.south) & (spots.lat <= sight.north)
    return high & (spots.lon >= sight.west) & (spots.lon <= sight.east)


def _zoom(spots: _Spots, used: Whole) -> float:
    """The zoom at which all of it fits the map."""
    if not len(used):
        return float(_ZOOMS[0])
    rooms = (
        room / (_TILE * max(float(np.ptp(axis[used])), 1e-9))
        for room, axis in zip(_FRAME, (spots.x, spots.y), strict=True)
    )
    return float(min(max(math.floor(2 * math.log2(min(rooms))) / 2, _ZOOMS[0]), _ZOOMS[1]))


def _points(spots: _Spots, used: Whole) -> Whole:
    """One number for each point, to four decimals (11 m), as markers are grouped elsewhere."""
    lat, lon = (np.round(axis[used] * 10_000).astype(np.int64) for axis in (spots.lat, spots.lon))
    return lat * 10_000_000 + lon


def _grid(spots: _Spots, used: Whole, zoom: float) -> Whole:
    cells = _TILE * 2**zoom / CELL
    x, y = (np.floor(axis[used] * cells).astype(np.int64) for axis in (spots.x, spots.y))
    return y * 100_000_000 + x


def _once(rows: Whole, codes: Whole, cell_of: Whole, cells: int) -> tuple[Whole, Whole]:
    """Without the second naming where an event names two places of one cell."""
    keys = rows * max(1, cells) + cell_of[codes]
    often = np.flatnonzero(np.isin(rows, rows[1:][rows[1:] == rows[:-1]])) if len(rows) else rows
    stays = np.ones(len(rows), dtype=bool)
    stays[often] = False
    stays[often[np.unique(keys[often], return_index=True)[1]]] = True
    return rows[stays], codes[stays]


def _bin_columns(
    frame: pd.DataFrame, spots: _Spots, rows: Whole, codes: Whole, used: Whole, cell_of: Whole, cells: int
) -> Payload:
    held: TupleArray = frame[f.SPOTS].array
    at, kinds = cell_of[codes], len(TYPE_INDEX)
    counts = np.bincount(at, minlength=cells)
    shares = np.bincount(at * kinds + spots.types[rows], minlength=cells * kinds).reshape(-1, kinds)
    named = np.bincount(codes, minlength=len(spots.lat))
    common, first = np.zeros(cells, dtype=np.int64), np.zeros(cells, dtype=np.int64)
    by_count = used[np.argsort(named[used], kind="stable")]
    common[cell_of[by_count]] = by_count  # the last one written stays: the commonest
    first[at[::-1]] = rows[::-1]  # and here the earliest
    places = np.bincount(cell_of[used], minlength=cells)
    middle = [np.bincount(at, weights=axis[codes], minlength=cells) / np.maximum(counts, 1) for axis in (spots.lat, spots.lon)]
    alone = [held.vocabulary[code] if count == 1 else None for code, count in zip(common, places, strict=True)]
    only = counts == 1
    events = dict(zip(first[only].tolist(), frame[f.EVENT].take(first[only]), strict=True))
    return {
        "lat": np.round(middle[0], 5).tolist(),
        "lon": np.round(middle[1], 5).tolist(),
        "n": counts.tolist(),
        "shares": [_shares(row) for row in shares],
        "name": [visible(held.vocabulary[code].name) for code in common],
        "places": places.tolist(),
        "radius_km": [spot.radius_km if spot else None for spot in alone],
        "kind": [spot.kind if spot else "" for spot in alone],
        "first": list(frame[f.ID].take(first)),
        "title": [visible(events[row].title) if row in events else "" for row in first.tolist()],
        "date": [when_label(events[row].when) if row in events else "" for row in first.tolist()],
        "box": _boxes(spots, used, cell_of, cells),
    }


def _shares(counts: Whole) -> list[list[int]]:
    order = np.argsort(-counts, kind="stable")
    return [[int(kind), int(counts[kind])] for kind in order if counts[kind]]


def _boxes(spots: _Spots, used: Whole, cell_of: Whole, cells: int) -> list[list[float]]:
    boxes = np.tile(np.array([90.0, 180.0, -90.0, -180.0]), (cells, 1))
    at = cell_of[used]
    for column, axis, widen in ((0, spots.lat, np.minimum), (1, spots.lon, np.minimum), (2, spots.lat, np.maximum),
                                (3, spots.lon, np.maximum)):  # fmt: skip
        widen.at(boxes[:, column], at, axis[used])
    rounded: list[list[float]] = np.round(boxes, 5).tolist()
    return rounded


# -- what the browser asks ------------------------------------------------------------------------


def reply(selection: Selection, asked: Mapping[str, object]) -> Payload:
    """Answers to what a browser asks of a large view; it is not trusted, so what makes no sense stays unanswered.

    Args:
        selection: the view.
        asked: `page`: a place in the list; `find`: an event's id; `day`: where in the list a day begins; `lanes`: [first, last] in days; `map`: [south,
            west, north, east, zoom].
    """
    answer: Payload = {}
    page, sought, day = asked.get("page"), asked.get("find"), asked.get("day")
    days, sight = _numbers(asked.get("lanes"), 2), _numbers(asked.get("map"), 5)
    if isinstance(day, int):
        answer["day"] = place_of_day(selection, day)
        page = max(0, answer["day"] - PAGE // 4)
    if isinstance(sought, str):
        found = place_in_list(selection, sought)
        answer["find"] = {"id": sought, "at": found}
        page = max(0, found - PAGE // 4) if found >= 0 else page
    if isinstance(page, int):
        answer = {"page": list_page(selection, min(page, len(selection.rows))), **answer}
    if days is not None:
        answer["lanes"] = lanes_bins(selection, *(int(min(max(day, _NO_BEGINNING), _NO_END)) for day in days))
    if sight is not None:
        south, west, north, east, zoom = sight
        answer["map"] = map_bins(selection, Sight(south, west, north, east, min(max(zoom, 0), 20)))
    return answer


def _numbers(value: object, count: int) -> list[float] | None:
    """So many finite numbers, or None."""
    if not isinstance(value, list) or len(value) != count:
        return None
    numbers = [float(one) for one in value if isinstance(one, (int, float)) and math.isfinite(one)]
    return numbers if len(numbers) == count else None
