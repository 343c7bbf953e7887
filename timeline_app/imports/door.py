"""Files with events in them: what a file holds is told by its contents, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from timeline_app.documents.archive import LOCKED, open_archive
from timeline_app.documents.decode import decode, refuse_blank
from timeline_app.errors import InputError, InvalidData, UnreadableFile
from timeline_app.imports.columns import Column, Mapping
from timeline_app.imports.geojson import TYPES, read_geojson
from timeline_app.imports.kml import kml_of_archive, read_kml
from timeline_app.imports.lists import read_list, shape
from timeline_app.imports.rows import Importer, Lookup
from timeline_app.imports.spreadsheets import read_xlsx
from timeline_app.imports.strict_json import load_json
from timeline_app.imports.tables import read_csv
from timeline_app.imports.timeline_files import read_timeline
from timeline_app.imports.timelinejs import is_timelinejs, read_timelinejs
from timeline_app.imports.workbooks import MAIN as WORKBOOK
from timeline_app.model import Problem, Timeline

MAX_BYTES = 20_000_000
"""As for documents: more is no list that a person made."""

Read = Callable[[Any, Importer], Timeline]
"""Takes what the file holds (text, bytes, an open archive or a JSON value) and who gathers its faults."""

IMPORTERS: dict[str, Read] = {
    "timeline": lambda value, importer: read_timeline(value, importer.name),
    "geojson": read_geojson,
    "timelinejs": read_timelinejs,
    "json": read_list,
    "csv": read_csv,
    "xlsx": read_xlsx,
    "kml": read_kml,
}
"""Every kind of event file by name."""

MAPPED = ("geojson", "json", "csv", "xlsx")
"""The kinds whose columns bear names of their author's; the others have names that are fixed."""

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".json", ".geojson", ".kml", ".kmz")
"""How such files are called, as a rule; what they hold decides."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file would give, before anybody keeps it.

    Attributes:
        kind: one of `IMPORTERS`, "" when it could not be told.
        columns: what its columns were taken for; () where they have fixed names.
        timeline: its events and everything found wrong.
        rows: how many rows, items, features or slides there are.
        left_out: those of the problems whose row gave nothing.
        fault: why nothing at all can be taken, "" when something can.
        sheets: names of the sheets of a spreadsheet.
        sheet: the one that was read.
    """

    kind: str
    columns: tuple[Column, ...]
    timeline: Timeline
    rows: int = 0
    left_out: tuple[Problem, ...] = ()
    fault: str = ""
    sheets: tuple[str, ...] = ()
    sheet: str = ""


def read_events(path: Path, gazetteer: Lookup | None = None, name: str | None = None) -> Timeline:
    """The events a file holds: a timeline file, a list (csv, xlsx, JSON), GeoJSON, KML or TimelineJS.

    Args:
        path: the file.
        gazetteer: anything with `lookup(name)`, where places without coordinates are found; None: they
            stay unresolved.
        name: what messages call the file; None: its own name.

    Raises:
        UnreadableFile: missing, a folder, empty, over 20 MB, or no text.
        InvalidData: text without the promised shape; nothing of the file is loaded.
    """
    name = path.name if name is None else name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFile(name, "is a folder", "name the files in it")
        _refuse_size(size, name)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(name, "is not there", "the name is mistyped") from None
    except OSError as fault:
        raise UnreadableFile(name, f"cannot be read: {fault.strerror or fault}") from None
    except ValueError as fault:
        if isinstance(fault, UnreadableFile):
            raise
        raise UnreadableFile(name, f"is no file name: {fault}") from None
    return read_events_bytes(data, name, gazetteer)


def read_events_bytes(
    data: bytes, name: str, gazetteer: Lookup | None = None, said: Mapping | None = None, sheet: str = ""
) -> Timeline:
    """The events that bytes hold, see `read_events`; an encoding that was guessed is named in a problem.

    Args:
        data: the bytes.
        name: the file's name, for messages.
        gazetteer: where places without coordinates are found.
        said: what a person said that its columns are, see `columns.map_headers`; for kinds of `MAPPED` only.
        sheet: the sheet of a spreadsheet to be read; "" for the one whose headers fit best.
    """
    return _read(data, Importer(name, gazetteer, said or {}, sheet))[1]


