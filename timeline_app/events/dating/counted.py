"""A day that is counted from another: "a day after the Aug. 15 bombing", "two weeks before the vote of 3 May"."""

from __future__ import annotations

import re
from datetime import date

from timeline_app.events.numbers import ABOUT, COUNTED_TIME, WEEK, YEAR, Stretch, time_counted
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, When

_FROM = re.compile(
    rf"\b(?P<about>{ABOUT})(?P<stretch>{COUNTED_TIME})\s(?P<way>after|following|before)\s"
    r"(?P<the>(?:the|its|their|his|her|an?|[a-z]+['’]s?)\s)?(?P<deed>(?:[\w-]+\s){1,2}(?:of|on)\s(?:the\s)?)?$",
    re.IGNORECASE,
)
_TO_THE_DAY = frozenset({"", "just", "only", "exactly"})
_LETTERS = 90
"""Characters before a day in which the words stand that count from it."""
_A_NOUN = re.compile(r"\s[a-z]{3,}")


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
    if found is None or not named or not (found["the"] or mention.text.lower().startswith("the ")):
        return None
    stretch = time_counted(found)
    off = so_far_off(when.earliest, stretch, -1 if found["way"].lower() == "before" else 1)
    if off is None:
        return None
    words = " ".join(sentence.text[found.start("stretch") : mention.end - sentence.start].split())
    rough = off.approximate or when.approximate or found["about"].strip().lower() not in _TO_THE_DAY
    edtf = off.edtf.rstrip("~") + ("~" if rough else "")
    reason = f"'{words}' is counted from {when.earliest.day} {when.earliest:%B %Y}: {when.reason}"
    return off.with_(text=words, anchor=mention.text, reason=reason, approximate=rough, edtf=edtf)


def so_far_off(day: date, stretch: Stretch, way: int) -> When | None:
    """The day, month or year that lies so many days, months or years after (1) or before (-1) a day.

    Weeks are seldom counted to the day, months and years never: a week off is about that day.
    None beyond the years 1 to 9999.
    """
    if stretch.days:
        far = day.toordinal() + way * stretch.days
        if not date.min.toordinal() <= far <= date.max.toordinal():
            return None
        return When.on_day(date.fromordinal(far), approximate=stretch.days >= WEEK, basis="relative")
    year, month = divmod(day.year * YEAR + day.month - 1 + way * stretch.months, YEAR)
    year += way * stretch.years
    if not date.min.year <= year <= date.max.year:
        return None
    if stretch.months:
        return When.in_month(year, month + 1, approximate=True, basis="relative")
    return When.in_year(year, approximate=True, basis="relative")
