"""Bins and pages hold every event once, and open down to single ones."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from benchmarks.dashboard_parts.generated import generated_events
from timeline_app.model import Event, Query, When, Where
from timeline_app.views import density, events_frame, select
from timeline_app.views.drawing.bins import SINGLY, Sight, map_bins
from timeline_app.views.drawing.large import (
    MANY,
    PAGE,
    is_large,
    lanes_bins,
    large_map_payload,
    large_timeline_payload,
    list_page,
    place_in_list,
    reply,
)
from timeline_app.views.frames.selection import Selection
from timeline_app.views.words.palette import TYPE_INDEX

EVENTS = list(generated_events(3_000))
FRAME = events_frame(EVENTS)
WHOLE = select(FRAME, Query(reviews=("draft", "accepted", "rejected")))
EVERYWHERE = Sight(-90, -180, 90, 180, 6)


def placed(selection: Selection) -> list[Event]:
    return [event for event in selection.events if event.is_placed]


def test_two_thousand_events_are_drawn_one_by_one_and_more_in_bins() -> None:
    assert is_large(WHOLE)
    assert not is_large(select(events_frame(EVENTS[:MANY]), Query()))


@pytest.mark.parametrize("zoom", [2, 5, 7.5, 11, 14])
def test_at_every_zoom_each_event_of_one_place_is_in_one_bin(zoom: float) -> None:
    alone = select(events_frame([event for event in EVENTS if len(event.where) == 1]), Query())
    bins = map_bins(alone, Sight(-90, -180, 90, 180, zoom))
    assert sum(bins["n"]) == len(placed(alone))
    types = Counter[int]()
    for shares, n in zip(bins["shares"], bins["n"], strict=True):
        assert sum(count for _, count in shares) == n
        types.update(dict(shares))
    assert types == Counter(TYPE_INDEX[event.type] for event in placed(alone))


def test_an_event_with_two_places_in_one_bin_counts_once_there_and_apart_twice() -> None:
    way = (Where("from", "a", lat=34.0, lon=36.0), Where("to", "b", lat=34.001, lon=36.0))
    far = (Where("from", "a", lat=34.0, lon=36.0), Where("to", "c", lat=36.0, lon=44.0))
    others = [event for event in EVENTS if len(event.where) == 1]
    base = sum(map_bins(select(events_frame(others), Query()), EVERYWHERE)["n"])
    near = [*others, Event("near", "near", where=way)]
    apart = [*others, Event("far", "far", where=far)]
    assert sum(map_bins(select(events_frame(near), Query()), EVERYWHERE)["n"]) == base + 1
    assert sum(map_bins(select(events_frame(apart), Query()), EVERYWHERE)["n"]) == base + 2


def test_a_bin_opens_into_bins_that_hold_the_same_events_down_to_single_places() -> None:
    coarse = map_bins(WHOLE, Sight(-90, -180, 90, 180, 4))
    largest = coarse["places"].index(max(coarse["places"]))
    assert coarse["places"][largest] > SINGLY
    south, west, north, east = coarse["box"][largest]
    inside = map_bins(WHOLE, Sight(south - 1e-6, west - 1e-6, north + 1e-6, east + 1e-6, 8))
    assert sum(inside["n"]) >= coarse["n"][largest]
    assert len(inside["n"]) > 1
    town = map_bins(WHOLE, Sight(33.3, 36.1, 33.7, 36.5, 9))
    assert set(town["places"]) == {1}
    assert all(name for name in town["name"])


def test_a_bin_of_one_event_is_that_event() -> None:
    bins = map_bins(WHOLE, Sight(29, 35, 38, 49, 14))
    titles = {event.id: event.title for event in EVENTS}
    ones = [i for i, n in enumerate(bins["n"]) if n == 1]
    assert ones
    assert all(bins["title"][i] == titles[bins["first"][i]] for i in ones)


def test_the_lanes_hold_every_dated_event_once() -> None:
    dated = [event for event in EVENTS if event.when]
    for first, last in ((-40_000, 40_000), (15_000, 18_000), (17_000, 17_000)):
        lanes = lanes_bins(WHOLE, first, last)
        assert lanes["before"] + lanes["held"] + lanes["after"] == len(dated)
        assert sum(map(sum, lanes["counts"])) == lanes["held"]
    every = lanes_bins(WHOLE, -40_000, 40_000)
    counts = Counter(TYPE_INDEX[event.type] for event in dated)
    assert dict(zip(every["types"], map(sum, every["counts"]), strict=True)) == dict(counts)


def test_a_stretch_with_few_events_tells_each_of_them_with_its_place_in_the_list() -> None:
    first, last = 17_000, 17_030
    lanes = lanes_bins(WHOLE, first, last)
    assert lanes["events"]["id"]
    assert len(lanes["events"]["id"]) == lanes["held"]
    listed = [list_page(WHOLE, at, 1)["id"][0] for at in lanes["at"]]
    assert listed == lanes["events"]["id"]


def test_a_date_without_beginning_is_counted_where_it_ends() -> None:
    before = When.within(date.min, date(2017, 8, 30))
    events = [*EVENTS, Event("open", "open", when=before)]
    lanes = lanes_bins(select(events_frame(events), Query()), 17_408, 17_408)
    assert "open" in lanes["events"]["id"]


def test_the_pages_of_the_list_are_all_events_in_order() -> None:
    pages = [list_page(WHOLE, begin) for begin in range(0, len(EVENTS), PAGE)]
    assert [id_ for page in pages for id_ in page["id"]] == list(FRAME["id"])
    assert {len(page["id"]) for page in pages} == {PAGE}
    assert list_page(WHOLE, len(EVENTS) + 5)["id"] == []


def test_an_event_is_found_in_the_list_of_a_view_and_only_of_its_view() -> None:
    view = select(FRAME, Query(types=("strike",)))
    ids = [event.id for event in view.events]
    assert [place_in_list(view, id_) for id_ in ids[:50]] == list(range(50))
    other = next(event for event in EVENTS if event.type != "strike")
    assert place_in_list(view, other.id) == place_in_list(view, "nobody") == -1


def test_an_answer_to_find_holds_the_page_the_event_is_on() -> None:
    wanted = FRAME["id"].iloc[1_234]
    answer = reply(WHOLE, {"find": wanted})
    assert answer["find"] == {"id": wanted, "at": 1_234}
    assert answer["page"]["id"][1_234 - answer["page"]["begin"]] == wanted
    assert reply(WHOLE, {"find": "nobody"}) == {"find": {"id": "nobody", "at": -1}}


@pytest.mark.parametrize(
    "asked",
    [{}, {"page": "1"}, {"page": None}, {"lanes": [1]}, {"lanes": ["a", "b"]}, {"map": [1, 2, 3, 4]},
     {"map": [float("nan")] * 5}, {"find": 7}, {"what": 1}],
    ids=str,
)  # fmt: skip
def test_what_makes_no_sense_stays_unanswered(asked: dict[str, object]) -> None:
    assert reply(WHOLE, asked) == {}


@pytest.mark.parametrize(
    "asked",
    [{"page": -5}, {"page": 10**12}, {"lanes": [9e300, -9e300]}, {"map": [90, 180, -90, -180, 900]}, {"day": -(10**9)}],
    ids=str,
)
def test_what_lies_far_out_is_answered_all_the_same(asked: dict[str, object]) -> None:
    json.dumps(reply(WHOLE, asked), allow_nan=False)


def test_the_payloads_of_a_large_view_are_small_and_plain() -> None:
    query = Query(first=date(2012, 1, 1))
    view = select(FRAME, query)
    map_part, time_part = large_map_payload(view, "v"), large_timeline_payload(view, density(FRAME), query, "v")
    assert len(json.dumps([map_part, time_part], allow_nan=False)) < 200_000
    large = time_part["large"]
    assert large["dated"] + large["undated"] == view.ledger.kept
    assert time_part["events"]["id"] == map_part["events"]["id"] == []
    assert large["focus"] == time_part["range"]


def test_an_empty_view_has_empty_bins() -> None:
    nothing = select(FRAME, Query(text="there is no such word"))
    assert map_bins(nothing)["n"] == []
    assert large_timeline_payload(nothing, density(FRAME), Query(), "v")["large"]["lanes"]["held"] == 0
