"""Files with events in them: what a file holds is told by its contents, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline_app.documents.decode import decode, refuse_blank
from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.imports.geojson import TYPES, read_geojson
from timeline_app.imports.lists import read_list, shape
from timeline_app.imports.rows import Lookup
from timeline_app.imports.strict_json import load_json
from timeline_app.imports.tables import read_csv
from timeline_app.imports.timeline_files import read_timeline
from timeline_app.model import Timeline

MAX_BYTES = 20_000_000
"""As for documents: more is no list that a person made."""

Read = Callable[[Any, str, Lookup | None], Timeline]
"""Takes what the file holds (text for csv, the JSON value for the others), its name and a gazetteer."""

IMPORTERS: dict[str, Read] = {
    "timeline": lambda value, name, _: read_timeline(value, name),
    "geojson": read_geojson,
    "json": read_list,
    "csv": read_csv,
}
"""Every kind of event file by name; `kind_of` tells which one a JSON value is."""


def read_events(path: Path, gazetteer: Lookup | None = None, name: str | None = None) -> Timeline:
    """The events a file holds: a timeline file, a JSON list of events, GeoJSON, or a csv table.

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


def read_events_bytes(data: bytes, name: str, gazetteer: Lookup | None = None) -> Timeline:
    """The events that bytes hold, see `read_events`; an encoding that was guessed is named in a problem."""
    _refuse_size(len(data), name)
    decoded = decode(data, name)
    refuse_blank(decoded.text, name)
    timeline = _read_text(decoded.text, name, gazetteer)
    return Timeline(timeline.sources, timeline.events, (*decoded.problems, *timeline.problems), timeline.judgements)


def _refuse_size(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise UnreadableFile(
            name, f"is {size / 1e6:,.1f} MB, more than {MAX_BYTES / 1e6:.0f} MB", "split it into several files"
        )


def _read_text(text: str, name: str, gazetteer: Lookup | None) -> Timeline:
    if not _looks_like_json(text, name):
        return IMPORTERS["csv"](text, name, gazetteer)
    value = load_json(text, name)
    kind = kind_of(value, name)
    if kind == "json" and isinstance(value, dict):
        value = value["events"]
    return IMPORTERS[kind](value, name, gazetteer)


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
    if isinstance(value.get("events"), list):
        return "json"
    raise InvalidData(
        name,
        "is JSON of no known kind: no 'format', no GeoJSON 'type', no list of 'events'",
        "the wrong file was chosen",
    )
