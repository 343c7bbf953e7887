"""Two people at one event: the second is told, sees both, and nothing of either is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.serve import APP, SETTINGS
from timeline_app.model import Event, When, Where
from timeline_app.store import Store, open_store
from timeline_app.temporal import parse_edtf

HOMS = Where("at", "Homs", "Homs", "sy-homs", 34.73, 36.71, 5.0, "city", 0.9)
BASIS = Event("e1", "A convoy left", "movement", when=When.in_year(2017), where=(HOMS,), origin="curated")
LABELS = {"title": "Title", "type": "Type", "when": "Date", "where": "Where"}
MINE = {"title": "Mine", "type": "talks", "when": "2017-08", "where": "Palmyra"}
THEIRS: dict[str, Any] = {
    "title": "Theirs",
    "type": "strike",
    "when": parse_edtf("2018"),
    "where": (Where("at", "Raqqa", "Raqqa", "sy-raqqa", 35.95, 39.01, 5.0, "city", 0.9),),
}


@pytest.fixture(autouse=True)
def _served_safely() -> Iterator[None]:
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "s.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    opened = open_store(path)
    opened.edit(BASIS, 0, "Nadia")
    return opened


def opened() -> AppTest:
    test = AppTest.from_file(str(APP), default_timeout=60)
    test.query_params["event"] = "e1"
    test.session_state["correcting"] = True
    return test.run()


def by_bea(store: Store, why: str = "", **changes: Any) -> None:
    event, version = store.event("e1")
    store.edit(event.with_(**changes), version, "Bea", why)


def fill(test: AppTest, name: str, value: str) -> None:
    fields = test.selectbox if name == "type" else test.text_input
    next(one for one in fields if one.label.startswith(LABELS[name]) and "correct_" in (one.key or "")).set_value(value)


def press(test: AppTest, label: str) -> AppTest:
    return next(one for one in test.button if one.label == label).click().run()


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def value(event: Event, name: str) -> object:
    told = {"when": event.when.edtf if event.when else None, "where": event.where[0].name if event.where else None}
    return told.get(name, getattr(event, name))


@pytest.mark.parametrize("name", list(LABELS))
@pytest.mark.parametrize("choice", ["Save mine over theirs", "Take theirs"])
def test_on_every_field_of_the_form_the_second_sees_both_and_chooses(store: Store, name: str, choice: str) -> None:
    test = opened()
    by_bea(store, "the archive", **{name: THEIRS[name]})
    fill(test, name, MINE[name])
    press(test, "Save")
    assert not test.exception
    theirs = value(BASIS.with_(**{name: THEIRS[name]}), name)
    assert value(store.event("e1")[0], name) == theirs
    assert "Nothing was saved yet" in words(test)
    assert "Bea changed it" in words(test)
    assert "the archive" in words(test)
    assert "Yours: " in words(test)
    press(test, choice)
    mine = {"where": "Palmyra", "when": "2017-08"}.get(name, MINE[name])
    assert value(store.event("e1")[0], name) == (theirs if choice == "Take theirs" else mine)
    assert "Nothing was saved yet" not in words(test)
    assert not test.exception


@pytest.mark.parametrize("choice", ["Save mine over theirs", "Take theirs"])
def test_what_only_one_changed_stays_whoever_is_followed(store: Store, choice: str) -> None:
    test = opened()
    by_bea(store, title="Theirs", when=parse_edtf("2018"))
    fill(test, "title", "Mine")
    fill(test, "type", "talks")
    press(test, "Save")
    assert "yours: Type; theirs: Date" in words(test)
    press(test, choice)
    event, _ = store.event("e1")
    assert (event.type, event.when) == ("talks", parse_edtf("2018"))
    assert event.title == ("Mine" if choice == "Save mine over theirs" else "Theirs")


def test_the_second_to_review_is_told_and_may_insist(store: Store) -> None:
    test = opened()
    store.review("e1", "rejected", "Bea", "a rumour")
    press(test, "Accept")
    assert store.event("e1")[0].review.status == "rejected"
    assert "Rejected by Bea: a rumour" in words(test)
    press(test, "Save my review over theirs")
    assert store.event("e1")[0].review.status == "accepted"
    assert [change.what for change in store.history("e1")] == ["reviewed", "reviewed", "added"]
    assert not test.exception


def test_their_review_can_be_left_standing(store: Store) -> None:
    test = opened()
    store.review("e1", "rejected", "Bea")
    press(test, "Accept")
    press(test, "Leave their review")
    assert store.event("e1")[0].review.status == "rejected"
    assert "Yours was not saved" not in words(test)


def test_two_who_review_alike_are_told_so(store: Store) -> None:
    test = opened()
    store.review("e1", "accepted", "Bea")
    press(test, "Accept")
    assert "Somebody was first with the same: Accepted by Bea" in words(test)
    assert store.event("e1")[0].review.by == "Bea"


def test_who_reviews_what_was_just_changed_is_told_what(store: Store) -> None:
    test = opened()
    by_bea(store, when=parse_edtf("2018"))
    press(test, "Accept")
    assert store.event("e1")[0].review.status == "accepted"
    assert "Changed since you looked: Date" in words(test)
