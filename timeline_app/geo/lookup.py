"""Answering one name without a text around it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from timeline_app.geo.fold import fold, index_key, plain_key
from timeline_app.geo.kinds import family, kind_fit, split_kind
from timeline_app.geo.names import name_key
from timeline_app.geo.scripts import latin_twin
from timeline_app.model import Candidate, Place

if TYPE_CHECKING:
    from timeline_app.geo.gazetteer import Gazetteer

_MOST = 12  # candidates returned
_EXACT, _SPELLING = 1.0, 0.9
_KIND_IMPORTANCE = {
    "country": 1.0, "capital": 0.9, "governorate": 0.62, "admin1": 0.6, "city": 0.66, "town": 0.5,
    "region": 0.5, "border": 0.5, "desert": 0.45, "river": 0.5, "valley": 0.45, "district": 0.4,
    "village": 0.35,
}  # fmt: skip


def importance(place: Place) -> float:
    """How likely a place is meant when nothing else is known, 0..1: its kind or its inhabitants."""
    base = _KIND_IMPORTANCE.get(place.kind, 0.4)
    if place.population and family(place.kind) == "settlement":
        people = min(1.0, math.log10(max(place.population, 10)) / 7.5)
        return max(base if place.kind == "capital" else 0.3, people)
    return base


def prior(gazetteer: Gazetteer, place: Place) -> float:
    """Score of an exact match before any context, 0..1; nearer layers come first."""
    return 0.35 + 0.35 * importance(place) + (0.15, 0.12, 0.0)[gazetteer.rank_of(place)]


def candidates_for(gazetteer: Gazetteer, name: str, country: str | None, admin1: str | None) -> list[Candidate]:
    """See `Gazetteer.lookup`."""
    found, note = _matches(gazetteer, name)
    if not found:
        twin, odd = latin_twin(name)
        found, note = _matches(gazetteer, twin) if odd else ({}, "")
        note = f"mixed script: {odd}; {note}" if found else note
    if not found:
        found, note = _fuzzy_matches(gazetteer, name)
    wanted = split_kind(_tame(name).split())[1]
    scored = [
        _scored(gazetteer, place, quality, [note], wanted, _code(gazetteer, country), admin1)
        for place, quality in found.values()
    ]
    scored.sort(key=lambda candidate: (-candidate.score, candidate.place.id))
    return scored[:_MOST]


def _tame(name: str) -> str:
    return plain_key(name[:300])


Found = dict[str, tuple[Place, float]]


def _matches(gazetteer: Gazetteer, name: str) -> tuple[Found, str]:
    """Places that bear the name, whole or without its kind word, and how they were met."""
    whole = name[:300]
    places, exact = gazetteer.named(name_key(whole), index_key(plain_key(whole)))
    found: Found = {place.id: (place, _EXACT if exact else _SPELLING) for place in places}
    words, wanted = split_kind(_tame(whole).split())
    if wanted:
        core = " ".join(words)
        more, exact_core = gazetteer.named(core, index_key(core))
        exact = exact if found else exact_core
        for place in more:
            found.setdefault(place.id, (place, _EXACT if exact_core else _SPELLING))
    if not found and whole.islower() and len(whole) <= 4:
        places, exact = gazetteer.named("=" + whole.upper())
        found = {place.id: (place, _EXACT) for place in places}
    return found, "the same name" if exact else "the same name in another spelling"


def _scored(
    gazetteer: Gazetteer,
    place: Place,
    quality: float,
    reasons: list[str],
    wanted: str,
    code: str,
    admin1: str | None,
) -> Candidate:
    score = quality * prior(gazetteer, place)
    reasons = [*reasons, f"{place.kind or 'place'} in {gazetteer_layer(gazetteer, place)}"]
    if wanted:
        fit = kind_fit(place, wanted)
        score += 0.12 * fit
        reasons.append(f"{'is' if fit > 0 else 'is no'} {wanted}, as the name says")
    if code:
        inside = code in place.country.split("|")
        score = score + 0.08 if inside else score * 0.4
        reasons.append(f"{'lies' if inside else 'does not lie'} in {code}")
    if admin1:
        inside = _division_key(place.admin1) == _division_key(admin1)
        score = score + 0.15 if inside else score * 0.6
        reasons.append(f"{'lies' if inside else 'is not said to lie'} in {admin1}")
    return Candidate(place, round(min(1.0, max(0.0, score)), 4), tuple(reasons))


def gazetteer_layer(gazetteer: Gazetteer, place: Place) -> str:
    """The words for the layer a place comes from."""
    return ("the user's layer", "the curated layer", "the world layer")[gazetteer.rank_of(place)]


def _division_key(name: str) -> str:
    return fold(" ".join(split_kind(_tame(name).split())[0]))


def _code(gazetteer: Gazetteer, country: str | None) -> str:
    """ISO code of a country given as code or name; an unknown name is a code no place has."""
    if not country or not country.strip():
        return ""
    if len(country.strip()) == 2:
        return country.strip().upper()
    places, _ = gazetteer.named(name_key(country), "")
    codes = [place.country for place in places if place.kind == "country"]
    return codes[0] if codes else country.strip().upper()


def _fuzzy_matches(gazetteer: Gazetteer, name: str) -> tuple[Found, str]:
    """Places whose key is a letter or two away and clearly nearer than the next name."""
    words, _ = split_kind(_tame(name).split())
    core = " ".join(words)
    for key, keys, numbers in (
        (index_key(core), gazetteer.index.folded_keys, gazetteer.index.folded),
        (core, gazetteer.index.plain_keys, gazetteer.index.plain),
    ):
        close = _close_keys(key, keys())
        if close:
            best = close[0][1]
            nearest = [near for near, distance in close if distance == best]
            places = {place.id: place for near in nearest for place in map(gazetteer.at, numbers(near))}
            quality = 0.75 - 0.12 * best if len(nearest) == 1 else 0.55 - 0.12 * best
            letters = "one letter" if best == 1 else f"{best} letters"
            first = next(iter(places.values()))
            return {i: (place, quality) for i, place in places.items()}, f"{letters} away from {first.name}"
    return {}, ""


def _close_keys(key: str, keys: list[str]) -> list[tuple[str, int]]:
    """Keys one letter away, two for names of ten letters, nearest first; nothing for short names.

    The first letter must agree: among villages of one region a short name a letter away is nearly always
    another village, and writers seldom mistake how a name begins.
    """
    if len(key) < 6:
        return []
    from rapidfuzz import process  # noqa: PLC0415 - only names nobody knows pay for the import
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = 1 if len(key) < 10 else 2
    hits = process.extract(key, keys, scorer=OSA.distance, score_cutoff=most, limit=30)
    return sorted(
        ((near, int(distance)) for near, distance, _ in hits if near[0] == key[0]), key=lambda hit: (hit[1], hit[0])
    )
