"""Kept documents read again by the present program and gazetteer: first what would change, then taken over or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from timeline_app.documents import read_bytes
from timeline_app.errors import InputError, StoreChanged
from timeline_app.geo import Gazetteer
from timeline_app.model import Description, Document, Event, Problem
from timeline_app.pipeline.adding import Gathered, Ready, keep_ready, made_ready
from timeline_app.pipeline.parsing import Progress
from timeline_app.store import Changes, Sayings, Store
from timeline_app.views.versions.difference import Difference, difference


@dataclass(frozen=True, slots=True)
class Rereading:
    """Documents read again, not yet taken over.

    Attributes:
        documents: ids of those that were asked for.
        ready: what is to be kept.
        difference: what would change.
        faults: documents that cannot be read now; they stay as they are.
        saying: words on some of them, to be kept with what was read.
    """

    documents: tuple[str, ...]
    ready: Ready
    difference: Difference
    faults: tuple[Problem, ...]
    saying: tuple[Description, ...] = ()


def read_anew(
    store: Store,
    document_ids: Sequence[str],
    gazetteer: Gazetteer,
    progress: Progress | None = None,
    saying: Sequence[Description] = (),
) -> Rereading:
    """Read kept documents again from their bytes and tell what that would change; nothing is kept.

    Args:
        store: where they are kept.
        document_ids: which of them; those without a text of their own are left out.
        gazetteer: where places are looked up.
        progress: told what is at hand.
        saying: a person's words on some of them, with which they are read and which are kept with them.
    """
    version = store.data_version()
    kept = {document.id: document for document in store.documents_as_read()}
    files: list[tuple[Document, bytes]] = []
    faults: list[Problem] = []
    for document in (kept[id_] for id_ in document_ids if id_ in kept):
        data = store.original(document.id)
        try:
            files.append((_again(document, data), data))
        except InputError as fault:
            faults.append(Problem(document.name, document.row, fault.what, fault.likely))
    ready = made_ready(store, version, Gathered(tuple(files)), gazetteer, progress, saying=Sayings(tuple(saying)))
    told = _difference(store, ready, kept)
    return Rereading(tuple(document_ids), ready, told, tuple(faults), tuple(saying))


def _again(document: Document, data: bytes) -> Document:
    """The document its bytes give now.

    Raises:
        InputError: they cannot be read any more.
    """
    name = document.name if document.row is None else document.name.removesuffix(f" row {document.row}")
    again = next((one for one in read_bytes(data, name) if one.id == document.id), None)
    if again is None:
        raise InputError(document.name, "is read no more in its file", "the program takes this row for no text now")
    return again


def _difference(store: Store, ready: Ready, kept: dict[str, Document]) -> Difference:
    documents = [document for document, _ in ready.files]
    foreseen = store.foresee(documents, ready.events)
    moved = {event.id for one in foreseen for event in (one.before, one.after) if event is not None}
    held = _held(store.events(), {document.id for document in documents}, ready.parsed, moved)
    return difference(foreseen, [(kept[document.id], document) for document in documents], held)


def _held(
    events: Sequence[Event], documents: Collection[str], parsed: Sequence[Event], moved: Collection[str]
) -> list[Event]:
    """Events with reports of the documents that are read no more, and that stay all the same."""
    read = {report.id for event in parsed for report in event.reports}
    return [
        event
        for event in events
        if event.id not in moved
        and any(report.document in documents and report.id not in read for report in event.reports)
    ]


def take_over(store: Store, found: Rereading, by: str, why: str = "") -> Changes:
    """Keep what was read again, in one step that can be undone; what persons made of events stays.

    Raises:
        StoreChanged: somebody changed the store since: read anew and look again.
    """
    if store.data_version() != found.ready.version:
        raise StoreChanged("the timeline was changed by someone else meanwhile; look at the difference again")
    return keep_ready(store, found.ready, by, why)
