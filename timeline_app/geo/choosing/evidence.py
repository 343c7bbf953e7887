"""What a whole text says about where it plays: countries, divisions, places named for sure, towns named again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from timeline_app.geo.choosing.containers import apposed_containers, division_key, lies_in
from timeline_app.geo.choosing.hints import kind_hint
from timeline_app.geo.distance import distance_km
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.kinds import family
from timeline_app.geo.match import Hit, names_a_group
from timeline_app.geo.tokens import Token
from timeline_app.geo.words import GIVEN_NAMES
from timeline_app.model import Place

SAME_AREA_KM = 40.0
"""Candidates this near need no decision: the map shows them in one spot."""

CONSIDERED = 40  # places of one name scored; more only by their layer's order
_NEIGHBOURS = 60  # sure places a candidate is compared with


@dataclass(slots=True)
class Evidence:
    """What a text says about where it plays.

    Attributes:
        countries: mentions by ISO code, names and demonyms alike.
        own: for a name's key, those of them that it makes itself: no name is evidence for itself.
        divisions: folded names of first-level divisions in the text, each with the city likelier meant by it, if any.
        sure: places of names that mean only one place.
        haunts: towns that the text names again and again, with how often; no capitals, of states or provinces.
        said: for a name's key, the codes or divisions that follow it after a comma anywhere.
        here: the same for one mention, by its first token.
        kinds: for a name's key, the families of kinds its kind words give anywhere.
    """

    countries: Counter[str] = field(default_factory=Counter)
    own: dict[str, Counter[str]] = field(default_factory=dict)
    divisions: dict[str, Place | None] = field(default_factory=dict)
    sure: list[Place] = field(default_factory=list)
    haunts: list[tuple[Place, int]] = field(default_factory=list)
    said: dict[str, set[str]] = field(default_factory=dict)
    here: dict[int, set[str]] = field(default_factory=dict)
    kinds: dict[str, set[str]] = field(default_factory=dict)

    def count(self, hit: Hit, code: str) -> None:
        """A mention of a country or of a place in it."""
        self.countries[code] += 1
        self.own.setdefault(hit.key, Counter())[code] += 1

    def others(self, hit: Hit) -> Counter[str]:
        """Mentions of countries by other names than this."""
        return self.countries - self.own.get(hit.key, Counter())


def gather(tokens: list[Token], hits: list[Hit], gazetteer: Gazetteer) -> Evidence:
    """The evidence of a whole text; linear in the number of names."""
    evidence = Evidence()
    sure: dict[str, Place] = {}
    times: Counter[str] = Counter()
    unclear_hits: list[Hit] = []
    for number, hit in enumerate(hits):
        top = hit.places[0]
        if top.kind == "country" and not names_a_group(tokens, hit):
            evidence.count(hit, top.country)
        hint = "" if hit.demonym else kind_hint(tokens, hit)
        if hint:
            evidence.kinds.setdefault(hit.key, set()).add(hint)
        if any(family(place.kind) == "division" for place in hit.places):
            evidence.divisions[hit.key] = _likelier_city(hit, gazetteer)
        following = hits[number + 1] if number + 1 < len(hits) else None
        here = apposed_containers(tokens, hit, following) if following is not None else set()
        if here:
            evidence.here[hit.first] = here
            evidence.said.setdefault(hit.key, set()).update(here)
        unclear = hit.demonym or top.kind == "country" or _goes_on(tokens, hit, following)
        clear = None if unclear else _clear(hit, here, gazetteer)
        if clear is None and not unclear:
            unclear_hits.append(hit)
        if clear is not None:
            sure.setdefault(clear.id, clear)
            times[clear.id] += not hit.state
            if family(clear.kind) in ("division", "settlement"):
                evidence.count(hit, clear.country)
    evidence.sure = list(sure.values())[:_NEIGHBOURS]
    evidence.haunts = _haunts(sure, times, unclear_hits, evidence.countries, gazetteer)
    return evidence


def _haunts(
    sure: Mapping[str, Place],
    times: Counter[str],
    unclear: Iterable[Hit],
    countries: Counter[str],
    gazetteer: Gazetteer,
) -> list[tuple[Place, int]]:
    """Towns that a text names again and again, also by names that mean one place only in its country."""
    towns = {
        place.id: place for place in sure.values() if family(place.kind) == "settlement" and not _is_capital(place)
    }
    (home, mentions), *_ = countries.most_common(1) or [("", 0)]
    if mentions * 2 > countries.total():
        for hit in unclear:
            there = _clear(hit, {home}, gazetteer) if not hit.state else None
            if there is not None and family(there.kind) == "settlement" and not _is_capital(there):
                towns.setdefault(there.id, there)
                times[there.id] += 1
    return [(place, times[place.id]) for place in towns.values() if times[place.id] >= _AGAIN][:_NEIGHBOURS]


def _is_capital(town: Place) -> bool:
    """Whether a town's name may as well mean the province around it."""
    return bool(town.admin1) and division_key(town.name) == division_key(town.admin1)


_AGAIN = 2
"""Mentions from which a town is one that a text is about."""


def _goes_on(tokens: list[Token], hit: Hit, following: Hit | None) -> bool:
    """Whether a given name stands right behind it that is no place itself: "Hamada Omar" may be no Hamada."""
    if hit.last >= len(tokens) or (following is not None and following.first == hit.last):
        return False
    after = tokens[hit.last]
    return after.gap == " " and after.capital and after.plain in GIVEN_NAMES


def _clear(hit: Hit, said: set[str], gazetteer: Gazetteer) -> Place | None:
    """The place a name means whatever else the text says: far likelier than the others, or the one said to be there."""
    places = [place for place in hit.places if lies_in(place, said)] if said else hit.places
    if not places or (len(places) == 1 and said):
        return places[0] if places else None
    ranked = sorted((-gazetteer.likelihood(place), place.id, place) for place in places[:CONSIDERED])
    score, _, best = ranked[0]
    rival = next((rival for rival, _, place in ranked[1:] if not _is_one_spot(best, place)), None)
    if rival is None:
        return best if -score >= _KNOWN_ALONE else None
    return best if rival - score >= _CLEAR else None


def _is_one_spot(one: Place, other: Place) -> bool:
    """Whether it hardly matters which of the two is meant: a city and the province around it."""
    if one.country != other.country:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(SAME_AREA_KM, one.radius_km + other.radius_km)


_CLEAR = 0.1
"""How much likelier a place must be than the next to be evidence for others."""

_KNOWN_ALONE = 0.5
"""Likelihood from which the only place of a name is evidence: a town of some 4,000 inhabitants."""


def _likelier_city(hit: Hit, gazetteer: Gazetteer) -> Place | None:
    """The city that a division's name means rather than the division."""
    likeliest = max(hit.places[:CONSIDERED], key=gazetteer.likelihood)
    return likeliest if family(likeliest.kind) == "settlement" else None
