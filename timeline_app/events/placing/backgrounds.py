"""Places that a sentence names beside its story: where a convoy was bound, where those had been held who were freed.

They stay places of their event, but the next sentence does not go on from there.
"""

from __future__ import annotations

import re

from timeline_app.events.placing.roles import is_bound_by
from timeline_app.model import Where

# "who had been held in Idlib", "which has its seat in Homs": what was or is, beside what happened
_HAD_BEEN = re.compile(
    r"\b(?:who|whom|whose|which|where)\s(?:[\w’'-]{1,15}\s){0,3}?(?:had|has|have|is|are)\s[^,;]{0,80}$"
)
# "70 people kidnapped in Aleppo were set free": whence they come who are freed
_HELD_IN = re.compile(
    r"\b(?:people|persons|men|women|children|those|soldiers|civilians|fighters|captives|hostages|prisoners|policemen|nuns|pilgrims"
    r"|workers|members)\s(?:kidnapped|abducted|captured|seized|held|detained|arrested|imprisoned|jailed)\s(?:\w+\s){0,3}?in\s[^,;]{0,40}$"
)
_FREED = re.compile(
    r"\b(?:been|was|were|are|is)\s(?:then\s|also\s|later\s)?(?:set\sfree|freed|released|let\sgo|handed|exchanged|swapped)\b"
)
# "flew back to Doha": who flies leaves the story; "were expected in Idlib": nobody is there yet
_GONE = re.compile(r"\b(?:fly|flies|flew|flown|flying)\s(?:[a-z]+\s){0,2}?(?:to|for)\s$")
_AWAITED = re.compile(
    r"\b(?:expected|due|awaited|scheduled)\s(?:to\s(?:arrive|be|land|reach|get)\s)?(?:(?:in|at|to|into)\s)?"
    r"(?:the\s(?:city|town|province|village)\sof\s)?$"
)
_CLAUSE = 120
"""Letters before a name in which the words stand that put it beside the story."""


def told_in_front(text: str, where: tuple[Where, ...], verb_start: int) -> tuple[Where, ...]:
    """The places from which a story may go on: without those that its words put beside it.

    Args:
        text: the sentence.
        where: its event's places.
        verb_start: where in it the verb of the event stands.
    """
    return tuple(place for place in where if not _is_beside(text, place, verb_start))


# "a plan under which they would be driven to Deir Ezzor"
_TO_COME = re.compile(r"\b(?:would|will|should|may|might|could)\s(?:[^\s,;:.]+\s){1,6}$")


def _is_beside(text: str, place: Where, verb_start: int) -> bool:
    at = text.find(place.text)
    if at < 0 or not place.is_placed:
        return False
    before = text[max(0, at - _CLAUSE) : at]
    if place.role == "to" and (is_bound_by(before) or _GONE.search(before) or _TO_COME.search(before)):
        return True
    if _AWAITED.search(before):
        return True
    if _HELD_IN.search(before) and (at < verb_start or _FREED.search(text, at)):
        return True
    relative = _HAD_BEEN.search(before)
    return relative is not None and relative.start() + at - len(before) > verb_start
