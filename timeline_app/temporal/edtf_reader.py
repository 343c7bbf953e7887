"""Dates as people write them in hand-made lists: EDTF (ISO 8601-2) levels 0 to 2, and what is near it."""

from __future__ import annotations

import re
from datetime import date

from timeline_app.model import Precision, When
from timeline_app.temporal import almanac, say

_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}

_LONGEST = 100  # characters; the longest forms of level 2 stay well below

# "2017-08-30", "2017-08", "2017", "2017-22" (summer), "2017-33" (first quarter), with ?, ~ or % at the end
_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)", re.ASCII)
# "187X", "18XX", "2017-XX", "2017-08-XX", "2017-08-1X"
_MASKED = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}[?~%]?", re.ASCII)


def parse_edtf(text: str) -> When:
    """The interval an EDTF expression means, as entered by a person (basis "curated").

    Understood: `2017-08-30`, `2017-08`, `2017`, seasons `2017-21` to `24`, quarters `33` to `36`, `187X`,
    `2017-08-XX`, a closing `?` `~` `%`, `a/b` (throughout), `[a..b]` and `{a..b}` (on some day within).

    Raises:
        ValueError: one line that names the value and the likely mistake.
    """
    value = text.strip()
    if len(value) > _LONGEST:
        raise ValueError(f"{value[:20]!r}... is too long for a date (likely mistake: another column's text)")
    if not value:
        raise ValueError("the date is empty (likely mistake: the cell was left out)")
    if value[0] in "[{":
        return _one_of(value)
    if "/" in value:
        return _from_to(value)
    first, last, precision, approximate = _point(value, value)
    return _curated(value, first, last, value, precision, approximate)


def _from_to(value: str) -> When:
    begin, _, end = value.partition("/")
    if begin.strip() in {"", ".."} or end.strip() in {"", ".."}:
        raise ValueError(
            f"{value!r} is an open interval, which has no last (or first) day and cannot be shown "
            "(likely mistake: write the last day it is known to have lasted, e.g. 2017-08-28/2017-09-04)"
        )
    first, _, _, vague_a = _point(begin, value)
    _, last, _, vague_b = _point(end, value)
    if first > last:
        raise ValueError(f"{value!r} ends before it begins (likely mistake: the two days are exchanged)")
    when = _curated(value, first, last, value, "range", vague_a or vague_b)
    return when.with_(extent="throughout")


def _one_of(value: str) -> When:
    inner = value[1:-1]
    if value[-1] != {"[": "]", "{": "}"}[value[0]]:
        raise ValueError(f"{value!r} lacks its closing bracket (likely mistake: the cell was cut off)")
    ends = [part.strip() for piece in inner.split(",") for part in piece.split("..")]
    if not all(ends):
        raise ValueError(
            f"{value!r} is open at one end and cannot be shown "
            "(likely mistake: write both days, e.g. [2017-08-01..2017-08-09])"
        )
    points = [_point(part, value) for part in ends]
    first, last = min(p[0] for p in points), max(p[1] for p in points)
    if ".." in inner and points[0][0] > points[-1][1]:
        raise ValueError(f"{value!r} ends before it begins (likely mistake: the two days are exchanged)")
    when = _curated(value, first, last, value, "range", any(p[3] for p in points))
    return when.with_(extent="throughout") if value[0] == "{" else when


def _point(part: str, value: str) -> tuple[date, date, Precision, bool]:
    """First day, last day, precision and vagueness of one date."""
    part = part.strip().upper()
    match = _POINT.fullmatch(part)
    if match is not None:
        return *_plain(match, value), match[4] != ""
    if "X" in part and _MASKED.fullmatch(part):
        return *_masked(part.rstrip("?~%"), value), part[-1] in "?~%"
    return _by_library(part, value)


