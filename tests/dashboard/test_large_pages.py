"""The Explore page on a timeline too large to draw, or to hold, event by event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from benchmarks.dashboard_parts.generated import fill_store
from timeline_app.dashboard import load, snapshot
from timeline_app.dashboard.serve import APP, SETTINGS
from timeline_app.dashboard.snapshot import read_snapshot
from timeline_app.model import Query
from timeline_app.store import Store, open_store
from timeline_app.views import select
from timeline_app.views.frames.arrays import EventArray

COUNT = 2_600


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "t.sqlite"
    fill_store(path, COUNT)
    return path


@pytest.fixture(params=["whole", "columns"])
def store(request: pytest.FixtureRequest, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store, kept in memory whole or in columns."""
    monkeypatch.setattr(snapshot, "WHOLE", COUNT + 100 if request.param == "whole" else COUNT - 100)
    opened = open_store(filled)
    yield opened
    opened.close()


@pytest.fixture
def page_of(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[AppTest]]:
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    monkeypatch.setenv("TIMELINE_APP_STORE", str(filled))
    st.cache_resource.clear()
    yield AppTest
    st.cache_resource.clear()
    for name, value in before.items():
        config.set_option(name, value)


def opened_page() -> AppTest:
    page = AppTest.from_file(str(APP), default_timeout=60)
    page.run()
    assert not page.exception
    return page


def header(page: AppTest) -> str:
    return next(text.value for text in page.text if f"of {COUNT:,} events" in text.value)


def test_the_snapshot_reads_events_of_a_large_store_only_when_they_are_looked_at(store: Store) -> None:
    whole = read_snapshot(store, 1, None)
    lazy = isinstance(whole.frame["event"].array, EventArray)
    assert lazy == (snapshot.WHOLE < COUNT)
    assert len(whole.timeline.events) == COUNT
    assert whole.timeline.sources == store.sources()
    assert {event.id for event in whole.timeline.events} == {event.id for event in store.events()}


def test_a_correction_patches_the_snapshot_and_reads_no_other_event(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_snapshot(store, 1, None)
    title_before = list(before.frame["title"])
    event, version = store.event(before.frame["id"].iloc[100])
    store.edit(event.with_(title="Corrected while others look", when=None), version, "a")
    for name in ("wires", "events"):
        if name == "wires" or snapshot.WHOLE < COUNT:
            monkeypatch.setattr(store, name, lambda: pytest.fail("everything was read again"))
    after = read_snapshot(store, 2, before)
    row = after.frame[after.frame["id"] == event.id].iloc[0]
    assert (row["title"], bool(row["dated"])) == ("Corrected while others look", False)
    assert after.frame.loc[after.frame["id"] == event.id, "event"].iloc[0] == store.event(event.id)[0]
    assert list(before.frame["title"]) == title_before
    assert after.documents is before.documents
    store.undo(store.newest_change(), "a")
    assert list(read_snapshot(store, 3, after).frame["title"]) == title_before


def test_words_are_found_in_a_store_kept_in_columns(store: Store) -> None:
    whole = read_snapshot(store, 1, None)
    found = select(whole.frame, Query(text="crowd gathers"))
    assert {event.type for event in found.events} == {"protest"}


def test_the_page_draws_a_large_view_and_lists_what_it_cannot_draw(page_of: type[AppTest]) -> None:
    page = opened_page()
    assert header(page)
    view = load.view(load.snapshot(), Query())
    assert "bins" in view.map
    assert view.timeline["events"]["id"] == []  # type: ignore[index]
    trays = [expander.label for expander in page.expander]
    ledger = view.selection.ledger
    assert {"Undated", "Without a place"} <= set(trays)
    assert any(f"' ({ledger.undated:,})'" in html.value for html in page.get("html"))


def test_a_narrow_filter_of_a_large_store_is_drawn_event_by_event(page_of: type[AppTest]) -> None:
    page = opened_page()
    page.text_input(key="from_typed").input("2022-01-01")
    page.run()
    assert not page.exception
    view = load.view(load.snapshot(), Query(first=date(2022, 1, 1)))
    assert "bins" not in view.map
    assert len(view.map["events"]["id"]) > 0  # type: ignore[index, arg-type]


def test_two_sessions_do_not_see_each_others_filter_or_selection(page_of: type[AppTest]) -> None:
    one, other = opened_page(), opened_page()
    everything = header(other)
    chosen = load.snapshot().frame["id"].iloc[7]
    one.text_input(key="from_typed").input("2016-01-01")
    one.session_state["chosen_event"] = chosen
    one.run()
    other.run()
    assert header(other) == everything != header(one)
    assert one.query_params["event"] in (chosen, [chosen])
    assert "event" not in other.query_params
    other.text_input(key="to_typed").input("2014-01-01")
    other.run()
    one.run()
    assert "1 Jan 2016" in header(one)
    assert header(one) != header(other)


def test_what_sessions_share_is_not_written_to_by_drawing_views_of_it(page_of: type[AppTest]) -> None:
    page = opened_page()
    whole = load.snapshot()
    before = whole.frame.drop(columns="event").map(str).to_numpy().tolist()
    strip = dict(whole.strip)
    for year in (2013, 2015, 2018):
        page.text_input(key="from_typed").input(f"{year}-01-01")
        page.run()
    assert load.snapshot() is whole
    assert whole.frame.drop(columns="event").map(str).to_numpy().tolist() == before
    assert whole.strip == strip
