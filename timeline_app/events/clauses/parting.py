"""Sentences that tell more than one happening, cut into the clauses that tell them.

"Rebels captured the mill on Monday, while the army shelled the town on Tuesday" are two events. A clause is one of its
own where it has its own verb and its own day, or its own subject and its own place; "killed five and wounded ten"
stays one. What is not a clause's own is blanked in its text, so that all offsets hold and a subject that two verbs
share stands before both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from timeline_app.events.clauses.asides import relative_of
from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.clauses.opening import opening_of
from timeline_app.events.numbers import COUNTED_DAYS, days_counted
from timeline_app.events.reading import Reading, quoted_spans, read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.finite import SURE, Verb, weigh_verbs
from timeline_app.events.verbs.signals import REPORTING, never_participle
from timeline_app.events.verbs.unlisted import unlisted_hits
from timeline_app.model import DateMention, PlaceMention

LEAST_LETTERS = 60
"""Characters of the shortest sentence that tells two happenings with their days or places."""

LONG = 300
"""Characters of a sentence from which each clause with its own subject is told apart: nobody reads it as one event."""

_CUT = re.compile(
    r"(?P<mark>;|:(?=\s[a-z\d]))\s+|,\s+(?:and\s+)?(?P<that>that)\s+|,?\s+(?P<word>while|whereas|but|and|after|then|until)\s+|,\s+(?P<where>where)\s+"
    r"|(?P<comma>,)\s+(?=(?:was|were)\s[a-z])",  # "took the mill in May, was thrown out in June and came back"
    re.IGNORECASE,
)
_SHARING = frozenset({"and", "but", "then", ","})
"""Words that may join two verbs of one subject."""
_OPENING = frozenset({";", ":", "while", "whereas", "after", "that", "where", "until"})
"""What begins a clause whose verb is a main clause's once it stands alone."""
_HELPERS = r"(?:(?:has|have|had|was|were|is|are|been|also|then|later|not|[a-z]{2,12}ly)\s+)"
_HELPERS_BEHIND = re.compile(rf"{_HELPERS}*")
_HELPERS_BEFORE = re.compile(rf"\b{_HELPERS}+$")
# A quotation mark, a bracket or a further clause: what stands there is no plain subject
_NO_SUBJECT = re.compile(r"[;:“”\"()]|\b(?:who|which|whose|that|when|where|while|whereas|but|after)\b|,\sand\b")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a sentence with a verb: `text[start:end]`, and the subject it takes from before it, if any."""

    start: int
    end: int
    verb: Verb
    joined_by: str = ""
    subject: tuple[int, int] | None = None
    days_before: int | None = None
    comma: bool = False


def clauses_of(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """The happenings a sentence tells, in order; the whole sentence where it tells one.

    Args:
        sentence: its words.
        reading: what it reports.
        dates: the expressions of time in it.
        places: the toponyms in it.
    """
    led = opening_of(sentence, dates, places)
    led = led or _led_to(sentence, reading, dates, places) or _run_on(sentence, dates, places)
    if led:
        return led
    beside = told_beside(sentence, dates, places)
    if not beside or beside[0].background:
        return beside or _joined(sentence, reading, dates, places)
    main, *rest = beside
    joined = _joined(main.sentence, main.reading, main.dates, main.places)
    return [*(replace(part, end=min(part.end, main.end)) for part in joined), *rest]


def told_beside(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The main clause and what a relative clause tells of a day or two of its own; nothing where there is none."""
    return [part for clause in relative_of(sentence, dates, places) for part in _parted_further(clause)]


def _parted_further(clause: Clause) -> list[Clause]:
    """A clause beside the main one with two days of its own: "who was seized on Monday and handed back on Friday"."""
    if not clause.background or len(clause.dates) < _TWO:
        return [clause]
    parts = _joined(clause.sentence, clause.reading, clause.dates, clause.places)
    if len(parts) < _TWO:
        return [clause]
    return [
        replace(part, start=max(part.start, clause.start), end=min(part.end, clause.end), background=True)
        for part in parts
    ]


