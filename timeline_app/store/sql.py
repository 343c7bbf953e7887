"""A store in one SQLite file."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, or_, select, text, update

from timeline_app.errors import StoreError
from timeline_app.store import schema
from timeline_app.store.engine import SameFile, open_file, told_clearly
from timeline_app.store.keeper import Keeper
from timeline_app.store.reconcile import report_key
from timeline_app.store.record import Record
from timeline_app.store.rows import Entry, Item, Kind, Rows
from timeline_app.store.words import words_of_event

T = TypeVar("T")

_CHUNK = 500
"""Values of one IN list: SQLite before 3.32 takes 999 at most."""

_EVENTS, _REPORTS, _CHANGES = schema.events, schema.reports, schema.changes


def _pack(value: Any) -> str:
    """JSON that keeps every code point, lone surrogates too (escaped, a pair of them would fuse)."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _pack_maybe(value: Any) -> str | None:
    return None if value is None else _pack(value)


def _unpack(packed: str | None) -> Any:
    return None if packed is None else json.loads(packed)


def _chunks(values: Iterable[T]) -> Iterator[list[T]]:
    left = iter(values)
    while chunk := list(islice(left, _CHUNK)):
        yield chunk


class _SqlRows(Rows):
    def __init__(self, connection: Connection, fts5: bool) -> None:
        self._connection = connection
        self._fts5 = fts5
        self.changed = False

    @cached_property
    def _words(self) -> tuple[WordIndex | None, WordIndex | None]:
        """The word index when it has every change; else when it lags behind. Looked up when words are needed."""
        if not self._fts5:
            return None, None
        index = WordIndex(self._connection)
        return (index, None) if index.fresh() else (None, index)

    @property
    def _index(self) -> WordIndex | None:
        return self._words[0]

    # -- events -------------------------------------------------------------------------------

    def live_records(self) -> Iterable[Record]:
        query = select(_EVENTS).where(_EVENTS.c.live == 1).order_by(_EVENTS.c.seq)
        return map(_record, self._connection.execute(query))

    def live_versions(self) -> list[tuple[str, int]]:
        query = select(_EVENTS.c.id, _EVENTS.c.version).where(_EVENTS.c.live == 1).order_by(_EVENTS.c.seq)
        return [(row.id, row.version) for row in self._connection.execute(query)]

    def live_count(self) -> int:
        count: int = self._connection.scalar(select(func.count()).select_from(_EVENTS).where(_EVENTS.c.live == 1)) or 0
        return count

    def live_stretch(self, after: int, most: int) -> list[tuple[int, Record]]:
        query = select(_EVENTS).where(_EVENTS.c.live == 1, _EVENTS.c.seq > after).order_by(_EVENTS.c.seq).limit(most)
        return [(row.seq, _record(row)) for row in self._connection.execute(query)]

    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        rows = [
            row
            for chunk in _chunks(ids)
            for row in self._connection.execute(select(_EVENTS).where(_EVENTS.c.id.in_(chunk)))
        ]
        return {row.id: _record(row) for row in sorted(rows, key=lambda row: int(row.seq))}

    def versions(self, ids: Iterable[str]) -> dict[str, int]:
        columns = select(_EVENTS.c.id, _EVENTS.c.version)
        asked = (columns.where(_EVENTS.c.id.in_(chunk)) for chunk in _chunks(ids))
        return {row.id: row.version for query in asked for row in self._connection.execute(query)}

    def merged_into(self, event_id: str) -> list[str]:
        query = select(_EVENTS.c.id).where(_EVENTS.c.redirect == event_id).order_by(_EVENTS.c.seq)
        return list(self._connection.scalars(query))

    def holders(self, report_keys: Iterable[str]) -> dict[str, list[str]]:
        query = select(_REPORTS.c.key, _EVENTS.c.id).join_from(_REPORTS, _EVENTS).order_by(_EVENTS.c.seq)
        found: dict[str, list[str]] = {}
        for chunk in _chunks(report_keys):
            for row in self._connection.execute(query.where(_REPORTS.c.key.in_(chunk)).distinct()):
                found.setdefault(row.key, []).append(row.id)
        return found

    def telling_of(self, document_ids: Iterable[str]) -> list[str]:
        query: Select[tuple[int, str]] = select(_EVENTS.c.seq, _EVENTS.c.id).join_from(_REPORTS, _EVENTS)
        found: dict[int, str] = {}
        for chunk in _chunks(document_ids):
            rows = self._connection.execute(query.where(_REPORTS.c.document.in_(chunk)).distinct())
            found |= {row.seq: row.id for row in rows}
        return [found[seq] for seq in sorted(found)]

    def put_records(self, records: Sequence[Record]) -> None:
        if not records:
            return
        self.changed = True
        known = self._numbers(record.id for record in records)
        fresh = [record for record in records if record.id not in known]
        changed = [record for record in records if record.id in known]
        if fresh:
            self._connection.execute(insert(_EVENTS), [_columns(record) for record in fresh])
        if changed:
            self._unindex(known.values())
            self._connection.execute(
                update(_EVENTS).where(_EVENTS.c.id == bindparam("known")),
                [{**_columns(record), "known": record.id} for record in changed],
            )
        self._index_anew(records, self._numbers(record.id for record in records))

    def _numbers(self, ids: Iterable[str]) -> dict[str, int]:
        return {
            row.id: row.seq
            for chunk in _chunks(ids)
            for row in self._connection.execute(select(_EVENTS.c.id, _EVENTS.c.seq).where(_EVENTS.c.id.in_(chunk)))
        }

    def _unindex(self, numbers: Iterable[int]) -> None:
        for chunk in _chunks(numbers):
            if self._index is not None:
                self._index.drop(chunk)
            self._connection.execute(delete(_REPORTS).where(_REPORTS.c.event.in_(chunk)))

    def _index_anew(self, records: Sequence[Record], numbers: dict[str, int]) -> None:
        reports = [
            {
                "event": numbers[record.id],
                "place": n,
                "key": report_key(report),
                "document": report["document"],
            }
            for record in records
            if record.live
            for n, report in enumerate(record.reports)
        ]
        if reports:
            self._connection.execute(insert(_REPORTS), reports)
        if self._index is not None:
            for chunk in _chunks(numbers.values()):
                self._index.take(chunk)

    # -- everything else ----------------------------------------------------------------------

    def items(self, kind: Kind) -> Iterable[Item]:
        table = schema.ITEMS[kind]
        return [_item(kind, row) for row in self._connection.execute(select(table).order_by(table.c.seq))]

    def item(self, kind: Kind, key: str) -> Item | None:
        table = schema.ITEMS[kind]
        row = self._connection.execute(select(table).where(table.c.key == key)).one_or_none()
        return None if row is None else _item(kind, row)

    def put_item(self, item: Item) -> None:
        table = schema.ITEMS[item.kind]
        values = {"version": item.version, "body": _pack(item.body), "removed": int(item.removed)}
        done = self._connection.execute(update(table).where(table.c.key == item.key).values(values))
        if not done.rowcount:
            self._connection.execute(insert(table).values(key=item.key, **values))
        self.changed = True

    def original(self, sha256: str) -> bytes | None:
        query = select(schema.originals.c.bytes).where(schema.originals.c.sha256 == sha256)
        return self._connection.scalar(query)

    def put_original(self, sha256: str, data: bytes) -> None:
        self._connection.execute(insert(schema.originals).prefix_with("OR IGNORE").values(sha256=sha256, bytes=data))

    # -- the history --------------------------------------------------------------------------

    def log(self, entries: Sequence[Entry], batch: int = 0) -> int:
        batch = batch or (self._connection.scalar(select(func.max(_CHANGES.c.id))) or 0) + 1
        self._connection.execute(
            insert(_CHANGES),
            [
                {
                    "batch": batch, "at": entry.at, "by": entry.by, "what": entry.what, "why": entry.why,
                    "kind": entry.kind, "item": entry.item,
                    "before": _pack_maybe(entry.before), "after": _pack_maybe(entry.after),
                }
                for entry in entries
            ],
        )  # fmt: skip
        return batch

    def entries(self, items: Sequence[str] | None = None) -> Iterable[Entry]:
        query = select(_CHANGES).order_by(_CHANGES.c.id.desc())
        if items is None:
            return map(_entry, self._connection.execute(query))
        query = query.where(_CHANGES.c.kind == "event")
        found = [
            _entry(row)
            for chunk in _chunks(items)
            for row in self._connection.execute(query.where(_CHANGES.c.item.in_(chunk)))
        ]
        return sorted(found, key=lambda entry: -entry.id)

    def newest_entry(self) -> int:
        return self._connection.scalar(select(func.max(_CHANGES.c.id))) or 0

    def items_since(self, change_id: int) -> Iterable[tuple[str, str]]:
        query = select(_CHANGES.c.kind, _CHANGES.c.item).where(_CHANGES.c.id > change_id).distinct()
        return [(row.kind, row.item) for row in self._connection.execute(query)]

    def step(self, change_id: int, limit: int | None = None, offset: int = 0) -> list[Entry]:
        batch = select(_CHANGES.c.batch).where(_CHANGES.c.id == change_id).scalar_subquery()
        query = select(_CHANGES).where(_CHANGES.c.batch == batch).order_by(_CHANGES.c.id)
        if limit is not None or offset:
            query = query.limit(-1 if limit is None else limit).offset(offset)
        return [_entry(row) for row in self._connection.execute(query)]

    def batches(
        self, by: str | None = None, what: str = "", kind: str = "", items: Collection[str] | None = None
    ) -> list[int]:
        query = select(_CHANGES.c.batch).distinct()
        for column, wanted in ((_CHANGES.c.by, by), (_CHANGES.c.what, what or None), (_CHANGES.c.kind, kind or None)):
            query = query if wanted is None else query.where(column == wanted)
        asked = [query] if items is None else [query.where(_CHANGES.c.item.in_(chunk)) for chunk in _chunks(items)]
        return sorted({batch for one in asked for batch in self._connection.scalars(one)}, reverse=True)

    def perhaps_telling(self, words: str) -> Iterable[Entry]:
        query = select(_CHANGES)
        if words.isascii() and words.isalnum():  # SQLite tells cases of ASCII letters alike only, and JSON has signs
            texts = (_CHANGES.c.why, _CHANGES.c.by, _CHANGES.c.before, _CHANGES.c.after)
            query = query.where(or_(*(text.contains(words) for text in texts)))
        return map(_entry, self._connection.execute(query))

    def first_lines(self, batches: Collection[int]) -> dict[int, Entry]:
        found: dict[int, Entry] = {}
        for chunk in _chunks(batches):
            first = select(func.min(_CHANGES.c.id)).where(_CHANGES.c.batch.in_(chunk)).group_by(_CHANGES.c.batch)
            rows = self._connection.execute(select(_CHANGES).where(_CHANGES.c.id.in_(first)))
            found |= {row.batch: _entry(row) for row in rows}
        return found

    def tallies(self, batches: Collection[int]) -> dict[int, list[tuple[str, str, int]]]:
        found: dict[int, list[tuple[str, str, int]]] = {}
        deed = (_CHANGES.c.batch, _CHANGES.c.what, _CHANGES.c.kind)
        for chunk in _chunks(batches):
            query = select(*deed, func.count()).where(_CHANGES.c.batch.in_(chunk)).group_by(*deed)
            for batch, what, kind, number in self._connection.execute(query.order_by(func.min(_CHANGES.c.id))):
                found.setdefault(batch, []).append((what, kind, number))
        return found

    def first_befores(self, lines: Collection[Entry]) -> dict[tuple[str, str], dict[str, Any]]:
        found = self._ends(lines, func.min(_CHANGES.c.id), _CHANGES.c.before.is_not(None))
        return {(line.kind, line.item): line.before for line in found if line.before is not None}

    def last_lines(self, lines: Collection[Entry]) -> list[Entry]:
        return self._ends(lines, func.max(_CHANGES.c.id))

    def _ends(self, lines: Collection[Entry], end: Any, *conditions: Any) -> list[Entry]:
        """The first or last line, of those that meet conditions, on the item of each line."""
        wanted = {(line.kind, line.item) for line in lines}
        found: list[Entry] = []
        for chunk in _chunks({item for _, item in wanted}):
            ids = select(end).where(_CHANGES.c.item.in_(chunk), *conditions).group_by(_CHANGES.c.kind, _CHANGES.c.item)
            found += map(_entry, self._connection.execute(select(_CHANGES).where(_CHANGES.c.id.in_(ids))))
        return [line for line in found if (line.kind, line.item) in wanted]

    def people(self) -> list[str]:
        return sorted(self._connection.scalars(select(_CHANGES.c.by).distinct()))

    def arrivals(self) -> dict[str, tuple[str, str]]:
        first = select(func.min(_CHANGES.c.id)).where(_CHANGES.c.kind.in_(("document", "source")))
        query = select(_CHANGES.c.item, _CHANGES.c.at, _CHANGES.c.by).where(
            _CHANGES.c.id.in_(first.group_by(_CHANGES.c.item))
        )
        return {row.item: (row.at, row.by) for row in self._connection.execute(query)}

    def event_reasons(self) -> dict[str, str]:
        query = (
            select(_CHANGES.c.item, _CHANGES.c.why)
            .where(_CHANGES.c.kind == "event", _CHANGES.c.what == "added", _CHANGES.c.why != "")
            .order_by(_CHANGES.c.id.desc())  # the first one counts, put in last
        )
        return {row.item: row.why for row in self._connection.execute(query)}

    # -- search and versions ------------------------------------------------------------------

    def search(self, phrases: list[str]) -> set[str]:
        if self._index is not None:
            return self._index.search(phrases)
        query = select(_EVENTS.c.id).where(_EVENTS.c.live == 1)
        for phrase in phrases:
            query = query.where(func.instr(" " + _EVENTS.c.words, f" {phrase}") > 0)
        return set(self._connection.scalars(query))

    def data_version(self) -> int:
        return _meta(self._connection, "data_version")

    def rise(self) -> None:
        """Count one more change; bring the word index along."""
        kept, stale = self._words  # before the count rises: after it, none has every change
        self._connection.execute(
            update(schema.meta).where(schema.meta.c.key == "data_version").values(value=schema.meta.c.value + 1)
        )
        if stale is not None:
            stale.rebuild()
        index = kept or stale
        if index is not None:
            index.mark_fresh()


