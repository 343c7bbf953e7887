"""Choosing among the places a name may mean, from what the whole text says."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from timeline_app.geo.distance import distance_km
from timeline_app.geo.fold import fold
from timeline_app.geo.gazetteer import Gazetteer
from timeline_app.geo.kinds import KIND_WORDS, family, kind_fit, split_kind
from timeline_app.geo.lookup import prior
from timeline_app.geo.match import Hit, joins
from timeline_app.geo.tokens import Token
from timeline_app.model import Candidate, Place

CLOSE_CALL = 0.04
"""Scores nearer than this are no decision."""

SPELLING_COST = 0.05
"""What a place loses that bears the name only in another spelling."""

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
        divisions: folded names of first-level divisions in the text.
        sure: places of names that mean only one place.
        said: for a name's key, the codes or divisions that follow it after a comma anywhere.
        here: the same for one mention, by its first token.
        kinds: for a name's key, the families of kinds its kind words give anywhere.
    """

    countries: Counter[str] = field(default_factory=Counter)
    divisions: set[str] = field(default_factory=set)
    sure: list[Place] = field(default_factory=list)
    said: dict[str, set[str]] = field(default_factory=dict)
    here: dict[int, set[str]] = field(default_factory=dict)
    kinds: dict[str, set[str]] = field(default_factory=dict)


def gather(tokens: list[Token], hits: list[Hit]) -> Evidence:
    """The evidence of a whole text; linear in the number of names."""
    evidence = Evidence()
    sure: dict[str, Place] = {}
    for number, hit in enumerate(hits):
        top = hit.places[0]
        if top.kind == "country":
            evidence.countries[top.country] += 1
        elif len(hit.places) == 1 and not hit.demonym:
            sure.setdefault(top.id, top)
        hint = "" if hit.demonym else kind_hint(tokens, hit)
        if hint:
            evidence.kinds.setdefault(hit.key, set()).add(hint)
        if any(family(place.kind) == "division" for place in hit.places):
            evidence.divisions.add(hit.key)
        following = hits[number + 1] if number + 1 < len(hits) else None
        if following is not None and _is_apposed(tokens, hit, following):
            here = set(_containers(following))
            evidence.here[hit.first] = here
            evidence.said.setdefault(hit.key, set()).update(here)
    evidence.sure = list(sure.values())[:_NEIGHBOURS]
    return evidence


def _is_apposed(tokens: list[Token], hit: Hit, following: Hit) -> bool:
    """Whether the names stand as in "Mosul, Iraq", "Ersal (Lebanon)" or "Tripoli in Libya"."""
    if hit.last == following.first:
        return tokens[following.first].gap.strip() in (",", "(")
    return hit.last + 1 == following.first and tokens[hit.last].plain == "in"


def _containers(hit: Hit) -> Iterable[str]:
    for place in hit.places[:4]:
        if place.kind == "country":
            yield place.country
        elif family(place.kind) in ("division", "district"):
            yield _division(place.name)


def _division(name: str) -> str:
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
        if word in KIND_WORDS and not (after[0].capital and word in ("city", "state")):
            return KIND_WORDS[word]
    if after and after[0].gap == " (":  # "Deir Ezzor (an administrative province in eastern Syria)"
        for token in tokens[hit.last : hit.last + 5]:
            if ")" in token.gap:
                break
            if token.plain in KIND_WORDS:
                return KIND_WORDS[token.plain]
    return _hint_before(tokens, hit)


def _hint_before(tokens: list[Token], hit: Hit) -> str:
    before = [token.plain for token in tokens[max(0, hit.first - 2) : hit.first]]
    if len(before) == 2 and before[1] == "of" and before[0] in KIND_WORDS:
        return KIND_WORDS[before[0]]
    if before and before[-1] in ("mount", "lake", "village", "town", "governorate", "province", "district"):
        return KIND_WORDS[before[-1]]
    return ""


