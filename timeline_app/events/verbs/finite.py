"""The finite verbs of a sentence that may report something: tense, voice, and how sure each tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

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
from timeline_app.geo.words import GIVEN_NAMES

Tense = Literal["past", "perfect", "progressive", "present", "future", "modal", "none"]

BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't get gets got remain remains remained".split()
)
_UNFINISHED = frozenset({"be", "being"})
"""Forms of "be" that no clause is told by: the infinitive and the participle."""

HAVE = frozenset("has have had having hasn't haven't hadn't".split())
DO = frozenset("did does do didn't doesn't don't".split())
WILL = frozenset("will shall won't".split())
MODAL = frozenset("would could may might should must can cannot couldn't wouldn't shouldn't can't".split())
NEGATION = frozenset(
    "not never no didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't won't".split()
)
_AUXILIARIES = BE | HAVE | DO | WILL | MODAL
_HELPERS = _AUXILIARIES | NEGATION
_BE_OR_HAVE = BE | HAVE
SUBORDINATORS = frozenset(
    "who whom whose which that where when while after before as because although though if unless until whether since"
    " whereby whereas".split()
)
RETURN_TO_MAIN = frozenset("the a an he she it they his her its their but".split())
"""Words after a comma that usually start (or resume) a main clause."""

PASSIVE_FOLLOWERS = frozenset(
    "by in on at since during from near after before last earlier captive hostage prisoner against along under"
    " for to as between outside inside ago more over without with of".split()
)
"""After a bare participle these show a reduced relative ("soldiers kidnapped by ISIS in 2014"); an
object ("rebels attacked the town") does not follow one."""
_ASIDE = re.compile(r"\([^()]{0,300}\)")
_CLAUSE_END = re.compile(r"[,;:]")
_PHRASE_MARK = re.compile(r"[,;:()\"“”]")
_CLAUSE_MARK = re.compile(r"[,;:–—]")

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


@lru_cache(maxsize=32)
def subordinate_flags(sentence: str) -> tuple[bool, ...]:
    """For each word, whether it stands in a subordinate clause."""
    tokens, plain = words(sentence), plain_words(sentence)
    flags: list[bool] = []
    inside = told = False
    opener = ""
    end = 0
    for i, token in enumerate(tokens):
        gap = sentence[end : token.start()]
        end = token.end()
        if plain[i] in SUBORDINATORS and not _opens_no_clause(plain, i):
            inside = not (plain[i] == "since" and not _clause_follows(plain, i))
            told, opener = False, plain[i]
        elif inside and not told and gap.startswith(",") and opener in _BEFORE_NOUNS:
            inside = False  # "after a month of shelling, and in July it fell": no clause
        elif inside and _goes_on_then(plain, i, flags, comma=gap.startswith(",")):
            inside = False
        elif inside and told and "," in gap and plain[0] in _OPENERS and not any(flag is False for flag in flags):
            inside = False  # "As the buses rolled, rebels set nine men free"
        elif inside and told and plain[i] in _TELLING_ON and _ends_a_verb(plain[i - 1]):
            inside = False  # "the offices where men were signed up were hit"
        elif inside and told and _tells_on(plain, i) and _is_second_helper(plain, flags):
            inside = False  # "Men who were held in the camp were freed", "... drove off"
        elif inside and told and is_past(plain[i]) and gap == " " and _is_verb_alone(plain, i - 1):
            inside = False  # "soldiers whom the group had abducted regained their freedom"
        elif inside and told and gap == " " and _ends_object_relative(plain, i):
            inside = False  # "units which others trained launched an attack"
        elif inside and told and _is_second_past(plain, flags):
            inside = False  # "men of a group that signed the truce left the town"
        elif (
            gap != " "
            and _CLAUSE_MARK.search(gap)
            and (plain[i] in RETURN_TO_MAIN or _is_finite(plain, i) or token.group()[0].isupper())
        ):
            inside = False
        if plain[i] == "but":
            inside = False
        told = told or (inside and (plain[i] in _AUXILIARIES or is_past(plain[i])))
        flags.append(inside)
    return tuple(flags)


_OPENERS = frozenset("as when while after before although though since because once until".split())
"""Subordinators that open a sentence: their clause ends at the first comma behind its verb."""
_BEFORE_NOUNS = frozenset({"after", "before", "since", "until"})
"""Subordinators that as often stand before a noun alone."""
_THEN = frozenset({"after that", "before that", "since that", "after this", "before this", "after which"})
_BEGINS_A_SUBJECT = frozenset("the a an his her its their he she it they several dozens hundreds".split())
_THEN_ALONE = frozenset(
    "afterwards afterward later then subsequently also still meanwhile soon eventually finally again promptly".split()
)
_TELLING_ON = frozenset("was were is are has have had will".split())
_VERB_PARTICLES = frozenset("up out down in off away over back on".split())


def _goes_on_then(plain: list[str], i: int, flags: Sequence[bool], *, comma: bool) -> bool:
    """Whether the main clause begins: "After that the units went there", "Turkey, who backs them, afterwards told"."""
    if " ".join(plain[max(0, i - 2) : i]) in _THEN:
        return comma or plain[i] in _BEGINS_A_SUBJECT
    told = i + 1 < len(plain) and is_past(plain[i + 1]) and all(flags[-_LEAST_RELATIVE:])
    return comma and told and plain[i] in _THEN_ALONE


_LEAST_RELATIVE = 3
"""Words of a relative clause, at least: in "who, later freed, left" it goes on behind the comma."""


def _ends_a_verb(word: str) -> bool:
    """Whether a clause's verb is over with a word: an auxiliary right behind it is another clause's."""
    return word in _VERB_PARTICLES or (is_past(word) and word not in _AUXILIARIES)


def _tells_on(plain: list[str], i: int) -> bool:
    """Whether a word is an auxiliary, or a past that can be no participle ("drove")."""
    if plain[i] in _TELLING_ON:
        return True
    behind = plain[i - 1] in _AUXILIARIES or plain[i - 1].endswith("ly") or plain[i - 1] in NEGATION
    return not behind and any(
        signal.form == "past" and never_participle(signal.base) for signal in signals_of(plain[i])[:1]
    )


def _is_verb_alone(plain: list[str], i: int) -> bool:
    """Whether a word is the past behind its auxiliary, "had abducted": what comes behind is no object of it."""
    return i > 0 and is_past(plain[i]) and plain[i] not in _AUXILIARIES and plain[i - 1] in _AUXILIARIES


def _ends_object_relative(plain: list[str], at: int) -> bool:
    """Whether a past stands behind a clause told of its subject: "units which others trained [launched]"."""
    if at < _LEAST_RELATIVE or not is_past(plain[at]) or not is_past(plain[at - 1]):
        return False
    opened = next((k for k in range(at - 2, max(0, at - _LONG_OBJECT_RELATIVE), -1) if plain[k] in _OF_OBJECT), 0)
    between = plain[opened + 1 : at - 1]
    plainly = not any(word in _AUXILIARIES or word in _JOINS or is_past(word) for word in between)
    return bool(opened and between) and plainly and plain[at - 1] not in _AUXILIARIES | _HELPING


_OF_OBJECT = frozenset({"which", "whom", "that"})
_HELPING = frozenset("helped let made got kept left set cut said says".split())
"""Verbs before a past that is part of them, or of what they tell: "helped set up"."""
_LONG_OBJECT_RELATIVE = 7
"""Words from such a clause's pronoun to the verb behind it, at most."""


