"""Days in brackets without a year, as briefs write them."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.temporal import find_dates

PUBLISHED = date(2022, 2, 2)


@pytest.mark.parametrize(
    ("text", "published", "expected", "remark"),
    [
        ("Gunmen took the mill (20.1). Jets hit it twice (19.1-25.1).", PUBLISHED,
         [("20.1", "2022-01-20"), ("19.1-25.1", "[2022-01-19..2022-01-25]")], "a day, and some day of several"),
        ("Gunmen took the mill (20.12.). Jets hit it (2.1).", PUBLISHED, [("20.12.", "2021-12-20"), ("2.1", "2022-01-02")], "last year"),
        ("Gunmen took the mill (20.1).", PUBLISHED, [], "one alone may be anything"),
        ("A quake (5.7) and another (6.1).", PUBLISHED, [], "no days of these months"),
        ("Sections (1.2) and (40.2) of it.", PUBLISHED, [], "no days at all"),
        ("Gunmen took the mill (20.1). Jets hit it (25.1).", None, [], "nothing to reckon from"),
        ("Gunmen took the mill (29.2). Jets hit it (1.3).", date(1, 1, 1), [], "before the calendar"),
    ],
)  # fmt: skip
def test_days_in_brackets(text: str, published: date | None, expected: list[tuple[str, str]], remark: str) -> None:
    found = [(one.text, one.when.edtf) for one in find_dates(text, published) if one.when]
    assert found == expected, remark
    assert all(text[one.start : one.end] == one.text for one in find_dates(text, published))
