"""The map of events: folium's map through st_folium, with one layer of our own.

The only module that touches folium, branca and streamlit_folium. They compile the text they have rendered once more
as a Jinja template, so a title with `{{ ... }}` would run as code on the server. Two locks:

- Text enters folium only as JSON through `safe_json`, which leaves no `{{`, `{%` or `{#` standing.
- `_lock_templates` makes branca take text made at run time literally. `self_test` proves it at start.

The base map's script never changes, so the frame is never remounted and keeps its view; events travel in the feature
group, which st_folium exchanges in place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import branca.element
import folium
import streamlit as st
import streamlit.components.v1 as components_v1
from branca.element import MacroElement
from folium.template import Template
from streamlit_folium import st_folium

from timeline_app.dashboard.components.bundle import ASSETS, fingerprint, vendor_address
from timeline_app.errors import UnsafeEnvironment
from timeline_app.model import Area, check_latitude, check_longitude

Theme = Literal["light", "dark"]

START: dict[str, Any] = {"location": (34.3, 39.0), "zoom_start": 6}
"""What is seen before any event: Lebanon to Iraq. The first events are fitted in the browser."""

ZOOM = {"minZoom": 2, "maxZoom": 14, "zoomSnap": 0.5}
"""Village names run out at 13; closer, the local base map has nothing more to say."""

_assets = components_v1.declare_component("assets", path=str(ASSETS))


@dataclass(frozen=True, slots=True)
class MapClick:
    """A click on a marker or an arrow: the place's key in the payload ("" for an arrow) and an event's id."""

    place: str
    event: str


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A click on the map where no marker is, in degrees."""

    lat: float
    lon: float


def safe_json(value: object) -> str:
    r"""JSON that means the same to JavaScript, and nothing to HTML or Jinja.

    `<`, `>`, `&`, U+2028 and U+2029, and every `{` before `{`, `%` or `#` are written `\u00XX`:

    >>> safe_json({"title": "{{1+1}} </script>"})
    '{"title":"\\u007b{1+1}} \\u003c/script\\u003e"}'

    Raises:
        ValueError: NaN or an infinity is inside; JSON has no word for them.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _DANGEROUS.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


# Matches "<", "&", U+2028 and the first "{" of "{{", "{%" or "{#". A "{" that opens a JSON object is followed by '"'
# or "}", so what is replaced always stands inside a string. A lone surrogate cannot be sent as UTF-8.
_DANGEROUS = re.compile("[<>&\u2028\u2029\ud800-\udfff]|\\{(?=[{%#])")


class _Literal:
    """Stands in for a compiled template: renders to the text itself."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.module = self

    def render(self, *_args: object, **_kwargs: object) -> str:
        """The text, unread."""
        return self.text


def _lock_templates() -> None:
    """From here on branca compiles nothing: its own templates were compiled when it was imported."""
    vars(branca.element)["Template"] = _Literal


_lock_templates()


def self_test() -> None:
    """Prove that no text of an event can run on the server.

    Raises:
        UnsafeEnvironment: folium or branca evaluated a template, for example after a change of version.
    """
    probe, evaluated = "{{1337*1337}}", str(1337 * 1337)
    literal = branca.element.Element(probe).render()
    base, layer = _base_map(), _event_group({"events": {"title": [probe]}}, "light", None)
    layer.add_to(base)
    page = base.get_root().render()
    escaped = safe_json(probe)
    if literal != probe or "{{" in escaped or escaped not in page or evaluated in page:
        raise UnsafeEnvironment(
            "the map library runs text as code here (folium or branca is not the locked version); refusing to start"
        )


class _Basemap(MacroElement):
    """Starts our script in the frame; its text never changes."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "timelineMap.start({{ this._parent.get_name() }}, {{ this.url }});"
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types
        self._name = "Basemap"
        self.url = safe_json(f"../{_assets.name}/basemap.json?v={fingerprint(ASSETS / 'basemap.json')}")


class _Events(MacroElement):
    """The one custom layer: hands the payload to our script."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "timelineMap.draw({{ this._parent.get_name() }}, {{ this.scene }});"
        "{% endmacro %}"
    )

    def __init__(self, scene: Mapping[str, object]) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # branca has no types
        self._name = "Events"
        self.scene = safe_json(scene)


