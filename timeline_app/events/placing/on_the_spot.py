"""Which types of events happen on the spot, and which are told from elsewhere."""

from __future__ import annotations

import re

ON_THE_SPOT = frozenset(
    {"attack", "strike", "movement", "clash", "offensive", "violence against civilians", "territory", "detention"}
)
"""Types that happen on the spot; words and decisions are told from elsewhere."""


# "a swap was settled", "guns fell silent under a cease-fire": what was agreed was done there
_DONE_THERE = re.compile(
    r"\b(?:swap\w*|exchang\w+|hand(?:ed|ing)?\s?over|evacuat\w+|cease-?fire|truce|guns?\s(?:fell|fall)\ssilent|surrender\w*|pull(?:ed|ing)?[\s-]?out"
    r"|withdr\w+)\b",
    re.IGNORECASE,
)


def kind_on_the_ground(kind: str, sentence: str) -> str:
    """The event's type, or "movement" for an agreement on what is done on the spot: a swap, a truce, an evacuation."""
    return "movement" if kind in ("agreement", "talks") and _DONE_THERE.search(sentence) else kind


TOLD_ELSEWHERE = frozenset({"statement", "talks", "agreement", "accusation", "refusal", "threat"})
"""Types that are told from elsewhere than what they are about."""
