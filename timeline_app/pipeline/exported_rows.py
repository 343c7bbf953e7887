"""Rows of an export that come back: what was not changed in them changes nothing, whatever the table left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from timeline_app.export.rows import event_cells, place_cells, quantities_cell, told_cells
from timeline_app.model import Event, Problem, Quantity, Report, Source, Timeline, Where
from timeline_app.views import visible


@dataclass(frozen=True, slots=True)
class CameBack:
    """What a list says of kept events, apart from what it brings.

    Attributes:
        rest: what it brings: further events, and hand-made ones that it has otherwise.
        corrected: events read from documents with what the list has otherwise.
        same: how many the list has as they are kept, or as they were handed in.
    """

    rest: Timeline
    corrected: tuple[Event, ...]
    same: int


def came_back(
    timeline: Timeline,
    name: str,
    extracted: Sequence[Event],
    corrected: Sequence[Event],
    sources: Iterable[Source],
    former: Callable[[str], Iterable[Event]],
) -> CameBack:
    """Part a list from what it says of kept events.

    Exported tables keep an event's id, but of its reports only the words. A cell that is as the event never was here
    was changed in the table: of an event read from documents it becomes a correction, and what the documents say stays
    as it is.

    Args:
        timeline: what the list holds.
        name: the file, for messages.
        extracted: the kept events as they were handed in.
        corrected: the kept events as a person made them.
        sources: the kept descriptions of sources, by whose titles tables call them.
        former: gives all versions an event ever had, by its id.
    """
    handed_in = {event.id: event for event in extracted}
    read = {id_: event for id_, event in handed_in.items() if event.origin == "parsed"}
    now = {event.id: event for event in corrected}
    within = {report.id: event for event in read.values() for report in event.reports}
    titles = {source.id: source.title for source in sources}
    rest: list[Event] = []
    versions: list[Event] = []
    problems: list[Problem] = []
    for event in timeline.events:
        known = handed_in.get(event.id)
        if event.origin == "curated" and known and known.origin == "curated":
            here = now[event.id]
            brings = _with_changes(event, here, (here, known)) != here or not _is_told(event, known, titles)
            (rest if brings else versions).append(event if brings else now[event.id])
        elif event.origin != "curated" or (event.id not in within and event.id not in read):
            rest.append(event)
        elif event.id in read:
            here = now[event.id]
            version = _with_changes(event, here, (here, read[event.id]))
            versions.append(here if version == here else _with_changes(event, here, (here, *former(event.id))))
            if versions[-1] == here != _with_changes(event, here, (here,)):
                what = f"event {here.title!r:.80} was changed here since its rows were exported; it stays as it is"
                problems.append(Problem(name, None, what))
        else:
            versions.append(now[within[event.id].id])
            what = f"event {event.title!r:.80} is part of {versions[-1].title!r:.80} by now; its rows change nothing"
            problems.append(Problem(name, None, what, "the two were put together after the export"))
    changed = tuple(event for event in versions if event != now[event.id])
    return CameBack(_only(timeline, rest, problems), changed, len(versions) - len(changed))


def _only(timeline: Timeline, events: Sequence[Event], problems: Sequence[Problem]) -> Timeline:
    """The list with some of its events and the sources they name."""
    if len(events) == len(timeline.events):
        return timeline
    named = {source for event in events for source in event.sources}
    sources = tuple(source for source in timeline.sources if source.id in named)
    return replace(timeline, sources=sources, events=tuple(events), problems=(*timeline.problems, *problems))


def _with_changes(coming: Event, now: Event, versions: Sequence[Event]) -> Event:
    """The kept event with what the list has otherwise than any of its versions."""
    theirs = event_cells(coming)
    told = [event_cells(kept) for kept in versions]
    changes: dict[str, Any] = {
        name: getattr(coming, name)
        for name in ("title", "type", "summary", "actors", "modality")
        if theirs[name].strip() not in [cells[name].strip() for cells in told]
    }
    if theirs.get("date") not in [cells.get("date") for cells in told]:
        changes["when"] = coming.when.with_(basis="curated") if coming.when else None
    if not any(_are_same(coming.where, kept.where) for kept in versions):
        changes["where"] = tuple(_kept(place, now.where) or place for place in coming.where)
    if not any(_numbers(coming.quantities) in _told_numbers(kept) for kept in versions):
        uncounted = [one for one in now.quantities if not _numbers((one,))]
        changes["quantities"] = (*coming.quantities, *uncounted)
    return now.with_(**changes)


def _is_told(coming: Event, kept: Event, titles: Mapping[str, str]) -> bool:
    """Whether a hand-made event has what sources say in a list already; a table may name several in one cell."""
    names = {name for report in kept.reports for name in (report.document, titles.get(report.document, ""))}
    return all(
        any(_is_same_report(report, one, titles) for one in kept.reports)
        or (len(parts := report.document.split("; ")) > 1 and names.issuperset(parts))
        for report in coming.reports
    )


def _is_same_report(report: Report, kept: Report, titles: Mapping[str, str]) -> bool:
    return (
        report.document in (kept.document, titles.get(kept.document))
        and visible(kept.quote) == report.quote
        and told_cells(report) == told_cells(kept)
        and _are_same(report.where, kept.where)
        and _numbers(report.quantities) == _numbers(kept.quantities)
    )


def _are_same(places: Sequence[Where], kept: Sequence[Where]) -> bool:
    return all(_kept(place, kept) for place in places) and all(
        any(_is_same(place, one) for place in places) for one in kept
    )


def _kept(place: Where, places: Iterable[Where]) -> Where | None:
    """The place of an event that a row is of."""
    return next((one for one in places if _is_same(place, one)), None)


def _is_same(place: Where, kept: Where) -> bool:
    """Whether a row is of a kept place; a name without coordinates is looked up anew, wherever it leads to."""
    wanted = place_cells(kept)
    names = ("role", "place", "lat", "lon", "radius_km") if "lat" in wanted else ("role",)
    theirs = place_cells(place)
    named = wanted["place"].strip() in (theirs["place"].strip(), place.text.strip())
    return named and all(theirs.get(name, "") == wanted.get(name, "") for name in names if name != "place")


def _numbers(quantities: Iterable[Quantity]) -> frozenset[str]:
    cells = (quantities_cell((one,)) for one in quantities)
    return frozenset(cell for cell in cells if cell)


def _told_numbers(event: Event) -> tuple[frozenset[str], frozenset[str]]:
    """The event's numbers, and those with all its sources': tables of reports hold these."""
    own = _numbers(event.quantities)
    return own, own | _numbers(one for report in event.reports for one in report.quantities)
