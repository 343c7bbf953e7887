"""The timeline file: everything about a view in one JSON text that `imports` reads back without loss."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from importlib.metadata import version
from typing import Any

from timeline_app.export.json_text import dump, listed
from timeline_app.model import (
    Event,
    Judgement,
    Query,
    Source,
    Timeline,
    event_to_wire,
    judgement_to_wire,
    problem_to_wire,
    source_to_wire,
)
from timeline_app.views import Ledger

FORMAT = "timeline/1"


def write_timeline(
    timeline: Timeline,
    query: Query | None = None,
    ledger: Ledger | None = None,
    generated: datetime | None = None,
) -> Iterator[str]:
    """The timeline file in pieces of text, one event a line, safe to encode as UTF-8.

    Args:
        timeline: what to write; its events are those of the view already (`Selection.events`).
            Documents and judgements that none of them refers to are left out when a filter is given;
            problems always stay, since nobody can tell what an unread row would have said.
        query: the filter that chose the events, recorded in the file; None for everything.
        ledger: counts of the view; reckoned from the events when None.
        generated: the moment written into the file, now when None.
    """
    head = {
        "format": FORMAT,
        "generated": timestamp(generated),
        "generator": f"timeline-app {version('timeline-app')}",
        "filter": query_to_wire(query or Query()),
        "counts": counts_to_wire(ledger or whole_ledger(timeline.events)),
    }
    kept = timeline if query is None or query == Query() else without_strangers(timeline)
    yield dump(head)[:-1]
    yield ",\n"
    yield from listed("documents", (source_to_wire(source) for source in kept.sources))
    yield ",\n"
    yield from listed("problems", (problem_to_wire(problem) for problem in kept.problems))
    yield ",\n"
    yield from listed("judgements", (judgement_to_wire(judgement) for judgement in kept.judgements))
    yield ",\n"
    yield from listed("events", (event_to_wire(event) for event in kept.events))
    yield "}\n"


def timestamp(moment: datetime | None) -> str:
    """RFC 3339 in UTC, to the second: "2026-11-20T22:18:33Z"."""
    moment = moment or datetime.now(UTC)
    if moment.tzinfo is None:
        raise ValueError("the moment of writing needs a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def query_to_wire(query: Query) -> dict[str, Any]:
    """The filter as the file records it; null and empty lists mean "no limit"."""
    return {
        "from": _day(query.first),
        "to": _day(query.last),
        "area": None if query.area is None else [query.area.south, query.area.west, query.area.north, query.area.east],
        "certainty": query.certainty,
        "known_by": _day(query.known_by),
        "types": list(query.types),
        "actors": list(query.actors),
        "places": list(query.places),
        "sources": list(query.sources),
        "text": query.text,
        "origins": list(query.origins),
        "reviews": list(query.reviews),
        "undated": query.undated,
        "unplaced": query.unplaced,
        "guesses": query.guesses,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def counts_to_wire(ledger: Ledger) -> dict[str, int]:
    """The ledger; rejected, filtered, undated, unplaced and shown add up to total."""
    return {
        "total": ledger.total,
        "shown": ledger.shown,
        "undated": ledger.undated,
        "unplaced": ledger.unplaced,
        "filtered": ledger.filtered,
        "rejected": ledger.rejected,
    }


def whole_ledger(events: Iterable[Event]) -> Ledger:
    """The counts of an export without any filter; rejected events are in it and counted as such."""
    total = rejected = undated = unplaced = shown = 0
    for event in events:
        total += 1
        rejected += (is_rejected := event.review.status == "rejected")
        undated += (is_undated := not is_rejected and event.when is None)
        unplaced += (is_unplaced := not is_rejected and not is_undated and not event.is_placed)
        shown += not (is_rejected or is_undated or is_unplaced)
    return Ledger(total, rejected, 0, undated, unplaced, shown)


def without_strangers(timeline: Timeline) -> Timeline:
    """The timeline without documents and judgements that none of its events refers to."""
    documents = {name for event in timeline.events for name in event.sources}
    reports = {report.id for event in timeline.events for report in event.reports}
    return Timeline(
        tuple(source for source in timeline.sources if _is_named(source, documents)),
        timeline.events,
        timeline.problems,
        tuple(judgement for judgement in timeline.judgements if _is_about(judgement, reports)),
    )


def _is_named(source: Source, documents: set[str]) -> bool:
    return source.id in documents


def _is_about(judgement: Judgement, reports: set[str]) -> bool:
    return reports.issuperset(judgement.reports)


@cache
def timeline_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the timeline file, as shipped with the package."""
    text = resources.files("timeline_app.export").joinpath("timeline.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
