"""What holds for every text: offsets, order, intervals, EDTF, time linear in length."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf as parse_by_library
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.growth import grows_in_proportion
from timeline_app.temporal import find_dates, parse_edtf
from timeline_app.temporal.rules import RULES

HOSTILE = Path(__file__).parents[3] / "shared" / "hostile"

PIECES = st.sampled_from(
    ["28 August 2017", "12/02/19", "last week", "two days later", "the 20th", "May", "since ", "from ", " to ", "-", "/", ",", ". ",
     "Monday", " night", "in recent weeks", "1914-18", "264 BC", "the 1870s", "\n\n", "\u200b", "\u202e", "٢٠٢٤", "early ", "the end of ",
     "next year", "of last year", "a century ago", "half a century ago", "the first quarter", "overnight", "3-Mar-05", "Eid al-Fitr 0000", "7,5", "9999", "0000", "31 December 9999", "Eid al-Fitr ", "آب", "24:00", "12 p.m. ", "the ", "ago "]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)
)
DAYS = st.one_of(st.none(), st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_any_text_gives_mentions_that_lie_in_it_in_order(text: str, published: date | None) -> None:
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert mention.reason
        end = mention.end


@settings(max_examples=400, deadline=None)
@given(TEXTS, DAYS)
def test_any_interval_says_the_same_in_edtf(text: str, published: date | None) -> None:
    for mention in find_dates(text, published):
        if mention.when is None:
            continue
        assert mention.timex_type in {"DATE", "TIME"}
        assert mention.when.earliest <= mention.when.latest
        assert mention.when.reason
        parsed = parse_by_library(mention.when.edtf)
        assert date(*parsed.lower_strict()[:3]) == mention.when.earliest
        assert date(*parsed.upper_strict()[:3]) == mention.when.latest
        again = parse_edtf(mention.when.edtf)
        assert (again.earliest, again.latest) == (mention.when.earliest, mention.when.latest)


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1/", "12/", "1.", " ", "January ", "1 January, ", "Mon. ", "the ", "5-", "1:", "28 آب "]
)
def test_time_grows_in_proportion_to_the_text(unit: str) -> None:
    assert grows_in_proportion(lambda text: find_dates(text, date(2017, 9, 2)), unit, 25_000)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.name}: {rule.example}")
def test_each_rule_reads_its_own_example(rule) -> None:  # type: ignore[no-untyped-def]
    found = find_dates(f"On 14 June 2015 it began. They came in {rule.example}.", date(2017, 9, 2))
    assert len(found) > 1 or rule.name in {
        "no such day",
        "day beside",
        "that time",
        "the unit",
        "ordinal day",
        "short year",
        "noon",
    }


@pytest.mark.skipif(not HOSTILE.is_dir(), reason="the shared folder is not here")
@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("doc_invalid_dates.txt", set()),
        ("doc_other_digits.txt", {date(2024, 1, 5)}),
        ("doc_zero_width.txt", {date(2024, 1, 5)}),
        ("doc_bidi.txt", {date(2024, 1, 5)}),
        ("doc_long_digits.txt", {date(2024, 1, 5)}),
    ],
)
def test_hostile_documents_give_only_the_days_they_tell(name: str, days: set[date]) -> None:
    text = (HOSTILE / name).read_text("utf-8")
    assert {m.when.earliest for m in find_dates(text, None) if m.when} == days


@pytest.mark.parametrize(
    ("text", "published", "day", "others"),
    [
        ("On 01/02/2024 it fell.", None, date(2024, 2, 1), {date(2024, 1, 2)}),
        ("On 01/02/2024 it fell, on 13/02/2024 it rose.", None, date(2024, 2, 1), set()),
        ("On 01/02/2024 it fell, on 02/13/2024 it rose.", None, date(2024, 1, 2), set()),
        ("On 01/02/2024 it fell, on 13/02/2024 and on 02/13/2024.", None, date(2024, 2, 1), {date(2024, 1, 2)}),
        ("12-02-19 12:56:00", date(2019, 2, 12), date(2019, 2, 12), set()),
        ("On 31/12/69 it fell.", None, date(1969, 12, 31), {date(2069, 12, 31)}),
        ("On 31/12/68 it fell.", None, date(2068, 12, 31), {date(1968, 12, 31)}),
        ("On 31/12/16 it fell.", date(2017, 9, 2), date(2016, 12, 31), set()),
    ],
)
def test_doubt_of_numeric_dates_is_kept_unless_evidence_decides(
    text: str, published: date | None, day: date, others: set[date]
) -> None:
    when = find_dates(text, published)[0].when
    assert when is not None
    assert when.earliest == when.latest == day
    assert {other.earliest for other in when.alternatives} == others


def test_a_reason_is_a_sentence_with_its_anchor() -> None:
    (mention,) = find_dates("He was shot on Wednesday.", date(2017, 9, 2))
    assert mention.reason == "'Wednesday' before publication on 2 September 2017 is 30 August 2017"
    assert mention.when is not None
    assert (mention.when.basis, mention.when.anchor) == ("relative", "publication on 2 September 2017")
