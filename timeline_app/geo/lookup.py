"""Answering one name without a text around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from timeline_app.geo.distance import distance_km
from timeline_app.geo.fold import fold, plain_key, plain_words
from timeline_app.geo.importance import KNOWN, fame, importance, prior
from timeline_app.geo.kinds import family, kind_fit, split_kind
from timeline_app.geo.names import name_key
from timeline_app.geo.readings import BESIDE, MOST_CHARACTERS, Asked, Reading, asked
from timeline_app.geo.scripts import latin_twin
from timeline_app.geo.spelling import Match, letters_away, nearly_same, same_consonants, same_name
from timeline_app.model import Candidate, Place

if TYPE_CHECKING:
    from timeline_app.geo.gazetteer import Gazetteer

_MOST = 12  # candidates returned, unless more places bear the very name
_NAMESAKE = 0.9
_LOOSE = 0.8  # below this quality, names a mistyped letter away are asked too
_SEAT = 0.08
_SEAT_KM = 20.0  # a division's point is the middle of its area, its seat some way off
_BESIDE_KM = 8.0  # how far a base, dam or road may lie from the place it is named after
_GOOD = 0.85  # quality from which no looser reading is tried
_STRICT = 3
_KIND = 0.15  # what the right sort of place gains and a wrong one loses
_OWN = 0.1  # the user's own rows win over ours of the name


@dataclass(frozen=True, slots=True)
class _Context:
    """What is known beside the name: an ISO code, the key and the words of a division, keys in the name."""

    country: str
    admin1: str
    division: str
    inside: tuple[str, ...]


def candidates_for(gazetteer: Gazetteer, name: str, country: str | None, admin1: str | None) -> list[Candidate]:
    """See `Gazetteer.lookup`."""
    question = asked(name)
    inside = tuple(key for key in map(_division_key, question.inside) if key)
    context = _Context(_code(gazetteer, country), _division_key(admin1 or ""), (admin1 or "").strip(), inside)
    found = _found(gazetteer, name, question, context)
    scored = [_scored(gazetteer, reading, match, context) for reading, match in found.values()]
    scored.sort(key=lambda candidate: (-candidate.score, candidate.place.id))
    ranked = _inside_first(scored, context)
    wants_division = any(reading.wanted in ("division", "district") for reading in next(iter(question.steps), ()))
    namesakes = sum(match.quality >= _NAMESAKE for _, match in found.values())
    return (ranked if wants_division else _with_seats(ranked))[: max(_MOST, namesakes)]


Found = dict[str, tuple[Reading, Match]]


def _found(gazetteer: Gazetteer, name: str, question: Asked, context: _Context) -> Found:
    """The places that the readings of a name lead to, looser readings only where stricter ones settle nothing."""
    found = _named_whole(gazetteer, name)
    for step in question.steps:
        if any(_settles(match, context) for _, match in found.values()):
            break
        for reading in step:
            _gather(gazetteer, reading, context, found)
    if question.steps and all(match.quality < _LOOSE for _, match in found.values()):
        for reading in question.steps[0]:
            for match in letters_away(gazetteer, " ".join(reading.words)):
                found.setdefault(match.place.id, (reading, match))
    return found


def _named_whole(gazetteer: Gazetteer, name: str) -> Found:
    """Places that bear the name as it stands, kind words and all, or with its look-alike letters made Latin."""
    whole = name[:MOST_CHARACTERS]
    reading = Reading(tuple(plain_words(whole)), split_kind(plain_words(whole))[1])
    matches = same_name(gazetteer, name_key(whole))
    if whole.islower() and len(whole) <= 4:
        matches = [*matches, *same_name(gazetteer, "=" + whole.upper())]
    if not matches:
        twin, odd = latin_twin(whole)
        found = same_name(gazetteer, name_key(twin)) if odd else []
        matches = [replace(match, how=f"mixed script: {odd}; {match.how}") for match in found]
    return {match.place.id: (reading, match) for match in matches}


def _settles(match: Match, context: _Context) -> bool:
    """Whether a match is so good that looser readings of the name need not be tried."""
    place = match.place
    return (
        match.quality >= _GOOD
        and (not context.country or context.country in place.country.split("|"))
        and (not context.admin1 or not place.admin1 or context.admin1 == _division_key(place.admin1))
    )


def _gather(gazetteer: Gazetteer, reading: Reading, context: _Context, found: Found) -> None:
    """Add the places a reading leads to, by ever looser keys until one settles the name."""
    key = " ".join(reading.words)
    for matches in (same_name, same_consonants, nearly_same):
        hits = matches(gazetteer, key)
        for match in hits:
            weighed = replace(match, quality=match.quality * reading.weight)
            known = found.get(match.place.id)
            if known is None or known[1].quality < weighed.quality:
                found[match.place.id] = (reading, weighed)
        if any(_settles(match, context) for match in hits):
            return


def _scored(gazetteer: Gazetteer, reading: Reading, match: Match, context: _Context) -> Candidate:
    place = match.place
    known = KNOWN * importance(place) + fame(place)  # makes up for no misspelling
    layer = prior(place, gazetteer.rank_of(place)) - KNOWN * importance(place)
    score = match.quality * layer + match.quality**_STRICT * known
    score += _OWN * match.quality if gazetteer.rank_of(place) == 0 else 0.0
    reasons = [match.how]
    if reading.note:
        reasons.append(reading.note)
    reasons.append(f"{place.kind or 'place'} in {gazetteer_layer(gazetteer, place)}")
    gained, radius_km, reason = _fit(reading, place)
    score += gained
    if reason:
        reasons.append(reason)
    if context.country:
        inside = context.country in place.country.split("|")
        score = score + 0.08 if inside else score * 0.4
        reasons.append(f"{'lies' if inside else 'does not lie'} in {context.country}")
    if context.admin1:
        inside = _division_key(place.admin1) == context.admin1
        score = score + 0.15 if inside else score * 0.6
        reasons.append(f"{'lies' if inside else 'is not said to lie'} in {context.division}")
    if radius_km > place.radius_km:
        place = replace(place, radius_km=radius_km)
    return Candidate(place, round(min(1.0, max(0.0, score)), 4), tuple(reasons))


def _fit(reading: Reading, place: Place) -> tuple[float, float, str]:
    """What the kind word of a reading adds to the score, the radius in km it asks for, and why."""
    if not reading.wanted:
        return 0.0, reading.radius_km, ""
    fit = kind_fit(place, reading.wanted)
    if fit < 0 and reading.wanted in BESIDE:
        radius_km = max(reading.radius_km, _BESIDE_KM)
        return -0.05, radius_km, f"the {reading.wanted} is named after the place and lies near it"
    said = f"{'is' if fit > 0 else 'is no'} {reading.wanted}, as the name says"
    return _KIND * fit, reading.radius_km, said


def _inside_first(candidates: list[Candidate], context: _Context) -> list[Candidate]:
    """The candidates again, those of the division that the name itself gives above the others."""
    if not any(_division_key(candidate.place.admin1) in context.inside for candidate in candidates):
        return candidates
    told = []
    for candidate in candidates:
        is_inside = _division_key(candidate.place.admin1) in context.inside
        score = candidate.score + 0.1 if is_inside else candidate.score * 0.6
        reason = f"{'lies' if is_inside else 'does not lie'} where the name says"
        told.append(Candidate(candidate.place, round(min(1.0, score), 4), (*candidate.reasons, reason)))
    return sorted(told, key=lambda candidate: (-candidate.score, candidate.place.id))


def _with_seats(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates again, the seat of a division of its own name above its namesakes.

    Governorates, districts and subdistricts of the region bear the name of their seat.
    """
    divisions = [other.place for other in candidates if family(other.place.kind) in ("district", "division")]
    told = []
    for candidate in candidates:
        place = candidate.place
        if family(place.kind) == "settlement" and any(_apart(place, other) <= _SEAT_KM for other in divisions):
            reasons = (*candidate.reasons, "seat of a division of its name")
            candidate = Candidate(place, round(min(1.0, candidate.score + _SEAT), 4), reasons)  # noqa: PLW2901
        told.append(candidate)
    return sorted(told, key=lambda candidate: (-candidate.score, candidate.place.id))


def _apart(one: Place, other: Place) -> float:
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def gazetteer_layer(gazetteer: Gazetteer, place: Place) -> str:
    """The words for the layer a place comes from."""
    return {0: "the user's layer", 1: "the curated layer"}.get(gazetteer.rank_of(place), "the packaged layers")


def _division_key(name: str) -> str:
    return fold(" ".join(split_kind(plain_key(name[:MOST_CHARACTERS]).split())[0]))


def _code(gazetteer: Gazetteer, country: str | None) -> str:
    """ISO code of a country given as code or name; an unknown name is a code no place has."""
    if not country or not country.strip():
        return ""
    if len(country.strip()) == 2:
        return country.strip().upper()
    places, _ = gazetteer.named(name_key(country), "")
    codes = [place.country for place in places if place.kind == "country"]
    return codes[0] if codes else country.strip().upper()
