"""A hand-made event as one row of words, and what changed words make of the event.

The grammar of the cells is that of csv lists (`imports`). A cell that was not changed changes nothing: an event holds
more than one row can say (further places, further sources), and that stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, cast, get_args
from uuid import uuid4

from timeline_app.export.rows import event_cells, quantities_cell
from timeline_app.imports import Lookup
from timeline_app.imports.cells import read_actors, read_latitude, read_longitude, read_quantities
from timeline_app.imports.rows import Importer, Row, check_point
from timeline_app.merge import find_conflicts
from timeline_app.model import (
    EVENT_TYPES,
    Event,
    EventType,
    Quantity,
    Report,
    Review,
    Role,
    When,
    Where,
    added_report_id,
    curated_event_id,
    is_added,
)
from timeline_app.pipeline.entered_dates import explain_date
from timeline_app.views import place_name, safe_url, visible

T = TypeVar("T")

COLUMNS = {
    "title": "Title", "date": "Date", "type": "Type", "place": "Place", "role": "Role", "actors": "Actors",
    "numbers": "Numbers", "source": "Source", "quote": "Quote", "url": "Link", "note": "Note",
}  # fmt: skip
"""Cells of a row, with the words people read."""

LONGEST = {"title": 300, "quote": 5_000, "note": 5_000}
"""Characters of a cell; others 1,000."""

_PAIR = re.compile(r"(.{1,40}?)[,;]\s{0,3}(.{1,40})")  # "34.55, 38.28" or 34°33'N, 38°17'E


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken, or a remark on how it was taken."""

    column: str
    what: str


@dataclass(frozen=True, slots=True)
class RowRead:
    """What the words of a row make.

    Attributes:
        event: the event as it would be kept; None when a cell is faulty.
        faults: what has to be mended first.
        remarks: what is kept otherwise than it was perhaps meant.
    """

    event: Event | None
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()


def new_event_id() -> str:
    """The id of an event that a person makes here: set once, never made again."""
    return curated_event_id(f"made by hand {uuid4()}")


def cells_of(event: Event) -> dict[str, str]:
    """The row of an event: its first place and the first source its author names."""
    place, own = scene_of(event), own_reports(event)
    shared = event_cells(event)
    return {
        "title": shared["title"],
        "date": event.when.edtf if event.when else "",
        "type": event.type,
        "place": visible(place_name(place)) if place else "",
        "role": place.role if place else "",
        "actors": shared["actors"],
        "numbers": quantities_cell(event.quantities),
        "source": visible(own[0].document) if own else "",
        "quote": visible(own[0].quote) if own else "",
        "url": shared["url"],
        "note": shared["summary"],
    }


def blank_cells() -> dict[str, str]:
    """The row of nothing."""
    return dict.fromkeys(COLUMNS, "")


def beyond_the_row(event: Event) -> str:
    """What the event holds that its row does not show, in words."""
    own = own_reports(event)
    counts = (
        (len(event.where) - 1, "place"), (len(own) - 1, "source"), (len(event.reports) - len(own), "report"),
    )  # fmt: skip
    return ", ".join(f"{number} more {word}{'' if number == 1 else 's'}" for number, word in counts if number > 0)


def scene_of(event: Event) -> Where | None:
    """The place its row shows: where it happened, else the first."""
    return next((where for where in event.where if where.role == "at"), event.where[0] if event.where else None)


def own_reports(event: Event) -> tuple[Report, ...]:
    """What persons wrote of sources by hand, apart from what documents say."""
    if event.origin == "parsed":
        return tuple(report for report in event.reports if is_added(report.id))
    return tuple(report for report in event.reports if not report.end)


