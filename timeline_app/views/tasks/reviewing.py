"""The queue of a review: which events want a person, in which order, what comes next, how far one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from timeline_app.model import ReviewStatus
from timeline_app.store import Change
from timeline_app.views.tasks.doubt import Kind, Weighed
from timeline_app.views.words.labels import when_label, where_label
from timeline_app.views.words.text import visible

SHOWN_AT_ONCE = 100
"""Rows of a table that is shown before many events are accepted."""

_DID = {
    "accepted": "accepted",
    "rejected": "rejected",
    "unsure": "could not decide on",
    "draft": "took back the review of",
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which part of the events is reviewed.

    Attributes:
        documents: ids of documents; empty: all.
        kinds: what a doubt is about; empty: whatever, and no doubt at all.
        least, most: bounds of the score, both included.
    """

    documents: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    least: float = 0.0
    most: float = 1.0

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Scope()

    def holds(self, one: Weighed, same: Callable[[str], str] = str) -> bool:
        """Whether an event is in it, whatever its review; `same` gives what a source counts as."""
        return (
            self.least <= one.score <= self.most
            and (not self.documents or not set(self.documents).isdisjoint(map(same, one.event.sources)))
            and (not self.kinds or any(doubt.kind in self.kinds for doubt in one.doubts))
        )


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in the order: it stays where it is when its event's score changes or the event goes."""

    below: float
    id: str

    @classmethod
    def of(cls, one: Weighed) -> Spot:
        """Where an event stands now: the most doubtful first, the same order every time."""
        return cls(-one.score, one.event.id)


FIRST = Spot(-2.0, "")
"""Before every event."""


@dataclass(frozen=True, slots=True)
class Queue:
    """The events of a scope, the most doubtful first, reviewed ones among them."""

    all: tuple[Weighed, ...]
    by_id: dict[str, Weighed] = field(repr=False, compare=False)

    @classmethod
    def of(cls, weighed: Iterable[Weighed], scope: Scope, same: Callable[[str], str] = str) -> Queue:
        """What of all events is in a scope; `same` gives what a source counts as."""
        ordered = tuple(sorted((one for one in weighed if scope.holds(one, same)), key=Spot.of))
        return cls(ordered, {one.event.id: one for one in ordered})

    def with_status(self, *wanted: ReviewStatus) -> list[Weighed]:
        """Those with one of these reviews, in order."""
        return [one for one in self.all if one.event.review.status in wanted]

    def number(self, event_id: str) -> int | None:
        """Which one it is, from 1."""
        return next((number for number, one in enumerate(self.all, 1) if one.event.id == event_id), None)

    def following(self, spot: Spot) -> Weighed | None:
        """The next one nobody decided on: after the spot, else from the top; those not sure of come last."""
        waiting = self.with_status("draft") or self.with_status("unsure")
        return _first(waiting, lambda one: Spot.of(one) > spot) or _first(waiting, lambda _: True)

    def before(self, spot: Spot) -> Weighed | None:
        """The one above, reviewed or not, so that one can look back."""
        return _first(self.all[::-1], lambda one: Spot.of(one) < spot)


def _first(events: Iterable[Weighed], wanted: Callable[[Weighed], bool]) -> Weighed | None:
    return next((one for one in events if wanted(one)), None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a review is.

    Attributes:
        total: events to review in all.
        by: for accepted and rejected, how many by whom, most first.
        unsure: looked at without a decision.
    """

    total: int
    by: tuple[tuple[ReviewStatus, str, int], ...]
    unsure: int

    @classmethod
    def of(cls, weighed: Iterable[Weighed]) -> Progress:
        """The counts."""
        reviews = [one.event.review for one in weighed]
        decided = Counter((r.status, r.by) for r in reviews if r.status in ("accepted", "rejected"))
        ordered = sorted(decided.items(), key=lambda pair: (pair[0][0], -pair[1], pair[0][1]))
        by = tuple((status, who, count) for (status, who), count in ordered)
        return cls(len(reviews), by, sum(review.status == "unsure" for review in reviews))

    @property
    def reviewed(self) -> int:
        """How many were accepted or rejected."""
        return sum(count for _, _, count in self.by)

    @property
    def share(self) -> float:
        """The same as a share, 0..1; of nothing, all is done."""
        return self.reviewed / self.total if self.total else 1.0

    @property
    def line(self) -> str:
        """Such as "37 of 120 reviewed: 12 accepted by Ada, 25 rejected by Bea; 3 not sure, 80 to go"."""
        decided = ", ".join(f"{count:,} {status} by {who or 'nobody named'}" for status, who, count in self.by)
        left = self.total - self.reviewed - self.unsure
        rest = ", ".join([*([f"{self.unsure:,} not sure"] if self.unsure else []), f"{left:,} to go"])
        return f"{self.reviewed:,} of {self.total:,} reviewed{': ' if decided else ''}{decided}; {rest}"


def sources_of(queue: Queue, same: Callable[[str], str] = str) -> dict[str, int]:
    """The documents that tell of the events, with the number of events of each, most first."""
    counts = Counter(document for one in queue.all for document in set(map(same, one.event.sources)))
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def review_rows(weighed: Iterable[Weighed]) -> list[dict[str, object]]:
    """A table a person looks through before many events are accepted."""
    return [
        {
            "Doubt": one.score,
            "Date": when_label(one.event.when),
            "Event": visible(one.event.title),
            "Place": where_label(one.event),
            "Type": one.event.type,
            "Why in doubt": "; ".join(doubt.reason for doubt in one.doubts),
        }
        for one in weighed
    ]


def told_meanwhile(changes: Sequence[Change], last_seen: int, me: str) -> list[str]:
    """What others did to an event since a person saw it, oldest first, a line each.

    Args:
        changes: the event's history, newest first.
        last_seen: id of the newest change the person saw.
        me: their name; what they did themselves they know.
    """
    news = [change for change in changes if change.id > last_seen and change.by != me]
    return [_news(change) for change in reversed(news)]


def _news(change: Change) -> str:
    who = change.by or "Somebody"
    at = change.at[11:16]
    if change.what == "reviewed":
        status = ((change.after or {}).get("review") or {}).get("status", "")
        return f"{who} {_DID.get(status, 'reviewed')} this event at {at} UTC, while it was before you."
    if change.after is None:
        return f"{who} took this event away at {at} UTC ({change.what})."
    return f"{who} changed this event at {at} UTC ({change.what}), while it was before you."
