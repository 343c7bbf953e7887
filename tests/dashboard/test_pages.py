"""The pages as Streamlit runs them, without a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit import config
from streamlit.testing.v1 import AppTest

from timeline_app.dashboard import load
from timeline_app.dashboard.link import unknown_parameters
from timeline_app.dashboard.serve import APP, SETTINGS, command
from timeline_app.geo import load_gazetteer
from timeline_app.model import Event, When
from timeline_app.pipeline import add_gathered, gather
from timeline_app.settings import seed_files
from timeline_app.store import open_store


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "example.sqlite"
    gazetteer = load_gazetteer()
    add_gathered(open_store(path), gather(seed_files(), gazetteer), gazetteer)
    return path


@pytest.fixture(autouse=True)
def _served_safely() -> Iterator[None]:
    """The settings `timeline-app run` gives, without a server."""
    before = {name: config.get_option(name) for name in SETTINGS}
    for name, value in SETTINGS.items():
        config.set_option(name, value)
    yield
    for name, value in before.items():
        config.set_option(name, value)


def app(monkeypatch: pytest.MonkeyPatch, store: Path, **query: str) -> AppTest:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(store))
    test = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in query.items():
        test.query_params[name] = value
    for folded in ("correcting", "judging"):
        test.session_state[folded] = True
    return test.run()


def words(test: AppTest) -> str:
    return "\n".join(text.value for text in test.text)


def test_the_example_opens_with_its_counts(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    test = app(monkeypatch, seeded)
    assert not test.exception
    total = len(open_store(seeded).events())
    assert f"of {total} events" in words(test)


def test_an_empty_store_says_what_to_do_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    test = app(monkeypatch, tmp_path / "empty.sqlite")
    assert not test.exception
    assert [button.label for button in test.button] == ["Add documents", "Put the example here"]
    test.button[1].click().run()
    assert "events" in words(test)
    assert not test.exception


@pytest.mark.parametrize("text", ["Deir ez-Zor", "Dayr az Zawr", "دير الزور"])
def test_a_place_is_found_by_any_of_its_spellings(monkeypatch: pytest.MonkeyPatch, seeded: Path, text: str) -> None:
    events = [event for event in open_store(seeded).events() if event.when and event.is_placed]
    there = sum(any(where.place_id.startswith("sy-deir-ezzor-") for where in event.where) for event in events)
    shown = int(words(app(monkeypatch, seeded, q=text)).partition(" of ")[0].rpartition("\n")[2])
    assert shown >= there > 0


def test_a_selected_event_can_be_corrected_and_the_history_says_who(
    monkeypatch: pytest.MonkeyPatch, seeded: Path
) -> None:
    event = next(one for one in open_store(seeded).events() if one.origin == "parsed" and one.when is not None)
    test = app(monkeypatch, seeded, event=event.id)
    title = next(field for field in test.text_input if field.label == "Title")
    title.set_value("A better title")
    next(field for field in test.text_input if field.label.startswith("Date")).set_value("2017-08-16/2017-08-18")
    next(field for field in test.text_input if field.label.startswith("Why")).set_value("read it again")
    next(button for button in test.button if button.label == "Save").click().run()
    assert not test.exception
    kept, _ = open_store(seeded).event(event.id)
    assert (kept.title, kept.when.edtf if kept.when else None) == ("A better title", "2017-08-16/2017-08-18")
    assert open_store(seeded).history(event.id)[0].why == "read it again"
    assert next(one for one in open_store(seeded).extracted() if one.id == event.id).title == event.title


def field(test: AppTest, label: str) -> Any:
    return next(one for one in test.text_input if one.label.startswith(label))


def press(test: AppTest, label: str) -> AppTest:
    return next(one for one in test.button if one.label == label).click().run()


@pytest.fixture
def contested(seeded: Path, tmp_path: Path) -> tuple[Path, str]:
    """A store of this test's own, and an event of it."""
    path = tmp_path / "contested.sqlite"
    store = open_store(seeded)
    store.backup(path)
    return path, next(one.id for one in store.events() if one.origin == "parsed" and one.when is not None)


def changed_by_bea(path: Path, event_id: str, **changes: Any) -> None:
    event, version = open_store(path).event(event_id)
    open_store(path).edit(event.with_(**changes), version, "Bea")


