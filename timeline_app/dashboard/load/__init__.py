"""What the pages read, kept between runs: the store, the events as a frame, the gazetteer, drawn payloads.

Everything kept is keyed by the store's data version, so that a change by anyone shows on the next run
and an unchanged store costs nothing. What is shared between sessions is never written to.
"""

from timeline_app.dashboard.load.compared import Comparison, comparison
from timeline_app.dashboard.load.explored import KEPT_VIEWS, View, facet_counts, view
from timeline_app.dashboard.load.listed import hand_made, shelved_sources
from timeline_app.dashboard.load.opened import (
    add_example,
    gazetteer,
    gazetteer_heeding,
    is_example,
    store,
    store_path,
    user_name,
)
from timeline_app.dashboard.load.paired import proposals, proposals_at_once
from timeline_app.dashboard.load.placed import toponyms
from timeline_app.dashboard.load.queued import queue
from timeline_app.dashboard.load.reported import report_title
from timeline_app.dashboard.load.whole import Kept, event_id_now, kept, named_sources, snapshot
from timeline_app.dashboard.snapshot import Snapshot

__all__ = [
    "KEPT_VIEWS", "Comparison", "Kept", "Snapshot", "View", "add_example", "comparison", "event_id_now", "facet_counts",
    "gazetteer", "gazetteer_heeding", "hand_made", "is_example", "kept", "named_sources", "proposals",
    "proposals_at_once", "queue", "report_title", "shelved_sources", "snapshot", "store", "store_path", "toponyms",
    "user_name", "view",
]  # fmt: skip
