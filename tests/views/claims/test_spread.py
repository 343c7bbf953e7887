"""The drawing of disputed numbers and dates, in percent of its width."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.views.differing import SOURCES, day, number, place
from timeline_app.merge import claims_of
from timeline_app.model import Report, When
from timeline_app.views.claims.compare import teller_of
from timeline_app.views.claims.spread import MOST_ROWS, spread


def drawn(field: str, *reports: Report) -> dict[str, Any]:
    claims = claims_of(field, reports)
    drawing = spread(field, claims, teller_of(SOURCES, claims))
    assert drawing is not None
    return drawing


def test_every_source_has_a_row_from_low_to_high_with_its_words() -> None:
    drawing = drawn("quantity: buses", number("b", 20, 20, "20 buses"), number("a", 17, 17, "17 buses"))
    assert [(row["source"], row["value"], row["point"]) for row in drawing["rows"]] == [
        ("Convoy leaves", "17", True),
        ("Defeat on wheels", "20", True),
    ]
    assert drawing["rows"][0]["from"] < drawing["rows"][1]["from"]
    assert drawing["overlap"] is None
    assert drawing["verdict"] == "3 apart, no overlap"


def test_what_fits_all_is_shaded_and_told() -> None:
    drawing = drawn("quantity: buses", number("a", 300, 310, "300..310"), number("b", 290, 400, "290..400"))
    inner = drawing["rows"][1]
    assert drawing["overlap"] == {"from": inner["from"], "to": inner["to"]}
    assert drawing["verdict"] == "all fit 300 to 310"


def test_open_ends_reach_the_edge_and_what_is_approximate_is_marked() -> None:
    rows = drawn(
        "quantity: buses",
        number("a", 24, None, "dozens of buses"),
        number("b", None, 40, "up to 40 buses"),
        number("c", 27, 33, "about 30 buses"),
    )["rows"]
    flags = {row["value"]: (row["low_open"], row["high_open"], row["approximate"]) for row in rows}
    assert flags == {
        "dozens": (False, True, False),
        "up to 40": (True, False, False),
        "about 30": (False, False, True),
    }
    assert {row["value"]: (row["from"], row["to"]) for row in rows}["dozens"][1] == 100
    assert {row["value"]: (row["from"], row["to"]) for row in rows}["up to 40"][0] == 0


def test_dates_lie_on_a_day_scale_with_the_day_of_their_report_beside() -> None:
    month = When.in_month(2017, 8)
    rows = drawn("when", day("a", 28), day("b", month), day("c", When.throughout(date(2017, 8, 1), date.max)))["rows"]
    by_source = {row["source"]: row for row in rows}
    exact, vague, since = by_source["Convoy leaves"], by_source["Defeat on wheels"], by_source["=1+1 <b>{{7*7}}</b>"]
    assert (exact["point"], vague["soft"], since["high_open"]) == (True, True, True)
    assert exact["from"] < exact["reported_at"]  # 29 August, the day after
    assert vague["reported"] == "reported 2 Sep 2017"
    assert since["reported_at"] is None


def test_a_report_of_years_later_is_told_but_does_not_squeeze_the_drawing() -> None:
    late = Report("r", "x", 0, 0, "", when=When.on_day(date(2017, 8, 20)), published=date(2019, 2, 12))
    rows = drawn("when", late, day("a", 28))["rows"]
    assert (rows[0]["reported"], rows[0]["reported_at"]) == ("reported 12 Feb 2019", None)
    assert rows[1]["from"] - rows[0]["from"] > 50


def test_days_that_are_one_keep_a_scale_of_days() -> None:
    drawing = drawn("when", day("x", 28), day("y", When.on_day(date(2017, 8, 28), approximate=True)))
    assert [tick["label"] for tick in drawing["ticks"]] == ["27 Aug", "28 Aug", "29 Aug"]


def test_names_and_what_has_no_bound_are_not_drawn() -> None:
    claims = claims_of("where", [place("a", "Arsal", 34.0, 36.0), place("b", "Qarah", 34.1, 36.7)])
    assert spread("where", claims, teller_of(SOURCES)) is None
    claims = claims_of("quantity: buses", [number("a", None, None), number("b", None, None)])
    assert spread("quantity: buses", claims, teller_of(SOURCES)) is None


def test_a_crowd_shares_rows_by_what_it_says() -> None:
    reports = [number(f"s{i}", 17 + i % 2, 17 + i % 2, f"{17 + i % 2} buses") for i in range(MOST_ROWS + 6)]
    rows = drawn("quantity: buses", *reports)["rows"]
    assert [row["value"] for row in rows] == ["17", "18"]
    assert rows[0]["source"].startswith("15 sources: s0; s2; s4")


numbers = st.tuples(st.integers(-5, 10**9), st.integers(-5, 10**9)).map(sorted)
days = st.dates(date(1, 1, 2), date(9999, 12, 30))


@given(st.lists(numbers, min_size=1, max_size=5))
def test_any_numbers_lie_on_the_scale_with_few_ticks(pairs: list[list[int]]) -> None:
    stays_on_the_scale(drawn("quantity: buses", *[number(f"s{i}", *pair) for i, pair in enumerate(pairs)]))


@given(st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=5))
def test_any_dates_lie_on_the_scale_with_few_ticks(pairs: list[list[date]]) -> None:
    stays_on_the_scale(drawn("when", *[day(f"s{i}", When.within(*pair)) for i, pair in enumerate(pairs)]))


def stays_on_the_scale(drawing: dict[str, Any]) -> None:
    assert 1 <= len(drawing["ticks"]) <= 5
    assert all(0 <= tick["at"] <= 100 for tick in drawing["ticks"])
    assert all(0 <= row["from"] <= row["to"] <= 100 for row in drawing["rows"])
