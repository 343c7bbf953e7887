"""Whether a text means a place by a name that only small places bear.

Nearly every surname and many words name a village somewhere. A name that a well-known place bears is taken as
it stands; one that only small places bear needs the text's support: what stands beside it ("in X", "X, Ohio",
"the village of X"), there or where the text first uses it, or a text that plays there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline_app.geo.choosing.containers import apposed_containers, division_key
from timeline_app.geo.choosing.evidence import Evidence
from timeline_app.geo.choosing.hints import kind_hint
from timeline_app.geo.distance import distance_km
from timeline_app.geo.kinds import KIND_WORDS, family, kind_fit
from timeline_app.geo.match import Hit, joins
from timeline_app.geo.tokens import Token
from timeline_app.geo.words import HEAD_WORDS
from timeline_app.model import Place

TOWN = 15_000
"""Inhabitants from which a name is taken where the text plays close by: GeoNames' lists of cities begin there."""

NEAR_KM = 120.0
"""Places a local report names together lie within a day's business of each other."""

_NEAR_DEGREES = 1.1 * NEAR_KM / 111
"""Degrees of latitude that are more than `NEAR_KM`."""

_STRONG = frozenset("in near at outside around inside across throughout outskirts reached entered captured seized "
                    "liberated besieged shelled bombed stormed evacuated recaptured retook".split())  # fmt: skip
"""After these stands a place more often than a person; "from", "to", "of" and "by" go with both."""

_DONE_TO = frozenset(
    """took taken retaken take retake taking retaking hit struck attacked attack attacking targeted targeting overran
    overrun occupied occupy cleared lost secured regained demolished razed pounded assaulted raided controlled controls
    control capture capturing seize seizing recapture recapturing shell shelling bomb bombing bombard bombarded
    bombarding storm storming besiege besieging evacuate evacuating liberate liberating enter entering reach reaching
    fled flee fleeing quit abandoned""".split()
)
"""Verbs of war that are done to places, and to others, too: a place of a country that the text names is meant."""

_UNDERGOES = frozenset(
    """shelled bombed bombarded pounded stormed besieged overrun retaken recaptured liberated evacuated cleared looted
    razed encircled flattened depopulated raided""".split()
)
"""What is done to places and hardly to people: "Tara was shelled"."""
_BE = frozenset(
    "was were is being been has have had since now also later then heavily repeatedly again reportedly".split()
)
_FALLS = (["came", "under"], ["come", "under"], ["fell", "to"], ["fell", "under"], ["changed", "hands"])
_ON = frozenset(
    "attack attacks assault assaults offensive raid raids strike strikes airstrikes advance march siege bombardment"
    " shelling onslaught push".split()
)
_SITES = frozenset("market checkpoint front axis frontline junction crossroads bakery".split())
"""What stands in a place and is called by its name, never by a person's."""

_WEAK = frozenset("from to towards toward into through between of leave left leaving north south east west".split())
_OPENERS = _STRONG | _WEAK | frozenset("on and but while when as after before since over for why is was the".split())
"""Words that may stand with a capital at the head of a sentence right before a place."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a text plays, from names that need no support."""

    countries: frozenset[str]
    divisions: frozenset[str]
    points: tuple[Place, ...]


def scope_of(hits: Iterable[Hit], evidence: Evidence) -> Scope:
    """The scope of a text."""
    known = [hit for hit in hits if not hit.demonym and hit.known]
    points = {place.id: place for hit in known for place in hit.places[:3] if family(place.kind) == "settlement"}
    return Scope(frozenset(evidence.countries), frozenset(evidence.divisions), tuple(points.values())[:60])


def unsupported(tokens: list[Token], hits: list[Hit], evidence: Evidence) -> set[int]:
    """Numbers of the hits that the text gives no reason to take for places."""
    scope = scope_of(hits, evidence)
    obscure = {n: hit for n, hit in enumerate(hits) if not hit.known}
    found = {n: _support(tokens, hits, n, scope) for n in obscure}
    carried = {obscure[n].key for n, support in found.items() if support}
    return {n for n, hit in obscure.items() if hit.key not in carried}


