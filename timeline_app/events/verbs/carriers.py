"""Which word beside a verb carries the type of what it tells: one rule for each class of verbs in `kinds.toml`.

A rule gives an event type, or None where nothing beside the verb says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline_app.events.verbs.beside import PREPOSITIONS, Noun, nouns_in
from timeline_app.events.verbs.function_words import SUBORDINATORS
from timeline_app.events.verbs.signals import VIOLENT, plain_words, signals_of, words


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
        bare = bare or [noun for noun in self.subject if noun.under in _OPENERS][:1]
        return bare[0] if bare else None

    @property
    def objects(self) -> tuple[Noun, ...]:
        """What it is done to, the head and what it is made of ("a group of nuns") first."""
        if self.passive:
            bare = tuple(noun for noun in self.subject if noun.under in ("", "of"))
            return bare or tuple(noun for noun in self.subject if noun.under in _OPENERS)[:1]
        found: list[Noun] = []
        for noun in self.behind:
            if noun.clause or (noun.under not in ("", "of") and found) or (found and not noun.under):
                break
            if noun.under in ("", "of"):
                found.append(noun)  # "turned over to the army [the body of a soldier]"
        return tuple(found)

    @property
    def object(self) -> Noun | None:
        """The head of what it is done to."""
        return next(iter(self.objects), None)


_OPENERS = ("since", "after", "before", "until")
"""Words before a subject that are prepositions elsewhere: "since the bodies were brought out"."""
_OPENS_WITH_WHEN = PREPOSITIONS | SUBORDINATORS | {"ever", "just", "even", "only", "once", "following"}


def _harm(told: Told) -> str | None:
    """What did the harm: shells, a clash, a bomb; the verb's own type where nothing says so."""
    cause = cause_of(told)
    if cause in (None, "attack") and (told.object is not None and told.object.kind == "captive"):
        return "violence against civilians"  # "the hostages were shot"
    if cause is None and told.own == "attack" and _kills_civilians(told):
        return "violence against civilians"
    return cause or ("attack" if told.own in ("other", "territory", "statement", "movement") else None)


_CIVILIANS = frozenset("civilians residents villagers inhabitants townspeople townsfolk".split())
_KILLED = frozenset("killed kills kill shot murdered slew".split())


def _kills_civilians(told: Told) -> bool:
    """Whether armed people kill those who live there: "the group killed 120 residents"."""
    plain = plain_words(told.sentence)
    by_armed = told.agent is not None and told.agent.kind == "armed" and plain[told.at] in _KILLED
    return by_armed and any(plain[noun.at] in _CIVILIANS for noun in told.objects)


def cause_of(told: Told) -> str | None:
    """The type of what did the harm, where something beside the verb says so."""
    plain = plain_words(told.sentence)
    undergoes = told.passive or plain[told.at] in UNDERGONE
    first = () if undergoes or told.head is None else (told.head,)
    ends = next((at for at in range(told.end, len(plain)) if plain[at] in _ASIDE), len(plain))
    undergone = () if told.passive else told.objects
    for noun in (*_widened(told, first), *told.behind, *told.subject):
        if noun in undergone or noun.at > ends:
            continue
        if noun.kind in CAUSES and not noun.happening:
            return _of_weapon(plain, noun.at, noun.kind)
        if noun.happening and noun.kind in VIOLENT:
            return noun.kind
        if noun.kind in ("detention", "prison") and noun.under in ("in", "during"):
            return "detention"  # "died in custody"
        if plain[noun.at] in _DISASTERS and noun.kind == "other":
            return "other"
    if not _MISHAPS.isdisjoint(plain[told.end : ends]):
        return "other"  # "were killed when their bus overturned"
    fought = (
        signal.type for word in plain[told.end : ends] for signal in signals_of(word)[:1] if signal.form == "past"
    )
    return next((kind for kind in fought if kind in ("clash", "strike")), None)  # "died as factions battled"


def _of_weapon(plain: Sequence[str], at: int, kind: str) -> str:
    """What a weapon's word tells: "the bombs" were dropped, "a bomb" was laid; a fire may just break out."""
    if plain[at] == "bombs" and plain[at - 1] == "the":
        return "strike"
    return "other" if plain[at] == "fire" and plain[at - 2 : at] in (["in", "a"], ["by", "a"]) else CAUSES[kind]


