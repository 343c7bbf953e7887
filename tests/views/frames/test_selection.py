"""Filters keep what they promise, and every event is counted once."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import EVENT_TYPES, Actor, Event, Query, Report, Review, When, Where
from timeline_app.views import (
    Ledger,
    day_number,
    day_of,
    events_frame,
    facets,
    facets_in_view,
    nearest,
    select,
    what_hides,
)
from timeline_app.views.frames.selection import inside

D = date
AT = Where("at", "Deir ez-Zor", "Deir Ezzor", "sy-dz", 35.3, 40.1)
LOST = Where("at", "Nowhere", status="unresolved")
AUGUST = When.in_month(2017, 8)


def event(name: str, when: When | None = None, **rest: Any) -> Event:
    rest.setdefault("where", (AT,))
    return Event(name, rest.pop("title", name), when=when, **rest)


def kept(query: Query, *events: Event) -> list[str]:
    return [found.id for found in select(events_frame(events), query).events]


def test_rows_come_in_date_order_with_undated_last() -> None:
    events = [event("undated"), event("month", AUGUST), event("day", When.on_day(D(2017, 8, 1))),
              event("early", When.on_day(D(2016, 1, 1)))]  # fmt: skip
    assert kept(Query(), *events) == ["early", "day", "month", "undated"]


RANGES = [
    # first, last, certainty, kept?
    (D(2017, 8, 1), D(2017, 8, 31), "certain", True, "the whole month lies inside"),
    (D(2017, 8, 10), D(2017, 8, 12), "possible", True, "some day of the month may be one of these"),
    (D(2017, 8, 10), D(2017, 8, 12), "certain", False, "but nobody knows"),
    (D(2017, 8, 31), None, "possible", True, "the last day counts"),
    (None, D(2017, 8, 1), "possible", True, "the first day counts"),
    (D(2017, 9, 1), None, "possible", False, "the day after does not"),
    (None, D(2017, 7, 31), "possible", False, "nor the day before"),
    (None, None, "certain", True, "without a range all is inside"),
]


@pytest.mark.parametrize(("first", "last", "certainty", "passes"), [r[:4] for r in RANGES], ids=[r[4] for r in RANGES])
def test_a_month_against_a_range(first: date | None, last: date | None, certainty: Any, passes: bool) -> None:
    query = Query(first=first, last=last, certainty=certainty)
    assert kept(query, event("month", AUGUST)) == (["month"] if passes else [])


def test_what_lasted_is_certain_as_soon_as_it_overlaps() -> None:
    siege = event("siege", When.throughout(D(2017, 8, 1), D(2017, 8, 31)))
    assert kept(Query(first=D(2017, 8, 10), last=D(2017, 8, 12), certainty="certain"), siege) == ["siege"]


def test_any_reading_of_an_ambiguous_date_is_possible_and_all_are_needed_for_certainty() -> None:
    two = event("two", When.on_day(D(2019, 2, 12), alternatives=(When.on_day(D(2019, 12, 2)),)))
    december = Query(first=D(2019, 12, 1), last=D(2019, 12, 31))
    assert kept(december, two) == ["two"]
    ledger = select(events_frame([two]), december).ledger
    assert (ledger.possible, ledger.certain) == (1, 0)


SOMEONE = event(
    "1",
    AUGUST,
    title="Évacuation of fighters",
    summary="A convoy.",
    type="movement",
    actors=(Actor("Ḥizbullāh", "source"),),
    reports=(Report("r", "doc1", 0, 5, "They left Qalamoun."),),
    published=(D(2017, 9, 2), D(2017, 9, 4)),
)
FILTERS = [
    (Query(text="EVACUATION convoy"), True, "every word, whatever case or accent"),
    (Query(text="evacuation bus"), False, "one word is missing"),
    (Query(text="qalamoun"), True, "in the quote"),
    (Query(text="hizbullah"), True, "in an actor"),
    (Query(text="deir-ez-zor"), True, "in a place as written, with other hyphens"),
    (Query(text="  "), True, "no word at all"),
    (Query(types=("movement", "strike")), True, "one of the types"),
    (Query(types=("strike",)), False, "another type"),
    (Query(actors=("hizbullah",)), True, "an actor in another spelling of accents"),
    (Query(actors=("hizb",)), False, "part of a name is no name"),
    (Query(places=("sy-dz",)), True, "a place by id"),
    (Query(places=("deir ezzor",)), True, "a place by name"),
    (Query(places=("Raqqa",)), False, "another place"),
    (Query(sources=("doc1",)), True, "a source"),
    (Query(sources=("DOC1",)), False, "sources are exact"),
    (Query(known_by=D(2017, 9, 2)), True, "known on that day"),
    (Query(known_by=D(2017, 9, 1)), False, "not yet known"),
    (Query(origins=("curated",)), False, "parsed, not curated"),
    (Query(reviews=("draft",)), True, "still a draft"),
    (Query(reviews=("accepted",)), False, "not accepted yet"),
]


@pytest.mark.parametrize(("query", "passes"), [r[:2] for r in FILTERS], ids=[r[2] for r in FILTERS])
def test_each_part_of_the_filter(query: Query, passes: bool) -> None:
    assert kept(query, SOMEONE) == (["1"] if passes else [])


def test_unknown_publication_is_not_known_by_any_day() -> None:
    assert kept(Query(known_by=D(9999, 12, 31)), event("1", AUGUST)) == []


def test_guessed_dates_can_be_left_out() -> None:
    guess = event("guess", AUGUST.with_(basis="publication"))
    assert kept(Query(), guess) == ["guess"]
    assert kept(Query(guesses=False), guess) == []


def test_undated_events_stay_in_a_range_unless_told_otherwise() -> None:
    undated, in_2017 = event("undated"), Query(first=D(2017, 1, 1))
    assert kept(in_2017, undated) == ["undated"]
    assert kept(Query(first=D(2017, 1, 1), undated=False), undated) == []


def test_rejected_events_appear_only_when_asked_for() -> None:
    rejected = event("no", AUGUST, review=Review("rejected"))
    assert select(events_frame([rejected]), Query()).ledger == Ledger(1, rejected=1)
    assert kept(Query(reviews=("rejected",)), rejected) == ["no"]


def test_the_ledger_counts_each_event_once_in_its_order() -> None:
    events = [
        event("rejected and undated", None, review=Review("rejected")),
        event("filtered and undated", None, type="strike"),
        event("undated and unplaced", None, where=(LOST,)),
        event("unplaced", AUGUST, where=(LOST,)),
        event("shown", AUGUST),
    ]
    ledger = select(events_frame(events), Query(types=("other",))).ledger
    assert ledger == Ledger(5, rejected=1, filtered=1, undated=1, unplaced=1, shown=1, certain=2, possible=2)
    assert ledger.kept == 3


def test_a_ledger_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="do not add up to 3"):
        Ledger(3, shown=2)


days = st.dates(D(1900, 1, 1), D(2100, 1, 1))


@st.composite
def anything(draw: st.DrawFn) -> Event:
    first = draw(days)
    when = draw(
        st.one_of(
            st.none(),
            st.builds(
                lambda make, length: make(first, first + timedelta(days=length)),
                st.sampled_from([When.within, When.throughout]),
                st.integers(0, 4000),
            ),
        )
    )
    return Event(
        draw(st.uuids()).hex,
        draw(st.text(max_size=8)),
        draw(st.sampled_from(list(EVENT_TYPES))),
        when=when,
        where=draw(st.sampled_from([(), (AT,), (LOST,), (AT, LOST)])),
        review=Review(draw(st.sampled_from(["draft", "accepted", "rejected"]))),
    )


@given(st.lists(anything(), max_size=8), st.lists(days, min_size=2, max_size=2), st.booleans(), st.booleans())
def test_the_ledger_adds_up_and_the_frame_agrees_with_the_model(
    events: list[Event], ends: list[date], certain: bool, undated: bool
) -> None:
    first, last = sorted(ends)
    query = Query(first=first, last=last, certainty="certain" if certain else "possible", undated=undated)
    found = select(events_frame(events), query)
    assert found.ledger.total == len(events)
    assert found.ledger.kept == len(found.frame)
    assert found.ledger.certain <= found.ledger.possible
    expected = {e.id for e in events if e.review.status != "rejected" and _passes(e, query)}
    assert {e.id for e in found.events} == expected


def _passes(event: Event, query: Query) -> bool:
    if event.when is None:
        return query.undated
    check = event.when.inside if query.certainty == "certain" else event.when.overlaps
    return check(query.first, query.last)


@given(days)
def test_day_numbers_return(day: date) -> None:
    assert day_of(day_number(day)) == day


def test_days_count_from_1970() -> None:
    assert [day_number(D(1970, 1, 1)), day_number(D(1969, 12, 31)), day_number(D(2000, 1, 1))] == [0, -1, 10957]


NEAREST = [
    (Query(first=D(2017, 9, 3), last=D(2017, 9, 9)), ("month", -3, "3 days earlier, August 2017: month")),
    (Query(first=D(2017, 1, 1), last=D(2017, 7, 31)), ("month", 1, "1 day later, August 2017: month")),
    (
        Query(first=D(2017, 8, 3), last=D(2017, 8, 4), certainty="certain"),
        ("month", 0, "in the range, August 2017: month"),
    ),
    (Query(first=D(2018, 1, 1), types=("strike",)), None),
]


@pytest.mark.parametrize(("query", "found"), NEAREST)
def test_an_empty_range_offers_the_nearest_event(query: Query, found: tuple[str, int, str] | None) -> None:
    frame = events_frame([event("month", AUGUST), event("old", When.in_year(1999)), event("undated")])
    assert nearest(frame, query) == found


def test_facets_count_events_and_join_spellings() -> None:
    events = [
        event("1", actors=(Actor("SDF"), Actor("sdf"))),
        event("2", actors=(Actor("SDF"),), type="strike", where=(LOST,)),
    ]
    found = facets(events_frame(events))
    assert found["actor"] == [("SDF", 2)]
    assert found["type"] == [("other", 1), ("strike", 1)]
    assert found["place"] == [("Deir Ezzor", 1), ("Nowhere", 1)]
    assert set(found) == {"type", "actor", "place", "source", "origin", "review"}


def test_lone_surrogates_and_no_events_are_no_obstacle() -> None:
    assert kept(Query(text="a"), event("1", title="a\ud800")) == ["1"]
    assert select(events_frame([]), Query(text="x", first=D(2017, 1, 1))).ledger == Ledger(0)


PARTS = [
    # date, how much of it lies in 10 to 12 August 2017
    (When.on_day(D(2017, 8, 11)), 1.0, "a day inside"),
    (When.on_day(D(2017, 8, 20)), 0.0, "a day outside"),
    (When.within(D(2017, 8, 11), D(2017, 8, 14)), 0.5, "two of four days"),
    (AUGUST, 0.1, "three of 31 days"),
    (When.throughout(D(2017, 8, 1), D(2017, 8, 31)), 1.0, "what lasted was going on"),
    (When.on_day(D(2017, 8, 11), alternatives=(When.on_day(D(2017, 11, 8)),)), 0.5, "one of two readings"),
    (None, 1.0, "nothing is known against an undated event"),
]


@pytest.mark.parametrize(("when", "part"), [row[:2] for row in PARTS], ids=[row[2] for row in PARTS])
def test_how_much_of_a_date_lies_inside(when: When | None, part: float) -> None:
    shares = inside(events_frame([event("e", when)]), Query(first=D(2017, 8, 10), last=D(2017, 8, 12)))
    assert shares is not None
    assert shares[0] == pytest.approx(part, abs=0.005)


def test_without_a_range_nothing_is_said_of_what_lies_inside() -> None:
    assert inside(events_frame([event("e", AUGUST)]), Query(text="x")) is None


def test_a_facet_counts_what_it_would_show_beside_the_rest_of_the_filter() -> None:
    events = [
        event("a", type="strike", actors=(Actor("ISIS"),)), event("b", type="strike", actors=(Actor("isis"),)),
        event("c", type="talks", actors=(Actor("ISIS"),)), event("d", type="talks", actors=(Actor("Army"),)),
    ]  # fmt: skip
    frame = events_frame(events)
    query = Query(types=("strike",))
    counts = facets_in_view(frame, query, select(frame, query), facets(frame))
    assert counts["type"] == {"strike": 2, "talks": 2}, "its own choice does not narrow a facet"
    assert counts["actor"] == {"ISIS": 2, "Army": 0}


def test_an_empty_view_says_which_parts_of_the_filter_hide_what() -> None:
    frame = events_frame([event("a", When.on_day(D(2017, 8, 1)), type="strike"), event("b", type="talks")])
    assert what_hides(frame, Query(types=("strike",), text="b")) == [("the types", 1), ("the words", 1)]
    assert what_hides(frame, Query(types=("strike",), text="zzz", actors=("nobody",))) == []


def test_what_hides_everything_reads_after_without() -> None:
    frame = events_frame([event("undated"), event("placed", AUGUST)])
    query = Query(first=D(2030, 1, 1), undated=False)
    assert [words for words, _ in what_hides(frame, query)] == ["leaving out undated events", "the dates"]


def told(document: str, when: When | None) -> Report:
    return Report(document, document, 0, 0, "", when)


SECOND, THIRD = When.on_day(D(2017, 9, 2)), When.on_day(D(2017, 9, 3))

DISPUTED = [
    # the event's date, its reports' dates, the day asked for, possibly, certainly
    (THIRD, (THIRD, SECOND), D(2017, 9, 2), True, False, "a day one source names"),
    (THIRD, (THIRD, SECOND), D(2017, 9, 3), True, False, "the best day, which another source contradicts"),
    (THIRD, (THIRD, SECOND), D(2017, 9, 4), False, False, "a day nobody names"),
    (THIRD, (THIRD, When.in_month(2017, 9)), D(2017, 9, 3), True, True, "a month leaves room for the day"),
    (THIRD, (THIRD, When.in_month(2017, 9)), D(2017, 9, 9), False, False, "and dates nothing beside it"),
    (THIRD, (THIRD, SECOND.with_(basis="publication")), D(2017, 9, 2), False, False, "publication is no claim"),
    (THIRD.with_(basis="curated"), (THIRD, SECOND), D(2017, 9, 2), False, False, "a correction ends the dispute"),
    (THIRD.with_(basis="curated"), (THIRD.with_(basis="curated"), SECOND), D(2017, 9, 2), True, False,
     "a hand-made list is a source like others"),
    (SECOND, (THIRD,), D(2017, 9, 3), False, False, "one report contradicts nobody"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "reports", "day", "possible", "certain"), [r[:5] for r in DISPUTED], ids=[r[5] for r in DISPUTED]
)
def test_a_disputed_date_may_be_each_of_those_told(
    when: When, reports: tuple[When, ...], day: date, possible: bool, certain: bool
) -> None:
    disputed = event("x", when, reports=tuple(told(f"d{n}", one) for n, one in enumerate(reports)))
    asked = Query(first=day, last=day)
    assert bool(kept(asked, disputed)) is possible
    assert bool(kept(Query(first=day, last=day, certainty="certain"), disputed)) is certain
    frame = events_frame([disputed])
    shares = inside(frame, asked)
    assert shares is not None
    assert (shares.tolist() != [0.0]) == possible
    assert (shares.tolist() == [1.0]) == certain
