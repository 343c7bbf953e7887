"""Events of one report each, and events made of several: what is brought together can be parted again."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from timeline_app.merge.disputes.claims import Point, claims_of, most_agreed
from timeline_app.merge.disputes.conflicts import find_conflicts
from timeline_app.model import Event, EventType, Report, Where


def apart(event: Event) -> list[Event]:
    """The events of the single reports of an event; one made by hand is its author's and keeps its own reports."""
    if event.origin == "parsed":
        return [_alone(event, report) for report in event.reports] if len(event.reports) > 1 else [event]
    own = tuple(report for report in event.reports if not report.title)
    joined = [_alone(event, report) for report in event.reports if report.title]
    return [_by_hand(event, own), *joined] if joined and own else [event]


def _by_hand(event: Event, own: tuple[Report, ...]) -> Event:
    """A hand-made event without the parsed reports that were joined to it."""
    places = tuple(dict.fromkeys(where for report in own for where in report.where))
    counts = tuple(dict.fromkeys(count for report in own for count in report.quantities))
    return event.with_(where=places, quantities=counts, reports=own, conflicts=find_conflicts(own))


def _alone(event: Event, report: Report) -> Event:
    published = report.published
    return event.with_(
        id=report.id,
        title=report.title or event.title,
        origin="parsed",
        type=cast(EventType, report.type or event.type),
        modality=report.modality,
        when=report.when,
        where=report.where,
        actors=report.actors,
        quantities=report.quantities,
        reports=(replace(report, title="", type="", published=None),),
        conflicts=(),
        published=event.published if published is None else (published, published),
    )


def united(events: list[Event]) -> Event:
    """One event of several, all reports stay: one made by hand tells it, else the best-dated one that is no denial.

    Where the sources dispute the day, one of those tells it of which most agree.
    """
    if len(events) == 1:
        return events[0]
    reports = tuple(report for event in events for report in _kept(event))
    day = most_agreed(claims_of("when", reports))
    best = min(events, key=lambda event: _rank(event, day))
    days = [day for event in events if event.published for day in event.published]
    return best.with_(
        id=events[0].id if best.origin == "parsed" else best.id,
        where=_places(best, events),
        actors=tuple({actor.name: actor for event in (best, *events) for actor in reversed(event.actors)}.values()),
        quantities=tuple(dict.fromkeys(q for event in (best, *events) for q in event.quantities)),
        reports=reports,
        conflicts=find_conflicts(reports),
        published=(min(days), max(days)) if days else None,
    )


def _rank(event: Event, day: Point | None) -> tuple[bool, bool, bool, int, int, str]:
    """Lowest for the one that tells it: made by hand, no denial, of the day on which most sources agree."""
    another = day is not None and not any(claim.fits(day) for claim in claims_of("when", event.reports))
    return (event.origin == "parsed", event.modality == "denied", another, *_vagueness(event))


def _kept(event: Event) -> list[Report]:
    """The reports of an event, each with what its event read like alone."""
    if len(event.reports) > 1 or event.origin != "parsed":
        return list(event.reports)
    published = event.published[0] if event.published else None
    return [replace(report, title=event.title, type=event.type, published=published) for report in event.reports]


def _vagueness(event: Event) -> tuple[int, int, str]:
    """Stated dates before reckoned, inherited and guessed ones; short intervals before long ones."""
    bases = ["curated", "stated", "relative", "inherited", "publication"]
    if event.when is None:
        return (len(bases), 0, event.id)
    return (bases.index(event.when.basis), event.when.days, event.id)


def _places(best: Event, events: list[Event]) -> tuple[Where, ...]:
    """All places the reports tell; one that a story only lends where none of them tells any."""
    found: dict[tuple[str, str], Where] = {}
    for event in (best, *events):
        for where in event.where:
            found.setdefault((where.role, where.place_id or where.text.casefold()), where)
    told = tuple(where for where in found.values() if not where.is_lent)
    return told if any(where.is_placed for where in told) else tuple(found.values())
