"""What a person says of columns: it counts for every kind of list alike, and by the same reading."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.imports.spreadsheet_files import xlsx
from timeline_app.cli import main
from timeline_app.errors import InvalidData
from timeline_app.imports import MAPPED, examine_bytes, read_events_bytes
from timeline_app.store import open_store

HEADER = ("Nr", "Datum", "Was", "Ort", "Notiz", "date")
ROWS = (("1", "2017-08-30", "Halt", "Homs", "x", "wrong"), ("2", "2017-08", "Weiter", "Raqqa", "y", "wrong"))
SAID = {"Datum": "date", "was": "title", " ORT ": "place", "Nr": "id", "Notiz": "", "date": ""}


def as_csv() -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";").writerows([HEADER, *ROWS])
    return file.getvalue().encode()


def as_geojson() -> bytes:
    features = [
        {"type": "Feature", "geometry": None, "properties": dict(zip(HEADER, row, strict=True))} for row in ROWS
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


LISTS = {
    "csv": as_csv(),
    "xlsx": xlsx(HEADER, *ROWS),
    "json": json.dumps([dict(zip(HEADER, row, strict=True)) for row in ROWS]).encode(),
    "geojson": as_geojson(),
}


def test_every_kind_whose_columns_can_be_mapped_has_a_sample() -> None:
    assert set(LISTS) == set(MAPPED)


@pytest.mark.parametrize("kind", LISTS)
def test_what_a_person_says_of_the_columns_counts(kind: str) -> None:
    timeline = read_events_bytes(LISTS[kind], "list", None, SAID)
    assert [(event.title, event.when and event.when.edtf, event.where[0].text) for event in timeline.events] == [
        ("Halt", "2017-08-30", "Homs"), ("Weiter", "2017-08", "Raqqa"),
    ]  # fmt: skip
    assert not any("not read" in str(problem) for problem in timeline.problems), "who says so is not told so"


@pytest.mark.parametrize("kind", LISTS)
def test_what_the_columns_were_taken_for_is_told_even_when_nothing_can_be_read(kind: str) -> None:
    found = examine_bytes(LISTS[kind], "list")
    assert [(column.header, column.field) for column in found.columns] == [
        *((name, "") for name in HEADER[:-1]), ("date", "date"),
    ]  # fmt: skip
    assert found.columns[1].samples == ("2017-08-30", "2017-08")
    assert bool(found.fault) is (kind != "geojson"), "only features have a place without a title"
    mapped = examine_bytes(LISTS[kind], "list", None, SAID)
    assert [column.field for column in mapped.columns] == ["id", "date", "title", "place", "", ""]
    assert (mapped.kind, mapped.fault, mapped.rows, len(mapped.timeline.events)) == (kind, "", 2, 2)
    assert mapped.timeline == read_events_bytes(LISTS[kind], "list", None, SAID), "one reading, not two"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"Datun": "date"}, "has no column 'Datun' to read as date"),
        ({"Datum": "date", "Ort": "date"}, "2 columns are to be read as date: 'Datum', 'Ort'"),
        ({"Nr": "id", "Ort": "id"}, "columns are joined only as title, summary, note"),
        ({"Datum": "day"}, "there is no field 'day'"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(said: dict[str, str], words: str) -> None:
    with pytest.raises(InvalidData) as refusal:
        read_events_bytes(LISTS["csv"], "list.csv", None, said)
    assert words in str(refusal.value)
    assert "likely mistake" in str(refusal.value)


def test_rows_that_give_nothing_are_told_from_those_read_with_a_remark() -> None:
    data = b"id,title,date\n1,a,2017\n2,b\n1,a,2017\n3,c,someday\n"
    found = examine_bytes(data, "list.csv")
    assert (found.rows, len(found.timeline.events)) == (4, 2)
    assert [problem.row for problem in found.left_out] == [3, 4]
    assert [problem.row for problem in found.timeline.problems] == [3, 4, 5]


def test_a_column_of_bare_numbers_counts_what_its_name_says() -> None:
    data = b"Was,Killed\nt,5\nu,2..3\nv,wounded=4 | 1\nw,many\n"
    events = read_events_bytes(data, "list.csv", None, {"Was": "title", "Killed": "quantities"}).events
    assert [[(q.what, q.low, q.high) for q in event.quantities] for event in events] == [
        [("Killed", 5, 5)], [("Killed", 2, 3)], [("wounded", 4, 4), ("Killed", 1, 1)], [],
    ]  # fmt: skip
    assert read_events_bytes(b"title,numbers\nt,5\n", "list.csv").events[0].quantities == ()


@pytest.mark.parametrize("kind", LISTS)
def test_columns_of_one_field_are_joined(kind: str) -> None:
    said = {**SAID, " ORT ": "title", "Notiz": "title"}
    found = examine_bytes(LISTS[kind], "list", None, said)
    assert [event.title for event in found.timeline.events] == ["Halt: Homs: x", "Weiter: Raqqa: y"]
    assert [column.field for column in found.columns] == ["id", "date", "title", "title", "title", ""]


def test_joined_numbers_count_what_each_column_says() -> None:
    data = b"Was,Killed,Injured,numbers\nt,5,2..3,\nu,,wounded=4 | 1,buses=2\n"
    said = {"Was": "title", "Killed": "quantities", "Injured": "quantities", "numbers": "quantities"}
    events = read_events_bytes(data, "list.csv", None, said).events
    assert [[(q.what, q.low, q.high) for q in event.quantities] for event in events] == [
        [("Killed", 5, 5), ("Injured", 2, 3)], [("wounded", 4, 4), ("Injured", 1, 1), ("buses", 2, 2)],
    ]  # fmt: skip


def test_samples_are_few_short_visible_and_without_the_guard() -> None:
    rows = "\n".join(f'{n},"{cell}"' for n, cell in enumerate(["\u202ex", "", "'=1+1", "a" * 500, "a" * 500, "b", "c"]))
    (_, column) = examine_bytes(f"id,title\n{rows}\n".encode(), "list.csv").columns
    assert column.samples == ("⟦RLO⟧x", "=1+1", "a" * 80)


def test_the_command_line_maps_too_and_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, store = tmp_path / "list.xlsx", str(tmp_path / "case.sqlite")
    path.write_bytes(LISTS["xlsx"])
    maps = [part for column, field in SAID.items() for part in ("--map", f"{column}={field}")]
    assert main(["import", str(path), "--store", store]) == 1
    assert "no column 'title'" in capsys.readouterr().err
    for line in ("2 events new", "0 events new, 0 updated, 2 known"):
        assert main(["import", str(path), "--store", store, *maps]) == 0
        assert line in capsys.readouterr().err
    assert sorted(event.title for event in open_store(store).events()) == ["Halt", "Weiter"]
    assert main(["import", str(path), "--store", store, "--map", "Datum=day"]) == 1
    assert "--map: 'day' is none of id, title" in capsys.readouterr().err
    assert main(["import", str(path), "--store", store, "--map", "Datum=date", "--map", "Datum=end"]) == 1
    with pytest.raises(SystemExit):
        main(["import", str(path), "--map", "Datum"])


def test_kinds_with_fixed_names_need_no_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kml, table = tmp_path / "a.kml", tmp_path / "b.csv"
    kml.write_bytes(b"<kml><Placemark><name>t</name></Placemark></kml>")
    table.write_bytes(b"Was,id\nu,1\n")
    assert main(["import", str(kml), str(table), "--store", str(tmp_path / "s.sqlite"), "--map", "Was=title"]) == 0
    assert "2 events new" in capsys.readouterr().err


def test_xlsx_goes_to_a_file_and_not_to_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, out = str(tmp_path / "case.sqlite"), tmp_path / "out.xlsx"
    table = tmp_path / "a.csv"
    table.write_bytes(b"id,title\n1,t\n")
    assert main(["import", str(table), "--store", store]) == 0
    assert main(["export", "--store", store, "--format", "xlsx", "-o", str(out)]) == 0
    assert [event.title for event in read_events_bytes(out.read_bytes(), "out.xlsx").events] == ["t"]
    capsys.readouterr()
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", "--store", store, "--format", "xlsx"]) == 1
    said = capsys.readouterr()
    assert (said.out, "-o events.xlsx" in said.err) == ("", True)
    assert main(["export", "--store", store, "--format", "csv"]) == 0


def test_the_command_line_takes_the_sheet_that_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(book: Any) -> None:
        book.create_sheet("Other").append(("id", "title"))
        book["Other"].append(("9", "from the other"))

    path, store = tmp_path / "two.xlsx", str(tmp_path / "case.sqlite")
    path.write_bytes(xlsx(("id", "title", "date"), ("1", "from the first", "2017"), change=change))
    assert main(["import", str(path), "--store", store, "--sheet", "other"]) == 0
    assert [event.title for event in open_store(store).events()] == ["from the other"]
    capsys.readouterr()
    assert main(["import", str(path), "--store", store, "--sheet", "none"]) == 1
    assert "has no sheet 'none' (likely mistake: its sheets are 'List', 'Other')" in capsys.readouterr().err
