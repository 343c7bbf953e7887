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
from datetime import date, timedelta

from timeline_app.events.numbers import COUNTED_DAYS, WEEK, days_counted
from timeline_app.events.reading import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.beginnings import says_when_it_began
from timeline_app.events.verbs.finite import BE, HAVE, PASSIVE_FOLLOWERS, Verb, is_past
from timeline_app.events.verbs.signals import REPORTING, is_only_past, present_of, signals_of
from timeline_app.model import DateMention, When

_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where)\b", re.IGNORECASE)


def own_date(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], published: date | None = None
) -> DateMention | None:
    """The expression of the sentence that dates its event: nearest to its verb, among those not elsewhere bound.

    What is told as having happened did not happen after the day of publication: a later day that was reckoned is of
    what is planned or hoped in the same sentence. A day that is stated stays, and `merge.check_event` wonders at it.
    """
    free = [m for m in dates if m.when is not None and not _bound_elsewhere(sentence, reading, m)]
    if published is not None and reading.verb.tense in ("past", "perfect"):
        free = [m for m in free if m.when is not None and (m.when.earliest <= published or m.when.basis == "stated")]
    free = [m for m in free if not _AS_TOLD.fullmatch(m.text)] or free
    precise = [m for m in free if m.when is not None and m.when.precision != "range"]
    if len(precise) < len(free) and all(_is_of_telling(sentence, reading, m) for m in precise):
        precise = [m for m in free if m not in precise]  # "have died since May 11, a medic said on Friday"
    precise = _without_day_said(sentence, reading, precise)
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


def _is_nearer_unread(sentence: Sentence, reading: Reading, dates: Sequence[DateMention], nearest: DateMention) -> bool:
    """Whether a day of an unknown year stands nearer: "On 22 May the army took the hill, held by others since 2012"."""
    unread = [
        m for m in dates if m.when is None and m.timex_type == "DATE" and not _bound_elsewhere(sentence, reading, m)
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


_LATER_THAT_DAY = re.compile(
    r"(?:later|earlier|late|early)\s(?:in\sthe|on\sthe\ssame|the\ssame|on\sthat|that)\s(?:day|morning|afternoon|evening|night)",
    re.IGNORECASE,
)


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
    r"|\b(?:later|earlier)\s(?:in\sthe|that|the\ssame)\s(?:day|morning|afternoon|evening|night)\b"
    r"|\bwithin\s(?:(?:an?|the|\d+|two|three|a few|several)\s)?(?:hours?|minutes?|moments)\b",
    re.IGNORECASE,
)


def is_hours_later(sentence: str) -> bool:
    """Whether a sentence tells what happened hours or minutes after what was told, or "by evening": on the same day."""
    return _HOURS_LATER.search(sentence) is not None


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


def inherited(before: When, words: str) -> When:
    """The date in force, carried to a sentence that goes on from it."""
    return before.with_(
        basis="inherited",
        anchor=before.reason or before.text,
        reason=f"no date of its own; goes on from the sentence before, dated by '{words or before.text}'",
        alternatives=before.alternatives,
    )


def so_long_before(later: When, days: int) -> When | None:
    """The day that lies some days before another: "on Friday, two days after rebels took the town" is Wednesday's.

    Args:
        later: the day told in the clause before; None comes back where it is no single day.
        days: how many days before it.
    """
    if not later.is_single_day or later.earliest.toordinal() <= days:
        return None
    day = later.earliest - timedelta(days=days)
    counted = "the day" if days == 1 else f"{days} days"
    known = later.basis in ("stated", "relative")  # what is reckoned from a guess is one
    told = f"'{later.text}'" if later.text else "the publication date, a guess"
    return When.on_day(
        day,
        approximate=days >= WEEK or not known,
        basis="relative" if known else later.basis,
        anchor=later.text,
        reason=f"{counted} before {told}, {later.earliest.day} {later.earliest:%B %Y}",
    )


