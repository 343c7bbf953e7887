"""Borders that are spoken of again without their countries: "set out from the border area"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline_app.events.sentences import Sentence
from timeline_app.model import PlaceMention, Where

# "set out from the border area", "trucks waiting at the frontier"; not "the border town", "the border with Iraq"
_THE_BORDER = re.compile(
    r"\b(?:(?P<way>from|left|leav(?:e|es|ing)|(?<!close\s)(?<!next\s)to|towards?|reach(?:ed|es|ing)?)|at|on|in|near|along|close\sto|next\sto)\s"
    r"(?P<border>the\s(?:border|frontier)(?:\s(?:area|region|zone|strip)s?)?+)\b"
    r"(?!\s(?:between|of|with|that|which|town|village|city|crossing|post|point|gate|guard|police|fence|wall|force|patrol|control"
    r"|check|security|dispute|clash|line|troops|authorit|agency|province|district|hill|mountain|communit|camp|hamlet)|['’-])"
)


def borders_among(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions of borders by their countries; reckoned once, for `with_border_meant`."""
    return [mention for mention in places if mention.place is not None and mention.place.kind == "border"]


def with_border_meant(
    sentence: Sentence, places: Sequence[PlaceMention], borders: Sequence[PlaceMention]
) -> Sequence[PlaceMention]:
    """The places of a sentence, and the border it speaks of without a name: the one that the text named before.

    Whence or whither somebody went it is always told; where something happened only beside no finer place, which is
    what lies by the border.

    Args:
        sentence: its words.
        places: those it names.
        borders: see `borders_among`.
    """
    if not borders or not (" border" in sentence.text or " frontier" in sentence.text):
        return places
    meant = _THE_BORDER.search(sentence.text)
    told = None if meant is None else _told_before(sentence.start + meant.start(), places, borders)
    if meant is None or told is None or not (meant["way"] or all(_is_wide(place) for place in places)):
        return places
    start, end = (sentence.start + at for at in meant.span("border"))
    reason = f"'{meant['border']}': the border named before, {told.text}"
    named = replace(told, start=start, end=end, text=meant["border"], reasons=(*told.reasons, reason))
    return sorted((*places, named), key=lambda place: place.start)


def _told_before(at: int, places: Sequence[PlaceMention], borders: Sequence[PlaceMention]) -> PlaceMention | None:
    """The one border named before an offset of which a sentence's places may speak: each lies on one of its sides."""
    countries = {place.place.country for place in places if place.place is not None and place.use == "place"}
    told = {border.place: border for border in borders if border.end <= at and _parts(border, countries)}
    return next(iter(told.values())) if len(told) == 1 else None


def _parts(border: PlaceMention, countries: Collection[str]) -> bool:
    sides = () if border.place is None else border.place.country.split("|")
    return all(any(side in sides for side in country.split("|")) for country in countries)


def _is_wide(mention: PlaceMention) -> bool:
    """Whether a mention names no place finer than a country."""
    return mention.use != "place" or mention.place is None or mention.place.kind == "country"


def tells_border(where: Sequence[Where]) -> bool:
    """Whether an event's words speak of a border without its name: they point back to it, and to no town."""
    return any(place.kind == "border" and place.text.startswith("the ") for place in where)
