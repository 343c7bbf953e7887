"""What befell the people of a count: "killing at least 17 people", "34 civilians, nine of them children, were killed".

Two sources dispute how many died, though one calls them people and the other civilians: a count of the dead says so.
"""

from __future__ import annotations

import re
from typing import Literal

Fate = Literal["killed", "wounded"]

_KILL = (
    r"(?:kill(?:s|ed|ing)|murder(?:s|ed|ing)|massacr(?:es|ed|ing)|execut(?:es|ed|ing)|behead(?:s|ed|ing)|slew|slaying)"
)
_WOUND = r"(?:wound(?:s|ed|ing)|injur(?:es|ed|ing)|hurt(?:s|ing)?|maim(?:s|ed|ing))"
_DONE_TO = re.compile(rf"\b(?:(?P<killed>{_KILL})|(?P<wounded>{_WOUND}))\s$", re.IGNORECASE)
_ALL_OF_THEM = r"(?:,[^,;.]{2,60},)?\s"
_BE = (
    r"(?:(?:were|was|are|is|have\sbeen|had\sbeen|has\sbeen|being|got)\s(?:also\s|then\s|[a-z]{3,12}ly\s)?"
    r"|(?:left|lay)\s)?"
)
_BEFELL = re.compile(
    rf"{_ALL_OF_THEM}{_BE}"
    r"(?:(?P<killed>killed|dead\b|murdered|massacred|executed|beheaded|slain|shot\sdead|d(?:ied|ie|ies|ying)\b"
    r"|perish(?:ed|es)?|los(?:t|e|ing)\s(?:their|his|her)\sli(?:ves|fe)|blown\sup)"
    r"|(?P<wounded>wounded|injured|hurt\b|maimed|suffered\s(?:burns|injuries|wounds)))",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"(?:\b(?:among|including|of)\s(?:them|whom|these|those|the\s(?:dead|killed|victims|wounded|injured)\s(?:were|was|are))?\s?"
    r"|\b(?:includ(?:ing|es|ed)|compris(?:ing|ed)|of|for|her|his|their|its|another\sof)\s(?:at\sleast\s|about\s|some\s)?)$",
    re.IGNORECASE,
)
_AND = re.compile(r"^,?\s(?:and|as\swell\sas)\s$")
_LIVES = re.compile(r"\b(?:claim(?:s|ed|ing)|cost(?:s|ing)?|took|takes|taking)\s(?:the\slives\sof\s)?$", re.IGNORECASE)
_REACH = 40
"""Characters before a count in which its verb stands."""

_AHEAD = 110
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
    if _OUT_OF.search(lead):
        return None
    done = _DONE_TO.search(lead)
    if done is not None:
        return "killed" if done["killed"] else "wounded"
    if before is not None and _AND.match(sentence[before[0] : start]) and _fate_behind(sentence, end) is None:
        return before[1]
    return _fate_behind(sentence, end)


def _fate_behind(sentence: str, end: int) -> Fate | None:
    befell = _BEFELL.match(sentence[end : end + _AHEAD])
    if befell is None:
        return None
    return "killed" if befell["killed"] else "wounded"


def counts_lives(sentence: str, start: int, what: str) -> bool:
    """Whether a count is of lives that something claimed or cost: of the dead."""
    return what.lower() == "lives" and _LIVES.search(sentence[max(0, start - _REACH) : start]) is not None
