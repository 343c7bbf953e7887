"""Titles and ranks before persons' names, and the names without them."""

from __future__ import annotations

import re

TITLES = (
    "President|Prime Minister|King|Emir|Minister|Foreign Minister|Defence Minister|Defense Minister|Secretary of State"
    "|Secretary General|Secretary-General|General|Gen\\.|Maj\\. Gen\\.|Major General|Lt\\. Gen\\.|Brig\\. Gen\\."
    "|Brigadier General"
    "|Colonel|Col\\.|Lt\\. Col\\.|Major|Maj\\.|Captain|Capt\\.|Commander|Sheikh|Ayatollah|Senator|Sen\\.|Governor"
    "|Lieutenant Colonel|Lieutenant General|Lieutenant|Lt Col|Lt Gen|Maj Gen|Brig Gen|Brigadier"
    "|Ambassador|Mayor|spokesman|spokeswoman|spokesperson|Mr\\.|Mrs\\.|Ms\\.|Dr\\.|leader|reporter"
)
_TITLE_WORDS = frozenset(word.strip("\\.").lower() for word in re.split(r"[|\s-]", TITLES)) | {
    "prime",
    "deputy",
    "former",
}
_SERVICES = frozenset(
    {
        "Army",
        "Navy",
        "Marine",
        "Air",
        "Force",
        "Corps",
        "Sheik",
        "Bishop",
        "Archbishop",
        "Patriarch",
        "Orthodox",
        "Staff",
    }
)


def is_title(word: str) -> bool:
    """Whether a word, in lower case and maybe without its ending, is of a person's title."""
    return word in _TITLE_WORDS


def plain_name(name: str) -> str:
    """A person's name as another source would write it: "Army Col. Ryan S. Dillon" is Ryan Dillon."""
    bare = name.strip("'‘’.,").removesuffix("'s").removesuffix("’s")
    words = bare.split()
    while len(words) > 1 and (is_title(words[0].strip(".").lower()) or words[0] in _SERVICES):
        del words[0]
    if len(words) > 2:
        words = [word for word in words if len(word.rstrip(".")) > 1]
    return " ".join(words)
