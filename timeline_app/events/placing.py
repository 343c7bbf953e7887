"""The places of an event and the roles its words give them: at, from, to, via, near."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from timeline_app.events.governments import CAPITALS, is_government, is_where_told
from timeline_app.events.sentences import Sentence
from timeline_app.geo import distance_km
from timeline_app.model import Candidate, PlaceMention, PlaceStatus, Role, Where

# Words right before a toponym (articles, compass points and kind words between them skipped).
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("near", re.compile(r"\b(?:near|outside|around|close to|beside|off|adjacent to|in the vicinity of)$")),
    ("via", re.compile(r"\b(?:via|through|across|past|by way of)$")),
    (
        "to",
        re.compile(
            r"\b(?:en route to|on (?:its|their|the) way to|route to|to|towards?|into|onto|bound for"
            r"|reach(?:ed|ing|es)?|enter(?:ed|ing|s)?|for)$"
        ),
    ),
    ("from", re.compile(r"\b(?:from|out of|leav(?:e|es|ing)|left|fled|flee(?:ing|s)?|exit(?:ed|ing|s)?)$")),
    ("near", re.compile(r"\bbetween$")),
)
_LONGEST_WORDS = 24
"""Letters that none of these words has: before them nothing need be looked at."""

_SKIPPED = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|city|cities|towns?|villages?|provinces?|governorates?|districts?|regions?|areas?|outskirts?|countryside"
    r"|strongholds?|bastions?|desert|pocket|border|of|eastern|western|northern|southern|north|south|east|west|northeastern|northwestern"
    r"|southeastern|southwestern|central|held|neighbouring|neighboring|city's|Islamic|State|nearby"
    # "Syria's", "Iraqi", "Lebanese", "Turkish", "rebel-held": whose the place is
    r"|(?-i:[A-Z][a-z]+(?:['’]s|i|an|ese|ish))|[\w-]+-(?:held|controlled|occupied|ruled|run))\s+)+$",
    re.IGNORECASE,
)
_ORDER: dict[Role, int] = {"at": 0, "near": 1, "to": 2, "from": 3, "via": 4}


# "According to a source in Palmyra,": where words come from is no scene
_SAID_BY = re.compile(r"^\W{0,3}(?:According to|Citing|As reported by|Per)\s[^,]{1,120},", re.IGNORECASE)

# "ERBIL, Kurdistan Region — The coalition": where a story was written
_DATELINE = re.compile(
    r"^[^\W\da-z_][\w'’. -]{2,30}?(?:,?\s?\([^()\n]{1,40}\)|,\s[^—–\n]{1,50}?)?"
    r"(?:\s{0,2}[—–]|\s--?|\s\"”)\s{0,2}(?=[\"“'‘]?[^\W\da-z_])"
)


def places_of(sentence: Sentence, places: Sequence[PlaceMention], verb_start: int = -1) -> tuple[Where, ...]:
    """The places where the sentence's event happens or leads, best role first, each place once.

    Args:
        sentence: its words.
        places: the places it names.
        verb_start: where in it the verb of the event stands, if known.
    """
    places = _own_places(sentence, places, verb_start)
    attributed = _SAID_BY.match(sentence.text)
    dateline = _DATELINE.match(sentence.text)
    if dateline is not None and places and places[0].start == sentence.start:
        below = _scene(sentence, places, dateline.end())
        if any(where.is_placed for where in below):
            return below
    return _scene(sentence, places, attributed.end() if attributed else 0)


# ", which is battling the group in Mosul,": what is told beside of somebody or something
_INSERTION = re.compile(r",\s(?:who|whom|whose|which)\b[^,;]{0,160},")


def _own_places(sentence: Sentence, places: Sequence[PlaceMention], verb_start: int) -> Sequence[PlaceMention]:
    """The places without governments, without where it was told and, if others are left, without asides."""
    if not places:
        return places
    text = sentence.text
    kept = [place for place in places if not (_is_of_state(sentence, place, verb_start) or _is_outlet(sentence, place))]
    if verb_start < 0 or ", wh" not in text:
        return kept
    asides = [span for span in (one.span() for one in _INSERTION.finditer(text)) if not span[0] < verb_start < span[1]]
    own = [place for place in kept if not any(a < place.start - sentence.start < b for a, b in asides)]
    return own if any(place.use == "place" for place in own) else kept


def _is_of_state(sentence: Sentence, mention: PlaceMention, verb_start: int) -> bool:
    """Whether a capital is named for its government, or only as where something was said."""
    if mention.place is None or mention.use != "place" or mention.place.name not in CAPITALS:
        return False
    at = mention.start - sentence.start
    if is_government(sentence.text, at, at + len(mention.text)):
        return True
    return verb_start >= 0 and is_where_told(sentence.text, at, verb_start)


# "al-Mayadeen news network"
_OUTLETS = tuple(
    f" {word}"
    for word in "TV Television television News news Network network Channel channel Radio radio Newspaper"
    " newspaper Daily daily Website website".split()
)
_OUTLET_LETTERS = "TtNnCcRrDdWw"
_TO_ENDS = ("d ", "o ")
# "confirmed to Rudaw": who is told is nobody's scene
_TOLD_TO = ("told ", "informed ", "confirmed to ", "said to ", "explained to ", "spoke to ", "speaking to ")


def _is_outlet(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a place's name is that of a paper or a channel."""
    text, at = sentence.text, mention.start - sentence.start
    behind = at + len(mention.text)
    if text[behind + 1 : behind + 2] in _OUTLET_LETTERS and text.startswith(_OUTLETS, behind):
        return True
    return text[at - 2 : at] in _TO_ENDS and text.endswith(_TOLD_TO, 0, at)


