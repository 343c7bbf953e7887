"""An event, the reports that tell of it, and their disagreement."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from timeline_app.model.event_types import EVENT_TYPES
from timeline_app.model.place import Where
from timeline_app.model.when import When

Modality = Literal["asserted", "denied", "planned", "claimed"]
ActorRole = Literal["source", "target", "speaker", "other"]
Origin = Literal["curated", "parsed"]
ReviewStatus = Literal["draft", "accepted", "rejected", "unsure"]
"""draft: nobody decided yet; unsure: somebody looked and could not decide, which settles nothing."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in an event: source acts, target is acted on, speaker says it."""

    name: str
    role: ActorRole = "other"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        what: the thing counted ("fighters").
        low, high: bounds, None when open ("more than 300" has low 301... and no high).
        text: the words.
    """

    what: str
    low: float | None
    high: float | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one source says of an event, in its own words.

    Attributes:
        id: hash of document and offsets, see `model.ids.report_id`; a hand-made event's report has
            the id of its row.
        document: the document's id, or for hand-made events the words of the `source` column.
        start, end: code-point offsets into the document's text; both 0 where there is no document.
        quote: `text[start:end]`.
        when, where, quantities, actors, modality: what that source claims.
        title, type, published: how the event of this report alone reads and when it was published, kept
            where reports were brought together so that they can be parted again; "" and None elsewhere.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    when: When | None = None
    where: tuple[Where, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    actors: tuple[Actor, ...] = ()
    modality: Modality = "asserted"
    title: str = ""
    type: str = ""
    published: date | None = None


@dataclass(frozen=True, slots=True)
class ConflictValue:
    """One value and the documents that give it."""

    value: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field on which the reports of one event disagree: "when", "where", "quantity: fighters" ..."""

    field: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What a person made of an event, who and when (RFC 3339); "" and None before anyone looked."""

    status: ReviewStatus = "draft"
    by: str = ""
    at: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened (or is said to have), once, with all its reports.

    Attributes:
        id: of its first report, kept whatever is edited later.
        title: who, what, where, at most about 90 characters.
        summary: longer text, "" when there is none.
        type: one of `model.EVENT_TYPES`.
        when: the best reading, or None: undated.
        where: places in their roles; empty or unresolved means unplaced.
        url: link of a hand-made event's source, "" otherwise.
        published: first and last publication day of its reports' documents, None when unknown: the
            second clock ("what was known by").
    """

    id: str
    title: str
    type: str = "other"
    summary: str = ""
    modality: Modality = "asserted"
    when: When | None = None
    where: tuple[Where, ...] = ()
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    reports: tuple[Report, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    origin: Origin = "parsed"
    review: Review = Review()
    published: tuple[date, date] | None = None
    url: str = ""

    def __post_init__(self) -> None:
        if self.type not in EVENT_TYPES:
            raise ValueError(f"event type {self.type!r} is none of {', '.join(EVENT_TYPES)}")
        for word, words in (
            (self.modality, Modality),
            (self.origin, Origin),
            (self.review.status, ReviewStatus),
        ):
            if word not in get_args(words):
                raise ValueError(f"{word!r} is none of {', '.join(get_args(words))}")

    @property
    def is_placed(self) -> bool:
        """Whether at least one of its places can be drawn."""
        return any(place.is_placed for place in self.where)

    @property
    def sources(self) -> tuple[str, ...]:
        """The documents of its reports, each once, in order."""
        return tuple(dict.fromkeys(report.document for report in self.reports))

    def with_(self, **changes: object) -> Event:
        """A copy with some attributes changed (and checked anew)."""
        return replace(self, **changes)  # type: ignore[arg-type]
