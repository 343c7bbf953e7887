"""Verbs that their object gives another sense: "gave a speech", "threw its weight behind", "gathered strength"."""

from __future__ import annotations

import re

_A = r"\s(?:an?|the|its|their|his|her)\s(?:[\w-]{2,20}\s){0,3}"
_SPEECH = (
    r"(?:speech|address|news conference|press conference|interview|statement|briefing|testimony|ultimatum|assurances)\b"
)

NEED_OBJECT: dict[str, re.Pattern[str]] = {
    # "gave a televised speech"; not "gave birth", "gave no details"
    "give": re.compile(_A + _SPEECH),
    # "called the residents of the town to leave it"; not "called the raid a crime"
    "call": re.compile(r"\s(?:on\s)?(?:the|all|its|their|his)\s[^,;:.]{3,60}?\sto\s(?!the\b|an?\b|be\b)[a-z]{3,15}\b"),
    # "located the wreck"; not "a mill located near the border"
    "locate": re.compile(r"\s(?:the|an?|its|their|his|her|two|three|four|five|several|some|\d)\b"),
    # "led to the launch of the campaign"
    "lead to": re.compile(
        r"\s(?:the|an?|their|its|his)\s(?:[\w-]{2,20}\s){0,3}?(?:launch|start|outbreak|deaths?|fall|capture|collapse|arrests?"
        r"|liberation|withdrawal|release|destruction|killing|closure|displacement|clashes|fighting|protests?|attack)\b"
    ),
    # "visited", "inspected" need none; "followed" tells what came after what: "The raid followed a week of talks"
    "follow": re.compile(r"\s(?:an?|the|those|days|weeks|months|hours|two|three|reports)\b"),
}
"""Verbs that tell an event with some objects only, each with what must stand behind it."""

_SENSES: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "throw": ((re.compile(r"\s(?:its|their|his|her)\s(?:[a-z]{2,10}\s)?(?:weight|support)\b"), "agreement"),),
    "drive": ((re.compile(r"\s[^,;:.]{2,60}?\s(?:out of|from)\s"), "territory"),),
    "push": ((re.compile(r"\s[^,;:.]{2,60}?\sout of\s"), "territory"),),
    "gather": ((re.compile(r"\s(?:strength|momentum|pace|speed|information|evidence|intelligence)\b"), "other"),),
    "gain": ((re.compile(r"\s(?:strength|momentum|pace|speed|popularity|support|attention)\b"), "other"),),
    "grab": ((re.compile(r"\s(?:[a-z]+\s){0,2}(?:attention|headlines|spotlight)\b"), "other"),),
    "provide": (
        (re.compile(r"\s(?:an?|another|further|no|some)?\s?(?:opportunity|evidence|details|cover|insight)\b"), "other"),
    ),
    "leave": (
        (
            re.compile(
                r"\s[^,;:.]{2,60}?\s(?:dead|wounded|injured|killed|maimed|destroyed|in\sruins|obliterated|homeless)\b"
            ),
            "attack",
        ),
    ),
    "take": (
        (re.compile(r"\s[^,;:.]{2,40}?\sby\s(?:surprise|storm)\b"), "other"),
        (
            re.compile(
                r"\s(?:cover|shelter|refuge|aim|note|stock|credit|responsibility|steps|measures|pains|(?:just\s|about\s|only\s|more\sthan\s)?"
                r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|several|many)\s(?:more\s)?(?:minutes?|hours?|days?|weeks?|months?|years?))\b"
            ),
            "other",
        ),
    ),
    "call": ((re.compile(""), "talks"),),
    "give": ((re.compile(""), "statement"),),
}


def is_told(base: str, sentence: str, end: int) -> bool:
    """Whether a verb tells an event with what stands behind it.

    Args:
        base: the verb's base form, one of `NEED_OBJECT`.
        sentence: where it stands.
        end: the offset behind it.
    """
    return NEED_OBJECT[base].match(sentence, end) is not None


def sense_of(base: str, sentence: str, end: int) -> str | None:
    """The event type a verb has with its object, where that is not the verb's own; arguments as in `is_told`."""
    senses = _SENSES.get(base)
    return None if senses is None else next((kind for pattern, kind in senses if pattern.match(sentence, end)), None)
