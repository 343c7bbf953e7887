"""Events as a table: one row an event, columns named here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from timeline_app.model import Event, Where
from timeline_app.views.frames.arrays import TupleArray
from timeline_app.views.frames.days import day_number
from timeline_app.views.frames.readings import event_readings
from timeline_app.views.words.labels import place_name
from timeline_app.views.words.text import fold_text

EVENT: Final = "event"
"""The `model.Event` itself."""
ID: Final = "id"
TYPE: Final = "type"
ORIGIN: Final = "origin"
REVIEW: Final = "review"
"""Status of the review."""
DATED: Final = "dated"
PLACED: Final = "placed"
FIRST: Final = "first"
LAST: Final = "last"
"""First and last day in days since 1970-01-01; 0 where undated, so look at DATED."""
LASTED: Final = "lasted"
"""Whether it lasted throughout FIRST..LAST rather than fell within."""
GUESSED: Final = "guessed"
"""Whether the date is only a guess, from publication as a rule."""
PUBLISHED: Final = "published"
"""Day of the earliest publication among its reports, days since 1970-01-01; NEVER when unknown."""
KNOWN: Final = "known"
"""The same, articles that its author only names among them (`known.with_named_days`)."""
ACTORS: Final = "actors"
PLACES: Final = "places"
SOURCES: Final = "sources"
"""Tuples of names as written; of places, of (id, name, words), each perhaps empty."""
TOLD_BY: Final = "told_by"
"""The same as SOURCES, an article and the names lists give it as one (`tellers.with_articles`)."""
SEARCH: Final = "search"
"""All searchable text, folded, joined by line feeds."""
TITLE: Final = "title"
SPOTS: Final = "spots"
"""Where it is drawn on a map: tuples of `Spot`."""
READINGS: Final = "readings"
"""All dates an event may have where there are several (`readings.every_reading`): (first, last, lasted) each."""

NEVER: Final = 2**31
"""Later than any calendar day."""


class Spot(NamedTuple):
    """A place on the map as an event names it."""

    place_id: str
    name: str
    lat: float
    lon: float
    radius_km: float | None
    kind: str


def events_frame(events: Iterable[Event]) -> pd.DataFrame:
    """The events as rows in date order, undated ones last; ties by last day, title and id."""
    ordered = sorted(events, key=_date_order)
    return pd.DataFrame({**_texts(ordered), **_flags(ordered), **_days(ordered), **_names(ordered), **_shapes(ordered)})


def _date_order(event: Event) -> tuple[bool, date, date, str, str]:
    when = event.when
    if when is None:
        return True, date.max, date.max, event.title, event.id
    return False, when.earliest, when.latest, event.title, event.id


def _objects(values: Iterable[object]) -> pd.Series[Any]:
    """A column that keeps Python objects: pandas' own text type refuses lone surrogates."""
    return pd.Series(list(values), dtype=object)


def _texts(events: Sequence[Event]) -> dict[str, Any]:
    return {
        EVENT: _objects(events),
        ID: _objects(event.id for event in events),
        TITLE: _objects(event.title for event in events),
        TYPE: _objects(event.type for event in events),
        ORIGIN: _objects(event.origin for event in events),
        REVIEW: _objects(event.review.status for event in events),
        SEARCH: _objects(_searchable(event) for event in events),
    }


def _flags(events: Sequence[Event]) -> dict[str, Any]:
    return {
        DATED: np.array([event.when is not None for event in events], dtype=bool),
        PLACED: np.array([event.is_placed for event in events], dtype=bool),
        LASTED: np.array([e.when is not None and e.when.extent == "throughout" for e in events], dtype=bool),
        GUESSED: np.array([e.when is not None and e.when.basis == "publication" for e in events], dtype=bool),
    }


def _days(events: Sequence[Event]) -> dict[str, Any]:
    published = np.array([day_number(e.published[0]) if e.published else NEVER for e in events], np.int64)
    return {
        PUBLISHED: published,
        KNOWN: published.copy(),
        FIRST: np.array([day_number(e.when.earliest) if e.when else 0 for e in events], dtype=np.int64),
        LAST: np.array([day_number(e.when.latest) if e.when else 0 for e in events], dtype=np.int64),
    }


def _names(events: Sequence[Event]) -> dict[str, Any]:
    sources = TupleArray.of(event.sources for event in events)
    return {
        ACTORS: pd.Series(TupleArray.of([actor.name for actor in event.actors] for event in events)),
        PLACES: pd.Series(TupleArray.of(map(place_keys, event.where) for event in events)),
        SOURCES: pd.Series(sources),
        TOLD_BY: pd.Series(sources.copy()),
    }


def place_keys(where: Where) -> tuple[str, str, str]:
    """What a place can be asked for by."""
    return where.place_id, where.name, where.text


def _shapes(events: Sequence[Event]) -> dict[str, Any]:
    return {
        SPOTS: pd.Series(TupleArray.of(_spots(event) for event in events)),
        READINGS: pd.Series(TupleArray.of(event_readings(event) for event in events)),
    }


def _spots(event: Event) -> list[Spot]:
    return [
        Spot(where.place_id, place_name(where), where.lat, where.lon, where.radius_km, where.kind)
        for where in event.where
        if where.is_placed and where.lat is not None and where.lon is not None
    ]


def _searchable(event: Event) -> str:
    texts = [event.title, event.summary]
    texts += [report.quote for report in event.reports]
    texts += [actor.name for actor in event.actors]
    for where in event.where:
        texts += [place_name(where), where.text]
    return "\n".join(dict.fromkeys(fold_text(text) for text in texts if text))
