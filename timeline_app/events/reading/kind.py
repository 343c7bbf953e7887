"""Of what type the event of a sentence is: its verb's, or that of the deed that is told with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.verbs.finite import SURE, Verb, weigh_verbs
from timeline_app.events.verbs.idioms import sense_of
from timeline_app.events.verbs.kinds import kind_told, says_nothing
from timeline_app.events.verbs.people import kind_with_people
from timeline_app.events.verbs.said import COMMENTS, finds_breach, state_said
from timeline_app.events.verbs.signals import (
    REPORTING,
    VIOLENT,
    Hit,
    find_signals,
)
from timeline_app.events.verbs.unlisted import unlisted_hits

CAUSATIVE = frozenset({"allow", "permit", "let", "order", "force", "compel", "oblige", "manage", "see"})
"""Verbs whose infinitive says what happened: "were allowed to withdraw" and "managed to flee" are movements."""


RISES = frozenset(
    {"fall", "hit", "gain", "lose", "advance", "retreat", "strike", "return", "roll", "head", "race", "creep"}
)
"""Verbs told of figures and weather too: "prices fell", "shares gained"."""


# "rockets fell on the market": nothing changed hands
_FALLING = re.compile(
    r"\b(?:bombs?|shells?|rockets?|missiles?|mortars?|(?:mortar\s)?rounds?|projectiles?|shrapnel|bombshells?)"
    r"(?:\s(?!fire\b|attacks?\b|strikes?\b)[a-z]{2,12}){0,2}\s$",
    re.IGNORECASE,
)


_NO_FALL = re.compile(
    r"\s(?:silent|sharply|steeply|steadily|to\s(?:its|an?|zero|\d|the\slowest)|by|below|short|in\snumber)\b"
)


_FIGURES = re.compile(
    r"\b(?:prices?|shares?|stocks?|sales|exports?|imports?|profits?|rates?|index|temperatures?|snow|rain|output|demand"
    r"|numbers?\sof\s[a-z]+|revenues?|currency|dollar|pound|euro|bonds?|markets?|unemployment|inflation|production|turnout|night|silence)"
    r"(?:\s[a-z]{2,12}){0,2}\s$",
    re.IGNORECASE,
)


THRESHOLD = 1.5
"""A sentence counts when its best verb reaches this: past, perfect, passive and progressive forms do,
the bare present of a narrative ("The convoy remains") just does, infinitives and nouns alone do not."""


def event_type_of(
    sentence: str,
    verb: Verb,
    kind: str,
    verbs: Sequence[Verb],
    speech: Verb | None,
    quotes: list[tuple[int, int]],
) -> str:
    """What the event is an event of: what the verb tells with the things beside it, or what somebody says is so."""
    comment = next((one for one in verbs if _is_comment(sentence, one, verb)), None)
    if comment is not None:
        return kind_told(sentence, comment, comment.hit.signal.type)
    told = kind_told(sentence, verb, kind)
    if told == "statement":
        return state_said(sentence, verb.hit.end) or _deed_said(sentence, verb, verbs, quotes) or told
    if told == "movement" and (further := _enters_and(sentence, verb, verbs)) is not None:
        return further
    if told in VIOLENT and _is_denied(speech, verb):
        return "refusal"
    if verb.hit.signal.base == "find" and finds_breach(sentence, verb.hit.start):
        return "accusation"
    spoken = speech is not None and not speech.subordinate
    if told == "other" and speech is not None and (state := state_said(sentence, speech.hit.end)) is not None:
        return state
    return "statement" if told == "other" and spoken and says_nothing(sentence, verb) else told


def _is_comment(sentence: str, speech: Verb, verb: Verb) -> bool:
    """Whether who speaks comments on the deed: "congratulated the king now that troops have taken the mill"."""
    if speech.hit.signal.base not in COMMENTS or speech.passive or speech.quoted or speech.weight < THRESHOLD:
        return False
    if speech.subordinate or verb.hit.start < speech.hit.end:
        return False
    return verb.subordinate or _BARE_RELATIVE.search(sentence, speech.hit.end, verb.hit.start) is not None


def _is_denied(speech: Verb | None, verb: Verb) -> bool:
    """Whether somebody says that a violent deed was not done: "insisted that it had not hit the school"."""
    if speech is None or not verb.negated or verb.hit.signal.type not in VIOLENT:
        return False
    return speech.hit.start < verb.hit.start


# "stood up for the truce it had struck"
_BARE_RELATIVE = re.compile(
    r"\b(?:the|an?|this|that|its|their)\s(?:[\w-]+\s){1,3}(?:it|they|he|she)\s(?:had|has|have)\s$"
)


def _told_in_quotes(sentence: str, verbs: Sequence[Verb]) -> str | None:
    """The type of a strike that quoted words tell by a verb of another: "Four raids were flown," he said."""
    told = (verb for verb in verbs if verb.quoted and verb.weight >= SURE and not (verb.subordinate or verb.negated))
    kinds = (kind_told(sentence, verb, verb.hit.signal.type) for verb in told if verb.tense in ("past", "perfect"))
    return next((kind for kind in kinds if kind == "strike"), None)


def _deed_said(sentence: str, verb: Verb, verbs: Sequence[Verb], quotes: list[tuple[int, int]]) -> str | None:
    """The type of a deed behind a verb of saying that no table's verb of doing tells."""
    return (_said(sentence, quotes) or _told_in_quotes(sentence, verbs)) if verb.hit.signal.type in REPORTING else None


