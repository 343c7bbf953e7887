"""The day of an event whose words tell none: handed on from what was told before, or a marked guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from timeline_app.events.dating.bound import WEEKDAY
from timeline_app.events.dating.counted import so_far_off
from timeline_app.events.numbers import COUNTED_DAYS, WEEK, Stretch, days_counted
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, When


def so_far(when: When, reading: Reading, published: date | None) -> When:
    """The date of what has happened: "this month" ends with the day it was told on."""
    past = reading.verb.tense in ("past", "perfect") or continues(reading)
    told = published is not None and past and when.basis == "relative"
    if not told or published is None or not when.earliest <= published < when.latest or when.extent != "within":
        return when
    return When.within(
        when.earliest,
        published,
        precision="range",
        approximate=when.approximate,
        basis="relative",
        text=when.text,
        anchor=when.anchor,
        reason=f"{when.reason}; it was told on {published.day} {published:%B %Y}, and has not happened later",
    )


# "ever since the revolt broke out in March 2011", up to the date
_EVER_SINCE = re.compile(r"\bsince\s(?:[^\s.,;]{1,20}\s){2,14}$")


def ever_since(sentence: Sentence, reading: Reading, mention: DateMention, published: date | None) -> When | None:
    """From a date to publication, where the words say that something has gone on since what happened then.

    "Crowds have demonstrated ever since the revolt broke out in March 2011"; None where they do not.
    """
    when, verb = mention.when, reading.verb.hit
    if when is None or published is None or reading.verb.tense != "perfect" or when.latest > published:
        return None
    if not _EVER_SINCE.search(sentence.text, verb.end, max(verb.end, mention.start - sentence.start)):
        return None
    return When.throughout(
        when.earliest,
        published,
        approximate=when.approximate,
        basis="relative",
        text=mention.text,
        anchor="publication",
        reason=f"it has gone on since '{mention.text}' and was told on {published.day} {published:%B %Y}",
    )


# "Six men have been killed since.", "It has since been shut"
_SINCE = re.compile(r"\b(?:has|have)\ssince\s(?=[a-z])|\b(?:have|has)\sbeen\s[^,;:]{3,60}\ssince(?=[.,;]|$)")


def since_then(text: str, reading: Reading, day: When | None, written: date | None) -> When | None:
    """From the day told last to the day of writing, for what has happened "since"; None where the words say no such."""
    if day is None or written is None or reading.verb.tense != "perfect" or not day.is_single_day:
        return None
    if day.latest >= written or not _SINCE.search(text):
        return None
    return When.within(
        day.earliest,
        written,
        precision="range",
        approximate=day.approximate,
        basis="inherited",
        text="since",
        anchor=day.text,
        reason=f"'since' the day told before, {day.earliest.day} {day.earliest:%B %Y}; it was told on"
        f" {written.day} {written:%B %Y}, and is known up to then",
    )


def inherited(before: When, words: str) -> When:
    """The date in force, carried to a sentence that goes on from it."""
    return before.with_(
        basis="inherited",
        anchor=before.reason or before.text,
        reason=f"no date of its own; goes on from the sentence before, dated by '{words or before.text}'",
        alternatives=before.alternatives,
    )


def so_long_before(later: When, stretch: Stretch) -> When | None:
    """The day that lies some days before another: "on Friday, two days after rebels took the town" is Wednesday's.

    Months before it lies a month of the calendar, years before it a year: "16 months after guards took the town" in
    December 2015 is August 2014.

    Args:
        later: the day told in the clause before; None comes back where it is no single day.
        stretch: how long before it.
    """
    longest = _SHORT_SPAN if stretch.days else _A_YEAR
    if later.extent == "throughout" or later.days > longest:
        return None
    off, last = (so_far_off(day, stretch, -1) for day in (later.earliest, later.latest))
    if off is None or last is None:
        return None
    if last.latest != off.latest:
        off = When.within(off.earliest, last.latest, precision="range", approximate=True)
    known = later.basis in ("stated", "relative")  # what is reckoned from a guess is one
    rough = off.approximate or not known
    told = f"'{later.text}'" if later.text else "the publication date, a guess"
    return off.with_(
        approximate=rough,
        edtf=off.edtf.rstrip("~") + ("~" if rough and off.precision != "range" else ""),
        basis="relative" if known else later.basis,
        anchor=later.text,
        reason=f"{_in_words(stretch)} before {told}, {later.earliest.day} {later.earliest:%B %Y}",
    )


_SHORT_SPAN, _A_YEAR = 31, 366
"""Days of the longest stretch of time before which days, or months and years, are counted."""


def _in_words(stretch: Stretch) -> str:
    """Such as "the day", "9 days", "16 months"."""
    if stretch.days:
        return "the day" if stretch.days == 1 else f"{stretch.days} days"
    return f"{stretch.months} months" if stretch.months else f"{stretch.years} years"


# "Three days after his death, men searched the house"
_AFTER_THAT = re.compile(
    rf"^\W{{0,3}}(?:(?:About|Some|Just|Only)\s)?{COUNTED_DAYS}"
    r"\s(?:after|following)\s(?:his|her|its|their|the|that|this)\s[a-z-]{3,20}\b(?!\s(?:of|in|on|at)\b)",
    re.IGNORECASE,
)


_DAY_AFTER = re.compile(r"(?:on\s)?the\s(?:following|next)\sday|(?:just\s|only\s)?(?:one|a)\sday\slater", re.IGNORECASE)


_LATER = re.compile(r"\slater$", re.IGNORECASE)


def is_of_its_entry(mention: DateMention, day: When, *, opens: bool) -> bool:
    """Whether an expression under a dated line says that line's day again.

    "26 November - the attack": what "began last Tuesday", where that is a Tuesday, or came "the following day",
    behind the entry above.

    Args:
        mention: the expression.
        day: the line's day.
        opens: whether it opens the first sentence under the line; "a day later" elsewhere is a day after that one's.
    """
    if not day.is_single_day or mention.when is None or not mention.when.is_single_day:
        return False
    if _DAY_AFTER.fullmatch(mention.text):
        return (opens or not _LATER.search(mention.text)) and (mention.when.earliest - day.earliest).days == 1
    same = mention.when.earliest.weekday() == day.earliest.weekday()
    return mention.when.basis == "relative" and same and WEEKDAY.fullmatch(mention.text) is not None


_DEED = (
    r"(?:attacks?|raids?|(?:air\s?-?)?strikes?|bombings?|blasts?|explosions?|shootings?|massacres?|ambush|killings?"
    r"|assassinations?|kidnappings?|abductions?)"
)


# "The raid was met with fire", "Those strikes killed nine": a deed told of before; a battle lasts
_THE_DEED = re.compile(
    rf"^\W{{0,3}}(?:The|This|That|These|Those)\s(?:[a-z-]{{3,15}}\s){{0,2}}?{_DEED}\s(?!in\b|on\b|at\b|of\b|near\b|that\b|which\b|by\b)"
)


# "That attack was claimed by": the one told last, were it only told beside
_THAT_DEED = re.compile(
    rf"^\W{{0,3}}(?:That|The\s(?:earlier|previous|former))\s(?:[a-z-]{{3,15}}\s){{0,2}}?{_DEED}\s(?!in\b|on\b|at\b|of\b)"
)


# "were killed in the strike", "died in that attack"
_IN_THE_DEED = re.compile(
    rf"\b(?:in|by|during|from)\s(?:the|that|this)\s(?:[a-z-]{{3,15}}\s){{0,2}}?{_DEED}\b"
    r"(?!-|\s(?:in|on|at|of|near|against|that|which)\b)"
)


# "Wednesday['s attack] broke the quiet", "last month['s raid] on the village"
_ITS_DEED = re.compile(rf"(?:['’]s?)?\s(?:[a-z-]{{3,15}}\s){{0,2}}?{_DEED}\b(?!-)")


def day_of_deed_named(sentence: Sentence, dates: Sequence[DateMention], written: date | None) -> When | None:
    """The day or month by which a sentence names a deed that it does not tell: "Wednesday's attack broke the quiet"."""
    for mention in dates:
        when, end = mention.when, mention.end - sentence.start
        possessive = sentence.text.startswith(("'", "’"), end) or mention.text.endswith(("'s", "’s"))
        if when is None or written is None or not possessive or when.precision not in ("day", "month"):
            continue
        if _ITS_DEED.match(sentence.text, end) and 0 <= (written - when.latest).days <= STORY_DAYS:
            return when
    return None


# "Within hours of the blast the border was shut"
_JUST_AFTER = re.compile(
    r"\b(?:within\s(?:minutes|hours)\sof|(?:minutes|hours|shortly|soon|right|immediately)\safter)\s(?:the|that|this)\s"
    rf"(?:[a-z-]{{3,15}}\s){{0,2}}?{_DEED}\b(?!-|\s(?:in|on|at|of|near|against|that|which)\b)",
    re.IGNORECASE,
)


def is_just_after_deed(sentence: str) -> bool:
    """Whether a sentence tells what happened minutes or hours after a deed told of before: on its day."""
    return _JUST_AFTER.search(sentence) is not None


def points_to_deed_beside(sentence: str) -> bool:
    """Whether a sentence goes on about a deed that the one before told beside its own: "That attack was claimed"."""
    return _THAT_DEED.match(sentence) is not None


def points_to_deed(sentence: str) -> bool:
    """Whether a sentence goes on about a deed told of before: "The raid killed nine", "Nine died in the raid"."""
    return _THE_DEED.match(sentence) is not None or _IN_THE_DEED.search(sentence) is not None


def days_after_that(sentence: str, told: When) -> When | None:
    """The day that lies some days after the one told: "Three days after his death", "... two days after the attack"."""
    opens = _AFTER_THAT.match(sentence)
    found = opens or (_AFTER_DEED.search(sentence) if " after the " in sentence else None)
    if found is None or not told.is_single_day:
        return None
    days = days_counted(found)
    try:
        day = told.earliest + timedelta(days=days)
    except OverflowError:
        return None
    return When.on_day(
        day,
        approximate=days >= WEEK,
        basis="relative" if opens else "inherited",  # the story goes on from a day it turns to
        text=found.group().strip(),
        anchor=told.text,
        reason=f"'{found.group().strip()}', reckoned from '{told.text}', {told.earliest.day} {told.earliest:%B %Y}",
    )


# "told a press conference two days after the attack"; not "after the attack on the mill", which says which
_AFTER_DEED = re.compile(
    rf"(?<=\s){COUNTED_DAYS}\safter\sthe\s(?:[a-z-]{{3,15}}\s)?{_DEED}\b(?!\s(?:of|on|in|at|near|against|by|that|which)\b|-)",
    re.IGNORECASE,
)


_LEAD_DAYS = 2
"""Days before publication of a story's first day that stands for what it tells without one."""