def _is_second_helper(plain: list[str], flags: Sequence[bool]) -> bool:
    """Whether an auxiliary is the main clause's: the relative clause has had one, the main clause none yet."""
    i = len(flags)
    opened = max((k for k in range(i) if flags[k] and not (k and flags[k - 1])), default=0)
    if plain[opened] not in _RELATIVES or not 0 < opened < _LONGEST_SUBJECT:
        return False
    before, within = plain[:opened], plain[opened + 1 : i]
    if _AUXILIARIES & set(before) or _JOINS & set(within) or not _AUXILIARIES & set(within[:3]):
        return False
    spoken = any(signal.type in REPORTING for word in within for signal in signals_of(word)[:1])
    finite = any(is_past(word) and k and not _stands_before_noun(before, k) for k, word in enumerate(before))
    return not spoken and not finite


def _is_second_past(plain: list[str], flags: Sequence[bool]) -> bool:
    """Whether a past with an object of its own is the main clause's: its relative clause has had one, and no "and"."""
    i = len(flags)
    if plain[i + 1 : i + 2] == [] or plain[i + 1] not in _OBJECT_OPENERS or not is_past(plain[i]):
        return False
    opened = max((k for k in range(i) if flags[k] and not (k and flags[k - 1])), default=0)
    if plain[opened] not in _RELATIVES or not 0 < opened < _LONGEST_SUBJECT:
        return False
    before, within = plain[:opened], plain[opened + 1 : i]
    if _AUXILIARIES & {*before, *within} or (_JOINS | {"to"}) & set(within) or any(map(is_past, before)):
        return False
    return any(map(is_past, within[:2])) and not within[-1].endswith("ly") and len(within) > 1


