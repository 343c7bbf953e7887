"""Numbers that a spreadsheet shows as dates: told by their format, and never more exact than that."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

Shown = Literal["number", "day", "month", "year", "moment", "time"]
"""What a number format makes of a number."""

BUILT_IN: dict[int, Shown] = {
    **dict.fromkeys((14, 15, 16, *range(27, 32), 36, 50, 51, 52, 53, 54, 57, 58), "day"),
    17: "month",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "time"),
    22: "moment",
}
"""Formats that have a number but no code (ECMA-376, part 1, 18.8.30), those of East Asian versions too."""

# Text in quotes, one escaped or spacing character, a colour, locale or condition in brackets.
_NOT_CODE = re.compile(r'"[^"]{0,300}"|\\.|_.|\*.|\[(?!h{1,9}\]|m{1,9}\]|s{1,9}\])[^\]]{0,100}\]', re.IGNORECASE)
# A month is "m" unless it stands beside hours or seconds: "h:mm", "mm:ss".
_MINUTES = re.compile(r"(?<=h)(?:\]?[:. ]?)m{1,2}|m{1,2}(?=[:. ]?\[?s)", re.IGNORECASE)


def shown_as(code: str) -> Shown:
    """What a format code makes of a number.

    >>> shown_as("yyyy-mm-dd"), shown_as("mmm yyyy"), shown_as("0.00"), shown_as("[h]:mm")
    ('day', 'month', 'number', 'time')
    """
    bare = _NOT_CODE.sub("", code).split(";")[0].lower()
    if "general" in bare:
        return "number"
    rest, minutes = _MINUTES.subn("", bare)
    has_time = bool(minutes) or "h" in rest or "s" in rest
    if "d" in rest:
        return "moment" if has_time else "day"
    if "y" in rest:
        return "month" if "m" in rest else "year"
    if "m" in rest and not has_time:
        return "month"
    return "time" if has_time else "number"


_FIRST_1900, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
_AFTER_9999 = 2_958_466
_DAY_SECONDS = 86_400


def read_serial(number: float, shown: Shown, from_1904: bool) -> str:
    """The day, month, year or moment that a number of days stands for, as EDTF; a time as "14:05:00".

    A date formatted as a month is that month if it is its first day: a spreadsheet makes 1 August 2017 of
    "Aug 2017".

    Raises:
        ValueError: before 1900 or after 9999.
    """
    seconds = round(number % 1 * _DAY_SECONDS)
    days = int(number // 1) + seconds // _DAY_SECONDS
    clock = _clock(seconds % _DAY_SECONDS)
    if shown == "time" and days == 0:
        return clock
    if not (0 if from_1904 else 1) <= days < _AFTER_9999 - 1462 * from_1904:
        raise ValueError(f"holds {plain_number(number)}, no date of a spreadsheet, which knows 1900 to 9999")
    if not from_1904 and days == 60:
        raise ValueError("holds 29 February 1900, which is no day of the calendar")
    if from_1904:
        return _written(_FIRST_1904 + timedelta(days), clock, shown)
    return _written(_FIRST_1900 + timedelta(days + (days < 60)), clock, shown)  # 29 February 1900 is counted there


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _written(day: date, clock: str, shown: Shown) -> str:
    if shown == "month" and day.day == 1:
        return day.isoformat()[:7]
    if shown == "year" and (day.month, day.day) == (1, 1):
        return day.isoformat()[:4]
    return day.isoformat() if clock == "00:00:00" else f"{day.isoformat()}T{clock}"


def plain_number(number: float) -> str:
    """Without exponent and needless zeros, as exact as the file has it."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return format(Decimal(repr(number)), "f")
