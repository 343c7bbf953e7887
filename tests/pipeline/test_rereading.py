"""Reading kept documents again: what would change is told first, and a person's corrections survive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from timeline_app.errors import StoreChanged
from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.model import Description, PlaceCorrection
from timeline_app.pipeline import add_gathered, gather, read_anew, take_over
from timeline_app.store import Store, open_store
from timeline_app.temporal import parse_edtf

TEXT = "Rebels captured the town of Sukhnah on Tuesday, officials said.\n\nA blast hit Palmyra on 28 August 2017."


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def kept(tmp_path: Path, gazetteer: Gazetteer) -> Callable[..., Store]:
    def with_(*texts: str, published: date | None = None) -> Store:
        store = open_store(tmp_path / "s.sqlite")
        paths = [tmp_path / f"{number}.txt" for number, _ in enumerate(texts)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        add_gathered(store, gather(paths, gazetteer, published), gazetteer, "Nadia")
        return store

    return with_


def ids(store: Store) -> list[str]:
    return [document.id for document in store.documents()]


def test_the_same_program_reads_the_same(kept: Callable[..., Store], gazetteer: Gazetteer) -> None:
    store = kept(TEXT, published=date(2017, 8, 31))
    found = read_anew(store, ids(store), gazetteer)
    assert found.difference.is_none
    assert found.difference.line == "No event changes"
    assert take_over(store, found, "Ada").step == 0


def test_a_given_day_changes_dates_and_is_kept_with_them_in_one_step(
    kept: Callable[..., Store], gazetteer: Gazetteer
) -> None:
    store = kept(TEXT)
    before = store.timeline()
    said = Description(ids(store)[0], published=date(2017, 8, 31), by="Ada")
    found = read_anew(store, ids(store), gazetteer, saying=[said])
    assert store.timeline() == before
    assert found.difference.line == "1 date changed, 1 publication day changed"
    (event,) = [one for one in found.difference.of("changed") if any(pair.field == "when" for pair in one.fields)]
    (pair,) = [pair for pair in event.fields if pair.field == "when"]
    assert (pair.label, pair.before, pair.after) == ("Date", "Undated", "29 August 2017")
    changes = take_over(store, found, "Ada", "the archive says so")
    assert store.documents()[0].published == date(2017, 8, 31)
    assert sorted(event.when.edtf for event in store.events() if event.when) == ["2017-08-28", "2017-08-29"]
    assert store.history_page().steps[0].why == "the archive says so"
    store.undo(changes.step, "Ada")
    assert store.timeline() == before
    assert store.documents() == store.documents_as_read()


def test_what_a_person_made_of_events_survives_and_is_said(kept: Callable[..., Store], gazetteer: Gazetteer) -> None:
    store = kept(TEXT)
    event, version = next(store.event(one.id) for one in store.events() if "Sukhnah" in one.title)
    store.edit(event.with_(when=parse_edtf("2017-08-20"), title="Mine"), version, "Bea")
    said = Description(ids(store)[0], published=date(2017, 8, 31))
    found = read_anew(store, ids(store), gazetteer, saying=[said])
    told = next(one for one in found.difference.events if one.id == event.id)
    assert told.touched
    assert [(pair.label, pair.after) for pair in told.overruled if pair.field == "when"] == [("Date", "29 August 2017")]
    assert found.difference.line.endswith("; 1 event stays as a person left it")
    take_over(store, found, "Ada")
    now, _ = store.event(event.id)
    assert (now.title, now.when) == ("Mine", parse_edtf("2017-08-20"))


def test_events_come_and_go_with_what_is_read(kept: Callable[..., Store], gazetteer: Gazetteer) -> None:
    store = kept("A blast hit Palmyra on 28 August 2017.", TEXT, published=date(2017, 8, 31))
    kept_id = next(one.id for one in store.events() if "Sukhnah" in one.title)
    store.review(kept_id, "accepted", "Bea")
    # As if an earlier program had read nothing of the first document, and more in the second.
    extra, document = store.event(kept_id)[0], store.documents()[1]
    store.add(events=[extra.with_(id="old", title="Read wrongly", reports=(_moved(extra.reports[0]),))])
    found = read_anew(store, [document.id], gazetteer)
    assert [one.title for one in found.difference.of("gone")] == ["Read wrongly"]
    assert found.difference.line.startswith("1 event gone")
    store.review("old", "accepted", "Bea")
    again = read_anew(store, [document.id], gazetteer)
    assert [(one.fate, one.remark) for one in again.difference.events] == [
        ("stays", "is read no more; it stays because a person worked on it")
    ]
    take_over(store, again, "Ada")
    assert "Read wrongly" in [event.title for event in store.events()]


def _moved(report):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(report, id="elsewhere", start=report.start + 1)


def test_the_present_gazetteer_is_heeded(kept: Callable[..., Store], gazetteer: Gazetteer) -> None:
    store = kept(TEXT, published=date(2017, 8, 31))
    store.correct_place(PlaceCorrection("Sukhnah", "not a place"))
    found = read_anew(store, ids(store), gazetteer)
    assert "1 place changed" in found.difference.line


def test_somebody_elses_change_meanwhile_is_not_overwritten(kept: Callable[..., Store], gazetteer: Gazetteer) -> None:
    store = kept(TEXT)
    found = read_anew(store, ids(store), gazetteer, saying=[Description(ids(store)[0], published=date(2017, 8, 31))])
    store.review(store.events()[0].id, "accepted", "Bea")
    before = store.timeline()
    with pytest.raises(StoreChanged):
        take_over(store, found, "Ada")
    assert store.timeline() == before


def test_a_row_of_a_table_is_read_again_as_that_row(tmp_path: Path, gazetteer: Gazetteer) -> None:
    table, store = tmp_path / "reports.csv", open_store(None)
    table.write_text(
        'title,text\nOne,"Rebels captured the town of Sukhnah on Tuesday."\nTwo,"A blast hit Palmyra on Monday."\n',
        encoding="utf-8",
    )
    add_gathered(store, gather([table], gazetteer), gazetteer)
    second = ids(store)[1]
    found = read_anew(store, [second], gazetteer, saying=[Description(second, published=date(2017, 8, 31))])
    assert (found.faults, found.difference.line) == ((), "1 date changed")
    take_over(store, found, "Ada")
    assert [document.name for document in store.documents()] == ["reports.csv row 2", "reports.csv row 3"]


def test_a_day_taken_back_leaves_what_was_read(kept: Callable[..., Store], gazetteer: Gazetteer) -> None:
    store = kept(TEXT)
    (document,) = ids(store)
    before = [event.when for event in store.events()]
    for said in (Description(document, published=date(2017, 8, 31)), Description(document)):
        take_over(store, read_anew(store, [document], gazetteer, saying=[said]), "Ada")
    assert [event.when for event in store.events()] == before
    assert store.documents()[0].published is None
