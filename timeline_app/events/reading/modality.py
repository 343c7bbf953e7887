"""How surely a sentence tells what it reports: asserted, denied, planned or claimed."""

from __future__ import annotations

import re

from timeline_app.documents.beginnings import lowered
from timeline_app.events.verbs.finite import Verb
from timeline_app.events.verbs.signals import (
    VIOLENT,
)
from timeline_app.model import Modality

CLAIMED = re.compile(
    r"\b(?:reportedly|allegedly|purportedly|supposedly|according to|is said to|are said to|was said to|were said to"
    r"|is believed to|are believed to|reports? (?:say|said|suggest|are appearing)"
    r"|sources? (?:say|said|believe|claim))\b"
    r"|\b(?:claims?|claimed|alleges?|alleged)\b",
    re.IGNORECASE,
)


_CLAIMING = ("report", "alleg", "purported", "supposed", "according", " to", "source", "claim")
"""Of these one stands in whatever `CLAIMED` finds."""


# "said it was not true that the town was taken", "it is false that"
_UNTRUE = re.compile(r"\b(?:not\s(?:true|correct|the\scase)|untrue|false|wrong|incorrect)\sthat\s[^,;]{0,80}$")


def _is_untrue(sentence: str, verb: Verb) -> bool:
    """Whether what a verb tells is said not to be so."""
    return " that " in sentence and _UNTRUE.search(sentence, 0, verb.hit.start) is not None


# "Moscow says its jets killed", "The group said on Monday that it had taken"; not "said they were bombed"
_OF_ITS_OWN = re.compile(
    r"\b(?:sa(?:id|ys?)|announce[sd]?|declare[sd]?|report(?:ed|s)|state[sd]|confirm(?:ed|s))\s(?:(?:on|late|early)\s\w+\s){0,2}(?:that\s)?"
    r"(?:its|their|his|it|they|he)\b"
)


def _is_own_deed(sentence: str, verb: Verb) -> bool:
    """Whether who speaks tells of what his own side did to others: no more than its word."""
    kind = verb.hit.signal.type
    if verb.passive or verb.hit.signal.base in _BEFALLS or not (kind in VIOLENT or kind == "territory"):
        return False
    told = _OF_ITS_OWN.search(sentence, 0, verb.hit.start)
    return told is not None and _STRAIGHT_ON.fullmatch(sentence, told.end(), verb.hit.start) is not None


# "its [jets] killed", "it [had] taken"; no further name or clause
_STRAIGHT_ON = re.compile(
    r"(?:\s(?!when\b|as\b|while\b|after\b|before\b|which\b|who\b|that\b|believe|think|and\b)[a-z][a-z-]*){0,5}\s"
)


_BEFALLS = frozenset(
    [
        "die",
        "fall",
        "lose",
        "crash",
        "burn",
        "burn down",
        "explode",
        "detonate",
        "blow up",
        "go off",
        "collapse",
        "cede",
        "surrender",
        "sink",
        "suffer",
        "clash",
        "perish",
    ]
)
"""Verbs of what happens to a side: that it says so is no claim of its own deed."""


def modality_of(sentence: str, verb: Verb) -> Modality:
    """How surely a sentence tells what its verb reports."""
    if verb.negated or verb.hit.signal.base in ("deny",) or _is_untrue(sentence, verb):
        return "denied"
    if verb.tense == "future":
        return "planned"
    if _is_own_deed(sentence, verb):
        return "claimed"
    low = lowered(sentence)
    may_be = low is None or any(word in low for word in _CLAIMING)  # `CLAIMED` is tried at every letter
    return "claimed" if may_be and CLAIMED.search(sentence) else "asserted"
