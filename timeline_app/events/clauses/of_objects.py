"""Relative clauses that tell what was done to their noun: "Mosul, which troops retook in July"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from timeline_app.events.clauses.aside import Aside, closing, until_mark, within
from timeline_app.events.clauses.nouns import MOST, NO_HEAD, PAST, thing_before, town_before
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.function_words import BE, HAVE, SUBORDINATORS, is_past
from timeline_app.events.verbs.signals import REPORTING, signals_of
from timeline_app.model import DateMention, PlaceMention

_SOMEBODY = (
    r"(?:(?:the|an?|some|its|their|his|her|it|they|he|she)\b|\d|[A-Z]|[a-z]{3,}s\s|(?:gun|police|militia)?men\s"
    r"|(?:government|regime|coalition|opposition|security|army|police|militia)\s[a-z])"
)


# "Zabadani, which the last of them left on Wednesday", "the caliphate which the group proclaimed in 2014"
_OF_OBJECT = re.compile(rf",?\s(?:which|whom)\s(?={_SOMEBODY})")


# "the pact that both men signed in Homs on 17 May", "a town in the north that troops retook over the weekend"
_OF_OBJECT_THAT = re.compile(rf"(?<=[a-zA-Z])\sthat\s(?={_SOMEBODY})")


# "the bodies of soldiers it had kidnapped in 2014"
_OF_OBJECT_BARE = re.compile(
    r"\b(?!(?:as|when|while|since|that|because|after|before|until|and|but|or|which|whom|where|said|says|now|then|once|if|what)\s)"
    r"(?:[a-z]{3,20}\s(?=(?:it|they|he|she)\shad\s[a-z])"
    # "the soldiers it took prisoner in 2014"
    r"|[a-z]{3,20}s\s(?=(?:it|they)\s(?:took|captured|seized|kidnapped|abducted|snatched|killed|executed|arrested|overran)\s))"
)


# "the capital, from which it was driven on October 17"
_OUT_OF_WHICH = re.compile(rf",\s(?:from|into|to|out\sof|for|against|through|over)\s(?:which|whom)\s(?={_SOMEBODY})")


# "the city, whose siege they had broken on Sept. 5"
_OF_OWNED = re.compile(
    r",\swhose\s(?P<owned>(?:[a-z-]{3,15}\s){1,3}?)(?=(?:it|they|he|she|the\s[a-z]+|[A-Z][a-z’']+(?:\s[a-z]{3,12})?)\s"
    rf"{PAST}\b)"
)


def of_objects(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    """What somebody did to a noun or town, with a day of its own: "which the last of them left on Wednesday"."""
    text = sentence.text
    clauses = chain(
        _OF_OBJECT.finditer(text),
        _OUT_OF_WHICH.finditer(text),
        _OF_OBJECT_BARE.finditer(text),
        (found for found in _OF_OBJECT_THAT.finditer(text) if _is_of_a_thing(text, found.start())),
    )
    for found in islice(clauses, MOST):
        begin, start = found.end(), found.end() - 1 if found.re is _OF_OBJECT_BARE else found.start()
        end, own = _with_its_days(sentence, dates, found)
        done = _done(text, begin, own[0].start - sentence.start) if own else None
        out_of = found.re is _OUT_OF_WHICH
        if done is None or (done.passive and not out_of):
            continue  # "a siege in which it had been shelled"
        if found.re is _OF_OBJECT_THAT and not _LACKS_OBJECT.match(text, done.end):
            continue  # "the fear that troops would enter Homs on Monday"
        if found.re is _OF_OBJECT and NO_HEAD.fullmatch(text, 0, start + 1):
            continue  # "in which"
        town = town_before(sentence, places, start)
        thing = _with_its_kind(text, thing_before(sentence, town, start))
        way = ((start + len(", "), text.rindex(" ", start, begin - 1)),) if out_of else ()
        beside = text.startswith(",", start) or len(own) < len(dates) or done.had or found.re is _OF_OBJECT_BARE
        inner = [*([town] if town else []), *within(sentence, places, begin, end)]
        object_ = () if thing is None else (*way, thing)
        yield Aside(start, begin, end, None, own, inner, only_alone=not beside, object=object_, verb=done.end)


def _is_of_a_thing(text: str, at: int) -> bool:
    """Whether "that" stands behind a thing, and does not begin what somebody says or thinks."""
    before = text[max(text.rfind(mark, 0, at) for mark in ',;:“”"') + 1 : at].split()
    words = [word.strip("()[]").lower() for word in before]
    if not words or words[-1] in _NO_THING or _TIMES.fullmatch(words[-1]):
        return False
    return not any(map(_speaks, words)) and _THAT_FOLLOWS.isdisjoint(words[-_NEAR:])


def _speaks(word: str) -> bool:
    return any(one.type in REPORTING and one.base not in _NO_THAT for one in signals_of(word))


_NO_THAT = frozenset(
    {"accuse", "blame", "condemn", "criticise", "criticize", "denounce", "reject", "praise", "call", "sign", "agree"}
)
"""Verbs of saying from which no "that" goes on."""


_THOUGHTS = frozenset(
    "account accounts accusation accusations admission all allegation allegations announcement argument"
    " assertion assumption belief case chance charge charges claim claims complaint complaints concern"
    " concerns conclusion conclusions condition conditions confirmation decision declaration demand demands"
    " denial denials doubt doubts estimate everything evidence expectation explanation fact fear fears feeling"
    " finding findings given hope hopes idea impression indication indications insistence it message news"
    " notion now opinion order orders perception pledge point possibility prediction promise proof reality"
    " reason report reports result risk rule rumor rumors rumour rumours sense sign signs so speculation"
    " statement statements story such suggestion suspicion suspicions theory this those threat threats time"
    " understanding view vow warning warnings way word".split()
)
"""Words behind which "that" begins a thought."""
_THAT_FOLLOWS = frozenset(
    "say says said told tell tells think thinks thought believe believes believed know knows knew hope hopes"
    " hoped fear fears feared learn learned learnt hear heard found find finds show shows showed shown see saw"
    " seen mean means meant ensure ensured prove proves proved proven agree agrees agreed decide decided demand"
    " demands demanded insist insists insisted realise realised realize realized assume assumed estimate estimated"
    " suggest suggests suggested ordered order requested clear likely unlikely possible sure confident"
    " aware true".split()
)
"""Verbs that "that" goes on from, not far behind them."""
_NEAR = 3
_TIMES = re.compile(r"\d.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:day|week|month|year|night|time|moment)s?")
_LACKS_OBJECT = re.compile(
    r"\s(?:(?:in|at|from|by|near|with|on|over|during|under|after|before|late|early|last|this|earlier|back|again|yesterday|only)\b|\d)"
)
# "[a town in] central Syria"
_OF_A_KIND = re.compile(
    r"\b(?:an?|the)\s(?:[a-z-]+\s)?(?:town|city|village|camp|base|district|area|prison|hospital|school|mosque|church|dam|bridge|hill)\s"
    r"(?:in|of|on|near)\s(?:the\s)?(?:[a-z-]+\s)?$"
)


def _with_its_kind(text: str, thing: tuple[int, int] | None) -> tuple[int, int] | None:
    """A thing with what it is where only the region stood right before the clause: "a town in central Syria"."""
    kind = None if thing is None else _OF_A_KIND.search(text, 0, thing[0])
    return thing if thing is None or kind is None else (kind.start(), thing[1])


def _with_its_days(
    sentence: Sentence, dates: Sequence[DateMention], found: re.Match[str]
) -> tuple[int, list[DateMention]]:
    """Where a clause that tells what was done to its noun ends, and its days.

    Between commas up to the second one; "the cities it had seized in 2014 were taken back": up to its day.
    """
    text, begin = sentence.text, found.end()
    comma = text.startswith(",", found.start())
    end = closing(sentence, dates, begin) if comma else until_mark(text, begin)
    own = [one for one in within(sentence, dates, begin, end) if one.timex_type != "DURATION"]
    if found.re is _OF_OBJECT_THAT and own:
        return own[0].end - sentence.start, own[:1]  # "A bomb that gunmen laid on Monday [killed nine]"
    goes_on = _GOES_ON.search(text, own[0].end - sentence.start, end) if own and not comma else None
    if goes_on is None:
        return end, own
    own = within(sentence, own, begin, goes_on.start())
    return own[-1].end - sentence.start, own


_GOES_ON = re.compile(r"\b(?:was|were|is|are|has|have|had)\b")


_WORD = re.compile(r"[^\s,;:“”\"()]+")


_PARTS = SUBORDINATORS | BE | HAVE | frozenset({"to", "and", "but"})
"""Words behind a verb with which another clause begins: "it stayed until troops took it in May"."""


_BEHIND = frozenset("in on at by from with for during late early last this that the a an its their to and but".split())


@dataclass(frozen=True, slots=True)
class _Done:
    """The verb of a clause that tells what was done to somebody: where it ends, and its helpers."""

    end: int
    had: bool
    passive: bool


def _done(text: str, begin: int, until: int) -> _Done | None:
    """The verb that a relative clause's subject is followed by, where the day belongs to it.

    None for "they take to be those seized in", "it stayed until troops took it in", "the group hoped to leave on".
    """
    had = passive = False
    end = 0
    for at, word in enumerate(_WORD.finditer(text, begin, until)):
        plain = word.group()  # "IS" is a group
        if end and plain == "to" and _TO_A_THING.match(text, word.end()):
            continue  # "whom gunmen killed with a shot to the head in May"
        if end and (plain in _PARTS or _is_of_main(text, word, end)):
            return None
        if plain in BE:
            passive = True
        elif plain == "had":
            had = True
        elif plain == "and" and not end and _BETWEEN_NAMES.match(text, word.start()):
            continue  # "that Omar and Rida signed in May"
        elif plain in _PARTS or at > _MOST_WORDS:
            return _Done(end, had, passive) if end else None
        elif (at and _is_its_verb(text, word, end, helped=had or passive)) or _goes_along(end, word):
            end = word.end()
    return _Done(end, had, passive) if end else None


_TO_A_THING = re.compile(r"\s(?:the|an?|his|her|its|their)\s")
_BETWEEN_NAMES = re.compile(r"and\s(?:the\s)?[A-Z]")
_MOST_WORDS = 8
"""Words of such a clause up to its verb, at most."""


def _is_its_verb(text: str, word: re.Match[str], last: int, *, helped: bool) -> bool:
    """Whether a word is the clause's verb, or a further one in a row with the last: "it captured and beheaded"."""
    plain = word.group()
    if not plain.islower() or plain.endswith("ly"):
        return False
    if last and not _BEHIND.isdisjoint(text[last : word.start()].split()):
        return False  # behind its object or its day
    return is_past(plain) or (helped and not last)


