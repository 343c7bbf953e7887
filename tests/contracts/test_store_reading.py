"""What every store promises to those who do not want all events at once, walked over both of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.dashboard_parts.generated import generated_events
from timeline_app.model import Event, Judgement, When, event_to_wire
from timeline_app.store import Store, open_store

EVENTS = list(generated_events(60))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None if request.param == "memory" else tmp_path / "t.sqlite")
    opened.add(events=EVENTS, by="a")
    yield opened
    opened.close()


def edited(store: Store, event: Event) -> Event:
    current, version = store.event(event.id)
    changed = current.with_(title="Another title", when=When.on_day(date(2001, 2, 3)))
    store.edit(changed, version, "b")
    return changed


def test_some_events_come_as_corrected_in_the_order_asked_for(store: Store) -> None:
    changed = edited(store, EVENTS[7])
    assert store.some_events([EVENTS[9].id, "nobody", EVENTS[7].id]) == [store.event(EVENTS[9].id)[0], changed]
    assert store.some_wires([EVENTS[7].id]) == [event_to_wire(changed)]


def test_size_counts_the_events_of_the_timeline(store: Store) -> None:
    assert store.size() == len(store.events()) == len(EVENTS)
    document = EVENTS[0].reports[0].document
    store.remove_document(document, "b")
    assert store.size() == len(store.events()) < len(EVENTS)


def test_wires_are_all_events_in_the_order_they_came(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline_app.store.keeper._STRETCH", 7)
    edited(store, EVENTS[3])
    store.remove_document(EVENTS[0].reports[0].document, "b")
    assert [wire["id"] for wire in store.wires()] == [event.id for event in store.events()]
    assert list(store.wires()) == [event_to_wire(event) for event in store.events()]


def test_the_history_tells_what_changed_since_a_line_of_it(store: Store) -> None:
    before = store.newest_change()
    assert store.changed_since(before) == {}
    edited(store, EVENTS[3])
    store.review(EVENTS[4].id, "accepted", "b")
    assert store.changed_since(before) == {"event": frozenset({EVENTS[3].id, EVENTS[4].id})}
    assert store.changed_since(store.newest_change()) == {}
    store.undo(store.newest_change(), "b")
    assert EVENTS[4].id in store.changed_since(before)["event"]


def test_an_event_that_goes_is_among_the_changed_ones(store: Store) -> None:
    before = store.newest_change()
    document = EVENTS[0].reports[0].document
    here = {event.id for event in store.events()}
    store.remove_document(document, "b")
    gone = here - {event.id for event in store.events()}
    assert gone
    assert gone <= store.changed_since(before)["event"]


def test_an_outline_is_the_timeline_without_its_events(store: Store) -> None:
    ids = [[report.id for report in event.reports] for event in EVENTS if len(event.reports) > 1]
    together = Judgement((ids[0][0], ids[0][1]), "same", "timeline_app (0.9)", "")
    parted = Judgement((ids[0][0], ids[1][0]), "same", "timeline_app (0.8)", "")
    said = Judgement((ids[1][0], ids[2][0]), "unsure", "b", "")
    store.add(judgements=[together, parted, said])
    whole, outline = store.timeline(), store.outline()
    assert outline.events == ()
    assert outline.judgements == whole.judgements == (together, said)
    assert (outline.sources, outline.problems) == (whole.sources, whole.problems)
