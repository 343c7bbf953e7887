"""What a name may ask for: its kind word, its other spellings, the place it lies near.

"Tadmur/Palmyra town" is two spellings of one settlement, "Silos east of Palmyra" something near Palmyra,
"Eastern Ghariyah" the half of Ghariyah that maps call "al-Gharbiyah" or "ash-Sharqiyah".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline_app.geo.fold import ARTICLES, plain_words
from timeline_app.geo.kinds import KIND_WORDS

MOST_CHARACTERS = 300
"""Names longer than this are cut: no place has such a name."""

_FEATURES = {
    **dict.fromkeys(["airport", "airbase", "airfield", "base", "barracks", "brigade", "regiment", "battalion"], "base"),
    **dict.fromkeys(
        ["checkpoint", "crossing", "crossroad", "crossroads", "junction", "roundabout", "gate"], "crossing"
    ),
    **dict.fromkeys(["dam", "reservoir", "lake", "river", "canal", "spring"], "water"),
    **dict.fromkeys(["field", "fields", "oilfield", "oilfields", "well", "wells", "refinery"], "oilfield"),
    **dict.fromkeys(["road", "highway", "motorway", "street", "bridge", "station", "railway"], "road"),
    **dict.fromkeys(
        ["silos", "silo", "plant", "factory", "mill", "farm", "farms", "mine", "mines", "compound"], "site"
    ),
    **dict.fromkeys(["complex", "prison", "hospital", "university", "cemetery", "castle", "citadel", "pan"], "site"),
}
"""Things that are named after the place they stand at, to the sort of thing."""

BESIDE = frozenset(_FEATURES.values())
"""Sorts of things that may stand beside the place they are named after."""

_GENERIC = frozenset("suburb suburbs locality farmland outskirts sector quarter surroundings vicinity plains".split())
_WANTED = {
    **KIND_WORDS,
    **_FEATURES,
    **dict.fromkeys(_GENERIC, "settlement"),
    **dict.fromkeys(["plains", "plain"], "region"),
}
_QUARTERS = frozenset("quarter neighborhood neighbourhood sector".split())
_MODIFIERS = frozenset(
    "military army air border refugee refugees idp oil gas salt thermal power industrial strategic former grain "
    "armored armoured water pumping phosphate the".split()
)
"""Words before a kind word that belong to it: "military airbase", "refugee camp"."""

_DIRECTIONS = {
    "eastern": "sharki", "east": "sharki", "western": "gharbi", "west": "gharbi", "northern": "shamali",
    "north": "shamali", "southern": "janubi", "south": "janubi", "upper": "fawqani", "lower": "tahtani",
    "greater": "kabir", "great": "kabir", "little": "saghir", "small": "saghir", "big": "kabir",
}  # fmt: skip
"""English words for the half of a place, and the Arabic adjective that stands behind its name."""

_ADJECTIVES = frozenset(
    "sharqi sharqiyah sharqiya sharki sharqia gharbi gharbiyah gharbiya gharbia shamali shamaliyah shamaliya janubi "
    "janubiyah janubiya junubi fawqani fawqaniyah foqani fuqani tahtani tahtaniyah kabir kabirah kabira kebir saghir "
    "saghirah saghira sagheer wastani kabeer fawqa tahta".split()
)
"""The adjectives by which halves of one village are told apart on maps and seldom in the news."""

_HEADS = frozenset(
    "jabal jebel jabel tall tal tel tell tulul telul wadi sahl jisr bir khirbat khirbet rasm hawijat huwayjat hawsh "
    "mazraat mazra qasr burj sharat harat ard kherbet mount lake".split()
)
"""Words for a natural or built thing before the name it bears."""

_NEAR = re.compile(r"\b(?:near|outside|around|(?:(?:north|south)?-?(?:east|west|north|south)(?:ern)?|area|outskirts|"
                   r"vicinity|countryside|suburbs?) of|close to|next to)\b", re.I)  # fmt: skip
_BETWEEN = re.compile(r"\bbetween (.{2,80}?) and (.{2,80})", re.I)
_WAY = re.compile(r"\b(?:road|highway|motorway|junction|crossroads?|axis|line)\b", re.I)
_DASH = re.compile(r"[-–—]")
_ASIDE = re.compile(r"\(([^()]{1,80})\)")
_ALTERNATIVES = re.compile(r"\s?/\s?|\s?;\s?|\baka\b|\balso known as\b", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name.

    Attributes:
        words: what to look up, as plain words.
        wanted: family of kinds the name asks for, "" when it says none.
        weight: 0..1, how much of the name this keeps.
        note: why this was tried, "" for the name itself.
        radius_km: how far the named thing may lie from what the words name.
    """

    words: tuple[str, ...]
    wanted: str = ""
    weight: float = 1.0
    note: str = ""
    radius_km: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A name taken apart: readings best first in steps, each tried when those before found nothing good.

    Attributes:
        steps: groups of equally good readings.
        inside: words that say in which larger place it lies ("X (Idlib)", "X, Afrin").
    """

    steps: tuple[tuple[Reading, ...], ...]
    inside: tuple[str, ...] = ()


def asked(name: str) -> Asked:
    """The readings of a name.

    >>> [" ".join(reading.words) for step in asked("Tadmur/Palmyra town").steps for reading in step]
    ['tadmur', 'palmyra']
    """
    text = name[:MOST_CHARACTERS]
    asides = tuple(_ASIDE.findall(text))
    text = _ASIDE.sub(" ", text)
    head, *containers = sorted(text.split(","), key=lambda part: _QUARTERS.isdisjoint(plain_words(part)))
    line = _line_ends(head)
    if line:
        return Asked((line,), tuple(containers))
    near = _NEAR.search(head)
    around = head[near.end() :] if near else ""
    first = _spellings(head[: near.start()] if near and near.start() > 1 else "" if near else head)
    steps = [first, _named(asides, 0.9, "the name in brackets"), *_loosened(first)]
    if around:
        note = f"near what the words after '{near[0] if near else ''}' name"
        steps.append(tuple(replace(reading, weight=0.6, note=note, radius_km=10.0) for reading in _spellings(around)))
    steps.append(_named(containers, 0.5, "the larger place the name lies in", 8.0))
    return Asked(tuple(step for step in steps if step), tuple(containers) + asides)


def _line_ends(text: str) -> tuple[Reading, ...]:
    """Both ends of "road between A and B" or "A-B road"."""
    between = _BETWEEN.search(text)
    ends = list(between.groups()) if between else _joined_by_dashes(text)
    if len(ends) < 2:
        return ()
    note = f"one end of the way between {ends[0].strip()} and {ends[-1].strip()}"
    found = (reading for end in (ends[0], ends[-1]) for reading in _spellings(end))
    return tuple(replace(reading, weight=0.6, note=note, radius_km=15.0) for reading in found)


def _joined_by_dashes(text: str) -> list[str]:
    """The names of "Homs-Deir ez-Zor road"; a hyphen behind an article divides no names."""
    way = _WAY.search(text)
    names: list[str] = []
    for part in _DASH.split(text[: way.start()]) if way else ():
        if names and (plain_words(names[-1]) or [""])[-1] in ARTICLES:
            names[-1] = f"{names[-1]}-{part}"
        elif plain_words(part):
            names.append(part)
    return names


def _named(texts: tuple[str, ...] | list[str], weight: float, note: str, radius_km: float = 0.0) -> tuple[Reading, ...]:
    found = (reading for text in texts for reading in _spellings(text))
    return tuple(replace(reading, weight=weight, note=note, radius_km=radius_km) for reading in found)


def _spellings(text: str) -> tuple[Reading, ...]:
    """The alternatives of "A / B town", each without its kind word; what one says of kinds holds for all."""
    taken = [_without_kind(plain_words(part)) for part in _ALTERNATIVES.split(text)]
    wanted = next((kind for words, kind in taken if kind), "")
    return tuple(Reading(tuple(words), kind or wanted) for words, kind in taken if words)


def _without_kind(words: list[str]) -> tuple[list[str], str]:
    """The words without kind words at either end, and the family the last of them names."""
    wanted = ""
    while len(words) > 1 and (words[-1] in _WANTED or (wanted and words[-1] in _MODIFIERS)):
        wanted = wanted or _WANTED.get(words[-1], "")
        words = words[:-1]
    if not wanted and len(words) > 2 and words[0] in _WANTED and words[1] == "of":
        return words[2:], _WANTED[words[0]]
    while len(words) > 1 and words[0] in ("the", "former"):
        words = words[1:]
    return words, wanted


def _loosened(first: tuple[Reading, ...]) -> list[tuple[Reading, ...]]:
    """Readings that give up a part of the name: its half, its number, the hill or valley it is the name of."""
    halves = tuple(half for reading in first for half in _halves(reading))
    wholes = tuple(whole for reading in first for whole in _without_half(reading))
    bearers = tuple(bearer for reading in (*first, *wholes) for bearer in _without_head(reading))
    return [halves, wholes, bearers]


def _halves(reading: Reading) -> tuple[Reading, ...]:
    words = reading.words
    if len(words) > 1 and words[0] in _DIRECTIONS:
        adjective = _DIRECTIONS[words[0]]
        note = f"'{words[0]}' is {adjective} on maps"
        forms = ((*words[1:], adjective), (*words[1:], adjective + "ya"))
        return tuple(replace(reading, words=form, weight=0.95, note=note) for form in forms)
    return ()


def _without_half(reading: Reading) -> tuple[Reading, ...]:
    words = list(reading.words)
    while len(words) > 1 and (words[0] in _DIRECTIONS or words[0] in ("central", "rural", "old", "new")):
        words = words[1:]
    while len(words) > 1 and (words[-1] in _ADJECTIVES or words[-1].isdecimal() or words[-1] in ("ii", "iii", "al")):
        words = words[:-1]
    if len(words) == len(reading.words):
        return ()
    note = f"without '{' '.join(word for word in reading.words if word not in words)}'"
    return (replace(reading, words=tuple(words), weight=0.85 * reading.weight, note=note, radius_km=5.0),)


def _without_head(reading: Reading) -> tuple[Reading, ...]:
    words = reading.words
    if len(words) > 1 and words[0] in _HEADS and len("".join(words[1:])) > 3:
        note = f"the '{words[0]}' beside the place of that name"
        return (replace(reading, words=words[1:], weight=0.55 * reading.weight, note=note, radius_km=8.0),)
    return ()
