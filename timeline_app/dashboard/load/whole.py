"""The whole timeline as it is now, patched by what changed since it was read last."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import streamlit as st

from timeline_app.dashboard.load.opened import store, store_at, store_path
from timeline_app.dashboard.snapshot import Snapshot, read_snapshot
from timeline_app.errors import StoreError
from timeline_app.model import Source

Kept = Snapshot
"""What a page needs that has no use for the table; kept apart in name only, since a snapshot is patched."""


@dataclass(slots=True)
class _Newest:
    """The last snapshot made of a store: what the next one starts from."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    snapshot: Snapshot | None = None


@st.cache_resource(show_spinner=False)
def _newest(path: str) -> _Newest:  # noqa: ARG001 - one for each store
    return _Newest()


@st.cache_resource(show_spinner="Reading the timeline", max_entries=2)
def snapshot_at(path: str, version: int) -> Snapshot:
    """Everything there is in a data version of the store of a path."""
    newest = _newest(path)
    with newest.lock:
        newest.snapshot = read_snapshot(store_at(path), version, newest.snapshot)
        return newest.snapshot


def snapshot() -> Snapshot:
    """Everything there is now."""
    return snapshot_at(store_path(), store().data_version())


def kept() -> Kept:
    """The same, for a page that needs no table of it."""
    return snapshot()


def event_id_now(whole: Kept, wanted: str | None) -> str | None:
    """The id by which the event that a link or a person means is known now, None when there is none.

    An event that was put together with another one is known by the other's id.
    """
    if wanted is None or whole.holds(wanted):
        return wanted
    try:
        found = store().event(wanted)[0].id
    except StoreError:
        return None
    return found if whole.holds(found) else None


def named_sources(whole: Kept) -> dict[str, Source]:
    """Descriptions by id; by a name that lists give an article, that of the article."""
    articles = {name: _described(whole, id_) for name, id_ in whole.articles.items()}
    return {**whole.sources, **articles}


def _described(whole: Kept, document: str) -> Source:
    return whole.sources.get(document) or Source.of(whole.documents[document])
