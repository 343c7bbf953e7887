"""How doubtful an event is: each reason told, no further doubt ever lowers the score."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import Candidate, Conflict, ConflictValue, Event, Place, Quantity, Report, When, Where
from timeline_app.views.tasks.doubt import KINDS, WEIGHT_WORDS, WEIGHTS, Doubt, doubt_score, doubts, weigh

DAY = When.on_day(date(2017, 8, 30))
OTHER = When.on_day(date(2017, 12, 8))
CITY = Place("homs", "Homs", "city", "SY", "Homs", 34.73, 36.72, 10.0)
FAR = Place("homs-ly", "Homs", "town", "LY", "Murqub", 32.65, 14.26, 10.0)
AROUND = Place("homs-gov", "Homs Governorate", "governorate", "SY", "Homs", 34.7, 37.3, 120.0)


def where(score: float = 0.9, *others: Candidate, **changes: object) -> Where:
    return Where.of(Candidate(CITY, score), "at", "Homs", others).with_(**changes)


def event(**changes: object) -> Event:
    return Event("e", "A convoy left Homs", when=DAY, where=(where(),)).with_(**changes)


def reports(*told: tuple[When | None, str, Quantity | None]) -> tuple[Report, ...]:
    return tuple(
        Report(f"r{n}", f"d{n}", 0, 0, "", when, (Where("at", place, place),), (count,) if count else ())
        for n, (when, place, count) in enumerate(told)
    )


def conflict(field: str, *values: str) -> Conflict:
    return Conflict(field, tuple(ConflictValue(value, (f"d{n}",)) for n, value in enumerate(values)))


ROWS = [
    ({}, [], "nothing to doubt"),
    ({"when": None}, ["it has no date: the sources give none"], "undated"),
    ({"when": DAY.with_(basis="publication")}, ["the date is only a guess: no words tell its day"], "a guess"),
    ({"when": DAY.with_(basis="inherited")}, ["the date is carried on from the sentence before"], "inherited"),
    (
        {"when": DAY.with_(alternatives=(OTHER,))},
        ["the date can be read in several ways: 30 August 2017 or 8 December 2017"],
        "day and month may be exchanged",
    ),
    ({"where": ()}, ["no place is named"], "no place"),
    ({"where": (Where("at", "Nowhere"),)}, ["“Nowhere” could not be found in the gazetteer"], "unknown name"),
    (
        {"where": (Where("at", "Homs", candidates=(Candidate(CITY, 0.6), Candidate(FAR, 0.58))),)},
        ["“Homs” could not be placed: Homs (city) 0.60, Homs (town) 0.58"],
        "too close to call",
    ),
    ({"where": (where(0.5),)}, ["“Homs” was taken for Homs, with a score of only 0.50"], "a low score"),
    (
        {"where": (where(0.8, Candidate(FAR, 0.75)),)},
        ["two places may bear the name “Homs”: Homs (city) 0.80, Homs (town) 0.75"],
        "a close runner-up",
    ),
    ({"where": (where(0.8, Candidate(AROUND, 0.79)),)}, [], "a city and its own governorate are no rivals"),
    ({"where": (where(0.2, status="confirmed"),)}, [], "a person confirmed it"),
    ({"where": (Where("at", "Homs", status="rejected"),)}, [], "a person said nobody can tell"),
    (
        {"where": (where(0.4, reasons=("inherited from the sentence before",)),)},
        ["the place Homs is carried on from the sentence before"],
        "carried on",
    ),
    (
        {"where": (where(0.4, reasons=("lent by the story: it told its last deed there",)),)},
        ["the place Homs is carried on from the story around it"],
        "lent by the story",
    ),
    ({"modality": "denied"}, ["told as something that did not happen"], "denied"),
    ({"modality": "planned"}, ["told as a plan, not as something that happened"], "planned"),
    ({"modality": "claimed"}, ["told as somebody's claim"], "claimed"),
    (
        {"title": "They left craters"},
        ["the title begins with “They”, which only another sentence explains"],
        "nobody can tell who",
    ),
    ({"title": "Thessaloniki was left"}, [], "a name that begins like a pronoun"),
    (
        {"published": (date(2017, 8, 29), date(2017, 8, 29))},
        ["reported on 2017-08-29, before the day it is dated: 2017-08-30"],
        "does not fit the world",
    ),
    (
        {
            "reports": reports((DAY, "Homs", None), (OTHER, "Hama", None)),
            "conflicts": (conflict("when", "2017-08-30", "2017-12-08"), conflict("where", "Homs", "Hama")),
        },
        [
            "the sources disagree on the date: 30 August 2017; 8 December 2017",
            "the sources disagree on the place: Hama; Homs",
        ],
        "two disagreements",
    ),
    (
        {
            "reports": reports(
                (DAY, "Homs", Quantity("buses", 300, 310, "about 300 buses")),
                (DAY, "Homs", Quantity("buses", 308, 308, "308 buses")),
            ),
            "conflicts": (conflict("quantity: buses", "about 300 buses", "308 buses"),),
        },
        [],
        "both can be true",
    ),
]


@pytest.mark.parametrize(("changes", "expected", "remark"), ROWS, ids=[row[2] for row in ROWS])
def test_every_doubt_says_its_reason(changes: dict[str, object], expected: list[str], remark: str) -> None:
    found = doubts(event(**changes))
    assert [doubt.reason for doubt in found] == expected, remark
    assert doubt_score(found) == pytest.approx(1 - _product(found), abs=0.006)


def _product(found: tuple[Doubt, ...]) -> float:
    left = 1.0
    for doubt in found:
        left *= 1 - doubt.weight
    return left


def test_text_of_sources_is_made_visible_in_reasons() -> None:
    (found,) = doubts(event(where=(Where("at", "Ho\u202ems"),)))
    assert "⟦RLO⟧" in found.reason


a_doubt = st.builds(Doubt, st.sampled_from(list(KINDS)), st.sampled_from(list(WEIGHTS.values())), st.just("why"))


@given(st.lists(a_doubt, max_size=20), st.lists(a_doubt, max_size=5))
def test_more_doubts_never_lower_the_score(some: list[Doubt], more: list[Doubt]) -> None:
    assert 0 <= doubt_score(some) <= doubt_score([*some, *more]) <= 1
    assert doubt_score([*some, *more]) == doubt_score([*more, *some])


WORSE = {
    # not "publication": a guess is no longer held against the day it was reported, one doubt goes as the other comes
    "when": lambda e: e.with_(when=e.when.with_(basis="inherited") if e.when else None),
    "alternatives": lambda e: e.with_(when=e.when.with_(alternatives=(OTHER,)) if e.when else None),
    "where": lambda e: e.with_(where=(*e.where, where(0.3))),
    "rival": lambda e: e.with_(where=(*e.where, where(0.8, Candidate(FAR, 0.79)))),
    "unresolved": lambda e: e.with_(where=(*e.where, Where("to", "Nowhere"))),
    "conflict": lambda e: e.with_(conflicts=(*e.conflicts, conflict("where", "Homs", "Hama"))),
    "modality": lambda e: e.with_(modality="denied"),
    "title": lambda e: e.with_(title="It left"),
    "world": lambda e: e.with_(published=(date(2017, 1, 1), date(2017, 1, 1))),
}


@given(st.lists(st.sampled_from(sorted(WORSE)), max_size=8, unique=True), st.sampled_from(sorted(WORSE)))
def test_an_event_that_gets_worse_is_never_less_doubtful(done: list[str], then: str) -> None:
    before = event()
    for name in done:
        before = WORSE[name](before)
    assert doubt_score(doubts(WORSE[then](before))) >= doubt_score(doubts(before))


def test_only_parsed_events_are_weighed_and_only_changed_ones_anew() -> None:
    same, changed, by_hand = event(), event(id="f"), event(id="h", origin="curated")
    first = weigh([same, changed, by_hand])
    assert sorted(first) == ["e", "f"]
    second = weigh([same, changed.with_(when=None), by_hand], first)
    assert second["e"] is first["e"]
    assert second["f"].score > first["f"].score


def test_every_reason_for_doubt_has_words_for_readers() -> None:
    assert list(WEIGHT_WORDS) == list(WEIGHTS)
