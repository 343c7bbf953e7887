"""With which word of a sentence an expression of time stands: with the event's verb, or with another one's."""

from __future__ import annotations

import re

from timeline_app.events.reading.sentence import Reading
from timeline_app.events.sentences import Sentence
from timeline_app.events.verbs.beginnings import says_when_it_began
from timeline_app.events.verbs.finite import Verb
from timeline_app.events.verbs.function_words import BE, HAVE, PASSIVE_FOLLOWERS, is_past
from timeline_app.events.verbs.signals import REPORTING, VIOLENT, is_only_past, present_of, signals_of
from timeline_app.model import DateMention

_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where)\b", re.IGNORECASE)


# "on Sunday", "last Friday evening"
WEEKDAY = re.compile(
    r"(?:on\s|last\s|this\s|early\s|late\s)*(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s\w+)?", re.IGNORECASE
)


def bound_elsewhere(sentence: Sentence, reading: Reading, mention: DateMention) -> bool:
    """Whether an expression stands with something else than the event's verb: in a clause beside, with another word."""
    return is_told_apart(sentence, reading, mention) or _is_of_another_word(sentence, reading, mention)


def is_told_apart(sentence: Sentence, reading: Reading, mention: DateMention) -> bool:
    """Whether an expression stands in an insertion or a relative clause, is compared with, or is what was declared."""
    at = mention.start - sentence.start
    return (
        _in_insertion(sentence.text, reading.verb, at)
        or _is_compared_with(sentence.text, mention, at)
        or _is_declared(sentence.text, mention, at)
        or _is_still_to_be(sentence.text, mention, at)
        or _names_a_deed(sentence.text, reading, mention, at)
        or _in_relative(sentence.text, reading.verb, at)
        or (at > reading.verb.hit.end and _OF_A_PACT.search(sentence.text, max(0, at - 90), at) is not None)
    )


# "patrolled a road reopened under a deal of March 5": the deal's day
_OF_A_PACT = re.compile(
    r"\b(?:under|per|despite|by|(?:breach|violation|terms|part)\sof|(?:line|accordance|keeping)\swith|thanks\sto)\s(?:the|an?|its|their)\s"
    r"(?:[\w’'-]+\s){0,4}?(?:deal|agreement|accord|truce|ceasefire|cease-fire|pact|treaty|resolution|memorandum|law|decree)\s(?:of|from|dated)\s$"
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
    if _AMONG_THOSE.match(sentence.text) and binder[0] < reading.verb.hit.start:
        return False
    if binder[0] in {verb.hit.start for verb in (reading.verb, reading.speech) if verb is not None}:
        return False
    if _TOLD_IT.match(sentence.text, at + len(mention.text)) and any(
        one.type in REPORTING for one in signals_of(binder[1])
    ):
        return False
    return _is_reduced(sentence.text, *binder) and not _AT_THE_TIME.search(sentence.text[: binder[0]])


# "Among those killed in May were nine": what befell them is the event
_AMONG_THOSE = re.compile(r"^\W{0,3}Among\s(?:the|those|at\sleast|some|about|\d[\d,]*)\b")


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
    if not WEEKDAY.fullmatch(mention.text):  # "had proclaimed 8 September a day of mourning": by then
        return False
    return bool(_IS_DECLARED.match(text, at + len(mention.text)) and _DECLARED.search(text, 0, at))


def _names_a_deed(text: str, reading: Reading, mention: DateMention, at: int) -> bool:
    """Whether a day only says which deed others are suspected of, or spoke of: "detained over Thursday's bombings"."""
    if at < reading.verb.hit.end or reading.event_type in VIOLENT or not _OVER.search(text, 0, at):
        return False
    owns = mention.text.endswith(("'s", "’s")) or text.startswith(("'s ", "’s "), at + len(mention.text))
    return owns and _A_DEED.match(text, at + len(mention.text)) is not None


_OVER = re.compile(
    r"\b(?:over|about|regarding|concerning|behind|(?:hand|role|part|involvement|share)\sin|(?:link(?:s|ed)?|connect(?:ion|ed))\s(?:to|with)"
    r"|suspected\sof|suspicion\sof|investigat\w+|condemn\w+|denounc\w+)\s(?:the\s)?$"
)
_A_DEED = re.compile(
    r"(?:['’]s)?\s(?:[a-z-]{3,15}\s){0,2}?(?:attacks?|bombings?|blasts?|explosions?|raids?|strikes?|killings?|massacre|shootings?|assaults?)\b"
)


def _is_still_to_be(text: str, mention: DateMention, at: int) -> bool:
    """Whether a weekday is what something is said of that it will be: "declared that Saturday would be a holiday"."""
    bare = WEEKDAY.fullmatch(mention.text) and mention.text[0].isupper()
    return bool(bare and _WILL_BE.match(text, at + len(mention.text)))


_WILL_BE = re.compile(r"\s(?:would|will)\b")
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
    r"(?<!-)\b(?:[a-z]{2,}ed|held|taken|captured|shot|built|made|found|struck|seen|proven|thrown|driven|beaten|stolen|known|given|begun|sent|lost|hit|caught|born|led)\b"
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
    if any(w in BE | HAVE for w in before) or before[-1:] in (["and"], ["but"], ["to"], ["a"]):
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
        text.find(",", match.start()) < at < match.end()
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
