"""What is typed to correct an event outlives a look at another one; what nobody touched is read anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline_app.model import Event, When
from timeline_app.store import Store, open_store

FIRST, SECOND = "Buses left Qara", "Aid reached Homs"


def correct_page() -> None:
    import streamlit as st

    from timeline_app.dashboard import load
    from timeline_app.dashboard.correcting.correct import correct_event

    correct_event(load.store().event(st.session_state["event"])[0])


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "s.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    opened = open_store(path)
    day = When.on_day(date(2017, 8, 20))
    opened.add(events=[Event("e1", FIRST, when=day), Event("e2", SECOND, when=day)])
    return opened


@pytest.fixture
def test(store: Store) -> AppTest:
    app = AppTest.from_function(correct_page, default_timeout=60)
    app.session_state["who"] = "Ada"
    app.session_state["correcting"] = True
    app.session_state["event"] = "e1"
    return app.run()


def look_at(test: AppTest, event_id: str) -> AppTest:
    test.session_state["event"] = event_id
    test.run()
    assert not test.exception
    return test


def field(test: AppTest, label: str) -> str:
    return str(next(one for one in test.text_input if one.label.startswith(label)).value)


def write(test: AppTest, label: str, text: str) -> None:
    next(one for one in test.text_input if one.label.startswith(label)).set_value(text)


def press(test: AppTest, label: str) -> AppTest:
    return next(one for one in test.button if one.label == label).click().run()


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def by_bea(store: Store, title: str) -> None:
    event, version = store.event("e1")
    store.edit(event.with_(title=title), version, "Bea")


def test_what_was_typed_is_there_after_a_look_at_another_event(test: AppTest, store: Store) -> None:
    write(test, "Title", "Seventeen buses left Qara")
    assert field(look_at(test, "e2"), "Title") == SECOND
    assert field(look_at(test, "e1"), "Title") == "Seventeen buses left Qara"
    press(test, "Save")
    assert store.event("e1")[0].title == "Seventeen buses left Qara"
    assert "Saved." in words(test)
    assert field(test, "Title") == "Seventeen buses left Qara"


def test_a_choice_between_two_versions_waits_while_one_looks_elsewhere(test: AppTest, store: Store) -> None:
    by_bea(store, "Theirs")
    write(test, "Title", "Mine")
    press(test, "Save")
    assert "Yours: Mine" in words(test)
    assert "Yours: Mine" not in words(look_at(test, "e2"))
    assert "Yours: Mine" in words(look_at(test, "e1"))
    press(test, "Save mine over theirs")
    assert store.event("e1")[0].title == "Mine"
    assert not test.exception


def test_what_nobody_typed_in_is_read_anew(test: AppTest, store: Store) -> None:
    look_at(test, "e2")
    by_bea(store, "Theirs")
    assert field(look_at(test, "e1"), "Title") == "Theirs"


def test_what_cannot_be_saved_is_told_once_and_stays_typed(test: AppTest) -> None:
    write(test, "Date", "soon")
    press(test, "Save")
    assert "Not saved" in words(test)
    assert "Not saved" not in words(look_at(test, "e2"))
    assert field(look_at(test, "e1"), "Date") == "soon"


def test_a_date_is_typed_in_words_as_in_the_filter(test: AppTest, store: Store) -> None:
    write(test, "Date", "2 September 2017")
    press(test, "Save")
    when = store.event("e1")[0].when
    assert when is not None
    assert (when.edtf, when.basis) == ("2017-09-02", "curated")


def test_fields_nobody_touched_show_what_somebody_else_saved(test: AppTest, store: Store) -> None:
    by_bea(store, "Theirs")
    test.run()
    assert field(test, "Title") == "Theirs"


def test_nothing_changed_is_nothing_saved(test: AppTest, store: Store) -> None:
    by_bea(store, "Theirs")
    press(test, "Save")
    assert "Nothing to save" in words(test)
    assert store.event("e1")[0].title == "Theirs"


def test_what_became_of_a_save_is_told_where_it_was_made(test: AppTest, store: Store) -> None:
    write(test, "Title", "Mine")
    test.session_state["event"] = "e2"
    press(test, "Save")
    assert "Saved." not in words(test)
    look_at(test, "e1")
    assert "Saved." in words(test)
    assert store.event("e1")[0].title == "Mine"
