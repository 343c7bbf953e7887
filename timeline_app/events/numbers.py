"""Numbers in words, and stretches of days that are counted in them: "three days", "a week"."""

from __future__ import annotations

import re
from typing import NamedTuple

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

COUNTED_DAYS = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?P<unit>day|week)s?"
"""A pattern of "two days", "a week"; see `days_counted`."""

COUNTED_TIME = rf"(?P<count>an?|{'|'.join(WORDS)}|\d{{1,2}})\s(?P<unit>day|week|month|year)s?"
"""A pattern of "two days", "a week", "16 months", "two years"; see `time_counted`."""

ABOUT = (
    r"(?:(?:just|only|about|some|more\sthan|less\sthan|nearly|almost|over|around|roughly|barely|at\sleast|exactly)\s)?"
)
"""A pattern of what may stand before a stretch of time that is counted."""

WEEK = 7
YEAR = 12


class Stretch(NamedTuple):
    """A length of time as it is counted: days, or months, or years of the calendar."""

    days: int = 0
    months: int = 0
    years: int = 0


def time_counted(found: re.Match[str]) -> Stretch:
    """The length of time of a match of `COUNTED_TIME`."""
    unit = found["unit"].lower()
    if unit in ("day", "week"):
        return Stretch(days=days_counted(found))
    return Stretch(years=_count(found)) if unit == "year" else Stretch(months=_count(found))


def _count(found: re.Match[str]) -> int:
    count = found["count"].lower()
    return int(count) if count.isdigit() else WORDS.get(count, 1)


def days_counted(found: re.Match[str]) -> int:
    """The days of a match of `COUNTED_DAYS`."""
    return _count(found) * (WEEK if found["unit"].lower() == "week" else 1)
