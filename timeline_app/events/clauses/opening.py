"""What a sentence opens with of days before: "Three days after jets bombed the convoy, the toll rose on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.numbers import COUNTED_DAYS, days_counted
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, PlaceMention

_OPENS = re.compile(rf"^\W{{0,3}}(?:just\s|only\s|barely\s)?{COUNTED_DAYS}\safter\s", re.IGNORECASE)
_PARTED = re.compile(r",\s+")


def opening_of(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The main clause and, so many days before it, the one the sentence opens with; none where it opens otherwise.

    Args:
        sentence: its words.
        dates: the expressions of time in it; the opening clause has none of its own.
        places: the toponyms in it.
    """
    opens = _OPENS.match(sentence.text)
    if opens is None:
        return []
    quotes = quoted_spans(sentence.text)
    commas = list(_PARTED.finditer(sentence.text, opens.end()))
    for comma in commas:
        if any(start < comma.start() < end for start, end in quotes):
            return []
        first = _clause(sentence, opens.end(), comma.start(), dates, places)
        if first is not None and first.reading.verb.hit.start > commas[0].start():
            return []  # "Two days after the raid, men left town, and shops shut": the raid is all it opens with
        main = _clause(sentence, comma.end(), len(sentence.text), dates, places)
        if first is not None and main is not None:
            told = [one for one in first.dates if not opens.start() <= one.start - sentence.start < opens.end()]
            return [] if told else [main, replace(first, days_before=days_counted(opens), background=True)]
    return []


def _clause(
    sentence: Sentence, start: int, end: int, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Clause | None:
    alone = replace(sentence, text=blanked(sentence.text, [(start, end)]))
    reading = read_sentence(alone.text)
    if reading is None:
        return None
    first, last = sentence.start + start, sentence.start + end
    return Clause(
        alone, reading, first, last,
        [one for one in dates if first <= one.start < last], [one for one in places if first <= one.start < last],
    )  # fmt: skip
