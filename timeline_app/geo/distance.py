"""Distances on the Earth's surface."""

import math

EARTH_RADIUS_KM = 6371.009
"""Mean radius of WGS 84 (IUGG), the figure `geopy.distance.great_circle` uses too."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance between two points given in degrees, by the haversine formula.

    Our own and not geopy's: importing geopy takes 0.5 s on a slow laptop (it loads its geocoders and
    ssl), more than reading a whole article. A test holds both equal to a metre.
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half_phi, half_lambda = (phi2 - phi1) / 2, math.radians(lon2 - lon1) / 2
    square = math.sin(half_phi) ** 2 + math.cos(phi1) * math.cos(phi2) * math.sin(half_lambda) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(square)))


def point_at(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` from another along a bearing in degrees from north (spherical direct formula)."""
    phi, turn, arc = math.radians(lat), math.radians(bearing), km / EARTH_RADIUS_KM
    phi2 = math.asin(math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(turn))
    east = math.atan2(math.sin(turn) * math.sin(arc) * math.cos(phi), math.cos(arc) - math.sin(phi) * math.sin(phi2))
    return math.degrees(phi2), (lon + math.degrees(east) + 540) % 360 - 180
