"""Text search by the beginnings of words, the same with and without FTS5."""

from __future__ import annotations

import re
import unicodedata

from timeline_app.model import Event, Report

_ALIKE = str.maketrans({
    # Letters with a stroke or joined ones, which Unicode does not take apart.
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    # Forms of one Arabic letter that writers exchange, and the stroke that only stretches a word.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ە": "ه", "ہ": "ه", "\u0640": "",
    # Apostrophes stand for ayn and hamza as the writer likes: Sana'a, Sanaa.
    **dict.fromkeys("'`´‘’‛′ʹʻʼʽʾʿ", ""),
})  # fmt: skip

# One ideograph or kana, or a run of letters and digits: scripts that put no spaces between words are
# taken sign by sign, so that any stretch of them can be found ("北京" in "在北京举行").
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")


def words_of(text: str) -> str:
    """The words of a text, folded, one space between.

    >>> words_of("Dayr az-Zawr, CAFÉ, Sana'a")
    'dayr az zawr cafe sanaa'
    """
    # Apostrophes go before the spreading, which turns some into a space and a mark.
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_ALIKE)).casefold()
    return " ".join(_WORD.findall("".join(map(_written, spread)).translate(_ALIKE)))


def _written(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Cc", "Cs"):
        return " "
    return "" if category in ("Mn", "Cf") else char


def words_of_event(event: Event) -> str:
    """What an event can be found by: title, summary, quotes, actors, places."""
    texts = [event.title, event.summary]
    claimants: tuple[Event | Report, ...] = (event, *event.reports)
    for claims in claimants:
        texts += [actor.name for actor in claims.actors]
        texts += [name for where in claims.where for name in (where.text, where.name)]
    texts += [report.quote for report in event.reports]
    return " ".join(words for words in map(words_of, dict.fromkeys(texts)) if words)


def phrases_of(text: str) -> list[str]:
    """What to look for: the folded words of each word written ("al-Mayadin" is "al mayadin")."""
    return [phrase for phrase in map(words_of, text.split()) if phrase]


def holds(words: str, phrases: list[str]) -> bool:
    """Whether every phrase begins at a word."""
    return all(f" {phrase}" in f" {words}" for phrase in phrases)
