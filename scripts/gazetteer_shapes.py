"""Rings and centroids of TopoJSON atlases (world-atlas, us-atlas): countries and counties."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

Ring = list[tuple[float, float]]
"""Longitude and latitude in degrees; longitudes pass 180 where a shape crosses the antimeridian."""


def largest_rings(atlas: dict[str, Any], layer: str) -> dict[str, Ring]:
    """The outer ring of the largest polygon of every shape, under its id and its name.

    Dependent territories share their country's number: the largest holder keeps it.
    """
    rings: dict[str, Ring] = {}
    for shape, outer in outer_rings(atlas, layer):
        largest = max(outer, key=lambda ring: abs(moments(ring)[0]))
        rings.setdefault(shape["properties"]["name"], largest)
        number = shape.get("id")
        if number and (number not in rings or abs(moments(largest)[0]) > abs(moments(rings[number])[0])):
            rings[number] = largest
    return rings


MAIN_SHARE = 2 / 3
"""Share of a country's area from which one polygon is its main land; where none has it, as in an archipelago,
the main land is the largest polygons that have it together."""


def main_lands(atlas: dict[str, Any], layer: str) -> dict[str, list[Ring]]:
    """The outer rings of the main land of every shape, under its id and its name; see `largest_rings`."""
    lands: dict[str, list[Ring]] = {}
    for shape, outer in outer_rings(atlas, layer):
        land = _main_land(outer)
        lands.setdefault(shape["properties"]["name"], land)
        number = shape.get("id")
        if number and (number not in lands or _area(land) > _area(lands[number])):
            lands[number] = land
    return lands


def _main_land(rings: list[Ring]) -> list[Ring]:
    ordered = sorted(rings, key=lambda ring: -abs(moments(ring)[0]))
    wanted, land = MAIN_SHARE * _area(ordered), list[Ring]()
    while ordered and _area(land) < wanted:
        land.append(ordered.pop(0))
    return land or rings[:1]


def _area(rings: list[Ring]) -> float:
    return sum(abs(moments(ring)[0]) for ring in rings)


def middle(rings: list[Ring]) -> tuple[float, float]:
    """Latitude and longitude of the common centroid of several areas.

    Longitudes are counted on from the first ring, so that land on both sides of the antimeridian keeps together.
    """
    near = rings[0][0][0]
    area = mx = my = 0.0
    for ring in rings:
        turn = 360 * round((near - ring[0][0]) / 360)
        one, x, y = moments([(lon + turn, lat) for lon, lat in ring])
        sign = 1 if one >= 0 else -1
        area, mx, my = area + sign * one, mx + sign * x, my + sign * y
    if area == 0:
        return centroid(rings[0])
    return math.degrees(math.asin(math.radians(my / area))), (mx / area + 540) % 360 - 180


def outer_rings(atlas: dict[str, Any], layer: str) -> list[tuple[dict[str, Any], list[Ring]]]:
    """Every shape with the outer rings of its polygons."""
    arcs = _decoded_arcs(atlas)
    found = []
    for shape in atlas["objects"][layer]["geometries"]:
        if shape.get("arcs"):
            polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
            found.append((shape, [_ring(polygon[0], arcs) for polygon in polygons]))
    return found


def centroid(ring: Ring) -> tuple[float, float]:
    """Latitude and longitude of the middle of an area; of one drawn as a line, the middle of its points."""
    area, mx, my = moments(ring)
    if area == 0:
        lon, lat = (sum(numbers) / len(ring) for numbers in zip(*ring, strict=True))
        return lat, lon
    return math.degrees(math.asin(math.radians(my / area))), (mx / area + 540) % 360 - 180


def moments(ring: Ring) -> tuple[float, float, float]:
    """Signed area and first moments in Lambert's equal-area cylinder (longitude, sine of latitude)."""
    points = [(x, math.degrees(math.sin(math.radians(y)))) for x, y in ring]
    area = mx = my = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        cross = x1 * y2 - x2 * y1
        area, mx, my = area + cross / 2, mx + (x1 + x2) * cross / 6, my + (y1 + y2) * cross / 6
    return area, mx, my


def _decoded_arcs(atlas: dict[str, Any]) -> list[Ring]:
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    decoded = []
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * sx + tx, y * sy + ty))
        decoded.append(line)
    return decoded


def _ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    ring: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc if not ring else arc[1:]
    return _unwrapped(ring)


def _unwrapped(ring: Ring) -> Ring:
    """The ring without jumps where it crosses the antimeridian."""
    out: Ring = []
    turn = 0.0
    for (x, y), (before, _) in zip(ring, ring[:1] + ring, strict=False):
        turn += -360 if x - before > 180 else 360 if x - before < -180 else 0
        out.append((x + turn, y))
    return out
