"""What stands behind an event or a document: words, dates, places and numbers, ready to be shown as text.

Texts are handed over as pieces with a mark each, so that the browser neither counts offsets (its
strings are UTF-16) nor sees markup: every piece becomes a text node.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from timeline_app.events import find_named
from timeline_app.merge import are_compatible, check_event, claims_of
from timeline_app.model import (
    Actor,
    Candidate,
    Conflict,
    DateMention,
    Document,
    Event,
    Modality,
    PlaceMention,
    Quantity,
    Report,
    Source,
    When,
    Where,
)
from timeline_app.views.claims.claim_words import agreement_line, field_title, in_order, number_words, statement
from timeline_app.views.claims.compare import same_source, teller_of, told_by
from timeline_app.views.claims.spread import spread
from timeline_app.views.frames.source_names import with_one_name
from timeline_app.views.words.country_words import country_label, reason_words
from timeline_app.views.words.labels import ACTOR_ROLES, MODALITIES, ORIGINS, REVIEWS, short_day, when_label
from timeline_app.views.words.text import safe_url, visible

Payload = dict[str, Any]
Mark = tuple[int, int, str]
"""Offsets and what they mark: "event", "date", "place", "number" or "actor"."""

CONTEXT = 240
"""Code points shown before and after a quote: about two sentences."""

_FIRST_WORD, _LAST_WORD = re.compile(r"^\S+\s"), re.compile(r"\s\S+$")

MAX_SHOWN = 60_000
"""Code points of a document shown at once: some thirty printed pages; the rest is told by number."""

BASES = {
    "stated": "stated in the text",
    "relative": "reckoned from the words",
    "inherited": "carried on from the sentence before",
    "publication": "a guess: no words tell its day",
    "curated": "entered by hand",
}


def evidence_payload(event: Event, documents: Mapping[str, Document], sources: Mapping[str, Source]) -> Payload:
    """Everything known of one event, its reports with their context and marked words.

    Args:
        event: the event.
        documents: by id, those whose text is at hand.
        sources: by id, descriptions of all; hand-made events may name a document by its file's name.
    """
    return {
        "id": event.id,
        "title": visible(event.title),
        "summary": visible(event.summary),
        "type": event.type,
        "told_as": _told_as(event.modality),
        "came": ORIGINS[event.origin].lower(),
        "review": {
            "state": REVIEWS[event.review.status].lower(),
            "by": visible(event.review.by),
            "note": visible(event.review.note),
        },
        "when": _when(event.when),
        "where": [_where(place) for place in event.where],
        "actors": [{"name": visible(actor.name), "role": _role(actor)} for actor in event.actors],
        "quantities": [_quantity(quantity) for quantity in event.quantities],
        "agreement": agreement_line(with_one_name(event, same_source(sources))),
        "conflicts": [_conflict(conflict, event, sources) for conflict in event.conflicts],
        "checks": [visible(reason) for reason in check_event(event)],
        "reports": [_report(report, documents.get(report.document), sources) for report in event.reports],
        "url": safe_url(event.url),
    }


def document_payload(
    document: Document,
    events: Iterable[Event],
    dates: Iterable[DateMention] = (),
    places: Iterable[PlaceMention] = (),
) -> Payload:
    """A document's text with the sentences, dates and places read from it marked, and what was not read dimmed."""
    reports = [report for event in events for report in event.reports if report.document == document.id]
    spans = [(report.start, report.end) for report in reports]
    marks: list[Mark] = [(start, end, "event") for start, end in spans]
    marks += [(date.start, date.end, "date") for date in dates if date.when is not None and _inside(date.start, spans)]
    marks += [(p.start, p.end, "place") for p in places if p.use == "place" and _inside(p.start, spans)]
    marks += [(z.start, z.end, "aside") for z in document.zones if z.kind not in ("body", "headline")]
    shown = document.text[:MAX_SHOWN]
    return {
        "title": visible(document.title or document.name),
        "pieces": pieces(shown, 0, marks),
        "hidden": max(0, len(document.text) - MAX_SHOWN),
        "zones": sorted({zone.kind for zone in document.zones}),
    }


def pieces(text: str, offset: int, marks: Iterable[Mark]) -> list[Payload]:
    """The text cut at every mark's border: [{"text", "marks": [...]}], nothing lost.

    Args:
        text: the words.
        offset: where they start in the text that the marks count in.
        marks: may overlap and reach beyond the words.
    """
    inside = [
        (max(0, start - offset), min(len(text), end - offset), kind)
        for start, end, kind in marks
        if start - offset < len(text) and end > offset
    ]
    borders = sorted({0, len(text), *(at for start, end, _ in inside for at in (start, end))})
    opened = sorted(inside)
    result: list[Payload] = []
    active: list[tuple[int, int, str]] = []
    for start, end in pairwise(borders):
        while opened and opened[0][0] <= start:
            active.append(opened.pop(0))
        active = [mark for mark in active if mark[1] > start]
        kinds = sorted({kind for _, _, kind in active})
        result.append({"text": visible(text[start:end]), "marks": kinds})
    return result


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _when(when: When | None) -> Payload | None:
    if when is None:
        return None
    return {
        "label": when_label(when.with_(alternatives=())),
        "edtf": when.edtf,
        "basis": BASES[when.basis],
        "guess": when.basis == "publication",
        "text": visible(when.text),
        "reason": visible(when.reason),
        "time": visible(when.time),
        "alternatives": [when_label(other) for other in when.alternatives],
    }