_MISHAPS = frozenset("overturned capsized derailed collided crashed plunged skidded".split())
_DISASTERS = frozenset(
    """earthquake earthquakes quake flood floods crash accident collision storm avalanche landslide leak explosion blast
    cylinder pipeline""".split()
)
"""Those that are deeds elsewhere count where the noun is no deed: "a gas explosion"."""
UNDERGONE = frozenset("die dies died perished lost lose suffered sustained received drowned met found fell".split())
_ASIDE = frozenset("while but whereas although though".split())


def _widened(told: Told, first: tuple[Noun, ...]) -> tuple[Noun, ...]:
    """The subject's head, and before it what it was done with: "a raid by American aircraft"."""
    if not first or not (first[0].happening or first[0].kind == "bomb"):
        return first
    with_it = [noun for noun in told.subject if noun.under in ("by", "with", "of", "from") and noun.kind == "air"]
    return (*with_it, *first)


CAUSES = {"air": "strike", "bomb": "attack"}


def light(told: Told) -> str | None:
    """The noun of the deed: the object's head, or the subject's where nothing is done to anything."""
    nouns = () if told.passive else [noun for noun in told.behind if not (noun.under or noun.clause)][:2]
    for noun in (*nouns, *((told.head,) if told.head is not None else ())):
        if noun.happening:
            return _deed(told, noun)
    return None


_NEAR = 9
"""Words in which what somebody answered with is looked for."""


def by_weapon(told: Told) -> str | None:
    """A strike, whatever the verb, where shells or jets did it to somebody: "artillery silenced the guns"."""
    struck = told.object is not None and not told.object.happening
    return "strike" if struck and not told.passive and told.head is not None and told.head.is_weapon else None


def _with(told: Told) -> str | None:
    """What somebody answered with, what something ended with: bombs, rockets, a deed."""
    noun = next(iter(nouns_in(told.sentence, told.end, told.end + _NEAR)), None)
    if noun is None:
        return None
    return _deed(told, noun) if noun.happening else CAUSES.get(noun.kind)


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


_PHYSICAL = frozenset({"person", "armed", "captive", "body", "vehicle", "goods", "demonstrator", "weapon", "official"})


def _motion(told: Told) -> str | None:
    """A movement, unless what came is a shell, or a deed that the subject names."""
    head = told.head
    if told.own != "movement" and told.object is not None and told.object.happening and not told.passive:
        return _deed(told, told.object)  # "reached a deal"
    if head is not None and plain_words(told.sentence)[head.at].endswith(_AIRCRAFT):
        return "movement"
    if head is not None and head.kind in ("air", "bomb") and not head.happening:
        return None if told.own == "movement" else _falling(told, head)
    displaces = told.own == "movement" and _first(told.objects[:1], _PHYSICAL) is not None
    if head is not None and head.happening and head.kind != "movement" and not displaces:
        return _deed(told, head)
    if head is not None and head.kind == "saying":
        return "statement"
    if head is not None and head.kind == "land" and not head.happening:
        return "territory" if _IN_HANDS.search(told.sentence, words(told.sentence)[told.at].end()) else None
    if _from_prison(told) or _CAPTIVITY.search(told.sentence, words(told.sentence)[told.at].end()):
        return "detention"
    if head is not None and head.kind == "captive":
        return "detention"  # "the prisoners went home"
    if head is not None and not head.happening and head.kind in ("vehicle", "goods"):
        return _load(told, head)
    if told.own == "movement" or head is not None:
        return "movement"
    return "movement" if _goes_somewhere(told) else None


# "came back [into the hands] of the army", "slipped from [its grasp]"
_IN_HANDS = re.compile(r"\b(?:into|in|under|from|of)\s(?:[\w’'-]+\s){0,3}?(?:hands|control|grip|grasp)\b")
# "came home after a year in [captivity]"
_CAPTIVITY = re.compile(
    r"\b(?:in|from|of|after)\s(?:[\w’'-]+\s){0,5}?(?:captivity|custody)\b"
    r"|\b(?:months?|years?|weeks?|days)\sin\sthe\shands\sof\b"
)


def _from_prison(told: Told) -> bool:
    """Whether somebody came out of a cell: "walked out of jail"."""
    led_out = plain_words(told.sentence)[told.end - 1] in ("of", "from")  # "let out of [the jail]"
    return any(
        noun.kind == "prison" and (noun.under in ("out", "of", "from") or (led_out and not noun.under))
        for noun in told.behind
    )


def _load(told: Told, head: Noun) -> str:
    """What a vehicle's arrival is: help where it brings help, an attack where it is packed with explosives."""
    held = [noun.kind for noun in told.subject if noun.under in ("of", "with")]
    return "attack" if "bomb" in held else "aid" if head.kind == "goods" or "goods" in held else "movement"


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


