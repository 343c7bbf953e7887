"""Two events that may be one happening, for a person to decide: what speaks for it, what they would disagree on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from timeline_app.merge import Proposal, apart, united
from timeline_app.model import Event, Source
from timeline_app.views.tasks.doubt import doubts
from timeline_app.views.words.labels import short_day, when_label, where_label
from timeline_app.views.words.text import visible

Key = tuple[str, str]
"""The two reports a pair rests on, by which its events are found after others were joined and parted."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair to decide on.

    Attributes:
        key: what it is known by.
        one: an event.
        other: another, not dated before it.
        share: 0..1, how likely they are one.
        lines: what speaks for it, against it, and what their sources would disagree on; plain text.
    """

    key: Key
    one: Event
    other: Event
    share: float
    lines: tuple[str, ...]


def pair_of(proposal: Proposal, events: Mapping[str, Event]) -> Pair:
    """A proposal that still stands (`merge.undecided`) with the events that hold its reports now.

    Args:
        proposal: made now or some changes ago.
        events: by the ids of their reports.

    Raises:
        KeyError: a report stands in none of them.
    """
    one, other = (events[report] for report in proposal.reports)
    return Pair(proposal.reports, one, other, proposal.chance.share, tuple(_lines(proposal, one, other)))


def _lines(proposal: Proposal, one: Event, other: Event) -> list[str]:
    told = proposal.chance
    lines = [f"For: {'; '.join(told.speaks_for)}"] if told.speaks_for else []
    lines += [f"Against: {'; '.join(told.speaks_against)}"] if told.speaks_against else []
    lines += [f"As one event: {dispute}" for dispute in disagreements_if_one(one, other)]
    if set(one.sources) & set(other.sources):
        lines.append("One document tells both")
    lines += [
        f"The {which} was accepted{_by(event)}: joined, both count as accepted"
        for which, event in _accepted(one, other)
    ]
    return [visible(line) for line in lines]


def _accepted(one: Event, other: Event) -> list[tuple[str, Event]]:
    return [(which, event) for which, event in (("first", one), ("second", other)) if event.review.status == "accepted"]


def _by(event: Event) -> str:
    return f" by {event.review.by}" if event.review.by else ""


def disagreements_if_one(one: Event, other: Event) -> list[str]:
    """What the sources of two events would disagree on if they were one, that they do not disagree on already."""
    known = {doubt.reason for event in (one, other) for doubt in doubts(event) if doubt.kind == "sources"}
    joined = doubts(united([*apart(one), *apart(other)]))
    return [doubt.reason for doubt in joined if doubt.kind == "sources" and doubt.reason not in known]


def words_of_side(event: Event, report: str, sources: Mapping[str, Source]) -> list[str]:
    """What one side says: its sentence, when and where that puts it, and who tells it; plain text.

    Args:
        event: the event.
        report: id of the report that is most like the other side's.
        sources: descriptions by id.
    """
    told = next((one for one in event.reports if one.id == report), event.reports[0])
    source = sources.get(told.document)
    name = ", ".join(filter(None, (source.title, source.publisher))) if source else told.document
    day = f", published {short_day(date.fromisoformat(source.published))}" if source and source.published else ""
    more = len(event.reports) - 1
    others = f", and {more} further report{'s' if more > 1 else ''}" if more else ""
    when = event.when if event.when is not None and event.when.basis == "curated" else told.when
    lines = (f"“{' '.join(told.quote.split())}”", f"{when_label(when)} · {where_label(event)}", f"{name}{day}{others}")
    return [visible(line) for line in lines]


def likely_with(event: str, proposals: Iterable[Proposal]) -> dict[str, float]:
    """Ids of the events that may be one with an event, each with how likely, the likeliest first."""
    found = ((p.other if p.one == event else p.one, p.chance.share) for p in proposals if event in (p.one, p.other))
    return dict(sorted(found, key=lambda pair: -pair[1]))


def beside(pairs: Sequence[Key], key: Key | None, step: int) -> Key | None:
    """The pair before (-1) or behind (1) another, from the ends round to the other end; the first where it is gone."""
    if not pairs:
        return None
    if key not in pairs:
        return pairs[0]
    return pairs[(pairs.index(key) + step) % len(pairs)]