STORY_DAYS = 31
"""Days before publication of a first day from which on lies what a story goes on to tell as past."""


def of_the_deed(deed: When) -> When:
    """The day or month of the deed a story named so, as a marked guess for the violence it goes on to tell."""
    return deed.with_(
        approximate=True,
        edtf=deed.edtf.rstrip("~") + "~",
        basis="inherited",
        anchor=deed.reason or deed.text,
        reason=f"no date of its own; told of what the story calls that of '{deed.text}'",
    )


def guessed(
    published: date, lead: When | None = None, opening: When | None = None, name: str = "the publication date"
) -> When:
    """The day that stands in as a marked guess: the one a story begins with, shortly before its publication, else that.

    A story whose first event is some days old tells of the days since then.

    Args:
        published: the day the words were written: of publication or of the dateline.
        lead: the first date the story tells, for what it goes on to tell as past; None where there is none.
        opening: the date of the first event it tells, likewise.
        name: what `published` is called in the reason.
    """
    if lead is not None and lead.is_single_day and 0 < (published - lead.latest).days <= _LEAD_DAYS:
        return When.on_day(
            lead.earliest,
            approximate=True,
            basis="inherited",
            anchor=lead.text,
            reason="no date in the words; the day the story begins with,"
            f" {lead.earliest.day} {lead.earliest:%B %Y}, stands in as a guess",
        )
    began = opening if opening is not None and opening.is_single_day else None
    if began is not None and _LEAD_DAYS < (published - began.latest).days <= STORY_DAYS:
        return When.within(
            began.earliest,
            published - timedelta(days=1),
            precision="range",
            approximate=True,
            basis="inherited",
            anchor=began.text,
            reason="no date in the words; between the day the story begins with,"
            f" {began.earliest.day} {began.earliest:%B %Y}, and the day before its publication, as a guess",
        )
    return When.on_day(
        published,
        approximate=True,
        basis="publication",
        anchor="publication",
        reason=f"no date in the words; {name}, {published.day} {published:%B %Y}, stands in as a guess",
    )


