"""Which sources can be right together: one rule for conflicts, agreement and comparison."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.merge import (
    agreeing,
    are_compatible,
    can_all_be_true,
    claims_of,
    documents_of,
    fields_of,
    find_conflicts,
    head_of,
)
from timeline_app.model import Actor, Quantity, Report, When, Where

AUGUST = date(2017, 8, 1)


def report(document: str, **told: object) -> Report:
    return Report(f"r-{document}", document, 0, 0, "", **told)  # type: ignore[arg-type]


def counted(document: str, low: float | None, high: float | None, what: str = "buses") -> Report:
    return report(document, quantities=(Quantity(what, low, high, f"{low} to {high} {what}"),))


def dated(document: str, first: int, last: int) -> Report:
    return report(document, when=When.within(AUGUST + timedelta(first), AUGUST + timedelta(last)))


@pytest.mark.parametrize(
    ("ranges", "together"),
    [
        ([(17, 17), (20, 20)], ""),
        ([(17, 17), (17, 17)], "ab"),
        ([(17, 17), (20, 20), (15, 18)], "ac"),
        ([(24, None), (None, 40), (300, 300)], "ab"),  # a tie with "ac": the first by name
        ([(270, 330), (308, 308), (600, 600), (300, 310)], "abd"),
        ([(None, None), (5, 5)], "ab"),
    ],
)
def test_the_largest_group_that_one_number_fits_agrees(
    ranges: list[tuple[float | None, float | None]], together: str
) -> None:
    claims = claims_of("quantity: buses", [counted(name, *pair) for name, pair in zip("abcd", ranges, strict=False)])
    assert agreeing(claims) == frozenset(together)


def test_a_source_that_contradicts_itself_agrees_with_nobody() -> None:
    both = report("a", quantities=(Quantity("buses", 17, 17, "17 buses"), Quantity("buses", 3, 3, "3 buses")))
    claims = claims_of("quantity: buses", [both, counted("b", 17, 17), counted("c", 17, 17)])
    assert agreeing(claims) == {"b", "c"}
    assert not can_all_be_true(claims)


def test_a_source_that_tells_it_twice_agrees_by_either_report() -> None:
    again = replace(dated("a", 15, 15), id="r-a-2")
    claims = claims_of("when", [dated("a", 12, 12), again, dated("b", 12, 12), dated("c", 20, 20)])
    assert agreeing(claims) == {"a", "b"}
    assert not can_all_be_true(claims)


def test_the_place_claimed_is_the_finest_that_is_told() -> None:
    bank = Where("at", "the Euphrates", "Euphrates", "e", 34.6, 40.95, 400.0, kind="river")
    town = Where("near", "Khasham", "Khasham", "k", 35.29, 40.28, 5.0, kind="town")
    (claim,) = claims_of("where", [report("a", where=(bank, town))])
    assert claim.value == "Khasham"


def test_a_province_leaves_room_for_its_towns_and_a_town_for_itself_only() -> None:
    province = report("a", where=(Where("at", "the province", "Deir Ezzor Governorate", "p", 35.3, 40.1, 120.0),))
    town = report("b", where=(Where("near", "Khasham", "Khasham", "k", 35.29, 40.28, 5.0),))
    other = report("c", where=(Where("at", "Mayadin", "Al-Mayadin", "m", 35.02, 40.45, 5.0),))
    assert can_all_be_true(claims_of("where", [province, town]))
    assert not can_all_be_true(claims_of("where", [town, other]))
    assert agreeing(claims_of("where", [province, town, other])) in ({"a", "b"}, {"a", "c"})


def test_the_killed_are_counted_together_whoever_they_were() -> None:
    """ "Five soldiers and three civilians" of one source are the eight people of another."""
    two = (
        Quantity("soldiers killed", 5, 5, "five soldiers"),
        Quantity("civilians killed", 3, 3, "three civilians"),
    )
    parts = replace(report("a", quantities=two), quote="It killed five soldiers and three civilians.")
    whole = report("b", quantities=(Quantity("people killed", 8, 8, "8 people"),))
    (field,) = [field for field in fields_of([parts, whole]) if field.startswith("quantity")]
    claims = claims_of(field, [parts, whole])
    assert [claim.bounds for claim in claims] == [(8, 8), (8, 8)]
    assert claims[0].value == "five soldiers and three civilians"


def test_who_counts_one_group_of_the_dead_leaves_room_for_others() -> None:
    civilians = report("a", quantities=(Quantity("civilians killed", 34, 34, "34 civilians"),))
    soldiers = report("b", quantities=(Quantity("soldiers killed", 12, 12, "12 soldiers"),))
    anybody = report("c", quantities=(Quantity("people killed", 17, 17, "17 people"),))
    fewer = report("d", quantities=(Quantity("civilians killed", 20, 20, "20 civilians"),))
    field = "quantity: civilians killed"
    assert can_all_be_true(claims_of(field, [civilians, soldiers]))
    assert not can_all_be_true(claims_of(field, [civilians, anybody]))
    assert not can_all_be_true(claims_of(field, [civilians, fewer]))


def test_a_country_s_circle_holds_no_town_of_another() -> None:
    country = report("a", where=(Where("at", "Syria", "Syria", "s", 35.0, 38.5, 425.0, kind="country"),))
    town = report("b", where=(Where("at", "Beirut", "Beirut", "b", 33.9, 35.5, 10.0, kind="city"),))
    assert not can_all_be_true(claims_of("where", [country, town]))


def test_the_dead_of_whom_some_are_told_are_no_count_of_all() -> None:
    assert head_of("of the dead") != head_of("people killed") == head_of("dead")


def test_a_publication_date_that_stands_in_is_no_claim_of_the_source() -> None:
    guess = report("a", when=When.on_day(AUGUST, basis="publication"))
    assert claims_of("when", [guess, dated("b", 0, 0)]) == claims_of("when", [dated("b", 0, 0)])


def test_numbers_of_other_things_in_the_same_words_are_not_compared() -> None:
    """A hand-made list writes "300" for fighters and for tents; only what is counted tells them apart."""
    fighters = [Quantity("fighters", 300, 300, "300"), Quantity("fighters", 300, 310, "300..310")]
    tents = Quantity("tents", 5, 5, "300")
    reports = [report("a", quantities=(fighters[0], tents)), report("b", quantities=(fighters[1],))]
    (conflict,) = find_conflicts(reports)
    assert are_compatible(conflict, reports)


def test_fighters_of_one_source_are_the_militants_of_another() -> None:
    reports = [counted("a", 120, 120, "Islamic State fighters"), counted("b", 45, 45, "Islamic State militants")]
    assert [conflict.field for conflict in find_conflicts(reports)] == ["quantity: Islamic State fighters"]
    apart = [counted("a", 120, 120, "fighters"), counted("b", 45, 45, "civilians")]
    assert find_conflicts(apart) == ()


def who(document: str, *names: str) -> Report:
    return report(document, actors=tuple(Actor(name, "source") for name in names))


@pytest.mark.parametrize(
    ("told", "differ"),
    [
        ([("coalition",), ("Islamic State",)], True),
        ([("coalition", "army"), ("coalition",)], False),
        ([("coalition",), ()], False),
        ([("x", "y"), ("y", "z"), ("z", "x")], True),
    ],
)
def test_who_did_it_is_disputed_when_nobody_is_named_by_all(told: list[tuple[str, ...]], differ: bool) -> None:
    reports = [who(name, *names) for name, names in zip("abc", told, strict=False)]
    assert ("actors" in {conflict.field for conflict in find_conflicts(reports)}) is differ


def test_only_what_two_sources_tell_can_be_compared() -> None:
    place = (Where("at", "Arsal", "Arsal"),)
    one, other = report("a", where=place, when=When.on_day(AUGUST)), report("b", where=place)
    assert fields_of([one, other, counted("a", 1, 1)]) == ["where", "modality"]


def test_numbers_without_words_are_told_apart_by_their_bounds() -> None:
    reports = [
        report(name, quantities=(Quantity("buses", low, high),)) for name, low, high in (("a", 17, 17), ("b", 20, None))
    ]
    (conflict,) = find_conflicts(reports)
    assert [value.value for value in conflict.values] == ["17", "20.."]


def test_a_count_of_nothing_is_no_fault() -> None:
    assert head_of("") == ""
    assert head_of("people killed") == head_of("dead")
    assert fields_of([counted("a", 1, 1, ""), counted("b", 2, 2, "")]) == ["modality", "quantity: "]


days = st.tuples(st.integers(0, 20), st.integers(0, 9))
told = st.lists(st.tuples(st.sampled_from("abcde"), days), min_size=1, max_size=8)


@given(told, st.randoms())
def test_all_agree_exactly_when_all_can_be_true_in_any_order(
    told: list[tuple[str, tuple[int, int]]], dice: object
) -> None:
    reports = [dated(name, first, first + length) for name, (first, length) in told]
    claims = claims_of("when", reports)
    shuffled = list(claims)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    names = set(documents_of(claims))
    if len(names) > 1:
        assert (agreeing(claims) == names) is can_all_be_true(claims)
    assert agreeing(shuffled) == agreeing(claims)
    assert can_all_be_true(shuffled) is can_all_be_true(claims)
