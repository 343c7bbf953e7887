"""A person's verdict on reports holds at once, and when everything is read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from timeline_app import Gazetteer, load_gazetteer
from timeline_app.errors import EditConflict
from timeline_app.merge.joining import merging
from timeline_app.model import Event, Report
from timeline_app.pipeline import add_gathered, gather, judge_reports, take_back
from timeline_app.store import MemoryStore

TEXTS = (
    "US-led coalition jets bombed the desert road ahead of the stranded convoy near Sukhnah on Monday.",
    "The US-led coalition bombed a desert road near Sukhnah on Monday to stop the stranded convoy.",
    "Hezbollah handed over the remains of an officer in Arsal on Monday.",
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(len(TEXTS))]
    for path, text in zip(paths, TEXTS, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def store(files: list[Path], gazetteer: Gazetteer) -> MemoryStore:
    filled = MemoryStore()
    add_gathered(filled, gather(files, gazetteer, date(2017, 9, 2)), gazetteer)
    return filled


def counts(store: MemoryStore) -> list[int]:
    return sorted(len(event.reports) for event in store.events())


def ids(event: Event) -> list[str]:
    return [report.id for report in event.reports]


def merged(store: MemoryStore) -> Event:
    return max(store.events(), key=lambda event: len(event.reports))


def test_a_report_is_taken_out_and_stays_out(store: MemoryStore, files: list[Path], gazetteer: Gazetteer) -> None:
    assert counts(store) == [1, 2]
    first, *others = ids(merged(store))
    judge_reports(store, [first], others, "different", "ana", "two roads")
    assert counts(store) == [1, 1, 1]
    add_gathered(store, gather(files, gazetteer, date(2017, 9, 2)), gazetteer)
    assert counts(store) == [1, 1, 1]


def test_two_events_are_put_together_and_parted_again(store: MemoryStore) -> None:
    pair = ids(merged(store))
    (alone,) = [event for event in store.events() if len(event.reports) == 1]
    judge_reports(store, pair, ids(alone), "same", "ana")
    assert counts(store) == [3]
    judge_reports(store, pair, ids(alone), "different", "ana")
    assert counts(store) == [1, 2]


def test_what_a_person_edited_is_not_lost(store: MemoryStore) -> None:
    event, version = store.event(merged(store).id)
    store.edit(event.with_(title="Mine"), version, "ben")
    first, *others = ids(event)
    judge_reports(store, [first], others, "different", "ana")
    assert "Mine" in [event.title for event in store.events()]
    assert {report for event in store.events() for report in ids(event)} >= {first, *others}


def test_a_report_cannot_stand_on_both_sides(store: MemoryStore) -> None:
    first, *_ = ids(merged(store))
    with pytest.raises(ValueError, match="both sides"):
        judge_reports(store, [first], [first], "same", "ana")


def test_hand_made_events_are_parted_again_when_the_verdict_is_taken_back() -> None:
    store = MemoryStore()
    for number in (1, 2):
        report = Report(f"r{number}", f"list-{number}", 0, 0, f"words {number}")
        store.add(events=[Event(f"e{number}", f"Event {number}", reports=(report,), origin="curated")])
    before = store.timeline()
    done = judge_reports(store, ["r1"], ["r2"], "same", "ana")
    assert counts(store) == [2]
    take_back(store, done.step, load_gazetteer(), "ana")
    assert (store.timeline().events, store.timeline().judgements) == (before.events, before.judgements)


def test_what_was_changed_since_stays_when_a_verdict_is_taken_back(store: MemoryStore) -> None:
    pair = ids(merged(store))
    (alone,) = [event for event in store.events() if len(event.reports) == 1]
    done = judge_reports(store, pair, ids(alone), "same", "ana")
    event, version = store.event(merged(store).id)
    store.edit(event.with_(summary="seen since"), version, "ana")
    with pytest.raises(EditConflict):
        take_back(store, done.step, load_gazetteer(), "ana")
    assert counts(store) == [3]
    assert [event.summary for event in store.events() if event.summary] == ["seen since"]


def test_a_verdict_leaves_together_what_a_rule_joined_in_a_larger_timeline(
    store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is rare among thousands of events is not rare among the two that are judged."""
    pair = ids(merged(store))
    (alone,) = [event for event in store.events() if len(event.reports) == 1]
    monkeypatch.setattr(merging, "MERGE_AT", 2.0)  # no rule would join them again
    for verdict in ("different", "unsure"):
        judge_reports(store, pair, ids(alone), verdict, "ana")  # type: ignore[arg-type]
        assert counts(store) == [1, 2]
    assert [one for one in store.judgements() if one.is_by_rule], "why they stand together is still known"


def test_no_rule_joins_what_is_judged(store: MemoryStore) -> None:
    first, other = ids(merged(store))
    judge_reports(store, [first], [other], "different", "ana")
    (alone,) = [event for event in store.events() if set(ids(event)).isdisjoint({first, other})]
    judge_reports(store, [first], ids(alone), "unsure", "ana")
    assert counts(store) == [1, 1, 1]
