"""The library: states, counts, how a day is known, finding and sorting."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app.model import Description, Document, Event, Problem, Publication, Report, Review, Source, sha256_hex
from timeline_app.views.tasks.source_list import evidence_words, found_in, in_order, library

DAY = date(2017, 8, 30)


def document(name: str, **rest: object) -> Document:
    return Document(name, sha256_hex(name.encode()), name, **rest)  # type: ignore[arg-type]


def event(number: int, source: str, status: str = "draft") -> Event:
    return Event(f"e{number}", "t", reports=(Report(f"r{number}", source, 0, 0, ""),), review=Review(status))  # type: ignore[arg-type]


READ = document("read.txt", title="B", publications=(Publication(DAY, "stamp", "30/8"),))
TORN = document("torn.txt", title="A", problems=(Problem("torn.txt", 1, "torn"),))
MUTE = document("mute.txt", title="École")
EVENTS = [event(1, READ.id, "accepted"), event(2, READ.id, "rejected"), event(3, READ.id), event(4, TORN.id),
          event(5, "my notes")]  # fmt: skip
ROWS = library(
    {one.id: one for one in (READ, TORN, MUTE)},
    {"d1": Source("d1", "Archive", published="2017-09-01")},
    EVENTS,
    [Description("d1", publisher="Said")],
    {READ.id: ("2026-11-20T00:00:00Z", "Ada"), MUTE.id: ("2026-11-21T00:00:00Z", "Bea")},
)


def test_events_entered_by_hand_are_no_reviewed_ones_and_name_their_list() -> None:
    by_hand = [event(number, "A paper", "accepted").with_(origin="curated") for number in (1, 2)]
    (paper,) = library({}, {}, by_hand, lists={"e1": "events.csv"})
    assert (paper.state, paper.events, paper.by_hand, paper.reviewed, paper.accepted) == ("entered by hand", 2, 2, 0, 0)
    assert (paper.file, paper.has_text) == ("events.csv", False)


def test_each_source_has_its_state_and_counts() -> None:
    told = [(row.file or row.title, row.state, row.events, row.reviewed, row.accepted, row.problems) for row in ROWS]
    assert told == [
        ("read.txt", "read", 3, 2, 1, 0),
        ("torn.txt", "read with problems", 1, 0, 0, 1),
        ("mute.txt", "no events", 0, 0, 0, 0),
        ("Archive", "described only", 0, 0, 0, 0),
        ("my notes", "described only", 1, 0, 0, 0),
    ]
    assert [row.has_text for row in ROWS] == [True, True, True, False, False]
    assert [row.described for row in ROWS] == [False, False, False, True, False]
    assert (ROWS[0].added_by, ROWS[3].published, ROWS[3].evidence) == ("Ada", "2017-09-01", "as imported")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("option", "given"), ("sidecar", "given in a file beside it"), ("front matter", "in the text"),
        ("stamp", "in the text"), ("dateline", "in the text"), ("meta", "in the metadata"),
        ("file name", "in the file's name"),
    ],
)  # fmt: skip
def test_how_a_day_is_known(source: str, words: str) -> None:
    assert evidence_words(document("x", publications=(Publication(DAY, source, ""),))) == words  # type: ignore[arg-type]


def test_a_persons_word_on_the_day_is_named() -> None:
    said = Description(READ.id, published=DAY, by="Ada")
    assert evidence_words(said.of_document(READ), said) == "given by Ada"
    unknown = Description(READ.id, undated=True, by="Ada")
    assert evidence_words(unknown.of_document(READ), unknown) == "said to be unknown by Ada"
    assert evidence_words(MUTE) == "none"


def test_sources_are_found_without_accents_and_by_state() -> None:
    assert [row.title for row in found_in(ROWS, "ecole")] == ["École"]
    assert [row.title for row in found_in(ROWS, "", "described only")] == ["Archive", "my notes"]
    assert [row.title for row in found_in(ROWS, "txt ada")] == ["B"]


@pytest.mark.parametrize(
    ("order", "titles"),
    [
        ("Order they came in", "B A École Archive my notes"),
        ("Title", "A Archive B École my notes"),
        ("Published, earliest first", "B Archive A École my notes"),
        ("Most events first", "B A my notes École Archive"),
        ("Newest arrival first", "École B A Archive my notes"),
        ("Most problems first", "A B École Archive my notes"),
        ("Least reviewed first", "B A my notes École Archive"),
    ],
)
def test_sources_are_sorted(order: str, titles: str) -> None:
    assert " ".join(row.title for row in in_order(ROWS, order)) == titles


def test_a_source_that_names_a_kept_article_has_its_day() -> None:
    _, named, blog = library({READ.id: READ}, {}, [event(1, "read.txt"), event(2, "a blog")])
    assert (named.published, named.evidence, named.state) == (DAY.isoformat(), "article of that name", "described only")
    assert (blog.published, blog.evidence) == ("unknown", "none")
