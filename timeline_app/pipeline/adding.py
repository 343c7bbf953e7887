"""Into a store: what files hold is read whole, merged with what is kept, and added in one step or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from timeline_app.documents import file_bytes, holds_documents, read_bytes, sidecar_of
from timeline_app.errors import InputError, StoreChanged
from timeline_app.geo import Gazetteer, load_gazetteer, plain_key
from timeline_app.imports import read_events_bytes
from timeline_app.merge import apart, merge
from timeline_app.model import (
    Description,
    Document,
    Event,
    Judgement,
    PlaceCorrection,
    Problem,
    Source,
    Timeline,
    event_from_wire,
)
from timeline_app.pipeline.exported_rows import came_back
from timeline_app.pipeline.known import as_known, told_apart
from timeline_app.pipeline.parsing import Progress, parse_each
from timeline_app.store import NOTHING_SAID, Changes, Sayings, Store

FROM_LIST = "from the list "
"""How the reason begins for which the history says that events of hand-made lists were added; the files follow."""

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
        faults: a problem for each file that cannot be taken.
    """

    documents: tuple[tuple[Document, bytes], ...] = ()
    lists: tuple[tuple[str, Timeline], ...] = field(default=())
    faults: tuple[Problem, ...] = ()


def gather(
    paths: Iterable[Path],
    gazetteer: Gazetteer,
    published: date | None = None,
    said: Mapping[str, str] | None = None,
    sheet: str = "",
) -> Gathered:
    """Read documents, event lists and timeline files, each once; nothing is written.

    One file among many that cannot be taken does not keep the others away.

    Args:
        paths: the files.
        gazetteer: where places are looked up.
        published: the publication day of every document.
        said: what a person said that the columns of event lists are, see `imports.read_events_bytes`.
        sheet: the sheet of spreadsheets to be read.

    Raises:
        InputError: not a single file can be taken: the first one's fault.
    """
    documents: list[tuple[Document, bytes]] = []
    lists: list[tuple[str, Timeline]] = []
    faults: list[InputError] = []
    for path in paths:
        try:
            data = file_bytes(path)
            found = gather_bytes(data, path.name, gazetteer, published, sidecar_of(path), said, sheet)
        except InputError as fault:
            faults.append(fault)
            continue
        documents += found.documents
        lists += found.lists
    if faults and not documents and not lists:
        raise faults[0]
    problems = tuple(Problem(fault.source, None, fault.what, fault.likely) for fault in faults)
    return Gathered(tuple(documents), tuple(lists), problems)


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
    noun = "event" if changes.events_new == 1 else "events"
    line = f"{changes.events_new} {noun} new, {changes.events_updated} updated, {changes.events_unchanged} known"
    return Added(line, tuple(problem for problem in store.problems() if problem not in before), changes)


def _add(
    store: Store,
    found: Gathered,
    gazetteer: Gazetteer,
    by: str,
    progress: Progress | None,
    workers: int = 1,
    saying: Sayings = NOTHING_SAID,
    why: str = "",
) -> Changes:
    """Read what the store holds, merge, and add if nobody has changed the store since; else begin anew."""
    for attempt in range(_TRIES):
        version = store.data_version()
        try:
            ready = made_ready(store, version, found, gazetteer, progress, workers, saying)
            return keep_ready(store, ready, by, why or _list_named(found))
        except StoreChanged:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _list_named(found: Gathered) -> str:
    """The reason when lists alone come; beside documents it would be told of what those say, too."""
    names = ", ".join(name for name, _ in found.lists)
    return f"{FROM_LIST}{names}" if names and not found.documents else ""


@dataclass(frozen=True, slots=True)
class Ready:
    """What was gathered, read and merged with what a store holds, not yet kept.

    Attributes:
        version: the data version it was merged with.
        files: the documents as read, with their bytes.
        events: all events that are to stand.
        parsed: what was read from the documents, before merging.
        problems, judgements, sources: what else comes.
        read: names of the files that were read.
        said: a person's words that are to be kept in the same step.
        same: how many events of lists are read from documents, and as they are kept.
    """

    version: int
    files: tuple[tuple[Document, bytes], ...]
    events: tuple[Event, ...]
    parsed: tuple[Event, ...]
    problems: tuple[Problem, ...]
    judgements: tuple[Judgement, ...]
    sources: tuple[Source, ...]
    read: tuple[str, ...]
    said: Sayings = NOTHING_SAID
    same: int = 0


