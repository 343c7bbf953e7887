"""When the event of a clause was, by the clause itself and by what the story told before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from timeline_app.events.dating.counted import counted_from
from timeline_app.events.dating.handed_on import (
    continues,
    days_after_that,
    ever_since,
    from_day_told_last,
    guessed,
    inherited,
    is_just_after_deed,
    is_of_its_entry,
    may_narrate_now,
    of_the_deed,
    points_to_deed,
    since_then,
    so_far,
)
from timeline_app.events.dating.own import day_beside, is_clock_alone, is_hours_later, own_date, until_told
from timeline_app.events.narrative.thread import OPENING, Thread
from timeline_app.events.placing.on_the_spot import ON_THE_SPOT
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.signals import REPORTING, VIOLENT
from timeline_app.model import (
    DateMention,
    Document,
    When,
)


def when_of(
    document: Document,
    sentence: Sentence,
    reading: Reading,
    dates: Sequence[DateMention],
    thread: Thread,
    names_no_place: bool = False,
) -> When | None:
    """When the event of a clause was: its own date, else the one in force, else the day that stands in, else None.

    Args:
        document: for its day of publication.
        sentence: the clause.
        reading: what it reports.
        dates: its expressions of time.
        thread: what is in force before it.
        names_no_place: whether it goes on where the story is.
    """
    days = [one for one in dates if not is_clock_alone(one)]  # "on Monday at dawn" is of Monday
    mention = own_date(sentence, reading, days, document.written) or own_date(
        sentence, reading, dates, document.written
    )
    opens = mention is not None and not thread.entry_told and mention.start - sentence.start < OPENING
    if mention is not None and thread.entry is not None and is_of_its_entry(mention, thread.entry, opens=opens):
        return inherited(thread.entry, thread.entry.text)
    if mention is not None and (day := _day_spoken(document, sentence, mention, thread)) is not None:
        return inherited(day, day.text)
    at_an_hour = mention is not None and is_clock_alone(mention)
    if at_an_hour and thread.entry is not None:
        return inherited(thread.entry, thread.entry.text)
    if at_an_hour and thread.day is not None:
        return inherited(thread.day, thread.day.text)
    if mention is not None and mention.when is not None and not at_an_hour:
        known = (
            counted_from(sentence, mention)
            or ever_since(sentence, reading, mention, document.written)
            or so_far(mention.when, reading, document.written)
        )
        return until_told(sentence, reading, known, days)
    if document.written is None and any(_is_unread(sentence, one, thread) for one in days):
        return None  # "had left on Sunday": of which week is not told, and of the day told before it is not
    reckoned = _reckoned(document, sentence, reading, days, thread)
    if reckoned is not None:
        return reckoned
    hours = _day_of_hours(sentence.text, reading, thread)
    if hours is not None:
        return inherited(hours, hours.text)
    if thread.when is not None and continues(reading):
        return inherited(thread.when, thread.words)
    if thread.deed is not None and _is_told(reading) and points_to_deed(sentence.text):
        return inherited(thread.deed, thread.deed.text)
    under = _day_above(thread, reading)
    if under is not None:
        return inherited(under, under.text)
    beside = day_beside(sentence, reading, days, document.written) if reading.modality != "planned" else None
    if beside is not None or document.written is None:
        return beside
    return _guess(document, document.written, reading, thread, names_no_place=names_no_place)


def _reckoned(
    document: Document, sentence: Sentence, reading: Reading, days: Sequence[DateMention], thread: Thread
) -> When | None:
    """What is counted from a day told before: so many days after it, or since it; None where nothing is."""
    after = _counted(sentence, days, thread)
    if after is not None and _is_told(reading):
        return after
    told_here = thread.told_last if thread.told_in == thread.paragraph else None
    return None if days else since_then(sentence.text, reading, told_here, document.written)


def _counted(sentence: Sentence, days: Sequence[DateMention], thread: Thread) -> When | None:
    """The day that is counted from a deed's: one named by its day ("the vote of 3 May"), else the day told before."""
    named = next(filter(None, (counted_from(sentence, one) for one in days)), None)
    return named or (None if thread.day is None else days_after_that(sentence.text, thread.day))


def _day_of_hours(text: str, reading: Reading, thread: Thread) -> When | None:
    """The day of what was told before, for what happened hours or minutes after it; None for what did not."""
    if thread.violence is not None and reading.modality != "planned" and is_just_after_deed(text):
        return thread.violence
    return thread.day_of_hours() if is_hours_later(text) and _is_told(reading) else None