def _scene(sentence: Sentence, places: Sequence[PlaceMention], said_until: int) -> tuple[Where, ...]:
    """The places that a sentence names from an offset on."""
    found: dict[str, Where] = {}
    previous_role: Role | None = None
    previous_end = -1
    for mention in places:
        at = mention.start - sentence.start
        if at < said_until or not (mention.use == "place" or _is_soil(sentence.text, mention, at)):
            continue
        if sentence.text.startswith(" time", at + len(mention.text)) or _is_of_a_name(sentence.text, at):
            continue  # "at 5 pm Moscow time", "Islamic State of Iraq and the Levant"
        if _comes_from(sentence.text[max(0, at - 120) : at]):
            continue
        joined = (
            sentence.text[max(0, previous_end - sentence.start) : mention.start - sentence.start]
            if previous_end >= 0
            else ""
        )
        goes_on = previous_role is not None and _LIST.fullmatch(joined) is not None
        if not goes_on and mention.use == "place" and _acts(sentence, mention):
            continue
        role = previous_role if goes_on and previous_role else _role(sentence, mention)
        previous_role, previous_end = role, mention.end
        where = _where(mention, role)
        key = where.place_id or where.text.casefold()
        if key not in found or _ORDER[role] < _ORDER[found[key].role]:
            found[key] = where
    kept = [where for where in found.values() if not _is_redundant(where, found.values())]
    return tuple(sorted(kept, key=lambda where: (_ORDER[where.role], not where.is_placed)))


_LOCATIVE = re.compile(
    r"\b(?:in|inside|within|into|at|across|through|throughout|from|to|towards?|near|via|over|around|for|enter(?:ed|s|ing)?"
    r"|left|leav(?:es|ing)|reach(?:ed|es|ing)?|fled|exit(?:ed|s|ing)?"
    r"|(?:east|west|north|south|parts?|rest|middle|heart|centre|center|areas?|territory|much|most|all|borders?) of)"
    r"\s(?:the\s)?(?:(?:eastern|western|northern|southern|central|north-?eastern|north-?western|south-?eastern|south-?western)\s)?$",
    re.IGNORECASE,
)


_LIKE_STATES = frozenset({"European Union"})
"""Regions that decide and act as states do."""

# "crossed into Lebanese territory", "on Syrian soil": the country, not its people
_COMPASS = re.compile(
    r"\b(?:northern|southern|eastern|western|central|north-?eastern|south-?eastern|north-?western|south-?western)\s$"
)
# "shelled northern Syria": a part of a country acts not

_SOIL = re.compile(r"\s(?:territor(?:y|ies)|soil|airspace|lands?)\b")

# "militants, most of them from the Caucasus, Kazakhstan": where people come from is no scene
_ORIGIN = re.compile(
    r"\b(?:(?:most|many|some|all|several|majority|both) of (?:them|whom|which)|mostly|mainly|originally|hailing"
    r"|natives?)(?:\s(?:are|were|come|came))?\s(?:from|of)\s(?:[^.;:]{0,80},\s|[^.;:]{0,60}\sand\s)?(?:the\s)?$"
)


def _comes_from(before: str) -> bool:
    return ("from" in before or " of " in before) and _ORIGIN.search(before) is not None


_OF_A_NAME = re.compile(r"Islamic State (?:in|of) (?:Iraq and (?:the )?)?$")


def _is_of_a_name(text: str, at: int) -> bool:
    return "Islamic State" in text and _OF_A_NAME.search(text[max(0, at - 40) : at]) is not None


def _is_soil(text: str, mention: PlaceMention, at: int) -> bool:
    """Whether a people's name says whose the land is on which something happens."""
    if mention.use != "demonym" or mention.place is None:
        return False
    before = text[max(0, at - 60) : at]
    soil = _SOIL.match(text, at + len(mention.text)) is not None
    return soil and (before.endswith(" on ") or bool(_LOCATIVE.search(before)))


