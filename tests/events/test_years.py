"""Days without a year take it from the entries they follow."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.events.years import following
from timeline_app.model import DateMention, When


def head(day: date, words: str, known: bool) -> tuple[tuple[DateMention, ...], bool]:
    when = When.on_day(day, text=words, basis="stated" if known else "relative")
    return (DateMention(0, len(words), words, "DATE", day.isoformat(), when),), known


def years(heads: list[tuple[tuple[DateMention, ...], bool]], published: date | None = None) -> list[int]:
    return [dates[0].when.earliest.year for dates in following(heads, published) if dates[0].when]


FIRST = head(date(2011, 3, 15), "15 March 2011", known=True)
APRIL = head(date(2012, 4, 19), "19 April", known=False)
JANUARY = head(date(2012, 1, 9), "9 January", known=False)
NEXT = head(date(2011, 12, 2), "2 December 2011", known=True)


@pytest.mark.parametrize(
    ("heads", "published", "expected"),
    [
        ([FIRST, APRIL], None, [2011, 2011]),
        ([FIRST, APRIL, NEXT, JANUARY], None, [2011, 2011, 2011, 2012]),
        ([APRIL, FIRST], None, [2012, 2011]),  # nothing told before it
        ([FIRST, JANUARY], None, [2011, 2012]),  # 300 days on: not moved, as read
        ([FIRST, APRIL], date(2011, 4, 1), [2011, 2012]),  # past the publication: as read
        ([FIRST, APRIL, head(date(2011, 4, 1), "1 April 2011", known=True)], None, [2011, 2012, 2011]),
        ([FIRST, APRIL, JANUARY, NEXT], None, [2011, 2012, 2012, 2011]),  # one that cannot follow leaves all as read
        ([], None, []),
    ],
)
def test_days_go_forward_between_two_years_that_are_told(
    heads: list[tuple[tuple[DateMention, ...], bool]], published: date | None, expected: list[int]
) -> None:
    assert years(heads, published) == expected


def test_a_moved_day_says_why() -> None:
    (_, moved) = following([FIRST, APRIL], None)
    when = moved[0].when
    assert when is not None
    assert (when.edtf, when.basis, when.text) == ("2011-04-19", "relative", "19 April")
    assert when.reason == "'19 April' in the entry of '15 March 2011' is in 2011"


def test_the_day_before_a_leap_year_has_no_29_february() -> None:
    leap = head(date(2012, 2, 29), "29 February", known=False)
    assert years([head(date(2010, 12, 9), "9 December 2010", known=True), leap]) == [2010, 2012]
