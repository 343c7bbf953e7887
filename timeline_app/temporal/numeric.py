"""Dates in digits: 2017-08-28, 28/8/17, 8/28/2017, and which of the orders a text keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from timeline_app.temporal.almanac import day_or_none

Order = Literal["dmy", "mdy", "ymd"]

_PARTS = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,2})[/.-]([0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class Numeric:
    """A numeric date's possible days by order, best first after `choose`."""

    readings: tuple[tuple[Order, date], ...]
    why: str = ""

    @property
    def doubtful(self) -> bool:
        """Whether more than one day is possible."""
        return len({day for _, day in self.readings}) > 1


def read_numeric(surface: str, published: date | None) -> Numeric:
    """All days the digits may mean, day first before month first; none for 31/04 or 00/00/0000."""
    match = _PARTS.fullmatch(surface)
    if match is None:
        return Numeric(())
    a, mark, b, c = match[1], match[2], match[3], match[4]
    if len(a) == 4:
        return Numeric(_valid([("ymd", a, b, c)], published)) if len(c) <= 2 else Numeric(())
    if len(a) > 2 or len(c) not in {2, 4}:
        return Numeric(())
    if mark == "." and len(c) == 2 and not (len(a) == len(b) == 2 or int(a) > 12):
        return Numeric(())  # a section number such as 2.3.14; few documents have a thirteenth chapter so divided
    orders: list[tuple[Order, str, str, str]] = [("dmy", c, b, a)]
    if mark != ".":  # dots: only the day-first tradition writes them (German, Slavic, Turkish)
        orders.append(("mdy", c, a, b))
    readings = _valid(orders, published)
    if mark == "-" and len(c) == 2:  # a shortened ISO date is believed only where it is the day of publication
        readings += tuple(r for r in _valid([("ymd", a, b, c)], published) if r[1] == published)
    return Numeric(readings)


def proven_orders(numerics: Iterable[Numeric]) -> set[Order]:
    """The day/month orders that dates of this text prove, e.g. {"dmy"} after 13/02/2024."""
    proven: set[Order] = set()
    for numeric in numerics:
        orders = {order for order, _ in numeric.readings} - {"ymd"}
        if len(orders) == 1:
            proven |= orders
    return proven


def choose(numeric: Numeric, proven: set[Order], published: date | None, language: str = "") -> Numeric:
    """The same with the reading that evidence supports first, alone when the evidence decides.

    Evidence, best first: other dates of the text, the day of publication, how the document's language writes
    dates; that a day would lie after publication makes the other likelier, no more.
    """
    if not numeric.doubtful:
        return Numeric(numeric.readings[:1], "only one order of day and month is possible")
    if len(proven) == 1:
        kept = tuple(r for r in numeric.readings if r[0] in proven)
        return Numeric(kept, f"another date of this text can only be {_NAMES[kept[0][0]]}")
    if not proven and published is not None:
        same = tuple(r for r in numeric.readings if r[1] == published)
        if same:
            return Numeric(same, "so read it is the day of publication")
    written = order_in(language) if not proven else None
    usual = tuple(r for r in numeric.readings if r[0] == written)
    if written and usual:
        return Numeric(usual, f"documents in this language ({language}) write the {_NAMES[written]}")
    if not proven and published is not None:
        past = tuple(r for r in numeric.readings if r[1] <= published)
        if len(past) == 1:
            rest = tuple(r for r in numeric.readings if r not in past)
            return Numeric(past + rest, "the other order would lie after publication")
    doubt = "dates of this text prove both orders" if proven else "nothing in the text tells day from month"
    return Numeric(numeric.readings, doubt)


_NAMES: dict[Order, str] = {"dmy": "day first", "mdy": "month first", "ymd": "year first"}


@cache
def order_in(language: str) -> Order | None:
    """The order in which a language writes short dates, as CLDR has it; None for English of no region or another.

    Args:
        language: a BCP 47 tag such as "fr" or "en-GB", "" when it is not known.
    """
    if language in {"", "en"}:
        return None  # CLDR takes plain English for American; half of its readers are not
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import, needed for doubtful dates only

    try:
        pattern = Locale.parse(language, sep="-").date_formats["short"].pattern.lower()
    except (UnknownLocaleError, ValueError):
        return None
    written = "".join(sorted("dmy", key=pattern.find))
    return next((order for order in _NAMES if order == written), None)


def full_year(digits: str, published: date | None) -> int:
    """The year of two (or four) digits.

    Two digits are the year that lies nearest before publication, at most twenty years after it; without
    a publication date the POSIX pivot holds: 69 to 99 are of the 20th century, 00 to 68 of the 21st.
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    if published is None:
        return year + (1900 if year >= 69 else 2000)
    century = published.year - published.year % 100
    return max(c + year for c in (century - 100, century, century + 100) if c + year <= published.year + 20)


def _valid(orders: list[tuple[Order, str, str, str]], published: date | None) -> tuple[tuple[Order, date], ...]:
    days = ((order, day_or_none(full_year(y, published), int(m), int(d))) for order, y, m, d in orders)
    return tuple((order, day) for order, day in days if day is not None)
