"""All that a name may mean, best first: the sum of what the text says for each, with its reasons."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline_app.geo.choosing.containers import division_key
from timeline_app.geo.choosing.evidence import CONSIDERED, Evidence
from timeline_app.geo.distance import distance_km
from timeline_app.geo.gazetteer import CURATED, Gazetteer
from timeline_app.geo.kinds import family, kind_fit
from timeline_app.geo.match import Hit, is_alias
from timeline_app.model import Candidate, Place

SPELLING_COST = 0.05
"""What a place loses that bears the name only in another spelling."""

RESPELLED_BESIDE_EXACT = 0.25
"""The same where a considerable place bears the very name: "Erbil" is not Arbin, "Arak" is not Iraq."""

ALIAS_COST = 0.06
"""What a place loses whose own name is another: alternate names of GeoNames hold former, foreign and rare ones."""

CURATED_ALIAS_COST = 0.02
"""The same in curated layers, whose aliases are spellings that texts use."""

_KEPT = 6  # candidates kept with a mention


def rank(gazetteer: Gazetteer, hit: Hit, hint: str, evidence: Evidence) -> tuple[list[Candidate], float]:
    """All readings of a name, best first, each with its reasons; and by how much the first leads."""
    places = hit.places
    if len(places) > CONSIDERED:
        places = sorted(places, key=lambda place: -gazetteer.likelihood(place))[:CONSIDERED]
    own = frozenset(place.country for place in hit.places if place.kind == "country")
    around = _Around(
        evidence.others(hit),
        own,
        _neighbours(hit, evidence.sure),
        _respelling_cost(gazetteer, places, hit),
        _haunts_beside(hit, evidence),
    )
    ranked = [_judge(gazetteer, place, hit, hint, evidence, around) for place in places]
    ranked.sort(key=lambda judged: (-judged[0], judged[1].place.id))
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else math.inf
    return _with_largest([candidate for _, candidate in ranked]), lead


def _with_largest(ranked: list[Candidate]) -> list[Candidate]:
    """The best few candidates, and the most populous town: beside many small namesakes it may be meant."""
    towns = [one for one in ranked if family(one.place.kind) == "settlement"] or ranked
    largest = max(towns, key=lambda one: one.place.population)
    return ranked[:_KEPT] if largest in ranked[:_KEPT] else [*ranked[: _KEPT - 1], largest]


@dataclass(frozen=True, slots=True)
class _Around:
    """What the text says beside a name, the same for all places of it.

    Attributes:
        countries: mentions of countries by other names.
        own: countries that bear the name themselves.
        sure: places of other names that mean only one place.
        respelling: what a place loses that only another spelling leads to.
        haunts: of other names, see `Evidence`.
    """

    countries: Counter[str]
    own: frozenset[str]
    sure: list[Place]
    respelling: float
    haunts: list[tuple[Place, int]]


def _respelling_cost(gazetteer: Gazetteer, places: Iterable[Place], hit: Hit) -> float:
    """What a place loses that only another spelling leads to, given what else the name may mean."""
    exact = hit.respelled and any(
        place.id not in hit.respelled and (gazetteer.rank_of(place) <= CURATED or place.population >= _CONSIDERABLE)
        for place in places
    )
    return RESPELLED_BESIDE_EXACT if exact else SPELLING_COST


_CONSIDERABLE = 15_000  # inhabitants from which GeoNames' lists of cities begin


def _judge(
    gazetteer: Gazetteer, place: Place, hit: Hit, hint: str, evidence: Evidence, around: _Around
) -> tuple[float, Candidate]:
    """The sum of what speaks for a place, and the candidate whose score keeps to 0..1."""
    score = gazetteer.likelihood(place)
    reasons: list[str] = []
    if place.id in hit.respelled:
        score -= around.respelling
        reasons.append(f"another spelling of {place.name}")
    elif is_alias(place, hit):
        score -= ALIAS_COST if gazetteer.rank_of(place) > CURATED else CURATED_ALIAS_COST
        reasons.append(f"another name of {place.name}")
    for gain, reason in (
        _by_kind(place, hint) if hint else _by_kind_elsewhere(place, evidence.kinds.get(hit.key, set())),
        _by_container(place, evidence.here.get(hit.first) or evidence.said.get(hit.key, set())),
        _by_country(place, around),
        _by_division(place, hit, evidence.divisions),
        _by_neighbours(place, around.sure),
        _by_haunts(place, around.haunts),
    ):
        score += gain
        if reason:
            reasons.append(reason)
    if not reasons:
        reasons.append("the most likely place of this name" if len(hit.places) > 1 else "the only place of this name")
    return score, Candidate(place, round(_within_one(score), 4), tuple(reasons))


def _within_one(score: float) -> float:
    """A sum of evidence as 0..1: as it is up to 0.8, beyond it nearing 1, so that order and doubt stay."""
    return max(0.0, score) if score <= 0.8 else 0.8 + 0.2 * (1 - math.exp(-(score - 0.8) / 0.4))


def _by_kind(place: Place, hint: str) -> tuple[float, str]:
    if not hint:
        return 0.0, ""
    fit = kind_fit(place, hint)
    return 0.2 * fit, f"the words beside it ask for a {hint}" if fit > 0 else ""


def _by_kind_elsewhere(place: Place, kinds: set[str]) -> tuple[float, str]:
    """A name called a province throughout the text is one where no kind word stands beside it, too."""
    if len(kinds) != 1:
        return 0.0, ""
    (kind,) = kinds
    same = kind_fit(place, kind) == 1
    return (0.1, f"called a {kind} elsewhere in the text") if same else (0.0, "")


def _by_container(place: Place, said: set[str]) -> tuple[float, str]:
    if not said:
        return 0.0, ""
    inside = next((code for code in place.country.split("|") if code in said), "")
    if place.kind == "country" and inside:
        return -0.1, ""
    if inside:
        return 0.3, f"followed by its country {inside}"
    if place.admin1 and division_key(place.admin1) in said:
        return 0.3, f"followed by {place.admin1}"
    return -0.2, ""


def _by_country(place: Place, around: _Around) -> tuple[float, str]:
    """A name that is a country's own ("Mexico", "Kuwait") is no evidence for a city of that name in it."""
    others = around.countries
    if place.kind == "country" or place.country in around.own:
        return 0.0, ""
    mentions = max(others[code] for code in place.country.split("|"))
    if not mentions:
        return 0.0, ""
    return 0.06 + 0.12 * mentions / others.total(), f"the text speaks of {place.country} ({mentions} times)"


