"""Events as a large research leaves them: seeded random, with everything that makes drawing and filtering hard."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path

from timeline_app.geo import load_gazetteer
from timeline_app.model import (
    Actor,
    Candidate,
    Conflict,
    ConflictValue,
    Event,
    Place,
    Quantity,
    Report,
    Review,
    Source,
    When,
    Where,
)
from timeline_app.store import open_store

FIRST, DAYS = date(2011, 3, 15), 5400
"""The years the events fall in; dense in some, thin in others."""
VAGUE = frozenset({"country", "governorate", "region", "desert", "border", "river", "district", "valley"})
_BATCH = 5_000
"""Events of one transaction while a store is filled."""

_TYPES = (
    ("strike", 20), ("clash", 18), ("attack", 12), ("statement", 10), ("movement", 9), ("offensive", 6), ("protest", 5),
    ("detention", 4), ("aid", 4), ("territory", 4), ("violence against civilians", 3), ("agreement", 2), ("talks", 2),
    ("accusation", 2), ("discovery", 1), ("threat", 1), ("refusal", 1), ("other", 3),
)  # fmt: skip
_VERBS = {
    "strike": "Air strike hits {}", "clash": "Fighters clash near {}", "movement": "Convoy reaches {}",
    "protest": "Crowd gathers in {}", "aid": "Aid arrives in {}", "detention": "Men detained in {}",
}  # fmt: skip
_ACTORS = [f"{side} {body}" for side in ("First", "Second", "Third", "Fourth", "Northern", "Southern", "Eastern",
           "Western", "Desert", "River", "Mountain", "Coastal") for body in ("Brigade", "Council", "Front", "Army",
           "Committee", "Battalion", "Tribe", "Union", "Division", "Office", "Party", "Movement")]  # fmt: skip
_FILLER = (
    "witnesses said shortly after dawn as families left by the road to the east while the statement gave no number "
    "and a doctor at the hospital spoke of several wounded among them children before the line was cut"
).split()


def generated_events(count: int, seed: int = 1) -> Iterator[Event]:
    """So many events; the first ones are the same whatever the count."""
    chance = random.Random(seed)
    places = _places(chance)
    weights = [1 / (rank + 3) for rank in range(len(places))]
    cumulated = [sum(weights[:1])]
    for weight in weights[1:]:
        cumulated.append(cumulated[-1] + weight)
    for number in range(count):
        yield _event(number, chance, lambda: chance.choices(places, cum_weights=cumulated)[0])


def sources_of(count: int) -> list[Source]:
    """The documents that the reports of so many events name."""
    return [
        Source(_document(number), f"Report no. {number}", f"Agency {number % 37}", "", _published(number).isoformat())
        for number in range(_documents(count))
    ]


def fill_store(path: Path, count: int, seed: int = 1) -> None:
    """A store with so many generated events, through the store's own `add`, a few thousand at a time."""
    store = open_store(path)
    store.add(sources=sources_of(count), by="benchmark")
    events = generated_events(count, seed)
    while batch := list(islice(events, _BATCH)):
        store.add(events=batch, by="benchmark")
    store.close()


def _places(chance: random.Random) -> list[Place]:
    """Towns and vague regions of the region's gazetteer, the same famous ones first, over and over."""
    near = _near()
    famous, rest = list(near[:400]), near[400:]
    chance.shuffle(famous)
    return famous + chance.sample(rest, min(len(rest), 6_000))


@cache
def _near() -> tuple[Place, ...]:
    """The places of the region, the most populous first; read once, the gazetteer holds 200,000."""
    near = [
        place for place in load_gazetteer().places
        if set(place.country.split("|")) & {"SY", "LB", "IQ"} and 29 < place.lat < 38 and 35 < place.lon < 49
    ]  # fmt: skip
    return tuple(sorted(near, key=lambda place: (-place.population, place.id)))


