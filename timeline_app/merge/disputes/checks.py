"""What does not fit the world, or itself: said beside an event with the reason, never silently put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from timeline_app.geo import distance_km
from timeline_app.model import Event, Quantity, Report, Where

APART_KM = 60.0
"""How far two scenes of one sentence may lie beyond their radii: gazetteers and writers are that vague."""

KM_A_DAY = 900.0
"""Further than a loaded convoy drives in a day: 15 hours at 60 km/h, the speed limit for lorries in the region."""

SMALL = 10
"""Counts below this are not added up: "two of them" is told of anything."""

_PARTS = re.compile(r"\b(?:including|among them|of whom|of which)\b", re.IGNORECASE)


def check_event(event: Event) -> tuple[str, ...]:
    """Reasons to look twice, in English; () when nothing speaks against an event.

    A place said to lie where the gazetteer has it not, a way longer than can be driven in the time, an event reported
    before it happened, parts that are more than their whole.
    """
    found = [*_told_too_early(event)]
    for report in event.reports:
        found += [*_far_scenes(report), *_too_fast(report), *_more_than_all(report)]
    return tuple(dict.fromkeys(found))


def _told_too_early(event: Event) -> Iterator[str]:
    """A plan or a fear may be told before; what is told as having happened may not."""
    if event.when is None or event.published is None or event.modality == "planned":
        return
    first = event.published[0]
    if event.when.earliest > first and event.when.basis != "publication":
        yield f"reported on {first.isoformat()}, before the day it is dated: {event.when.edtf}"


def _far_scenes(report: Report) -> Iterator[str]:
    scenes = [where for where in report.where if where.role in ("at", "near") and where.is_placed]
    for one, other in combinations(scenes, 2):
        km = _km(one, other)
        if km is not None and km > APART_KM and not _is_list(report.quote, one, other):
            yield (
                f"told of one scene, but {one.name or one.text} and {other.name or other.text} lie at least "
                f"{km:.0f} km apart in the gazetteer"
            )


def _is_list(quote: str, one: Where, other: Where) -> bool:
    """Whether the words enumerate places ("in Homs and Aleppo"), which then are several scenes."""
    first, last = sorted((one, other), key=lambda where: quote.find(where.text))
    begin = quote.find(first.text) + len(first.text)
    between = quote[begin : quote.find(last.text)]
    return re.search(r"(?:,|\band\b|\bor\b|/|\bas well as\b|\bto\b)", between) is not None


def _too_fast(report: Report) -> Iterator[str]:
    starts = [where for where in report.where if where.role == "from" and where.is_placed]
    ends = [where for where in report.where if where.role == "to" and where.is_placed]
    if report.when is None or not starts or not ends:
        return
    ways = [(km, one, other) for one in starts for other in ends if (km := _km(one, other)) is not None]
    km, one, other = min(ways, key=lambda way: way[0], default=(0.0, starts[0], ends[0]))
    if km > KM_A_DAY * report.when.days:
        days = "a day" if report.when.days == 1 else f"{report.when.days} days"
        yield f"from {one.name or one.text} to {other.name or other.text} is at least {km:.0f} km, too far for {days}"


def _more_than_all(report: Report) -> Iterator[str]:
    """Such as "40 people, including 60 children"."""
    mark = _PARTS.search(report.quote)
    if mark is None:
        return
    counted = [(report.quote.find(count.text), count) for count in report.quantities if count.text in report.quote]
    wholes = [count for at, count in counted if 0 <= at < mark.start()]
    parts = [count for at, count in counted if at > mark.end()]
    if not wholes or not parts:
        return
    whole, least = wholes[-1], sum(count.low or 0 for count in parts)
    if whole.high is not None and whole.high >= SMALL and least > whole.high and _same(whole, parts):
        told = " and ".join(count.text for count in parts)
        yield f"the parts ({told}) are more than the whole ({whole.text})"


def _same(whole: Quantity, parts: list[Quantity]) -> bool:
    """Whether people are counted on both sides, or one thing: buses may well hold more people than there are buses."""
    return all(_is_people(count) == _is_people(whole) for count in parts)


_THINGS = re.compile(
    r"\b(?:buses|trucks|vehicles|tanks|shells|rockets|missiles|bombs|raids|strikes|airstrikes|houses|buildings|towns"
    r"|villages|positions|roads|km|kilometres|kilometers|miles|dollars|tons|tonnes)\b",
    re.IGNORECASE,
)


def _is_people(count: Quantity) -> bool:
    return _THINGS.search(count.what) is None


def _km(one: Where, other: Where) -> float | None:
    """Kilometres between two places beyond their radii."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    km = distance_km(one.lat, one.lon, other.lat, other.lon)
    return max(0.0, km - (one.radius_km or 0.0) - (other.radius_km or 0.0))
