"""What every store promises of its history in steps, of words on sources and of looking ahead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.contracts.test_store_contract import A_BYTES, B_BYTES, RA, RA2, RB, A, B, make_document, make_event
from timeline_app.errors import StoreError
from timeline_app.model import Description, Event, Judgement, PlaceCorrection, Publication, Source
from timeline_app.store import HistoryQuery, Sayings, Store, open_store


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None if request.param == "memory" else tmp_path / "t.sqlite")
    yield opened
    opened.close()


def edited(store: Store, title: str, by: str = "Ada", why: str = "") -> None:
    event, version = store.event(RA.id)
    store.edit(event.with_(title=title), version, by, why)


# -- in steps -------------------------------------------------------------------------------------


def test_the_history_comes_in_steps_and_pages_newest_first(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")], by="Nadia")
    for number in range(5):
        edited(store, f"Title {number}")
    page = store.history_page(limit=2, offset=1)
    assert page.total == 6
    assert [step.first.after["title"] for step in page.steps if step.first.after] == ["Title 3", "Title 2"]
    (first,) = store.history_page(limit=9, offset=5).steps
    assert (first.by, first.tallies) == ("Nadia", (("added", "document", 1), ("added", "event", 2)))
    assert store.history_page(offset=99).steps == ()


def test_a_step_tells_what_it_added_though_it_was_changed_later(store: Store) -> None:
    step = store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")]).step
    edited(store, "Mine")
    document, event, other = store.step(step)
    assert [change.kind for change in (document, event, other)] == ["document", "event", "event"]
    assert event.after is not None
    assert (event.before, event.after["title"]) == (None, "A convoy left")
    assert other.after is not None
    assert other.after["title"] == "Buses"
    assert store.step(step, limit=1, offset=2) == [other]
    with pytest.raises(StoreError, match="no change 99"):
        store.step(99)


@pytest.mark.parametrize(
    ("query", "steps"),
    [
        (HistoryQuery(), "buses review edit convoy"),
        (HistoryQuery(by="Ada"), "edit"),
        (HistoryQuery(by=""), ""),
        (HistoryQuery(what="reviewed"), "review"),
        (HistoryQuery(kind="document"), "buses convoy"),
        (HistoryQuery(text="lorr left"), "review edit convoy"),
        (HistoryQuery(text="typo"), "edit"),
        (HistoryQuery(text="Former"), "review edit convoy"),
        (HistoryQuery(text="status"), ""),
        (HistoryQuery(text="fighters", kind="event"), "buses"),
        (HistoryQuery(item=RA.id), "review edit convoy"),
        (HistoryQuery(item=RB.id), "buses"),
        (HistoryQuery(item=A.id), "convoy"),
        (HistoryQuery(item="nothing"), ""),
    ],
)
def test_steps_are_found_by_who_what_words_and_event(store: Store, query: HistoryQuery, steps: str) -> None:
    names = {}
    names[store.add([(A, A_BYTES)], [make_event(RA, title="Former title")], by="Nadia").step] = "convoy"
    edited(store, "A lorry left", why="Typo in it")
    names[store.history()[0].id] = "edit"
    store.review(RA.id, "accepted", "Bea")
    names[store.history()[0].id] = "review"
    names[store.add([(B, B_BYTES)], [make_event(RB, title="Buses")], by="Nadia").step] = "buses"
    found = store.history_page(query)
    assert " ".join(names[step.id] for step in found.steps) == steps
    assert found.total == len(found.steps)
    assert store.people() == ["Ada", "Bea", "Nadia"]


def test_what_stands_in_the_way_of_undoing_is_named(store: Store) -> None:
    step = store.add(events=[make_event(RA)]).step
    edited(store, "Mine")
    mine = store.history()[0].id
    assert store.in_the_way(mine) == []
    store.review(RA.id, "accepted", "Bea", "seen")
    (later,) = store.in_the_way(mine)
    assert (later.what, later.by, later.why) == ("reviewed", "Bea", "seen")
    assert [change.id for change in store.in_the_way(step)] == [later.id]
    store.undo(later.id, "Ada")
    assert store.in_the_way(mine) == []


def test_undoing_can_be_undone(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")])
    removed = store.remove_document(A.id, "Ada")
    back = store.undo(removed, "Ada")
    assert len(store.events()) == 2
    store.undo(back, "Bea")
    assert (store.events(), store.documents()) == ([], [])
    assert store.history()[0].by == "Bea"


def test_several_documents_go_in_one_step_or_not_at_all(store: Store) -> None:
    store.add([(A, A_BYTES), (B, B_BYTES)], [make_event(RA, RB), make_event(RA2, title="Buses")])
    before = store.timeline()
    with pytest.raises(StoreError, match="'nothing'"):
        store.remove_documents([A.id, "nothing"], "Ada")
    assert store.timeline() == before
    step = store.remove_documents([A.id, B.id], "Ada", "wrong case")
    assert (store.events(), store.documents()) == ([], [])
    store.undo(step, "Ada")
    assert store.timeline() == before


def test_a_step_that_changes_nothing_has_no_number(store: Store) -> None:
    assert store.add([(A, A_BYTES)], [make_event(RA)]).step == 1
    assert store.add([(A, A_BYTES)], [make_event(RA)]).step == 0


# -- words on sources -----------------------------------------------------------------------------

DAY = date(2017, 9, 4)


def test_a_description_stands_beside_what_was_read(store: Store) -> None:
    stamped, data = make_document("x", publications=(Publication(date(2017, 9, 3), "stamp", "3/9"),), title="Read")
    store.add([(stamped, data)])
    step = store.describe(Description(stamped.id, title="Said", published=DAY, by="Ada", why="the print edition"))
    said = store.document(stamped.id)
    assert (said.title, said.published, said.publisher) == ("Said", DAY, "")
    assert [(one.day, one.source, one.reason) for one in said.publications] == [
        (DAY, "option", "given by Ada"),
        (date(2017, 9, 3), "stamp", ""),
    ]
    assert store.documents() == [said]
    assert store.sources() == (Source.of(said),)
    assert store.documents_as_read() == [stamped]
    (kept,) = store.descriptions()
    assert (kept.by, kept.why, kept.at[-1]) == ("Ada", "the print edition", "Z")
    assert [change.what for change in store.history()] == ["described", "added"]
    store.undo(step, "Ada")
    assert store.document(stamped.id) == stamped


def test_a_day_may_be_said_to_be_unknown(store: Store) -> None:
    stamped, data = make_document("x", publications=(Publication(DAY, "stamp", "4/9"),))
    store.add([(stamped, data)])
    store.describe(Description(stamped.id, undated=True))
    assert store.document(stamped.id).publications == ()
    with pytest.raises(ValueError, match="said to be unknown"):
        Description(stamped.id, published=DAY, undated=True)


def test_words_that_say_nothing_take_back_what_was_said(store: Store) -> None:
    store.add([(A, A_BYTES)])
    store.describe(Description(A.id, title="Said", by="Ada"))
    assert store.describe(Description(A.id, title="Said", by="Bea")) == 0
    store.describe(Description(A.id, by="Bea"))
    assert (store.document(A.id), store.descriptions()) == (A, ())
    store.undo(store.history()[0].id, "Ada")
    assert store.document(A.id).title == "Said"


def test_a_described_document_keeps_its_description_when_it_is_read_again(store: Store) -> None:
    store.add([(A, A_BYTES)])
    store.describe(Description(A.id, title="Said"))
    better, data = make_document(A.text, "a.txt", title="Found now", publisher="P")
    store.add([(better, data)])
    assert (store.document(A.id).title, store.document(A.id).publisher) == ("Said", "P")


def test_a_source_known_from_a_file_can_be_described_and_a_stranger_not(store: Store) -> None:
    store.add(sources=[Source("d1", "Foreign", "P", "", "2017-08-30", "ab")])
    store.describe(Description("d1", publisher="", published=DAY))
    assert store.sources() == (Source("d1", "Foreign", "", "", "2017-09-04", "ab"),)
    with pytest.raises(StoreError, match="'nothing'"):
        store.describe(Description("nothing", title="x"))
    with pytest.raises(ValueError, match="http"):
        Description("d1", url="javascript:alert(1)")


def test_a_description_comes_with_what_is_added_in_one_step(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA)])
    step = store.add(
        events=[make_event(RA, title="New")], said=Sayings(descriptions=(Description(A.id, title="Said"),))
    ).step
    store.undo(step, "Ada")
    assert (store.document(A.id), store.events()[0].title) == (A, "A convoy left")


def test_the_reason_an_event_was_first_added_for_stays(store: Store) -> None:
    store.add(events=[make_event(RA)], why="from a list")
    store.add(events=[make_event(RA, title="New"), make_event(RB)], why="from another")
    event, version = store.event(RA.id)
    store.edit(event.with_(title="Newer"), version, "Ada", "it was so")
    store.add(events=[make_event(RA2)])
    assert store.event_reasons() == {RA.id: "from a list", RB.id: "from another"}


def test_arrivals_tell_when_and_by_whom(store: Store) -> None:
    store.add([(A, A_BYTES)], by="Ada")
    store.add([(A, A_BYTES), (B, B_BYTES)], sources=[Source("d1", "Foreign")], by="Bea")
    assert {key: by for key, (_, by) in store.arrivals().items()} == {A.id: "Ada", B.id: "Bea", "d1": "Bea"}
    assert all(at.endswith("Z") for at, _ in store.arrivals().values())


# -- looking ahead --------------------------------------------------------------------------------


def test_what_adding_would_do_is_told_and_nothing_is_kept(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")])
    edited(store, "Mine")
    before = (store.timeline(), store.data_version(), store.history())
    coming = [make_event(RA, title="Read better", type="movement"), make_event(RB, title="New")]
    changed, new, gone = store.foresee([A, B], coming)
    assert (store.timeline(), store.data_version(), store.history()) == before
    assert isinstance(changed.before, Event)
    assert isinstance(changed.after, Event)
    assert isinstance(changed.read_after, Event)
    assert (changed.touched, changed.before.title, changed.after.title, changed.after.type) == (
        True, "Mine", "Mine", "movement",
    )  # fmt: skip
    assert changed.read_after.title == "Read better"
    assert (new.before, new.after, new.touched) == (None, make_event(RB, title="New"), False)
    assert (gone.what, gone.after) == ("not told any more", None)
    store.add([(A, A_BYTES), (B, B_BYTES)], coming)
    assert [event.title for event in store.events()] == ["Mine", "New"]
    assert store.foresee([A, B], coming) == ()


def test_what_a_person_says_comes_with_what_it_leads_to_in_one_step(store: Store) -> None:
    store.add([(A, A_BYTES), (B, B_BYTES)], [make_event(RA), make_event(RB)])
    word = PlaceCorrection("Hit", "not a place", by="Ada")
    verdict = Judgement((RA.id, RB.id), "same", "Ada", "")
    said = Sayings(places=(word,), verdicts=(verdict,))
    step = store.add(events=[make_event(RA, RB)], by="Ada", said=said, why="seen").step
    assert [(kind, what) for what, kind, _ in store.history_page().steps[0].tallies][:2] == [
        ("place", "said"), ("judgement", "judged"),
    ]  # fmt: skip
    assert [one.at for one in (*store.place_corrections(), *store.judgements())] != ["", ""]
    store.undo(step, "Ada")
    assert (len(store.events()), store.place_corrections(), store.judgements()) == (2, (), ())
    with pytest.raises(StoreError, match="no word on the name"):
        store.add(events=[make_event(RA, RB)], said=Sayings(withdrawn=(word,)))
    assert len(store.events()) == 2


def test_an_edit_can_belong_to_an_earlier_step_and_is_taken_back_with_it(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2)])
    first, second = store.events()
    step = store.edit_many([(first.with_(title="One"), 1)], "Ada").step
    store.edit(second.with_(title="Two"), 1, "Bea")
    store.edit(store.event(first.id)[0].with_(title="Other"), 2, "Ada", step=step)
    assert [len(store.step(one.id)) for one in store.history_page().steps] == [1, 2, 3]
    store.undo(step, "Ada")
    assert [event.title for event in store.events()] == [first.title, "Two"]
