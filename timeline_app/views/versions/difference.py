"""What reading documents again would change: a value to look at before it is taken over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from timeline_app.model import Document, Event
from timeline_app.views.versions.differing import FIELDS, NOTHING, Differing, differing, field_words
from timeline_app.views.words.labels import language_words
from timeline_app.views.words.text import visible

if TYPE_CHECKING:
    from timeline_app.store import Foreseen

Fate = Literal["new", "gone", "put together", "changed", "stays"]
"""What becomes of an event; "stays": it was read otherwise, or not at all, and a person's version goes on."""

FATES: tuple[Fate, ...] = ("new", "gone", "put together", "changed", "stays")

_READ = tuple(name for name in FIELDS if name != "review")

_NOUNS = {
    "title": ("title", "titles"),
    "type": ("type", "types"),
    "when": ("date", "dates"),
    "where": ("place", "places"),
    "actors": ("list of actors", "lists of actors"),
    "quantities": ("number", "numbers"),
    "summary": ("summary", "summaries"),
    "modality": ("way of telling", "ways of telling"),
    "url": ("address", "addresses"),
    "origin": ("origin", "origins"),
    "reports": ("report", "reports"),
    "conflicts": ("disagreement", "disagreements"),
    "published": ("publication day", "publication days"),
}
"""One of each field and many, as the summary counts them."""

_FOLLOWING = ("reports", "conflicts", "published")
"""Fields that change with the others; they count where nothing else in an event changes."""


@dataclass(frozen=True, slots=True)
class EventDifference:
    """What becomes of one event.

    Attributes:
        id: the event's.
        title: as it reads now, or will read.
        fate: see `Fate`.
        fields: what differs in the timeline.
        overruled: a person's version, which stays, and what is read now instead of it.
        touched: whether a person has worked on it.
        remark: what is to be said of it, or "".
    """

    id: str
    title: str
    fate: Fate
    fields: tuple[Differing, ...] = ()
    overruled: tuple[Differing, ...] = ()
    touched: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class DocumentDifference:
    """What differs in how a document itself is read."""

    id: str
    name: str
    fields: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What would change in the timeline, and how the documents themselves are read otherwise."""

    events: tuple[EventDifference, ...] = ()
    documents: tuple[DocumentDifference, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing at all would change."""
        return not self.documents and all(event.fate == "stays" and not event.overruled for event in self.events)

    def of(self, fate: Fate) -> tuple[EventDifference, ...]:
        """The events of one fate."""
        return tuple(event for event in self.events if event.fate == fate)

    @property
    def line(self) -> str:
        """In one line: "3 events new, 1 gone, 2 dates changed; 2 events stay as persons left them"."""
        changed = Counter(name for event in self.of("changed") for name in _counted(event.fields))
        parts = [f"{_count(len(self.of('new')), 'event', 'events')} new"] if self.of("new") else []
        gone, joined, stays = len(self.of("gone")), len(self.of("put together")), self._staying()
        parts += [f"{_count(gone, 'event', 'events')} gone"] if gone else []
        parts += [f"{_count(joined, 'event', 'events')} put together with another"] if joined else []
        parts += [f"{_count(changed[name], *_NOUNS[name])} changed" for name in _NOUNS if changed[name]]
        parts += [f"{_count(len(self.documents), 'document', 'documents')} described otherwise"] * bool(self.documents)
        told = ", ".join(parts) or "No event changes"
        if not stays:
            return told
        return (
            f"{told}; {_count(stays, 'event stays', 'events stay')} as a person left {'it' if stays == 1 else 'them'}"
        )

    def _staying(self) -> int:
        return sum(event.fate == "stays" or bool(event.overruled) for event in self.events)


