"""Words like "yesterday" and "on Sunday" under a dated line: they are reckoned from its day, not from publication.

A live page, a diary and a chronology written as it went on put "last night" under the day they mean it of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timeline_app.events.entries import DATED_LINE, entries_of, stretches_of, years_of
from timeline_app.events.live import live_stretches
from timeline_app.events.years import in_year
from timeline_app.model import DateMention, Document, When
from timeline_app.temporal import find_dates


@dataclass(frozen=True, slots=True)
class _Under:
    """What stands under a line of a single day.

    Attributes:
        start, end: offsets.
        day: the line's.
        by_hour: whether the line gives its hour, as what was written then does: nothing told there was still to come.
    """

    start: int
    end: int
    day: date
    by_hour: bool


def reckoned_in_entries(document: Document, dates: Sequence[DateMention]) -> list[DateMention]:
    """The mentions of a document, those that publication dates read again from the day of the line they stand under.

    Args:
        document: it, with its zones and the day it was written.
        dates: its expressions of time, in order.
    """
    read, starts = list(dates), [mention.start for mention in dates]
    written = document.written
    for under in _dated(document, dates) if written is not None else ():
        first, last = bisect_left(starts, under.start), bisect_left(starts, under.end)
        weekdays = under.by_hour or (written is not None and (written - under.day).days > _WEEK)
        if any(_is_of_publication(mention, weekdays=weekdays) for mention in read[first:last]):
            again = _read_again(document.text, under)
            read[first:last] = [_of_line(mention, again, weekdays=weekdays) for mention in read[first:last]]
    return _in_years_above(document, read)


def _in_years_above(document: Document, dates: list[DateMention]) -> list[DateMention]:
    """The mentions, days and months without a year in that of the heading they stand under: "2015: THE TIDE TURNS"."""
    years = years_of(document, dates)
    if not years:
        return dates
    starts = [start for start, _ in years]
    above = ((bisect_right(starts, mention.start), mention) for mention in dates)
    return [in_year(years[at - 1][1], mention) if at else mention for at, mention in above]


_WEEK = 7
"""Days before publication within which "on Tuesday" under a line may be the Tuesday after its day."""
_HOUR = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.IGNORECASE)
_BESIDE = 28
"""Characters beside a line's day in which its hour stands."""


def _dated(document: Document, dates: Sequence[DateMention]) -> Iterator[_Under]:
    """What stands under lines of a single day before publication."""
    for entry in entries_of(document, dates):
        mention = entry.dates[0]
        by_hour = mention.timex_type == "TIME" or _has_hour(document.text, mention.start, mention.end)
        yield from _before_publication(document, entry.words, entry.end, mention.when, by_hour=by_hour)
    for stretch in stretches_of(document, dates) or live_stretches(document, dates):
        by_hour = _has_hour(document.text, stretch.start, stretch.start)
        yield from _before_publication(document, stretch.start, stretch.end, stretch.when, by_hour=by_hour)


def _has_hour(text: str, start: int, end: int) -> bool:
    """Whether an hour stands beside a day, on its own line."""
    above = text.rfind("\n", 0, start) + 1
    below = text.find("\n", end)
    return (
        _HOUR.search(text, max(above, start - _BESIDE), min(len(text) if below < 0 else below, end + _BESIDE))
        is not None
    )


def _before_publication(
    document: Document, start: int, end: int, when: When | None, *, by_hour: bool
) -> Iterator[_Under]:
    if when is not None and when.is_single_day and document.written is not None and when.latest < document.written:
        yield _Under(start, end, when.earliest, by_hour)


def _is_of_publication(mention: DateMention, *, weekdays: bool) -> bool:
    """Whether a day is reckoned from when the text was written and says so in no other way: "Sunday", "last night"."""
    when = mention.when
    return (
        when is not None
        and when.basis == "relative"
        and when.precision == "day"
        and not any(letter.isdigit() for letter in mention.text)
        and (weekdays or _WEEKDAY.search(mention.text) is None)
    )


_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def _read_again(text: str, under: _Under) -> dict[tuple[int, int], DateMention]:
    """The days under a line by their offsets in the text, with the line's day for the day of writing."""
    found = find_dates(text[under.start : under.end], under.day, day_name=DATED_LINE)
    moved = (replace(one, start=one.start + under.start, end=one.end + under.start) for one in found)
    return {
        (mention.start, mention.end): mention
        for mention in moved
        if mention.when is not None and mention.when.anchor.startswith(DATED_LINE)
    }


def _of_line(mention: DateMention, again: dict[tuple[int, int], DateMention], *, weekdays: bool) -> DateMention:
    of_publication = _is_of_publication(mention, weekdays=weekdays)
    return again.get((mention.start, mention.end), mention) if of_publication else mention
