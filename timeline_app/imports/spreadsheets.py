"""Event lists as spreadsheets: the sheet and the row whose headers fit, then the ways of every table."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from itertools import islice

from timeline_app.errors import InvalidData
from timeline_app.imports.columns import choose_headers
from timeline_app.imports.rows import Importer
from timeline_app.imports.tables import Record, events_of
from timeline_app.imports.workbooks import SheetInfo, Told, Workbook, column_letters
from timeline_app.model import Timeline
from timeline_app.views import visible

_TOP = 20
"""Rows among which the header is looked for: titles and remarks may stand above it."""

Rows = list[tuple[int, dict[int, str]]]


def read_xlsx(archive: zipfile.ZipFile, importer: Importer) -> Timeline:
    """The events of a workbook: of the one sheet whose headers are best known, which is said.

    Cells are read as texts; a date of the spreadsheet as its day, or as the month or year that its format shows;
    a formula by the result that was kept in the file. Errors and formulas without a result count as empty.

    Raises:
        InvalidData: no sheet has a row of headers with a title, or what `tables.events_of` refuses.
    """
    book = Workbook(archive, importer.name)
    was_asked_for = bool(importer.sheet)
    sheet, number = _chosen(book, importer)
    importer.part = f"sheet {visible(sheet.name)!r:.60}"
    told = Told()
    rows = list(book.rows(sheet, told))
    header_cells = next(cells for at, cells in rows if at == number)
    width = max(header_cells) + 1
    header = [header_cells.get(column, "") for column in range(width)]
    below = [(at, cells) for at, cells in rows if at > number]
    if not was_asked_for:
        _note_choice(book, sheet, importer)
    _note_above(book, number, rows, importer)
    _note_cells(told, number, header, below, importer)
    importer.decimal_comma = True  # a text "48,85" among real numbers was typed where a comma parts fractions
    body: list[Record] = [(at, [cells.get(column, "") for column in range(width)]) for at, cells in below]
    body = [(at, cells) for at, cells in body if any(cells)]
    return events_of(header, body, importer, f"row {number} of {importer.part}")


def _chosen(book: Workbook, importer: Importer) -> tuple[SheetInfo, int]:
    """The sheet to be read, and the row its headers stand in.

    It is the one asked for, else the one whose headers fit best; sheets without a row below their header, and
    hidden ones, count when no other fits.
    """
    importer.sheets = tuple(sheet.name for sheet in book.sheets)
    scored = [
        ((len(top) > 1, "title" in known, len(known), not sheet.is_hidden), sheet, number)
        for sheet in _asked_for(book, importer)
        if (top := list(islice(book.rows(sheet, Told()), _TOP)))
        for known, number in (_header_row(top, importer),)
    ]
    if not scored:
        raise InvalidData(importer.name, "holds no cells", "nothing was exported, or it holds charts only")
    _, sheet, number = max(scored, key=lambda one: one[0])
    importer.sheet = sheet.name
    return sheet, number


def _asked_for(book: Workbook, importer: Importer) -> Sequence[SheetInfo]:
    if not importer.sheet:
        return book.sheets
    asked = [sheet for sheet in book.sheets if sheet.name.strip().casefold() == importer.sheet.strip().casefold()]
    if not asked:
        listed = ", ".join(repr(visible(sheet.name)[:40]) for sheet in book.sheets[:8])
        raise InvalidData(importer.name, f"has no sheet {visible(importer.sheet)!r:.60}", f"its sheets are {listed}")
    return asked


def _header_row(top: Rows, importer: Importer) -> tuple[dict[str, str], int]:
    """The fields known by the best row, and its number; where none is known, the first row of several cells."""
    scored = [(choose_headers(cells.values(), importer.said), at, len(cells)) for at, cells in top]
    known, number, _ = max(scored, key=lambda one: ("title" in one[0], len(one[0])))
    if not known:
        number = next((at for _, at, count in scored if count > 1), number)
    return known, number


def _note_choice(book: Workbook, sheet: SheetInfo, importer: Importer) -> None:
    others = [other.name for other in book.sheets if other is not sheet]
    if others:
        listed = ", ".join(repr(visible(name)[:40]) for name in others[:8]) + (" ..." if len(others) > 8 else "")
        hidden = ", which is hidden" if sheet.is_hidden else ""
        importer.note(None, f"read is the {importer.part}{hidden}, whose headers fit; not read: {listed}")


def _note_above(book: Workbook, number: int, rows: Rows, importer: Importer) -> None:
    above = [at for at, _ in rows if at < number]
    if above:
        importer.note(None, f"{importer.part}: the headers stand in row {number}; what is above is not read")
    if book.has_macros:
        importer.note(None, "its macros are not read")


def _note_cells(told: Told, number: int, header: list[str], below: Rows, importer: Importer) -> None:
    for row, what in told.faults:
        if row > number:
            importer.note(row, what)
    for count, what in (
        (told.formulas, "formulas read by the results kept in the file"),
        (told.months, "dates shown as a month or a year only, and read so"),
        (told.hidden, "rows hidden in the spreadsheet, read like the others"),
        (told.merged, "merged areas, of which only the first cell has the text"),
    ):
        if count:
            importer.note(None, f"{importer.part}: {what}: {count}")
    nameless = sorted({column for _, cells in below for column in cells if not (header[column:] or [""])[0].strip()})
    if nameless:
        listed = ", ".join(map(column_letters, nameless[:8])) + (" ..." if len(nameless) > 8 else "")
        importer.note(
            None, f"{importer.part}: columns without a name are not read: {listed}", "the header was left empty"
        )
