"""Made-up events in any number, the same for the same seed: what screens are tried on when the example is too small.

Places are the gazetteer's own, dates are as uncertain as in life, some titles are Arabic, some events are undated or
without a place, every second one is as if it had been read from a document. Nothing in them happened.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from timeline_app.model import Event, Report, When, Where
from timeline_app.temporal import parse_edtf

GAZETTEER = Path(__file__).parent.parent / "gazetteer.csv"
SEED = 6
FIRST, PEAK, LAST = date(2014, 6, 1), date(2017, 8, 28), date(2019, 3, 31)
STORIES = (
    ("strike", "Aircraft strike a position near {place}"),
    ("clash", "Fighters clash on the road into {place}"),
    ("movement", "A convoy of {count} buses passes {place}"),
    ("talks", "Delegates meet in {place} over the exchange of {count} prisoners"),
    ("aid", "{count} lorries of aid reach {place}"),
    ("statement", "The governor of {place} denies that {count} families have left"),
    ("territory", "The town of {place} changes hands for the second time in a week, residents say"),
    ("violence against civilians", "{count} civilians killed in {place}"),
    ("detention", "{count} men taken at a crossing near {place}"),
    ("discovery", "A grave with {count} bodies found outside {place}"),
    ("protest", "Residents of {place} demand the return of the displaced"),
    ("agreement", "اتفاق على إجلاء {count} مقاتلا من {place_ar}"),
)


def generated_events(count: int, seed: int = SEED) -> Iterator[Event]:
    """`count` events, in no order; the first is dated to a day and placed in a town."""
    dice = random.Random(seed)  # noqa: S311 # nothing secret: the same events every time
    places = _places()
    towns = [place for place in places if float(place["radius_km"]) < 10]
    for number in range(count):
        place = dice.choice(places if number and dice.random() < 0.2 else towns)
        kind, story = STORIES[number and dice.randrange(len(STORIES))]
        words = {"place": place["name"], "place_ar": place["name_ar"] or place["name"], "count": dice.randint(2, 300)}
        title = story.format(**words)
        when = parse_edtf(PEAK.isoformat()) if number == 0 else _when(dice) if dice.random() < 0.94 else None
        where = _where(place) if number == 0 or dice.random() < 0.93 else ()
        reports = _reports(dice, number, title, when, where)
        yield Event(
            f"generated-{number}", title, kind, when=when, where=where, reports=reports,
            origin="parsed" if number % 2 else "curated", published=(LAST, LAST),
        )  # fmt: skip


def _places() -> list[dict[str, str]]:
    with GAZETTEER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _when(dice: random.Random) -> When:
    """Two thirds around the peak; every fourth uncertain in one of the ways of EDTF."""
    days = dice.gauss(0, 25) if dice.random() < 0.66 else dice.uniform((FIRST - PEAK).days, (LAST - PEAK).days)
    day = PEAK + timedelta(days=int(days))
    later = day + timedelta(days=dice.randint(1, 20))
    kinds = (f"{day}~", f"{day:%Y-%m}", f"{day}/{later}", f"[{day}..{later}]")
    return parse_edtf(dice.choice(kinds) if dice.random() < 0.25 else day.isoformat())


def _where(place: dict[str, str]) -> tuple[Where, ...]:
    return (
        Where("at", place["name"], place["name"], place["id"], float(place["lat"]), float(place["lon"]),
              float(place["radius_km"]), place["kind"], 1.0, ("made up",), status="confirmed"),
    )  # fmt: skip


def _reports(
    dice: random.Random, number: int, title: str, when: When | None, where: tuple[Where, ...]
) -> tuple[Report, ...]:
    sources = dice.sample(range(60), 1 + (dice.random() < 0.3) + (dice.random() < 0.1))
    return tuple(
        Report(f"generated-{number}-{source}", f"Made-up source {source + 1}", 0, 0, title, when, where)
        for source in sources
    )
