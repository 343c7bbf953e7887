"""Where a title may end: at the border of a phrase, with no loose end behind the last word."""

from __future__ import annotations

import re

from timeline_app.events.titles.topics import goes_on, tells_now
from timeline_app.events.verbs.signals import signals_of

MAX_TITLE = 90
"""Characters; longer ones wrap in every list."""

_PHRASE_END = re.compile(
    r",\s|;\s|:\s|\s(?=(?:in|on|at|by|from|to|with|who|which|that|where|when|while|after|before|(?<!known\s)as|because|for|and|but|over"
    r"|since|under|via|through|into|amid|according|during|between|against|near|along|around|inside|outside|across"
    r"|following|without|despite|beside|behind|towards?|until|within)\s)"
)
_TRAILING = re.compile(
    r"(?:[\s,;:–—-]|(?<!['’])\b(?:the|a|an|of|and|or|but|to|in|on|at|by|for|with|as|that|which|who|its|their|his|from|his|was|were|is|are"
    r"|has|had|have|been|not|so|one|several|under|namely|whether|likely|most|along|together|including|amid|into|than|still|being|since|until|during|against|between|about|towards?|across|without|within|upon|near))+$",
    re.IGNORECASE,
)
_OPEN_PAIR = re.compile(r"\b(?:between|both)\s(?:(?!\sand\s).){1,80}$")
_LOOSE_END = re.compile(
    r"(?:;\s\w+(?:\s\w+)?|\s(?:and|or)\sup|\s(?:and|but|that)\s(?:he|she|it|they|we|the|an?|his|her|its|their|then|also|was|were|had|has|have|is|are)(?:\s\w{1,12})?"
    r"|\s(?:and|but)\s(?:would\s\w+|said|added|[a-z]{3,}(?:ed|ing))"
    r"|\s(?:seeking|trying|attempting|aiming|refusing|hoping|promising|vowing|demanding|urging|pledging|threatening"
    r"|asking|preparing)|\swith\s(?:the\s)?(?:support|help|backing|assistance)|\sa\s(?:few|couple)(?:\s(?:hours|days|weeks|months))?|,\sa\s(?:day|week|month|year)|\s(?:late|early)(?:\son)?"
    r"|,?\s(?:in|as)\s(?:a\s)?(?:cooperation|exchange|addition|search|response|solidarity|coordination|return|order|protest"
    r"|retaliation|part|bid|front|support|charge|view|light|spite)|,\s\w{2,12}(?:ing|ed)|,\ssaying:\s?[\"“]?\w{0,15}|\s(?:which|who|that)\s(?:was|were|is|are)\s\w+"
    r"|\sto\s(?:allow|enable|permit|let|make|give|take|put|bring|prevent|stop|force|cause|ensure|provide|use|get|keep|help)"
    r"|\son\sthe\s(?:grounds?|basis|condition|outskirts?|edge|eve)|\sas\s(?:the\s|a\s)?[\w.]+|\sbeing\s\w+)$"
)
_LONGEST_LOOSE_END = 40
"""Letters at the end of a title within which a loose end is looked for."""


# "through a crowded, narrow street": a comma between adjectives
_ADJECTIVE = re.compile(r"\san?\s[a-z]{2,12}(?:ed|ful|ous|ive|al|ic|ing|y)$")

_MARKS = " ,;:–—-"

_LEAST_BEHIND = 14
"""Letters behind a verb, cut at any word, that say of what it tells."""


