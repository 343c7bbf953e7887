"""Parts of countries: where the north and the south-east of one are, and how far they reach."""

from __future__ import annotations

import pytest

from timeline_app.geo.distance import distance_km
from timeline_app.geo.outlines import contains, middle_of_country, outlines, part_of_country


@pytest.mark.parametrize(
    ("code", "way", "town", "lies"),
    [
        ("SY", "north", (36.2, 37.15), True),  # Aleppo
        ("SY", "north", (32.62, 36.1), False),  # Daraa
        ("SY", "east", (35.34, 40.14), True),  # Deir Ezzor
        ("SY", "northeast", (36.5, 40.75), True),  # Hasaka
        ("SY", "southwest", (33.51, 36.29), True),  # Damascus
        ("LB", "north", (34.44, 35.85), True),  # Tripoli
        ("LB", "south", (33.27, 35.2), True),  # Tyre
        ("LB", "south", (34.44, 35.85), False),
        ("IQ", "west", (33.42, 43.3), True),  # Ramadi
        ("IQ", "southeast", (30.5, 47.8), True),  # Basra
        ("IQ", "southeast", (36.34, 43.13), False),  # Mosul
    ],
)
def test_a_part_reaches_its_towns_and_no_others(code: str, way: str, town: tuple[float, float], lies: bool) -> None:
    part = part_of_country(code, way)
    assert part is not None
    lat, lon, radius_km = part
    assert (distance_km(lat, lon, *town) <= radius_km) is lies


def test_the_middle_of_each_part_lies_in_its_country_and_the_centre_in_its_midst() -> None:
    for code in ("SY", "IQ", "LB", "JO"):
        (ring,) = outlines()[code]
        for way in ("north", "southeast", "central"):
            lat, lon, radius_km = part_of_country(code, way) or (0.0, 0.0, 0.0)
            assert contains(ring, lat, lon), (code, way)
            assert radius_km > 0


def test_a_country_without_an_outline_has_no_parts() -> None:
    assert part_of_country("FR", "north") is None


def test_the_middle_of_a_country_lies_in_it() -> None:
    for code in ("SY", "IQ", "LB", "JO"):
        assert contains(outlines()[code][0], *(middle_of_country(code) or (0.0, 0.0))), code
    assert middle_of_country("XX") is None