_RELATIVES = frozenset("who which that whom".split())
_JOINS = frozenset("and or but because although after before when while".split())
_LONGEST_SUBJECT = 10


def _is_no_participle(hit: Hit) -> bool:
    """Whether a form is a finite past and nothing else: "drove", whose participle is another."""
    return forms_of(hit) == {"past"} and hit.signal.base not in _ALIKE and never_participle(hit.signal.base)


_ALIKE = frozenset("injure wound kill hurt".split())


def _stands_before_noun(plain: Sequence[str], at: int) -> bool:
    """Whether a past form follows a number or an article, as an adjective does: "thirteen kidnapped people"."""
    return plain[at - 1] in _NUMBERS or plain[at - 1] in ("the", "a", "an", "some", "several", "many", "other")


_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
)
_OF_SEVERAL = ("people", "men", "women", "children", "ns", "rs", "ls", "es", "ts")

_BEFORE_AS = frozenset("known such well described identified named regarded far serving acting seen as same".split())


def _opens_no_clause(plain: list[str], i: int) -> bool:
    """Whether a subordinator subordinates nothing: "announced that", "fighters known as peshmerga"."""
    before = plain[i - 1] if i else ""
    if plain[i] == "that":
        if i + 1 < len(plain) and plain[i + 1] in _POINTED_AT:
            return True  # "that same night"
        return (i > 0 and i + 1 < len(plain) and _is_speech_before(plain, i)) or _is_cleft(plain, i)
    if plain[i] == "since" and before in HAVE:
        return True  # "has since been beaten back"
    if plain[i] != "as":
        return False
    behind = plain[i + 1 : i + 3]
    measured = "as" in plain[i + 2 : i + 4] or "as" in plain[max(0, i - 3) : max(0, i - 1)]  # "as early as Wednesday"
    return before in _BEFORE_AS or behind[:1] == ["well"] or " ".join(behind) in _AS_PHRASES or measured


_AS_PHRASES = {"part of"} | {
    f"a {noun}" for noun in "result consequence matter rule gesture condition precaution sign response reprisal".split()
}
"""What behind "as" makes it no clause: "As a result our men took the mill"."""


_POINTED_AT = frozenset("same day night morning afternoon evening week weekend month year time moment".split())
"""What "that" points at where it opens no clause."""


def _is_cleft(plain: list[str], i: int) -> bool:
    """Whether "that" goes on with the main clause: "It was in the old town that the leader declared"."""
    if plain[0] != "it" or plain[1:2] not in (["was"], ["is"]) or i > _LONGEST_CLEFT:
        return False
    return plain[2] in _CLEFT_OPENERS


_LONGEST_CLEFT = 14
_CLEFT_OPENERS = frozenset("in at on from near during after before here there only under through not by".split())


def _is_finite(plain: list[str], i: int) -> bool:
    """Whether a word behind a comma can only be the main clause's verb: "The man, who had fled, died"."""
    word, following = plain[i], plain[i + 1] if i + 1 < len(plain) else ""
    if word in _AUXILIARIES or any(signal.form == "past" for signal in signals_of(word)):
        return True
    return is_past(word) and following not in PASSIVE_FOLLOWERS and following not in ("and", "or")


def _is_speech_before(plain: list[str], i: int) -> bool:
    """Whether "that" introduces reported speech ("announced late on Monday that the group had captured")."""
    back = i - 1
    while back > 0 and plain[back] in _WHEN_SAID:
        back -= 1
    before = plain[back]
    return any(signal.type in REPORTING or signal.type == "accusation" for signal in signals_of(before)[:1])


_WHEN_SAID = frozenset(
    "on late early today yesterday monday tuesday wednesday thursday friday saturday sunday in a the statement morning"
    " afternoon evening night reporters journalists".split()
)


