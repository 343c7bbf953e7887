"""Events of many documents into merged events with their disagreement."""

from timeline_app.merge.conflicts import find_conflicts
from timeline_app.merge.merging import Merged, merge

__all__ = ["Merged", "find_conflicts", "merge"]