_TAKEN = {
    **dict.fromkeys(("person", "official", "armed", "captive", "body"), "detention"),
    "land": "territory",
    "weapon": "discovery",
}
_GIVEN = {**dict.fromkeys(("person", "official", "captive", "body"), "detention"), "land": "territory", "goods": "aid"}
_CARRIED = {
    **dict.fromkeys(("person", "official", "armed", "captive", "vehicle", "body", "weapon"), "movement"),
    "goods": "aid",
    "saying": "statement",
}
_HELD = dict.fromkeys(("captive", "person", "body"), "detention")


def _seize(told: Told) -> str | None:
    """People are detained, land is taken; a bus that took people moved them."""
    noun = told.object
    if plain_words(told.sentence)[told.at].startswith("releas"):
        let_out = _let_out(told)
        if let_out is not None:
            return let_out
    took = plain_words(told.sentence)[told.at] in ("took", "taken", "take", "takes")
    if took and noun is not None and noun.kind in CAUSES and not noun.happening:
        return CAUSES[noun.kind]  # "took a splinter in the leg"
    if noun is not None and noun.kind in CAUSES and not noun.happening:
        return "discovery" if plain_words(told.sentence)[noun.at] in _STORED else None  # "seized 40 rockets"
    moved = told.object if told.passive else told.head
    if moved is not None and moved.kind == "vehicle" and took:
        return "movement"
    if _KEPT_FROM.match(told.sentence, words(told.sentence)[told.end - 1].end()):
        return "other"
    if noun is None and told.passive and taken_somewhere(told):
        return "detention"
    return None if moved is not None and moved.kind == "vehicle" else _by_object(told, _TAKEN)


_STORED = frozenset("explosives mines grenades rockets missiles shells mortars bombs munitions rpgs guns".split())
# "kept other groups [from entering] the camp"
_KEPT_FROM = re.compile(r"(?<=\bkept|\bkeep)\s[^,;:.]{2,60}?\sfrom\s[a-z]+ing\b")


_ABOUT_HIM = frozenset("he him his himself she her herself who whose".split())
_SITES = frozenset({"land", "clinic", "prison"})


def taken_somewhere(told: Told) -> bool:
    """Whether whoever was seized is a person by a pronoun before, or by where it happened.

    "The ex-general, on the run since he was indicted, was seized": a place is no "he". "Was seized at a farm", "near
    the border", "at Lazarevo": nor is a place taken at another.
    """
    if told.head is not None:
        return False
    tokens, plain = words(told.sentence), plain_words(told.sentence)
    if not _ABOUT_HIM.isdisjoint(plain[: told.at]):
        return True
    for at in range(told.end, min(len(plain) - 1, told.end + _SITE_NEAR)):
        if plain[at] in ("at", "near", "outside") and tokens[at + 1][0][0].isupper():
            return True
        if plain[at] in ("at", "near", "outside", "in", "from") and plain[at + 1] in ("his", "her"):
            return True
    sites = (noun for noun in told.behind if not (noun.clause or noun.happening))
    return any(noun.kind in _SITES and noun.under in ("at", "near", "outside", "in") for noun in sites)


_SITE_NEAR = 9
"""Words behind "was seized" in which the site is looked for."""


def _give(told: Told) -> str | None:
    """People and bodies are given up, goods delivered, land handed over."""
    return _by_object(told, _GIVEN)


def _carry(told: Told) -> str | None:
    """People and vehicles are moved, goods brought, missiles sent; whoever is let out of a cell is free."""
    if _from_prison(told):
        return "detention"
    noun = told.object
    if noun is not None and noun.happening and noun.kind == "strike":
        return noun.kind  # "flew 40 sorties"
    if noun is not None and noun.kind == "body" and plain_words(told.sentence)[told.end - 1] in ("out", "up"):
        return "discovery"  # "brought up the bodies from the well"
    if noun is not None and told.own == "aid" and plain_words(told.sentence)[noun.at] in _IN_NEED:
        return "aid"  # "airlifted the wounded"
    if any(one.kind == "goods" for one in told.objects):
        return "aid"  # "sent 40 trucks of relief"
    if noun is not None and noun.kind == "air":
        return "strike" if plain_words(told.sentence)[told.at] in ("sent", "send", "sends", "sending") else "movement"
    return _by_object(told, _CARRIED)


