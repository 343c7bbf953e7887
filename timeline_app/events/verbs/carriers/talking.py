"""Verbs of those who speak, ask and meet: talks, threats, accusations, promises of money."""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.events.verbs.carriers.told import Told
from timeline_app.events.verbs.signals import plain_words, words

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


def _object_to(told: Told) -> str | None:
    """Ministers and parliaments that protest accuse somebody; people demonstrate."""
    return "accusation" if told.head is not None and told.head.kind in _POWERS else None


# "$5 billion", "30 million euros"
_MONEY = re.compile(
    r"\s(?:[a-z]+\s){0,3}(?:[$€£]\s?\d|[\d,.]+\s(?:thousand|million|billion)\b|[\d,.]+\s(?:dollars|euros|pounds)\b)",
    re.I,
)
_FOR_ARMS = re.compile(r"\b(?:army|weapons?|arms|military|troops|ransom|security\sforces|damages|fines?)\b")


def _appeal(told: Told) -> str | None:
    """Help where money is asked for, promised or given, and not for arms."""
    behind = words(told.sentence)[told.end - 1].end()
    found = _MONEY.match(told.sentence, behind)
    return "aid" if found and not _FOR_ARMS.search(told.sentence, behind) else None


# "told the rebels to leave or face attack"
_OR_ELSE = re.compile(
    r"[^.;:“”\"]{2,120}?\sto\s[^.;:“”\"]{2,120}?\sor\s(?:to\s)?(?:else\b|be\b|face\b|die\b|risk\b|accept\b|suffer\b|perish\b|they\b|it\b|see\b"
    r"|expect\b|pay\b|surrender\b|leave\b|go\b)"
)


def _bid(told: Told) -> str | None:
    """A threat where somebody is told to do a thing or else; a movement where troops are ordered somewhere."""
    if told.own == "threat":
        return "threat"  # "gave them 24 hours to leave"
    behind = words(told.sentence)[told.end - 1].end()
    if _OR_ELSE.match(told.sentence, behind):
        return "threat"
    plain = plain_words(told.sentence)
    if plain[told.at] in ("gave", "given", "give") and any(noun.kind == "movement" for noun in told.behind):
        return "movement"  # "were given safe passage"
    if plain[told.at] not in ("ordered", "orders") or told.object is None or told.object.kind != "armed":
        return None
    at = told.end if told.passive else told.object.at + 1
    return (
        "movement"
        if plain[at : at + 1]
        and plain[at] in ("out", "into", "back", "home", "to")
        and (plain[at] != "to" or plain[at + 1 : at + 2] in (["the"], ["their"]))
        else None
    )


def _see(told: Told) -> str | None:
    """Officials who see each other talk."""
    both = told.head is not None and told.object is not None and {told.head.kind, told.object.kind} <= _POWERS
    return "talks" if both and not told.passive else None


_POWERS = frozenset({"assembly", "official"})


def _sit(told: Told) -> str | None:
    """A council that sits or gathers talks."""
    lead = told.head is not None and plain_words(told.sentence)[told.head.at] == "leaders"
    sits = told.head is not None and (told.head.kind in _POWERS or lead) and not told.passive
    return "talks" if sits and (told.object is None or told.object.kind in _POWERS) else None


_ENVOYS = frozenset(
    "envoy envoys mediator mediators negotiator negotiators delegation delegations emissary emissaries".split()
)


def _travel(told: Told) -> str | None:
    """Who travels to talk, and an envoy who travels."""
    if any(noun.happening and noun.kind == "talks" and noun.under == "for" for noun in told.behind):
        return "talks"
    return "talks" if told.head is not None and plain_words(told.sentence)[told.head.at] in _ENVOYS else None


def _dispatch(told: Told) -> str | None:
    """Envoys are sent to talk, bombers to attack, requests to ask."""
    noun = told.object
    if noun is None:
        return None
    if any(one.kind in ("bomb", "attack") for one in told.objects):
        return "attack"  # "a string of suicide bombers"
    if plain_words(told.sentence)[noun.at] in _ENVOYS or (noun.happening and noun.kind == "talks"):
        return "talks"
    asks = re.search(r"\b(?:asking|requesting|urging|calling)\b", told.sentence) if noun.kind == "saying" else None
    return "talks" if asks else None


RULES: dict[str, Callable[[Told], str | None]] = {
    "judge": _judge,
    "vow": _vow,
    "appeal": _appeal,
    "bid": _bid,
    "object_to": _object_to,
    "see": _see,
    "sit": _sit,
    "travel": _travel,
    "dispatch": _dispatch,
}
"""The rule of each class of verbs."""
