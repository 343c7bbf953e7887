"""Event lists as csv: every cell is text, nothing is guessed from the look of a value."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import PurePath

from timeline_app.errors import InvalidData
from timeline_app.imports.columns import Mapping, choose_headers, field_of
from timeline_app.imports.lists import LOOKED_AT
from timeline_app.imports.rows import Importer, Row
from timeline_app.model import Timeline, unguard_cell

DELIMITERS = (",", ";", "\t")


Record = tuple[int, list[str]]
"""A row of a table: its number, counted from 1, and its cells."""


def read_csv(text: str, importer: Importer) -> Timeline:
    """The events of a table, one row a place of an event; the first line names the columns.

    Raises:
        InvalidData: no title column, a doubled one, an unclosed quote, or no row fits the header.
    """
    text, delimiter = _delimiter(text, importer.said)
    importer.decimal_comma = delimiter == ";"
    (_, header), *body = _records(text, delimiter, importer.name)
    return events_of(header, body, importer, "first line")


def events_of(header: list[str], body: list[Record], importer: Importer, header_is: str) -> Timeline:
    """The events of the rows under a header.

    Args:
        header: names of the columns, see `columns.SYNONYMS`.
        body: the rows under it that are not blank, cells as written.
        importer: knows what a person said of the columns, and gathers the faults.
        header_is: where the header stands ("first line"), for messages.

    Raises:
        InvalidData: no title column, a doubled one, or no row fits the header.
    """
    header = _without_blank_tail(header)
    columns = importer.fields(header, lambda name: _column(body, header.index(name)))
    if "title" not in columns:
        raise _no_title(header, importer.name, header_is)
    at = {name: header.index(name) for name in header}
    rows = []
    for number, record in _fitting(body, header, importer):
        cells = {field: unguard_cell(record[at[column]]) for field, column in columns.items()}
        further = importer.with_further(cells, columns, lambda _, name, row=record: unguard_cell(row[at[name]]))  # type: ignore[misc]
        rows.append(Row(number, further))
    _note_commas(rows, importer)
    if not body:
        importer.note(None, "has a header but no rows", "the events were not exported along")
    return importer.timeline(rows)


def _column(body: list[Record], at: int) -> Iterator[str]:
    """Some values of a column, for a person to look at."""
    return (unguard_cell(record[at]) for _, record in body[:LOOKED_AT] if at < len(record))


def _delimiter(text: str, said: Mapping) -> tuple[str, str]:
    """The text without Excel's "sep=;" line, and the mark that parts the most known columns of its header."""
    first, _, rest = text.partition("\n")
    if first.strip().lower() in [f"sep={mark}".strip() for mark in DELIMITERS]:
        return rest, first.strip("\r")[4:5] or "\t"
    return text, max(DELIMITERS, key=lambda mark: _known_columns(first, mark, said))


def _known_columns(line: str, delimiter: str, said: Mapping) -> tuple[int, int]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return 0, 0
    return len(choose_headers(cells, said)), len(cells)


def _records(text: str, delimiter: str, name: str) -> list[Record]:
    """The rows that are not blank, each with its number, counted from 1."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as fault:
        line = reader.line_num
        if "unexpected end of data" in str(fault):
            row = len(records) + 1
            raise InvalidData(name, f"row {row} opens a quote that never closes", 'a " too many') from None
        raise InvalidData(name, f"line {line} is no csv: {fault}", 'a " inside a cell is not doubled') from None
    filled = [(number, record) for number, record in enumerate(records, 1) if any(map(str.strip, record))]
    if not filled:
        raise InvalidData(name, "holds no cells", "nothing was exported")
    return filled


def _without_blank_tail(header: list[str]) -> list[str]:
    """Spreadsheets write marks for columns that were emptied."""
    while not header[-1].strip():
        header = header[:-1]
    return header


_TABLES = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ""})
"""How files that hold a table are called, as a rule."""


def _no_title(header: list[str], name: str, header_is: str) -> InvalidData:
    shown = ", ".join(repr(cell[:30]) for cell in header[:6])
    likely = "the header line is missing" if not any(map(field_of, header)) else "the column has another name"
    if not any(map(field_of, header)) and PurePath(name).suffix.lower() not in _TABLES:
        likely = "the file is no table of events"
    return InvalidData(name, f"no column 'title' (the {header_is} is {shown})", likely)


def _fitting(body: list[Record], header: list[str], importer: Importer) -> list[Record]:
    """The rows with a cell for every column; blank cells beyond the header are no cells."""
    width = len(header)
    fitting = []
    for number, record in body:
        if len(record) >= width and not any(cell.strip() for cell in record[width:]):
            fitting.append((number, record))
            continue
        likely = "a cell with a comma has no quotes" if len(record) > width else "the row was cut off"
        importer.leave_out(number, f"{len(record)} cells under {width} columns; the row is left out", likely)
    if body and not fitting:
        number, record = body[0]
        raise InvalidData(
            importer.name,
            f"no row fits the header: row {number} has {len(record)} cells, the header {width}",
            "a column name is missing from the first line, or the cells are parted by another mark",
        )
    return fitting


def _note_commas(rows: list[Row], importer: Importer) -> None:
    if importer.decimal_comma and any("," in row.get(name) for row in rows for name in ("lat", "lon", "radius_km")):
        importer.note(None, "decimal commas in coordinates are read as points", "a file of a European spreadsheet")
