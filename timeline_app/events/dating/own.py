"""Which of a sentence's time expressions dates its event, and what stands in when it has none.

The nearest expression is not always it: in "the bodies of soldiers kidnapped in 2014 were handed
over on Friday" the year belongs to the kidnapping. An expression inside a reduced or full relative
clause dates that clause's verb. Without one of its own, a past-tense sentence goes on from the date
told just before it in its paragraph ("inherited"); else the publication date stands in, marked as the
guess it is; else there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline_app.events.dating.bound import bound_elsewhere, is_told_apart
from timeline_app.events.dating.handed_on import STORY_DAYS
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.function_words import SAME_DAY
from timeline_app.events.verbs.signals import REPORTING, signals_of
from timeline_app.model import DateMention, When


def own_date(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], published: date | None = None
) -> DateMention | None:
    """The expression of the sentence that dates its event: nearest to its verb, among those not elsewhere bound.

    What is told as having happened did not happen after the day of publication: a later day that was reckoned is of
    what is planned or hoped in the same sentence. A day that is stated stays, and `merge.check_event` wonders at it.
    """
    free = [m for m in dates if m.when is not None and not bound_elsewhere(sentence, reading, m)]
    if published is not None and reading.verb.tense in ("past", "perfect"):
        free = [m for m in free if m.when is not None and (m.when.earliest <= published or m.when.basis == "stated")]
    free = [m for m in free if not _AS_TOLD.fullmatch(m.text)] or free
    precise = [m for m in free if m.when is not None and m.when.precision != "range"]
    if len(precise) < len(free) and all(_is_of_telling(sentence, reading, m) for m in precise):
        precise = [m for m in free if m not in precise]  # "have died since May 11, a medic said on Friday"
    precise = _without_day_said(sentence, reading, _without_day_of_cause(sentence, reading, precise))
    nearest = min(precise or free, key=lambda m: _distance(sentence, reading, m), default=None)
    if nearest is None or (published is None and _is_nearer_unread(sentence, reading, dates, nearest)):
        return None
    return _or_another(sentence, _finer(sentence, nearest, free), free)


def _without_day_said(sentence: Sentence, reading: Reading, dates: list[DateMention]) -> list[DateMention]:
    """The days without the one on which it was said, where one is told right behind the event's verb.

    "The army said Thursday that its men had retaken the school in the north of the town two days earlier".
    """
    text, verb = sentence.text, reading.verb.hit
    told = [
        one
        for one in dates
        if one.start - sentence.start > verb.end
        and not re.search(r"[,;:–—]", text[verb.end : one.start - sentence.start])
    ]
    said = [
        one
        for one in dates
        if one.end - sentence.start < verb.start and _SAID_ON.search(text, 0, one.start - sentence.start)
    ]
    return [one for one in dates if one not in said] if told and said else dates


def _without_day_of_cause(sentence: Sentence, reading: Reading, dates: list[DateMention]) -> list[DateMention]:
    """The days without that of what the event came after, where another is told before the verb.

    "Earlier this month, nine men were seized in Tara after an assault by the army in late May".
    """
    text, verb = sentence.text, reading.verb.hit
    if not any(one.end - sentence.start < verb.start for one in dates):
        return dates
    return [
        one
        for one in dates
        if one.start - sentence.start < verb.end or not _AFTER_A_DEED.search(text, verb.end, one.start - sentence.start)
    ]


_AFTER_A_DEED = re.compile(r"\b(?:after|following)\s(?:an?|the|its|their|his)\s[^,;]{3,70}\s(?:in|on)\s$")


_SAID_ON = re.compile(
    r"\b(?:said|says|told\s[\w\s]{2,30}|announced|reported|confirmed|stated|added|claimed|declared)\s(?:(?:on|late|early)\s){0,2}$"
)


def _is_of_telling(sentence: Sentence, reading: Reading, mention: DateMention) -> bool:
    """Whether a day behind the event's verb is when it was told: ", a medic said on Friday", ", it emerged today"."""
    text, at = sentence.text, mention.start - sentence.start
    begin = max(text.rfind(mark, 0, at) for mark in ',;”"')
    if begin < reading.verb.hit.end:
        return False
    return any(one.type in REPORTING for word in text[begin:at].split() for one in signals_of(word.strip(".,()")))


