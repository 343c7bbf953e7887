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

from timeline_app.documents.beginnings import lowered
from timeline_app.events.verbs.chronicle import present_under_a_day
from timeline_app.events.verbs.finite import MODAL, SURE, Verb, find_verbs, subordinate_flags, weigh_verbs
from timeline_app.events.verbs.idioms import sense_of
from timeline_app.events.verbs.kinds import kind_told, says_nothing
from timeline_app.events.verbs.people import kind_with_people
from timeline_app.events.verbs.said import COMMENTS, finds_breach, state_said
from timeline_app.events.verbs.signals import (
    REPORTING,
    VIOLENT,
    Hit,
    find_signals,
    plain_words,
    signals_of,
    words,
)
from timeline_app.events.verbs.states import stands
from timeline_app.events.verbs.unlisted import unlisted_hits
from timeline_app.model import Modality

# "According to our correspondent", "a spokesman told us": who says so or hears it is the paper's, what is told is not
_OUR_MAN = re.compile(
    r"\b(?:told|informed|assured|notified|(?:said|conceded|admitted|confirmed|confessed|disclosed|explained|wrote|replied|revealed"
    r"|acknowledged|described)\s(?:it\s|this\s)?to)\s(?:us|me)\b"
    r"|\b(?:our|my)\s(?:own\s)?(?:[a-z]{3,12}\s)?(?:correspondents?|reporters?|sources?|contacts?|network|teams?|colleagues?|staff"
    r"|ambulances?|hospitals?|clinics?|volunteers|doctors|surgeons|nurses|medics|convoys?|vehicles?|warehouses?|offices?)\b",
    re.IGNORECASE,
)

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

CLAIMED = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|according to|is said to|are said to|was said to|were said to"
    r"|is believed to|are believed to|reports? (?:say|said|suggest|are appearing)"
    r"|sources? (?:say|said|believe|claim))\b"
    r"|\b(?:claims?|claimed|alleges?|alleged)\b",
    re.IGNORECASE,
)
_CLAIMING = ("report", "alleg", "purported", "supposed", "according", " to", "source", "claim")
"""Of these one stands in whatever `CLAIMED` finds."""

