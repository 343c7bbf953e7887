"""TimelineJS 3 JSON: a slide an event, for newsrooms that publish with Knight Lab's timeline."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from timeline_app.export.json_text import dump, listed
from timeline_app.export.rows import report_cells, rows_of, when_words
from timeline_app.model import Event, Query, Source, Timeline, When
from timeline_app.views import Ledger, disputed_words, visible, where_label

OWN = "timeline_app"
"""The member that holds our rows, their words escaped like all others."""

_UNITS = {"year": 1, "month": 2}
"""How many of year, month and day are told for a date of that precision; all three for others."""


def write_timelinejs(
    timeline: Timeline,
    query: Query | None = None,  # noqa: ARG001 - the format has no room for it
    ledger: Ledger | None = None,  # noqa: ARG001
    generated: datetime | None = None,  # noqa: ARG001
) -> Iterator[str]:
    """The JSON in pieces, a slide a line.

    A slide needs a date, so undated events are named on the title slide. A real span has an `end_date`; where
    only the day is unknown the slide stands at the first possible day and `display_date` says what is known.
    Headline and text are HTML there: words of documents are escaped. The member "timeline_app", which TimelineJS
    passes over, holds the rows of the csv, so that `imports` reads back what a slide cannot say.
    """
    sources = {source.id: source for source in timeline.sources}
    undated = [event for event in timeline.events if event.when is None]
    yield "{"
    if undated:
        yield f'"title": {dump(_title(undated))},\n'
        yield from listed(OWN, (row for event in undated for row in _rows(event, sources)))
        yield ",\n"
    yield from listed("events", (_slide(event, event.when, sources) for event in timeline.events if event.when))
    yield "}\n"


def _rows(event: Event, sources: Mapping[str, Source]) -> Iterator[dict[str, str]]:
    """Blank cells say nothing, but for what a source does not tell."""
    rows = rows_of(event, sources)
    return ({name: _text(cell) for name, cell in row.items() if cell or name.startswith("told_")} for row in rows)


def _title(undated: list[Event]) -> dict[str, Any]:
    names = "".join(f"<li>{_text(event.title)}</li>" for event in undated)
    count = f"{len(undated)} events have" if len(undated) > 1 else "1 event has"
    return {"text": {"headline": "Timeline", "text": f"<p>{count} no date and no slide:</p><ul>{names}</ul>"}}


def _slide(event: Event, when: When, sources: Mapping[str, Source]) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": visible(event.id),
        "start_date": _date(when, when.earliest),
        "display_date": _text(when_words(when)),
        "text": {"headline": _text(event.title), "text": _body(event, sources)},
        "group": event.type,
        "autolink": False,
        OWN: list(_rows(event, sources)),
    }
    if when.extent == "throughout" and not when.is_single_day and when.latest != date.max:
        slide["end_date"] = _date(when, when.latest)
    return slide


def _date(when: When, day: date) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(parts.items())[: _UNITS.get(when.precision, 3)])


def _body(event: Event, sources: Mapping[str, Source]) -> str:
    told = [report_cells(report, event, sources) for report in event.reports]
    quoted = [f"“{cells['quote']}” — {cells['source']}" if cells["quote"] else cells["source"] for cells in told]
    lines = [where_label(event) if event.where else "", disputed_words(event), event.summary, *quoted]
    return "".join(f"<p>{_text(line)}</p>" for line in lines if line)


def _text(words: str) -> str:
    return html.escape(visible(words))
