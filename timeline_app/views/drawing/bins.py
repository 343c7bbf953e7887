"""How many events are where: the bins that a map of too many places is drawn with.

Every event is, for each place it has, in exactly one bin. A bin tells how many it holds and opens into finer ones, down
to single places. See docs/decisions/0011.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from timeline_app.views.drawing.payload import Payload
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import TupleArray, Whole
from timeline_app.views.frames.selection import Selection
from timeline_app.views.words.labels import when_label
from timeline_app.views.words.palette import TYPE_INDEX
from timeline_app.views.words.text import visible

SINGLY = 400
"""Places up to which a stretch of the map is drawn place by place."""
CELL = 60
"""Width of a bin, in pixels: room for its mark."""

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
        known = held.notes["spots"] = _Spots(lat, lon, *_mercator(lat, lon), held.rows, held.codes, type_codes(frame))
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
    used = np.flatnonzero(np.bincount(codes, minlength=len(spots.lat)))
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
    again = rows[1:] == rows[:-1]  # rows rise, so an event's places stand side by side
    often = np.flatnonzero(np.append(again, False) | np.append(False, again))[: len(rows)]
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
    middle = [
        np.bincount(at, weights=axis[codes], minlength=cells) / np.maximum(counts, 1) for axis in (spots.lat, spots.lon)
    ]
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


def type_codes(frame: pd.DataFrame) -> Whole:
    """The palette's number of every row's type."""
    notes = frame[f.SPOTS].array.notes
    codes: Whole | None = notes.get("types")
    if codes is None:
        codes = notes["types"] = np.asarray(frame[f.TYPE].map(TYPE_INDEX), dtype=np.int64)
    return codes