def _is_of_main(text: str, word: re.Match[str], last: int) -> bool:
    """Whether a past right behind the clause's verb is the main clause's: "units which others trained [launched]"."""
    joined = word.start() == last + 1 and not _HELPS.search(text, 0, last)
    return joined and word.group().islower() and is_past(word.group()) and word.group() not in _PARTICLES


_HELPS = re.compile(r"\b(?:help(?:ed|s)?|let|made|got|kept|left|set|cut)$")
"""Verbs that stand before a past which is part of them: "helped set up", "got hit"."""


def _goes_along(last: int, word: re.Match[str]) -> bool:
    """Whether a word right behind the verb is a part of it: "set [up]"; not "saw [over] the weekend"."""
    of_time = word.group() == "over" and word.string.startswith(" the ", word.end())
    return word.start() == last + 1 and last > 0 and word.group() in _PARTICLES and not of_time


_PARTICLES = frozenset({"up", "out", "off", "down", "over", "away", "back"})


_NO_THING = _THOUGHTS | _PARTS | _BEHIND
"""Words behind which "that" stands for no thing."""


def of_owned(sentence: Sentence, dates: Sequence[DateMention], places: Sequence[PlaceMention]) -> Iterator[Aside]:
    """What somebody did to what is a town's, with a day of its own: "whose siege they had broken on Sept. 5"."""
    text = sentence.text
    for found in islice(_OF_OWNED.finditer(text), MOST) if " whose " in text else ():
        begin, end = found.end(), closing(sentence, dates, found.end())
        own = within(sentence, dates, begin, end)
        done = _done(text, begin, own[0].start - sentence.start) if own else None
        if done is not None and not done.passive:
            town = town_before(sentence, places, found.start())
            inner = [*([town] if town else []), *within(sentence, places, begin, end)]
            owned = found.start("owned"), found.end("owned") - 1
            yield Aside(found.start(), begin, end, None, own, inner, object=(owned,), verb=done.end)
