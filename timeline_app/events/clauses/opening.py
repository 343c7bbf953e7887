"""What a sentence opens with of days before: "Three days after jets bombed the convoy, the toll rose on Friday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.clauses.cutting import TWO
from timeline_app.events.numbers import ABOUT, COUNTED_TIME, time_counted
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.finite import SURE
from timeline_app.events.verbs.signals import REPORTING
from timeline_app.model import DateMention, PlaceMention

_OPENS = re.compile(rf"^\W{{0,3}}{ABOUT}{COUNTED_TIME}\safter\s", re.IGNORECASE)
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
        return _opened_with_its_day(sentence, dates, places)
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
            return [] if told else [main, replace(first, before=time_counted(opens), background=True)]
    return []


_OPENS_WITH_DEED = re.compile(r"^\W{0,3}(?:After|Once|When|As|While)\s(?=[a-zA-Z\d])")


def _opened_with_its_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """The opening clause and the main one, each with a day: "After the mill fell on Monday, they left on Tuesday"."""
    opens = _OPENS_WITH_DEED.match(sentence.text)
    if opens is None or len(dates) < TWO:
        return []
    comma = next(
        (
            one
            for one in _PARTED.finditer(sentence.text, opens.end())
            if not any(day.start - sentence.start < one.start() < day.end - sentence.start for day in dates)
        ),
        None,
    )
    if comma is None or any(start < comma.start() < end for start, end in quoted_spans(sentence.text)):
        return []
    first = _clause(sentence, opens.end(), comma.start(), dates, places)
    main = _clause(sentence, comma.end(), len(sentence.text), dates, places)
    if first is None or main is None or len(first.dates) != 1:
        return []
    own = [day for day in main.dates if not _BESIDE.search(sentence.text, comma.end(), day.start - sentence.start)]
    if not own:
        return []  # "After they were seized in May, they were led to Homs, which has been besieged since June"
    if first.reading.verb.weight < SURE or first.reading.type in REPORTING or main.reading.verb.hit.start < comma.end():
        return []
    return [main, replace(first, background=True)]


_BESIDE = re.compile(r"\b(?:who|whom|whose|which|where|when|that|after|since)\s")


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
