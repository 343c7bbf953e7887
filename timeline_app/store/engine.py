"""A SQLite file opened with care: only ours, only versions we know, set up so that nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from timeline_app.errors import StoreError
from timeline_app.store.schema import APPLICATION_ID, MIGRATIONS, VERSION

SAFE_WAL = (3, 51, 3)
"""Older SQLite can corrupt a WAL database written by two connections (sqlite.org/wal.html#walresetbug)."""

BUSY_MS = 10_000
"""How long a writer waits for another one."""

_HEADER = 100
"""Bytes of the header of an SQLite file (sqlite.org/fileformat.html)."""


def open_file(path: Path) -> Engine:
    """An engine on the store's file, made or brought up to this version when needed.

    Raises:
        StoreError: see `open_store`; the file is as it was.
    """
    path = path.absolute()
    _make_or_check(path)
    engine = _engine(path)
    try:
        with told_clearly(path):
            _migrate(engine, path)
            _choose_journal(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def told_clearly(path: Path) -> Iterator[None]:
    """Turns the database's complaints into one StoreError line."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, PoolTimeout) as fault:
        raise StoreError(f"{path}: {_said_plainly(fault)}") from fault


def _said_plainly(fault: Exception) -> str:
    words = str(fault.orig if isinstance(fault, DBAPIError) else fault)
    for sign, plain in (
        ("locked", f"another program holds the store (waited {BUSY_MS // 1000} seconds at most); try again"),
        ("readonly", "the store may only be read (likely mistake: the file or its folder is write-protected)"),
        ("full", "the disk is full; nothing was changed"),
        ("malformed", "the file is damaged; take the newest backup"),
        ("not a database", "this is no timeline store"),
        ("unable to open", "the file cannot be opened"),
        ("QueuePool", "too many readers at once; try again"),
    ):
        if sign in words:
            return plain
    return f"the database says: {words.splitlines()[0] if words else type(fault).__name__}"


# -- the file -------------------------------------------------------------------------------------


def _make_or_check(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise StoreError(f"{path}: its folder cannot be made: {fault.strerror}") from fault
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        _check_header(path)
    except OSError as fault:
        raise StoreError(f"{path}: the store cannot be made here: {fault.strerror}") from fault


def _check_header(path: Path) -> None:
    """Refuses what is not ours from the first bytes alone, before SQLite touches the file."""
    if not path.is_file():
        raise StoreError(f"{path}: this is no file (likely mistake: a folder was named)")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as fault:
        raise StoreError(f"{path}: the store cannot be read: {fault.strerror}") from fault
    if not header:
        return  # made a moment ago, by another process or by one that was killed
    if len(header) < _HEADER or not header.startswith(b"SQLite format 3\0"):
        raise StoreError(f"{path}: this is no timeline store (likely mistake: another kind of file)")
    # Big-endian words: user_version at 60, application_id at 68.
    version, mark = struct.unpack_from(">I", header, 60)[0], struct.unpack_from(">I", header, 68)[0]
    _check_marks(path, version, mark)


def _check_marks(path: Path, version: int, mark: int) -> None:
    if mark != APPLICATION_ID:
        raise StoreError(f"{path}: this is the database of another program, not a timeline store")
    if version > VERSION:
        raise StoreError(
            f"{path}: written by a newer timeline-app (store version {version}; this one knows {VERSION}):"
            " please update"
        )


class SameFile:
    """Watches that a path is still the file it was: writing into a deleted file loses everything."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was = self._now()

    def _now(self) -> tuple[int, int] | None:
        try:
            stat = self._path.stat()
        except OSError:
            return None
        return stat.st_dev, stat.st_ino

    def check(self) -> None:
        """Raises StoreError when the file was deleted, moved or replaced."""
        if self._was is None or self._now() != self._was:
            raise StoreError(
                f"{self._path}: the store's file was deleted, moved or replaced meanwhile;"
                " nothing was written: open it again"
            )


# -- connections ----------------------------------------------------------------------------------


def _engine(path: Path) -> Engine:
    def connect() -> sqlite3.Connection:
        # mode=rw: a file that is gone is not made anew, empty.
        return sqlite3.connect(
            f"{path.as_uri()}?mode=rw", uri=True, check_same_thread=False, timeout=BUSY_MS / 1000,
            isolation_level=None,
        )  # fmt: skip

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, max_overflow=28)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    for pragma in (
        f"busy_timeout = {BUSY_MS}",
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "synchronous = FULL",
        "cell_size_check = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes its lock before it reads, so that nobody changes what it read."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine, path: Path) -> None:
    with engine.connect() as connection:
        if _marks(connection, path) == VERSION:
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        for statements in MIGRATIONS[_marks(connection, path) :]:
            for statement in statements:
                if isinstance(statement, str):
                    connection.exec_driver_sql(statement)
                else:
                    statement(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def _marks(connection: Connection, path: Path) -> int:
    """The file's version, 0 for an empty one; refuses what the header's bytes did not tell."""
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    mark: int = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    tables: int = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if mark or version or tables:
        _check_marks(path, version, mark)
    return version


def _choose_journal(engine: Engine) -> None:
    """WAL where it is safe. The mode is kept in the file, so an older SQLite has to take WAL back."""
    safe = sqlite3.sqlite_version_info >= SAFE_WAL
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        (mode,) = cursor.execute("PRAGMA journal_mode").fetchone()
        if safe and mode != "wal":
            # It needs the file for itself for a moment; when that is not to be had, the other mode does.
            with suppress(sqlite3.OperationalError):
                cursor.execute("PRAGMA journal_mode = WAL")
        elif not safe and mode == "wal":
            cursor.execute("PRAGMA journal_mode = DELETE")
        cursor.close()
    finally:
        connection.close()
