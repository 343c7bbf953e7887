"""Sentences that tell an event by how things stood: in whose hands a town was, how heavy the fighting was."""

from __future__ import annotations

import re

from timeline_app.events.verbs.finite import SURE, Verb
from timeline_app.events.verbs.people import PEOPLE
from timeline_app.events.verbs.signals import Hit, Signal, signals_of, words

_HOLDER = (
    r"(?:(?:[A-Z][\w-]+\s)?(?:army|rebels?|government|regime|opposition|militants?|jihadists?|insurgents?|separatists?"
    r"|militias?|militiamen|gunmen|forces|troops|state|group|fighters|police)|ISIS|ISIL|IS|Daesh|Islamic\sState|Kurdish"
    r"|Turkish|Syrian|Iraqi|Russian|Israeli|Lebanese|Houthi|Taliban|Hezbollah|[A-Z]\w+(?=['’]s))"
)
"""Who can hold a town; courts, families and air traffic controllers hold something else."""

_HELD = re.compile(
    r"\b(?P<be>is|are|was|were|(?:has|have|had)\sbeen|remains?|remained|came|fell)"
    r"(?:\s(?:now|back|again|once\smore|still|firmly|entirely|fully|largely|all|already)){0,2}\s(?:in(?:to)?|under)\s"
    rf"(?:the\s(?:hands|control|grip)\sof\s(?:the\s)?(?:[a-z]+\s)?{_HOLDER}"
    rf"|(?:full\s|complete\s)?(?:the\s)?{_HOLDER}(?:['’]s?)?\s(?:hands|control))\b"
)
"""Who holds something: "the town was in the army's hands", "is back under government control"."""


_HOW = (
    r"(?:heav(?:y|ier|iest)|fierce(?:r|st)?|intens(?:e|ive)|severe|ferocious|brutal|relentless|constant|continuous|sporadic"
    r"|violent|bloody|deadly|non-?stop|widespread|accurate|inaccurate|(?:un)?successful|under\s?way|ongoing|over)"
)
_RAGED = re.compile(
    r"\b(?P<noun>fighting|clashes|battles?|shelling|bombardments?|bombing|air\s?strikes?|air\sraids?|strikes?|attacks?|assaults?"
    r"|protests?|raids?|siege|offensive|evacuation|advance|push|operation|withdrawal|pull-?out|exodus|retreat)\s(?:(?:in|on|at|around|near|of|by|for|between|against|from)\s[^,;:.()“”\"]{2,50}?\s)?"
    r"(?P<be>was|were|(?:has|have|had)\sbeen|remained)\s(?:(?:[a-z]{3,14}ly|very|so|still|now|already|also|at\sits|more|most)\s){0,2}"
    rf"{_HOW}\b(?!-)",
    re.IGNORECASE,
)
"""That something raged: "Fighting was heavy around the mill", "the shelling in the south was so intense"."""


def stands(sentence: str) -> Verb | None:
    """The verb of a sentence that tells an event by a state: who holds something, how something went, who was first."""
    return (
        held_by(sentence)
        or raged(sentence)
        or got_as_far(sentence)
        or counted_among(sentence)
        or was_first(sentence)
        or came_back(sentence)
        or occurred(sentence)
        or struck_as_target(sentence)
        or held_captive(sentence)
    )


def raged(sentence: str) -> Verb | None:
    """The verb of a sentence that tells of fighting, shelling, protests by how they were; of their type."""
    found = _RAGED.search(sentence) if any(word in sentence for word in _BEEN) else None
    return None if found is None else _of_noun(sentence, found)


_SCENE = re.compile(
    r"\b(?P<be>was|were|became|(?:has|have|had)\s(?:also\s|again\s|now\s)?(?:been|become))\s(?:again\s|also\s|itself\s)?"
    r"(?:the|an?)\s(?:(?:main|latest|next|first|frequent|repeated)\s)?(?:target|targets|scene|object|site|victim)\sof\s"
    r"(?:(?:an?|the|another|several|some|many|two|three|four|five)\s)?(?:(?!no\b)[a-z-]{3,12}\s){0,2}?"
    r"(?P<noun>fighting|clashes|battles?|shelling|bombardments?|bombings?|air\s?strikes?|air\s?raids?|strikes?|raids?"
    r"|attacks?|assaults?|offensives?|explosions?|blasts?|ambush(?:es)?|protests?|arrests?|executions?|massacres?)\b"
)
"""What was done to something: "the town was the target of a raid", "has been the scene of heavy clashes"."""


