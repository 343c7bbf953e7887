"""What other programs read: nothing lost that the format can hold, nothing run that a document says."""

import csv
import html
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.export import EXPORTERS
from timeline_app.imports import read_events_bytes
from timeline_app.merge import find_conflicts
from timeline_app.model import (
    Actor,
    Event,
    Quantity,
    Report,
    Review,
    Source,
    Timeline,
    When,
    Where,
    curated_event_id,
    guard_cell,
    unguard_cell,
)

HOMS = Where("from", "Hims", "Homs", "sy-homs", 34.73, 36.71, 6.0, "city")
RAQQA = Where("to", "Raqqa", "Raqqa", "sy-raqqa", 35.95, 39.01, 8.0, "city")
UNKNOWN = Where("via", "Ayn Nowhere", status="unresolved")
EVIL = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> $[name] ]]> \x00 \u202e \ufffe \ud800 {{7*7}}\n\"quoted\""
CONVOY = Event(
    curated_event_id("convoy"), "Convoy leaves, with “buses”", "movement", "A summary.",
    when=When.within(date(2017, 8, 28), date(2017, 8, 31), basis="curated"), where=(HOMS, RAQQA, UNKNOWN),
    actors=(Actor("Fighters", "source"), Actor("Army")), quantities=(Quantity("buses", 17, 20, "17 to 20"),),
    reports=(Report("r1", "d1", 0, 5, "seventeen buses", where=(HOMS, RAQQA), quantities=(Quantity("buses", 17, 17),)),
             Report("r2", "d2", 0, 5, "twenty buses", where=(HOMS,), quantities=(Quantity("buses", 20, 20),))),
    origin="curated",
)  # fmt: skip
LASTING = CONVOY.with_(
    id=curated_event_id("siege"), title="Siege", reports=(), where=(), quantities=(),
    when=When.throughout(date(2016, 1, 3), date(2016, 2, 4), basis="curated"),
)  # fmt: skip
MONTH = LASTING.with_(
    id=curated_event_id("month"), title="Some day in May", when=When.in_month(2016, 5, basis="curated")
)
GUESS = LASTING.with_(
    id=curated_event_id("guess"), title="Guess", when=When.on_day(date(2017, 9, 2), basis="publication")
)
UNDATED = LASTING.with_(id=curated_event_id("undated"), title="Nobody knows when", when=None, where=(RAQQA,))
HOSTILE = CONVOY.with_(
    id=curated_event_id("hostile"), title=EVIL, summary=EVIL, actors=(Actor(EVIL),), url="javascript:alert(1)",
    reports=(Report("r3", EVIL, 0, 5, EVIL),), where=(Where("at", EVIL, lat=-0.000001, lon=-179.9),),
)  # fmt: skip
SOURCES = (Source("d1", "First Paper", url="https://first.example/a"), Source("d2", "Second Paper"))
EVENTS = (CONVOY, LASTING, MONTH, GUESS, UNDATED)
ALL = Timeline(SOURCES, (*EVENTS, HOSTILE))


def written(name: str, timeline: Timeline) -> str:
    return b"".join(EXPORTERS[name].write(timeline)).decode("utf-8")


def read_back(name: str, timeline: Timeline) -> Timeline:
    return read_events_bytes(written(name, timeline).encode("utf-8"), f"events{EXPORTERS[name].suffix}")


@pytest.mark.parametrize("name", ["csv", "geojson"])
def test_it_is_read_back_with_all_that_a_table_holds(name: str) -> None:
    back = {event.id: event for event in read_back(name, Timeline(SOURCES, EVENTS)).events}
    assert set(back) == {event.id for event in EVENTS}, "hand-made events keep their ids"
    for event in EVENTS:
        again = back[event.id]
        assert (again.title, again.type, again.summary) == (event.title, event.type, event.summary)
        assert again.actors == event.actors
        # A row of the csv holds a report's numbers, another what no report gives; a feature, a place of an event, the
        # event's.
        told = [q for r in event.reports for q in r.quantities] if name == "csv" else []
        kept = [*told, *event.quantities]
        assert [(q.what, q.low, q.high) for q in again.quantities] == [(q.what, q.low, q.high) for q in kept]
        assert {(w.role, w.lat, w.lon, w.radius_km) for w in again.where} == {
            (w.role, w.lat, w.lon, w.radius_km) for w in event.where
        }
        whens = [
            when and (when.edtf, when.earliest, when.latest, when.extent, when.basis)
            for when in (event.when, again.when)
        ]
        assert whens[0] == whens[1]


def test_csv_keeps_each_source_with_its_own_words_and_numbers() -> None:
    told = CONVOY.with_(where=(HOMS, RAQQA))
    (back,) = read_back("csv", Timeline(SOURCES, (told,))).events
    assert [(r.document, r.quote, [q.low for q in r.quantities], len(r.where)) for r in back.reports] == [
        ("First Paper", "seventeen buses", [17], 2), ("Second Paper", "twenty buses", [20], 1),
    ]  # fmt: skip
    assert "quantity: buses" in {conflict.field for conflict in back.conflicts}


