"""What does not fit the world, or itself, is said; what fits is left in peace."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.merge import are_compatible, check_event, find_conflicts
from timeline_app.model import Conflict, ConflictValue, Event, Quantity, Report, When
from timeline_app.pipeline import parse_document


def parsed(sentence: str) -> Event:
    (event,) = parse_document(read_text(sentence, published=date(2017, 9, 2)), load_gazetteer())
    return event


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Fighters signed a truce in Qalamoun at the Syrian-Iraqi border on Monday.", "lie at least"),
        ("Officials said 40 people were killed, including 60 civilians.", "more than the whole"),
        ("The convoy travelled from Beirut to Tehran on Monday.", "too far for a day"),
    ],
)
def test_what_does_not_fit_is_told_with_its_reason(sentence: str, reason: str) -> None:
    assert [reason in told for told in check_event(parsed(sentence))] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Jets struck Homs and Aleppo on Monday.",
        "Fighters signed a truce in Arsal near the Lebanese border on Monday.",
        "Officials said 60 people were killed, including 40 civilians.",
        "A convoy of 17 buses, including 300 fighters, left the town.",
        "The convoy travelled from Homs to Palmyra on Monday.",
        "The army will attack Raqqa next Friday.",
    ],
)
def test_what_fits_is_left_in_peace(sentence: str) -> None:
    assert check_event(parsed(sentence)) == ()


def test_news_cannot_come_before_its_event() -> None:
    event = parsed("Rebels captured Sukhnah on Monday.")
    early = event.with_(when=When.on_day(date(2017, 9, 10)))
    assert ["before the day it is dated" in told for told in check_event(early)] == [True]
    assert check_event(early.with_(modality="planned")) == ()


def report(document: str, low: float, high: float, text: str, when: When | None = None) -> Report:
    return Report(document, document, 0, 5, "words", when, (), (Quantity("men", low, high, text),))


def test_ranges_that_meet_can_all_be_true() -> None:
    near = (report("a", 270, 330, "about 300 men"), report("b", 308, 308, "308 men"))
    far = (*near, report("c", 600, 600, "600 men"))
    (conflict,) = find_conflicts(near)
    assert are_compatible(conflict, near)
    (conflict,) = find_conflicts(far)
    assert not are_compatible(conflict, far)


def test_a_day_within_a_month_can_be_true_and_two_days_cannot() -> None:
    month, day, other = When.in_month(2017, 8), When.on_day(date(2017, 8, 28)), When.on_day(date(2017, 8, 29))
    conflict = Conflict("when", (ConflictValue("2017-08", ("a",)), ConflictValue("2017-08-28", ("b",))))
    assert are_compatible(conflict, [report("a", 1, 1, "x", month), report("b", 1, 1, "x", day)])
    assert not are_compatible(conflict, [report("a", 1, 1, "x", other), report("b", 1, 1, "x", day)])
    assert not are_compatible(Conflict("modality", ()), [])
