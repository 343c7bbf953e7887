"""A tray never writes over what somebody else said meanwhile, and takes back its own change only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.explore.trays import unplaced_words
from timeline_app.model import Event, When
from timeline_app.store import Store, open_store


def typed(words: str = "2017-08-30") -> None:
    import streamlit as st

    from timeline_app.dashboard.explore import trays

    st.button("Type", on_click=trays._date_typed, args=("e1", words))
    st.button("Undo", on_click=trays._take_back)
    st.text(st.session_state.get("tray_said", ""))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "s.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    opened = open_store(path)
    opened.edit(Event("e1", "A convoy left", origin="curated"), 0, "Ada")
    return opened


def press(test: AppTest, label: str) -> str:
    next(button for button in test.button if button.label == label).click().run()
    assert not test.exception
    return str(test.text[-1].value)


def test_a_date_somebody_gave_meanwhile_stays(store: Store) -> None:
    test = AppTest.from_function(typed).run()
    event, version = store.event("e1")
    store.edit(event.with_(when=When.on_day(date(2017, 8, 20))), version, "Bea")
    assert "somebody else" in press(test, "Type")
    kept = store.event("e1")[0].when
    assert kept is not None
    assert kept.earliest == date(2017, 8, 20)


def test_undo_takes_back_the_date_typed_and_leaves_what_came_before(store: Store) -> None:
    test = AppTest.from_function(typed).run()
    assert "is dated 30 August 2017 now" in press(test, "Type")
    assert press(test, "Undo") == "Undone."
    assert store.event("e1")[0].when is None


@pytest.mark.parametrize("words", ["30 August 2017", "2017-08-30", "30.08.2017"])
def test_a_date_may_be_typed_as_anywhere_else(store: Store, words: str) -> None:
    test = AppTest.from_function(typed, kwargs={"words": words}).run()
    assert "is dated 30 August 2017 now" in press(test, "Type")


@pytest.mark.parametrize(
    ("words", "why"),
    [("3/4/2017", "may be 3 April 2017 or 4 March 2017"), ("2017-13", "2017-13"), (" ", "no date was typed")],
)
def test_what_is_no_date_or_may_be_several_changes_nothing(store: Store, words: str, why: str) -> None:
    test = AppTest.from_function(typed, kwargs={"words": words}).run()
    said = press(test, "Type")
    assert said.startswith("Not saved")
    assert why in said
    assert store.event("e1")[0].when is None


def test_a_tray_tells_how_many_of_its_events_the_line_above_counts_elsewhere() -> None:
    assert unplaced_words(42, 30) == "42, 12 of them undated"
    assert unplaced_words(1_200, 1_200) == "1,200"
