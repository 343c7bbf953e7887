"""Which rows of two layers are one place."""

from __future__ import annotations

import pytest

from timeline_app.geo.layers.same import is_same, same_among
from timeline_app.model import Place


def place(kind: str = "town", country: str = "SY", lat: float = 35.0, lon: float = 40.0, km: float = 3.0) -> Place:
    return Place(f"{kind}{lat}", "Name", kind, country, "", lat, lon, km)


@pytest.mark.parametrize(
    ("other", "same", "remark"),
    [
        (place("village", lat=35.03), True, "a village and a town, three kilometres apart"),
        (place(lat=35.3), False, "namesakes thirty kilometres apart"),
        (place("governorate", km=100.0), False, "a town and its governorate"),
        (place("oilfield"), False, "a town and its oil field"),
        (place(country="IQ"), False, "another country"),
        (place(country=""), True, "a row that names no country"),
        (place("ruin", lat=35.01), True, "an abandoned settlement"),
    ],
)
def test_kind_country_and_distance_decide(other: Place, same: bool, remark: str) -> None:
    assert is_same(place(), other) is same, remark
    assert is_same(other, place()) is same, remark


def test_divisions_are_the_same_however_far_their_points() -> None:
    assert is_same(place("governorate", lat=35.0), place("province", lat=36.5))
    assert not is_same(place("governorate", country="SY"), place("province", country=""))


def test_the_nearest_is_taken() -> None:
    near, far = place(lat=35.01), place(lat=35.03)
    assert same_among(place(), [far, near]) is near
    assert same_among(place(), [place("river")]) is None