class WordIndex:
    """The FTS5 index over `events.words`; derived data, rebuilt whenever it missed a change.

    It misses changes written by a program whose SQLite has no FTS5: `meta.indexed` is the data
    version it was last brought up to. `words` has folded the text to letters, digits and spaces, so the
    "ascii" tokenizer, to which everything beyond ASCII is part of a word, cuts at the spaces alone.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def fresh(self) -> bool:
        """Whether it has every change."""
        return _meta(self._connection, "indexed") == _meta(self._connection, "data_version")

    def mark_fresh(self) -> None:
        """Note down that it has every change."""
        version = select(schema.meta.c.value).where(schema.meta.c.key == "data_version").scalar_subquery()
        self._connection.execute(update(schema.meta).where(schema.meta.c.key == "indexed").values(value=version))

    def create(self) -> None:
        """Make it, empty, where there is none."""
        self._connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE IF NOT EXISTS event_words USING fts5("
            "words, content='events', content_rowid='seq', tokenize='ascii')"
        )

    def rebuild(self) -> None:
        """Read all words anew."""
        self._connection.exec_driver_sql("INSERT INTO event_words (event_words) VALUES ('rebuild')")

    def drop(self, numbers: Sequence[int]) -> None:
        """Forget rows, which must still have the words they were taken with."""
        self._for_each(
            "INSERT INTO event_words (event_words, rowid, words)"
            " SELECT 'delete', seq, words FROM events WHERE seq IN :numbers",
            numbers,
        )

    def take(self, numbers: Sequence[int]) -> None:
        """Take rows up."""
        self._for_each(
            "INSERT INTO event_words (rowid, words) SELECT seq, words FROM events WHERE seq IN :numbers",
            numbers,
        )

    def _for_each(self, statement: str, numbers: Sequence[int]) -> None:
        wanted = text(statement).bindparams(bindparam("numbers", expanding=True))
        self._connection.execute(wanted, {"numbers": list(numbers)})

    def search(self, phrases: list[str]) -> set[str]:
        """See `Rows.search`."""
        # Phrases hold letters, digits and spaces only, so nothing in the quotes can end them.
        match = " AND ".join(f'"{phrase}"*' for phrase in phrases)
        query = text(
            "SELECT e.id FROM event_words w JOIN events e ON e.seq = w.rowid WHERE w.words MATCH :match AND e.live = 1"
        ).columns(id=schema.AnyText)
        return set(self._connection.scalars(query, {"match": match}))


def _meta(connection: Connection, key: str) -> int:
    value: int = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == key)).scalar_one()
    return value


def _columns(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "version": record.version,
        "live": int(record.live),
        "parsed": _pack_maybe(record.parsed),
        "edits": _pack(record.edits),
        "review": _pack_maybe(record.review),
        "redirect": record.redirect,
        "removed": int(record.removed),
        "words": words_of_event(record.event) if record.live else "",
    }


def _record(row: Row[Any]) -> Record:
    return Record(
        row.id, _unpack(row.parsed), _unpack(row.edits), _unpack(row.review), row.redirect,
        bool(row.removed), row.version,
    )  # fmt: skip


def _item(kind: Kind, row: Row[Any]) -> Item:
    return Item(kind, row.key, _unpack(row.body), bool(row.removed), row.version)


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        row.what, row.kind, row.item, _unpack(row.before), _unpack(row.after),
        row.id, row.batch, row.at, row.by, row.why,
    )  # fmt: skip


class SqlStore(Keeper):
    """A `Store` in an SQLite file, shared by threads and programs.

    Raises:
        StoreError: see `open_store`.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path.absolute()
        self._engine = open_file(self._path)
        self._file = SameFile(self._path)
        self._fts5 = schema.has_fts5()
        if self._fts5:
            self._prepare_index()

    def _prepare_index(self) -> None:
        with told_clearly(self._path):
            with self._engine.connect() as connection:
                index = WordIndex(connection)
                known = "SELECT count(*) FROM sqlite_master WHERE name = 'event_words'"
                if connection.exec_driver_sql(known).scalar_one() and index.fresh():
                    return
            with self._engine.connect().execution_options(writes=True) as connection, connection.begin():
                index = WordIndex(connection)
                index.create()
                index.rebuild()
                index.mark_fresh()

    @contextmanager
    def _reading(self) -> Iterator[Rows]:
        with told_clearly(self._path):
            self._file.check()
            with self._engine.connect() as connection, connection.begin():
                yield _SqlRows(connection, self._fts5)

    @contextmanager
    def _writing(self) -> Iterator[Rows]:
        with (
            told_clearly(self._path),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin() as transaction,
        ):
            self._file.check()
            rows = _SqlRows(connection, self._fts5)
            yield rows
            if not rows.changed:
                transaction.rollback()
                return
            rows.rise()
            self._file.check()

    def backup(self, path: Path) -> None:
        """See `contract.Store`."""
        path = path.absolute()
        if path.exists():
            raise StoreError(f"{path}: there is a file already; a backup never overwrites")
        self._file.check()
        with told_clearly(self._path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute("VACUUM INTO ?", (str(path),))
                cursor.close()
            finally:
                connection.close()

    def close(self) -> None:
        """See `contract.Store`."""
        self._engine.dispose()
