"""The History page: every change with who, when, why, before and after, and the way back."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.screens import history
from timeline_app.export.history_table import write_history
from timeline_app.model import Event, PlaceCorrection, Report, When
from timeline_app.pipeline import judge_reports
from timeline_app.store import HistoryQuery, Store, open_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "s.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    opened = open_store(path)
    opened.edit(Event("e1", "A convoy left", when=When.in_year(2017), origin="curated"), 0, "Nadia")
    opened.edit(Event("e2", "=HYPERLINK(1)", origin="curated"), 0, "Nadia")
    event, version = opened.event("e1")
    opened.edit(event.with_(when=When.on_day(date(2017, 8, 30))), version, "Ada", "seen on the video")
    opened.review("e1", "accepted", "Bea")
    return opened


def history_page() -> None:
    from timeline_app.dashboard.screens import history

    history.show()


class Page:
    """The page with a row ticked: AppTest cannot tick, the table's answer can be set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, ticked: int | None = None, **state: Any) -> None:
        self.rows: list[dict[str, Any]] = []
        self.ticked = ticked
        monkeypatch.setattr(st, "dataframe", self._table)
        self.test = AppTest.from_function(history_page, default_timeout=60)
        for name, value in state.items():
            self.test.session_state[name] = value
        self.test.run()

    def _table(self, rows: list[dict[str, Any]], **told: Any) -> dict[str, Any]:
        key = str(told.get("key", ""))
        if key.startswith("history_"):
            self.rows = rows
            return {"selection": {"rows": [] if self.ticked is None else [self.ticked]}}
        return {"selection": {"rows": []}}

    @property
    def words(self) -> str:
        assert not self.test.exception
        return "\n".join(one.value for one in (*self.test.text, *self.test.caption))

    def button(self, label: str) -> Any:
        return next(one for one in self.test.button if one.label == label)

    def choose(self, label: str, value: str) -> None:
        every = (*self.test.selectbox, *self.test.text_input)
        next(one for one in every if one.label == label).set_value(value).run()


def test_every_change_stands_there_newest_first(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch)
    assert "1 to 4 of 4, newest first" in page.words
    told = [(row["Who"], row["What"], row["About"], row["Why"]) for row in page.rows]
    assert told == [
        ("Bea", "1 event accepted", "A convoy left", ""),
        ("Ada", "1 event edited", "A convoy left", "seen on the video"),
        ("Nadia", "1 event added", "=HYPERLINK(1)", ""),
        ("Nadia", "1 event added", "A convoy left", ""),
    ]
    assert page.rows[0]["When"].endswith("UTC") or page.rows[0]["When"].endswith(")")


def test_filters_leave_what_is_asked_for(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch)
    page.choose("Who", "Ada")
    assert [row["What"] for row in page.rows] == ["1 event edited"]
    page.choose("Who", "Everyone")
    page.choose("What was done", "added")
    assert len(page.rows) == 2
    page.choose("Words", "video")
    assert "No change is like that" in page.words
    page.button("Show everything").click().run()
    assert len(page.rows) == 4


def test_a_step_opens_with_before_and_after(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, ticked=1)
    for told in ("By Ada,", "Why: seen on the video.", "Date", "Before: 2017", "After: 30 August 2017"):
        assert told in page.words
    assert "Title" not in page.words


def test_an_opened_step_is_brought_into_view(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch)
    assert page.test.session_state["into_view_history_step"] == ("", 0)
    page.ticked = 1
    page.test.run()
    assert page.test.session_state["into_view_history_step"][1] == 1