def _where(where: Where) -> Payload:
    return {
        "role": where.role,
        "text": visible(where.text),
        "name": visible(where.name),
        "kind": where.kind,
        "status": where.status if where.is_placed or where.status == "rejected" else "unresolved",
        "radius_km": where.radius_km,
        "point": None if where.lat is None or where.lon is None else f"{where.lat:.3f}, {where.lon:.3f}",
        "score": round(where.score, 2),
        "reasons": [visible(reason_words(reason)) for reason in where.reasons],
        "candidates": [_candidate(candidate) for candidate in where.candidates],
    }


def _candidate(candidate: Candidate) -> str:
    place = candidate.place
    home = ", ".join(part for part in (place.admin1, country_label(place.country)) if part)
    return visible(f"{place.name} ({place.kind}{', ' + home if home else ''}), score {candidate.score:.2f}")


def _quantity(quantity: Quantity) -> str:
    """The number with what it counts, said once: "about 300 fighters", "300 to 500 family members"."""
    if quantity.what and quantity.what.casefold() in quantity.text.casefold():
        return visible(quantity.text)
    return visible(f"{number_words(quantity)} {quantity.what}".strip())


def _conflict(conflict: Conflict, event: Event, sources: Mapping[str, Source]) -> Payload:
    """The values in words with who gives them, how they stand to each other, and numbers and dates drawn."""
    claims = claims_of(conflict.field, event.reports)
    teller = teller_of(sources, claims)
    values = in_order(conflict, claims)
    return {
        "field": field_title(conflict.field),
        "compatible": are_compatible(conflict, event.reports),
        "statement": statement(conflict.field, [value for value, _ in values], claims),
        "spread": spread(conflict.field, claims, teller),
        "values": [{"value": value, "sources": [told_by(teller(name)) for name in names]} for value, names in values],
    }


def _name(document_id: str, sources: Mapping[str, Source]) -> str:
    source = sources.get(document_id)
    return visible(document_id if source is None else source.title or document_id)


def _told_as(modality: Modality) -> str:
    """How it is told where that is not as a fact."""
    return "" if modality == "asserted" else MODALITIES[modality]


def _role(actor: Actor) -> str:
    return "" if actor.role == "other" else ACTOR_ROLES[actor.role]


def _report(report: Report, document: Document | None, sources: Mapping[str, Source]) -> Payload:
    source = sources.get(report.document)
    return {
        "source": _name(report.document, sources),
        "publisher": visible(source.publisher) if source else "",
        "published": _published(report, source),
        "url": safe_url(source.url) if source and source.url else None,
        "told_as": _told_as(report.modality),
        "when": when_label(report.when) if report.when else None,
        "before": "" if document is None else visible(_before(document.text, report.start)),
        "pieces": pieces(report.quote, 0, _marks(report)),
        "after": "" if document is None else visible(_after(document.text, report.end)),
        "offsets": f"{report.start}–{report.end}" if report.end else "",
    }


def _before(text: str, end: int) -> str:
    """The words before a quote, beginning with a whole one; where text was left out, "…" says so."""
    begin = end - CONTEXT
    if begin <= 0:
        return text[:end]
    shown = text[begin:end]
    if not (text[begin - 1].isspace() or shown[:1].isspace()):
        shown = _FIRST_WORD.sub("", shown, count=1) or shown
    return f"… {shown.lstrip()}" if shown.strip() else shown


def _after(text: str, begin: int) -> str:
    """The words after a quote, ending with a whole one; where text was left out, "…" says so."""
    end = begin + CONTEXT
    if end >= len(text):
        return text[begin:]
    shown = text[begin:end]
    if not (text[end].isspace() or shown[-1:].isspace()):
        shown = _LAST_WORD.sub("", shown) or shown
    return f"{shown.rstrip()} …" if shown.strip() else shown


def _published(report: Report, source: Source | None) -> str | None:
    """The day of publication in words; as written where it is no day."""
    if source is None or not source.published:
        return short_day(report.published) if report.published else None
    try:
        return short_day(date.fromisoformat(source.published))
    except ValueError:
        return visible(source.published)


def _marks(report: Report) -> list[Mark]:
    """The words of a quote that its date, places, numbers and actors were read from."""
    wanted = [(report.when.text, "date")] if report.when and report.when.basis != "inherited" else []
    wanted += [(place.text, "place") for place in report.where]
    wanted += [(quantity.text, "number") for quantity in report.quantities]
    found: list[Mark] = []
    for words, kind in wanted:
        at = report.quote.find(words) if words else -1
        if at >= 0:
            found.append((at, at + len(words), kind))
    actors = {actor.name for actor in report.actors}
    return found + [(who.start, who.end, "actor") for who in find_named(report.quote) if who.name in actors]
