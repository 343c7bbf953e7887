"""Things that a story tells of with their place, for when it speaks of them again: "the deal", "the convoy".

"A truce was agreed in Palmyra ... Families were covered by the truce": the second happened where the first did, however
many other scenes were told between. A thing that was never told with a place has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.model import Where

_THINGS = {
    "deal": r"deals?|agreements?|accords?|truces?|cease-?fires?|pacts?|bargains?",
    "convoy": r"convoys?|buses|column|lorries|trucks",
    "leaving": r"evacuations?|transfers?|withdrawals?|exchanges?|swaps?|departures?",
    "raid": r"(?:air\s?-?)?strikes?|(?:air\s)?raids?|bombings?|bombardments?|shelling|attacks?|assaults?|blasts?"
    r"|explosions?|ambush|shootings?|massacres?|killings?",
}
"""Nouns that writers use for one thing in turn."""
_NAMED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _THINGS.items()) + r")\b", re.IGNORECASE
)
_THE = r"(?:the|this|that)\s(?:[a-z-]{3,15}\s){0,2}?"
_ALONE = r"\b(?!-|\s(?:of|in|between|with|on|for|at|near|against)\b)"
_DEFINITE = re.compile(
    # "covered by the agreement", "concluded that the convoy had been hit", "On Thursday the buses were moving again"
    rf"(?:\b(?:by|of|under|in|from|to|on|with|that)\s{_THE}|(?:day|morning|afternoon|evening|night|noon),?\s{_THE}|^\W{{0,3}}(?:The|This|That)\s"
    r"(?:[a-z-]{3,15}\s){0,2}?)"
    rf"(?:(?P<deal>{_THINGS['deal']})|(?P<convoy>{_THINGS['convoy']})|(?P<leaving>{_THINGS['leaving']})){_ALONE}"
    # "carried out the assault"
    rf"|\b(?:carr(?:y|ied|ying)\sout|claim(?:ed|ing)?\sresponsibility\sfor)\s{_THE}(?P<raid>{_THINGS['raid']}){_ALONE}"
    # "was among those killed", "one of the dead"
    r"|\b(?P<dead>(?:among|one\sof|two\sof|most\sof)\s(?:the|those)\s(?:killed|dead|wounded|injured|victims))\b"
)


def things_in(text: str, kind: str) -> Iterator[str]:
    """The things that a sentence tells of, by its nouns; violence is a raid whatever its verb.

    Args:
        text: the sentence.
        kind: the event's type.
    """
    yield from {str(found.lastgroup) for found in _NAMED.finditer(text)}
    if kind in VIOLENT:
        yield "raid"


def thing_meant(text: str) -> str | None:
    """The thing that a sentence speaks of as told before; None where it speaks of none, or says where it was."""
    found = _DEFINITE.search(text)
    return None if found is None else "raid" if found.lastgroup == "dead" else found.lastgroup


class Things:
    """Where the story last told each kind of thing."""

    def __init__(self) -> None:
        self._at: dict[str, Where] = {}

    def copy(self) -> Things:
        """The same, to be told on apart."""
        other = Things()
        other._at = dict(self._at)
        return other

    def learn(self, other: Things) -> None:
        """Remember what only the other has told."""
        self._at = {**other._at, **self._at}

    def tell(self, text: str, kind: str, scene: tuple[Where, ...]) -> None:
        """Remember the scene of the things that a sentence tells of."""
        for thing in things_in(text, kind) if scene else ():
            self._at[thing] = scene[0]

    def scene(self, text: str) -> tuple[Where, ...]:
        """Where the thing that a sentence speaks of was told; () where it speaks of none, or none was told."""
        meant = thing_meant(text)
        where = None if meant is None else self._at.get(meant)
        return () if where is None else (where,)
