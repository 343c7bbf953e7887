"""Dates and places in words: a table anyone can add a row to."""

from datetime import date

import pytest

from timeline_app.model import Event, Query, When, Where
from timeline_app.views import Ledger, inside_words, summary_line, when_label, where_label
from timeline_app.views.words.labels import gap_words, language_words

D = date
ON = When.on_day

WHENS = [
    (None, "Undated"),
    (ON(D(2017, 8, 30)), "30 August 2017"),
    (ON(D(2017, 8, 30), approximate=True), "about 30 August 2017"),
    (When.in_month(2017, 8), "August 2017"),
    (When.in_year(2015, approximate=True), "about 2015"),
    (When.throughout(D(2017, 8, 16), D(2017, 8, 23)), "16–23 August 2017"),
    (When.within(D(2017, 8, 16), D(2017, 8, 23)), "between 16 and 23 August 2017"),
    (When.throughout(D(2017, 8, 28), D(2017, 9, 3)), "28 August – 3 September 2017"),
    (When.within(D(2016, 12, 28), D(2017, 1, 3)), "between 28 December 2016 and 3 January 2017"),
    (When.within(D(2017, 8, 14), D(2017, 8, 20), precision="week"), "the week of 14–20 August 2017"),
    # whole months stay months, whoever wrote the interval
    (When(D(2017, 8, 1), D(2017, 10, 31), "2017-08/2017-10", "throughout", "range"), "August–October 2017"),
    (When(D(2016, 8, 1), D(2017, 10, 31), "2016-08/2017-10", "throughout", "range"), "August 2016 – October 2017"),
    (When.within(D(2017, 6, 1), D(2017, 8, 31), precision="season"), "between June and August 2017"),
    (When(D(2014, 1, 1), D(2016, 12, 31), "2014/2016", "throughout", "range"), "2014–2016"),
    (When(D(2014, 1, 1), D(2016, 8, 31), "2014/2016-08", "throughout", "range"), "2014 – August 2016"),
    # but days that happen to be a month's first and last were said as days
    (When.throughout(D(2017, 8, 1), D(2017, 8, 31)), "1–31 August 2017"),
    (When(D(2017, 6, 1), D(2017, 8, 31), "2017-22", precision="season"), "summer 2017"),
    (When(D(2017, 7, 1), D(2017, 9, 30), "2017-35", precision="quarter"), "third quarter of 2017"),
    (When(D(2010, 1, 1), D(2019, 12, 31), "201X", precision="decade"), "the 2010s"),
    (When(D(1900, 1, 1), D(1999, 12, 31), "19XX", precision="century"), "the 20th century"),
    (When(D(2017, 8, 1), D(2017, 8, 31), "2017-08-XX", precision="month"), "August 2017"),
    (When(D(2017, 8, 28), D.max, "2017-08-28/..", "throughout", "range"), "28 August 2017 or later"),
    (When(D.min, D(2017, 8, 28), "../2017-08-28", "within", "range"), "28 August 2017 or earlier"),
    # the open end of a file of another program, in the unit it was said in
    (When(D(2017, 8, 1), D.max, "2017-08/..", "throughout", "range"), "August 2017 or later"),
    (When(D.min, D(2017, 12, 31), "[..2017]", "within", "range"), "2017 or earlier"),
    (When(D(2017, 8, 28), D.max, "2016/..", "throughout", "range"), "28 August 2017 or later"),
    (When(D(2017, 8, 28), D.max, "since August", "throughout", "range"), "28 August 2017 or later"),
    (When(D.min, D.max, "..", "within", "range", approximate=True), "some time unknown"),
    (When.within(D(2017, 8, 22), D(2017, 8, 31), approximate=True), "roughly between 22 and 31 August 2017"),
    (When.throughout(D(2017, 8, 22), D(2017, 8, 31), approximate=True), "about 22–31 August 2017"),
    (
        When(D(2017, 8, 28), D(2017, 9, 8), "[2017-08-28,2017-09-08]", precision="range"),
        "28 August 2017 or 8 September 2017",
    ),
    (
        ON(D(2019, 2, 12), alternatives=(ON(D(2019, 12, 2)), ON(D(2019, 2, 12)))),
        "12 February 2019 or 2 December 2019",
    ),
]


