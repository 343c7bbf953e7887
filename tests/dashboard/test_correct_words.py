"""The small form of corrections: a person's own places count, and its history reads as the History page does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from timeline_app.model import Event, Place, PlaceCorrection, When, Where
from timeline_app.store import open_store


def correct_page() -> None:
    from timeline_app.dashboard import load
    from timeline_app.dashboard.correcting.correct import correct_event

    correct_event(load.store().event("p1")[0])


@pytest.fixture
def test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    path = tmp_path / "s.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    store = open_store(path)
    store.add(events=[Event("p1", "Read from an article", when=When.on_day(date(2017, 8, 20)))])
    own = Place("own-camp", "Camp Nowhereton", "camp", "SY", "", 34.0, 40.0, 3.0)
    store.correct_place(PlaceCorrection("Camp Nowhereton", "is", own, by="Ada"))
    app = AppTest.from_function(correct_page, default_timeout=60)
    app.session_state["who"] = "Ada"
    app.session_state["correcting"] = True
    return app.run()


def test_a_place_a_person_added_can_be_typed(test: AppTest, tmp_path: Path) -> None:
    field = next(one for one in test.text_input if one.label.startswith("Where it happened"))
    field.set_value("Camp Nowhereton")
    next(button for button in test.button if button.label == "Save").click().run()
    assert not test.exception
    event, _ = open_store(tmp_path / "s.sqlite").event("p1")
    assert [(where.place_id, where.status) for where in event.where] == [("own-camp", "confirmed")]
    assert event.where[0].reasons == ("entered by hand",)
    (table,) = [frame.value for frame in test.dataframe if "Why" in frame.value]
    newest = table.iloc[0]
    assert newest["What"] == "edited"
    assert "T" not in newest["When"].split(",")[1]
    assert newest["When"].count(":") == 1


def test_a_corrected_place_is_not_said_to_be_written_and_stands_there_once(test: AppTest, tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite")
    camp = Where("near", "the camp", "Camp Nowhereton", "own-camp", 34.0, 40.0)
    wrong, onward = (
        Where("at", "Euphrates", "Euphrates", "river", 35.0, 40.0),
        Where("to", "Hit", "Hit", "hit", 33.6, 42.8),
    )
    event, version = store.event("p1")
    store.edit(event.with_(where=(wrong, camp, onward)), version, "Ada")
    test.run()
    assert "Its other places stay: to Hit, near Camp Nowhereton. “All fields” changes them." in [
        text.value for text in test.text
    ]
    field = next(one for one in test.text_input if one.label.startswith("Where it happened"))
    field.set_value("camp nowhereton")
    next(button for button in test.button if button.label == "Save").click().run()
    where = store.event("p1")[0].where
    assert [(one.role, one.text) for one in where] == [("at", "Camp Nowhereton"), ("to", "Hit")]
    assert where[0].reasons == ("entered by hand as “camp nowhereton”",)


def verdict_page() -> None:
    import streamlit as st

    from timeline_app.dashboard import load
    from timeline_app.dashboard.correcting.corrected import evidence_of
    from timeline_app.dashboard.correcting.verdict import review_event

    whole = load.snapshot()
    (event,) = whole.timeline.events
    review_event(event)
    st.text(evidence_of(event, whole)["review"]["state"])


def test_a_correction_stands_beside_the_review_with_who_made_it(test: AppTest, tmp_path: Path) -> None:
    store = open_store(tmp_path / "s.sqlite")
    page = AppTest.from_function(verdict_page, default_timeout=60).run()
    assert [text.value for text in page.text] == ["Review: Not reviewed", "not reviewed"]
    event, version = store.event("p1")
    store.edit(event.with_(title="Otherwise"), version, "Ada\u202e")
    page.run()
    assert [text.value for text in page.text] == [
        "Review: Not reviewed, corrected by Ada⟦RLO⟧", "not reviewed, corrected by Ada⟦RLO⟧",
    ]  # fmt: skip
    store.review("p1", "accepted", "Bea")
    page.run()
    assert page.text[0].value == "Review: Accepted, corrected by Ada⟦RLO⟧"
    test.run()
    (table,) = [frame.value for frame in test.dataframe if "Why" in frame.value]
    assert list(table["What"])[:2] == ["accepted", "edited"]
