"""What is reckoned from the day told, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.temporal import find_dates


@pytest.mark.parametrize(
    ("text", "published", "expected", "remark"),
    [
        ("On 18 April 2011, a Monday, they sat down. They left the next morning.", date(2024, 12, 22),
         ["2011-04-18", "2011-04-18", "2011-04-19"], "a weekday told again is the day told"),
        ("In a Wednesday meeting they agreed.", date(2010, 10, 23), ["2010-10-20"], "but names the day of a thing"),
        ("Troops came on Thursday, the first since the push began on Monday. A day earlier they left.", date(2016, 10, 20),
         ["2016-10-20", "2016-10-17", "2016-10-19"], "the day since when is no day of the story"),
        ("A bomb went off on Saturday, and a week before that 18 people died.", date(2019, 11, 26),
         ["2019-11-23", "[2019-11-15..2019-11-17]"], "before that"),
        ("They met on 7 April 2014. On 7 February a bus came.", date(2024, 12, 22),
         ["2014-04-07", "2014-02-07"], "a day near the one told is in its year"),
        ("On 5 May guards came. Rebels had seized the mill on 2 May. Two days later they left it.", date(2019, 5, 9),
         ["2019-05-05", "2019-05-02", "2019-05-04"], "what had been is gone on from in the next sentence"),
        ("On 5 May guards came. Rebels had seized the mill on 2 May. The following day they left it.", date(2019, 5, 9),
         ["2019-05-05", "2019-05-02", "2019-05-03"], "also by a day"),
        ("Talks were held on 5 May, as in March 2016. Two days later they ended.", date(2019, 5, 9),
         ["2019-05-05", "2016-03", "2019-05-07"], "no day lies two days behind a month"),
        ("No jet has flown since 4 May. On the day before that, one was shot down.", date(2019, 5, 9),
         ["2019-05-04/2019-05-09", "2019-05-03"], "the day since when"),
        ("On the third and last day of an exchange scores were freed.", date(2023, 4, 16), [], "the last of something"),
        ("- 2012 -\nOctober 19: a bomb.", date(2012, 11, 13), ["2012", "2012-10-19"], "a heading is no end of a range"),
    ],
)  # fmt: skip
def test_days_are_reckoned_from_the_story(text: str, published: date, expected: list[str], remark: str) -> None:
    found = [mention.when.edtf for mention in find_dates(text, published) if mention.when]
    assert found == expected, remark
