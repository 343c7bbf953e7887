"""The finite verbs of a sentence that may report something: tense, voice, and how sure each tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline_app.events.verbs.function_words import (
    AUXILIARIES,
    BE,
    BE_OR_HAVE,
    DO,
    HAVE,
    HELPERS,
    MODAL,
    NEGATION,
    NUMBERS,
    OBJECT_OPENERS,
    OF_SEVERAL,
    PASSIVE_FOLLOWERS,
    SUBORDINATORS,
    UNFINISHED,
    WILL,
    is_past,
)
from timeline_app.events.verbs.idioms import NEED_OBJECT, is_told, only_lies, only_names, reads_out
from timeline_app.events.verbs.signals import (
    REPORTING,
    Form,
    Hit,
    find_signals,
    is_only_past,
    never_participle,
    plain_words,
    signals_of,
    words,
)
from timeline_app.events.verbs.subordinate import ends_object_relative, is_verb_alone, subordinate_flags

Tense = Literal["past", "perfect", "progressive", "present", "future", "modal", "none"]


_ASIDE = re.compile(r"\([^()]{0,300}\)")
_CLAUSE_END = re.compile(r"[,;:]")
_PHRASE_MARK = re.compile(r"[,;:()\"“”]")

_AHEAD = frozenset({"about", "set", "due", "expected", "scheduled", "likely", "slated", "poised", "planned", "going"})
"""Words between "is" and "to" that tell of what is to come: "is expected to vote"."""

SURE = 3.0
PRESENT = 1.6


@dataclass(frozen=True, slots=True)
class Verb:
    """A signal verb as it stands in its sentence."""

    hit: Hit
    tense: Tense
    passive: bool
    negated: bool
    subordinate: bool
    quoted: bool
    weight: float


def find_verbs(sentence: str, quotes: list[tuple[int, int]]) -> list[Verb]:
    """The listed verbs of a sentence that may report something, each with its tense, voice and weight.

    Args:
        sentence: any text.
        quotes: stretches of it that are somebody else's words.
    """
    return weigh_verbs(sentence, quotes, [hit for hit in find_signals(sentence) if not _is_noun(hit)])


def weigh_verbs(sentence: str, quotes: list[tuple[int, int]], hits: Sequence[Hit]) -> list[Verb]:
    """The verbs at the given words of a sentence, see `find_verbs`."""
    if not hits:
        return []
    tokens, plain = words(sentence), plain_words(sentence)
    clauses = subordinate_flags(sentence)
    asides = [aside.span() for aside in _ASIDE.finditer(sentence)] if "(" in sentence else []
    found = []
    for hit in hits:
        at = hit.at
        tense, passive, negated, weight = _finiteness(hit, at, plain, sentence, tokens)
        quoted = any(start <= hit.start < end for start, end in quotes)
        if any(start < hit.start < end for start, end in asides):
            weight = min(weight, 1.0)
        if hit.signal.base in NEED_OBJECT and not passive and not is_told(hit.signal.base, sentence, hit.end):
            weight = min(weight, 0.5)
        if hit.signal.base == "read" and not reads_out(sentence, hit.start, hit.end):
            continue
        if hit.signal.base == "call" and passive and only_names(sentence, hit.end):
            weight = min(weight, 0.5)
        if hit.signal.base == "locate" and passive and only_lies(sentence, hit.end):
            weight = min(weight, 0.5)
        found.append(Verb(hit, tense, passive, negated, clauses[at], quoted, weight))
    return found


def _is_noun(hit: Hit) -> bool:
    return hit.signal.form == "noun" and all(signal.form == "noun" for signal in hit.others)


def _is_no_participle(hit: Hit) -> bool:
    """Whether a form is a finite past and nothing else: "drove", whose participle is another."""
    return forms_of(hit) == {"past"} and hit.signal.base not in _ALIKE and never_participle(hit.signal.base)


_ALIKE = frozenset("injure wound kill hurt".split())


def _finiteness(
    hit: Hit, at: int, plain: list[str], sentence: str, tokens: Sequence[re.Match[str]]
) -> tuple[Tense, bool, bool, float]:
    """Tense, whether passive, whether negated, and weight of one verb form."""
    if at and plain[at - 1] in _NOT_QUITE:
        return "none", False, False, 0.5  # "almost cost him his life"
    helpers = _helpers(plain, at, sentence, tokens)
    negated = any(word in NEGATION for word in helpers) or _negative_subject(plain, at, sentence, tokens)
    forms = forms_of(hit)
    helper_set = set(helpers)
    if at and plain[at - 1] == "to":
        if at > 1 and plain[at - 2] == "able":
            able = _helpers(plain, at - 2, sentence, tokens)
            done = bool({"was", "were", "been"} & set(able)) and not NEGATION & set(able)
            return ("past" if done else "none"), False, False, SURE if done else 1.0  # "was able to leave": it left
        if at > 1 and plain[at - 2] == "had":
            return _had_to(plain, at - 2, sentence, tokens)
        planned = _is_ahead(plain, at - 1)
        return ("future" if planned else "none"), False, negated, SURE - 1 if planned else 1.0
    if plain[max(0, at - 2) : at] == ["to", "be"] and "gerund" not in forms and _is_ahead(plain, at - 2):
        return "future", True, negated, SURE - 1
    if helper_set & WILL:
        return "future", bool(helper_set & BE), negated, SURE - 1
    if helper_set & MODAL:
        return "modal", False, negated, 0.8
    if helper_set & HAVE:
        if not helper_set & (HAVE - {"having"}):
            return "none", bool(helper_set & BE), negated, 1.0  # "on suspicion of having brought in arms"
        return "perfect", bool(helper_set & BE), negated, SURE
    if plain[max(0, at - 3) : at] == ["had", "to", "be"] and "gerund" not in forms:
        return _had_to(plain, at - 3, sentence, tokens, passive=True)
    if helper_set & BE:
        tense, passive, weight = _behind_be(helper_set, forms)
        return tense, passive, negated, weight
    if helper_set & DO:
        return "past", False, negated, SURE
    return _bare_form(hit, at, plain, sentence, negated)


def _is_ahead(plain: list[str], to: int) -> bool:
    """Whether "to" stands behind "is" or "is expected": "is to leave", "are due to be freed"."""
    if to < 1:
        return False
    return plain[to - 1] in BE or (plain[to - 1] in _AHEAD and bool(BE & set(plain[max(0, to - 4) : to - 1])))


_NOT_QUITE = frozenset({"almost", "nearly"})

_BEHIND_BE: frozenset[Form] = frozenset({"past", "participle", "gerund"})


def _behind_be(helpers: set[str], forms: set[Form]) -> tuple[Tense, bool, float]:
    """Tense, whether passive, and weight of a verb form behind a form of "be"."""
    if forms.isdisjoint(_BEHIND_BE):
        return "none", False, 0.5  # "is free again"
    if not helpers & BE - UNFINISHED:
        return "none", "gerund" not in forms, 1.0  # "to exit and be provided", "routes being taken"
    if "gerund" in forms:  # "were firing at the crowd" narrates, "are firing" does not
        return ("past" if helpers & {"was", "were"} else "progressive"), False, SURE
    return ("past" if helpers & {"was", "were", "got"} else "perfect"), True, SURE


def _had_to(
    plain: list[str], had: int, sentence: str, tokens: Sequence[re.Match[str]], *, passive: bool = False
) -> tuple[Tense, bool, bool, float]:
    """The same of "had to leave": it was done; not so of "would have had to leave", "said they had to leave"."""
    helpers = set(_helpers(plain, had, sentence, tokens))
    done = not helpers & (MODAL | WILL | NEGATION) and not _TELLS_WHAT_TO_DO & set(plain[max(0, had - 8) : had])
    return ("past" if done else "none"), passive, False, SURE if done else 1.0


_TELLS_WHAT_TO_DO = frozenset("said told says insisted warned demanded ruled agreed stipulated stressed".split())


def _bare_form(hit: Hit, at: int, plain: list[str], sentence: str, negated: bool) -> tuple[Tense, bool, bool, float]:
    """The same of a verb form without an auxiliary."""
    forms = forms_of(hit)
    if "gerund" in forms:
        return "none", False, False, 1.0
    if "past" in forms or "participle" in forms:
        if _reduced_relative(hit, at, plain, sentence):
            return "none", True, False, 1.0
        return "past", False, negated, SURE if "past" in forms else 1.0
    return "present", False, False, _present_weight(hit, at, plain, sentence)


def forms_of(hit: Hit) -> set[Form]:
    """The grammatical forms that a signal word may be."""
    return {signal.form for signal in (hit.signal, *hit.others)}


def _negative_subject(plain: list[str], at: int, sentence: str, tokens: Sequence[re.Match[str]]) -> bool:
    """Whether the verb's subject says that there was none: "no bus was hit", "neither side has confirmed"."""
    for i in range(at - 1, max(-1, at - 6), -1):
        if _CLAUSE_END.search(sentence, tokens[i].end(), tokens[i + 1].start()):
            return False
        if plain[i] in ("no", "neither", "nobody", "none"):
            return plain[i + 1 : i + 2] not in (["fewer"], ["less"], ["more"])  # "no fewer than five"
    return False


