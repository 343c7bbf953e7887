"""Places: what a name means, and where a text names one."""

from timeline_app.geo.check import check_gazetteer
from timeline_app.geo.distance import distance_km
from timeline_app.geo.find import find_places
from timeline_app.geo.fold import fold
from timeline_app.geo.gazetteer import Gazetteer, Layer, load_gazetteer
from timeline_app.geo.table import read_gazetteer_csv

__all__ = [
    "Gazetteer",
    "Layer",
    "check_gazetteer",
    "distance_km",
    "find_places",
    "fold",
    "load_gazetteer",
    "read_gazetteer_csv",
]