def struck_as_target(sentence: str) -> Verb | None:
    """The verb of a sentence that tells what was the target or the scene of a raid, a clash; of its type."""
    found = _SCENE.search(sentence) if " of " in sentence and any(word in sentence for word in _SCENES) else None
    return None if found is None else _of_noun(sentence, found)


_SCENES = (" target", " scene ", " object ", " site ", " victim ")


_THERE_WAS = re.compile(
    r"\b[Tt]here\s(?P<be>was|were|(?:has|have|had)\s(?:also\s)?been)\s(?:also\s)?"
    r"(?:(?:an?|another|two|three|four|five|six|several|some|many|more|further|new|fresh|\d+)\s)?(?:(?!no\b|talk\b)[a-z-]{3,12}\s){0,2}?"
    r"(?P<noun>fighting|clashes|battles?|gun\s?battles?|firefights?|shelling|bombardments?|bombings?|air\s?strikes?|air\s?raids?|strikes?|raids?"
    r"|attacks?|explosions?|blasts?|ambush(?:es)?|protests?|demonstrations?|arrests?|executions?|massacres?)\b(?!['’-])(?!\s(?:plans?|fears?|team|force))"
)
"""That something occurred: "On Monday there was a second strike", "There were clashes in the hills"."""


def occurred(sentence: str) -> Verb | None:
    """The verb of a sentence that tells that there was a raid, a clash, a protest; of its type."""
    found = _THERE_WAS.search(sentence) if "here w" in sentence or "here ha" in sentence else None
    return None if found is None else _of_noun(sentence, found)


_WITHIN = re.compile(
    r"\b(?:(?i:troops|soldiers|forces|fighters|militants|rebels|army(?:\sunits)?|units|tanks|gunmen|insurgents|jihadists|militiamen|police)|SDF|Peshmerga|ISIS|IS)"
    r"\s(?P<be>are|is|were|was)\s(?:now|already|reportedly|still)\s(?:only\s|just\s|well\s)?(?:(?:(?:about|some|less\sthan|under|within)\s)?(?:\d[\d.]*|[a-z]{3,8})\s(?:kilomet(?:er|re)s?|km|miles?|met(?:er|re)s|yards)\s"
    r"(?:from|away|outside|inside|north|south|east|west)|inside|at\sthe\s(?:gates?|edges?|outskirts|entrances?|doors?)|on\sthe\s(?:outskirts|edges?|doorstep)|within\s(?:sight|range|reach)"
    r"|in\sthe\s(?:centre|center|heart|middle|streets|suburbs|outskirts))\b"
)
"""How far somebody has got: "Troops are now inside the square", "the rebels were already at the gates of the town"."""


def got_as_far(sentence: str) -> Verb | None:
    """The verb of a sentence that tells how far armed people have got: a word for having come there."""
    found = _WITHIN.search(sentence) if any(word in sentence for word in _BY_THEN) else None
    if found is None:
        return None
    return _verb(sentence, found, "movement", past=found["be"] in ("was", "were"))


_BY_THEN = (" now ", " already ", " reportedly ", " still ")
_BEEN = (" was ", " were ", " been ", " remained ")
_KINDS = {"strike": "strike", "strikes": "strike", "air": "strike", "protest": "protest", "protests": "protest",
          "battle": "clash", "battles": "clash", "siege": "offensive"}  # fmt: skip


def held_by(sentence: str) -> Verb | None:
    """The verb of a sentence that tells in whose hands something is: a word for having captured it."""
    found = _HELD.search(sentence) if " hands" in sentence or " control" in sentence or " grip" in sentence else None
    if found is None:
        return None
    return _verb(sentence, found, "territory", past=found["be"] in ("was", "were", "came", "fell", "remained"))


_CAPTIVE = re.compile(
    r"\b(?P<be>is|are|was|were|(?:has|have|had)\sbeen|remains?|remained)\s(?:still\s|now\s|also\s|all\s)?in\s"
    r"(?:(?:the\s)?(?:[A-Z]?[\w’'-]+\s){0,3}?(?:captivity|custody|detention)|(?:an?\s)?(?:[a-z]+\s)?(?:jail|prison)(?=\ssince\b))\b"
)
"""Who is held: "soldiers had been in the group's captivity since May", "is still in custody"."""


def held_captive(sentence: str) -> Verb | None:
    """The verb of a sentence that tells who is held: a word for being held."""
    found = _CAPTIVE.search(sentence) if " in " in sentence else None
    return (
        None if found is None else _verb(sentence, found, "detention", past=found["be"] in ("was", "were", "remained"))
    )