def _drop(told: Told) -> str | None:
    """Bombs are dropped from the air; so is food."""
    noun = told.object
    if _TO_SPACE.search(told.sentence, words(told.sentence)[told.end - 1].end()):
        return "other"  # "launched a rocket into space"
    if told.head is not None and plain_words(told.sentence)[told.head.at] == "bombers" and not told.passive:
        return "strike"
    if noun is None:
        return None
    return "strike" if noun.kind in ("air", "bomb") else "aid" if noun.kind == "goods" else None


_TO_SPACE = re.compile(r"\b(?:in)?to\s(?:outer\s)?(?:space|orbit)\b")


def _push(told: Told) -> str | None:
    """People are moved; whoever has arms is driven off."""
    noun = told.object
    return "movement" if noun is not None and noun.kind in ("person", "captive") else None


_HANDS = re.compile(r"(?:\s[\w’'-]+){0,4}?\s(?:hands|captivity|custody|clutches|grip)\b")


def _fall(told: Told) -> str | None:
    """A town falls to somebody; people fall into his hands, or in battle."""
    head = told.head
    if head is None or head.kind not in _TAKEN or head.kind == "land":
        return None
    if _HANDS.match(told.sentence, words(told.sentence)[told.at].end()):
        return "detention"
    return cause_of(told)


def _by_object(told: Told, kinds: dict[str, str]) -> str | None:
    return None if told.object is None else kinds.get(told.object.kind)


def _hold(told: Told) -> str | None:
    """An armed side holds land, somebody holds captives."""
    noun = told.object
    if told.head is not None and told.head.kind in ("vehicle", "goods"):
        return None
    if noun is None or noun.happening:
        return None
    if noun.kind == "land" and told.own == "other":
        return "territory"
    return _HELD.get(noun.kind)


def _assault(told: Told) -> str | None:
    """An attack; from the air or with shells a strike."""
    if told.agent is not None and told.agent.kind == "air":
        return "strike"
    if any(noun.kind == "air" and noun.under in ("with", "by", "from") for noun in told.behind):
        return "strike"
    return "attack" if told.own in ("other", "territory", "movement", "attack") else None


def _fire(told: Told) -> str | None:
    """A strike where rockets or shells are fired, or tanks do it, else an attack; a film is shot, too."""
    if told.head is not None and plain_words(told.sentence)[told.head.at] in _WITH_GUNS and not told.passive:
        return "strike"
    if told.head is not None and told.head.kind == "saying":
        return "other"
    if plain_words(told.sentence)[told.end : told.end + 2] in (["each", "other"], ["one", "another"]):
        return "clash"
    dismissed = told.object if not told.passive else (told.subject[-1] if told.subject else None)
    plain = plain_words(told.sentence)
    at_them = plain[told.end : told.end + 1] in (["on"], ["at"], ["upon"], ["into"])
    if dismissed is not None and dismissed.kind in ("official", "person") and plain[told.at] == "fired" and not at_them:
        return "other"  # "fired his minister", "was fired"
    if told.object is not None and told.object.kind == "captive":
        return "violence against civilians"
    near = (*told.objects, *told.subject, *(noun for noun in told.behind if noun.under == "with"))
    return "strike" if any(noun.kind == "air" for noun in near) else "attack"


_WITH_GUNS = frozenset("tank tanks warship warships gunboat gunboats".split())


def _blast(told: Told) -> str | None:
    """A strike where shells, rockets, missiles went off or came down."""
    if told.head is not None and told.head.kind == "strike":
        return "strike"  # "a salvo of rockets slammed into the port"
    return None if told.head is None or told.head.happening else _falling(told, told.head)


def _falling(told: Told, head: Noun) -> str | None:
    """The type of what came down: shells are a strike, bullets an attack."""
    if plain_words(told.sentence)[head.at].endswith(_AIRCRAFT):
        return None
    if head.kind == "bomb":
        return "attack" if told.own == "other" else None
    return "strike" if head.kind == "air" else None


_AIRCRAFT = ("aircraft", "plane", "planes", "jet", "jets", "helicopter", "helicopters")


