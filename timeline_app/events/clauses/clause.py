"""One happening of a sentence: its words, what they report, its days and places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.events.numbers import Stretch
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, PlaceMention


@dataclass(frozen=True, slots=True)
class Clause:
    """One happening of a sentence.

    Attributes:
        sentence: the whole sentence with all that is not this clause's blanked.
        reading: what the clause reports.
        start, end: offsets of its own words in the document.
        dates, places: the mentions that are its own; a day at the end of two clauses joined by "and" is both's.
        before: how long before the clause in front of it: "two days after rebels took the town"; None where
            that is not told.
        background: told with "after": what follows goes on from the clause before, not from this one.
        elsewhere: whether it names no place, and was too long before what is told beside it to go on from there.
    """

    sentence: Sentence
    reading: Reading
    start: int
    end: int
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    before: Stretch | None = None
    background: bool = False
    elsewhere: bool = False


def blanked(text: str, kept: Sequence[tuple[int, int]]) -> str:
    """The text with spaces in the place of all that is not kept; offsets stay."""
    blank = [" "] * len(text)
    for start, end in kept:
        blank[start:end] = text[start:end]
    return "".join(blank)
