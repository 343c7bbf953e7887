"""Which events are offered to be put together with another."""

from __future__ import annotations

from datetime import date

from timeline_app.model import Event, Report, When
from timeline_app.views import events_frame
from timeline_app.views.tasks.nearby import joinable


def event(name: str, title: str, day: int | None) -> Event:
    when = None if day is None else When.on_day(date(2017, 8, day))
    return Event(name, title, when=when, reports=(Report(name, name, 0, 0, title),))


DATED = event("a", "The convoy left Arsal", 14)
NEAR = event("b", "Jets struck a school", 15)
FAR = event("c", "The convoy left Arsal again", 30)
UNDATED = event("d", "A convoy left Arsal", None)
OTHER = event("e", "Protest in Daraa", None)


def test_dated_events_near_in_time_come_first_then_undated_ones_in_like_words() -> None:
    assert joinable(DATED, events_frame([DATED, FAR, UNDATED, OTHER, NEAR])) == [NEAR, UNDATED]


def test_an_undated_event_is_offered_those_in_like_words_whatever_their_date() -> None:
    assert [other.id for other in joinable(UNDATED, events_frame([DATED, FAR, UNDATED, OTHER, NEAR]))] == ["a", "c"]


def test_events_without_reports_cannot_be_put_together() -> None:
    assert joinable(DATED.with_(reports=()), events_frame([NEAR])) == []
    assert joinable(DATED, events_frame([NEAR.with_(reports=())])) == []


def test_those_told_to_be_likely_come_first_whenever_they_were() -> None:
    frame = events_frame([DATED, FAR, UNDATED, OTHER, NEAR])
    assert joinable(DATED, frame, ["c", "nobody", "b"]) == [FAR, NEAR, UNDATED]