_FATE = (
    r"(?:the\s(?:dead|killed|wounded|injured|victims|missing|freed|detained|arrested|captives|evacuees)"
    r"|those\s(?:who\s(?:were|had\sbeen)\s)?(?:killed|wounded|injured|hurt|freed|released|detained|arrested|captured|kidnapped|abducted"
    r"|executed|evacuated|seized)"
    r"|(?:(?:the|at\sleast|more\sthan|about|around|some|nearly|almost|over)\s){0,2}(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|dozens\sof|hundreds\sof)\s(?:[a-z]+\s){0,2}?"
    r"(?:who\s(?:were|had\sbeen)\s)?(?:killed|wounded|injured|dead|freed|released|detained|arrested|captured|kidnapped|abducted|executed"
    r"|evacuated))\b"
)
_AMONG = re.compile(
    rf"\b(?P<be>was|were)\s(?:also\s)?among\s(?P<fate>{_FATE})|^\W{{0,3}}Among\s(?P<first>{_FATE})[^,;]{{0,60}}?,?\s(?P<is>was|were)\b"
)
"""Who shared a fate: "The mayor was among those killed", "among nine people killed"; "Among the freed were nuns"."""
_FATES = {
    **dict.fromkeys(("freed", "released", "detained", "arrested", "captured", "captives"), "detention"),
    **dict.fromkeys(("kidnapped", "abducted", "seized"), "detention"),
    **dict.fromkeys(("evacuated", "evacuees"), "movement"),
    "executed": "violence against civilians",
}


def counted_among(sentence: str) -> Verb | None:
    """The verb of a sentence that tells who was among the dead, the freed, those carried off."""
    found = _AMONG.search(sentence) if "mong " in sentence else None
    if found is None:
        return None
    fate = (found["fate"] or found["first"]).split()[-1]
    return _verb(sentence, found, _FATES.get(fate, "attack"), past=True, group="be" if found["be"] else "is")


_FIRST_TO = re.compile(
    r"\b(?P<be>was|were|became)\s(?:also\s|only\s|thus\s)?the\s(?:very\s)?(?:first|second|third|fourth|last|latest|only)\s(?:[\w’'-]+\s){0,5}?to\s"
    r"(?:be\s)?(?P<verb>(?!be\b)[a-z]{3,12})\b"
)
"""Who was the first or the last that something befell: "Homs was the last city to fall, in May"."""


def was_first(sentence: str) -> Verb | None:
    """The verb of a sentence that tells who was the first to do something: of what was done."""
    found = _FIRST_TO.search(sentence) if " the " in sentence and " to " in sentence else None
    signal = next((one for one in signals_of(found["verb"]) if one.form != "noun"), None) if found else None
    return None if found is None or signal is None else _verb(sentence, found, signal.type, past=True)


_BACK = re.compile(
    rf"\b(?:{PEOPLE}|inhabitants|population|displaced|buses|convoys?)\s(?:[^,;:.()“”\"]{{2,60}}?\s)?"
    r"(?P<be>was|were|is|are|(?:has|have|had)\sbeen)\s(?:already\s|now\s|again\s|all\s|safely\s)?back\s"
    r"(?:home\b|(?:in|at|on)\s(?:(?:the|their)\s(?:[a-z]+\s)?(?:city|town|towns|villages?|camps?|valley|neighbou?rhoods?|districts?"
    r"|streets|area|homes?|houses)\b|[A-Z]))"
)
"""Who has returned: "half of the population was back in the city", "the captives are back home"."""


def came_back(sentence: str) -> Verb | None:
    """The verb of a sentence that tells who is back somewhere: a word for having come there."""
    found = _BACK.search(sentence) if " back " in sentence else None
    return None if found is None else _verb(sentence, found, "movement", past=found["be"] in ("was", "were"))


def _of_noun(sentence: str, found: re.Match[str]) -> Verb:
    """The form of "be" as a verb of the type of the noun that was, or raged."""
    noun = found["noun"].lower()
    signal = next((one for one in signals_of(noun) if one.form == "noun"), None)
    kind = signal.type if signal else _KINDS.get(noun.split()[0], "attack")
    return _verb(sentence, found, kind, past=found["be"] in ("was", "were", "remained"))


def _verb(sentence: str, found: re.Match[str], kind: str, *, past: bool, group: str = "be") -> Verb:
    """The form of "be" as a verb of a type."""
    at = sum(token.start() < found.start(group) for token in words(sentence))
    hit = Hit(found.start(group), found.end(group), Signal(kind, "hold", "past"), at=at)
    return Verb(hit, "past" if past else "perfect", False, False, False, False, SURE)