# Adverbs and pronouns that may stand between an auxiliary and its verb.
_BETWEEN = re.compile(
    r"(?:\w{2,}ly|not|never|also|even|further|meanwhile|again|still|now|then|just|already|since|yet|so|far|since|once|both|all|later|soon|first|together|back|he|she|it|they)$"
)


def _helpers(plain: list[str], at: int, sentence: str, tokens: Sequence[re.Match[str]]) -> list[str]:
    """The auxiliaries right before a verb, adverbs skipped: "has not yet been" before "struck"."""
    found: list[str] = []
    i = at - 1
    while i >= 0 and at - i <= 6:
        if not found and _PHRASE_MARK.search(sentence, tokens[i].end(), tokens[i + 1].start()):
            gap = sentence[tokens[i].end() : tokens[i + 1].start()]
            if gap not in _OPENING_MARKS or plain[i] not in AUXILIARIES:  # "were “neutralized”" is one verb
                break
        if plain[i] == "may" and i and tokens[i].group()[0] == "M":
            break  # "Theresa May has said", "in May": a name, no auxiliary
        if plain[i] in HELPERS:
            found.append(plain[i])
        elif plain[i] in ("and", "or") and i and not found and _coordinated(plain, i):
            pass
        elif plain[i] == "by" and plain[i + 1] in ("then", "now"):
            pass  # "had by then taken the town"
        elif not _BETWEEN.match(plain[i]):
            break
        i -= 1
    return found


