"""Clauses that tell since when or on which day something was: "since Monday, when jets hit the bridge"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from timeline_app.events.clauses.aside import SAID_LAST, Aside, closing, until_mark, within
from timeline_app.events.sentences import Sentence
from timeline_app.model import DateMention, PlaceMention, Precision, When

# "were believed to sit in the prison when the attack opened on January 20"
_WHEN = re.compile(r"\swhen\s(?=(?:the|an?|some|[A-Z])\b)")
# "stuck since Monday at the latest, when jets hit the bridge", "held it until last summer, when"
_SINCE_WHEN = re.compile(r"\b(?:[Ss]ince|from|until|till)\s[^,;]{3,60}(?:,[^,;]{1,30})?,\swhen\s")
# "since the operation was launched on Jan. 20", "after the revolt broke out in March 2011"
_SINCE_IT_BEGAN = re.compile(
    r"(?<!\bdays\s)(?<!\bday\s)(?<!\bweeks\s)(?<!\bweek\s)(?<!\bmonths\s)(?<!\bmonth\s)(?<!\byears\s)(?<!\byear\s)(?<!\bhours\s)"
    r"\b(?:since|after|before)\s(?=(?:(?:the|an?|its|their|his|her|this|that|it|they|he|she)\s|[A-Z]|\d|(?:[a-z]+\s)?[a-z]*men\s|[a-z]+s\s))"
)
# "since 2014, the year it overran the town", "on 3 May, the day when guards left"
_THE_YEAR = re.compile(
    r",\sthe\s(?:same\s|very\s)?(?:year|month|week|day|night|weekend)\s(?:when\s|that\s|in\swhich\s|on\swhich\s)?"
    r"(?=(?:it|they|he|she|the|its|their|an?|some)\s|[A-Z]|\d|[a-z]{3,}s\s)"
)
# "the attack of 4 April in Homs, where nine men died"
_WHERE = re.compile(r",\swhere\s")
_OF_DAY_IN = re.compile(r"\s(?:in|on|at|near)\s(?:the\s(?:town|city|village)\sof\s)?")
_OF_A_DAY = re.compile(
    r"\b(?:attack|raid|strike|bombing|assault|massacre|shelling|battle|clash(?:es)?|blast|incident|killings?|shooting)\s"
    r"(?:of|on)\s$"
)
# "the incident of 19 September 2016, in which a convoy was struck"
_IN_WHICH = re.compile(r",\s(?:in|during)\swhich\s")


_MOST = 3
"""Clauses of a kind in a sentence that are tried: each is read."""


def told_with_days(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    """The clauses that tell what happened on a day of the sentence, or since when it lasts.

    Args:
        sentence: its words.
        dates: the expressions of time in it.
        places: the toponyms in it.
    """
    yield from _since_when(sentence, dates, places)
    yield from _since_it_began(sentence, dates, places)
    yield from _the_year(sentence, dates, places)
    yield from _where_on_that_day(sentence, dates, places)
    yield from _where_on_a_day(sentence, dates, places)
    yield from _in_which_that_day(sentence, dates, places)
    yield from _when_on_a_day(sentence, dates, places)


def _since_when(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_SINCE_WHEN.finditer(text), _MOST):
        before = within(sentence, dates, found.start(), found.end())
        began = [day for day in map(_began, before) if day is not None]
        close = text.find(",", found.end())
        said = SAID_LAST.search(text, found.end())
        last = len(text) if said is None else said.start()
        end = last if close < 0 or found.start() > _OPENING else close
        if len(before) == 1 and began and not within(sentence, dates, found.end(), end):
            start = found.end() - len(", when ")
            yield Aside(start, found.end(), end, None, began, within(sentence, places, found.end(), end))


_OPENING = 5
"""Characters before a "since" that opens its sentence: its clause ends at the next comma."""


def _since_it_began(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_SINCE_IT_BEGAN.finditer(text), _MOST):
        end = until_mark(text, found.end())
        own = within(sentence, dates, found.end(), end)
        began = _began(own[0]) if len(own) == 1 else None
        if began is not None and began.when is not None and began.when.precision != "year":
            inner = within(sentence, places, found.end(), end)
            since = found.group().startswith("since")
            yield Aside(found.start(), found.end(), end, None, [began], inner, goes_on=True, shares=since)


def _the_year(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_THE_YEAR.finditer(text), _MOST):
        before = next((one for one in dates if one.end - sentence.start == found.start()), None)
        day = None if before is None else _began(before)
        end = closing(sentence, dates, found.end())
        if day is None or within(sentence, dates, found.end(), end):
            continue
        inner = within(sentence, places, found.end(), end)
        yield Aside(found.start(), found.end(), end, None, [day], inner, goes_on=True, shares=True)


def _began(mention: DateMention) -> DateMention | None:
    """The day, month or year since when something has gone on, or until when it had; None where that is vague."""
    when, value = mention.when, mention.timex_value
    if when is None:
        return None
    if when.extent == "within" and (not when.approximate or when.days <= _A_MONTH_LONG):
        return mention  # "at the end of March"
    if when.approximate and not _A_DAY.fullmatch(value):
        return None
    first = when.earliest
    precision: Precision
    if _A_DAY.fullmatch(value):
        last, precision, value = first, "day", value.partition("T")[0]
    elif _A_MONTH.fullmatch(value):
        last, precision = first.replace(day=monthrange(first.year, first.month)[1]), "month"
    elif _A_YEAR.fullmatch(value):
        last, precision = first.replace(month=12, day=31), "year"
    else:
        return None
    edtf = value if precision != "day" or not when.approximate else f"{value}~"
    began = When(
        first, last, edtf, precision=precision, approximate=when.approximate, basis=when.basis,
        text=when.text, anchor=when.anchor, reason=f"since when, {mention.text}: {when.reason}",
    )  # fmt: skip
    return replace(mention, when=began)


_A_MONTH_LONG = 31
_A_DAY, _A_MONTH, _A_YEAR = map(re.compile, (r"\d{4}-\d\d-\d\d(?:T\w+)?", r"\d{4}-\d\d", r"\d{4}"))
"""The TIMEX3 values of a calendar day, a month and a year."""


def _where_on_that_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_WHERE.finditer(text), _MOST):
        there = next((one for one in places if one.end - sentence.start == found.start()), None)
        if there is None or within(sentence, dates, found.end(), len(text)):
            continue
        at = there.start - sentence.start
        for one in dates:
            begins, ends = one.start - sentence.start, one.end - sentence.start
            if _OF_DAY_IN.fullmatch(text, ends, at) and _OF_A_DAY.search(text, max(0, begins - 30), begins):
                own = within(sentence, places, found.end(), len(text))
                yield Aside(found.start(), found.end(), len(text), None, [one], [there, *own])


def _where_on_a_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_WHERE.finditer(text), _MOST):
        there = next((one for one in reversed(places) if one.end - sentence.start <= found.start()), None)
        end = closing(sentence, dates, found.end())
        own = within(sentence, dates, found.end(), end)
        if there is not None and there.end - sentence.start == found.start() and own:
            inner = within(sentence, places, found.end(), end)
            yield Aside(found.start(), found.end(), end, None, own, [there, *inner])


def _in_which_that_day(
    sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_IN_WHICH.finditer(text), _MOST):
        there = next((one for one in dates if one.end - sentence.start == found.start()), None)
        if there is None or within(sentence, dates, found.end(), len(text)):
            continue
        begins = there.start - sentence.start
        if _OF_A_DAY.search(text, max(0, begins - 30), begins):
            own = within(sentence, places, found.end(), len(text))
            yield Aside(found.start(), found.end(), len(text), None, [there], own)


def _when_on_a_day(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    text = sentence.text
    for found in islice(_WHEN.finditer(text), _MOST):
        own = within(sentence, dates, found.end(), len(text))
        if own and len(own) == len(dates):
            inner = within(sentence, places, found.end(), len(text))
            yield Aside(found.start(), found.end(), len(text), None, own, inner, only_alone=True)
