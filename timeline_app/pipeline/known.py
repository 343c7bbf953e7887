"""What comes beside what is known: a day a person gave stays, and two lists may number their events alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline_app.documents import RANK
from timeline_app.model import Document, Event, Problem, Report, Timeline, curated_event_id

_LIKE = 60.0
"""Likeness of two titles, of 100 (rapidfuzz `token_set_ratio`), from which one is the other corrected."""


def as_known(coming: Sequence[tuple[Document, bytes]], kept: Iterable[Document]) -> tuple[tuple[Document, bytes], ...]:
    """Documents as they come, with what is known better of those that are kept already.

    A publication date stays when its evidence is better than what comes (a day given by a person outweighs a
    stamp line), and with it title, publisher and address. The name of a file is no evidence
    against another name of the same bytes.
    """
    known = {document.id: document for document in kept}
    return tuple((_with_known(document, known.get(document.id)), data) for document, data in coming)


def _with_known(coming: Document, known: Document | None) -> Document:
    if known is None:
        return coming
    stays = _outweighs(known, coming)
    better, other = (known, coming) if stays else (coming, known)
    document = replace(
        coming,
        name=known.name,
        title=better.title or other.title,
        publisher=better.publisher or other.publisher,
        url=better.url or other.url,
        language=better.language or other.language,
    )
    if not stays:
        return document
    chosen = known.publications[0]
    others = tuple(other for other in coming.publications if other.day != chosen.day)
    return replace(document, publications=(chosen, *others))


_BESIDE = ("option", "sidecar", "file name")
"""Evidence that is not in the bytes, so that the same bytes may come without it."""


def _outweighs(known: Document, coming: Document) -> bool:
    """Whether the known date stays: its evidence is not in the bytes, and better than what comes now.

    Of two days a person gave the later word counts; of two names of a file the first.
    """
    if not known.publications or known.publications[0].source not in _BESIDE:
        return False
    mine, other = _rank(known), _rank(coming)
    return mine < other or (mine == other and known.publications[0].source == "file name")


def _rank(document: Document) -> int:
    return RANK.index(document.publications[0].source) if document.publications else len(RANK)


def told_apart(timeline: Timeline, name: str, extracted: Sequence[Event], corrected: Sequence[Event]) -> Timeline:
    """A list whose events with the id of a kept but different event get ids of their own.

    Lists made by hand number their events from 1. An event of a known id is that event, corrected, when its
    title or its date is still like one of the two kept forms; when neither is, it is another list's.

    Args:
        timeline: what the list holds.
        name: the file, for messages.
        extracted: the kept events as they were handed in.
        corrected: the kept events as a person made them.
    """
    known: dict[str, list[Event]] = {}
    for event in (*extracted, *corrected):
        known.setdefault(event.id, []).append(event)
    events: list[Event] = []
    problems: list[Problem] = []
    for event in timeline.events:
        others = known.get(event.id, [])
        if event.origin != "curated" or not others or any(_is_like(event, other) for other in others):
            events.append(event)
            continue
        events.append(_renamed(event))
        what = f"event {event.title!r:.80} has the id of another list's {others[0].title!r:.80}; kept as its own"
        problems.append(Problem(name, None, what, "both lists count from 1; or an event was replaced"))
    return Timeline(timeline.sources, tuple(events), (*timeline.problems, *problems), timeline.judgements)


def _is_like(event: Event, other: Event) -> bool:
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415 - only lists that meet known ids need it

    if event.when is not None and other.when is not None and event.when.edtf == other.when.edtf:
        return True
    return bool(token_set_ratio(event.title.casefold(), other.title.casefold()) >= _LIKE)


def _renamed(event: Event) -> Event:
    """The event under an id made of its own words, the same whenever the list comes again."""
    words = f"{event.id} {event.title} {event.when.edtf if event.when else ''}"
    reports = tuple(_with_id(report, curated_event_id(f"{words} {n}")) for n, report in enumerate(event.reports[1:], 2))
    new = curated_event_id(words)
    return event.with_(id=new, reports=(*(_with_id(report, new) for report in event.reports[:1]), *reports))


def _with_id(report: Report, new: str) -> Report:
    return replace(report, id=new)
