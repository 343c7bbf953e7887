"""Days in a title: beside the event stands its date."""

from __future__ import annotations

import re

from timeline_app.events.titles.main_verb import is_finite, word_at

# "late on Monday evening", "on 3 May 2014", "yesterday": beside the event stands its date
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = r"(?:\s(?:morning|afternoon|evening|night))?"
_DATE = rf"(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:\s\d{{4}})?)"
WHEN = re.compile(
    rf"(?P<comma>,)?\s(?:(?:late|early|earlier|later)\s)?(?:on\s)?(?:the\s(?:morning|afternoon|evening|night)\sof\s)?"
    rf"(?:{WEEKDAY}{PART}(?:,?\s{_DATE})?|{_DATE})\b(?(comma),)"
    rf"|\s(?:yesterday|today|tonight|overnight){PART}\b(?!['’])"
    r"|\s(?:(?:late|early|earlier|later)\s)?(?:this|last|that|the\ssame)\s(?:morning|afternoon|evening|night|week|month|year)\b(?!['’])"
    r"|\s(?:at|around|about)\s(?:dawn|dusk|noon|midday|midnight|daybreak|sunrise|nightfall)\b"
    r"|\s(?:so\sfar|in\sturn|in\sall|as\swell(?!\sas)|once\sagain|at\sthe\stime)\b"
)
SUBJECT_NEXT = (
    r"(?=(?:the|an?|its|their|some|at\sleast|more|two|three|four|five|six|seven|eight|nine|ten|dozens|several|many|about|around"
    r"|nearly|almost|hundreds|thousands|over)\s|(?!(?:19|20)\d\d\s)\d|[A-Z“]|[a-z]+s\s)"
)
WHEN_FIRST = re.compile(
    rf"^(?:(?:Late|Early|Earlier|Later)\s)?(?:[Oo]n\s)?(?:the\ssame\sday|{WEEKDAY}{PART}(?:,?\s{_DATE})?|{_DATE}"
    rf"|[Ii]n\s(?:late\s|early\s|mid-?)?(?:{_MONTH}(?:\s\d{{4}})?|\d{{4}}))"
    rf",?\s{SUBJECT_NEXT}"
)
NOT_WHEN = re.compile(
    r"\b(?:since|until|till|from|by|before|after|of|between|than|for|about|on|in|at|and|or|to)$",
    re.IGNORECASE,
)
_BACK = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|some|a\sfew)"
    r"\s(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)\sago"
)
_SPAN = (
    r"(?:(?:last|this|next)\s(?:week(?:end)?|month|year|night|morning|afternoon|evening|spring|summer|autumn|winter)"
    r"|that\s(?:day|week|month|night|morning|afternoon|evening))"
)
# "On Wednesday US jets struck", "Last week the group sent"; in "Today marks" the day is the subject
_TOLD_FIRST = re.compile(
    rf"^(?:(?:(?:Late|Early)\s)?[Oo]n\s{WEEKDAY}{PART}|(?i:(?:only\s|just\s)?{_BACK},?|{_SPAN}|yesterday{PART}|today|tonight)(?!\s[a-z]+s\s))"
    rf"\s{SUBJECT_NEXT}"
)
# "was agreed last month", "when the army raided them two weeks ago"
_TOLD_LAST = re.compile(
    rf",?\s(?:only\s|just\s|earlier\s|late\s|early\s)?(?:{_SPAN}|{_BACK}|yesterday{PART}|today|tonight)$"
)
# "since last year", "the raid of last week"; "going on this morning" goes without it
_HOLDS_A_DAY = re.compile(
    r"\b(?:since|until|till|from|by|before|after|of|between|than|for|and|or|to|as|during|through)$", re.IGNORECASE
)
_LEAST = 20
"""Letters of a title that remain without its day, at least."""


def without_first_day(text: str) -> str:
    """The words without a day that they open with: "On 18 July the minister"."""
    return WHEN_FIRST.sub("", text)


def without_told_day(title: str) -> str:
    """A title without the day it begins or ends with, as told on the day of publication.

    "Last month" is another month for who reads it a year later.
    """
    if "“" in title or '"' in title:
        return title
    last = _TOLD_LAST.search(title)
    if last is not None and last.start() >= _LEAST and not _HOLDS_A_DAY.search(title, 0, last.start()):
        title = title[: last.start()]
    first = _TOLD_FIRST.match(title)
    if first is None or len(title) - first.end() < _LEAST or is_finite(word_at(title, first.end())):
        return title
    return title[first.end() :][:1].upper() + title[first.end() + 1 :]
