"""The one place that explains: dates and readings in plain English."""

from __future__ import annotations

from datetime import date

from timeline_app.model import When
from timeline_app.temporal.words import MONTHS, WEEKDAYS

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}


def day(value: date) -> str:
    """`2 September 2017`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def weekday(number: int) -> str:
    """`Monday` for 0."""
    return WEEKDAYS[number]


def span(first: date, last: date) -> str:
    """`August 2017`, `2017`, `2 September 2017` or `28 to 31 August 2017`."""
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{day(first)} to {day(last)}"


PUBLICATION = "publication"


def publication(published: date, name: str = PUBLICATION) -> str:
    """The anchor's name: "publication on 2 September 2017", or "the dateline on" the day the text was written."""
    return f"{name} on {day(published)}"


_TOLD = "the date told before"


def told(first: date, last: date) -> str:
    """The anchor's name for the date told last."""
    return f"{_TOLD}, {span(first, last)}"


def is_told(anchor: str) -> bool:
    """Whether an anchor's name is that of a date told before."""
    return anchor.startswith(_TOLD)


def stated(text: str, first: date, last: date) -> str:
    """Reason of a date said outright."""
    return f"'{_quote(text)}' says {span(first, last)} outright"


def reckoned(text: str, anchor: str, first: date, last: date, how: str = "reckoned from") -> str:
    """Reason of a date reckoned from an anchor."""
    return f"'{_quote(text)}' {how} {anchor} is {span(first, last)}"


def unknown(text: str, missing: str) -> str:
    """Reason why there is no interval."""
    return f"'{_quote(text)}' gives no calendar date: {missing}"


def of(when: When) -> str:
    """The interval in words."""
    return span(when.earliest, when.latest)


def _quote(text: str) -> str:
    return " ".join(text.split())
