"""For Explore: what a filter shows of the timeline, drawn."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard.load.opened import store_path
from timeline_app.dashboard.load.whole import snapshot_at
from timeline_app.dashboard.snapshot import Snapshot
from timeline_app.model import Query
from timeline_app.views import (
    Selection,
    facets_in_view,
    inside_words,
    map_payload,
    select,
    summary_line,
    timeline_payload,
)
from timeline_app.views.drawing.large import is_large, large_map_payload, large_timeline_payload
from timeline_app.views.words.filter_words import filter_words

KEPT_VIEWS = 64
"""Drawn views kept at once over all sessions: up to half a megabyte each, large ones being drawn in bins."""


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
    whole = snapshot_at(path, int(version))
    selection = select(whole.frame, query)
    name = f"{version}-{hash(query)}"
    printed = {"title": _header(selection, query), "filter": filter_words(query, _titles(whole))}
    strip = dict(whole.strip)
    if is_large(selection):
        drawn = large_timeline_payload(selection, strip, query, name)
        return View(selection, large_map_payload(selection, name, query), {**drawn, "printed": printed})
    drawn = timeline_payload(selection.frame, whole.frame, query, name, strip)
    return View(selection, map_payload(selection.frame, name, query), {**drawn, "printed": printed})


def _titles(whole: Snapshot) -> dict[str, str]:
    return {source.id: source.title for source in whole.sources.values()}


def _header(selection: Selection, query: Query) -> str:
    counts = summary_line(selection.ledger, query, selection.span)
    return "; ".join(filter(None, (counts, inside_words(selection.ledger, query))))


def view(whole: Snapshot, query: Query) -> View:
    """What a filter shows of a snapshot."""
    return _view(store_path(), whole.version, query)


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _facet_counts(path: str, version: str, query: Query) -> dict[str, dict[str, int]]:
    whole = snapshot_at(path, int(version))
    return facets_in_view(whole.frame, query, _view(path, version, query).selection, whole.facets)


def facet_counts(whole: Snapshot, query: Query) -> dict[str, dict[str, int]]:
    """How many events each value of each facet shows beside the rest of a filter."""
    return _facet_counts(store_path(), whole.version, query)
