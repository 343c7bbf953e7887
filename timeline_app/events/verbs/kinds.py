"""What a verb tells with the things beside it: the type of an event as a reader of the map expects it.

One word of a clause carries its type. Mostly that is the verb ("arrested"). Where the verb is a light one, it is the
noun of the deed ("a raid took place"); where it tells of harm, what did the harm ("shells killed", "died in clashes");
where it tells of taking, giving or holding, what was taken ("carried off 30 people", "gave up the hill"); where it only
begins or ends a deed, the verb behind it ("started to leave"). The table `kinds.toml` says which verb does which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from timeline_app.events.verbs.beside import PREPOSITIONS, Noun, kinds_table, nouns_in
from timeline_app.events.verbs.carriers import CARRIERS
from timeline_app.events.verbs.carriers.crowds import by_crowd
from timeline_app.events.verbs.carriers.deeds import by_weapon, light
from timeline_app.events.verbs.carriers.harm import UNDERGONE, cause_of
from timeline_app.events.verbs.carriers.told import Told
from timeline_app.events.verbs.finite import Verb
from timeline_app.events.verbs.function_words import BE, SUBORDINATORS
from timeline_app.events.verbs.signals import (
    REPORTING,
    Signal,
    forms_of_verb,
    plain_words,
    present_of,
    signals_of,
    words,
)
from timeline_app.events.verbs.subordinate import subordinate_flags

_MARK = re.compile(r"[,;:()“”\"–—]")
_FURTHEST = 9
"""Words between a verb and its particle, at most: "let dozens of their captives go"."""
_BEHIND = 28
"""Words behind a verb of harm in which its cause is looked for."""


def kind_told(sentence: str, verb: Verb, own: str) -> str:
    """The event type of a clause: its verb's own, or that of the word beside it which carries the type.

    Args:
        sentence: where the verb stands.
        verb: the verb that reports.
        own: the type that the verb has by itself.
    """
    flags = subordinate_flags(sentence)
    before = tuple(
        nouns_in(sentence, _clause_start(sentence, verb.hit.at, flags), verb.hit.at, _other(flags, verb.hit.at))
    )
    length = 1 + verb.hit.signal.base.count(" ")
    return _kind_at(sentence, verb.hit.at, length, own, before, flags, passive=verb.passive)


def harms_without_cause(sentence: str, verb: Verb) -> bool:
    """Whether a verb tells of harm to somebody and nothing beside it says by what: "nine people were killed"."""
    if "harm" not in (*_phrase_at(sentence, verb.hit.at)[1], *_BY_TYPE.get(verb.hit.signal.type, ())):
        return False
    plain, at = plain_words(sentence), verb.hit.at
    if plain[at] in _BY_HAND:
        return False
    undergone = verb.passive or plain[at] in UNDERGONE or plain[at - 1 : at] == ["those"]  # "among those killed"
    told = _told(sentence, verb)
    return undergone and cause_of(told) is None and not (verb.passive and told.agent is not None)


_BY_HAND = frozenset(
    "shot gunned stabbed knifed ambushed assassinated murdered strangled hanged lynched poisoned beaten".split()
)
"""Verbs that say themselves that nothing fell from the air."""


def _told(sentence: str, verb: Verb) -> Told:
    """A verb with what stands beside it."""
    flags = subordinate_flags(sentence)
    at, end = verb.hit.at, verb.hit.at + 1 + verb.hit.signal.base.count(" ")
    before = nouns_in(sentence, _clause_start(sentence, at, flags), at, _other(flags, at))
    behind = nouns_in(sentence, end, at + _BEHIND)
    return Told(sentence, at, end, verb.hit.signal.type, verb.passive, tuple(before), tuple(behind), flags)


def _clause_start(sentence: str, at: int, flags: Sequence[bool]) -> int:
    """The number of the first word of a verb's clause: behind a semicolon, or behind who says it."""
    tokens, plain = words(sentence), plain_words(sentence)
    for i in range(at - 1, -1, -1):
        if flags[i] != flags[at] and flags[at]:
            return i + 1
        said = i < at - 1 and any(_is_speech(s) for s in signals_of(plain[i])[:1])
        said = said and plain[i + 1] != "to"  # "is reported to have"
        if (
            plain[i] == "once"
            or ";" in sentence[tokens[i].end() : tokens[i + 1].start()]
            or (said and flags[i] == flags[at])
        ):
            return i + 1
    return 0


