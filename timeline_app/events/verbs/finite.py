"""The finite verbs of a sentence that may report something: tense, voice, and how sure each tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from timeline_app.events.verbs.function_words import (
    AUXILIARIES,
    BE,
    DO,
    HAVE,
    HELPERS,
    MODAL,
    NEGATION,
    UNFINISHED,
    WILL,
)
from timeline_app.events.verbs.idioms import NEED_OBJECT, is_told, only_lies, only_names, reads_out
from timeline_app.events.verbs.present import present_weight
from timeline_app.events.verbs.reduced import is_coordinated, is_reduced_relative
from timeline_app.events.verbs.signals import Form, Hit, find_signals, forms_of, plain_words, words
from timeline_app.events.verbs.subordinate import subordinate_flags

Tense = Literal["past", "perfect", "progressive", "present", "future", "modal", "none"]

_ASIDE = re.compile(r"\([^()]{0,300}\)")
_CLAUSE_END = re.compile(r"[,;:]")
_PHRASE_MARK = re.compile(r"[,;:()\"“”]")

_AHEAD = frozenset({"about", "set", "due", "expected", "scheduled", "likely", "slated", "poised", "planned", "going"})
"""Words between "is" and "to" that tell of what is to come: "is expected to vote"."""

SURE = 3.0
"""Weight of a verb that surely tells something; see `present.PRESENT` for one in the narrative present."""


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
        if is_reduced_relative(hit, at, plain, sentence):
            return "none", True, False, 1.0
        return "past", False, negated, SURE if "past" in forms else 1.0
    return "present", False, False, present_weight(hit, at, plain, sentence)


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
        elif plain[i] in ("and", "or") and i and not found and is_coordinated(plain, i):
            pass
        elif plain[i] == "by" and plain[i + 1] in ("then", "now"):
            pass  # "had by then taken the town"
        elif not _BETWEEN.match(plain[i]):
            break
        i -= 1
    return found


_OPENING_MARKS = (" “", ' "', " ‘", " '")