def _hit(told: Told) -> str | None:
    """A strike; an attack where it was done by gunmen or bombers and not with rockets."""
    agent = told.agent
    if told.own == "other":
        return light(told)
    if plain_words(told.sentence)[told.at].startswith(_SHELLED):
        return None  # from afar, whoever does it
    if told.own == "accusation":
        struck = agent is not None and (agent.is_weapon or agent.kind == "strike")
        return "strike" if struck else None  # "jets blasted the depot"
    if agent is not None and plain_words(told.sentence)[agent.at] in _LAID:
        return "attack"
    if agent is None or told.own != "strike" or _first((*told.subject, *told.behind), _FROM_AFAR) is not None:
        return None
    if plain_words(told.sentence)[agent.at] in ("raid", "raids"):
        return None  # "one of the raids hit a bus": on foot they hit nothing
    return "attack" if agent.kind == "attack" or plain_words(told.sentence)[agent.at] in _FIGHTERS else None


_SHELLED = ("shell", "bombard", "pound", "mortar")
_LAID = frozenset("bomb mine landmine ied explosive grenade".split())
_FROM_AFAR = frozenset({"air", "strike"})
_FIGHTERS = frozenset(
    """gunmen gunman militants jihadists extremists insurgents rebels attackers assailants terrorists isis isil is daesh
    bombers bomber militiamen""".split()
)


def _defend(told: Told) -> str | None:
    """Who defends a deed speaks of it: "defended the strike"."""
    noun = told.object
    return "statement" if noun is not None and noun.happening else None


_CRIME = re.compile(
    r"[^;.]{3,120}?\b(?:as|an?|the)\s[“\"]?(?:[\w-]{2,16}\s){0,2}?(?:crimes?|massacre|atrocity|genocide|terrorism|aggression|barbaric"
    r"|violations?|breach|provocation|outrage|disgrace|illegal|unlawful|unacceptable|cowardly|cleansing|murder(?:er)?|betrayal)\b"
)


# "called [the report a lie]"
_LIE = re.compile(
    r"\s(?:[\w’'-]+\s){1,4}?(?:reports?|claims?|charges?|allegations?|stor(?:y|ies)|rumou?rs?|accusations?|accounts?|news|figures)\s"
    r"(?:[\w’'-]+\s){0,6}?[“\"]?(?:lies?|false|untrue|nonsense|baseless|unfounded|groundless|fabricat(?:ed|ions?)|fake|absurd|propaganda|inventions?"
    r"|invented|rubbish|wrong|inaccurate|misinformation|disinformation)\b"
)


def _judge(told: Told) -> str | None:
    """An accusation where something is called a crime; a denial where a report is called a lie."""
    if _LIE.match(told.sentence, words(told.sentence)[told.end - 1].end()):
        return "refusal"
    return "accusation" if _CRIME.match(told.sentence, words(told.sentence)[told.end - 1].end()) else None


_FORCE = re.compile(
    r"[^;]{2,120}?\b(?:revenge|vengeance|avenge|retaliat\w+|reprisals?|punish\w*|crush|annihilate|wipe\sout|hunt\sdown|bomb|(?:pay|paid)\s(?:a|the|dearly)"
    r"|full\s(?:force|strength)|(?:with|by)\sforce|iron\sfist|open\sfire|(?:will|would)\s(?:shoot|strike|attack|kill|burn|execute|behead|hit\sback))\b"
)


def _vow(told: Told) -> str | None:
    """A threat where force is what is promised."""
    if _FORCE.match(told.sentence, words(told.sentence)[told.end - 1].end()):
        return "threat"
    return None


def _drive(told: Told) -> str | None:
    """A place changes hands where fighters are driven out; where families are, people move."""
    patients = [noun for noun in (told.subject if told.passive else told.behind) if not noun.under]
    driver = None if told.passive else told.head
    if any(noun.kind == "person" for noun in patients) or (driver is not None and driver.kind == "vehicle"):
        return "movement"
    return "territory" if any(noun.kind == "armed" for noun in patients) else None


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
    if (told.head is not None and told.head.kind in ("official", "assembly")) or any(
        noun.kind == "talks" for noun in told.behind
    ):
        return "talks"
    crowd = told.head is None or told.head.kind in ("person", "demonstrator", "other")
    close = _BEFORE_POWER.match(told.sentence, words(told.sentence)[told.end - 1].end())
    return "protest" if crowd and close and told.own in ("other", "protest", "movement") else None


def _announce(told: Told) -> str | None:
    """What was announced as done: "announced the capture of the base"; what is to come is but announced."""
    noun = told.object
    if told.passive:
        return light(told)
    return _deed(told, noun) if noun is not None and noun.happening and noun.kind in _MADE_BY_SAYING else None


_MADE_BY_SAYING = frozenset({"territory", "detention", "agreement"})
"""What is done by its being announced: a truce is declared."""


