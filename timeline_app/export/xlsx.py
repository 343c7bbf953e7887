"""The event list as a spreadsheet: the columns of the csv, and a sheet that says what view it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from timeline_app.export.rows import COLUMNS, NUMBERS, rows_of
from timeline_app.export.timeline_file import query_to_wire, timestamp, whole_ledger, without_strangers
from timeline_app.export.workbook import MOST_CHARACTERS, Cell, Sheet, cut, write_workbook
from timeline_app.model import Query, Timeline, guard_cell
from timeline_app.views import Ledger, visible

EVENTS_SHEET, ABOUT_SHEET = "Events", "About this view"

_WIDTHS = {
    "title": 60,
    "summary": 60,
    "quote": 60,
    "source": 30,
    "place": 24,
    "actors": 30,
    "quantities": 24,
    "date": 24,
    "id": 19,
    "type": 26,
    "url": 30,
}
_USUAL_WIDTH = 12

_FILTERS = {
    "from": "First day", "to": "Last day", "known_by": "Known by", "types": "Types", "actors": "Actors",
    "places": "Places", "sources": "Sources", "text": "Words", "origins": "Origin", "reviews": "Review",
}  # fmt: skip


def write_xlsx(
    timeline: Timeline,
    query: Query | None = None,
    ledger: Ledger | None = None,
    generated: datetime | None = None,
) -> Iterator[bytes]:
    """A workbook in pieces: the sheet "Events", one row a place of a report, and "About this view".

    Cells are typed as texts but for coordinates and radius, and guarded like those of the csv, so that none
    is run, not even when somebody copies it elsewhere. A text too long for a cell is cut, which the second sheet says.

    Raises:
        TimelineError: more rows than a sheet can hold.
    """
    moment = datetime.now(UTC) if generated is None else generated
    shown = timeline if query is None or query == Query() else without_strangers(timeline)
    events = _Events(timeline)
    about = _about(shown, query or Query(), ledger or whole_ledger(timeline.events), timestamp(moment), events)
    widths = [_WIDTHS.get(name, _USUAL_WIDTH) for name in COLUMNS]
    return write_workbook(
        [Sheet(EVENTS_SHEET, events.rows(), widths, has_header=True), Sheet(ABOUT_SHEET, about, [40, 95, 40, 14, 20])],
        _generator(),
        moment.astimezone(UTC),
    )


def _generator() -> str:
    return f"timeline-app {version('timeline-app')}"


class _Events:
    """The rows of the first sheet, and how many of their cells had to be cut."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.cut = 0

    def rows(self) -> Iterator[Sequence[Cell]]:
        yield COLUMNS
        sources = {source.id: source for source in self._timeline.sources}
        for event in self._timeline.events:
            for row in rows_of(event, sources):
                yield [self._cell(name, row[name]) for name in COLUMNS]

    def _cell(self, name: str, words: str) -> Cell:
        if name in NUMBERS:
            return float(words) if words else ""
        cell = guard_cell(words)
        self.cut += cut(cell) != cell
        return cell


def _about(timeline: Timeline, query: Query, ledger: Ledger, moment: str, events: _Events) -> Iterator[Sequence[Cell]]:
    """What the first sheet is; it is written after that, so that what was cut is known."""
    yield "What this is", "Events of a timeline, one row a place of a report; the rows of one event share its id."
    yield "Written by", _generator()
    yield "Written at", moment
    yield from _filter(query)
    yield "Events in this file", str(len(timeline.events))
    yield from _counts(ledger)
    yield (
        "Could not be read",
        f"{len(timeline.problems)} files, rows or cells; the timeline file (JSON) lists them",
    )
    yield "date", "EDTF (ISO 8601-2); earliest and latest say the same as the first and the last possible day."
    yield "basis", "How the date is known; 'publication' is only a guess: the day it was published or written."
    yield "lat, lon, radius_km", "WGS 84 degrees, and how far from that point the truth may lie."
    yield (
        "An apostrophe at a cell's start",
        "keeps a spreadsheet from running the text as a formula; importing takes it off.",
    )
    if events.cut:
        told = f"{events.cut} cells of more than {MOST_CHARACTERS:,} characters end in …; the timeline file has all"
        yield "Cut", told
    yield ()
    yield ("Sources",)
    yield "title", "publisher", "url", "published", "id"
    for source in timeline.sources:
        words = source.title, source.publisher, source.url, source.published or "", source.id
        yield [guard_cell(visible(word)) for word in words]


def _filter(query: Query) -> Iterator[Sequence[Cell]]:
    wire = query_to_wire(query)
    limits = [(words, wire[name]) for name, words in _FILTERS.items() if wire[name]]
    if query == Query():
        yield "Filter", "none"
    for words, limit in limits:
        listed = ", ".join(limit) if isinstance(limit, list) else limit
        yield f"Filter: {words}", guard_cell(visible(listed))
    if query.certainty == "certain":
        yield "Filter: uncertain dates", "only what certainly happened in the range"
    if not query.undated:
        yield "Filter: undated", "left out"
    if not query.guesses:
        yield "Filter: dates known only from publication", "left out"


def _counts(ledger: Ledger) -> Iterator[Sequence[Cell]]:
    yield "Events in all", str(ledger.total)
    yield "of these dated and placed", str(ledger.shown)
    yield "of these undated", str(ledger.undated)
    yield "of these without a place", str(ledger.unplaced)
    yield "of these left out by the filter", str(ledger.filtered)
    yield "of these rejected", str(ledger.rejected)
