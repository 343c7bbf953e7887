"""Into a store: what files hold is read whole, merged with what is kept, and added in one step or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.documents import file_bytes, holds_documents, read_bytes, sidecar_of
from timeline_app.errors import StoreChanged
from timeline_app.geo import Gazetteer, load_gazetteer, plain_key
from timeline_app.imports import read_events_bytes
from timeline_app.merge import apart, merge
from timeline_app.model import Document, Event, Problem, Timeline
from timeline_app.pipeline.known import as_known, told_apart
from timeline_app.pipeline.parsing import Progress, parse_each

if TYPE_CHECKING:  # parsing a file must not pay for the database
    from timeline_app.store import Changes, Store

_TRIES = 5
"""How often adding begins anew because somebody else changed the store meanwhile."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding files did: one line a person reads, the problems met, and the counts."""

    line: str
    problems: tuple[Problem, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Gathered:
    """What files hold, read but not yet kept.

    Attributes:
        documents: each with the bytes it was read from.
        lists: event lists and timeline files by the name of the file.
    """

    documents: tuple[tuple[Document, bytes], ...] = ()
    lists: tuple[tuple[str, Timeline], ...] = field(default=())


def gather(
    paths: Iterable[Path],
    gazetteer: Gazetteer,
    published: date | None = None,
    said: Mapping[str, str] | None = None,
    sheet: str = "",
) -> Gathered:
    """Read documents, event lists and timeline files, each once; nothing is written.

    Args:
        paths: the files.
        gazetteer: where places are looked up.
        published: the publication day of every document.
        said: what a person said that the columns of event lists are, see `imports.read_events_bytes`.
        sheet: the sheet of spreadsheets to be read.

    Raises:
        InputError: a file cannot be taken.
    """
    documents: list[tuple[Document, bytes]] = []
    lists: list[tuple[str, Timeline]] = []
    for path in paths:
        data = file_bytes(path)
        found = gather_bytes(data, path.name, gazetteer, published, sidecar_of(path), said, sheet)
        documents += found.documents
        lists += found.lists
    return Gathered(tuple(documents), tuple(lists))


def gather_bytes(
    data: bytes,
    name: str,
    gazetteer: Gazetteer,
    published: date | None = None,
    meta: Mapping[str, object] | None = None,
    said: Mapping[str, str] | None = None,
    sheet: str = "",
) -> Gathered:
    """What the bytes of one file hold; see `documents.read_bytes` and `gather` for the arguments.

    Raises:
        InputError: the file cannot be taken.
    """
    if holds_documents(data, name):
        return Gathered(tuple((document, data) for document in read_bytes(data, name, published, meta)))
    return Gathered(lists=((name, read_events_bytes(data, name, gazetteer, said, sheet)),))


def add_documents(
    store: Store,
    files: Sequence[tuple[Document, bytes]],
    gazetteer: Gazetteer | None = None,
    by: str = "",
    progress: Progress | None = None,
) -> Changes:
    """Parse documents into a store, merged with what it holds; the same again changes nothing.

    Args:
        store: what remembers them.
        files: each document with the bytes it was read from.
        gazetteer: where places are looked up; None: the project's own.
        by: who adds them, for the history.
        progress: told what is at hand.
    """
    places = gazetteer if gazetteer is not None else load_gazetteer()
    return _add(store, Gathered(tuple(files)), places, by, progress)


def add_gathered(
    store: Store,
    found: Gathered,
    gazetteer: Gazetteer,
    by: str = "",
    progress: Progress | None = None,
    workers: int = 1,
) -> Added:
    """Keep what was gathered, all or nothing; the same again changes nothing. `workers`: see `parse_documents`."""
    before = set(store.problems())
    changes = _add(store, found, gazetteer, by, progress, workers)
    line = f"{changes.events_new} events new, {changes.events_updated} updated, {changes.events_unchanged} known"
    return Added(line, tuple(problem for problem in store.problems() if problem not in before), changes)


def _add(
    store: Store, found: Gathered, gazetteer: Gazetteer, by: str, progress: Progress | None, workers: int = 1
) -> Changes:
    """Read what the store holds, merge, and add if nobody has changed the store since; else begin anew."""
    for attempt in range(_TRIES):
        version = store.data_version()
        try:
            return _add_to(store, version, found, gazetteer, by, progress, workers)
        except StoreChanged:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _add_to(
    store: Store,
    version: int,
    found: Gathered,
    gazetteer: Gazetteer,
    by: str,
    progress: Progress | None,
    workers: int,
) -> Changes:
    files = as_known(found.documents, store.documents())
    kept = store.extracted()
    lists = [told_apart(timeline, name, kept, store.events()) for name, timeline in found.lists]
    listed = [event for timeline in lists for event in timeline.events]
    problems = [problem for timeline in lists for problem in timeline.problems]
    judgements = [judgement for timeline in lists for judgement in timeline.judgements]
    if files:
        said = store.place_corrections()
        documents = [document for document, _ in files]
        parsed, faults = parse_each(documents, gazetteer, progress, said, workers)
        merged = merge(
            [*_untouched(kept, files, listed), *listed, *parsed], [*store.judgements(), *judgements], store.events()
        )
        listed, judgements = list(merged.events), [*judgements, *merged.judgements]
        problems += faults
    return store.add(
        files,
        listed,
        problems,
        judgements,
        [source for timeline in lists for source in timeline.sources],
        by=by,
        read=[*(name for name, _ in found.lists), *(document.name for document, _ in files)],
        base_version=version,
    )


def _untouched(kept: Sequence[Event], files: Sequence[tuple[Document, bytes]], listed: Sequence[Event]) -> list[Event]:
    """What the kept events have of documents and lists that do not come again."""
    documents = {document.id for document, _ in files}
    ids = {event.id for event in listed}
    return [
        one
        for event in kept
        if event.id not in ids
        for one in apart(event)
        if one.id not in ids and not documents & set(one.sources)
    ]


def heed_corrections(
    store: Store, names: Iterable[str], gazetteer: Gazetteer, by: str = "", progress: Progress | None = None
) -> Changes:
    """Read again the kept documents in which one of the names stands, as the words on them now have it.

    What a person edited or accepted stays as it is.
    """
    wanted = [_spaced(name) for name in names]
    touched = [document for document in store.documents() if any(name in _spaced(document.text) for name in wanted)]
    files = [(document, store.original(document.id)) for document in touched]
    return add_documents(store, files, gazetteer, by, progress)


def _spaced(text: str) -> str:
    """The words of a text between spaces, so that a name is found whole, however it is written."""
    return f" {plain_key(text)} "
