"""What a verb tells with the things beside it: the type of an event as a reader of the map expects it.

One word of a clause carries its type. Mostly that is the verb ("arrested"). Where the verb is a light one, it is the
noun of the deed ("a raid took place"); where it tells of harm, what did the harm ("shells killed", "died in clashes");
where it tells of taking, giving or holding, what was taken ("carried off 30 people", "gave up the hill"); where it only
begins or ends a deed, the verb behind it ("started to leave"). The table `kinds.toml` says which verb does which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from timeline_app.events.verbs.beside import PREPOSITIONS, Noun, kinds_table, nouns_in
from timeline_app.events.verbs.finite import SUBORDINATORS, Verb, subordinate_flags
from timeline_app.events.verbs.signals import (
    REPORTING,
    VIOLENT,
    Signal,
    forms_of_verb,
    plain_words,
    present_of,
    signals_of,
    words,
)

_MARK = re.compile(r"[,;:()“”\"–—]")
_FURTHEST = 9
"""Words between a verb and its particle, at most: "let dozens of their captives go"."""
_BEHIND = 28
"""Words behind a verb of harm in which its cause is looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A verb with what stands beside it in its clause.

    Attributes:
        sentence: where it stands.
        at: the number of its first word; `end` that behind its last, particles right behind it included.
        own: its own event type.
        passive: whether its subject is what something was done to.
        subject: the nouns before it in its clause; the first under no preposition is the subject's head.
        behind: those behind it.
        flags: for each word, whether it stands in a subordinate clause.
        over: the number of the word that ends its own phrase: a mark, a preposition or a joining word.
    """

    sentence: str
    at: int
    end: int
    own: str
    passive: bool
    subject: tuple[Noun, ...]
    behind: tuple[Noun, ...]
    flags: Sequence[bool]

    @property
    def agent(self) -> Noun | None:
        """Who or what does it."""
        if self.passive:
            return next((noun for noun in self.behind if noun.under == "by"), None)
        return self.head

    @property
    def head(self) -> Noun | None:
        """The subject's head."""
        bare = [noun for noun in self.subject if not noun.under]
        if plain_words(self.sentence)[0] in _OPENS_WITH_WHEN:
            bare = [noun for noun in bare if noun.clause] or bare  # "Since the revolt began, [clashes] have"
        return bare[0] if bare else None

    @property
    def objects(self) -> tuple[Noun, ...]:
        """What it is done to, the head and what it is made of ("a group of nuns") first."""
        if self.passive:
            return tuple(noun for noun in self.subject if noun.under in ("", "of"))
        found: list[Noun] = []
        for noun in self.behind:
            if noun.clause or (noun.under not in ("", "of") and found) or (found and not noun.under):
                break
            if noun.under in ("", "of"):
                found.append(noun)  # "turned over to the army [the body of a soldier]"
        return tuple(found)


_OPENS_WITH_WHEN = PREPOSITIONS | SUBORDINATORS | {"ever", "just", "even", "only", "once", "following"}


def kind_told(sentence: str, verb: Verb, own: str) -> str:
    """The event type of a clause: its verb's own, or that of the word beside it which carries the type.

    Args:
        sentence: where the verb stands.
        verb: the verb that reports.
        own: the type that the verb has by itself.
    """
    flags = subordinate_flags(sentence, words(sentence), plain_words(sentence))
    before = tuple(
        nouns_in(sentence, _clause_start(sentence, verb.hit.at, flags), verb.hit.at, _other(flags, verb.hit.at))
    )
    length = 1 + verb.hit.signal.base.count(" ")
    return _kind_at(sentence, verb.hit.at, length, own, before, flags, passive=verb.passive)


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
    if passive and own in REPORTING:
        classes = ("phase", *classes)  # "jets are reported to have bombed"
    for one in classes:
        kind = _RULES[one](told) if one in _RULES else one
        if kind is not None:
            return kind
    return (_light(told) or own) if own == "other" else own


_ON_A_DAY = re.compile(r"\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d)")


def says_nothing(sentence: str, verb: Verb) -> bool:
    """Whether neither table knows a type for a verb."""
    return verb.hit.signal.type == "other" and "other" not in _phrase_at(sentence, verb.hit.at)[1]


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


# ---------------------------------------------------------------- what each class of verbs rests on


def _harm(told: Told) -> str | None:
    """What did the harm: shells, a clash, a bomb; the verb's own type where nothing says so."""
    cause = _cause(told)
    return cause or ("attack" if told.own in ("other", "territory", "statement", "movement") else None)