_OPENING_MARKS = (" “", ' "', " ‘", " '")


def _coordinated(plain: list[str], i: int) -> bool:
    """Whether "and" joins two verbs ("was shelled and stormed"): the word before it is one."""
    return any(signal.form == "past" for signal in signals_of(plain[i - 1])[:1])


def _reduced_relative(hit: Hit, at: int, plain: list[str], sentence: str) -> bool:
    """Whether a bare past form is a participle behind its noun: "soldiers kidnapped by ISIS in 2014"."""
    behind = at + 1 + hit.signal.base.count(" ")
    following = plain[behind] if behind < len(plain) else ""
    before = plain[at - 1] if at else ""
    people = plain[at - 2 : at - 1] == ["the"] and before in _PEOPLE  # "Two of the injured died in hospital"
    # "whom the group had abducted regained their freedom"
    alone = is_verb_alone(plain, at - 1) or ends_object_relative(plain, at)
    people = people or (alone and "past" in forms_of(hit))
    if people or _COUNTED_OBJECT.match(sentence, hit.end) or _has_own_object(hit.signal.base):
        return False
    if _is_headline_passive(at, plain, sentence, hit) or _is_behind_insertion(sentence, hit, following):
        return False
    if hit.signal.type in REPORTING and _SAYS_BEHIND.search(sentence, max(0, hit.start - 100), hit.start):
        return False  # "It has fallen, the general announced in a statement"
    inserted = sentence.endswith(", ", 0, hit.start) and _is_inserted(sentence, hit.end)
    graded = inserted or _is_graded(at, plain)
    graded = graded or (before in NUMBERS and following.endswith(OF_SEVERAL))  # "thirteen kidnapped people"
    counts = sentence[max(0, hit.start - 2) : hit.start - 1].isdigit() and _is_no_participle(hit)  # "the 17 drove back"
    if not counts and (graded or not before or before in ("the", "a", "an", "such") or before.endswith(("'s", "s'"))):
        return True  # "Stranded convoy", "the besieged town", "and badly damaged buildings"
    counted = _AFTER_DIGIT.search(sentence, max(0, hit.start - 3), hit.start)
    counted = None if counted is None or _is_no_participle(hit) else counted  # "six of the 17 drove back"
    if (counted and not _AFTER_DATE.search(sentence[max(0, hit.start - 20) : hit.start])) or sentence[
        hit.end : hit.end + 1
    ] == "-":
        return True  # "26 wounded", "attacked-and-burnt"
    if sentence[hit.start - 1 :][:1] == " " and sentence[hit.start - 2 : hit.start - 1] in _QUOTE_ENDS:
        return False  # "The deal is done,” said a commander
    beside = not sentence.endswith(", ", 0, hit.start)  # "The base, an agency said, held several graves"
    if beside and is_past(before) and before not in BE_OR_HAVE and _SMALL_WORD.match(sentence, hit.end):
        return True  # "showed captured weapons": what stands behind another verb is no second one
    if before in ("and", "or") and not _coordinated(plain, at - 1):
        named = sentence[hit.end + 1 : hit.end + 2].isupper() and _told_before(plain, at)
        # "seized the mill on 10 June and captured Tara": a name behind it is its object
        return not named and following not in PASSIVE_FOLLOWERS | OBJECT_OPENERS | _ONCE_MORE
    followed = hit.signal.base == "follow" and following != "by"  # "and the town of Tara followed in May"
    departed = hit.signal.base == "leave" and _DEPARTED.match(sentence, hit.end)
    if followed or departed or (following == "to" and hit.signal.base in _CATENATIVES):
        return False  # "managed to cross the river"
    if "past" in forms_of(hit) and never_participle(hit.signal.base):
        return False  # "units continued on Friday", "rebels who had fought there withdrew from the town"
    spoken = hit.signal.type in REPORTING  # "as announced by": it tells the sentence
    following = plain[behind + 1] if following == "dead" and behind + 1 < len(plain) else following  # "shot dead by"
    agent = following == "by" and _BY_NOBODY.match(sentence, hit.end) is None
    if agent and not spoken and before not in ("and", "but", "then", "he", "she", "they", "it"):
        return True  # "soldiers kidnapped by the group": who acts has no "by" before what is done
    if following in PASSIVE_FOLLOWERS and (_verb_follows(hit, sentence) or _is_apposed(hit, sentence)):
        return True
    return (
        _told_before(*_of_its_clause(plain, at, sentence, hit))
        and (following in PASSIVE_FOLLOWERS or _SMALL_OR_QUOTED.match(sentence, hit.end) is not None)
        and before not in ("and", "but", "then", "who", "which", "that", "it", "he", "she", "they")
    )