# "got into the town [and] battled", "entered it [and later] took"
_AND = re.compile(r"[^;:]{0,80}?\sand\s(?:then\s|later\s|soon\s|quickly\s)?")


_DONE_INSIDE = frozenset({"clash", "territory", "violence against civilians", "attack", "detention"})


def _enters_and(sentence: str, verb: Verb, verbs: Sequence[Verb]) -> str | None:
    """What those who came in did there: "got into the town and battled the army", "entered the port and took it"."""
    if verb.passive or " and " not in sentence or not _COMES_IN.match(sentence, verb.hit.start):
        return None
    behind = (one for one in verbs if one.hit.start > verb.hit.end and not (one.subordinate or one.quoted))
    behind = (one for one in behind if not (one.passive and one.weight >= SURE))  # "arrested" may be either
    did = next((one for one in behind if _AND.fullmatch(sentence, verb.hit.end, one.hit.start)), None)
    if did is None or (did.weight < SURE and did.hit.signal.form != "past"):
        return None
    kind = kind_told(sentence, did, type_of(sentence, did, []))
    return kind if kind in _DONE_INSIDE else None


_COMES_IN = re.compile(
    r"(?:entered|enter|swept|burst|(?:got|rolled|moved|poured|went|broke|came|crossed|drove|slipped|crept|walked|marched|infiltrated)\s(?:back\s)?(?:in|into|to|over"
    r"|across))\b"
)


def _said(sentence: str, quotes: list[tuple[int, int]]) -> str | None:
    """The type of a deed that somebody says was done, told by a verb of no table: "fighters ran off, it reported"."""
    done = filter(is_done, weigh_verbs(sentence, quotes, unlisted_hits(sentence)))
    kinds = (kind_told(sentence, verb, "other") for verb in done)
    return next((kind for kind in kinds if kind != "other"), None)


# "carried out four strikes": what a light verb tells
STRIKES = re.compile(
    r"(?:carried out|conducted|launched|staged)\s(?:[\w-]+\s){0,4}(?:(?:strikes|raids|sorties)\b"
    r"|(?:missiles|rockets|mortars|drones|shells)\s(?:(?:early|late)\s(?:on\s\w+\s)?)?(?:at|on|into|towards?|against|from)\b)"
)


def is_done(verb: Verb) -> bool:
    """Whether a verb tells a main clause as done: not "the doors are painted", which describes."""
    describes = verb.passive and verb.tense == "perfect"
    return verb.weight >= SURE and not (describes or verb.quoted or verb.subordinate or verb.negated)


ANNOUNCING = frozenset({"announce", "declare", "confirm", "reveal", "report"})


def type_of(sentence: str, verb: Verb, quotes: list[tuple[int, int]]) -> str:
    """The verb's type; a light verb takes that of the nearest noun that names an event after or before it."""
    own = verb.hit.signal.type
    sense = None if verb.passive else sense_of(verb.hit.signal.base, sentence, verb.hit.end)
    sense = sense or kind_with_people(
        verb.hit.signal.base, sentence, verb.hit.start, verb.hit.end, passive=verb.passive
    )
    if sense is not None:
        return sense
    if verb.hit.signal.base == "fall" and _NO_FALL.match(sentence, verb.hit.end):
        return "other"
    if verb.hit.signal.base == "fall" and _falls_from_the_sky(sentence, verb):
        return "strike"
    if verb.hit.signal.base in RISES and _FIGURES.search(sentence[: verb.hit.start]):
        return "other"
    if verb.hit.signal.base in CAUSATIVE:
        let = next((hit for hit in find_signals(sentence) if _is_let_do(sentence, verb, hit)), None)
        return let.signal.type if let else own
    if verb.hit.signal.base == "strike" and re.search(r"\b(?:deal|agreement|truce|bargain|accord)\b", sentence):
        return "agreement"  # a deal is struck, nobody is hit
    if own == "other" and STRIKES.match(sentence, verb.hit.start):
        return "strike"
    if own not in ("other", "statement"):
        return own
    if own == "statement" and not (verb.passive and verb.hit.signal.base in ANNOUNCING):
        return own
    nouns = [
        (abs(hit.start - verb.hit.end), signal.type)
        for hit in find_signals(sentence)
        for signal in (hit.signal, *hit.others)
        if signal.form == "noun" and not any(start <= hit.start < end for start, end in quotes)
    ]
    if own == "statement":  # "A truce was announced": what is announced stands before
        nouns = [noun for noun in nouns if noun[1] != own and noun[0] < _ANNOUNCED_NEAR]
    return min(nouns, key=lambda noun: noun[0])[1] if nouns else own


def _falls_from_the_sky(sentence: str, verb: Verb) -> bool:
    """Whether what fell are bombs and shells, not their number and not the silence."""
    before = sentence[: verb.hit.start]
    counted = "number of" in before or "amount of" in before
    return not counted and _FALLING.search(before) is not None


_ANNOUNCED_NEAR = 60
"""Letters between an announcement and what is announced, at most."""


_BEFORE_A_NOUN = (" the", " a", " an", " in", " for", " of", " on", " its", " their", " his", " this", " that")


def _is_let_do(sentence: str, verb: Verb, hit: Hit) -> bool:
    """Whether a signal is the infinitive that a causative verb governs, within the same clause."""
    between = sentence[verb.hit.end : hit.start]
    present = any(signal.form == "present" for signal in (hit.signal, *hit.others))
    noun = between.rstrip().endswith(_BEFORE_A_NOUN)  # "let it know that it had no part in the [strike]"
    return hit.start > verb.hit.end and present and not noun and len(between) < 140 and ";" not in between
