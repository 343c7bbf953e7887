"""The page Edit as Streamlit runs it, without a browser: the table, the form, and the way between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard import load
from timeline_app.dashboard.components.folium_map import MapClick, MapPoint, _point
from timeline_app.dashboard.editing import place_picker
from timeline_app.dashboard.serve import APP, SETTINGS
from timeline_app.model import Actor, Event, PlaceCorrection, Quantity, Report, When, Where, document_id, sha256_hex
from timeline_app.store import Store, open_store

HOSTILE = "{{1337*1337}} <img src=x onerror=1> ![x](http://canary.invalid/a.png)"


@pytest.fixture(autouse=True)
def _served_safely() -> Iterator[None]:
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


def curated(name: str, title: str, day: int | None, **rest: Any) -> Event:
    when = When.on_day(date(2017, 8, day), basis="curated") if day else None
    reports = (Report(name, "BBC", 0, 0, f"{title}, it was said.", when=when),)
    return Event(name, title, "movement", when=when, reports=reports, origin="curated", **rest)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "s.sqlite"
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    monkeypatch.setattr(load, "user_name", lambda: "Ada")
    parsed = Event("p1", "Read from an article", when=When.on_day(date(2017, 8, 20)))
    open_store(path).add(
        events=[
            curated("e1", "A convoy left", 28),
            curated("e2", "Talks began", 16),
            curated("e3", HOSTILE, None),
            parsed,
        ]
    )
    return path


def edit_page() -> None:
    from timeline_app.dashboard.screens import edit

    edit.show()


def opened(**query: str) -> AppTest:
    test = AppTest.from_function(edit_page, default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    return test.run()


def typed(test: AppTest, turn: int = 0, **state: object) -> AppTest:
    """What a person types into the table."""
    test.session_state[f"grid_{turn}"] = {"edited_rows": {}, "added_rows": [], "deleted_rows": [], **state}
    return test.run()


def press(test: AppTest, label: str) -> AppTest:
    return next(one for one in test.button if one.label == label).click().run()


def field(test: AppTest, label: str) -> Any:
    return next(one for one in test.text_input if one.label.startswith(label))


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def titles(store: Store) -> list[str]:
    return [event.title for event in store.events() if event.origin == "curated"]


# -- the table ------------------------------------------------------------------------------------


def test_the_table_holds_the_hand_made_events_by_date(path: Path) -> None:
    test = opened()
    assert not test.exception
    frame = test.data_editor[0].value
    assert list(frame["title"]) == ["Talks began", "A convoy left", HOSTILE]
    assert list(frame["date"]) == ["2017-08-16", "2017-08-28", ""]
    assert "3 hand-made events, by date." in words(test)


def test_an_empty_store_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(tmp_path / "empty.sqlite"))
    test = opened()
    assert not test.exception
    assert "No hand-made events yet" in words(test)
    assert "Only with these words" not in [one.label for one in test.text_input]  # there is nothing to choose from
    typed(test, added_rows=[{"title": "The first"}])
    press(test, "Save 1 change")
    assert "1 new" in words(test)


def test_new_changed_and_faulty_rows_are_saved_in_one_step_with_one_undo(path: Path) -> None:
    test = typed(
        opened(),
        edited_rows={1: {"title": "The convoy left"}, 0: {"date": "2017-13"}},
        added_rows=[{"title": "A blast", "date": "late August 2017", "numbers": "dead=3..5"}],
    )
    fault = "Row 1 (Talks began), Date: '2017-13': there is no month 13 (likely mistake: day and month are exchanged)"
    assert f"⚠ {fault}" in words(test)
    assert "Row 4 (A blast), Date: 'late August 2017' is roughly between 21 and 31 August 2017" in words(test)
    before = open_store(path).timeline()
    press(test, "Save 3 changes")
    assert not test.exception
    assert f"1 new, 1 changed, 1 row not saved: {fault}" in words(test)
    store = open_store(path)
    assert titles(store) == ["The convoy left", "Talks began", HOSTILE, "A blast"]
    assert store.history()[0].by == "Ada"
    frame = test.data_editor[0].value
    assert "2017-13" in list(frame["date"])
    press(test, "Undo")
    assert open_store(path).timeline() == before
    assert "2017-13" in list(test.data_editor[0].value["date"])


def test_a_deleted_row_is_asked_back_once(path: Path) -> None:
    test = typed(opened(), deleted_rows=[0], edited_rows={1: {"note": "seen"}})
    press(test, "Save 2 changes")
    assert "Remove this event? It can be undone.\n– Talks began" in words(test)
    assert len(titles(open_store(path))) == 3
    press(test, "Remove and save")
    assert "1 changed, 1 removed" in words(test)
    assert titles(open_store(path)) == ["A convoy left", HOSTILE]
    press(test, "Undo")
    assert len(titles(open_store(path))) == 3


def test_a_deleted_row_can_be_kept(path: Path) -> None:
    test = typed(opened(), deleted_rows=[0], edited_rows={1: {"note": "seen"}})
    press(test, "Save 2 changes")
    press(test, "Keep and save the rest")
    assert len(test.data_editor[0].value) == 3
    assert open_store(path).event("e1")[0].summary == "seen"


@pytest.mark.parametrize(("choice", "title"), [("Save mine over theirs", "Mine"), ("Take theirs", "Theirs")])
def test_the_second_of_two_people_is_shown_both_and_loses_nothing(path: Path, choice: str, title: str) -> None:
    test = typed(opened(), edited_rows={1: {"title": "Mine"}}, added_rows=[{"title": "A new one"}])
    event, version = open_store(path).event("e1")
    open_store(path).edit(event.with_(title="Theirs"), version, "Bea")
    test.run()
    assert "Save 2 changes" in [button.label for button in test.button]
    press(test, "Save 2 changes")
    assert "1 new, 1 changed by somebody else meanwhile" in words(test)
    assert "Somebody else changed “Mine” while you did" in words(test)
    assert open_store(path).event("e1")[0].title == "Theirs"
    press(test, choice)
    assert not test.exception
    assert open_store(path).event("e1")[0].title == title
    assert "Somebody else" not in words(test)
    assert title in list(test.data_editor[0].value["title"])


def test_what_is_typed_is_not_lost_by_looking_at_the_form(path: Path) -> None:
    test = typed(opened(), edited_rows={1: {"title": "Typed, not saved"}})
    assert field(test, "Only with these words").disabled
    test.session_state["edit_mode"] = "One event in full"
    test.run()
    assert len(test.data_editor) == 3
    test.session_state["edit_mode"] = "Hand-made events"
    test.run()
    assert "Typed, not saved" in list(test.data_editor[0].value["title"])
    press(test, "Save 1 change")
    assert "Typed, not saved" in titles(open_store(path))


def test_a_change_by_somebody_else_shows_when_nothing_is_typed(path: Path) -> None:
    test = opened()
    event, version = open_store(path).event("e1")
    open_store(path).edit(event.with_(title="Theirs"), version, "Bea")
    test.run()
    assert "Theirs" in list(test.data_editor[0].value["title"])


def test_a_long_list_is_paged_and_found_by_words_and_date(path: Path) -> None:
    store = open_store(path)
    store.edit_many([(curated(f"n{n}", f"Event number {n}", 1 + n % 28), 0) for n in range(120)], "Ada")
    test = opened()
    assert len(test.data_editor[0].value) == 50
    assert "1 to 50 of 123 hand-made events, by date." in words(test)
    test.number_input[0].set_value(3).run()
    assert len(test.data_editor[0].value) == 23
    field(test, "Only with these words").set_value("convoy").run()
    assert list(test.data_editor[0].value["title"]) == ["A convoy left"]
    field(test, "Only with these words").set_value("").run()
    field(test, "Only in").set_value("2017-08-16").run()
    assert set(test.data_editor[0].value["date"]) == {"2017-08-16"}
    field(test, "Only in").set_value("2017-13").run()
    assert "there is no month 13" in words(test)


def test_rows_pasted_from_a_spreadsheet_stand_in_the_table_and_can_be_saved(path: Path) -> None:
    block = "\n".join(
        [f"Pasted {n}\t2017-09-0{n}\tstrike\tSukhnah" for n in range(1, 4)] + [f"{HOSTILE}\t2017-13\tparty"]
    )
    test = typed(opened(), added_rows=[{"title": block}])
    assert not test.exception
    assert list(test.data_editor[0].value["title"])[3:] == ["Pasted 1", "Pasted 2", "Pasted 3", HOSTILE]
    assert "Type: 'party' is none of" in words(test)
    press(test, "Save 4 changes")
    assert "3 new, 1 row not saved" in words(test)
    pasted = [event for event in open_store(path).events() if event.title.startswith("Pasted")]
    assert [event.where[0].place_id for event in pasted] == ["sy-sukhnah"] * 3


def test_discarding_goes_back_to_what_is_kept(path: Path) -> None:
    test = typed(opened(), edited_rows={1: {"title": "x"}})
    press(test, "Discard changes")
    assert "A convoy left" in list(test.data_editor[0].value["title"])
    assert titles(open_store(path))[0] == "A convoy left"


# -- the form -------------------------------------------------------------------------------------


def test_the_link_opens_the_form_of_an_event(path: Path) -> None:
    test = opened(event="p1")
    assert not test.exception
    assert field(test, "Title").value == "Read from an article"
    assert [heading.value for heading in test.subheader] == ["All fields"]


def test_a_link_to_nothing_is_told(path: Path) -> None:
    test = opened(event="nonesuch")
    assert not test.exception
    assert "ignored: event=nonesuch" in words(test)


def test_explore_leads_to_all_fields(path: Path) -> None:
    test = AppTest.from_file(str(APP), default_timeout=60)
    test.query_params["event"] = "e1"
    test.session_state["correcting"] = True
    press(test.run(), "All fields")
    assert not test.exception
    assert field(test, "Title").value == "A convoy left"
    press(test, "Open in Explore")
    assert not test.exception
    assert any("events" in text.value for text in test.text)
    assert test.query_params["event"] == "e1"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2017-08-16/2017-08-23", "16 to 23 August 2017: went on throughout"),
        ("late August 2017", "roughly between 21 and 31 August 2017: on some day of these (kept as [2017-08-21..2017-08-31])"),
        ("09/12/2017", "⚠ '09/12/2017' may be 9 December 2017 or 12 September 2017: write 2017-12-09 or 2017-09-12"),
        ("2017-13", "⚠ '2017-13': there is no month 13 (likely mistake: day and month are exchanged)"),
    ],
)  # fmt: skip
def test_a_date_is_explained_while_it_is_typed(path: Path, text: str, told: str) -> None:
    test = opened(event="e1")
    field(test, "Date").set_value(text).run()
    assert told in [one.value for one in test.text]
    save = next(one for one in test.button if one.label == "Save")
    assert save.disabled == told.startswith("⚠")


def test_the_table_of_dates_says_what_each_form_means(path: Path) -> None:
    test = opened(event="e1")
    examples = next(table.value for table in test.dataframe if "Means" in table.value.columns)
    meaning = dict(zip(examples["Written"], examples["Means"], strict=True))
    assert meaning["2017-08"] == "August 2017: some time in that month; no day is claimed"
    assert all(meaning.values())


def test_the_type_says_what_it_means(path: Path) -> None:
    test = opened(event="e1")
    assert "people, convoys or forces on the way" in test.caption[1].value.lower()


def test_every_field_of_an_event_can_be_changed_and_undone(path: Path) -> None:
    test = opened(event="e1")
    field(test, "Title").set_value("The convoy left")
    field(test, "Date").set_value("2017-08-28~")
    field(test, "Time of day").set_value("06:30")
    field(test, "Link").set_value("https://example.org/")
    test.text_area[0].set_value("In seventeen buses.")
    next(one for one in test.selectbox if one.label == "Type").set_value("talks")
    next(one for one in test.selectbox if one.label == "Said to be").set_value("denied")
    field(test, "Why").set_value("read it again")
    key = test.data_editor[0].key.rsplit("_", 2)[0]
    added = {"edited_rows": {}, "deleted_rows": []}
    test.session_state[f"{key}_actors_0"] = {**added, "added_rows": [{"name": "Hezbollah", "role": "source"}]}
    test.session_state[f"{key}_numbers_0"] = {**added, "added_rows": [{"what": "buses", "low": 17, "high": 17}]}
    test.session_state[f"{key}_sources_0"] = {
        **added, "added_rows": [{"source": "AFP", "quote": "Eleven buses.", "numbers": "buses=11"}],
    }  # fmt: skip
    press(test, "Save")
    assert not test.exception
    assert "Saved." in words(test)
    event, _ = open_store(path).event("e1")
    assert event.when is not None
    assert (event.title, event.summary, event.type, event.modality) == (
        "The convoy left", "In seventeen buses.", "talks", "denied",
    )  # fmt: skip
    assert (event.when.edtf, event.when.time, event.url) == ("2017-08-28~", "06:30", "https://example.org/")
    assert event.actors == (Actor("Hezbollah", "source"),)
    assert event.quantities == (Quantity("buses", 17, 17, "17"),)
    assert [(report.document, report.quantities[0].low) for report in event.reports] == [("BBC", 17), ("AFP", 11)]
    assert [conflict.field for conflict in event.conflicts] == ["quantity: buses"]
    assert open_store(path).history("e1")[0].why == "read it again"
    press(test, "Undo")
    assert open_store(path).event("e1")[0].title == "A convoy left"


def test_the_form_names_its_event_and_what_is_not_saved_yet(path: Path) -> None:
    test = opened(event="e1")
    assert "28 August 2017: A convoy left" in words(test)
    assert "Not saved yet" not in words(test)
    field(test, "Title").set_value("The convoy left")
    field(test, "Link").set_value("https://example.org/").run()
    assert words(test).count("Not saved yet: Title, Link.") == 2, "above the form and beside Save"
    press(test, "Start over")
    assert "Not saved yet" not in words(test)
    field(test, "Date").set_value("soon").run()
    assert "Not saved yet: see what is marked ⚠ below." in words(test)


def test_what_saving_did_stands_above_all_else_with_its_undo(path: Path) -> None:
    test = opened(event="e1")
    field(test, "Title").set_value("The convoy left")
    press(test, "Save")
    assert test.text[0].value == "Saved."
    assert test.button[0].label == "Undo"
    test.button[0].click().run()
    assert test.text[0].value == "Taken back."
    assert field(test, "Title").value == "A convoy left"


def test_a_new_event_is_made_and_the_address_follows(path: Path) -> None:
    test = opened()
    test.session_state["edit_mode"] = "One event in full"
    test.run()
    field(test, "Title").set_value("A blast").run()
    press(test, "Save")
    assert not test.exception
    event = next(one for one in open_store(path).events() if one.title == "A blast")
    assert (event.origin, event.when, event.review.status, event.review.by) == ("curated", None, "accepted", "Ada")
    assert test.query_params["event"] == event.id
    press(test, "New event")
    assert field(test, "Title").value == ""


@pytest.mark.parametrize(("choice", "title"), [("Save mine over theirs", "Mine"), ("Take theirs", "Theirs")])
def test_a_form_that_meets_somebody_elses_change_shows_both(path: Path, choice: str, title: str) -> None:
    test = opened(event="e1")
    event, version = open_store(path).event("e1")
    open_store(path).edit(event.with_(title="Theirs", type="talks"), version, "Bea")
    field(test, "Title").set_value("Mine")
    press(test, "Save")
    assert "Nothing was saved yet" in words(test)
    press(test, choice)
    assert not test.exception
    kept, _ = open_store(path).event("e1")
    assert (kept.title, kept.type) == (title, "talks")
    assert field(test, "Title").value == title


def test_what_documents_say_is_shown_and_stays(path: Path) -> None:
    text = "A convoy left Arsal on Monday."
    told = Report("r", document_id(sha256_hex(text.encode())), 0, len(text), text)
    open_store(path).add(events=[Event("r", "Told by a document", reports=(told,))])
    test = opened(event="r")
    assert [text] == [quote for table in test.dataframe if "Quote" in table.value for quote in table.value["Quote"]]
    field(test, "Title").set_value("Better").run()
    press(test, "Save")
    assert open_store(path).event("r")[0].reports == (told,)


# -- places ---------------------------------------------------------------------------------------


@pytest.fixture
def pointed(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Stands in for the browser's map: what it was drawn with, and buttons that click on it."""
    seen: dict[str, Any] = {}

    def event_map(payload: object, *, on_change: Any, on_pick: Any, **told: Any) -> None:
        seen.update(told, payload=payload)
        st.button("marker", on_click=lambda: on_change(seen["at"]))
        st.button("map", on_click=lambda: on_pick(seen["at"]))

    monkeypatch.setattr(place_picker, "event_map", event_map)
    return seen


