"""One event as a form: what is not changed stays to the letter, what is faulty is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from timeline_app.model import Actor, Event, Quantity, Report, When, Where
from timeline_app.pipeline.form_words import FormWords, beside, event_in_words, words_of

DAY = When.on_day(date(2017, 8, 30), text="Wednesday", basis="relative")
FIGHTERS = Quantity("fighters", 300, 300, "about 300 fighters")
EVENT = Event(
    "e1", "A convoy\u202e left", "movement", summary="long", when=DAY, where=(Where("from", "Arsal"),),
    actors=(Actor("Hezbollah", "source"),), quantities=(FIGHTERS, Quantity("buses", None, None, "several buses")),
    reports=(
        Report("e1", "BBC", 0, 0, "A convoy left.", when=DAY, quantities=(FIGHTERS,)),
        Report("d1", "doc", 4, 20, "words of a document", title="A convoy"),
    ),
    origin="curated", url="javascript:kept as text",
)  # fmt: skip


def typed(**changes: object) -> FormWords:
    return replace(words_of(EVENT), **changes)  # type: ignore[arg-type]


def test_a_form_that_was_only_opened_changes_nothing() -> None:
    assert event_in_words(EVENT, words_of(EVENT)) == (EVENT, [])


def test_every_field_is_kept() -> None:
    words = typed(
        title=" Buses left ", summary="short", type="talks", modality="denied", date="2017-08-16/2017-08-23", time="06:30 GMT",
        places=(Where("from", "Arsal"), Where("to", "Sukhnah")), url="https://example.org/",
        actors=[{"name": "Syrian army", "role": "target"}, {"name": None, "role": None}],
        numbers=[{"what": "dead", "low": 3.0, "high": 5.0, "text": None}, {"what": "fighters", "low": 300, "high": 300, "text": "about 300 fighters"}],
        sources=[
            {"id": "e1", "source": "BBC", "quote": "A convoy left.", "date": "", "numbers": "fighters=300"},
            {"id": None, "source": "AFP", "quote": "It left later.", "date": "late August 2017", "numbers": "fighters=400"},
        ],
    )  # fmt: skip
    made, faults = event_in_words(EVENT, words)
    assert faults == []
    assert made.when is not None
    assert (made.title, made.summary, made.type, made.modality) == ("Buses left", "short", "talks", "denied")
    assert (made.when.edtf, made.when.basis, made.when.time) == ("2017-08-16/2017-08-23", "curated", "06:30 GMT")
    assert [where.role for where in made.where] == ["from", "to"]
    assert made.actors == (Actor("Syrian army", "target"),)
    assert made.quantities == (Quantity("dead", 3, 5, "3..5"), FIGHTERS)
    bbc, afp, document = made.reports
    assert (bbc.id, bbc.when, bbc.quantities) == ("e1", made.when, (FIGHTERS,))
    assert afp.when is not None
    assert (afp.document, afp.when.edtf) == ("AFP", "[2017-08-21..2017-08-31]")
    assert [(one.what, one.low) for one in afp.quantities] == [("fighters", 400)]
    assert document == EVENT.reports[1]
    assert {conflict.field for conflict in made.conflicts} == {"when", "quantity: fighters"}


FAULTS = [
    ({"title": " "}, "Title: is empty"),
    ({"date": "2017-99"}, "Date: '2017-99': there is no month 99 (likely mistake: a slip of the keys)"),
    ({"date": "2017-13"}, "Date: '2017-13': there is no month 13 (likely mistake: day and month are exchanged)"),
    ({"date": "", "time": "06:30"}, "Date: the time '06:30' stands without a date (likely mistake: the date was left out)"),
    ({"time": "25:10"}, "Date: '25:10' is no time of day (likely mistake: hours and minutes are exchanged)"),
    ({"actors": [{"name": "x", "role": "king"}]}, "Actors: 'king' is none of source, target, speaker, other"),
    ({"numbers": [{"what": "", "low": 3.0}]}, "Numbers: row 1 does not say what is counted"),
    ({"numbers": [{"what": "dead", "low": 9.0, "high": 3.0}]}, "Numbers: row 1 ('dead') is reversed: are low and high exchanged?"),
    ({"numbers": [{"what": "dead"}]}, "Numbers: row 1 ('dead') has no number"),
    ({"sources": [{"date": "2017"}]}, "Sources: row 1 names no source and quotes nothing"),
    ({"sources": [{"source": "AFP", "date": "soon"}]}, "Sources: row 1: 'soon' is no date in EDTF"),
    ({"sources": [{"source": "AFP", "numbers": "many"}]}, "Sources: row 1: 'many' is not written what=number"),
    ({"url": "ftp://x"}, "Link: 'ftp://x' is no link"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "line"), FAULTS)
def test_a_field_that_cannot_be_taken_is_named(changes: dict[str, object], line: str) -> None:
    _, faults = event_in_words(EVENT, typed(**changes))
    assert [fault[: len(line)] for fault in faults] == [line]


def test_what_documents_say_of_a_parsed_event_stays() -> None:
    parsed = EVENT.with_(origin="parsed")
    made, faults = event_in_words(parsed, replace(words_of(parsed), date="2018", sources=[]))
    assert faults == []
    assert made.reports == parsed.reports


def test_two_people_are_put_together_where_they_do_not_meet() -> None:
    mine, theirs = EVENT.with_(title="Mine"), EVENT.with_(type="talks")
    both = beside(EVENT, mine, theirs)
    assert both is not None
    assert (both.title, both.type) == ("Mine", "talks")
    assert beside(EVENT, mine, EVENT.with_(title="Theirs")) is None
    assert beside(EVENT, mine, mine) == mine
