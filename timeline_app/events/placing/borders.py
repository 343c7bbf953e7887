"""Borders that are spoken of again without their countries: "set out from the border area".

A story that went to Paris since speaks of another one, or of none that it named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from timeline_app.events.sentences import Sentence
from timeline_app.geo import distance_km
from timeline_app.model import PlaceMention, Where

# "set out from the border area", "trucks waiting at the frontier"; not "the border town", "the border with Iraq"
_THE_BORDER = re.compile(
    r"\b(?:(?P<way>from|left|leav(?:e|es|ing)|(?<!close\s)(?<!next\s)to|towards?|reach(?:ed|es|ing)?)|at|on|in|near|along|close\sto|next\sto)\s"
    r"(?P<border>the\s(?:border|frontier)(?:\s(?:area|region|zone|strip)s?)?+)\b"
    r"(?!\s(?:between|of|with|that|which|town|village|city|crossing|post|point|gate|guard|police|fence|wall|force|patrol|control"
    r"|check|security|dispute|clash|line|troops|authorit|agency|province|district|hill|mountain|communit|camp|hamlet)|['’-])"
)


@dataclass(frozen=True, slots=True)
class Borders:
    """The borders that a text names by their countries, among all the places it names."""

    named: tuple[PlaceMention, ...] = ()
    among: Sequence[PlaceMention] = ()


def borders_among(places: Sequence[PlaceMention]) -> Borders:
    """The mentions of borders by their countries; reckoned once, for `with_border_meant`."""
    named = tuple(mention for mention in places if mention.place is not None and mention.place.kind == "border")
    return Borders(named, places)


def with_border_meant(
    sentence: Sentence, places: Sequence[PlaceMention], borders: Borders, here: Sequence[Where]
) -> Sequence[PlaceMention]:
    """The places of a sentence, and the border it speaks of without a name: the one that the text named before.

    Whence or whither somebody went it is always told; where something happened only beside no finer place, which is
    what lies by the border.

    Args:
        sentence: its words.
        places: those it names.
        borders: see `borders_among`.
        here: the places that the story told of last.
    """
    if not borders.named or not (" border" in sentence.text or " frontier" in sentence.text):
        return places
    meant = _THE_BORDER.search(sentence.text)
    told = None if meant is None else _told_before(sentence.start + meant.start(), places, borders.named)
    if told is not None and not (_names_land(places) or _is_by(told, here, borders, sentence.start)):
        return places
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


def is_border_elsewhere(sentence: Sentence, borders: Borders, here: Sequence[Where]) -> bool:
    """Whether a sentence speaks of a border, and the one named before is far from where the story went since."""
    meant = _THE_BORDER.search(sentence.text) if borders.named else None
    told = None if meant is None else _told_before(sentence.start, (), borders.named)
    return told is not None and not _is_by(told, here, borders, sentence.start)


def _names_land(places: Sequence[PlaceMention]) -> bool:
    return any(place.place is not None and place.use == "place" for place in places)


def _is_by(border: PlaceMention, here: Sequence[Where], borders: Borders, until: int) -> bool:
    """Whether one of the places told last lies near a border or in one of its countries, or none was told since."""
    known = {place.place_id for place in here}
    last = [one for one in borders.among if one.end <= until and one.place is not None and one.place.id in known]
    if not here or (last and last[-1].end <= border.start):
        return True
    return any(_parts(border, [one.place.country]) for one in last if one.place is not None) or any(
        _km_from(border, place) <= _NEAR_KM for place in here
    )


_NEAR_KM = 150.0
"""Kilometres from a border within which a story is told as by it."""


def _km_from(border: PlaceMention, place: Where) -> float:
    """How far a place lies from the nearest that a border may come to it."""
    area = border.place
    if area is None or place.lat is None or place.lon is None:
        return 0.0
    return distance_km(area.lat, area.lon, place.lat, place.lon) - area.radius_km


def _parts(border: PlaceMention, countries: Collection[str]) -> bool:
    sides = () if border.place is None else border.place.country.split("|")
    return all(any(side in sides for side in country.split("|")) for country in countries)


def _is_wide(mention: PlaceMention) -> bool:
    """Whether a mention names no place finer than a country."""
    return mention.use != "place" or mention.place is None or mention.place.kind == "country"


def tells_border(where: Sequence[Where]) -> bool:
    """Whether an event's words speak of a border without its name: they point back to it, and to no town."""
    return any(place.kind == "border" and place.text.startswith("the ") for place in where)
