"""Values as the plain dicts of the timeline file and back, name for name (design section 4).

Reading checks types: a list where a text is expected raises `ValueError` naming the field, so that
no "True" or "[...]" ever becomes a title. Unknown fields are ignored, so that newer files can be read.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from timeline_app.model.correction import PlaceCorrection
from timeline_app.model.description import Description
from timeline_app.model.event import Actor, Conflict, ConflictValue, Event, Quantity, Report, Review
from timeline_app.model.place import Candidate, Place, Where
from timeline_app.model.problem import Problem
from timeline_app.model.timeline import Judgement, Source
from timeline_app.model.when import When

Wire = dict[str, Any]
T = TypeVar("T")


def when_to_wire(when: When) -> Wire:
    """A date as the file's `when` object."""
    return {
        "edtf": when.edtf,
        "earliest": when.earliest.isoformat(),
        "latest": when.latest.isoformat(),
        "extent": when.extent,
        "precision": when.precision,
        "approximate": when.approximate,
        "basis": when.basis,
        "text": when.text,
        "anchor": when.anchor,
        "reason": when.reason,
        "alternatives": [when_to_wire(other) for other in when.alternatives],
        "time": when.time,
    }


def when_from_wire(wire: object) -> When:
    """The date a `when` object tells."""
    get = _Fields(wire, "when")
    return When(
        earliest=get.day("earliest"),
        latest=get.day("latest"),
        edtf=get.text("edtf"),
        extent=get.text("extent", "within"),  # type: ignore[arg-type]
        precision=get.text("precision", "range"),  # type: ignore[arg-type]
        approximate=get.flag("approximate"),
        basis=get.text("basis", "stated"),  # type: ignore[arg-type]
        text=get.text("text", ""),
        anchor=get.text("anchor", ""),
        reason=get.text("reason", ""),
        alternatives=get.each("alternatives", when_from_wire),
        time=get.text("time", ""),
    )


def where_to_wire(where: Where) -> Wire:
    """A place as one of the file's `where` objects."""
    return {
        "role": where.role,
        "text": where.text,
        "name": where.name,
        "place_id": where.place_id,
        "lat": where.lat,
        "lon": where.lon,
        "radius_km": where.radius_km,
        "kind": where.kind,
        "status": where.status,
        "score": where.score,
        "reasons": list(where.reasons),
        "candidates": [_candidate_to_wire(candidate) for candidate in where.candidates],
    }


def where_from_wire(wire: object) -> Where:
    """The place a `where` object tells."""
    get = _Fields(wire, "where")
    return Where(
        role=get.text("role", "at"),  # type: ignore[arg-type]
        text=get.text("text", ""),
        name=get.text("name", ""),
        place_id=get.text("place_id", ""),
        lat=get.number("lat"),
        lon=get.number("lon"),
        radius_km=get.number("radius_km"),
        kind=get.text("kind", ""),
        status=get.text("status", "auto"),  # type: ignore[arg-type]
        score=get.number("score") or 0.0,
        reasons=get.each("reasons", _text),
        candidates=get.each("candidates", _candidate_from_wire),
    )


def _candidate_to_wire(candidate: Candidate) -> Wire:
    place = candidate.place
    return {
        "name": place.name,
        "place_id": place.id,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
    }


def _candidate_from_wire(wire: object) -> Candidate:
    get = _Fields(wire, "candidate")
    place = Place(
        id=get.text("place_id"),
        name=get.text("name"),
        kind=get.text("kind", ""),
        country=get.text("country", ""),
        admin1=get.text("admin1", ""),
        lat=get.need(get.number("lat"), "lat"),
        lon=get.need(get.number("lon"), "lon"),
        radius_km=get.number("radius_km") or 0.0,
    )
    return Candidate(place, get.number("score") or 0.0, get.each("reasons", _text))


def quantity_to_wire(quantity: Quantity) -> Wire:
    """A number with what it counts."""
    return {"what": quantity.what, "low": quantity.low, "high": quantity.high, "text": quantity.text}


def _quantity_from_wire(wire: object) -> Quantity:
    get = _Fields(wire, "quantity")
    return Quantity(get.text("what"), get.number("low"), get.number("high"), get.text("text", ""))


def _actor_from_wire(wire: object) -> Actor:
    get = _Fields(wire, "actor")
    return Actor(get.text("name"), get.text("role", "other"))  # type: ignore[arg-type]


def _claims(item: Event | Report) -> Wire:
    return {
        "when": None if item.when is None else when_to_wire(item.when),
        "where": [where_to_wire(place) for place in item.where],
        "actors": [{"name": actor.name, "role": actor.role} for actor in item.actors],
        "quantities": [quantity_to_wire(quantity) for quantity in item.quantities],
        "modality": item.modality,
    }


def report_to_wire(report: Report) -> Wire:
    """One source's words and claims."""
    return {
        "id": report.id,
        "document": report.document,
        "start": report.start,
        "end": report.end,
        "quote": report.quote,
        **_claims(report),
        **_alone(report),
    }