def test_two_people_who_correct_different_things_both_keep_them(
    monkeypatch: pytest.MonkeyPatch, contested: tuple[Path, str]
) -> None:
    path, event_id = contested
    test = app(monkeypatch, path, event=event_id)
    changed_by_bea(path, event_id, type="talks")
    press(test, "Accept")
    field(test, "Title").set_value("Mine")
    press(test, "Save")
    assert "Saved" in words(test)
    kept, _ = open_store(path).event(event_id)
    assert (kept.title, kept.type, kept.review.status) == ("Mine", "talks", "accepted")


@pytest.mark.parametrize(("choice", "title"), [("Save mine over theirs", "Mine"), ("Take theirs", "Theirs")])
def test_the_second_of_two_who_correct_one_thing_sees_both_and_chooses(
    monkeypatch: pytest.MonkeyPatch, contested: tuple[Path, str], choice: str, title: str
) -> None:
    path, event_id = contested
    test = app(monkeypatch, path, event=event_id)
    changed_by_bea(path, event_id, title="Theirs")
    field(test, "Title").set_value("Mine")
    press(test, "Save")
    assert open_store(path).event(event_id)[0].title == "Theirs"
    assert field(test, "Title").value == "Mine"
    assert "Nothing was saved yet" in words(test)
    press(test, choice)
    assert open_store(path).event(event_id)[0].title == title
    assert field(test, "Title").value == title
    assert "Nothing was saved yet" not in words(test)
    assert not test.exception


