"""Documents read by several processes at once: each opens the gazetteer itself, which takes milliseconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline_app.documents import dated_text
from timeline_app.events import extract_events
from timeline_app.geo import Gazetteer, corrected, find_places, load_gazetteer, places_said
from timeline_app.model import DateMention, Document, Event, PlaceCorrection, PlaceMention
from timeline_app.temporal import PUBLICATION, find_dates

WORTH_IT = 500_000
"""Characters from which several processes pay: starting one costs about a third of a second, the time in which
one reads some 80,000."""

_CHUNK = 4  # documents handed to a process at once


def read_in_turn(
    documents: Sequence[Document], gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection], workers: int
) -> Iterator[list[Event]]:
    """The events of each document, in the order of the documents.

    Args:
        documents: what to read.
        gazetteer: with the layers of files only if `workers` is to be more than one.
        corrections: what persons said of names.
        workers: processes at most; few characters, or a gazetteer made by hand, are read in this one.
    """
    size = sum(len(document.text) for document in documents)
    workers = min(workers, len(documents), 1 + size // WORTH_IT)
    if workers < 2 or gazetteer.files is None:
        places = heeding(gazetteer, corrections)
        yield from (read(document, places, corrections) for document in documents)
        return
    from multiprocessing import get_context  # noqa: PLC0415 - only many documents need it

    # "spawn" everywhere: a forked process would share open files and locks of the one it came from.
    with get_context("spawn").Pool(workers, _begin, (gazetteer.files, tuple(corrections))) as pool:
        yield from pool.imap(_read, documents, _CHUNK)


def read(document: Document, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection]) -> list[Event]:
    """The events one document tells, before any merging."""
    return extract_events(document, *mentions(document, gazetteer, corrections))


def mentions(
    document: Document, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection]
) -> tuple[list[DateMention], list[PlaceMention]]:
    """The time expressions and toponyms of a document's whole text, as a person's words on names have them."""
    places = corrected(find_places(document.text, gazetteer), corrections, document.id)
    named = "the dateline" if document.is_dispatch else PUBLICATION
    return find_dates(dated_text(document), document.written, document.language, named), places


def heeding(gazetteer: Gazetteer, said: Sequence[PlaceCorrection]) -> Gazetteer:
    """The gazetteer with the places and spellings persons gave, so that they are found in texts."""
    places = places_said(said)
    return gazetteer.with_places("corrections", places) if places else gazetteer


_here: dict[str, tuple[Gazetteer, Sequence[PlaceCorrection]]] = {}
"""What a process of the pool reads with."""


def _begin(files: Sequence[Path], corrections: Sequence[PlaceCorrection]) -> None:
    _here["tools"] = heeding(load_gazetteer(*files), corrections), corrections


def _read(document: Document) -> list[Event]:
    return read(document, *_here["tools"])
