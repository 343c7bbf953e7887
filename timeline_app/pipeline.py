"""The rooms in a row: documents in, one timeline out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.documents import is_report_table, read_documents, read_text
from timeline_app.errors import InputError
from timeline_app.events import extract_events
from timeline_app.geo import Gazetteer, corrected, find_places, load_gazetteer, plain_key
from timeline_app.imports import read_events
from timeline_app.merge import merge
from timeline_app.model import (
    DateMention,
    Document,
    Event,
    Judgement,
    PlaceCorrection,
    PlaceMention,
    Problem,
    Source,
    Timeline,
)
from timeline_app.temporal import find_dates

if TYPE_CHECKING:  # parsing a file must not pay for the database
    from timeline_app.store import Changes, Store

Progress = Callable[[int, int, str], None]
"""(done, total, name of the one at hand)."""

__all__ = [
    "Added",
    "Gathered",
    "Progress",
    "add_documents",
    "add_gathered",
    "gather",
    "heed_corrections",
    "holds_documents",
    "merge_timeline",
    "parse",
    "parse_document",
    "parse_documents",
    "read_all",
    "read_mentions",
]


def parse(
    source: Path | str,
    published: date | None = None,
    gazetteer: Gazetteer | None = None,
) -> Timeline:
    """The timeline of one source: a `Path` is a file, a `str` is always text.

    Args:
        source: what to read.
        published: the publication day, which then wins over what the text says.
        gazetteer: where places are looked up; None: the project's own.

    Raises:
        UnreadableFile, InvalidData: the file cannot be taken.
    """
    documents = (
        read_documents(source, published) if isinstance(source, Path) else (read_text(source, published=published),)
    )
    return parse_documents(documents, gazetteer)


def read_all(paths: Iterable[Path], published: date | None = None) -> tuple[list[Document], list[Problem]]:
    """The documents of all files that can be read, and a problem for each that cannot.

    Raises:
        InputError: when not a single file could be read: the first one's fault.
    """
    documents: list[Document] = []
    faults: list[InputError] = []
    for path in paths:
        try:
            documents.extend(read_documents(path, published))
        except InputError as fault:
            faults.append(fault)
    if faults and not documents:
        raise faults[0]
    return documents, [Problem(fault.source, None, fault.what, fault.likely) for fault in faults]


def parse_documents(
    documents: Sequence[Document],
    gazetteer: Gazetteer | None = None,
    judgements: Sequence[Judgement] = (),
    progress: Progress | None = None,
    corrections: Sequence[PlaceCorrection] = (),
) -> Timeline:
    """The merged timeline of documents; the order they come in does not matter for what is merged."""
    places = gazetteer if gazetteer is not None else load_gazetteer()
    events: list[Event] = []
    problems: list[Problem] = []
    for number, document in enumerate(documents):
        if progress is not None:
            progress(number, len(documents), document.name)
        found = parse_document(document, places, corrections)
        events.extend(found)
        problems.extend(document.problems)
        if not found:
            problems.append(Problem(document.name, document.row, "no event was found in it", "no sentence reports one"))
    if progress is not None:
        progress(len(documents), len(documents), "")
    return merge_timeline(tuple(Source.of(document) for document in documents), events, problems, judgements)


def parse_document(
    document: Document, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection] = ()
) -> list[Event]:
    """The events one document tells, before any merging."""
    return extract_events(document, *read_mentions(document, gazetteer, corrections))


def read_mentions(
    document: Document, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection] = ()
) -> tuple[list[DateMention], list[PlaceMention]]:
    """The time expressions and toponyms of a document's whole text, as a person's words on names have them."""
    places = corrected(find_places(document.text, gazetteer), corrections, document.id)
    return find_dates(document.text, document.published), places


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
    documents = [document for document, _ in files]
    parsed = parse_documents(documents, gazetteer, store.judgements(), progress, store.place_corrections())
    coming = {document.id for document in documents}
    kept = [event for event in store.extracted() if not coming & set(event.sources)]
    merged = merge([*kept, *parsed.events], store.judgements())
    return store.add(files, merged.events, parsed.problems, merged.judgements, by=by)


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


@dataclass(frozen=True, slots=True)
class Added:
    """What adding files did: one line a person reads, and the problems met."""

    line: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What files hold, read but not yet kept.

    Attributes:
        documents: each with the bytes it was read from.
        timelines: of event lists and timeline files.
    """

    documents: tuple[tuple[Document, bytes], ...]
    timelines: tuple[Timeline, ...]


def gather(paths: Iterable[Path], gazetteer: Gazetteer, published: date | None = None) -> Gathered:
    """Read documents, event lists and timeline files; nothing is written.

    Raises:
        InputError: a file cannot be taken.
    """
    documents: list[tuple[Document, bytes]] = []
    timelines: list[Timeline] = []
    for path in paths:
        if holds_documents(path):
            documents += [(document, path.read_bytes()) for document in read_documents(path, published)]
        else:
            timelines.append(read_events(path, gazetteer))
    return Gathered(tuple(documents), tuple(timelines))


def add_gathered(
    store: Store, found: Gathered, gazetteer: Gazetteer, by: str = "", progress: Progress | None = None
) -> Added:
    """Keep what was gathered; the same again changes nothing."""
    before = set(store.problems())
    changes = [store.add((), t.events, t.problems, t.judgements, t.sources, by=by) for t in found.timelines]
    if found.documents:
        changes.append(add_documents(store, found.documents, gazetteer, by, progress))
    new, updated, known = (
        sum(getattr(change, name) for change in changes)
        for name in ("events_new", "events_updated", "events_unchanged")
    )
    line = f"{new} events new, {updated} updated, {known} known"
    return Added(line, tuple(problem for problem in store.problems() if problem not in before))


DOCUMENT_SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ""})


def holds_documents(path: Path) -> bool:
    """Whether a file holds texts to be read, rather than events made by hand or by us."""
    return path.suffix.lower() in DOCUMENT_SUFFIXES or is_report_table(path)


def merge_timeline(
    sources: Iterable[Source],
    events: Iterable[Event],
    problems: Iterable[Problem],
    judgements: Sequence[Judgement] = (),
) -> Timeline:
    """One timeline of events from several sources."""
    merged = merge(events, judgements)
    return Timeline(tuple(dict.fromkeys(sources)), merged.events, tuple(problems), merged.judgements)
