"""Which word beside a verb carries the type, where crowds, councils and envoys act: rules as in `carriers`.

Apart from these stand the verbs that break truces, ask for money or threaten, and those told of power lines and roads.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline_app.events.verbs.carriers import CAUSES, Told, cause_of, light, taken_somewhere
from timeline_app.events.verbs.signals import plain_words, signals_of, words

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


def _topple(told: Told) -> str:
    """A house that planes or shells brought down was struck; so much else is brought down."""
    noun = told.object
    cause = cause_of(told)
    if cause is not None:
        return cause
    return "attack" if noun is not None and noun.kind == "air" else "other"


def _object_to(told: Told) -> str | None:
    """Ministers and parliaments that protest accuse somebody; people demonstrate."""
    return "accusation" if told.head is not None and told.head.kind in _POWERS else None


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


def _part(told: Told) -> str | None:
    """A town is cut off in an offensive; power and ties are cut."""
    noun = told.object
    if noun is not None and noun.kind == "supply":
        return "other"
    apart = plain_words(told.sentence)[told.end - 1] == "off" or (noun is not None and noun.kind == "land")
    armed = told.agent is not None and told.agent.kind == "armed"
    return "offensive" if apart and (armed or (noun is not None and noun.kind in ("land", "armed"))) else None


def _record(told: Told) -> str | None:
    """What was counted: killings and executions befell people."""
    noun = told.object
    if noun is None or not noun.happening:
        return None
    killed = plain_words(told.sentence)[noun.at] in ("killings", "murders", "deaths")
    return "violence against civilians" if killed else noun.kind


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


def _pass(told: Told) -> str | None:
    """Land that passes to somebody changes hands."""
    return "territory" if told.head is not None and told.head.kind == "land" else None


def _let_go(told: Told) -> str | None:
    """A town that is let go changes hands; bombs are let go over somebody."""
    noun = told.object
    if noun is not None and noun.kind == "land" and not told.passive:
        return "territory"
    return CAUSES.get(noun.kind) if noun is not None and not noun.happening else None


def _see(told: Told) -> str | None:
    """Officials who see each other talk."""
    both = told.head is not None and told.object is not None and {told.head.kind, told.object.kind} <= _POWERS
    return "talks" if both and not told.passive else None


_ON_A_DAY = re.compile(
    r"\s(?:(?:the\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:the\s)?(?:same|next|second|third|first|last)|foot|\d"
    r"|[A-Z][a-z]+\s\d)"
)


def _advance(told: Told) -> str | None:
    """Troops that advance or move on a town, not on a day."""
    armed = told.head is not None and told.head.kind in ("armed", "vehicle")
    on_day = _ON_A_DAY.match(told.sentence, words(told.sentence)[told.end - 1].end())
    return "offensive" if armed and not on_day else None


def _terms(told: Told) -> str | None:
    """What a deal provides for."""
    return "agreement" if told.head is not None and told.head.happening and told.head.kind == "agreement" else None


_THROUGH = re.compile(
    r"\s[^,;:.]{2,60}?\s(?:through|pass|across|leave|enter|return|go\shome|in|out)\b(?!\sthe\s(?:way|end))"
)
_GOERS = frozenset({"person", "armed", "vehicle", "captive", "goods", "official"})


def _let(told: Told) -> str | None:
    """People and convoys that are let through are on the move."""
    noun = told.object
    goes = noun is not None and noun.kind in _GOERS and told.own == "other"
    return "movement" if goes and _THROUGH.match(told.sentence, words(told.sentence)[told.at].end()) else None


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


PUBLIC: dict[str, Callable[[Told], str | None]] = {
    "truce": _truce,
    "topple": _topple,
    "eliminate": _eliminate,
    "throw": _throw,
    "scatter": _scatter,
    "catch": _catch,
    "appeal": _appeal,
    "bid": _bid,
    "part": _part,
    "record": _record,
    "work": _work,
    "sound": _sound,
    "close": _close,
    "pass": _pass,
    "police": _meets_police,
    "terms": _terms,
    "let": _let,
    "object_to": _object_to,
    "let_go": _let_go,
    "see": _see,
    "advance": _advance,
    "sit": _sit,
    "travel": _travel,
    "dispatch": _dispatch,
}
"""The rule of each class."""
