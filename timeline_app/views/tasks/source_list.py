"""The sources as a list to look over: what each is, how its day is known, what was read from it, who brought it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from timeline_app.model import Description, Document, Event, Source
from timeline_app.views.frames.known import named_day, publication_days
from timeline_app.views.frames.source_names import Articles
from timeline_app.views.words.labels import DAY_FOUND
from timeline_app.views.words.text import fold_text, visible

State = Literal["read", "read with problems", "no events", "entered by hand", "described only"]

STATES: dict[State, str] = {
    "read": "events were read from its text",
    "read with problems": "events were read, and something could not be",
    "no events": "its text is here, but no event was found in it",
    "entered by hand": "events entered by hand or in a list name it; its text is not here",
    "described only": "known from an imported file; its text is not here",
}
"""What each state means, for the page."""

UNKNOWN_DAY = "unknown"


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """One source.

    Attributes:
        id: the document's or source's.
        title, publisher: as described; "" where there is none.
        file: the one it was read from, or the lists that name it; "" where that is not known.
        published: ISO day, or `UNKNOWN_DAY`.
        evidence: how that day is known.
        events, by_hand: events that it tells of; those of them that were entered by hand or in a list.
        reviewed, accepted: of the others, those a person looked at; those accepted.
        problems: what could not be read.
        added_at, added_by: when it came (RFC 3339, UTC) and who brought it, "" where the history does not tell.
        state: see `STATES`.
        described: whether a person described it.
        names: further ids it goes by: names that hand-made lists and imported files give an article.
        read: events read from its own text; the others of `events` tell of it by name.
    """

    id: str
    title: str
    publisher: str
    file: str
    published: str
    evidence: str
    events: int
    by_hand: int
    reviewed: int
    accepted: int
    problems: int
    added_at: str
    added_by: str
    state: State
    described: bool
    names: tuple[str, ...] = ()
    read: int = 0

    @property
    def ids(self) -> frozenset[str]:
        """Every id that events name it by."""
        return frozenset((self.id, *self.names))

    @property
    def has_text(self) -> bool:
        """Whether its text is kept, so that it can be read again."""
        return self.state not in ("entered by hand", "described only")


@dataclass(slots=True)
class _Counts:
    events: int = 0
    read: int = 0
    by_hand: int = 0
    reviewed: int = 0
    accepted: int = 0
    lists: dict[str, None] = field(default_factory=dict)


def library(
    documents: Mapping[str, Document],
    sources: Mapping[str, Source],
    events: Iterable[Event],
    descriptions: Iterable[Description] = (),
    arrivals: Mapping[str, tuple[str, str]] | None = None,
    articles: Articles | None = None,
    lists: Mapping[str, str] | None = None,
) -> list[LibraryRow]:
    """Every source, those with a text first, each in the order they came; sources only named by events last.

    What only names an article (`articles`) stands in the article's row, its events counted there, each once. `lists`
    are the files that hand-made events came from, by id.
    """
    one_of = articles or {}
    counts = _counts(events, one_of, lists or {})
    names = _names(one_of)
    said = {one.source: one for one in descriptions}
    days = publication_days(documents.values(), ())
    came = arrivals or {}
    rows = [
        _of_document(document, counts.get(id_, _Counts()), said.get(id_), came.get(id_, ("", "")), names.get(id_, ()))
        for id_, document in documents.items()
    ]
    named = {id_: Source(id_, id_) for id_ in counts if id_ not in documents and id_ not in sources}
    others = {id_: source for id_, source in sources.items() if id_ not in documents and id_ not in one_of} | named
    return rows + [
        _of_source(source, counts.get(id_, _Counts()), said.get(id_), came.get(id_, ("", "")), named_day(id_, days))
        for id_, source in others.items()
    ]


def _names(articles: Articles) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, document in articles.items():
        found[document] = (*found.get(document, ()), name)
    return found


def _counts(events: Iterable[Event], articles: Articles, lists: Mapping[str, str]) -> dict[str, _Counts]:
    found: dict[str, _Counts] = {}
    for event in events:
        for source in {articles.get(name, name) for name in event.sources}:
            counts = found.setdefault(source, _Counts())
            counts.events += 1
            counts.read += source in event.sources
            if event.origin == "curated":  # accepted from the start: nobody looked at it
                counts.by_hand += 1
                if event.id in lists:
                    counts.lists[lists[event.id]] = None
            else:
                counts.reviewed += event.review.status != "draft"
                counts.accepted += event.review.status == "accepted"
    return found


def _of_document(
    document: Document, counts: _Counts, said: Description | None, came: tuple[str, str], names: tuple[str, ...]
) -> LibraryRow:
    state: State = "no events" if not counts.read else ("read with problems" if document.problems else "read")
    return LibraryRow(
        document.id, visible(document.title), visible(document.publisher), visible(document.name),
        document.published.isoformat() if document.published else UNKNOWN_DAY, evidence_words(document, said),
        counts.events, counts.by_hand, counts.reviewed, counts.accepted, len(document.problems),
        came[0], visible(came[1]), state, said is not None, names, counts.read,
    )  # fmt: skip


def evidence_words(document: Document, said: Description | None = None) -> str:
    """How the day of publication is known: "given by Ada", "in the text", "none"."""
    if said is not None and said.undated:
        return f"said to be unknown{f' by {visible(said.by)}' if said.by else ''}"
    if not document.publications:
        return "none"
    if said is not None and said.published is not None and said.by:
        return f"given by {visible(said.by)}"
    return DAY_FOUND[document.publications[0].source]


def _of_source(
    source: Source, counts: _Counts, said: Description | None, came: tuple[str, str], named: date | None
) -> LibraryRow:
    """A source without a text; where a kept article bears its name, that one's day counts for its events."""
    given = said is not None and said.published is not None
    evidence = "none" if source.published is None else ("given" if given else "as imported")
    day = source.published
    if day is None and named is not None and not (said is not None and said.undated):
        day, evidence = named.isoformat(), "article of that name"
    state: State = "entered by hand" if counts.by_hand else "described only"
    return LibraryRow(
        source.id, visible(source.title), visible(source.publisher), visible(", ".join(counts.lists)),
        day or UNKNOWN_DAY, evidence,
        counts.events, counts.by_hand, counts.reviewed, counts.accepted, 0, came[0], visible(came[1]), state,
        said is not None,
    )  # fmt: skip


