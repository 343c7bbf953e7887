"""A list before it is kept, in words and rows."""

from datetime import date

import pytest

from timeline_app.imports import SYNONYMS
from timeline_app.model import Actor, Event, Problem, Quantity, When, Where
from timeline_app.views.tasks.import_list import (
    FIELDS,
    event_rows,
    field_label,
    found_line,
    kept_line,
    not_kept_words,
    problem_rows,
)


def test_every_field_a_column_can_be_has_words() -> None:
    assert set(FIELDS) == set(SYNONYMS)
    assert field_label("") == "Do not read"


def test_the_first_events_are_rows_fit_for_eyes() -> None:
    event = Event(
        "1", "a\u202eb", when=When.on_day(date(2017, 8, 30)), where=(Where("at", "Homs", lat=1.0, lon=2.0),),
        actors=(Actor("A"), Actor("B")),
        quantities=(Quantity("buses", 17, 17), Quantity("dead", 5, None), Quantity("hurt", None, 9), Quantity("men", 2, 3)),
    )  # fmt: skip
    (row,) = event_rows([event, event], 1)
    assert (row["Event"], row["Date"], row["Place"], row["Actors"]) == ("a⟦RLO⟧b", "30 August 2017", "Homs", "A, B")
    assert row["Numbers"] == "17 buses, 5 or more dead, 9 or fewer hurt, 2 to 3 men"


def test_what_was_found_and_kept_is_said_in_counts() -> None:
    events = [Event("1", "a"), Event("2", "b", when=When.in_year(2017), where=(Where("at", "x", lat=1.0, lon=2.0),))]
    assert found_line(4, events, 1, {"2"}) == (
        "4 rows in the file give 2 events, 1 not taken, 1 undated, 1 without a place, 1 here already."
    )
    assert found_line(1, events[1:], 0, (), 2).endswith(", 2 remarks below on what was not taken as it stands.")
    assert found_line(1, events[1:], 0, ()) == "1 row in the file gives 1 event."
    assert kept_line(12, 3, 40, 0) == "12 new, 3 changed, 40 already there."
    assert kept_line(0, 0, 40, 0) == "Nothing changed: 40 events already there."
    assert kept_line(0, 0, 0, 1) == "0 new, 0 changed, 0 already there, 1 refused."


def test_problems_are_rows_and_a_remark_on_the_file_has_no_number() -> None:
    rows = problem_rows([Problem("f", 3, "w\u202e", "l"), Problem("f", None, "w")])
    assert rows[0] == {"Row": "3", "What": "w⟦RLO⟧", "Likely mistake": "l"}
    assert rows[1]["Row"] == ""


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ((), "Nothing of this is kept yet."),
        (("a",), "The others are not kept yet."),
        (("a", "b"), "All of them are kept already: to keep them again changes only what the list says otherwise."),
    ],
)
def test_before_the_button_it_says_what_is_kept(known: tuple[str, ...], words: str) -> None:
    assert not_kept_words([Event("a", "A"), Event("b", "B")], known) == words
