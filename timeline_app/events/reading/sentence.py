"""Whether a sentence reports something that happened, which of its verbs says so, and how surely.

There is no parser without a model download, so this reads what English marks on the surface:
auxiliaries before a verb (tense, voice, modality), subordinators at the head of a clause, quotation
marks round words that are somebody else's. It errs towards leaving out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_app.events.reading.kind import ANNOUNCING, STRIKES, THRESHOLD, event_type_of, is_done, type_of
from timeline_app.events.reading.modality import modality_of
from timeline_app.events.reading.quoted import (
    FIRST_OR_SECOND,
    quoted_spans,
    without,
)
from timeline_app.events.reading.reportable import SAYS_AT_THE_END, before_question, may_report, without_remark
from timeline_app.events.verbs.chronicle import present_under_a_day
from timeline_app.events.verbs.finite import SURE, Verb, find_verbs, weigh_verbs
from timeline_app.events.verbs.function_words import MODAL
from timeline_app.events.verbs.kinds import kind_told
from timeline_app.events.verbs.signals import (
    REPORTING,
    plain_words,
    signals_of,
    words,
)
from timeline_app.events.verbs.states import stands
from timeline_app.events.verbs.subordinate import subordinate_flags
from timeline_app.events.verbs.unlisted import unlisted_hits
from timeline_app.model import Modality


@dataclass(frozen=True, slots=True)
class Reading:
    """What a sentence says happened.

    Attributes:
        verb: the verb that says it.
        speech: the reporting verb that introduces it, if another one does.
        verbs: all the signal verbs.
        type: an event type.
        modality: asserted, denied, planned or claimed.
        deed: the verb of what a statement's quoted words tell, if they tell of a deed.
        event_type: what the event is an event of: the deed's type where there is one, not of its being said.
    """

    verb: Verb
    speech: Verb | None
    verbs: tuple[Verb, ...]
    type: str
    modality: Modality
    deed: Verb | None
    event_type: str


@lru_cache(maxsize=256)
def read_sentence(sentence: str) -> Reading | None:
    """What the sentence reports, or None: opinion, rhetoric, questions, headings, bare quotations.

    Remembered for a while: a chronology's sentences are read by both extractors.
    """
    sentence = without_remark(before_question(sentence))
    if not may_report(sentence):
        return None
    quotes = quoted_spans(sentence)
    verbs = tuple(_with_urging_as_speech(sentence, find_verbs(sentence, quotes)))
    finite = [verb for verb in verbs if verb.weight >= THRESHOLD and not (verb.quoted or _is_said_of(sentence, verb))]
    present = None if any(verb.weight >= SURE for verb in finite) else present_under_a_day(sentence)
    if present is not None and not any(verb.hit.start <= present.hit.start for verb in finite):
        kind = type_of(sentence, present, quotes)
        told_kind = kind_told(sentence, present, kind)
        return Reading(present, None, (*verbs, present), kind, modality_of(sentence, present), None, told_kind)
    if not finite:
        return _told_by_witness(sentence, verbs, quotes) or _told_by_unlisted(sentence, verbs, quotes)
    speech = next((verb for verb in finite if verb.hit.signal.type in REPORTING), None)
    told = [verb for verb in finite if verb.hit.signal.type not in REPORTING]
    if told and not _BESIDES.isdisjoint(plain_words(sentence)):
        told = [verb for verb in told if not _is_beside(sentence, verb)]
    if speech is not None and not speech.subordinate:
        told = [verb for verb in told if not _is_of_who_speaks(sentence, speech, verb)]
        told = _without_left_to_tell(sentence, speech, told)
    if speech is not None and quotes and not speech.subordinate and all(verb.subordinate for verb in told):
        told = [verb for verb in told if not _is_of_a_relative(sentence, speech, verb)]
    if speech is not None and not speech.subordinate and told and all(verb.subordinate for verb in told):
        # "A truce was announced, after talks had collapsed", "announced the capture of the mill, which was lost in May"
        beside = all(_is_of_a_relative(sentence, speech, verb) for verb in told)
        on_it = _announces_event(sentence, speech) or _tells_behind(sentence, told)
        if speech.passive or (beside and on_it):
            told = []
    verb = _foremost(told) or speech
    inside = verb is not None and (verb.subordinate or _is_asked_for(sentence, verb))
    if inside and speech is not None and _is_hypothetical(sentence, quotes):
        verb, told = speech, []  # "announced that he would go, as men had been shot"
    if verb is None or (verb.subordinate and _is_hypothetical(sentence, quotes)) or _leaves_open(sentence, verb):
        return None
    main = _main_before(sentence, verb, speech, verbs, quotes)
    if main is not None:
        return main
    witnessed = () if told else tuple(filter(_is_told_in_quotes, verbs))
    if not told and not witnessed and _adds_nothing(sentence, verb, quotes):
        return None
    kind = type_of(sentence, verb, quotes)
    deed = _foremost(witnessed) if kind in REPORTING else None
    return Reading(
        verb,
        speech if speech is not verb else None,
        verbs,
        kind,
        modality_of(sentence, verb),
        deed,
        event_type_of(
            sentence, deed or verb, kind if deed is None else type_of(sentence, deed, []), verbs, speech, quotes
        ),
    )


def _with_urging_as_speech(sentence: str, verbs: Sequence[Verb]) -> Iterator[Verb]:
    """The verbs, one of urging that closes a sentence as one of saying: "It should go, a group urged on Monday"."""
    said = SAYS_AT_THE_END.search(sentence)
    for verb in verbs:
        if said is not None and verb.hit.start == said.start("verb") and verb.hit.signal.type not in REPORTING:
            signal = replace(verb.hit.signal, type="statement")
            hit = replace(verb.hit, signal=signal, others=())
            yield replace(verb, hit=hit, tense="past", passive=False, subordinate=False, weight=SURE)
        else:
            yield verb


# "the deaths of four men said to have been tortured": whose words it is, beside the noun
_SAID_OF = re.compile(r"\b(?:said|believed|known|thought|reported|alleged)\sto\s(?:have|be)\b")
_BE_BEFORE = re.compile(r"\b(?:is|are|was|were|been)\s(?:[a-z]+ly\s|also\s|now\s|still\s)?$")


def _is_said_of(sentence: str, verb: Verb) -> bool:
    """Whether a word of saying is a participle behind its noun: "men said to have been tortured"."""
    if _SAID_OF.match(sentence, verb.hit.start) is None:
        return False
    return _BE_BEFORE.search(sentence, max(0, verb.hit.start - 20), verb.hit.start) is None


_ASKED_FOR = re.compile(r"\b(?:what|whether|how|why)\s[^,;:]{0,60}$")


def _is_asked_for(sentence: str, verb: Verb) -> bool:
    """Whether a verb stands in a question within the sentence: "should make public what its inquiry found"."""
    return _ASKED_FOR.search(sentence, 0, verb.hit.start) is not None


# "did not say where they had been held", "often call those killed martyrs": what follows is not told as done
_NOT_TOLD = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|could|would)(?:n['’]t|\snot)|cannot|unable\sto)\s(?:yet\s|immediately\s|further\s)?"
    r"(?:verify|confirm|confirmed|specify|specified|say|said|know|known|disclose|disclosed|reveal|revealed|mention|mentioned|explain|explained"
    r"|identify|clarify|clarified)\b[^.,;]{0,40}?\b(?:where|when|whether|how|whom?|whose|what|which|if|why)\b"
    r"|\b(?:often|usually|typically|generally|commonly|frequently|routinely)\s(?!\w+ed\b)(?:use|uses|refer|refers|call|calls"
    r"|say|says|describe|describes|employ|employs|mean|means|imply|denote|denotes)\b"
)


def _is_beside(sentence: str, verb: Verb) -> bool:
    """Whether a verb stands in what is only asked, or in what some words usually mean."""
    found = _NOT_TOLD.search(sentence, 0, verb.hit.start)
    return found is not None and not re.search(r"[;:]|,\s(?:but|and)\b", sentence[found.end() : verb.hit.start])


# "did not say where the guards had been shot"
_OPEN = re.compile(r"(?:\s[a-z]+){0,4}?\s(?:where|when|whether|how|whom?|whose|what|which|if|why)\b")


def _leaves_open(sentence: str, verb: Verb) -> bool:
    """Whether it is only said that somebody did not say something."""
    spoken = verb.negated and verb.hit.signal.type in REPORTING
    return spoken and _OPEN.match(sentence, verb.hit.end) is not None


_BESIDES = frozenset(
    "not cannot unable often usually typically generally commonly frequently routinely didn't doesn't don't hasn't"
    " haven't hadn't couldn't wouldn't".split()
)
"""One of these words stands in whatever `_NOT_TOLD` finds."""

_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where)\s")


def _is_of_a_relative(sentence: str, speech: Verb, verb: Verb) -> bool:
    """Whether a verb only tells something of a person or place named with who speaks.

    "“We will stay,” said the mayor of the town, where shells killed four in May": the mayor spoke.
    """
    return verb.hit.start > speech.hit.end and bool(_RELATIVE.search(sentence, speech.hit.end, verb.hit.start))


# "that the women, who had been seized in July, were all free"
_GOES_ON = re.compile(r",\s(?:was|were|is|are|has|have|had|will|would)\b")


def _tells_behind(sentence: str, told: Sequence[Verb]) -> bool:
    """Whether what is announced goes on behind the relative clauses that the verbs stand in."""
    return _GOES_ON.search(sentence, max(verb.hit.end for verb in told)) is not None


# "Abbas Ibrahim, the chief who negotiated for the state, confirmed"
_WHO = re.compile(r"\b(?:who|which|whose)\s[^,;]{0,80}$")


_WH = re.compile(r"\b(?:where|how|why|whether|who)\b")
# "disclosed on Sunday where", "told the army how to"
_TELLS_WHERE = re.compile(r"\s(?:[^,;:“”\"]{1,40}\s)?(?:where|how|why|whether|who)\s[^,;:“”\"]*")


def _without_left_to_tell(sentence: str, speech: Verb, told: list[Verb]) -> list[Verb]:
    """The verbs without what somebody only gives away of what is known: "revealed where it had buried the men"."""
    if _WH.search(sentence, speech.hit.end) is None:
        return told
    end = speech.hit.end
    return [one for one in told if one.hit.start < end or _TELLS_WHERE.fullmatch(sentence, end, one.hit.start) is None]


def _is_of_who_speaks(sentence: str, speech: Verb, verb: Verb) -> bool:
    """Whether a verb only tells of somebody, between commas, before what he says is told."""
    if not verb.subordinate or verb.hit.start > speech.hit.start or not _WHO.search(sentence, 0, verb.hit.start):
        return False
    return "," in sentence[verb.hit.end : speech.hit.start]


_FACTS = frozenset({"strike", "attack", "violence against civilians", "clash", "territory", "detention"})
"""Types that a witness tells of: whoever says in quotation marks that people were killed reports it."""


def _is_told_in_quotes(verb: Verb) -> bool:
    """Whether quoted words tell what happened, not what somebody thinks of it."""
    return (
        verb.quoted
        and not (verb.subordinate or verb.negated)
        and verb.tense in ("past", "perfect")
        and verb.weight >= SURE
        and verb.hit.signal.type in _FACTS
    )


_OPENS_WITH_US = re.compile(r"\W{0,3}(?:We|Our|My|You|Your|Let)\b")


_SEEN = _FACTS | {"movement", "offensive", "aid", "protest", "discovery"}
"""Types that a sentence of nothing but quoted words tells of as well."""
_BY_SOURCE = re.compile(r",?\saccording\sto\b")
_OUR_FORCES = re.compile(
    r"\b[Oo]ur\s(?:(?:armed|brave|heroic|special|security|ground|air|naval)\s){0,2}"
    r"(?:forces?|troops|units?|soldiers|fighters|army|men|jets|planes|aircraft|artillery|mujahid[ei]{1,2}n|comrades|police)\b"
)


def _told_by_witness(sentence: str, verbs: Sequence[Verb], quotes: list[tuple[int, int]]) -> Reading | None:
    """What a sentence tells that is a quotation from end to end: a deed by others, as a claim.

    "The jets carried out four strikes near the bridge." within somebody's account of several sentences; or one with
    its source behind it: "“... near the bridge,” according to the army." What "our forces" did is told as well.
    """
    whole = len(sentence.rstrip())
    if not any(start == 0 and (end >= whole or _BY_SOURCE.match(sentence, end)) for start, end in quotes):
        return None
    spoken = _OUR_FORCES.sub("the forces", sentence)
    if FIRST_OR_SECOND.search(spoken) or _OPENS_WITH_US.match(spoken) or "?" in sentence or "!" in sentence:
        return None
    sure = [verb for verb in verbs if verb.weight >= SURE and verb.tense == "past" and not verb.subordinate]
    verb = _foremost([verb for verb in sure if not verb.negated])
    kind = "" if verb is None else "strike" if STRIKES.match(sentence, verb.hit.start) else type_of(sentence, verb, [])
    if verb is None or kind not in _SEEN:
        return None
    return Reading(verb, None, tuple(verbs), kind, "claimed", None, kind)


def _told_by_unlisted(sentence: str, verbs: Sequence[Verb], quotes: list[tuple[int, int]]) -> Reading | None:
    """What a sentence tells by a verb that is in no table, where that is its main clause's."""
    found = weigh_verbs(sentence, quotes, unlisted_hits(sentence))
    done = (verb for verb in found if is_done(verb) or _has_been_done(sentence, verb))
    verb = next((verb for verb in done if not _FOR_AGES.search(sentence, verb.hit.end)), None)
    verb = verb or stands(sentence)
    if verb is None:
        return None
    kind = verb.hit.signal.type
    return Reading(verb, None, (*verbs, verb), kind, modality_of(sentence, verb), None, kind_told(sentence, verb, kind))