# "and the fighters left on Monday", "left for the coast"; not "men left for dead", "left on the road"
_DEPARTED = re.compile(
    r"\s(?:(?:late\s|early\s)?on\s(?:(?:late|early)\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|on\s(?:\d|[A-Z])"
    r"|for\s(?:the\s|[A-Z])|yesterday\b|last\s(?:week|month|night)\b)"
)
_ONCE_MORE = frozenset({"again", "later", "soon", "once"})
"""Behind these a past is a verb, no adjective: "was captured in May and lost again"."""
# "voted by a wide margin", "left by bus", "advanced by two kilometres": how, not by whom
_BY_NOBODY = re.compile(
    r"\sby\s(?:an?\s(?:[a-z]+\s)?(?:margin|majority|vote)|(?:bus|train|air|sea|road|land|car|truck|boat|helicopter|plane"
    r"|phone|telephone|night|day|surprise|noon|midday|dawn|then|now|more|at\sleast|about|over|\d)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)


def _of_its_clause(plain: list[str], at: int, sentence: str, hit: Hit) -> tuple[list[str], int]:
    """The words from the last semicolon on, behind which another clause begins, and where in them a verb stands."""
    begins = sentence.rfind(";", 0, hit.start)
    before = 0 if begins < 0 else sum(token.start() < begins for token in words(sentence))
    return plain[before:], at - before


# "Five men killed carrying the wounded": what they did, not whom they killed
_SMALL_OR_QUOTED = re.compile(r"\s[“\"]?[a-z]{3,20}ing\s(?!of\b)")
# '... since June,” the military announced in a statement'
_SAYS_BEHIND = re.compile(r"[,”\"]\s(?:(?:the|an?|its|his|her)\s)?(?:[\w.’'-]{1,20}\s){1,8}$")

_GRADES = frozenset(
    "badly heavily severely newly recently formerly closely partially partly widely highly densely lightly previously"
    " long seriously mortally fatally freshly hastily poorly well".split()
)
"""Adverbs of degree and time that stand before a participle used as an adjective."""
_NO_SUBJECTS = frozenset("of in with from for to by over several many some showing into on at near including".split())


def _is_graded(at: int, plain: list[str]) -> bool:
    """Whether an adverb of degree makes a past an adjective: "streets and badly damaged buildings"."""
    if at > 1 and plain[at - 1].endswith("ly") and plain[at - 2] in ("a", "an", "the", "its", "their", "this"):
        return True  # "an internationally banned outfit"
    if at < 2 or plain[at - 1] not in _GRADES:
        return False
    before = plain[at - 2]
    return before in _NO_SUBJECTS or (before in ("and", "or") and not _coordinated(plain, at - 2))


_PARTICLES = frozenset("up down out off over back away in on for through apart around by upon into".split())


def _has_own_object(base: str) -> bool:
    """Whether a verb of several words has its object among them: "opened fire", never "the town opened fire on"."""
    return " " in base and base[base.rfind(" ") + 1 :] not in _PARTICLES


_CATENATIVES = frozenset(
    "manage attempt continue begin start agree refuse decline vow pledge threaten promise seek plan".split()
)
"""Verbs whose past before "to" is the clause's own: who tells it is their subject."""

_QUOTE_ENDS = ("”", '"', "»")


_ADJECTIVES = frozenset(
    "armed armoured armored united allied combined unidentified unnamed so-called"
    " said hundred improvised suspected alleged masked retired detained".split()
)
"""Words with the ending of a past that no clause of the news is told by: "armed groups", "the United Nations"."""


def _told_before(plain: list[str], at: int) -> bool:
    """Whether a clause was told before: a past form, unless it is an adjective ("the besieged town", "US-backed")."""
    return any(
        word in BE_OR_HAVE
        or (
            is_past(word)
            and "-" not in word
            and word not in _ADJECTIVES
            and plain[i - 1 : i] not in (["the"], ["a"], ["an"])
            and not (i and plain[i - 1].isdigit())  # "20 armoured vehicles"
        )
        for i, word in enumerate(plain[:at])
    )


_COUNTED_OBJECT = re.compile(
    r"\s(?:at (?:least|most)|about|around|over|under|more than|fewer than|up to|as many as|between|nearly|some)"
    r"\s(?:\d|an?\s|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|scores|hundreds|thousands)\b)"
)
# "killed at least 31": a preposition before a number opens no relative clause

_FINITE_BE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|constitutes?|represents?|means|poses|makes|seems?|appears?|includes?)\b"
)


