"""Places that bear a name in some spelling: the same letters, the same sounds, the same consonants.

Each further key forgives more and so costs more. Under a consonant key lie many names; their spellings
are compared with the one asked for, and only the near ones stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.geo.fold import ARTICLES, index_key, plain_key, skeleton
from timeline_app.geo.names import name_key

if TYPE_CHECKING:
    from timeline_app.geo.gazetteer import Gazetteer
    from timeline_app.model import Place

_CONFUSED = (
    ("z", "d"), ("d", "z"),  # dh stands for dhal (z) and for dad (d)
    ("h", "x"), ("x", "h"),  # Turkish and many hands write both as h
    ("t", "s"), ("s", "t"), ("s", "c"), ("c", "s"),  # th as t or s; sh as s
    ("j", "k"), ("k", "j"), ("z", "s"), ("s", "z"), ("d", "t"), ("t", "d"), ("n", "m"), ("m", "n"),
)  # fmt: skip
"""Consonants that hands of different schools write for each other."""

_UNSEEN = 0.75
"""Likeness of a place with no spelling in the script asked for, of which only consonants can be compared."""

_SHORTEST = 4  # consonants; names of fewer have too many neighbours


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a spelling led to.

    Attributes:
        place: the gazetteer's row.
        quality: 0..1, how near the spelling is.
        how: in words.
    """

    place: Place
    quality: float
    how: str


def same_name(gazetteer: Gazetteer, key: str) -> list[Match]:
    """Places of this plain key, then of its folded key."""
    exact, met = gazetteer.named(key)
    found = [Match(place, 1.0, "the same name") for place in exact] if met else []
    known = {match.place.id for match in found}
    spelled, _ = gazetteer.named("", index_key(key))
    found += [Match(place, 0.93, "the same name in another spelling") for place in spelled if place.id not in known]
    return found


def same_consonants(gazetteer: Gazetteer, key: str) -> list[Match]:
    """Places whose name has the same consonants and nearly the same sounds, nearest first."""
    bones = skeleton(key)
    if len(bones) < 2:
        return []
    return _near(key, _borne(gazetteer, bones), 0.6, 0.0, 0.9)


def nearly_same(gazetteer: Gazetteer, key: str) -> list[Match]:
    """Places whose consonants differ in one that hands confuse, or by one that is missing or too many."""
    bones = skeleton(key)
    if len(bones) < _SHORTEST - 1:
        return []
    places = {place.id: place for variant in _variants(bones) for place in _borne(gazetteer, variant)}
    return _near(key, places.values(), 0.8, -0.2, 1.0)


def _borne(gazetteer: Gazetteer, bones: str) -> list[Place]:
    places = (gazetteer.at(number) for number in gazetteer.index.skeletal(bones))
    return list({place.id: place for place in places}.values())


def _variants(bones: str) -> Iterator[str]:
    """Consonant keys one confusion away, and for longer keys one letter shorter or an h longer."""
    for at, letter in enumerate(bones):
        for one, other in _CONFUSED:
            if letter == one:
                yield bones[:at] + other + bones[at + 1 :]
    if bones[0] == "a":
        yield bones[1:]
    elif len(bones) >= _SHORTEST - 1:
        yield "a" + bones
    if len(bones) >= _SHORTEST:
        yield from (bones[:at] + bones[at + 1 :] for at in range(1, len(bones)))
        yield from (bones[:at] + letter + bones[at:] for at in range(1, len(bones) + 1) for letter in "hknmrlbtd")


def _near(key: str, places: Iterable[Place], least: float, base: float, span: float) -> list[Match]:
    """The places of which some spelling sounds at least `least` like the key, with graded quality."""
    asked = index_key(key)
    found = []
    for place in places:
        likeness, spelling = _likeness(asked, place)
        if likeness >= least:
            found.append(Match(place, base + span * likeness, _said(asked, key, spelling)))
    return sorted(found, key=lambda match: (-match.quality, match.place.id))


def _likeness(asked: str, place: Place) -> tuple[float, str]:
    """How like the nearest spelling of a place sounds, 0..1, and that spelling."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - only spellings nobody has seen pay for the import

    latin = asked.isascii()
    best, nearest = 0.0, ""
    for name in (place.name, *place.aliases, place.name_ar):
        if not name or (name[0] < "\u0600") is not latin:
            continue
        likeness = fuzz.ratio(asked, index_key(plain_key(name))) / 100
        if likeness > best:
            best, nearest = likeness, name
    return (best, nearest) if nearest else (_UNSEEN, place.name)


def _said(asked: str, key: str, spelling: str) -> str:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - as above

    letters = OSA.distance(asked, index_key(name_key(spelling)))
    letters = min(letters, OSA.distance(key, plain_key(spelling)) or letters)
    if letters == 1:
        return f"one letter away from {spelling}"
    return f"{letters} letters away from {spelling}" if letters else f"the consonants of {spelling}"


def letters_away(gazetteer: Gazetteer, key: str) -> list[Match]:
    """Places whose plain key is a letter or two away, for names that no other key leads anywhere.

    How the name begins must agree (a writer seldom mistakes that), and two letters may differ only in names
    of ten: among short names a letter away is nearly always another place.
    """
    if len(key) < 6:
        return []
    from rapidfuzz import process  # noqa: PLC0415 - only names nobody knows pay for the import
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    beginning = key[: 5 if key.split(" ", maxsplit=1)[0] in ARTICLES else 2]
    keys, most = gazetteer.index.plain_keys(beginning), 1 if len(key) < 10 else 2
    hits = process.extract(key, keys, scorer=OSA.distance, score_cutoff=most, limit=30)
    fewest = min((int(distance) for _, distance, _ in hits), default=0)
    nearest = sorted(near for near, distance, _ in hits if distance == fewest)
    quality = (0.95 if len(nearest) == 1 else 0.8) * (1 - 2 * fewest / len(key))
    found: dict[str, Match] = {}
    for near in nearest:
        how = f"{'one letter' if fewest == 1 else f'{fewest} letters'} away from {near}"
        found |= {place.id: Match(place, quality, how) for place in gazetteer.named(near)[0]}
    return list(found.values())