def choosing(event_id: str = "e1") -> AppTest:
    return press(opened(event=event_id), "Add a place")


def clicked(test: AppTest, seen: dict[str, Any], at: MapClick | MapPoint) -> AppTest:
    seen["at"] = at
    return press(test, "marker" if isinstance(at, MapClick) else "map")


def test_a_name_lists_candidates_beside_each_other_and_on_a_map(path: Path, pointed: dict[str, Any]) -> None:
    test = choosing()
    field(test, "Name of the place").set_value("Tripoli").run()
    table = next(table.value for table in test.dataframe if "Km from the first" in table.value.columns)
    assert {"Place", "Kind", "Country", "Within", "Score"} <= set(table.columns)
    assert {"Lebanon", "Libya"} <= set(table["Country"])
    assert max(table["Km from the first"]) > 1500
    assert pointed["payload"]["places"]["name"] == list(table["Place"])


def test_a_click_on_a_marker_chooses_that_place(path: Path, pointed: dict[str, Any]) -> None:
    test = choosing()
    field(test, "Name of the place").set_value("Sukhnah").run()
    place_id = pointed["payload"]["places"]["key"][0]
    clicked(test, pointed, MapClick(place_id, place_id))
    assert any(text.value.startswith("Chosen: ") and "Sukhnah" in text.value for text in test.text)
    press(test, "Use this place")
    press(test, "Save")
    (where,) = open_store(path).event("e1")[0].where
    assert (where.place_id, where.text, where.role, where.status) == (place_id, "Sukhnah", "at", "confirmed")


