"""The Documents page: the library, describing, reading again, removing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard import load
from timeline_app.geo import load_gazetteer
from timeline_app.model import Description, Source
from timeline_app.pipeline import add_gathered, gather
from timeline_app.store import Store, open_store

TEXTS = ("Rebels captured the town of Sukhnah on Tuesday, officials said.", "A blast hit Palmyra on 28 August 2017.")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    path, gazetteer = tmp_path / "s.sqlite", load_gazetteer()
    monkeypatch.setenv("TIMELINE_APP_STORE", str(path))
    opened = open_store(path)
    for number, text in enumerate(TEXTS):
        article = tmp_path / f"{number}.txt"
        article.write_text(text, encoding="utf-8")
        add_gathered(opened, gather([article], gazetteer), gazetteer, "Nadia")
    opened.add(sources=[Source("d1", "An archive")], by="Bea")
    return opened


def documents_page() -> None:
    from timeline_app.dashboard.screens import documents

    documents.show()


class Page:
    """The page, with some rows of the library ticked: AppTest cannot tick, the table's answer can be set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *ticked: int) -> None:
        self.tables: dict[str, list[dict[str, Any]]] = {}
        self.ticked: Sequence[int] = ticked
        monkeypatch.setattr(st, "dataframe", self._table)
        self.test = AppTest.from_function(documents_page, default_timeout=60).run()

    def _table(self, rows: list[dict[str, Any]], **told: Any) -> dict[str, Any]:
        key = str(told.get("key", ""))
        self.tables[key.partition("_")[0] if key.startswith("library") else key] = rows
        return {"selection": {"rows": list(self.ticked) if key.startswith("library_") else []}}

    @property
    def words(self) -> str:
        assert not self.test.exception
        return "\n".join(text.value for text in self.test.text)

    def press(self, label: str) -> None:
        self.tables.clear()
        next(one for one in self.test.button if one.label == label).click().run()

    def field(self, label: str) -> Any:
        every = (*self.test.text_input, *self.test.date_input, *self.test.checkbox, *self.test.selectbox)
        return next(one for one in every if one.label == label)