def _guess(document: Document, written: date, reading: Reading, thread: Thread, *, names_no_place: bool) -> When:
    """The day that stands in where no words tell one: of the deed the story is of, of its beginning, of publication."""
    told_as_past = continues(reading) and reading.type not in REPORTING  # what was said was said close to publication
    if thread.retold is not None and told_as_past and reading.event_type in VIOLENT:
        return of_the_deed(thread.retold)
    lead = thread.lead if told_as_past else None
    same_story = told_as_past and reading.verb.tense == "past" and names_no_place
    name = "the dateline's day" if document.is_dispatch else "the publication date"
    guess = guessed(written, lead, thread.opening if same_story else None, name)
    near = thread.told_last is not None and thread.paragraph - thread.told_in <= _PARAGRAPHS_ON
    if guess.basis == "publication" and near and _tells_on(reading) and thread.told_last is not None:
        return from_day_told_last(thread.told_last, written) or guess
    return guess


_PARAGRAPHS_ON = 3
"""Paragraphs behind a day in which a story may still tell of it."""


def _tells_on(reading: Reading) -> bool:
    """Whether a sentence tells a deed in the simple past."""
    return reading.verb.tense == "past" and reading.speech is None and reading.event_type in ON_THE_SPOT


def _day_above(thread: Thread, reading: Reading) -> When | None:
    """The day under which a sentence stands: its entry's, a chronicle's, or the last one of a story that looks back."""
    if thread.entry is not None and reading.modality != "planned":
        return thread.entry
    if thread.chronicle is not None and may_narrate_now(reading):
        return thread.chronicle
    return thread.told_last if thread.looks_back and continues(reading) else None


def _day_spoken(document: Document, sentence: Sentence, mention: DateMention, thread: Thread) -> When | None:
    """The day just before publication that a story is of, for a "today" in somebody's mouth; None where it is none."""
    day = thread.deed or thread.day
    if day is None or document.written is None or not _TODAY.search(mention.text):
        return None
    at = mention.start - sentence.start
    spoken = any(start <= at < end for start, end in quoted_spans(sentence.text))
    return day if spoken and 0 < (document.written - day.latest).days <= _JUST_BEFORE else None


_TODAY = re.compile(r"\b(?:today|tonight|this\s(?:morning|afternoon|evening))\b", re.IGNORECASE)
_JUST_BEFORE = 2
"""Days before publication on which what is quoted may have been said."""


def day_of_headline(document: Document, dates: Sequence[DateMention]) -> When | None:
    """The day that a headline states: "Daily summary for Tuesday 6 February 2018"."""
    zone = next((zone for zone in document.zones if zone.kind == "headline"), None)
    told = [one.when for one in dates if zone is not None and zone.start <= one.start < zone.end]
    stated = [when for when in told if when is not None and when.is_single_day and when.basis == "stated"]
    return stated[0] if len(stated) == 1 else None


_HAD = re.compile(r"\bhad\s(?:[a-z]{2,12}\s){0,2}$")


def tells_what_had_been(sentence: Sentence, reading: Reading, when: When | None, thread: Thread) -> bool:
    """Whether a sentence only looks back ("had seized it on May 8"): the story goes on from the day before it."""
    last = thread.when or thread.deed
    if when is None or last is None or when.latest >= last.earliest:
        return False
    at = reading.verb.hit.start
    return reading.verb.tense == "perfect" and _HAD.search(sentence.text, max(0, at - 30), at) is not None


def _is_unread(sentence: Sentence, mention: DateMention, thread: Thread) -> bool:
    """Whether an expression tells a day that only a day of publication would tell: "on Sunday", of another weekday.

    "That Friday", "the Friday market" and "Bloody Sunday" tell none, or one that was told before.
    """
    named = _WEEKDAY.fullmatch(mention.text)
    if mention.when is not None or named is None or mention.timex_type != "DATE":
        return False
    at = mention.start - sentence.start
    told = named["on"] is not None or _ON.search(sentence.text, max(0, at - 6), at) is not None
    return told and (thread.day is None or f"{thread.day.earliest:%A}" != named["day"].capitalize())


_WEEKDAY = re.compile(
    r"(?P<on>(?:on|last|late\son|early\son)\s)?(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)", re.IGNORECASE
)
_ON = re.compile(r"\b[Oo]n\s$")


def _is_told(reading: Reading) -> bool:
    return reading.verb.tense in ("past", "perfect")
