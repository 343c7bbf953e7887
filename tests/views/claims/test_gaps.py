"""The size of a disagreement: tables of cases, and its laws."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.views.differing import day, doer, number, place, said
from timeline_app.merge import can_all_be_true, claims_of
from timeline_app.model import Report, When
from timeline_app.views.claims.gaps import size

MONTHS = When.in_month(2017, 8), When.in_month(2017, 10)
LASTED = When.throughout(date(2017, 8, 16), date(2017, 8, 23))
SINCE = When.throughout(date(2017, 8, 28), date.max)


@pytest.mark.parametrize(
    ("reports", "expected", "remark"),
    [
        ([number("a", 300, 300), number("b", 600, 600)], 0.5, "twice as many"),
        ([number("a", 17, 17), number("b", 20, 20)], 0.15, "three of twenty"),
        ([number("a", 270, 330), number("b", 308, 308)], 0.0, "about 300 and 308 may be one number"),
        ([number("a", 24, None), number("b", 12, 12)], 0.5, "at least 24 against 12"),
        ([number("a", 24, None), number("b", None, 30)], 0.0, "open ends that meet"),
        ([number("a", 0, 0), number("b", 40, 40)], 1.0, "nobody or forty"),
        ([number("a", 17, 17), number("b", 20, 20), number("c", 600, 600)], 0.972, "the furthest two count"),
    ],
)
def test_numbers_differ_by_the_gap_over_the_larger(reports: list[Report], expected: float, remark: str) -> None:
    assert size("quantity: buses", claims_of("quantity: buses", reports)) == pytest.approx(expected, abs=0.001), remark


@pytest.mark.parametrize(
    ("one", "other", "expected", "remark"),
    [
        (28, 29, 0.5, "the day before"),
        (18, 28, 0.909, "ten days"),
        (28, 28, 0.0, "the same"),
        (*MONTHS, 0.5, "one month between, told as months"),
        (MONTHS[0], 28, 0.0, "a day within the month"),
        (MONTHS[0], When.on_day(date(2017, 9, 2)), 0.061, "two days beyond a month say little"),
        (LASTED, 27, 0.8, "what lasted is told to the day"),
        (SINCE, 20, 0.889, "an open end does not make it coarse"),
        (When.in_year(2017), 28, 0.0, "a day within the year"),
    ],
)
def test_dates_differ_by_days_against_their_precision(
    one: When | int, other: When | int, expected: float, remark: str
) -> None:
    claims = claims_of("when", [day("a", one), day("b", other)])
    assert size("when", claims) == pytest.approx(expected, abs=0.001), remark


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([place("a", "Arsal", 34.179, 36.421), place("b", "Palmyra", 34.562, 38.284)], 0.777),  # some 174 km
        ([place("a", "Arsal", 34.179, 36.421), place("b", "Qalamoun", 33.95, 36.6, 35.0)], 0.0),  # within its reach
        ([place("a", "Arsal", 34.179, 36.421), place("b", "the pass", None, None)], 0.25),
    ],
)
def test_places_differ_by_the_kilometres_beyond_their_radii(reports: list[Report], expected: float) -> None:
    assert size("where", claims_of("where", reports)) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("asserted", "denied", 1.0), ("denied", "claimed", 0.8), ("asserted", "claimed", 0.0), ("denied", "denied", 0.0)],
)
def test_whether_it_happened_is_the_largest(one: str, other: str, expected: float) -> None:
    assert size("modality", claims_of("modality", [said("a", one), said("b", other)])) == expected


def test_who_did_it_differs_where_nobody_is_shared() -> None:
    assert size("actors", claims_of("actors", [doer("a", "army"), doer("b", "militia")])) == 0.6
    assert size("actors", claims_of("actors", [doer("a", "army", "militia"), doer("b", "militia")])) == 0.0


def test_a_field_nobody_knows_has_no_size() -> None:
    assert size("colour", claims_of("colour", [said("a", "denied")])) == 0.0


bound = st.integers(0, 50)
ranges = st.lists(st.tuples(bound, bound).map(sorted), min_size=2, max_size=6)


def counted(pairs: list[list[int]]) -> tuple[list[Report], str]:
    return [number(f"s{i}", low, high) for i, (low, high) in enumerate(pairs)], "quantity: buses"


def dated(pairs: list[list[int]]) -> tuple[list[Report], str]:
    start = date(2017, 8, 1)
    whens = [When.within(start + timedelta(low), start + timedelta(high)) for low, high in pairs]
    return [day(f"s{i}", when) for i, when in enumerate(whens)], "when"


@pytest.mark.parametrize("told", [counted, dated])
@given(pairs=ranges, dice=st.randoms())
def test_the_order_of_sources_does_not_matter_and_only_a_contradiction_has_a_size(
    told: object, pairs: list[list[int]], dice: object
) -> None:
    reports, field = told(pairs)  # type: ignore[operator]
    claims = claims_of(field, reports)
    shuffled = list(claims)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert size(field, shuffled) == size(field, claims)
    assert 0 <= size(field, claims) <= 1
    assert (size(field, claims) == 0) is can_all_be_true(claims)


@pytest.mark.parametrize("told", [counted, dated])
@given(pairs=ranges, which=st.integers(0, 5), wide=st.booleans())
def test_a_source_that_agrees_never_makes_it_larger(
    told: object, pairs: list[list[int]], which: int, wide: bool
) -> None:
    """It repeats what one says, or leaves room for what all say."""
    reports, field = told(pairs)  # type: ignore[operator]
    agreeing = [min(low for low, _ in pairs), max(high for _, high in pairs)] if wide else pairs[which % len(pairs)]
    more, _ = told([*pairs, agreeing])  # type: ignore[operator]
    assert size(field, claims_of(field, more)) <= size(field, claims_of(field, reports))
