"""Relative clauses that tell a happening of their own day: told apart from the clause they stand in.

"On Monday the army drove out the rebels, who had taken the hill on August 18." A report is one stretch of words, with
all that it rests on: only a relative clause behind the main one's verb, days and places is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.reading import Reading, quoted_spans, read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.finite import SURE, is_past
from timeline_app.events.verbs.signals import REPORTING
from timeline_app.model import DateMention, PlaceMention, When

# "the rebels, who had taken the hill on August 18,"
_OF_SUBJECT = re.compile(
    r"(?P<comma>,?)\s(?:who|which|that)\s(?=(?:had|was|were|[a-z]{2,12}ed|hit|struck|took|fell|left|shot|broke|began|came|went|lost|fled)\s)"
)
# "and the league, whose planes went into action on Wednesday"
_OF_OWNER = re.compile(
    r",\swhose\s(?=(?:[a-z-]{3,15}\s){1,3}?(?:had|was|were|[a-z]{2,12}ed|hit|struck|took|fell|left|shot|broke|began|came|went|lost|fled)\s)"
)
# "the hopes of the Kurds, who voted": a hope does not vote
_OF_NOBODY = re.compile(
    r"\b(?:hopes?|fears?|deaths?|bodies|body|release|fate|arrest|killing|departure|evacuation|lives|homes)\sof\s$"
)
_A_NAME = re.compile(r"(?:[ae][a-z]-)?[A-Z]")
# "were believed to sit in the prison when the attack opened on January 20"
_WHEN = re.compile(r"\swhen\s(?=(?:the|an?|some|[A-Z])\b)")
# "Zabadani, which the last of them left on Wednesday"
_OF_OBJECT = re.compile(r",\s(?:which|whom)\s(?=(?:the|an?|some|its|their|his|her|\d|[A-Z])\b)")
# "stuck since Monday at the latest, when jets hit the bridge"
_SINCE_WHEN = re.compile(r"\bsince\s[^,;]{3,60}(?:,[^,;]{1,30})?,\swhen\s")
# "the attack of 4 April in Homs, where nine men died"
_WHERE = re.compile(r",\swhere\s")
_OF_DAY_IN = re.compile(r"\s(?:in|on|at|near)\s(?:the\s(?:town|city|village)\sof\s)?")
_OF_A_DAY = re.compile(
    r"\b(?:attack|raid|strike|bombing|assault|massacre|shelling|battle|clash(?:es)?|blast|incident|killings?|shooting)\s"
    r"(?:of|on)\s$"
)
# "the incident of 19 September 2016, in which a convoy was struck"
_IN_WHICH = re.compile(r",\s(?:in|during)\swhich\s")
_HEAD = re.compile(
    r"(?:.*\s|^)(?P<noun>(?:the|an?|those|some|\d[\d,.]*)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+)$|(?P<bare>\b[\w’'-]{3,})$",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_LETTERS = 80
"""Characters before a relative clause in which its noun is looked for."""
_MOST = 3
"""Relative clauses of a sentence that are tried: each is read."""
_NO_HEAD = re.compile(
    r".*\b(?:of|in|on|at|from|to|with|by|for|against|between|into|near|after|before|and|or|that|as|than)\s", re.DOTALL
)


_Mention = TypeVar("_Mention", DateMention, PlaceMention)


@dataclass(frozen=True, slots=True)
class _Aside:
    """A relative clause within a sentence, by offsets into it.

    Attributes:
        start, begin, end: where it parts from the words before, where its own words begin, where they end.
        subject: the noun it tells of, where that is its subject.
        dates: the expressions that date it.
        places: those it names, and the one it tells of where that is its object.
        only_alone: whether it is told apart only where the words before it tell nothing.
    """

    start: int
    begin: int
    end: int
    subject: tuple[int, int] | None
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    only_alone: bool = False


def relative_of(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The main clause and the relative clause with a day of its own behind it; nothing where there is none.

    Args:
        sentence: its words.
        dates: the expressions of time in it.
        places: the toponyms in it.
    """
    if not dates or "?" in sentence.text:
        return []
    quotes = quoted_spans(sentence.text)
    for aside in islice(_asides(sentence, dates, places), _MOST):
        if any(start < aside.begin < end for start, end in quotes):
            continue
        if clauses := _told_apart(sentence, aside, dates, places):
            return clauses
    return []


