"""The Import page as Streamlit runs it: columns said, what would be kept, what not and why, kept once."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.imports.spreadsheet_files import xlsx
from timeline_app.export import write_problems
from timeline_app.imports import examine_bytes
from timeline_app.store import open_store

HEADER = ("Nr", "Datum", "Was", "Ort")
ROWS = (("1", "2017-08-30", "Halt", "Homs"), ("2", "2017-08", "![x](http://canary.invalid/a.png)", "Raqqa"))
CHOICES = {"Nr": "id", "Datum": "date", "Was": "title", "Ort": "place"}


def table(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([header, *rows])
    return file.getvalue().encode()


def import_page() -> None:
    from timeline_app.dashboard.screens import import_list

    import_list.show()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "case.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    return path


def opened() -> AppTest:
    return AppTest.from_function(import_page, default_timeout=60).run()


def upload(test: AppTest, name: str, data: bytes) -> AppTest:
    test.file_uploader[0].set_value((name, data, "application/octet-stream"))
    return test.run()


def choose(test: AppTest, choices: dict[str, str]) -> AppTest:
    """Say what each column is, in the order of the boxes."""
    boxes = [box for box in test.selectbox if box.label.startswith("Column ")]
    for box, field in zip(boxes, choices.values(), strict=True):
        box.set_value(field)
    return test.run()


def press(test: AppTest, label: str) -> AppTest:
    return next(button for button in test.button if button.label == label).click().run()


def words(test: AppTest) -> str:
    assert not test.exception
    return "\n".join(text.value for text in test.text)


def test_an_empty_page_says_what_a_list_is_and_which_names_are_known(store: Path) -> None:
    test = opened()
    assert "one row for each event" in words(test)
    assert "latitude" in test.table[0].value.to_string()  # a table wraps: on a phone nothing of it is cut
    assert not test.button


def test_a_list_of_known_columns_is_shown_and_kept_and_the_second_time_nothing_changes(store: Path) -> None:
    data = table(("1", "Halt", "2017-08-30"), ("2", "Weiter", "2017"), ("3", "short"), header=("id", "title", "date"))
    test = upload(opened(), "list.csv", data)
    assert [box.value for box in test.selectbox] == ["id", "title", "date"]
    assert "3 rows in the file give 2 events, 1 not taken" in words(test)
    assert list(test.dataframe[0].value["Event"]) == ["Halt", "Weiter"]
    assert list(test.dataframe[1].value["Row"]) == ["4"]
    assert "2 cells under 3 columns" in test.dataframe[1].value["What"][0]
    assert open_store(store).events() == []
    press(test, "Keep these events")
    assert "list.csv: 2 new, 0 changed, 0 already there." in words(test)
    version = open_store(store).data_version()
    upload(test, "list.csv", data)
    assert "2 here already" in words(test)
    press(test, "Keep these events")
    assert "Nothing changed: 2 events already there." in words(test)
    assert len(open_store(store).events()) == 2
    assert open_store(store).data_version() == version
    changed = table(("1", "Halt", "2017-08-31"), ("3", "Neu", "2017"), header=("id", "title", "date"))
    press(upload(test, "list.csv", changed), "Keep these events")
    assert "1 new, 1 changed, 0 already there" in words(test)


def test_unknown_columns_are_said_one_by_one_and_their_values_are_only_text(store: Path) -> None:
    test = upload(opened(), "liste.csv", table(*ROWS))
    assert "no column 'title'" in words(test)
    assert "Say above which column is which" in words(test)
    assert not any(button.label == "Keep these events" for button in test.button)
    choose(test, CHOICES)
    assert "2 rows in the file give 2 events" in words(test)
    press(test, "Keep these events")
    assert [event.title for event in open_store(store).events()] == [row[2] for row in ROWS]
    assert not any("canary" in markdown.value for markdown in test.markdown)


def test_what_was_said_is_remembered_for_the_same_columns_until_taken_back(store: Path) -> None:
    test = choose(upload(opened(), "liste.csv", table(*ROWS)), CHOICES)
    press(test, "Keep these events")
    other = tuple(reversed(HEADER))
    upload(test, "andere.csv", table(("Hama", "Neues", "2017-09-01", "9"), header=other))
    assert [box.value for box in test.selectbox] == ["place", "title", "date", "id"]
    assert "as you said for a list with these columns" in words(test)
    assert "1 row in the file gives 1 event" in words(test)
    press(test, "Read them by their names")
    assert [box.value for box in test.selectbox] == ["", "", "", ""]
    assert "no column 'title'" in words(test)


def test_two_columns_for_one_field_are_joined_or_refused_in_place(store: Path) -> None:
    test = choose(upload(opened(), "liste.csv", table(*ROWS)), {**CHOICES, "Ort": "title"})
    assert test.dataframe[0].value["Event"][0] == "Halt: Homs"
    choose(test, {**CHOICES, "Ort": "date"})
    assert "2 columns are to be read as date: 'Datum', 'Ort'" in words(test)
    assert "columns are joined only as title, summary" in words(test)


def test_a_list_of_very_many_columns_says_that_their_box_scrolls(store: Path) -> None:
    header = ("title", *(f"c{number}" for number in range(19)))
    test = upload(opened(), "wide.csv", table(("Halt", *("x" for _ in range(19))), header=header))
    assert "The box scrolls: there are 20 columns." in words(test)
    few = upload(opened(), "few.csv", table(("Halt", *("x" for _ in range(11))), header=header[:12]))
    assert "The box scrolls" not in words(few)


def test_another_sheet_can_be_chosen(store: Path) -> None:
    def change(book: object) -> None:
        book.create_sheet("Zweite").append(HEADER)  # type: ignore[attr-defined]
        book["Zweite"].append(ROWS[0])  # type: ignore[index]

    test = upload(opened(), "b.xlsx", xlsx(("id", "title"), ("1", "First"), sheet="Erste", change=change))
    assert list(test.dataframe[0].value["Event"]) == ["First"]
    sheet = next(box for box in test.selectbox if box.label == "Sheet")
    assert sheet.options == ["Erste", "Zweite"]
    sheet.set_value(1)
    test.run()
    assert "0 of 4 columns are known by their names." in words(test)
    choose(test, CHOICES)
    assert list(test.dataframe[0].value["Event"]) == ["Halt"]


def test_a_file_with_fixed_names_asks_nothing_and_a_broken_one_says_why(store: Path) -> None:
    test = upload(opened(), "a.kml", b"<kml><Placemark><name>t</name></Placemark></kml>")
    assert not test.selectbox
    assert "1 row in the file gives 1 event" in words(test)
    broken = upload(opened(), "b.xlsx", b"PK\x03\x04 nothing")
    assert "⚠ b.xlsx: is not a spreadsheet" in words(broken)
    assert not broken.selectbox


def test_a_table_of_articles_is_told_where_it_belongs(store: Path) -> None:
    test = upload(opened(), "news.csv", table(("a", "words words"), header=("title", "text")))
    assert "the Documents page reads the text of each row" in words(test)


def test_the_report_is_a_guarded_table_that_tells_what_was_taken() -> None:
    data = table(("=1+1", "a"), ("2",), ("3", "c", "x"), header=("id", "title"))
    found = examine_bytes(data + b"4,d,\n", "=cmd.csv")
    rows = list(
        csv.DictReader(io.StringIO(write_problems(found.timeline.problems, found.left_out).decode("utf-8-sig")))
    )
    assert [(row["file"], row["row"], row["taken"]) for row in rows] == [
        ("'=cmd.csv", "3", "no"),
        ("'=cmd.csv", "4", "no"),
    ]


def test_the_documents_page_takes_the_same_kinds_of_lists() -> None:
    from timeline_app.dashboard.sources import upload
    from timeline_app.imports import SUFFIXES

    assert {suffix.removeprefix(".") for suffix in SUFFIXES} <= set(upload.KINDS)


def menu() -> None:
    import streamlit as st

    from timeline_app.dashboard.navigation import pages

    st.text(", ".join(f"{page.title} at {page.url_path}" for page in pages().values()))


def test_the_page_is_in_the_menu() -> None:
    assert "Import at import" in words(AppTest.from_function(menu, default_timeout=60).run())
