import pytest
from geopy.geocoders.base import Geocoder
from geopy.point import Point

from timeline_app.geo.geocoder import GazetteerGeocoder


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return GazetteerGeocoder(gazetteer)


def test_it_is_a_geopy_geocoder(geocoder):
    assert isinstance(geocoder, Geocoder)
    location = geocoder.geocode("Dayr az Zawr")
    assert location.raw["id"] == "t-zor"
    assert (location.latitude, location.longitude) == (35.336, 40.141)
    assert geocoder.geocode("Xqzzywv") is None
    assert len(geocoder.geocode("Deir Ezzor", exactly_one=False)) >= 2


@pytest.mark.parametrize("query", [Point(34.89, 38.87), (34.89, 38.87), "34.89, 38.87"])
def test_reverse_finds_the_nearest_place(geocoder, query):
    assert geocoder.reverse(query).raw["id"] == "t-sukhnah"


def test_reverse_in_the_ocean_is_none_and_a_longitude_is_never_wrapped(geocoder):
    assert geocoder.reverse((-40.0, -130.0)) is None
    with pytest.raises(ValueError, match="180"):
        geocoder.reverse((0.0, 190.0))
