"""Verbs of going and bringing: who moved, what was brought, what only came down."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.events.verbs.beside import Noun
from timeline_app.events.verbs.carriers.arms import AIRCRAFT, falling
from timeline_app.events.verbs.carriers.deeds import type_of_deed
from timeline_app.events.verbs.carriers.told import Told, by_object, first_of
from timeline_app.events.verbs.signals import plain_words, words

_PHYSICAL = frozenset({"person", "armed", "captive", "body", "vehicle", "goods", "demonstrator", "weapon", "official"})


def _motion(told: Told) -> str | None:
    """A movement, unless what came is a shell, or a deed that the subject names."""
    head = told.head
    if told.own != "movement" and told.object is not None and told.object.happening and not told.passive:
        return type_of_deed(told, told.object)  # "reached a deal"
    if head is not None and plain_words(told.sentence)[head.at].endswith(AIRCRAFT):
        return "movement"
    if head is not None and head.kind in ("air", "bomb") and not head.happening:
        return None if told.own == "movement" else falling(told, head)
    displaces = told.own == "movement" and first_of(told.objects[:1], _PHYSICAL) is not None
    if head is not None and head.happening and head.kind != "movement" and not displaces:
        return type_of_deed(told, head)
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
_CARRIED = {
    **dict.fromkeys(("person", "official", "armed", "captive", "vehicle", "body", "weapon"), "movement"),
    "goods": "aid",
    "saying": "statement",
}


def _carry(told: Told) -> str | None:
    """People and vehicles are moved, goods brought, missiles sent; whoever is let out of a cell is free."""
    if _from_prison(told):
        return "detention"
    noun = told.object
    if noun is not None and noun.happening and noun.kind == "strike":
        return noun.kind  # "flew 40 sorties"
    if noun is not None and noun.kind == "body" and plain_words(told.sentence)[told.end - 1] in ("out", "up"):
        return "discovery"  # "brought up the bodies from the well"
    if noun is not None and told.own == "aid" and plain_words(told.sentence)[noun.at] in IN_NEED:
        return "aid"  # "airlifted the wounded"
    if any(one.kind == "goods" for one in told.objects):
        return "aid"  # "sent 40 trucks of relief"
    if noun is not None and noun.kind == "air":
        return "strike" if plain_words(told.sentence)[told.at] in ("sent", "send", "sends", "sending") else "movement"
    return by_object(told, _CARRIED)


def _push(told: Told) -> str | None:
    """People are moved; whoever has arms is driven off."""
    noun = told.object
    return "movement" if noun is not None and noun.kind in ("person", "captive") else None


def _drive(told: Told) -> str | None:
    """A place changes hands where fighters are driven out; where families are, people move."""
    patients = [noun for noun in (told.subject if told.passive else told.behind) if not noun.under]
    driver = None if told.passive else told.head
    if any(noun.kind == "person" for noun in patients) or (driver is not None and driver.kind == "vehicle"):
        return "movement"
    return "territory" if any(noun.kind == "armed" for noun in patients) else None


def _accident(told: Told) -> str:  # noqa: ARG001  every rule takes what is told
    """What went down or off the rails was no deed."""
    return "other"


IN_NEED = frozenset("wounded injured sick refugees displaced families orphans patients evacuees migrants".split())
_THROUGH = re.compile(
    r"\s[^,;:.]{2,60}?\s(?:through|pass|across|leave|enter|return|go\shome|in|out)\b(?!\sthe\s(?:way|end))"
)
_GOERS = frozenset({"person", "armed", "vehicle", "captive", "goods", "official"})


def _let(told: Told) -> str | None:
    """People and convoys that are let through are on the move."""
    noun = told.object
    goes = noun is not None and noun.kind in _GOERS and told.own == "other"
    return "movement" if goes and _THROUGH.match(told.sentence, words(told.sentence)[told.at].end()) else None


RULES: dict[str, Callable[[Told], str | None]] = {
    "motion": _motion,
    "carry": _carry,
    "push": _push,
    "drive": _drive,
    "accident": _accident,
    "let": _let,
}
"""The rule of each class of verbs."""
