"""An area on the map: what certainly lies in it, what may, and what no map can tell."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import Area, Event, Query, Where
from timeline_app.views import events_frame, select

SYRIA = Area(32.3, 35.6, 37.4, 42.4)
PACIFIC = Area(-20.0, 170.0, 10.0, -160.0)
LEBANON = Area(33.0, 35.0, 34.7, 36.7)


def at(lat: float, lon: float, radius_km: float | None = None, **rest: Any) -> Event:
    where = Where("at", "X", lat=lat, lon=lon, radius_km=radius_km)
    return Event("e", "t", where=(where, *rest.pop("more", ())), **rest)


CASES = [
    # event, area, may lie inside, certainly does
    (at(34.7, 36.7), SYRIA, True, True, "a point inside"),
    (at(33.3, 44.4), SYRIA, False, False, "Baghdad is not"),
    (at(34.45, 40.92, 4), SYRIA, True, True, "a town near the border, its circle still inside"),
    (at(34.45, 42.3, 30), SYRIA, True, False, "the circle reaches over the edge"),
    (at(34.45, 42.6, 30), SYRIA, True, False, "the point lies outside, the circle reaches in"),
    (at(33.2, 43.7, 300), SYRIA, True, False, "a country-level match may be anywhere"),
    (at(37.4, 42.4), SYRIA, True, True, "the corner belongs to it"),
    (at(0.0, 179.9), PACIFIC, True, True, "west of the 180th meridian"),
    (at(0.0, -179.9), PACIFIC, True, True, "east of it"),
    (at(0.0, 0.0), PACIFIC, False, False, "the other side of the world"),
    (at(51.5, -0.1), Area(-90, -180, 90, 180), True, True, "the whole world"),
    (at(33.3, 44.4, more=(Where("from", "Y", lat=34.7, lon=36.7),)), SYRIA, True, True, "one of its places is enough"),
]


@pytest.mark.parametrize(("event", "area", "may", "does"), [case[:4] for case in CASES], ids=[c[4] for c in CASES])
def test_a_place_against_an_area(event: Event, area: Area, may: bool, does: bool) -> None:
    frame = events_frame([event])
    assert bool(select(frame, Query(area=area)).events) is may
    assert bool(select(frame, Query(area=area, certainty="certain")).events) is does


def test_events_without_a_place_stay_unless_they_are_left_out() -> None:
    frame = events_frame([Event("nowhere", "t"), at(34.7, 36.7)])
    assert select(frame, Query(area=LEBANON)).ledger.kept == 2
    assert [event.id for event in select(frame, Query(area=LEBANON, unplaced=False)).events] == ["e"]
    assert [event.id for event in select(frame, Query(unplaced=False)).events] == ["e"]


def test_both_counts_speak_of_range_and_area_together() -> None:
    from datetime import date

    from timeline_app.model import When

    inside = at(34.7, 36.7).with_(id="a", when=When.on_day(date(2017, 8, 28)))
    vague = at(34.45, 42.3, 30).with_(id="b", when=When.on_day(date(2017, 8, 28)))
    ledger = select(events_frame([inside, vague]), Query(first=date(2017, 8, 1), area=SYRIA)).ledger
    assert (ledger.certain, ledger.possible) == (1, 2)


@given(
    lat=st.floats(-80, 80), lon=st.floats(-180, 180), radius=st.floats(0, 500),
    south=st.floats(-80, 0), north=st.floats(0, 80), west=st.floats(-180, 180), east=st.floats(-180, 180),
)  # fmt: skip
def test_what_is_certain_is_possible_and_a_smaller_circle_is_no_less_certain(
    lat: float, lon: float, radius: float, south: float, north: float, west: float, east: float
) -> None:
    area = Area(south, west, north, east)

    def passes(reach: float, certainty: Any) -> bool:
        return bool(select(events_frame([at(lat, lon, reach)]), Query(area=area, certainty=certainty)).events)

    assert not passes(radius, "certain") or passes(radius, "possible")
    assert not passes(radius, "certain") or passes(radius / 2, "certain")


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("33,35,34", "south,west,north,east"),
        ("35.2,139.7,200,140", "exchanged"),
        ("37,35,33,36", "exchanged"),
        ("a,b,c,d", "no area"),
        ("nan,35,34,36", "beyond"),
    ],
)
def test_a_text_that_is_no_area_says_what_is_wrong(text: str, mistake: str) -> None:
    with pytest.raises(ValueError, match=mistake):
        Area.of_text(text)


def test_an_area_reads_back_as_it_is_written() -> None:
    assert Area.of_text(str(SYRIA)) == SYRIA
