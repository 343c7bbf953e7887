"""The words every room speaks check themselves and survive the trip through the timeline file."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import (
    EVENT_TYPES,
    Actor,
    Candidate,
    Conflict,
    ConflictValue,
    Document,
    Event,
    Place,
    Quantity,
    Query,
    Report,
    Review,
    When,
    Where,
    Zone,
    check_latitude,
    check_longitude,
    event_from_wire,
    event_to_wire,
    report_id,
)

days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("when", "edtf", "first", "last", "remark"),
    [
        (When.on_day(date(2017, 8, 30)), "2017-08-30", date(2017, 8, 30), date(2017, 8, 30), "a day is a day"),
        (When.in_month(2017, 2), "2017-02", date(2017, 2, 1), date(2017, 2, 28), "a month spans the month"),
        (When.in_month(2016, 2), "2016-02", date(2016, 2, 1), date(2016, 2, 29), "leap years too"),
        (When.in_year(2014), "2014", date(2014, 1, 1), date(2014, 12, 31), "a year spans the year"),
        (
            When.on_day(date(2017, 8, 30), approximate=True),
            "2017-08-30~",
            date(2017, 8, 30),
            date(2017, 8, 30),
            "about",
        ),
    ],
)
def test_units_keep_their_width(when: When, edtf: str, first: date, last: date, remark: str) -> None:
    assert (when.edtf, when.earliest, when.latest) == (edtf, first, last), remark


@given(days, days)
def test_intervals_within_and_throughout_differ_in_what_is_certain(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    some_day = When.within(first, last)
    lasted = When.throughout(first, last)
    assert some_day.inside(first, last)
    assert lasted.inside(first, last)
    if first < last:
        assert not some_day.inside(first, first), "on some unknown day: not certainly on the first"
        assert lasted.inside(first, first), "it lasted through its first day"
        assert some_day.overlaps(first, first), "but possibly"


def test_a_reversed_interval_is_refused_with_the_likely_mistake() -> None:
    with pytest.raises(ValueError, match="exchanged"):
        When.within(date(2017, 9, 2), date(2017, 9, 1))


@pytest.mark.parametrize("lat", [90.1, -139.7, float("nan"), float("inf")])
def test_impossible_latitudes_are_refused(lat: float) -> None:
    with pytest.raises(ValueError, match="latitude"):
        check_latitude(lat)


@pytest.mark.parametrize("lon", [180.5, -190, float("nan"), float("-inf")])
def test_longitudes_are_never_wrapped(lon: float) -> None:
    with pytest.raises(ValueError, match="longitude"):
        check_longitude(lon)


def test_half_a_point_is_no_place() -> None:
    with pytest.raises(ValueError, match="together"):
        Where("at", "Raqqa", lat=35.9)


def test_zones_may_not_overlap() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Document("a.txt", "0" * 64, "some text", zones=(Zone(0, 5, "body"), Zone(4, 9, "comment")))


def test_a_query_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(ValueError, match="exchanged"):
        Query(first=date(2018, 1, 1), last=date(2017, 1, 1))


def test_every_event_type_is_mapped() -> None:
    assert len(EVENT_TYPES) == 18
    for kind in EVENT_TYPES.values():
        assert kind.acled_event, kind
        assert kind.meaning, kind
    assert [kind.type for kind in EVENT_TYPES.values() if not kind.plover] == ["other"]


def test_a_report_is_known_by_its_words() -> None:
    assert report_id("a" * 64, 3, 9) == report_id("a" * 64, 3, 9)
    assert len({report_id("a" * 64, 3, 9), report_id("a" * 64, 3, 10), report_id("b" * 64, 3, 9)}) == 3


texts = st.text(max_size=30)
whens = st.builds(
    lambda a, b, **rest: When.within(min(a, b), max(a, b), **rest),
    days,
    days,
    approximate=st.booleans(),
    basis=st.sampled_from(["stated", "relative", "inherited", "publication", "curated"]),
    text=texts,
    anchor=texts,
    reason=texts,
    alternatives=st.lists(days.map(When.on_day), max_size=2).map(tuple),
    time=texts,
)
points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
places = st.builds(
    lambda name, point: Place("p", name, "town", "SY", "", point[0], point[1], 3.0),
    st.text(min_size=1, max_size=20).filter(str.strip),
    points,
)
wheres = st.builds(
    lambda role, text, point, candidates: Where(
        role, text, "Name", "id", point[0], point[1], 5.0, "town", 0.5, ("reason",), candidates
    ),
    st.sampled_from(["at", "from", "to", "via", "near"]),
    texts,
    points,
    st.lists(st.builds(Candidate, places, st.floats(0, 1)), max_size=2).map(tuple),
)
numbers = st.none() | st.integers(0, 10**6)
quantities = st.builds(Quantity, texts, numbers, numbers, texts)
actors = st.builds(Actor, texts, st.sampled_from(["source", "target", "speaker", "other"]))
few = {"max_size": 2}
reports = st.builds(
    Report,
    id=texts,
    document=texts,
    start=st.integers(0, 1000),
    end=st.integers(0, 1000),
    quote=texts,
    when=st.none() | whens,
    where=st.lists(wheres, **few).map(tuple),
    quantities=st.lists(quantities, **few).map(tuple),
    actors=st.lists(actors, **few).map(tuple),
    modality=st.sampled_from(["asserted", "denied", "planned", "claimed"]),
)
events = st.builds(
    Event,
    id=texts,
    title=texts,
    type=st.sampled_from(list(EVENT_TYPES)),
    summary=texts,
    when=st.none() | whens,
    where=st.lists(wheres, **few).map(tuple),
    actors=st.lists(actors, **few).map(tuple),
    quantities=st.lists(quantities, **few).map(tuple),
    reports=st.lists(reports, **few).map(tuple),
    conflicts=st.lists(st.builds(Conflict, texts, st.just((ConflictValue("9", ("d",)),))), max_size=1).map(tuple),
    origin=st.sampled_from(["curated", "parsed"]),
    review=st.builds(Review, st.sampled_from(["draft", "accepted", "rejected"]), texts, texts, texts),
    published=st.none() | days.map(lambda day: (day, day)),
    url=texts,
)


@given(events)
def test_an_event_survives_the_trip_through_the_file(event: Event) -> None:
    assert event_from_wire(event_to_wire(event)) == event


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"title": ["a"]}, "'title' should be a text, not a list"),
        ({"title": True}, "'title' should be a text, not true or false"),
        ({"type": "party"}, "none of agreement"),
        ({"when": {"edtf": "2017", "earliest": "2017-13-01", "latest": "2017-12-31"}}, "not a day written YYYY-MM-DD"),
        ({"where": [{"lat": 139.0, "lon": 36.0}]}, "latitude 139 is beyond 90"),
        ({"where": {"lat": 1}}, "'where' should be a list"),
        ({"reports": [{"document": "d", "start": -1, "end": 4}]}, "'start' should be a whole number"),
    ],
)
def test_wrong_types_are_refused_with_the_field_named(change: dict[str, object], complaint: str) -> None:
    wire = event_to_wire(Event("e", "Title"))
    with pytest.raises(ValueError, match=complaint):
        event_from_wire({**wire, **change})