def _cause(told: Told) -> str | None:
    plain = plain_words(told.sentence)
    undergoes = told.passive or plain[told.at] in _UNDERGONE
    first = () if undergoes or told.head is None else (told.head,)
    ends = next((at for at in range(told.end, len(plain)) if plain[at] in _ASIDE), len(plain))
    undergone = () if told.passive else told.objects
    for noun in (*_widened(told, first), *told.behind, *told.subject):
        if noun in undergone or noun.at > ends:
            continue
        if noun.kind in _CAUSES and not noun.happening:
            return _CAUSES[noun.kind]
        if noun.happening and noun.kind in VIOLENT:
            return noun.kind
        if noun.kind == "detention" and noun.under in ("in", "during"):
            return noun.kind  # "died in custody"
    return None


_UNDERGONE = frozenset("die dies died perished lost lose suffered sustained received drowned met found fell".split())
_ASIDE = frozenset("while but whereas although though".split())


def _widened(told: Told, first: tuple[Noun, ...]) -> tuple[Noun, ...]:
    """The subject's head, and before it what it was done with: "a raid by American aircraft"."""
    if not first or not first[0].happening:
        return first
    with_it = [noun for noun in told.subject if noun.under in ("by", "with", "of", "from") and noun.kind == "air"]
    return (*with_it, *first)


_CAUSES = {"air": "strike", "bomb": "attack"}


def _light(told: Told) -> str | None:
    """The noun of the deed: the object's head, or the subject's where nothing is done to anything."""
    nouns = () if told.passive else told.objects[:1]
    for noun in (*nouns, *((told.head,) if told.head is not None else ())):
        if noun.happening:
            return _deed(told, noun)
    return None


def _with(told: Told) -> str | None:
    """What somebody answered with, what something ended with: bombs, rockets, a deed."""
    noun = next(iter(nouns_in(told.sentence, told.end, told.end + _FURTHEST)), None)
    if noun is None:
        return None
    return _deed(told, noun) if noun.happening else _CAUSES.get(noun.kind)


_BY_MEANS = ("by", "with", "of", "from")


def _deed(told: Told, noun: Noun) -> str:
    """The type of a deed's noun: with aircraft or shells an attack is a strike, captives are handed over, not taken."""
    behind = [one for one in (*told.subject, *told.behind) if one.at > noun.at]
    if noun.kind == "attack":
        from_air = told.head is not None and told.head.kind == "air"
        from_air = from_air or any(one.kind == "air" and one.under in _BY_MEANS for one in behind)
        return "strike" if from_air else noun.kind
    if noun.kind in ("territory", "detention") and behind and behind[0].under == "of":
        return _TAKEN.get(behind[0].kind, noun.kind)
    return noun.kind


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


_PHYSICAL = frozenset({"person", "armed", "captive", "body", "vehicle", "goods", "demonstrator", "weapon"})


def _motion(told: Told) -> str | None:
    """A movement, unless what came is a shell, or a deed that the subject names."""
    head = told.head
    if head is not None and head.kind in ("air", "bomb") and not head.happening:
        return None if told.own == "movement" else _falling(told, head)
    if head is not None and head.happening and head.kind != "movement":
        return _deed(told, head)
    if head is not None and head.kind == "saying":
        return "statement"
    if told.own == "movement" or head is not None:
        return "movement"
    return "movement" if _goes_somewhere(told) else None


_PRONOUNS = frozenset("he she they we i who it".split())


def _goes_somewhere(told: Told) -> bool:
    """Whether the subject is somebody by name or pronoun."""
    tokens, plain = words(told.sentence), plain_words(told.sentence)
    i = told.at - 1
    while i > 0 and (plain[i] in ("had", "has", "have", "was", "were", "then", "later", "also", "who")):
        i -= 1
    counted = any(word in _NUMBERS for word in plain[max(0, i - 3) : i])  # "three lay helpers came out"
    return i >= 0 and (plain[i] in _PRONOUNS or tokens[i][0][0].isupper() or counted)


_NUMBERS = frozenset("two three four five six seven eight nine ten dozens hundreds thousands scores several".split())


def _first(nouns: Sequence[Noun], kinds: frozenset[str]) -> Noun | None:
    return next((noun for noun in nouns if noun.kind in kinds), None)


