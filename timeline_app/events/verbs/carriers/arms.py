"""Verbs of arms and fighting: a strike, an attack or a clash, by who does it and with what."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.events.verbs.beside import Noun
from timeline_app.events.verbs.carriers.deeds import light
from timeline_app.events.verbs.carriers.told import Told, first_of
from timeline_app.events.verbs.signals import VIOLENT, plain_words, words


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
    return None if told.head is None or told.head.happening else falling(told, told.head)


def falling(told: Told, head: Noun) -> str | None:
    """The type of what came down: shells are a strike, bullets an attack."""
    if plain_words(told.sentence)[head.at].endswith(AIRCRAFT):
        return None
    if head.kind == "bomb":
        return "attack" if told.own == "other" else None
    return "strike" if head.kind == "air" else None


AIRCRAFT = ("aircraft", "plane", "planes", "jet", "jets", "helicopter", "helicopters")


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
    if agent is None or told.own != "strike" or first_of((*told.subject, *told.behind), _FROM_AFAR) is not None:
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


def _repel(told: Told) -> str | None:
    """Whoever drives off those who attack has fought them; a car that drives off is on its way."""
    if told.head is not None and told.head.kind == "vehicle":
        return "movement"
    if told.object is not None and (
        told.object.kind == "armed" or (told.object.happening and told.object.kind in VIOLENT)
    ):
        return "clash"
    return "movement" if told.own in ("movement", "other") else None


_MANPOWER = frozenset({"armed", "person", "official", "weapon", "bomb", "air", "land", "vehicle", "captive"})


def _eliminate(told: Told) -> str | None:
    """Whom a drone took out it killed; a bus took him somewhere."""
    noun = told.object
    if told.head is not None and told.head.kind == "vehicle":
        return None
    if noun is None or noun.kind not in _MANPOWER:
        return "other" if told.own == "territory" else None  # "took out a loan"
    if told.agent is not None and (told.agent.kind == "strike" or told.agent.is_weapon):
        return "strike"
    return "attack" if told.own != "movement" else None


def _work(told: Told) -> str | None:
    """Sappers set to work on mines."""
    return "discovery" if any(noun.kind == "bomb" and noun.under == "on" for noun in told.behind) else None


_FIRING = frozenset("gunfire shots shooting gunshots crossfire fire".split())


def _sound(told: Told) -> str | None:
    """Gunfire that is heard, that returns or echoes tells of a fight."""
    noun = told.object if told.passive else told.head
    return "clash" if noun is not None and plain_words(told.sentence)[noun.at] in _FIRING else None


def _close(told: Told) -> str | None:
    """Troops that close something off, link up, or come close to a town."""
    return "offensive" if told.head is not None and told.head.kind == "armed" and not told.passive else None


_ON_A_DAY = re.compile(
    r"\s(?:(?:the\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the\s)?(?:same|next|second|third|first|last)|foot|\d"
    r"|[A-Z][a-z]+\s\d)"
)


def _advance(told: Told) -> str | None:
    """Troops that advance or move on a town, not on a day."""
    armed = told.head is not None and told.head.kind in ("armed", "vehicle")
    on_day = _ON_A_DAY.match(told.sentence, words(told.sentence)[told.end - 1].end())
    return "offensive" if armed and not on_day else None


RULES: dict[str, Callable[[Told], str | None]] = {
    "assault": _assault,
    "fire": _fire,
    "blast": _blast,
    "hit": _hit,
    "drop": _drop,
    "repel": _repel,
    "eliminate": _eliminate,
    "work": _work,
    "sound": _sound,
    "close": _close,
    "advance": _advance,
}
"""The rule of each class of verbs."""
