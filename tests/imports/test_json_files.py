"""JSON with events in it: strict reading, lists, timeline files."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.errors import InvalidData
from timeline_app.imports import read_events_bytes
from timeline_app.model import Event, Report, Timeline, curated_event_id


def read(value: Any, name: str = "events.json") -> Timeline:
    text = value if isinstance(value, str) else json.dumps(value)
    return read_events_bytes(text.encode("utf-8"), name)


def item(**rest: Any) -> dict[str, Any]:
    return {"id": "1", "title": "t", "date": "2017-08-30", "place": "Homs", "lat": 34.7, "lon": 36.7, **rest}


BROKEN = [
    ('[{"id":"1","title":"t","lat":NaN}]', "holds NaN"),
    ('[{"id":"1","title":"t","lat":-Infinity}]', "holds -Infinity"),
    ('[{"id":"1","title":"t","lat":1e400}]', "the number 1e400"),
    ('[{"id":' + "1" * 5000 + ',"title":"t"}]', "of 5000 characters"),
    ('[{"id":' + str(2**70) + ',"title":"t"}]', str(2**70)),
    ('[{"id":"1","title":"t","lat":0.' + "1" * 400 + "}]", "of 402 characters"),
    ("[" * 100_000, "nests more than 50 levels"),
    ("[" * 51 + "]" * 51, "nests more than 50 levels"),
    ('[{"id":"1","title":"a","title":"b"}]', "the key 'title' twice"),
    ('[{"id":"1","title":"t"},{"id":"2","ti', "cut off"),
    ('[{"id":"1","title":"t"}', "cut off"),
    ('[{"id":"1" "title":"t"}]', "edited by hand"),
    ("42", "holds a number"),
    ('"http://canary.invalid/x.json"', "holds a text"),
    ("null", "holds null"),
    ("{}", "no known kind"),
    ('{"events": 5}', "no known kind"),
    ('[5, {"title": "t"}]', "item 1 is a number"),
    ('[{"words": "t"}]', "no item has a 'title'"),
    ('[{"title": "t", "TITLE": "u"}]', "more than once"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN, ids=[row[1] for row in BROKEN])
def test_broken_json_is_refused_in_one_line(text: str, words: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read(text)
    assert str(refusal.value).startswith("events.json: ")
    assert words in str(refusal.value)
    assert len(str(refusal.value)) < 300


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("id", ["1"], "item 1: 'id' should be a number or a text, not a list"),
        ("id", True, "not true or false"),
        ("title", {"a": 1}, "'title' should be a text, not an object"),
        ("title", 5, "'title' should be a text, not a number"),
        ("date", True, "'date' should be a text, not true or false"),
        ("lon", [30], "'lon' should be a number or a text, not a list"),
        ("actors", [1], "'actors' should be a text"),
    ],
)
def test_a_value_of_the_wrong_kind_refuses_the_file_and_names_the_field(key: str, value: Any, words: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read([item(**{key: value}), item(id="2")])
    assert words in str(refusal.value)


def test_a_list_of_objects_becomes_events() -> None:
    timeline = read([item(id=7, actors=["A (source)", "B"]), item(id="2", place=None, lat=None, lon=None)])
    assert timeline.problems == ()
    assert [event.id for event in timeline.events] == [curated_event_id("7"), curated_event_id("2")]
    assert [actor.name for actor in timeline.events[0].actors] == ["A", "B"]
    assert [event.is_placed for event in timeline.events] == [True, False]
    assert read({"events": [item()]}).events == read([item()]).events


def test_names_of_machinery_are_unread_columns() -> None:
    timeline = read([item(__class__="x", __proto__={"x": 1}, constructor=1, is_approved=True)])
    assert len(timeline.events) == 1
    assert "columns not read: '__class__', '__proto__', 'constructor', 'is_approved'" in str(timeline.problems[0])


def test_lone_surrogates_and_nul_stay() -> None:
    timeline = read('[{"id":"1","title":"a\\ud800b","place":"K\\u0000","lat":1,"lon":2}]')
    assert (timeline.events[0].title, timeline.events[0].where[0].text) == ("a\ud800b", "K\x00")


def test_tiny_coordinates_keep_their_value() -> None:
    assert read([item(lat=1e-05, lon=2)]).events[0].where[0].lat == 1e-05


EVENT = {"id": "e1", "title": "t", "reports": []}


def timeline_file(**rest: Any) -> dict[str, Any]:
    return {"format": "timeline/1", "documents": [], "problems": [], "judgements": [], "events": [EVENT], **rest}


def test_a_timeline_file_is_known_by_its_format() -> None:
    assert read(timeline_file(), "anything.txt").events == (Event("e1", "t"),)


def test_another_version_is_refused() -> None:
    with pytest.raises(InvalidData, match="written by a newer timeline-app"):
        read(timeline_file(format="timeline/2"))


def test_a_damaged_entry_is_counted_and_the_others_load() -> None:
    damaged = {**EVENT, "id": "e2", "where": [{"role": "at", "text": "x", "lat": 139, "lon": 35}]}
    timeline = read(timeline_file(events=[EVENT, damaged, {**EVENT, "id": "e3", "title": ["t"]}]))
    assert [event.id for event in timeline.events] == ["e1"]
    assert "events item 2 is left out: latitude 139 is beyond 90" in str(timeline.problems[0])
    assert "events item 3 is left out: event: 'title' should be a text" in str(timeline.problems[1])


def test_a_file_without_one_good_event_is_refused() -> None:
    with pytest.raises(InvalidData, match="no event can be read"):
        read(timeline_file(events=[5]))
    with pytest.raises(InvalidData, match="'events' should be a list"):
        read(timeline_file(events={"a": 1}))


def test_two_events_of_one_id_never_overwrite_each_other() -> None:
    timeline = read(timeline_file(events=[EVENT, EVENT, {**EVENT, "title": "other"}]))
    assert timeline.events == (Event("e1", "t"),)
    assert ["repeats" in str(problem) for problem in timeline.problems] == [True, False]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(st.builds(lambda i, t, s, q: Event(i, t, summary=s, reports=(Report(i, "d", 0, 3, q),)),
                          st.uuids().map(str), texts, texts, texts), max_size=5))  # fmt: skip
def test_events_written_are_events_read(events: list[Event]) -> None:
    from timeline_app.export import write_timeline

    data = "".join(write_timeline(Timeline(events=tuple(events)))).encode("utf-8")
    assert read_events_bytes(data, "t.json").events == tuple(events)
