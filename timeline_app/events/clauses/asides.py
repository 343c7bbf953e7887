"""Clauses within a sentence that tell a happening of their own day: told apart from the clause they stand in.

"On Monday the army drove out the rebels, who had taken the hill on August 18." A report is one stretch of words, with
all that it rests on: only a relative clause behind the main one's verb, days and places is told apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from timeline_app.events.clauses.aside import SAID_LAST, Aside
from timeline_app.events.clauses.clause import Clause, blanked
from timeline_app.events.clauses.relatives import relatives
from timeline_app.events.clauses.times import told_with_days
from timeline_app.events.reading.quoted import quoted_spans
from timeline_app.events.reading.sentence import Reading, read_sentence
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.beginnings import says_when_it_began
from timeline_app.events.verbs.finite import SURE
from timeline_app.events.verbs.signals import REPORTING, VIOLENT
from timeline_app.model import DateMention, PlaceMention

_MOST = 3
"""Clauses of a sentence that are tried: each is read."""


def relative_of(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> list[Clause]:
    """The main clause and those within it that have a day of their own; nothing where there is none.

    Args:
        sentence: its words.
        dates: the expressions of time in it.
        places: the toponyms in it.
    """
    if not dates or "?" in sentence.text:
        return []
    quotes = quoted_spans(sentence.text)
    asides = chain(relatives(sentence, dates, places), told_with_days(sentence, dates, places))
    whole: list[Clause] = []  # the sentence and what it tells beside without losing a word
    for aside in islice(asides, _MOST):
        if any(start < aside.begin < end for start, end in quotes):
            continue
        clauses = _told_apart(sentence, aside, dates, places)
        if clauses and aside.goes_on:
            whole += [clause for clause in clauses if clause.background or not whole]
        elif clauses and not whole:
            main, *rest = clauses
            further = [] if main.background else relative_of(main.sentence, main.dates, main.places)
            return [*(replace(one, end=min(one.end, main.end)) for one in further or [main]), *rest]
    if whole:
        return sorted(whole, key=lambda clause: clause.background)
    return []


def _told_apart(
    sentence: Sentence, aside: Aside, dates: Sequence[DateMention], places: Sequence[PlaceMention]
) -> list[Clause]:
    """Both clauses, where both tell something; the aside alone where only it does; else nothing."""
    text = sentence.text
    kept = [aside.subject, (aside.begin, aside.end)] if aside.subject else [(aside.begin, aside.end)]
    alone = replace(sentence, text=_with_had(_with_was(blanked(text, kept), aside), aside.having))
    after = aside.end + (text.startswith(",", aside.end) and not SAID_LAST.match(text, aside.end))
    main = replace(sentence, text=blanked(text, [(0, aside.start), (after, len(text))]))
    told, tells = read_sentence(alone.text), read_sentence(main.text)
    if aside.object:
        alone = replace(alone, text=_with_object(text, alone.text, aside))
        told = read_sentence(alone.text)
    if told is None or told.verb.weight < SURE or _only_says(told, alone.text):
        return []
    past = told.verb.tense == "past"
    past = past or (not aside.goes_on and _HAD.search(alone.text, 0, told.verb.hit.start) is not None)
    if aside.subject is None and (not past or _NOT_THEN.search(alone.text)):
        return []
    first, last = sentence.start + aside.begin, sentence.start + aside.end
    outside = [one for one in dates if not first <= one.start < last]
    outer = [one for one in places if not first <= one.start < last]
    elsewhere = aside.elsewhere and not _is_close(aside.dates, outside)
    near = aside.places or ([] if elsewhere else outer)
    behind = Clause(alone, told, first, last, aside.dates, near, background=True, elsewhere=elsewhere)
    if aside.goes_on:
        tells = tells or _read_outside(text, aside)
        if tells is None:
            return [behind]
        own_dates, own_places = (dates, places) if aside.shares else (outside, outer or places)
        return [_whole(sentence, tells, own_dates, own_places), behind]
    # "accuses them of breach of the pact that both signed in May"
    of_now = aside.object and tells is not None and tells.verb.tense in ("present", "perfect")
    owned = text.startswith(", whose ", aside.start)  # "the league, whose men left Homs on Monday, freed nine"
    alone_dated = not [one for one in outside if one not in aside.dates]
    if alone_dated and (
        (told.type == "other" and not _is_done_on_a_day(told, aside))
        or (aside.subject is None and not (owned or of_now) and _tells_a_deed(tells) and aside.places and not outer)
    ):
        return []  # "a mosque, which was built in 1921"; "shot the lawyer, whom they last saw in Basra on Monday"
    if aside.beside_words and not (
        _is_only_said(tells, aside) and told.type in _DEEDS and _is_done_on_a_day(told, aside)
    ):
        return []  # "Rebels who took the hill on Monday fled": which rebels, no news
    if tells is None:
        return [behind]
    if (aside.only_alone and not of_now) or _says_when_the_main_began(text, tells, aside):
        return []
    before = _is_told_before(tells, aside, [*outside, *outer], first)
    last_main = sentence.start + aside.start if before else sentence.end
    return [Clause(main, tells, sentence.start, last_main, outside, outer), behind]


_HAD = re.compile(r"\bhad\s(?:[a-z]+ly\s|been\s|first\s){0,2}$")


def _with_was(text: str, aside: Aside) -> str:
    """The clause with "was" or "were" before its participle; its noun moves left, where the sentence is blanked."""
    noun = text[aside.begin : aside.passive].replace(",", " ")
    be = "were " if _MANY.search(noun) and not _ONE_OF_MANY.match(noun) else "was "
    room = aside.passive and not text[max(0, aside.begin - len(be)) : aside.begin].strip()
    if not room or aside.begin < len(be):
        return text
    return text[: aside.begin - len(be)] + noun + be + text[aside.passive :]


_MANY = re.compile(r"(?:[^\W\ds]s|people|persons|men|women|children|forces|troops|police)\s$")
# "a commander of the brigades [was]"; "a group of men [were]"
_ONE_OF_MANY = re.compile(
    r"\s*(?:an?|the)\s(?:[a-z-]+\s){0,2}?(?!(?:group|number|dozen|couple|handful|string|series|majority)\b)[a-z-]*[^\W\ds]\s(?:of|in|from|with)\s",
    re.IGNORECASE,
)


def _with_had(text: str, at: int) -> str:
    """The clause with "had" for its "having", as long as that."""
    return text if not at else f"{text[:at]}{'had':>{len('having')}}{text[at + len('having') :]}"


def _with_object(text: str, clause: str, aside: Aside) -> str:
    """The clause with what its verb is done to behind that: "which the army took" as "the army took the mill".

    The words up to the verb move to the left, where the sentence is blanked, so that the offsets behind it hold.
    """
    thing = " " + " ".join(_within_a_sentence(text[start:end]) for start, end in aside.object)
    first = aside.begin - len(thing)
    if first < 0 or clause[first : aside.begin].strip():
        return clause
    return clause[:first] + clause[aside.begin : aside.verb] + thing + clause[aside.verb :]


def _within_a_sentence(noun: str) -> str:
    """A noun that may have opened its sentence: "The cities" as "the cities"."""
    return noun[0].lower() + noun[1:] if noun.startswith(("The ", "A ", "An ", "Some ")) else noun


def _is_close(own: Sequence[DateMention], others: Sequence[DateMention]) -> bool:
    """Whether a clause's day lies within a few days of one told beside: then it may have been at the same place."""
    days = [one.when.earliest.toordinal() for one in own if one.when is not None and one.when.days <= _FEW_DAYS]
    beside = [one.when.earliest.toordinal() for one in others if one.when is not None]
    return any(abs(day - other) <= _FEW_DAYS for day in days for other in beside)


