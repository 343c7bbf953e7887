"""Verbs of taking and giving that are told of people, not of land: "captured five soldiers", "the men were freed"."""

from __future__ import annotations

import re

PEOPLE = (
    r"(?:people|persons|men|women|children|girls|boys|soldiers|servicemen|policemen|policewomen|officers|conscripts|recruits|fighters"
    r"|militants|gunmen|rebels|insurgents|terrorists|jihadists|jihadis|militiamen|guards|troops|pilots|prisoners|hostages|captives"
    r"|detainees|inmates|civilians|residents|villagers|families|members|workers|journalists|reporters|activists|medics|doctors"
    r"|nurses|teachers|students|pupils|schoolgirls|schoolchildren|pilgrims|monks|nuns|bishops|priests|clerics|refugees|migrants|foreigners|suspects"
    r"|commanders|leaders|operatives|brothers|relatives|citizens|nationals|drivers|engineers|villagers|Yazidis|Christians"
    r"|soldier|serviceman|policeman|officer|fighter|militant|gunman|pilot|prisoner|hostage|captive|detainee|civilian|journalist"
    r"|reporter|activist|doctor|bishop|priest|cleric|commander|leader|man|woman|boy|girl|child|son|daughter|brother|wife)"
)
_BEFORE = (
    r"(?:(?:the|an?|its|their|his|her|some|about|around|nearly|almost|over|up\sto|at\sleast|no\sfewer\sthan|more\sthan|close\sto|another"
    r"|several|many|all|both|other|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|(?:dozens|hundreds|thousands|scores|a\snumber|a\sgroup|a\sdozen|some)\sof|\d[\d,.]*|[a-z]+-[a-z]+|[A-Z][\w’'-]+"
    r"|senior|local|young|wounded|armed|foreign|captured|kidnapped|abducted|former|female|male|suspected|civil|aid|army|government|rebel"
    r"|regime|enemy|wanted|prominent|top)\s){0,6}?"
)
_OBJECT = re.compile(rf"\s{_BEFORE}{PEOPLE}\b(?!['’-])(?!\s(?:positions?|posts?|bases?|villages?|towns?|territor))")
_SUBJECT = re.compile(rf"\b{PEOPLE}\b(?!['’-])(?P<between>[^;:.]{{0,160}})$", re.IGNORECASE)
_LAND = re.compile(
    r"\b(?:town|city|village|villages|towns|area|areas|district|province|positions?|base|hills?|checkpoints?|airport|roads?|territory)\b"
    r"\s(?:(?:was|were|is|are|had|has|have|been|being|later|also|then|now|finally)\s?){1,4}$"
)
_RELATIVE = re.compile(
    rf"(?<!\w)(?!{PEOPLE}\s)[\w’'-]+,?\s(?:that|which)\s(?:(?:was|were|is|are|had|has|have|been|being|later|also|then|now)\s?){{1,4}}$"
)
_AS_CAPTIVES = re.compile(r"\s(?:[^,;:.]{1,40}\s)?(?:hostage|captive|prisoner)s?\b(?!\s(?:exchange|swap|deal|camp))")
_FREEDOM = re.compile(r"\s(?:his|her|their|its|the)\s(?:freedom|liberty|release)\b")
_OF_LAND_OR_PEOPLE = frozenset(
    {
        "capture",
        "free",
        "seize",
        "take",
        "hand over",
        "liberate",
        "recapture",
        "grab",
        "snatch",
        "give up",
        "hand back",
        "turn over",
    }
)
"""Verbs of `signals.toml` that stand under "territory" and take people for their object as well."""
# "took the three from the hills to a base", "took the wounded to hospital": they were brought there
_BROUGHT = re.compile(
    rf"\s(?:{_BEFORE}{PEOPLE}|them|him|her|the\s(?:wounded|injured|sick|two|three|four|five|six|\d+))\b[^,;:.]{{0,60}}?\s"
    r"(?:to|into|back\sto|out\sof|away)\s(?!the\sstreets)"
)


# "He was seized", "The two had been freed", "nine others were captured"
_NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+"
_SOMEBODY = re.compile(
    rf"\b(?:he|she|(?:the|all|both|those|these)\s(?:{_NUMBERS}|pair|trio)|(?:{_NUMBERS}|several|many)\s(?:others|more|of\sthem))\s"
    r"(?:(?:was|were|is|are|had|has|have|been|being|later|also|then|now|finally)\s){1,4}$",
    re.IGNORECASE,
)


# "Three buses took out the first 120 fighters"
_CARRIES = re.compile(
    r"\b(?:bus(?:es)?|coach(?:es)?|convoys?|ambulances?|cars?|trucks?|lorr(?:y|ies)|helicopters?|planes?|ships?|boats?|trains?)\s"
    r"(?:(?:had|have|has|then|later|also)\s)*$"
)


def kind_with_people(base: str, sentence: str, start: int, end: int, *, passive: bool) -> str | None:
    """The type of a verb of taking or giving where it is told of people: they are detained, released or brought.

    Args:
        base: the verb's base form.
        sentence: where it stands.
        start: the offset of its first word.
        end: the offset behind it.
        passive: whether its subject is what something was done to.
    """
    if base in ("regain", "gain", "secure") and _FREEDOM.match(sentence, end):
        return "detention"
    if base not in _OF_LAND_OR_PEOPLE:
        return None
    if base == "take" and not passive and _CARRIES.search(sentence, 0, start):
        return "movement"
    if base == "take" and not passive and _BROUGHT.match(sentence, end):
        return "movement"
    if base == "take" and _AS_CAPTIVES.match(sentence, end):
        return "detention"
    if not passive:
        return "detention" if _OBJECT.match(sentence, end) else None
    before = sentence[max(0, start - 200) : start]
    if base != "take" and _SOMEBODY.search(before) is not None:
        return "detention"
    of_land = _LAND.search(before) or _RELATIVE.search(before)  # "the base was taken", "the town that was captured"
    return "detention" if _SUBJECT.search(before) and not of_land else None
