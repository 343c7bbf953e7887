"""The browser parts: a map and a timeline that draw plain payloads and report clicks.

`event_map` and `timeline` are told what is selected and tell what was clicked; between reruns they highlight each
other at once through a small bus on the page. Python stays the source of truth.
"""

from timeline_app.dashboard.components.folium_map import MapClick, MapPoint, Theme, event_map, safe_json, self_test
from timeline_app.dashboard.components.timeline import DayRange, timeline

__all__ = ["DayRange", "MapClick", "MapPoint", "Theme", "event_map", "safe_json", "self_test", "timeline"]
