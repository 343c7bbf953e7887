"""Spreadsheets of other programs: dates as they are shown, faults by sheet and row, nothing run or unpacked blindly."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl.styles import numbers

from tests.imports.spreadsheet_files import repacked, sheet_xml, xlsx
from timeline_app.errors import InputError, UnreadableFile
from timeline_app.imports import read_events_bytes
from timeline_app.imports.cell_formats import read_serial, shown_as
from timeline_app.model import Timeline

HEADER = ("id", "title", "date", "place", "lat", "lon")


def read(data: bytes, name: str = "list.xlsx") -> Timeline:
    return read_events_bytes(data, name)


def problems(timeline: Timeline) -> str:
    return "\n".join(map(str, timeline.problems))


def test_a_list_is_read_with_its_numbers_and_dates() -> None:
    timeline = read(xlsx(HEADER, (7, "Convoy", date(2017, 8, 30), "Homs", 34.73, 36.71), (8, 2017, "2017-08", "Raqqa")))
    first, second = timeline.events
    assert (first.title, first.when and first.when.edtf, first.where[0].lat) == ("Convoy", "2017-08-30", 34.73)
    assert (second.title, second.when and second.when.edtf, second.where[0].text) == ("2017", "2017-08", "Raqqa")
    assert "row 3: sheet 'List': place 'Raqqa' has no coordinates" in problems(timeline)


@pytest.mark.parametrize(
    ("value", "shown", "edtf"),
    [
        (date(2017, 8, 30), "yyyy-mm-dd", "2017-08-30"),
        (date(2017, 8, 30), "dd.mm.yyyy", "2017-08-30"),
        (date(2017, 8, 30), numbers.FORMAT_DATE_XLSX14, "2017-08-30"),
        (date(2017, 8, 1), "mmm yyyy", "2017-08"),
        (date(2017, 8, 1), "mmm-yy", "2017-08"),
        (date(2017, 8, 2), "mmm yyyy", "2017-08-02"),
        (date(2017, 1, 1), "yyyy", "2017"),
        (42977 + 845 / 1440, "yyyy-mm-dd hh:mm", "2017-08-30T14:05:00"),
        ("30 August 2017", "General", "2017-08-30"),
        (2017, "General", "2017"),
    ],
)
def test_a_date_is_as_exact_as_its_cell_shows(value: Any, shown: str, edtf: str) -> None:
    def change(book: Any) -> None:
        book.active["C2"].number_format = shown

    (event,) = read(xlsx(HEADER, (1, "t", value), change=change)).events
    assert event.when is not None
    assert event.when.edtf == edtf


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("General", "number"), ("0.00E+00", "number"), ('#,##0 "days"', "number"), ("@", "number"), ("0%", "number"),
        ("[$-409]d mmm yyyy;@", "day"), (r"yyyy\-mm\-dd", "day"), ("m/d/yy h:mm", "moment"), ("[Red]mmmm yyyy", "month"),
        ("h:mm AM/PM", "time"), ("[h]:mm:ss", "time"), ("mm:ss.0", "time"), ("mmm", "month"), ('yyyy"年"m"月"', "month"),
    ],
)  # fmt: skip
def test_a_format_tells_what_a_number_is(code: str, kind: str) -> None:
    assert shown_as(code) == kind


def test_the_day_that_never_was_and_other_calendars_are_no_trap() -> None:
    assert read_serial(1, "day", False) == "1900-01-01"
    assert read_serial(59, "day", False) == "1900-02-28"
    assert read_serial(61, "day", False) == "1900-03-01"
    assert read_serial(42977, "day", False) == "2017-08-30"
    assert read_serial(42977 - 1462, "day", True) == "2017-08-30"
    assert read_serial(42977.999999, "day", False) == "2017-08-31"
    assert read_serial(2958465, "day", False) == "9999-12-31"
    for number in (60, 0, -1, 2958466, 1e300):
        with pytest.raises(ValueError, match=r"no date|no day"):
            read_serial(number, "day", False)


def test_formulas_count_by_their_result_and_without_one_not_at_all() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>title</t></is></c><c r="B1" t="inlineStr"><is><t>date</t></is></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B2"><f>NOW()</f></c></row>'
        '<row r="3"><c r="A3" t="inlineStr"><is><r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh></is></c>'
        '<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    timeline = read(repacked(xlsx(("x",)), {"xl/worksheets/sheet1.xml": sheet_xml(rows)}))
    assert [(event.title, event.when) for event in timeline.events] == [("ab", None), ("rich text", None)]
    told = problems(timeline)
    assert "row 2: sheet 'List': cell B2 holds a formula without a result" in told
    assert "row 3: sheet 'List': cell B3 holds the error #DIV/0!; taken as empty" in told
    assert "formulas read by the results kept in the file: 2" in told


def test_a_formula_that_another_program_never_reckoned_is_told() -> None:
    timeline = read(xlsx(("title", "place"), ("t", "=A1&A2")))
    assert timeline.events[0].where == ()
    assert "formula without a result" in problems(timeline)


def test_the_sheet_whose_headers_fit_is_read_and_said() -> None:
    def change(book: Any) -> None:
        book.active["A1"] = "title"
        fitting = book.create_sheet("Ereignisse")
        for row in (("List of 2017",), (), HEADER, (1, "t", "2017")):
            fitting.append(row)
        book.create_sheet("Later").append(HEADER)
        book.create_sheet("Secret").sheet_state = "hidden"

    timeline = read(xlsx(("title", "note"), ("not this", "x"), change=change))
    assert [event.title for event in timeline.events] == ["t"]
    told = problems(timeline)
    assert "read is the sheet 'Ereignisse', whose headers fit; not read: 'List', 'Later', 'Secret'" in told
    assert "the headers stand in row 3" in told


def test_hidden_merged_and_nameless_parts_are_told() -> None:
    def change(book: Any) -> None:
        book.active.row_dimensions[3].hidden = True
        book.active.merge_cells("B2:B3")

    data = xlsx(("id", "title", None, None), (1, "a", "stray"), (2, "b"), (3, "c", None, None, "far"), change=change)
    timeline = read(data)
    assert [event.title for event in timeline.events] == ["a", "Untitled event", "c"]
    told = problems(timeline)
    assert "rows hidden in the spreadsheet, read like the others: 1" in told
    assert "merged areas, of which only the first cell has the text: 1" in told
    assert "columns without a name are not read: C, E" in told


def test_reading_twice_gives_the_same_and_macros_are_not_looked_at() -> None:
    data = repacked(xlsx(HEADER, (1, "t", "2017")), {"xl/vbaProject.bin": b"\xd0\xcf junk"})
    assert read(data) == read(data)
    assert "its macros are not read" in problems(read(data, "list.xlsm"))


def test_cells_without_addresses_and_odd_ones_keep_their_place() -> None:
    rows = (
        "<row><c t='inlineStr'><is><t>title</t></is></c><c t='inlineStr'><is><t>note</t></is></c></row>"
        "<row><c t='inlineStr'><is><t>a_x000D_b</t></is></c><c t='b'><v>1</v></c></row>"
        "<row r='9'><c r='B9' t='s'><v>99</v></c><c r='A9'><v>1E-3</v></c></row>"
    )
    timeline = read(repacked(xlsx(("x",)), {"xl/worksheets/sheet1.xml": sheet_xml(rows)}))
    assert [(event.title, event.summary) for event in timeline.events] == [("a\rb", "TRUE"), ("0.001", "")]
    assert "row 9: sheet 'List': cell B9 names a text that is not in the file" in problems(timeline)


BOMB = sheet_xml("<row r='1'>" + "<c t='inlineStr'><is><t>title</t></is></c>" * 200_000 + "</row>")
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
WIDE = sheet_xml("<row r='1'><c r='ZZZ1'><v>1</v></c></row>")
GOOD = xlsx(HEADER, (1, "t", "2017"))

REFUSED = [
    (repacked(GOOD, {"xl/worksheets/sheet1.xml": BOMB}), "made to do harm"),
    (repacked(GOOD, {"xl/worksheets/sheet1.xml": DOCTYPE}), "holds a DOCTYPE"),
    (repacked(GOOD, {"xl/workbook.xml": DOCTYPE}), "holds a DOCTYPE"),
    (repacked(GOOD, {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData>"}), "broken XML"),
    (repacked(GOOD, {"xl/worksheets/sheet1.xml": b"<a>" * 9000}), "nests too many levels"),
    (repacked(GOOD, {"xl/worksheets/sheet1.xml": WIDE}), "beyond the last column"),
    (repacked(GOOD, {"xl/worksheets/sheet1.xml": None}), "holds no cells"),
    (repacked(GOOD, {"xl/_rels/workbook.xml.rels": None}), "has no xl/_rels"),
    (repacked(GOOD, {"xl/workbook.xml": None, "xl/workbook.bin": b"x"}), "binary Excel workbook"),
    (repacked(GOOD, {"xl/workbook.xml": None, "content.xml": b"x"}), "OpenDocument"),
    (repacked(GOOD, {"xl/workbook.xml": None, "word/document.xml": b"x"}), "Word document"),
    (repacked(GOOD, {"xl/workbook.xml": None}), "without a spreadsheet or KML"),
    (GOOD[: len(GOOD) // 2], "is not a spreadsheet"),
    (b"\xd0\xcf\x11\xe0" + bytes(600), "locked or an old .xls"),
    (xlsx(("a", "b"), (1, 2)), "no column 'title' (the row 1 of sheet 'List' is 'a', 'b')"),
    (xlsx(("title", "Title"), (1, 2)), "more than once"),
    (xlsx(), "holds no cells"),
]


@pytest.mark.parametrize(("data", "words"), REFUSED, ids=[row[1] for row in REFUSED])
def test_what_is_no_list_or_made_to_do_harm_is_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(data)
    assert str(refusal.value).startswith("list.xlsx: ")
    assert words in str(refusal.value)
    assert "likely mistake" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_a_member_that_lies_about_its_size_is_stopped_while_it_is_unpacked() -> None:
    data = bytearray(repacked(GOOD, {"xl/worksheets/sheet1.xml": sheet_xml(" " * 8_000_000)}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    data = data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(UnreadableFile):
        read(bytes(data))


def test_a_row_far_to_the_right_costs_no_memory() -> None:
    rows = "<row r='1'><c r='A1' t='inlineStr'><is><t>title</t></is></c></row>" + "".join(
        f"<row r='{n}'><c r='A{n}'><v>{n}</v></c><c r='XFD{n}'><v>1</v></c></row>" for n in range(2, 3000)
    )
    timeline = read(repacked(GOOD, {"xl/worksheets/sheet1.xml": sheet_xml(rows)}))
    assert len(timeline.events) == 2998
    assert "columns without a name are not read: XFD" in problems(timeline)
