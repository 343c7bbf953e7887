"""Everybody whom a sentence names, also governments under their capitals' names: "Moscow says its jets killed"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.placing.governments import acts_as_government
from timeline_app.events.sentences import Sentence
from timeline_app.events.who.actors import find_actors
from timeline_app.events.who.meant import Cast
from timeline_app.events.who.named import Named
from timeline_app.events.who.people import people_in
from timeline_app.model import PlaceMention

STATES = {
    "Damascus": "Syrian government", "Moscow": "Russia", "Ankara": "Turkey", "Tehran": "Iran",
    "Baghdad": "Iraqi government", "Beirut": "Lebanese government", "Washington": "US government",
    "Washington, D.C.": "US government", "Riyadh": "Saudi Arabia", "Doha": "Qatar", "Amman": "Jordan", "Cairo": "Egypt",
    "London": "United Kingdom", "Paris": "France", "Berlin": "Germany", "Jerusalem": "Israel", "Tel Aviv": "Israel",
    "Erbil": "Kurdish leaders", "Beijing": "China", "Kiev": "Ukraine", "Kyiv": "Ukraine",
}  # fmt: skip
"""Capitals, as the gazetteer has them, with the actor of `actors.csv` that papers mean by them."""


def named_in(sentence: Sentence, places: Sequence[PlaceMention], cast: Cast) -> list[Named]:
    """Everybody whom a sentence names or means, in order.

    Args:
        sentence: what is read.
        places: the mentions of places in it, by the document's offsets.
        cast: who was named before; it meets who is named here.
    """
    text = sentence.text
    here = [one.place for one in places if one.use == "place" and one.place is not None]
    lands = {code for place in here for code in place.country.split("|") if code}
    cast.come_to(sentence.paragraph, lands, [place.country for place in here if place.kind != "country"])
    named = [*cast.folded(find_actors(text), text), *governments_in(text, sentence.start, places)]
    spans = [(one.start - sentence.start, one.end - sentence.start) for one in places if one.use == "place"]
    named = [*named, *people_in(text, named, spans)]
    named = [*named, *cast.meant_in(text, named, spans)]
    cast.meet(named, text, spans)
    return sorted(named, key=lambda one: one.start)


def find_named(text: str) -> list[Named]:
    """Everybody whom a text names, without what its document tells of places and of who was named before."""
    named = find_actors(text)
    return [*named, *people_in(text, named, ())]


# "flights between Damascus and Amman resumed"
_BETWEEN = re.compile(r"\bbetween\s[^,;:]{1,40}\sand\s$")


def governments_in(sentence: str, start: int, places: Sequence[PlaceMention]) -> list[Named]:
    """The governments that do or say something in a sentence under the names of their capitals.

    Where a capital is named for whom somebody backs or what stands in it, nobody acts.

    Args:
        sentence: the words.
        start: where they begin in the document.
        places: the mentions of places in them, by the document's offsets.
    """
    found = []
    for mention in places:
        state = STATES.get(mention.place.name) if mention.place is not None else None
        at = mention.start - start
        behind = at + len(mention.text)
        if state is not None and acts_as_government(sentence, at, behind) and not _BETWEEN.search(sentence[:at]):
            found.append(Named(at, behind, state, "government"))
    return found
