"""What is told of a place in one spelling is found by every other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas as pd
import pytest

from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.model import Event, Query, Report, Where, event_to_wire
from timeline_app.store import open_store
from timeline_app.views import events_frame, select
from timeline_app.views.frames.columns import columns_frame
from timeline_app.views.frames.spelled import places_spelled


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture(scope="module")
def events(gazetteer: Gazetteer) -> list[Event]:
    khasham, city = (gazetteer.lookup(name)[0] for name in ("Khasham", "Deir Ezzor"))
    return [
        Event("battle", "A battle", where=(Where.of(khasham, "at", "Khusham"),)),
        Event("convoy", "A convoy arrives", where=(Where.of(city, "to", "Deir Ezzor"),)),
        Event("talk", "Talks", reports=(Report("r", "d", 0, 0, "They spoke of Dayr az-Zawr."),)),
        Event("else", "Directions for the convoy are given"),
    ]


class Source:
    """Events of a large timeline."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = {event.id: event for event in events}
        self.store = open_store()
        self.store.add(events=events)

    def some_events(self, event_ids: Sequence[str], /) -> list[Event]:
        return [self.events[id_] for id_ in event_ids]

    def search(self, text: str, /) -> Collection[str]:
        return self.store.search(text)


def found(frame: pd.DataFrame, text: str, gazetteer: Gazetteer) -> set[str]:
    return set(select(frame, Query(text=text, spelled=places_spelled(text, gazetteer))).ids)


FOUND = [
    ("Deir al-Zor", {"convoy", "talk"}),
    ("Deir ez-Zor", {"convoy", "talk"}),
    ("دير الزور", {"convoy", "talk"}),
    ("خشام", {"battle"}),
    ("Khsham", {"battle"}),
    ("convoy Deirezzor", {"convoy"}),
    ("Deir al-Zour convoy", {"convoy"}),
    ("convoy", {"convoy", "else"}),
    ("Palmyra", set()),
]


@pytest.mark.parametrize(("text", "ids"), FOUND)
@pytest.mark.parametrize("is_large", [False, True])
def test_every_spelling_finds_the_same(
    events: list[Event], gazetteer: Gazetteer, text: str, ids: set[str], is_large: bool
) -> None:
    frame = columns_frame(map(event_to_wire, events), Source(events)) if is_large else events_frame(events)
    assert found(frame, text, gazetteer) == ids


def test_words_that_name_no_place_stay_words(gazetteer: Gazetteer) -> None:
    assert places_spelled("seventeen buses", gazetteer) == ()
    assert [one.part for one in places_spelled("buses to Deir al-Zor city", gazetteer)] == ["Deir al-Zor city"]


def test_a_village_called_like_a_common_word_lends_no_spellings(gazetteer: Gazetteer) -> None:
    assert [one.spellings for one in places_spelled("convoy", gazetteer)] == [()]
