"""Places: what a name means, and where a text names one."""

from timeline_app.geo.check import check_gazetteer
from timeline_app.geo.computed import part_in, part_of
from timeline_app.geo.corrections import corrected, gazetteer_rows, places_said
from timeline_app.geo.distance import distance_km
from timeline_app.geo.find import find_places
from timeline_app.geo.fold import fold, plain_key
from timeline_app.geo.gazetteer import Gazetteer, Layer, load_gazetteer
from timeline_app.geo.layers.table import read_gazetteer_csv
from timeline_app.geo.nearest import places_near

__all__ = [
    "Gazetteer",
    "Layer",
    "check_gazetteer",
    "corrected",
    "distance_km",
    "find_places",
    "fold",
    "gazetteer_rows",
    "load_gazetteer",
    "part_in",
    "part_of",
    "places_near",
    "places_said",
    "plain_key",
    "read_gazetteer_csv",
]
