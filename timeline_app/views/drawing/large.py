"""What the browser is sent of a view too large to send whole: counts, and pages of what is looked at.

Map and lanes are drawn in bins (`bins`), the list comes in pages, and `reply` answers what the browser asks while one
zooms and scrolls. See docs/decisions/0011.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pandas as pd

from timeline_app.model import Event, Query
from timeline_app.views.claims.claim_words import disputed_words
from timeline_app.views.drawing.bins import Sight, map_bins, type_codes
from timeline_app.views.drawing.payload import EVERYTHING, Payload, area_corners, filter_range
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.arrays import Whole
from timeline_app.views.frames.days import day_number
from timeline_app.views.frames.selection import Selection, search_words
from timeline_app.views.frames.tellers import teller_counts
from timeline_app.views.words.labels import range_words, when_label, where_label
from timeline_app.views.words.palette import TYPE_INDEX, palette
from timeline_app.views.words.text import visible

MANY = 2_000
"""Events from which a view is drawn in bins: more marks than that cannot be told apart."""
SINGLY = 400
"""Events up to which a stretch of the lanes is drawn one by one."""
PAGE = 100
"""Rows of the list that are sent at once."""
COLUMNS = 160
"""Bins of a lane."""


def is_large(selection: Selection) -> bool:
    """Whether a view is drawn in bins."""
    return len(selection.rows) > MANY


def large_map_payload(selection: Selection, version: str, query: Query = EVERYTHING) -> Payload:
    """The map payload of a large view: no places and events, but bins (see `map_bins`)."""
    nothing: Payload = {name: [] for name in ("key", "name", "lat", "lon", "radius_km", "kind", "n", "events")}
    return {
        "version": version,
        "types": palette(),
        "places": nothing,
        "events": {name: [] for name in ("id", "title", "date", "type", "sources")},
        "bins": map_bins(selection),
        "area": area_corners(query),
    }


def large_timeline_payload(selection: Selection, strip: Payload, query: Query, version: str) -> Payload:
    """The timeline payload of a large view: no events, but `large`: counts, bins and the list's first page.

    Args:
        selection: the view.
        strip: `density.density` of everything.
        query: its filter.
        version: a new one for new content.
    """
    middles = _middles(selection)
    domain = [int(middles.min()), int(middles.max())] if len(middles) else [0, 0]
    focus = [int(np.quantile(middles, share)) for share in (0.005, 0.995)] if len(middles) else domain
    asked = filter_range(query, strip)
    nothing = _rows(selection.stretch(0, 0), [])
    return {
        "version": version,
        "types": palette(),
        "events": {**nothing, "first": [], "last": [], "extent": [], "approximate": []},
        "undated": nothing,
        "density": strip,
        "range": asked,
        "range_words": range_words(query),
        "known_by": None if query.known_by is None else day_number(query.known_by),
        "words": list(search_words(query.text)),
        "large": {
            "dated": selection.dated,
            "undated": len(selection.rows) - selection.dated,
            "domain": [min(domain[0], focus[0]), max(domain[1], focus[1])],
            "focus": asked or focus,
            "lanes": lanes_bins(selection, *(asked or focus)),
            "page": list_page(selection, 0),
        },
    }


def list_page(selection: Selection, begin: int, count: int = PAGE) -> Payload:
    """Some rows of the list, from the place `begin` in the view on: dated events, then undated ones."""
    page = selection.stretch(begin, min(count, 5 * PAGE))
    return {"begin": max(0, begin), **_rows(page, list(page[f.EVENT])), **_days(page)}


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


def _days(frame: pd.DataFrame) -> Payload:
    return {"first": frame[f.FIRST].tolist(), "last": frame[f.LAST].tolist()}


def _rows(frame: pd.DataFrame, events: list[Event]) -> Payload:
    return {
        "id": [event.id for event in events],
        "title": [visible(event.title) for event in events],
        "type": [TYPE_INDEX[event.type] for event in events],
        "place": [where_label(event) for event in events],
        "sources": teller_counts(frame),
        "disputed": [disputed_words(event) for event in events],
        "date": [when_label(event.when) for event in events],
        "basis": [event.when.basis if event.when else None for event in events],
        "spots": [[[place.lat, place.lon] for place in event.where if place.is_placed] for event in events],
    }


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
    types = type_codes(selection.whole)[rows[inside]]
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


def _middles(selection: Selection) -> Whole:
    """The middle day of every dated row of the view; of a date without beginning or end, the end it has."""
    rows = selection.rows[: selection.dated]
    firsts, lasts = (selection.whole[name].to_numpy()[rows] for name in (f.FIRST, f.LAST))
    return np.where(firsts <= _NO_BEGINNING, lasts, np.where(lasts >= _NO_END, firsts, (firsts + lasts) // 2))


_NO_BEGINNING, _NO_END = -719_162, 2_932_896
"""1 January of the year 1 and 31 December 9999, as days since 1970-01-01."""


def _bars(frame: pd.DataFrame) -> Payload:
    events = list(frame[f.EVENT])
    return {
        **_rows(frame, events),
        **_days(frame),
        "extent": [event.when.extent for event in events if event.when],
        "approximate": [event.when.approximate for event in events if event.when],
    }


def reply(selection: Selection, asked: Mapping[str, object]) -> Payload:
    """Answers to what a browser asks of a large view; it is not trusted, so what makes no sense stays unanswered.

    Args:
        selection: the view.
        asked: `page`: a place in the list; `find`: an event's id; `day`: a day to find in the list; `lanes`:
            [first, last] in days; `map`: [south, west, north, east, zoom].
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
