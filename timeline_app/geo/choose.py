"""Choosing among the places a name may mean, from what the whole text says."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timeline_app.geo.distance import distance_km
from timeline_app.geo.fold import fold
from timeline_app.geo.gazetteer import CURATED, Gazetteer
from timeline_app.geo.importance import WELL_KNOWN
from timeline_app.geo.kinds import KIND_WORDS, SHARED_WORDS, SMALL_WORDS, family, kind_fit, split_kind
from timeline_app.geo.match import SEATS, Hit, is_alias, joins, names_a_group
from timeline_app.geo.tokens import Token
from timeline_app.geo.words import GIVEN_NAMES
from timeline_app.model import Candidate, Place

CLOSE_CALL = 0.025
"""A lead smaller than this is no decision."""

SPELLING_COST = 0.05
"""What a place loses that bears the name only in another spelling."""

RESPELLED_BESIDE_EXACT = 0.25
"""The same where a considerable place bears the very name: "Erbil" is not Arbin, "Arak" is not Iraq."""

ALIAS_COST = 0.06
"""What a place loses whose own name is another: alternate names of GeoNames hold former, foreign and rare ones."""

CURATED_ALIAS_COST = 0.02
"""The same in curated layers, whose aliases are spellings that texts use."""

SAME_AREA_KM = 40.0
"""Candidates this near need no decision: the map shows them in one spot."""

_KEPT = 6  # candidates kept with a mention
_CONSIDERED = 40  # places of one name scored; more only by their layer's order
_NEIGHBOURS = 60  # sure places a candidate is compared with

Names = dict[str, float]


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
    places = [place for place in hit.places if _lies_in(place, said)] if said else hit.places
    if not places or (len(places) == 1 and said):
        return places[0] if places else None
    ranked = sorted((-gazetteer.likelihood(place), place.id, place) for place in places[:_CONSIDERED])
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


def _lies_in(place: Place, said: set[str]) -> bool:
    return place.country in said or division_key(place.admin1) in said


_CLEAR = 0.1
"""How much likelier a place must be than the next to be evidence for others."""

_KNOWN_ALONE = 0.5
"""Likelihood from which the only place of a name is evidence: a town of some 4,000 inhabitants."""


def apposed_containers(tokens: list[Token], hit: Hit, following: Hit) -> set[str]:
    """Codes and divisions of the name that stands beside another as what contains it; empty when it does not."""
    if following.demonym or not _is_apposed(tokens, hit, following):
        return set()
    return {said for said in _containers(following) if _can_lie_in(hit, following, said)}


def is_said_elsewhere(place: Place, tokens: list[Token], hit: Hit, following: Hit | None) -> bool:
    """Whether the name behind contains a place not that is said to lie in it: "Rashad in Diyala province".

    Args:
        place: it.
        tokens: of the whole text.
        hit: the place's name.
        following: the next name, if there is one.
    """
    if following is None or following.demonym or not place.admin1 or not _is_apposed(tokens, hit, following):
        return False
    beside = tokens[hit.last : following.first] + tokens[following.last : following.last + 1]
    of_district = "district" in [token.plain for token in beside]
    divisions = {
        division_key(one.name if family(one.kind) == "division" else one.admin1)
        for one in following.places[:_NAMESAKES]
        if one.country == place.country and (of_district or family(one.kind) in ("division", "district"))
    }
    return bool(divisions) and division_key(place.admin1) not in divisions


_NAMESAKES = 4


def _can_lie_in(hit: Hit, following: Hit, said: str) -> bool:
    """Whether a comma may stand for "in": "Ohio, Indiana" is a list, "Lebanon, Tennessee" is not.

    What contains is of a higher order than what is contained; a country or division counts as the town that
    bears its name only where there is such a town.
    """
    order = _ORDER.get(family(hit.places[0].kind), 0)
    if order < _ORDER.get(family(following.places[0].kind), 0):
        return True
    towns = (place for place in hit.places if family(place.kind) == "settlement" and place.id not in hit.respelled)
    return any(said in (place.country, division_key(place.admin1)) for place in towns)


_ORDER = {"settlement": 0, "district": 1, "region": 1, "division": 2, "country": 3}


def _is_apposed(tokens: list[Token], hit: Hit, following: Hit) -> bool:
    """Whether the second name contains the first: "Mosul, Iraq", "Ersal (Lebanon)", "Douma, a town in Syria"."""
    if hit.last == following.first:
        return tokens[following.first].gap.strip() in (",", "(")
    between = [token.plain for token in tokens[hit.last : following.first]]
    if tokens[hit.last].gap.strip() == "," and between[0] in ("a", "the"):
        return _says_kind_and_where(between[1:])
    return between == ["in"] or (between[:2] == ["in", "the"] and between[3:] == ["of"] and between[2] in KIND_WORDS)


def _says_kind_and_where(words: list[str]) -> bool:
    """Whether words between a name and another say that it is a settlement there: "small village in the"."""
    if words[-3:-2] == ["the"] and words[-2] in KIND_WORDS and words[-1] == "of":
        words = words[:-3]  # "in the province of"
    words = words[:-1] if words[-1:] == ["the"] else words
    few = 1 < len(words) <= _APPOSED_WORDS and words[-1] in ("in", "of")
    return few and any(KIND_WORDS.get(word) == "settlement" for word in words[:-1])


_APPOSED_WORDS = 4
"""Words behind the article between a name and what contains it, at most: "Rashad, a small Shiite village in"."""


def _containers(hit: Hit) -> Iterable[str]:
    for place in hit.places[:4]:
        if place.kind == "country":
            yield place.country
        elif family(place.kind) in ("division", "district"):
            yield division_key(place.name)
            if family(place.kind) == "district" and place.admin1:
                yield division_key(place.admin1)


@lru_cache(maxsize=16_384)
def division_key(name: str) -> str:
    """A division's name without its kind word, folded."""
    return fold(" ".join(split_kind(name.casefold().split())[0]))