def test_a_click_on_the_map_sets_a_point_and_names_the_nearest_place(path: Path, pointed: dict[str, Any]) -> None:
    test = clicked(choosing(), pointed, MapPoint(34.90, 38.90))
    line = next(text.value for text in test.text if text.value.startswith("Chosen: "))
    assert line.startswith("Chosen: 34.9000, 38.9000, within 1 km: ")
    assert "Sukhnah" in line
    assert pointed["payload"]["places"]["lat"] == [34.90]
    next(one for one in test.selectbox if one.label == "How exact").set_value(25).run()
    press(test, "Use this place")
    next(one for one in test.selectbox if one.label == "Role of place 1").set_value("near").run()
    press(test, "Save")
    (where,) = open_store(path).event("e1")[0].where
    assert (where.lat, where.lon, where.radius_km, where.role) == (34.9, 38.9, 25.0, "near")
    assert (where.text, where.status, where.reasons[0]) == ("34.9000, 38.9000", "confirmed", "point set on the map")


def test_several_places_in_their_roles_are_changed_and_removed(path: Path, pointed: dict[str, Any]) -> None:
    event, version = open_store(path).event("e1")
    open_store(path).edit(event.with_(where=(Where("from", "Arsal"), Where("to", "the desert"))), version, "Ada")
    test = opened(event="e1")
    assert "“the desert”: not on the map" in words(test)
    test.button(key=next(one.key for one in test.button if one.label == "Remove")).click().run()
    press(test, "Change")
    field(test, "Name of the place").set_value("Sukhnah").run()
    test.session_state[
        next(one.key for one in test.button if one.label == "Use this place").replace("_use", "_chosen")
    ] = pointed["payload"]["places"]["key"][0]
    test.run()
    assert "⚠ A place is being chosen" in words(test)
    assert next(one for one in test.button if one.label == "Save").disabled
    press(test, "Use this place")
    press(test, "Save")
    (where,) = open_store(path).event("e1")[0].where
    assert (where.role, where.text, where.name) == ("to", "the desert", "Sukhnah")


