"""The words of a sentence that are somebody else's, or a site's of itself: quotations and links."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"“[^“”]{0,1500}(?:”|$)|\"[^\"]{0,1500}(?:\"|$)|«[^«»]{0,1500}»|(?:^|(?<=\s))[^\"“”]{0,1500}”")


FIRST_OR_SECOND = re.compile(r"\b(?:I|I'm|I’m|my|me|you|your|you're|you’re|let's|let’s|our|we|us)\b")


def quoted_spans(sentence: str) -> list[tuple[int, int]]:
    """The stretches between quotation marks, of at least three words: scare quotes are not speech."""
    if not _HAS_QUOTES.search(sentence):
        return []
    if '"”' in sentence:
        sentence = sentence.replace('"”', "  ")  # what is left of a dash in a page read in the wrong encoding
    if sentence.startswith('"') and sentence.count('"') % 2 and sentence.count('"') > 1:
        sentence = " " + sentence[1:]  # it goes on in the next paragraph: what is quoted is all of this one
    closed = _closing_quote(sentence)
    spans = [m.span() for m in _QUOTED.finditer(sentence, closed) if len(m.group().split()) > 2]
    return [(0, closed), *spans] if closed else spans


def _closing_quote(sentence: str) -> int:
    """Where a quotation of straight marks ends that began in a sentence before; 0 where there is none."""
    first = sentence.find('"')
    if first < 1 or sentence.count('"') % 2 == 0 or sentence[first - 1] not in ",.!?…":
        return 0
    return first + 1 if sentence[first + 1 : first + 2] in ("", " ") else 0


_HAS_QUOTES = re.compile('["“”«]')


def without(sentence: str, spans: list[tuple[int, int]]) -> str:
    """The sentence with the spans blanked; offsets stay."""
    for start, end in spans:
        sentence = sentence[:start] + " " * (end - start) + sentence[end:]
    return sentence


_LINK = re.compile(r"\[[^\[\]]{1,200}\]\([^()\s]{0,500}\)")


def without_attribution_links(text: str) -> str:
    """The text without links and without "US", which is no pronoun."""
    return _LINK.sub(" ", text).replace("U.S", "  ").replace("US", "  ")
