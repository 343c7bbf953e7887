"""What a date is reckoned from, the calendar unit so many units away, and readings made of spans of days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from timeline_app.model import Basis, Precision, TimexType, When
from timeline_app.temporal import almanac, say
from timeline_app.temporal.anchors import Anchors
from timeline_app.temporal.scene import Found, Reading, Scene


def whole(
    scene: Scene, found: Found, span: almanac.Span | None, value: str, precision: Precision, **more: object
) -> Reading:
    """A reading of a span; without the span a mention that has only its TIMEX3 value."""
    i, j = int(more.pop("i", found.i)), int(more.pop("j", found.j))  # type: ignore[call-overload]
    text = scene.tokens.text[scene.tokens.starts[i] : scene.tokens.ends[j - 1]]
    stated = bool(more.pop("stated", True))
    if span is None:
        missing = str(more.pop("missing", BEYOND))
        return Reading(i, j, "DATE", value, None, say.unknown(text, missing), tells=False, stated=stated)
    anchor = str(more.pop("anchor", ""))
    reason = str(more.pop("reason", "")) or (say.reckoned(text, anchor, *span) if anchor else say.stated(text, *span))
    basis: Basis = "relative" if anchor else "stated"
    when = interval(span, precision, text, bool(more.pop("approximate", False)), basis, anchor, reason)
    return Reading(i, j, "DATE", value, when, reason, stated=stated)


def interval(
    span: almanac.Span, precision: Precision, text: str, approximate: bool, basis: Basis, anchor: str, reason: str
) -> When:
    """A When with the shortest EDTF that says the span."""
    first, last = span
    rest = {"text": text, "approximate": approximate, "basis": basis, "anchor": anchor, "reason": reason}
    if first == last and precision == "day":
        return When.on_day(first, **rest)
    if precision == "month" and almanac.month_span(first.year, first.month) == span:
        return When.in_month(first.year, first.month, **rest)
    if precision == "year" and almanac.year_span(first.year) == span:
        return When.in_year(first.year, **rest)
    if precision in {"decade", "century"} and span in {almanac.year_span(first.year, n) for n in (10, 100)}:
        masked = f"{first.year:04d}"[: 3 if precision == "decade" else 2].ljust(4, "X")
        return When(first, last, masked, extent="within", precision=precision, **rest)  # type: ignore[arg-type]
    return When.within(first, last, precision=precision, **rest)


def edged(span: almanac.Span | None, edge: str | None) -> tuple[almanac.Span | None, bool]:
    """The part of a span that "early", "mid" or "late" means, and whether that is approximate."""
    if span is None or edge is None:
        return span, False
    return almanac.part_of(span, edge), True


BEYOND = "it lies outside the years 1 to 9999"

NO_PUBLICATION = "there is no publication date to reckon from"

NO_DATE_TOLD = "no day was told before to reckon from"


class Anchor(NamedTuple):
    """A day to reckon from and its name."""

    first: date
    last: date
    name: str
    precision: Precision = "day"


class Unit(NamedTuple):
    """A calendar unit: its span, TIMEX3 value and precision."""

    span: almanac.Span | None
    value: str
    precision: Precision


def publication(scene: Scene) -> Anchor | None:
    """Publication as an anchor."""
    day = scene.published
    return Anchor(day, day, scene.publication) if day else None


def told(scene: Scene, anchors: Anchors | None = None) -> Anchor | None:
    """The date told last as an anchor, of the scene's anchors or of others."""
    a = anchors or scene.anchors
    return Anchor(a.first, a.last, say.told(a.first, a.last), a.precision) if a.first and a.last else None


def told_just_now(scene: Scene, i: int) -> Anchor | None:
    """The day that "two days later" at token i goes on from, were it only told beside the story in the sentence before.

    "The army had seized the town on May 8. A day later it left." is of May 9, whatever day the story is at; a month or
    year looked back to is passed over, as no day lies two days behind it.
    """
    a = scene.anchors
    beside = told_beside(scene, i)
    if beside is not None and a.beside_named and (a.beside_sentence > a.sentence or a.told_day is None):
        return beside
    return told(scene, a.before_aside)


def told_beside(scene: Scene, i: int) -> Anchor | None:
    """The last day told in the sentence before token i or in its own, were it only told beside the story."""
    a = scene.anchors
    is_near = 0 <= scene.sentences[i] - a.beside_sentence <= 1
    return Anchor(a.beside, a.beside, say.told(a.beside, a.beside)) if a.beside is not None and is_near else None


def unit_at(day: date, unit: str, n: int) -> Unit:
    """The calendar unit that lies n units from the one around a day."""
    if unit in {"D", "N"}:
        moment = almanac.shift_days(day, n)
        return Unit((moment, moment) if moment else None, moment.isoformat() if moment else "", "day")
    if unit in {"W", "F", "WE"}:
        moment = almanac.shift_days(day, n * (14 if unit == "F" else 7))
        week = almanac.week_span(moment) if moment else None
        if moment is None or week is None:
            return Unit(None, "", "week")
        if unit == "WE":
            saturday = almanac.shift_days(week[1], -1)
            return Unit((saturday, week[1]) if saturday else None, almanac.iso_week(moment) + "-WE", "range")
        return Unit(week, almanac.iso_week(moment), "week")
    if unit == "M":
        moment = almanac.shift_months(day, n)
        return Unit(
            almanac.month_span(moment.year, moment.month) if moment else None,
            moment.isoformat()[:7] if moment else "",
            "month",
        )
    if unit == "Q":
        moment = almanac.shift_months(day, 3 * n)
        if moment is None:
            return Unit(None, "", "quarter")
        quarter = (moment.month + 2) // 3
        return Unit(almanac.quarter_span(moment.year, quarter), f"{moment.year:04d}-Q{quarter}", "quarter")
    if unit == "Y":
        return Unit(almanac.year_span(day.year + n), f"{max(day.year + n, 0):04d}", "year")
    years = 10 if unit == "DE" else 100
    first = day.year // years * years + n * years
    precision: Precision = "decade" if years == 10 else "century"
    return Unit(almanac.year_span(first, years), f"{max(first, 0):04d}"[: 3 if years == 10 else 2], precision)


def present(
    found: Found,
    unit: Unit,
    anchor: Anchor,
    *,
    approximate: bool = False,
    how: str = "reckoned from",
    reason: str = "",
    stated: bool = False,
) -> Reading:
    """A reading of a unit reckoned from an anchor; a mention without a date where no calendar day is there."""
    if unit.span is None:
        return undated(found, unit.value, BEYOND)
    reason = reason or say.reckoned(found.text, anchor.name, *unit.span, how=how)
    when = interval(unit.span, unit.precision, found.text, approximate, "relative", anchor.name, reason)
    return Reading(found.i, found.j, "DATE", unit.value, when, reason, stated=stated)


def undated(found: Found, value: str, why: str, timex_type: TimexType = "DATE") -> Reading:
    """A mention that has its TIMEX3 value only, with what keeps it from being a date."""
    return Reading(found.i, found.j, timex_type, value, None, say.unknown(found.text, why), tells=False)


def unknown_value(unit: str) -> str:
    """The TIMEX3 value of a unit reckoned from nothing."""
    return {
        "D": "XXXX-XX-XX",
        "N": "XXXX-XX-XXTNI",
        "W": "XXXX-WXX",
        "M": "XXXX-XX",
        "Y": "XXXX",
        "WE": "XXXX-WXX-WE",
        "Q": "XXXX-QX",
    }.get(unit, "XXXX")
