"""What the pages read, kept between runs: the store, the events as a frame, the gazetteer, drawn payloads.

Everything kept is keyed by the store's data version, so that a change by anyone shows on the next run
and an unchanged store costs nothing. What is shared between sessions is never written to.
"""

from __future__ import annotations

import getpass
import os
import threading
from dataclasses import dataclass, field

import streamlit as st

from timeline_app.dashboard.serve import EXAMPLE_VARIABLE, STORE_VARIABLE
from timeline_app.dashboard.snapshot import Snapshot as Snapshot  # noqa: PLC0414 - pages know it as load.Snapshot
from timeline_app.dashboard.snapshot import read_snapshot
from timeline_app.dashboard.trays import Tray, trays_of
from timeline_app.documents import story_spans
from timeline_app.geo import Gazetteer, find_places, load_gazetteer
from timeline_app.model import PlaceCorrection, PlaceMention, Query
from timeline_app.pipeline import add_gathered, gather, heeding
from timeline_app.settings import default_store_path, seed_files
from timeline_app.store import Store, open_store
from timeline_app.views import Selection, map_payload, select, timeline_payload
from timeline_app.views.large import is_large, large_map_payload, large_timeline_payload
from timeline_app.views.toponyms import Toponym
from timeline_app.views.toponyms import toponyms as list_toponyms

_MANY = 50  # documents from which reading them for the first time is worth a bar
KEPT_VIEWS = 64
"""Drawn views kept at once over all sessions: up to half a megabyte each, large ones being drawn in bins."""


def store_path() -> str:
    """The store this server works on, as the command line said."""
    return os.environ.get(STORE_VARIABLE) or str(default_store_path())


def is_example() -> bool:
    """Whether the store holds the shipped example."""
    return bool(os.environ.get(EXAMPLE_VARIABLE))


def user_name() -> str:
    """Who works here, for the history: the name typed in, else the operating system's."""
    typed = st.session_state.get("who")
    if isinstance(typed, str) and typed.strip():
        return typed.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


@st.cache_resource(show_spinner=False)
def _store_at(path: str) -> Store:
    return open_store(path)


def store() -> Store:
    """The open store, one for all sessions."""
    return _store_at(store_path())


@st.cache_resource(show_spinner=False)
def gazetteer() -> Gazetteer:
    """The project's own gazetteer."""
    return load_gazetteer()


@st.cache_resource(show_spinner=False, max_entries=4)
def _heeding(said: tuple[PlaceCorrection, ...]) -> Gazetteer:
    return heeding(gazetteer(), said)


def gazetteer_heeding() -> Gazetteer:
    """The same with the places and spellings persons gave in this store."""
    return _heeding(store().place_corrections())


@st.cache_resource(show_spinner=False, max_entries=2000)
def _mentions(document_id: str, said: tuple[PlaceCorrection, ...]) -> list[PlaceMention]:
    """The places named in the article of a document, read once for each state of the corrections."""
    document = snapshot().documents[document_id]
    spans = story_spans(document)
    found = find_places(document.text, _heeding(said))
    return [mention for mention in found if any(first <= mention.start < last for first, last in spans)]


def toponyms() -> list[Toponym]:
    """The names of places in all kept documents."""
    said = store().place_corrections()
    documents = snapshot().documents.values()
    bar = st.progress(0.0, text="Reading places") if len(documents) > _MANY else None
    read = []
    for number, document in enumerate(documents):
        read.append((document, _mentions(document.id, said)))
        if bar is not None:
            bar.progress((number + 1) / len(documents), text=f"Reading places {number + 1} of {len(documents)}")
    if bar is not None:
        bar.empty()
    return list_toponyms(read, said)


def add_example() -> None:
    """The seeds, added to the store at hand."""
    add_gathered(store(), gather(seed_files(), gazetteer()), gazetteer(), user_name())


@dataclass(slots=True)
class _Newest:
    """The last snapshot made of a store: what the next one starts from."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    snapshot: Snapshot | None = None


@st.cache_resource(show_spinner=False)
def _newest(path: str) -> _Newest:  # noqa: ARG001 - one for each store
    return _Newest()


@st.cache_resource(show_spinner="Reading the timeline", max_entries=2)
def _snapshot(path: str, version: int) -> Snapshot:
    newest = _newest(path)
    with newest.lock:
        newest.snapshot = read_snapshot(_store_at(path), version, newest.snapshot)
        return newest.snapshot


def snapshot() -> Snapshot:
    """Everything there is now."""
    return _snapshot(store_path(), store().data_version())


@dataclass(frozen=True, slots=True)
class View:
    """One filtered view, drawn."""

    selection: Selection
    map: dict[str, object]
    timeline: dict[str, object]
    trays: dict[str, Tray]

    @property
    def version(self) -> str:
        """Of its drawings."""
        return str(self.map["version"])


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _view(path: str, version: str, query: Query) -> View:
    whole = _snapshot(path, int(version))
    selection = select(whole.frame, query)
    name = f"{version}-{hash(query)}"
    if is_large(selection):
        strip = dict(whole.strip)
        return View(
            selection,
            large_map_payload(selection, name),
            large_timeline_payload(selection, strip, query, name),
            trays_of(selection),
        )
    return View(
        selection,
        map_payload(selection.frame, name),
        timeline_payload(selection.frame, whole.frame, query, name, dict(whole.strip)),
        trays_of(selection),
    )


def view(whole: Snapshot, query: Query) -> View:
    """What a filter shows of a snapshot."""
    return _view(store_path(), whole.version, query)
