"""Towns that changed hands: one town falls once, in whatever words it is told."""

from __future__ import annotations

import re
from typing import Literal

from timeline_app.events import with_wholes
from timeline_app.events.stems import content_stems
from timeline_app.merge.telling.days import on_one_day
from timeline_app.merge.telling.places import settlements
from timeline_app.merge.telling.wording import proper_names
from timeline_app.model import Event

# "captured the town of X", "took full control of it", "X fell"
_TAKE = (
    r"\b(?P<again>re)?(?:captur(?:ed|ing|es?)|seiz(?:ed|ing|es?)|liberat(?:ed|ing|es?)|overr[au]n|t(?:ook|aken?|aking|akes)|gain(?:ed|ing)"
    r"|(?:in\s)?full\scontrol\sof|control\sof|wrested)\s(?:full\s)?(?:control\sof\s)?"
)
_IT = re.compile(
    _TAKE + r"(?:it\b|(?:the|this|that)\s(?:[a-z-]+\s){0,2}(?:[A-Z]\w+\s)?(?:town|city|village|place|base|crossing)\b)",
    re.IGNORECASE,
)


def is_one_capture(one: Event, other: Event) -> bool:
    """Whether both tell that one settlement changed hands, on a day both allow; taken back is another thing."""
    shared = settlements(one) & settlements(other)
    if one.type != "territory" or other.type != "territory" or not shared:
        return False
    mine, theirs = _taken_again(one, shared), _taken_again(other, shared)
    if mine is None or theirs is None or not _sides_may_be_one(one, other):
        return False
    return mine == theirs or "held" in (mine, theirs) or on_one_day(one, other)


def _taken_again(event: Event, places: frozenset[str]) -> Literal["taken", "retaken", "held"] | None:
    """How a settlement came into somebody's hands; None where what was taken is no settlement."""
    names = "|".join(re.escape(where.text) for where in event.where if where.place_id in places and where.text)
    named = re.compile(_TAKE + rf"(?:[a-z-]+\s){{0,6}}(?:{names})|(?:{names})\sfell\b") if names else _IT
    for report in event.reports:
        found = named.search(report.quote) or _IT.search(report.quote)
        if found is not None:
            if "control" in found.group().lower():
                return "held"
            return "taken" if found["again"] is None else "retaken"
    return None


def _sides_may_be_one(one: Event, other: Event) -> bool:
    """Whether the same side may have taken it: named alike, or by one of the two at most."""
    mine, theirs = (_doers(event) or _proper(event) for event in (one, other))
    return not mine or not theirs or bool(with_wholes(mine) & with_wholes(theirs))


# "Rebels said they captured it": who speaks did it
_SAID_THEY = re.compile(r"\bsa(?:id|ys?)\s(?:on\s\w+\s)?(?:it|they)\b")


def _doers(event: Event) -> set[str]:
    spoke = any(_SAID_THEY.search(report.quote) for report in event.reports)
    roles = ("source", "speaker") if spoke else ("source",)
    return {actor.name for actor in event.actors if actor.role in roles}


def _proper(event: Event) -> set[str]:
    """Capitalised words that may name a side: "Kurdish fighters", "Turkish troops"."""
    places = {stem for where in event.where for stem in content_stems(f"{where.text} {where.name}")}
    return {name for name in proper_names(event) if name not in places}
