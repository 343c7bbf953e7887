"""What keeping a timeline means, written once for every place that can hold rows."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast, get_args

from timeline_app.errors import EditConflict, StoreChanged, StoreError
from timeline_app.model import (
    Description,
    Document,
    Event,
    Judgement,
    PlaceCorrection,
    Problem,
    Review,
    ReviewStatus,
    Source,
    Timeline,
    Verdict,
    description_from_wire,
    description_to_wire,
    event_from_wire,
    event_to_wire,
    judgement_from_wire,
    judgement_to_wire,
    place_correction_from_wire,
    place_correction_to_wire,
    problem_from_wire,
    problem_to_wire,
    sha256_hex,
    source_from_wire,
    source_to_wire,
)
from timeline_app.store import past
from timeline_app.store.contract import ALL_HISTORY, Change, Changes, Edited, Foreseen, HistoryPage, HistoryQuery
from timeline_app.store.reading import document_from_wire, document_to_wire
from timeline_app.store.reconcile import Plan, Step, reconcile, report_key, without_reports
from timeline_app.store.record import Record, Wire, is_by_hand, record_to_wire
from timeline_app.store.rows import Entry, Item, Kind, Rows, visible
from timeline_app.store.words import phrases_of

_STRETCH = 2_000
"""Events read at once where all are read one after another."""


class Keeper(ABC):
    """A `Store` over rows; see `contract.Store` for what each method promises."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[int, Event]] = {}

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Rows]:
        """Rows as of one moment."""

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Rows]:
        """Rows nobody else writes meanwhile; kept when the block ends, forgotten when it raises."""

    @abstractmethod
    def backup(self, path: Path) -> None:
        """See `contract.Store`."""

    @abstractmethod
    def close(self) -> None:
        """See `contract.Store`."""

    # -- adding -------------------------------------------------------------------------------

    def add(
        self,
        documents: Sequence[tuple[Document, bytes]] = (),
        events: Sequence[Event] = (),
        problems: Sequence[Problem] = (),
        judgements: Sequence[Judgement] = (),
        sources: Sequence[Source] = (),
        by: str = "",
        read: Sequence[str] = (),
        base_version: int | None = None,
        descriptions: Sequence[Description] = (),
        why: str = "",
    ) -> Changes:
        """See `contract.Store`."""
        _check_bytes(documents)
        good, refused = _sorted_out(events)
        with self._writing() as rows:
            if base_version is not None and rows.data_version() != base_version:
                raise StoreChanged("the store was changed by someone else meanwhile; nothing was added")
            book = _Book(rows, by, why)
            for sha256, data in {document.sha256: data for document, data in documents}.items():
                rows.put_original(sha256, data)
            known = sum(book.keep_document(document) for document, _ in documents)
            for source in sources:
                book.keep_source(source)
            counts = book.keep_events(good, {document.id for document, _ in documents})
            for judgement in judgements:
                book.keep_judgement(judgement)
            book.keep_problems((*problems, *refused), read)
            for said in descriptions:
                book.describe(said)
            step = book.close()
        return replace(
            counts,
            documents_new=len(documents) - known,
            documents_known=known,
            events_refused=len(refused),
            step=step,
        )

    def foresee(self, documents: Sequence[Document] = (), events: Sequence[Event] = ()) -> tuple[Foreseen, ...]:
        """See `contract.Store`."""
        good, _ = _sorted_out(events)
        with self._reading() as rows:
            plan = _Book(rows, "").plan_events(good, {document.id for document in documents})
        return tuple(_foreseen(step) for step in plan.steps)

    def remove_document(self, document_id: str, by: str, why: str = "") -> int:
        """See `contract.Store`."""
        return self.remove_documents([document_id], by, why)

    def remove_documents(self, document_ids: Collection[str], by: str, why: str = "") -> int:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = _Book(rows, by, why)
            for document_id in document_ids:
                found = [book.remove(kind, document_id) for kind in ("document", "source")]
                if not any(found) and not rows.telling_of([document_id]):
                    raise StoreError(f"no document {document_id!r} in this store")
            book.forget_reports(document_ids)
            return book.close()

    # -- reading ------------------------------------------------------------------------------

    def documents(self) -> list[Document]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return _documents(rows)

    def documents_as_read(self) -> list[Document]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return _documents_as_read(rows)

    def document(self, document_id: str) -> Document:
        """See `contract.Store`."""
        with self._reading() as rows:
            document = document_from_wire(_document_item(rows, document_id).body)
            said = rows.item("description", document_id)
        return (
            document if said is None or said.removed else description_from_wire(said.body["wire"]).of_document(document)
        )

    def descriptions(self) -> tuple[Description, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return tuple(_descriptions(rows).values())

    def arrivals(self) -> dict[str, tuple[str, str]]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.arrivals()

    def original(self, document_id: str) -> bytes:
        """See `contract.Store`."""
        with self._reading() as rows:
            data = rows.original(_document_item(rows, document_id).body["sha256"])
        if data is None:
            raise StoreError(f"the original of document {document_id!r} is not in this store")
        return data

    def sources(self) -> tuple[Source, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return _sources(rows)

    def sources_as_read(self) -> tuple[Source, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return _sources_of(rows, _documents_as_read(rows), {})

    def events(self) -> list[Event]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return self._events(rows)

    def _events(self, rows: Rows) -> list[Event]:
        """All events; those that have the version they had at the last call are not read again.

        A row's version never comes twice, and the dict is replaced whole, so threads may share it.
        """
        known = self._read
        versions = rows.live_versions()
        stale = [id_ for id_, version in versions if known.get(id_, (0,))[0] != version]
        records = rows.live_records() if 2 * len(stale) > len(versions) else rows.records(stale).values()
        fresh = {record.id: (record.version, record.event) for record in records}
        self._read = now = {id_: fresh.get(id_) or known[id_] for id_, _ in versions}
        return [now[id_][1] for id_, _ in versions]

    def extracted(self) -> list[Event]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return [record.extracted for record in rows.live_records()]

    def event(self, event_id: str) -> tuple[Event, int]:
        """See `contract.Store`."""
        with self._reading() as rows:
            record = _live_record(rows, event_id)
        return record.event, record.version

    def size(self) -> int:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.live_count()

    def some_events(self, event_ids: Sequence[str]) -> list[Event]:
        """See `contract.Store`."""
        return [record.event for record in self._some(event_ids)]

    def some_wires(self, event_ids: Sequence[str]) -> list[Wire]:
        """See `contract.Store`."""
        return [record.wire for record in self._some(event_ids)]

    def _some(self, event_ids: Sequence[str]) -> list[Record]:
        with self._reading() as rows:
            found = rows.records(event_ids)
        return [found[id_] for id_ in event_ids if id_ in found and found[id_].live]

    def wires(self) -> Iterator[Wire]:
        """See `contract.Store`."""
        after = 0
        while True:
            with self._reading() as rows:
                stretch = rows.live_stretch(after, _STRETCH)
            if not stretch:
                return
            yield from (record.wire for _, record in stretch)
            after = stretch[-1][0]

    def newest_change(self) -> int:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.newest_entry()

    def changed_since(self, change_id: int) -> dict[str, frozenset[str]]:
        """See `contract.Store`."""
        found: dict[str, set[str]] = {}
        with self._reading() as rows:
            for kind, item in rows.items_since(change_id):
                found.setdefault(kind, set()).add(item)
        return {kind: frozenset(items) for kind, items in found.items()}

    def outline(self) -> Timeline:
        """See `contract.Store`."""
        with self._reading() as rows:
            return Timeline(_sources(rows), (), _problems(rows), _standing(rows))

    def problems(self) -> tuple[Problem, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return _problems(rows)

    def judgements(self) -> tuple[Judgement, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return _judgements(rows)

    def timeline(self) -> Timeline:
        """See `contract.Store`."""
        with self._reading() as rows:
            events = self._events(rows)
            return Timeline(_sources(rows), tuple(events), _problems(rows), _still_so(_judgements(rows), events))

    def data_version(self) -> int:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.data_version()

    def search(self, text: str) -> set[str]:
        """See `contract.Store`."""
        phrases = phrases_of(text)
        if not phrases:
            return set()
        with self._reading() as rows:
            return rows.search(phrases)

    def history(self, event_id: str | None = None) -> list[Change]:
        """See `contract.Store`."""
        with self._reading() as rows:
            items = None if event_id is None else _with_merged(rows, event_id)
            return [visible(entry) for entry in rows.entries(items)]

    def history_page(self, query: HistoryQuery = ALL_HISTORY, limit: int = 50, offset: int = 0) -> HistoryPage:
        """See `contract.Store`."""
        with self._reading() as rows:
            items = _with_merged(rows, query.item) if query.item else None
            return past.page_of(rows, query, items, limit, offset)

    def step(self, change_id: int, limit: int = 50, offset: int = 0) -> list[Change]:
        """See `contract.Store`."""
        with self._reading() as rows:
            lines = past.lines_of(rows, change_id, limit, offset)
            if not lines and not rows.step(change_id, 1):
                raise StoreError(f"no change {change_id} in this store's history")
        return lines

    def in_the_way(self, change_id: int) -> list[Change]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return past.in_the_way(rows, change_id)

    def people(self) -> list[str]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.people()

    # -- a person's work ----------------------------------------------------------------------

    def edit(self, event: Event, base_version: int, by: str, why: str = "") -> int:
        """See `contract.Store`."""
        _checked(event)
        with self._writing() as rows:
            before = _record_for_edit(rows, event, base_version)
            after = before.edited(event)
            if after == before:
                return before.version
            book = _Book(rows, by, why)
            version = book.keep(Step("edited", before, after) if before.version else _added_by_hand(after))
            book.close()
            return version

    def edit_many(
        self, edits: Sequence[tuple[Event, int]], by: str, why: str = "", remove: Sequence[tuple[str, int]] = ()
    ) -> Edited:
        """See `contract.Store`."""
        for event, _ in edits:
            _checked(event)
        with self._writing() as rows:
            book = _Book(rows, by, why)
            steps, conflicts = _steps_of(rows, edits, remove)
            book.keep_all(steps)
            book.close()
            kept = tuple(step.after.id for step in steps)
            step = next(iter(rows.entries(kept[:1]))).id if kept else None
        return Edited(kept, tuple(conflicts), step)

    def remove_event(self, event_id: str, base_version: int, by: str, why: str = "") -> None:
        """See `contract.Store`."""
        done = self.edit_many((), by, why, [(event_id, base_version)])
        if done.conflicts:
            raise done.conflicts[0]

    def review(
        self, event_id: str, status: ReviewStatus, by: str, note: str = "", base_version: int | None = None
    ) -> int:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = _Book(rows, by, note)
            before = _live_record(rows, event_id)
            mine = before.event.with_(review=Review(status, by, book.at, note))
            if base_version is not None and base_version != before.version:
                raise EditConflict(f"event {before.id}", mine, before.event)
            version = book.keep(Step("reviewed", before, before.with_(review=event_to_wire(mine)["review"])))
            book.close()
            return version

    def review_many(self, events: Sequence[Event], status: ReviewStatus, by: str, note: str = "") -> tuple[str, ...]:
        """See `contract.Store`."""
        seen = {event.id: event for event in events}
        with self._writing() as rows:
            book = _Book(rows, by, note)
            now = {event.id: event for event in self._events(rows) if event.id in seen}
            same = [event for event in seen.values() if now.get(event.id) == event]
            book.review(same, Review(status, by, book.at, note))
            book.close()
        return tuple(seen.keys() - {event.id for event in same})

    def judge(self, report_a: str, report_b: str, verdict: Verdict, by: str, why: str = "") -> Judgement:
        """See `contract.Store`."""
        if verdict not in get_args(Verdict) or report_a == report_b:
            raise ValueError(f"{verdict!r} of {report_a!r} and {report_b!r} is no verdict on two reports")
        with self._writing() as rows:
            book = _Book(rows, by, why)
            judgement = judgement_from_wire(judgement_to_wire(Judgement((report_a, report_b), verdict, by, book.at)))
            book.judge(judgement)
            book.close()
        return judgement

    def correct_place(self, correction: PlaceCorrection) -> PlaceCorrection:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = _Book(rows, correction.by, correction.why)
            dated = replace(correction, at=book.at)
            book.correct_place(dated)
            book.close()
        return dated

    def describe(self, said: Description) -> int:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = _Book(rows, said.by, said.why)
            book.describe(said)
            return book.close()

    def withdraw_place_correction(self, correction: PlaceCorrection, by: str, why: str = "") -> None:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = _Book(rows, by, why)
            if not book.remove("place", _name_key(correction)):
                raise StoreError(f"no word on the name {correction.name!r} in this store")
            book.close()

    def place_corrections(self) -> tuple[PlaceCorrection, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            items = [item for item in rows.items("place") if not item.removed]
        return tuple(place_correction_from_wire(item.body["wire"]) for item in items)

    def undo(self, change_id: int, by: str) -> int:
        """See `contract.Store`."""
        with self._writing() as rows:
            lines = rows.step(change_id)
            if not lines:
                raise StoreError(f"no change {change_id} in this store's history")
            book = _Book(rows, by, f"change {change_id}")
            book.take_back(past.filled(rows, lines))
            return book.close()


class _Book:
    """One step of the history in the making: writes rows and their lines."""

    def __init__(self, rows: Rows, by: str, why: str = "") -> None:
        self.at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self._rows = rows
        self._by = by
        self._why = why
        self._lines: list[Entry] = []

    def close(self) -> int:
        """Write the lines down; the step's id, 0 when nothing was done."""
        return self._rows.log(self._lines) if self._lines else 0

    def _line(
        self, what: str, kind: str, item: str, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        self._lines.append(Entry(what, kind, item, before, after, at=self.at, by=self._by, why=self._why))

    # -- events -------------------------------------------------------------------------------

    def keep_events(self, wires: Sequence[Wire], read_again: set[str]) -> Changes:
        plan = self.plan_events(wires, read_again)
        self.keep_all(plan.steps)
        return Changes(events_new=plan.new, events_updated=plan.updated, events_unchanged=plan.unchanged)

    def plan_events(self, wires: Sequence[Wire], read_again: set[str]) -> Plan:
        """What keeping events would do."""
        stored, holders = self._surroundings(wires, read_again)
        return reconcile(wires, stored, holders, read_again)

    def _surroundings(
        self, wires: Sequence[Wire], read_again: set[str]
    ) -> tuple[dict[str, Record], dict[str, list[str]]]:
        """The kept records the events may touch, and who holds which report."""
        holders = self._rows.holders({report_key(report) for wire in wires for report in wire["reports"]})
        ids = {wire["id"] for wire in wires}.union(*holders.values(), self._rows.telling_of(read_again))
        stored = self._rows.records(ids)
        while missing := {r.redirect for r in stored.values() if r.redirect} - stored.keys():
            found = self._rows.records(missing)
            if not found:
                break
            stored |= found
        return stored, holders

    def keep(self, step: Step) -> int:
        return self.keep_all([step])[0]

    def keep_all(self, steps: Sequence[Step]) -> list[int]:
        """Write records with their next versions, which are given back."""
        records = [step.after.with_(version=_version(step.before) + 1) for step in steps]
        self._rows.put_records(records)
        for step, record in zip(steps, records, strict=True):
            is_new = step.before is None
            before = None if step.before is None else record_to_wire(step.before)
            self._line(step.what, "event", record.id, before, None if is_new else record_to_wire(record))
        return [record.version for record in records]

    def review(self, events: Iterable[Event], review: Review) -> None:
        """Give several events one review."""
        wires = {event.id: event_to_wire(event.with_(review=review))["review"] for event in events}
        records = self._rows.records(wires).values()
        self.keep_all([Step("reviewed", record, record.with_(review=wires[record.id])) for record in records])

    def forget_reports(self, document_ids: Collection[str]) -> None:
        """Take the reports of documents from all events."""
        for record in self._rows.records(self._rows.telling_of(document_ids)).values():
            if any(report["document"] not in document_ids for report in record.reports):
                after = _without_documents(record, document_ids)
                self.keep(Step("lost a source", record, after))
            else:
                self.keep(Step("removed", record, record.with_(removed=True)))

    # -- everything else ----------------------------------------------------------------------

    def keep_document(self, document: Document) -> bool:
        """Keep a document; whether it was known. The name it first came under stays."""
        before = self._rows.item("document", document.id)
        body = document_to_wire(document)
        if before is not None:
            body["name"] = before.body["name"]
        self._keep_item(Item("document", document.id, body), "read again")
        return before is not None and not before.removed

    def keep_source(self, source: Source) -> None:
        self._keep_item(Item("source", source.id, source_to_wire(source)), "read again")

    def keep_judgement(self, judgement: Judgement) -> None:
        """Keep a verdict handed in, unless a person gave one here or it is the same but for its time."""
        wire = judgement_to_wire(judgement)
        before = self._rows.item("judgement", _pair_key(judgement))
        if before is not None and not before.removed:
            told = before.body["wire"]
            same = (told["verdict"], told["by"]) == (wire["verdict"], wire["by"])
            if before.body["here"] or same:
                return
        self._keep_item(Item("judgement", _pair_key(judgement), {"wire": wire, "here": False}), "judged again")

    def correct_place(self, correction: PlaceCorrection) -> None:
        key = _name_key(correction)
        self._begin_undoable("place", key, {"wire": {}})
        self._keep_item(Item("place", key, {"wire": place_correction_to_wire(correction)}), "said")

    def describe(self, said: Description) -> None:
        """Keep words on a source, or take them back when they say nothing.

        Raises:
            StoreError: no such source.
        """
        here = (self._rows.item(kind, said.source) for kind in _SOURCES)
        if not any(item is not None and not item.removed for item in here):
            raise StoreError(f"no document {said.source!r} in this store")
        before = self._rows.item("description", said.source)
        if not said.says_something:
            self.remove("description", said.source)
            return
        if before is not None and not before.removed:
            known = description_from_wire(before.body["wire"])
            if known.same_words(said):
                return
        self._begin_undoable("description", said.source, {"wire": {}})
        body = {"wire": description_to_wire(replace(said, at=self.at))}
        self._keep_item(Item("description", said.source, body), "described")

    def _begin_undoable(self, kind: Kind, key: str, nothing: dict[str, Any]) -> None:
        """So that undoing the first word on something has something to go back to."""
        if self._rows.item(kind, key) is None:
            self._rows.put_item(Item(kind, key, nothing, removed=True, version=0))

    def judge(self, judgement: Judgement) -> None:
        key = _pair_key(judgement)
        self._begin_undoable("judgement", key, {"wire": {}, "here": False})
        self._keep_item(Item("judgement", key, {"wire": judgement_to_wire(judgement), "here": True}), "judged")

    def keep_problems(self, problems: Iterable[Problem], read: Collection[str]) -> None:
        """Keep problems; those met earlier in the files read now and not met again are forgotten."""
        met = {json.dumps(wire, ensure_ascii=False): wire for wire in map(problem_to_wire, problems)}
        known = {item.key: item for item in self._rows.items("problem")} if met or read else {}
        for key, item in known.items():
            if item.body["source"] in read and not item.removed and key not in met:
                self._rows.put_item(replace(item, removed=True))
        for key, wire in met.items():
            if key not in known or known[key].removed:
                self._rows.put_item(Item("problem", key, wire))

    def remove(self, kind: Kind, key: str) -> bool:
        before = self._rows.item(kind, key)
        if before is None or before.removed:
            return False
        self._keep_item(replace(before, removed=True), "removed")
        return True

    def _keep_item(self, item: Item, what: str) -> None:
        before = self._rows.item(item.kind, item.key)
        if before is None:
            self._rows.put_item(item)
            self._line("added", item.kind, item.key, None, None)
            return
        after = replace(item, version=before.version + 1)
        if replace(after, version=before.version) != before:
            self._rows.put_item(after)
            self._line(
                "restored" if before.removed and what not in ("judged", "said", "described") else what,
                item.kind, item.key, past.item_to_wire(before), past.item_to_wire(after),
            )  # fmt: skip

    def take_back(self, lines: Sequence[Entry]) -> None:
        """Put back what was before a step, if its rows stand as it left them; what was added goes.

        It does also when what came later was itself taken back, so that steps are undone one by one. A step has
        one line for each row it touched, so that all events can be written together.
        """
        kept = self._rows.records(line.item for line in lines if line.kind == "event")
        now = dict(kept)
        for line in reversed(lines):
            before, after = past.sides(line)
            if isinstance(before, Item):
                self._take_back_item(before, cast(Item, after))
                continue
            stands = now.get(before.id)
            if stands is None or stands.with_(version=cast(Record, after).version) != after:
                raise EditConflict(f"event {before.id}", before.wire, None if stands is None else stands.wire)
            now[before.id] = before
        self.keep_all([Step("undone", kept[id_], before) for id_, before in now.items() if before != kept[id_]])

    def _take_back_item(self, before: Item, after: Item) -> None:
        now = self._rows.item(before.kind, before.key)
        if now is None or replace(now, version=after.version) != after:
            raise EditConflict(f"{before.kind} {before.key}", before.body, None if now is None else now.body)
        back = replace(before, version=now.version + 1)
        self._rows.put_item(back)
        self._line("undone", before.kind, before.key, past.item_to_wire(now), past.item_to_wire(back))


_SOURCES: tuple[Kind, ...] = ("document", "source")


def _foreseen(step: Step) -> Foreseen:
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


def _check_bytes(documents: Sequence[tuple[Document, bytes]]) -> None:
    """Each file's bytes are hashed once, however many rows of it are documents."""
    hashes: dict[int, str] = {}
    for document, data in documents:
        known = hashes.get(id(data))
        if known is None:
            known = hashes[id(data)] = sha256_hex(data)
        if known != document.sha256:
            raise ValueError(f"{document.name}: the bytes are not those its sha256 tells of")


def _sorted_out(events: Iterable[Event]) -> tuple[list[Wire], list[Problem]]:
    """The wires of events that will read back, and a problem for each event that would not."""
    good: list[Wire] = []
    refused: list[Problem] = []
    for event in events:
        try:
            good.append(_checked(event))
        except ValueError as fault:
            refused.append(Problem(event.title or event.id, None, f"the event cannot be kept: {fault}"))
    return good, refused


def _checked(event: Event) -> Wire:
    """The wire of an event; ValueError when the event could not be read back from it."""
    wire = event_to_wire(event)
    event_from_wire(wire)
    return wire


def _added_by_hand(record: Record) -> Step:
    """An event a person made: taking that back leaves it removed."""
    return Step("added", Record(record.id, removed=True), record)


def _version(record: Record | None) -> int:
    return 0 if record is None else record.version


def _live_record(rows: Rows, event_id: str) -> Record:
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


def _record_for_edit(rows: Rows, event: Event, base_version: int) -> Record:
    known = rows.records([event.id])
    if not known and base_version == 0:
        return Record(event.id)
    record = _live_record(rows, event.id)
    if record.version != base_version or record.id != event.id:
        raise EditConflict(f"event {record.id}", event, record.event)
    return record


def _steps_of(
    rows: Rows, edits: Iterable[tuple[Event, int]], remove: Iterable[tuple[str, int]]
) -> tuple[list[Step], list[EditConflict]]:
    """What several edits and removals write, and those that somebody else was faster with."""
    steps: dict[str, Step] = {}
    conflicts: list[EditConflict] = []
    for event, base_version in edits:
        try:
            before = _record_for_edit(rows, event, base_version)
        except EditConflict as conflict:
            conflicts.append(conflict)
            continue
        except StoreError:
            conflicts.append(EditConflict(f"event {event.id}", event, None))
            continue
        after = before.edited(event)
        if after != before:
            steps[before.id] = Step("edited", before, after) if before.version else _added_by_hand(after)
    for event_id, base_version in remove:
        before = _live_record(rows, event_id)
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


def _with_merged(rows: Rows, event_id: str) -> list[str]:
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


def _without_documents(record: Record, document_ids: Collection[str]) -> Record:
    def stays(report: dict[str, Any]) -> bool:
        return report["document"] not in document_ids

    if record.parsed is None:
        return record.with_(edits=without_reports(record.edits, stays))
    if "reports" not in record.edits:
        return record.with_(parsed=without_reports(record.parsed, stays))
    told, own = record.parsed["reports"], record.edits["reports"]
    held = {report_key(report) for report in told}
    added = [report for report in own if report_key(report) not in held]
    left = without_reports({**record.parsed, "reports": [*told, *added]}, stays)
    parsed = {**left, "reports": [report for report in told if stays(report)]}
    return record.with_(parsed=parsed, edits={**record.edits, "reports": [report for report in own if stays(report)]})


def _document_item(rows: Rows, document_id: str) -> Item:
    item = rows.item("document", document_id)
    if item is None or item.removed:
        raise StoreError(f"no document {document_id!r} in this store")
    return item


def _descriptions(rows: Rows) -> dict[str, Description]:
    items = (item for item in rows.items("description") if not item.removed)
    return {item.key: description_from_wire(item.body["wire"]) for item in items}


def _documents_as_read(rows: Rows) -> list[Document]:
    return [document_from_wire(item.body) for item in rows.items("document") if not item.removed]


def _documents(rows: Rows) -> list[Document]:
    said = _descriptions(rows)
    documents = _documents_as_read(rows)
    return [said[document.id].of_document(document) if document.id in said else document for document in documents]


def _sources(rows: Rows) -> tuple[Source, ...]:
    return _sources_of(rows, _documents(rows), _descriptions(rows))


def _sources_of(rows: Rows, documents: Iterable[Document], said: dict[str, Description]) -> tuple[Source, ...]:
    """Of a document that is here too, its own description counts."""
    imported = (source_from_wire(item.body) for item in rows.items("source") if not item.removed)
    described = {source.id: source for source in map(Source.of, documents)}
    others = (said[s.id].of_source(s) if s.id in said else s for s in imported if s.id not in described)
    return tuple((described | {source.id: source for source in others}).values())


def _problems(rows: Rows) -> tuple[Problem, ...]:
    """Those handed in and the documents' own, each once; not those of removed documents."""
    items = list(rows.items("document"))
    here = {item.body["name"] for item in items if not item.removed}
    gone = {item.body["name"] for item in items if item.removed} - here
    own = [problem for item in items if not item.removed for problem in item.body["problems"]]
    handed_in = [item.body for item in rows.items("problem") if not item.removed]
    every = (problem_from_wire(wire) for wire in (*handed_in, *own) if wire["source"] not in gone)
    return tuple(dict.fromkeys(every))


def _judgements(rows: Rows) -> tuple[Judgement, ...]:
    return tuple(judgement_from_wire(item.body["wire"]) for item in rows.items("judgement") if not item.removed)


def _still_so(judgements: Iterable[Judgement], events: Iterable[Event]) -> tuple[Judgement, ...]:
    """The verdicts without reckoned ones that later merging came to see otherwise."""
    at = {report.id: number for number, event in enumerate(events) for report in event.reports}
    return tuple(
        judgement
        for judgement in judgements
        if not judgement.is_by_rule or len({at.get(report, report) for report in judgement.reports}) == 1
    )


def _standing(rows: Rows) -> tuple[Judgement, ...]:
    """The same, asking only after the reports that reckoned verdicts are on."""
    every = _judgements(rows)
    holders = rows.holders({report for judgement in every if judgement.is_by_rule for report in judgement.reports})
    return tuple(
        judgement
        for judgement in every
        if not judgement.is_by_rule
        or len({holders[report][-1] if report in holders else report for report in judgement.reports}) == 1
    )


def _pair_key(judgement: Judgement) -> str:
    return json.dumps(sorted(judgement.reports), ensure_ascii=False)


def _name_key(correction: PlaceCorrection) -> str:
    return json.dumps([" ".join(correction.name.casefold().split()), correction.document], ensure_ascii=False)
