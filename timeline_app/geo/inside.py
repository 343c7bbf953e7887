"""Names no row has (or none where the text says), placed somewhere inside the larger place they stand with.

"in Qurtel, Afrin", "the village of X in Hama countryside", "Blackwater, Ohio" where the only Blackwaters known lie
in other states: a namesake elsewhere would be a wrong pin, and the larger place is what the text does say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline_app.geo.choosing.containers import division_key
from timeline_app.geo.distance import distance_km
from timeline_app.geo.kinds import family
from timeline_app.geo.tokens import Token
from timeline_app.geo.words import NOT_PLACES
from timeline_app.model import Candidate, Place, PlaceMention

_JOINT = re.compile(
    r", |,\n| \(| in (?:the )?| of "
    r"|,? (?:an?|the) (?:[a-z-]{3,15} ){0,2}(?:town|village|city|hamlet|suburb) (?:in|of) (?:the )?"
    r"(?:(?:north|south|east|west)\w{0,7} )?"
)
# "the village of Hamira, in the southern suburbs of Manbij": near the town, whatever villages are called so elsewhere
_ENVIRONS = re.compile(
    r",?\s(?:in|on)\s(?:the\s)?(?:(?:far\s)?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s)?"
    r"(?:countryside|suburbs?|outskirts|environs|surroundings|vicinity|hinterlands?)\sof\s(?:the\s)?(?:(?:city|town)\sof\s)?"
)
ENVIRONS_KM = 60.0
"""How far a village may lie from the town in whose countryside it is told to be."""

_PREPOSITIONS = frozenset({"in", "at", "near", "from", "to", "into", "outside", "around", "on", "towards", "toward"})

WEAK = 0.55
"""Score below which a namesake outside the larger place is no reading: a village no one would name alone."""

AROUND_TOWN_KM = 20.0
"""How far from a town a place may lie that is told to be in it: a district of Syria is about as wide."""

_INSIDE_SCORE = 0.5


def placed_inside(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions in order, with unknown and misplaced names put into the place named right after them."""
    done = list(mentions)
    for number in range(len(done) - 1):
        one, larger = done[number], _larger_behind(text, done, number)
        if one.use != "place" or larger.place is None or larger.start - one.end > _LONGEST_JOINT:
            continue
        between = text[one.end : larger.start]
        if _JOINT.fullmatch(between):
            done[number] = _inside(one, larger.place)
        elif _ENVIRONS.fullmatch(between) and family(larger.place.kind) == "settlement":
            done[number] = _around(one, larger.place)
    return done


# "Tara in Malta['s (eastern) ]Bana Valley"
_OWNS = re.compile(r"['’]s (?:(?:north|south|east|west)\w{0,7} |central )?(?:province of |region of )?")


def _larger_behind(text: str, mentions: list[PlaceMention], number: int) -> PlaceMention:
    """The mention behind one, or the one behind that where it only says whose that is: "in Lebanon's Bekaa Valley"."""
    larger, behind = mentions[number + 1], mentions[number + 2 : number + 3]
    country = larger.place is not None and larger.place.kind == "country"
    if not behind or not country or _OWNS.fullmatch(text[larger.end : behind[0].start]) is None:
        return larger
    return replace(behind[0], start=larger.start)


_LONGEST_JOINT = 60
"""Characters between a name and the place it is told to lie in."""


def _around(one: PlaceMention, town: Place) -> PlaceMention:
    """A name in a town's countryside: the likeliest place of this name there, else somewhere around the town."""
    if one.place is not None and (one.place.id.startswith("computed:") or family(one.place.kind) != "settlement"):
        return one
    near = [one_of for one_of in one.candidates if _km(one_of.place, town) <= ENVIRONS_KM]
    if near and near[0].score >= WEAK:
        reason = f"in the countryside of {town.name}"
        return (
            one if near[0].place == one.place else replace(one, place=near[0].place, reasons=(reason, *near[0].reasons))
        )
    place = inside_of(one.text, town)
    reason = f"no place of this name is known around {town.name}: somewhere there"
    candidates = (Candidate(place, _INSIDE_SCORE, (reason,)), *one.candidates)
    return replace(one, place=place, candidates=candidates, reasons=(reason, *one.reasons))