def _is_speech(signal: Signal) -> bool:
    return signal.type in REPORTING and (signal.form in ("past", "participle") or signal.base == "say")


def _other(flags: Sequence[bool], at: int) -> list[bool]:
    """For each word, whether it belongs to another clause than the word at `at`."""
    return [flag != flags[at] for flag in flags]


def _kind_at(
    sentence: str, at: int, length: int, own: str, subject: tuple[Noun, ...], flags: Sequence[bool], *, passive: bool
) -> str:
    """The type of the clause of the verb at a word."""
    size, classes = _phrase_at(sentence, at)
    end = at + max(size, length)
    told = Told(sentence, at, end, own, passive, subject, tuple(nouns_in(sentence, end, at + _BEHIND)), flags)
    if (
        size == 2
        and plain_words(sentence)[at + 1 : at + 2] == ["on"]
        and _ON_A_DAY.match(sentence, words(sentence)[at + 1].end())
    ):
        classes = ("motion",)  # "most went on Thursday"
    classes = (*classes, *(one for one in _BY_TYPE.get(own, ()) if one not in classes))
    if passive and own in REPORTING:
        classes = ("phase", *classes)  # "jets are reported to have bombed"
    if passive and " and " in sentence and _put_to_death(told):
        return "violence against civilians"
    in_crowd = by_crowd(told)
    if in_crowd is not None:
        return in_crowd
    for one in classes:
        kind = _by_rule(one, told)
        if kind is not None:
            return kind
    return (light(told) or by_weapon(told) or _in_protest(told) or own) if own == "other" else own


# "were rounded up [and shot]"
_AND_SHOT = re.compile(
    r"(?:\s[a-z]+){0,4}?\sand\s(?:then\s|later\s)?(?:killed|shot|executed|beheaded|murdered|slaughtered)\b"
)


def _put_to_death(told: Told) -> bool:
    """Whether people were taken and killed."""
    noun = told.object
    taken = noun is not None and noun.kind in ("person", "captive") and told.own not in ("attack", "strike")
    return taken and _AND_SHOT.match(told.sentence, words(told.sentence)[told.end - 1].end()) is not None


def _in_protest(told: Told) -> str | None:
    """What is done to protest: "shut their shops in protest"."""
    return "protest" if " in protest" in told.sentence else None


_ON_A_DAY = re.compile(r"\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d)")


_BY_TYPE = {"movement": ("motion",), "attack": ("harm",), "strike": ("hit",)}
"""Classes of verbs that `signals.toml` has and `kinds.toml` has not, by their own type."""


def says_nothing(sentence: str, verb: Verb) -> bool:
    """Whether neither table knows a type for a verb."""
    return verb.hit.signal.type == "other" and "accident" not in _phrase_at(sentence, verb.hit.at)[1]


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """Each form of a head verb with the words that may stand behind it, the longest first, and their classes."""
    table = kinds_table()
    by_phrase: dict[str, list[str]] = {}
    for kind, verbs in table["phrases"].items():
        for verb in verbs:
            by_phrase.setdefault(verb, []).append(kind)
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, kinds in sorted(by_phrase.items(), key=lambda one: -one[0].count(" ")):
        head, *rest = phrase.split(" ")
        for form in forms_of_verb(head, table["irregular"]) if head != "be" else ("is", "are", "was", "were", "been"):
            phrases.setdefault(form, []).append((tuple(rest), tuple(kinds)))
    return phrases


