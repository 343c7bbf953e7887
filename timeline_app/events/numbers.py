"""Numbers in words, and stretches of days that are counted in them: "three days", "a week"."""

from __future__ import annotations

import re

WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

COUNTED_DAYS = r"(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?P<unit>day|week)s?"
"""A pattern of "two days", "a week"; see `days_counted`."""

WEEK = 7


def days_counted(found: re.Match[str]) -> int:
    """The days of a match of `COUNTED_DAYS`."""
    count = found["count"].lower()
    return (int(count) if count.isdigit() else WORDS.get(count, 1)) * (WEEK if found["unit"].lower() == "week" else 1)
