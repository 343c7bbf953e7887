"""The few things a place to keep rows must do within one transaction; everything else is in `keeper`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from timeline_app.store.contract import Change
from timeline_app.store.record import Record

Kind = Literal["document", "source", "judgement", "problem", "place", "description"]


@dataclass(frozen=True, slots=True)
class Item:
    """A row of anything but an event.

    Attributes:
        kind: which table.
        key: unique within it.
        body: the wire dict.
        removed: out of the timeline, kept for `undo`.
        version: rises with every change of the row, from 1.
    """

    kind: Kind
    key: str
    body: dict[str, Any]
    removed: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the history with the full rows on either side, as `undo` needs them."""

    what: str
    kind: str
    item: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    id: int = 0
    batch: int = 0
    at: str = ""
    by: str = ""
    why: str = ""


class Rows(ABC):
    """Rows as one transaction sees them. `changed` tells whether anything was written."""

    changed: bool = False

    @abstractmethod
    def live_records(self) -> Iterable[Record]:
        """All events of the timeline, oldest first."""

    @abstractmethod
    def live_versions(self) -> list[tuple[str, int]]:
        """Id and version of each of them."""

    @abstractmethod
    def live_count(self) -> int:
        """How many they are."""

    @abstractmethod
    def live_stretch(self, after: int, most: int) -> list[tuple[int, Record]]:
        """Some of them, each with its number, which rises with age; the numbers after `after`."""

    @abstractmethod
    def records(self, ids: Iterable[str]) -> dict[str, Record]:
        """The records of those ids that there are, oldest first."""

    @abstractmethod
    def versions(self, ids: Iterable[str]) -> dict[str, int]:
        """The versions of the records of those ids that there are."""

    @abstractmethod
    def merged_into(self, event_id: str) -> list[str]:
        """Ids that redirect to an event, at one step."""

    @abstractmethod
    def holders(self, report_keys: Iterable[str]) -> dict[str, list[str]]:
        """Ids of the live events that hold a report, by its key, oldest first."""

    @abstractmethod
    def telling_of(self, document_ids: Iterable[str]) -> list[str]:
        """Ids of the live events that have a report of one of the documents, oldest first."""

    @abstractmethod
    def put_records(self, records: Sequence[Record]) -> None:
        """Keep records, by id."""

    @abstractmethod
    def items(self, kind: Kind) -> Iterable[Item]:
        """All items of a kind, removed ones too, oldest first."""

    @abstractmethod
    def item(self, kind: Kind, key: str) -> Item | None:
        """One item."""

    @abstractmethod
    def put_item(self, item: Item) -> None:
        """Keep an item, by kind and key."""

    @abstractmethod
    def original(self, sha256: str) -> bytes | None:
        """Bytes by their hash."""

    @abstractmethod
    def put_original(self, sha256: str, data: bytes) -> None:
        """Keep bytes once."""

    @abstractmethod
    def log(self, entries: Sequence[Entry], batch: int = 0) -> int:
        """Write history lines; they share a batch number, given back: that of earlier lines, or a new one.

        The ids are given here.
        """

    @abstractmethod
    def entries(self, items: Sequence[str] | None = None) -> Iterable[Entry]:
        """History lines of events (None: all lines), newest first."""

    @abstractmethod
    def newest_entry(self) -> int:
        """The highest id of a line, 0 before any."""

    @abstractmethod
    def items_since(self, change_id: int) -> Iterable[tuple[str, str]]:
        """Kind and item of every line with a higher id."""

    @abstractmethod
    def step(self, change_id: int, limit: int | None = None, offset: int = 0) -> list[Entry]:
        """The lines of the batch that line belongs to (None: all), oldest first; empty when there is none."""

    @abstractmethod
    def batches(
        self, by: str | None = None, what: str = "", kind: str = "", items: Collection[str] | None = None
    ) -> list[int]:
        """Batches with a line of that person, deed and kind, on one of those items; newest first."""

    @abstractmethod
    def perhaps_telling(self, words: str) -> Iterable[Entry]:
        """Lines in which some words may stand, all that hold them among these."""

    @abstractmethod
    def first_lines(self, batches: Collection[int]) -> dict[int, Entry]:
        """The first line of each batch."""

    @abstractmethod
    def tallies(self, batches: Collection[int]) -> dict[int, list[tuple[str, str, int]]]:
        """What was done to what kind how often, by batch, in the order of the lines."""

    @abstractmethod
    def first_befores(self, lines: Collection[Entry]) -> dict[tuple[str, str], dict[str, Any]]:
        """What the first change of each line's item began from, by kind and item; none where it never changed."""

    @abstractmethod
    def last_lines(self, lines: Collection[Entry]) -> list[Entry]:
        """The newest line on the item of each line."""

    @abstractmethod
    def people(self) -> list[str]:
        """Everyone who did something, by name."""

    @abstractmethod
    def arrivals(self) -> dict[str, tuple[str, str]]:
        """When each document or source first came, and who brought it, by id."""

    @abstractmethod
    def event_reasons(self) -> dict[str, str]:
        """The reason given when each event was first added, by id, where there is one."""

    @abstractmethod
    def search(self, phrases: list[str]) -> set[str]:
        """Ids of live events whose words hold every phrase, each beginning at a word."""

    @abstractmethod
    def data_version(self) -> int:
        """The number of committed changes."""


def visible(entry: Entry) -> Change:
    """The line as the reader of a history sees it."""
    return Change(
        entry.id,
        entry.at,
        entry.by,
        entry.what,
        entry.why,
        entry.kind,
        entry.item,
        _shown(entry, entry.before),
        _shown(entry, entry.after),
    )


def _shown(entry: Entry, row: dict[str, Any] | None) -> dict[str, Any] | None:
    if row is None:
        return None
    if entry.kind == "event":
        record = Record(**row)
        return record.wire if record.live else None
    return None if row["removed"] else row["body"]
