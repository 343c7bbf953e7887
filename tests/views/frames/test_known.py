"""Since when an event is known: also where a hand-made list only names a kept article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from timeline_app.dashboard import snapshot
from timeline_app.dashboard.snapshot import read_snapshot
from timeline_app.documents import read_text
from timeline_app.model import Description, Event, Query, Report, Source, event_to_wire
from timeline_app.store import Store, open_store
from timeline_app.views import events_frame, select
from timeline_app.views.frames import frame as f
from timeline_app.views.frames.columns import columns_frame
from timeline_app.views.frames.days import day_number
from timeline_app.views.frames.known import publication_days, with_named_days

SEPTEMBER, LATER = date(2017, 9, 2), date(2017, 10, 1)
ARTICLE = read_text("Seventeen buses left Qara.", name="wires/defeat-on-wheels.txt", published=SEPTEMBER)


def named(id_: str, *sources: str, published: date | None = None) -> Event:
    """A hand-made event that names its sources in words."""
    reports = tuple(Report(f"{id_}{number}", source, 0, 0, "") for number, source in enumerate(sources))
    span = (published, published) if published else None
    return Event(id_, id_, reports=reports, origin="curated", published=span)


class NobodyLooks:
    def some_events(self, event_ids: Sequence[str], /) -> list[Event]:
        raise AssertionError("nobody looks at them")

    def search(self, text: str, /) -> list[str]:
        raise AssertionError("nobody searches")


def small(events: list[Event]) -> pd.DataFrame:
    return events_frame(events)


def large(events: list[Event]) -> pd.DataFrame:
    return columns_frame(map(event_to_wire, events), NobodyLooks())


@pytest.mark.parametrize("frame_of", [small, large])
def test_the_day_of_an_article_named_by_title_or_file_counts_at_every_size(
    frame_of: Callable[[list[Event]], pd.DataFrame],
) -> None:
    article = replace(ARTICLE, title="Defeat on Wheels")
    events = [
        named("title", article.title.upper()),
        named("file", "defeat-on-wheels.txt"),
        named("stem", "a blog", " defeat-on-wheels"),
        named("path", "wires/defeat-on-wheels.txt"),
        named("unknown", "a blog"),
        named("none"),
        named("earlier", "defeat-on-wheels", published=date(2017, 8, 1)),
        named("later", "defeat-on-wheels", published=LATER),
    ]
    frame = with_named_days(frame_of(events), publication_days([article], []))
    known = dict(zip(frame[f.ID], frame[f.KNOWN], strict=True))
    day = day_number(SEPTEMBER)
    assert [known[id_] for id_ in ("title", "file", "stem", "path", "later")] == [day] * 5
    assert known["earlier"] == day_number(date(2017, 8, 1))
    assert known["unknown"] == known["none"] == f.NEVER
    assert {"title", "stem"} <= select(frame, Query(known_by=SEPTEMBER)).ids
    assert "title" not in select(frame, Query(known_by=date(2017, 9, 1))).ids


def test_of_two_articles_of_one_name_the_later_day_counts() -> None:
    second = read_text("Another text.", name="other/defeat-on-wheels.txt", published=LATER)
    days = publication_days([ARTICLE, second], [])
    assert days["defeat-on-wheels"] == day_number(LATER)


def test_sources_without_a_text_are_known_by_title_and_id() -> None:
    days = publication_days([], [Source("blog", "A Blog", published="2017-10-01"), Source("x", "X", published="soon")])
    assert days == {"blog": day_number(LATER), "a blog": day_number(LATER)}


@pytest.mark.parametrize("whole", [20_000, 1])
def test_an_article_that_comes_changes_or_goes_changes_since_when_its_events_are_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: int
) -> None:
    monkeypatch.setattr(snapshot, "WHOLE", whole)
    store = open_store(tmp_path / "s.sqlite")
    for id_ in ("e1", "e2"):
        store.edit(named(id_, "defeat-on-wheels"), 0, "Ada")
    now = read_snapshot(store, 1, None)
    assert set(now.frame[f.KNOWN]) == {f.NEVER}
    store.add([(ARTICLE, b"Seventeen buses left Qara.")])
    now = read_snapshot(store, 2, now)
    assert set(now.frame[f.KNOWN]) == {day_number(SEPTEMBER)}
    store.describe(Description(ARTICLE.id, published=LATER, by="Ada"))
    now = read_snapshot(store, 3, now)
    assert set(now.frame[f.KNOWN]) == {day_number(LATER)}
    _rename(store, "e1")
    now = read_snapshot(store, 4, now)
    assert dict(zip(now.frame[f.ID], now.frame[f.KNOWN], strict=True)) == {"e1": f.NEVER, "e2": day_number(LATER)}
    store.remove_document(ARTICLE.id, "Ada")
    assert set(read_snapshot(store, 5, now).frame[f.KNOWN]) == {f.NEVER}


def _rename(store: Store, event_id: str) -> None:
    event, version = store.event(event_id)
    store.edit(named(event.id, "another source"), version, "Ada")