_TAKEN = {"person": "detention", "captive": "detention", "armed": "detention", "body": "detention", "land": "territory"}
_GIVEN = {"person": "detention", "captive": "detention", "body": "detention", "land": "territory", "goods": "aid"}
_CARRIED = {"person": "movement", "armed": "movement", "captive": "movement", "vehicle": "movement", "goods": "aid",
            "body": "movement", "weapon": "movement", "saying": "statement"}  # fmt: skip
_HELD = {"captive": "detention", "person": "detention", "body": "detention"}


def _seize(told: Told) -> str | None:
    """People are detained, land is taken; a bus that took people moved them."""
    noun = next(iter(told.objects), None)
    took = plain_words(told.sentence)[told.at] in ("took", "taken", "take", "takes")
    if took and noun is not None and noun.kind in _CAUSES and not noun.happening:
        return _CAUSES[noun.kind]  # "took a splinter in the leg"
    moved = next(iter(told.objects), None) if told.passive else told.head
    if moved is not None and moved.kind == "vehicle" and took:
        return "movement"
    return None if moved is not None and moved.kind == "vehicle" else _by_object(told, _TAKEN)


def _give(told: Told) -> str | None:
    """People and bodies are given up, goods delivered, land handed over."""
    return _by_object(told, _GIVEN)


def _carry(told: Told) -> str | None:
    """People and vehicles are moved, goods brought, missiles sent."""
    noun = next(iter(told.objects), None)
    if noun is not None and noun.kind == "air":
        return "strike" if plain_words(told.sentence)[told.at] in ("sent", "send", "sends", "sending") else "movement"
    return _by_object(told, _CARRIED)


def _drop(told: Told) -> str | None:
    """Bombs are dropped from the air; so is food."""
    noun = next(iter(told.objects), None)
    if noun is None:
        return None
    return "strike" if noun.kind in ("air", "bomb") else "aid" if noun.kind == "goods" else None


def _push(told: Told) -> str | None:
    """People are moved; whoever has arms is driven off."""
    noun = next(iter(told.objects), None)
    return "movement" if noun is not None and noun.kind in ("person", "captive") else None


_HANDS = re.compile(r"(?:\s[\w’'-]+){0,4}?\s(?:hands|captivity|custody|clutches|grip)\b")


def _fall(told: Told) -> str | None:
    """A town falls to somebody; people fall into his hands, or in battle."""
    head = told.head
    if head is None or head.kind not in _TAKEN or head.kind == "land":
        return None
    if _HANDS.match(told.sentence, words(told.sentence)[told.at].end()):
        return "detention"
    return _cause(told)


def _by_object(told: Told, kinds: dict[str, str]) -> str | None:
    noun = next(iter(told.objects), None)
    if noun is None or noun.kind not in kinds:
        return None
    return kinds[noun.kind]


def _hold(told: Told) -> str | None:
    """An armed side holds land, somebody holds captives."""
    noun = next(iter(told.objects), None)
    if told.head is not None and told.head.kind in ("vehicle", "goods"):
        return None
    if noun is None or noun.happening:
        return None
    if noun.kind == "land" and told.own == "other":
        return "territory"
    return _HELD.get(noun.kind) if noun.kind in _HELD else None


def _assault(told: Told) -> str | None:
    """An attack; from the air or with shells a strike."""
    if told.agent is not None and told.agent.kind == "air":
        return "strike"
    if any(noun.kind == "air" and noun.under in ("with", "by", "from") for noun in told.behind):
        return "strike"
    return "attack" if told.own in ("other", "territory", "movement", "attack") else None


def _fire(told: Told) -> str | None:
    """A strike where rockets or shells are fired, else an attack; a film is shot, too."""
    if told.head is not None and told.head.kind == "saying":
        return "other"
    near = (*told.objects, *told.subject, *(noun for noun in told.behind if noun.under == "with"))
    return "strike" if any(noun.kind == "air" for noun in near) else "attack"


def _blast(told: Told) -> str | None:
    """A strike where shells, rockets, missiles went off or came down."""
    return None if told.head is None or told.head.happening else _falling(told, told.head)


def _falling(told: Told, head: Noun) -> str | None:
    """The type of what came down: shells are a strike, bullets an attack."""
    if head.kind == "bomb":
        return "attack" if told.own == "other" else None
    return "strike" if head.kind == "air" else None


def _hit(told: Told) -> str | None:
    """A strike; an attack where it was done by gunmen or bombers and not with rockets."""
    agent = told.agent
    if told.own == "other":
        return _light(told)
    if agent is None or told.own != "strike" or _first((*told.subject, *told.behind), _FROM_AFAR) is not None:
        return None
    return "attack" if agent.kind == "attack" or plain_words(told.sentence)[agent.at] in _FIGHTERS else None


