"""What is handed in, checked against what is held: events that will read back, and the record an edit is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline_app.errors import EditConflict, StoreError
from timeline_app.model import (
    Document,
    Event,
    Problem,
    event_from_wire,
    event_to_wire,
    sha256_hex,
)
from timeline_app.store.contract import Foreseen
from timeline_app.store.reconcile import Step
from timeline_app.store.record import Record, Wire, is_by_hand
from timeline_app.store.rows import Rows


def foreseen(step: Step) -> Foreseen:
    """What a step would do to an event."""
    before, after = step.before, step.after
    was, will = (record if record is not None and record.live else None for record in (before, after))
    return Foreseen(
        step.what,
        was.event if was else None,
        will.event if will else None,
        was.extracted if was else None,
        will.extracted if will else None,
        after.touched or (was is not None and was.touched),
    )


def check_bytes(documents: Sequence[tuple[Document, bytes]]) -> None:
    """Each file's bytes are hashed once, however many rows of it are documents."""
    hashes: dict[int, str] = {}
    for document, data in documents:
        known = hashes.get(id(data))
        if known is None:
            known = hashes[id(data)] = sha256_hex(data)
        if known != document.sha256:
            raise ValueError(f"{document.name}: the bytes are not those its sha256 tells of")


def sorted_out(events: Iterable[Event]) -> tuple[list[Wire], list[Problem]]:
    """The wires of events that will read back, and a problem for each event that would not."""
    good: list[Wire] = []
    refused: list[Problem] = []
    for event in events:
        try:
            good.append(checked(event))
        except ValueError as fault:
            refused.append(Problem(event.title or event.id, None, f"the event cannot be kept: {fault}"))
    return good, refused


def checked(event: Event) -> Wire:
    """The wire of an event; ValueError when the event could not be read back from it."""
    wire = event_to_wire(event)
    event_from_wire(wire)
    return wire


def added_by_hand(record: Record) -> Step:
    """An event a person made: taking that back leaves it removed."""
    return Step("added", Record(record.id, removed=True), record)


def live_record(rows: Rows, event_id: str) -> Record:
    """The event of an id, redirects followed; failing that, the first that holds a report of that id."""
    seen: set[str] = set()
    wanted = event_id
    while wanted not in seen:
        seen.add(wanted)
        record = rows.records([wanted]).get(wanted)
        if record is not None and record.live:
            return record
        if record is None or not record.redirect:
            break
        wanted = record.redirect
    holders = rows.holders([event_id]).get(event_id)
    if not holders:
        raise StoreError(f"no event {event_id!r} in this store")
    return rows.records(holders[:1])[holders[0]]


def record_for_edit(rows: Rows, event: Event, base_version: int) -> Record:
    """The record an edit is of, a new one for a new event.

    Raises:
        EditConflict: somebody else changed it since.
        StoreError: there is none.
    """
    known = rows.records([event.id])
    if not known and base_version == 0:
        return Record(event.id)
    record = live_record(rows, event.id)
    if record.version != base_version or record.id != event.id:
        raise EditConflict(f"event {record.id}", event, record.event)
    return record


def steps_of(
    rows: Rows, edits: Iterable[tuple[Event, int]], remove: Iterable[tuple[str, int]]
) -> tuple[list[Step], list[EditConflict]]:
    """What several edits and removals write, and those that somebody else was faster with."""
    steps: dict[str, Step] = {}
    conflicts: list[EditConflict] = []
    for event, base_version in edits:
        try:
            before = record_for_edit(rows, event, base_version)
        except EditConflict as conflict:
            conflicts.append(conflict)
            continue
        except StoreError:
            conflicts.append(EditConflict(f"event {event.id}", event, None))
            continue
        after = before.edited(event)
        if after != before:
            steps[before.id] = Step("edited", before, after) if before.version else added_by_hand(after)
    for event_id, base_version in remove:
        before = live_record(rows, event_id)
        if before.version != base_version:
            conflicts.append(EditConflict(f"event {before.id}", None, before.event))
            continue
        _refuse_evidence(before)
        steps[before.id] = Step("removed", before, before.with_(removed=True))
    return list(steps.values()), conflicts


def _refuse_evidence(record: Record) -> None:
    if record.wire["origin"] != "curated" or not all(map(is_by_hand, record.reports)):
        title = record.wire["title"]
        raise ValueError(f"documents tell of {title!r:.80}: what they say can be rejected, not removed")


def with_merged(rows: Rows, event_id: str) -> list[str]:
    """The id, the one it redirects to, and all that redirect there."""
    found = dict.fromkeys([event_id])
    start = rows.records([event_id]).get(event_id)
    if start is not None and start.redirect:
        found[start.redirect] = None
    for id_ in (waiting := list(found)):
        fresh = [merged for merged in rows.merged_into(id_) if merged not in found]
        found |= dict.fromkeys(fresh)
        waiting += fresh
    return list(found)