def test_a_date_that_is_none_is_refused_in_place(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    event = open_store(seeded).events()[0]
    test = app(monkeypatch, seeded, event=event.id)
    next(field for field in test.text_input if field.label.startswith("Date")).set_value("2017-02-30")
    next(button for button in test.button if button.label == "Save").click().run()
    assert "Not saved" in words(test)
    assert open_store(seeded).event(event.id)[0].when == event.when


def test_an_event_can_be_rejected_and_taken_back(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    event = next(one for one in open_store(seeded).events() if one.review.status == "draft")
    test = app(monkeypatch, seeded, event=event.id)
    next(button for button in test.button if button.label == "Reject").click().run()
    assert open_store(seeded).event(event.id)[0].review.status == "rejected"
    next(button for button in test.button if button.label == "Take back").click().run()
    assert open_store(seeded).event(event.id)[0].review.status == "draft"


def test_a_second_click_at_the_same_place_never_meets_the_opposite_verdict(
    monkeypatch: pytest.MonkeyPatch, contested: tuple[Path, str]
) -> None:
    path, event_id = contested
    test = app(monkeypatch, path, event=event_id)

    def offered() -> list[tuple[str, bool]]:
        return [(one.label, one.disabled) for one in test.button if (one.key or "").startswith("review_")]

    assert offered() == [("Accept", False), ("Reject", False), ("Take back", True)]
    press(test, "Accept")
    assert offered() == [("Accept", True), ("Reject", False), ("Take back", False)]
    press(test, "Reject")
    assert offered() == [("Accept", False), ("Reject", True), ("Take back", False)]
    press(test, "Take back")
    assert offered() == [("Accept", False), ("Reject", False), ("Take back", True)]


def documents_page() -> None:
    from timeline_app.dashboard.screens import documents

    documents.show()


def method_page() -> None:
    from timeline_app.dashboard.screens import method

    method.show()


@pytest.mark.parametrize(("page", "heading"), [(documents_page, "Kept documents"), (method_page, "Kinds of events")])
def test_the_other_pages_open(
    monkeypatch: pytest.MonkeyPatch, seeded: Path, page: Callable[[], None], heading: str
) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(seeded))
    test = AppTest.from_function(page, default_timeout=60).run()
    assert not test.exception
    assert heading in [subheader.value for subheader in test.subheader]


def test_an_event_that_is_not_here_is_ignored_with_a_notice(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    test = app(monkeypatch, seeded, event="nonesuch")
    assert "event=nonesuch" in words(test)
    assert not test.exception


def test_parts_of_a_link_that_mean_nothing_are_named() -> None:
    found = unknown_parameters(
        {"from": "soon", "foo": "1", "to": "2017-09-01"}, {"type": ["strike", "party"]}, {"type": ["strike"]}, {}
    )
    assert found == ["foo=1", "from=soon", "type=party"]
    assert unknown_parameters({"area": "37,35,33,36", "view": "33.5,36,99"}, {}, {}, {}) == [
        "area=37,35,33,36",
        "view=33.5,36,99",
    ]
    assert unknown_parameters({"area": "33,35,37,36", "view": "33.5,36,9"}, {}, {}, {}) == []


def test_an_app_served_with_less_safe_settings_refuses_to_start(monkeypatch: pytest.MonkeyPatch, seeded: Path) -> None:
    locked = config.get_option("server.allowedHosts")
    config.set_option("server.allowedHosts", [])
    st.cache_resource.clear()
    test = app(monkeypatch, seeded)
    assert "does not start" in words(test)
    assert not test.button
    config.set_option("server.allowedHosts", locked)


def test_the_server_listens_here_only_and_says_nothing_outside() -> None:
    flags = command(8600)
    for flag in (
        "--server.address=127.0.0.1", "--server.allowedHosts=localhost", "--browser.gatherUsageStats=false",
        "--client.showErrorDetails=none", "--server.enableXsrfProtection=true", "--server.enableAgentApi=false",
        "--client.disableDataExport=true",
    ):  # fmt: skip
        assert flag in flags


def test_everything_kept_between_runs_follows_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(tmp_path / "s.sqlite"))
    before = load.snapshot().version
    load.store().edit(Event("x", "By hand", when=When.in_year(2017), origin="curated"), 0, "Nadia")
    after = load.snapshot()
    assert after.version != before
    assert [event.title for event in after.timeline.events] == ["By hand"]


# -- places ---------------------------------------------------------------------------------------


def places_page() -> None:
    from timeline_app.dashboard.screens import places

    places.show()


def on_places(monkeypatch: pytest.MonkeyPatch, store: Path, row: int = 0) -> AppTest:
    """The page with one name ticked: AppTest cannot tick a row of a table, the page's own state can be set."""
    monkeypatch.setenv("TIMELINE_APP_STORE", str(store))
    monkeypatch.setattr(st, "dataframe", lambda rows, **told: _ticked(told.get("key", ""), row))
    return AppTest.from_function(places_page, default_timeout=60).run()


def _ticked(key: str, row: int) -> dict[str, Any]:
    is_table = key.startswith(("toponyms", "candidates_table"))
    return {"selection": {"rows": [row] if is_table else []}}


@pytest.fixture
def two_documents(tmp_path: Path) -> Path:
    path, gazetteer = tmp_path / "case.sqlite", load_gazetteer()
    for number, text in enumerate(["Rebels captured the town of Sukhnah.", "A blast hit Sukhnah and Palmyra."]):
        article = tmp_path / f"{number}.txt"
        article.write_text(text, encoding="utf-8")
        add_gathered(open_store(path), gather([article], gazetteer, date(2017, 9, 2)), gazetteer)
    return path


def test_a_word_on_a_name_changes_every_event_that_names_it(
    monkeypatch: pytest.MonkeyPatch, two_documents: Path
) -> None:
    test = on_places(monkeypatch, two_documents)
    assert not test.exception
    assert "Sukhnah: 2 mentions in 2 documents" in words(test)
    button = {button.label: button for button in test.button}
    button["Not a place"].click().run()
    assert not test.exception
    assert "Kept: Sukhnah is not a place. 2 events changed" in words(test)
    store = open_store(two_documents)
    assert [word.verdict for word in store.place_corrections()] == ["not a place"]
    assert sorted(where.place_id for event in store.events() for where in event.where) == ["sy-palmyra"]


def test_undoing_a_word_on_a_name_in_the_history_puts_its_events_back(
    monkeypatch: pytest.MonkeyPatch, two_documents: Path
) -> None:
    before = open_store(two_documents).events()
    test = on_places(monkeypatch, two_documents)
    next(button for button in test.button if button.label == "Not a place").click().run()
    store = open_store(two_documents)
    step = store.history_page().steps[0]
    assert [kind for _, kind, _ in step.tallies] == ["place", "event"]
    history = AppTest.from_function(history_page, default_timeout=60)
    history.session_state["history_open"] = step.id
    next(button for button in history.run().button if button.label == "Undo this step").click().run()
    assert not history.exception
    assert (store.events(), store.place_corrections()) == (before, ())


def history_page() -> None:
    from timeline_app.dashboard.screens import history

    history.show()


def test_the_ticked_candidate_is_kept_with_the_reason(monkeypatch: pytest.MonkeyPatch, two_documents: Path) -> None:
    test = on_places(monkeypatch, two_documents)
    reason = next(field for field in test.text_input if field.label.startswith("Why"))
    reason.set_value("seen on the video").run()
    next(button for button in test.button if button.label == "It is this place").click().run()
    (word,) = open_store(two_documents).place_corrections()
    assert word.verdict == "is"
    assert word.place is not None
    assert word.why == "seen on the video"


def test_a_ticked_name_is_brought_into_view_once_and_its_passages_have_plain_brackets(
    monkeypatch: pytest.MonkeyPatch, two_documents: Path
) -> None:
    test = on_places(monkeypatch, two_documents)
    assert test.session_state["into_view_name"] == ("sukhnah", 1)
    assert "[Sukhnah]" in words(test)
    test.run()
    assert test.session_state["into_view_name"] == ("sukhnah", 1)
    monkeypatch.setattr(st, "dataframe", lambda rows, **told: _ticked(told.get("key", ""), 1))
    test.run()
    assert test.session_state["into_view_name"][1] == 2


def test_places_without_documents_say_what_will_stand_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TIMELINE_APP_STORE", str(tmp_path / "empty.sqlite"))
    test = AppTest.from_function(places_page, default_timeout=60).run()
    assert not test.exception
    assert [heading.value for heading in test.subheader] == ["No places yet"]


# -- judging --------------------------------------------------------------------------------------


@pytest.fixture
def by_hand(tmp_path: Path) -> tuple[Path, str]:
    """A store with an event read from an article, and two made by hand a day later; the id of the first."""
    path, gazetteer = tmp_path / "case.sqlite", load_gazetteer()
    article, listed = tmp_path / "0.txt", tmp_path / "list.csv"
    article.write_text("Jets bombed the desert road near Sukhnah on 28 August 2017.", encoding="utf-8")
    listed.write_text(
        "id,title,date,source,quote\n1,A raid stops the convoy,2017-08-29,A paper,A raid\n"
        "2,Talks begin in Beirut,2017-08-30,A paper,Talks\n",
        encoding="utf-8",
    )
    add_gathered(open_store(path), gather([article, listed], gazetteer), gazetteer)
    return path, next(event.id for event in open_store(path).events() if event.origin == "parsed")


def in_address(test: AppTest) -> str:
    return "".join(test.query_params["event"])


def put_together(test: AppTest, title: str) -> None:
    offered = next(one for one in test.selectbox if one.label.startswith("Another event"))
    offered.select_index(next(at for at, label in enumerate(offered.options) if title in label)).run()
    press(test, "One happening")


def test_the_selection_follows_an_event_into_the_one_it_is_put_together_with(
    monkeypatch: pytest.MonkeyPatch, by_hand: tuple[Path, str]
) -> None:
    path, event_id = by_hand
    before = open_store(path).timeline()
    test = app(monkeypatch, path, event=event_id)
    put_together(test, "A raid stops the convoy")
    assert not test.exception
    (joined,) = (event for event in open_store(path).events() if len(event.reports) == 2)
    assert joined.id != event_id
    assert in_address(test) == joined.id
    assert "Kept: one happening." in words(test)
    assert "taken for one happening by a person's word" in words(test)
    offered = next(one for one in test.selectbox if one.label.startswith("Another event"))
    assert (offered.value, [label for label in offered.options if "raid" in label]) == (None, [])
    press(test, "Undo")
    assert "Taken back: one happening of" in words(test)
    assert in_address(test) == event_id
    now = open_store(path).timeline()
    assert (now.events, now.judgements) == (before.events, before.judgements)


def test_an_old_link_leads_to_the_event_that_took_the_other_in(
    monkeypatch: pytest.MonkeyPatch, by_hand: tuple[Path, str]
) -> None:
    path, event_id = by_hand
    put_together(app(monkeypatch, path, event=event_id), "A raid stops the convoy")
    test = app(monkeypatch, path, event=event_id)
    assert "mean nothing here" not in words(test)
    (joined,) = (event for event in open_store(path).events() if len(event.reports) == 2)
    assert in_address(test) == joined.id


def test_a_report_taken_out_of_an_event_becomes_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path, gazetteer = tmp_path / "case.sqlite", load_gazetteer()
    for number, text in enumerate(
        [
            "US-led coalition jets bombed the desert road ahead of the stranded convoy near Sukhnah on Monday.",
            "The US-led coalition bombed a desert road near Sukhnah on Monday to stop the stranded convoy.",
        ]
    ):
        article = tmp_path / f"{number}.txt"
        article.write_text(text, encoding="utf-8")
        add_gathered(open_store(path), gather([article], gazetteer, date(2017, 9, 2)), gazetteer)
    (event,) = open_store(path).events()
    test = app(monkeypatch, path, event=event.id)
    assert not test.exception
    assert "taken for one happening by their likeness" in words(test)
    next(button for button in test.button if button.label == "Take out").click().run()
    assert not test.exception
    assert sorted(len(event.reports) for event in open_store(path).events()) == [1, 1]
    assert [judgement.verdict for judgement in open_store(path).judgements() if judgement.by] == ["different"]