def until_told(sentence: Sentence, reading: Reading, when: When, dates: Sequence[DateMention]) -> When:
    """What has gone on since a day, up to the one it was told on: "have died since May 16, it said on Sunday"."""
    if when.extent != "throughout":
        return when
    days = (one.when for one in dates if one.when is not None and _is_of_telling(sentence, reading, one))
    told = next((day for day in days if day.is_single_day and when.earliest < day.latest < when.latest), None)
    if told is None:
        return when
    return When.throughout(
        when.earliest,
        told.latest,
        approximate=when.approximate,
        basis=when.basis,
        text=when.text,
        anchor=when.anchor,
        reason=f"{when.reason}; it was told on {told.latest.day} {told.latest:%B %Y}, and is known up to then",
    )


def _is_nearer_unread(sentence: Sentence, reading: Reading, dates: Sequence[DateMention], nearest: DateMention) -> bool:
    """Whether a day of an unknown year stands nearer: "On 22 May the army took the hill, held by others since 2012"."""
    unread = [
        m for m in dates if m.when is None and m.timex_type == "DATE" and not bound_elsewhere(sentence, reading, m)
    ]
    return any(_distance(sentence, reading, m) < _distance(sentence, reading, nearest) for m in unread)


# "on Monday or Tuesday", "late on 3 May or early on 4 May"
_OR = re.compile(r"\sor\s(?:(?:on|in|late|early)\s){0,2}")


def _or_another(sentence: Sentence, chosen: DateMention, free: Sequence[DateMention]) -> DateMention:
    """The days from the first to the last of two that are told as alternatives; the chosen one where it is alone."""
    for other in free:
        first, second = sorted((chosen, other), key=lambda mention: mention.start)
        if other is chosen or first.when is None or second.when is None or first.when == second.when:
            continue
        between = sentence.text[first.end - sentence.start : second.start - sentence.start]
        if _OR.fullmatch(between) and first.when.precision == second.when.precision == "day":
            words = f"{first.text}{between}{second.text}"
            when = When.within(
                min(first.when.earliest, second.when.earliest), max(first.when.latest, second.when.latest),
                precision="range", basis=first.when.basis, text=words, anchor=first.when.anchor,
                reason=f"{first.when.reason}; {second.when.reason}: one of the two",
            )  # fmt: skip
            return replace(chosen, start=first.start, end=second.end, text=words, when=when)
    return chosen


# "at that time a rebel stronghold": of the day told beside it, if there is one
_AS_TOLD = re.compile(r"(?:at\s)?(?:that|the|the\ssame|this)\stime", re.IGNORECASE)

# "A decade later, in August 2017", "that night, on 3 May"
_APPOSED = re.compile(r",?\s(?:(?:in|on|at)\s)?")


def _finer(sentence: Sentence, chosen: DateMention, free: Sequence[DateMention]) -> DateMention:
    """The date in apposition right behind a chosen one, where it lies within it and says more."""
    for other in free:
        if other.when is None or chosen.when is None or other.start <= chosen.end or other.start - chosen.end > 6:
            continue
        between = sentence.text[chosen.end - sentence.start : other.start - sentence.start]
        within = chosen.when.earliest <= other.when.earliest and other.when.latest <= chosen.when.latest
        if within and other.when != chosen.when and _APPOSED.fullmatch(between):
            return other
    return chosen


_CLOCK = re.compile(
    r"(?:(?:at|about|around)\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so['’]clock"
    r"(?:\sin\sthe\s(?:morning|afternoon|evening))?|"
    r"(?:(?:at|about|around|approximately|roughly|nearly)\s){0,2}\d{1,2}(?:[:.]\d{2})?"
    r"(?:\s?(?:[ap]\.?m\.?|gmt|utc|hours|local time|o'clock|\([^()]{1,20}\))){0,3}",
    re.IGNORECASE,
)
# "dawn", "before noon", "in the evening"; not "last night", "this morning", "overnight", of publication
_TIME_OF_DAY = re.compile(
    r"(?:(?:at|by|around|about|before|after|shortly|since|until|in|towards?|early|late|mid|the)[\s-]){0,4}"
    r"(?:dawn|daybreak|sunrise|noon|midday|noontime|dusk|sunset|nightfall|midnight|morning|afternoon|evening)(?:\shours)?",
    re.IGNORECASE,
)