def read_row(event: Event | None, before: Mapping[str, str], after: Mapping[str, str], gazetteer: Lookup) -> RowRead:
    """The event that changed words make, or the cells that are faulty.

    Args:
        event: the event as kept; None for a new one.
        before: its row (`cells_of`), blank for a new one.
        after: the row as typed.
        gazetteer: where the place is looked up.
    """
    reading = _Reading(event or Event(new_event_id(), "new", origin="curated", review=Review("accepted")), gazetteer)
    changed = {name for name in COLUMNS if after[name].strip() != before[name].strip()}
    for name in COLUMNS:
        if name in changed or (event is None and name in ("title", "type")):
            reading.take(name, after)
    if changed & {"place", "role"}:
        reading.take_place(after, named_anew="place" in changed or event is None)
    if event is None and not after["type"].strip():
        reading.remarks.append(Fault("type", "empty, or pasted and not one of the types; kept as 'other'"))
    made = reading.event if changed & {"source", "quote"} else following(reading.start, reading.event)
    if changed & {"source", "quote"}:
        made = _with_source(reading.start, made, after)
    made = made.with_(conflicts=find_conflicts(made.reports)) if made.reports != reading.start.reports else made
    return RowRead(None if reading.faults else made, tuple(reading.faults), tuple(reading.remarks))


class _Reading:
    """The cells of one row, one after the other."""

    def __init__(self, start: Event, gazetteer: Lookup) -> None:
        self.start = self.event = start
        self.faults: list[Fault] = []
        self.remarks: list[Fault] = []
        self._gazetteer = gazetteer

    def take(self, name: str, cells: Mapping[str, str]) -> None:
        """Put what a cell says into the event."""
        cell = cells[name].strip()
        if len(cell) > LONGEST.get(name, 1_000):
            self.faults.append(Fault(name, f"{len(cell):,} characters are too many for this cell"))
        elif name in _READERS:
            try:
                self.event = self.event.with_(**_READERS[name](self.event, cell))
            except ValueError as fault:
                self.faults.append(Fault(name, visible(str(fault))))
        if name == "date":
            self._remark_date(cell)

    def _remark_date(self, cell: str) -> None:
        read = explain_date(cell)
        if read.when is not None and read.when.edtf != cell:
            self.remarks.append(Fault("date", f"{visible(cell)!r} is {read.meaning}"))

    def take_place(self, cells: Mapping[str, str], named_anew: bool) -> None:
        """Put the place of the row into its role."""
        role, name = cells["role"].strip().casefold() or "at", cells["place"].strip()
        if role not in get_args(Role):
            self.faults.append(Fault("role", f"{visible(role)!r} is none of {', '.join(get_args(Role))}"))
            return
        scene = scene_of(self.start)
        others = tuple(where for where in self.event.where if where is not scene)
        if not name:
            self.event = self.event.with_(where=others)
            return
        if scene is not None and not named_anew:
            here = scene.with_(role=role)
        else:
            try:
                here = self._place(name, cast(Role, role))
            except ValueError as fault:
                self.faults.append(Fault("place", visible(str(fault))))
                return
        at = self.event.where.index(scene) if scene in self.event.where else 0
        self.event = self.event.with_(where=(*others[:at], here, *others[at:]))

    def _place(self, name: str, role: Role) -> Where:
        pair = _PAIR.fullmatch(name)
        if pair is not None and any(char.isdigit() for char in name):
            lat, lon = check_point(read_latitude(pair[1]), read_longitude(pair[2]))
            return Where(role, name, "", "", lat, lon, None, "", 1.0, ("coordinates given by hand",), (), "confirmed")
        importer = Importer("the list", self._gazetteer)
        row = Row(1, {"id": "row", "title": "row", "place": name, "role": role})
        where = importer.timeline([row]).events[0].where[0]
        self.remarks += [Fault("place", f"{p.what}; kept as written, without a point") for p in importer.problems]
        return where


def _title(_: Event, cell: str) -> dict[str, object]:
    if not cell:
        raise ValueError("is empty (likely mistake: the row was begun and not finished)")
    return {"title": cell}


