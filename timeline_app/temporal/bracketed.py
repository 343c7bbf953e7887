"""Days in brackets without a year: "(20.1)", "(19.1-25.1)", as briefs and digests put them behind what they tell.

Day before month, as all who write a full stop between them do. Two numbers in brackets may be anything: they are days
only where the text has at least two such, and each lies in the three months before publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from timeline_app.model import DateMention, When
from timeline_app.temporal import say
from timeline_app.temporal.almanac import day_or_none

_DAYS = re.compile(r"\((?P<first>\d{1,2}\.\d{1,2})\.?(?:\s?[-–—]\s?(?P<last>\d{1,2}\.\d{1,2})\.?)?\)")
_LEAST = 2
_LONGEST_DAYS = 92


def find_bracketed(text: str, published: date | None) -> Iterator[tuple[int, int, DateMention]]:
    """The days in brackets of a text: offset of their words, behind them, and the mention; none without publication.

    Args:
        text: any text.
        published: the day it was published, before which the days lie.
    """
    if published is None or "(" not in text:
        return
    found = [(match, _span(match, published)) for match in _DAYS.finditer(text)]
    if len(found) < _LEAST or any(span is None for _, span in found):
        return
    for match, span in found:
        if span is not None:
            start, end = match.start() + 1, match.end() - 1
            yield start, end, _mention(text[start:end], span, published)


def _span(match: re.Match[str], published: date) -> tuple[date, date] | None:
    first = _day(match["first"], published)
    last = _day(match["last"], published) if match["last"] else first
    return (first, last) if first and last and first <= last else None


def _day(words: str, published: date) -> date | None:
    """The last such day until publication, if it is not long past."""
    number, month = map(int, words.split("."))
    days = (day_or_none(year, month, number) for year in (published.year, published.year - 1))
    return next((day for day in days if day and 0 <= (published - day).days <= _LONGEST_DAYS), None)


def _mention(words: str, span: tuple[date, date], published: date) -> DateMention:
    anchor = say.publication(published)
    reason = say.reckoned(words, anchor, *span, how="before")
    if span[0] == span[1]:
        when = When.on_day(span[0], basis="relative", text=words, anchor=anchor, reason=reason)
    else:
        when = When.within(*span, precision="range", basis="relative", text=words, anchor=anchor, reason=reason)
    return DateMention(0, len(words), words, "DATE", span[0].isoformat(), when, reason)