def _march(told: Told) -> str | None:
    """Soldiers march somewhere or on a town; whoever else marches mostly protests."""
    plain = plain_words(told.sentence)
    if told.head is not None and told.head.kind == "armed":
        return "offensive" if plain[told.at + 1 : told.at + 2] in (["on"], ["against"]) else None
    people = told.head is None or told.head.kind in ("demonstrator", "person", "official")
    return "protest" if people else None


def _repel(told: Told) -> str | None:
    """Whoever drives off those who attack has fought them; a car that drives off is on its way."""
    if told.head is not None and told.head.kind == "vehicle":
        return "movement"
    if told.object is not None and (
        told.object.kind == "armed" or (told.object.happening and told.object.kind in VIOLENT)
    ):
        return "clash"
    return "movement" if told.own in ("movement", "other") else None


def _accident(told: Told) -> str:  # noqa: ARG001  every rule takes what is told
    """What went down or off the rails was no deed."""
    return "other"


def _shelter(told: Told) -> str | None:
    """Who is wounded or displaced is taken in to be helped, others by the police."""
    noun = told.object
    if noun is not None and noun.kind == "goods":
        return "aid"  # "took in supplies"
    if noun is None or noun.kind not in ("person", "armed", "captive", "body"):
        return None
    in_need = plain_words(told.sentence)[noun.at] in _IN_NEED or (told.head is not None and told.head.kind == "clinic")
    return "aid" if in_need else "detention" if told.own in ("territory", "detention") else None


def _let_out(told: Told) -> str | None:
    """The type of a release of what is nobody: of words, or of money, oil and the like."""
    noun = told.object
    if told.own == "statement" or (noun is not None and noun.kind == "saying"):
        return "statement"  # "released a report"
    if _A_THING.match(told.sentence, words(told.sentence)[told.end - 1].end()) and not told.passive:
        return "other"
    return None


# "released $4m", "released a tranche of the loan", "released water from the dam"
_A_THING = re.compile(
    r"\s(?:(?:the|an?|its|their|his|some|more|further|frozen|new|additional)\s){0,2}?(?:[$€£]|US\$"
    r"|(?:\d[\d.,]*\s)?(?:[a-z]+\s)?(?:[mb]illions?\s)?(?:of\s)?(?:barrels|tonnes|tons|dollars|euros|pounds|dinars|lira)\b"
    r"|(?:funds?|money|assets|salaries|tranches?|loans?|oil|crude|water|emissions)"
    r"(?=[.,;]|$|\s(?:from|to|into|of|for|on|in|at|by|worth|held|frozen|last|this)\b))"
)


_IN_NEED = frozenset("wounded injured sick refugees displaced families orphans patients evacuees migrants".split())


def _flag(told: Told) -> str | None:
    """Whoever raises a flag over a place holds it, but for a crowd that shows its colours."""
    if told.object is None or told.object.kind != "flag":
        return None
    crowd = told.head is not None and told.head.kind == "demonstrator" and not told.passive
    return "protest" if crowd else "territory"


def _receive(told: Told) -> str | None:
    """Who receives an envoy talks with him; bodies are received in an exchange, goods as help."""
    received = {"official": "talks", "body": "detention", "goods": "aid"}
    kind = None if told.object is None else received.get(told.object.kind)
    if kind is None and told.own == "statement":
        return None  # "welcomed the release of the nuns"
    return kind if kind is not None and told.own == "other" else light(told)


def _spend(told: Told) -> str | None:
    """Time spent in a cell or in captivity."""
    return (
        "detention"
        if any(noun.kind in ("prison", "detention") and noun.under == "in" for noun in told.behind)
        else None
    )


def _torch(told: Told) -> str | None:
    """A protest where a crowd does it."""
    if told.head is not None and told.head.kind == "demonstrator":
        return "protest"
    if told.head is not None and told.head.kind == "person" and plain_words(told.sentence)[told.at] == "blocked":
        return "protest"  # "families blocked a bridge"
    return cause_of(told) if told.own == "attack" and told.head is not None and told.head.happening else None


CARRIERS: dict[str, Callable[[Told], str | None]] = {
    "motion": _motion,
    "carry": _carry,
    "seize": _seize,
    "give": _give,
    "hold": _hold,
    "harm": _harm,
    "light": light,
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
    "announce": _announce,
    "flag": _flag,
    "march": _march,
    "repel": _repel,
    "accident": _accident,
    "shelter": _shelter,
    "receive": _receive,
    "spend": _spend,
}
"""The rule of each class."""