_FROM_AFAR = frozenset({"air", "strike"})
_FIGHTERS = frozenset(
    """gunmen gunman militants jihadists extremists insurgents rebels attackers assailants terrorists isis isil is daesh
    bombers bomber militiamen""".split()
)


def _defend(told: Told) -> str | None:
    """Who defends a deed speaks of it: "defended the strike"."""
    noun = next(iter(told.objects), None)
    return "statement" if noun is not None and noun.happening else None


_CRIME = re.compile(
    r"[^;.]{3,120}?\b(?:as|an?|the)\s[“\"]?(?:[\w-]{2,16}\s){0,2}?(?:crimes?|massacre|atrocity|genocide|terrorism|aggression|barbaric"
    r"|violations?|breach|provocation|outrage|disgrace|illegal|unlawful|unacceptable|cowardly|cleansing|murder(?:er)?|betrayal)\b"
)


def _judge(told: Told) -> str | None:
    """An accusation where something is called a crime."""
    return "accusation" if _CRIME.match(told.sentence, words(told.sentence)[told.end - 1].end()) else None


_FORCE = re.compile(
    r"[^;]{2,120}?\b(?:revenge|vengeance|avenge|retaliat\w+|reprisals?|punish\w*|crush|annihilate|wipe\sout|hunt\sdown|bomb|(?:pay|paid)\s(?:a|the|dearly)"
    r"|full\s(?:force|strength)|iron\sfist|open\sfire|(?:will|would)\s(?:shoot|strike|attack|respond|hit\sback))\b"
)


def _vow(told: Told) -> str | None:
    """A threat where force is what is promised."""
    if _FORCE.match(told.sentence, words(told.sentence)[told.end - 1].end()):
        return "threat"
    return None


def _drive(told: Told) -> str | None:
    """A place changes hands where fighters are driven out; where families are, people move."""
    patients = [noun for noun in (told.subject if told.passive else told.behind) if not noun.under]
    return "movement" if any(noun.kind == "person" for noun in patients) else None


_BEFORE_POWER = re.compile(
    r"[^;.]{0,40}?\b(?:outside|in\sfront\sof|at|before)\s(?:the\s)?(?:[\w’'-]+\s){0,3}?(?:embassy|consulate|parliament|ministry|palace"
    r"|headquarters|courthouse|barracks|mission|residence)\b",
    re.IGNORECASE,
)


_GATHERS = re.compile(
    r"[,;:.]|\s(?:in|at|on|near|outside|before|around|to|for|by|with|along|inside|under|there|here|again|[a-z]+ly|peacefully|late|early|from|as|when|and|against|behind|across)\b"
)


def _gather(told: Told) -> str | None:
    """A protest where a crowd gathers before an embassy or a ministry."""
    plain = plain_words(told.sentence)
    if (
        told.own == "protest"
        and plain[told.end - 1].startswith("gather")
        and plain[told.end : told.end + 1]
        and not _GATHERS.match(told.sentence, words(told.sentence)[told.end - 1].end())
    ):
        return "other"  # "gathered truffles"
    crowd = told.head is None or told.head.kind in ("person", "demonstrator", "other")
    close = _BEFORE_POWER.match(told.sentence, words(told.sentence)[told.end - 1].end())
    return "protest" if crowd and close and told.own in ("other", "protest", "movement") else None


def _told(told: Told) -> str | None:
    """What is found out: "concluded that a jet dropped gas"."""
    plain = plain_words(told.sentence)
    return "statement" if plain[told.end : told.end + 1] == ["that"] else None


def _torch(told: Told) -> str | None:
    """A protest where a crowd does it."""
    return "protest" if told.head is not None and told.head.kind == "demonstrator" else None


_RULES: dict[str, Callable[[Told], str | None]] = {
    "motion": _motion,
    "carry": _carry,
    "seize": _seize,
    "give": _give,
    "hold": _hold,
    "harm": _harm,
    "light": _light,
    "phase": _phase,
    "assault": _assault,
    "fire": _fire,
    "blast": _blast,
    "hit": _hit,
    "with": _with,
    "drop": _drop,
    "push": _push,
    "fall": _fall,
    "torch": _torch,
    "defend": _defend,
    "judge": _judge,
    "vow": _vow,
    "drive": _drive,
    "gather": _gather,
    "told": _told,
}
"""Classes of `kinds.toml` and what the type of each rests on; None where nothing beside the verb says so."""