def examine_bytes(
    data: bytes, name: str, gazetteer: Lookup | None = None, said: Mapping | None = None, sheet: str = ""
) -> Examined:
    """The same for somebody who still decides what the columns are: faults are told, not raised."""
    importer = Importer(name, gazetteer, said or {}, sheet)
    try:
        kind, timeline = _read(data, importer)
    except InputError as fault:
        kind, timeline, words = "", Timeline(), str(fault)
    else:
        words = ""
    return Examined(
        kind, importer.columns, timeline, importer.rows or len(timeline.events), tuple(importer.left_out), words,
        importer.sheets, importer.sheet,
    )  # fmt: skip


def _read(data: bytes, importer: Importer) -> tuple[str, Timeline]:
    """The kind of the file, and what it holds."""
    name = importer.name
    _refuse_size(len(data), name)
    if data.startswith(LOCKED):
        raise UnreadableFile(name, "is locked or an old .xls", "save it as .xlsx without a password")
    if data.startswith(_ZIPPED):
        return _take(*_of_archive(data, name), importer)
    decoded = decode(data, name)
    refuse_blank(decoded.text, name)
    if _looks_like_xml(decoded.text):
        return _take("kml", data.strip(), importer)
    kind, timeline = _take(*_of_text(decoded.text, name), importer)
    return kind, replace(timeline, problems=(*decoded.problems, *timeline.problems))


def _take(kind: str, value: Any, importer: Importer) -> tuple[str, Timeline]:
    if kind not in MAPPED:
        importer.said = {}
    return kind, IMPORTERS[kind](value, importer)


_ZIPPED = b"PK\x03\x04"

_OTHER_ARCHIVES = (
    ("xl/workbook.bin", "is a binary Excel workbook", "save it as .xlsx"),
    ("word/document.xml", "is a Word document, no list of events", "it belongs among the documents"),
    ("content.xml", "is an OpenDocument file", "save it as .xlsx or .csv"),
)
"""Members that tell other kinds of archives, and what to say of them."""


def _of_archive(data: bytes, name: str) -> tuple[str, Any]:
    """What lies in a zip archive: a workbook, or a KML file with its pictures.

    Raises:
        UnreadableFile: anything else, or made to do harm.
    """
    archive = open_archive(data, name, "a spreadsheet or a KMZ archive")
    members = set(archive.namelist())
    if WORKBOOK in members:
        return "xlsx", archive
    for member, what, likely in _OTHER_ARCHIVES:
        if member in members:
            raise UnreadableFile(name, what, likely)
    return "kml", kml_of_archive(archive, name)


def _looks_like_xml(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def _refuse_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise UnreadableFile(
            name, f"is {size / 1e6:,.1f} MB, more than {MAX_BYTES / 1e6:.0f} MB", "split it into several files"
        )


def _of_text(text: str, name: str) -> tuple[str, Any]:
    """The kind of a text that is no XML, and what it holds."""
    if not _looks_like_json(text, name):
        return "csv", text
    value = load_json(text, name)
    kind = kind_of(value, name)
    return kind, value["events"] if kind == "json" and isinstance(value, dict) else value


def _looks_like_json(text: str, name: str) -> bool:
    """By its first character; by its name only where a scalar could be either."""
    return text.lstrip()[:1] in ("{", "[") or name.lower().endswith((".json", ".geojson"))


def kind_of(value: object, name: str) -> str:
    """Which of `IMPORTERS` a JSON value is for.

    Raises:
        InvalidData: for none, saying what it is.
    """
    if isinstance(value, list):
        return "json"
    if not isinstance(value, dict):
        raise InvalidData(name, f"holds {shape(value)} instead of a list of events", "the wrong file was chosen")
    if isinstance(value.get("format"), str):
        return "timeline"
    if value.get("type") in TYPES:
        return "geojson"
    if is_timelinejs(value):
        return "timelinejs"
    if isinstance(value.get("events"), list):
        return "json"
    raise InvalidData(
        name,
        "is JSON of no known kind: no 'format', no GeoJSON 'type', no list of 'events'",
        "the wrong file was chosen",
    )
