"""Which places a sentence's event happens at."""

from __future__ import annotations

from datetime import date

import pytest

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.pipeline import parse_document


@pytest.mark.parametrize(
    ("sentence", "names", "remark"),
    [
        ("Beirut - Shells hit a school in Homs on Monday.", ["Homs"], "a dateline is where it was written"),
        ("Beirut, Morning Courier—Shells hit a school in Homs on Monday.", ["Homs"], "with its newspaper"),
        ("Homs - Two guards were killed by a mine on Monday.", ["Homs"], "unless no other place is told"),
        ("Homs - held by rebels until May - was shelled on Monday.", ["Homs"], "an insertion is no dateline"),
        ("The pact between Turkey and Russia was signed in Astana on Monday.", ["Astana"], "states act between them"),
    ],
)
def test_a_dateline_sets_no_scene(sentence: str, names: list[str], remark: str) -> None:
    text = f"The talks ended on Friday.\n\n{sentence}\n"
    events = parse_document(read_text(text, published=date(2017, 9, 2)), load_gazetteer())
    (event,) = [event for event in events if event.reports[0].quote in sentence and "Monday" in event.reports[0].quote]
    assert [where.name for where in event.where] == names, remark