def _event(number: int, chance: random.Random, a_place: object) -> Event:
    kind = chance.choices([name for name, _ in _TYPES], [weight for _, weight in _TYPES])[0]
    when = _when(chance)
    where = _where(kind, chance, a_place)
    name = where[0].name or where[0].text if where else "an unnamed place"
    actors = tuple(Actor(who, "source") for who in chance.sample(_ACTORS, chance.choice((0, 1, 1, 1, 2, 2, 3))))
    who = f"{actors[0].name}: " if actors else ""
    title = f"{who}{_VERBS.get(kind, kind.capitalize() + ' reported at {}').format(name)}, no. {number}"
    reports = tuple(
        _report(number, n, when, where, chance) for n in range(chance.choices((1, 2, 3, 4), (60, 25, 10, 5))[0])
    )
    published = sorted(day for report in reports if (day := report.published))
    conflicts = (
        (Conflict("when", tuple(ConflictValue(r.quote[:20], (r.document,)) for r in reports[:2])),)
        if len(reports) > 1 and chance.random() < 0.2
        else ()
    )
    status = chance.choices(("draft", "accepted", "rejected"), (88, 11, 1))[0]
    return Event(
        id=reports[0].id,
        title=title,
        type=kind,
        when=when,
        where=where,
        actors=actors,
        quantities=(Quantity("people", float(chance.randint(1, 90)), None, "some people"),)
        if chance.random() < 0.3
        else (),
        reports=reports,
        conflicts=conflicts,
        origin="curated" if chance.random() < 0.3 else "parsed",
        review=Review(status, "benchmark" if status != "draft" else ""),  # type: ignore[arg-type]
        published=(published[0], published[-1]) if published else None,
    )


def _when(chance: random.Random) -> When | None:
    # Denser in the middle years and in bursts of a few weeks, as wars are.
    offset = (
        chance.gauss(0.45, 0.2)
        if chance.random() < 0.7
        else chance.choice((0.2, 0.42, 0.47, 0.71)) + chance.gauss(0, 0.006)
    )
    day = FIRST + timedelta(days=round(min(max(offset, 0), 1) * DAYS))
    luck = chance.random()
    if luck < 0.03:
        return None
    if luck < 0.75:
        return When.on_day(day, text=f"on {day:%A}", basis=chance.choice(("stated", "relative", "relative")))
    if luck < 0.82:
        return When.on_day(day, basis="publication", reason="only the publication date is known")
    if luck < 0.87:
        return When.in_month(day.year, day.month, text=f"{day:%B %Y}")
    if luck < 0.89:
        return When.in_year(day.year, text=str(day.year))
    later = day + timedelta(days=chance.randint(1, 40))
    if luck < 0.94:
        return When.within(day, later, approximate=chance.random() < 0.3)
    if luck < 0.99:
        return When.throughout(day, later)
    return When.on_day(day, alternatives=(When.on_day(later),))


def _where(kind: str, chance: random.Random, a_place: object) -> tuple[Where, ...]:
    luck = chance.random()
    if luck < 0.04:
        return ()
    place: Place = a_place()  # type: ignore[operator]
    if luck < 0.06:
        return (Where("at", f"{place.name} farm", status="unresolved"),)
    if kind == "movement" and luck < 0.7:
        ends = ("from", place), ("to", a_place())  # type: ignore[operator]
        return tuple(Where.of(Candidate(spot, 0.8, ("one of the name",)), role, spot.name) for role, spot in ends)
    found = Where.of(Candidate(place, 0.9, ("one of the name",)), "at", place.name)
    if place.kind in VAGUE or luck < 0.7:
        return (found,)
    # A point of its own, as a survey or a video gives it.
    return (
        found.with_(
            place_id="",
            lat=round(place.lat + chance.gauss(0, 0.03), 4),
            lon=round(place.lon + chance.gauss(0, 0.03), 4),
        ),
    )


def _report(number: int, nth: int, when: When | None, where: tuple[Where, ...], chance: random.Random) -> Report:
    source = chance.randrange(max(1, _documents(number + 1)))
    quote = " ".join(chance.choices(_FILLER, k=chance.randint(12, 32))).capitalize() + "."
    start = 40 * (number % 200)
    return Report(
        f"{chance.getrandbits(64):016x}{number:08x}{nth}", _document(source), start, start + len(quote), quote,
        when=when, where=where, published=_published(source),
    )  # fmt: skip


def _documents(count: int) -> int:
    """A document holds some ten events; agencies' yearly lists hold more, so not more than two thousand."""
    return min(2_000, max(3, count // 10))


def _document(number: int) -> str:
    return f"{number:016x}"


def _published(number: int) -> date:
    return FIRST + timedelta(days=(number * 37) % DAYS)
