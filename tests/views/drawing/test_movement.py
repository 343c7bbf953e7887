"""Arrows follow what a source reports: the order, the gaps, and no more than that."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.model import Candidate, Event, Place, Report, When, Where
from timeline_app.views.drawing.movement import MOST_LEGS, legs, legs_payload
from timeline_app.views.drawing.rivals import rivals_payload


def stop(role: str, name: str, lat: float | None = None) -> Where:
    if lat is None:
        return Where(role, name, status="unresolved")  # type: ignore[arg-type]
    return Where(role, name, name, lat=lat, lon=40.0)  # type: ignore[arg-type]


A, B, C = ("Qalamoun", 33.9), ("Homs", 34.7), ("Deir Ezzor", 35.3)
WAYS = [
    ([stop("from", *A), stop("to", *C)], [("Qalamoun", "Deir Ezzor", "direct")], "only both ends"),
    ([stop("to", *C), stop("from", *A)], [("Qalamoun", "Deir Ezzor", "direct")], "the order of words does not turn it"),
    (
        [stop("from", *A), stop("via", *B), stop("to", *C)],
        [("Qalamoun", "Homs", "stops"), ("Homs", "Deir Ezzor", "stops")],
        "by a stop",
    ),
    ([stop("from", *A), stop("via", "Nowhere"), stop("to", *C)], [("Qalamoun", "Deir Ezzor", "gap")], "a stop unplaced"),
    ([stop("from", *A), stop("from", *B), stop("to", *C)],
     [("Qalamoun", "Deir Ezzor", "direct"), ("Homs", "Deir Ezzor", "direct")], "two origins are two arrows"),
    ([stop("from", *A), stop("to", *B), stop("to", *C)],
     [("Qalamoun", "Homs", "direct"), ("Qalamoun", "Deir Ezzor", "direct")], "two destinations too"),
    ([stop("via", *B), stop("to", *C)], [("Homs", "Deir Ezzor", "direct")], "from a stop on the way"),
    ([stop("from", *A)], [], "an origin alone goes nowhere"),
    ([stop("at", *A), stop("to", *C)], [], "being somewhere is no movement"),
    ([stop("from", *A), stop("to", "Qalamoun", 33.9)], [], "nor is coming back to the same point"),
    ([stop("from", "Nowhere"), stop("to", *C)], [], "an unplaced origin draws nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("places", "arrows"), [way[:2] for way in WAYS], ids=[way[2] for way in WAYS])
def test_a_way(places: list[Where], arrows: list[tuple[str, str, str]]) -> None:
    assert [(leg.start.text, leg.end.text, leg.kind) for leg in legs(places)] == arrows


def report(name: str, *places: Where) -> Report:
    return Report(name, name, 0, 1, "q", where=places)


def test_two_sources_with_different_stops_stay_two_lines() -> None:
    over_homs = report("one", stop("from", *A), stop("via", *B), stop("to", *C))
    straight = report("two", stop("from", *A), stop("to", *C))
    payload = legs_payload([Event("e", "t", reports=(over_homs, straight), where=over_homs.where)])
    assert payload["names"] == [["Qalamoun", "Homs"], ["Homs", "Deir Ezzor"], ["Qalamoun", "Deir Ezzor"]]
    assert payload["kind"] == [0, 0, 1]
    assert payload["documents"] == [1, 1, 1]


def test_equal_arrows_are_one_with_all_their_events_and_sources() -> None:
    told = [Event(str(n), "t", reports=(report(f"d{n}", stop("from", *A), stop("to", *C)),)) for n in range(3)]
    payload = legs_payload([*told, Event("by hand", "t", where=(stop("from", *A), stop("to", *C)))])
    assert (payload["events"], payload["documents"], payload["more"]) == ([[0, 1, 2, 3]], [3], 0)


def test_beyond_the_most_the_rest_is_told_by_number() -> None:
    many = [Event(str(n), "t", where=(stop("from", "a", n / 100), stop("to", "b", -1))) for n in range(MOST_LEGS + 7)]
    payload = legs_payload(many)
    assert (len(payload["from"]), payload["more"]) == (MOST_LEGS, 7)


def test_a_missing_stop_keeps_its_name_with_marks_for_what_cannot_be_seen() -> None:
    (leg,) = legs([stop("from", *A), stop("via", "x\u202ey"), stop("to", *C)])
    assert leg.missing == ("x⟦RLO⟧y",)


def test_what_other_sources_and_other_readings_say_is_joined_to_the_chosen_place() -> None:
    other = Place("ar-hit", "Hit", "village", "SY", "", 36.0, 38.0, 2.0)
    same = Place("same", "Homs", "city", "SY", "", 34.7001, 40.0, 2.0)
    chosen = Where("at", "Homs", "Homs", lat=34.7, lon=40.0, candidates=(Candidate(same, 0.6), Candidate(other, 0.5)))
    told = Report("r", "d", 0, 1, "q", where=(stop("at", *C), stop("from", *A)))
    event = Event("e", "t", when=When.on_day(date(2017, 8, 28)), where=(chosen,), reports=(told,))
    assert [(rival["name"], rival["why"], rival["of"]) for rival in rivals_payload(event)] == [
        ("Deir Ezzor", "source", [34.7, 40.0]), ("Hit", "candidate", [34.7, 40.0]),
    ]  # fmt: skip


def test_an_event_that_all_place_alike_has_no_rivals() -> None:
    where = (stop("at", *A),)
    assert rivals_payload(Event("e", "t", where=where, reports=(report("d", *where), report("f", *where)))) == []