def _verb_follows(hit: Hit, sentence: str) -> bool:
    """Whether the clause has its verb further on: "bodies of soldiers kidnapped in 2014 were handed over"."""
    clause = re.split(
        r"[,;:–—]|\b(?:and|but|who|which|that|as|when|while|after|before|because|where)\b", sentence[hit.end :]
    )[0]
    return _FINITE_BE.search(clause) is not None or _tells_behind(clause)


def _tells_behind(clause: str) -> bool:
    """Whether a past with an object of its own follows: "shells fired from the hill hit a house"."""
    found = [word[0].lower() for word in words(clause)]
    return any(
        following not in PASSIVE_FOLLOWERS
        and before not in _NO_SUBJECTS
        and before not in ("the", "a", "an", "and")
        and not before.endswith("ly")
        and any(one.form == "past" for one in signals_of(word))
        for before, word, following in zip(found, found[1:], found[2:], strict=False)
    )


# "The miller, a man accused of theft in May, was shot": what stands beside the subject
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[\w-]{1,20}\s){1,3}$")
_RESUMED = re.compile(r"[^,;:]{3,120},\s(?:was|were|has|have|had|is|are|will)\b")


def _is_apposed(hit: Hit, sentence: str) -> bool:
    if sentence.endswith(", ", 0, hit.start) and _RESUMED.match(sentence, hit.end) is not None:
        return True  # "Two men, identified as brothers, have fled"
    if _APPOSED.search(sentence, max(0, hit.start - 80), hit.start) is None:
        return False
    if _SAID_WHO.search(sentence, 0, hit.start):
        return True  # "said Omar Rida, a miner evacuated on Sunday"
    return "," in sentence[hit.end :] and _RESUMED.match(sentence, hit.end) is not None


