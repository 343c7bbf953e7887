"""The address of the pages beside Explore: what a link asks for is shown, the rest is told, and the address follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from hypothesis import example, given
from hypothesis import strategies as st_
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard.address import Part, any_words, follow
from timeline_app.dashboard.reviewing.review_scope import scores_of, scores_words
from timeline_app.geo import load_gazetteer
from timeline_app.model import Event, When
from timeline_app.pipeline import add_gathered, gather
from timeline_app.settings import seed_files
from timeline_app.store import open_store
from timeline_app.views.tasks.doubt import weigh


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "example.sqlite"
    gazetteer = load_gazetteer()
    add_gathered(open_store(path), gather(seed_files(), gazetteer), gazetteer, "Nadia")
    return path


def review_page() -> None:
    from timeline_app.dashboard.screens import review

    review.show()


def explore_page() -> None:
    from timeline_app.dashboard.screens import explore

    explore.show()


def history_page() -> None:
    from timeline_app.dashboard.screens import history

    history.show()


def documents_page() -> None:
    from timeline_app.dashboard.screens import documents

    documents.show()


def places_page() -> None:
    from timeline_app.dashboard.screens import places

    places.show()


def edit_page() -> None:
    from timeline_app.dashboard.screens import edit

    edit.show()


def opened(monkeypatch: pytest.MonkeyPatch, page: Callable[[], None], path: Path, **asked: str | list[str]) -> AppTest:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    test = AppTest.from_function(page, default_timeout=60)
    for name, value in asked.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception
    return test


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def address(test: AppTest) -> dict[str, list[str]]:
    """Every parameter with its values; one that nobody touched is as the test gave it."""
    return {name: [value] if isinstance(value, str) else list(value) for name, value in test.query_params.items()}


def selected(test: AppTest, label: str) -> Any:
    return next(box for box in test.selectbox if box.label == label)


def test_review_opens_the_event_and_the_part_a_link_asks_for_and_the_address_follows(
    monkeypatch: pytest.MonkeyPatch, seeded: Path
) -> None:
    weighed = weigh(open_store(seeded).events()).values()
    wanted = sorted((one for one in weighed if any(d.kind == "place" for d in one.doubts)), key=lambda one: one.score)[
        0
    ]
    event = wanted.event
    asked = {"document": event.sources[0], "doubt": "place", "score": "0-0.95", "event": event.id}
    test = opened(monkeypatch, review_page, seeded, **asked)
    assert test.session_state["review_at"].event.id == event.id
    assert {name: [value] for name, value in asked.items()} == address(test)
    next(button for button in test.button if button.label == "Next").click().run()
    assert address(test)["event"] == [test.session_state["review_at"].event.id] != [event.id]
    next(button for button in test.button if button.label == "Show all").click().run()
    assert set(address(test)) == {"event"}


def test_what_means_nothing_on_review_is_ignored_and_told_until_it_is_dismissed(
    monkeypatch: pytest.MonkeyPatch, seeded: Path
) -> None:
    asked = {"document": "nowhere", "doubt": "tone", "score": "2-9", "event": "none", "colour": "**red**"}
    test = opened(monkeypatch, review_page, seeded, **asked)
    notice = next(text.value for text in test.text if text.value.startswith("Parts of this link"))
    assert all(f"{name}={value}" in notice for name, value in asked.items())
    assert address(test) == {"event": [test.session_state["review_at"].event.id]}
    next(button for button in test.button if button.label == "Dismiss").click().run()
    assert "Parts of this link" not in words(test)


def test_explore_tells_what_it_ignores_as_the_other_pages_do_however_long(
    monkeypatch: pytest.MonkeyPatch, seeded: Path
) -> None:
    test = opened(monkeypatch, explore_page, seeded, event="gone", colour="\u202e" * 290)
    notice = next(text.value for text in test.text if text.value.startswith("Parts of this link"))
    assert "colour=" in notice
    assert len(notice) < 400
    next(button for button in test.button if button.label == "Dismiss").click().run()
    assert "Parts of this link" not in words(test)
    assert not test.exception


def test_an_empty_view_counts_nothing_inside_and_offers_nothing_to_select(
    monkeypatch: pytest.MonkeyPatch, seeded: Path
) -> None:
    told = words(opened(monkeypatch, explore_page, seeded, **{"from": "2030-01-01", "undated": "false"}))
    assert re.search(r"None of \d+ events passes this filter\.", told)
    assert "possibly inside" not in told
    assert "Select an event" not in told
    assert "Select an event" in words(opened(monkeypatch, explore_page, seeded))


@pytest.mark.parametrize(
    ("text", "meant"),
    [("0.3-0.8", (0.3, 0.8)), ("0-1", (0.0, 1.0)), ("0.8-0.3", None), ("-1-0.5", None), ("nan-1", None), ("", None)],
)
def test_a_range_of_scores_is_read_or_refused(text: str, meant: tuple[float, float] | None) -> None:
    assert scores_of(text) == meant


@given(st_.floats(0, 1), st_.floats(0, 1))
@example(0.00001, 1e-300)
def test_every_range_of_scores_in_an_address_is_read_back(one: float, other: float) -> None:
    least, most = sorted((one, other))
    assert scores_of(scores_words(least, most)) == (least, most)


def test_usual_scores_are_written_as_people_write_them() -> None:
    assert scores_words(0.0, 0.95) == "0-0.95"
    assert scores_words(0.3, 1.0) == "0.3-1"


def test_a_parameter_of_an_address_has_one_owner() -> None:
    with pytest.raises(ValueError, match="said twice: step"):
        follow((Part("step", "open", any_words),), {"step": ["3"]})


@pytest.fixture
def worked_on(tmp_path: Path) -> Path:
    """A store with more steps of history than a page shows."""
    path = tmp_path / "worked.sqlite"
    store = open_store(path)
    for number in range(60):
        store.edit(Event(f"e{number}", f"Event {number}", when=When.in_year(2017), origin="curated"), 0, "Nadia")
    store.review("e7", "accepted", "Bea", "seen on the video")
    return path


def test_history_shows_what_a_link_asks_for(monkeypatch: pytest.MonkeyPatch, worked_on: Path) -> None:
    step = open_store(worked_on).history("e7")[0].id
    asked = {"who": "Bea", "what": "reviewed", "kind": "events", "words": "event", "item": "e7", "step": str(step)}
    test = opened(monkeypatch, history_page, worked_on, **asked)
    assert (selected(test, "Who").value, selected(test, "What was done").value) == ("Bea", "reviewed")
    assert f"Step {step}" in words(test)
    assert "1 to 1 of 1" in words(test)
    assert {name: [value] for name, value in asked.items()} == address(test)
    next(button for button in test.button if button.label == "Show everything").click().run()
    assert address(test) == {}


def test_a_page_further_down_the_history_has_its_own_address(monkeypatch: pytest.MonkeyPatch, worked_on: Path) -> None:
    test = opened(monkeypatch, history_page, worked_on)
    next(button for button in test.button if button.label == "Older").click().run()
    assert address(test) == {"start": ["51"]}
    assert "51 to 61 of 61" in words(opened(monkeypatch, history_page, worked_on, start="51"))
    assert "51 to 61 of 61" in words(opened(monkeypatch, history_page, worked_on, start="900"))


def test_history_tells_what_a_link_asks_in_vain(monkeypatch: pytest.MonkeyPatch, worked_on: Path) -> None:
    test = opened(monkeypatch, history_page, worked_on, who="Zoe", item="gone", step="99999", start="1")
    notice = next(text.value for text in test.text if text.value.startswith("Parts of this link"))
    assert notice.endswith("who=Zoe, item=gone, step=99999")
    assert "1 to 50 of 61" in words(test)
    assert address(test) == {}


class Tables:
    """What is ticked where a table begins: AppTest cannot tick, but sees what a table was given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.rows: dict[str, Any] = {}
        monkeypatch.setattr(st, "dataframe", self._table)

    def _table(self, rows: object, **told: Any) -> Any:
        self.rows[str(told.get("key")).partition("_")[0]] = rows
        return told.get("selection_default") or {"selection": {"rows": []}}


