"""Out and back, and back again: what a format can hold comes back equal, and the second time changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.export.test_interchange import CONVOY, EVENTS, HOSTILE, SOURCES
from timeline_app.export import EXPORTERS
from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.imports import read_events_bytes
from timeline_app.model import Event, Review, Timeline, When
from timeline_app.pipeline import add_gathered, gather, gather_bytes, judge_reports
from timeline_app.settings import seed_files
from timeline_app.store import MemoryStore, Store, open_store

FORMATS = tuple(EXPORTERS)
REVIEWED = CONVOY.with_(id="0123456789abcdef", title="Denied", modality="denied", review=Review("rejected"))
KEPT = Timeline(SOURCES, (*EVENTS, REVIEWED))


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "case.sqlite")
    yield opened
    opened.close()


def file_of(name: str, timeline: Timeline) -> tuple[bytes, str]:
    return b"".join(EXPORTERS[name].write(timeline)), f"events{EXPORTERS[name].suffix}"


def essence(event: Event) -> tuple[object, ...]:
    """What every format can hold of an event."""
    when = event.when and (event.when.edtf, event.when.earliest, event.when.latest, event.when.extent, event.when.basis)
    places = sorted((w.role, w.name or w.text, w.lat or 0, w.lon or 0, w.radius_km or 0) for w in event.where)
    return (
        event.title, event.type, event.summary, event.modality, event.review.status, event.actors, when, tuple(places)
    )  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_what_every_format_holds_comes_back_equal(name: str) -> None:
    back = {event.id: event for event in read_events_bytes(*file_of(name, KEPT)).events}
    assert {id_: essence(event) for id_, event in back.items()} == {event.id: essence(event) for event in KEPT.events}


@pytest.mark.parametrize("name", ["csv", "xlsx", "timelinejs"])
def test_rows_keep_each_source_with_its_own_words_and_numbers(name: str) -> None:
    (back,) = read_events_bytes(*file_of(name, Timeline(SOURCES, (CONVOY,)))).events
    told = [(r.document, r.quote, [q.low for q in r.quantities], len(r.where)) for r in back.reports]
    assert told[:2] == [("First Paper", "seventeen buses", [17], 2), ("Second Paper", "twenty buses", [20], 1)]


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_comes_back_from_its_own_import_is_the_same(name: str) -> None:
    once = read_events_bytes(*file_of(name, KEPT))
    again = read_events_bytes(*file_of(name, once))
    assert [essence(event) for event in again.events] == [essence(event) for event in once.events]
    assert {event.id for event in again.events} == {event.id for event in once.events}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_file_twice_changes_nothing_in_the_store(name: str, store: Store, gazetteer: Gazetteer) -> None:
    data, called = file_of(name, Timeline(SOURCES, (*KEPT.events, HOSTILE)))
    first = add_gathered(store, gather_bytes(data, called, gazetteer), gazetteer, "ana")
    before = store.timeline(), store.history()
    second = add_gathered(store, gather_bytes(data, called, gazetteer), gazetteer, "ana")
    assert first.changes.events_new == len(KEPT.events) + 1
    assert (second.changes.events_new, second.changes.events_updated) == (0, 0)
    assert second.changes.events_unchanged == first.changes.events_new
    assert (store.timeline(), store.history()) == before


@pytest.mark.parametrize("name", FORMATS)
def test_the_example_goes_out_and_comes_back_into_another_store(
    name: str, store: Store, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    (seeds,) = (path for path in seed_files() if path.suffix == ".csv")
    add_gathered(store, gather([seeds], gazetteer), gazetteer)
    data, called = file_of(name, store.timeline())
    other = open_store(tmp_path / "other.sqlite")
    add_gathered(other, gather_bytes(data, called, gazetteer), gazetteer)
    here, there = ({event.id: essence(event) for event in one.events()} for one in (store, other))
    other.close()
    assert there == here


@pytest.fixture
def whole_example(store: Store, gazetteer: Gazetteer) -> Store:
    add_gathered(store, gather(seed_files(), gazetteer), gazetteer)
    return store


@pytest.mark.parametrize("name", FORMATS)
def test_an_unedited_export_changes_nothing_in_its_own_store_and_keeps_its_ids_in_another(
    name: str, whole_example: Store, gazetteer: Gazetteer
) -> None:
    before = whole_example.events(), whole_example.documents(), whole_example.sources()
    found = gather_bytes(*file_of(name, whole_example.timeline()), gazetteer)
    changes = add_gathered(whole_example, found, gazetteer).changes
    assert (changes.events_new, changes.events_updated, changes.events_unchanged) == (0, 0, len(before[0]))
    assert (whole_example.events(), whole_example.documents(), whole_example.sources()) == before
    other = MemoryStore()
    add_gathered(other, found, gazetteer)
    assert {event.id for event in other.events()} == {event.id for event in before[0]}
    add_gathered(other, gather(seed_files(), gazetteer), gazetteer)
    assert len(other.events()) == len(before[0])


@pytest.mark.parametrize("name", ["csv", "xlsx", "geojson"])
def test_a_changed_cell_corrects_an_event_read_from_documents(
    name: str, whole_example: Store, gazetteer: Gazetteer
) -> None:
    event = next(one for one in whole_example.events() if one.origin == "parsed" and len(one.where) > 1)
    changed = event.with_(title="Otherwise", when=When.on_day(date(2011, 1, 1)), where=event.where[1:])
    found = gather_bytes(*file_of(name, Timeline(whole_example.sources(), (changed,))), gazetteer)
    changes = add_gathered(whole_example, found, gazetteer, "Ada").changes
    assert (changes.events_new, changes.events_updated) == (0, 1)
    kept, _ = whole_example.event(event.id)
    assert (kept.title, kept.where, kept.reports) == ("Otherwise", event.where[1:], event.reports)
    assert kept.when is not None
    assert (kept.when.edtf, kept.when.basis) == ("2011-01-01", "curated")
    assert [event.id for event in whole_example.extracted() if event.title == "Otherwise"] == []
    whole_example.undo(changes.step, "Ada")
    assert whole_example.event(event.id)[0] == event


def test_an_older_export_takes_back_nobodys_correction(whole_example: Store, gazetteer: Gazetteer) -> None:
    found = gather_bytes(*file_of("csv", whole_example.timeline()), gazetteer)
    event, version = whole_example.event(next(one.id for one in whole_example.events() if one.origin == "parsed"))
    whole_example.edit(event.with_(title="Corrected since"), version, "Bea")
    whole_example.edit(event.with_(title="And once more"), version + 1, "Bea")
    older = gather_bytes(*file_of("csv", whole_example.timeline()), gazetteer)
    whole_example.edit(event.with_(title="Corrected since"), version + 2, "Bea")
    for table in (found, older):
        assert add_gathered(whole_example, table, gazetteer).changes.events_updated == 0
        assert any("was changed here since its rows" in problem.what for problem in whole_example.problems())
    assert whole_example.event(event.id)[0].title == "Corrected since"


def test_rows_of_an_event_that_was_put_together_since_change_nothing(
    whole_example: Store, gazetteer: Gazetteer
) -> None:
    one, other = [event for event in whole_example.events() if event.origin == "parsed"][:2]
    found = gather_bytes(*file_of("csv", Timeline(whole_example.sources(), (one, other))), gazetteer)
    judge_reports(whole_example, [r.id for r in one.reports], [r.id for r in other.reports], "same", "Ada")
    before = whole_example.events()
    added = add_gathered(whole_example, found, gazetteer)
    assert (added.changes.events_new, added.changes.events_updated, whole_example.events()) == (0, 0, before)
    assert any("by now; its rows change nothing" in problem.what for problem in added.problems)