def _asides(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[_Aside]:
    """The relative clauses that have a day of their own."""
    yield from _of_subjects(sentence, dates, places)
    yield from _of_owners(sentence, dates, places)
    yield from _of_objects(sentence, dates, places)
    yield from _since_when(sentence, dates, places)
    yield from _where_on_that_day(sentence, dates, places)
    yield from _in_which_that_day(sentence, dates, places)
    yield from _when_on_a_day(sentence, dates, places)


def _of_subjects(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_OF_SUBJECT.finditer(text), _MOST):
        close = text.find(",", found.end()) if found["comma"] else -1
        begin, end = found.end(), len(text) if close < 0 else close
        own = _within(sentence, dates, begin, end)
        head = _HEAD.search(_NO_HEAD.sub("", text[max(0, found.start() - _HEAD_LETTERS) : found.start()]))
        if not own or head is None or not (found["comma"] or len(own) < len(dates)):
            continue  # "Rebels who took the hill on Monday": which rebels, no news
        if text.endswith((" hands", " control", " grip", " turn", " fact", " part"), 0, found.start()):
            continue  # "the dam, still in the group's hands, which was shelled on Sunday"
        if any(one.end - sentence.start == found.start() for one in places):
            continue  # "out of Saraqib, who": of somebody before the town
        subject = (found.start() - len(_noun(head["noun"] or head["bare"])), found.start())
        of_either = text.endswith(" of ", 0, subject[0])  # "a plan of the council, which"
        who = text.startswith("who ", found.end() - 4)
        if of_either and not (who and (_A_NAME.match(text, subject[0]) or _OF_NOBODY.search(text, 0, subject[0]))):
            continue
        yield _Aside(found.start(), begin, end, subject, own, _within(sentence, places, begin, end))


def _of_owners(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_OF_OWNER.finditer(text), _MOST) if " whose " in text else ():
        close = text.find(",", found.end())
        begin, end = found.end(), len(text) if close < 0 else close
        own = _within(sentence, dates, begin, end)
        if own:
            yield _Aside(found.start(), begin, end, None, own, _within(sentence, places, begin, end))


def _noun(words: str) -> str:
    """The words behind the last verb among those before a relative clause: "the guards shot Omar Rida" is Omar Rida."""
    last = 0
    for word in re.finditer(r"[\w’'-]+\s", words):
        if is_past(word.group().strip().lower()):
            last = word.end()
    return words[last:]


def _of_objects(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_OF_OBJECT.finditer(text), _MOST):
        close = text.find(",", found.end())
        begin, end = found.end(), len(text) if close < 0 else close
        own = _within(sentence, dates, begin, end)
        told_of = [one for one in places if one.end - sentence.start == found.start()]
        if own:
            yield _Aside(found.start(), begin, end, None, own, [*told_of, *_within(sentence, places, begin, end)])


def _since_when(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_SINCE_WHEN.finditer(text), _MOST):
        before = _within(sentence, dates, found.start(), found.end())
        began = [day for day in map(_began, before) if day is not None]
        if len(before) == 1 and began and not _within(sentence, dates, found.end(), len(text)):
            start = found.end() - len(", when ")
            own = _within(sentence, places, found.end(), len(text))
            yield _Aside(start, found.end(), len(text), None, began, own)


def _began(mention: DateMention) -> DateMention | None:
    """The first day of a time that has gone on since a day; None where it has since a month, a year."""
    when = mention.when
    if when is None or not _A_DAY.fullmatch(mention.timex_value):
        return None
    day = When.on_day(
        when.earliest,
        approximate=when.approximate,
        basis=when.basis,
        text=when.text,
        anchor=when.anchor,
        reason=f"the day since when, {when.earliest.day} {when.earliest:%B %Y}: {when.reason}",
    )
    return replace(mention, when=day)


_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
"""The TIMEX3 value of a calendar day; years, months and weeks have shorter ones or a letter."""


def _where_on_that_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_WHERE.finditer(text), _MOST):
        there = next((one for one in places if one.end - sentence.start == found.start()), None)
        if there is None or _within(sentence, dates, found.end(), len(text)):
            continue
        at = there.start - sentence.start
        for one in dates:
            begins, ends = one.start - sentence.start, one.end - sentence.start
            if _OF_DAY_IN.fullmatch(text, ends, at) and _OF_A_DAY.search(text, max(0, begins - 30), begins):
                own = _within(sentence, places, found.end(), len(text))
                yield _Aside(found.start(), found.end(), len(text), None, [one], [there, *own])


