"""A sentence made short enough for a title by leaving out what it can do without.

What is inserted between commas or dashes, when it happened (the event has its date beside it), clauses told beside
the main one and phrases at the end: each costs something, names more than other words. The cheapest that fits and
still stands as a sentence is taken, so that a title is not simply what fills the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from timeline_app.events.titles.cutting import is_counted_time
from timeline_app.events.titles.days import NOT_WHEN, SUBJECT_NEXT, WHEN, WHEN_FIRST
from timeline_app.events.titles.main_verb import PREPOSITIONS, QUOTED, is_finite, main_verb, word_at
from timeline_app.events.titles.standing import LEAST, stands
from timeline_app.events.titles.topics import goes_on
from timeline_app.events.verbs.signals import REPORTING, signals_of

_MOST_WITHIN = 6
"""Stretches within a sentence that are left out at most; each doubles the ways to try."""
_MOST_TRIED = 60
"""Ways looked at, cheapest first; behind so many nothing short stands."""
_LETTER, _NAME, _COUNT = 0.035, 0.35, 0.5
"""What a letter, a word with a capital and a number cost beside the kind of what is left out."""


class _Left(NamedTuple):
    """A stretch that may be left out, and what that costs."""

    start: int
    end: int
    cost: float


def shortened(text: str, limit: int, verb: str = "", *, as_said: bool = False) -> str | None:
    """The sentence within a limit; None where no part of it stands alone.

    Args:
        text: a sentence on one line, without what leads into it.
        limit: letters.
        verb: the word that tells the event, as it stands in the text; "" for the main verb.
        as_said: whether only what stands at its end may be left out, as in a quotation.
    """
    inserted = [] if as_said else list(_inserted(text))
    main = main_verb(text, [(one.start, one.end) for one in inserted])
    at = _outside(text, verb, inserted) if verb else main
    if at < 0 or main < 0:
        return None
    if len(text) <= limit:
        return text
    within = (
        []
        if as_said
        else sorted([*inserted, *_within(text, main, at, inserted)], key=lambda one: one.cost)[:_MOST_WITHIN]
    )
    tails = [_Left(len(text), len(text), 0.0), *_tails(text, max(at + len(verb), main + len(word_at(text, main))))]
    tried = sorted(_ways(text, within, tails, limit), key=lambda way: way[0])
    said = _waits_for_that(text, main)
    for _, left in tried[:_MOST_TRIED]:
        kept = _tidy(_without(text, left))
        if said and " that " not in kept:
            continue  # "claimed last week, not for the first time, that the town had fallen"
        if len(kept) <= limit and verb in kept and stands(kept, is_cut=left[-1].start < len(text)):
            return kept
    return None


# "claimed last week, not for the first time, that"
_SAID_WHEN = re.compile(
    r"(?:\s(?:on|in|late|early|last|this|again|also|repeatedly|later|earlier)\b(?:\s\w+){0,4})?(?:,[^,]{2,60},)?\sthat\s"
)


def _waits_for_that(text: str, main: int) -> bool:
    """Whether the main verb is one of saying and what is said follows behind "that"."""
    verb = word_at(text, main)
    if " that " not in text[main:] or not any(one.type in REPORTING for one in signals_of(verb)):
        return False
    return _SAID_WHEN.match(text, main + len(verb)) is not None


def _outside(text: str, verb: str, inserted: Sequence[_Left]) -> int:
    """Where the verb stands, rather not within an insertion; -1 where it does not."""
    first = at = text.find(verb)
    while any(one.start <= at < one.end for one in inserted):
        at = text.find(verb, at + 1)
    return first if at < 0 else at


def _ways(
    text: str, within: Sequence[_Left], tails: Sequence[_Left], limit: int
) -> Iterator[tuple[float, tuple[_Left, ...]]]:
    """What may be left out together so that the rest fits, the end last, and what it costs."""
    for count in range(len(within) + 1):
        for inner in combinations(within, count):
            if any(one.start < other.end and other.start < one.end for one, other in combinations(inner, 2)):
                continue
            furthest = max((one.end for one in inner), default=0)
            for tail in tails:
                left = (*inner, tail)
                if tail.start < furthest:
                    continue
                if len(text) - sum(one.end - one.start for one in left) <= limit + 2:
                    yield sum(one.cost for one in left), left


def _without(text: str, left: Sequence[_Left]) -> str:
    kept, at = [], 0
    for one in sorted(left):
        kept.append(text[at : one.start])
        at = one.end
    return "".join((*kept, text[at:]))


def _tidy(text: str) -> str:
    text = _TOO.sub("", " ".join(text.split()).strip(" ,;:–—-"))
    return text[:1].upper() + text[1:]


# "was concluded yesterday too"
_TOO = re.compile(r",?\s(?:too|as\swell)$")


def _cost(text: str, start: int, end: int, kind: float) -> _Left:
    names, counts = len(_A_NAME.findall(text, start, end)), len(_A_COUNT.findall(text, start, end))
    return _Left(start, end, kind + (end - start) * _LETTER + names * _NAME + counts * _COUNT)


def _beside(start: int, end: int) -> _Left:
    """The cost of an insertion: its names and numbers are none of the happening."""
    return _Left(start, end, 1.0 + (end - start) * _LETTER)


_A_NAME = re.compile(r"\b(?:al-|el-)?[A-Z][\w’'-]+")
_A_COUNT = re.compile(r"\b\d[\d,.]*")


# ", who heads the league, ", ", a town in the north, ": between commas
_INSERTED = re.compile(
    r",\s(?P<by>who|whom|which|whose|where|in\swhich|(?:al-)?[A-Z][\w-]+['’]s|an?|the|its|his|her|their|both|most|some|all|one|including|among|like|aged"
    r"|then|once|until|also|named|known|[a-z]{3,12}ed|taken|given|driven|written|shaken|broken|beaten|flown|thrown|shown|drawn|torn|sworn|caught|brought|fought|sent|struck|hit|held|led|set|built|born|made|put|\d{1,2}|many"
    r"|two|three)\s(?P<words>[^,;:“”\"]{2,110}),\s(?!(?:and|or|but)\s)"
)
_DASHED = re.compile(r"\s(?:[–—]|--?)\s[^–—;:“”\"]{3,130}?\s(?:[–—]|--?)\s|[—–][^–—;:“”\"\s][^–—;:“”\"]{3,130}?[—–]")
_FURTHER = 140
"""Letters within which a second insertion ends."""
# "a man of 35 who died in June": the verb is the man's, not the sentence's
_ITS_RELATIVE = re.compile(r"\s(?:who|which|that|whom|where)\s.*$")
_TELLS = frozenset("said says added reported announced told according citing adding".split())
_RELATIVE = frozenset("who whom whose which where".split())


# "His father, Omar Rida[, who led it], was": a comma stays
_OPEN_APPOSITION = re.compile(r",\s(?!(?:and|but|where|when|while|who|which)\b)[^,;:]{2,50}$")


def _inserted(text: str) -> Iterator[_Left]:
    """What stands between commas or dashes, none of it within a quotation."""
    quoted = [found.span() for found in QUOTED.finditer(text)]
    for pattern in (_INSERTED, _DASHED):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(a < end and start < b for a, b in quoted):
                continue
            if pattern is _DASHED:
                yield _beside(start, end - (text[end - 1] == " "))
            elif _is_inserted(text, found):
                closes = _OPEN_APPOSITION.search(text, 0, start) is not None
                yield _beside(start + closes, _to_the_verb(text, found) - 1)


def _is_inserted(text: str, found: re.Match[str]) -> bool:
    """Whether words between commas only say more of the noun before: none of a list, no clause that tells on."""
    behind = word_at(text, found.end())
    if behind in _TELLS:
        return False  # "..., said the agency": what is told ends before
    if found["by"].rpartition(" ")[2] in _RELATIVE:
        return not behind.endswith("ing")  # ", which bombed a ferry, killing nine": that was the ferry's
    words = _ITS_RELATIVE.sub("", found["words"])
    told = any(goes_on(word) and not word.endswith("ed") for word in words.split())
    if told and found["by"] not in ("including", "among"):
        return False
    return is_finite(behind) or behind in PREPOSITIONS or behind.endswith("ing")


def _to_the_verb(text: str, found: re.Match[str]) -> int:
    """Where an insertion ends: behind a further one, where the verb only comes after that."""
    end = found.end()
    behind = word_at(text, end)
    if is_finite(behind) or found["by"] not in _RELATIVE:
        return end
    further = text.find(", ", end, end + _FURTHER)
    if further < 0:
        return end
    apposed = behind in _DETERMINERS and not any(map(is_finite, text[end:further].split()))
    if apposed or is_finite(word_at(text, further + 2)):
        return further + 2
    last = text.find(", ", further + 2, end + _FURTHER)  # ", north of Tara, when the town fell, were"
    opens = word_at(text, further + 2) in _CLAUSES_OF_TIME
    return last + 2 if last > 0 and opens and is_finite(word_at(text, last + 2)) else end


_CLAUSES_OF_TIME = frozenset({"when", "while", "as", "after", "before", "in", "on", "since"})
# "Only moments ago, ", "Hours earlier, ": what leads in and is no subject
_LEADING = re.compile(
    r"^(?:Only|Even|Hours|Minutes|Days|Weeks|Months|Years|Moments|Shortly|Soon|Right|Immediately|Ahead|Prior|Contrary|Once|Although"
    r"|Though|Because|If|Unless|Where|Instead|Thanks|Due|Owing|Given|Except|Beyond|Behind|Near|Around|Among|Between|Against"
    r"|Without|Not\sfar|Further|Farther|Since|After|As|When|While|Before|Under|In|On|At|By|For|From|To|With|During|Until"
    rf"|Through|Together|Along|Alongside|There)\s[^;:“”\"]{{2,130}}?,\s{SUBJECT_NEXT}"
)


# 'denounced "in the strongest terms" what'
_IN_QUOTES = re.compile(r"\s[\"“](?:in|with)\s[^\"“”]{3,40}[\"”](?=\s)")


def _within(text: str, main: int, at: int, inserted: Sequence[_Left]) -> Iterator[_Left]:
    """What says more of the subject, when it was, what leads in; neither of the verbs, no part of a quotation."""
    quoted = [found.span() for found in QUOTED.finditer(text)]
    yield from _of_the_subject(text, main, at, inserted)
    for found in _IN_QUOTES.finditer(text, main):
        yield _cost(text, found.start(), found.end(), 1.2)
    for pattern in (WHEN, WHEN_FIRST, _LEADING):
        for found in pattern.finditer(text):
            start, end = found.span()
            if any(start <= verb < end for verb in (main, at)) or any(a < end and start < b for a, b in quoted):
                continue
            if pattern is _LEADING:
                yield _cost(text, start, end, 1.0)
            elif start == 0 or not NOT_WHEN.search(text, 0, start):
                yield _Left(start, end, 0.4 + (end - start) * _LETTER)


# "A column of buses [filled with fighters] is", "Ten men [whom the group had taken] were"
_MODIFIES = re.compile(
    r",?\s(?P<by>who|whom|which|that|with|from|in|on|at|near|for|under|along|outside|inside|between|carrying|including|[a-z]{4,12}ed"
    r"|made|held|led|known|built|set|loyal|close)\s"
)
_HELPS = re.compile(
    r"(?:\b(?!family)(?:is|are|was|were|be|been|being|has|have|had|will|would|did|not|also|still|then|later|now|finally"
    r"|reportedly|[a-z]{3,12}ly)\s)+$"
)
_OTHER_SENTENCE = re.compile(r"[;:“”\"]|\b(?:said|says|saying|when|while|because|but|they|he|she|it|we)\s")
# "from the last bastion they held"
_HELD_BY = re.compile(r"\s(?:they|it|he|she)\s(?:had\s|have\s|has\s|still\s)?[a-z]+")
_OPEN_TO_LISTS = frozenset("with from between carrying including who whom which that".split())
_AUXILIARIES = frozenset("had has have was were been be is are being".split())
_NO_SUBJECT_END = frozenset(
    "and or the a an of several many some few two three four five six seven eight nine ten no all both".split()
)
_PRONOUNS = frozenset("it they he she we you i this that these those who".split())
_NO_HEAD = frozenset(
    """According In On At By For With As After Before While When Under Despite Having It They He She There""".split()
)


def _of_the_subject(text: str, main: int, at: int, inserted: Sequence[_Left]) -> Iterator[_Left]:
    """What only says more of the subject, up to the verb behind it."""
    helped = _HELPS.search(text, 0, main)
    verb = helped.start() if helped else main
    plain = list(text)
    for one in inserted:
        plain[one.start : one.end] = " " * (one.end - one.start)
    bare = "".join(plain)
    for found in _MODIFIES.finditer(bare, 8, verb):
        dropped = bare[found.end() : verb]
        head = text[: found.start()].rstrip(",").split()
        if head[0] in _NO_HEAD or found.start() <= at < verb:
            return
        relative = found["by"] in ("who", "whom", "which", "that")
        participle = found["by"].endswith("ed")
        if head[-1] in _AUXILIARIES or (participle and head[-1].endswith("ly")):
            continue  # "whom the police had wrongly arrested", "who had been in the hands of the league"
        if head[-1].lower() in _NO_SUBJECT_END or (participle and word_at(text, found.end()) not in PREPOSITIONS):
            continue  # "Troops loyal and", "several armed men"
        if head[-1].lower() in _PRONOUNS or (found["by"] == "that" and _is_of_saying(head[-1])) or is_finite(head[-1]):
            continue  # "he pointed out", "claim that"
        told = _HELD_BY.sub(" ", dropped)
        if ("," in dropped and text[found.start()] != ",") or _OTHER_SENTENCE.search(told):
            continue
        if not relative and any(goes_on(word) for word in told.split()):
            continue
        if " and " in dropped and not (found["by"] in _OPEN_TO_LISTS or found["by"].endswith("ed")):
            continue
        yield _cost(text, found.start(), verb - 1, 1.0 if relative else 1.4)


def _is_of_saying(noun: str) -> bool:
    """Whether "that" behind a noun tells what is said: "the claim that"; not "the explosion that"."""
    return any(one.type in REPORTING for one in signals_of(noun))


# ", which opened in May", ", killing nine", ", while the army": told beside, to the end
_COMMA_TAILS = re.compile(
    r"(?:,|;|:|\s(?:[–—]|--?))\s(?P<by>which|whom|whose|who|where|when|while|whereas|as|after|before|because|since|until|although"
    r"|though|if|unless|so|but|yet|and|with|without|among|including|most|many|some|several|one|two|both|all|a|an|the|its|their"
    r"|his|her|despite|in|on|at|by|for|from|to|under|over|near|according|said|says|adding|citing|such|not|even|just|only|then|once"
    r"|having|being|[a-z]{3,14}ing|[a-z]{3,12}ed|held|led|known|\d[\d,]*)\b"
)
_COMMA_COSTS = {
    **dict.fromkeys("according said says adding citing such".split(), 0.2),
    **dict.fromkeys(
        """which whom whose who where a an the its their his her most many some several one two all including among
        both""".split(),
        0.5,
    ),
    **dict.fromkeys("and but yet".split(), 1.2),
}
_BESIDE = 1.0

# " who had fled", " in an effort to win", " from the town": to the end, no comma before
_TAILS = re.compile(
    r"\s(?:ever\s(?=since))?(?P<by>who|whom|whose|which|that|where|when|while|whereas|after|before|because|since|until|although"
    r"|though|if|unless|as\sthough|as|so\sthat|so\sas\sto|in\sorder\sto|in\s(?:an?|their|its|his)\s(?:effort|bid|attempt|move)\sto"
    r"|in\s(?:return|exchange|answer|response|reply|retaliation|revenge)\s(?:for|to)|on\scondition|with\sthe\saim|thanks\sto"
    r"|due\sto|and|but|yet|in|on|at|from|to|with|by|for|near|under|over|into|onto|through|across|along|around|outside|inside|during"
    r"|against|amid|despite|without|following|towards?|between|behind|beside|within|via|beyond)\s"
)
_TAIL_COSTS = {
    **dict.fromkeys("who whom whose which where that".split(), 1.0),
    **dict.fromkeys(
        """when while whereas after before because since until although though as if unless""".split(),
        0.9,
    ),
    **dict.fromkeys(["as though", "so that", "so as to", "in order to"], 0.9),
    **dict.fromkeys("and but yet to into against from".split(), 1.6),
    "for": 1.5,
    "by": 1.8,
    "with": 1.3,
}
_A_PHRASE = 1.1
_RESUMED = 0.8
"""What it costs more to end where only something is inserted."""
_OF_WHOM = 1.2
"""What it costs more to leave out which people a sentence tells of."""
_ANYBODY = frozenset(
    "people persons those anyone everyone residents men women civilians children ones some many".split()
)


def _tails(text: str, verb_end: int) -> Iterator[_Left]:
    """What may be left out from somewhere behind the verb to the end."""
    quoted = [found.span() for found in QUOTED.finditer(text)]
    for found in _COMMA_TAILS.finditer(text, verb_end):
        start = found.start()
        if start >= LEAST and not any(a < start < b for a, b in quoted) and _parts_off(text, found):
            inserted = _INSERTED.match(text, start)
            resumed = _RESUMED if inserted is not None and _is_inserted(text, inserted) else 0.0
            yield _cost(text, start, len(text), _COMMA_COSTS.get(found["by"], _BESIDE) + resumed)
    said = _SAID_AT_END.search(text, verb_end)
    if said is not None:
        yield _Left(said.start(), len(text), _WHOSE)
    for found in _TAILS.finditer(text, verb_end):
        start, by = found.start(), found["by"]
        if start >= LEAST and not any(a < start < b for a, b in quoted) and _may_end(text, start, by, found.end()):
            before = text[:start].rpartition(" ")[2].lower()
            which = _OF_WHOM if by in _RELATIVE | {"that"} and before in _ANYBODY else 0.0
            yield _cost(text, start, len(text), _TAIL_COSTS.get(by, _A_PHRASE) + which)


# ", the agency reports", ", a medic in Homs said on Friday"
_SAID_AT_END = re.compile(
    r",\s[^,;:“”\"]{2,60}?\s(?:said|says|say|reports|reported|report|added|adds|went\son|announced|confirmed|claimed|claims|recalled|noted"
    r"|told\s[^,;:]{2,30}|tweeted|wrote)(?:\s(?:on|in|late|early|at|this|last|yesterday|today|[A-Z])[^,;:“”\"]{0,30})?$"
)
_WHOSE = 0.2


# ", the mill and the bridge": a list goes on
_NEXT_OF_LIST = re.compile(
    r"[^,;:]{1,40}(?:,\s[^,;:]{1,40}){0,3},?\s(?:and|or)\s(?!(?:said|says|added|is|was|were|has|had|have)\b)"
)
_BEHIND = 9
"""Words behind ", and" within which its verb stands."""


def _parts_off(text: str, found: re.Match[str]) -> bool:
    """Whether a comma parts something off, and not the members of a list or a quotation from who is quoted."""
    behind = text[found.end() :].lstrip()
    if found["by"] == "as" and behind.startswith("saying"):
        return False
    if found["by"] in ("and", "but", "yet"):
        return any(map(is_finite, behind.split()[:_BEHIND]))
    listed = _NEXT_OF_LIST.match(behind)
    return listed is None or any(map(is_finite, listed.group().split()))


_OPEN_PAIR = re.compile(r"\b(?:between|both)\s(?:(?!\sand\s).){1,80}$")
_FROM_TO = re.compile(r"\bfrom\s[^,;]{2,30}$")
_WAITING_FOR_THAT = frozenset(
    """fact claim claims idea belief news word report reports hope hopes fear fears condition sign signs evidence proof
    so such was is were""".split()
)
_DISTANCES = frozenset(
    """way km kilometers kilometres miles mile meters metres far close distance next down up out away back""".split()
)
_PARTICLES = frozenset("over around through along across behind inside outside within by".split())
_ADVERBS = _PARTICLES | frozenset("on in off under near before after".split())
_BEFORE_ING = frozenset("without despite following during amid since after before while".split())
_RISES = frozenset(
    "rise rises rose risen climbed jumped grew grown increased mounted soared fell fallen dropped".split()
)
_NUMBER = re.compile(
    r"(?:(?:at\sleast|about|around|nearly|almost|more\sthan|over|some)\s)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|thirty|forty|fifty)\b)"
)
_LEADS_TO = frozenset(
    """urged asked appealed appeals told ordered allowed forced called pressed warned helped wanted began started tried
    managed continued agreed refused vowed threatened decided promised pledged planned prepared permitted enabled let
    able unable ready due set likely expected required urges asks orders allows forces calls wants plans agrees refuses
    has had have is are was were seems seemed appears appeared failed hoping trying seeking attempting planning
    preparing going used demanded intends intended hopes hoped invited sworn chose
    telling urging asking ordering forcing allowing calling pressing warning helping""".split()
)
"""Words whose "to" goes on with what they lead to: it is no purpose told beside."""
_DETERMINERS = frozenset(
    "the a an its their his her this that these those some many several two three four five all both another".split()
)


_FIRST_WORD = re.compile(r"(?:(?:also|then|later|once|still|[a-z]{3,12}ly)\s)?(?P<word>[a-z]+)")


_TIMES = frozenset("days hours weeks months years minutes moments shortly soon just immediately long".split())
_NEAR_WORDS = 6
"""Words before "that" among which a verb of saying waits for it."""


def _is_of_object(text: str, start: int, end: int) -> bool:
    """Whether "that" tells of things ("devices that the guards had laid"), none of what somebody says."""
    before, behind = text[:start].split()[-_NEAR_WORDS:], text[end:].split()[1:4]
    told = any(one.type in REPORTING for word in before for one in signals_of(word.lower()))
    return before[-1].endswith("s") and not told and any(map(is_finite, behind))


def _may_end(text: str, start: int, by: str, end: int) -> bool:
    """Whether a sentence may end before such a word: not within a name, a pair, or what a verb waits for."""
    before, behind = text[:start].rpartition(" ")[2], text[end:].partition(" ")[0]
    if not behind or (by == "as" and behind.startswith(("saying", '"', "“"))) or is_counted_time(text, start):
        return False
    if by in ("and", "but", "yet"):
        named = before[:1].isupper() and behind[:1].isupper()
        return not named and is_finite(behind) and _OPEN_PAIR.search(text, 0, start) is None
    if by in ("after", "before") and before in _TIMES:
        return False
    if by == "that":  # "a truce that is less kept", not "told them that the road"
        told = _FIRST_WORD.match(text, end)
        waits = before.lower() in _WAITING_FOR_THAT or is_finite(before)
        return not waits and ((told is not None and is_finite(told["word"])) or _is_of_object(text, start, end))
    if by == "to" and behind.isalpha() and behind.islower() and behind not in _DETERMINERS:
        return not is_finite(before) and not any(word in _LEADS_TO for word in text[:start].split())
    if by == "to" and before in _RISES and _NUMBER.match(text, end):
        return False  # "the toll rose to 22": to what is the news
    if by in _PARTICLES and (is_finite(before) or signals_of(before)):
        return False  # "were turned over", "made it turn around on its way"
    if behind in PREPOSITIONS and by in _ADVERBS:
        return False  # "was going on in the mosque"
    if behind.endswith("ing") and by in PREPOSITIONS and by not in _BEFORE_ING:
        return False  # "succeeded in smashing", "kept them from leaving"
    if by in PREPOSITIONS and _OPEN_PAIR.search(text, max(0, start - 80), start):
        return False
    return not (by in ("from", "to") and (before in _DISTANCES or _FROM_TO.search(text, max(0, start - 40), start)))
