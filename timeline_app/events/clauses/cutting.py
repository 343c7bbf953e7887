"""Where a sentence is cut into clauses: before a verb with its own subject, or one that shares the subject before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.events.numbers import ABOUT, COUNTED_DAYS, COUNTED_TIME, Stretch, time_counted
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.verbs.finite import Verb
from timeline_app.events.verbs.function_words import is_past
from timeline_app.events.verbs.signals import REPORTING, never_participle

TWO = 2

LONG = 300
"""Characters of a sentence from which each clause with its own subject is told apart: nobody reads it as one event."""


_CUT = re.compile(
    r"(?P<mark>;|:(?=\s[a-z\d]))\s+|,\s+(?:and\s+)?(?P<that>that)\s+|,?\s+(?P<word>while|whereas|but|and|after|then|until)\s+|,\s+(?P<where>where)\s+"
    r"|(?P<comma>,)\s+(?=(?:was|were)\s[a-z])",  # "took the mill in May, was thrown out in June and came back"
    re.IGNORECASE,
)


_SHARING = frozenset({"and", "but", "then", ","})
"""Words that may join two verbs of one subject."""


OPENING = frozenset({";", ":", "while", "whereas", "after", "that", "where", "until"})
"""What begins a clause whose verb is a main clause's once it stands alone."""


_HELPERS = r"(?:(?:has|have|had|was|were|is|are|been|also|then|later|not|[a-z]{2,12}ly)\s+)"


_HELPERS_BEHIND = re.compile(rf"{_HELPERS}*")


_HELPERS_BEFORE = re.compile(rf"\b{_HELPERS}+$")


