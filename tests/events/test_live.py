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
        "Votes\n\n12.30 - Rebels lost in Homs.\n\n11.05 - The league won.\n\n10.20 - Others seized Hama.\n",
        "Verses\n\n3:16 - He left the city.\n\n4:12 - Soldiers attacked it.\n\n5:40 - The king was killed.\n",
    ],
)
def test_two_hours_or_numbers_make_no_live_page(text: str) -> None:
    assert live_stretches(read_text(text, published=date(2013, 6, 24)), ()) == []


def test_without_a_day_of_publication_no_hour_has_a_day() -> None:
    assert live_stretches(read_text(NEWEST_FIRST), ()) == []


def test_what_happened_hour_by_hour_on_another_day_is_of_that_day() -> None:
    text = (
        "How the attacks of 13 November 2015 unfolded\n\nOn 13 November 2015 gunmen attacked Paris.\n\n"
        "21:20 - A bomb exploded outside a stadium.\n\n21:40 - Gunmen shot nine people in a bar.\n\n00:20 - Police stormed a theatre.\n"
    )
    assert days(text, date(2017, 9, 2))[0] == "2015-11-13"
    assert "2017" not in "".join(day or "" for day in days(text, date(2017, 9, 2))[:2])


def test_a_line_out_of_its_order_moves_no_day_and_the_last_line_needs_no_end() -> None:
    text = (
        "Live: Fighting in Homs\n\n19:00 Police shot nine men in Homs.\n\n19:20 The mayor met rebels in Homs.\n\n"
        "18:40 - Troops stormed a house in Homs.\n\n8:10 - Jets bombed a market in Homs.\n\n23:50 - Rebels shelled a post in Homs."
    )
    assert days(text, date(2013, 6, 24))[-1] == "2013-06-23"
    assert set(days(text, date(2013, 6, 24))[:-1]) <= {"2013-06-24", "2013-06-24~"}


def test_a_page_of_the_first_year_is_read() -> None:
    assert live_stretches(read_text(NEWEST_FIRST, published=date(1, 1, 1)), ()) == []