def test_a_place_that_is_in_no_gazetteer_is_added_from_the_form(path: Path, pointed: dict[str, Any]) -> None:
    test = choosing()
    field(test, "Name of the place").set_value("Qqxvzzkw").run()
    assert "“Qqxvzzkw” is not in the gazetteer" in words(test)
    test.number_input[0].set_value(34.6).run()
    test.number_input[1].set_value(38.1).run()
    field(test, "Other spellings").set_value("Zikir | زقير").run()
    press(test, "Add this place to the gazetteer")
    assert not test.exception
    (word,) = open_store(path).place_corrections()
    assert word.place is not None
    assert (word.name, word.by, word.place.aliases) == ("Qqxvzzkw", "Ada", ("Zikir", "زقير"))
    assert (word.place.lat, word.place.lon, word.place.radius_km) == (34.6, 38.1, 1.0)
    assert load.gazetteer_heeding().lookup("Zikir")[0].place.id == word.place.id
    press(test, "Use this place")
    press(test, "Save")
    assert open_store(path).event("e1")[0].where[0].place_id == word.place.id


def test_a_name_becomes_another_spelling_of_a_chosen_place(path: Path, pointed: dict[str, Any]) -> None:
    test = choosing()
    field(test, "Name of the place").set_value("Soukhneh").run()
    ids = dict(zip(pointed["payload"]["places"]["name"], pointed["payload"]["places"]["key"], strict=True))
    test = clicked(test, pointed, MapClick("x", ids["Sukhnah"]))
    press(test, "Add this spelling")
    (word,) = open_store(path).place_corrections()
    assert isinstance(word, PlaceCorrection)
    assert (word.name, word.verdict, word.place and word.place.name) == ("Soukhneh", "is", "Sukhnah")


