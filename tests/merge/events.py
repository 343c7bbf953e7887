"""Events of one report each, for tests of merging."""

from __future__ import annotations

from datetime import date

from timeline_app.model import Actor, Event, Quantity, Report, When, Where


def event(
    document: str,
    quote: str,
    day: int,
    kind: str = "strike",
    actors: tuple[str, ...] = ("US-led coalition",),
    modality: str = "asserted",
    lat: float | None = 34.5,
    count: tuple[float, str] | None = None,
    doer: str = "",
) -> Event:
    """A parsed event of August 2017 told in one sentence."""
    when = When.on_day(date(2017, 8, day))
    where = () if lat is None else (Where("at", "there", "There", f"p{lat}", lat, 39.0, 10.0),)
    quantities = (Quantity(count[1], count[0], count[0], f"{count[0]:g} {count[1]}"),) if count else ()
    told = (*(Actor(name) for name in actors), *([Actor(doer, "source")] if doer else []))
    report = Report(f"{document}:{quote}", document, 0, len(quote), quote, when, where, quantities, told, modality)  # type: ignore[arg-type]
    return Event(
        report.id, quote, kind, when=when, where=where, actors=told, quantities=quantities,
        reports=(report,), modality=modality, published=(date(2017, 8, day), date(2017, 8, day)),  # type: ignore[arg-type]
    )  # fmt: skip
