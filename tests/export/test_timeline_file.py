"""The timeline file: valid, complete, streamed, and read back without loss."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import timeline_app
from timeline_app.export import EXPORTERS, exporter, timeline_schema, whole_ledger, write_timeline
from timeline_app.imports import read_events_bytes
from timeline_app.model import (
    Actor,
    Area,
    Candidate,
    Conflict,
    ConflictValue,
    Event,
    Judgement,
    Place,
    Problem,
    Quantity,
    Query,
    Report,
    Review,
    Source,
    Timeline,
    When,
    Where,
)
from timeline_app.views import Ledger

SNAPSHOT = Path(__file__).with_name("snapshot.json")
MOMENT = datetime(2026, 11, 20, 22, 18, 33, tzinfo=UTC)
D = date

HOMS = Candidate(Place("sy-homs", "Homs", "city", "SY", "Homs", 34.73, 36.71, 6.0), 0.7, ("the same name",))
WHERE = Where("from", "Hims", "Homs", "sy-homs", 34.73, 36.71, 6.0, "city", 0.7, ("the same name",), (HOMS,))
WHEN = When.on_day(
    D(2017, 8, 30), basis="relative", text="Wednesday", anchor="publication on 2 September 2017",
    reason="'Wednesday' before publication on 2 September 2017 is 30 August 2017", time="1745 GMT",
    alternatives=(When.in_month(2017, 9),),
)  # fmt: skip
EVENTS = (
    Event(
        "e1", "Convoy leaves", "movement", "A summary.", "claimed", WHEN, (WHERE, Where("to", "?", status="unresolved")),
        (Actor("Fighters", "source"),), (Quantity("buses", 17, None, "17 or more"),),
        (Report("e1", "d1", 4, 10, "quoted", WHEN, (WHERE,), (), (Actor("Fighters"),), "claimed"),
         Report("r2", "d2", 0, 3, "too")),
        (Conflict("when", (ConflictValue("2017-08-30", ("d1",)), ConflictValue("2017-08-29", ("d2",)))),),
        "parsed", Review("accepted", "ann", "2026-01-02T03:04:05Z", "checked"), (D(2017, 9, 2), D(2017, 9, 4)),
    ),
    Event("e2", "NUL \x00, half \ud800, backwards \u202e, </script> {{1}} ${x}", origin="curated", url="javascript:1"),
)  # fmt: skip
TIMELINE = Timeline(
    (Source("d1", "Title", "Publisher", "https://example.org", "2017-09-02", "0" * 64), Source("d3", "stranger")),
    EVENTS,
    (Problem("events.csv", 7, "latitude 139 is beyond 90", "exchanged"),),
    (Judgement(("e1", "r2"), "same", "merger", "2026-01-02"), Judgement(("r2", "gone"), "different", "ann", "2026")),
)


def written(timeline: Timeline = TIMELINE, **rest: Any) -> Any:
    text = "".join(write_timeline(timeline, **rest))
    return json.loads(text.encode("utf-8"))


def test_the_schema_is_one_and_the_export_keeps_to_it() -> None:
    jsonschema.Draft202012Validator.check_schema(timeline_schema())
    for query in (None, Query(first=D(2017, 1, 1), known_by=D(2018, 1, 1), types=("movement",), text="x")):
        jsonschema.validate(written(query=query), timeline_schema(), jsonschema.Draft202012Validator)
    jsonschema.validate(written(Timeline()), timeline_schema(), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.pop("counts"),
        lambda file: file.update(format="timeline/2"),
        lambda file: file["events"][0].update(type="party"),
        lambda file: file["events"][0]["when"].update(earliest="30 August"),
        lambda file: file["events"][0]["where"][0].update(lat=91),
        lambda file: file["events"][0]["where"][0].update(lat=None),
        lambda file: file["events"][1].update(title=None),
    ],
)
def test_the_schema_notices_damage(damage: Any) -> None:
    file = written()
    damage(file)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(file, timeline_schema(), jsonschema.Draft202012Validator)


def test_a_small_export_looks_as_it_always_did() -> None:
    text = "".join(write_timeline(TIMELINE, Query(first=D(2017, 1, 1)), generated=MOMENT))
    text = text.replace(timeline_app.__version__, "X.Y", 1)
    assert text == SNAPSHOT.read_text(encoding="utf-8"), "read the difference like code before renewing it"


def test_an_export_read_back_gives_the_same_again() -> None:
    data = "".join(write_timeline(TIMELINE)).encode("utf-8")
    back = read_events_bytes(data, "export.json")
    assert back == TIMELINE


def test_a_filtered_export_names_only_documents_and_judgements_of_its_events() -> None:
    file = written(query=Query(text="convoy"))
    assert [document["id"] for document in file["documents"]] == ["d1"]
    assert [judgement["reports"] for judgement in file["judgements"]] == [["e1", "r2"]]
    assert len(file["problems"]) == 1


def test_an_export_of_everything_keeps_everything() -> None:
    file = written()
    assert [document["id"] for document in file["documents"]] == ["d1", "d3"]
    assert len(file["judgements"]) == 2
    assert file["filter"]["from"] is None


def test_the_filter_is_recorded() -> None:
    query = Query(D(2017, 1, 1), D(2017, 12, 31), "certain", D(2018, 1, 1), ("strike",), text="bus", undated=False)
    recorded = written(query=query)["filter"]
    assert (recorded["from"], recorded["to"], recorded["known_by"]) == ("2017-01-01", "2017-12-31", "2018-01-01")
    assert (recorded["certainty"], recorded["types"], recorded["text"]) == ("certain", ["strike"], "bus")
    assert recorded["undated"] is False
    assert (recorded["area"], recorded["unplaced"]) == (None, True)
    boxed = written(query=Query(area=Area(33.0, 35.5, 34.0, 37.0), unplaced=False))["filter"]
    assert (boxed["area"], boxed["unplaced"]) == ([33.0, 35.5, 34.0, 37.0], False)
    jsonschema.validate(written(query=Query(area=Area(33.0, 35.5, 34.0, 37.0))), timeline_schema())


def test_counts_come_from_the_ledger_and_else_from_the_events() -> None:
    ledger = Ledger(61, 1, 31, 4, 2, 23)
    assert written(ledger=ledger)["counts"] == {
        "total": 61, "shown": 23, "undated": 4, "unplaced": 2, "filtered": 31, "rejected": 1,
    }  # fmt: skip
    rejected = EVENTS[1].with_(review=Review("rejected"))
    assert whole_ledger([*EVENTS, rejected]) == Ledger(3, rejected=1, undated=1, shown=1)


def test_the_moment_is_utc_and_needs_a_zone() -> None:
    paris = MOMENT.astimezone(timezone(timedelta(hours=1)))
    assert written(generated=paris)["generated"] == "2026-11-20T22:18:33Z"
    with pytest.raises(ValueError, match="time zone"):
        written(generated=MOMENT.replace(tzinfo=None))


def test_no_number_that_json_does_not_know_is_written() -> None:
    bad = EVENTS[0].with_(quantities=(Quantity("buses", float("nan"), None),))
    with pytest.raises(ValueError, match="JSON compliant"):
        written(Timeline(events=(bad,)))


def test_what_cannot_be_seen_is_escaped_in_the_file() -> None:
    text = "".join(write_timeline(TIMELINE))
    assert "\\u0000, half \\ud800, backwards \\u202e" in text
    assert "\u202e" not in text


def test_events_are_written_one_by_one() -> None:
    pieces = list(write_timeline(Timeline(events=EVENTS)))
    assert sum('"id": "e' in piece and '"title"' in piece for piece in pieces) == 2


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="there are: json"):
        exporter("docx")
    assert exporter("json") is EXPORTERS["json"]


@pytest.mark.parametrize("count", [1e15 + 2, 7e18, 2.0**60, 1e300])
def test_a_count_beyond_all_measure_is_read_back_as_it_was_written(count: float) -> None:
    event = Event("e", "t", quantities=(Quantity("stars", count, None, "as many as stars"),), origin="curated")
    data = "".join(write_timeline(Timeline((), (event,), (), ()))).encode()
    assert read_events_bytes(data, "export.json").events == (event,)
