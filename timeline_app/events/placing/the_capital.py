"""The capital that a text speaks of without its name: "the Syrian capital"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.placing.roles import where_of
from timeline_app.model import PlaceMention, Where

_CAPITALS = {
    "Syria": "Damascus", "Iraq": "Baghdad", "Lebanon": "Beirut", "Turkey": "Ankara", "Iran": "Tehran",
    "Jordan": "Amman", "Syrian": "Damascus", "Iraqi": "Baghdad", "Lebanese": "Beirut", "Turkish": "Ankara",
    "Iranian": "Tehran", "Jordanian": "Amman",
}  # fmt: skip


# "declared the capital a disaster zone"; not "the capital of", "the capital Damascus", "the capital it needs"
_THE_CAPITAL = re.compile(
    r"\b[Tt]he\scapital\b(?!\s(?:of|city|punishment|markets?|it|they|he|she|needed|required|raised)\b|,?\s[A-Z])"
)


# "the Syrian capital", "Iraq's capital"; not "the Turkish capital Ankara"
_CAPITAL_OF = re.compile(r"\b(" + "|".join(_CAPITALS) + r")(?:['’]s)?\scapital\b(?!,?\s[A-Z])")


@dataclass(frozen=True, slots=True)
class Capitals:
    """The capitals that a document names, each by its first mention, and the one of the country it mostly tells of."""

    named: Mapping[str, PlaceMention]
    home: PlaceMention | None


def capitals_named(places: Sequence[PlaceMention]) -> Capitals:
    """The capitals of a document; reckoned once, for `capital_meant`."""
    named: dict[str, PlaceMention] = {}
    told: Counter[str] = Counter()
    for mention in places:
        place = mention.place
        if place is not None and place.name in _KNOWN_CAPITALS:
            named.setdefault(place.name, mention)
        elif place is not None and mention.use == "place" and place.kind != "country":
            told[place.country] += 1
    (country, most), *_ = told.most_common(1) or [("", 0)]
    if most * _TWO_THIRDS[1] < told.total() * _TWO_THIRDS[0]:
        return Capitals(named, None)
    home = [one for one in named.values() if one.place is not None and one.place.country == country]
    return Capitals(named, home[0] if len(home) == 1 else None)


_TWO_THIRDS = (2, 3)
"""Share of the places of a document that lie in the country it tells of."""


_KNOWN_CAPITALS = CAPITALS | frozenset(
    {"Tunis", "Tripoli", "Algiers", "Rabat", "Khartoum", "Sanaa", "Sana'a", "Kabul", "Islamabad", "Nicosia", "Athens",
     "Muscat", "Manama", "Mogadishu", "Addis Ababa", "Nairobi", "New Delhi", "Dhaka", "Bogota", "Lagos", "Abuja"}
)  # fmt: skip


def capital_meant(text: str, capitals: Capitals) -> tuple[Where, ...]:
    """The capital that a sentence speaks of: by its country, as the only one named, or of where the document plays.

    Args:
        text: the sentence.
        capitals: see `capitals_named`.
    """
    if " capital" not in text:
        return ()
    meant = _CAPITAL_OF.search(text)
    mention = None if meant is None else capitals.named.get(_CAPITALS[meant[1]])
    only = next(iter(capitals.named.values())) if len(capitals.named) == 1 else capitals.home
    if meant is None and only is not None:
        meant, mention = _THE_CAPITAL.search(text), only
        if meant is not None and text.endswith(f"{mention.text}, ", 0, meant.start()):
            return ()  # "Damascus, the capital": named there, for whatever it is named for
    return () if meant is None or mention is None else (where_of(mention, "at").with_(text=meant[0]),)