_SAID_WHO = re.compile(
    r"[”\"]\s(?:said|says|told|added|explained|recalled)\s[^,”\"]{3,60},\s(?:an?|the)\s(?:[\w-]{1,20}\s){1,4}$"
)


_AFTER_DIGIT = re.compile(r"\d\s$")
# "the attack on April 4 killed dozens": the digit is a day's or a year's, no count of men
_AFTER_DATE = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}|\b(?:in|since|of)\s(?:19|20)\d\d)\s$"
)
_SMALL_WORD = re.compile(r"\s[a-z]")
_INSERTED = re.compile(r"(?:\s[^\s,;:]{1,20}){0,8},\s(?P<next>[a-z]{2,20})\b")
_PEOPLE = frozenset(
    {"injured", "wounded", "dead", "displaced", "accused", "detained", "missing", "kidnapped", "evacuated"}
)
"""Participles that stand for people behind "the"."""


def _is_inserted(sentence: str, end: int) -> bool:
    """Whether a participle behind a comma is told beside: up to the next comma, behind which the main verb stands."""
    behind = _INSERTED.match(sentence, end)
    word = behind["next"] if behind is not None else ""
    return word in ("was", "were", "has", "have", "had", "is", "are", "got", "will") or any(
        one.form == "past" for one in signals_of(word)
    )


_AFTER_INSERTION = re.compile(r",\s(?:who|whom|whose|which)\b[^,;]{0,200},\s$")
# "The commander, who was captured in 2014, died": what follows is the main clause's verb

# "Jane Doe, the town's mayor and head of its council, condemned": so it is behind who somebody is
_NAME = r"(?:(?:(?:al|el|an|as|ad|ar|az)-|bin\s|ibn\s|de\s|van\s|von\s)?[A-Z][\w.’'-]{0,20}\s?){1,5}"
_AFTER_APPOSITION = re.compile(
    rf"^\W{{0,3}}(?:The|Its|His|Her|Their)\s[^,;]{{3,80}},\s{_NAME},\s$"
    rf"|^\W{{0,3}}{_NAME},\s"
    r"(?:the|an?|its|his|her|[A-Z][\w-]{1,20}['’]s|(?:deputy|vice|former|acting)\s\w+"
    r"|head|leader|chief|spokes\w+|minister|director|commander|president|secretary)\s(?!(?:was|were|has|had)\b)[^,;]{3,140},\s$"
)


