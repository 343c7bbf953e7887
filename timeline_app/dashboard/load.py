"""What the pages read, kept between runs: the store, the events as a frame, the gazetteer, drawn payloads.

Everything kept is keyed by the store's data version, so that a change by anyone shows on the next run
and an unchanged store costs nothing. What is shared between sessions is never written to.
"""

from __future__ import annotations

import getpass
import os
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from timeline_app.dashboard.serve import EXAMPLE_VARIABLE, STORE_VARIABLE
from timeline_app.documents import story_spans
from timeline_app.geo import Gazetteer, find_places, load_gazetteer
from timeline_app.model import Document, PlaceCorrection, PlaceMention, Query, Source, Timeline
from timeline_app.pipeline import add_gathered, gather, heeding
from timeline_app.settings import default_store_path, seed_files
from timeline_app.store import Store, open_store
from timeline_app.views import Selection, events_frame, facets, map_payload, select, timeline_payload
from timeline_app.views.hand_made import Listed
from timeline_app.views.hand_made import hand_made as list_hand_made
from timeline_app.views.toponyms import Toponym
from timeline_app.views.toponyms import toponyms as list_toponyms

_MANY = 50  # documents from which reading them for the first time is worth a bar
KEPT_VIEWS = 32
"""Drawn views kept at once over all sessions: a view of 20,000 events is some 5 MB."""


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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole timeline as of one data version.

    Attributes:
        version: changes with every change of the store.
        timeline: everything.
        frame: one row an event.
        facets: values to filter by, with counts.
        documents: by id, those whose text is kept.
        sources: by id, descriptions of all.
    """

    version: str
    timeline: Timeline
    frame: pd.DataFrame
    facets: dict[str, list[tuple[str, int]]]
    documents: dict[str, Document]
    sources: dict[str, Source]


@st.cache_resource(show_spinner=False, max_entries=2)
def _snapshot(path: str, version: int) -> Snapshot:
    opened = _store_at(path)
    timeline = opened.timeline()
    frame = events_frame(timeline.events)
    return Snapshot(
        f"{version}",
        timeline,
        frame,
        facets(frame),
        {document.id: document for document in opened.documents()},
        {source.id: source for source in timeline.sources},
    )


def snapshot() -> Snapshot:
    """Everything there is now."""
    return _snapshot(store_path(), store().data_version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _hand_made(path: str, version: str) -> list[Listed]:
    return list_hand_made(_snapshot(path, int(version)).timeline.events)


def hand_made() -> list[Listed]:
    """The hand-made events there are now, by date, each with the words it is found by."""
    return _hand_made(store_path(), snapshot().version)


@dataclass(frozen=True, slots=True)
class View:
    """One filtered view, drawn."""

    selection: Selection
    map: dict[str, object]
    timeline: dict[str, object]


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _view(path: str, version: str, query: Query) -> View:
    whole = _snapshot(path, int(version))
    selection = select(whole.frame, query)
    name = f"{version}-{hash(query)}"
    return View(
        selection,
        map_payload(selection.frame, name),
        timeline_payload(selection.frame, whole.frame, query, name),
    )


def view(whole: Snapshot, query: Query) -> View:
    """What a filter shows of a snapshot."""
    return _view(store_path(), whole.version, query)