SECOND, THIRD = (When.on_day(date(2017, 9, day)) for day in (2, 3))
DISPUTED = CONVOY.with_(
    when=THIRD, where=(HOMS,), quantities=(), modality="asserted", actors=(Actor("Army", "source"),),
    reports=(Report("r1", "d1", 0, 5, "on the second", SECOND, (HOMS,), (), (Actor("Rebels", "source"),), "denied"),
             Report("r2", "d2", 0, 5, "on the third", THIRD, (replace(HOMS, reasons=("its own",)),), (),
                    (Actor("Army", "source"),)),
             Report("r3", "d3", 0, 5, "without a day", None, (), (), ())),
)  # fmt: skip


@pytest.mark.parametrize("name", ["csv", "timelinejs"])
def test_what_each_source_says_comes_back_and_so_does_the_dispute(name: str) -> None:
    disputed = DISPUTED.with_(conflicts=find_conflicts(DISPUTED.reports))
    (back,) = read_back(name, Timeline(SOURCES, (disputed,))).events
    assert back.when is not None
    assert back.when.edtf == "2017-09-03"
    assert [
        (r.document, r.when and (r.when.edtf, r.when.basis), [a.name for a in r.actors], r.modality, len(r.where))
        for r in back.reports
    ] == [
        ("First Paper", ("2017-09-02", "stated"), ["Rebels"], "denied", 1),
        ("Second Paper", ("2017-09-03", "stated"), ["Army"], "asserted", 1),
        ("d3", None, [], "asserted", 0),
    ]  # fmt: skip
    fields = [conflict.field for conflict in disputed.conflicts]
    assert fields == ["when", "modality", "actors"]
    assert [conflict.field for conflict in back.conflicts] == fields


@pytest.mark.parametrize("name", ["csv", "xlsx", "timelinejs"])
def test_what_was_read_back_and_written_again_is_the_same(name: str) -> None:
    disputed = DISPUTED.with_(conflicts=find_conflicts(DISPUTED.reports), origin="parsed")

    def again(timeline: Timeline) -> Timeline:
        data = b"".join(EXPORTERS[name].write(timeline))
        return read_events_bytes(data, f"events{EXPORTERS[name].suffix}")

    once = again(Timeline(SOURCES, (disputed,)))
    twice = again(once)
    assert [event.id for event in twice.events] == [event.id for event in once.events]
    ids = [[report.id for report in event.reports] for event in once.events]
    assert [[report.id for report in event.reports] for event in twice.events] == ids
    assert len(set(ids[0])) == len(ids[0]) == 3


@pytest.mark.parametrize("name", ["geojson", "kml"])
def test_a_format_that_holds_one_version_of_a_dispute_says_so_and_quotes_that_one(name: str) -> None:
    disputed = DISPUTED.with_(conflicts=find_conflicts(DISPUTED.reports))
    back = read_back(name, Timeline(SOURCES, (disputed,)))
    (event,) = back.events
    assert [report.quote for report in event.reports] == ["on the third"]
    assert ["its sources disagree (date" in problem.what for problem in back.problems] == [True]


def test_a_number_is_never_put_beside_the_words_of_a_source_that_does_not_give_it() -> None:
    counted = DISPUTED.with_(quantities=(Quantity("dead", 5, 5),))
    rows = list(csv.DictReader(io.StringIO(written("csv", Timeline(SOURCES, (counted,))).removeprefix("\ufeff"))))
    assert [(row["source"], row["quantities"]) for row in rows] == [
        ("First Paper", ""), ("Second Paper", ""), ("d3", ""), ("", "dead=5")
    ]  # fmt: skip


def test_a_disputed_date_is_not_certain_on_a_map_and_every_day_told_is_there() -> None:
    disputed = DISPUTED.with_(conflicts=find_conflicts(DISPUTED.reports))
    (feature,) = json.loads(written("geojson", Timeline(SOURCES, (disputed,))))["features"]
    assert feature["when"] == {
        "edtf": "2017-09-03",
        "timespans": [{"start": {"in": "2017-09-03"}}, {"start": {"in": "2017-09-02"}}],
        "certainty": "less-certain",
    }
    assert feature["properties"]["disputed"] == "date, whether it happened, who did it"
    kml = written("kml", Timeline(SOURCES, (disputed,)))
    assert "<begin>2017-09-02</begin>" in kml
    assert "<end>2017-09-03</end>" in kml
    assert "disputed: date" in kml


def test_parsed_events_read_back_keep_their_id_but_only_where_a_table_says_that_it_is_ours() -> None:
    parsed = CONVOY.with_(origin="parsed")
    (back,) = read_back("csv", Timeline(SOURCES, (parsed,))).events
    assert (back.id, back.origin) == (parsed.id, "curated")
    (listed,) = read_events_bytes(f"id,title\n{parsed.id},Ours".encode(), "list.csv").events
    assert listed.id == curated_event_id(parsed.id)