def from_day_told_last(day: When, published: date) -> When | None:
    """The day told last as a marked guess for a deed told on, of a story that tells day by day of some weeks ago.

    "On 19 August the army attacked. A mine killed three." in a page of 30 August. Measured on the 80 folders of retold
    articles: of 65 deeds up to three paragraphs behind such a day 49 may be of it, 27 of the day of publication.

    Args:
        day: the day told last.
        published: the day the words were written.
    """
    if not day.is_single_day or not _SOME_DAYS <= (published - day.latest).days <= _SOME_WEEKS:
        return None
    return When.on_day(
        day.earliest,
        approximate=True,
        basis="publication",
        anchor=day.text,
        reason="no date in the words; the day told last,"
        f" {day.earliest.day} {day.earliest:%B %Y}, stands in as a guess",
    )


_SOME_DAYS, _SOME_WEEKS = 7, 60
"""Days before publication of what a story may tell day by day; what is closer is told with the news of the day."""


def continues(reading: Reading) -> bool:
    """Whether the sentence narrates on in the simple past, so that the date in force carries over."""
    return reading.verb.tense == "past" or (reading.speech is not None and reading.speech.tense == "past")


def narrates_now(reading: Reading) -> bool:
    """Whether a sentence tells in the narrative present, as chronologies do."""
    return reading.verb.tense == "present"


_SAME_IN_THE_PAST = frozenset(
    "hit cut put set shut let cost quit spread burst split beat shed hurt cast thrust wed".split()
)
"""Verbs whose past is their present: in a chronicle "strikes hit the port" narrates now."""


def may_narrate_now(reading: Reading) -> bool:
    """Whether a sentence may tell in the narrative present, told by verbs or by one that looks the same in the past."""
    return narrates_now(reading) or (reading.verb.tense == "past" and reading.verb.hit.signal.base in _SAME_IN_THE_PAST)
