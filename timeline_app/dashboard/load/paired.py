"""For Review: pairs of events that may be one happening."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard.load.opened import store_path
from timeline_app.dashboard.load.whole import Kept, snapshot_at
from timeline_app.merge import Proposal, propose

AT_ONCE = 300
"""Events up to which the pairs are found anew after every change: a tenth of a second, seldom more."""

COMPARED = 5_000
"""Events up to which they are found at all: ten seconds where all were read from documents."""


@st.cache_resource(show_spinner=False, max_entries=2)
def _proposals(path: str, version: str) -> tuple[Proposal, ...]:
    timeline = snapshot_at(path, int(version)).timeline
    return propose(timeline.events, timeline.judgements) if len(timeline.events) <= COMPARED else ()


def proposals(whole: Kept) -> tuple[Proposal, ...]:
    """The pairs of a snapshot, the likeliest first, found once for each data version."""
    return _proposals(store_path(), whole.version)


def proposals_at_once(whole: Kept) -> tuple[Proposal, ...] | None:
    """The same where that takes no time, else None."""
    return proposals(whole) if len(whole.timeline.events) <= AT_ONCE else None
