"""Several edits and removals in one step, and what an author wrote of sources: what every store promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.contracts.test_store_contract import A_BYTES, B_BYTES, RA, RB, A, B, make_event
from timeline_app.errors import EditConflict, StoreError
from timeline_app.model import Document, Event, Report, When, Where, report_id, sha256_hex
from timeline_app.store import Store, open_store

TEXT = "A convoy left Arsal."
DOCUMENT = Document("a.txt", sha256_hex(TEXT.encode()), TEXT)
TOLD = Report(report_id(DOCUMENT.sha256, 0, 20), DOCUMENT.id, 0, 20, TEXT, title="A convoy left")
DAY = When.on_day(date(2017, 8, 30))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None if request.param == "memory" else tmp_path / "t.sqlite")
    yield opened
    opened.close()


def by_hand(name: str, quote: str = "I saw it", **rest: object) -> Event:
    return Event(name, f"Seen {name}", origin="curated", reports=(Report(name, "notes", 0, 0, quote),), **rest)  # type: ignore[arg-type]


def test_many_edits_are_one_step_and_one_undo(store: Store) -> None:
    store.add(events=[by_hand("a"), by_hand("b")])
    before = store.events()
    done = store.edit_many(
        [(by_hand("a").with_(title="New words"), 1), (by_hand("c"), 0)], "Ada", "tidied up", remove=[("b", 1)]
    )
    assert (set(done.kept), done.conflicts) == ({"a", "b", "c"}, ())
    assert [event.title for event in store.events()] == ["New words", "Seen c"]
    assert {(change.what, change.why) for change in store.history()[:3]} == {
        ("edited", "tidied up"), ("added", "tidied up"), ("removed", "tidied up"),
    }  # fmt: skip
    assert done.step is not None
    store.undo(done.step, "Ada")
    assert store.events() == before


def test_what_somebody_changed_meanwhile_is_handed_back_and_the_rest_kept(store: Store) -> None:
    store.add(events=[by_hand("a"), by_hand("b"), by_hand("c"), by_hand("d")])
    for name in ("a", "c"):
        store.edit(by_hand(name).with_(title="Bea's"), 1, "Bea")
    store.remove_event("d", 1, "Bea")
    mine = [(by_hand(name).with_(title="Mine"), 1) for name in ("a", "b", "d")]
    done = store.edit_many(mine, "Ada", remove=[("c", 1)])
    assert done.kept == ("b",)
    told = [(one.mine and one.mine.title, one.theirs and one.theirs.title) for one in done.conflicts]  # type: ignore[attr-defined]
    assert told == [("Mine", "Bea's"), ("Mine", None), (None, "Bea's")]
    assert [event.title for event in store.events()] == ["Bea's", "Mine", "Bea's"]


def test_nothing_to_write_is_no_step(store: Store) -> None:
    store.add(events=[by_hand("a")])
    version = store.data_version()
    assert store.edit_many([(by_hand("a"), 1)], "Ada").step is None
    assert store.edit_many([], "Ada").kept == ()
    assert store.data_version() == version


def test_one_event_that_cannot_be_kept_keeps_none(store: Store) -> None:
    store.add(events=[by_hand("a"), by_hand("b").with_(origin="parsed")])
    with pytest.raises(ValueError, match="rejected, not removed"):
        store.edit_many([(by_hand("c"), 0)], "Ada", remove=[("a", 1), ("b", 1)])
    assert len(store.events()) == 2


def test_a_removed_event_is_gone_until_undo_or_its_list_brings_it_back(store: Store) -> None:
    store.add(events=[by_hand("a", when=DAY), by_hand("b")])
    with pytest.raises(EditConflict):
        store.remove_event("a", 7, "Ada")
    store.remove_event("a", 1, "Ada", "typed twice")
    assert [event.id for event in store.events()] == ["b"]
    assert store.search("seen a") == set()
    change = store.history("a")[0]
    assert (change.what, change.by, change.why, change.after) == ("removed", "Ada", "typed twice", None)
    with pytest.raises(StoreError):
        store.remove_event("a", 2, "Ada")
    store.undo(change.id, "Ada")
    assert store.event("a")[0] == by_hand("a", when=DAY)
    store.remove_event("a", store.event("a")[1], "Ada")
    store.add(events=[by_hand("a", when=DAY)])
    assert store.event("a")[0] == by_hand("a", when=DAY)


def test_what_documents_tell_of_is_not_removed(store: Store) -> None:
    store.add([(DOCUMENT, TEXT.encode())], [by_hand("a").with_(reports=(*by_hand("a").reports, TOLD))])
    with pytest.raises(ValueError, match="rejected, not removed"):
        store.remove_event("a", 1, "Ada")
    assert len(store.events()) == 1


def test_an_imported_events_own_sources_can_be_edited_beside_what_documents_say(store: Store) -> None:
    first = by_hand("a", when=DAY)
    store.add(events=[first])
    mine = Report("a", "BBC", 0, 0, "a better quote", when=DAY)
    other = Report("a2", "AFP", 0, 0, "another day", when=When.on_day(date(2017, 8, 31)))
    store.edit(first.with_(reports=(mine, other)), 1, "Ada")
    event, version = store.event("a")
    assert event.reports == (mine, other)
    assert [conflict.field for conflict in event.conflicts] == ["when"]
    assert store.event("a2")[0].id == "a"
    store.add(events=[first])
    assert store.event("a") == (event, version)
    store.add([(DOCUMENT, TEXT.encode())], [first.with_(reports=(*first.reports, TOLD))])
    assert store.event("a")[0].reports == (mine, other, TOLD)
    assert store.extracted()[0].reports == (*first.reports, TOLD)
    with pytest.raises(ValueError, match="what sources say"):
        store.edit(store.event("a")[0].with_(reports=(mine,)), store.event("a")[1], "Ada")
    store.remove_document("BBC", "Ada")
    assert store.event("a")[0].reports == (other, TOLD)
    store.undo(store.history("a")[0].id, "Ada")
    assert store.event("a")[0].reports == (mine, other, TOLD)


@pytest.mark.parametrize("way", ["apart", "removed"])
def test_an_edited_event_that_loses_a_report_loses_the_places_only_that_one_named(store: Store, way: str) -> None:
    arsal, hit, gaza = (Where("at", name, name, name, 34.0, 36.0) for name in ("Arsal", "Hit", "Gaza"))
    ra, rb = replace(RA, where=(arsal, hit.with_(reasons=("A",)))), replace(RB, where=(hit, gaza))
    both = make_event(ra, rb, where=(arsal, hit, gaza))
    store.add([(A, A_BYTES), (B, B_BYTES)], [both])
    by_hand = Where("at", "Homs", "Homs", "Homs", 34.7, 36.7, status="confirmed")
    store.edit(both.with_(where=(by_hand, hit, gaza)), 1, "Ada")
    if way == "apart":
        store.add(events=[make_event(ra, where=ra.where), make_event(rb, where=rb.where)])
    else:
        store.remove_document(B.id, "Ada")
    kept, _ = store.event(ra.id)
    assert [where.name for where in kept.where] == ["Homs", "Hit"]
    store.undo(store.newest_change(), "Ada")
    assert store.event(ra.id)[0].where == (by_hand, hit, gaza)


def test_who_corrected_an_event_is_known_until_it_is_taken_back(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA)])
    store.edit(Event("h", "By hand", origin="curated"), 0, "Ada")
    assert (store.corrected(RA.id), store.corrected("h")) == (None, None)
    event, version = store.event(RA.id)
    store.edit(event.with_(title="Otherwise"), version, "Ada", "seen")
    store.review(RA.id, "accepted", "Bea")
    change = store.corrected(RA.id)
    assert change is not None
    assert (change.by, change.why) == ("Ada", "seen")
    store.undo(store.newest_change(), "Bea")
    store.undo(change.id, "Bea")
    assert store.corrected(RA.id) is None
    with pytest.raises(StoreError):
        store.corrected("nothing")