def _joined(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """The clauses that a sentence joins; itself where it joins none."""
    whole = [Clause(sentence, reading, sentence.start, sentence.end, dates, places)]
    few = len(dates) < _TWO and len(places) < _TWO and not (dates and _AND_BUT.search(sentence.text))
    if len(sentence.text) < LEAST_LETTERS or (few and not _LATER.search(sentence.text)):
        return whole
    sure = _sure_verbs(sentence.text, reading)
    if len(sure) < _TWO:
        return whole
    own, told_on = _without_attribution(sentence, dates)
    parts = _grouped(sentence, _parts(sentence.text, sure), own, places)
    found = [_clause(sentence, part, own, places) for part in parts] if len(parts) >= _TWO else []
    clauses = [clause for clause in found if clause is not None]
    if not len(clauses) == len(parts) >= _TWO:
        return whole
    if parts[1].days_before is not None and parts[0].verb.hit.signal.base == "come":
        clauses[0] = replace(clauses[0], sentence=sentence)  # "The raid came" alone is no news
    if not own:  # "..., activists said on Sunday": told of all, on that day
        return [replace(clause, dates=told_on) for clause in clauses]
    return _with_shared_days(clauses, parts)


_AND_BUT = re.compile(r",\s(?:and|but)\s")

RUN_ON = 450
"""Characters from which a sentence is many that its writer parted by commas: few good ones are half as long."""

_LEAST_CLAUSE = 30
"""Characters of a clause that is told apart: "it rose to 51" goes with what it is told of."""

# ", in which they managed to", ", where the group", ", then the army", ", and the clashes"
_LEADING = re.compile(
    r"[,;]\s(?:(?:and|but|then|while|where|whereas|meanwhile|in\swhich|during\swhich|after\swhich|as\swell\sas)\s){0,2}",
    re.IGNORECASE,
)


def _run_on(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The clauses of a sentence far too long, cut at each comma behind which something is told; else nothing."""
    text = sentence.text
    if len(text) < RUN_ON:
        return []
    quotes = quoted_spans(text)
    cuts = [found for found in _LEADING.finditer(text) if not any(a < found.start() < b for a, b in quotes)]
    starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(text)]
    found: list[Clause] = []
    for begin, end in zip(starts, ends, strict=True):
        alone = replace(sentence, text=blanked(text, [(begin, end)]))
        told = read_sentence(alone.text)
        first, last = sentence.start + begin, sentence.start + end
        led = not text[:begin].rstrip().endswith((",", ";"))  # by a word that joins
        own = told is not None and told.verb.weight >= SURE and (led or not told.verb.subordinate)
        if told is not None and own and end - begin >= _LEAST_CLAUSE:
            found.append(Clause(alone, told, first, last, [], []))
        elif found and last - found[-1].start < RUN_ON:  # goes on with the clause before
            kept = (found[-1].start - sentence.start, end)
            found[-1] = replace(found[-1], sentence=replace(sentence, text=blanked(text, [kept])), end=last)
    if len(found) < _TWO:
        return []
    return [
        replace(
            clause,
            dates=[one for one in dates if clause.start <= one.start < clause.end],
            places=[one for one in places if clause.start <= one.start < clause.end],
        )
        for clause in found
    ]


_COLON = re.compile(r"(?<=[^\W\d]):\s+(?=[a-z])")
_WHERE = re.compile(r",\s(?:where|in\swhich|during\swhich)\s")


def _led_to(
    sentence: Sentence, reading: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """What is told with its day where the words before it only lead to it, or tell what somebody says; else nothing.

    "The port stayed open: a tanker berthed on 6 November.", "The group condemns the shelling of Nyala, where 31 were
    killed on Wednesday."
    """
    text = sentence.text
    found = _COLON.search(text) if ":" in text else None
    if found is None and reading.type in ("accusation", "statement"):
        found = _WHERE.search(text, reading.verb.hit.end)
    if found is None or any(start < found.start() < end for start, end in quoted_spans(text)):
        return []
    at = sentence.start + found.end()
    own = [mention for mention in dates if mention.start >= at]
    before = read_sentence(text[: found.start()] + ".")
    tells = before is not None and before.verb.hit.signal.base not in _LASTING
    if (
        not own
        or len(own) < len(dates)
        or (found.re is _COLON and (tells or any(place.start < at for place in places)))
    ):
        return []
    alone = replace(sentence, text=blanked(text, [(found.end(), len(text))]))
    told = read_sentence(alone.text)
    if told is None or told.verb.weight < SURE:
        return []
    deed = Clause(alone, told, at, sentence.end, own, list(places))
    if found.re is _COLON:
        return [deed]
    said = replace(sentence, text=blanked(text, [(0, found.start())]))
    return [Clause(said, reading, sentence.start, sentence.start + found.start(), [], list(places)), deed]


def told_behind_colon(sentence: Sentence) -> Sentence | None:
    """The sentence with what leads to its colon blanked, where what stands behind is told with a day; else None.

    "What was agreed is unclear: on Saturday the league reported that a bus was due to leave"; for sentences that report
    nothing as a whole.
    """
    found = _COLON_AND_DAY.search(sentence.text)
    if (
        found is None
        or not _LEADS.fullmatch(sentence.text, 0, found.start())
        or any(start < found.start() < end for start, end in quoted_spans(sentence.text))
    ):
        return None
    behind = replace(sentence, text=blanked(sentence.text, [(found.end(), len(sentence.text))]))
    told = read_sentence(behind.text)
    return behind if told is not None and told.verb.weight >= SURE - 1 else None  # what is planned, too


# "What exactly was agreed remains unclear"; not "Perhaps the truth is simpler", "Whether it is true is unclear"
_LEADS = re.compile(
    r"\W{0,3}(?:What|Who|Where|How\smany|Much|Details)\b(?:(?!\b(?:whether|if|true|rumou?rs?)\b)[^:“”\"]){2,120}\b"
    r"(?:unclear|unknown|uncertain|open|disputed|not\s(?:clear|known))"
)
_COLON_AND_DAY = re.compile(r"(?<=[^\W\d]):\s+(?=(?:on|last|early|late)\s(?:[a-z]+\s){0,2}[A-Z\d])")

_LASTING = frozenset({"stay", "remain", "continue", "happen", "occur", "go on"})
"""Verbs of clauses that only lead to what a colon announces."""


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


_TWO = 2

# "two days after", "a day after", "a week after": the clause behind was that long before
_LATER = re.compile(
    rf",?\s(?:just\s|only\s)?{COUNTED_DAYS}\safter\s",
    re.IGNORECASE,
)


def _days_before(text: str, cut: re.Match[str]) -> tuple[int, int] | None:
    """Where the words of how long "after" begin before a cut, and how many days they are."""
    later = _LATER.search(text, max(0, cut.start() - 24), cut.end())
    if later is None or later.end() != cut.end():
        return None
    return later.start(), days_counted(later)


def _sure_verbs(text: str, reading: Reading) -> list[Verb]:
    """The verbs that tell what was done, listed or not, in order; none of those within quotation marks."""
    unlisted = weigh_verbs(text, quoted_spans(text), unlisted_hits(text))
    sure = [
        verb
        for verb in (*reading.verbs, *unlisted)
        if not verb.quoted
        and (verb.weight >= SURE or (verb.hit.signal.base == "come" and _LATER.match(text, verb.hit.end)))
    ]  # "The swap comes four days after": told as of now
    return sorted({verb.hit.start: verb for verb in sure}.values(), key=lambda verb: verb.hit.start)


def _parts(text: str, verbs: Sequence[Verb]) -> list[_Part]:
    """The sentence cut before each further verb that begins a clause of its own or shares its subject."""
    quotes = quoted_spans(text)
    parts = [_Part(0, len(text), verbs[0])]
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
        subordinate = before[-1].subordinate and not _is_of_another_day(text, cut)
        if subordinate and by not in ("that", ";", ":", "until") and last.joined_by not in _OPENING:
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
    return that is not None and not any(that.start() < verb.hit.start < at for verb in verbs)


_SAID_WITHIN = re.compile(r",\s[^,;:“”\"]{3,40}$")


def _is_inserted(text: str, verb: Verb) -> bool:
    """Whether a verb of saying stands between commas: "two weeks ago, the police said, a bomb killed nine"."""
    said = verb.hit.signal.type in REPORTING and text.startswith(", ", verb.hit.end)
    return said and _SAID_WITHIN.search(text, max(0, verb.hit.start - 45), verb.hit.start) is not None


_BETWEEN = re.compile(r"\b(?:between|both)\s(?:(?!\sand\s)[^,;:]){1,60}$")


def _next_part(
    text: str, parts: Sequence[_Part], cut: re.Match[str], by: str, behind: Verb
) -> tuple[_Part | None, int]:
    """What begins behind a cut, if it is a clause; and where the part before it ends."""
    begins = _behind_its_day(text, cut.end())
    if by in _SHARING and _helpers_end(text, begins) == behind.hit.start:
        # "three days after the group left, and captured the hill": who did goes on from before the "after"
        goes_on = len(parts) >= _TWO and parts[-1].joined_by == "after" and cut.group().startswith(",")
        before = parts[-2] if goes_on else parts[-1]
        alone = before.subject if never_participle(behind.hit.signal.base) else None  # "was thrown out and came back"
        subject = alone or _subject(text, before, cut)
        return (None if subject is None else _Part(cut.end(), len(text), behind, by, subject)), cut.start()
    on_its_day = _ON_ITS_DAY.match(text, cut.end()) is not None
    tells = by in ("and", "but") and (on_its_day or text.startswith(" that ", behind.hit.end))  # "and police said that"
    days_before = _days_before(text, cut)
    claimed = days_before is not None and behind.passive  # "a day after the raid was claimed by the group"
    if behind.hit.signal.type in REPORTING and not (tells or claimed or by == ";"):
        return None, 0  # "..., residents and a monitor said": whose words they are
    within = behind.subordinate and by not in _OPENING and not _is_of_another_day(text, cut)
    if within or not _has_subject(text[cut.end() : behind.hit.start], by):
        return None, 0
    ends, days = days_before or (cut.start(), None)
    return _Part(cut.end(), len(text), behind, by, None, days, cut.group().startswith(",")), ends


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
    r"|(?:the\s(?:next|following|same)|that(?:\ssame)?)\s(?:day|night|morning|evening|week|month|year))"
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
    rf"{_WHEN},?\s(?:(?:the|an?|some|dozens|hundreds|several|\d[\d,]*)\s[a-z]|[A-Z][a-z]|[a-z]{{3,}}s\s)"
)
# "and [on September 3] it said that": another day's words, not whose the words before are
_ON_ITS_DAY = re.compile(
    rf"{_WHEN},?\s(?:it|he|she|they|the\s[a-z]+)\s(?:also\s)?[a-z]+\s(?:that|it|he|she|they|the|an?|its|their)\s"
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


def _subject(text: str, part: _Part, cut: re.Match[str]) -> tuple[int, int] | None:
    """The words before the verb of a part, which another verb behind the cut shares; None where they are no subject.

    "The town was shelled and stormed": the helper goes along, unless the other verb has its own.
    """
    own = _helpers_end(text, cut.end()) > cut.end()
    if part.subject is not None:
        return None if part.verb.passive and not own else part.subject
    helpers = _HELPERS_BEFORE.search(text, part.start, part.verb.hit.start)
    bare = part.verb.hit.start if helpers is None else helpers.start()
    if _FINITE.search(_WITH_HELP.sub(" ", text[part.start : bare])):
        return None  # "The general was born in 1960, joined the army": a clause, or an insertion
    return part.start, bare if own else part.verb.hit.start


def _grouped(
    sentence: Sentence, parts: Sequence[_Part], dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[_Part]:
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
        own_subject = len(sentence.text) >= LONG and part.subject is None and part.joined_by in _OPENING
        if own_day or own_place or goes_on or own_subject or part.days_before is not None:
            groups.append(part)
        else:
            groups[-1] = replace(last, end=part.end)
    return groups


def _leads(sentence: Sentence, part: _Part, day: DateMention) -> bool:
    """Whether a part opens with its day: "but it was beaten back, and in October it lost the town"."""
    begins = _OPENS_PART.match(sentence.text, part.start)
    return part.subject is None and begins is not None and begins.end() == day.start - sentence.start


_OPENS_PART = re.compile(r"(?:(?:on|in|late|early|by)\s){0,2}", re.IGNORECASE)

_Mention = TypeVar("_Mention", DateMention, PlaceMention)


def _within(sentence: Sentence, part: _Part, mentions: Sequence[_Mention]) -> list[_Mention]:
    start, end = sentence.start + part.start, sentence.start + part.end
    return [mention for mention in mentions if start <= mention.start < end]


def _names(sentence: Sentence, part: _Part, places: Sequence[PlaceMention]) -> set[str]:
    """The places finer than a country that a part names."""
    named = (place.place for place in _within(sentence, part, places) if place.use == "place")
    return {place.id for place in named if place is not None and place.kind != "country"}


def _clause(
    sentence: Sentence, part: _Part, dates: Sequence[DateMention], places: Sequence[PlaceMention]
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
    return Clause(alone, reading, start, end, *own, part.days_before, part.joined_by == "after")


def _with_shared_days(clauses: list[Clause], parts: Sequence[_Part]) -> list[Clause]:
    """A clause without a day takes the one that ends the clause joined to it by "and" or "but"."""
    shared = list(clauses)
    for number, (clause, behind) in enumerate(pairwise(clauses)):
        alone = not clause.dates and not clause.background
        if alone and parts[number + 1].joined_by in ("and", "but"):
            verb = behind.sentence.start + behind.reading.verb.hit.start
            shared[number] = replace(clause, dates=[mention for mention in behind.dates if mention.start > verb])
    return shared
