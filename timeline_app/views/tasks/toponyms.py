"""The names of places in the documents, each once: how often, where, what it is taken for, and what a person said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from timeline_app.geo import distance_km, plain_key
from timeline_app.model import Candidate, Document, Place, PlaceCorrection, PlaceMention, Where
from timeline_app.views.words.country_words import country_label
from timeline_app.views.words.palette import TYPE_INDEX, palette
from timeline_app.views.words.text import visible

State = Literal["unresolved", "doubtful", "found", "confirmed", "not identifiable", "not a place"]
"""What is known of a name: nothing fits; the reading is not sure; it was found; or what a person said."""

STATES: tuple[State, ...] = ("unresolved", "doubtful", "found", "confirmed", "not identifiable", "not a place")
"""In the order in which names want a person's eye."""

STATE_WORDS: Mapping[State, str] = {
    **{state: state for state in STATES}, "unresolved": "not found", "found": "found but unverified",
}  # fmt: skip
"""The same for readers: what only the program found nobody has verified yet, as Review says of it, too."""

SURE, SURE_ALONE = 0.7, 0.65
"""Scores below which a person should look at the best of several candidates, and at the only one."""

RIVAL = 0.1
"""A second candidate within this of the first makes the reading doubtful, unless their circles hold each other's
points: a city and its governorate are drawn at nearly one place."""

MOST_CONTEXTS = 12
"""Passages kept of one name."""

_AROUND = 90  # code points of a passage on each side of the name


@dataclass(frozen=True, slots=True)
class Passage:
    """Words around one mention, with marks for unseen characters."""

    document: str
    before: str
    name: str
    after: str


@dataclass(frozen=True, slots=True)
class Toponym:
    """One name.

    Attributes:
        key: the same for every way to write it.
        name: its commonest writing.
        count: mentions in all documents.
        documents: their ids, each once, in order.
        state: see `State`.
        place: what it is taken for, None when nothing fits.
        candidates: what it may mean, best first, of the mention that has most.
        passages: some of its mentions.
    """

    key: str
    name: str
    count: int
    documents: tuple[str, ...]
    state: State
    place: Place | None
    candidates: tuple[Candidate, ...]
    passages: tuple[Passage, ...]


@dataclass(slots=True)
class _Gathered:
    writings: Counter[str] = field(default_factory=Counter)
    documents: dict[str, None] = field(default_factory=dict)
    mentions: list[PlaceMention] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)


def toponyms(
    read: Iterable[tuple[Document, Sequence[PlaceMention]]], said: Sequence[PlaceCorrection] = ()
) -> list[Toponym]:
    """The names of places, those that want a person's eye first, frequent ones before rare ones.

    Args:
        read: documents with the mentions found in them, before any correction.
        said: what persons said of names in all documents.
    """
    found: dict[str, _Gathered] = {}
    for document, mentions in read:
        for mention in mentions:
            if mention.use == "place":
                _gather(found.setdefault(plain_key(mention.text), _Gathered()), document, mention)
    words = {plain_key(word.name): word for word in said if not word.document}
    names = [_toponym(key, gathered, words.get(key)) for key, gathered in found.items() if key]
    return sorted(names, key=lambda name: (STATES.index(name.state), -name.count, name.key))


def _gather(gathered: _Gathered, document: Document, mention: PlaceMention) -> None:
    gathered.writings[mention.text] += 1
    gathered.documents[document.id] = None
    gathered.mentions.append(mention)
    if len(gathered.passages) < MOST_CONTEXTS:
        before = document.text[max(0, mention.start - _AROUND) : mention.start]
        after = document.text[mention.end : mention.end + _AROUND]
        passage = Passage(document.id, _line(before), visible(mention.text), _line(after))
        gathered.passages.append(passage)


def _line(text: str) -> str:
    """A passage on one line."""
    return " ".join(visible(text).split("\n"))


def _toponym(key: str, gathered: _Gathered, word: PlaceCorrection | None) -> Toponym:
    meant = Counter(mention.place.id for mention in gathered.mentions if mention.place)
    best = max(
        gathered.mentions,
        key=lambda mention: (meant[mention.place.id] if mention.place else 0, len(mention.candidates)),
    )
    place, state = best.place, _state(best)
    if word is not None:
        place = word.place
        state = "confirmed" if word.verdict == "is" else word.verdict
    name = max(gathered.writings, key=lambda writing: (gathered.writings[writing], writing))
    return Toponym(
        key, name, len(gathered.mentions), tuple(gathered.documents), state, place, best.candidates,
        tuple(gathered.passages),
    )  # fmt: skip


def _state(mention: PlaceMention) -> State:
    """What is known of a name nobody said anything of."""
    if mention.place is None:
        return "unresolved"
    best, *others = mention.candidates or (Candidate(mention.place, 1.0),)
    return "doubtful" if is_low(best, others) or rivals(best, others) else "found"


def is_low(best: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether the score of what a name was taken for wants a person's eye."""
    return best.score < (SURE if others else SURE_ALONE)


def rivals(best: Candidate, others: Iterable[Candidate]) -> list[Candidate]:
    """The places a name may as well mean: nearly the same score, and another spot on the map."""
    return [other for other in others if best.score - other.score < RIVAL and not _is_within(best.place, other.place)]


def place_state(where: Where) -> Literal["confirmed", "unverified", "not identifiable"]:
    """How far a person has settled what a name of an event means."""
    if where.status == "confirmed":
        return "confirmed"
    return "not identifiable" if where.status == "rejected" else "unverified"


def place_taken(where: Where) -> Place | None:
    """The place an event's name was taken for, as far as the event tells; None when for none."""
    if where.lat is None or where.lon is None or not (where.name or where.text).strip():
        return None
    known = next((candidate.place for candidate in where.candidates if candidate.place.id == where.place_id), None)
    return known or Place(
        where.place_id or plain_key(where.name or where.text) or "unnamed", where.name or where.text, where.kind,
        "", "", where.lat, where.lon, where.radius_km or 0.0,
    )  # fmt: skip


def _is_within(one: Place, other: Place) -> bool:
    """Whether the point of one lies in the circle of the other."""
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(one.radius_km, other.radius_km)


def place_line(place: Place | None) -> str:
    """A place in one line: "Deir Ezzor, city, Syria"; "–" for none."""
    if place is None:
        return "–"
    parts = [place.name]
    for part in (place.kind, place.admin1, country_label(place.country)):
        if part and not _is_said(part, place.name):
            parts.append(part)
    return visible(", ".join(parts))


def _is_said(part: str, name: str) -> bool:
    """Whether a name says it itself: "Syrian desert" that it is a desert, "Deir Ezzor Governorate" where."""
    return f" {part.casefold()} " in f" {name.casefold()} "


def candidates_payload(candidates: Sequence[Candidate], version: str) -> dict[str, Any]:
    """Places a name may mean as a map payload (see `payload.map_payload`): one marker each, its id as the event's."""
    places = [candidate.place for candidate in candidates]
    return {
        "version": version,
        "types": palette(),
        "places": {
            "key": [place.id for place in places],
            "name": [visible(place.name) for place in places],
            "lat": [place.lat for place in places],
            "lon": [place.lon for place in places],
            "radius_km": [place.radius_km for place in places],
            "kind": [place.kind for place in places],
            "n": [1 for _ in places],
            "events": [[index] for index, _ in enumerate(places)],
        },
        "events": {
            "id": [place.id for place in places],
            "title": [visible(place.name) for place in places],
            "date": [place.kind for place in places],
            "type": [TYPE_INDEX["other"] for _ in places],
            "sources": [0 for _ in places],
        },
    }
