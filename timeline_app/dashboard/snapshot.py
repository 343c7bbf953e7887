"""The whole timeline as of one data version: read once, patched by what changed, shared and never written to."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from timeline_app.model import Document, Event, Source, Timeline
from timeline_app.store import Store
from timeline_app.views import density, events_frame, facets
from timeline_app.views.frames.arrays import EventArray
from timeline_app.views.frames.columns import columns_frame, patched
from timeline_app.views.frames.known import publication_days, with_named_days
from timeline_app.views.frames.source_names import Articles
from timeline_app.views.frames.tellers import articles_in, with_articles

WHOLE = 20_000
"""Events up to which all are kept in memory; of more, only what filters and drawings ask for is."""
KEPT_EVENTS = 4_000
"""Events of a large timeline kept in memory after they were shown."""
PATCHED = 2_000
"""Changed events up to which a frame is patched rather than made anew."""
GONE = "This event is not in the store any more"
"""Shown for the moment between a change by another program and the next look at the store."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole timeline as of one data version.

    Attributes:
        version: changes with every change of the store.
        timeline: everything; of a large one the events are read from the store when looked at.
        frame: one row an event.
        facets: values to filter by, with counts.
        documents: by id, those whose text is kept.
        sources: by id, descriptions of all.
        articles: by the id of a source that only names a kept article, the id of that.
        strip: how many events when, over all of them.
        change: the newest line of the history that is heeded here.
        rows: the frame's rows by the ids of their events.
    """

    version: str
    timeline: Timeline
    frame: pd.DataFrame
    facets: dict[str, list[tuple[str, int]]]
    documents: dict[str, Document]
    sources: dict[str, Source]
    articles: Articles
    strip: Mapping[str, object]
    change: int
    rows: pd.Index

    def source(self, name: str) -> str:
        """What a source counts as: its id, or that of the article it only names."""
        return self.articles.get(name, name)

    def holds(self, event_id: str | None) -> bool:
        """Whether there is an event of this id."""
        return event_id in self.rows

    def event(self, event_id: str | None) -> Event | None:
        """The event of an id, None when there is none."""
        if not self.holds(event_id):
            return None
        found: Event = self.frame["event"].array[self.rows.get_loc(event_id)]
        return found


class _Reader:
    """Reads events of one snapshot when they are shown, and keeps the last few thousand."""

    def __init__(self, opened: Store) -> None:
        self._store = opened
        self._kept: OrderedDict[str, Event] = OrderedDict()
        self._lock = threading.Lock()

    def some_events(self, event_ids: Sequence[str]) -> list[Event]:
        with self._lock:
            here = {id_: self._kept[id_] for id_ in event_ids if id_ in self._kept}
        missing = [id_ for id_ in event_ids if id_ not in here]
        here |= {event.id: event for event in self._store.some_events(missing)} if missing else {}
        with self._lock:
            self._kept.update((id_, here[id_]) for id_ in missing if id_ in here)
            while len(self._kept) > KEPT_EVENTS:
                self._kept.popitem(last=False)
        return [here.get(id_) or Event(id_, GONE) for id_ in event_ids]

    def search(self, text: str) -> set[str]:
        return self._store.search(text)


def read_snapshot(opened: Store, version: int, before: Snapshot | None) -> Snapshot:
    """What a store holds now, starting from what it held before."""
    change = opened.newest_change()
    changed = None if before is None else opened.changed_since(before.change)
    frame = _frame(opened, before, changed)
    timeline = _timeline(opened, frame)
    documents = _documents(opened, before, changed)
    sources = {source.id: source for source in timeline.sources}
    articles = {} if before is None else before.articles
    if before is None or frame is not before.frame or _names_differ(before, documents, timeline):
        others = [source for source in timeline.sources if source.id not in documents]
        articles = articles_in(frame, documents, sources)
        frame = with_articles(with_named_days(frame, publication_days(documents.values(), others)), articles)
    return Snapshot(
        version=f"{version}",
        timeline=timeline,
        frame=frame,
        facets=facets(frame),
        documents=documents,
        sources=sources,
        articles=articles,
        strip=density(frame),
        change=change,
        rows=_rows(frame),
    )


def _rows(frame: pd.DataFrame) -> pd.Index:
    """The ids with their table for looking one up, made at once: sessions share it."""
    ids: pd.Index = pd.Index(frame["id"])
    ids.is_unique  # noqa: B018 - pandas makes the table when it is first asked something
    return ids


def _frame(opened: Store, before: Snapshot | None, changed: Mapping[str, frozenset[str]] | None) -> pd.DataFrame:
    """The frame before with what changed put in; a new one after many changes or past `WHOLE`."""
    ids = list((changed or {}).get("event", ()))
    if before is None or len(ids) > PATCHED:
        return _new_frame(opened, opened.size() > WHOLE)
    if not ids:
        return before.frame
    large = isinstance(before.frame["event"].array, EventArray)
    now = columns_frame(opened.some_wires(ids), _Reader(opened)) if large else events_frame(opened.some_events(ids))
    frame = patched(before.frame, now, ids)
    return frame if (len(frame) > WHOLE) == large else _new_frame(opened, not large)


def _new_frame(opened: Store, large: bool) -> pd.DataFrame:
    return columns_frame(opened.wires(), _Reader(opened)) if large else events_frame(opened.events())


def _timeline(opened: Store, frame: pd.DataFrame) -> Timeline:
    events = frame["event"].array
    if isinstance(events, EventArray):
        return replace(opened.outline(), events=events)  # type: ignore[arg-type] # a sequence that reads when looked at
    return opened.timeline()


def _names_differ(before: Snapshot, documents: Mapping[str, Document], timeline: Timeline) -> bool:
    """Whether what can be named as a source, or when it was published, may be other than before."""
    return documents is not before.documents or timeline.sources != before.timeline.sources


_ABOUT_DOCUMENTS = {"document", "description"}
"""Kinds of changes after which a document reads otherwise."""


def _documents(
    opened: Store, before: Snapshot | None, changed: Mapping[str, frozenset[str]] | None
) -> dict[str, Document]:
    if before is not None and changed is not None and not changed.keys() & _ABOUT_DOCUMENTS:
        return before.documents
    return {document.id: document for document in opened.documents()}
