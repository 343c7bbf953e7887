"""Reviewing many events at once: one step, nothing of anybody else's overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.errors import EditConflict
from timeline_app.model import Event
from timeline_app.store import Store, open_store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None if request.param == "memory" else tmp_path / "t.sqlite")
    opened.add(events=[Event(f"e{number}", f"Event {number}") for number in range(5)])
    yield opened
    opened.close()


def statuses(store: Store) -> list[str]:
    return [event.review.status for event in store.events()]


def test_many_are_reviewed_in_one_step_that_one_undo_takes_back(store: Store) -> None:
    before, version = store.events(), store.data_version()
    assert store.review_many(before[:3], "accepted", "Ada", "all of one list") == ()
    assert statuses(store) == ["accepted"] * 3 + ["draft"] * 2
    assert store.data_version() == version + 1
    lines = store.history()[:3]
    assert {(line.what, line.by, line.why) for line in lines} == {("reviewed", "Ada", "all of one list")}
    assert store.events()[0].review.by == "Ada"
    store.undo(lines[1].id, "Ada")
    assert store.events() == before


def test_one_that_somebody_changed_meanwhile_is_left_alone(store: Store) -> None:
    seen = store.events()
    store.review("e1", "rejected", "Bea")
    event, version = store.event("e2")
    store.edit(event.with_(title="Better"), version, "Bea")
    left = store.review_many([*seen, Event("nowhere", "Gone")], "accepted", "Ada")
    assert sorted(left) == ["e1", "e2", "nowhere"]
    assert statuses(store) == ["accepted", "rejected", "draft", "accepted", "accepted"]


def test_no_event_is_no_step(store: Store) -> None:
    version = store.data_version()
    assert store.review_many([], "accepted", "Ada") == ()
    assert store.review_many([Event("nowhere", "Gone")], "accepted", "Ada") == ("nowhere",)
    assert store.data_version() == version


def test_the_step_is_not_taken_back_under_a_later_change(store: Store) -> None:
    store.review_many(store.events(), "accepted", "Ada")
    step = store.history("e0")[0].id
    store.review("e3", "rejected", "Bea")
    with pytest.raises(EditConflict):
        store.undo(step, "Ada")
    assert statuses(store) == ["accepted", "accepted", "accepted", "rejected", "accepted"]
