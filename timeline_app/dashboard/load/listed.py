"""For Documents and Edit: the library of sources, and the hand-made events."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from timeline_app.dashboard.load.opened import store_at, store_path
from timeline_app.dashboard.load.whole import snapshot, snapshot_at
from timeline_app.dashboard.snapshot import Snapshot
from timeline_app.pipeline import FROM_LIST
from timeline_app.views.tasks.hand_made import Listed
from timeline_app.views.tasks.hand_made import hand_made as list_hand_made
from timeline_app.views.tasks.source_list import LibraryRow, library


def _lists(reasons: Mapping[str, str]) -> dict[str, str]:
    """The files of the lists that events came from, by id, as far as the history tells."""
    named = ((event, why) for event, why in reasons.items() if why.startswith(FROM_LIST))
    return {event: why.removeprefix(FROM_LIST) for event, why in named}


@st.cache_resource(show_spinner=False, max_entries=2)
def _library(path: str, version: str) -> list[LibraryRow]:
    whole, opened = snapshot_at(path, int(version)), store_at(path)
    return library(
        whole.documents, whole.sources, whole.timeline.events, opened.descriptions(), opened.arrivals(), whole.articles,
        _lists(opened.event_reasons()),
    )  # fmt: skip


def shelved_sources(whole: Snapshot) -> list[LibraryRow]:
    """Every source of a snapshot, with counts."""
    return _library(store_path(), whole.version)


@st.cache_resource(show_spinner=False, max_entries=2)
def _hand_made(path: str, version: str) -> list[Listed]:
    return list_hand_made(snapshot_at(path, int(version)).timeline.events)


def hand_made() -> list[Listed]:
    """The hand-made events there are now, by date, each with the words it is found by."""
    return _hand_made(store_path(), snapshot().version)