def test_the_library_tells_of_every_source(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    store.review(store.events()[0].id, "accepted", "Bea")
    page = Page(monkeypatch)
    assert "3 sources: 2 read, 1 described only." in page.words
    first, _, archive = page.tables["library"]
    told = {name: first[name] for name in ("File", "Published", "Known from", "State", "Events", "Accepted", "By")}
    assert told == {
        "File": "0.txt", "Published": "unknown", "Known from": "none", "State": "read", "Events": 1, "Accepted": 1,
        "By": "Nadia",
    }  # fmt: skip
    assert (archive["Title"], archive["State"], archive["By"]) == ("An archive", "described only", "Bea")


def test_what_a_list_tells_is_entered_by_hand_and_names_its_file(
    monkeypatch: pytest.MonkeyPatch, store: Store, tmp_path: Path
) -> None:
    listed = tmp_path / "my list.csv"
    listed.write_text("id,title,date,source\n1,A raid,2017-08-29,A paper\n", encoding="utf-8")
    gazetteer = load_gazetteer()
    add_gathered(store, gather([listed], gazetteer), gazetteer, "Nadia")
    row = Page(monkeypatch).tables["library"][-1]
    told = {name: row[name] for name in ("Title", "State", "Events", "By hand", "Reviewed", "Accepted", "File")}
    assert told == {
        "Title": "A paper", "State": "entered by hand", "Events": 1, "By hand": 1, "Reviewed": 0, "Accepted": 0,
        "File": "my list.csv",
    }  # fmt: skip
    assert store.history_page().steps[0].why == "from the list my list.csv"


def test_sources_are_found_and_sorted(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch)
    page.field("Find a source").set_value("palmyra").run()
    assert [row["File"] for row in page.tables["library"]] == ["1.txt"]
    page.field("Find a source").set_value("").run()
    page.field("Sort by").set_value("Title").run()
    assert [row["Title"][:2] for row in page.tables["library"]] == ["A ", "An", "Re"]
    page.field("State").set_value("no events").run()
    assert "No source is like that" in page.words


def test_a_given_day_shows_first_what_it_changes_and_is_undone_in_one_go(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    page = Page(monkeypatch, 0)
    page.field("Published on").set_value(date(2017, 8, 31))
    page.field("Why (kept in the history)").set_value("the print edition")
    page.press("Save")
    assert "1 date changed" in page.words
    assert page.tables["difference_rows"][0]["Then"] == "29 August 2017"
    assert store.events()[0].when is None
    page.press("Take over")
    assert store.documents()[0].published == date(2017, 8, 31)
    assert [event.when.edtf for event in store.events() if event.when] == ["2017-08-29", "2017-08-28"]
    assert store.history_page().steps[0].why == "the print edition"
    assert page.tables["library"][0]["Known from"].startswith("given by ")
    page.press("Undo")
    assert store.events()[0].when is None
    assert store.descriptions() == ()


def test_what_saving_a_day_leads_to_stands_beside_the_form_and_waits(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    page = Page(monkeypatch, 0)
    page.field("Title").set_value("Sukhnah falls")
    page.field("Published on").set_value(date(2017, 8, 31))
    page.press("Save")
    assert "To be saved with it: title Sukhnah falls, published 2017-08-31." in page.words
    told = [text.value for text in page.test.text]
    below_the_table = next(number for number, line in enumerate(told) if line.startswith("1 ticked"))
    assert told[below_the_table + 1].startswith("Read again: 1 document")
    assert page.test.session_state["into_view_difference"][1] == 1, "the browser is told to go there"
    page.test.session_state["arrived"] = True
    page.test.run()
    assert page.test.session_state["into_view_difference"][1] == 2, "again when one comes back to the page"
    page.press("Take over")
    assert store.sources()[0].title == "Sukhnah falls"


def test_a_day_beside_not_known_is_refused(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, 0)
    page.field("The day of publication is not known").set_value(True)
    page.field("Published on").set_value(date(2017, 8, 31))
    page.press("Save")
    assert "Not saved: 2017-08-31 is given, and the day is ticked as not known: take one of the two away" in page.words
    assert page.field("Published on").value == date(2017, 8, 31)
    page.field("The day of publication is not known").set_value(False)
    page.press("Save")
    assert "1 date changed" in page.words


def test_a_day_that_was_read_may_be_called_unknown(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    store.describe(Description(store.documents()[0].id, published=date(2017, 8, 31), by="Bea"))
    page = Page(monkeypatch, 0)
    page.field("The day of publication is not known").set_value(True)
    page.press("Save")
    assert "Not saved" not in page.words


def test_what_was_done_is_told_until_something_else_is_done(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, 2)
    page.field("Title").set_value("The archive of Homs")
    page.press("Save")
    store.review(store.events()[0].id, "accepted", "somebody else")
    page.test.run()
    assert "Saved." in page.words
    store.review(store.events()[0].id, "rejected", load.user_name())
    page.test.run()
    assert "Saved." not in page.words


def test_what_was_done_is_told_on_its_page_only(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, 2)
    page.press("Save")
    assert "Nothing was changed." in page.words
    page.test.session_state["page_drawn"] = "history"
    page.test.run()
    assert "Nothing was changed." not in page.words


def test_a_difference_may_be_left_as_it_is(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    before = store.data_version()
    page = Page(monkeypatch, 0)
    page.field("Published on").set_value(date(2017, 8, 31))
    page.press("Save")
    page.press("Leave as it is")
    assert "Nothing was saved" in page.words
    assert store.data_version() == before


def test_somebody_elses_change_meanwhile_shows_the_difference_anew(
    monkeypatch: pytest.MonkeyPatch, store: Store
) -> None:
    page = Page(monkeypatch, 0)
    page.field("Published on").set_value(date(2017, 8, 31))
    page.press("Save")
    store.review(store.events()[0].id, "accepted", "Bea")
    page.press("Take over")
    assert "Somebody changed the timeline meanwhile" in page.words
    assert store.descriptions() == ()
    page.press("Take over")
    assert store.documents()[0].published == date(2017, 8, 31)
    assert store.events()[0].review.by == "Bea"


def test_a_title_is_saved_at_once_beside_what_was_read(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, 2)
    page.field("Title").set_value("The archive of Homs")
    page.field("Publisher").set_value("A museum")
    page.press("Save")
    assert page.tables["library"][2]["Publisher"] == "A museum"
    assert "As it was read: An archive" in page.words
    page.press("Back to what was read")
    assert store.sources()[2].title == "An archive"


def test_an_address_that_is_no_link_is_refused(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, 2)
    page.field("Address").set_value("javascript:alert(1)")
    page.press("Save")
    assert "Not saved" in page.words
    assert store.descriptions() == ()


def test_two_who_describe_one_source_lose_nothing(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch, 2)
    store.describe(Description("d1", title="Theirs", by="Bea"))
    page.field("Title").set_value("Mine")
    page.press("Save")
    assert "Bea said title Theirs while you wrote" in page.words
    assert "title Mine" in page.words
    assert store.sources()[2].title == "Theirs"


def test_all_documents_are_read_again_by_the_present_program(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    wrong = store.extracted()[1]
    store.add(events=[wrong.with_(title="Read wrongly by an earlier program")])
    page = Page(monkeypatch)
    page.press("Read all again")
    assert "Read again: 2 documents. 1 title changed." in page.words
    page.press("Take over")
    assert "Read wrongly" not in "".join(event.title for event in store.events())


def test_documents_are_removed_with_a_way_back(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    before = store.timeline()
    page = Page(monkeypatch, 0, 1)
    page.press("Remove")
    page.ticked = ()
    assert "Removed: 2 sources, and 2 events told by nobody else." in page.words
    assert store.events() == []
    page.press("Undo")
    assert store.timeline() == before
    page.press("Undo")
    assert store.events() == []


def test_pasted_text_that_is_kept_already_is_told_as_known(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch)
    page.test.text_area[0].set_value(TEXTS[0])
    reads = [one for one in page.test.button if one.label == "Read"]
    reads[-1].click().run()
    assert "1 file: 1 kept already. 0 events found. There is nothing new to keep." in page.words
    page.press("Close this list")
    page.test.text_area[0].set_value("A blast hit Homs on 3 May 2018.")
    [one for one in page.test.button if one.label == "Read"][-1].click().run()
    assert "1 file: 1 read. 1 event found. Nothing is kept yet." in page.words
    page.press("Keep all")
    assert len(store.documents()) == 3
    page.press("Undo")
    assert len(store.documents()) == 2


def test_reading_nothing_says_what_to_choose_first(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    page = Page(monkeypatch)
    files, text = [button for button in page.test.button if button.label == "Read"]
    files.click().run()
    assert "Choose a file first" in page.words
    text.click().run()
    assert "Paste a text first." in page.words
