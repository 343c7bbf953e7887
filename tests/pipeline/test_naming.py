"""A person's word on a name of an event's place: heeded in its documents or in all, and taken back whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.model import Event, PlaceCorrection, Where
from timeline_app.pipeline import (
    add_gathered,
    gather,
    say_of_name,
    say_of_place,
    take_back,
)
from timeline_app.store import MemoryStore, Store


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def store(tmp_path: Path, gazetteer: Gazetteer) -> Store:
    store = MemoryStore()
    for number, text in enumerate(["Rebels captured the town of Sukhnah.", "A blast hit Sukhnah and Palmyra."]):
        article = tmp_path / f"{number}.txt"
        article.write_text(text, encoding="utf-8")
        add_gathered(store, gather([article], gazetteer, date(2017, 9, 2)), gazetteer)
    return store


def places(store: Store) -> list[list[tuple[str, str, str]]]:
    return [[(one.text, one.place_id, one.status) for one in event.where] for event in store.events()]


def named(event: Event, name: str) -> Where:
    return next(one for one in event.where if one.text == name)


def word(verdict: str = "not identifiable") -> PlaceCorrection:
    return PlaceCorrection("Sukhnah", verdict, by="Ada", why="two of that name")  # type: ignore[arg-type]


def test_a_word_holds_in_the_documents_of_the_event_only(store: Store, gazetteer: Gazetteer) -> None:
    first, second = places(store)
    event = store.events()[0]
    said = say_of_place(store, event.id, named(event, "Sukhnah"), word(), False, gazetteer)
    assert [one.document for one in said.words] == [event.reports[0].document]
    assert said.edit is None
    assert places(store) == [[("Sukhnah", "", "rejected")], second]
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert places(store) == [first, second]
    assert store.place_corrections() == ()


def test_it_holds_for_every_mention_when_asked_but_where_a_word_on_one_document_stands(
    store: Store, gazetteer: Gazetteer
) -> None:
    event = store.events()[0]
    earlier = say_of_place(store, event.id, named(event, "Sukhnah"), word("not a place"), False, gazetteer)
    before = places(store)
    said = say_of_place(store, event.id, Where("at", "Sukhnah"), word(), True, gazetteer)
    assert [bool(one.document) for one in said.words] == [False]
    assert [one[-1] for one in places(store)[1] if one[0] == "Sukhnah"] == ["rejected"]
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert places(store) == before
    assert len(store.place_corrections()) == len(earlier.words)


def test_a_word_on_the_same_document_gives_way_to_one_on_all(store: Store, gazetteer: Gazetteer) -> None:
    event = store.events()[0]
    palmyra = gazetteer.lookup("Palmyra")[0].place
    one = PlaceCorrection("Sukhnah", "is", palmyra, by="Ada")
    earlier = say_of_place(store, event.id, named(event, "Sukhnah"), one, False, gazetteer)
    assert places(store)[0] == [("Sukhnah", palmyra.id, "confirmed")]
    said = say_of_place(store, event.id, named(store.events()[0], "Sukhnah"), word(), True, gazetteer)
    assert len(said.words) == 2
    assert [one[-1] for event in places(store) for one in event if one[0] == "Sukhnah"] == ["rejected"] * 2
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert places(store)[0] == [("Sukhnah", palmyra.id, "confirmed")]
    assert [one.document for one in store.place_corrections()] == [earlier.words[0].document]


def test_an_event_whose_places_a_person_edited_is_put_right_itself(store: Store, gazetteer: Gazetteer) -> None:
    event, version = store.event(store.events()[0].id)
    by_hand = (named(event, "Sukhnah").with_(score=0.1), Where("to", "Arsal"))
    store.edit(event.with_(where=by_hand), version, "Bea")
    said = say_of_place(store, event.id, by_hand[0], word(), False, gazetteer)
    assert said.edit is not None
    assert places(store)[0] == [("Sukhnah", "", "rejected"), ("Arsal", "", "auto")]
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert store.event(event.id)[0].where == by_hand


@pytest.mark.parametrize("verdict", ["is", "not identifiable", "not a place"])
def test_an_event_without_its_document_is_put_right_itself(gazetteer: Gazetteer, verdict: str) -> None:
    store, sukhnah = MemoryStore(), gazetteer.lookup("Sukhnah")[0].place
    store.add(events=[Event("e", "A blast", where=(Where("at", "Sukhna"), Where("to", "Arsal")))])
    place = sukhnah if verdict == "is" else None
    said = say_of_place(
        store, "e", Where("at", "Sukhna"), PlaceCorrection("Sukhna", verdict, place, by="Ada"), True, gazetteer  # type: ignore[arg-type]
    )  # fmt: skip
    expected = {
        "is": [("Sukhna", sukhnah.id, "confirmed")],
        "not identifiable": [("Sukhna", "", "rejected")],
        "not a place": [],
    }
    assert places(store) == [[*expected[verdict], ("Arsal", "", "auto")]]
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert places(store) == [[("Sukhna", "", "auto"), ("Arsal", "", "auto")]]


def test_what_was_said_before_stands_again_when_a_word_is_taken_back(store: Store, gazetteer: Gazetteer) -> None:
    say_of_name(store, [word("not a place")], gazetteer, "Bea")
    said = say_of_name(store, [word()], gazetteer, "Ada")
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert [one.verdict for one in store.place_corrections()] == ["not a place"]
