"""What the browser parts draw: plain columns of JSON types, see docs/decisions/0001."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from timeline_app.model import Event, Query, Where
from timeline_app.views.claims.claim_words import disputed_words
from timeline_app.views.drawing.density import density
from timeline_app.views.drawing.movement import legs_payload
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.days import day_number
from timeline_app.views.frames.selection import inside, search_words
from timeline_app.views.frames.tellers import teller_counts
from timeline_app.views.words.labels import place_name, range_words, when_label, where_label
from timeline_app.views.words.palette import TYPE_INDEX, palette
from timeline_app.views.words.text import visible

Payload = dict[str, Any]

EVERYTHING = Query()

SAME_PLACE_DEGREES = 0.1
"""A point set by hand and the gazetteer's for one town hardly differ by more (11 km northward)."""


def map_payload(selection: pd.DataFrame, version: str, query: Query = EVERYTHING) -> Payload:
    """One marker a place, with the events there in date order.

    Undated events with a place are on the map, after the dated ones. An event with several places is
    at each of them. Places are one when they have the same gazetteer id (and points no more than a
    tenth of a degree apart), or without an id the same point to four decimals (11 m). `sources` is the
    number of documents that report the event; `radius_km` is the largest at that place, null when none
    is known. `inside` says how much of each event's date lies in the filter's range (see `selection.inside`),
    null without a range; `first` and `last` are its days, null where undated. `legs` are the movements
    (see `movement.legs_payload`), `area` the filter's box.
    """
    placed = selection[selection[f.PLACED]]
    events = list(placed[f.EVENT])
    places = _group(events)
    return {
        "version": version,
        "types": palette(),
        "places": {
            "key": list(places),
            "name": [visible(place_name(place.first)) for place in places.values()],
            "lat": [float(place.first.lat or 0.0) for place in places.values()],
            "lon": [float(place.first.lon or 0.0) for place in places.values()],
            "radius_km": [place.radius_km for place in places.values()],
            "kind": [place.first.kind for place in places.values()],
            "n": [len(place.events) for place in places.values()],
            "events": [place.events for place in places.values()],
        },
        "events": {
            "id": [event.id for event in events],
            "title": [visible(event.title) for event in events],
            "date": [when_label(event.when) for event in events],
            "type": [TYPE_INDEX[event.type] for event in events],
            "sources": teller_counts(placed),
            "inside": _inside(placed, query),
            "first": _days_or_none(placed, f.FIRST),
            "last": _days_or_none(placed, f.LAST),
        },
        "legs": legs_payload(events),
        "area": area_corners(query),
    }


def area_corners(query: Query) -> list[float] | None:
    """South, west, north, east of the filter's area, None without one."""
    area = query.area
    return None if area is None else [area.south, area.west, area.north, area.east]


def _inside(frame: pd.DataFrame, query: Query) -> list[float] | None:
    shares = inside(frame, query)
    return None if shares is None else [round(share, 2) for share in shares.tolist()]


def _days_or_none(frame: pd.DataFrame, name: str) -> list[int | None]:
    days = zip(frame[name].tolist(), frame[f.DATED].tolist(), strict=True)
    return [day if dated else None for day, dated in days]


@dataclass(slots=True)
class _Marker:
    """A place while its events are gathered."""

    first: Where
    radius_km: float | None = None
    events: list[int] = field(default_factory=list)


def _group(events: list[Event]) -> dict[str, _Marker]:
    markers: dict[str, _Marker] = {}
    points: dict[str, tuple[float, float]] = {}
    for index, where in _placed(events):
        point = round(where.lat or 0.0, 4), round(where.lon or 0.0, 4)
        marker = markers.setdefault(_key(where, point, points), _Marker(where))
        if where.radius_km is not None:
            marker.radius_km = max(marker.radius_km or 0.0, float(where.radius_km))
        if not marker.events or marker.events[-1] != index:
            marker.events.append(index)
    return markers


def _placed(events: list[Event]) -> Iterator[tuple[int, Where]]:
    for index, event in enumerate(events):
        for where in event.where:
            if where.is_placed:
                yield index, where


def _key(where: Where, point: tuple[float, float], points: dict[str, tuple[float, float]]) -> str:
    """The place id; with the point as well where a file gives one id to points far apart; else the point."""
    at = f"{point[0]:.4f},{point[1]:.4f}"
    if not where.place_id:
        return at
    known = points.setdefault(where.place_id, point)
    near = max(abs(known[0] - point[0]), abs(known[1] - point[1])) <= SAME_PLACE_DEGREES
    return where.place_id if near else f"{where.place_id}@{at}"


def timeline_payload(
    selection: pd.DataFrame, full: pd.DataFrame, query: Query, version: str, strip: Payload | None = None
) -> Payload:
    """Bars for the dated events of the view, a tray for the undated, density over all events.

    `range` is the filter's; an end left open is filled with the end of all data. `range_words` says it as
    it was asked for. `inside` says how much of each date lies in the range, null without one; `others` are the days
    of an event's other dates (a second reading, a source that contradicts), null without any; `disputed` says on
    what its sources cannot all be right, "" on nothing; `known` is the day of the first publication that reports
    the event, null where unknown, `known_by` the filter's day for it; `words` are the folded words looked for.
    `strip` is the density where it is known already.
    """
    dated = selection[selection[f.DATED]]
    undated = selection[~selection[f.DATED]]
    events = list(dated[f.EVENT])
    strip = density(full) if strip is None else strip
    return {
        "version": version,
        "types": palette(),
        "events": {
            **_columns(dated, events),
            "date": [when_label(event.when) for event in events],
            "first": dated[f.FIRST].tolist(),
            "last": dated[f.LAST].tolist(),
            "extent": [event.when.extent for event in events if event.when],
            "basis": [event.when.basis for event in events if event.when],
            "approximate": [event.when.approximate for event in events if event.when],
            "inside": _inside(dated, query),
            "others": _other_days(dated),
            "known": [None if day == f.NEVER else day for day in dated[f.KNOWN].tolist()],
        },
        "undated": _columns(undated, list(undated[f.EVENT])),
        "density": strip,
        "range": filter_range(query, strip),
        "range_words": range_words(query),
        "known_by": None if query.known_by is None else day_number(query.known_by),
        "words": list(search_words(query.text)),
    }


def _columns(frame: pd.DataFrame, events: list[Event]) -> Payload:
    return {
        "id": [event.id for event in events],
        "title": [visible(event.title) for event in events],
        "type": [TYPE_INDEX[event.type] for event in events],
        "place": [where_label(event) for event in events],
        "sources": teller_counts(frame),
        "disputed": [disputed_words(event) for event in events],
    }


def _other_days(frame: pd.DataFrame) -> list[list[list[int]] | None]:
    """First and last day of every other date an event may have; None where there is none."""
    return [[[first, last] for first, last, _ in readings[1:]] or None for readings in frame[f.READINGS]]


def filter_range(query: Query, strip: Payload) -> list[int] | None:
    """The filter's date range in days; an end left open is filled with the end of all data."""
    first, last = (None if day is None else day_number(day) for day in (query.first, query.last))
    if first is None and last is not None:
        first = min(last, strip["first_overall"] if strip["counts"] else last)
    if last is None and first is not None:
        last = max(first, strip["last_overall"] if strip["counts"] else first)
    return None if first is None or last is None else [min(first, last), max(first, last)]
