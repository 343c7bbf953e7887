"""A list of hand-made events edited as rows: what is kept, what is refused where, and what meets somebody else's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from timeline_app.model import Actor, Candidate, Event, Place, Quantity, Report, When, Where
from timeline_app.pipeline.entered_dates import EXAMPLES, WORDS, explain_date
from timeline_app.pipeline.hand_made import beyond_the_row, cells_of
from timeline_app.pipeline.list_edits import (
    ListRow,
    differences,
    fault_lines,
    insisted,
    judged,
    remark_lines,
    save_rows,
    with_edits,
)
from timeline_app.store import MemoryStore, Store

SUKHNAH = Place("sy-sukhnah", "Sukhnah", "town", "SY", "Homs", 34.88, 38.87, 4.0)
DAY = When.on_day(date(2017, 8, 30), basis="curated")


class Places:
    """A gazetteer of one place."""

    def lookup(self, name: str, country: str | None = None, admin1: str | None = None) -> Sequence[Candidate]:
        return [Candidate(SUKHNAH, 0.9, ("the name",))] if name == "Sukhnah" else []


def full_event() -> Event:
    fighters = Quantity("fighters", 300, 300, "about 300 fighters")
    return Event(
        "e1", "A convoy left", "movement", when=DAY, where=(Where("from", "Arsal", "Arsal", "lb-arsal", 34.2, 36.4),),
        actors=(Actor("Hezbollah", "source"),), quantities=(fighters, Quantity("buses", None, None, "several buses")),
        reports=(
            Report("e1", "BBC", 0, 0, "A convoy left.", when=DAY, quantities=(fighters,)),
            Report("e2", "AFP", 0, 0, "It left on Thursday.", when=When.on_day(date(2017, 8, 31))),
            Report("d1", "doc", 4, 20, "words of a document", title="A convoy"),
        ),
        origin="curated",
    )  # fmt: skip


@pytest.fixture
def store() -> Store:
    kept = MemoryStore()
    kept.add(events=[full_event(), Event("e9", "Another", origin="curated")])
    return kept


def opened(store: Store) -> list[ListRow]:
    return [ListRow.of(*store.event(event.id)) for event in store.events()]


def edit(store: Store, by: str = "Ada", *, remove: bool = False, **state: object):
    return save_rows(store, with_edits(opened(store), state), Places(), by, "", remove)


def test_a_changed_cell_changes_that_and_nothing_else(store: Store) -> None:
    before = full_event()
    done = edit(store, edited_rows={0: {"title": "The convoy left"}})
    after, _ = store.event("e1")
    assert (done.line, done.left) == ("1 changed", ())
    assert after == before.with_(title="The convoy left", conflicts=after.conflicts)


def test_a_changed_date_goes_to_the_sources_that_said_the_same(store: Store) -> None:
    edit(store, edited_rows={0: {"date": "2017-09"}})
    event, _ = store.event("e1")
    assert event.when is not None
    assert [report.when and report.when.edtf for report in event.reports] == ["2017-09", "2017-08-31", None]


def test_numbers_keep_their_words_where_the_count_is_the_same(store: Store) -> None:
    edit(store, edited_rows={0: {"numbers": "fighters=300 | dead=5.."}})
    words = [(count.what, count.text) for count in store.event("e1")[0].quantities]
    assert words == [("fighters", "about 300 fighters"), ("dead", "5.."), ("buses", "several buses")]


def test_source_and_quote_are_the_authors_and_documents_stay(store: Store) -> None:
    edit(store, edited_rows={0: {"quote": "A convoy left Arsal."}})
    told = [(report.document, report.quote) for report in store.event("e1")[0].reports]
    assert told == [("BBC", "A convoy left Arsal."), ("AFP", "It left on Thursday."), ("doc", "words of a document")]


def test_a_new_row_becomes_an_event_of_its_own(store: Store) -> None:
    row = {
        "title": "A blast", "date": "late August 2017", "type": "attack", "place": "Sukhnah", "role": "near",
        "actors": "Islamic State (source) | Syrian army", "numbers": "dead=3..5", "source": "AFP", "quote": "Three died.",
        "url": "https://example.org/a", "note": "one source only",
    }  # fmt: skip
    done = edit(store, added_rows=[row, {}, {"title": None}])
    assert done.line == "1 new"
    event = store.events()[-1]
    assert event.when is not None
    assert (event.when.edtf, event.type, event.origin) == ("[2017-08-21..2017-08-31]", "attack", "curated")
    assert [(where.role, where.place_id) for where in event.where] == [("near", "sy-sukhnah")]
    assert event.actors == (Actor("Islamic State", "source"), Actor("Syrian army"))
    assert [(report.id, report.document, report.quote) for report in event.reports] == [
        (event.id, "AFP", "Three died.")
    ]
    assert event.reports[0].when == event.when
    assert (event.url, event.summary, event.review.status) == ("https://example.org/a", "one source only", "accepted")


FAULTS = [
    ({"title": " "}, "Row 3, Title: is empty"),
    ({"title": "x", "date": "2017-13"}, "Row 3 (x), Date: '2017-13': there is no month 13"),
    ({"title": "x", "date": "2017-02-30"}, "Row 3 (x), Date: '2017-02-30': there is no 30 February 2017"),
    ({"title": "x", "type": "party"}, "Row 3 (x), Type: 'party' is none of agreement,"),
    ({"title": "x", "role": "under", "place": "Sukhnah"}, "Row 3 (x), Role: 'under' is none of at, from"),
    ({"title": "x", "place": "138.5, 34.2"}, "Row 3 (x), Place: latitude 138.5 is beyond 90"),
    ({"title": "x", "numbers": "many"}, "Row 3 (x), Numbers: 'many' is not written what=number"),
    ({"title": "x", "numbers": "dead=9..3"}, "Row 3 (x), Numbers: 'dead=9..3' is reversed"),
    ({"title": "x", "url": "javascript:alert(1)"}, "Row 3 (x), Link: 'javascript:alert(1)' is no link"),
    ({"title": "x" * 301}, "Row 3 (xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…), Title: 301 characters are too many"),
]


@pytest.mark.parametrize(("cells", "line"), FAULTS)
def test_a_faulty_cell_is_named_and_only_its_row_is_not_saved(store: Store, cells: dict[str, str], line: str) -> None:
    done = edit(store, added_rows=[{**cells, "note": "n"}, {"title": "A good one"}])
    assert done.line.startswith(f"1 new, 1 row not saved: {line}")
    assert [event.title for event in store.events()][2:] == ["A good one"]
    assert [row.after["note"] for row in done.left] == ["n"]


def test_a_place_nobody_knows_is_kept_as_written_with_a_remark(store: Store) -> None:
    rows = with_edits(opened(store), {"added_rows": [{"title": "x", "place": "Nowhere", "type": "talks"}]})
    found = judged(rows, Places())
    assert fault_lines(found) == []
    assert remark_lines(found) == [
        "Row 3 (x), Place: place 'Nowhere' has no coordinates and is not in the gazetteer; kept as written, without a point"
    ]
    save_rows(store, rows, Places(), "Ada")
    assert [(w.text, w.status, w.lat) for w in store.events()[-1].where] == [("Nowhere", "unresolved", None)]


def test_coordinates_in_the_place_cell_are_a_point(store: Store) -> None:
    edit(store, added_rows=[{"title": "x", "place": "34.55, 38.28"}, {"title": "y", "place": "34°33'N, 38°17'E"}])
    points = [(where.lat, where.lon) for event in store.events()[2:] for where in event.where]
    assert points == [(34.55, 38.28), (pytest.approx(34.55), pytest.approx(38.2833, abs=1e-3))]


def test_a_deleted_row_goes_only_when_asked_and_one_undo_takes_all_back(store: Store) -> None:
    before = store.events()
    state = {"deleted_rows": [1], "edited_rows": {0: {"title": "New words"}}, "added_rows": [{"title": "x"}]}
    done = edit(store, **state)
    assert done.line == "1 new, 1 changed"
    assert [row.name for row in done.left] == ["Another"]
    assert done.step is not None
    store.undo(done.step, "Ada")
    done = edit(store, remove=True, **state)
    assert done.line == "1 new, 1 changed, 1 removed"
    assert [event.title for event in store.events()] == ["New words", "x"]
    assert done.step is not None
    store.undo(done.step, "Ada")
    assert store.events() == before


def test_two_people_who_change_different_cells_both_keep_them(store: Store) -> None:
    rows = with_edits(opened(store), {"edited_rows": {0: {"title": "Mine"}}})
    event, version = store.event("e1")
    store.edit(event.with_(type="talks"), version, "Bea")
    assert save_rows(store, rows, Places(), "Ada").line == "1 changed"
    assert (store.event("e1")[0].title, store.event("e1")[0].type) == ("Mine", "talks")


def test_the_second_of_two_who_change_one_cell_sees_both_and_loses_nothing(store: Store) -> None:
    state = {"edited_rows": {0: {"title": "Mine", "note": "too"}}, "added_rows": [{"title": "x"}]}
    rows = with_edits(opened(store), state)
    event, version = store.event("e1")
    store.edit(event.with_(title="Theirs"), version, "Bea")
    done = save_rows(store, rows, Places(), "Ada")
    assert done.line == "1 new, 1 changed by somebody else meanwhile, see below"
    (one,) = done.unsettled
    assert [row.after["note"] for row in done.left] == ["too"]
    assert {"Cell": "Title", "Yours": "Mine", "Theirs": "Theirs"} in differences(one)
    assert store.event("e1")[0].title == "Theirs"
    assert insisted(store, one, Places(), "Ada").line == "1 changed"
    assert (store.event("e1")[0].title, store.event("e1")[0].summary) == ("Mine", "too")


def test_what_somebody_removed_meanwhile_comes_back_only_when_insisted(store: Store) -> None:
    rows = with_edits(opened(store), {"edited_rows": {1: {"title": "Mine"}}})
    store.remove_event("e9", 1, "Bea")
    (one,) = save_rows(store, rows, Places(), "Ada").unsettled
    assert differences(one) == [{"Cell": "The event", "Yours": "Mine", "Theirs": "removed"}]
    assert insisted(store, one, Places(), "Ada").line == "1 new"
    assert [event.title for event in store.events()] == ["A convoy left", "Mine"]


def test_a_row_removed_here_and_changed_there_is_asked_about(store: Store) -> None:
    rows = with_edits(opened(store), {"deleted_rows": [1]})
    event, version = store.event("e9")
    store.edit(event.with_(title="Theirs"), version, "Bea")
    (one,) = save_rows(store, rows, Places(), "Ada", remove=True).unsettled
    assert differences(one) == [{"Cell": "Title", "Yours": "removed", "Theirs": "Theirs"}]
    assert insisted(store, one, Places(), "Ada").line == "1 removed"
    assert len(store.events()) == 1


def test_positions_count_the_rows_that_are_shown(store: Store) -> None:
    rows = with_edits(opened(store), {"deleted_rows": [0]})
    assert [row.is_pending for row in rows] == [True, False]
    again = with_edits(rows, {"edited_rows": {0: {"title": "The second"}, 7: {"title": "no such row"}}})
    assert [row.after["title"] for row in again] == ["A convoy left", "The second"]


def test_the_row_says_what_it_does_not_show() -> None:
    assert beyond_the_row(full_event()) == "1 more source, 1 more report"
    assert cells_of(full_event())["numbers"] == "fighters=300"


def test_hostile_words_stay_words(store: Store) -> None:
    hostile = "{{1337*1337}} <img src=x onerror=1> ![x](http://canary.invalid/a.png)\u202e"
    edit(store, added_rows=[dict.fromkeys(("title", "actors", "source", "quote", "note", "place"), hostile)])
    event = store.events()[-1]
    assert (event.title, event.where[0].text, event.reports[0].document) == (hostile, hostile, hostile)
    assert "⟦RLO⟧" in cells_of(event)["title"]


BLOCKS = [
    ("One\t2017-09-01\tstrike\nTwo\tlate August 2017\tparty", [("One", "2017-09-01", "strike"), ("Two", "late August 2017", "party")], "as the table"),
    ("Date\tTitle\tRegion\tEvent type\n2017\tOne\tEast\ttalks", [("One", "2017", "talks")], "columns named in the first line"),
    ('"One,\ntwo"\t2017', [("One,\ntwo", "2017", "")], "a cell of two lines"),
    ("One\t2017\n\n\t\n", [("One", "2017", "")], "empty lines"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "cells", "why"), BLOCKS)
def test_a_block_pasted_into_one_cell_becomes_rows(
    store: Store, block: str, cells: list[tuple[str, ...]], why: str
) -> None:
    rows = with_edits(opened(store), {"added_rows": [{"title": block}]})[2:]
    assert [(row.after["title"], row.after["date"], row.after["type"]) for row in rows] == cells, why


def test_a_thousand_pasted_rows_are_one_step(store: Store) -> None:
    done = edit(store, added_rows=[{"title": f"Event {n}", "date": "2017-08"} for n in range(1000)])
    assert done.line == "1000 new"
    assert len(store.events()) == 1002
    assert done.step is not None
    store.undo(done.step, "Ada")
    assert len(store.events()) == 2


# -- dates ----------------------------------------------------------------------------------------

MEANINGS = [
    ("2017-08-16/2017-08-23", "16 to 23 August 2017: went on throughout", ""),
    ("late August 2017", "roughly between 21 and 31 August 2017: on some day of these"
     " (kept as [2017-08-21..2017-08-31])", ""),
    ("between 16 and 23 Aug 2017", "between 16 and 23 August 2017: on some day of these"
     " (kept as [2017-08-16..2017-08-23])", ""),
    ("about 28 August 2017", "about 28 August 2017: on that day or near it (kept as 2017-08-28~)", ""),
    ("2017-08", "August 2017: some time in that month; no day is claimed", ""),
    ("", "Undated: no date is known.", ""),
    ("2017-13", "", "'2017-13': there is no month 13 (likely mistake: day and month are exchanged)"),
    ("after 3 May 2018", "", "'after 3 May 2018' is not a date as a whole, only '3 May 2018' in it is"
     " (likely mistake: a span needs both ends)"),
    ("09/12/2017", "", "'09/12/2017' may be 9 December 2017 or 12 September 2017: write 2017-12-09 or 2017-09-12"),
    ("13/12/2017", "13 December 2017: on that day (kept as 2017-12-13)", ""),
    ("12 Sept", "", "'12 Sept' needs another day to be understood (likely mistake: the year is missing)"),
    ("soon", "", "'soon' is no date in EDTF (likely mistake: write year-month-day, e.g. 2017-08-30, 2017-08 or"
     " 2017-08-28/2017-08-31). Words are read as well, such as 30 August 2017 or late August 2017"),
    ("Wednesday", "", "'Wednesday' needs another day to be understood (likely mistake: the year is missing)"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "meaning", "fault"), MEANINGS)
def test_a_typed_date_is_explained(typed: str, meaning: str, fault: str) -> None:
    read = explain_date(typed)
    assert (read.meaning, read.fault) == (meaning, fault)


@pytest.mark.parametrize("typed", [*EXAMPLES, *WORDS])
def test_every_example_shown_is_read(typed: str) -> None:
    assert explain_date(typed).when is not None