# "The river fed the mill for centuries": how it was, not what happened
_FOR_AGES = re.compile(r"\bfor\s(?:[\w,.-]{1,12}\s){0,2}(?:years|decades|centuries|generations)\b")


def _main_before(
    sentence: str, verb: Verb, speech: Verb | None, verbs: Sequence[Verb], quotes: list[tuple[int, int]]
) -> Reading | None:
    """The reading by an unlisted verb of the main clause, where the listed one only stands in a clause behind it.

    "The crowd lined the streets of the town that gunmen had attacked": they lined the streets.
    """
    if not verb.subordinate or (speech is not None and speech.hit.start < verb.hit.start):
        return None
    told = _told_by_unlisted(sentence[: verb.hit.start], verbs, quotes)
    beside = _RELATIVE_OR_THAT if verb.hit.signal.type not in REPORTING else _RELATIVE_OR_AFTER
    if told is None or not beside.search(sentence, told.verb.hit.end, verb.hit.start):
        return None  # "Crowds wept as troops entered the town": the troops' deed is the news
    if sentence.startswith(" that ", told.verb.hit.end):
        return None  # "He reckoned that 40 cars had been wrecked"
    return told


_RELATIVE_OR_THAT = re.compile(r"\b(?:who|whom|whose|which|that|where)\s")
# "Nine were among those killed, a month after the premier had announced a truce"
_RELATIVE_OR_AFTER = re.compile(r"\b(?:who|whom|whose|which|that|where|after|before)\s")


