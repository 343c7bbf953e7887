"""Events of many documents into merged events with their disagreement."""

from timeline_app.merge.conflicts import find_conflicts
from timeline_app.merge.merging import Merged, merge
from timeline_app.merge.parts import apart

__all__ = ["Merged", "apart", "find_conflicts", "merge"]
