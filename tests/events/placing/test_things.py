"""Things and happenings that a story speaks of again by their noun: where they were told first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.events.parsed import events_of

PUBLISHED = date(2017, 9, 2)


@pytest.mark.parametrize(
    ("told", "sentence", "names", "remark"),
    [
        ("A bomb went off in Homs. Envoys met in Geneva.", "The two blasts killed nine people.", ["Homs"], "counted"),
        ("A bomb went off in Homs. Envoys met in Geneva.", "The mayor visited the scene.", ["Homs"], "the scene"),
        ("A bomb went off in Homs. Envoys met in Geneva.", "The blast in Aleppo killed nine.", ["Aleppo"], "another"),
        (
            "Rebels pulled out of Homs. Envoys met in Geneva.",
            "The mayor denied that the evacuation had been halted.",
            ["Homs"],
            "a leaving told by its verb",
        ),
        (
            "A truce was agreed in Homs. Gunmen in Aleppo freed captives as part of the truce.",
            "The deal was struck on Friday.",
            ["Homs"],
            "what is spoken of again stays where it was",
        ),
        ("Drones struck the academy in Homs. Shells fell on Idlib.", "A drone hit the academy's yard.", ["Homs"], "a site"),
        ("Gunmen hold a prison outside Hasakah. Shells fell on Idlib.", "The prison was shelled.", ["Hasakah"], "at the head"),
        ("Drones struck the academy in Homs.", "The academy in Aleppo was shelled.", ["Aleppo"], "another site"),
        ("Gunmen hold a church in Homs. Shells fell on Idlib.", "The church condemned the killings.", [], "its people"),
        ("The academy, Homs said, is old. Shells fell on Idlib.", "Guards died at the academy.", [], "not told with a town"),
        (
            "In Homs is the palace.",
            "Jets hit the palace, and in Syria's capital the lights went out. Damascus was dark.",
            ["Homs"],
            "not what it led to",
        ),
    ],
)  # fmt: skip
def test_what_is_told_again_is_where_it_was(told: str, sentence: str, names: list[str], remark: str) -> None:
    start = len(told) + 2
    event = next(one for one in events_of(f"{told}\n\n{sentence}", PUBLISHED) if one.reports[0].start >= start)
    assert [where.name for where in event.where] == names, remark
