"""Verbs told of crowds: a protest, whatever demonstrators throw, storm, demand or fight with."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.events.verbs.carriers.deeds import light
from timeline_app.events.verbs.carriers.harm import CAUSES, cause_of
from timeline_app.events.verbs.carriers.told import Told
from timeline_app.events.verbs.signals import plain_words, signals_of, words

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


def _march(told: Told) -> str | None:
    """Soldiers march somewhere or on a town; whoever else marches mostly protests."""
    plain = plain_words(told.sentence)
    if told.head is not None and told.head.kind == "armed":
        return "offensive" if plain[told.at + 1 : told.at + 2] in (["on"], ["against"]) else None
    people = told.head is None or told.head.kind in ("demonstrator", "person", "official")
    return "protest" if people else None


def _torch(told: Told) -> str | None:
    """A protest where a crowd does it."""
    if told.head is not None and told.head.kind == "demonstrator":
        return "protest"
    if told.head is not None and told.head.kind == "person" and plain_words(told.sentence)[told.at] == "blocked":
        return "protest"  # "families blocked a bridge"
    return cause_of(told) if told.own == "attack" and told.head is not None and told.head.happening else None


_TURNS_TO_PROTEST = frozenset({"clash", "attack", "offensive", "talks", "strike"})
_CROWDS_DO = _TURNS_TO_PROTEST - {"talks"}


def by_crowd(told: Told) -> str | None:
    """A protest, whatever demonstrators throw, storm, demand or fight with."""
    head = told.head
    if head is None or told.passive or head.kind != "demonstrator" or head.happening:
        return None
    return "protest" if told.own in _TURNS_TO_PROTEST else None


def _meets_police(told: Told) -> str | None:
    """A protest where students or villagers clash with the police, or it is at a rally that they do."""
    plain = plain_words(told.sentence)
    police = any(plain[noun.at] == "police" and noun.under in ("", "with") for noun in told.behind)
    rally = any(noun.happening and noun.kind == "protest" and noun.under in ("at", "during") for noun in told.behind)
    return "protest" if rally or (police and told.head is not None and told.head.kind == "person") else None


def _truce(told: Told) -> str | None:
    """A truce that was broken with mortars, or by shelling something: the shelling is the news."""
    noun = told.object
    if noun is None or noun.kind != "agreement":
        return None
    if any(one.kind == "air" and one.under == "with" for one in told.behind):
        return "strike"
    plain = plain_words(told.sentence)
    done = (plain[at + 1] for at in range(noun.at, len(plain) - 1) if plain[at] == "by" and plain[at + 1][-3:] == "ing")
    kinds = (signal.type for word in done for signal in signals_of(word) if signal.form == "gerund")
    return next((kind for kind in kinds if kind in _CROWDS_DO), None)


def _throw(told: Told) -> str | None:
    """Who throws stones protests; who throws grenades attacks."""
    stones = [noun for noun in told.behind if noun.kind == "stone" and noun.under in ("", "with")]
    if stones and not (told.head is not None and told.head.kind == "armed"):
        return "protest"
    if told.object is not None and told.object.kind in CAUSES and not told.object.happening:
        return CAUSES[told.object.kind]
    return "offensive" if told.object is not None and told.object.kind == "armed" and not told.passive else None


def _scatter(told: Told) -> str | None:
    """A protest is what the police disperse or break up."""
    noun = told.object
    if noun is None:
        return None
    if noun.kind == "demonstrator" or (noun.happening and noun.kind == "protest"):
        return "protest"
    return light(told) if noun.happening else None


RULES: dict[str, Callable[[Told], str | None]] = {
    "torch": _torch,
    "gather": _gather,
    "march": _march,
    "truce": _truce,
    "throw": _throw,
    "scatter": _scatter,
    "police": _meets_police,
}
"""The rule of each class of verbs."""
