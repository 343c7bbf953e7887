"""What the pages read, kept between runs: the store, the events as a frame, the gazetteer, drawn payloads.

Everything kept is keyed by the store's data version, so that a change by anyone shows on the next run
and an unchanged store costs nothing. What is shared between sessions is never written to.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass, field

import streamlit as st

from timeline_app.dashboard import who
from timeline_app.dashboard.serve import EXAMPLE_VARIABLE, STORE_VARIABLE
from timeline_app.dashboard.snapshot import Snapshot as Snapshot  # noqa: PLC0414 - pages know it as load.Snapshot
from timeline_app.dashboard.snapshot import read_snapshot
from timeline_app.documents import story_spans
from timeline_app.geo import Gazetteer, find_places, load_gazetteer
from timeline_app.model import PlaceCorrection, PlaceMention, Query, Source
from timeline_app.pipeline import add_gathered, gather, heeding
from timeline_app.settings import default_store_path, seed_files
from timeline_app.store import Store, open_store
from timeline_app.views import (
    Selection,
    facets_in_view,
    inside_words,
    map_payload,
    select,
    summary_line,
    timeline_payload,
)
from timeline_app.views.compare import (
    Disagreement,
    disagreements,
    field_choices,
    same_source,
    source_choices,
)
from timeline_app.views.compare import named_sources as sources_by_name
from timeline_app.views.doubt import Weighed, weigh
from timeline_app.views.filter_words import filter_words
from timeline_app.views.hand_made import Listed
from timeline_app.views.hand_made import hand_made as list_hand_made
from timeline_app.views.large import is_large, large_map_payload, large_timeline_payload
from timeline_app.views.library import LibraryRow
from timeline_app.views.library import library as list_library
from timeline_app.views.reviewing import Queue, Scope
from timeline_app.views.source_pairs import Pairs, source_pairs
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
    """Who works here, for the history."""
    return who.user_name()


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
def _snapshot(path: str, version: int) -> Snapshot:
    newest = _newest(path)
    with newest.lock:
        newest.snapshot = read_snapshot(_store_at(path), version, newest.snapshot)
        return newest.snapshot


def snapshot() -> Snapshot:
    """Everything there is now."""
    return _snapshot(store_path(), store().data_version())


def kept() -> Kept:
    """The same, for a page that needs no table of it."""
    return snapshot()


def named_sources(whole: Kept) -> dict[str, Source]:
    """Descriptions by id, and by the name of the file: hand-made lists name their sources so."""
    return sources_by_name(whole.documents.values(), whole.timeline.sources)


@st.cache_resource(show_spinner=False)
def _weighed_before(path: str) -> dict[str, dict[str, Weighed]]:  # noqa: ARG001 - one for each store
    """What was weighed last; replaced whole, so that sessions may share it."""
    return {}


@st.cache_resource(show_spinner=False, max_entries=2)
def _weighed(path: str, version: str) -> dict[str, Weighed]:
    held = _weighed_before(path)
    held["last"] = weigh(_snapshot(path, int(version)).timeline.events, held.get("last"))
    return held["last"]


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _queue(path: str, version: str, scope: Scope) -> Queue:
    return Queue.of(_weighed(path, version).values(), scope)


def queue(whole: Kept, scope: Scope) -> Queue:
    """The parsed events of a scope in the order of their doubt; after a change only what changed is weighed anew."""
    return _queue(store_path(), whole.version, scope)


@st.cache_resource(show_spinner=False, max_entries=2)
def _library(path: str, version: str) -> list[LibraryRow]:
    whole, opened = _snapshot(path, int(version)), _store_at(path)
    return list_library(whole.documents, whole.sources, whole.timeline.events, opened.descriptions(), opened.arrivals())


def library(whole: Snapshot) -> list[LibraryRow]:
    """Every source of a snapshot, with counts."""
    return _library(store_path(), whole.version)


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

    @property
    def version(self) -> str:
        """Of its drawings."""
        return str(self.map["version"])


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _view(path: str, version: str, query: Query) -> View:
    whole = _snapshot(path, int(version))
    selection = select(whole.frame, query)
    name = f"{version}-{hash(query)}"
    printed = {"title": _header(selection, query), "filter": filter_words(query, _titles(whole))}
    strip = dict(whole.strip)
    if is_large(selection):
        drawn = large_timeline_payload(selection, strip, query, name)
        return View(selection, large_map_payload(selection, name, query), {**drawn, "printed": printed})
    drawn = timeline_payload(selection.frame, whole.frame, query, name, strip)
    return View(selection, map_payload(selection.frame, name, query), {**drawn, "printed": printed})


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _facet_counts(path: str, version: str, query: Query) -> dict[str, dict[str, int]]:
    whole = _snapshot(path, int(version))
    return facets_in_view(whole.frame, query, _view(path, version, query).selection, whole.facets)


def facet_counts(whole: Snapshot, query: Query) -> dict[str, dict[str, int]]:
    """How many events each value of each facet shows beside the rest of a filter."""
    return _facet_counts(store_path(), whole.version, query)


def _titles(whole: Snapshot) -> dict[str, str]:
    return {source.id: source.title for source in whole.sources.values()}


def _header(selection: Selection, query: Query) -> str:
    counts = summary_line(selection.ledger, query, selection.span)
    return "; ".join(filter(None, (counts, inside_words(selection.ledger, query))))


def view(whole: Snapshot, query: Query) -> View:
    """What a filter shows of a snapshot."""
    return _view(store_path(), whole.version, query)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the sources of a timeline disagree on.

    Attributes:
        found: every disagreement, the largest first.
        fields: what can be chosen to be about, commonest first.
        disputed: ids of the sources that disagree somewhere, those most often first.
        sources: descriptions by document id and by file name.
        pairs: documents against documents.
        publishers: publishers against publishers; None where fewer than two are known.
        shared: events that more than one source tells.
    """

    found: tuple[Disagreement, ...]
    fields: list[str]
    disputed: list[str]
    sources: dict[str, Source]
    pairs: Pairs
    publishers: Pairs | None
    shared: int


@st.cache_resource(show_spinner=False, max_entries=2)
def _comparison(path: str, version: int) -> Comparison:
    whole = _snapshot(path, version)
    sources = named_sources(whole)
    same = same_source(sources)
    events = whole.timeline.events

    def publisher(document: str) -> str:
        source = sources.get(document)
        return (source.publisher if source else "") or same(document)

    known = {source.publisher for source in sources.values() if source.publisher}
    found = disagreements(events)
    return Comparison(
        found,
        field_choices(found),
        source_choices(found, same),
        sources,
        source_pairs(events, same),
        source_pairs(events, publisher) if len(known) > 1 else None,
        sum(len(event.sources) > 1 for event in events),
    )


def comparison(whole: Snapshot) -> Comparison:
    """The disagreements of a snapshot, found once for each data version."""
    return _comparison(store_path(), int(whole.version))
