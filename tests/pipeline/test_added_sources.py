"""Sources a person adds to what documents say: kept beside it, compared with it, and there after reading again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from timeline_app import Gazetteer, load_gazetteer
from timeline_app.model import Document, Event, Quantity, is_added
from timeline_app.pipeline import add_gathered, event_in_words, gather, judge_reports, read_anew, take_over, words_of
from timeline_app.store import Store, open_store

TEXTS = (
    "US-led coalition jets bombed the desert road ahead of the stranded convoy near Sukhnah on Monday, killing 5.",
    "The US-led coalition bombed a desert road near Sukhnah on Monday to stop the stranded convoy.",
    "Hezbollah handed over the remains of an officer in Arsal on Monday.",
)
ROW = {
    "id": None, "source": "A driver, by telephone", "quote": "They hit the road at noon.", "published": "5 June 2019",
    "date": "2017-08-27", "numbers": "buses=11",
}  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path, files: list[Path], gazetteer: Gazetteer) -> Iterator[Store]:
    opened = open_store(None if request.param == "memory" else tmp_path / "s.sqlite")
    add_gathered(opened, gather(files, gazetteer, date(2017, 9, 2)), gazetteer)
    yield opened
    opened.close()


def merged(store: Store) -> Event:
    return max(store.events(), key=lambda event: sum(not is_added(report.id) for report in event.reports))


def add_source(store: Store, event: Event, **cells: object) -> Event:
    words = words_of(event)
    made, faults = event_in_words(event, replace(words, sources=[*words.sources, {**ROW, **cells}]))
    assert faults == []
    store.edit(made, store.event(event.id)[1], "Ada", "asked him")
    return store.event(event.id)[0]


def added(event: Event) -> list[str]:
    return [report.document for report in event.reports if is_added(report.id)]


def test_an_added_source_is_compared_with_the_documents_and_can_be_undone(store: Store) -> None:
    before = merged(store)
    event = add_source(store, before)
    report = event.reports[-1]
    assert event.reports[:-1] == before.reports
    assert (report.document, report.quote, report.published) == (ROW["source"], ROW["quote"], date(2019, 6, 5))
    assert report.when is not None
    assert report.when.edtf == "2017-08-27"
    assert report.quantities == (Quantity("buses", 11, 11, "11"),)
    assert "when" in [conflict.field for conflict in event.conflicts]
    assert event.published == (date(2017, 9, 2), date(2019, 6, 5))
    change = store.history(event.id)[0]
    assert (change.what, change.by, change.why) == ("edited", "Ada", "asked him")
    assert store.event(report.id)[0].id == event.id
    assert next(one for one in store.extracted() if one.id == event.id) == before
    store.undo(change.id, "Ada")
    assert store.event(event.id)[0] == before


def test_it_can_be_changed_and_taken_away_but_not_what_documents_say(store: Store) -> None:
    before = merged(store)
    event = add_source(store, before)
    (row,) = words_of(event).sources
    made, _ = event_in_words(event, replace(words_of(event), sources=[{**row, "quote": "At one.", "published": ""}]))
    store.edit(made, store.event(event.id)[1], "Ada")
    event = store.event(event.id)[0]
    assert (event.reports[-1].quote, event.published) == ("At one.", before.published)
    with pytest.raises(ValueError, match="what sources say"):
        store.edit(event.with_(reports=event.reports[1:]), store.event(event.id)[1], "Ada")
    made, _ = event_in_words(event, replace(words_of(event), sources=[]))
    store.edit(made, store.event(event.id)[1], "Ada")
    assert store.event(event.id)[0] == before


def test_it_is_there_after_the_document_is_read_again_and_the_rest_is_as_read(
    store: Store, files: list[Path], gazetteer: Gazetteer
) -> None:
    event = add_source(store, merged(store))
    add_gathered(store, gather(files, gazetteer, date(2017, 9, 2)), gazetteer)
    assert store.event(event.id)[0] == event
    found = read_anew(store, [document.id for document in store.documents()], gazetteer)
    take_over(store, found, "Ada")
    now = store.event(event.id)[0]
    assert added(now) == [ROW["source"]]
    # what is read otherwise now takes the place of what was read, beside the added source
    (parsed,) = [one for one in store.extracted() if one.id == event.id]
    store.add(store_documents(store), [parsed.with_(title="Read otherwise", when=None)])
    now = store.event(event.id)[0]
    assert (now.title, now.when, added(now)) == ("Read otherwise", None, [ROW["source"]])


def store_documents(store: Store) -> list[tuple[Document, bytes]]:
    return [(document, store.original(document.id)) for document in store.documents_as_read()]


def test_it_stays_when_its_event_is_parted_and_goes_along_when_it_is_joined(store: Store) -> None:
    event = add_source(store, merged(store))
    first, second = (report.id for report in event.reports if not is_added(report.id))
    judge_reports(store, [first], [second], "different", "Ada")
    assert [added(one) for one in store.events() if added(one)] == [[ROW["source"]]]
    parts = [store.event(id_)[0] for id_ in (first, second)]
    assert parts[0].id != parts[1].id
    for part in parts:
        if not added(part):
            add_source(store, part, source="A film")
    judge_reports(store, [first], [second], "same", "Ada")
    together = store.event(first)[0]
    assert together.id == store.event(second)[0].id
    assert sorted(added(together)) == sorted([str(ROW["source"]), "A film"])
    judge_reports(store, [first], [second], "different", "Ada")
    assert sorted(name for one in store.events() for name in added(one)) == sorted([str(ROW["source"]), "A film"])


def test_it_holds_the_event_when_its_documents_are_removed(store: Store) -> None:
    event = add_source(store, merged(store))
    documents = [document for document in event.sources if document != ROW["source"]]
    store.remove_documents(documents, "Ada")
    left = store.event(event.id)[0]
    assert left.sources == (ROW["source"],)
    assert left.when is not None
    assert left.when.edtf == "2017-08-27"
    store.undo(store.history(event.id)[0].id, "Ada")
    assert store.event(event.id)[0] == event


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ({"published": "August 2017"}, "Sources: row 1: 'August 2017' is not one day"),
        ({"published": "soon"}, "Sources: row 1: 'soon' is no date"),
        ({"source": "", "quote": ""}, "Sources: row 1 names no source and quotes nothing"),
    ],
)
def test_a_source_that_cannot_be_taken_says_why(cells: dict[str, object], line: str) -> None:
    event = Event("p", "Read from an article")
    _, faults = event_in_words(event, replace(words_of(event), sources=[{**ROW, **cells}]))
    assert [fault[: len(line)] for fault in faults] == [line]
