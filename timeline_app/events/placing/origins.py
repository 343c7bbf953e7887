"""Where those started from of whom a sentence only says where they go: "militants kept on setting off for Idlib"."""

from __future__ import annotations

import re

from timeline_app.events.placing.handing import inherited_places
from timeline_app.events.placing.on_the_spot import TOLD_ELSEWHERE
from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.geo import distance_km
from timeline_app.model import Role, Where

# many people or what carries them; one man flies to a town from anywhere
_TRAVELLERS = re.compile(
    r"\b(?:militants|fighters|rebels|gunmen|insurgents|jihadists|terrorists|families|civilians|residents|inhabitants|evacuees"
    r"|relatives|people|persons|wounded|injured|captives|prisoners|hostages|bus(?:es)?|convoys?|vehicles|trucks|column"
    r"|ambulances|batch(?:es)?|remains|bodies)\b"
)
# "aid trucks left for", "reinforcements headed to": from wherever help comes
_HELP = re.compile(
    r"\b(?:aid|relief|food|supplies|reinforcements?|reinforce\w*|fresh|monitors|observers|inspectors|medics|journalists)\b"
)
# "set off for", "were bused to", "on moving 1,500 militants to": who starts, not who arrives
_LEAVES_FOR = re.compile(
    r"\b(?:set(?:ting)?\s(?:off|out)|left|leav(?:e|es|ing)|depart(?:s|ed|ing|ure)?|head(?:s|ed|ing)?|rolled\son|moved\son|bused|bussed"
    r"|evacuat\w+|transfer\w*|tak(?:e|en|ing)|brought|carried|moved|moving|driven|withdr\w+|pull(?:ed|ing)?\sout|go"
    r"|deported|expelled|transport\w*|relocat\w*|displaced|ferried|shipped|trucked|airlifted)\b"
)
# "its drive toward Iraq ended": who was kept from leaving was still there
_HELD_UP = re.compile(
    r"\b(?:drive|journey|trek|way|trip|transfer|evacuation|advance)\s(?:\w+\s)?(?:to|toward|towards|for|into)\b[^.;]{2,60}\b(?:ended|stopped"
    r"|halted|delayed|suspended|stalled|blocked|barred|held\sup|put\soff|postponed)\b"
)
_NEAR_VERB = 70
"""Letters between a verb of leaving and the goal."""
_GOES_KM = 30.0
"""Who leaves for a place within this many kilometres of the scene may as well have come to the scene."""


def whence(text: str, kind: str, where: tuple[Where, ...], scene: tuple[Where, ...]) -> tuple[Where, ...]:
    """The scene told just before, from where many set out of whom a sentence names only the goal; () else.

    Args:
        text: the sentence.
        kind: the event's type: what was agreed on a journey was agreed where it starts.
        where: the places it names.
        scene: the scene told just before.
    """
    goals = [place for place in where if place.is_placed]
    if not scene or not goals or any(place.role != "to" for place in goals) or _is_there(scene[0], goals):
        return ()
    if _TRAVELLERS.search(text) is None or _HELP.search(text) is not None:
        return ()
    at = text.find(goals[0].text)
    leaves = _LEAVES_FOR.search(text, max(0, at - _NEAR_VERB), at) is not None
    if (kind == "agreement" and leaves) or _HELD_UP.search(text) is not None:
        role: Role = "at"
    elif kind in VIOLENT or kind in TOLD_ELSEWHERE or goals[0].kind == "country" or not leaves:
        return ()  # "moved to Syrian land": from within it, perhaps
    else:
        role = "from"
    return tuple(place.with_(role=role) for place in inherited_places(scene))


def _is_there(scene: Where, goals: list[Where]) -> bool:
    """Whether the scene lies at one of the goals, or holds it."""
    return any(_apart_km(scene, goal) <= max(_GOES_KM, scene.radius_km or 0.0) for goal in goals)


def _apart_km(one: Where, other: Where) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0
    return distance_km(one.lat, one.lon, other.lat, other.lon)
