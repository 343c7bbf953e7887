"""The filter in words, as a printed page says it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from timeline_app.model import Area, Query
from timeline_app.views.words.filter_words import filter_words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        (Query(), ""),
        (Query(first=date(2017, 8, 28), last=date(2017, 9, 2)), "possibly 28 Aug to 2 Sep 2017"),
        (Query(first=date(2017, 8, 28), certainty="certain"), "certainly from 28 Aug 2017"),
        (Query(certainty="certain"), ""),
        (Query(types=("strike", "aid"), text="convoy"), "type: strike, aid; with the words: convoy"),
        (Query(known_by=date(2017, 8, 31)), "known by: 31 Aug 2017"),
        (Query(undated=False, guesses=False), "without undated events; without dates guessed from publication"),
        (
            Query(reviews=("draft", "unsure"), origins=("parsed",)),
            "origin: read from documents; review: not reviewed, not sure",
        ),
        (Query(unplaced=False), "without events that have no place"),
        (Query(area=Area(33.5, 36, 34.25, 41)), "in the area from 33.50, 36.00 to 34.25, 41.00"),
        (Query(sources=("d1", "d2")), "source: An article, d2"),
        (Query(places=("a\u202eb",)), "place: a⟦RLO⟧b"),
    ],
)
def test_a_filter_reads_as_one_line(query: Query, words: str) -> None:
    assert filter_words(query, {"d1": "An article"}) == words


def test_no_part_of_a_filter_is_left_unsaid() -> None:
    samples = {
        "first": date(2017, 8, 1),
        "last": date(2017, 8, 2),
        "known_by": date(2017, 8, 3),
        "text": "words",
        "area": Area(33, 36, 34, 41),
    }
    for field in fields(Query):
        default = getattr(Query(), field.name)
        value = samples.get(field.name, not default if isinstance(default, bool) else ("one",))
        if field.name not in ("certainty", "spelled"):  # told with the range and with the words
            assert filter_words(Query(**{field.name: value})), field.name  # type: ignore[arg-type]