def _base_map() -> folium.Map:
    """A new base map without tiles or foreign scripts; a Map object must never be rendered twice."""
    base = folium.Map(tiles=None, **START)
    base.default_js = [("timeline_map", vendor_address("map.js"))]
    base.default_css = []
    base.options.update(ZOOM)
    _Basemap().add_to(base)
    return base


def _event_group(
    payload: Mapping[str, object],
    theme: Theme,
    selected: tuple[str | None] | None,
    view: tuple[float, float, float] | None = None,
    **offers: bool,
) -> Any:
    """The feature group of one payload; `selected` only where the browser's bus is out of reach.

    `offers` name what a click may do beside choosing an event: "pick" a point, draw an "area".
    """
    scene: dict[str, object] = {"payload": payload, "theme": theme, **{name: on for name, on in offers.items() if on}}
    if view is not None:
        scene["view"] = view
    if selected is not None:
        scene["selected"] = selected[0]
    group = folium.FeatureGroup("events")
    _Events(scene).add_to(group)
    return group


def event_map(
    payload: Mapping[str, object],
    *,
    theme: Theme,
    selected: str | None,
    height: int,
    key: str = "map",
    view: tuple[float, float, float] | None = None,
    on_change: Callable[[MapClick], None] | None = None,
    on_area: Callable[[Area | None], None] | None = None,
    on_pick: Callable[[MapPoint], None] | None = None,
) -> None:
    """Draw the places of a map payload (docs/decisions/0001).

    The view is fitted to the first events and kept from then on, whatever is filtered.

    Args:
        payload: from `views.map_payload`; a new `version` for new content.
        theme: of the map's colours; the frame does not know the page's theme.
        selected: id of the selected event, or None. It reaches the map through `selection` and the browser's bus,
            so that selecting redraws nothing; without the bus it is sent along.
        height: of the frame, in pixels.
        key: of the widget.
        view: latitude, longitude and zoom to begin with instead of fitting the events.
        on_change: called with the click, before the page is run again, where the bus is out of reach.
        on_area: called with the area drawn, or with None when it was cleared.
        on_pick: called with a click where no marker is; with it the map has a view and a selection of its own.
    """
    state = st.session_state.get(key) or {}
    without_bus = isinstance(state, Mapping) and state.get("bus") is False

    def changed() -> None:
        sent = st.session_state.get(key)
        click, point = _click(sent), _point(sent)
        if click is not None and on_change is not None:
            on_change(click)
        if point is not None and on_pick is not None:
            on_pick(point)
        if isinstance(sent, Mapping) and "area" in sent and on_area is not None:
            on_area(_area(sent["area"]))

    st_folium(
        _base_map(),
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=_event_group(
            payload,
            theme,
            (selected,) if without_bus or on_pick else None,
            view,
            pick=on_pick is not None,
            area=on_area is not None,
        ),
        on_change=changed,
    )


def _click(value: object) -> MapClick | None:
    """What the frame sent, or None when it is no click; it comes from a browser and is not trusted."""
    if not isinstance(value, Mapping):
        return None
    place, event = value.get("place"), value.get("clicked")
    return MapClick(place, event) if isinstance(place, str) and isinstance(event, str) else None


def _area(value: object) -> Area | None:
    """The area the frame sent, or None when it was cleared or is none."""
    if not isinstance(value, list) or len(value) != 4 or not all(isinstance(one, int | float) for one in value):
        return None
    try:
        return Area(*(float(one) for one in value))
    except ValueError:
        return None


def _point(value: object) -> MapPoint | None:
    """The point the frame sent, or None when it is none; it comes from a browser and is not trusted."""
    pair = value.get("picked") if isinstance(value, Mapping) else None
    if not isinstance(pair, list | tuple) or len(pair) != 2 or not all(isinstance(one, int | float) for one in pair):
        return None
    try:
        return MapPoint(check_latitude(float(pair[0])), check_longitude(float(pair[1])))
    except ValueError:
        return None
