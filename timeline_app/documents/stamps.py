"""Dates as stamps write them: whole calendar days, in figures or with the month's name.

This room needs the day a text was published before anything in it can be dated, so it reads absolute days
itself; everything relative is the business of `temporal`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Literal

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")
ORDER_NAMES: dict[Order, str] = {
    "dmy": "day-month-year", "mdy": "month-day-year", "ymd": "year-month-day",
}  # fmt: skip

FIRST_YEAR = 1605
"""Year of the first newspaper (Relation, Strasbourg): no news was published before."""

_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th|er|\.|º|°)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_EDGE = r"(?<![\w./-])"
_CLOSE = r"(?![\w/-])(?!\.[0-9])"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date written out in a text.

    Attributes:
        start, end: offsets of its words in the text.
        readings: the days it may mean by order of its figures, likeliest order unknown; one when plain.
        written: the order its figures stand in when there is only one way to read them, else "".
    """

    start: int
    end: int
    text: str
    readings: tuple[tuple[Order, date], ...]

    @property
    def is_ambiguous(self) -> bool:
        """Whether its figures may mean more than one day."""
        return len({day for _, day in self.readings}) > 1


@cache
def month_numbers() -> dict[str, int]:
    """Number of every month name and abbreviation known, casefolded."""
    table = resources.files("timeline_app.documents").joinpath("months.csv").read_text(encoding="utf-8")
    numbers: dict[str, int] = {}
    for row in csv.DictReader(table.splitlines()):
        for number, cell in enumerate(row["months"].split(";"), start=1):
            names = [cell] if row["language"] == "ar-levant" and " ال" in cell else cell.split()
            for name in names:
                numbers.setdefault(name.casefold(), number)
    return numbers


def _any_month() -> str:
    """Every name of a month, the longest first, behind the letter it begins with.

    Without that letter before it each of some 400 names is tried at every word.
    """
    by_letter: dict[str, list[str]] = {}
    for name in sorted(month_numbers(), key=len, reverse=True):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    month = r"(?P<month>" + _any_month() + r")\.?"
    between = r"[\s,،]{1,3}(?:of\s|de\s|del\s)?"
    flags = re.IGNORECASE
    return (
        # "2 September 2017", "2nd of September, 2017", "2 de septiembre de 2017"
        re.compile(_EDGE + _DAY + between + month + between + _YEAR + _CLOSE, flags),
        # "September 04, 2017", "Aug. 30 2017", "January 21-2018"
        re.compile(_EDGE + month + r"\s{0,3}" + _DAY + r"(?:[\s,،]{1,3}|-)" + _YEAR + _CLOSE, flags),
        # "2017 September 4", "04-Sep-2017", "4/Sep/2017"
        re.compile(_EDGE + _YEAR + r"[\s-]" + month + r"[\s-]" + _DAY + _CLOSE, flags),
        re.compile(
            _EDGE + _DAY + r"(?:[-/]|\s/\s)" + month + r"(?:[-/]|\s/\s)" + _YEAR + _CLOSE, flags
        ),  # "14 / May / 2016"
        re.compile(_EDGE + month + r"/" + _DAY + r"/" + _YEAR + _CLOSE, flags),  # "December/03/2013"
    )


@cache
def _yearless() -> tuple[re.Pattern[str], ...]:
    month = r"(?P<month>" + _any_month() + r")\.?"
    return (
        # "February 9", "Aug. 30"
        re.compile(_EDGE + month + r"\s{1,3}" + _DAY + r"(?![\w/:-])(?!,?\s{1,3}[12][0-9]{3})", re.IGNORECASE),
        # "9 February"
        re.compile(_EDGE + _DAY + r"\s{1,3}" + month + r"(?!\w)(?!,?\s{1,3}[12][0-9]{3})", re.IGNORECASE),
    )


# "2017-08-23", "2017/08/23", "2017-08-23T13:55"
_ISO = re.compile(_EDGE + _YEAR + r"([-/.])(?P<month>[01]?[0-9])\2(?P<day>[0-3]?[0-9])(?=T[0-9]|(?![\w/-]))(?!\.[0-9])")
# "12-02-19", "12/02/2019", "12.02.2019"
_DIGIT = re.compile(r"[0-9]")
_FIGURES = re.compile(_EDGE + r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})" + _CLOSE)


def find_stamps(text: str, start: int = 0, end: int | None = None) -> list[Stamp]:
    """Every whole calendar day written out in a stretch of text, in order.

    Days that do not exist (30 February), that lie before the first newspaper or after tomorrow are none.
    """
    end = len(text) if end is None else end
    if _DIGIT.search(text, start, end) is None:
        return []  # most lines: the patterns below look at every letter for a month
    found = sorted((*_plain(text, start, end), *_numeric(text, start, end)), key=lambda s: (s.start, -s.end))
    kept: list[Stamp] = []
    for stamp in found:
        if not kept or stamp.start >= kept[-1].end:
            kept.append(stamp)
    return kept


def read_day(words: str) -> date | None:
    """The day that words give when they begin with it and it can be read in one way only."""
    for stamp in find_stamps(words[:80]):
        if not re.search(r"\d", words[: stamp.start]):
            return None if stamp.is_ambiguous else stamp.readings[0][1]
    return None


def find_yearless(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Days told without a year: start, end, month (1 to 12), day (1 to 31)."""
    if _DIGIT.search(text) is None:
        return
    for pattern in _yearless():
        for match in pattern.finditer(text):
            yield match.start(), match.end(), month_numbers()[match["month"].casefold()], int(match["day"])


def day_in_year(year: int, month: int, day: int) -> date | None:
    """A calendar day, or None where there is no such day or no newspaper could carry it."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if year >= FIRST_YEAR and made <= tomorrow else None


def _plain(text: str, start: int, end: int) -> Iterator[Stamp]:
    for pattern in (*_named(), _ISO):
        for match in pattern.finditer(text, start, end):
            month = match["month"]
            number = int(month) if month.isdigit() else month_numbers()[month.casefold()]
            day = day_in_year(int(match["year"]), number, int(match["day"]))
            if day:
                yield Stamp(match.start(), match.end(), match[0], (("ymd", day),))


def _numeric(text: str, start: int, end: int) -> Iterator[Stamp]:
    for match in _FIGURES.finditer(text, start, end):
        first, second, third = (int(match[i]) for i in (1, 3, 4))
        year = _full_year(third, len(match[4]))
        readings: list[tuple[Order, date | None]] = [
            ("dmy", day_in_year(year, second, first)),
            ("mdy", day_in_year(year, first, second)),
        ]
        if len(match[4]) == 2:
            readings.append(("ymd", day_in_year(_full_year(first, len(match[1])), second, third)))
        possible = tuple((order, day) for order, day in readings if day)
        if possible:
            yield Stamp(match.start(), match.end(), match[0], possible)


def _full_year(number: int, digits: int) -> int:
    """A two-digit year is the latest that is not in the future."""
    if digits > 2:
        return number
    this = datetime.now(UTC).year
    return this - (this - number) % 100
