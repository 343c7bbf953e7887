"""Titles of what somebody said: the speaker's name, a colon, the words."""

from __future__ import annotations

import re

from timeline_app.events.cutting import MAX_TITLE, up_to_border

# "“We are not happy,” al-Abadi stated": a sentence that opens with words of somebody's
OPENING_QUOTE = re.compile(r"^\W{0,2}[\"“](?P<words>[^\"“”]{10,600}?)[,.]?[\"”]")
# "We will act,” Col. Dillon said": the end of a quotation that began sentences before
ENDED_QUOTE = re.compile(r"^(?P<words>[^\"“”]{10,600}?)[,.]?”(?=\s)")
# "The road is open again, the army said": whose words they are comes last
SAID_LAST = re.compile(
    r"^(?P<told>.{25,600}),\s(?P<who>[^,\"“”]{2,45}?)\s(?:(?:had|has|have|also|later|then)\s)?"
    r"(?:said|says|told|added|stated|noted|explained|warned|insisted|admitted|reported)\b"
)

# "Col. Dillon, coalition spokesman, informed CNN that Y": whose words they are, then Y
SPEECH_TO = re.compile(
    r"(?P<who>[^,;:“”\"]{3,60}?)(?:,\s[^;:“”\"]{2,120}?,)?\s(?:has |had |also |later )?"
    r"(?:said|added|stated|noted|announced|warned|claimed|confirmed|reported|explained|stressed|(?:told|informed|assured|warned|reminded)\s[^,;:“”\"]{2,50}?)(?:\s(?:on|late|early)\s[^,;:“”]{2,30}?)?\sthat\s(?P<told>.{20,})"
)

PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "one", "who"})


def told_by(who: str, told: str) -> str:
    """What was said, behind the name of who said it, without the article before it."""
    who = re.sub(r"^(?:the|a|an)\s", "", who)
    room = MAX_TITLE - len(who) - 2
    return f"{who[:1].upper()}{who[1:]}: {told if len(told) <= room else up_to_border(told, 0, room)}"


def with_quotes_closed(title: str) -> str:
    """The title with a mark at its end where a quotation was cut."""
    return f"{title}”" if title.count("“") > title.count("”") else title


def quotation(speaker: str | None, words: str) -> str:
    """The words between quotation marks, behind the name of who said them, if known."""
    room = MAX_TITLE - len(speaker or "") - 4
    shown = words if len(words) <= room else up_to_border(words, 0, room)
    return f"{speaker}: “{shown.strip()}”" if speaker else f"“{shown.strip()}”"
