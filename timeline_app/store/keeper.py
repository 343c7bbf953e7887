"""What keeping a timeline means, written once for every place that can hold rows."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import get_args

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
    event_to_wire,
    place_correction_from_wire,
)
from timeline_app.store import past
from timeline_app.store.book import Book
from timeline_app.store.contract import (
    ALL_HISTORY,
    NOTHING_SAID,
    Change,
    Changes,
    Edited,
    Foreseen,
    HistoryPage,
    HistoryQuery,
    Sayings,
)
from timeline_app.store.held import (
    descriptions,
    document_item,
    documents,
    documents_as_read,
    judgements,
    problems,
    sources,
    sources_of,
    standing,
    still_so,
)
from timeline_app.store.reading import document_from_wire
from timeline_app.store.reconcile import Step
from timeline_app.store.record import Record, Wire
from timeline_app.store.rows import Rows, visible
from timeline_app.store.taking import (
    added_by_hand,
    check_bytes,
    checked,
    foreseen,
    live_record,
    record_for_edit,
    sorted_out,
    steps_of,
    with_merged,
)
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
        said: Sayings = NOTHING_SAID,
        why: str = "",
    ) -> Changes:
        """See `contract.Store`."""
        check_bytes(documents)
        good, refused = sorted_out(events)
        with self._writing() as rows:
            if base_version is not None and rows.data_version() != base_version:
                raise StoreChanged("the store was changed by someone else meanwhile; nothing was added")
            book = Book(rows, by, why)
            book.hear(said)
            edits, conflicts = steps_of(rows, said.edits, ())
            if conflicts:
                raise conflicts[0]
            book.keep_all(edits)
            for sha256, data in {document.sha256: data for document, data in documents}.items():
                rows.put_original(sha256, data)
            known = sum(book.keep_document(document) for document, _ in documents)
            for source in sources:
                book.keep_source(source)
            counts = book.keep_events(good, {document.id for document, _ in documents})
            for judgement in judgements:
                book.keep_judgement(judgement)
            book.keep_problems((*problems, *refused), read)
            for words in said.descriptions:
                book.describe(words)
            step = book.close()
        return replace(
            counts,
            documents_new=len(documents) - known,
            documents_known=known,
            events_updated=counts.events_updated + len(edits),
            events_refused=len(refused),
            step=step,
        )

    def foresee(self, documents: Sequence[Document] = (), events: Sequence[Event] = ()) -> tuple[Foreseen, ...]:
        """See `contract.Store`."""
        good, _ = sorted_out(events)
        with self._reading() as rows:
            plan = Book(rows, "").plan_events(good, {document.id for document in documents})
        return tuple(foreseen(step) for step in plan.steps)

    def remove_document(self, document_id: str, by: str, why: str = "") -> int:
        """See `contract.Store`."""
        return self.remove_documents([document_id], by, why)

    def remove_documents(self, document_ids: Collection[str], by: str, why: str = "") -> int:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = Book(rows, by, why)
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
            return documents(rows)

    def documents_as_read(self) -> list[Document]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return documents_as_read(rows)

    def document(self, document_id: str) -> Document:
        """See `contract.Store`."""
        with self._reading() as rows:
            document = document_from_wire(document_item(rows, document_id).body)
            said = rows.item("description", document_id)
        return (
            document if said is None or said.removed else description_from_wire(said.body["wire"]).of_document(document)
        )

    def descriptions(self) -> tuple[Description, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return tuple(descriptions(rows).values())

    def arrivals(self) -> dict[str, tuple[str, str]]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.arrivals()

    def event_reasons(self) -> dict[str, str]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return rows.event_reasons()

    def original(self, document_id: str) -> bytes:
        """See `contract.Store`."""
        with self._reading() as rows:
            data = rows.original(document_item(rows, document_id).body["sha256"])
        if data is None:
            raise StoreError(f"the original of document {document_id!r} is not in this store")
        return data

    def sources(self) -> tuple[Source, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return sources(rows)

    def sources_as_read(self) -> tuple[Source, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return sources_of(rows, documents_as_read(rows), {})

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
            record = live_record(rows, event_id)
        return record.event, record.version

    def corrected(self, event_id: str) -> Change | None:
        """See `contract.Store`."""
        with self._reading() as rows:
            record = live_record(rows, event_id)
            if record.parsed is None or not record.edits:
                return None
            lines = rows.entries(with_merged(rows, record.id))
            return next((visible(line) for line in lines if line.what == "edited"), None)

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
            return Timeline(sources(rows), (), problems(rows), standing(rows))

    def problems(self) -> tuple[Problem, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return problems(rows)

    def judgements(self) -> tuple[Judgement, ...]:
        """See `contract.Store`."""
        with self._reading() as rows:
            return judgements(rows)

    def timeline(self) -> Timeline:
        """See `contract.Store`."""
        with self._reading() as rows:
            events = self._events(rows)
            return Timeline(sources(rows), tuple(events), problems(rows), still_so(judgements(rows), events))

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
            items = None if event_id is None else with_merged(rows, event_id)
            return [visible(entry) for entry in rows.entries(items)]

    def history_page(self, query: HistoryQuery = ALL_HISTORY, limit: int = 50, offset: int = 0) -> HistoryPage:
        """See `contract.Store`."""
        with self._reading() as rows:
            items = with_merged(rows, query.item) if query.item else None
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

    def edit(self, event: Event, base_version: int, by: str, why: str = "", step: int = 0) -> int:
        """See `contract.Store`."""
        checked(event)
        with self._writing() as rows:
            before = record_for_edit(rows, event, base_version)
            after = before.edited(event)
            if after == before:
                return before.version
            book = Book(rows, by, why)
            version = book.keep(Step("edited", before, after) if before.version else added_by_hand(after))
            book.close(step)
            return version

    def edit_many(
        self, edits: Sequence[tuple[Event, int]], by: str, why: str = "", remove: Sequence[tuple[str, int]] = ()
    ) -> Edited:
        """See `contract.Store`."""
        for event, _ in edits:
            checked(event)
        with self._writing() as rows:
            book = Book(rows, by, why)
            steps, conflicts = steps_of(rows, edits, remove)
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
            book = Book(rows, by, note)
            before = live_record(rows, event_id)
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
            book = Book(rows, by, note)
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
            book = Book(rows, by, why)
            judgement = book.judge(Judgement((report_a, report_b), verdict, by, book.at))
            book.close()
        return judgement

    def correct_place(self, correction: PlaceCorrection) -> PlaceCorrection:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = Book(rows, correction.by, correction.why)
            dated = book.correct_place(correction)
            book.close()
        return dated

    def describe(self, said: Description) -> int:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = Book(rows, said.by, said.why)
            book.describe(said)
            return book.close()

    def withdraw_place_correction(self, correction: PlaceCorrection, by: str, why: str = "") -> None:
        """See `contract.Store`."""
        with self._writing() as rows:
            book = Book(rows, by, why)
            book.withdraw(correction)
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
            book = Book(rows, by, f"change {change_id}")
            book.take_back(past.filled(rows, lines))
            return book.close()
