"""The spreadsheet: texts and numbers only, read by another program, and back by us."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest

from tests.export.test_interchange import ALL, EVENTS, EVIL, HOSTILE, SOURCES
from timeline_app.errors import TimelineError
from timeline_app.export import EXPORTERS, workbook
from timeline_app.export.rows import COLUMNS, rows_of
from timeline_app.export.workbook import MOST_CHARACTERS, Sheet, cut, write_workbook
from timeline_app.imports import read_events_bytes
from timeline_app.model import Query, Timeline
from timeline_app.views import Ledger, visible

MOMENT = datetime(2026, 1, 1, tzinfo=UTC)


def written(timeline: Timeline, query: Query | None = None, ledger: Ledger | None = None) -> bytes:
    return b"".join(EXPORTERS["xlsx"].write(timeline, query, ledger, MOMENT))


def opened(data: bytes) -> openpyxl.Workbook:
    """As another program opens it."""
    return openpyxl.load_workbook(io.BytesIO(data))


def test_it_has_the_columns_of_the_csv_and_a_header_that_stays() -> None:
    sheet = opened(written(ALL))["Events"]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == 1 + sum(len(list(rows_of(event, {}))) for event in ALL.events)


def test_every_cell_is_a_text_but_for_coordinates_and_radius() -> None:
    book = opened(written(ALL))
    kinds = {(cell.column <= len(COLUMNS) and COLUMNS[cell.column - 1] in ("lat", "lon", "radius_km"), cell.data_type)
             for row in book["Events"].iter_rows(min_row=2) for cell in row if cell.value is not None}  # fmt: skip
    assert kinds == {(True, "n"), (False, "s")}
    assert all(cell.data_type == "s" for row in book["About this view"].iter_rows() for cell in row if cell.value)


def test_no_cell_would_be_run_wherever_it_is_pasted() -> None:
    for sheet in opened(written(ALL)):
        for row in sheet.iter_rows():
            for cell in row:
                assert not str(cell.value or "").lstrip()[:1] or isinstance(cell.value, float | int) or (
                    str(cell.value).lstrip()[0] not in "=+-@"
                )  # fmt: skip


@pytest.mark.parametrize(
    "words", ["<r><t>x</t></r></si><si><t>y</t></r>", "_x0041_ and _x000D_", "a ]]> b & <c>", "  spaces  ", EVIL]
)
def test_words_reach_another_program_unchanged(words: str) -> None:
    event = HOSTILE.with_(title=words, reports=(), where=())
    (value,) = (cell.value for cell in opened(written(Timeline(events=(event,))))["Events"]["B"][1:])
    shown = visible(words).replace("\ufffe", "\ufffd")
    unescaped = {"_x0041_ and _x000D_": "_x005F_x0041_ and _x005F_x000D_"}  # openpyxl leaves it to its users
    assert value.removeprefix("'") in (shown, unescaped.get(words))
    (back,) = read_events_bytes(written(Timeline(events=(event,))), "a.xlsx").events
    assert back.title == shown


def test_a_text_too_long_for_a_cell_is_cut_and_the_second_sheet_says_so() -> None:
    event = EVENTS[0].with_(summary="𝔞b" * MOST_CHARACTERS)
    book = opened(written(Timeline(events=(event,))))
    (told,) = (row[1].value for row in book["About this view"].iter_rows() if row[0].value == "Cut")
    assert "4 cells" in told, "one in each row of the event"
    cell = book["Events"].cell(2, COLUMNS.index("summary") + 1).value
    assert cell.endswith("…")
    assert MOST_CHARACTERS - 2 <= len(cell.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert cut("a" * MOST_CHARACTERS) == "a" * MOST_CHARACTERS


def test_the_second_sheet_says_what_the_view_is() -> None:
    query = Query(first=date(2017, 8, 1), types=("movement", "strike"), text="=evil", undated=False)
    ledger = Ledger(9, filtered=6, undated=1, shown=2)
    rows = [
        [cell.value for cell in row if cell.value] for row in opened(written(ALL, query, ledger))["About this view"]
    ]
    told = {row[0]: row[1:] for row in rows if row}
    assert told["Filter: First day"] == ["2017-08-01"]
    assert told["Filter: Types"] == ["movement, strike"]
    assert told["Filter: Words"] == ["'=evil"]
    assert told["Filter: undated"] == ["left out"]
    assert (told["Events in all"], told["of these left out by the filter"]) == (["9"], ["6"])
    assert told["Written by"][0].startswith("timeline-app ")
    assert told["Written at"] == ["2026-01-01T00:00:00Z"]
    assert told["First Paper"] == ["https://first.example/a", "d1"]
    assert ["Filter", "none"] in [
        [cell.value for cell in row if cell.value] for row in opened(written(ALL))["About this view"]
    ]


def test_it_is_read_back_with_all_that_a_table_holds() -> None:
    data = b"".join(EXPORTERS["csv"].write(Timeline(SOURCES, EVENTS)))
    from_csv = read_events_bytes(data, "events.csv")
    from_xlsx = read_events_bytes(written(Timeline(SOURCES, EVENTS)), "events.csv")
    assert from_xlsx.events == from_csv.events
    assert {event.id for event in from_xlsx.events} == {event.id for event in EVENTS}
    assert [str(problem) for problem in from_xlsx.problems if problem.row is None] == [
        "events.csv: read is the sheet 'Events', whose headers fit; not read: 'About this view'"
    ]


def test_it_is_written_in_pieces_and_is_the_same_for_the_same_moment() -> None:
    many = Timeline(events=tuple(EVENTS[0].with_(id=str(n)) for n in range(3000)))
    pieces = list(EXPORTERS["xlsx"].write(many, generated=MOMENT))
    assert len(pieces) > 1
    assert b"".join(pieces) == written(many)
    assert zipfile.ZipFile(io.BytesIO(b"".join(pieces))).testzip() is None


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(TimelineError, match="filter it"):
        list(write_workbook([Sheet("a", [("x",)] * 4, ())], "t", MOMENT))
