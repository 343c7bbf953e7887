"""What every store promises, walked over both of them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from timeline_app.errors import EditConflict, StoreChanged, StoreError
from timeline_app.model import (
    Actor,
    Conflict,
    ConflictValue,
    Document,
    Event,
    Judgement,
    Place,
    PlaceCorrection,
    Problem,
    Publication,
    Quantity,
    Report,
    Review,
    Source,
    When,
    Where,
    Zone,
    report_id,
    sha256_hex,
)
from timeline_app.store import Changes, Store, open_store

AUGUST = When.on_day(date(2017, 8, 30), text="Wednesday", basis="relative")
SEPTEMBER = When.on_day(date(2017, 9, 2))


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(None if request.param == "memory" else tmp_path / "new folder" / "t.sqlite")
    yield opened
    opened.close()


def make_document(text: str, name: str = "a.txt", **rest: object) -> tuple[Document, bytes]:
    data = text.encode("utf-8", "surrogatepass")
    return Document(name, sha256_hex(data), text, **rest), data  # type: ignore[arg-type]


def make_report(document: Document, start: int, end: int, **claims: object) -> Report:
    id_ = report_id(document.sha256, start, end)
    return Report(id_, document.id, start, end, document.text[start:end], **claims)  # type: ignore[arg-type]


def make_event(*reports: Report, title: str = "A convoy left", **rest: object) -> Event:
    return Event(reports[0].id, title, reports=reports, **rest)  # type: ignore[arg-type]


A, A_BYTES = make_document("A convoy left Arsal. Buses reached Humaymah.", "a.txt")
B, B_BYTES = make_document("Buses with 300 fighters left Arsal.", "b.txt")
RA = make_report(A, 0, 20, when=AUGUST)
RA2 = make_report(A, 21, 44)
RB = make_report(B, 0, 35, when=SEPTEMBER, quantities=(Quantity("fighters", 300, 300, "300 fighters"),))


def add_both(store: Store) -> Event:
    merged = make_event(
        RA, RB, when=AUGUST, quantities=RB.quantities,
        conflicts=(Conflict("when", (ConflictValue("2017-08-30", (A.id,)), ConflictValue("2017-09-02", (B.id,)))),),
    )  # fmt: skip
    store.add([(A, A_BYTES), (B, B_BYTES)], [merged])
    return merged


# -- what is kept reads back ----------------------------------------------------------------------


def test_an_empty_store_is_empty(store: Store) -> None:
    assert (store.events(), store.documents(), store.sources(), store.problems(), store.history()) == (
        [],
        [],
        (),
        (),
        [],
    )


def test_document_reads_back_equal_with_its_bytes(store: Store) -> None:
    document, data = make_document(
        "Title\nBody with \x00, \ud83d and \ufeff.", "bad\udcffname.txt",
        zones=(Zone(0, 5, "headline", "first line"), Zone(6, 20, "body")),
        publications=(Publication(date(2019, 2, 12), "stamp", "12-02-19", 3, 9, "Dutch", (date(2019, 12, 2),)),
                      Publication(date(2019, 2, 13), "option", "")),
        title="T", publisher="P", url="https://example.org", language="nl", encoding="cp1252", row=7,
        problems=(Problem("x", 3, "what", "likely"),),
    )  # fmt: skip
    store.add([(document, data)])
    assert store.document(document.id) == document
    assert store.documents() == [document]
    assert store.original(document.id) == data


def test_event_reads_back_equal(store: Store) -> None:
    event = make_event(
        RA, RB, type="movement", summary="s", modality="claimed",
        when=AUGUST.with_(alternatives=(SEPTEMBER,), time="10:00 GMT"),
        where=(Where("from", "Arsal", "Arsal", "lb-arsal", 34.18, 36.42, 3.0, "town", 0.9, ("only one",)),),
        actors=(Actor("Hezbollah", "source"),), quantities=(Quantity("fighters", 301, None, "more than 300"),),
        review=Review("accepted", "x", "2020-01-01T00:00:00Z", "n"),
        published=(date(2017, 8, 30), date(2017, 9, 2)), url="https://example.org", origin="curated",
    )  # fmt: skip
    store.add(events=[event])
    assert store.events() == [event]
    assert store.extracted() == [event]
    assert store.event(event.id) == (event, 1)


def test_timeline_holds_everything(store: Store) -> None:
    event = make_event(RA)
    problem, judgement = (
        Problem("a.txt", None, "w"),
        Judgement((RA.id, RB.id), "same", "merger", "2020-01-01T00:00:00Z"),
    )
    store.add([(A, A_BYTES)], [event], [problem, problem], [judgement])
    timeline = store.timeline()
    assert (timeline.sources, timeline.events) == ((Source.of(A),), (event,))
    assert (timeline.problems, timeline.judgements) == ((problem,), (judgement,))


def test_problems_of_documents_are_told_once(store: Store) -> None:
    fault = Problem("a.txt", None, "torn")
    document, data = make_document("x", "a.txt", problems=(fault,))
    store.add([(document, data)], problems=[fault])
    assert store.problems() == (fault,)


def test_source_without_text_is_kept_and_gives_way_to_its_document(store: Store) -> None:
    foreign = Source("d1", "Foreign", "P", "https://example.org", "2017-08-30", "ab")
    store.add(sources=[foreign, Source(A.id, "from a file")])
    assert store.sources() == (foreign, Source(A.id, "from a file"))
    store.add([(A, A_BYTES)])
    assert set(store.sources()) == {foreign, Source.of(A)}


def test_unknown_ids_are_told_in_one_line(store: Store) -> None:
    for ask in (store.document, store.original, store.event):
        with pytest.raises(StoreError, match="'nothing' in this store"):
            ask("nothing")
    with pytest.raises(StoreError, match="'nothing'"):
        store.remove_document("nothing", "me")
    with pytest.raises(StoreError, match="no change 99"):
        store.undo(99, "me")


def test_bytes_of_another_document_are_refused_and_nothing_is_kept(store: Store) -> None:
    with pytest.raises(ValueError, match=r"a\.txt.*sha256"):
        store.add([(B, B_BYTES), (A, B_BYTES)], [make_event(RA)])
    assert (store.documents(), store.events(), store.data_version()) == ([], [], 0)


def test_event_that_would_not_read_back_becomes_a_problem(store: Store) -> None:
    bad = make_event(RA, quantities=(Quantity("dollars", float("inf"), None),))
    changes = store.add(events=[bad, make_event(RB)])
    assert (changes.events_new, changes.events_refused) == (1, 1)
    assert "no number" in store.problems()[0].what


# -- adding again ---------------------------------------------------------------------------------


def test_adding_twice_changes_nothing(store: Store) -> None:
    things = ([(A, A_BYTES), (B, B_BYTES)], [make_event(RA, RB), make_event(RA2)], [Problem("a.txt", None, "w")])
    judgements = [Judgement((RA.id, RB.id), "same", "merger", "2020-01-01T00:00:00Z")]
    assert store.add(*things, judgements, [Source("d", "D")]) == Changes(2, 0, 2, 0, 0)
    before = (store.timeline(), store.history(), store.data_version())
    later = [Judgement((RB.id, RA.id), "same", "merger", "2021-01-01T00:00:00Z")]
    assert store.add(*things, later, [Source("d", "D")]) == Changes(0, 2, 0, 0, 2)
    assert (store.timeline(), store.history(), store.data_version()) == before


def test_a_known_document_keeps_the_name_it_came_under(store: Store) -> None:
    store.add([(A, A_BYTES)])
    again, data = make_document(A.text, "copy of a.txt")
    assert store.add([(again, data)]) == Changes(documents_known=1)
    assert store.document(A.id).name == "a.txt"


def test_a_better_reading_replaces_the_earlier_one(store: Store) -> None:
    store.add([(A, A_BYTES)])
    better, data = make_document(A.text, "a.txt", title="Found now")
    store.add([(better, data)])
    assert store.documents() == [better]


def test_edits_and_reviews_survive_a_new_parse(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA)])
    event, version = store.event(RA.id)
    store.edit(event.with_(title="Mine"), version, "Ada")
    store.review(RA.id, "accepted", "Ada", "checked")
    store.add([(A, A_BYTES)], [make_event(RA, title="Parsed better", type="movement")])
    now, _ = store.event(RA.id)
    assert (now.title, now.type, now.review.status, now.review.by) == ("Mine", "movement", "accepted", "Ada")
    assert store.extracted()[0].title == "Parsed better"


def test_an_edit_taken_back_by_hand_follows_the_parse_again(store: Store) -> None:
    store.add(events=[make_event(RA)])
    event, version = store.event(RA.id)
    version = store.edit(event.with_(title="Mine"), version, "Ada")
    store.edit(event, version, "Ada")
    store.add(events=[make_event(RA, title="Parsed better")])
    assert store.event(RA.id)[0].title == "Parsed better"


def test_an_export_of_the_store_taken_in_again_changes_nothing(store: Store) -> None:
    add_both(store)
    event, version = store.event(RA.id)
    store.edit(event.with_(title="Mine", when=None), version, "Ada")
    store.review(RA.id, "rejected", "Ada")
    timeline, version = store.timeline(), store.data_version()
    store.add((), timeline.events, timeline.problems, timeline.judgements)
    assert (store.timeline(), store.data_version()) == (timeline, version)
    assert store.extracted()[0].title == "A convoy left"


def test_what_a_new_parse_does_not_tell_any_more_goes_unless_somebody_worked_on_it(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")])
    store.add([(A, A_BYTES)], [make_event(RA)])
    assert [event.id for event in store.events()] == [RA.id]
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")])
    store.review(RA2.id, "accepted", "Ada")
    store.add([(A, A_BYTES)], [make_event(RA)])
    assert [event.id for event in store.events()] == [RA.id, RA2.id]


def test_a_document_handed_in_without_events_loses_none(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA)])
    store.add([(A, A_BYTES)])
    assert len(store.events()) == 1


def test_reports_without_id_do_not_fuse_events(store: Store) -> None:
    first = Event("e1", "One", reports=(Report("", "source", 0, 0, "one"),))
    second = Event("e2", "Two", reports=(Report("", "source", 0, 0, "two"),))
    store.add(events=[first, second])
    store.add(events=[second])
    assert store.events() == [first, second]


# -- merging and splitting ------------------------------------------------------------------------


def test_a_merged_event_keeps_the_id_that_was_there_first(store: Store) -> None:
    store.add([(B, B_BYTES)], [make_event(RB)])
    store.add([(A, A_BYTES)], [make_event(RA, RB)])
    (event,) = store.events()
    assert (event.id, event.reports) == (RB.id, (RA, RB))
    assert store.event(RA.id)[0].id == RB.id


def test_two_kept_events_merge_into_the_first_and_leave_a_redirect(store: Store) -> None:
    store.add([(A, A_BYTES), (B, B_BYTES)], [make_event(RA), make_event(RB, title="Buses")])
    store.add(events=[make_event(RA, RB)])
    assert [event.id for event in store.events()] == [RA.id]
    assert store.event(RB.id)[0].reports == (RA, RB)
    assert {change.what for change in store.history(RB.id)} >= {"added", "merged"}


def test_a_persons_work_goes_on_in_the_merged_event(store: Store) -> None:
    store.add(events=[make_event(RA), make_event(RB, title="Buses")])
    event, version = store.event(RB.id)
    store.edit(event.with_(title="Mine"), version, "Ada")
    store.add(events=[make_event(RA, RB)])
    assert store.event(RB.id)[0].title == "Mine"
    store.add(events=[make_event(RA), make_event(RB, title="Buses")])
    assert (store.event(RA.id)[0].title, store.event(RB.id)[0].title) == ("A convoy left", "Mine")


def test_handing_in_all_reports_apart_splits_the_event(store: Store) -> None:
    add_both(store)
    store.add(events=[make_event(RA), make_event(RB, title="Buses")])
    assert [(event.id, event.reports) for event in store.events()] == [(RA.id, (RA,)), (RB.id, (RB,))]
    version = store.data_version()
    store.add(events=[make_event(RA), make_event(RB, title="Buses")])
    assert store.data_version() == version


def test_one_document_again_does_not_part_what_others_brought_together(store: Store) -> None:
    merged = make_event(RA, RB, RA2)
    store.add([(A, A_BYTES), (B, B_BYTES)], [merged])
    store.add([(A, A_BYTES)], [make_event(RA), make_event(RA2, title="Buses")])
    store.add([(B, B_BYTES)], [make_event(RB, title="Fighters")])
    assert (store.events(), store.data_version()) == ([merged], 1)
    assert store.event(RB.id) == store.event(RA2.id) == (merged, 1)


# -- editing --------------------------------------------------------------------------------------


def test_an_edit_based_on_an_old_version_is_refused_with_both_versions(store: Store) -> None:
    store.add(events=[make_event(RA)])
    event, version = store.event(RA.id)
    store.edit(event.with_(title="Ada's"), version, "Ada")
    with pytest.raises(EditConflict) as conflict:
        store.edit(event.with_(title="Bob's"), version, "Bob")
    mine, theirs = conflict.value.mine, conflict.value.theirs
    assert isinstance(mine, Event)
    assert isinstance(theirs, Event)
    assert (mine.title, theirs.title, store.event(RA.id)[0].title) == ("Bob's", "Ada's", "Ada's")
    with pytest.raises(EditConflict):
        store.review(RA.id, "accepted", "Bob", base_version=version)
    with pytest.raises(EditConflict):
        store.edit(event, 0, "Bob")


def test_evidence_cannot_be_edited(store: Store) -> None:
    store.add(events=[make_event(RA)])
    event, version = store.event(RA.id)
    with pytest.raises(ValueError, match="'reports' is what sources say"):
        store.edit(event.with_(reports=(RB,)), version, "Ada")


def test_an_event_made_by_hand_can_be_edited_entirely(store: Store) -> None:
    mine = Event("mine-1", "I saw it", origin="curated", reports=(Report("mine-1", "my notes", 0, 0, "q"),))
    version = store.edit(mine, 0, "Ada")
    better = mine.with_(title="I saw it twice", reports=(Report("mine-1", "my notes", 0, 0, "better"),))
    store.edit(better, version, "Ada")
    assert store.events() == [better]
    assert [change.what for change in store.history("mine-1")] == ["edited", "added"]


def test_a_hand_made_event_keeps_its_words_when_merging_gives_it_a_report(store: Store) -> None:
    mine = Event("mine-1", "I saw it", origin="curated", reports=(Report("mine-1", "my notes", 0, 0, "q"),))
    store.edit(mine, 0, "Ada")
    store.add((), store.extracted())
    assert (store.events(), store.data_version()) == ([mine], 1)
    store.add(events=[mine.with_(title="Merged", reports=(*mine.reports, RA))])
    event, _ = store.event("mine-1")
    assert (event.title, event.reports) == ("I saw it", (*mine.reports, RA))


def test_judgement_of_a_person_outweighs_the_mergers(store: Store) -> None:
    store.add(judgements=[Judgement((RA.id, RB.id), "same", "merger", "2020-01-01T00:00:00Z")])
    mine = store.judge(RB.id, RA.id, "different", "Ada")
    store.add(judgements=[Judgement((RA.id, RB.id), "same", "merger", "2030-01-01T00:00:00Z")])
    assert store.judgements() == (mine,)
    store.undo(store.history()[0].id, "Ada")
    assert store.judgements()[0].verdict == "same"


def test_a_verdict_needs_two_reports_and_a_known_word(store: Store) -> None:
    for pair, verdict in (((RA.id, RA.id), "same"), ((RA.id, RB.id), "perhaps")):
        with pytest.raises(ValueError, match="no verdict on two reports"):
            store.judge(*pair, verdict, "Ada")  # type: ignore[arg-type]


def test_history_tells_who_when_what_and_why(store: Store) -> None:
    store.add(events=[make_event(RA)], by="import")
    event, version = store.event(RA.id)
    store.edit(event.with_(title="Mine"), version, "Ada", "typo")
    store.review(RA.id, "accepted", "Bob", "read it")
    review, edit, added = store.history(RA.id)
    assert (added.what, added.by) == ("added", "import")
    assert (edit.what, edit.by, edit.why, edit.kind, edit.item) == ("edited", "Ada", "typo", "event", RA.id)
    assert edit.before is not None
    assert edit.after is not None
    assert (edit.before["title"], edit.after["title"]) == ("A convoy left", "Mine")
    assert (review.what, review.by, review.why) == ("reviewed", "Bob", "read it")
    assert edit.at.endswith("Z")
    assert store.history(RB.id) == []
    assert store.history() == [review, edit, added]


# -- removing and taking back ---------------------------------------------------------------------


def test_removing_a_document_takes_its_reports_and_what_only_they_claim(store: Store) -> None:
    add_both(store)
    store.add([(A, A_BYTES), (B, B_BYTES)], [store.events()[0], make_event(RA2, title="Buses")])
    store.remove_document(A.id, "Ada", "wrong file")
    (event,) = store.events()
    assert (event.id, event.reports, event.when, event.conflicts) == (RA.id, (RB,), SEPTEMBER, ())
    assert event.quantities == RB.quantities
    assert store.documents() == [B]
    assert store.sources() == (Source.of(B),)
    with pytest.raises(StoreError):
        store.event(RA2.id)
    assert store.search("buses reached") == set()


def test_a_removal_can_be_taken_back_in_one_step(store: Store) -> None:
    add_both(store)
    store.review(RA.id, "accepted", "Ada")
    before = store.timeline()
    store.remove_document(A.id, "Ada")
    store.undo(store.history()[0].id, "Ada")
    assert store.timeline() == before
    assert store.original(A.id) == A_BYTES
    store.undo(store.history()[0].id, "Ada")
    assert store.documents() == [B]


def test_a_removed_document_comes_back_when_added_again(store: Store) -> None:
    event = make_event(RA)
    store.add([(A, A_BYTES)], [event])
    store.review(RA.id, "accepted", "Ada")
    store.remove_document(A.id, "Ada")
    assert store.timeline().events == ()
    store.add([(A, A_BYTES)], [event])
    assert store.event(RA.id)[0].review.status == "accepted"


def test_the_source_of_an_imported_event_can_be_removed(store: Store) -> None:
    store.add(events=[make_event(RA)], sources=[Source(A.id, "A")])
    store.remove_document(A.id, "Ada")
    assert (store.sources(), store.events()) == ((), [])


def test_problems_of_a_removed_document_go_with_it(store: Store) -> None:
    store.add([(A, A_BYTES)], problems=[Problem("a.txt", None, "w"), Problem("other", None, "w")])
    store.remove_document(A.id, "Ada")
    assert store.problems() == (Problem("other", None, "w"),)


def test_an_edit_can_be_taken_back_but_not_under_a_later_one(store: Store) -> None:
    store.add(events=[make_event(RA)])
    event, version = store.event(RA.id)
    version = store.edit(event.with_(title="Mine"), version, "Ada")
    edit = store.history()[0]
    store.review(RA.id, "accepted", "Ada")
    with pytest.raises(EditConflict):
        store.undo(edit.id, "Ada")
    store.undo(store.history()[0].id, "Ada")
    assert store.event(RA.id)[0] == event.with_(title="Mine")


def test_adding_is_taken_back_while_nobody_worked_on_it(store: Store) -> None:
    store.add([(A, A_BYTES)], [make_event(RA)])
    store.undo(1, "Ada")
    assert (store.events(), store.documents()) == ([], [])
    store.undo(store.history()[0].id, "Ada")
    assert (store.events(), store.documents()) == ([make_event(RA)], [A])
    store.review(RA.id, "accepted", "Bea")
    with pytest.raises(EditConflict):
        store.undo(1, "Ada")


# -- words on names --------------------------------------------------------------------------------

HIT = Place("iq-hit", "Hit", "town", "IQ", "al-Anbar", 33.64, 42.83, 4.0, ("Heet",), "هيت", "curated", 100_000)


def test_a_word_on_a_name_replaces_the_one_before_and_is_taken_back_step_by_step(store: Store) -> None:
    first = store.correct_place(PlaceCorrection("Hit", "not a place", by="Ada", why="a verb here"))
    assert first.at.endswith("Z")
    second = store.correct_place(PlaceCorrection("HIT", "is", HIT, by="Bea"))
    assert store.place_corrections() == (second,)
    assert [change.what for change in store.history()] == ["said", "said"]
    store.undo(store.history()[0].id, "Bea")
    assert store.place_corrections() == (first,)
    store.undo(store.history()[2].id, "Ada")
    assert store.place_corrections() == ()


def test_words_on_one_document_and_on_all_stand_beside_each_other(store: Store) -> None:
    here = store.correct_place(PlaceCorrection("Hit", "not identifiable", document=A.id, by="Ada"))
    everywhere = store.correct_place(PlaceCorrection("Hit", "is", HIT, by="Ada"))
    assert store.place_corrections() == (here, everywhere)
    version = store.data_version()
    store.withdraw_place_correction(here, "Ada")
    assert store.place_corrections() == (everywhere,)
    assert store.data_version() > version
    with pytest.raises(StoreError, match="no word"):
        store.withdraw_place_correction(here, "Ada")


# -- versions, search, threads --------------------------------------------------------------------


def test_data_version_rises_with_every_change_only(store: Store) -> None:
    seen = [store.data_version()]
    store.add(events=[make_event(RA)])
    seen.append(store.data_version())
    store.review(RA.id, "accepted", "Ada")
    seen.append(store.data_version())
    store.events()
    assert seen == sorted(set(seen))
    assert store.data_version() == seen[-1]


SEARCHES = [
    ("convoy", True, "a word of the title"),
    ("CONV", True, "the beginning of a word, any case"),
    ("onvoy", False, "the middle of a word is no beginning"),
    ("convoy arsal", True, "every word counts"),
    ("convoy paris", False, "every word counts"),
    ("hezbollah", True, "an actor"),
    ("dayr az-zawr", True, "words as written of a place"),
    ("zawr-dayr", False, "hyphenated words are found in their order"),
    ("deir ezzor", True, "the resolved name of a place"),
    ("دير", True, "Arabic, of a quote with vowel signs"),
    ("cafe", True, "accents do not matter"),
    ("sanaa", True, "apostrophes do not matter"),
    ("京举", True, "any stretch where words are not spaced"),
    ('"convoy', True, "a quotation mark is no syntax"),
    ("title:convoy", False, "a column filter is two words"),
    ("convoy OR paris", False, "an operator is a word"),
    ("convoy*", True, "an asterisk is no syntax"),
    ("NEAR(convoy arsal)", False, "a function is a word"),
    ("') --", False, "nothing but punctuation finds nothing"),
    ("", False, "nothing finds nothing"),
    ("\x00 \ud800", False, "what no text can hold finds nothing"),
]


@pytest.mark.parametrize(("text", "found", "why"), SEARCHES)
def test_search(store: Store, text: str, found: bool, why: str) -> None:
    report = Report("r", "d", 0, 0, "دَيْر الزور, café, Sana'a, 在北京举行 \x00\udfff")
    event = make_event(
        report, title="A convoy left Arsal", actors=(Actor("Hezbollah"),),
        where=(Where("at", "Dayr az Zawr", "Deir Ezzor"),),
    )  # fmt: skip
    store.add(events=[event, make_event(RB, title="Something else")])
    assert (store.search(text) == {"r"}) is found, why


def test_search_follows_edits(store: Store) -> None:
    store.add(events=[make_event(RA2, title="Before")])
    event, version = store.event(RA2.id)
    store.edit(event.with_(title="Afterwards"), version, "Ada")
    assert (store.search("before"), store.search("afterwards")) == (set(), {RA2.id})


def test_writers_in_threads_lose_nothing(store: Store) -> None:
    store.add(events=[make_event(RA, title="0")])

    def count_up() -> None:
        for _ in range(10):
            while True:
                event, version = store.event(RA.id)
                try:
                    store.edit(event.with_(title=str(int(event.title) + 1)), version, "thread")
                    break
                except EditConflict:
                    continue

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.event(RA.id)[0].title == "40"
    assert len(store.history(RA.id)) == 41


def test_an_event_made_by_hand_is_taken_back_by_undo_and_brought_again(store: Store) -> None:
    store.edit(Event("hand-1", "A meeting nobody reported", when=AUGUST), 0, "Ada", "from my notes")
    store.undo(store.history()[0].id, "Ada")
    assert store.events() == []
    store.undo(store.history()[0].id, "Ada")
    assert [event.title for event in store.events()] == ["A meeting nobody reported"]
    assert {change.kind for change in store.history("hand-1")} == {"event"}


def test_what_was_merged_with_an_older_state_is_not_added(store: Store) -> None:
    version = store.data_version()
    store.add(sources=[Source("s", "somebody else's")])
    document, data = make_document("A convoy left on Wednesday.")
    event = make_event(make_report(document, 0, 13))
    with pytest.raises(StoreChanged):
        store.add([(document, data)], [event], base_version=version)
    assert store.documents() == []
    store.add([(document, data)], [event], base_version=store.data_version())
    assert store.events() == [event]


def test_problems_of_a_file_read_anew_are_forgotten_unless_met_again(store: Store) -> None:
    old, kept, other = (Problem(name, row, "odd") for name, row in (("a.csv", 2), ("a.csv", 3), ("b.csv", 2)))
    store.add(problems=[old, kept, other])
    store.add(problems=[kept], read=["a.csv"])
    assert set(store.problems()) == {kept, other}
    store.add(problems=[old], read=["a.csv"])
    assert set(store.problems()) == {old, other}
