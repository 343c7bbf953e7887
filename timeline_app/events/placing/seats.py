"""Where bodies sit and houses of power stand that are named without their town: "the Iraqi parliament passed".

A body that meets, votes or receives somebody does so where it sits, in its capital; what it says may be about anywhere.
The table `seats.csv` has the capitals, by the names and adjectives of their states.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.model import PlaceMention, Where

_SITS = (
    r"(?:(?:will|would|has|had|have|is|was|were|to|also|then|later|first|again|narrowly|unanimously|formally|hastily|finally|on\s\w{3,6}day"
    r"|overnight|yesterday)\s){0,4}"
    r"(?:m(?:et|eets?)(?!\s(?:its|their|all|no|some|fierce|stiff|resistance|demands?|conditions?|the\s(?:demand|condition|deadline|need|target)s?)\b)|conven(?:e|es|ed)|gather(?:s|ed)?|pass(?:es|ed)|vot(?:e|es|ed)|approv(?:e|es|ed)|adopt(?:s|ed)?"
    r"|ratif(?:y|ies|ied)|elect(?:s|ed)|(?:hold|holds|held|opens|opened)\s(?:an?\s|its\s)?(?:[a-z-]{3,15}\s){0,2}(?:session|meeting|vote|talks)"
    r"|receiv(?:es|ed)(?!\s(?:\S{1,15}\s){0,2}(?:letter|call|tons|tonnes|million|billion|shipment|loans?|aid|money|funds|weapons|arms|support"
    r"|threats?|reports?|requests?)\b|\s\d))\b"
)
# "received the French envoys", "received John Kerry"; not "received a medal", "received a letter from the president"
_RECEIVES = (
    r"receiv(?:es|ed)(?=\s(?:(?:(?!(?:from|by|after|as|on|for|to|letters?|calls?|messages?|reports?|threats?|requests?|support)\s)[\w’'-]{1,20}\s){0,5}?"
    r"(?:envoys?|delegat\w+|[Mm]inisters?|[Aa]mbassadors?|leaders?|officials?|counterparts?|[Pp]residents?|[Pp]remiers?|[Kk]ing|[Pp]rince"
    r"|[Cc]hancellor|diplomats?|commanders?|[Gg]enerals?|visitors|guests|lawmakers|politicians|families|pilgrims|survivors|chiefs?|[Ss]ecretary"
    r"|[Pp]atriarch|[Pp]ope|[Bb]ishops?|clerics|governors?)\b|[A-Z][\w’'-]{1,20}\s[A-Z]))"
)
_BODY = (
    r"(?:[Pp]arliament|National\sAssembly|[Cc]abinet|[Gg]overnment|[Ll]awmakers|Council\sof\sMinisters|House\sof\sRepresentatives|Senate"
    r"|(?:Supreme\s)?(?:Higher\s)?(?:National\s)?(?:Security|Defen[cs]e)\sCouncil|War\sCabinet)"
)
_HEAD = r"(?:[Pp]resident|[Pp]rime\s[Mm]inister|[Pp]remier|[Ff]oreign\s[Mm]inister|King)"
_BODY_WORDS = (
    "arliament",
    "abinet",
    "overnment",
    "awmakers",
    "Council",
    "House",
    "Senate",
    "Assembly",
    "eceive",
    "Knesset",
)
"""Letters without one of which a sentence names no body that sits."""

_WITHOUT_TOWN = "is named without its town,"

# Houses that everybody knows by their name alone, and bodies of one state only
_HOUSES = {
    "Lebanon": r"(?:Grand\s)?S[ée]rai(?:l|ll|lle)?\b(?=\W|$)|Baabda\s(?:[Pp]residential\s)?[Pp]alace|Ain\sel-Tineh",
    "United States": r"White\sHouse|Oval\sOffice|Capitol\sHill|Pentagon",
    "Russia": r"Kremlin",
    "France": r"[ÉE]lys[ée]e(?:\s[Pp]alace)?",
    "United Kingdom": r"(?:10\s)?Downing\sStreet",
    "United Nations": r"(?:United\sNations|U\.?N\.?)\s[Hh]eadquarters",
    "Syria": r"Umayyad\sPalace|Tishreen\sPalace",
}
_BODIES_BY_NAME = {
    "United Nations": r"(?<!National\s)(?<!Defen[cs]e\s)Security\sCouncil(?!\sof\b)|UNSC"
    r"|(?:(?:United\sNations|U\.?N\.?)\s)General\sAssembly",
    "Israel": r"Knesset",
    "Iran": r"Supreme\sNational\sSecurity\sCouncil|Majlis|Guardian\sCouncil",
    "United States": r"US\sCongress|House\sof\sRepresentatives\sin\sWashington",
}
# "at the Grand Serail", "walked into the White House"; not "the White House said", "a letter to the Kremlin"
_AT_HOUSE = re.compile(
    r"\b(?:[Aa]t|into|[Ii]nside|[Oo]utside|entered|reached|(?:came|come|went|go|walked|drove|marched|flew|brought|taken|driven|invited)\sto)\s(?:the\s)?(?:"
    + "|".join(f"(?P<h{number}>{words})" for number, words in enumerate(_HOUSES.values()))
    + r")(?!['’]s\s|\s(?:official|spokes|said))"
)
# "told a briefing at the Pentagon": where somebody told what happened elsewhere
_TOLD_AT = re.compile(r"\b(?:told|said|says|briefing|reporters|journalists|newsmen|announced|added)\b[^.;]{0,60}$")
_NAMED_BODY = re.compile(
    r"\b(?:"
    + "|".join(f"(?P<b{number}>{words})" for number, words in enumerate(_BODIES_BY_NAME.values()))
    + r")(?:,[^,]{2,60},)?\s"
    + _SITS
)


# "told the U.N. Security Council on Monday that", "vetoed a draft resolution of the Security Council"
_BEFORE_BODY = re.compile(
    r"\b(?:(?:told|addressed|briefed|informed|spoke\s(?:to|before|at))\s(?:(?:a|the)\s(?:meeting|session)\sof\s)?"
    r"|veto(?:ed|es)\s(?:[^\s,;:.]+\s){1,8}?(?:of|at|in|by|before)\s)"
    r"(?:the\s)?(?:(?:United\sNations|U\.?N\.?)\s)?(?:Security\sCouncil|General\sAssembly|UNSC)\b"
    r"(?!\s(?:members?|diplomats?|meeting\sin)\b)"
)
_BEHIND_SEAT = re.compile(r"\b(?:that|which|to|demanding|calling|urging)\b")


@cache
def _seats() -> dict[str, Where]:
    """Each state's name and adjective with the town its bodies sit in."""
    table = resources.files("timeline_app.events.placing").joinpath("seats.csv").read_text("utf-8")
    found = {}
    for row in csv.DictReader(table.splitlines()):
        where = Where(
            "near", row["name"], name=row["name"], place_id=row["place_id"], lat=float(row["lat"]),
            lon=float(row["lon"]), radius_km=float(row["radius_km"]), kind=row["kind"], score=0.5,
        )  # fmt: skip
        found.update(dict.fromkeys(row["states"].split("|"), where))
    return found


