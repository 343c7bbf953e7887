"""A clause within a sentence that tells a happening of its own day, before it is known whether it tells anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from timeline_app.events.clauses.cutting import LATER
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, PlaceMention

Mention = TypeVar("Mention", DateMention, PlaceMention)


@dataclass(frozen=True, slots=True)
class Aside:
    """A relative clause within a sentence, by offsets into it.

    Attributes:
        start, begin, end: where it parts from the words before, where its own words begin, where they end.
        subject: the noun it tells of, where that is its subject.
        dates: the expressions that date it.
        places: those it names, and the one it tells of where that is its object.
        only_alone: whether it is told apart only where the words before it tell nothing.
        beside_words: whether it is told apart only where the words before it tell no deed: it says which one is meant.
        goes_on: whether the main clause keeps its words, and the days in them, as "since it began on Monday".
        shares: whether its day is the main clause's as well: "has been shut since it burned on Monday".
        passive: where "was" is to be thought, "an offensive [was] launched on June 19"; 0 for nowhere.
        object: the noun it tells of, where that is what its verb is done to, with the preposition before it: "[from]
            [the capital], from which it was driven"; one stretch, or two.
        having: where "having" stands that is read as "had": "a truce having come into force on Monday"; 0 for nowhere.
        verb: where the verb ends behind which the object is to be thought; 0 where there is none.
        elsewhere: whether the places outside it are none of its: "was buried in Homs with two men killed in May".
    """

    start: int
    begin: int
    end: int
    subject: tuple[int, int] | None
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    only_alone: bool = False
    beside_words: bool = False
    goes_on: bool = False
    shares: bool = False
    passive: int = 0
    having: int = 0
    object: Sequence[tuple[int, int]] = ()
    verb: int = 0
    elsewhere: bool = False


def closing(sentence: Sentence, dates: Sequence[DateMention], begin: int) -> int:
    """Where a clause between commas ends: at the next comma that stands in no date, else with the sentence.

    What says where it was, or when, belongs to it where the main clause goes on behind: "the guards, who had been
    seized at Tara, north of Bana, when the town fell, were freed".
    """
    close = sentence.text.find(",", begin)
    # nor one before "a day after": "who were seized on Thursday, a day after rebels took the mill"
    while close >= 0 and (
        any(one.start < sentence.start + close < one.end for one in dates) or LATER.match(sentence.text, close)
    ):
        close = sentence.text.find(",", close + 1)
    if close < 0:
        return len(sentence.text)
    carried = _CARRIED_ON.match(sentence.text, close)
    return close if carried is None else carried.end()


_CARRIED_ON = re.compile(
    r"(?:,\s(?:(?:just\s|some\s[\w ]{2,12}\s)?(?:north|south|east|west|(?:north|south)-?(?:east|west))\sof|near|outside"
    r"|not\sfar\sfrom|close\sto|when|while|as|after|before|in|on|since)\s[^,;:“”\"]{2,60}){1,3}"
    r"(?=,\s(?:was|were|is|are|has|have|had|will)\b)"
)


# ", a medic said on Saturday."
SAID_LAST = re.compile(
    r",\s[^,;:“”\"]{2,60}\s(?:said|says|say|reported|announced|confirmed|added|told\s[^,;:]{2,30})\b[^,;:“”\"]{0,40}$"
)

_MARK = re.compile(r"[,;:“”\"()]")


def until_mark(text: str, begin: int) -> int:
    """Where the words from an offset on come to a mark, else the end of the text."""
    mark = _MARK.search(text, begin)
    return len(text) if mark is None else mark.start()


def within(sentence: Sentence, mentions: Sequence[Mention], begin: int, end: int) -> list[Mention]:
    """The mentions that begin in a stretch of a sentence, by offsets into it."""
    return [one for one in mentions if begin <= one.start - sentence.start < end]
