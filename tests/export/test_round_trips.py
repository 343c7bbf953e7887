"""Out and back, and back again: what a format can hold comes back equal, and the second time changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.test_interchange import CONVOY, EVENTS, HOSTILE, SOURCES
from timeline_app.export import EXPORTERS
from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.imports import read_events_bytes
from timeline_app.model import Event, Review, Timeline
from timeline_app.pipeline import add_gathered, gather, gather_bytes
from timeline_app.settings import seed_files
from timeline_app.store import Store, open_store

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
