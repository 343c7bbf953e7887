"""The years of days that are written without one: from the heading above them, from the entries they follow.

A timeline states a year where it begins and where a year turns; between, its days go forward.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from timeline_app.model import DateMention, When

LONGEST_STEP = 184
"""Days from an entry of one year to the next entry, in a year that is not told; more is a story told backwards."""


def in_year(told: When | None, mention: DateMention) -> DateMention:
    """A day, month or span without a year in the year of what was told above it."""
    when = mention.when
    if told is None or when is None or when.basis != "relative" or when.precision not in ("day", "month", "range"):
        return mention
    one_year = told.earliest.year == told.latest.year
    if not lacks_only_its_year(mention) or not one_year:
        return mention
    try:
        moved = _moved(when, told.earliest.year)
    except ValueError:  # 29 February
        return mention
    reason = f"'{mention.text}' in the entry of '{told.text}' is in {told.earliest.year}"
    return replace(mention, when=moved.with_(text=mention.text, anchor=told.text, reason=reason, basis="relative"))


def lacks_only_its_year(mention: DateMention) -> bool:
    """Whether a mention gives a month or a day of one, but no year: "March 9", "June"; not "Friday", "last month"."""
    return _YEARLESS.search(mention.text) is not None


def _moved(when: When, year: int) -> When:
    """The same days in another year; ValueError where it has no such day."""
    first = when.earliest.replace(year=year)
    last = when.latest.replace(year=when.latest.year + year - when.earliest.year)  # a span may end in the next year
    if when.precision == "month":
        return When.in_month(year, first.month, approximate=when.approximate)
    if when.precision == "day" and when.is_single_day:
        return When.on_day(first, approximate=when.approximate)
    span = When.throughout if when.extent == "throughout" else When.within
    return span(first, last, approximate=when.approximate)


_YEARLESS = re.compile(
    r"^(?!.*\d{4})(?=.*[^\W\d_]{3})(?=.*(?:\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))", re.IGNORECASE
)


def following(
    heads: Sequence[tuple[tuple[DateMention, ...], bool]], published: date | None
) -> list[tuple[DateMention, ...]]:
    """The dates of a chronology's entries, days without a year moved to where they follow the entry above.

    "15 March 2011 ... 19 April ... 12 January": 2011, 2011 and 2012. Nothing is moved before the first year told,
    nor among entries that go backwards, run past their publication or past the next year told; an earlier year than
    that above begins a further part, and ends a part that stays within its year.

    Args:
        heads: the dates of each entry and whether its year is told, in the order of the text.
        published: the day the document was published, if known.
    """
    moved = [dates for dates, _ in heads]
    told = [at for at, (dates, known) in enumerate(heads) if known and dates[0].when is not None]
    for at, ends in pairwise([*told, len(heads)]):
        first = moved[at][0].when
        bound = moved[ends][0].when if ends < len(heads) else None
        run = _run(first, moved[at + 1 : ends]) if first is not None and first.precision in _DAYS else []
        last = run[-1][0].when if run else None
        if first is not None and last is not None and bound is not None and bound.latest < first.earliest:
            bound = bound if last.earliest.year > first.earliest.year else None  # a further part begins anew
        limits = [limit for limit in (published, bound.latest if bound else None) if limit is not None]
        if last is not None and all(last.earliest <= limit for limit in limits):
            moved[at + 1 : ends] = run
    return moved


_DAYS = frozenset({"day", "month", "range"})


def _run(stated: When, heads: Sequence[tuple[DateMention, ...]]) -> list[tuple[DateMention, ...]]:
    """The dates of entries after a stated one, each in the year in which it follows; none where one cannot."""
    run: list[tuple[DateMention, ...]] = []
    above = stated
    for head in heads:
        years = (_in_year_of_all(above, 0, head), _in_year_of_all(above, 1, head))
        follows = next((one for one in years if one and _goes_on(above, one[0].when)), None)
        if follows is None or follows[0].when is None:
            return []
        run.append(follows)
        above = follows[0].when
    return run


def _in_year_of_all(above: When, more: int, head: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """The dates of an entry in the year of the one above it, or `more` years on."""
    if above.earliest.year + more > date.max.year:
        return ()
    year = When.in_year(above.earliest.year + more).with_(text=above.text)
    return tuple(in_year(year, mention) for mention in head)


def _goes_on(above: When, when: When | None) -> bool:
    if when is None or when.latest < above.earliest:
        return False
    return when.earliest.year == above.earliest.year or (when.earliest - above.latest).days <= LONGEST_STEP