_LATER_THAT_DAY = re.compile(SAME_DAY, re.IGNORECASE)


def is_clock_alone(mention: DateMention) -> bool:
    """Whether an expression is a time of day without a day: it is of the day told before, not of publication."""
    words = mention.text
    if _LATER_THAT_DAY.fullmatch(words):
        return True
    return mention.timex_type == "TIME" and bool(_CLOCK.fullmatch(words) or _TIME_OF_DAY.fullmatch(words))


_HOURS_LATER = re.compile(
    r"^\W{0,3}(?:By|At|In the|Later in the|Earlier in the|Late in the|Early in the)\s(?:the\s)?"
    r"(?:evening|nightfall|sunset|dusk|noon|midday|afternoon|late\safternoon|midnight|night|day|dawn|sunrise|morning)\b"
    r"|\b(?:an?|half an|few|some|several|\d+|two|three|four|five|six|ten|twenty|thirty)\s(?:hours?|minutes?)"
    r"\s(?:later|earlier)\b"
    r"|\b(?:hours|minutes|moments)\s(?:later|earlier|afterwards?)\b"
    rf"|\b{SAME_DAY}\b"
    r"|\bwithin\s(?:(?:an?|the|\d+|two|three|a few|several)\s)?(?:hours?|minutes?|moments)\b",
    re.IGNORECASE,
)


def is_hours_later(sentence: str) -> bool:
    """Whether a sentence tells what happened hours or minutes after what was told, or "by evening": on the same day."""
    return _HOURS_LATER.search(sentence) is not None


def _distance(sentence: Sentence, reading: Reading, mention: DateMention) -> tuple[int, int]:
    """Expressions after the verb in its clause first, then by characters between."""
    at = mention.start - sentence.start
    verb = reading.verb.hit
    gap = at - verb.end if at >= verb.end else verb.start - (at + len(mention.text))
    crossed = sentence.text[min(verb.end, at) : max(verb.start, at)]
    marks = len(re.findall(r"[,;–—]", crossed))
    opens = at < _OPENING and at < verb.start  # "Last week, troops took the hill": the comma parts nothing
    if opens and sentence.text[at + len(mention.text) :].startswith(","):
        # Nor do those of what is inserted: "Yesterday, the army, led by its best, took"; and where only a clause
        # within tells an event, the day is still the sentence's.
        return 0, 0 if reading.verb.subordinate else gap
    return max(0, marks - opens), gap


_OPENING = 5
"""Characters before a date that opens its sentence: "On ", a quotation mark."""


def day_beside(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], published: date | None
) -> When | None:
    """The only day that a sentence tells, where it stands with another word than the event's: a better guess.

    "Rockets fired by rebels on Friday killed seven", "gave the order for the raid on Friday". Only one of the month
    before publication, and not what the deed came after. Measured on the retold articles of 60 folders: of 21 events
    that only one of the two days fits, 16 are of this one and 5 of publication's.

    Args:
        sentence: as for `own_date`, which found none of its own; so are `reading` and `dates`.
        reading: what it reports.
        dates: its expressions of time.
        published: the day the words were written; None where nothing tells it.
    """
    told = [one for one in dates if one.when is not None and not is_told_apart(sentence, reading, one)]
    days = {one.when for one in told}
    when = told[0].when if len(days) == 1 else None
    if when is None or published is None or reading.type in REPORTING or when.extent != "within":
        return None
    between = sentence.text[reading.verb.hit.end : told[0].start - sentence.start]
    if _COMES_AFTER.search(between) or not 0 <= (published - when.latest).days <= STORY_DAYS:
        return None
    return when.with_(
        approximate=True,
        edtf=when.edtf.rstrip("~") + "~",
        basis="publication",
        anchor=when.reason or when.text,
        reason=f"no date of its own; '{when.text}' is told of something beside it, and no other day is",
    )


# "after kidnapping him on Monday", "since the raid of 4 May", "a town it lost two weeks ago"
_COMES_AFTER = re.compile(
    r"\b(?:after|since|following|before|until|ahead\sof|because)\b|[a-z]\s(?:it|he|she|they)\s(?:had\s)?\w+\b"
)
