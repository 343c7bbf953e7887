"""The browser parts: a map and a timeline that draw plain payloads and report what is done in them.

`event_map` and `timeline` highlight each other at once through a small bus on the page; `selection` tells Python
which event was clicked in either and tells both what Python holds to be selected. Python stays the source of truth.
"""

from timeline_app.dashboard.components.folium_map import MapClick, MapPoint, Theme, event_map, safe_json, self_test
from timeline_app.dashboard.components.selection import selection
from timeline_app.dashboard.components.timeline import DayRange, timeline

__all__ = ["DayRange", "MapClick", "MapPoint", "Theme", "event_map", "safe_json", "selection", "self_test", "timeline"]