def _plain(match: re.Match[str], value: str) -> tuple[date, date, Precision]:
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if year == 0:
        raise ValueError(
            f"{value!r}: the year 0000 is outside the years 1 to 9999 (likely mistake: an empty date written as zeroes)"
        )
    if match[3]:
        return _day(year, month, day, value)
    if month in _SEASONS and (season := almanac.season_span(year, _SEASONS[month])):
        return *season, "season"
    if 33 <= month <= 36 and (quarter := almanac.quarter_span(year, month - 32)):
        return *quarter, "quarter"
    if match[2]:
        span = almanac.month_span(year, month)
        if span is None:
            raise _no_month(value, month)
        return *span, "month"
    return date(year, 1, 1), date(year, 12, 31), "year"


def _no_month(value: str, month: int | str, day: int = 1) -> ValueError:
    """What to say of a month over 12: the two were exchanged where they would fit each other's places."""
    fits = not str(month).isdigit() or (int(month) <= _DAYS and day <= _MONTHS)
    likely = "day and month are exchanged" if fits else "a slip of the keys"
    return ValueError(f"{value!r}: there is no month {month} (likely mistake: {likely})")


_DAYS, _MONTHS = 31, 12


def _day(year: int, month: int, day: int, value: str) -> tuple[date, date, Precision]:
    found = almanac.day_or_none(year, month, day)
    if found is not None:
        return found, found, "day"
    span = almanac.month_span(year, month)
    if span is None:
        raise _no_month(value, month, day)
    name = say.day(span[0]).split()[1]
    raise ValueError(f"{value!r}: there is no {day} {name} {year} (likely mistake: {name} has {span[1].day} days)")


def _masked(part: str, value: str) -> tuple[date, date, Precision]:
    year, month, day = [*part.split("-"), "", ""][:3]
    if "X" in year[:2]:
        raise ValueError(f"{value!r} names no year (likely mistake: the date is unknown, then leave it empty)")
    if "X" in year:
        first, last = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
        precision: Precision = "decade" if year.count("X") == 1 else "century"
        return date(first, 1, 1), date(last, 12, 31), precision
    if month in {"XX", ""}:
        return date(int(year), 1, 1), date(int(year), 12, 31), "year"
    low, high = almanac.month_span(int(year), int(month.replace("X", "0") if month != "0X" else 1)), None
    high = almanac.month_span(int(year), int(month) if month.isdigit() else 9 if month[0] == "0" else 12)
    if low is None or high is None:
        raise _no_month(value, month)
    if day in {"", "XX"}:
        return low[0], high[1], "month" if low == high else "range"
    first_day, last_day = max(1, int(day.replace("X", "0"))), min(high[1].day, int(day.replace("X", "9")))
    if first_day > last_day:
        raise ValueError(f"{value!r}: there is no such day in that month (likely mistake: the tens of the day)")
    return low[0].replace(day=first_day), high[0].replace(day=last_day), "range"


def _by_library(part: str, value: str) -> tuple[date, date, Precision, bool]:
    """The rarer forms of levels 1 and 2 ("2004-06~-11", "?2004-06") through the edtf package."""
    from edtf import parse_edtf as parse  # noqa: PLC0415  (slow to import, seldom needed)
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        parsed = parse(part)
        low, high = parsed.lower_strict(), parsed.upper_strict()
        return date(*low[:3]), date(*high[:3]), "day" if low[:3] == high[:3] else "range", True
    except (EDTFParseException, ValueError, OverflowError, AttributeError, TypeError, IndexError):
        raise ValueError(
            f"{value!r} is no date in EDTF (likely mistake: write year-month-day, e.g. 2017-08-30, 2017-08 or "
            "2017-08-28/2017-08-31)"
        ) from None


def _curated(value: str, first: date, last: date, edtf: str, precision: Precision, approximate: bool) -> When:
    reason = f"a person entered '{value}', which is {say.span(first, last)}"
    return When(first, last, edtf, "within", precision, approximate, "curated", value, "", reason)