def _support(tokens: list[Token], hits: list[Hit], number: int, scope: Scope) -> bool:
    hit = hits[number]
    if _is_apposed(tokens, hits, number):
        return True
    close = _plays_close(hit, scope)
    here = close or any(set(place.country.split("|")) & scope.countries for place in hit.places)
    if _is_called(tokens, hit):
        return here or not scope.countries or _is_of_the_kind_called(tokens, hit)
    if _begins_as_places_do(tokens, hit):
        return here or not scope.countries
    before = _word_before(tokens, hit)
    if before in _STRONG:
        return here or hit.last - hit.first > 1
    if before in _WEAK or before in _DONE_TO or _is_told_of_as_a_place(tokens, hit):
        return here
    return close and (_is_exact_phrase(hit) or any(place.population >= TOWN for place in hit.places))


def _is_exact_phrase(hit: Hit) -> bool:
    """Several words together are seldom a place's name by chance."""
    return hit.last - hit.first > 1 and any(place.id not in hit.respelled for place in hit.places)


def _is_apposed(tokens: list[Token], hits: list[Hit], number: int) -> bool:
    """Followed by what contains one of its places: "Salem, Ohio", "Arsal in Lebanon"."""
    following = hits[number + 1] if number + 1 < len(hits) else None
    if following is None:
        return False
    said = apposed_containers(tokens, hits[number], following)
    return any(_lies_in(place, said) for place in hits[number].places)


def _lies_in(place: Place, said: set[str]) -> bool:
    return bool(said) and (bool(set(place.country.split("|")) & said) or division_key(place.admin1) in said)


def _is_called(tokens: list[Token], hit: Hit) -> bool:
    """With a kind word beside it or in it: "the village of X", "X district", "Laurel County"."""
    return bool(kind_hint(tokens, hit)) or (hit.last - hit.first > 1 and tokens[hit.last - 1].plain in KIND_WORDS)


def _begins_as_places_do(tokens: list[Token], hit: Hit) -> bool:
    """Such as "Tall Hamis", "Kafr Zita": nobody and nothing else is called a hill or a village of something."""
    before = tokens[hit.first - 1] if hit.first and tokens[hit.first].gap == " " else None
    goes_on = before is not None and before.capital and before.plain not in _OPENERS  # "Ansar Beit al-Maqdis"
    return hit.last - hit.first > 1 and tokens[hit.first].plain in HEAD_WORDS and not goes_on


def _is_told_of_as_a_place(tokens: list[Token], hit: Hit) -> bool:
    """Such as "Tara was shelled", "Tara fell to the rebels", "the offensive on Tara", "the Tara market"."""
    before = [token.plain for token in tokens[max(0, hit.first - 2) : hit.first]]
    if before[1:] == ["on"] and before[0] in _ON:
        return True
    behind = [token.plain for token in tokens[hit.last : hit.last + _BEHIND] if joins(token.gap)]
    if behind[:2] in _FALLS or (behind[:1] and behind[0] in _SITES):
        return True
    verb = next((word for word in behind if word not in _BE), "")
    return bool(behind) and behind[0] in _BE and verb in _UNDERGOES


_BEHIND = 4
"""Words behind a name in which what was done to it is told: "has since been shelled"."""


def _is_of_the_kind_called(tokens: list[Token], hit: Hit) -> bool:
    """Whether one of the places is what the words beside its name call it: "Laurel County", in whatever text."""
    hint = kind_hint(tokens, hit)
    return not hint or any(kind_fit(place, hint) == 1 for place in hit.places if place.id not in hit.respelled)


def _word_before(tokens: list[Token], hit: Hit) -> str:
    if not hit.first or not joins(tokens[hit.first].gap):
        return ""
    before = tokens[hit.first - 1].plain
    return tokens[hit.first - 2].plain if before == "the" and hit.first > 1 else before


def _plays_close(hit: Hit, scope: Scope) -> bool:
    """Whether one of the places lies in a division or near a place the text names."""
    return any(
        (place.admin1 and division_key(place.admin1) in scope.divisions)
        or any(_is_near(place, other) for other in scope.points)
        for place in hit.places
    )


def _is_near(one: Place, other: Place) -> bool:
    """Whether two places lie within `NEAR_KM`; most are told apart by their latitudes alone."""
    return abs(one.lat - other.lat) < _NEAR_DEGREES and (distance_km(one.lat, one.lon, other.lat, other.lon) <= NEAR_KM)