def test_what_cannot_be_undone_says_what_came_later_and_leads_there(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    page = Page(monkeypatch, ticked=1)
    assert page.button("Undo this step").disabled
    assert "Cannot be undone now: Bea changed it later: event accepted, A convoy left. Undo that first." in page.words
    page.ticked = None
    page.button("Show what came later").click().run()
    assert "Review" in page.words
    assert "After: Accepted by Bea" in page.words
    page.button("Undo this step").click().run()
    assert store.event("e1")[0].review.status == "draft"
    assert page.rows[0]["What"] == "1 event put back"
    assert page.rows[0]["Why"].startswith("takes back step ")
    page.button("Undo").click().run()
    assert store.event("e1")[0].review.status == "accepted"


def test_a_verdict_says_of_which_reports_and_a_word_on_a_name_why(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    one, other = (Event(f"r{n}", f"Told {n}", reports=(Report(f"r{n}", "d", 0, 9, "It left"),)) for n in (1, 2))
    store.add(events=[one, other])
    judge_reports(store, ["r1"], ["r2"], "same", "Ada", "the same buses")
    page = Page(monkeypatch, ticked=0)
    assert page.rows[0]["What"] == "said: one happening, 1 event put together"
    assert page.rows[0]["About"] == "“Told 1” and “Told 2”: one happening"
    assert "Why: the same buses." in page.words
    page.button("Undo this step").click().run()
    assert "is taken back: verdict on reports judged, “Told 1” and “Told 2”: one happening." in page.words
    store.correct_place(PlaceCorrection("Hit", "not a place", by="Ada", why="a verb here"))
    page.test.run()
    assert (page.rows[0]["About"], page.rows[0]["Why"]) == ("Hit: not a place", "a verb here")
    assert "Why: a verb here." in page.words


def test_undoing_that_meets_a_later_change_changes_nothing_and_says_why(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    page = Page(monkeypatch, ticked=0)
    button = page.button("Undo this step")
    store.review("e1", "rejected", "Cem")
    button.click().run()
    assert "Not undone: Cem changed it later" in page.words
    assert store.event("e1")[0].review.status == "rejected"


def test_the_history_of_one_event_alone(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, history_item="e2")
    assert [row["What"] for row in page.rows] == ["1 event added"]
    assert "Only what was done to: =HYPERLINK(1)" in page.words
    page.ticked = 0
    page.test.run()
    assert [one.label for one in page.test.button if one.label.startswith("Show this")] == [
        "Show this event in Explore"
    ]


def test_a_long_history_comes_in_pages(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    for _ in range(history.PAGE // 2):
        store.review("e1", "rejected", "Ada")
        store.review("e1", "accepted", "Ada")
    page = Page(monkeypatch)
    assert f"1 to {history.PAGE} of {history.PAGE + 4}, newest first" in page.words
    assert page.button("Newer").disabled
    page.button("Older").click().run()
    assert len(page.rows) == 4
    assert page.button("Older").disabled
    page.choose("Who", "Nadia")
    assert "1 to 2 of 2" in page.words


def test_an_empty_history_says_what_will_stand_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(tmp_path / "empty.sqlite"))
    page = Page(monkeypatch)
    assert "Nothing was changed yet" in page.words
    assert [button.label for button in page.test.button] == ["Add documents"]
    assert not page.test.selectbox


def test_the_table_of_the_history_is_guarded_and_follows_the_filter(store: Store) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(write_history(store)).removeprefix("\ufeff"))))
    edit = next(row for row in rows if row["what"] == "edited")
    assert (edit["by"], edit["why"], edit["field"], edit["before"], edit["after"]) == (
        "Ada", "seen on the video", "Date", "2017", "30 August 2017",
    )  # fmt: skip
    assert {row["title"] for row in rows if row["id"] == "e2"} == {"'=HYPERLINK(1)"}
    bea = list(
        csv.DictReader(io.StringIO("".join(write_history(store, HistoryQuery(by="Bea"))).removeprefix("\ufeff")))
    )
    assert {row["what"] for row in bea} == {"reviewed"}


def test_a_step_of_very_many_changes_says_how_many(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "many.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    open_store(path).add(events=[Event(f"e{number}", "An event", origin="curated") for number in range(700)])
    page = Page(monkeypatch, ticked=0)
    assert "Step 1: 700 events added" in page.words


def test_what_was_added_is_told_without_an_empty_other_side(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, ticked=3)
    assert "Event added: A convoy left" in page.words
    assert {"Title", "Date", "2017", "Made by hand"} <= set(page.words.split("\n"))
    for never in ("Before: –", "other words", "Actors"):
        assert never not in page.words
