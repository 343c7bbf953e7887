"""A frame of columns says the same as a frame of events, and a patched one the same as one made anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import pandas as pd
import pytest

from benchmarks.dashboard_parts.generated import generated_events
from timeline_app.model import Actor, Event, Query, When, event_to_wire
from timeline_app.store import open_store
from timeline_app.views import density, events_frame, facets, nearest, select
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.columns import columns_frame, patched

EVENTS = list(generated_events(400))


class Source:
    """Events read when asked for, counting how often."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = {event.id: event for event in events}
        self.read: list[str] = []

    def some_events(self, event_ids: Sequence[str], /) -> list[Event]:
        self.read += event_ids
        return [self.events[id_] for id_ in event_ids]

    def search(self, text: str, /) -> Collection[str]:
        return {id_ for id_, event in self.events.items() if text.casefold() in event.title.casefold()}


def columns_of(events: Sequence[Event]) -> pd.DataFrame:
    return columns_frame(map(event_to_wire, events), Source(events))


QUERIES = [
    Query(),
    Query(first=date(2014, 1, 1), last=date(2016, 6, 30)),
    Query(first=date(2014, 1, 1), last=date(2016, 6, 30), certainty="certain"),
    Query(last=date(2015, 3, 1), undated=False, guesses=False),
    Query(types=("strike", "aid"), origins=("curated",)),
    Query(reviews=("rejected",)),
    Query(actors=("first brigade",)),
    Query(places=(next(w.name for e in EVENTS for w in e.where if w.name),)),
    Query(sources=(EVENTS[5].sources[0],)),
    Query(known_by=date(2016, 1, 1)),
]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_every_filter_lets_the_same_events_pass(query: Query) -> None:
    small, large = select(events_frame(EVENTS), query), select(columns_of(EVENTS), query)
    assert 0 < small.ledger.kept < len(EVENTS)
    assert [event.id for event in large.events] == [event.id for event in small.events]
    assert (large.ledger, large.span) == (small.ledger, small.span)


def test_columns_hold_what_the_frame_of_events_holds() -> None:
    small, large = events_frame(EVENTS), columns_of(EVENTS)
    for name in (f.ID, f.TITLE, f.TYPE, f.ORIGIN, f.REVIEW, f.DATED, f.PLACED, f.LASTED, f.GUESSED,
                 f.FIRST, f.LAST, f.PUBLISHED, f.KNOWN, f.SPOTS, f.READINGS):  # fmt: skip
        assert list(large[name]) == list(small[name]), name
    assert facets(large) == facets(small)
    assert density(large) == density(small)


def test_an_event_is_read_only_when_it_is_looked_at() -> None:
    source = Source(EVENTS)
    frame = columns_frame(map(event_to_wire, EVENTS), source)
    selection = select(frame, QUERIES[1])
    assert selection.ledger.kept
    assert source.read == []
    assert frame["event"].iloc[3].id == frame["id"].iloc[3]
    assert source.read == [frame["id"].iloc[3]]
    assert [event.id for event in frame.loc[frame["id"] == EVENTS[0].id, "event"]] == [EVENTS[0].id]


def test_a_word_is_looked_up_where_the_events_are_read() -> None:
    found = select(columns_of(EVENTS), Query(text="crowd gathers", reviews=("draft", "accepted", "rejected")))
    assert found.ledger.kept > 0
    assert {event.id for event in found.events} == {event.id for event in EVENTS if "Crowd gathers" in event.title}


def test_the_nearest_event_is_the_same() -> None:
    query = Query(first=date(1990, 1, 1), last=date(1990, 1, 2))
    assert nearest(columns_of(EVENTS), query) == nearest(events_frame(EVENTS), query)


def test_a_text_with_half_a_character_is_kept() -> None:
    odd = EVENTS[0].with_(title="broken \ud800 name", actors=(Actor("\ud800"),))
    assert list(columns_of([odd, EVENTS[1]])["title"]).count(odd.title) == 1


@pytest.mark.parametrize("frame_of", [events_frame, columns_of], ids=["events", "columns"])
def test_a_patched_frame_is_the_frame_made_anew(frame_of: object) -> None:
    make: type[pd.DataFrame] = frame_of  # type: ignore[assignment]
    moved = EVENTS[10].with_(when=When.on_day(date(1999, 1, 1)), actors=(Actor("Somebody New"),), type="other")
    undated = EVENTS[20].with_(when=None)
    added = EVENTS[30].with_(id="added", title="An added event", where=())
    gone = EVENTS[40].id
    now = [moved if e.id == moved.id else undated if e.id == undated.id else e for e in EVENTS if e.id != gone]
    patch = patched(make(EVENTS), make([moved, undated, added]), [moved.id, undated.id, added.id, gone])  # type: ignore[arg-type]
    anew = make([*now, added])  # type: ignore[arg-type]
    for name in anew.columns.drop("event"):
        assert list(patch[name]) == list(anew[name]), name
    assert facets(patch) == facets(anew)


def test_patching_changes_nothing_of_the_frame_others_look_at() -> None:
    frame = columns_of(EVENTS)
    before = frame.drop(columns="event").map(str).to_numpy().tolist()
    patched(frame, columns_of([EVENTS[3].with_(title="Changed")]), [EVENTS[3].id])
    assert frame.drop(columns="event").map(str).to_numpy().tolist() == before


def test_a_store_reads_for_a_frame_of_columns() -> None:
    store = open_store(None)
    store.add(events=EVENTS[:50])
    frame = columns_frame(store.wires(), store)
    assert set(select(frame, Query(reviews=("draft", "accepted", "rejected"))).events) == set(store.events())