def _phrase_at(sentence: str, at: int) -> tuple[int, tuple[str, ...]]:
    """The longest phrase of the table at a word: how many words right behind each other, and its classes."""
    plain = plain_words(sentence)
    for rest, kinds in _phrases().get(plain[at], ()):
        if not rest or tuple(plain[at + 1 : at + 1 + len(rest)]) == rest:
            return 1 + len(rest), kinds
        if _stands_apart(sentence, plain, at, rest):
            return 1, kinds
    return 1, ()


def _stands_apart(sentence: str, plain: Sequence[str], at: int, rest: tuple[str, ...]) -> bool:
    """Whether a phrase's other words stand behind the verb's object: "let [dozens of their captives] go"."""
    if len(rest) == 1 and rest[0] in _NEVER_APART:
        return False
    tokens = words(sentence)
    for i in range(at + 1, min(len(plain), at + 1 + _FURTHEST)):
        if _MARK.search(sentence, tokens[i - 1].end(), tokens[i].start()):
            return False
        if i > at + 1 and tuple(plain[i : i + len(rest)]) == rest:
            return True
        if plain[i] in SUBORDINATORS or plain[i] in PREPOSITIONS:
            return False
    return False


_NEVER_APART = frozenset(
    "to into from across after as while when before once amid through with in at on for by".split()
)


def _by_rule(one: str, told: Told) -> str | None:
    """What a class of verbs tells; a class that is no rule's is an event type itself."""
    if one in _BY_ANOTHER_VERB:
        return _BY_ANOTHER_VERB[one](told)
    return CARRIERS[one](told) if one in CARRIERS else one


def _phase(told: Told) -> str | None:
    """The verb that is begun, tried or ended: "started to leave", "kept shelling"."""
    plain = plain_words(told.sentence)
    at = told.end
    if at >= len(plain) or _MARK.match(told.sentence, words(told.sentence)[at - 1].end()):
        return "statement" if plain[told.end - 1] == "on" else None  # '"No effort will be spared," the chief went on'
    while at < len(plain) - 1 and at < told.end + 3 and (plain[at] in _BETWEEN or plain[at].endswith("ly")):
        at += 1
    if not (plain[at].endswith("ing") or plain[at - 1] == "to"):
        return None
    verbs = (*(one for one in signals_of(plain[at]) if one.form in ("gerund", "present")), present_of(plain[at]))
    own = next((signal.type for signal in verbs if signal is not None), None)
    if own is None and plain[at] not in _phrases():
        return "other" if plain[at - 2 : at] == ["going", "to"] and plain[at] not in _DETERMINERS else None
    kind = _kind_at(told.sentence, at, 1, own or "other", told.subject, told.flags, passive=False)
    return kind if kind != "other" or plain[at - 2 : at] == ["going", "to"] else None


_DETERMINERS = frozenset("the a an its their his her".split())
_BETWEEN = frozenset("to on in have be been".split())


def _found_out(told: Told) -> str | None:
    """What is found out: "concluded that a jet dropped gas"."""
    plain = plain_words(told.sentence)
    if plain[told.end : told.end + 1] != ["that"]:
        return None
    for at in range(told.end + 1, len(plain)):
        own = next((signal for signal in signals_of(plain[at]) if signal.form in ("past", "participle")), None)
        if own is not None and plain[at - 1] not in _DETERMINERS:
            subject = tuple(nouns_in(told.sentence, told.end + 1, at))
            passive = bool(BE & set(plain[at - 2 : at]))
            return _kind_at(told.sentence, at, 1, own.type, subject, told.flags, passive=passive)
    return "statement"


_BY_ANOTHER_VERB: dict[str, Callable[[Told], str | None]] = {"phase": _phase, "told": _found_out}
"""Classes whose type is that of another verb behind."""
