"""The days one filters by are typed: a day, a month or a year means its first day or its last."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from benchmarks.dashboard_parts.generated import fill_store
from timeline_app.dashboard.link import day_of
from timeline_app.dashboard.serve import APP, SETTINGS


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("days") / "t.sqlite"
    fill_store(path, 40)
    return path


@pytest.fixture(autouse=True)
def _served(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    monkeypatch.setenv("TIMELINE_APP_STORE", str(filled))
    yield
    st.cache_resource.clear()
    for name, value in before.items():
        config.set_option(name, value)


def opened(**query: str) -> AppTest:
    page = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        page.query_params[name] = value
    return page.run()


def typed(page: AppTest, name: str, text: str) -> AppTest:
    page.text_input(key=f"{name}_typed").input(text)
    page.run()
    assert not page.exception
    return page


def shown(page: AppTest, name: str) -> str:
    return str(page.text_input(key=f"{name}_typed").value)


def asked(page: AppTest, name: str) -> list[str]:
    """What the page's address asks for."""
    value = page.query_params.get(name, [])
    return [value] if isinstance(value, str) else list(value)


def said(page: AppTest) -> str:
    return "\n".join(text.value for text in page.text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014-03-05", "2014-03-05", "2014-03-05"),
        ("March 2014", "2014-03-01", "2014-03-31"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("5 Mar 2014", "2014-03-05", "2014-03-05"),
        ("1990s", "1990-01-01", "1999-12-31"),
        ("2014-02", "2014-02-01", "2014-02-28"),
    ],
)
def test_what_is_typed_means_the_first_day_or_the_last(text: str, first: str, last: str) -> None:
    page = typed(typed(typed(opened(), "from", text), "to", text), "known", text)
    assert [shown(page, name) for name in ("from", "to", "known")] == [first, last, last]
    assert [asked(page, name) for name in ("from", "to", "known")] == [[first], [last], [last]]


def test_what_is_no_date_stays_in_the_field_and_changes_nothing() -> None:
    page = typed(typed(opened(), "from", "2014"), "from", "soon <b>")
    assert shown(page, "from") == "soon <b>"
    assert asked(page, "from") == ["2014-01-01"]
    assert "“soon <b>” is no date" in said(page)
    page = typed(page, "from", "2015")
    assert "is no date" not in said(page)


def test_an_emptied_field_opens_its_end() -> None:
    page = typed(typed(opened(), "to", "2014"), "to", " ")
    assert shown(page, "to") == ""
    assert asked(page, "to") == []


def test_a_link_fills_the_fields_and_the_count_of_filters_at_once() -> None:
    page = opened(**{"from": "2014-03-05", "known": "2016-01-01", "certainty": "certain", "undated": "false"})
    assert (shown(page, "from"), shown(page, "known")) == ("2014-03-05", "2016-01-01")
    assert "Filters (3)" in _labels(page)


def _labels(page: AppTest) -> set[str]:
    return {getattr(getattr(block.proto, "popover", None), "label", "") for block in page.get("popover")}


def test_reset_empties_the_fields_whatever_stands_in_them() -> None:
    page = typed(typed(opened(known="2016-01-01"), "from", "2014"), "to", "soon")
    next(button for button in page.button if button.label == "Reset").click().run()
    assert [shown(page, name) for name in ("from", "to", "known")] == ["", "", ""]
    assert "is no date" not in said(page)


def test_a_range_typed_the_wrong_way_round_is_the_range_it_spans_and_says_so() -> None:
    page = typed(typed(opened(), "from", "2016-05-01"), "to", "2014-05-01")
    assert "From 2016-05-01 is after To 2014-05-01: showing 2014-05-01 to 2016-05-01." in said(page)


def test_a_day_is_sent_again_when_one_comes_back_from_another_page() -> None:
    """The browser has a new, empty field then, and Streamlit takes the old one for still there."""
    page = typed(opened(), "from", "2014")
    page.run()
    assert not page.text_input(key="from_typed").proto.set_value
    page.session_state["page_drawn"] = "review"
    page.run()
    assert page.text_input(key="from_typed").proto.set_value
    assert page.text_input(key="from_typed").proto.value == "2014-01-01"


def test_what_is_too_long_for_a_date_is_none() -> None:
    page = typed(opened(), "from", "2017" + " " * 70 + "garbage")
    assert asked(page, "from") == []
    assert "is no date" in said(page)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2017-08", "2017-08-01", "2017-08-31"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-08-28", "2017-08-28", "2017-08-28"),
        ("2017-13", None, None),
        ("0000", None, None),
        ("August", None, None),
    ],
)
def test_a_link_may_name_a_month_or_a_year(text: str, first: str | None, last: str | None) -> None:
    days = [day_of(text, ends=ends) for ends in (False, True)]
    assert [day and day.isoformat() for day in days] == [first, last]


def test_a_day_that_may_be_two_is_refused_with_both() -> None:
    page = typed(opened(), "from", "09/12/2017")
    told = "'09/12/2017' may be 9 December 2017 or 12 September 2017: write 2017-12-09 or 2017-09-12. The filter is as it was."
    assert told in [text.value for text in page.text]
    assert asked(page, "from") == []
