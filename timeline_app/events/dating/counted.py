"""A day that is counted from another: "a day after the Aug. 15 bombing", "two weeks before the vote of 3 May"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from timeline_app.events.dating.handed_on import so_long_before
from timeline_app.events.numbers import COUNTED_TIME, Stretch, time_counted
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, When

_FROM = re.compile(
    rf"\b(?:(?P<about>about|some|around|nearly|almost|barely|less\sthan|more\sthan)\s)?(?P<stretch>{COUNTED_TIME})\s(?P<way>after|following|before)\s"
    r"(?:(?:the|its|their|his|her|an?)\s)(?P<deed>(?:[\w-]+\s){1,2}(?:of|on)\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_LETTERS = 90
"""Characters before a day in which the words stand that count from it."""
_A_NOUN = re.compile(r"\s[a-z]{3,}")
_FEW_DAYS = 7


def counted_from(sentence: Sentence, mention: DateMention) -> When | None:
    """The day so long after or before the one a deed is named by; None where the words before a day count nothing.

    Args:
        sentence: its words.
        mention: the day that a deed is named by: "the Aug. 15 bombing", "the battle of 3 May".
    """
    when, at = mention.when, mention.start - sentence.start
    if when is None or not when.is_single_day:
        return None
    found = _FROM.search(sentence.text, max(0, at - _LETTERS), at)
    named = found is not None and (found["deed"] or _A_NOUN.match(sentence.text, mention.end - sentence.start))
    if found is None or not named:
        return None
    stretch = time_counted(found)
    if found["way"].lower() == "before":
        return so_long_before(when, stretch)
    day = _after(when.earliest, stretch)
    if day is None:
        return None
    words = " ".join(sentence.text[found.start("stretch") : mention.end - sentence.start].split())
    reason = f"'{words}' is {day.day} {day:%B %Y}: {when.reason}"
    rough = bool(found["about"]) or stretch.days >= _FEW_DAYS or when.approximate
    if stretch.months:
        return When.in_month(
            day.year, day.month, approximate=True, basis="relative", text=words, anchor=mention.text, reason=reason
        )
    return When.on_day(day, approximate=rough, basis="relative", text=words, anchor=mention.text, reason=reason)


def _after(day: date, stretch: Stretch) -> date | None:
    if not stretch.months:
        return None if day.toordinal() + stretch.days > date.max.toordinal() else day + timedelta(days=stretch.days)
    year, month = divmod(day.year * 12 + day.month - 1 + stretch.months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else None
