"""What the browser receives: plain JSON, one marker a place, no squeezed axis."""

import json
import time
from datetime import date, timedelta
from typing import Any

from timeline_app.merge import find_conflicts
from timeline_app.model import EVENT_TYPES, Event, Quantity, Query, Report, When, Where
from timeline_app.views import events_frame, map_payload, select, timeline_payload

D = date


def at(name: str, lat: float, lon: float, place_id: str = "", **rest: Any) -> Where:
    return Where(rest.pop("role", "at"), name, name, place_id, lat, lon, **rest)


DAY = When.on_day(D(2017, 8, 30))
HOMS = at("Homs", 34.73, 36.71, "sy-homs", radius_km=5.0, kind="city")
FILE = ("b", "a")


def payloads(events: list[Event], query: Query | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    query = query or Query()
    frame = events_frame(events)
    view = select(frame, query).frame
    both = map_payload(view, "v1"), timeline_payload(view, frame, query, "v1")
    for payload in both:
        assert json.loads(json.dumps(payload, allow_nan=False)) == payload
        json.dumps(payload, ensure_ascii=False).encode("utf-8")
    return both


def test_events_at_one_place_share_a_marker_in_date_order() -> None:
    later = Event("later", "t", when=DAY, where=(HOMS,))
    sooner = Event("sooner", "t", when=When.in_year(2015), where=(HOMS.with_(radius_km=9.0),))
    undated = Event("undated", "t", where=(HOMS,))
    places = payloads([undated, later, sooner])[0]
    assert places["events"]["id"] == ["sooner", "later", "undated"]
    assert places["places"]["key"] == ["sy-homs"]
    assert places["places"]["events"] == [[0, 1, 2]]
    assert places["places"]["n"] == [3]
    assert places["places"]["radius_km"] == [9.0]
    assert places["events"]["date"] == ["2015", "30 August 2017", "Undated"]


def test_an_event_stands_at_each_of_its_places_and_once_at_a_place_named_twice() -> None:
    raqqa = at("Raqqa", 35.95, 39.01, role="to")
    convoy = Event(
        "1", "t", when=DAY, where=(HOMS, HOMS.with_(role="from"), raqqa, Where("via", "?", status="unresolved"))
    )
    places = payloads([convoy])[0]["places"]
    assert (places["key"], places["events"]) == (["sy-homs", "35.9500,39.0100"], [[0], [0]])
    assert places["radius_km"] == [5.0, None]


def test_one_id_at_two_far_points_makes_two_markers() -> None:
    far, beside = HOMS.with_(lat=33.5), HOMS.with_(lat=34.75)
    events = [Event(str(i), "t", when=DAY, where=(w,)) for i, w in enumerate((HOMS, far, beside))]
    assert payloads(events)[0]["places"]["events"] == [[0, 2], [1]]


def test_rejected_places_are_not_drawn() -> None:
    assert payloads([Event("1", "t", when=DAY, where=(HOMS.with_(status="rejected"),))])[0]["places"]["n"] == []


def test_the_timeline_parts_dated_from_undated() -> None:
    report = Report("r", "doc", 0, 1, "q")
    dated = Event("1", "a\u202eb", "strike", when=When.throughout(D(1970, 1, 2), D(1970, 1, 5), approximate=True),
                  reports=(report,))  # fmt: skip
    payload = payloads([dated, Event("2", "u", where=(HOMS,))])[1]
    index = list(EVENT_TYPES).index("strike")
    assert payload["events"] == {
        "id": ["1"], "title": ["a⟦RLO⟧b"], "date": ["about 2–5 January 1970"], "first": [1], "last": [4],
        "extent": ["throughout"], "basis": ["stated"], "approximate": [True], "type": [index],
        "place": ["No place"], "sources": [1], "disputed": [""], "inside": None, "others": [None], "known": [None],
    }  # fmt: skip
    assert payload["undated"]["id"] == ["2"]
    assert payload["undated"]["place"] == ["Homs"]
    assert payload["types"][index]["name"] == "strike"


def test_a_dispute_is_said_in_the_row_and_its_other_days_are_drawn() -> None:
    days = (When.on_day(D(1970, 1, 3)), When.on_day(D(1970, 1, 2)))
    reports = tuple(
        Report(name, name, 0, 1, "q", when, quantities=(Quantity("dead", dead, dead),))
        for name, when, dead in zip("ab", days, (3, 5), strict=True)
    )
    disputed = Event("1", "t", when=days[0], reports=reports, conflicts=find_conflicts(reports))
    ambiguous = Event("2", "u", when=days[1].with_(alternatives=(When.on_day(D(1970, 2, 1)),)))
    shown = payloads([disputed, ambiguous])[1]["events"]
    assert dict(zip(shown["id"], shown["others"], strict=True)) == {"1": [[1, 1]], "2": [[31, 31]]}
    assert dict(zip(shown["id"], shown["disputed"], strict=True)) == {"1": "disputed: date, numbers", "2": ""}


def test_the_range_of_the_filter_fills_its_open_end() -> None:
    events = [Event("1", "t", when=When.on_day(D(1970, 1, 11)))]
    assert payloads(events)[1]["range"] is None
    assert payloads(events, Query(first=D(1970, 1, 2)))[1]["range"] == [1, 10]
    assert payloads(events, Query(last=D(1970, 2, 1)))[1]["range"] == [10, 31]
    assert payloads([], Query(first=D(1970, 1, 2)))[1]["range"] == [1, 1]


def test_an_open_range_beyond_all_events_does_not_reach_back_to_them() -> None:
    events = [Event("1", "t", when=When.on_day(D(1970, 1, 11)))]
    after = payloads(events, Query(first=D(1970, 2, 1)))[1]
    assert (after["range"], after["range_words"]) == ([31, 31], "from 1 Feb 1970")
    before = payloads(events, Query(last=D(1970, 1, 2)))[1]
    assert (before["range"], before["range_words"]) == ([1, 1], "up to 2 Jan 1970")


def test_density_covers_all_data_whatever_the_filter_shows() -> None:
    events = [Event(str(i), "t", when=When.on_day(D(2017, 1, 1 + i))) for i in range(20)]
    assert sum(payloads(events, Query(first=D(2017, 1, 19)))[1]["density"]["counts"]) == 20


def test_ten_thousand_events_take_well_under_a_second() -> None:
    start = D(2014, 1, 1)
    events = [
        Event(f"{i:05}", f"Title {i}", when=When.on_day(start + timedelta(days=i % 1900)),
              where=(at("Place", 30 + i % 150 / 50, 40, f"p{i % 150}"),),
              reports=(Report(f"r{i}", f"d{i % 9}", 0, 99, "A quote with some words in it. " * 3),))
        for i in range(10_000)
    ]  # fmt: skip
    begun = time.process_time()
    frame = events_frame(events)
    query = Query(first=D(2015, 1, 1), text="title")
    view = select(frame, query).frame
    map_payload(view, "1")
    timeline_payload(view, frame, query, "1")
    assert time.process_time() - begun < 1.5  # 0.35 s where this was written
