"""The Compare page as Streamlit runs it, without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from tests.views.differing import SOURCES, day, event, number, said
from timeline_app.dashboard import load
from timeline_app.dashboard.screens import compare
from timeline_app.dashboard.serve import SETTINGS
from timeline_app.geo import load_gazetteer
from timeline_app.model import Event, Timeline, When
from timeline_app.pipeline import Gathered, add_gathered
from timeline_app.store import open_store


@pytest.fixture(autouse=True)
def _served_safely() -> Iterator[None]:
    """The settings `timeline-app run` gives, without a server."""
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


def page() -> None:
    from timeline_app.dashboard.screens import compare

    compare.show()


def kept(path: Path, *events: Event) -> Path:
    curated = tuple(one.with_(origin="curated") for one in events)
    lists = (("list.json", Timeline(tuple(SOURCES.values()), curated)),)
    add_gathered(open_store(path), Gathered((), lists), load_gazetteer())
    return path


def opened(monkeypatch: pytest.MonkeyPatch, store: Path, **query: str) -> AppTest:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(store))
    test = AppTest.from_function(page, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    return test.run()


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def listed(test: AppTest) -> list[dict[str, Any]]:
    """What the browser is given to draw: AppTest knows our component only by its message."""
    for element in test.main:
        told = json.loads(element.proto.json or "{}") if type(element).__name__ == "UnknownElement" else {}
        if isinstance(told, dict) and "disagreements" in told:
            shown: dict[str, Any] = told["disagreements"]
            return shown["items"]  # type: ignore[no-any-return]
    return []


def ids(test: AppTest) -> list[str]:
    return [item["event"][-6:].lstrip("0") for item in listed(test)]


def named(name: str) -> str:
    """An id as the store keeps them: 16 hex digits."""
    return f"{name:0>16}"


CONTESTED = (
    event([number("a", 17, 17, "17 buses"), number("b", 20, 20, "20 buses")], named("b5"), when=When.in_month(2019, 2)),
    event([said("a", "asserted"), said("b", "denied")], named("de")),
    event([day("a", 28), day("c", When.in_month(2017, 8))], named("da")),
    event([said("a", "asserted"), said("d", "asserted")], named("a9")),
)


@pytest.fixture
def contested(tmp_path: Path) -> Path:
    return kept(tmp_path / "contested.sqlite", *CONTESTED)


def test_the_largest_disagreement_stands_first_with_who_says_what(
    monkeypatch: pytest.MonkeyPatch, contested: Path
) -> None:
    test = opened(monkeypatch, contested)
    assert not test.exception
    assert ids(test) == ["de", "b5", "da"]
    assert "3 of 3 disagreements in 3 events; in 1 all may be true" in words(test)
    buses = listed(test)[1]
    assert buses["statement"] == "17 or 20 buses: 3 apart, no overlap"
    assert [value["sources"] for value in buses["values"]] == [
        ["Convoy leaves (29 Aug 2017)"],
        ["Defeat on wheels (2 Sep 2017)"],
    ]
    assert buses["agreement"] == "no two of 2 sources agree"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"about": "Any number"}, ["b5"]),
        ({"strict": "true"}, ["de", "b5"]),
        ({"source": "Defeat on wheels"}, ["de", "b5"]),
        ({"from": "2019-01-01"}, ["b5"]),
        ({"from": "2017-08-01", "to": "2017-12-31"}, ["de", "da"]),
        ({"order": "By date"}, ["de", "da", "b5"]),
    ],
)
def test_a_link_shows_the_same_choice(
    monkeypatch: pytest.MonkeyPatch, contested: Path, query: dict[str, str], expected: list[str]
) -> None:
    test = opened(monkeypatch, contested, **query)
    assert not test.exception
    assert "mean nothing" not in words(test)
    assert ids(test) == expected


def test_a_choice_without_result_says_so_and_can_be_taken_back(
    monkeypatch: pytest.MonkeyPatch, contested: Path
) -> None:
    test = opened(monkeypatch, contested, **{"from": "2030-01-01"})
    assert "None of 3 disagreements passes this filter." in words(test)
    next(button for button in test.button if button.label == "Show all").click().run()
    assert ids(test) == ["de", "b5", "da"]


def test_a_year_typed_keeps_what_may_lie_in_it_and_stands_in_the_address(
    monkeypatch: pytest.MonkeyPatch, contested: Path
) -> None:
    test = opened(monkeypatch, contested)
    test.text_input(key="compare_to_typed").input("2017").run()
    assert ids(test) == ["de", "da"]
    assert "2017-12-31" in test.query_params["to"]
    test.text_input(key="compare_from_typed").input("sometime").run()
    assert "“sometime” is no date" in words(test)
    assert ids(test) == ["de", "da"]


def test_parts_of_a_link_that_mean_nothing_are_named_and_ignored(
    monkeypatch: pytest.MonkeyPatch, contested: Path
) -> None:
    test = opened(monkeypatch, contested, source="nobody", page="x", foo="1", to="soon")
    assert all(part in words(test) for part in ("source=nobody", "page=x", "foo=1", "to=soon"))
    assert ids(test) == ["de", "b5", "da"]
    next(button for button in test.button if button.label == "Dismiss").click().run()
    assert "mean nothing" not in words(test)


def test_many_are_shown_a_page_at_a_time_numbered_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    many = [
        event([number("a", 100 + i, 100 + i), number("b", 500, 500)], named(f"{i:x}"))
        for i in range(compare.A_PAGE + 5)
    ]
    store = kept(tmp_path / "many.sqlite", *many)
    test = opened(monkeypatch, store)
    assert len(listed(test)) == compare.A_PAGE
    (pagination,) = test.get("pagination")
    pagination.set_value(2).run()
    assert len(listed(test)) == 5
    assert listed(test)[-1]["statement"].startswith("129 or 500")
    next(toggle for toggle in test.toggle if toggle.label.startswith("Leave out")).set_value(True).run()
    assert len(listed(test)) == compare.A_PAGE  # a new choice begins at its first page


def test_the_button_of_a_disagreement_leads_to_its_event_in_explore(
    monkeypatch: pytest.MonkeyPatch, contested: Path
) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(contested))
    led_to: list[str] = []
    monkeypatch.setattr(compare, "open_in_explore", led_to.append)
    test = AppTest.from_function(page, default_timeout=60)
    test.session_state["compare_opened"] = named("b5")  # what the button leaves behind; the browser test presses it
    test.run()
    test.run()
    assert led_to == [named("b5")]


def test_sources_stand_against_each_other(monkeypatch: pytest.MonkeyPatch, contested: Path) -> None:
    test = opened(monkeypatch, contested)
    table = test.dataframe[0].value
    assert list(table["Source"]) == ["1. Convoy leaves", "2. Defeat on wheels", "3. =1+1 <b>{{7*7}}</b>", "4. قافلة"]
    assert list(table["1"]) == ["–", "0 of 2", "1 of 1", "1 of 1"]


@pytest.mark.parametrize(
    ("events", "said_so"),
    [
        ([], "There are no events yet"),
        ([event([day("a", 28)], named("1"))], "The one event here has no second source yet"),
        ([CONTESTED[3]], "1 event has more than one source, and nothing the sources tell of it differs"),
    ],
)
def test_without_a_disagreement_the_page_says_what_will_stand_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, events: list[Event], said_so: str
) -> None:
    path = tmp_path / "calm.sqlite"
    open_store(path)
    test = opened(monkeypatch, kept(path, *events) if events else path)
    assert not test.exception
    assert test.subheader[0].value == "No two sources disagree yet"
    assert said_so in words(test)
    assert listed(test) == []


def test_the_list_is_found_once_for_each_state_of_the_store(monkeypatch: pytest.MonkeyPatch, contested: Path) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(contested))
    st.cache_resource.clear()
    before = load.comparison(load.snapshot())
    assert load.comparison(load.snapshot()) is before
    store = load.store()
    store.review(named("de"), "rejected", "Nadia")
    assert [one.event.id for one in load.comparison(load.snapshot()).found] == [named("b5"), named("da")]
