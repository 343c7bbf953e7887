"""All disagreements of a timeline, and how they are told."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.views.differing import SOURCES, day, doer, event, number, place, said, told
from timeline_app.export import write_table
from timeline_app.model import (
    Conflict,
    ConflictValue,
    Event,
    Quantity,
    Report,
    Review,
    Source,
    When,
    Where,
    unguard_cell,
)
from timeline_app.views.claims.claim_words import agreement_line
from timeline_app.views.claims.compare import (
    COLUMNS,
    Choice,
    choose,
    compare_payload,
    disagreements,
    field_choices,
    named_sources,
    same_source,
    source_choices,
    summary,
    table_rows,
    text_lines,
)
from timeline_app.views.claims.evidence import evidence_payload
from timeline_app.views.claims.source_pairs import source_pairs

BUSES = event([number("a", 17, 17, "17 buses"), number("b", 20, 20, "20 buses")], "buses")
TWICE = event([number("a", 300, 300, "300"), number("b", 600, 600, "600")], "twice")
DENIED = event([said("a", "asserted"), said("b", "denied")], "denied")
FITS = event([number("a", 300, 500, "300..500"), number("b", 331, 331, "331"), number("c", 331, 331, "331")], "fits")
PAIR = event([day("a", 28), day("b", When.in_month(2017, 8))], "pair")
REJECTED = event([said("a", "asserted"), said("b", "denied")], "rejected", review=Review("rejected"))
ALL = (FITS, PAIR, REJECTED, BUSES, DENIED, TWICE)


def test_the_largest_stands_first_what_may_all_be_true_last_and_rejected_events_nowhere() -> None:
    found = disagreements(ALL)
    assert [(one.event.id, round(one.size, 2)) for one in found] == [
        ("denied", 1.0), ("twice", 0.5), ("buses", 0.15), ("fits", 0.0), ("pair", 0.0),
    ]  # fmt: skip
    assert disagreements(reversed(ALL)) == found


@pytest.mark.parametrize(
    ("reports", "statement"),
    [
        ([number("a", 17, 17, "17 buses"), number("b", 20, 20, "20 buses")], "17 or 20 buses: 3 apart, no overlap"),
        ([number("b", 600, 600), number("a", 300, 300), number("c", 308, 308)], "300, 308 or 600 buses: up to 300 apart, no value fits all"),
        ([number("a", 270, 330, "about 300 buses"), number("b", 308, 308, "308 buses")], "about 300 or 308 buses: all fit 308"),
        ([number("a", 24, None, "dozens of buses"), number("b", 40, None, "40..")], "dozens or at least 40 buses: all fit 40 or more"),
        ([number("a", 0.5, 0.5), number("b", 1250, 1250)], "0.5 or 1,250 buses: 1,249.5 apart, no overlap"),
        ([day("a", 29), day("b", 28)], "28 August 2017 or 29 August 2017: 1 day apart, no overlap"),
        ([day("a", When.in_month(2017, 8)), day("b", 28)], "August 2017 or 28 August 2017: all fit 28 August 2017"),
        ([day("a", When.throughout(date(2017, 8, 20), date.max)), day("b", When.throughout(date(2017, 8, 25), date.max))],
         "20 August 2017 or later or 25 August 2017 or later: all fit 25 August 2017 or later"),
        ([place("a", "Arsal", 34.179, 36.421), place("b", "Palmyra", 34.562, 38.284)], "Arsal or Palmyra: 174 km apart"),
        ([place("a", "Arsal", 34.179, 36.421), place("b", "Qalamoun", 33.95, 36.6, 35.0)],
         "Arsal or Qalamoun: within each other's reach: it may be one place"),
        ([place("a", "Arsal", 34.179, 36.421), place("b", "the pass", None, None)],
         "Arsal or the pass: how far apart is not known: not all are on the map"),
        ([said("a", "denied"), said("b", "asserted")], "asserted or denied: one says it happened, another says it did not"),
        ([doer("a", "army"), doer("b", "militia")], "army or militia: nobody is named by all"),
    ],
)  # fmt: skip
def test_a_disagreement_is_told_in_one_line(reports: list[Report], statement: str) -> None:
    (one,) = [one for one in disagreements([event(reports)]) if one.statement.startswith(statement[:3])]
    assert one.statement == statement


def test_many_values_are_cut_short_with_their_number() -> None:
    (one,) = disagreements([event([number(f"s{i}", i, i) for i in range(9)])])
    assert one.statement == "0, 1, 2, 3 or 5 other values buses: up to 8 apart, no value fits all"


@pytest.mark.parametrize(
    ("reports", "state"),
    [
        ([day("a", 28), day("b", 29)], "cannot all be true"),
        ([day("a", 28), day("b", When.in_month(2017, 8))], "all may be true"),
        ([place("a", "Arsal", 34.179, 36.421), place("b", "Qalamoun", 33.95, 36.6, 35.0)], "all may be true"),
        ([place("a", "Arsal", 34.179, 36.421), place("b", "Palmyra", 34.562, 38.284)], "cannot all be true"),
        ([doer("a", "army"), doer("b", "militia")], "told differently"),
    ],
)
def test_only_what_contradicts_is_said_to(reports: list[Report], state: str) -> None:
    assert [one.state for one in disagreements([event(reports)])] == [state]


def test_a_field_from_elsewhere_keeps_its_values() -> None:
    colours = Conflict("colour", (ConflictValue("white", ("a",)), ConflictValue("green", ("b",))))
    (one,) = disagreements([event([told("a"), told("b")]).with_(conflicts=(colours,))])
    assert (one.title, one.statement) == ("Colour", "green or white: told in different ways")
    assert (one.state, one.agreement) == ("told differently", "2 sources")


# -- agreement ------------------------------------------------------------------------------------


def whole(document: str, day_of_august: int, name: str | None, buses: float | None) -> Report:
    return told(
        document,
        when=When.on_day(date(2017, 8, day_of_august)),
        where=() if name is None else (Where("at", name, name),),
        quantities=() if buses is None else (Quantity("buses", buses, buses, f"{buses:g} buses"),),
    )


@pytest.mark.parametrize(
    ("reports", "line"),
    [
        ([whole("a", 28, "Arsal", 17), whole("b", 28, "Arsal", 20), whole("c", 28, "Qarah", 22), whole("d", 29, "Nabk", 9)],
         "4 sources: 3 agree on the date, 2 on the place, none on the number of buses"),
        ([whole("a", 28, "Arsal", 17), whole("b", 28, "Arsal", 17)], "2 sources: both agree on the date, the place and the number of buses"),
        ([whole("a", 28, "Arsal", 17), whole("b", 28, None, 17), whole("c", 28, "Arsal", None)],
         "3 sources: all agree on the date, 2 on the place and the number of buses (1 gives none)"),
        ([whole("a", 28, None, None)], ""),
        ([told("a"), told("b")], "2 sources: no two of them tell the same kind of thing"),
        ([said("a", "asserted"), said("b", "denied")], "2 sources: none agree on whether it happened"),
    ],
)  # fmt: skip
def test_the_agreement_of_an_event_in_one_line(reports: list[Report], line: str) -> None:
    assert agreement_line(event(reports)) == line


def test_the_evidence_of_an_event_holds_agreement_statement_and_spread() -> None:
    payload = evidence_payload(BUSES, {}, SOURCES)
    (conflict,) = payload["conflicts"]
    assert payload["agreement"] == "2 sources: none agree on the number of buses"
    assert conflict["statement"] == "17 or 20 buses: 3 apart, no overlap"
    assert [row["source"] for row in conflict["spread"]["rows"]] == ["Convoy leaves", "Defeat on wheels"]
    assert conflict["values"][0] == {"value": "17", "sources": ["Convoy leaves (29 Aug 2017)"]}


# -- choosing -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), ["denied", "twice", "buses", "fits", "pair"]),
        (Choice(strict=True), ["denied", "twice", "buses"]),
        (Choice(fields=("Date",)), ["pair"]),
        (Choice(fields=("Any number",)), ["twice", "buses", "fits"]),
        (Choice(fields=("Number of bus",)), []),
        (Choice(fields=("Number of buses", "Told as")), ["denied", "twice", "buses", "fits"]),
        (Choice(sources=("c",)), ["fits"]),
        (Choice(sources=("a", "c")), ["fits"]),
        (Choice(sources=("nobody",)), []),
        (Choice(events=frozenset(("pair", "twice"))), ["twice", "pair"]),
    ],
)
def test_a_choice_keeps_what_it_names(choice: Choice, expected: list[str]) -> None:
    assert [one.event.id for one in choose(disagreements(ALL), choice)] == expected


def test_by_date_means_the_first_day_undated_last_and_the_larger_first_within_a_day() -> None:
    early, late, none = (
        DENIED.with_(id=name, when=when) for name, when in (("early", 3), ("late", 30), ("none", None))
        for when in [None if when is None else When.on_day(date(2017, 8, when))]
    )  # fmt: skip
    found = disagreements([none, late, TWICE, DENIED, early])
    assert [one.event.id for one in choose(found, Choice(order="date"))] == ["early", "denied", "twice", "late", "none"]


def test_what_can_be_chosen_stands_commonest_first() -> None:
    white = event([number("a", 1, 1, what="white Buses"), number("b", 2, 2, what="Buses")], "white")
    found = disagreements([*ALL, white])
    assert field_choices(found) == ["Any number", "Date", "Told as", "Number of buses"]
    assert source_choices(found) == ["a", "b", "c"]
    assert summary(found, 9) == "6 of 9 disagreements in 6 events; in 2 all may be true"


def test_a_file_named_by_a_hand_made_list_and_its_document_are_one_source() -> None:
    from timeline_app.documents import read_text

    document = read_text("Rebels captured Sukhnah.", name="003-convoy.txt")
    sources = named_sources([document], [Source("003-convoy", "003-convoy"), Source(document.id, "Title")])
    assert {same_source(sources)(name) for name in ("003-convoy", document.id)} == {document.id}


# -- showing --------------------------------------------------------------------------------------


def test_the_table_is_guarded_and_tells_who_says_what() -> None:
    formula = event([number("a", 1, 1), number("c", 2, 2)], "f", title="=cmd|' /C calc'!A0")
    text = "".join(write_table(COLUMNS, table_rows(disagreements([formula, BUSES]), SOURCES)))
    head, *rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert tuple(head) == COLUMNS
    assert len(rows) == 2
    assert [row[1][0] for row in rows] == ["'", "C"]
    assert unguard_cell(rows[0][1]) == "=cmd|' /C calc'!A0"
    assert (
        dict(zip(head, rows[1], strict=True))["values"]
        == "17: Convoy leaves (29 Aug 2017) | 20: Defeat on wheels (2 Sep 2017)"
    )


def test_the_text_to_print_is_a_paragraph_each_in_the_same_order() -> None:
    text = "".join(text_lines(disagreements([BUSES, TWICE]), SOURCES))
    first, second, rest = text.split("\n\n")
    assert first.startswith(
        "1. Number of buses. 300 or 600 buses: 300 apart, no overlap\n   Convoy leaves Qarah (28 August 2017)\n"
    )
    assert "     20: Defeat on wheels (2 Sep 2017)\n" in second
    assert rest == ""


def test_hidden_characters_of_sources_are_shown_and_break_no_line() -> None:
    nasty = event([number("a", 1, 1, "1\u202e"), number("zz\n9. forged\u202e", 2, 2)], title="x\n2. forged \u202eline")
    text = "".join(text_lines(disagreements([nasty]), SOURCES))
    assert "\u202e" not in text
    assert len(text.rstrip().splitlines()) == 5
    assert "\u202e" not in repr(compare_payload(disagreements([nasty]), SOURCES))


def test_a_page_is_numbered_on() -> None:
    page = compare_payload(disagreements(ALL)[2:4], SOURCES, 3)
    assert page["start"] == 3
    assert [item["event"] for item in page["items"]] == ["buses", "fits"]


# -- source against source ------------------------------------------------------------------------


def test_two_sources_agree_on_an_event_when_nothing_both_tell_contradicts() -> None:
    three = event([whole("a", 28, "Arsal", 17), whole("b", 28, "Arsal", 17), whole("c", 29, "Arsal", 17)], "three")
    alone = event([day("a", 28)], "alone")
    pairs = source_pairs([three, BUSES, PAIR, REJECTED, alone], str)
    assert pairs.sources == ["a", "b", "c"]
    assert {pair: pairs.cell(*pair) for pair in (("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), ("a", "z"))} == {
        ("a", "b"): "2 of 3", ("b", "a"): "2 of 3", ("a", "c"): "0 of 1", ("b", "c"): "0 of 1", ("a", "z"): "",
    }  # fmt: skip


def test_documents_of_one_publisher_are_not_compared() -> None:
    pairs = source_pairs([FITS], lambda document: SOURCES[document].publisher)
    assert dict(pairs.both) == {("Agency", "Forum"): 1}


reports = st.lists(
    st.builds(
        whole, st.sampled_from("abcd"), st.integers(1, 5), st.sampled_from(["Arsal", "Qarah", None]), st.sampled_from([17.0, 20.0, None])
    ),
    min_size=1,
    max_size=5,
)  # fmt: skip


@settings(deadline=None)
@given(st.lists(reports, max_size=4), st.randoms())
def test_the_order_of_reports_changes_neither_sizes_nor_agreement(told: list[list[Report]], dice: Any) -> None:
    def outcome(groups: list[list[Report]]) -> tuple[Any, ...]:
        events: list[Event] = [event(group, f"e{i}") for i, group in enumerate(groups)]
        found = disagreements(events)
        pairs = source_pairs(events, str)
        lines = {(one.event.id, one.field, one.size, one.agreeing, one.state) for one in found}
        return lines, dict(pairs.both), dict(pairs.agree)

    shuffled = [dice.sample(group, len(group)) for group in told]
    assert outcome(shuffled) == outcome(told)