def _is_behind_insertion(sentence: str, hit: Hit, following: str) -> bool:
    """Whether a past stands behind what is inserted on its subject, so that it is the main clause's verb."""
    before = sentence[: hit.start]
    if _AFTER_INSERTION.search(before):
        return True
    return following != "by" and _AFTER_APPOSITION.match(before) is not None and not _is_inserted(sentence, hit.end)


_COUNT_ALONE = re.compile(r"\W{0,3}\d[\d,.]{0,8}(?:\s[^\W\d_]{2,15}){0,2}\s")
_AFTER_COUNT = PASSIVE_FOLLOWERS | {"", "yesterday", "today", "overnight", "including", "last", "this"}


def _is_headline_passive(at: int, plain: list[str], sentence: str, hit: Hit) -> bool:
    """Whether a headline leaves out "were": "127 killed yesterday, including 34 soldiers"."""
    following = plain[at + 1] if at + 1 < len(plain) else ""
    counted = _COUNT_ALONE.fullmatch(sentence, 0, hit.start)
    helped = any(word in BE_OR_HAVE for word in plain)
    return counted is not None and not helped and following in _AFTER_COUNT


_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several many some few other dozens hundreds".split()
)


def _present_weight(hit: Hit, at: int, plain: list[str], sentence: str) -> float:
    """The narrative present counts in the third person ("remains", "says"), never as a noun or adjective."""
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    if is_only_past(behind) or (behind in AUXILIARIES and hit.signal.type not in REPORTING):
        return 0.5  # "US raids tore up the road", "the government push has failed"
    if plain[at] == hit.signal.base:
        return PRESENT if _is_told_of_many(hit, at, plain, sentence) else 0.5
    if any(signal.form == "noun" for signal in hit.others):
        return 0.5
    before = plain[at - 1] if at else ""
    after = sentence[hit.end : hit.end + 4]
    if _NOUN_BEHIND.match(sentence, hit.end) or (before in SUBORDINATORS and before not in _SUBJECTS):
        return 0.5  # "strikes by the coalition barred", "when strikes barred"
    if before.endswith(("'s", "s'")) or before in _COUNTS or sentence[hit.start - 2 : hit.start - 1].isdigit():
        return 0.5  # "counted seven raids"
    if before in (
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "for",
        "by",
        "and",
        "its",
        "their",
        "his",
        "air",
        "more",
        "new",
        "these",
    ):
        return 0.5
    if hit.signal.base == "remain" and re.match(
        r"\s(?:un\w+|high|low|silent|weak|strong|tense)\b", sentence[hit.end :]
    ):
        return 0.5  # nothing moves or stays where something "remains unknown"
    return PRESENT if re.match(r"\s\w", after) or hit.signal.type in REPORTING else 0.5


_NOUN_BEHIND = re.compile(r"\s(?:by|of)\b")
_SUBJECTS = frozenset("who which that".split())

_MANY = re.compile(r"(?:[^s\W]s|troops|forces|police|people|militiamen|gunmen|army|government|militia|navy)$")
_OBJECT = re.compile(
    r"\s(?:an?|the|its|their|several|some|dozens|hundreds|two|three|four|five|six|seven|eight|nine|ten|(?-i:[A-Z][\w-]+)|\d+|[a-z]+s)\b"
)


def _is_told_of_many(hit: Hit, at: int, plain: list[str], sentence: str) -> bool:
    """Whether a base form is the narrative present of several: "On May 3, government jets target a village".

    The plural stands right before it, its object behind it, and no other clause was begun.
    """
    k = at - 2 if at > 1 and plain[at - 1].endswith("ly") else at - 1
    if k < 0 or hit.signal.type in REPORTING or not _MANY.search(plain[k]) or plain[k] in BE_OR_HAVE:
        return False
    told_before = any((word in AUXILIARIES and word != "may") or word in SUBORDINATORS for word in plain[:at])
    return not told_before and _OBJECT.match(sentence, hit.end) is not None
