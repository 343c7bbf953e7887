"""Text into sentences, by offsets.

Own code because it was measured better than the kept libraries (docs/decisions/0004); the rules are the classical
ones of Grefenstette and Tapanainen (1994): a full stop ends a sentence unless it belongs to an abbreviation, an
initial or a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    "adm a.m brig capt cf cmdr co col corp cpl dept dr e.g est etc fig ft gen gov hon i.e inc jr lt ltd maj mr mrs"
    " ms mt no op p.m pp prof pvt rep rev sen sgt spc sr st supt u.k u.n u.s u.s.a vol vs"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun".split()
)
"""Abbreviations of newspaper English that are written with a stop and seldom end a sentence."""

MAX_SENTENCE = 2_000
"""Longer stretches are cut at white space: no reader takes them for one sentence."""

# 'said. "We', 'war.” The', 'end?! No', 'fate... He', 'the hills.(4) It' behind a note's number
# and, where a page lost its line breaks, 'territory.Last week', 'surveillance.“The deal'
_STOP = re.compile(
    r"[.!?…]{1,6}[\"'”’»)\]]{0,3}(?:[(\[]\d{1,3}[)\]])?(?:(?=\s|$)"
    r"|(?:(?<=[a-z]{3}[.!?])|(?<=[a-z]{3}[.!?]”))(?=“?[A-Z][a-z]{0,12}[ ,]))"
)
_PARAGRAPH = re.compile(r"[ \t\u00a0]{0,20}(?:\r\n|\r|\n)(?:[ \t\u00a0\r\n]{0,200})")
_LAST_WORD = re.compile(r"[\w.]{1,12}$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by code-point offsets, `text == source[start:end]`, and the paragraph it stands in."""

    start: int
    end: int
    text: str
    paragraph: int


def split_sentences(text: str, start: int, end: int, first_paragraph: int = 0) -> list[Sentence]:
    """The sentences of `text[start:end]` in order; white space around them belongs to none."""
    sentences: list[Sentence] = []
    paragraph = first_paragraph
    for a, b in _paragraphs(text, start, end):
        for c, d in _within(text, a, b):
            sentences.append(Sentence(c, d, text[c:d], paragraph))
        paragraph += 1
    return sentences


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A blank line ends a paragraph; so does a line break after a finished sentence or a short line."""
    at = start
    for gap in _PARAGRAPH.finditer(text, start, end):
        line = text[at : gap.start()].rstrip()
        blank_line = len(re.findall(r"\r\n|\r|\n", gap.group())) > 1
        if blank_line or not line or line[-1] in '.!?…"”’»:)' or len(line) - (line.rfind("\n") + 1) < 60:
            yield at, gap.start()
            at = gap.end()
    yield at, end


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, at, stop, end):
            yield from _pieces(text, at, stop.end())
            at = stop.end()
    yield from _pieces(text, at, end)


def _ends_sentence(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = text[stop.end() : min(end, stop.end() + 40)].lstrip()
    if not following:
        return True
    if stop.group()[0] == ".":
        word = _LAST_WORD.search(text, max(start, stop.start() - 12), stop.start())
        before = word.group().lower() if word else ""
        owned = before == "s" and text[stop.start() - 2 : stop.start() - 1] in ("'", "’")  # "five of Rida's. Three"
        initial = len(before) == 1 and before.isalpha() and before != "i" and not owned
        if len(stop.group()) == 1 and (before in ABBREVIATIONS or initial or "." in before):
            # "in the U.S. The army" ends; "U.S. military", "Col. Dillon" do not.
            return "." in before and bool(re.match(r"(?:The|A|An|In|On|He|She|It|They|But|And)\b", following))
    first = following.lstrip("\"'“‘«([*_")[:1]
    if first.islower() and stop.group() == "." and text[stop.end() : stop.end() + 1].isspace():
        return _goes_on_small(text, start, stop, following)
    return not first or not first.islower()


# "in the countryside. where the monitor learned": a writer who begins sentences in small letters
_SMALL_OPENERS = re.compile(
    r"(?:where|while|the|as|also|it|they|he|she|this|these|and|but|meanwhile|however|in|on|after)\b"
)
_LEAST_BEFORE = 60
"""Characters of a sentence behind which a small letter may begin the next."""


def _goes_on_small(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    """Whether a stop before a small letter ends a sentence: behind a long word that no one abbreviates."""
    word = re.search(r"[^\W\d_]{4,}$", text[max(start, stop.start() - 20) : stop.start()])
    plain = word is not None and word.group().lower() not in ABBREVIATIONS
    return plain and stop.start() - start >= _LEAST_BEFORE and _SMALL_OPENERS.match(following) is not None


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space around it, cut where it is far too long."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        cut = start + MAX_SENTENCE if cut < 0 else cut
        yield start, cut
        start = cut
    if end > start:
        yield start, end