_BEEN = re.compile(r"\b(?:has|have|had)\s(?:[a-z]+ly\s|now\s|also\s|not\s)?been\s(?:[a-z]+ly\s)?$")


def _has_been_done(sentence: str, verb: Verb) -> bool:
    """Whether a passive tells what has been done: "has been split in two"; not "the doors are painted"."""
    if verb.quoted or verb.subordinate or verb.negated or verb.weight < SURE:
        return False
    return _BEEN.search(sentence, max(0, verb.hit.start - 30), verb.hit.start) is not None


def _announces_event(sentence: str, speech: Verb) -> bool:
    """Whether a speech verb has an event for its object: "announced the withdrawal of its planes, adding:"."""
    if speech.hit.signal.base not in ANNOUNCING or speech.subordinate:
        return False
    after = re.match(r"\s(?:the|a|an|its|their|his)\s(?:[a-z-]{2,15}\s){0,3}", sentence[speech.hit.end :])
    return after is not None and any(
        signal.form == "noun" and signal.type not in REPORTING
        for word in words(after.group() + sentence[speech.hit.end + after.end() :].split(" ", maxsplit=1)[0])
        for signal in signals_of(word.group())
    )


# "As Fox News reports:", "he said", "it said."
_PRONOUN_SPEAKS = re.compile(r"\b(?:he|she|it|they)\s(?:[a-z]{2,12}ly\s)?$", re.IGNORECASE)


