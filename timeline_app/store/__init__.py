"""Remembers documents, events, reviews and judgements, with who changed what and when.

SQLAlchemy is loaded only when a store on disk is opened.
"""

from __future__ import annotations

from pathlib import Path

from timeline_app.errors import StoreError
from timeline_app.store.contract import (
    ALL_HISTORY,
    NOTHING_SAID,
    Change,
    Changes,
    Edited,
    Foreseen,
    HistoryPage,
    HistoryQuery,
    HistoryStep,
    Sayings,
    Store,
)
from timeline_app.store.memory import MemoryStore

__all__ = [
    "ALL_HISTORY",
    "NOTHING_SAID",
    "Change",
    "Changes",
    "Edited",
    "Foreseen",
    "HistoryPage",
    "HistoryQuery",
    "HistoryStep",
    "MemoryStore",
    "Sayings",
    "Store",
    "open_store",
]

_SQLITE_URL = "sqlite:///"


def open_store(path_or_url: Path | str | None = None) -> Store:
    """The store at a path or `sqlite:///` address, made when nothing is there; None: in memory only.

    Parent folders are made as needed; a new file can be read by its owner alone. Where the user's
    own store lies is for `settings` to say.

    Raises:
        StoreError: the file is no timeline store, was written by a newer version, or cannot be
            opened; it is left as it was.
    """
    if path_or_url is None:
        return MemoryStore()
    from timeline_app.store.sql import SqlStore  # noqa: PLC0415 - loads SQLAlchemy

    return SqlStore(_path_of(path_or_url))


def _path_of(path_or_url: Path | str) -> Path:
    if isinstance(path_or_url, Path):
        return path_or_url
    if path_or_url.startswith(_SQLITE_URL):
        path_or_url = path_or_url.removeprefix(_SQLITE_URL)
    elif "://" in path_or_url:
        kind = path_or_url.partition("://")[0]
        raise StoreError(f"a store lies in an SQLite file (a path, or sqlite:///PATH), not at {kind}://")
    if not path_or_url or path_or_url == ":memory:":
        raise StoreError("the store needs the path of a file")
    return Path(path_or_url)