def kind_hint(tokens: list[Token], hit: Hit) -> str:
    """The family of kinds that the words around a name give: "city of X", "X province", "X oil fields"."""
    after = tokens[hit.last : hit.last + 2]
    if after and joins(after[0].gap) and after[0].gap != "\n":
        if len(after) > 1 and after[0].plain in ("oil", "gas") and after[1].plain in ("field", "fields"):
            return "oilfield"
        word = after[0].plain
        if word == "countryside":
            return "division"
        if KIND_WORDS.get(word) == "division" and len(after) > 1 and after[1].plain in SEATS:
            return "settlement"  # "the Kirkuk governorate building" stands in the town
        if word in KIND_WORDS and word != "area" and not _begins_a_name(after, word):
            return KIND_WORDS[word]
    if after and after[0].gap == " (":  # "Deir Ezzor (an administrative province in eastern Syria)"
        for token in tokens[hit.last : hit.last + 5]:
            if ")" in token.gap:
                break
            if token.plain in KIND_WORDS:
                return KIND_WORDS[token.plain]
    return _hint_before(tokens, hit) or _hint_behind(tokens, hit) or _hint_of_list(tokens, hit)


def _hint_behind(tokens: list[Token], hit: Hit) -> str:
    """The kind that stands in apposition: "Deir Ezzor, the provincial capital", "Raqqa, a city on the Euphrates"."""
    words = [token.plain for token in tokens[hit.last : hit.last + 4]]
    if not words or tokens[hit.last].gap != ", " or words[0] not in _ARTICLES_BEFORE_KIND:
        return ""
    for word in words[1:]:
        if word == "capital" or KIND_WORDS.get(word) in ("settlement", "division"):
            return _unless_country(hit, KIND_WORDS.get(word, "settlement"))
        if word not in _APPOSED:
            return ""
    return ""


_ARTICLES_BEFORE_KIND = frozenset({"the", "a", "an", "its"})
_APPOSED = frozenset(
    """provincial regional largest biggest main second third second-largest strategic besieged eastern western northern
    southern central northeastern northwestern southeastern southwestern border desert major key small nearby ancient
    historic old rebel-held government-held oil-rich country s""".split()
)
"""Words that may stand between the article and the kind word of an apposition."""


