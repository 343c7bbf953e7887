"""Long words in tables are not cut: rows are high enough for Streamlit to wrap them, and no higher than there are rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.look import WRAPPED, table_height
from timeline_app.geo import load_gazetteer
from timeline_app.pipeline import add_gathered, gather
from timeline_app.settings import seed_files
from timeline_app.store import open_store

WRAPS_FROM = 4 * 16
"""Streamlit wraps in rows higher than four lines of its own size."""


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "example.sqlite"
    gazetteer = load_gazetteer()
    add_gathered(open_store(path), gather(seed_files(), gazetteer), gazetteer, "Nadia")
    return path


def places_page() -> None:
    from timeline_app.dashboard.screens import places

    places.show()


def documents_page() -> None:
    from timeline_app.dashboard.screens import documents

    documents.show()


def compare_page() -> None:
    from timeline_app.dashboard.screens import compare

    compare.show()


def tables(
    monkeypatch: pytest.MonkeyPatch, page: Callable[[], None], path: Path
) -> dict[str, tuple[Any, dict[str, Any]]]:
    """What the tables of a page were given, by the first word of their keys; the first row of each is ticked."""
    found: dict[str, tuple[Any, dict[str, Any]]] = {}

    def drawn(rows: Any, **told: Any) -> Any:
        found[str(told.get("key")).partition("_")[0]] = (rows, told)
        return {"selection": {"rows": [0]}}

    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    monkeypatch.setattr(st, "dataframe", drawn)
    test = AppTest.from_function(page, default_timeout=60).run()
    assert not test.exception
    return found


@pytest.mark.parametrize(
    ("page", "names"),
    [(places_page, ("toponyms", "candidates")), (documents_page, ("library",)), (compare_page, ("matrix",))],
)
def test_tables_with_long_words_wrap_them(
    monkeypatch: pytest.MonkeyPatch, seeded: Path, page: Callable[[], None], names: tuple[str, ...]
) -> None:
    found = tables(monkeypatch, page, seeded)
    for name in names:
        rows, told = found[name]
        assert told["row_height"] > WRAPS_FROM
        assert told["height"] == table_height(len(rows), told["height"], told["row_height"])


def test_a_short_table_has_no_empty_rows() -> None:
    assert table_height(2, 800, WRAPPED) == 38 + 2 * WRAPPED
    assert table_height(200, 800, WRAPPED) == 800


def test_states_of_names_are_said_as_review_says_them(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    rows, _ = tables(monkeypatch, places_page, seeded)["toponyms"]
    assert {row["State"] for row in rows} <= {"not found", "doubtful", "found but unverified"}
