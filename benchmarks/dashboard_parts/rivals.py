"""The page the rivals are drawn on: folium's own layers through st_folium, or an empty map; run by streamlit.

The address says which: `?mode=empty|circle|cluster|fast`. What is drawn beside the map is one date field. Leaflet and
its cluster plug-in come from this machine, as they would from a browser's cache.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import folium  # noqa: TID251 - the rival
import streamlit as st  # noqa: TID251
import streamlit.components.v1 as components  # noqa: TID251
from branca.element import MacroElement  # noqa: TID251
from folium import plugins  # noqa: TID251
from folium.template import Template  # noqa: TID251
from streamlit_folium import st_folium

FILES = Path(os.environ["RIVAL_FILES"])
"""Holds points.json, leaflet/ and markercluster/."""

_leaflet = components.declare_component("rival_files", path=str(FILES))


class _Drawn(MacroElement):
    """Tells the page which drawing this is."""

    _template = Template(
        "{% macro script(this, kwargs) %}\nwindow.rivalDrawn = {{ this.token|tojson }};\n{% endmacro %}"
    )

    def __init__(self, token: str) -> None:
        super().__init__()
        self._name = "Drawn"
        self.token = token


@st.cache_resource
def _points() -> list[tuple[float, float, str, str]]:
    return [tuple(point) for point in json.loads((FILES / "points.json").read_text(encoding="utf-8"))]


def _local(element: Any) -> None:
    """Every script and style sheet from this machine."""
    cluster = [("cluster", f"../{_leaflet.name}/markercluster/leaflet.markercluster.js")]
    cluster_css = [("clustercss", f"../{_leaflet.name}/markercluster/MarkerCluster.Default.css")]
    for child in (element, *element._children.values()):
        if isinstance(child, folium.Map):
            child.default_js = [("leaflet", f"../{_leaflet.name}/leaflet/leaflet.js")]
            child.default_css = [("leaflet_css", f"../{_leaflet.name}/leaflet/leaflet.css")]
        elif isinstance(child, plugins.MarkerCluster):
            child.default_js, child.default_css = cluster, cluster_css


def _draw(base: folium.Map, mode: str, points: list[tuple[float, float, str, str]]) -> None:
    if mode == "circle":
        for lat, lon, _, title in points:
            folium.CircleMarker([lat, lon], radius=5, tooltip=folium.Tooltip(title)).add_to(base)
    elif mode == "cluster":
        group = plugins.MarkerCluster().add_to(base)
        for lat, lon, _, title in points:
            folium.Marker([lat, lon], tooltip=folium.Tooltip(title)).add_to(group)
    elif mode == "fast":
        # Its own way to make a marker asks for one more plug-in.
        marker = "function (row) { return L.marker(new L.LatLng(row[0], row[1])); }"
        plugins.FastMarkerCluster([[lat, lon] for lat, lon, _, _ in points], callback=marker).add_to(base)


st.set_page_config(layout="wide")
mode = st.query_params.get("mode", "empty")
shown = [] if mode == "empty" else _points()
if mode != "empty":
    first = st.text_input("From", key="first")
    shown = [point for point in shown if not first or point[2] >= first]
base = folium.Map([34.3, 39.0], zoom_start=6, tiles=None, prefer_canvas=True)
base.options["maxZoom"] = 18  # the cluster plug-in asks for it
_draw(base, mode, shown)
if mode != "empty":
    _Drawn(f"{len(shown)}-{st.session_state.get('first')}").add_to(base)
_local(base)
st_folium(base, key="map", height=430, use_container_width=True, returned_objects=[])