def _acts(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a country's name stands for its state: without a word of place before it, it is an actor.

    "the US and its allies struck", "Iraq's prime minister": nothing happened "at" the country's centre.
    """
    if mention.place is None or not (mention.place.kind == "country" or mention.place.name in _LIKE_STATES):
        return False
    at = mention.start - sentence.start
    if _COMPASS.search(sentence.text[max(0, at - 20) : at]):
        return False
    if _VOTES.match(sentence.text, at + len(mention.text)):
        return False
    possessive = re.match(r"['’]s\b", sentence.text[at + len(mention.text) :])
    return possessive is not None or not _LOCATIVE.search(sentence.text[max(0, at - 60) : at])


# "Iraq holds its third elections": in all the land
_VOTES = re.compile(r"\s(?:(?:holds?|held)\s(?:[\w-]+\s){0,4}(?:elections?|referendum|vote|census)|votes?\b|voted\b)")

# "between Humayma and As Sukhnah", "Raqqa, Hama and Homs"
_LIST = re.compile(r"\s{0,2}(?:,|and|or|, and)\s{1,2}(?:the\s)?")


def _is_redundant(where: Where, all_places: Iterable[Where]) -> bool:
    """Whether a country only says where a finer place of the same role lies: "al-Mayadin in Syria"."""
    return where.kind == "country" and any(
        other is not where and other.role == where.role and other.kind != "country" and other.is_placed
        for other in all_places
    )


def inherited_places(before: tuple[Where, ...]) -> tuple[Where, ...]:
    """The scene of the sentence before, for one that goes on from it without naming a place."""
    scene = tuple(where for where in before if where.role in ("at", "near") and where.is_placed)
    return tuple(
        where.with_(reasons=(*where.reasons, "inherited from the sentence before"), score=where.score / 2)
        for where in scene
    )


_HAPPENINGS = (
    r"(?:attacks?|assault|(?:air\s?|air-)?strikes?|(?:air\s)?raids?|bombings?|bombardments?|shelling|blasts?|explosions?"
    r"|clashes|fight|fighting|battles?|shooting|massacre|killings?|operations?|offensive|siege|ambush|protests?)"
)
_LONG = frozenset({"river", "border"})
"""Kinds that run on for hundreds of kilometres: their middle is no scene."""


def where_along(where: tuple[Where, ...], scene: tuple[Where, ...]) -> tuple[Where, ...]:
    """The places with the scene told before, where they are only a river or border that runs by it."""
    placed = [place for place in where if place.is_placed]
    if not scene or not placed or not all(place.kind in _LONG for place in placed):
        return where
    by_it = any(_is_near(place, scene[0]) for place in placed)
    return (*inherited_places(scene), *where) if by_it else where


# "in the town", "reached the besieged enclave": the place told before
_PLACE_WORD = r"(?:city|town|village|province|enclave|camp|district|neighbou?rhood|area|airport|airbase|[Oo]ld [Cc]ity)"
_THE_PLACE = re.compile(
    r"(?:\b(?:in|of|from|into|to|near|around|inside|outside|on|at|over|across|entered|left|stormed|captured|recaptured|retook|took|liberated|cleared|surrounded|reached|seized)"
    r"\s(?:the|this|that)\s(?:[a-z-]{3,15}\s){0,2}?|^\W{0,3}The\s(?:[a-z-]{3,15}\s){0,2}?)"
    + _PLACE_WORD
    + r"\b(?!\s(?:of|called|named)\b)"
    # a quarter that no gazetteer knows is one of the town told before
    r"|\b(?:district|neighbou?rhood|quarter)s?\sof\s[^\W\da-z_]"
    # "killed in the clashes", "The fight between the two groups": what happened there
    r"|\b(?:in|during|of|from|by|after)\s(?:the|this|that|these|those)\s(?:[a-z-]{3,15}\s){0,2}?"
    + _HAPPENINGS
    + r"\b(?!-)|^\W{0,3}(?:The|This|These|Those)\s(?:[a-z-]{3,15}\s){0,2}?"
    + _HAPPENINGS
    + r"\b(?!-)"
)


def scene_of(where: Iterable[Where]) -> tuple[Where, ...]:
    """The place that later words point back to ("the town"): the first that is none of a whole country."""
    for place in where:
        if place.is_placed and place.kind != "country" and place.role in ("at", "near", "to"):
            return (place.with_(role="at") if place.role == "to" else place,)
    return ()


def meant_places(text: str, named: Sequence[Where], scene: tuple[Where, ...]) -> tuple[Where, ...]:
    """The last scene told, where a sentence points back to it or names only places that are not known."""
    return inherited_places(scene) if scene and (named or _THE_PLACE.search(text)) else ()


_STAYS_KM = 30.0
"""What is told within this many kilometres is one scene: a town with its quarters."""

_DEEDS = frozenset(
    {"attack", "strike", "movement", "clash", "offensive", "violence against civilians", "territory", "detention"}
)
"""Types that happen on the spot; words and decisions are told from elsewhere."""


def of_one_scene(kind: str, told: Sequence[Where], headline: Sequence[Where] = ()) -> tuple[Where, ...]:
    """The scene of a story that has told of one place at least twice and of no other: a deed without a place is there.

    Args:
        kind: the event's type.
        told: the scenes of the story up to here, in the order told.
        headline: places of the headline, which are a telling where they are the story's.
    """
    if kind not in _DEEDS or not told:
        return ()
    finest = min(reversed(told), key=lambda where: where.radius_km or 0.0)
    tellings = len(told) + sum(_is_near(place, finest) for place in headline)
    if tellings < _TOLD_TWICE or not all(_is_near(place, finest) for place in told):
        return ()
    reasons = (*finest.reasons, "the story has told of no other place so far")
    return (finest.with_(reasons=reasons, score=finest.score / 2, role="near"),)


_TOLD_TWICE = 2


def on_the_spot(kind: str, scene: tuple[Where, ...]) -> tuple[Where, ...]:
    """The scene told just before, for a deed that is told on without a place of its own."""
    return inherited_places(scene) if kind in _DEEDS else ()


def scenes_in(where: Iterable[Where]) -> list[Where]:
    """Where something happened, of an event's places: neither a whole country, nor a border, nor whence and whither."""
    return [
        place
        for place in where
        if place.is_placed and place.role in ("at", "near") and place.kind not in ("country", "border")
    ]


def placed_in(places: Iterable[PlaceMention]) -> tuple[Where, ...]:
    """The places, finer than a country, that words such as a headline name."""
    named = (_where(mention, "at") for mention in places if mention.use == "place")
    return tuple(where for where in named if where.is_placed and where.kind != "country")


def _is_near(one: Where, other: Where) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(_STAYS_KM, one.radius_km or 0.0)


_CAPITALS = {
    "Syria": "Damascus", "Iraq": "Baghdad", "Lebanon": "Beirut", "Turkey": "Ankara", "Iran": "Tehran",
    "Jordan": "Amman", "Syrian": "Damascus", "Iraqi": "Baghdad", "Lebanese": "Beirut", "Turkish": "Ankara",
    "Iranian": "Tehran", "Jordanian": "Amman",
}  # fmt: skip
# "the Syrian capital", "Iraq's capital"; not "the Turkish capital Ankara"
_CAPITAL_OF = re.compile(r"\b(" + "|".join(_CAPITALS) + r")(?:['’]s)?\scapital\b(?!,?\s[A-Z])")


def capital_meant(text: str, places: Iterable[PlaceMention]) -> tuple[Where, ...]:
    """The capital that a sentence speaks of by its country, where the document names it elsewhere."""
    meant = _CAPITAL_OF.search(text) if " capital" in text else None
    if meant is None:
        return ()
    name = _CAPITALS[meant[1]]
    mention = next((one for one in places if one.place is not None and one.place.name == name), None)
    return () if mention is None else (_where(mention, "at").with_(text=meant[0]),)


def _role(sentence: Sentence, mention: PlaceMention) -> Role:
    at = mention.start - sentence.start
    before = sentence.text[max(0, at - 90) : at]
    bare = _SKIPPED.sub("", before).rstrip(" (“\"'‘").lower()
    for role, pattern in _ROLES:
        if pattern.search(bare, max(0, len(bare) - _LONGEST_WORDS)):
            return role
    if re.search(r"\boutskirts?\b[^,]{0,30}$", before, re.IGNORECASE):
        return "near"
    return "at"


def _where(mention: PlaceMention, role: Role) -> Where:
    others = tuple(c for c in mention.candidates if mention.place is None or c.place.id != mention.place.id)[:4]
    chosen = next((c for c in mention.candidates if mention.place is not None and c.place.id == mention.place.id), None)
    if chosen is not None:
        placed = Where.of(chosen, role, mention.text, others)
        return placed.with_(reasons=mention.reasons or chosen.reasons, status=mention.status)
    if mention.place is None:
        status: PlaceStatus = "rejected" if mention.status == "rejected" else "unresolved"
        return Where(role, mention.text, status=status, reasons=mention.reasons, candidates=others)
    return Where.of(Candidate(mention.place, 0.5, mention.reasons), role, mention.text, others)