def made_ready(
    store: Store,
    version: int,
    found: Gathered,
    gazetteer: Gazetteer,
    progress: Progress | None = None,
    workers: int = 1,
    saying: Sayings = NOTHING_SAID,
) -> Ready:
    """Read and merge what was gathered with what a store of some data version holds; nothing is kept.

    Documents are read as persons describe them and as they say that names are meant, `saying` among their words.
    """
    files = as_known(found.documents, store.documents_as_read())
    kept = store.extracted()
    corrected, sources = (store.events(), store.sources()) if found.lists else ([], ())
    back = [
        came_back(timeline, name, kept, corrected, sources, lambda id_: _versions(store, id_))
        for name, timeline in found.lists
    ]
    names = [name for name, _ in found.lists]
    lists = [told_apart(one.rest, name, kept, corrected) for one, name in zip(back, names, strict=True)]
    edits = {event.id: (event, store.event(event.id)[1]) for one in back for event in one.corrected}
    events = [event for timeline in lists for event in timeline.events]
    problems = [problem for timeline in lists for problem in timeline.problems]
    judgements = [judgement for timeline in lists for judgement in timeline.judgements]
    parsed: list[Event] = []
    if files:
        documents = _as_described([document for document, _ in files], (*store.descriptions(), *saying.descriptions))
        parsed, faults = parse_each(documents, gazetteer, progress, _on_names(store, saying), workers)
        merged = merge(
            [*_untouched(kept, files, events), *events, *parsed], [*store.judgements(), *judgements], store.events()
        )
        events, judgements = list(merged.events), [*judgements, *merged.judgements]
        problems += faults
    return Ready(
        version, files, tuple(events), tuple(parsed), tuple(problems), tuple(judgements),
        tuple(source for timeline in lists for source in timeline.sources),
        (*names, *(document.name for document, _ in files)),
        replace(saying, edits=tuple(edits.values())), sum(one.same for one in back),
    )  # fmt: skip


def keep_ready(store: Store, ready: Ready, by: str, why: str = "") -> Changes:
    """Keep what was made ready, in one step.

    Raises:
        StoreChanged: the store has another data version by now.
    """
    changes = store.add(
        ready.files,
        ready.events,
        ready.problems,
        ready.judgements,
        ready.sources,
        by=by,
        read=ready.read,
        base_version=ready.version,
        said=ready.said,
        why=why,
    )
    return replace(changes, events_unchanged=changes.events_unchanged + ready.same)


def _as_described(documents: Sequence[Document], descriptions: Sequence[Description]) -> list[Document]:
    """Documents as persons describe them; of two words on one source the later counts."""
    said = {one.source: one for one in descriptions}
    return [said[document.id].of_document(document) if document.id in said else document for document in documents]


def _versions(store: Store, event_id: str) -> list[Event]:
    """Every version of an event that the history tells of."""
    wires = (wire for change in store.history(event_id) for wire in (change.before, change.after))
    return [event_from_wire(wire) for wire in wires if wire is not None]


def _on_names(store: Store, saying: Sayings) -> list[PlaceCorrection]:
    """Every word on a name as it will stand."""
    words = {about(word): word for word in store.place_corrections()}
    gone = {about(word) for word in saying.withdrawn}
    left = {key: word for key, word in words.items() if key not in gone}
    return list((left | {about(word): word for word in saying.places}).values())


def about(word: PlaceCorrection) -> tuple[str, str]:
    """The name and the document that a word is on: there is one word on each."""
    return " ".join(word.name.casefold().split()), word.document


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
    store: Store,
    names: Iterable[str],
    gazetteer: Gazetteer,
    by: str = "",
    progress: Progress | None = None,
    saying: Sayings = NOTHING_SAID,
    why: str = "",
) -> Changes:
    """Read again the kept documents in which one of the names stands, as the words on them have it.

    What a person edited or accepted stays as it is.

    Args:
        store: what remembers them.
        names: the names.
        gazetteer: where places are looked up.
        by: who asks for it, for the history.
        progress: told what is at hand.
        saying: new words on the names, kept by the same step.
        why: the reason given.
    """
    wanted = [_spaced(name) for name in names]
    touched = [
        document for document in store.documents_as_read() if any(name in _spaced(document.text) for name in wanted)
    ]
    files = [(document, store.original(document.id)) for document in touched]
    return _add(store, Gathered(tuple(files)), gazetteer, by, progress, saying=saying, why=why)


def _spaced(text: str) -> str:
    """The words of a text between spaces, so that a name is found whole, however it is written."""
    return f" {plain_key(text)} "
