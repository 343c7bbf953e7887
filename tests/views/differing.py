"""Events whose sources differ, for tests of what is shown of that."""

from __future__ import annotations

from datetime import date
from typing import Any

from timeline_app.merge import find_conflicts
from timeline_app.model import Actor, Event, Quantity, Report, Source, When, Where

SOURCES = {
    name: Source(name, title, publisher, "", published)
    for name, title, publisher, published in (
        ("a", "Convoy leaves", "Agency", "2017-08-29"),
        ("b", "Defeat on wheels", "Forum", "2017-09-02"),
        ("c", "=1+1 <b>{{7*7}}</b>", "Agency", None),
        ("d", "قافلة", "", "2017-08-30"),
    )
}


def number(document: str, low: float | None, high: float | None, text: str = "", what: str = "buses") -> Report:
    return told(document, quantities=(Quantity(what, low, high, text),))


def day(document: str, when: When | int) -> Report:
    return told(document, when=When.on_day(date(2017, 8, when)) if isinstance(when, int) else when)


def place(document: str, name: str, lat: float | None, lon: float | None, radius_km: float = 1.0) -> Report:
    return told(document, where=(Where("at", name, name, name, lat, lon, radius_km),))


def said(document: str, modality: str) -> Report:
    return told(document, modality=modality)


def doer(document: str, *names: str) -> Report:
    return told(document, actors=tuple(Actor(name, "source") for name in names))


def told(document: str, **what: Any) -> Report:
    return Report(f"r-{document}", document, 0, 0, "", **what)


def event(reports: list[Report], name: str = "e1", title: str = "Convoy leaves Qarah", **more: Any) -> Event:
    more.setdefault("when", When.on_day(date(2017, 8, 28)))
    return Event(name, title, "movement", reports=tuple(reports), conflicts=find_conflicts(reports), **more)
