"""A colour and a shape for every event type: colour is never the only cue.

Families share a hue: armed violence is warm (red to brown), diplomacy blue, contention purple, movement
and help green, captivity and protest magenta, finds and the rest grey. Within a family shapes differ,
and two types of one shape have colours that stay apart for colour-blind eyes. Every colour has a
contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3 AA, text) with the land of its map. Amber and yellow
(hues 35 to 70 degrees) are kept for the selection. The tests reckon all of this.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from timeline_app.model import EVENT_TYPES

LAND_LIGHT = "#f6f4ef"
LAND_DARK = "#232a31"

Shape = Literal[
    "circle", "square", "triangle", "triangle-down", "diamond", "star", "cross", "plus", "pentagon", "hexagon"
]  # fmt: skip


class TypeStyle(TypedDict):
    """How one type is drawn: on a light map, on a dark one, and in which shape."""

    name: str
    light: str
    dark: str
    shape: Shape


_STYLES: dict[str, tuple[str, str, Shape]] = {
    # diplomacy
    "agreement": ("#08519c", "#7ab8f5", "circle"),
    "talks": ("#1b6ca8", "#93c5fd", "square"),
    "statement": ("#31579b", "#a9bdf2", "diamond"),
    # contention
    "accusation": ("#6a3d9a", "#c3a2f2", "triangle"),
    "refusal": ("#7b2d8e", "#dd9cf0", "cross"),
    "threat": ("#54278f", "#b39af7", "star"),
    # movement and help
    "movement": ("#00665e", "#2fb5a3", "triangle-down"),
    "aid": ("#1b7837", "#7fd08a", "plus"),
    # armed violence
    "offensive": ("#8c2d04", "#f39a72", "triangle"),
    "clash": ("#b3331a", "#ff9273", "cross"),
    "strike": ("#c02020", "#ff8a80", "star"),
    "attack": ("#a50f15", "#f98078", "diamond"),
    "violence against civilians": ("#7a0c2e", "#ff9aa8", "hexagon"),
    "territory": ("#7a4419", "#d9a07a", "square"),
    # finds, captivity, protest, the rest
    "discovery": ("#44546a", "#a9b9cf", "hexagon"),
    "detention": ("#8e1b6b", "#f08fcf", "pentagon"),
    "protest": ("#ad1457", "#ffb8d4", "triangle-down"),
    "other": ("#5a5a5a", "#bdbdbd", "circle"),
}

TYPE_INDEX: dict[str, int] = {name: index for index, name in enumerate(EVENT_TYPES)}
"""Place of a type in `palette()`, which the payloads' `type` columns hold."""


def palette() -> list[TypeStyle]:
    """The style of every event type, in the order of `model.EVENT_TYPES`."""
    return [_style(name) for name in EVENT_TYPES]


def _style(name: str) -> TypeStyle:
    light, dark, shape = _STYLES[name]
    return {"name": name, "light": light, "dark": dark, "shape": shape}