def is_called_small(tokens: list[Token], hit: Hit) -> bool:
    """Whether a name is said to be a town's or a village's: "the town of Riyadh", "Riyadh village"."""
    before = [token.plain for token in tokens[max(0, hit.first - 2) : hit.first]]
    after = tokens[hit.last] if hit.last < len(tokens) else None
    led = len(before) == 2 and before[1] == "of" and before[0] in SMALL_WORDS
    return led or (after is not None and after.gap == " " and not after.capital and after.plain in SMALL_WORDS)


def _begins_a_name(after: list[Token], word: str) -> bool:
    """Whether a capitalised "City" or "State" goes on as another name: "New York State University"."""
    if not after[0].capital or word not in ("city", "state"):
        return False
    return word == "city" or (len(after) > 1 and after[1].gap == " " and after[1].capital)


def _hint_before(tokens: list[Token], hit: Hit) -> str:
    before = [token.plain for token in tokens[max(0, hit.first - 2) : hit.first]]
    if len(before) == 2 and before[1] == "of" and before[0] in KIND_WORDS:
        return _unless_country(hit, KIND_WORDS[before[0]])
    if before and before[-1] in ("mount", "lake", "village", "town", "governorate", "province", "district"):
        return KIND_WORDS[before[-1]]
    if before and before[-1] in _BESIDE_A_TOWN and any(family(place.kind) == "division" for place in hit.places):
        return "" if _is_country(hit) else "settlement"
    return ""


_BESIDE_A_TOWN = frozenset({"near", "outside", "besieged"})
"""Words before a name that is a city and a province: one is near the city, in the province."""

_LIST_WORDS = 14
"""Words of a list of names that are looked through for its kind word, each way."""


def _hint_of_list(tokens: list[Token], hit: Hit) -> str:
    """The kind that a list gives all its names: "provinces of Aleppo and Latakia", "Homs, Hama and Idlib provinces"."""
    for at in range(hit.last, min(hit.last + _LIST_WORDS, len(tokens))):
        token = tokens[at]
        if token.plain in SHARED_WORDS and at > hit.last and token.gap == " ":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            of_others = following is not None and following.plain == "of"  # "Homs and towns of Hama"
            return "" if of_others else _unless_country(hit, KIND_WORDS[token.plain])
        if not _goes_along(token):
            break
    for at in range(hit.first, max(hit.first - _LIST_WORDS, 1), -1):
        before = tokens[at - 1]
        if before.plain == "of" and tokens[at - 2].plain in SHARED_WORDS and tokens[at].gap == " ":
            return _unless_country(hit, KIND_WORDS[tokens[at - 2].plain])
        if not _goes_along(tokens[at]) or not (before.capital or before.plain in _JOINERS):
            break
    return ""


_JOINERS = frozenset({"and", "or", "al", "el", "as", "ash", "az", "ez"})


def _goes_along(token: Token) -> bool:
    """Whether a word goes on a list of names."""
    return token.gap in (" ", ", ", "-") and (token.capital or token.plain in _JOINERS)


def _unless_country(hit: Hit, hint: str) -> str:
    return "" if hint == "settlement" and _is_country(hit) else hint


def _is_country(hit: Hit) -> bool:
    """Whether a country bears just this name: "the biggest city of Iraq" is a city in it, none called so."""
    return any(place.kind == "country" and place.id not in hit.respelled for place in hit.places)


def rank(gazetteer: Gazetteer, hit: Hit, hint: str, evidence: Evidence) -> tuple[list[Candidate], float]:
    """All readings of a name, best first, each with its reasons; and by how much the first leads."""
    places = hit.places
    if len(places) > _CONSIDERED:
        places = sorted(places, key=lambda place: -gazetteer.likelihood(place))[:_CONSIDERED]
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


def _likelier_city(hit: Hit, gazetteer: Gazetteer) -> Place | None:
    """The city that a division's name means rather than the division."""
    likeliest = max(hit.places[:_CONSIDERED], key=gazetteer.likelihood)
    return likeliest if family(likeliest.kind) == "settlement" else None


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


