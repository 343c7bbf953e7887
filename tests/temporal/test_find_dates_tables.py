"""Time expressions by phenomenon: one row a sentence, in `rows/*.tsv`. Anyone can add a row."""

from __future__ import annotations

from datetime import date

import pytest
from temporal_rows import Row, read_rows

from timeline_app.temporal import find_dates


def _param(row: Row):  # type: ignore[no-untyped-def]
    marks = [pytest.mark.xfail(strict=True, reason=row.fails_because)] if row.fails_because else []
    return pytest.param(row, id=f"{row.phenomenon}: {row.remark} ({row.sentence[:40]!a})", marks=marks)


@pytest.mark.parametrize("row", [_param(row) for row in read_rows()])
def test_a_sentence_is_read_as_a_careful_reader_would(row: Row) -> None:
    assert row.found() == row.mentions, row.remark


def test_there_are_enough_rows_and_none_twice() -> None:
    rows = read_rows()
    assert len(rows) >= 400
    assert len({(row.sentence, row.published) for row in rows}) == len(rows)


@pytest.mark.parametrize(
    "text",
    ["Gunmen hold the last quarter of the city.", "In February 1,400 people had left the same quarter in a convoy."],
)
def test_a_quarter_of_a_town_is_no_time(text: str) -> None:
    assert all("quarter" not in mention.text for mention in find_dates(text, date(2014, 5, 9)))
