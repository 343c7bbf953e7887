"""Calendar days as numbers."""

from __future__ import annotations

from datetime import date

_EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """Days since 1970-01-01, negative before."""
    return day.toordinal() - _EPOCH


def day_of(number: int) -> date:
    """The calendar day of a number of days since 1970-01-01."""
    return date.fromordinal(int(number) + _EPOCH)
