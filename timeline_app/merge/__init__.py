"""Events of many documents into merged events with their disagreement."""

from timeline_app.merge.checks import check_event
from timeline_app.merge.conflicts import are_compatible, find_conflicts
from timeline_app.merge.merging import Merged, merge
from timeline_app.merge.parts import apart

__all__ = ["Merged", "apart", "are_compatible", "check_event", "find_conflicts", "merge"]
