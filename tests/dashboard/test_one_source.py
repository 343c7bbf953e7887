"""The example's articles stand as one source each: the hand-made list names them by their files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.snapshot import read_snapshot
from timeline_app.geo import load_gazetteer
from timeline_app.pipeline import add_gathered, gather
from timeline_app.settings import seed_files
from timeline_app.store import Store, open_store

STEM = "003-stranded-convoy"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path = tmp_path / "example.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    gazetteer, opened = load_gazetteer(), open_store(path)
    add_gathered(opened, gather(seed_files(), gazetteer), gazetteer, "Nadia")
    return opened


def explore_page() -> None:
    from timeline_app.dashboard.screens import explore

    explore.show()


def documents_page() -> None:
    from timeline_app.dashboard.screens import documents

    documents.show()


def opened(page: Callable[[], None], **asked: str) -> AppTest:
    test = AppTest.from_function(page, default_timeout=60)
    for name, value in asked.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    return test


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def article(store: Store) -> str:
    return next(document.id for document in store.documents() if document.name == f"{STEM}.txt")


def test_the_filter_knows_the_five_articles_and_a_link_by_the_name_means_one_of_them(store: Store) -> None:
    whole = read_snapshot(store, 1, None)
    assert {name for name, _ in whole.facets["source"]} == {document.id for document in store.documents()}
    id_ = article(store)
    telling = [event for event in store.events() if {id_, STEM} & set(event.sources)]
    assert dict(whole.facets["source"])[id_] == len(telling)
    test = opened(explore_page, source=STEM)
    assert "Parts of this link" not in words(test)
    assert test.session_state["source"] == [id_]
    assert test.query_params["source"] in (id_, [id_])
    assert STEM in {source.id for source in store.timeline().sources}


def test_a_filter_by_a_name_goes_on_when_its_article_comes(store: Store) -> None:
    step = store.remove_documents([article(store)], "Ada")
    test = opened(explore_page, source=STEM)
    assert test.session_state["source"] == [STEM]
    store.undo(step, "Ada")
    test.run()
    assert not test.exception
    assert test.session_state["source"] == [article(store)]


class Table:
    """What the library shows, and what is ticked where it begins: AppTest cannot tick."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rows: list[dict[str, Any]] = []
        monkeypatch.setattr(st, "dataframe", self._drawn)

    def _drawn(self, rows: Any, **told: Any) -> Any:
        if str(told.get("key")).startswith("library_"):
            self.rows = rows
        return told.get("selection_default") or {"selection": {"rows": []}}


def test_the_library_shows_each_article_once_and_removing_it_leaves_what_lists_tell(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    table = Table(monkeypatch)
    test = opened(documents_page, source=STEM)
    assert len(table.rows) == 5
    assert "5 sources: " in words(test)
    assert f"Also named “{STEM}”: " in words(test)
    before = [event.id for event in store.events() if STEM in event.sources]
    next(button for button in test.button if button.label == "Remove").click().run()
    assert not test.exception
    assert f"What lists tell by the name “{STEM}” stays." in words(test)
    assert [event.id for event in store.events() if STEM in event.sources] == before
    assert STEM in [row["Title"] for row in table.rows]


def judge_page() -> None:
    import streamlit as st

    from timeline_app.dashboard import load
    from timeline_app.dashboard.correcting.judge import judge_event

    whole = load.snapshot()
    event = whole.event(st.session_state["event"])
    assert event is not None
    judge_event(event, whole)


def test_reports_put_together_are_named_by_their_articles(store: Store) -> None:
    told = next(event for event in store.events() if len(event.reports) > 2 and STEM in event.sources)
    test = AppTest.from_function(judge_page, default_timeout=60)
    test.session_state["event"] = told.id
    test.session_state["judging"] = True
    test.run()
    assert not test.exception
    title = next(document.title for document in store.documents() if document.name == f"{STEM}.txt")
    assert f"{title}: “" in words(test)
    assert STEM not in words(test)
