"""A store that lives as long as the program: for fresh parses and tests."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from timeline_app.errors import StoreError
from timeline_app.store.keeper import Keeper
from timeline_app.store.reconcile import report_key
from timeline_app.store.record import Record
from timeline_app.store.rows import Entry, Item, Kind, Rows
from timeline_app.store.words import holds, words_of_event


@dataclass
class _MemoryRows(Rows):
    _records: dict[str, Record] = field(default_factory=dict)
    _items: dict[tuple[Kind, str], Item] = field(default_factory=dict)
    _originals: dict[str, bytes] = field(default_factory=dict)
    _entries: list[Entry] = field(default_factory=list)
    _commits: int = 0
    changed: bool = False

    def copy(self) -> _MemoryRows:
        return _MemoryRows(
            dict(self._records), dict(self._items), dict(self._originals), list(self._entries),
            self._commits,
        )  # fmt: skip

    def live_records(self) -> Iterable[Record]:
        return [record for record in self._records.values() if record.live]

    def live_versions(self) -> list[tuple[str, int]]:
        return [(record.id, record.version) for record in self.live_records()]

    def live_count(self) -> int:
        return len(self.live_versions())

    def live_stretch(self, after: int, most: int) -> list[tuple[int, Record]]:
        numbered = enumerate(self._records.values(), 1)
        return list(islice(((n, record) for n, record in numbered if n > after and record.live), most))

    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        wanted = set(ids)
        return {id_: record for id_, record in self._records.items() if id_ in wanted}

    def versions(self, ids: Iterable[str]) -> dict[str, int]:
        return {id_: self._records[id_].version for id_ in ids if id_ in self._records}

    def merged_into(self, event_id: str) -> list[str]:
        return [record.id for record in self._records.values() if record.redirect == event_id]

    def holders(self, report_keys: Iterable[str]) -> dict[str, list[str]]:
        wanted = set(report_keys)
        found: dict[str, list[str]] = {}
        for record in self.live_records():
            for key in dict.fromkeys(map(report_key, record.reports)):
                if key in wanted:
                    found.setdefault(key, []).append(record.id)
        return found

    def telling_of(self, document_ids: Iterable[str]) -> list[str]:
        wanted = set(document_ids)
        return [r.id for r in self.live_records() if any(x["document"] in wanted for x in r.reports)]

    def put_records(self, records: Sequence[Record]) -> None:
        self._records |= {record.id: record for record in records}
        self.changed = self.changed or bool(records)

    def items(self, kind: Kind) -> Iterable[Item]:
        return [item for item in self._items.values() if item.kind == kind]

    def item(self, kind: Kind, key: str) -> Item | None:
        return self._items.get((kind, key))

    def put_item(self, item: Item) -> None:
        self._items[item.kind, item.key] = item
        self.changed = True

    def original(self, sha256: str) -> bytes | None:
        return self._originals.get(sha256)

    def put_original(self, sha256: str, data: bytes) -> None:
        self._originals.setdefault(sha256, data)

    def log(self, entries: Sequence[Entry], batch: int = 0) -> int:
        first = len(self._entries) + 1
        batch = batch or first
        self._entries += [replace(entry, id=id_, batch=batch) for id_, entry in enumerate(entries, first)]
        return batch

    def entries(self, items: Sequence[str] | None = None) -> Iterable[Entry]:
        newest = reversed(self._entries)
        return [e for e in newest if items is None or (e.kind == "event" and e.item in items)]

    def newest_entry(self) -> int:
        return len(self._entries)

    def items_since(self, change_id: int) -> Iterable[tuple[str, str]]:
        return [(entry.kind, entry.item) for entry in self._entries[change_id:]]

    def step(self, change_id: int, limit: int | None = None, offset: int = 0) -> list[Entry]:
        batch = next((entry.batch for entry in self._entries if entry.id == change_id), None)
        found = [entry for entry in self._entries if entry.batch == batch]
        return found[offset:] if limit is None else found[offset : offset + limit]

    def batches(
        self, by: str | None = None, what: str = "", kind: str = "", items: Collection[str] | None = None
    ) -> list[int]:
        found = {
            entry.batch
            for entry in self._entries
            if (by is None or entry.by == by)
            and (not what or entry.what == what)
            and (not kind or entry.kind == kind)
            and (items is None or entry.item in items)
        }
        return sorted(found, reverse=True)

    def perhaps_telling(self, words: str) -> Iterable[Entry]:  # noqa: ARG002 - reading them costs nothing here
        return list(self._entries)

    def first_lines(self, batches: Collection[int]) -> dict[int, Entry]:
        found: dict[int, Entry] = {}
        for entry in self._entries:
            if entry.batch in batches:
                found.setdefault(entry.batch, entry)
        return found

    def tallies(self, batches: Collection[int]) -> dict[int, list[tuple[str, str, int]]]:
        found: dict[int, dict[tuple[str, str], int]] = {}
        for entry in self._entries:
            if entry.batch in batches:
                counts = found.setdefault(entry.batch, {})
                counts[entry.what, entry.kind] = counts.get((entry.what, entry.kind), 0) + 1
        return {batch: [(*deed, number) for deed, number in counts.items()] for batch, counts in found.items()}

    def first_befores(self, lines: Collection[Entry]) -> dict[tuple[str, str], dict[str, Any]]:
        wanted = {(line.kind, line.item) for line in lines}
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for entry in self._entries:
            if entry.before is not None and (entry.kind, entry.item) in wanted:
                found.setdefault((entry.kind, entry.item), entry.before)
        return found

    def last_lines(self, lines: Collection[Entry]) -> list[Entry]:
        wanted = {(line.kind, line.item) for line in lines}
        last = {(entry.kind, entry.item): entry for entry in self._entries}
        return [entry for row, entry in last.items() if row in wanted]

    def people(self) -> list[str]:
        return sorted({entry.by for entry in self._entries})

    def arrivals(self) -> dict[str, tuple[str, str]]:
        found: dict[str, tuple[str, str]] = {}
        for entry in self._entries:
            if entry.kind in ("document", "source"):
                found.setdefault(entry.item, (entry.at, entry.by))
        return found

    def event_reasons(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for entry in self._entries:
            if entry.kind == "event" and entry.what == "added" and entry.why:
                found.setdefault(entry.item, entry.why)
        return found

    def search(self, phrases: list[str]) -> set[str]:
        return {r.id for r in self.live_records() if holds(words_of_event(r.event), phrases)}

    def data_version(self) -> int:
        return self._commits

    def count(self) -> None:
        """One more committed change."""
        self._commits += 1


class MemoryStore(Keeper):
    """A `Store` in memory, gone when the program ends."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = _MemoryRows()
        self._lock = threading.RLock()

    @contextmanager
    def _reading(self) -> Iterator[Rows]:
        # Committed rows are never changed in place, so a reader needs no lock.
        yield self._rows

    @contextmanager
    def _writing(self) -> Iterator[Rows]:
        with self._lock:
            draft = self._rows.copy()
            yield draft
            if draft.changed:
                draft.changed = False
                draft.count()
                self._rows = draft

    def backup(self, path: Path) -> None:
        """Not to be had: raises StoreError."""
        raise StoreError(f"{path}: this timeline is in memory only; export it instead")

    def close(self) -> None:
        """Nothing to let go of."""
