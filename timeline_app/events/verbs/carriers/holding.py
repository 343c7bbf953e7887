"""Verbs of taking, giving and holding: people are detained or freed, land changes hands, goods are help."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.events.verbs.carriers.deeds import TAKEN, light
from timeline_app.events.verbs.carriers.harm import CAUSES, cause_of
from timeline_app.events.verbs.carriers.movement import IN_NEED
from timeline_app.events.verbs.carriers.told import Told, by_object
from timeline_app.events.verbs.signals import plain_words, words

_GIVEN = {**dict.fromkeys(("person", "official", "captive", "body"), "detention"), "land": "territory", "goods": "aid"}
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
    return None if moved is not None and moved.kind == "vehicle" else by_object(told, TAKEN)


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
    return by_object(told, _GIVEN)


_HANDS = re.compile(r"(?:\s[\w’'-]+){0,4}?\s(?:hands|captivity|custody|clutches|grip)\b")


def _fall(told: Told) -> str | None:
    """A town falls to somebody; people fall into his hands, or in battle."""
    head = told.head
    if head is None or head.kind not in TAKEN or head.kind == "land":
        return None
    if _HANDS.match(told.sentence, words(told.sentence)[told.at].end()):
        return "detention"
    return cause_of(told)


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


def _shelter(told: Told) -> str | None:
    """Who is wounded or displaced is taken in to be helped, others by the police."""
    noun = told.object
    if noun is not None and noun.kind == "goods":
        return "aid"  # "took in supplies"
    if noun is None or noun.kind not in ("person", "armed", "captive", "body"):
        return None
    in_need = plain_words(told.sentence)[noun.at] in IN_NEED or (told.head is not None and told.head.kind == "clinic")
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


_NO_CAPTURE = re.compile(r"\s(?:in\sthe|between|off|on|up|by\ssurprise|unawares|short|a\sglimpse|sight)\b")
_PEOPLE = frozenset({"person", "armed", "captive", "official", "bomb"})


def _catch(told: Told) -> str | None:
    """People who are caught are detained; fire, sight and crossfire are caught otherwise."""
    if _NO_CAPTURE.match(told.sentence, words(told.sentence)[told.end - 1].end()) and told.passive:
        return None
    noun = told.object
    if noun is not None and not noun.happening and noun.kind in _PEOPLE:
        return None if plain_words(told.sentence)[noun.at] == "fire" else "detention"
    return "detention" if noun is None and told.passive and taken_somewhere(told) else None


def _part(told: Told) -> str | None:
    """A town is cut off in an offensive; power and ties are cut."""
    noun = told.object
    if noun is not None and noun.kind == "supply":
        return "other"
    apart = plain_words(told.sentence)[told.end - 1] == "off" or (noun is not None and noun.kind == "land")
    armed = told.agent is not None and told.agent.kind == "armed"
    return "offensive" if apart and (armed or (noun is not None and noun.kind in ("land", "armed"))) else None


def _pass(told: Told) -> str | None:
    """Land that passes to somebody changes hands."""
    return "territory" if told.head is not None and told.head.kind == "land" else None


def _let_go(told: Told) -> str | None:
    """A town that is let go changes hands; bombs are let go over somebody."""
    noun = told.object
    if noun is not None and noun.kind == "land" and not told.passive:
        return "territory"
    return CAUSES.get(noun.kind) if noun is not None and not noun.happening else None


RULES: dict[str, Callable[[Told], str | None]] = {
    "seize": _seize,
    "give": _give,
    "hold": _hold,
    "fall": _fall,
    "flag": _flag,
    "shelter": _shelter,
    "receive": _receive,
    "spend": _spend,
    "catch": _catch,
    "part": _part,
    "pass": _pass,
    "let_go": _let_go,
}
"""The rule of each class of verbs."""