@pytest.mark.parametrize(("when", "label"), WHENS, ids=[label for _, label in WHENS])
def test_a_date_reads_as_it_is_known(when: When | None, label: str) -> None:
    assert when_label(when) == label


def test_a_month_never_names_a_day() -> None:
    for month in range(1, 13):
        assert not any(word.isdigit() for word in when_label(When.in_month(2017, month)).split()[:-1])


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "in the range"), (1, "1 day later"), (-3, "3 days earlier"), (-60, "60 days earlier"),
        (61, "2 months later"), (-365, "12 months earlier"), (729, "2 years later"), (-3960, "11 years earlier"),
    ],
)  # fmt: skip
def test_a_distance_is_told_in_the_unit_one_would_say_it_in(days: int, words: str) -> None:
    assert gap_words(days) == words


PLACES = [
    ((), "No place"),
    ((Where("at", "Deir ez-Zor", "Deir Ezzor"),), "Deir Ezzor"),
    ((Where("at", "Hmeimeh", status="unresolved"),), "Hmeimeh"),
    (
        (Where("to", "Abu Kamal"), Where("from", "Qalamoun"), Where("via", "Homs"), Where("via", "Sukhnah")),
        "from Qalamoun via Homs, Sukhnah to Abu Kamal",
    ),
    ((Where("near", "Palmyra"), Where("near", "Palmyra")), "near Palmyra"),
    ((Where("near", "Palmyra"), Where("from", "Homs")), "from Homs, near Palmyra"),
    ((Where("at", "a\u202eb"),), "a⟦RLO⟧b"),
]


@pytest.mark.parametrize(("where", "label"), PLACES, ids=[label for _, label in PLACES])
def test_places_read_in_their_roles(where: tuple[Where, ...], label: str) -> None:
    assert where_label(Event("1", "t", where=where)) == label


LEDGER = Ledger(61, rejected=0, filtered=32, undated=4, unplaced=2, shown=23)


@pytest.mark.parametrize(
    ("query", "span", "line"),
    [
        (
            Query(first=D(2017, 8, 14), last=D(2017, 9, 14)),
            None,
            "23 of 61 events, 14 Aug to 14 Sep 2017, 4 undated, 2 more without place",
        ),
        (
            Query(),
            (D(2016, 8, 14), D(2017, 9, 14)),
            "23 of 61 events, 14 Aug 2016 to 14 Sep 2017, 4 undated, 2 more without place",
        ),
        (Query(first=D(2017, 8, 14)), None, "23 of 61 events, from 14 Aug 2017, 4 undated, 2 more without place"),
        (Query(last=D(2017, 8, 14)), None, "23 of 61 events, up to 14 Aug 2017, 4 undated, 2 more without place"),
        (
            Query(first=D(2017, 8, 14), last=D(2017, 8, 14)),
            None,
            "23 of 61 events, 14 Aug 2017, 4 undated, 2 more without place",
        ),
    ],
)
def test_the_header_counts_and_names_the_range(query: Query, span: tuple[date, date] | None, line: str) -> None:
    assert summary_line(LEDGER, query, span) == line


def test_the_header_keeps_still_about_what_is_not_there() -> None:
    assert summary_line(Ledger(1, shown=1), Query()) == "1 of 1 event"


@pytest.mark.parametrize(("tag", "words"), [("en", "English"), ("en-GB", "English (en-GB)"), ("xx", "xx"), ("", "")])
def test_a_language_is_said_by_its_name(tag: str, words: str) -> None:
    assert language_words(tag) == words


@pytest.mark.parametrize(
    ("ledger", "words"),
    [
        (Ledger(9, shown=9, certain=3, possible=5), "5 possibly inside, 3 of them certainly"),
        (Ledger(9, shown=9, certain=0, possible=1), "1 possibly inside, none of them certainly"),
        (Ledger(9, shown=9, certain=4, possible=4), "4 possibly inside, all of them certainly"),
        (Ledger(9, filtered=5, undated=4), ""),
    ],
)
def test_what_is_inside_is_told_where_something_is(ledger: Ledger, words: str) -> None:
    assert inside_words(ledger, Query(first=D(2030, 1, 1))) == words
