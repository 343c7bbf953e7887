"""Events as rows of named cells, the same that `imports` reads: one row a place of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline_app.model import Actor, Event, Quantity, Report, Source, When, Where
from timeline_app.views import disputed_fields, visible, when_label

COLUMNS = (
    "id", "title", "type", "date", "earliest", "latest", "basis", "role", "place", "lat", "lon", "radius_km",
    "actors", "quantities", "source", "url", "quote", "told_date", "told_basis", "told_actors", "told_modality",
    "disputed", "summary", "origin", "modality", "review",
)  # fmt: skip
"""Names of the cells, in order. `earliest` and `latest` (ISO 8601 days) say again what `date` (EDTF) says. `date`,
`basis`, `actors` and `modality` are the event's; the `told_` ones what this source says, as are places and numbers."""

NUMBERS = ("lat", "lon", "radius_km")
"""Cells that hold a number or nothing."""

_DECIMALS = 6
"""Of a degree: a tenth of a metre (RFC 7946, section 11.2)."""


def rows_of(event: Event, sources: Mapping[str, Source]) -> Iterator[dict[str, str]]:
    """The rows of an event, each with every column.

    Every report gives a row for each of its places; places nobody reports (a person put them there) follow.
    Words are made visible (`views.visible`), so that every cell can be written as UTF-8.
    """
    whole = event_cells(event)
    seen: list[dict[str, str]] = []
    for report in event.reports:
        told = {_place_key(place) for place in report.where}
        places = [place for place in event.where if _place_key(place) in told]
        for index, place in enumerate(places or (None,)):
            row = whole | report_cells(report, event, sources) | told_cells(report) | place_cells(place)
            seen.append(row | {"quantities": "" if index else quantities_cell(report.quantities)})
    seen += [whole | cells for cells in _told_by_nobody(event)]
    blank = dict.fromkeys(COLUMNS, "")
    rows = [blank | row for row in seen or [whole]]
    yield from {tuple(row.items()): row for row in rows}.values()


def _told_by_nobody(event: Event) -> list[dict[str, str]]:
    """Places and numbers that no report gives: a person put them there."""
    told = {_place_key(place) for report in event.reports for place in report.where}
    counted = {count for report in event.reports for count in report.quantities}
    rows = [place_cells(place) for place in event.where if _place_key(place) not in told]
    numbers = quantities_cell(tuple(count for count in event.quantities if count not in counted))
    if numbers:
        rows = [{**(rows[0] if rows else {}), "quantities": numbers}, *rows[1:]]
    return rows


def _place_key(place: Where) -> tuple[str, str]:
    """What makes a place of a report the event's: two sources reach one place for reasons of their own."""
    return place.role, place.place_id or place.text.casefold()


def event_cells(event: Event) -> dict[str, str]:
    """What all rows of an event share."""
    return {
        "id": visible(event.id),
        "title": visible(event.title),
        "type": event.type,
        **when_cells(event.when),
        "actors": " | ".join(_actor(actor) for actor in event.actors),
        "url": visible(event.url),
        "summary": visible(event.summary),
        "origin": event.origin,
        "modality": event.modality,
        "disputed": disputed_fields(event),
        "review": event.review.status,
    }


def told_cells(report: Report) -> dict[str, str]:
    """What a source says of date, actors and whether it happened, beside what the event makes of all sources."""
    return {
        "told_date": report.when.edtf if report.when else "",
        "told_basis": report.when.basis if report.when else "",
        "told_actors": " | ".join(_actor(actor) for actor in report.actors),
        "told_modality": report.modality,
    }


def whole_cells(event: Event, sources: Mapping[str, Source]) -> dict[str, str]:
    """What an event has where a row is one of its places: all its numbers and sources, a quote that says as much."""
    agreeing_first = sorted(event.reports, key=lambda report: report.modality != event.modality)
    told = [report_cells(report, event, sources) for report in agreeing_first]
    return event_cells(event) | {
        "quantities": quantities_cell(event.quantities),
        "source": "; ".join(dict.fromkeys(cells["source"] for cells in told)),
        "url": next((cells["url"] for cells in told if cells["url"]), visible(event.url)),
        "quote": next((cells["quote"] for cells in told if cells["quote"]), ""),
    }


def when_cells(when: When | None) -> dict[str, str]:
    """The date as EDTF, as its first and last possible day, and how it is known; blank when there is none."""
    if when is None:
        return {}
    return {
        "date": when.edtf,
        "earliest": when.earliest.isoformat(),
        "latest": when.latest.isoformat(),
        "basis": when.basis,
    }


def when_words(when: When | None) -> str:
    """The date in words, with what a guess is made from."""
    guessed = when is not None and when.basis == "publication"
    return when_label(when) + (
        " (the day it was published or written; when it happened is not told)" if guessed else ""
    )


def report_cells(report: Report, event: Event, sources: Mapping[str, Source]) -> dict[str, str]:
    """Who says it, in which words, and where that can be read."""
    source = sources.get(report.document)
    return {
        "source": visible(source.title if source else report.document),
        "url": visible(event.url or (source.url if source else "")),
        "quote": visible(report.quote),
    }


def place_cells(place: Where | None) -> dict[str, str]:
    """A place in its role; without coordinates where it is unresolved or was rejected."""
    if place is None:
        return {}
    cells = {"role": place.role, "place": visible(place.name or place.text)}
    if place.is_placed and place.lat is not None and place.lon is not None:
        cells |= {"lat": number(place.lat), "lon": number(place.lon)}
        cells |= {"radius_km": "" if place.radius_km is None else number(place.radius_km)}
    return cells


def number(value: float) -> str:
    """A decimal number without exponent or needless zeros."""
    text = f"{value:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def quantities_cell(quantities: tuple[Quantity, ...]) -> str:
    """Counts as `imports` reads them: "fighters=200..300 | buses=17 | dead=5.."; those without a number stay away."""
    return " | ".join(map(_quantity, (one for one in quantities if (one.low, one.high) != (None, None))))


def _quantity(quantity: Quantity) -> str:
    low, high = ("" if bound is None else number(bound) for bound in (quantity.low, quantity.high))
    return f"{_part(quantity.what).replace('=', ' ')}={low if low == high else f'{low}..{high}'}"


def _actor(actor: Actor) -> str:
    return _part(actor.name) if actor.role == "other" else f"{_part(actor.name)} ({actor.role})"


def _part(words: str) -> str:
    """Words for a list that is parted by bars."""
    return visible(words).replace("|", "/")
