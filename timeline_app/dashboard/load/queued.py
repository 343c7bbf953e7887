"""For Review: the parsed events in the order of their doubt."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard.load.explored import KEPT_VIEWS
from timeline_app.dashboard.load.opened import store_path
from timeline_app.dashboard.load.whole import Kept, snapshot_at
from timeline_app.views.tasks.doubt import Weighed, weigh
from timeline_app.views.tasks.reviewing import Queue, Scope


@st.cache_resource(show_spinner=False)
def _weighed_before(path: str) -> dict[str, dict[str, Weighed]]:  # noqa: ARG001 - one for each store
    """What was weighed last; replaced whole, so that sessions may share it."""
    return {}


@st.cache_resource(show_spinner=False, max_entries=2)
def _weighed(path: str, version: str) -> dict[str, Weighed]:
    held = _weighed_before(path)
    held["last"] = weigh(snapshot_at(path, int(version)).timeline.events, held.get("last"))
    return held["last"]


@st.cache_resource(show_spinner=False, max_entries=KEPT_VIEWS)
def _queue(path: str, version: str, scope: Scope) -> Queue:
    return Queue.of(_weighed(path, version).values(), scope, snapshot_at(path, int(version)).source)


def queue(whole: Kept, scope: Scope) -> Queue:
    """The parsed events of a scope in the order of their doubt; after a change only what changed is weighed anew."""
    return _queue(store_path(), whole.version, scope)
