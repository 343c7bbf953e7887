"""Dated, placed, sourced events from news articles and hand-made lists.

The names below load when first used, so that `import timeline_app` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline_app.geo import Gazetteer, find_places, load_gazetteer
    from timeline_app.pipeline import parse
    from timeline_app.temporal import find_dates

__version__ = "0.1.0"

__all__ = ["Gazetteer", "__version__", "find_dates", "find_places", "load_gazetteer", "parse"]

_HOMES = {
    "find_dates": "timeline_app.temporal",
    "find_places": "timeline_app.geo",
    "load_gazetteer": "timeline_app.geo",
    "Gazetteer": "timeline_app.geo",
    "parse": "timeline_app.pipeline",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'timeline_app' has no attribute {name!r}")
    return getattr(import_module(home), name)