@cache
def _of_state() -> re.Pattern[str]:
    """Bodies by their state: "Iraq's cabinet met", "the parliament of Iraq passed", "Lebanese President A received"."""
    state = "|".join(sorted(map(re.escape, _seats()), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<before>{state})(?:['’]s)?\s{_BODY}|{_BODY}\sof\s(?P<of>{state}))(?:,[^,]{{2,60}},)?\s{_SITS}"
        rf"|\b(?P<head>{state})(?:['’]s)?\s{_HEAD}(?:\s[A-Z][\w’'-]{{1,20}}){{0,4}}\s(?:also\s|later\s|then\s)?"
        + _RECEIVES
        + r"\b"
    )


# "the speaker of the Iraqi parliament met": somebody, anywhere; "members of it voted" there
_OF_SOMEBODY = re.compile(
    r"(?<!\b[Mm]embers\s)(?<!\b[Dd]eputies\s)(?<!\bmajority\s)(?<!\bsession\s)\b(?:of|by|with|from|for|against|to)\s(?:the\s)?$"
)
# "the Iraqi parliament met at short notice in Shaqlawa": it says where, wherever that is
_SAYS_WHERE = re.compile(
    r"(?:\s[\w’'-]{1,20}){0,6}?\s(?:in|at)\s(?:the\s(?:[a-z-]{2,15}\s){0,3}(?:of\s)?)?(?=[A-Z][a-z])"
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Parliament|Congress)\b)"
)


def seat_meant(text: str, kind: str) -> tuple[Where, ...]:
    """The capital in which the body that a sentence tells of sat, or the house stands; () where it tells of none.

    Args:
        text: the sentence.
        kind: the event's type: what a sentence tells of violence was not where a body met on it.
    """
    house = _AT_HOUSE.search(text)
    if house is not None and _TOLD_AT.search(text, max(0, house.start() - 90), house.start()) is None:
        return _seat(list(_HOUSES)[int(str(house.lastgroup)[1:])], house, "stands there")
    if kind in VIOLENT or not any(word in text for word in _BODY_WORDS):
        return ()
    heard = _BEFORE_BODY.search(text)
    if heard is not None:
        return _seat("United Nations", heard, "sits there")
    named = _sitting(_NAMED_BODY, text)
    of = _sitting(_of_state(), text)
    if of is not None:
        return _seat(of["before"] or of["of"] or of["head"], of, "sits there")
    return () if named is None else _seat(list(_BODIES_BY_NAME)[int(str(named.lastgroup)[1:])], named, "sits there")


def _sitting(bodies: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The body that sat itself, in a town that is not named."""
    found = bodies.search(text)
    if found is None or _OF_SOMEBODY.search(text, max(0, found.start() - 30), found.start()):
        return None
    elsewhere = _SAYS_WHERE.match(text, found.end())
    named = elsewhere is not None and not text.startswith(tuple(_seats()), elsewhere.end())
    return None if named else found


def _seat(state: str, found: re.Match[str], why: str) -> tuple[Where, ...]:
    where = _seats()[state]
    words = found.group()
    return (where.with_(text=words, reasons=(f"'{words}' {_WITHOUT_TOWN} {where.name}: it {why}",)),)


def beside_seat(text: str, place: PlaceMention, start: int, verb_end: int) -> bool:
    """Whether a place only stands in what a body was told or voted on: "vetoed a draft that demanded a truce in Gaza".

    Args:
        text: the sentence.
        place: a place it names.
        start: offset of the sentence.
        verb_end: where in it the verb ends.
    """
    return _BEHIND_SEAT.search(text, verb_end, max(verb_end, place.start - start)) is not None


def without_seats(where: tuple[Where, ...]) -> tuple[Where, ...]:
    """The places without those that are only where a body sits: a story that tells of its vote goes on elsewhere."""
    return tuple(place for place in where if not any(_WITHOUT_TOWN in reason for reason in place.reasons))
