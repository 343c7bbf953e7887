"""Dates of hand-made lists."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.temporal import parse_edtf


@pytest.mark.parametrize(
    ("text", "first", "last", "precision", "extent", "approximate"),
    [
        ("2017-08-30", "2017-08-30", "2017-08-30", "day", "within", False),
        (" 2017-08-30 ", "2017-08-30", "2017-08-30", "day", "within", False),
        ("2017-08", "2017-08-01", "2017-08-31", "month", "within", False),
        ("2017", "2017-01-01", "2017-12-31", "year", "within", False),
        ("2017-08-28~", "2017-08-28", "2017-08-28", "day", "within", True),
        ("2017-08?", "2017-08-01", "2017-08-31", "month", "within", True),
        ("2017-08-XX", "2017-08-01", "2017-08-31", "month", "within", False),
        ("2017-08-1X", "2017-08-10", "2017-08-19", "range", "within", False),
        ("2017-XX", "2017-01-01", "2017-12-31", "year", "within", False),
        ("187X", "1870-01-01", "1879-12-31", "decade", "within", False),
        ("18XX", "1800-01-01", "1899-12-31", "century", "within", False),
        ("2017-22", "2017-06-01", "2017-08-31", "season", "within", False),
        ("2017-24", "2017-12-01", "2018-02-28", "season", "within", False),
        ("2017-33", "2017-01-01", "2017-03-31", "quarter", "within", False),
        ("2017-08-16/2017-08-23", "2017-08-16", "2017-08-23", "range", "throughout", False),
        ("2017-08/2017-09", "2017-08-01", "2017-09-30", "range", "throughout", False),
        ("2017-08-16~/2017-08-23", "2017-08-16", "2017-08-23", "range", "throughout", True),
        ("[2017-08-16..2017-08-23]", "2017-08-16", "2017-08-23", "range", "within", False),
        ("[2017-08-16,2017-08-23]", "2017-08-16", "2017-08-23", "range", "within", False),
    ],
)
def test_understood(text: str, first: str, last: str, precision: str, extent: str, approximate: bool) -> None:
    when = parse_edtf(text)
    assert (when.earliest, when.latest) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (when.precision, when.extent, when.approximate, when.basis) == (precision, extent, approximate, "curated")
    assert when.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-02-30", "30 February"),
        ("2017-13-01", "month 13"),
        ("0000", "outside the years"),
        ("", "empty"),
        ("30/08/2017", "year-month-day"),
        ("Wednesday", "year-month-day"),
        ("2017-08-28/..", "open interval"),
        ("../2017-08-28", "open interval"),
        ("[2017-08-28..]", "open at one end"),
        ("[2017-08-28..2017-08-30", "closing bracket"),
        ("2017-09-01/2017-08-01", "exchanged"),
        ("2017-XX-1X-", "year-month-day"),
        ("2017-19-XX", "month 19"),
        ("[..]", "open at one end"),
        ("XXXX-XX-XX", "year"),
    ],
)
def test_refused_with_one_line_that_names_the_value(text: str, words: str) -> None:
    with pytest.raises(ValueError, match="likely mistake") as error:
        parse_edtf(text)
    message = str(error.value)
    assert words in message
    assert "\n" not in message
    assert not text or repr(text) in message


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "{",
        "]",
        "/",
        "//",
        "[]",
        "X",
        "0X0X",
        "2017-0X",
        "2017-1X",
        "2017-00-00",
        "٢٠١٧",
        "9" * 5000,
        "2017-08-4X",
        "-0044",
        "y17e7",
    ],
)
def test_nothing_but_value_errors(text: str) -> None:
    try:
        parse_edtf(text)
    except ValueError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is fine, anything but this is not


@pytest.mark.parametrize(
    ("value", "likely"),
    [
        ("2017-13", "day and month are exchanged"),
        ("2017-28-03", "day and month are exchanged"),
        ("2017-13-45", "a slip of the keys"),
        ("2017-45", "a slip of the keys"),
    ],
)
def test_a_month_over_twelve_names_the_likelier_mistake(value: str, likely: str) -> None:
    with pytest.raises(ValueError, match=likely):
        parse_edtf(value)
