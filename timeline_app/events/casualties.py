"""What befell the people of a count: "killing at least 17 people", "34 civilians, nine of them children, were killed".

Two sources dispute how many died, though one calls them people and the other civilians: a count of the dead says so.
"""

from __future__ import annotations

import re
from typing import Literal

Fate = Literal["killed", "wounded"]

_KILL = r"(?:kill(?:s|ed|ing)|murder(?:s|ed|ing)|massacr(?:es|ed|ing)|behead(?:s|ed|ing)|slew|slaying)"
_WOUND = r"(?:wound(?:s|ed|ing)|injur(?:es|ed|ing)|hurt(?:s|ing)?|maim(?:s|ed|ing))"
_OR = r"(?:or|and)\s(?:wound|injur|hurt|kill)"
_DONE_TO = re.compile(
    rf"(?<!killed\sor\s)(?<!killed\sand\s)\b(?:(?P<killed>{_KILL})|(?P<wounded>{_WOUND}))\s$", re.IGNORECASE
)
_ALL_OF_THEM = r"(?:,[^,;.]{2,60},)?\s"
# "two soldiers and five civilians were killed", "seven rebels, two guards and a boy died"
_LISTED = r"(?:(?:,\s|,?\sand\s)(?:at\sleast\s)?(?:\d[\d,]*|[a-z]{1,8}(?:-[a-z]{3,5})?)(?:\s[\w’'-]{2,20}){1,3}?){0,3}"
_BE = (
    r"(?:(?:were|was|are|is|have\sbeen|had\sbeen|has\sbeen|being|got)\s(?:also\s|then\s|[a-z]{3,12}ly\s)?"
    r"|(?:left|lay)\s)"
)
_STANDS_ALONE = (
    r"(?=\W{0,3}$|[,.;:]|\s(?:in|by|on|near|at|when|after|as|during|since|and|while|over|across|outside|inside|overnight"
    r"|yesterday|today|last|this|early|late|from|under|before|with)\b)"
)
_KILLED = r"(?:killed|murdered|massacred|executed|beheaded|slain|shot\sdead|blown\sup)"
_WOUNDED = r"(?:wounded|injured|hurt|maimed)"
_BEFELL = re.compile(
    rf"{_LISTED}{_ALL_OF_THEM}(?:"
    rf"(?P<killed>(?:{_BE}{_KILLED}|{_KILLED}{_STANDS_ALONE})(?!\s{_OR})|(?:{_BE})?dead\b|d(?:ied|ie|ies|ying)\b|perish(?:ed|es)?\b"
    r"|los(?:t|e|ing)\s(?:their|his|her)\sli(?:ves|fe)\b)"
    rf"|(?P<wounded>(?:{_BE}{_WOUNDED}\b|{_WOUNDED}{_STANDS_ALONE})(?!\s{_OR})|suffered\s(?:burns|injuries|wounds)))",
    re.IGNORECASE,
)
_THINGS = frozenset(
    """strikes airstrikes raids operations attacks missions weapons rifles vehicles tanks trucks cars buses houses homes
    buildings hospitals schools shops mosques churches rockets missiles shells bombs mines jets planes warplanes drones
    helicopters aircraft ceasefires truces positions posts villages towns cities bases depots animals dogs sheep
    cattle""".split()
)
"""What is counted in a war and is no people: "killed five soldiers and three tanks"."""
_OUT_OF = re.compile(
    r"(?:\b(?:among|including|of)\s(?:them|whom|these|those|the\s(?:dead|killed|victims|wounded|injured)\s(?:were|was|are))?\s?"
    r"|\b(?:(?:along|together)\swith|includ(?:ing|es|ed)|compris(?:ing|ed)|of|for|her|his|their|its|another\sof)\s(?:at\sleast\s|about\s|some\s)?)$",
    re.IGNORECASE,
)
_AND = re.compile(r"^(?:,\s|,?\s(?:and|as\swell\sas)\s)$")
_ENDS = re.compile(_STANDS_ALONE, re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_LIVES = re.compile(r"\b(?:claim(?:s|ed|ing)|cost(?:s|ing)?|took|takes|taking)\s(?:the\slives\sof\s)?$", re.IGNORECASE)
_REACH = 40
"""Characters before a count in which its verb stands."""

_AHEAD = 150
"""Characters behind it in which it does."""


def fate_of(sentence: str, start: int, end: int, before: tuple[int, Fate] | None) -> Fate | None:
    """What befell those whom a count counts; None where nothing is told, or of a part of others: "including 12 women".

    Args:
        sentence: the whole.
        start: where the count begins, its hedge included.
        end: where its noun ends.
        before: the end of the count before it and what befell those: "five soldiers and three civilians".
    """
    lead = sentence[max(0, start - _REACH) : start]
    if _OUT_OF.search(lead) or _WORD.findall(sentence[start:end])[-1:][0].lower() in _THINGS:
        return None
    done = _DONE_TO.search(lead)
    if done is not None:
        return "killed" if done["killed"] else "wounded"
    behind = _fate_behind(sentence, end)
    listed = before is not None and _AND.match(sentence[before[0] : start]) and _ENDS.match(sentence, end)
    return before[1] if before is not None and listed and behind is None else behind


def _fate_behind(sentence: str, end: int) -> Fate | None:
    befell = _BEFELL.match(sentence[end : end + _AHEAD])
    if befell is None:
        return None
    return "killed" if befell["killed"] else "wounded"


def counts_lives(sentence: str, start: int, what: str) -> bool:
    """Whether a count is of lives that something claimed or cost: of the dead."""
    return what.lower() == "lives" and _LIVES.search(sentence[max(0, start - _REACH) : start]) is not None