def _counted(fields: Sequence[Differing]) -> list[str]:
    own = [pair.field for pair in fields if pair.field not in _FOLLOWING]
    return own or [pair.field for pair in fields]


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def difference(
    foreseen: Iterable[Foreseen],
    documents: Sequence[tuple[Document, Document]] = (),
    held: Collection[Event] = (),
) -> Difference:
    """What would become of the events.

    Args:
        foreseen: what adding would do (`Store.foresee`).
        documents: each document read again, as it is kept and as it is read now.
        held: events that are read no more and stay because a person worked on them.
    """
    events = [told for one in foreseen if (told := _event(one)) is not None]
    events += [_held(event) for event in held]
    described = [_document(before, after) for before, after in documents]
    return Difference(
        tuple(sorted(events, key=lambda event: FATES.index(event.fate))),
        tuple(one for one in described if one is not None),
    )


def _event(one: Foreseen) -> EventDifference | None:
    if one.before is None or one.after is None:
        event = one.after or one.before
        return None if event is None else _come_or_gone(one, event)
    fields = differing(one.before, one.after, _READ)
    shown = {pair.field for pair in fields}
    overruled: tuple[Differing, ...] = ()
    if one.touched:
        read = differing(one.read_before, one.read_after, _READ)
        overruled = tuple(
            Differing(pair.field, pair.label, field_words(one.after, pair.field), pair.after)
            for pair in read
            if pair.field not in shown
        )
    if not fields and not overruled:
        return None
    title = visible(one.after.title)
    return EventDifference(one.after.id, title, "changed" if fields else "stays", fields, overruled, one.touched)


def _come_or_gone(one: Foreseen, event: Event) -> EventDifference:
    fate: Fate = "new" if one.after else ("put together" if one.what == "merged" else "gone")
    remark = "parted from another event" if one.after and one.what == "split" else ""
    pairs = differing(one.before, one.after, ("when", "where", "actors", "quantities"))
    return EventDifference(event.id, visible(event.title), fate, pairs, (), one.touched, remark)


def _held(event: Event) -> EventDifference:
    remark = "is read no more; it stays because a person worked on it"
    return EventDifference(event.id, visible(event.title), "stays", (), (), True, remark)


def _document(before: Document, after: Document) -> DocumentDifference | None:
    """How a document is described before and after, where that differs."""
    pairs = zip(document_words(before).items(), document_words(after).values(), strict=True)
    fields = tuple(Differing(label, label, was, now) for (label, was), now in pairs if was != now)
    return DocumentDifference(after.id, visible(after.title or after.name), fields) if fields else None


def document_words(document: Document) -> dict[str, str]:
    """What is known of a document, by the words people read."""
    published = document.publications[0] if document.publications else None
    return {
        "Title": visible(document.title) or NOTHING,
        "Publisher": visible(document.publisher) or NOTHING,
        "Address": visible(document.url) or NOTHING,
        "Published": f"{published.day.isoformat()} ({published.source})" if published else "unknown",
        "Language": language_words(document.language) or NOTHING,
        "Problems": visible("; ".join(map(str, document.problems))) or NOTHING,
    }


def difference_rows(told: Difference) -> list[dict[str, str]]:
    """The difference as a table, one row a field; what only follows from another field has no row."""
    rows = [row for event in told.events for row in _rows_of(event)]
    for document in told.documents:
        rows += [_row("document", document.name, pair.label, pair.before, pair.after) for pair in document.fields]
    return rows


def _rows_of(event: EventDifference) -> list[dict[str, str]]:
    remark = event.remark or ("a person has worked on it" if event.touched else "")
    told = tuple(pair for pair in event.fields if pair.field in _counted(event.fields))
    pairs = told or (() if event.overruled else (Differing("", "", "", ""),))
    rows = [_row(event.fate, event.title, pair.label, pair.before, pair.after, remark) for pair in pairs]
    for pair in event.overruled:
        why = f"a person's version stays; read now: {pair.after}"
        rows.append(_row("stays", event.title, pair.label, pair.before, pair.before, why))
    return rows


def _row(fate: str, title: str, label: str, before: str, after: str, remark: str = "") -> dict[str, str]:
    return {"What": fate, "Event": title, "Field": label, "Now": before, "Then": after, "Remark": remark}
