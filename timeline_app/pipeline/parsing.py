"""Texts in, events out: nothing is kept here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from timeline_app.documents import read_documents, read_text
from timeline_app.errors import InputError
from timeline_app.geo import Gazetteer, load_gazetteer
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
from timeline_app.pipeline.parallel import mentions, read, read_in_turn

Progress = Callable[[int, int, str], None]
"""(done, total, name of the one at hand)."""


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
    workers: int = 1,
) -> Timeline:
    """The merged timeline of documents; the order they come in does not matter for what is merged.

    `workers`: processes that read at once, when there is enough to read.
    """
    events, problems = parse_each(documents, gazetteer, progress, corrections, workers)
    return merge_timeline(tuple(Source.of(document) for document in documents), events, problems, judgements)


def parse_each(
    documents: Sequence[Document],
    gazetteer: Gazetteer | None = None,
    progress: Progress | None = None,
    corrections: Sequence[PlaceCorrection] = (),
    workers: int = 1,
) -> tuple[list[Event], list[Problem]]:
    """The events of every document before any merging, and what could not be read."""
    places = gazetteer if gazetteer is not None else load_gazetteer()
    events: list[Event] = []
    problems: list[Problem] = []
    if progress is not None:
        progress(0, len(documents), documents[0].name if documents else "")
    found_in_each = read_in_turn(documents, places, corrections, workers)
    for number, (document, found) in enumerate(zip(documents, found_in_each, strict=True), 1):
        events.extend(found)
        problems.extend(document.problems)
        if not found:
            problems.append(Problem(document.name, document.row, "no event was found in it", "no sentence reports one"))
        if progress is not None:
            progress(number, len(documents), documents[number].name if number < len(documents) else "")
    return events, problems


def parse_document(
    document: Document, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection] = ()
) -> list[Event]:
    """The events one document tells, before any merging."""
    return read(document, gazetteer, corrections)


def read_mentions(
    document: Document, gazetteer: Gazetteer, corrections: Sequence[PlaceCorrection] = ()
) -> tuple[list[DateMention], list[PlaceMention]]:
    """The time expressions and toponyms of a document's whole text, as a person's words on names have them."""
    return mentions(document, gazetteer, corrections)


def merge_timeline(
    sources: Iterable[Source],
    events: Iterable[Event],
    problems: Iterable[Problem],
    judgements: Sequence[Judgement] = (),
) -> Timeline:
    """One timeline of events from several sources."""
    merged = merge(events, judgements)
    return Timeline(tuple(dict.fromkeys(sources)), merged.events, tuple(problems), merged.judgements)