def test_documents_open_as_found_sorted_and_ticked_as_a_link_asks(
    monkeypatch: pytest.MonkeyPatch, seeded: Path
) -> None:
    Tables(monkeypatch)
    source = open_store(seeded).documents()[0]
    asked = {"words": source.name, "state": "read", "sort": "Title", "source": source.id}
    test = opened(monkeypatch, documents_page, seeded, **asked)
    assert selected(test, "Sort by").value == "Title"
    assert "1 ticked" in words(test)
    assert address(test) == {name: [value] for name, value in asked.items()}
    test = opened(monkeypatch, documents_page, seeded, source="gone", state="lost")
    assert "source=gone, state=lost" in words(test)
    assert address(test) == {}


def test_places_open_with_the_name_a_link_asks_for(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    tables = Tables(monkeypatch)
    opened(monkeypatch, places_page, seeded)
    name = tables.rows["toponyms"][5]["Name"]
    test = opened(monkeypatch, places_page, seeded, name=name.upper())
    assert f"{name}: " in words(test)
    assert address(test) == {"name": [name]}
    test = opened(monkeypatch, places_page, seeded, name="Atlantis")
    assert "name=Atlantis" in words(test)
    assert address(test) == {}


def test_edit_opens_the_part_of_the_list_a_link_asks_for_or_the_form(
    monkeypatch: pytest.MonkeyPatch, worked_on: Path
) -> None:
    test = opened(monkeypatch, edit_page, worked_on, words="event", day="2017", part="2")
    assert "51 to 60 of 60 hand-made events" in words(test)
    assert address(test) == {"words": ["event"], "day": ["2017"], "part": ["2"]}
    test = opened(monkeypatch, edit_page, worked_on, day="someday", part="99")
    assert "day=someday" in words(test)
    assert address(test) == {"part": ["2"]}
    test = opened(monkeypatch, edit_page, worked_on, form="new")
    assert test.subheader[0].value == "New event"
    assert address(test) == {"form": ["new"]}
    test = opened(monkeypatch, edit_page, worked_on, event="e7")
    assert test.subheader[0].value == "All fields"
    assert address(test) == {"event": ["e7"]}
    assert "form=old, event=gone" in words(opened(monkeypatch, edit_page, worked_on, form="old", event="gone"))