_FEW_DAYS = 3


def _only_says(told: Reading, text: str) -> bool:
    """Whether a clause only tells what somebody said; to proclaim a victory or announce a truce is a deed."""
    if told.type not in REPORTING:
        return False
    object_ = told.verb.passive or _OBJECT.match(text, told.verb.hit.end) is not None
    return told.verb.hit.signal.base not in _PROCLAIMING or not object_


_PROCLAIMING = frozenset({"proclaim", "declare", "announce", "unveil"})
_OBJECT = re.compile(r"\s(?:an?|the|its|their|his|her|victory)\b")


def _read_outside(text: str, aside: Aside) -> Reading | None:
    """What the whole sentence reports, where it does so outside the clause: "It was the army that led the raid"."""
    tells = read_sentence(text)
    return None if tells is None or aside.begin <= tells.verb.hit.start < aside.end else tells


def _whole(sentence: Sentence, tells: Reading, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Clause:
    return Clause(sentence, tells, sentence.start, sentence.end, dates, places)


def _says_when_the_main_began(text: str, tells: Reading, aside: Aside) -> bool:
    """Whether a clause between commas dates what the sentence tells: "The handover, which began on Monday, came"."""
    between = text.startswith(",", aside.start) and text.startswith(",", aside.end)
    return between and says_when_it_began(text, aside.start, aside.end, tells.verb)


def _is_done_on_a_day(told: Reading, aside: Aside) -> bool:
    """Whether somebody did something on a day or in a month: "who voted on Sept. 25"; not "which was built in 1921"."""
    days = [one.when.days for one in aside.dates if one.when is not None]
    short = bool(days) and max(days) <= _MONTH
    return short and told.verb.tense == "past" and told.verb.hit.signal.base not in ("bear", "born")


_MONTH = 31


def _is_only_said(tells: Reading | None, aside: Aside) -> bool:
    """Whether before a clause somebody speaks, and no deed is told that it could belong to."""
    return tells is not None and not _tells_a_deed(tells) and tells.verb.hit.start < aside.begin


_DEEDS = VIOLENT | {"territory", "detention"}


def _tells_a_deed(tells: Reading | None) -> bool:
    """Whether a main clause tells what happened somewhere, and not only what is said of it."""
    return tells is not None and tells.type not in REPORTING


# "where the army later found a grave", "where 12 died in a separate raid": not of that day
_NOT_THEN = re.compile(
    r"\b(?:later|since|separate|another|subsequently|meanwhile|afterwards|now|today|earlier|previous)\b"
)


def _is_told_before(tells: Reading, aside: Aside, others: Sequence[DateMention | PlaceMention], first: int) -> bool:
    before = tells.verb.hit.start < aside.begin and all(one.start < first for one in others)
    return tells.verb.weight >= SURE and before
