"""The spread of disputed numbers and dates as a drawing: a row a source on one scale, in percent of its width.

The browser only draws: what lies where, the ticks, the overlap and the words come from here.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, inf, isinf, log10
from typing import Any

from timeline_app.merge import QUANTITY, Claim
from timeline_app.model import When
from timeline_app.views.claims.claim_words import (
    field_title,
    is_approximate,
    number,
    shared_bounds,
    value_words,
    verdict,
)
from timeline_app.views.words.labels import short_day

Payload = dict[str, Any]

MOST_ROWS = 24
"""Above it, sources that say the same share a row."""

_AIR = 0.08
"""Of the span, left free on both sides: room for arrows and for the dots' radius."""

_MOST_TICKS = 5
_MOST_DAY_TICKS = 4  # their labels are longer
_NEVER = (date.min.toordinal(), date.max.toordinal())
_REPORTED_WITHIN = 2.0
"""Spans of the claims beyond which a publication date is told in words only: drawn, it would squeeze the claims."""


@dataclass(frozen=True, slots=True)
class Teller:
    """How a source is called in a drawing, and when it was published."""

    name: str
    published: date | None = None


def spread(field: str, claims: Sequence[Claim], teller: Callable[[str], Teller]) -> Payload | None:
    """The drawing of a disputed number or date; None for names, and where no claim has a bound.

    Args:
        field: "when" or "quantity: buses".
        claims: what the sources say, in any order.
        teller: the source of a document's id.

    Returns:
        title; verdict (all fit, or how far apart); ticks at percents; overlap from, to or None; rows from the lowest
        up, each with source, value, reported (words), from, to, reported_at (percent or None) and the flags low_open,
        high_open (an arrow), approximate (hatched), soft (some day within) and point (a dot).
    """
    if field != "when" and not field.startswith(QUANTITY):
        return None
    bounds = [_finite(field, claim) for claim in claims]
    ends = [end for pair in bounds for end in pair if end is not None]
    if not ends:
        return None
    published = [day.toordinal() for claim in claims if field == "when" and (day := teller(claim.document).published)]
    scale = _Scale.over(ends, published) if field == "when" else _Scale.over(ends, alone=max(abs(end) for end in ends))
    shared = shared_bounds(claims)
    return {
        "title": field_title(field),
        "verdict": verdict(field, claims),
        "ticks": [{"at": scale.at(at), "label": label} for at, label in _ticks(field, scale)],
        "overlap": None if shared is None else {"from": scale.at(shared[0]), "to": scale.at(shared[1])},
        "rows": list(_rows(field, claims, teller, scale)),
    }


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float

    @classmethod
    def over(cls, ends: Sequence[float], beside: Sequence[float] = (), alone: float = 1.0) -> _Scale:
        """From the lowest to the highest end, and on to what lies beside not too far off.

        Args:
            ends: of all claims.
            beside: publication days.
            alone: what the air is reckoned from where all ends are one.
        """
        low, high = min(ends), max(ends)
        reach = max(14.0, _REPORTED_WITHIN * (high - low))
        near = [one for one in beside if low - reach <= one <= high + reach]
        low, high = min([low, *near]), max([high, *near])
        air = _AIR * (high - low) or max(1.0, _AIR * alone)
        return cls(low - air, high + air)

    def at(self, value: float) -> float:
        """Where a value lies, in percent; what is beyond an end lies at it."""
        return round(100 * (min(max(value, self.low), self.high) - self.low) / (self.high - self.low), 2)

    def has(self, value: float) -> bool:
        return self.low <= value <= self.high


def _finite(field: str, claim: Claim) -> tuple[float | None, float | None]:
    """The bounds, None for an open end: infinity, or the calendar's own."""
    open_ends = _NEVER if field == "when" else ()
    low, high = claim.bounds or (-inf, inf)
    return (
        None if isinf(low) or low in open_ends else low,
        None if isinf(high) or high in open_ends else high,
    )


