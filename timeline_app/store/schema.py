"""The tables, and the way from every older version of them to this one.

`MIGRATIONS` is the truth: entry n brings a file from version n to n + 1, and an entry that has been
released is never changed, only followed by another. The version is SQLite's own user_version, which
can be read from a file's first bytes before the database is opened, and needs no second tool. The
tables below say the same in SQLAlchemy's words, for queries; a test holds the two together.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

APPLICATION_ID = 0x544C4E45
"""Marks the file as ours ("TLNE"), in bytes 68 to 71 of every SQLite file."""

Statement = str | Callable[[Connection], None]
"""SQL, or a function where SQL is not enough."""

MIGRATIONS: tuple[tuple[Statement, ...], ...] = (
    # 0 -> 1
    (
        "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL)",
        "INSERT INTO meta VALUES ('data_version', 0), ('indexed', 0)",
        "CREATE TABLE events (seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
        " version INTEGER NOT NULL, live INTEGER NOT NULL, parsed TEXT, edits TEXT NOT NULL, review TEXT,"
        " redirect TEXT NOT NULL, removed INTEGER NOT NULL, words TEXT NOT NULL)",
        "CREATE INDEX events_redirect ON events (redirect)",
        "CREATE TABLE reports (event INTEGER NOT NULL REFERENCES events (seq), place INTEGER NOT NULL,"
        " key TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (event, place))",
        "CREATE INDEX reports_key ON reports (key)",
        "CREATE INDEX reports_document ON reports (document)",
        "CREATE TABLE originals (sha256 TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)",
        *(
            f"CREATE TABLE {name} (seq INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
            " version INTEGER NOT NULL, body TEXT NOT NULL, removed INTEGER NOT NULL)"
            for name in ("documents", "sources", "judgements", "problems")
        ),
        "CREATE TABLE changes (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, batch INTEGER NOT NULL,"
        ' at TEXT NOT NULL, "by" TEXT NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL, kind TEXT NOT NULL,'
        " item TEXT NOT NULL, before TEXT, after TEXT)",
        "CREATE INDEX changes_item ON changes (item)",
        "CREATE INDEX changes_batch ON changes (batch)",
    ),
    # 1 -> 2: what a person says names mean as places
    (
        "CREATE TABLE places (seq INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
        " version INTEGER NOT NULL, body TEXT NOT NULL, removed INTEGER NOT NULL)",
    ),
    # 2 -> 3: what a person says of a source
    (
        "CREATE TABLE descriptions (seq INTEGER NOT NULL PRIMARY KEY, key TEXT NOT NULL UNIQUE,"
        " version INTEGER NOT NULL, body TEXT NOT NULL, removed INTEGER NOT NULL)",
    ),
)

VERSION = len(MIGRATIONS)
"""The version this program writes, kept in SQLite's user_version."""


class AnyText(TypeDecorator[str]):
    """Any Python text, read back equal.

    SQLite text is UTF-8, which has no lone surrogates (a broken file name, a half emoji); a text
    with one is kept as bytes in the same column, which SQLite allows, and turned back on reading.
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """A text, or bytes where it cannot be one."""
        if value is None:
            return None
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return value.encode("utf-8", "surrogatepass")
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """The text that was kept."""
        return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


metadata = MetaData()

meta = Table(
    "meta", metadata,
    Column("key", String, primary_key=True),
    Column("value", Integer, nullable=False),
)  # fmt: skip

events = Table(
    "events", metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", AnyText, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("live", Integer, nullable=False),
    Column("parsed", AnyText),
    Column("edits", AnyText, nullable=False),
    Column("review", AnyText),
    Column("redirect", AnyText, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("words", String, nullable=False),
)  # fmt: skip
"""`live` and `words` are reckoned from the others, for queries."""

reports = Table(
    "reports", metadata,
    Column("event", Integer, ForeignKey("events.seq"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("key", AnyText, nullable=False),
    Column("document", AnyText, nullable=False),
)  # fmt: skip
"""Of live events only: which report is whose. The reports themselves are in `events.parsed`."""

originals = Table(
    "originals", metadata,
    Column("sha256", AnyText, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)  # fmt: skip


def _items(name: str) -> Table:
    return Table(
        name, metadata,
        Column("seq", Integer, primary_key=True),
        Column("key", AnyText, nullable=False),
        Column("version", Integer, nullable=False),
        Column("body", AnyText, nullable=False),
        Column("removed", Integer, nullable=False),
        UniqueConstraint("key"),
    )  # fmt: skip


ITEMS = {
    "document": _items("documents"),
    "source": _items("sources"),
    "judgement": _items("judgements"),
    "problem": _items("problems"),
    "place": _items("places"),
    "description": _items("descriptions"),
}

changes = Table(
    "changes", metadata,
    Column("id", Integer, primary_key=True),
    Column("batch", Integer, nullable=False),
    Column("at", String, nullable=False),
    Column("by", AnyText, nullable=False),
    Column("what", String, nullable=False),
    Column("why", AnyText, nullable=False),
    Column("kind", String, nullable=False),
    Column("item", AnyText, nullable=False),
    Column("before", AnyText),
    Column("after", AnyText),
)  # fmt: skip


def has_fts5() -> bool:
    """Whether this SQLite can search words by index."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()
    return True