def decide(ranked: list[Candidate], lead: float) -> tuple[Place | None, tuple[str, ...]]:
    """The place chosen with its reasons, or None and why it is too close to call."""
    best = ranked[0]
    if len(ranked) == 1:
        return best.place, best.reasons
    if _is_no_district(best) and not _is_spoken_of(best) and any(map(_is_spoken_of, ranked[1:])):
        return None, (f"called a district; {_label(best.place)} is none, and the text speaks of another country",)
    second = ranked[1]
    km = distance_km(best.place.lat, best.place.lon, second.place.lat, second.place.lon)
    runner_up = f"runner-up {_label(second.place)}, {km:.0f} km away"
    nested = km <= max(SAME_AREA_KM, best.place.radius_km + second.place.radius_km) or _is_seat(
        best.place, second.place
    )
    if lead < CLOSE_CALL and not nested:
        behind = [one for one in ranked[2:] if best.score - one.score <= _NOT_FAR_BEHIND]
        largest = _far_largest([best, second]) or _far_largest(
            [best, second, *(one for one in behind if family(one.place.kind) == "settlement")]
        )
        namesakes = sum(one.place.country == best.place.country for one in (best, second, *behind))
        if largest is not None and namesakes == 1 and _is_spoken_of(best) and not _is_spoken_of(largest):
            return best.place, (*best.reasons, runner_up)  # al-Qusur of Homs, in a text of Homs: not Luxor
        if largest is not None:
            return largest.place, (*largest.reasons, f"far larger than the runner-up, {km:.0f} km away")
        return None, (f"too close to call: {_label(best.place)} or {_label(second.place)}, {km:.0f} km apart",)
    crowd = [one for one in ranked[1:] if best.score - one.score <= _CROWDED and _is_apart(best.place, one.place)]
    small = not any(one.place.population for one in (best, *crowd))
    if small and len(crowd) >= _CROWD and not _is_supported(best):
        return None, (f"too close to call: {_label(best.place)} or one of {len(crowd)} more villages of the name",)
    return best.place, (*best.reasons, runner_up)


def _is_no_district(one: Candidate) -> bool:
    """Whether a town was taken for what the words beside a name call a district, a quarter of some other town."""
    called = "the words beside it ask for a district" in one.reasons
    return called and family(one.place.kind) == "settlement" and one.place.kind != "neighbourhood"


_CROWD = 3
"""Villages of one name, none near what the text tells of, of which one that is hardly likelier is not chosen."""
_CROWDED = 0.05


_SUPPORTED_KM = 60


def _is_supported(one: Candidate) -> bool:
    """Whether a candidate lies close to a place that the text names as well, or in a division that it names."""
    said = (_KM_FROM.match(reason) for reason in one.reasons)
    near = any(found is not None and int(found[1]) <= _SUPPORTED_KM for found in said)
    return near or any(reason.startswith(("followed by ", "the text names ", "beside ")) for reason in one.reasons)


_KM_FROM = re.compile(r"(\d+) km from .*, also named$")


def _is_apart(one: Place, other: Place) -> bool:
    return distance_km(one.lat, one.lon, other.lat, other.lon) > SAME_AREA_KM


_NOT_FAR_BEHIND = 0.15
"""What a city of the world may score less than small towns of its name that are too close to call among themselves."""


def _far_largest(close: list[Candidate]) -> Candidate | None:
    """Of a close call the one city of the world beside a small town of its name: Geneva."""
    largest = max(close, key=lambda one: one.place.population)
    towns = [one.place for one in close if one is not largest]
    if largest.place.population < WELL_KNOWN or any(family(town.kind) != "settlement" for town in towns):
        return None
    return largest if all(town.population * 5 < largest.place.population for town in towns) else None


def _is_spoken_of(one: Candidate) -> bool:
    """Whether the text names the country or the division that a candidate lies in, or places near it."""
    return any(reason.startswith(_SPOKEN_OF) or reason.endswith(", also named") for reason in one.reasons)


_SPOKEN_OF = ("the text speaks of ", "the text names ")


def _is_seat(one: Place, other: Place) -> bool:
    """Whether one is a division and the other a town of the same name in it: the town is a fair reading."""
    families = {family(one.kind), family(other.kind)}
    return families == {"division", "settlement"} and one.country == other.country and (
        division_key(one.admin1) == division_key(other.admin1) if one.admin1 and other.admin1 else False
    )  # fmt: skip


def _label(place: Place) -> str:
    parts = [place.name, place.kind and f"({place.kind})", place.country and f"in {place.country}"]
    return " ".join(part for part in parts if part)