_QUOTED = re.compile(r"“[^“”]{0,1500}(?:”|$)|\"[^\"]{0,1500}(?:\"|$)|«[^«»]{0,1500}»|(?:^|(?<=\s))[^\"“”]{0,1500}”")
_FIRST_OR_SECOND = re.compile(r"\b(?:I|I'm|I’m|my|me|you|your|you're|you’re|let's|let’s|our|we|us)\b")
_CONDITIONAL = re.compile(
    # what the writer does next: "Here is what has happened so far:"
    r"^\W{0,3}(?:(?:here|below)(?:['’]s|\s(?:is|are))\s(?:what|how|why|who|a|an|the|some)\b|the\sfollowing\s(?:is|are)\b|this\sis\s(?:how|what)\s(?:it|things|events|we|this|that)(?=\s[^,“”\"]{0,40}$)|if|unless|hopefully|perhaps|maybe|imagine|suppose|clearly|honestly|frankly"
    r"|with (?:additional )?report(?:s|ing) (?:from|by)"
    r"|it (?:will|would|may|might|could) (?:still |only )?take\b"
    r"|it (?:is|was|remains|remained) (?:still |yet |as yet )?(?:unclear|unknown|uncertain|not clear|not known))\b",
    re.IGNORECASE,
)
_SHORT_QUOTE = re.compile(r"“[^“”\"]{1,30}”|\"[^“”\"]{1,30}\"")
_IF = re.compile(r"\W{0,3}(?:If|Unless)\s")
# "In this Feb. 16, 2019, file photo, fighters take a break": a picture is described
_CAPTION = re.compile(
    r"^\W{0,3}(?:In (?:this|an?)\s[^;]{0,60}?\b(?:photo|photograph|image|picture|frame grab)\b"
    r"|[^.;]{10,200}\bin\s(?:an?|this|the)\s(?:[\w-]{1,12}\s){0,2}(?:photo|photograph|image|picture|still|screenshot|frame)\b[^.;]{0,20}"
    r"\b(?:put\sout|released|taken|provided|made\savailable|distributed|published|given\sout|posted)\b"
    r"|(?:A|This)\s(?:\w{1,12}\s){0,2}(?:photo|photograph|image|picture|frame grab)\b[^.;]{0,60}\bshows?\b)",
    re.IGNORECASE,
)
THRESHOLD = 1.5
"""A sentence counts when its best verb reaches this: past, perfect, passive and progressive forms do,
the bare present of a narrative ("The convoy remains") just does, infinitives and nouns alone do not."""


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
    sentence = _without_remark(_before_question(sentence))
    if not _may_report(sentence):
        return None
    quotes = quoted_spans(sentence) + _own_links(sentence)
    verbs = tuple(_with_urging_as_speech(sentence, find_verbs(sentence, quotes)))
    finite = [verb for verb in verbs if verb.weight >= THRESHOLD and not (verb.quoted or _is_said_of(sentence, verb))]
    present = None if any(verb.weight >= SURE for verb in finite) else present_under_a_day(sentence)
    if present is not None and not any(verb.hit.start <= present.hit.start for verb in finite):
        kind = _type(sentence, present, quotes)
        told_kind = kind_told(sentence, present, kind)
        return Reading(present, None, (*verbs, present), kind, _modality(sentence, present), None, told_kind)
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
    kind = _type(sentence, verb, quotes)
    deed = _foremost(witnessed) if kind in REPORTING else None
    return Reading(
        verb,
        speech if speech is not verb else None,
        verbs,
        kind,
        _modality(sentence, verb),
        deed,
        _event_type(sentence, deed or verb, kind if deed is None else _type(sentence, deed, []), verbs, speech, quotes),
    )


