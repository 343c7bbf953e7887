"""What somebody says is so, where no verb of a deed says it: captives are free, a town is held, a charge is denied.

"Syria announced that the women were all free" is a release, "said that it had no part in the raid" a denial. The verb
that reports is one of saying; what it reports is a state, so it is looked for as a phrase.
"""

from __future__ import annotations

import re

from timeline_app.events.verbs.people import PEOPLE
from timeline_app.events.verbs.states import stands

COMMENTS = frozenset({"stand up for", "speak up for"}) | frozenset(
    """congratulate commend salute applaud praise thank hail welcome mourn recall lament criticize criticise condemn
    denounce decry deplore""".split()
)
"""Verbs of saying what one thinks of a deed: that it is said is the news, the deed was told before."""

_STATES: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...] = (
    (
        # "that the women still held there were all free"; not "were free to leave"
        "detention",
        (" free", " custody", " captivity", " captive"),
        re.compile(
            rf"\b(?:{PEOPLE}|nuns?|he|she|they|all|both)\b[^.;“”\"]{{0,160}}?\s(?:is|are|was|were|had\sbeen|have\sbeen)\s(?:all\s|both\s|now\s|finally\s|again\s){{0,2}}"
            r"(?:free\b(?!\s(?:to|of|from)\b)|in\s(?:[a-z]+\s)?(?:custody|captivity)|held\scaptive)"
            rf"|\b(?:{PEOPLE}|nuns?)\b[^.;“”\"]{{0,60}}?\safter\s[^.;“”\"]{{0,30}}\s(?:in|of)\scaptivity\b"
        ),
    ),
    (
        # "declared the town free of the group", "was in full control of the dam", "imposed their control over"
        "territory",
        (" free ", " liberated", " control"),
        re.compile(
            r"\b(?:town|city|village|villages|province|area|region|district|country|camp|suburb)\b[^.;,“”\"]{0,30}?\s(?:free\sof|free\sfrom"
            r"|(?:fully\s|completely\s|totally\s)?liberated)\b"
            r"|\b(?:in|under)\s(?:(?:its|their|his|the\sarmy['’]s)\s)?(?:full|complete|total|firm)\scontrol\b"
            r"|\b(?:impose[ds]?|restored?|regained?|establish(?:ed)?)\s(?:its\s|their\s|full\s|complete\s){0,2}control\s(?:of|over)\b"
        ),
    ),
    (
        # "had no part in the raid", "was not behind the blast"
        "refusal",
        (" no ", " nothing ", " not ", "n't ", "n’t "),
        re.compile(
            r"\b(?:had|has|have|played|took)\s(?:absolutely\s)?(?:no\s(?:part|hand|role|involvement|connection|links?)\b|nothing\sto\sdo\swith\b)"
            r"|\b(?:was|were|is|are|had|has|have)(?:\snot|n['’]t)\s(?:been\s)?(?:behind|involved\sin|responsible\sfor|to\sblame|party\sto)\b"
        ),
    ),
    (
        # "said it would hang the captives", "would pay a high price"
        "threat",
        (" will ", " would "),
        re.compile(
            r"\b(?:it|they|he|she)\s(?:will|would)\s(?:kill|hang|shoot|behead|execute|burn|bomb|shell|strike\sback|hit\sback|retaliate|avenge|punish"
            r"|crush|wipe\sout|destroy|take\srevenge|open\sfire)\b"
            r"|\b(?:will|would)\s(?:pay\s(?:a\s(?:high|heavy|dear|terrible)|dearly|the\sprice|for\sit|with)|regret\sit|be\s(?:made\sto\spay|punished|crushed|hunted))\b"
        ),
    ),
    (
        # "that the raid amounted to a war crime"
        "accusation",
        ("crime", "massacre", "genocide", "aggression", "violation", "atrocit"),
        re.compile(
            r"\b(?:is|are|was|were|been|be|amount(?:s|ed)?\sto|constitut(?:es?|ed))\s(?:an?\s|the\s)?(?:[a-z-]{2,14}\s){0,2}?"
            r"(?:war\scrimes?|crimes?|massacre|genocide|aggression|violations?|atrocit(?:y|ies))\b"
        ),
    ),
    (
        # "had violated international law", "had committed war crimes"
        "accusation",
        (" law", " crime", " rights", " convention", " charter", " resolution"),
        re.compile(
            r"\b(?:violat|breach|broke|commit|flout|contraven|infring)[a-z]*\s(?:(?!no\b|not\b)[\w’'-]+\s){0,4}?(?:law|laws|crimes?|rights|conventions?"
            r"|charter|resolutions?)\b"
        ),
    ),
)
"""Each type with the words of which one stands in whatever its pattern finds, and that pattern."""


def state_said(sentence: str, start: int) -> str | None:
    """The type of what is said to be so behind a verb of saying.

    Args:
        sentence: where the verb stands.
        start: the offset behind it.
    """
    for kind, hints, pattern in _STATES:
        if any(hint in sentence for hint in hints) and pattern.search(sentence, start):
            return kind
    state = stands(sentence)
    return state.hit.signal.type if state is not None and state.hit.start > start else None


def finds_breach(sentence: str, start: int) -> bool:
    """Whether what somebody found out is a breach of law: "the panel found that the army had broken the law"."""
    return " had " in sentence and state_said(sentence, start) == "accusation"
