"""The places that a headline, a dateline and the headings between paragraphs name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline_app.events.placing.containing import is_vast
from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.placing.roles import where_of
from timeline_app.model import Document, PlaceMention, Where


def dateline_places(document: Document, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The place, finer than a country, of the first dateline."""
    zone = next((zone for zone in document.zones if zone.kind == "dateline"), None)
    return () if zone is None else placed_in(one for one in places if zone.start <= one.start < zone.end)[:1]


def headline_places(document: Document, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The places, finer than a country, that the headline above the story names; not where somebody leaves for."""
    return placed_in(one for one in headlined(document, places) if not _is_left_for(document.text, one.start))


# "depart for Idlib", "free when the convoy gets to Idlib"
_LEFT_FOR = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|depart(?:s|ed|ing)?|set(?:s|ting)?\s(?:out|off)|head(?:s|ed|ing)?|bound|go(?:es|ing)?|gets?|mov(?:e|es|ed|ing)"
    r"|taken|bus(?:s?ed|es)|transfer(?:s|red)?|evacuat(?:e|es|ed|ion|ing))\b[^,;:.\n]{0,40}?\s(?:to|for|towards?)\s(?:the\s)?$",
    re.IGNORECASE,
)


def _is_left_for(text: str, at: int) -> bool:
    """Whether the words before a name say that somebody leaves for it."""
    return _LEFT_FOR.search(text, max(0, at - 80), at) is not None


def headlined(document: Document, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions in the headline above the story."""
    first = next((zone.start for zone in document.zones if zone.kind == "headline"), len(document.text))
    body = next((zone.start for zone in document.zones if zone.kind == "body" and zone.start > first), None)
    body = len(document.text) if body is None else body  # the paper's name may stand above the headline
    zones = [zone for zone in document.zones if zone.kind == "headline" and zone.start < body]
    return [place for place in places if any(zone.start <= place.start < zone.end for zone in zones)]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading: a place's name, as monitors head what happened there, or words that name one place, or none.

    Attributes:
        start: offset of the line.
        where: the place; () for a heading that names none or several.
    """

    start: int
    where: tuple[Where, ...]


_HEADING = re.compile(r"^[ \t#*_]{0,6}(?P<words>[^\n.!?;,]{3,48}?)[ \t:*_]{0,4}$", re.MULTILINE)


def sections_of(document: Document, places: Sequence[PlaceMention]) -> list[Section]:
    """The headings that place what stands under them, and those that end it; none where no heading is a place."""
    named = {mention.start: mention for mention in places if mention.use == "place"}
    found: list[Section] = []
    for line in _HEADING.finditer(document.text):
        mention = named.get(line.start("words"))
        if mention is not None and mention.end >= line.end("words"):
            found.append(Section(line.start(), placed_in([mention])))
        elif line["words"].isupper():
            found.append(Section(line.start(), ()))
    headed = [section for section in found if section.where]
    if not headed or (len(headed) == 1 and headed[0].where[0].name in CAPITALS):  # "BEIRUT": whence a story is told
        found = _subheadings(document, places)
    return found if any(section.where for section in found) else []


def _subheadings(document: Document, places: Sequence[PlaceMention]) -> list[Section]:
    """The headings between paragraphs, with the one place that each names: "How Homs was taken"."""
    told = next((zone.start for zone in document.zones if zone.kind == "body"), len(document.text))
    found = []
    for zone in document.zones:
        words = document.text[zone.start : zone.end]
        if zone.kind == "headline" and zone.start > told:
            named = [mention for mention in places if zone.start <= mention.start < zone.end]
            behind = words[named[0].end - zone.start :] if len(named) == 1 else ""
            found.append(Section(zone.start, placed_in(named) if len(named) == 1 and _OF_IT.match(behind) else ()))
        elif zone.kind == "body" and zone.start > told and _SHORT_LINE.fullmatch(words):
            found.append(Section(zone.start, ()))
    return found


# "How Homs was taken", "Clashes near Homs"; not "The Geneva talks"
_OF_IT = re.compile(r"\W*$|\s(?:was|were|is|has|had|falls?|fell|under|after|before|since|and|in|at)\b")


_SHORT_LINE = re.compile(r"[A-Z][^.!?:;,\d\n]{2,60}")


def placed_in(places: Iterable[PlaceMention]) -> tuple[Where, ...]:
    """The places, finer than a country, that words such as a headline name."""
    named = (where_of(mention, "at") for mention in places if mention.use == "place")
    return tuple(where for where in named if where.is_placed and not is_vast(where))
