"""How surely a present form tells: the narrative present of headlines and chronicles, or a noun that looks like it."""

from __future__ import annotations

import re

from timeline_app.events.verbs.function_words import AUXILIARIES, BE_OR_HAVE, SUBORDINATORS
from timeline_app.events.verbs.signals import REPORTING, Hit, is_only_past

PRESENT = 1.6
"""Weight of a verb in the narrative present: half a sure one (`finite.SURE`)."""

_COUNTS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve several many some few other dozens hundreds".split()
)


def present_weight(hit: Hit, at: int, plain: list[str], sentence: str) -> float:
    """The narrative present counts in the third person ("remains", "says"), never as a noun or adjective."""
    behind = plain[at + 1] if at + 1 < len(plain) else ""
    if is_only_past(behind) or (behind in AUXILIARIES and hit.signal.type not in REPORTING):
        return 0.5  # "US raids tore up the road", "the government push has failed"
    if plain[at] == hit.signal.base:
        return PRESENT if _is_told_of_many(hit, at, plain, sentence) else 0.5
    if any(signal.form == "noun" for signal in hit.others):
        return 0.5
    before = plain[at - 1] if at else ""
    after = sentence[hit.end : hit.end + 4]
    if _NOUN_BEHIND.match(sentence, hit.end) or (before in SUBORDINATORS and before not in _SUBJECTS):
        return 0.5  # "strikes by the coalition barred", "when strikes barred"
    if before.endswith(("'s", "s'")) or before in _COUNTS or sentence[hit.start - 2 : hit.start - 1].isdigit():
        return 0.5  # "counted seven raids"
    if before in (
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "for",
        "by",
        "and",
        "its",
        "their",
        "his",
        "air",
        "more",
        "new",
        "these",
    ):
        return 0.5
    if hit.signal.base == "remain" and re.match(
        r"\s(?:un\w+|high|low|silent|weak|strong|tense)\b", sentence[hit.end :]
    ):
        return 0.5  # nothing moves or stays where something "remains unknown"
    return PRESENT if re.match(r"\s\w", after) or hit.signal.type in REPORTING else 0.5


_NOUN_BEHIND = re.compile(r"\s(?:by|of)\b")
_SUBJECTS = frozenset("who which that".split())
_MANY = re.compile(r"(?:[^s\W]s|troops|forces|police|people|militiamen|gunmen|army|government|militia|navy)$")
_OBJECT = re.compile(
    r"\s(?:an?|the|its|their|several|some|dozens|hundreds|two|three|four|five|six|seven|eight|nine|ten|(?-i:[A-Z][\w-]+)|\d+|[a-z]+s)\b"
)


def _is_told_of_many(hit: Hit, at: int, plain: list[str], sentence: str) -> bool:
    """Whether a base form is the narrative present of several: "On May 3, government jets target a village".

    The plural stands right before it, its object behind it, and no other clause was begun.
    """
    k = at - 2 if at > 1 and plain[at - 1].endswith("ly") else at - 1
    if k < 0 or hit.signal.type in REPORTING or not _MANY.search(plain[k]) or plain[k] in BE_OR_HAVE:
        return False
    told_before = any((word in AUXILIARIES and word != "may") or word in SUBORDINATORS for word in plain[:at])
    return not told_before and _OBJECT.match(sentence, hit.end) is not None