@pytest.mark.parametrize("name", ["csv", "geojson", "kml", "timelinejs"])
def test_nothing_is_said_to_be_lost_of_our_own_export(name: str) -> None:
    rejected = LASTING.with_(modality="denied", review=Review("rejected"))
    back = read_back(name, Timeline(SOURCES, (rejected,)))
    assert [str(problem) for problem in back.problems] == []
    assert [(event.modality, event.review.status) for event in back.events] == [("denied", "rejected")]


def test_no_cell_of_the_csv_is_a_formula_and_the_words_come_back() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", ALL).removeprefix("\ufeff"), newline="")))
    for row in rows:
        for name, cell in row.items():
            assert name in ("lat", "lon") or cell.lstrip(" '")[:1] not in tuple("=+-@") or cell.startswith("'")
    (back,) = read_back("csv", Timeline(SOURCES, (HOSTILE,))).events
    assert back.title.startswith("=cmd|' /C calc'!A0 <img")


NUMBER_LIKE = st.from_regex(r"'{0,2}([0-9]{10,17}|[0-9]{1,9}[eE][0-9]{1,9})", fullmatch=True)


@given(st.text() | NUMBER_LIKE, st.booleans())
def test_the_guard_of_a_cell_comes_off_again(text: str, is_typed: bool) -> None:
    assert unguard_cell(guard_cell(text, is_typed)) == text
    assert guard_cell(text, is_typed)[:1] not in tuple("=+-@\t\r\n")


@pytest.mark.parametrize("id_", ["1234567890123456", "0000000000000003", "12345678901234e5"])
def test_an_id_that_a_spreadsheet_would_take_for_a_number_comes_back_from_a_csv(id_: str) -> None:
    event = Event(id_, "A convoy left", origin="curated")
    assert f"\n'{id_}," in written("csv", Timeline((), (event,))).replace("\r", "")
    assert [one.id for one in read_back("csv", Timeline((), (event,))).events] == [id_]


def test_geojson_places_are_points_and_unplaced_events_have_no_geometry() -> None:
    value = json.loads(written("geojson", ALL))
    assert {feature["type"] for feature in value["features"]} == {"Feature"}
    by_title = {feature["properties"]["title"]: feature for feature in value["features"]}
    assert by_title["Nobody knows when"]["geometry"] == {"type": "Point", "coordinates": [39.01, 35.95]}
    assert "when" not in by_title["Nobody knows when"]
    assert by_title["Siege"]["geometry"] is None
    assert by_title["Siege"]["when"]["timespans"] == [{"start": {"in": "2016-01-03"}, "end": {"in": "2016-02-04"}}]
    assert by_title["Some day in May"]["when"]["timespans"][0]["start"] == {
        "earliest": "2016-05-01", "latest": "2016-05-31",
    }  # fmt: skip
    assert by_title["Guess"]["when"]["certainty"] == "uncertain"


def test_kml_is_well_formed_in_the_order_of_its_schema() -> None:
    root = ElementTree.fromstring(written("kml", ALL))
    space = "{http://www.opengis.net/kml/2.2}"
    marks = root.findall(f".//{space}Placemark")
    assert len(marks) == sum(max(1, len(event.where)) for event in ALL.events)
    order = ["name", "description", "TimeStamp", "TimeSpan", "ExtendedData", "Point"]
    for mark in marks:
        names = [order.index(child.tag.removeprefix(space)) for child in mark]
        assert names == sorted(names)
    first = marks[0]
    assert first.findtext(f"{space}Point/{space}coordinates") == "36.71,34.73"
    assert first.findtext(f"{space}TimeSpan/{space}begin") == "2017-08-28"
    assert first.findtext(f"{space}TimeSpan/{space}end") == "2017-08-31"
    undated = next(mark for mark in marks if mark.findtext(f"{space}name") == "Nobody knows when")
    assert undated.find(f"{space}TimeSpan") is None
    assert undated.find(f"{space}TimeStamp") is None


def test_words_of_documents_are_no_html_in_a_kml_description() -> None:
    root = ElementTree.fromstring(written("kml", Timeline((), (HOSTILE,))))
    (described,) = (e.text for e in root.iter("{http://www.opengis.net/kml/2.2}description"))
    assert "<img" not in described
    assert "$[" not in described
    assert "<img src=x" in html.unescape(described)


def test_timelinejs_has_a_slide_for_each_dated_event_and_names_the_others() -> None:
    value = json.loads(written("timelinejs", ALL))
    slides = {slide["unique_id"]: slide for slide in value["events"]}
    assert set(slides) == {event.id for event in ALL.events if event.when}
    assert "Nobody knows when" in value["title"]["text"]["text"]
    assert slides[MONTH.id]["start_date"] == {"year": 2016, "month": 5}
    assert "end_date" not in slides[MONTH.id]
    assert slides[LASTING.id]["end_date"] == {"year": 2016, "month": 2, "day": 4}
    assert slides[CONVOY.id]["display_date"] == "between 28 and 31 August 2017"
    assert "end_date" not in slides[CONVOY.id]
    assert "<img" not in json.dumps(value)


def test_timelinejs_without_undated_events_has_no_title_slide() -> None:
    assert "title" not in json.loads(written("timelinejs", Timeline((), (LASTING,))))
