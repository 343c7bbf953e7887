"""A person's word on a name: for every mention, in every document, whatever is read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline_app import Gazetteer, load_gazetteer
from timeline_app.geo import gazetteer_rows
from timeline_app.model import Event, Place, PlaceCorrection
from timeline_app.pipeline import add_gathered, gather, heed_corrections
from timeline_app.store import MemoryStore

TEXT = "Rebels captured the town of {0} on Wednesday.\n\nOn Friday, jets struck a market in {0}, officials said.\n"
OURS = Place("own-1", "Umm Qwertyah", "village", "SY", "", 35.5, 38.5, 2.0, (), "", "test")


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def filled(folder: Path, gazetteer: Gazetteer, *names: str) -> MemoryStore:
    store = MemoryStore()
    for number, name in enumerate(names):
        path = folder / f"{number}.txt"
        path.write_text(TEXT.format(name), encoding="utf-8")
        add_gathered(store, gather([path], gazetteer, date(2017, 9, 2)), gazetteer)
    return store


def say(
    store: MemoryStore, gazetteer: Gazetteer, name: str, verdict: str, place: Place | None = None, document: str = ""
) -> None:
    store.correct_place(PlaceCorrection(name, verdict, place, document, "ana", "", "I was there"))  # type: ignore[arg-type]
    heed_corrections(store, [name], gazetteer, "ana")


def places(store: MemoryStore) -> list[list[str]]:
    return [[where.place_id or f"({where.status})" for where in event.where] for event in store.events()]


def test_a_word_holds_for_every_mention_and_survives_reading_again(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Sukhnah", "Raqqa")
    assert sorted(places(store)) == [["sy-raqqa-city"]] * 2 + [["sy-sukhnah"]] * 2
    say(store, gazetteer, "Sukhnah", "is", OURS)
    assert sorted(places(store)) == [["own-1"]] * 2 + [["sy-raqqa-city"]] * 2
    where = next(event.where[0] for event in store.events() if event.where[0].place_id == "own-1")
    assert where.status == "confirmed"
    assert "ana said so: I was there" in where.reasons
    add_gathered(store, gather([tmp_path / "0.txt"], gazetteer, date(2017, 9, 2)), gazetteer)
    assert ["own-1"] in places(store)


def test_a_name_nobody_knew_is_found_once_its_place_is_said(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Xqzwvland")
    assert all("own-1" not in found for found in places(store))
    say(store, gazetteer, "Xqzwvland", "is", OURS)
    assert places(store) == [["own-1"]] * 2


def test_what_is_said_of_one_document_is_said_of_no_other(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Sukhnah", "Sukhnah")
    first = store.documents()[0].id
    say(store, gazetteer, "Sukhnah", "is", OURS, first)
    for event in store.events():
        ids = [where.place_id for where in event.where]
        assert ids == (["own-1"] if event.sources == (first,) else ["sy-sukhnah"])


def test_what_is_no_place_is_nowhere_and_what_nobody_knows_stays_named(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Sukhnah")
    say(store, gazetteer, "Sukhnah", "not identifiable")
    assert [event.where[0].text for event in store.events()] == ["Sukhnah", "Sukhnah"]
    assert not any(event.is_placed for event in store.events())
    say(store, gazetteer, "Sukhnah", "not a place")
    assert places(store) == [[], []]


def test_a_word_taken_back_is_as_if_never_said(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Sukhnah")
    before = [event.where for event in store.events()]
    say(store, gazetteer, "Sukhnah", "is", OURS)
    (word,) = store.place_corrections()
    store.withdraw_place_correction(word, "ana")
    heed_corrections(store, ["Sukhnah"], gazetteer)
    assert [event.where for event in store.events()] == before


def test_what_a_person_edited_stays(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Sukhnah")
    event, version = store.event(store.events()[0].id)
    store.edit(event.with_(title="Mine"), version, "ben")
    say(store, gazetteer, "Sukhnah", "is", OURS)
    kept: Event = store.event(event.id)[0]
    assert kept.title == "Mine"
    assert kept.where[0].place_id == "own-1"


def test_words_become_rows_that_a_gazetteer_reads(tmp_path: Path, gazetteer: Gazetteer) -> None:
    store = filled(tmp_path, gazetteer, "Xqzwvland")
    say(store, gazetteer, "Xqzwvland", "is", OURS)
    rows = tmp_path / "rows.csv"
    rows.write_text(gazetteer_rows(store.place_corrections()), encoding="utf-8")
    assert load_gazetteer(rows).lookup("Xqzwvland")[0].place.id == "own-1"