def _adds_nothing(sentence: str, speech: Verb, quotes: list[tuple[int, int]]) -> bool:
    """Whether a speech verb only points at words told elsewhere, or carries on a quotation already introduced.

    "Robert Fisk reports," and "As Fox News reports:" introduce the sentence after; "...", he said" goes on
    with the statement before.
    """
    if _announces_event(sentence, speech):
        return False
    if sentence.rstrip().endswith((":", ",")) or speech.subordinate or _QUESTION_QUOTED.search(sentence):
        return True
    quoted = sum(end - start for start, end in quotes)
    return quoted > len(sentence) / 2 and bool(_PRONOUN_SPEAKS.search(sentence[: speech.hit.start]))


# "What more can be said?" said the baker
_QUESTION_QUOTED = re.compile(r"\?[”\"]\s[A-Za-z]")


def _is_hypothetical(sentence: str, quotes: list[tuple[int, int]]) -> bool:
    """Whether a sentence whose event stands in a subordinate clause has a modal main verb.

    "Only after his men had been moved would they talk"; "that they had kept their word could be said".
    """
    bare = without(sentence, quotes)
    plain, tokens = plain_words(bare), words(bare)
    modal = [
        word in MODAL and not _is_month(token.group(), at)
        for at, (word, token) in enumerate(zip(plain, tokens, strict=True))
    ]
    return any(one and not inside for one, inside in zip(modal, subordinate_flags(bare), strict=True))


def _is_month(word: str, at: int) -> bool:
    """Whether a word within a sentence is the month of May."""
    return at > 0 and word == "May"


def _foremost(verbs: Sequence[Verb]) -> Verb | None:
    """The first of the heaviest verbs, main clauses before subordinate ones."""
    return min(verbs, key=lambda verb: (verb.subordinate, -verb.weight, _weak(verb), verb.hit.start), default=None)


def _weak(verb: Verb) -> bool:
    """Verbs that say little of their own ("included a deal to allow"): others are preferred."""
    return verb.hit.signal.type == "other"
