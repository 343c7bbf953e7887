"""Calendar arithmetic: shifts, weeks, seasons, parts of longer spans. No words, no text."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

Span = tuple[date, date]
"""First and last day, both included."""

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""Meteorological seasons of the northern hemisphere; winter 2017 is December 2017 to February 2018."""

_PART_OF_SPAN = {"START": (0, 1 / 3), "MID": (1 / 3, 2 / 3), "END": (2 / 3, 1)}


def day_or_none(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, or None when a part is missing or there is no such day (30 February, year 0)."""
    if year is None or month is None or day is None or not 1 <= year <= 9999:
        return None
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def shift_days(day: date, days: int) -> date | None:
    """So many days on (negative: back), None outside the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_months(day: date, months: int) -> date | None:
    """So many months on, on the same day of the month or its last; None outside the years 1 to 9999."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_span(year: int, month: int) -> Span | None:
    """First and last day of a month."""
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        return None
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_span(year: int, years: int = 1) -> Span | None:
    """First day of a year to the last of so many years."""
    if not (year >= 1 and year + years - 1 <= 9999):
        return None
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def week_span(day: date) -> Span | None:
    """Monday to Sunday around a day (ISO 8601 week)."""
    monday = shift_days(day, -day.weekday())
    sunday = shift_days(day, 6 - day.weekday())
    return (monday, sunday) if monday and sunday else None


def quarter_span(year: int, quarter: int) -> Span | None:
    """First and last day of a quarter, 1 to 4."""
    first, last = month_span(year, quarter * 3 - 2), month_span(year, quarter * 3)
    return (first[0], last[1]) if first and last else None


def season_span(year: int, season: str) -> Span | None:
    """First and last day of a season, see `SEASON_MONTHS`."""
    first, last = SEASON_MONTHS[season]
    begin, end = month_span(year, first), month_span(year + (last < first), last)
    return (begin[0], end[1]) if begin and end else None


def part_of(span: Span, edge: str) -> Span:
    """The first, middle or last third of a span (START, MID, END), on whole days; a single day is its own part.

    Of a calendar year whole months: "early 2014" and "late 2014" are its first and last quarter, as the readers of the
    retold articles took it wherever they met one; "mid-2014" is May to August. Of a month the dekads of calendars: to
    the 10th, to the 20th, to its end.
    """
    low, high = _PART_OF_SPAN[edge]
    if span == year_span(span[0].year):
        low, high = _PART_OF_YEAR.get(edge, (low, high))
        months = [month_span(span[0].year, number) for number in (1 + round(12 * low), round(12 * high))]
        return (months[0] or span)[0], (months[1] or span)[1]
    if span == month_span(span[0].year, span[0].month):
        first, last = _DEKADS[edge]
        return span[0] + timedelta(days=first), span[1] if last is None else span[0] + timedelta(days=last)
    days = (span[1] - span[0]).days + 1
    begin = min(round(days * low), days - 1)
    end = min(max(round(days * high) - 1, begin), days - 1)
    return span[0] + timedelta(days=begin), span[0] + timedelta(days=end)


_PART_OF_YEAR = {"START": (0.0, 0.25), "END": (0.75, 1.0)}
_DEKADS: dict[str, tuple[int, int | None]] = {"START": (0, 9), "MID": (10, 19), "END": (20, None)}
"""Days of a month behind its first."""


def iso_week(day: date) -> str:
    """`2017-W35`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def nearest_weekday(day: date, weekday: int, direction: int) -> date | None:
    """The weekday on `day` or before (-1) or after (+1) it."""
    ahead = (weekday - day.weekday()) % 7
    return shift_days(day, ahead if direction > 0 or ahead == 0 else ahead - 7)