def rank(gazetteer: Gazetteer, hit: Hit, hint: str, evidence: Evidence) -> list[Candidate]:
    """All readings of a name, best first, each with its reasons."""
    places = hit.places
    if len(places) > _CONSIDERED:
        places = sorted(places, key=lambda place: -prior(gazetteer, place))[:_CONSIDERED]
    ranked = [_judge(gazetteer, place, hit, hint, evidence) for place in places]
    ranked.sort(key=lambda candidate: (-candidate.score, candidate.place.id))
    return ranked[:_KEPT]


def _judge(gazetteer: Gazetteer, place: Place, hit: Hit, hint: str, evidence: Evidence) -> Candidate:
    score = prior(gazetteer, place)
    reasons: list[str] = []
    if place.id in hit.respelled:
        score -= SPELLING_COST
        reasons.append(f"another spelling of {place.name}")
    for gain, reason in (
        _by_kind(place, hint) if hint else _by_kind_elsewhere(place, evidence.kinds.get(hit.key, set())),
        _by_container(place, evidence.here.get(hit.first) or evidence.said.get(hit.key, set())),
        _by_country(place, evidence.countries),
        _by_division(place, hit, evidence.divisions),
        _by_neighbours(place, hit, evidence.sure),
    ):
        score += gain
        if reason:
            reasons.append(reason)
    if not reasons:
        reasons.append("the most likely place of this name" if len(hit.places) > 1 else "the only place of this name")
    return Candidate(place, round(min(1.0, max(0.0, score)), 4), tuple(reasons))


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
    if place.admin1 and _division(place.admin1) in said:
        return 0.3, f"followed by {place.admin1}"
    return -0.2, ""


def _by_country(place: Place, countries: Counter[str]) -> tuple[float, str]:
    if not countries or place.kind == "country":
        return 0.0, ""
    mentions = max(countries[code] for code in place.country.split("|"))
    if not mentions:
        return 0.0, ""
    share = mentions / countries.total()
    return 0.06 + 0.12 * share, f"the text speaks of {place.country} ({mentions} times)"


def _by_division(place: Place, hit: Hit, divisions: set[str]) -> tuple[float, str]:
    key = _division(place.admin1) if place.admin1 and divisions else ""
    if key and key in divisions and key != hit.key:
        return 0.08, f"the text names {place.admin1}"
    return 0.0, ""


def _by_neighbours(place: Place, hit: Hit, sure: list[Place]) -> tuple[float, str]:
    """Nearness to the nearest place the text names for sure; it halves about every 140 km."""
    if len(hit.places) < 2 or place.kind == "country":
        return 0.0, ""
    distances = [(distance_km(place.lat, place.lon, other.lat, other.lon), other.name) for other in sure]
    if not distances:
        return 0.0, ""
    km, name = min(distances)
    return 0.12 * math.exp(-km / 200), f"{km:.0f} km from {name}, also named" if km < 300 else ""


def decide(ranked: list[Candidate]) -> tuple[Place | None, tuple[str, ...]]:
    """The place chosen with its reasons, or None and why it is too close to call."""
    best = ranked[0]
    if len(ranked) == 1:
        return best.place, best.reasons
    second = ranked[1]
    km = distance_km(best.place.lat, best.place.lon, second.place.lat, second.place.lon)
    runner_up = f"runner-up {_label(second.place)}, {km:.0f} km away"
    nested = km <= max(SAME_AREA_KM, best.place.radius_km + second.place.radius_km) or _is_seat(
        best.place, second.place
    )
    if best.score - second.score < CLOSE_CALL and not nested:
        return None, (f"too close to call: {_label(best.place)} or {_label(second.place)}, {km:.0f} km apart",)
    return best.place, (*best.reasons, runner_up)


def _is_seat(one: Place, other: Place) -> bool:
    """Whether one is a division and the other a town of the same name in it: the town is a fair reading."""
    families = {family(one.kind), family(other.kind)}
    return families == {"division", "settlement"} and one.country == other.country and (
        _division(one.admin1) == _division(other.admin1) if one.admin1 and other.admin1 else False
    )  # fmt: skip


def _label(place: Place) -> str:
    parts = [place.name, place.kind and f"({place.kind})", place.country and f"in {place.country}"]
    return " ".join(part for part in parts if part)