# A quotation mark, a bracket or a further clause: what stands there is no plain subject
_NO_SUBJECT = re.compile(r"[;:“”\"()]|\b(?:who|which|whose|that|when|where|while|whereas|but|after)\b|,\sand\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a sentence with a verb: `text[start:end]`, and the subject it takes from before it, if any."""

    start: int
    end: int
    verb: Verb
    joined_by: str = ""
    subject: tuple[int, int] | None = None
    before: Stretch | None = None
    comma: bool = False


# "two days after", "a day after", "a week after": the clause behind was that long before
LATER = re.compile(
    rf",?\s{ABOUT}{COUNTED_TIME}\safter\s",
    re.IGNORECASE,
)


_COUNTED_LETTERS = 36
"""Letters of the longest words that count before an "after": "more than seventeen months"."""


def _counted_before(text: str, cut: re.Match[str]) -> tuple[int, Stretch] | None:
    """Where the words of how long "after" begin before a cut, and how long that is."""
    later = LATER.search(text, max(0, cut.start() - _COUNTED_LETTERS), cut.end())
    if later is None or later.end() != cut.end():
        return None
    return later.start(), time_counted(later)


def cut_at_verbs(text: str, verbs: Sequence[Verb]) -> list[Part]:
    """The sentence cut before each further verb that begins a clause of its own or shares its subject."""
    quotes = quoted_spans(text)
    parts = [Part(0, len(text), verbs[0])]
    for cut in _CUT.finditer(text):
        last = parts[-1]
        before = [verb for verb in verbs if last.start <= verb.hit.start < cut.start()]
        begins = _behind_its_day(text, cut.end())
        behind = next((verb for verb in verbs if verb.hit.start >= begins and not _is_inserted(text, verb)), None)
        if cut["mark"] and behind is not None and behind.subordinate:  # "; the mayor, who had fled, came back"
            rest = (verb for verb in verbs if verb.hit.start >= cut.end() and not verb.subordinate)
            behind = next(rest, behind)
        if not before or behind is None or any(start < cut.start() < end for start, end in quotes):
            continue
        by = (cut["mark"] or cut["word"] or cut["that"] or cut["where"] or cut["comma"]).lower()
        if (by == "where" or (by == "while" and _AT_THAT.match(text, cut.end()))) and len(text) < LONG:
            continue  # told of the place beside the rest
        subordinate = before[-1].subordinate and not _is_of_another_day(text, cut) and not _counted_before(text, cut)
        if subordinate and by not in ("that", ";", ":", "until") and last.joined_by not in OPENING:
            continue  # within a relative clause its verbs are told together
        if by == "and" and _BETWEEN.search(text, last.start, cut.start()):
            continue  # "a deal between the guards and the league to withdraw"
        if by == "and" and _is_in_a_subject(text, verbs, last.start, cut.start()):
            continue  # "It is mentioned that the city and the airport were taken"
        parts[-1] = replace(last, verb=before[0])
        part, ends = _next_part(text, parts, cut, by, behind)
        if part is not None:
            parts[-1] = replace(last, end=ends)
            parts.append(part)
        else:
            parts[-1] = last
    return parts


# "struck a convoy [while] it was waiting at the gate": where the deed was
_AT_THAT = re.compile(r"(?:they|it|he|she)\s(?:was|were)\s(?:still\s|all\s)?[a-z]{3,12}ing\s")


_THAT = re.compile(
    r"\bthat\s(?!(?:same\s|very\s)?(?:day|night|morning|afternoon|evening|week|month|year)\b)(?:[\w’'-]+\s){0,6}[\w’'-]+$"
)


def _is_in_a_subject(text: str, verbs: Sequence[Verb], start: int, at: int) -> bool:
    """Whether a cut stands within the subject of a "that" clause, before its verb."""
    that = _THAT.search(text, start, at)
    if that is None or any(map(is_past, that.group().split())):  # "clashes that lasted for weeks, and on Monday"
        return False
    return not any(that.start() < verb.hit.start < at for verb in verbs)


_SAID_WITHIN = re.compile(r",\s[^,;:“”\"]{3,40}$")


def _is_inserted(text: str, verb: Verb) -> bool:
    """Whether a verb of saying stands between commas: "two weeks ago, the police said, a bomb killed nine"."""
    said = verb.hit.signal.type in REPORTING and text.startswith(", ", verb.hit.end)
    return said and _SAID_WITHIN.search(text, max(0, verb.hit.start - 45), verb.hit.start) is not None


_BETWEEN = re.compile(r"\b(?:between|both)\s(?:(?!\sand\s)[^,;:]){1,60}$")


def _next_part(text: str, parts: Sequence[Part], cut: re.Match[str], by: str, behind: Verb) -> tuple[Part | None, int]:
    """What begins behind a cut, if it is a clause; and where the part before it ends."""
    begins = _behind_its_day(text, cut.end())
    if by in _SHARING and _helpers_end(text, begins) == behind.hit.start:
        # "three days after the group left, and captured the hill": who did goes on from before the "after"
        goes_on = len(parts) >= TWO and parts[-1].joined_by == "after" and cut.group().startswith(",")
        before = parts[-2] if goes_on else parts[-1]
        alone = before.subject if never_participle(behind.hit.signal.base) else None  # "was thrown out and came back"
        subject = alone or _subject(text, before, cut, behind)
        return (None if subject is None else Part(cut.end(), len(text), behind, by, subject)), cut.start()
    on_its_day = _ON_ITS_DAY.match(text, cut.end()) is not None
    tells = by in ("and", "but") and (on_its_day or text.startswith(" that ", behind.hit.end))  # "and police said that"
    so_long = _counted_before(text, cut)
    claimed = so_long is not None and behind.passive  # "a day after the raid was claimed by the group"
    said_that = so_long is not None and text.startswith(" that ", behind.hit.end)  # "a day after Moscow said that"
    if behind.hit.signal.type in REPORTING and not (tells or claimed or said_that or by == ";"):
        return None, 0  # "..., residents and a monitor said": whose words they are
    within = behind.subordinate and by not in OPENING and not _is_of_another_day(text, cut)
    if within or not _has_subject(text[cut.end() : behind.hit.start], by):
        return None, 0
    ends, stretch = so_long or (cut.start(), None)
    return Part(cut.end(), len(text), behind, by, None, stretch, cut.group().startswith(",")), ends


def _behind_its_day(text: str, at: int) -> int:
    """Where a clause goes on that begins with its day, or with how long after it was, before its verb."""
    inserted = _AFTER_DAYS.match(text, at)
    return at if inserted is None else inserted.end()


_MONTH_OR_DAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Sept|Octo|Novem|Decem)[a-z]*ber|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)


# "on Wednesday", "by May 3", "in early June", "last week", "the next day"
_WHEN = (
    rf"(?:(?:(?:late|early)\s)?(?:on|by|in)\s(?:the\s)?(?:late\s|early\s|mid-)?(?:\d{{1,2}}\s)?{_MONTH_OR_DAY}(?:\s\d{{1,2}})?"
    rf"(?:\s(?:morning|afternoon|evening|night))?|(?:last|this)\s(?:week|month|year|{_MONTH_OR_DAY})|yesterday"
    rf"|(?:in\s[A-Z][\w’'-]+\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|(?:on\s)?(?:the\s(?:next|following|same)|that(?:\ssame)?)\s(?:day|night|morning|evening|week|month|year))"
)


# "and [after 17 days of street fighting] hoisted the flag", "and [on Wednesday] were reported to have taken the hills"
_AFTER_DAYS = re.compile(
    r"(?:(?:after|within|over)\s(?:[\w-]+\s){1,3}?(?:hours?|days?|weeks?|months?|years?)(?:\sof\s(?:[a-z-]+\s){1,5}?)?\s?"
    rf"|{_WHEN}\s(?:(?:was|were)\s(?:reported|said|believed|understood)\sto\shave\s)?)"
    r"(?=(?:had|has|have|was|were)\s[a-z]|(?:(?:also|then|again|finally)\s){0,2}(?:[a-z]{2,12}(?:ed|ook|ot|ent|ft|ame|ell|ove|oke|it)|met|set|ran|won|cut)\b)"
)