def _clause_follows(plain: list[str], i: int) -> bool:
    behind = plain[i + 1 : i + 5]
    if behind[:1] and behind[0] in _CLAUSE_SUBJECTS:
        return True  # "since it declared", "since they took the town"
    if behind[:1] and behind[0] not in _POINTS_IN_TIME and any(map(is_past, behind[1:])):
        return True  # "since fighting broke out"; not "strikes since Monday killed nine"
    return any(word in _BE_OR_HAVE for word in behind)


_POINTS_IN_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december last early late mid yesterday then dawn noon midnight sunrise at around about
    when being""".split()
)
_CLAUSE_SUBJECTS = frozenset("it they he she we i".split())


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
    if not helpers & BE - _UNFINISHED:
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
            if gap not in _OPENING_MARKS or plain[i] not in _AUXILIARIES:  # "were “neutralized”" is one verb
                break
        if plain[i] == "may" and i and tokens[i].group()[0] == "M":
            break  # "Theresa May has said", "in May": a name, no auxiliary
        if plain[i] in _HELPERS:
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
    alone = _is_verb_alone(plain, at - 1) or _ends_object_relative(plain, at)
    people = people or (alone and "past" in forms_of(hit))
    if people or _COUNTED_OBJECT.match(sentence, hit.end) or _has_own_object(hit.signal.base):
        return False
    if _is_headline_passive(at, plain, sentence, hit) or _is_behind_insertion(sentence, hit, following):
        return False
    if hit.signal.type in REPORTING and _SAYS_BEHIND.search(sentence, max(0, hit.start - 100), hit.start):
        return False  # "It has fallen, the general announced in a statement"
    inserted = sentence.endswith(", ", 0, hit.start) and _is_inserted(sentence, hit.end)
    graded = inserted or _is_graded(at, plain)
    graded = graded or (before in _NUMBERS and following.endswith(_OF_SEVERAL))  # "thirteen kidnapped people"
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
    if beside and is_past(before) and before not in _BE_OR_HAVE and _SMALL_WORD.match(sentence, hit.end):
        return True  # "showed captured weapons": what stands behind another verb is no second one
    if before in ("and", "or") and not _coordinated(plain, at - 1):
        named = sentence[hit.end + 1 : hit.end + 2].isupper() and _told_before(plain, at)
        # "seized the mill on 10 June and captured Tara": a name behind it is its object
        return not named and following not in PASSIVE_FOLLOWERS | _OBJECT_OPENERS | _ONCE_MORE
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

_OBJECT_OPENERS = frozenset("the a an his her their its him them it some several many dozens hundreds".split())
"""Words that open an object: "stormed the town and killed several"."""

_ADJECTIVES = frozenset(
    "armed armoured armored united allied combined unidentified unnamed so-called"
    " said hundred improvised suspected alleged masked retired detained".split()
)
"""Words with the ending of a past that no clause of the news is told by: "armed groups", "the United Nations"."""


def _told_before(plain: list[str], at: int) -> bool:
    """Whether a clause was told before: a past form, unless it is an adjective ("the besieged town", "US-backed")."""
    return any(
        word in _BE_OR_HAVE
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
    return word in ("was", "were", "has", "had", "is", "are", "got") or any(
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
    helped = any(word in _BE_OR_HAVE for word in plain)
    return counted is not None and not helped and following in _AFTER_COUNT


@lru_cache(maxsize=16_384)
def is_past(word: str) -> bool:
    """Whether a word can be a finite past: regular ones by their ending; "Mohammed" is none."""
    regular = word.endswith("ed") and len(word) > 4 and word not in GIVEN_NAMES
    return regular or any(signal.form == "past" for signal in signals_of(word))


_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several many some few other dozens hundreds".split()
)


def _present_weight(hit: Hit, at: int, plain: list[str], sentence: str) -> float:
    """The narrative present counts in the third person ("remains", "says"), never as a noun or adjective."""
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    if is_only_past(behind) or (behind in _AUXILIARIES and hit.signal.type not in REPORTING):
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
    if k < 0 or hit.signal.type in REPORTING or not _MANY.search(plain[k]) or plain[k] in _BE_OR_HAVE:
        return False
    told_before = any((word in _AUXILIARIES and word != "may") or word in SUBORDINATORS for word in plain[:at])
    return not told_before and _OBJECT.match(sentence, hit.end) is not None