def _in_which_that_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_IN_WHICH.finditer(text), _MOST):
        there = next((one for one in dates if one.end - sentence.start == found.start()), None)
        if there is None or _within(sentence, dates, found.end(), len(text)):
            continue
        begins = there.start - sentence.start
        if _OF_A_DAY.search(text, max(0, begins - 30), begins):
            own = _within(sentence, places, found.end(), len(text))
            yield _Aside(found.start(), found.end(), len(text), None, [there], own)


def _when_on_a_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[_Aside]:
    text = sentence.text
    for found in islice(_WHEN.finditer(text), _MOST):
        own = _within(sentence, dates, found.end(), len(text))
        if own and len(own) == len(dates):
            inner = _within(sentence, places, found.end(), len(text))
            yield _Aside(found.start(), found.end(), len(text), None, own, inner, only_alone=True)


def _within(sentence: Sentence, mentions: Sequence[_Mention], begin: int, end: int) -> list[_Mention]:
    return [one for one in mentions if begin <= one.start - sentence.start < end]


def _told_apart(
    sentence: Sentence, aside: _Aside, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """Both clauses, where both tell something; the aside alone where only it does; else nothing."""
    text = sentence.text
    kept = [aside.subject, (aside.begin, aside.end)] if aside.subject else [(aside.begin, aside.end)]
    alone = replace(sentence, text=blanked(text, kept))
    after = aside.end + text.startswith(",", aside.end)
    main = replace(sentence, text=blanked(text, [(0, aside.start), (after, len(text))]))
    told, tells = read_sentence(alone.text), read_sentence(main.text)
    if told is None or told.verb.weight < SURE or told.type in REPORTING:
        return []
    if aside.subject is None and (told.verb.tense != "past" or _NOT_THEN.search(alone.text)):
        return []
    first, last = sentence.start + aside.begin, sentence.start + aside.end
    outside = [one for one in dates if not first <= one.start < last]
    outer = [one for one in places if not first <= one.start < last]
    behind = Clause(alone, told, first, last, aside.dates, aside.places or outer, background=True)
    alone_dated = not [one for one in outside if one not in aside.dates]
    if alone_dated and (
        (told.type == "other" and not _is_done_on_a_day(told, aside))
        or (aside.subject is None and _tells_a_deed(tells) and aside.places and not outer)
    ):
        return []  # "a mosque, which was built in 1921"; "shot the lawyer, whom they last saw in Basra on Monday"
    if tells is None:
        return [behind]
    if aside.only_alone or not _is_told_before(tells, aside, [*outside, *outer], first):
        return []
    return [Clause(main, tells, sentence.start, sentence.start + aside.start, outside, outer), behind]


def _is_done_on_a_day(told: Reading, aside: _Aside) -> bool:
    """Whether somebody did something on a day: "who voted on Sept. 25"; not "which was built in 1921"."""
    days = all(one.when is not None and one.when.precision == "day" for one in aside.dates)
    return days and told.verb.tense == "past" and not told.verb.passive


def _tells_a_deed(tells: Reading | None) -> bool:
    """Whether a main clause tells what happened somewhere, and not only what is said of it."""
    return tells is not None and tells.type not in REPORTING


# "where the army later found a grave", "where 12 died in a separate raid": not of that day
_NOT_THEN = re.compile(
    r"\b(?:later|since|separate|another|subsequently|meanwhile|afterwards|now|today|earlier|previous)\b"
)


def _is_told_before(tells: Reading, aside: _Aside, others: Sequence[DateMention | PlaceMention], first: int) -> bool:
    before = tells.verb.hit.start < aside.begin and all(one.start < first for one in others)
    return tells.verb.weight >= SURE and before