def found_in(rows: Sequence[LibraryRow], words: str, state: str = "") -> list[LibraryRow]:
    """The rows of a state ("": any) in whose title, publisher, file, other names or bringer every word stands."""
    wanted = fold_text(words).split()
    return [row for row in rows if (not state or row.state == state) and all(word in _searched(row) for word in wanted)]


def _searched(row: LibraryRow) -> str:
    return fold_text(" ".join((row.title, row.publisher, row.file, row.added_by, *row.names)))


ORDERS = {
    "Order they came in": None,
    "Newest arrival first": ("added_at", True),
    "Title": ("title", False),
    "Publisher": ("publisher", False),
    "Published, earliest first": ("published", False),
    "Most events first": ("events", True),
    "Least reviewed first": ("unreviewed", True),
    "Most problems first": ("problems", True),
}
"""Ways to sort, by the words people choose from: the column and whether the largest comes first."""


def in_order(rows: Sequence[LibraryRow], order: str) -> list[LibraryRow]:
    """The rows sorted; equal ones stay as they came, unknown days come last.

    Raises:
        KeyError: no such order.
    """
    chosen = ORDERS[order]
    if chosen is None:
        return list(rows)
    column, largest_first = chosen
    return sorted(rows, key=lambda row: _key(row, column), reverse=largest_first)


def _key(row: LibraryRow, column: str) -> tuple[bool, str | int]:
    if column == "unreviewed":
        return False, row.events - row.by_hand - row.reviewed
    value: str | int = getattr(row, column)
    return value in ("", UNKNOWN_DAY) and column != "added_at", fold_text(value) if isinstance(value, str) else value
