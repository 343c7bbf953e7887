"""A text cut into paragraphs: the pieces that are body, comment or advert as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline_app.documents.formulas import match_formula
from timeline_app.documents.stamp_lines import stamp_of
from timeline_app.model import Zone

# "\r\n", "\n", a lone "\r" (old Macintosh) and Unicode's own separators end a line.
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_VISIBLE = re.compile(r"[^\s\u200b\ufeff\u00ad\x00]")

_WRAP = range(45, 101)
"""Length in characters of lines that a mail program or terminal wrapped."""
_SENTENCE_END = re.compile(r"[.!?…:;”\"»)\]]\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text without white space at its ends.

    Attributes:
        start, end: offsets in the text.
        text: the words.
        gap: line breaks between it and the one before (1 is the next line, 2 one empty line).
    """

    start: int
    end: int
    text: str
    gap: int


def paragraphs(text: str, alone: Sequence[Zone] = ()) -> list[Paragraph]:
    """Every paragraph in order: a line each, or the lines of a hard-wrapped block together.

    A block of lines between empty lines is one paragraph when it was wrapped by a program: its lines but
    the last are of 45 to 100 characters and most of them stop in mid-sentence. Lines where a zone
    of `alone` begins are never joined to others.
    """
    found: list[Paragraph] = []
    for number, block in enumerate(_blocks(list(_lines(text)), {zone.start for zone in alone})):
        if _is_wrapped(block) and not (number < _HEAD_BLOCKS and _is_headline_over_line(block)):
            first, last = block[0], block[-1]
            found.append(Paragraph(first.start, last.end, text[first.start : last.end], first.gap))
        else:
            found += block
    return found


def _lines(text: str) -> Iterator[Paragraph]:
    end = 0
    for match in _LINE.finditer(text):
        line = match[0]
        if _VISIBLE.search(line):
            start = match.start() + len(line) - len(line.lstrip())
            gap = len(_BREAK.findall(text, end, start)) if end else 0
            end = match.start() + len(line.rstrip())
            yield Paragraph(start, end, text[start:end], gap)


def _blocks(lines: list[Paragraph], alone: set[int]) -> Iterator[list[Paragraph]]:
    block: list[Paragraph] = []
    for line in lines:
        if block and (line.gap != 1 or line.start in alone or block[-1].start in alone):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_wrapped(block: list[Paragraph]) -> bool:
    inner = block[:-1]
    if not inner or any(len(line.text) not in _WRAP for line in inner) or len(block[-1].text) >= _WRAP.stop:
        return False
    if any(" | " in line.text or stamp_of(line.text) is not None for line in block):
        return False  # a headline with its date under it, or with a bar of the page over it
    if any(match_formula(line.text) for line in inner):
        return False  # "Tags: Homs, Hama" over "Related: The siege of Homs": each is a line of the page
    stops = sum(bool(_SENTENCE_END.search(line.text)) for line in inner)
    return stops < len(inner) / 2


_HEAD_BLOCKS = 2
"""Blocks at the beginning of a text in which a headline may stand right over another line."""


def _is_headline_over_line(block: list[Paragraph]) -> bool:
    """Whether two lines are a headline and one under it: the second begins large and ends no sentence."""
    last = block[-1].text
    return len(block) == 2 and last[:1].isupper() and not _SENTENCE_END.search(last)