def _km(place: Place, other: Place) -> float:
    return distance_km(place.lat, place.lon, other.lat, other.lon)


def _inside(one: PlaceMention, larger: Place) -> PlaceMention:
    if not _can_hold(larger, one):
        return one
    inside = [candidate for candidate in one.candidates if _lies_in(candidate.place, larger)]
    if one.place is None and len(inside) == 1 and family(inside[0].place.kind) == "settlement":
        reason = f"spelled otherwise, and the only one like it in {larger.name}, where the text puts it"
        chosen = Candidate(inside[0].place, _INSIDE_SCORE, (reason, *inside[0].reasons))
        others = tuple(candidate for candidate in one.candidates if candidate is not inside[0])
        return replace(one, place=chosen.place, candidates=(chosen, *others), reasons=(reason, *one.reasons))
    if inside:
        return one
    place = inside_of(one.text, larger)
    reason = f"no place of this name is known in {larger.name}: somewhere in it"
    candidates = (Candidate(place, _INSIDE_SCORE, (reason,)), *one.candidates)
    return replace(one, place=place, candidates=candidates, reasons=(reason, *one.reasons))


def _can_hold(larger: Place, one: PlaceMention) -> bool:
    """Whether a name can lie in the larger place: a settlement holds only names that have no row at all."""
    kind = family(larger.kind)
    if larger.id.startswith("computed:") or (one.place is not None and one.candidates[0].score >= WEAK):
        return False
    return kind in ("division", "district", "region", "valley") or (
        kind == "settlement" and one.place is None and _is_unknown(one)
    )


def _is_unknown(one: PlaceMention) -> bool:
    """Whether no row bears the name: what is near it in spelling was looked up and is another place."""
    return all(candidate.score < WEAK for candidate in one.candidates)


def _lies_in(place: Place, larger: Place) -> bool:
    if not set(place.country.split("|")) & set(larger.country.split("|")):
        return False
    if place.admin1 and division_key(place.admin1) in (division_key(larger.name), division_key(larger.admin1)):
        return True
    return distance_km(place.lat, place.lon, larger.lat, larger.lon) <= larger.radius_km


def inside_of(name: str, larger: Place) -> Place:
    """Somewhere in a place: its point, and its radius (of a town the country around it)."""
    radius = max(larger.radius_km, AROUND_TOWN_KM) if family(larger.kind) == "settlement" else larger.radius_km
    return replace(
        larger, id=f"computed:in:{larger.id}", name=f"{name}, in {larger.name}", kind="computed",
        radius_km=round(radius, 1), aliases=(), name_ar="", population=0,
    )  # fmt: skip


def before_larger(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """The unknown capitalised words of "in Qurtel, Afrin", given the token at which Afrin begins; or None."""
    if first < 2 or tokens[first].gap != ", ":
        return None
    at = first
    while at > max(0, first - 4) and _may_name(tokens[at - 1]):
        at -= 1
        if tokens[at].gap not in (" ", "-"):
            break
    is_led_in = at > 0 and tokens[at - 1].plain in _PREPOSITIONS and tokens[at].gap == " "
    return (at, first) if is_led_in and at < first else None


def _may_name(token: Token) -> bool:
    return token.capital and not token.upper and token.plain not in NOT_PLACES


def led_in(tokens: list[Token], taken: set[int], firsts: Iterator[int]) -> Iterator[tuple[int, int]]:
    """Runs of unknown words between a preposition of place and one of the names that begin at `firsts`."""
    for first in firsts:
        run = before_larger(tokens, first)
        if run is not None and not taken.intersection(range(*run)):
            yield run
