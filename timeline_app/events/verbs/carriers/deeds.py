"""The noun of the deed beside a verb that tells little by itself: "a raid took place", "announced the capture"."""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.events.verbs.beside import Noun, nouns_in
from timeline_app.events.verbs.carriers.harm import CAUSES
from timeline_app.events.verbs.carriers.told import Told
from timeline_app.events.verbs.signals import plain_words


def light(told: Told) -> str | None:
    """The noun of the deed: the object's head, or the subject's where nothing is done to anything."""
    nouns = () if told.passive else [noun for noun in told.behind if not (noun.under or noun.clause)][:2]
    for noun in (*nouns, *((told.head,) if told.head is not None else ())):
        if noun.happening:
            return type_of_deed(told, noun)
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
    return type_of_deed(told, noun) if noun.happening else CAUSES.get(noun.kind)


_BY_MEANS = ("by", "with", "of", "from")


def type_of_deed(told: Told, noun: Noun) -> str:
    """The type of a deed's noun: with aircraft or shells an attack is a strike, captives are handed over, not taken."""
    behind = [one for one in (*told.subject, *told.behind) if one.at > noun.at]
    if noun.kind == "attack":
        from_air = told.head is not None and told.head.kind == "air"
        from_air = from_air or any(one.kind == "air" and one.under in _BY_MEANS for one in behind)
        return "strike" if from_air else noun.kind
    if noun.kind in ("territory", "detention") and behind and behind[0].under == "of":
        return TAKEN.get(behind[0].kind, noun.kind)
    return noun.kind


TAKEN = {
    **dict.fromkeys(("person", "official", "armed", "captive", "body"), "detention"),
    "land": "territory",
    "weapon": "discovery",
}


def _defend(told: Told) -> str | None:
    """Who defends a deed speaks of it: "defended the strike"."""
    noun = told.object
    return "statement" if noun is not None and noun.happening else None


def _announce(told: Told) -> str | None:
    """What was announced as done: "announced the capture of the base"; what is to come is but announced."""
    noun = told.object
    if told.passive:
        return light(told)
    return type_of_deed(told, noun) if noun is not None and noun.happening and noun.kind in _MADE_BY_SAYING else None


_MADE_BY_SAYING = frozenset({"territory", "detention", "agreement"})
"""What is done by its being announced: a truce is declared."""


def _record(told: Told) -> str | None:
    """What was counted: killings and executions befell people."""
    noun = told.object
    if noun is None or not noun.happening:
        return None
    killed = plain_words(told.sentence)[noun.at] in ("killings", "murders", "deaths")
    return "violence against civilians" if killed else noun.kind


def _terms(told: Told) -> str | None:
    """What a deal provides for."""
    return "agreement" if told.head is not None and told.head.happening and told.head.kind == "agreement" else None


RULES: dict[str, Callable[[Told], str | None]] = {
    "light": light,
    "with": _with,
    "defend": _defend,
    "announce": _announce,
    "record": _record,
    "terms": _terms,
}
"""The rule of each class of verbs."""
