"""What becomes of an event that is typed or dropped into its place."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.geo import load_gazetteer
from timeline_app.model import Event, Place, Where
from timeline_app.views.tasks.tray_changes import dated_by_hand, placed_as_typed, placed_by_hand

EVENT = Event("e1", "A convoy stops", where=(Where("to", "the crossing", status="unresolved"),))


def test_dropped_on_one_day_it_is_that_day_and_on_several_one_of_them() -> None:
    day, days = (dated_by_hand(EVENT, date(2017, 8, 20), last).when for last in (date(2017, 8, 20), date(2017, 8, 23)))
    assert day is not None
    assert days is not None
    assert (day.edtf, day.days) == ("2017-08-20", 1)
    assert (days.earliest, days.latest, days.extent) == (date(2017, 8, 20), date(2017, 8, 23), "within")


def test_a_typed_place_settles_the_open_one_in_its_role_and_words() -> None:
    (where,) = placed_as_typed(EVENT, "Sukhnah", load_gazetteer()).where
    assert (where.role, where.text, where.name, where.status) == ("to", "the crossing", "Sukhnah", "confirmed")
    assert where.is_placed
    with pytest.raises(ValueError, match="gazetteer"):
        placed_as_typed(EVENT, "Nowherestan-on-Sea", load_gazetteer())


def test_a_dropped_place_is_as_exact_as_the_hand_and_says_what_lies_near() -> None:
    near = (2.0, Place("p", "Sukhnah", "town", "SY", "Homs", 34.9, 38.9, 3.0))
    (where,) = placed_by_hand(EVENT, 34.91, 38.88, 4.5, near).where
    assert (where.lat, where.lon, where.radius_km, where.role, where.name) == (34.91, 38.88, 4.5, "to", "the crossing")
    assert any("Sukhnah" in reason for reason in where.reasons)


def test_an_event_without_any_place_gets_its_first() -> None:
    (where,) = placed_by_hand(Event("e2", "Shots heard"), 34.0, 40.0, 10.0).where
    assert (where.role, where.is_placed) == ("at", True)