def _is_of_another_day(text: str, cut: re.Match[str]) -> bool:
    """Whether a main clause begins with its day: "in May, when they fled, and on July 3 guards came"."""
    joined = cut.group().startswith(",") and (cut["word"] or "").lower() in ("and", "but")
    return joined and _ITS_DAY_FIRST.match(text, cut.end()) is not None


# "on July 3 guards came"; no "they" of the clause before
_ITS_DAY_FIRST = re.compile(
    rf"{_WHEN},?\s(?:it\s[a-z]|(?:the|an?|some|dozens|hundreds|several|\d[\d,]*)\s[a-z]|[A-Z][a-z]|[a-z]{{3,}}s\s)"
)


# "and [on September 3] it said that": another day's words, not whose the words before are
_ON_ITS_DAY = re.compile(
    rf"{_WHEN},?\s(?:it|he|she|they|the\s[a-z]+|(?:[A-Z][a-z]+(?:\s[a-z]+)?\s){{0,4}}[A-Z][\w’'-]+)\s(?:also\s)?[a-z]+\s(?:that|it|he|she|they|him|her|them|the|an?|its|their)\s"
)


def _helpers_end(text: str, start: int) -> int:
    found = _HELPERS_BEHIND.match(text, start)
    return start if found is None else found.end()


# "on Tuesday, a bomb exploded": what leads in
_LEADING_DAY = re.compile(
    rf"^(?:(?:on|in|at|by|late|early)\s[^,]{{2,30}}|{COUNTED_DAYS}\s(?:ago|later|earlier|before))"
    r"(?:,\s[^,;“”\"]{3,30}\s(?:said|say|says))?,\s",
    re.IGNORECASE,
)


def _has_subject(between: str, by: str) -> bool:
    """Whether words that can be a subject, and no other clause, stand between a cut and the next verb."""
    bare = _BETWEEN_TWO.sub("between them ", _THAT_DAY.sub("then", _LEADING_DAY.sub("", between)))
    if by == "and" and _PLACE_ALONE.fullmatch(bare):
        return False  # "kidnapped in Aleppo and Latakia were set free": one name is not "they"
    if by == "and" and " and " in bare:
        return False  # "Raqqa and Mosul on Monday and artillery hit Hama": the first "and" joins two towns
    if by == ";" and bare.strip():
        return True
    paired = len(_COMMA.findall(bare)) % 2 == 0  # "Mabeta and Raco, the jets struck": the head of the next clause
    return paired and bool(_HELPERS_BEFORE.sub("", bare).strip()) and _NO_SUBJECT.search(bare) is None


# Not that of "8,000 people"
_COMMA = re.compile(r",(?!\d{3})")


_THAT_DAY = re.compile(
    r"\bthat\s(?:same\s)?(?:day|night|morning|afternoon|evening|week|month|year|summer|autumn|winter|spring)\b"
)


# "the road between the city and the airport was cut"
_BETWEEN_TWO = re.compile(r"\bbetween\s[^,;:]{2,40}?\sand\s(?:the\s)?[\w’'-]+\s")


_PLACE_ALONE = re.compile(r"\W{0,2}[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:were|are|have)\s(?:[a-z]+\s)?")


# "Regime forces[, with the party's fighters in the lead,] launched"
_WITH_HELP = re.compile(r",\s(?:with|backed\sby|led\sby|supported\sby|aided\sby|helped\sby|along\swith)\s[^,;:]{3,60},")


_FINITE = re.compile(r",(?!\d{3})|\b(?:was|were|is|are|has|have|had)\b")


def _subject(text: str, part: Part, cut: re.Match[str], behind: Verb) -> tuple[int, int] | None:
    """The words before the verb of a part, which another verb behind the cut shares; None where they are no subject.

    "The town was shelled and stormed": the helper goes along, unless the other verb has its own or takes none, as in
    "The man was shot and died".
    """
    own = _helpers_end(text, cut.end()) > cut.end() or never_participle(behind.hit.signal.base)
    if part.subject is not None:
        return None if part.verb.passive and not own else part.subject
    helpers = _HELPERS_BEFORE.search(text, part.start, part.verb.hit.start)
    bare = part.verb.hit.start if helpers is None else helpers.start()
    if _FINITE.search(_WITH_HELP.sub(" ", text[part.start : bare])):
        return None  # "The general was born in 1960, joined the army": a clause, or an insertion
    return part.start, bare if own else part.verb.hit.start
