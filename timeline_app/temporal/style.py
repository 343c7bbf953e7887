"""What kind of text it is: news around its publication, or a story of other years."""

from __future__ import annotations

from collections import Counter
from datetime import date

from timeline_app.temporal.tokens import Tokens
from timeline_app.temporal.words import CLASSES

_DEICTIC = frozenset({"today", "yesterday", "tomorrow", "tonight"}) | frozenset(
    word for word in CLASSES["WEEKDAY"] if len(word) > 5
)
_ENOUGH = 5
_TITLES = frozenset({"mrs", "ms", "mr", "miss", "dr", "prof", "minister", "sir", "lord", "lady", "captain", "theresa"})


def is_narrative(tokens: Tokens, published: date | None) -> bool:
    """Whether the text tells of other years than its publication's.

    It does when it names at least five years more than a year before publication and more than three times
    as many of them as words that only make sense on the day ("yesterday", "Monday") or the year itself.
    """
    if published is None:
        return True
    this_year = str(published.year)
    old = deictic = 0
    for word, times in Counter(tokens.words).items():
        if len(word) == 4 and word.isdigit() and 1000 <= int(word) < published.year - 1:
            old += times
        elif word in _DEICTIC or word == this_year:
            deictic += times
    return old >= _ENOUGH and old > 3 * deictic


def has_surname_may(tokens: Tokens) -> bool:
    """Whether "May" is somebody's name in this text: "Theresa May", "Mrs May"."""
    if "may" not in tokens.words:
        return False
    return any(
        word == "may" and k > 0 and tokens.capital(k) and tokens.words[k - 1] in _TITLES
        for k, word in enumerate(tokens.words)
    )