# ", the league's envoy warned on Sunday", ", a rights group urged"
_SAYS_AT_THE_END = re.compile(
    r",[”\"]?\s[^,;:“”\"]{2,60}?\s(?P<verb>said|says|warned|vowed|threatened|urged|announced|insisted|predicted|argued|demanded"
    r"|cautioned|promised|declared|told\s[^,;:]{2,40}?)(?:\s(?:on|late|early|in|at|during|after|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"[^,;:“”\"]{0,60})?[.\s]*$"
)


def _with_urging_as_speech(sentence: str, verbs: Sequence[Verb]) -> Iterator[Verb]:
    """The verbs, one of urging that closes a sentence as one of saying: "It should go, a group urged on Monday"."""
    said = _SAYS_AT_THE_END.search(sentence)
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


def _event_type(
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


def _quoted(sentence: str, verbs: Sequence[Verb]) -> str | None:
    """The type of a strike that quoted words tell by a verb of another: "Four raids were flown," he said."""
    told = (verb for verb in verbs if verb.quoted and verb.weight >= SURE and not (verb.subordinate or verb.negated))
    kinds = (kind_told(sentence, verb, verb.hit.signal.type) for verb in told if verb.tense in ("past", "perfect"))
    return next((kind for kind in kinds if kind == "strike"), None)


def _deed_said(sentence: str, verb: Verb, verbs: Sequence[Verb], quotes: list[tuple[int, int]]) -> str | None:
    """The type of a deed behind a verb of saying that no table's verb of doing tells."""
    return (_said(sentence, quotes) or _quoted(sentence, verbs)) if verb.hit.signal.type in REPORTING else None


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
    kind = kind_told(sentence, did, _type(sentence, did, []))
    return kind if kind in _DONE_INSIDE else None


_COMES_IN = re.compile(
    r"(?:entered|enter|swept|burst|(?:got|rolled|moved|poured|went|broke|came|crossed|drove|slipped|crept|walked|marched|infiltrated)\s(?:back\s)?(?:in|into|to|over"
    r"|across))\b"
)


def _said(sentence: str, quotes: list[tuple[int, int]]) -> str | None:
    """The type of a deed that somebody says was done, told by a verb of no table: "fighters ran off, it reported"."""
    done = filter(_is_done, weigh_verbs(sentence, quotes, unlisted_hits(sentence)))
    kinds = (kind_told(sentence, verb, "other") for verb in done)
    return next((kind for kind in kinds if kind != "other"), None)


def quoted_spans(sentence: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, of at least three words: scare quotes are not speech."""
    if not _HAS_QUOTES.search(sentence):
        return []
    if '"”' in sentence:
        sentence = sentence.replace('"”', "  ")  # what is left of a dash in a page read in the wrong encoding
    if sentence.startswith('"') and sentence.count('"') % 2 and sentence.count('"') > 1:
        sentence = " " + sentence[1:]  # it goes on in the next paragraph: what is quoted is all of this one
    closed = _closing_quote(sentence)
    spans = [m.span() for m in _QUOTED.finditer(sentence, closed) if len(m.group().split()) > 2]
    return [(0, closed), *spans] if closed else spans


def _closing_quote(sentence: str) -> int:
    """Where a quotation of straight marks ends that began in a sentence before; 0 where there is none."""
    first = sentence.find('"')
    if first < 1 or sentence.count('"') % 2 == 0 or sentence[first - 1] not in ",.!?…":
        return 0
    return first + 1 if sentence[first + 1 : first + 2] in ("", " ") else 0


_HAS_QUOTES = re.compile('["“”«]')


# "It is worth mentioning that guards took the mill", "Further south, we're aware that they took it": they took it
_REMARK = re.compile(
    r"^\W{0,3}(?:[A-Z][^,;:.“”\"]{2,40},\s)?(?:and\s|but\s)?we(?:['’]re|\sare)\s(?:also\s)?aware\sthat\b"
    r"|^\W{0,3}It\s(?:(?:should|must|may|has\sto)\sbe\s(?:noted|mentioned|recalled|remembered|added|said|stressed)"
    r"|is\s(?:worth\s(?:noting|mentioning|recalling|mention)|noteworthy|notable))\sthat\b",
    re.IGNORECASE,
)


def _without_remark(sentence: str) -> str:
    """The sentence with the words blanked that only say it is worth telling; offsets stay."""
    remark = _REMARK.match(sentence)
    return sentence if remark is None else " " * remark.end() + sentence[remark.end() :]


# "said that it was an insult, and who can blame him?"
_ASKED_BEHIND = re.compile(
    r"(?:,|\s[–—-])\s(?:and|but|so|for)\s(?:who|what|why|how|where|when|which|is|are|was|were|do|does|did|can|could|should|would|will)\s[^,;:]{3,60}\?\W*$"
)


def _before_question(sentence: str) -> str:
    """What stands before a question: "... discuss their fate: attack or let pass?", "..., and who can say?"."""
    statement, colon, question = sentence.rpartition(":")
    if colon and question.rstrip(' "”’)').endswith("?") and statement.count(" ") > 5:
        return statement
    asked = _ASKED_BEHIND.search(sentence)
    return sentence[: asked.start()] if asked is not None and sentence.count(" ", 0, asked.start()) > 5 else sentence


# "did not say where they had been held", "often call those killed martyrs": what follows is not told as done
_NOT_TOLD = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|could|would)(?:n['’]t|\snot)|cannot|unable\sto)\s(?:yet\s|immediately\s|further\s)?"
    r"(?:verify|confirm|confirmed|specify|specified|say|said|know|known|disclose|disclosed|reveal|revealed|mention|mentioned|explain|explained"
    r"|identify|clarify|clarified)\b[^.,;]{0,40}?\b(?:where|when|whether|how|who|what|which|if|why)\b"
    r"|\b(?:often|usually|typically|generally|commonly|frequently|routinely)\s(?!\w+ed\b)(?:use|uses|refer|refers|call|calls"
    r"|say|says|describe|describes|employ|employs|mean|means|imply|denote|denotes)\b"
)


def _is_beside(sentence: str, verb: Verb) -> bool:
    """Whether a verb stands in what is only asked, or in what some words usually mean."""
    found = _NOT_TOLD.search(sentence, 0, verb.hit.start)
    return found is not None and not re.search(r"[;:]|,\s(?:but|and)\b", sentence[found.end() : verb.hit.start])


# "did not say where the guards had been shot"
_OPEN = re.compile(r"(?:\s[a-z]+){0,4}?\s(?:where|when|whether|how|who|what|which|if|why)\b")


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
    if verb.hit.start > speech.hit.start or not _WHO.search(sentence, 0, verb.hit.start):
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
# "carried out four strikes": what a light verb tells
_STRIKES = re.compile(
    r"(?:carried out|conducted|launched|staged)\s(?:[\w-]+\s){0,4}(?:(?:strikes|raids|sorties)\b"
    r"|(?:missiles|rockets|mortars|drones|shells)\s(?:(?:early|late)\s(?:on\s\w+\s)?)?(?:at|on|into|towards?|against|from)\b)"
)


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
    if _FIRST_OR_SECOND.search(spoken) or _OPENS_WITH_US.match(spoken) or "?" in sentence or "!" in sentence:
        return None
    sure = [verb for verb in verbs if verb.weight >= SURE and verb.tense == "past" and not verb.subordinate]
    verb = _foremost([verb for verb in sure if not verb.negated])
    kind = "" if verb is None else "strike" if _STRIKES.match(sentence, verb.hit.start) else _type(sentence, verb, [])
    if verb is None or kind not in _SEEN:
        return None
    return Reading(verb, None, tuple(verbs), kind, "claimed", None, kind)


def _told_by_unlisted(sentence: str, verbs: Sequence[Verb], quotes: list[tuple[int, int]]) -> Reading | None:
    """What a sentence tells by a verb that is in no table, where that is its main clause's."""
    found = weigh_verbs(sentence, quotes, unlisted_hits(sentence))
    done = (verb for verb in found if _is_done(verb) or _has_been_done(sentence, verb))
    verb = next((verb for verb in done if not _FOR_AGES.search(sentence, verb.hit.end)), None)
    verb = verb or stands(sentence)
    if verb is None:
        return None
    kind = verb.hit.signal.type
    return Reading(verb, None, (*verbs, verb), kind, _modality(sentence, verb), None, kind_told(sentence, verb, kind))


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
    if told is None or not _RELATIVE_OR_THAT.search(sentence, told.verb.hit.end, verb.hit.start):
        return None  # "Crowds wept as troops entered the town": the troops' deed is the news
    if sentence.startswith(" that ", told.verb.hit.end):
        return None  # "He reckoned that 40 cars had been wrecked"
    return told


_RELATIVE_OR_THAT = re.compile(r"\b(?:who|whom|whose|which|that|where)\s")


def _is_done(verb: Verb) -> bool:
    """Whether a verb tells a main clause as done: not "the doors are painted", which describes."""
    describes = verb.passive and verb.tense == "perfect"
    return verb.weight >= SURE and not (describes or verb.quoted or verb.subordinate or verb.negated)


_BEEN = re.compile(r"\b(?:has|have|had)\s(?:[a-z]+ly\s|now\s|also\s|not\s)?been\s(?:[a-z]+ly\s)?$")


def _has_been_done(sentence: str, verb: Verb) -> bool:
    """Whether a passive tells what has been done: "has been split in two"; not "the doors are painted"."""
    if verb.quoted or verb.subordinate or verb.negated or verb.weight < SURE:
        return False
    return _BEEN.search(sentence, max(0, verb.hit.start - 30), verb.hit.start) is not None


_ANNOUNCING = frozenset({"announce", "declare", "confirm", "reveal", "report"})


def _announces_event(sentence: str, speech: Verb) -> bool:
    """Whether a speech verb has an event for its object: "announced the withdrawal of its planes, adding:"."""
    if speech.hit.signal.base not in _ANNOUNCING or speech.subordinate:
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
    bare = _without(sentence, quotes)
    plain, tokens = plain_words(bare), words(bare)
    modal = [
        word in MODAL and not _is_month(token.group(), at)
        for at, (word, token) in enumerate(zip(plain, tokens, strict=True))
    ]
    return any(one and not inside for one, inside in zip(modal, subordinate_flags(bare), strict=True))


def _is_month(word: str, at: int) -> bool:
    """Whether a word within a sentence is the month of May."""
    return at > 0 and word == "May"


# "Those who give orders should know", "What the state has lost here is not ground", "Visa delays remain a concern"
_IN_GENERAL = re.compile(
    r"\W{0,3}(?:(?:Those|Anyone|Anybody|All)\s(?:who|that)|Whoever)\b[^.;]{3,120}?\s(?:should|must|ought|can|cannot)\b"
    r"|\W{0,3}What\s[^,.;?]{3,80}\s(?:is|are)\s"
    r"|\W{0,3}[^,.;:]{3,60}\sremains?\s(?:(?:an?|the|of)\s(?:\w+\s)?(?:concern|challenge|problem|priority|mystery|threat|risk)"
    r"|unclear|unknown|uncertain|limited|difficult)\b"
)


# "The guards are a force of the league that seeks", "The villages are near the mill, a town that", "Tara lies 5 km off"
_DEFINITION = re.compile(
    r"\W{0,3}(?:The\s|An?\s)?(?:[\w’'-]{1,20}\s){1,5}?(?:(?:is|are)\s(?:an?|one\sof\sthe|the\s(?:largest|biggest|only|last|main|capital|name))"
    r"|(?:is|are)\s(?:near|close\sto|located|situated|on\s(?:a|the)(?=\s(?:road|route|highway|hill|river|plain)\b))|lies|lie)\s(?!in\sruins|dead)[^,;:.]{2,90}?"
    r"(?:,\s(?:an?|the)\s[^,;:.]{2,60}?)?\s(?:that|which|who)\s(?:(?!had\b|was\b|were\b)[a-z]{3,14}\b)[^;:,]*$"
)


def _may_report(sentence: str) -> bool:
    if " " not in sentence.strip():
        return False  # "REPORTS": the name of a page's part
    bare = _without(sentence, quoted_spans(sentence))
    if bare.rstrip(' "”’)]*').endswith("?") or _CAPTION.match(sentence):
        return False
    supposed = _CONDITIONAL.match(sentence)
    if supposed and not (_IF.match(sentence) and _SAYS_AT_THE_END.search(bare)):
        return False  # "If the truce holds, aid will go in"; but ", the envoy said on Sunday" tells that it was said
    if _IN_GENERAL.match(sentence) or _DEFINITION.match(sentence):
        return False
    bare = _SHORT_QUOTE.sub(" ", bare)  # "called on the world to free “our sisters”"
    bare = _WE_ON_A_DAY.sub(lambda found: f"{found['day']} {'they' if found['who'] == 'we' else 'their'} ", bare)
    return not _FIRST_OR_SECOND.search(_OUR_MAN.sub(" ", _without_attribution_links(bare)))


# "On Aug. 30 we cratered the road": a party to it tells, with the day
_WE_ON_A_DAY = re.compile(
    r"^(?P<day>\W{0,3}On\s(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2})(?:,?\s\d{4})?,?)\s(?P<who>we|our)\s"
)


def _without(sentence: str, spans: list[tuple[int, int]]) -> str:
    """The sentence with the spans blanked; offsets stay."""
    for start, end in spans:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


# "[we reported on the unusual deal](#)": a site's link to itself is not the sentence's subject.
_LINK = re.compile(r"\[[^\[\]]{1,200}\]\([^()\s]{0,500}\)")


def _own_links(sentence: str) -> list[tuple[int, int]]:
    """Links in which a site speaks of itself ("[we reported]"): its verbs are not the sentence's."""
    return [link.span() for link in _LINK.finditer(sentence) if _FIRST_OR_SECOND.search(link.group())]


def _without_attribution_links(text: str) -> str:
    return _LINK.sub(" ", text).replace("U.S", "  ").replace("US", "  ")


def _foremost(verbs: Sequence[Verb]) -> Verb | None:
    """The first of the heaviest verbs, main clauses before subordinate ones."""
    return min(verbs, key=lambda verb: (verb.subordinate, -verb.weight, _weak(verb), verb.hit.start), default=None)


def _weak(verb: Verb) -> bool:
    """Verbs that say little of their own ("included a deal to allow"): others are preferred."""
    return verb.hit.signal.type == "other"


def _type(sentence: str, verb: Verb, quotes: list[tuple[int, int]]) -> str:
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
    if own == "other" and _STRIKES.match(sentence, verb.hit.start):
        return "strike"
    if own not in ("other", "statement"):
        return own
    if own == "statement" and not (verb.passive and verb.hit.signal.base in _ANNOUNCING):
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


# "said it was not true that the town was taken", "it is false that"
_UNTRUE = re.compile(r"\b(?:not\s(?:true|correct|the\scase)|untrue|false|wrong|incorrect)\sthat\s[^,;]{0,80}$")


def _is_untrue(sentence: str, verb: Verb) -> bool:
    """Whether what a verb tells is said not to be so."""
    return " that " in sentence and _UNTRUE.search(sentence, 0, verb.hit.start) is not None


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


# "Moscow says its jets killed", "The group said on Monday that it had taken"; not "said they were bombed"
_OF_ITS_OWN = re.compile(
    r"\b(?:sa(?:id|ys?)|announce[sd]?|declare[sd]?|report(?:ed|s)|state[sd]|confirm(?:ed|s))\s(?:(?:on|late|early)\s\w+\s){0,2}(?:that\s)?"
    r"(?:its|their|his|it|they|he)\b"
)


def _is_own_deed(sentence: str, verb: Verb) -> bool:
    """Whether who speaks tells of what his own side did to others: no more than its word."""
    kind = verb.hit.signal.type
    if verb.passive or verb.hit.signal.base in _BEFALLS or not (kind in VIOLENT or kind == "territory"):
        return False
    told = _OF_ITS_OWN.search(sentence, 0, verb.hit.start)
    return told is not None and _STRAIGHT_ON.fullmatch(sentence, told.end(), verb.hit.start) is not None


# "its [jets] killed", "it [had] taken"; no further name or clause
_STRAIGHT_ON = re.compile(
    r"(?:\s(?!when\b|as\b|while\b|after\b|before\b|which\b|who\b|that\b|believe|think|and\b)[a-z][a-z-]*){0,5}\s"
)
_BEFALLS = frozenset(
    [
        "die",
        "fall",
        "lose",
        "crash",
        "burn",
        "burn down",
        "explode",
        "detonate",
        "blow up",
        "go off",
        "collapse",
        "cede",
        "surrender",
        "sink",
        "suffer",
        "clash",
        "perish",
    ]
)
"""Verbs of what happens to a side: that it says so is no claim of its own deed."""


def _modality(sentence: str, verb: Verb) -> Modality:
    if verb.negated or verb.hit.signal.base in ("deny",) or _is_untrue(sentence, verb):
        return "denied"
    if verb.tense == "future":
        return "planned"
    if _is_own_deed(sentence, verb):
        return "claimed"
    low = lowered(sentence)
    may_be = low is None or any(word in low for word in _CLAIMING)  # `CLAIMED` is tried at every letter
    return "claimed" if may_be and CLAIMED.search(sentence) else "asserted"
