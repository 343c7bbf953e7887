"""The happenings that a sentence joins: each clause with a day or a place of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.clauses.cutting import LATER, LONG, OPENING, TWO, Part, cut_at_verbs
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import Reading, read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.finite import SURE, Verb, weigh_verbs
from timeline_app.events.verbs.unlisted import unlisted_hits
from timeline_app.model import DateMention, PlaceMention

LEAST_LETTERS = 60
"""Characters of the shortest sentence that tells two happenings with their days or places."""


def joined_in(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """The clauses that a sentence joins; itself where it joins none."""
    whole = [Clause(sentence, reading, sentence.start, sentence.end, dates, places)]
    few = len(dates) < TWO and len(places) < TWO and not (dates and _AND_BUT.search(sentence.text))
    if len(sentence.text) < LEAST_LETTERS or (few and not LATER.search(sentence.text)):
        return whole
    sure = _sure_verbs(sentence.text, reading)
    if len(sure) < TWO:
        return whole
    own, told_on = _without_attribution(sentence, dates)
    parts = _grouped(sentence, cut_at_verbs(sentence.text, sure), own, places)
    found = [_clause(sentence, part, own, places) for part in parts] if len(parts) >= TWO else []
    clauses = [clause for clause in found if clause is not None]
    if len(clauses) == TWO == len(parts) and _ONLY_HAPPENED.match(clauses[1].sentence.text):
        return clauses[:1]
    if not len(clauses) == len(parts) >= TWO:
        return whole
    if parts[1].before is not None and parts[0].verb.hit.signal.base == "come":
        clauses[0] = replace(clauses[0], sentence=sentence)  # "The raid came" alone is no news
    if not own:  # "..., activists said on Sunday": told of all, on that day
        return [replace(clause, dates=told_on) for clause in clauses]
    return _with_shared_days(clauses, parts)


_AND_BUT = re.compile(r",\s(?:and|but)\s")


# ", activists said on Sunday"
_ATTRIBUTED = re.compile(
    r",[”\"]?\s(?!(?:and|but)\s(?:on|by|in|last)\s)(?:[^,;“”\"]{2,60}\s)?(?:said|says|reported|announced|confirmed|added|told\s[^,;]{2,30})\b(?!\sthat\b)[^,;“”\"]{0,60}$"
)


def _without_attribution(
    sentence: Sentence, dates: Sequence[DateMention]
) -> tuple[list[DateMention], list[DateMention]]:
    """The dates of what is told, and those of when it was told."""
    said = _ATTRIBUTED.search(sentence.text)
    border = sentence.start + (len(sentence.text) if said is None else said.start())
    return [mention for mention in dates if mention.start < border], [one for one in dates if one.start >= border]


def _sure_verbs(text: str, reading: Reading) -> list[Verb]:
    """The verbs that tell what was done, listed or not, in order; none of those within quotation marks."""
    unlisted = weigh_verbs(text, quoted_spans(text), unlisted_hits(text))
    sure = [
        verb
        for verb in (*reading.verbs, *unlisted)
        if not verb.quoted
        and (verb.weight >= SURE or (verb.hit.signal.base == "come" and LATER.match(text, verb.hit.end)))
    ]  # "The swap comes four days after": told as of now
    return sorted({verb.hit.start: verb for verb in sure}.values(), key=lambda verb: verb.hit.start)


def _grouped(
    sentence: Sentence, parts: Sequence[Part], dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Part]:
    """The parts, each joined to the one before where it has neither a day of its own nor, with a subject, a place."""
    groups = [parts[0]]
    for part in parts[1:]:
        last = groups[-1]
        days = _within(sentence, part, dates)
        apart = part.comma and part.subject is None and part.joined_by in ("and", "but")
        own_day = bool(days) and (apart or bool(_within(sentence, last, dates)) or _leads(sentence, part, days[0]))
        here, there = _names(sentence, part, places), _names(sentence, last, places)
        own_place = part.subject is None and bool(here) and bool(there) and here.isdisjoint(there)
        goes_on = last.joined_by == "after" and part.subject is not None  # with what stands before the "after"
        own_subject = len(sentence.text) >= LONG and part.subject is None and part.joined_by in OPENING
        if own_day or own_place or goes_on or own_subject or part.before is not None:
            groups.append(part)
        else:
            groups[-1] = replace(last, end=part.end)
    return groups


def _leads(sentence: Sentence, part: Part, day: DateMention) -> bool:
    """Whether a part opens with its day: "but it was beaten back, and in October it lost the town"."""
    begins = _OPENS_PART.match(sentence.text, part.start)
    return part.subject is None and begins is not None and begins.end() == day.start - sentence.start


_OPENS_PART = re.compile(r"(?:(?:on|in|late|early|by)\s){0,2}", re.IGNORECASE)


_Mention = TypeVar("_Mention", DateMention, PlaceMention)


def _within(sentence: Sentence, part: Part, mentions: Sequence[_Mention]) -> list[_Mention]:
    start, end = sentence.start + part.start, sentence.start + part.end
    return [mention for mention in mentions if start <= mention.start < end]


def _names(sentence: Sentence, part: Part, places: Sequence[PlaceMention]) -> set[str]:
    """The places finer than a country that a part names."""
    named = (place.place for place in _within(sentence, part, places) if place.use == "place")
    return {place.id for place in named if place is not None and place.kind != "country"}


def _clause(
    sentence: Sentence, part: Part, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Clause | None:
    """A part with what it reports, or None where alone it reports nothing."""
    kept = [(part.start, part.end)] if part.subject is None else [part.subject, (part.start, part.end)]
    alone = replace(sentence, text=blanked(sentence.text, kept))
    reading = read_sentence(alone.text)
    if reading is None and part.verb.hit.signal.base == "come":
        reading = read_sentence(sentence.text)  # "The swap comes" tells nothing alone
    if reading is None:
        return None
    start, end = sentence.start + part.start, sentence.start + part.end
    own = _within(sentence, part, dates), _within(sentence, part, places)
    return Clause(alone, reading, start, end, *own, part.before, part.joined_by == "after")


# "a week after it happened": nothing new
_ONLY_HAPPENED = re.compile(
    r"\W*(?:it|this|that)\s(?:had\s)?(?:happened|occurred|took\splace|taken\splace)\b", re.IGNORECASE
)


def _with_shared_days(clauses: list[Clause], parts: Sequence[Part]) -> list[Clause]:
    """A clause without a day takes the one that ends the clause joined to it by "and" or "but"."""
    shared = list(clauses)
    for number, (clause, behind) in enumerate(pairwise(clauses)):
        alone = not clause.dates and not clause.background
        if alone and parts[number + 1].joined_by in ("and", "but"):
            verb = behind.sentence.start + behind.reading.verb.hit.start
            shared[number] = replace(clause, dates=[mention for mention in behind.dates if mention.start > verb])
    return shared
