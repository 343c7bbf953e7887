"""The content words of a text, inflection forgiven."""

from __future__ import annotations

import re
from functools import lru_cache

STOP_WORDS = frozenset(
    "the a an and or of to in on at by for from with that this which who was were is are be been has have had it its as"
    " their his her they he she not but after before into over under said also will would out up"
    " even just still again then went gone come came".split()
)
"""Words that tell nothing of what a text is about."""

SHORT = 2
"""Letters up to which a stem tells nothing."""

WORD = re.compile(r"[a-z][\w'’-]+")
"""A word of a text in lower case."""

_ENDING = re.compile(r"(?:'s|’s|ing|ed|es|s)$")
_OF_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december".split()
)


def stem(word: str) -> str:
    """A word in lower case without its ending: "convoy" of "convoys", "bomb" of "bombed"."""
    return _ENDING.sub("", word)


def is_of_time(word: str) -> bool:
    """Whether a word is the name of a day or month."""
    return word.lower() in _OF_TIME


def is_content(stemmed: str) -> bool:
    """Whether a stem tells what a text is about."""
    return stemmed not in STOP_WORDS and len(stemmed) > SHORT


@lru_cache(maxsize=20_000)
def content_stems(text: str) -> frozenset[str]:
    """The stems of a text's content words; a day or month is none: when it was is reckoned apart."""
    found = (stem(word) for word in WORD.findall(text.lower()) if not is_of_time(word))
    return frozenset(one for one in found if is_content(one))