def _rows(field: str, claims: Sequence[Claim], teller: Callable[[str], Teller], scale: _Scale) -> Iterator[Payload]:
    rows: dict[tuple[str, str], list[Claim]] = {}
    crowded = len({(claim.document, claim.value) for claim in claims}) > MOST_ROWS
    for claim in claims:
        rows.setdefault(("" if crowded else claim.document, claim.value), []).append(claim)
    ordered = sorted(rows.values(), key=lambda same: _rising(same[0], teller))
    for same in ordered:
        yield _row(field, same, [teller(name) for name in dict.fromkeys(claim.document for claim in same)], scale)


def _rising(claim: Claim, teller: Callable[[str], Teller]) -> tuple[float, float, str, str]:
    low, high = claim.bounds or (-inf, inf)
    return (high if isinf(low) else low, high, teller(claim.document).name, claim.document)


def _row(field: str, same: Sequence[Claim], tellers: Sequence[Teller], scale: _Scale) -> Payload:
    claim, published = same[0], tellers[0].published
    low, high = _finite(field, claim)
    when = claim.said if isinstance(claim.said, When) else None
    drawn = field == "when" and published is not None and len(tellers) == 1 and scale.has(published.toordinal())
    return {
        "source": tellers[0].name if len(tellers) == 1 else f"{len(tellers)} sources: {_some(tellers)}",
        "value": value_words(claim),
        "reported": f"reported {short_day(published)}" if published and len(tellers) == 1 else "",
        "reported_at": scale.at(published.toordinal()) if drawn and published else None,
        "from": 0.0 if low is None else scale.at(low),
        "to": 100.0 if high is None else scale.at(high),
        "low_open": low is None,
        "high_open": high is None,
        "approximate": is_approximate(claim),
        "soft": when is not None and when.extent == "within" and not when.is_single_day,
        "point": low is not None and low == high,
    }


def _some(tellers: Sequence[Teller]) -> str:
    names = [teller.name for teller in tellers]
    return "; ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


# -- ticks ----------------------------------------------------------------------------------------


def _ticks(field: str, scale: _Scale) -> list[tuple[float, str]]:
    return _day_ticks(scale) if field == "when" else [(at, number(at)) for at in _round_numbers(scale)]


def _round_numbers(scale: _Scale) -> list[float]:
    """At most five round numbers on the scale, whole ones wherever it spans one."""
    span = scale.high - scale.low
    power = 10.0 ** floor(log10(span / _MOST_TICKS))
    steps = [power * factor for factor in (1, 2, 5, 10, 20, 50)]
    for step in [step for step in steps if step >= 1 or span < 2]:
        first = ceil(scale.low / step)
        count = floor(scale.high / step) - first + 1
        if count <= _MOST_TICKS:
            return [round((first + i) * step, 6) for i in range(count)]
    return []


def _day_ticks(scale: _Scale) -> list[tuple[float, str]]:
    """Days, first days of months or of years, whichever are few enough; days bear a year only where it changes."""
    first = date.fromordinal(max(1, ceil(scale.low)))
    last = date.fromordinal(min(_NEVER[1], floor(scale.high)))
    span = (last - first).days
    for step in (1, 2, 3, 7, 14):
        if span // step < _MOST_DAY_TICKS:
            days = [date.fromordinal(first.toordinal() + i * step) for i in range(span // step + 1)]
            return [(_at(day), short_day(day, with_year=_is_new(day, step, first))) for day in days]
    for months in (1, 2, 3, 6):
        begun = [day for day in _months(first, last) if (day.month - 1) % months == 0] if span < 1500 else []
        if 1 < len(begun) <= _MOST_DAY_TICKS:
            return [(_at(day), f"{calendar.month_abbr[day.month]} {day.year}") for day in begun]
    step = next(step for step in _YEARS if span / 365.25 / step < _MOST_DAY_TICKS)
    years = [year for year in range(first.year + (first > date(first.year, 1, 1)), last.year + 1) if year % step == 0]
    return [(_at(date(year, 1, 1)), str(year)) for year in years]


_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


def _at(day: date) -> float:
    return float(day.toordinal())


def _is_new(day: date, step: int, first: date) -> bool:
    """Whether a tick is the first of its year, but for the first of all."""
    return day != first and date.fromordinal(day.toordinal() - step).year < day.year


def _months(first: date, last: date) -> list[date]:
    begun = [date(year, month, 1) for year in range(first.year, last.year + 1) for month in range(1, 13)]
    return [day for day in begun if first <= day <= last]