def _type(_: Event, cell: str) -> dict[str, object]:
    word = " ".join(cell.casefold().split()) or "other"
    if word not in EVENT_TYPES:
        raise ValueError(f"{cell!r:.60} is none of {', '.join(EVENT_TYPES)}")
    return {"type": cast(EventType, word)}


def _date(_: Event, cell: str) -> dict[str, object]:
    read = explain_date(cell)
    if read.fault:
        raise ValueError(read.fault)
    return {"when": read.when}


def _actors(_: Event, cell: str) -> dict[str, object]:
    return {"actors": tuple(dict.fromkeys(read_actors(cell)))}


def _numbers(event: Event, cell: str) -> dict[str, object]:
    return {"quantities": counted(cell, event.quantities)}


def counted(cell: str, known: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The numbers of a cell; those known already keep their words, and those without a number stay.

    Raises:
        ValueError: naming the part that cannot be read.
    """
    words = {(one.what, one.low, one.high): one for one in known}
    read = [words.get((one.what, one.low, one.high), one) for one in read_quantities(cell)]
    return (*dict.fromkeys(read), *(one for one in known if (one.low, one.high) == (None, None)))


def checked_url(cell: str) -> str:
    """The address, if it may become a link.

    Raises:
        ValueError: with what is expected.
    """
    if cell and safe_url(cell) is None:
        raise ValueError(f"{cell!r:.120} is no link (likely mistake: it does not begin with https:// or http://)")
    return cell


_READERS: dict[str, Callable[[Event, str], dict[str, object]]] = {
    "title": _title,
    "type": _type,
    "date": _date,
    "actors": _actors,
    "numbers": _numbers,
    "url": lambda _, cell: {"url": checked_url(cell)},
    "note": lambda _, cell: {"summary": cell},
}


def following(before: Event, after: Event) -> Event:
    """The event with the reports written by hand telling what it tells now, where they told the same as it before."""

    def follow(report: Report) -> Report:
        return replace(
            report,
            when=after.when if report.when == before.when else report.when,
            where=_follow(report.where, before.where, after.where),
            actors=after.actors if report.actors == before.actors else report.actors,
            quantities=_follow(report.quantities, before.quantities, after.quantities),
        )

    own = {report.id for report in own_reports(after)}
    return after.with_(reports=tuple(follow(report) if report.id in own else report for report in after.reports))


def _follow(told: tuple[T, ...], before: tuple[T, ...], after: tuple[T, ...]) -> tuple[T, ...]:
    return after if told == before else told


def new_report(event: Event, source: str, quote: str, report_id: str = "") -> Report:
    """What a source is said to say: the same as the event."""
    document = source or event.url or "no source named"
    new_id = added_report_id if event.origin == "parsed" else curated_event_id
    return Report(
        report_id or new_id(f"{event.id} report {uuid4()}"), document, 0, 0, quote, event.when, event.where,
        event.quantities, event.actors,
    )  # fmt: skip


def _with_source(before: Event, after: Event, cells: Mapping[str, str]) -> Event:
    """The event with the first source its author names as the row has it."""
    after, source, quote = following(before, after), cells["source"].strip(), cells["quote"].strip()
    own = own_reports(after)
    others = tuple(report for report in after.reports if not own or report is not own[0])
    if not source and not quote:
        return after.with_(reports=others)
    if not own:
        first = after.id if all(report.id != after.id for report in others) else ""
        return after.with_(reports=(new_report(after, source, quote, first), *others))
    document = own[0].document if source == visible(own[0].document) else source or after.url or "no source named"
    words = own[0].quote if quote == visible(own[0].quote).strip() else quote
    return after.with_(reports=(replace(own[0], document=document, quote=words), *others))


def date_of(text: str, known: When | None) -> When | None:
    """The date a field says: the known one when its words were not changed.

    Raises:
        ValueError: with the likely mistake.
    """
    if known is not None and text.strip() == known.edtf:
        return known
    read = explain_date(text)
    if read.fault:
        raise ValueError(read.fault)
    return read.when