def _alone(report: Report) -> Wire:
    """How the report's event reads alone, where that is kept."""
    told = {"title": report.title, "type": report.type}
    published = {} if report.published is None else {"published": report.published.isoformat()}
    return {name: value for name, value in told.items() if value} | published


def report_from_wire(wire: object) -> Report:
    """The report a `reports` item tells."""
    get = _Fields(wire, "report")
    return Report(
        id=get.text("id", ""),
        document=get.text("document"),
        start=get.whole("start"),
        end=get.whole("end"),
        quote=get.text("quote", ""),
        when=get.maybe("when", when_from_wire),
        where=get.each("where", where_from_wire),
        quantities=get.each("quantities", _quantity_from_wire),
        actors=get.each("actors", _actor_from_wire),
        modality=get.text("modality", "asserted"),  # type: ignore[arg-type]
        title=get.text("title", ""),
        type=get.text("type", ""),
        published=get.maybe("published", _day),
    )


def event_to_wire(event: Event) -> Wire:
    """An event as one of the file's `events` objects."""
    return {
        "id": event.id,
        "title": event.title,
        "summary": event.summary,
        "type": event.type,
        **_claims(event),
        "reports": [report_to_wire(report) for report in event.reports],
        "conflicts": [
            {
                "field": conflict.field,
                "values": [{"value": v.value, "documents": list(v.documents)} for v in conflict.values],
            }
            for conflict in event.conflicts
        ],
        "origin": event.origin,
        "review": {
            "status": event.review.status,
            "by": event.review.by,
            "at": event.review.at,
            "note": event.review.note,
        },
        "published": None if event.published is None else [day.isoformat() for day in event.published],
        "url": event.url,
    }


def event_from_wire(wire: object) -> Event:
    """The event an `events` object tells.

    Raises:
        ValueError: naming the first field that is missing or not of its type.
    """
    get = _Fields(wire, "event")
    span = get.each("published", _day)
    return Event(
        id=get.text("id"),
        title=get.text("title"),
        summary=get.text("summary", ""),
        type=get.text("type", "other"),
        modality=get.text("modality", "asserted"),  # type: ignore[arg-type]
        when=get.maybe("when", when_from_wire),
        where=get.each("where", where_from_wire),
        actors=get.each("actors", _actor_from_wire),
        quantities=get.each("quantities", _quantity_from_wire),
        reports=get.each("reports", report_from_wire),
        conflicts=get.each("conflicts", _conflict_from_wire),
        origin=get.text("origin", "parsed"),  # type: ignore[arg-type]
        review=get.maybe("review", _review_from_wire) or Review(),
        published=(span[0], span[-1]) if span else None,
        url=get.text("url", ""),
    )


def _conflict_from_wire(wire: object) -> Conflict:
    get = _Fields(wire, "conflict")
    return Conflict(get.text("field"), get.each("values", _conflict_value_from_wire))


def _conflict_value_from_wire(wire: object) -> ConflictValue:
    get = _Fields(wire, "conflict value")
    return ConflictValue(get.text("value"), get.each("documents", _text))


def _review_from_wire(wire: object) -> Review:
    get = _Fields(wire, "review")
    return Review(get.text("status", "draft"), get.text("by", ""), get.text("at", ""), get.text("note", ""))  # type: ignore[arg-type]


def source_to_wire(source: Source) -> Wire:
    """What an export says of a document."""
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        "sha256": source.sha256,
    }


def source_from_wire(wire: object) -> Source:
    """The document description a `documents` item tells."""
    get = _Fields(wire, "document")
    published = get.maybe("published", _day)
    return Source(
        get.text("id"), get.text("title", ""), get.text("publisher", ""), get.text("url", ""),
        None if published is None else published.isoformat(), get.text("sha256", ""),
    )  # fmt: skip


def problem_to_wire(problem: Problem) -> Wire:
    """A problem as one of the file's `problems`."""
    return {"source": problem.source, "row": problem.row, "what": problem.what, "likely": problem.likely}


def problem_from_wire(wire: object) -> Problem:
    """The problem a `problems` item tells."""
    get = _Fields(wire, "problem")
    row = get.number("row")
    return Problem(get.text("source"), None if row is None else int(row), get.text("what"), get.text("likely", ""))


def judgement_to_wire(judgement: Judgement) -> Wire:
    """A judgement as one of the file's `judgements`."""
    return {
        "reports": list(judgement.reports),
        "verdict": judgement.verdict,
        "by": judgement.by,
        "at": judgement.at,
    }


def judgement_from_wire(wire: object) -> Judgement:
    """The judgement a `judgements` item tells."""
    get = _Fields(wire, "judgement")
    reports = get.each("reports", _text)
    if len(reports) != 2:
        raise ValueError(f"judgement: 'reports' needs two ids, not {len(reports)}")
    return Judgement((reports[0], reports[1]), get.text("verdict"), get.text("by", ""), get.text("at", ""))  # type: ignore[arg-type]


def place_to_wire(place: Place) -> Wire:
    """A whole row of a gazetteer."""
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "aliases": list(place.aliases),
        "name_ar": place.name_ar,
        "source": place.source,
        "population": place.population,
    }