def test_words_without_a_point_are_kept_as_written(path: Path, pointed: dict[str, Any]) -> None:
    test = choosing()
    field(test, "Name of the place").set_value("somewhere in the desert").run()
    press(test, "Keep the words without a point")
    press(test, "Save")
    (where,) = open_store(path).event("e1")[0].where
    assert (where.text, where.status, where.lat) == ("somewhere in the desert", "unresolved", None)


@pytest.mark.parametrize(
    "sent", [None, {}, {"picked": "x"}, {"picked": [1]}, {"picked": [91, 0]}, {"picked": [0, 181]}, {"picked": [None, 1]}, {"picked": [float("nan"), 1]}]
)  # fmt: skip
def test_what_is_no_point_is_passed_over(sent: object) -> None:
    assert _point(sent) is None


def test_a_point_is_taken_from_the_frame() -> None:
    assert _point({"picked": [34.5, 38.2], "n": 1}) == MapPoint(34.5, 38.2)


def test_a_source_is_added_to_an_event_that_was_read_from_documents(path: Path) -> None:
    test = opened(event="p1")
    key = next(editor.key for editor in test.data_editor if "_sources_" in editor.key)
    row = {"source": "A driver", "quote": "At noon.", "published": "2019-06-05", "date": "2017-08-21"}
    test.session_state[key] = {"edited_rows": {}, "deleted_rows": [], "added_rows": [row]}
    press(test, "Save")
    assert "Saved." in words(test)
    event, _ = open_store(path).event("p1")
    (report,) = event.reports
    assert (event.origin, report.document, report.quote) == ("parsed", "A driver", "At noon.")
    assert event.published == (date(2019, 6, 5), date(2019, 6, 5))
    press(test, "Undo")
    assert open_store(path).event("p1")[0].reports == ()