# "Three days after his death, men searched the house"
_AFTER_THAT = re.compile(
    rf"^\W{{0,3}}(?:(?:About|Some|Just|Only)\s)?{COUNTED_DAYS}"
    r"\s(?:after|following)\s(?:his|her|its|their|the|that|this)\s[a-z-]{3,20}\b(?!\s(?:of|in|on|at)\b)",
    re.IGNORECASE,
)


_DAY_AFTER = re.compile(r"(?:on\s)?the\s(?:following|next)\sday|(?:just\s|only\s)?(?:one|a)\sday\slater", re.IGNORECASE)
_LATER = re.compile(r"\slater$", re.IGNORECASE)
_WEEKDAY = re.compile(
    r"(?:on\s|last\s|this\s|early\s|late\s)*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?", re.IGNORECASE
)


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
    return mention.when.basis == "relative" and same and _WEEKDAY.fullmatch(mention.text) is not None


_DEED = (
    r"(?:attacks?|raids?|(?:air\s?-?)?strikes?|bombings?|blasts?|explosions?|shootings?|massacres?|ambush|killings?"
    r"|assassinations?|kidnappings?|abductions?)"
)
# "The raid was met with fire", "Those strikes killed nine": a deed told of before; a battle lasts
_THE_DEED = re.compile(
    rf"^\W{{0,3}}(?:The|This|That|These|Those)\s(?:[a-z-]{{3,15}}\s){{0,2}}?{_DEED}\s(?!in\b|on\b|at\b|of\b|near\b|that\b|which\b|by\b)"
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
        if _ITS_DEED.match(sentence.text, end) and 0 <= (written - when.latest).days <= _STORY_DAYS:
            return when
    return None


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
_STORY_DAYS = 31
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
    if began is not None and _LEAD_DAYS < (published - began.latest).days <= _STORY_DAYS:
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


def _bound_elsewhere(sentence: Sentence, reading: Reading, mention: DateMention) -> bool:
    return _is_told_apart(sentence, reading, mention) or _is_of_another_word(sentence, reading, mention)


def _is_told_apart(sentence: Sentence, reading: Reading, mention: DateMention) -> bool:
    """Whether an expression stands in an insertion or a relative clause, is compared with, or is what was declared."""
    at = mention.start - sentence.start
    return (
        _in_insertion(sentence.text, reading.verb, at)
        or _is_compared_with(sentence.text, mention, at)
        or _is_declared(sentence.text, mention, at)
        or _in_relative(sentence.text, reading.verb, at)
    )


def _is_of_another_word(sentence: Sentence, reading: Reading, mention: DateMention) -> bool:
    """Whether an expression stands with a participle or a noun that is not the event's own: "men seized in 2014"."""
    at = mention.start - sentence.start
    if _heads_clause_of(sentence.text, reading.verb.hit.start, at + len(mention.text)):
        return False
    if reading.speech is not None or reading.type in REPORTING:
        spoken = _SAID_IN.match(sentence.text, 0, at)
        if spoken is not None:
            return False
    if _in_aside(sentence.text, reading.verb, at):
        return True
    if _SAID_THEN.search(sentence.text, max(0, at - 60), at):
        return False
    binder = _nearest_verb(sentence.text, at)
    if binder is None or binder[0] < reading.verb.hit.start < at:
        return False  # "Troops backed by jets took the town on Friday": the day lies behind the event's verb
    if _DECLARED_SO.search(sentence.text, 0, binder[0]) or _is_finite_between(sentence.text[binder[0] : at]):
        return False  # "declared Mosul freed on July 10", "pilots held in Lebanon came home on Saturday"
    if _is_closed(sentence.text, binder[0], at) or (binder[1] in _STANDING and mention.timex_type != "DURATION"):
        return False
    if _is_of_a_day(mention) and _WHOSE.match(sentence.text, binder[0]):
        return False
    if binder[0] in {verb.hit.start for verb in (reading.verb, reading.speech) if verb is not None}:
        return False
    if _TOLD_IT.match(sentence.text, at + len(mention.text)) and any(
        one.type in REPORTING for one in signals_of(binder[1])
    ):
        return False
    return _is_reduced(sentence.text, *binder) and not _AT_THE_TIME.search(sentence.text[: binder[0]])


# "In a letter addressed to the league on Monday he wrote": the day he wrote it
_SAID_IN = re.compile(
    r"^\W{0,3}In\s(?:an?|his|her|its|their|the)\s(?:[\w-]+\s){0,2}?(?:statement|letter|speech|address|message|interview|report|video|recording|post|tweet"
    r"|communiqu[eé]|declaration|briefing|sermon|broadcast)\s[^,;:]{0,80}$"
)
# "men seized in August 2014[, when] gunmen [overran] the town": the deed's day, too
_WHEN = re.compile(r",?\s(?:when|as)\s[^,;:]{2,80}$")


def _heads_clause_of(text: str, verb: int, end: int) -> bool:
    """Whether the event's verb stands in the clause of "when" that goes on right behind an expression."""
    return verb > end and _WHEN.match(text[end:verb]) is not None


def _is_of_a_day(mention: DateMention) -> bool:
    """Whether an expression tells a day or an hour of one, from which nothing goes on: not "since Sunday"."""
    if mention.text.lower().startswith("since"):
        return False
    return mention.when is not None and mention.when.is_single_day


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
    told = [one for one in dates if one.when is not None and not _is_told_apart(sentence, reading, one)]
    days = {one.when for one in told}
    when = told[0].when if len(days) == 1 else None
    if when is None or published is None or reading.type in REPORTING or when.extent != "within":
        return None
    between = sentence.text[reading.verb.hit.end : told[0].start - sentence.start]
    if _COMES_AFTER.search(between) or not 0 <= (published - when.latest).days <= _STORY_DAYS:
        return None
    return when.with_(
        approximate=True,
        edtf=when.edtf.rstrip("~") + "~",
        basis="inherited",
        anchor=when.reason or when.text,
        reason=f"no date of its own; '{when.text}' is told of something beside it, and no other day is",
    )


# "after kidnapping him on Monday", "since the raid of 4 May", "a town it lost two weeks ago"
_COMES_AFTER = re.compile(
    r"\b(?:after|since|following|before|until|ahead\sof|because)\b|[a-z]\s(?:it|he|she|they)\s(?:had\s)?\w+\b"
)


# "areas held by the guards [on Sunday]": whose a place is goes on over days, the day is the deed's
_WHOSE = re.compile(r"(?:held|controlled|ruled|run|owned|administered|governed|dominated|inhabited|populated)\sby\b")


def _is_finite_between(words: str) -> bool:
    """Whether a past that is no participle stands behind one in its clause: "[held in Tara came home on] Monday"."""
    plain = words.lower().split()
    resumed = _RESUMED.search(words)  # "The cry, [heard since the march reached the sea, came again on] Monday"
    if resumed is not None and is_only_past(resumed["verb"]):
        return True
    shown = _SHOWN.search(words)
    if shown is not None and present_of(shown["verb"]) is not None:
        return True
    opens = not _CLAUSE_WORDS.isdisjoint(plain) or any(mark in words for mark in ",;:")
    return not opens and any(map(is_only_past, plain[1:]))


_RESUMED = re.compile(r",\s(?P<verb>[a-z]{3,12})\b(?=[^,;:]*$)")
# "A truce [agreed in Moscow collapses on] Monday"
_SHOWN = re.compile(r"\s(?P<verb>[a-z]{3,12}s)\s(?:on|in|by|at|late|early)?\s?$")

_CLAUSE_WORDS = frozenset("who which that whose where when while as after before until because if and but".split())


def _is_declared(text: str, mention: DateMention, at: int) -> bool:
    """Whether a weekday is what was declared, not when: "declared Saturday a day of mourning"."""
    if not _WEEKDAY.fullmatch(mention.text):  # "had proclaimed 8 September a day of mourning": by then
        return False
    return bool(_IS_DECLARED.match(text, at + len(mention.text)) and _DECLARED.search(text, 0, at))


_DECLARED = re.compile(r"\b(?:declar|proclaim|nam|designat|mark)(?:e|es|ed|ing)\s(?:(?:this|next|the\scoming)\s)?$")
_IS_DECLARED = re.compile(r"\s(?:as\s|to\sbe\s)?(?:an?|the)\s(?:[a-z]+\s){0,2}?(?:day|holiday|anniversary|deadline)\b")
# "declared Mosul freed"
_DECLARED_SO = re.compile(r"\b(?:declar|proclaim|pronounc)(?:e|es|ed|ing)\s(?:[\w’'-]+\s){1,4}$")
# "announced on Sunday it had retaken the mill": the day it was told
_TOLD_IT = re.compile(r",?\s(?:that|it|they|he|she)\s")
# ", activists said Friday": when it was told, which is close to when it happened
_SAID_THEN = re.compile(
    r",[”\"]?\s[^,;“”]{2,40}\s(?:said|reported|announced|confirmed|added)\s(?:(?:on|late|early)\s){0,2}$"
)


# "shelling broke out as the convoy entered on Friday": both happened then
_AT_THE_TIME = re.compile(r"\b(?:when|as|while)\s(?:[^\s,;:]{1,30}\s){1,6}$")


# "a town it lost", "positions they held": a relative clause without a pronoun, up to a date
_BARE_RELATIVE = re.compile(
    r"\b(?!(?:as|when|while|since|that|because|after|before|until|and|but|or)\s)[^\W\d_]+\s(?:it|they|he|she)\s(?:had\s)?[^\W\d_]{3,20}(?:\s[^\s,;]{1,20}){0,3}\s{0,2}$"
)


def _is_bare_relative(told: str) -> bool:
    """Whether words end within "a town it lost"; not within "stormed the town and held it briefly"."""
    found = _BARE_RELATIVE.search(told)
    return found is not None and not is_past(found.group().split()[0].lower())


# "after kidnapping him", "since the escalation of": another happening, up to its date
_BESIDE = re.compile(
    r"\b(?:after|before|since|following)\s(?:[^\W\d_]+ing\b[^,;]{0,60}|(?:the|a|an|his|her|its|their)\s[^,;]{1,60}?\s?of)\s{0,2}$"
)


# "has fallen after rebels took the town", up to a date: the day of what came before
_AFTER_CLAUSE = re.compile(
    r"\bafter\s(?:[^\W\d_][\w’'-]*\s){1,4}?(?:took|seized|captured|stormed|entered|attacked|killed|left|fled|withdrew|reached|struck|hit|shelled|bombed"
    r"|fell|broke|began|signed|agreed|launched|retook|recaptured|overran|crossed|ambushed|opened|fired)\b[^,;:]{0,80}$"
)


def _in_aside(text: str, verb: Verb, at: int) -> bool:
    """Whether an expression behind the event's verb belongs to another happening told beside it."""
    told = text[verb.hit.end : max(at, verb.hit.end)]
    return bool(
        _AFTER_CLAUSE.search(told)
        or _is_bare_relative(told)
        or _is_that_clause(told)
        or (" that " in told and _THAT_SOMEBODY.search(told))
        or _BESIDE.search(told)
        or _OF_NOUN.search(text[max(0, at - 120) : at])
    )


# "after an operation that began", up to a date: the relative clause's own; not "said that it began"
_THAT_CLAUSE = re.compile(
    r"(?P<noun>[^\W\d_]{3,20})\sthat\s(?:had\s|was\s|were\s|has\s)?(?:[a-z]{2,12}ly\s|first\s)?(?P<verb>[a-z]{3,12})(?:\s[a-z]{2,5}){0,3}\s{0,2}$"
)


# "a town that rebels had laid siege to", up to a date; not "the claim that rebels had left it"
_THAT_SOMEBODY = re.compile(
    r"\b(?:an?|the|its|their|some|those)\s(?:[\w-]+\s){0,2}?(?!(?:claim|statement|fact|news|word|announcement|report|reports|rumou?r|rumou?rs|belief|day"
    r"|night|evidence|allegation|allegations|sign|signs|idea|condition|confirmation|admission)\s)[a-z]{3,20}\sthat\s(?:[\w’'-]+\s){1,3}?had\s[^,;:]{2,60}$"
)


def _is_that_clause(told: str) -> bool:
    clause = _THAT_CLAUSE.search(told) if " that " in told else None
    if clause is None or any(one.type in REPORTING or one.type == "accusation" for one in signals_of(clause["noun"])):
        return False
    return (
        clause["verb"].endswith("ed")
        or clause["verb"] == "got"
        or any(one.form == "past" for one in signals_of(clause["verb"]))
    )


# "condemned Syria for the massacre in Houla last Friday": the day is the noun's
_OF_NOUN = re.compile(
    r"\b(?:for|over|after|following|since|despite|investigat(?:e|ing))\s(?:the|a|an|its|their|his)\s(?:[\w-]{1,20}\s){0,3}?"
    r"(?:massacres?|attacks?|(?:air)?strikes?|bombings?|killings?|assassination|raids?|shelling|blasts?|explosions?"
    r"|offensive|coup|election|ceasefire|truce|deal|agreement|capture|fall|seizure|deaths?|protests?|clashes)\b"
    r"(?:\s(?:in|on|at|near|of|against)\s[^,;]{1,40}?)?\s(?:on\s|in\s)?$"
)


# "the fiercest"; not "the southwest", "arrest"
_NO_SUPERLATIVE = (
    r"(?!(?:(?:north|south|mid)?-?(?:west|east)|arrest|unrest|protest|contest|request|conquest|suggest|forest|harvest"
    r"|interest|invest|honest|modest|priest|tempest|digest|manifest|chest|guest|quest|bequest)\b)"
)
_SUPERLATIVE = rf"\b{_NO_SUPERLATIVE}" + r"(?:[a-z]{3,}est|first|worst|most\s[a-z]{3,20}|second|third|only|last)\b"
# "the first time since 15 November", "the biggest exchange since the start of the war in 2011"
_COMPARED = re.compile(_SUPERLATIVE + r"(?:[^.;]|(?<=[A-Z])\.){0,80}?\bsince\s(?:[^\s,;.]{1,20}\s){0,14}$")
# "the fiercest fighting this year"
_OF_ITS_TIME = re.compile(_SUPERLATIVE + r"\s(?:[\w-]{1,20}\s){0,3}(?:so far\s)?$")


def _is_compared_with(text: str, mention: DateMention, at: int) -> bool:
    """Whether an expression only says how long there was nothing like it."""
    before, words = text[max(0, at - 200) : at], mention.text.lower()
    if words.startswith("this"):
        return bool(_OF_ITS_TIME.search(before))
    if words.startswith("since"):
        before += "since "
    return "since " in before and bool(_COMPARED.search(before))


_PARTICIPLE = re.compile(
    r"\b(?:[a-z]{2,}ed|held|taken|captured|shot|built|made|found|struck|seen|proven|thrown|driven|beaten|stolen|known|given|begun|sent|lost|hit|caught|born|led)\b"
)


def _nearest_verb(text: str, at: int) -> tuple[int, str] | None:
    """The last participle-like word before a position."""
    found = list(_PARTICIPLE.finditer(text, 0, at))
    return (found[-1].start(), found[-1].group()) if found else None


_STANDING = frozenset(
    {"known", "named", "called", "affiliated", "allied", "linked", "located", "situated", "identified"}
)
"""Participles of what someone or something is: no day tells when it was so."""


def _is_closed(text: str, start: int, at: int) -> bool:
    """Whether a participle opens what is inserted between commas and ends before a position.

    "The army and its allies, backed by jets, on Friday took the town": the day is not the backing's.
    """
    return text[:start].endswith(", ") and "," in text[start:at]


def _is_reduced(text: str, start: int, word: str) -> bool:
    """A bare participle behind a noun and before a preposition, with a finite verb elsewhere."""
    before = re.findall(r"[\w'’]+", text[max(0, start - 40) : start].lower())[-3:]
    after = re.match(r"\W{1,2}(\w+)", text[start + len(word) :])
    if any(w in BE | HAVE for w in before) or before[-1:] in (["and"], ["but"], ["to"]):
        return False
    if after is not None and after.group(1).lower() == "to" and word in _CATENATIVES:
        return False  # "tried to run supplies": finite
    if after is not None and after.group(1).lower() != "by" and word in _ALWAYS_DONE:
        return False  # "managed on Friday to break the siege"
    if word in _OWN_PASTS:
        return False  # "after calm prevailed at dawn": a clause of its own
    return bool(before) and after is not None and after.group(1).lower() in PASSIVE_FOLLOWERS


_CATENATIVES = frozenset(
    {"tried", "wanted", "planned", "hoped", "agreed", "refused", "decided", "vowed", "managed", "failed", "continued",
     "attempted", "started", "threatened", "promised", "intended", "prepared", "helped", "pledged", "offered",
     "seemed", "appeared", "tended", "needed"}
)  # fmt: skip


_ALWAYS_DONE = frozenset(
    "tried wanted hoped refused vowed managed failed attempted threatened seemed appeared tended needed".split()
)
"""Those of them that are no participle but before "by"."""

_OWN_PASTS = frozenset(
    "prevailed returned remained occurred happened erupted arrived clashed boiled spilled flared escalated".split()
)
"""Pasts of verbs without an object: never a participle behind its noun."""


# ", who was seized in 2014," and ", a man accused of theft in May, was shot": what is told of the subject beside;
# ", in rebel hands since 2012, was", ", besieged in 2014, has"
_INSERTION = re.compile(
    r",\s(?:who|whom|whose|which)\b[^,;]{0,200},"
    r"|,\s(?:(?:an?|the)\s[^,;]{3,120}|[^,;]{3,100}?\ssince\s[^,;]{2,60}"
    r"|(?:[a-z]{2,12}ly\s|first\s|once\s)?(?:[a-z]{3,12}ed|held|taken|built|lost|begun|shot|struck|hit|found|seen|sent|caught|born|made|led|driven)\s[^,;]{3,120})"
    r",(?=\s(?:was|were|has|have|had|is|are|will)\b)"
    # "The nuns, carried off last December by a gang, got to the border"
    r"|^\W{0,3}[^,;]{3,90},\s(?:[a-z]{3,12}ed|held|taken|lost|shot|struck|found|seen|caught|kept|driven)\s[^,;]{3,90}"
    r"\s(?:by|in|at|from|near|on)\s[^,;]{2,60},(?=\s[a-z]{2,12}\b)"
)


def _in_insertion(text: str, verb: Verb, at: int) -> bool:
    """Whether an expression stands in a relative clause between commas and the verb outside it."""
    return any(
        match.start() < at < match.end()
        and not match.start() < verb.hit.start < match.end()
        and not says_when_it_began(text, match.start(), match.end(), verb)
        for match in _INSERTION.finditer(text)
    )


def _in_relative(text: str, verb: Verb, at: int) -> bool:
    """Whether a relative clause opened after the event's verb and holds the expression.

    "agreed to a truce to free soldiers who have been captives since 2014": the year is the captivity's.
    """
    pronouns = list(_RELATIVE.finditer(text, verb.hit.end, max(at, verb.hit.end)))
    return bool(pronouns) and "," not in _OF_THE_DATE.sub("", text[pronouns[-1].end() : at])


# "whose first stage began yesterday, Sunday, the 8th of April": these commas part no clause
_OF_THE_DATE = re.compile(
    r"\b(?:yesterday|today|last\snight|on|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d{1,2}(?:st|nd|rd|th)?),\s?"
)
