"""The queue: a fixed order, what comes next, how far one is, what others did meanwhile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import Event, Report, Review, ReviewStatus
from timeline_app.store import MemoryStore
from timeline_app.views.tasks.doubt import Doubt, Weighed
from timeline_app.views.tasks.reviewing import FIRST, Progress, Queue, Scope, Spot, sources_of, told_meanwhile


def one(name: str, score: float, status: ReviewStatus = "draft", by: str = "", source: str = "d") -> Weighed:
    report = Report(name, source, 0, 0, "")
    doubt = Doubt("place" if score > 0.5 else "date", score, "why")
    return Weighed(Event(name, name, reports=(report,), review=Review(status, by)), (doubt,), score)


def ids(events: list[Weighed] | tuple[Weighed, ...]) -> str:
    return "".join(weighed.event.id for weighed in events)


def test_the_most_doubtful_come_first_and_equals_stay_in_order() -> None:
    events = [one("b", 0.5), one("a", 0.5), one("c", 0.9), one("d", 0.1)]
    assert ids(Queue.of(events, Scope()).all) == ids(Queue.of(events[::-1], Scope()).all) == "cabd"


def test_what_follows_was_not_decided_and_the_not_sure_come_last() -> None:
    events = [
        one("a", 0.9, "unsure"),
        one("b", 0.8, "accepted"),
        one("c", 0.7),
        one("d", 0.6),
        one("e", 0.5, "rejected"),
    ]
    queue = Queue.of(events, Scope())
    following = queue.following(FIRST)
    assert following is not None
    assert following.event.id == "c"
    assert ids([queue.following(Spot.of(event)) for event in queue.all]) == "ccdcc"  # type: ignore[list-item]
    done = Queue.of([one("a", 0.9, "unsure"), one("b", 0.8, "accepted"), one("f", 0.2, "unsure")], Scope())
    assert ids([done.following(Spot.of(event)) for event in done.all]) == "ffa"  # type: ignore[list-item]
    assert Queue.of([one("b", 0.8, "accepted")], Scope()).following(FIRST) is None


def test_one_looks_back_at_what_was_decided() -> None:
    queue = Queue.of([one("a", 0.9, "accepted"), one("b", 0.8)], Scope())
    before = queue.before(Spot.of(queue.all[1]))
    assert before is not None
    assert before.event.id == "a"
    assert queue.before(Spot.of(before)) is None


@given(
    st.lists(st.tuples(st.integers(0, 100), st.sampled_from(["draft", "accepted", "rejected", "unsure"])), max_size=12)
)
def test_going_on_and_deciding_reaches_every_event_once(told: list[tuple[int, ReviewStatus]]) -> None:
    events = {f"{n:02}": one(f"{n:02}", score / 100, status) for n, (score, status) in enumerate(told)}
    met, spot = [], FIRST
    while (at := Queue.of(events.values(), Scope()).following(spot)) is not None:
        met.append(at.event.id)
        spot = Spot.of(at)
        events[at.event.id] = one(at.event.id, at.score, "accepted")
    assert sorted(met) == sorted(f"{n:02}" for n, (_, status) in enumerate(told) if status in ("draft", "unsure"))


def test_a_scope_takes_documents_doubts_and_scores() -> None:
    events = [one("a", 0.9, source="x"), one("b", 0.5), one("c", 0.1)]
    assert ids(Queue.of(events, Scope(documents=("x",))).all) == "a"
    assert ids(Queue.of(events, Scope(kinds=("date",))).all) == "bc"
    assert ids(Queue.of(events, Scope(least=0.1, most=0.5)).all) == "bc"
    assert sources_of(Queue.of(events, Scope())) == {"d": 2, "x": 1}
    assert Scope().is_everything
    assert not Scope(most=0.9).is_everything


def test_progress_names_who_did_what() -> None:
    events = [
        one("a", 1, "accepted", "Ada"), one("b", 1, "accepted", "Ada"), one("c", 1, "accepted"), one("d", 1, "rejected", "Bea"),
        one("e", 1, "unsure", "Bea"), one("f", 1),
    ]  # fmt: skip
    progress = Progress.of(events)
    assert progress.line == (
        "4 of 6 reviewed: 2 accepted by Ada, 1 accepted by nobody named, 1 rejected by Bea; 1 not sure, 1 to go"
    )
    assert progress.share == 4 / 6
    assert Progress.of([one("a", 1)]).line == "0 of 1 reviewed; 1 to go"
    assert Progress.of([]).share == 1


def test_what_others_did_meanwhile_is_told_and_my_own_is_not() -> None:
    store = MemoryStore()
    store.add(events=[Event("e", "A convoy left")], by="Ada")
    seen = store.history("e")[0].id
    store.review("e", "accepted", "Bea")
    event, version = store.event("e")
    store.edit(event.with_(title="It left"), version, "Ada")
    store.review("e", "unsure", "")
    lines = told_meanwhile(store.history("e"), seen, "Ada")
    assert [line.split(" at ")[0] for line in lines] == [
        "Bea accepted this event",
        "Somebody could not decide on this event",
    ]
    assert told_meanwhile(store.history("e"), store.history("e")[0].id, "Ada") == []
