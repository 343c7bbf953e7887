"""One deed is one step: a word and what it leads to are kept together and taken back together."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline_app.errors import StoreError
from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.model import PlaceCorrection
from timeline_app.pipeline import add_gathered, gather, judge_reports, say_of_name, take_back, withdraw_word
from timeline_app.pipeline.judging import merged_anew
from timeline_app.store import MemoryStore, Store


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def add(store: Store, folder: Path, name: str, text: str, gazetteer: Gazetteer) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    add_gathered(store, gather([folder / name], gazetteer, date(2017, 9, 2)), gazetteer)


@pytest.fixture
def store(tmp_path: Path, gazetteer: Gazetteer) -> Store:
    store = MemoryStore()
    for number, text in enumerate(["Rebels captured the town of Sukhnah.", "A blast hit Sukhnah and Palmyra."]):
        add(store, tmp_path, f"{number}.txt", text, gazetteer)
    return store


def placed(store: Store) -> list[tuple[str, ...]]:
    return [tuple(where.place_id for where in event.where) for event in store.events()]


def elsewhere(gazetteer: Gazetteer) -> PlaceCorrection:
    return PlaceCorrection("Sukhnah", "is", gazetteer.lookup("Arsal")[0].place, by="Ada", why="another one")


def steps(store: Store) -> int:
    return store.history_page().total


def test_a_word_on_a_name_and_what_is_read_with_it_are_one_step(store: Store, gazetteer: Gazetteer) -> None:
    before, done = placed(store), steps(store)
    said = say_of_name(store, [elsewhere(gazetteer)], gazetteer, "Ada")
    assert placed(store) != before
    assert steps(store) == done + 1
    newest = store.history_page(limit=1).steps[0]
    assert (newest.id, newest.by, newest.why) == (said.changes.step, "Ada", "another one")
    take_back(store, said.changes.step, gazetteer, "Bea")
    assert placed(store) == before
    assert store.place_corrections() == ()
    assert steps(store) == done + 2


def test_documents_that_came_after_a_word_are_read_without_it_when_it_is_taken_back(
    store: Store, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    said = say_of_name(store, [elsewhere(gazetteer)], gazetteer, "Ada")
    add(store, tmp_path, "later.txt", "A drone was shot down over Sukhnah.", gazetteer)
    arsal = gazetteer.lookup("Arsal")[0].place.id
    assert arsal in placed(store)[-1]
    take_back(store, said.changes.step, gazetteer, "Ada")
    assert arsal not in {place for places in placed(store) for place in places}


def test_a_word_is_withdrawn_in_one_step_with_what_it_led_to(store: Store, gazetteer: Gazetteer) -> None:
    before = placed(store)
    (word,) = say_of_name(store, [elsewhere(gazetteer)], gazetteer, "Ada").words
    with_it, done = placed(store), steps(store)
    changes = withdraw_word(store, word, gazetteer, "Ada")
    assert (placed(store), steps(store)) == (before, done + 1)
    take_back(store, changes.step, gazetteer, "Ada")
    assert (placed(store), store.place_corrections()) == (with_it, (word,))
    withdraw_word(store, word, gazetteer, "Ada")
    with pytest.raises(StoreError, match="no word on the name"):
        withdraw_word(store, word, gazetteer, "Ada")


def test_a_verdict_and_the_merge_it_causes_are_one_step(store: Store, tmp_path: Path, gazetteer: Gazetteer) -> None:
    before, done = store.events(), steps(store)
    one, other = ([report.id for report in event.reports] for event in before)
    changes = judge_reports(store, one, other, "same", "Ada", "the same blast")
    assert len(store.events()) == 1
    assert steps(store) == done + 1
    assert {change.why for change in store.step(changes.step)} == {"the same blast"}
    back = take_back(store, changes.step, gazetteer, "Ada")
    assert (store.events(), steps(store)) == (before, done + 2)
    assert not [judgement for judgement in store.judgements() if not judgement.is_by_rule]
    take_back(store, back, gazetteer, "Ada")
    assert len(store.events()) == 1
    assert steps(store) == done + 3


def test_a_split_that_is_taken_back_stays_so_when_everything_is_read_again(
    store: Store, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    one, other = ([report.id for report in event.reports] for event in store.events())
    judge_reports(store, one, other, "same", "Ada")
    together = store.events()
    split = judge_reports(store, one, other, "different", "Ada")
    assert len(store.events()) == 2
    take_back(store, split.step, gazetteer, "Ada")
    assert store.events() == together
    files = [tmp_path / "0.txt", tmp_path / "1.txt"]
    add_gathered(store, gather(files, gazetteer, date(2017, 9, 2)), gazetteer)
    assert len(store.events()) == 1


def test_a_verdict_that_an_earlier_version_kept_apart_from_its_split_is_taken_back_with_it(
    store: Store, gazetteer: Gazetteer
) -> None:
    one, other = ([report.id for report in event.reports] for event in store.events())
    store.judge(one[0], other[0], "same", "Ada")
    verdict = store.newest_change()
    merged_anew(store, [*one, *other], "Ada")
    assert len(store.events()) == 1
    take_back(store, verdict, gazetteer, "Ada")
    assert len(store.events()) == 2