def up_to_border(text: str, verb_end: int, limit: int, *, at_any_word: bool = False) -> str:
    """The longest run of whole phrases within the limit that holds the verb, if one does."""
    if len(text) <= limit:
        return text.rstrip(_MARKS)
    least, paired = min(20, limit // 2), "between" in text or "both" in text
    ends = [
        end for end in (match.start() for match in _PHRASE_END.finditer(text, 0, limit + 14)) if least <= end <= limit
    ]
    cut, with_verb = 0, False
    for end in reversed(ends):  # the last one behind the verb, else the last one
        if not (_parts_a_phrase(text, end) or (paired and _OPEN_PAIR.search(text[:end]))):
            cut, with_verb = end, end > verb_end
            break
    if at_any_word and not with_verb and verb_end < limit:  # rather than a title without its verb
        space = text.rfind(" ", 0, limit + 1)
        cut = space if space > verb_end + _LEAST_BEHIND else cut
    if not cut:
        cut = text.rfind(" ", 0, limit)
    kept = _without_half_a_name(text, cut if cut > 0 else limit)
    for _ in range(3):  # "on the grounds that he": one loose end behind another
        loose = _LOOSE_END.search(kept, max(0, len(kept) - _LONGEST_LOOSE_END))
        before, kept = kept, without_trailing(_without_participle(kept[: loose.start()] if loose else kept))
        if kept == before:
            break
    return _without_dash_tail(_without_open_clause(kept, verb_end), verb_end)


def _without_half_a_name(text: str, end: int) -> str:
    """The text up to an end, without a name behind a preposition that it would part: "of Islamic [State fighters]"."""
    if not _NAME_GOES_ON.match(text, end):
        return text[:end]
    name = _NAME_AT_END.search(text, max(0, end - _LONGEST_NAME), end)
    return text[:end] if name is None else text[: name.start()]


_NAME_GOES_ON = re.compile(r"\s[A-Z][a-z]")
_NAME_AT_END = re.compile(r"(?<=\b(?:of|in|at|by|to))(?:\s[A-Z][\w’'-]*)+$")
_LONGEST_NAME = 60

# "began on Sunday, when government troops": a clause cut before its verb
_CLAUSE = re.compile(r",?\s(?:when|while|because|where|who|which|whose|although|if|that)\s")


def _without_open_clause(kept: str, verb_end: int) -> str:
    """A cut title without a last clause that has lost its verb."""
    kept = without_counted_clause(kept, verb_end)
    if not _MAY_HOLD_A_CLAUSE.search(kept, verb_end):
        return kept
    clause = next(iter(reversed(list(_CLAUSE.finditer(kept, verb_end)))), None)
    if clause is None or any(goes_on(word) or tells_now(word) for word in kept[clause.end() :].split()):
        return kept
    if clause[0].endswith("that ") and not _is_beside_the_point(kept, clause, verb_end):
        return kept
    return _SOME_OF.sub("", kept[: clause.start()])


def without_counted_clause(kept: str, verb_end: int = 0) -> str:
    """A cut title without a time that is counted from what somebody did, where that is cut: "a day after the mayor"."""
    counted = _COUNTED_CLAUSE.search(kept, verb_end)
    told = counted is None or any(map(signals_of, counted["what"].split()))
    return kept if counted is None or told else kept[: counted.start()]


# "two rockets landed, a day after Omar Rida": what he did is cut
_COUNTED_CLAUSE = re.compile(
    r",?\s(?:just\s|only\s|less\sthan\s)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|a\sfew)\s"
    r"(?:minute|hour|day|week|month|year)s?\s(?:after|before)\s(?P<what>(?:[A-Z][\w’'-]+\s?)+|(?:the|its|their|his|her|an?)\s[\w\s’'-]{2,40})$"
)


def _is_beside_the_point(kept: str, clause: re.Match[str], verb_end: int) -> bool:
    """Whether a cut "that the coalition" can go: it stands behind a phrase of its own ("from several sources").

    What waits for a "that", as "said", "the fact" or "the news" do, would tell nothing without it.
    """
    phrase = _OWN_PHRASE.search(kept, verb_end, clause.start())
    if any(one.type in ("statement", "threat") for one in signals_of(kept[:verb_end].rpartition(" ")[2])):
        return False  # "cautioned in February that the dam"
    return phrase is not None and phrase[1] not in _WAITING and bool(_SUBJECT.match(kept, clause.end()))


_OWN_PHRASE = re.compile(r"\s(?:from|at|in|on|with|by|for)\s(?:[\w’'-]+\s){0,4}([\w’'-]+)$")
_SUBJECT = re.compile(r"(?:the|an?|its|his|her|their|they|he|she|it|[A-Z]\w*)\b")
_WAITING = frozenset(
    "fact claim claims idea belief news report reports hope hopes fear fears condition sign signs".split()
)

_MAY_HOLD_A_CLAUSE = re.compile(r"\s(?:wh|because\s|if\s|although\s|that\s)")
_SOME_OF = re.compile(r",?\s(?:some|most|many|all|several|both|one)\sof$")


_BARE = frozenset(
    "controlled carried described considered planted staffed owned manned guarded triggered populated inhabited"
    " dominated aligned loyal linked affiliated brokered mediated organised organized sponsored supported seized"
    " abandoned hidden reached held located based loyal caused called known issued led launched"
    " backed erected concluded".split()
)
_HELPS = frozenset("was were been is are be being had has have also and not".split())


def _without_participle(text: str) -> str:
    """The text without a participle at its end whose phrase was cut: "a weapons cache hidden [in a cave]"."""
    last = text[text.rfind(" ") + 1 :]
    if last not in _BARE:
        return text
    kept = text[: -len(last) - 1]
    before = kept[kept.rfind(" ") + 1 :]
    return text if before in _HELPS or before.endswith("ly") else kept


# "10 days [after the raid]"
_TIME_SPAN = re.compile(
    r"\b(?:\d+|a|an|just|two|three|four|five|six|seven|eight|nine|ten)\s(?:days?|hours?|weeks?|months?|years?)$"
)


def is_counted_time(text: str, border: int) -> bool:
    """Whether a border would part a time from what it is counted from: "10 days after the raid"."""
    return text.startswith((" after ", " before "), border) and bool(
        _TIME_SPAN.search(text, max(0, border - 20), border)
    )


def _parts_a_phrase(text: str, border: int) -> bool:
    """Whether a border lies within one phrase: joined names, a counted time, adjectives with a comma between."""
    if text[border] == ",":
        return _ADJECTIVE.search(text, max(0, border - 20), border) is not None
    return _joins_names(text, border) or is_counted_time(text, border)


def _joins_names(text: str, border: int) -> bool:
    """Whether a border would part two names that "and" joins: "Russian and Syrian jets", "Raqqa and Homs"."""
    if not text.startswith((" and ", " or "), border):
        return False
    return text[text.rfind(" ", 0, border) + 1].isupper() and text[text.find(" ", border + 1) + 1].isupper()


def _without_dash_tail(kept: str, verb_end: int) -> str:
    """A cut title without words behind its last dash that tell nothing: "was not hit - only cars nearby"."""
    dash = max(kept.rfind(f" {mark} ") for mark in ("-", "–", "—", "--"))
    if dash <= verb_end or any(map(goes_on, kept[dash:].split())):
        return kept
    return kept[:dash]


def without_trailing(text: str) -> str:
    """The text without `_TRAILING`, which is looked for behind the last word that is none of it.

    The pattern alone would be tried at every letter: 117 microseconds for a title against 5.
    """
    end = len(text)
    space = text.rfind(" ")
    while space >= 0 and (space + 1 == end or _TRAILING.fullmatch(text, space + 1, end)):
        space, end = text.rfind(" ", 0, space), space
    trailing = _TRAILING.search(text, space + 1)
    return text[: trailing.start()] if trailing else text
