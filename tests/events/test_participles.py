"""Participles behind their noun: no verb of their clause, and with a day of their own a happening of their own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2016, 8, 26)


def told(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (event.title, event.when.edtf if event.when else "", [place.name for place in event.where])
        for event in events_of(text, PUBLISHED)
    ]


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Crowds walked through Homs on Tuesday to mourn nine men killed when a mine exploded at the bridge a day before.",
         [("Crowds walked through Homs", "2016-08-23", ["Homs"]),
          ("Nine men were killed when a mine exploded at the bridge a day before (Homs)", "2016-08-22", ["Homs"])],
         "the crowds were not killed"),
        ("The league handed over the bodies of four soldiers captured in Palmyra in May 2015.",
         [("The league handed over the bodies of four soldiers captured in Palmyra in May 2015", "2016-08-26~", ["Palmyra"]),
          ("Four soldiers were captured in Palmyra in May 2015", "2015-05", ["Palmyra"])], "what befell them before"),
        ("The families of the nurses arrested in March protested in Homs on Monday.",
         [("The families of the nurses arrested in March protested in Homs on Monday", "2016-08-22", ["Homs"])],
         "the verb stands behind the participle's month"),
        ("The trial of nine men seized in May opened in Beirut on Monday.",
         [("The trial of nine men seized in May opened in Beirut on Monday", "2016-08-22", ["Beirut"])],
         "so does one that no table has"),
    ],
)  # fmt: skip
def test_a_participle_is_no_verb_of_its_clause(
    text: str, expected: list[tuple[str, str, list[str]]], remark: str
) -> None:
    assert told(text) == expected, remark


def test_an_auxiliary_before_a_day_keeps_its_verb() -> None:
    titles = [title for title, *_ in told("The rebels had on Monday withdrawn from Homs and shelled Hama.")]
    assert titles
    assert all("withdrawn" in title or "shelled" in title for title in titles)


def test_what_befell_somebody_months_before_was_elsewhere() -> None:
    buried, killed = events_of(
        "On Monday the council in Hama buried a driver and three nurses killed in May.", PUBLISHED
    )
    assert [place.name for place in buried.where] == ["Hama"]
    assert killed.where == ()
