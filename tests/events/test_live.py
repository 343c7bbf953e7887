"""Hours at the head of lines: live pages over a midnight, the newest above or below."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of
from timeline_app.documents import read_text
from timeline_app.events.live import live_stretches

NEWEST_FIRST = """Live: Fighting in Sidon

Gunmen attacked an army post in Sidon on Sunday.

[8:50] OTV: Gunmen cut the road at Sidon.

[00:17] LBC: Three men were killed in Sidon.

[23:42] NNA: Soldiers stormed a house in Sidon.

[21:25] NNA: A mortar round hit a roof in Sidon.
"""


def days(text: str, published: date) -> list[str | None]:
    return [event.when.edtf if event.when else None for event in events_of(text, published)]


def test_the_clock_of_a_live_page_turns_back_over_midnight() -> None:
    assert days(NEWEST_FIRST, date(2013, 6, 24)) == [
        "2013-06-23", "2013-06-24", "2013-06-24", "2013-06-23", "2013-06-23",
    ]  # fmt: skip


def test_with_the_newest_below_the_first_lines_are_of_the_day_before() -> None:
    text = (
        "Live: Fighting in Homs\n\n9.40 pm: Jets bombed a market in Homs.\n\n11:15pm - Rebels shelled a post in Homs.\n\n"
        "0130 GMT: Troops stormed a house in Homs.\n"
    )
    assert days(text, date(2013, 6, 24)) == ["2013-06-23", "2013-06-23", "2013-06-24"]


@pytest.mark.parametrize(
    "text",
    [
        "Two hours\n\n10:00 - Doors open.\n\n11:00 - Talks begin.\n",
        "Prices rose by 9.30 per cent.\n\n8.15 million fled.\n\n7.20 more were hurt.\n",
    ],
)
def test_two_hours_or_numbers_make_no_live_page(text: str) -> None:
    assert live_stretches(read_text(text, published=date(2013, 6, 24))) == []


def test_without_a_day_of_publication_no_hour_has_a_day() -> None:
    assert live_stretches(read_text(NEWEST_FIRST)) == []