def place_from_wire(wire: object) -> Place:
    """The row a place object tells."""
    get = _Fields(wire, "place")
    return Place(
        id=get.text("id"),
        name=get.text("name"),
        kind=get.text("kind", ""),
        country=get.text("country", ""),
        admin1=get.text("admin1", ""),
        lat=get.need(get.number("lat"), "lat"),
        lon=get.need(get.number("lon"), "lon"),
        radius_km=get.number("radius_km") or 0.0,
        aliases=get.each("aliases", _text),
        name_ar=get.text("name_ar", ""),
        source=get.text("source", ""),
        population=int(get.number("population") or 0),
    )


def place_correction_to_wire(correction: PlaceCorrection) -> Wire:
    """A person's word on a name."""
    return {
        "name": correction.name,
        "verdict": correction.verdict,
        "place": None if correction.place is None else place_to_wire(correction.place),
        "document": correction.document,
        "by": correction.by,
        "at": correction.at,
        "why": correction.why,
    }


def place_correction_from_wire(wire: object) -> PlaceCorrection:
    """The correction an object tells."""
    get = _Fields(wire, "place correction")
    return PlaceCorrection(
        get.text("name"), get.text("verdict"), get.maybe("place", place_from_wire), get.text("document", ""),  # type: ignore[arg-type]
        get.text("by", ""), get.text("at", ""), get.text("why", ""),
    )  # fmt: skip


def description_to_wire(said: Description) -> Wire:
    """A person's word on a source."""
    return {
        "source": said.source,
        "title": said.title,
        "publisher": said.publisher,
        "url": said.url,
        "published": None if said.published is None else said.published.isoformat(),
        "undated": said.undated,
        "by": said.by,
        "at": said.at,
        "why": said.why,
    }


def description_from_wire(wire: object) -> Description:
    """The word on a source that an object tells."""
    get = _Fields(wire, "description")
    return Description(
        get.text("source"), get.maybe("title", _text), get.maybe("publisher", _text), get.maybe("url", _text),
        get.maybe("published", _day), get.flag("undated"), get.text("by", ""), get.text("at", ""), get.text("why", ""),
    )  # fmt: skip


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"a text is expected, not {_shape(value)}")
    return value


def _day(value: object) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise ValueError(f"{value!r} is not a day written YYYY-MM-DD") from None


def _shape(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    return names.get(type(value), f"the {type(value).__name__} {value!r:.40}")


_EXACT = 2**53
"""Whole numbers up to this one are exact in every reader of JSON (RFC 8259, section 6)."""


class _Fields:
    """Typed reading of one JSON object; every complaint names the field."""

    def __init__(self, wire: object, kind: str) -> None:
        if not isinstance(wire, Mapping):
            raise ValueError(f"{kind}: an object is expected, not {_shape(wire)}")
        self._wire: Mapping[str, object] = wire
        self._kind = kind

    def need(self, value: T | None, name: str) -> T:
        if value is None:
            raise ValueError(f"{self._kind}: '{name}' is missing")
        return value

    def text(self, name: str, default: str | None = None) -> str:
        value = self._wire.get(name, default)
        if not isinstance(value, str):
            raise ValueError(f"{self._kind}: '{name}' should be a text, not {_shape(value)}")
        return value

    def flag(self, name: str) -> bool:
        value = self._wire.get(name, False)
        if not isinstance(value, bool):
            raise ValueError(f"{self._kind}: '{name}' should be true or false, not {_shape(value)}")
        return value

    def number(self, name: str) -> float | None:
        value = self._wire.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValueError(f"{self._kind}: '{name}' should be a number, not {_shape(value)}")
        if isinstance(value, float) and not math.isfinite(value):
            raise ValueError(f"{self._kind}: '{name}' is {value}, which is no number JSON knows")
        if isinstance(value, int) and abs(value) > _EXACT:
            return self._rounded(name, value)
        return value

    def _rounded(self, name: str, value: int) -> float:
        """A whole number beyond those that every reader of JSON keeps exactly."""
        try:
            return float(value)
        except OverflowError:
            raise ValueError(f"{self._kind}: '{name}' is larger than any number that can be kept") from None

    def whole(self, name: str) -> int:
        value = self.number(name)
        if value is None or value != int(value) or not 0 <= value <= _EXACT:
            raise ValueError(f"{self._kind}: '{name}' should be a whole number from 0 on")
        return int(value)

    def day(self, name: str) -> date:
        try:
            return _day(self._wire.get(name))
        except ValueError as fault:
            raise ValueError(f"{self._kind}: '{name}': {fault}") from None

    def maybe(self, name: str, read: Callable[[object], T]) -> T | None:
        value = self._wire.get(name)
        return None if value is None else read(value)

    def each(self, name: str, read: Callable[[object], T]) -> tuple[T, ...]:
        value = self._wire.get(name)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            raise ValueError(f"{self._kind}: '{name}' should be a list, not {_shape(value)}")
        return tuple(read(item) for item in value)
