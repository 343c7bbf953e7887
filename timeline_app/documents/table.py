"""Tables whose rows are reports: one document a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from timeline_app.documents.decode import decode, refuse_blank
from timeline_app.documents.reading import Reading
from timeline_app.documents.stamps import read_day
from timeline_app.errors import InputError, InvalidData
from timeline_app.model import Problem, Publication

_COLUMNS = {
    "text": ("text", "body", "content", "report", "article", "full_text", "fulltext"),
    "published": ("published", "publication_date", "date_published", "pub_date", "pubdate", "published_at", "date"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url"),
    "publisher": ("publisher", "source", "outlet", "site", "newspaper"),
    "language": ("language", "lang"),
    "id": ("id", "report_id", "doc_id"),
}
"""Names a column may have, best first."""

_PLACES = ({"lat", "latitude"}, {"lon", "lng", "long", "longitude"})
_EVENT_COLUMNS = {"type", "event_type", "place", "location", "role", "actors", "quantities", "radius_km"}
_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 20 * 1024 * 1024
_HEADER_BYTES = 65_536


def is_report_table(path: Path | str) -> bool:
    """Whether a csv's header is that of a table of reports: a column of text, and none that make it events.

    Columns of coordinates, or a title and a date beside a type or a place, make a table of events. False for
    what cannot be read.
    """
    path = Path(path)
    try:
        with path.open("rb") as file:
            return looks_like_reports(file.read(_HEADER_BYTES), path.name)
    except OSError:
        return False


def looks_like_reports(data: bytes, name: str) -> bool:
    """`is_report_table` for bytes in hand; the first 64 KB are looked at."""
    if PurePath(name).suffix.lower() not in (".csv", ".tsv"):
        return False
    start = data[:_HEADER_BYTES]
    # A cut may fall inside a character, so whole lines only.
    whole = start[: start.rfind(b"\n") + 1] if len(data) >= _HEADER_BYTES else b""
    try:
        text = decode(whole or start, name).text
        header = next(_rows(text, _delimiter(text)), (1, []))[1]
    except (InputError, csv.Error):
        return False
    names = set(_folded(header))
    if not names & set(_COLUMNS["text"]) or all(names & place for place in _PLACES):
        return False
    dated = {"title", "date"} <= names or "edtf" in names
    return not (dated and names & _EVENT_COLUMNS)


def read_table(data: bytes, name: str) -> tuple[Reading, ...]:
    """A reading for each row of a table of reports.

    A row whose cells do not match the header, or without text, becomes a problem of the first good row's
    document, so that it is counted and shown.

    Raises:
        InvalidData: no column of text, a doubled column, an unclosed quote, or no good row at all.
        UnreadableFile: the bytes are no text.
    """
    decoded = decode(data, name)
    refuse_blank(decoded.text, name)
    try:
        rows = list(_rows(decoded.text, _delimiter(decoded.text)))
    except csv.Error as fault:
        raise InvalidData(name, f"is not a well-formed table ({fault})", "a quote is not closed") from None
    header = _folded(rows[0][1]) if rows else []
    columns = _columns(header, name)
    readings: list[Reading] = []
    problems: list[Problem] = list(decoded.problems)
    for line, cells in rows[1:]:
        if len(cells) != len(header):
            what = f"has {len(cells)} cells where the header has {len(header)}"
            problems.append(Problem(name, line, what, "a delimiter in a cell without quotes around it"))
        elif not cells[columns["text"]].strip():
            problems.append(Problem(name, line, "has no text", "the cell was left empty"))
        else:
            readings.append(_reading(cells, columns, line, decoded.encoding, name))
    if not readings:
        first = f"; {problems[0]}" if problems else ""
        raise InvalidData(name, f"has no row that can be read{first}", "the header and the rows do not match")
    readings[0] = replace(readings[0], problems=(*problems, *readings[0].problems))
    return tuple(readings)


def _reading(cells: Sequence[str], columns: dict[str, int], line: int, encoding: str, name: str) -> Reading:
    values = {field: " ".join(cells[i].split()) for field, i in columns.items() if field != "text"}
    dates: tuple[Publication, ...] = ()
    problems: tuple[Problem, ...] = ()
    words = values.get("published", "")
    if words:
        day = read_day(words)
        if day:
            dates = (Publication(day, "meta", words[:80], reason="the table's column says so"),)
        else:
            what = f"published {words!r:.80} is no day that can be read in one way"
            problems = (Problem(name, line, what, "write YYYY-MM-DD"),)
    url = values.get("url", "")
    return Reading(
        cells[columns["text"]], encoding, values.get("title", ""), values.get("publisher", ""),
        url if url.lower().startswith(("http://", "https://")) else "", values.get("language", "").lower()[:2],
        dates, problems=problems, row=line,
    )  # fmt: skip


def _columns(header: Sequence[str], name: str) -> dict[str, int]:
    doubled = sorted({column for column in header if column and header.count(column) > 1})
    if doubled:
        raise InvalidData(name, f"has the column {doubled[0]!r} twice", "two tables were joined")
    found = {}
    for field, names in _COLUMNS.items():
        column = next((column for column in names if column in header), None)
        if column is not None:
            found[field] = header.index(column)
    if "text" not in found:
        raise InvalidData(
            name, f"has no column of text (its columns are {', '.join(header)[:200]})",
            f"the column is named otherwise; known are {', '.join(_COLUMNS['text'][:4])}",
        )  # fmt: skip
    return found


def _folded(header: Sequence[str]) -> list[str]:
    return [" ".join(column.split()).casefold().replace(" ", "_") for column in header]


def _delimiter(text: str) -> str:
    """The delimiter of the header line, outside quotes; a comma when there is none."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    bare = "".join(first.split('"')[::2])
    return max(_DELIMITERS, key=bare.count)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Line number where each row begins (1 is the header) and its cells; empty lines are passed over."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    for cells in reader:
        if cells:
            yield line, cells
        line = reader.line_num + 1