def _by_division(place: Place, hit: Hit, divisions: Mapping[str, Place | None]) -> tuple[float, str]:
    """The division the text names; where that is likelier the city ("New York"), only for places around the city."""
    key = division_key(place.admin1) if place.admin1 and divisions else ""
    if not key or key not in divisions or key == hit.key:
        return 0.0, ""
    city = divisions[key]
    if city is not None and distance_km(city.lat, city.lon, place.lat, place.lon) > _AROUND_A_CITY_KM:
        return 0.0, ""
    return 0.08, f"the text names {place.admin1}"


_AROUND_A_CITY_KM = 150.0


def _neighbours(hit: Hit, sure: list[Place]) -> list[Place]:
    """Those of the places named for sure that a name may lie near: none where it means one place."""
    if len(hit.places) < 2:
        return []
    own = {other.id for other in hit.places}
    return [other for other in sure if other.id not in own]


def _by_neighbours(place: Place, others: list[Place]) -> tuple[float, str]:
    """Nearness to the nearest place the text names for sure; it halves about every 140 km."""
    if not others or place.kind == "country":
        return 0.0, ""
    narrow = math.cos(math.radians(place.lat))  # of a degree of longitude, beside one of latitude
    nearest = min(others, key=lambda other: (other.lat - place.lat) ** 2 + ((other.lon - place.lon) * narrow) ** 2)
    km, name = distance_km(place.lat, place.lon, nearest.lat, nearest.lon), nearest.name
    return 0.12 * math.exp(-km / 200), f"{km:.0f} km from {name}, also named" if km < 300 else ""


def _haunts_beside(hit: Hit, evidence: Evidence) -> list[tuple[Place, int]]:
    """The towns named again and again that a name of several villages may lie near; none of its own.

    Of a name that a larger town in the text's countries bears, too, it is the town that is likelier meant.
    """
    if len(hit.places) < 2 or not evidence.haunts:
        return []
    if any(other.population > _VILLAGERS and other.country in evidence.countries for other in hit.places):
        return []
    own = {other.id for other in hit.places}
    return [(place, times) for place, times in evidence.haunts if place.id not in own]


def _by_haunts(place: Place, haunts: list[tuple[Place, int]]) -> tuple[float, str]:
    """Of several villages of one name the one beside a town that the text names again and again."""
    if family(place.kind) != "settlement":
        return 0.0, ""
    for haunt, times in haunts:
        if distance_km(place.lat, place.lon, haunt.lat, haunt.lon) <= _BESIDE_KM:
            return min(_HAUNT_GAIN * times, _MOST_HAUNT_GAIN), f"beside {haunt.name}, named {times} times"
    return 0.0, ""


_VILLAGERS = 5_000
_BESIDE_KM = 25.0
_HAUNT_GAIN = 0.04
_MOST_HAUNT_GAIN = 0.12
