"""The places a sentence names for its event: without governments, media, origins and where it was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline_app.events.placing.governments import CAPITALS, is_government, is_where_told
from timeline_app.events.placing.roles import ITS_SIDE, ORDER, narrowed, role_of, where_of
from timeline_app.events.sentences import Sentence
from timeline_app.geo import distance_km
from timeline_app.model import Place, PlaceMention, Role, Where

# "According to a source in Palmyra,": where words come from is no scene
_SAID_BY = re.compile(r"^\W{0,3}(?:According to|Citing|As reported by|Per)\s[^,]{1,120},", re.IGNORECASE)

# "ERBIL, Kurdistan Region — The coalition": where a story was written
_DATELINE = re.compile(
    r"^(?!(?:On|In|At|By|Since|Last|After|Before|During|From|For|Until|Between|Within|Under)\b)"
    r"[^\W\da-z_][\w'’. -]{2,30}?(?:,?\s?\([^()\n]{1,40}\)|,\s[^—–\n]{1,50}?)?"
    r"(?:\s{0,2}[—–]|\s--?|\s//|\s\"”)\s{0,2}(?=[\"“'‘]?(?:[^\W\da-z_]|\d))"
    # "(Beirut) - At least 27 people"
    r"|^\([^\W\da-z_][^()\n]{2,40}\)\s?(?:[—–]|--?)\s{0,2}(?=[\"“'‘]?(?:[^\W\da-z_]|\d))"
    # "AMMAN: Fresh troops reached"
    r"|^[^\W\da-z_][A-Z’'-]{2,20}(?:\s[A-Z][A-Z’'-]{2,20})?:\s(?=[\"“A-Z\d])"
)


def story_start(sentence: Sentence) -> int:
    """The offset in the document where a sentence goes on behind a dateline within it: its day dates no event."""
    dateline = _DATELINE.match(sentence.text)
    return sentence.start + (0 if dateline is None else dateline.end())


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
    if dateline is not None and places and places[0].start - sentence.start < dateline.end():
        below = _scene(sentence, places, dateline.end(), verb_start)
        if any(where.is_placed for where in below):
            return below
    return _scene(sentence, places, attributed.end() if attributed else 0, verb_start)


# ", which is battling the group in Mosul,": what is told beside of somebody or something
_INSERTION = re.compile(r",\s(?:who|whom|whose|which)\b[^,;]{0,160},")


# "Rebels in Syria say that the group took", ", the agency's reporters in Syria confirmed": where who speaks is
_WHO_SAYS_THAT = re.compile(
    r"\s(?:say|says|said|claim|claims|claimed|report|reported|believe|believed|told\s[^,;]{2,30}?)\sthat\b"
)
_SPEAKS = re.compile(r"\s(?:said|says|say|confirmed|reported|reports|announced|added)\W{0,3}$")
_SPEAKERS = re.compile(
    r"(?:^\W{0,3}|[,;]\s)(?:[\w’'.-]{1,20}\s){0,4}(?:in|from)\s(?:the\s)?(?:(?:north|south|east|west)\w{0,7}\s|central\s)?$"
)


# "Omar Rida, head of a monitor in Malta, said that they had fled from there": where who speaks has his office
_THERE = re.compile(
    r"\bthere\b(?!\s(?:is|are|was|were|had|has|have|will|would)\b)|\bthe\s(?:city|town|village|camp)\b(?!\sof\b)"
)
_HEAD_OF = re.compile(r"[A-Z][\w’'-]{1,20},\s(?:the\s|an?\s)?[a-z][^,;]{3,80}\b(?:in|of|from|at)\s(?:the\s)?$")
_SAID_NEXT = re.compile(
    r",\s(?:who\s)?(?:said|says|told|tells|reported|confirmed|added|stated|announced|warned|claimed)\b"
)


def _is_of_speaker(sentence: Sentence, mention: PlaceMention, verb_start: int) -> bool:
    """Whether a country is named only for who tells what happened: of a town it is likely where it did, too."""
    if mention.place is None or mention.place.kind != "country":
        return False
    at = mention.start - sentence.start
    end = at + len(mention.text)
    text = sentence.text
    head = _SAID_NEXT.match(text, end) is not None and _HEAD_OF.search(text, max(0, at - 120), at) is not None
    if head and _THERE.search(text, end) is not None:
        return True
    if _SPEAKERS.search(text, max(0, at - 90), at) is None:
        return False
    return (end < verb_start and _WHO_SAYS_THAT.match(text, end) is not None) or (
        0 <= verb_start < at and _SPEAKS.match(text, end) is not None
    )


# "bombed the fort after warning the army to leave the hills of Tara": what was said is of elsewhere
_WARNING = re.compile(
    r"\b(?:after|before|while|having)\s(?:publicly\s|repeatedly\s)?(?:warn|accus|urg|tell|threaten|call|vow|say|order|ask|demand|pledg)"
    r"ing\b"
)

# ", said Omar Rida, the head of the Anbar command": whose words they are
_SAID_BEHIND = re.compile(r",[”\"]?\s(?:said|says|told|added|according\sto)\s[^”\"]{3,160}$")


def _names_a_deed(sentence: Sentence, mention: PlaceMention) -> bool:
    """Whether a place only says which deed something is about: "hanged over the Speicher massacre" is elsewhere."""
    at = mention.start - sentence.start
    if not _DEED_CALLED.match(sentence.text, at + len(mention.text)):
        return False
    return _ABOUT.search(sentence.text, max(0, at - 60), at) is not None


_DEED_CALLED = re.compile(
    r"(?:\s(?:massacres?|killings?|bombings?|attacks?|murders?|abductions?|kidnappings?|executions?|blasts?|explosions?|raids?"
    r"|slaughter|atrocit(?:y|ies)|shootings?|disaster)|['’]s\s(?:massacre|bombing|slaughter))\b"
)
_ABOUT = re.compile(
    r"(?<!responsibility\s)\b(?:over|for|about|into|behind|regarding|concerning)\s(?:(?:the|its|their|his)\s)?(?:\d{4}\s)?[\"“]?$"
)


def _own_places(sentence: Sentence, places: Sequence[PlaceMention], verb_start: int) -> Sequence[PlaceMention]:
    """The places without governments, without where it was told and, if others are left, without asides."""
    if not places:
        return places
    text = sentence.text
    kept = [place for place in places if not (_is_of_state(sentence, place, verb_start) or _is_outlet(sentence, place))]
    said = _SAID_BEHIND.search(text, max(verb_start, 0)) if verb_start >= 0 else None
    if said is not None:
        told = [place for place in kept if place.start - sentence.start < said.start()]
        kept = told if any(place.use == "place" for place in told) else kept
    kept = [place for place in kept if not _is_of_speaker(sentence, place, verb_start)]
    kept = [place for place in kept if not _names_a_deed(sentence, place)]
    mattering = [place for place in kept if _is_what_it_is_for(text, place.start - sentence.start)]
    if mattering and (len(mattering) < len(kept) or _A_PLACE_TOLD.search(text)):
        kept = [place for place in kept if place not in mattering]
    warned = _WARNING.search(text, verb_start) if verb_start >= 0 else None
    if warned is not None:
        kept = [place for place in kept if place.start - sentence.start < warned.start()]
    if verb_start < 0 or ", wh" not in text:
        return kept
    asides = [span for span in (one.span() for one in _INSERTION.finditer(text)) if not span[0] < verb_start < span[1]]
    own = [place for place in kept if not any(a < place.start - sentence.start < b for a, b in asides)]
    return own if any(place.use == "place" for place in own) else kept


def _is_what_it_is_for(text: str, at: int) -> bool:
    return _WHAT_IT_IS_FOR.search(text, max(0, at - 90), at) is not None


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
    if _AIRS.match(text, behind) or _CHANNEL.search(text, max(0, at - 40), at):
        return True
    return text[at - 2 : at] in _TO_ENDS and text.endswith(_TOLD_TO, 0, at)


# "Mayadeen aired pictures", "told the channel Mayadeen"
_AIRS = re.compile(r"\s(?:also\s)?(?:aired|broadcast|televised|interviewed|quoted)\s")
_CHANNEL = re.compile(r"\b(?:channel|newspaper|broadcaster|daily|station|website|outlet|magazine)\s[“\"]?$")


def _scene(sentence: Sentence, places: Sequence[PlaceMention], said_until: int, verb_start: int) -> tuple[Where, ...]:
    """The places that a sentence names from an offset on."""
    found: dict[str, Where] = {}
    previous_role: Role | None = None
    previous_end = -1
    previous_key = ""
    whose: set[str] = set()
    for mention in places:
        at = mention.start - sentence.start
        if at < said_until or not (mention.use == "place" or _is_soil(sentence.text, mention, at)):
            continue
        if _PEOPLE.match(sentence.text, at + len(mention.text)) and not _IN.search(sentence.text[max(0, at - 20) : at]):
            continue
        if sentence.text.startswith(_NO_PLACE, at + len(mention.text)) or _is_of_a_name(sentence.text, at):
            continue  # "at 5 pm Moscow time", "on Aleppo Street", "Islamic State of Iraq and the Levant"
        acting = at < verb_start and mention.place is not None and mention.place.kind == "country"
        if _comes_from(sentence.text[max(0, at - 120) : at], acting) or _LIES_ON_ROAD.search(sentence.text, 0, at):
            continue
        joined = (
            sentence.text[max(0, previous_end - sentence.start) : mention.start - sentence.start]
            if previous_end >= 0
            else ""
        )
        goes_on = previous_role is not None and _LIST.fullmatch(joined) is not None
        if mention.place is not None and _says_where(joined, mention.place, list(found.values())):
            continue
        if not goes_on and mention.use == "place" and _acts(sentence, mention):
            continue
        if previous_key and mention.place is not None and _says_whose(joined, found[previous_key], mention.place):
            del found[previous_key]
        role = previous_role if goes_on and previous_role else role_of(sentence, mention)
        previous_role, previous_end = role, mention.end
        where = where_of(narrowed(sentence.text, mention, at), role)
        belongs = (previous_key in whose) if goes_on else _BELONGS_TO.search(sentence.text, 0, at) is not None
        key = previous_key = where.place_id or where.text.casefold()
        if belongs and role in ("at", "from"):
            whose.add(key)
        if key not in found or ORDER[role] < ORDER[found[key].role]:
            found[key] = where
    named = list(found.values())
    told = (where for where in named if not (_is_redundant(where, named) or _runs_by(where, named)))
    kept = [where for where in told if not _holds(where, named[: named.index(where)])]
    kept = _without_homes(kept, whose)
    return tuple(sorted(kept, key=lambda where: (ORDER[where.role], not where.is_placed)))


# "struck a convoy of residents of Tara": whose they are, where the scene is told beside
_BELONGS_TO = re.compile(
    r"\b(?:residents|inhabitants|natives|evacuees|citizens|townspeople|villagers|sons|convoys?|buses|families)\sof\s"
    r"(?:the\s)?(?:(?:city|town|towns|village|villages|district)\sof\s)?$"
)


def _without_homes(named: list[Where], whose: set[str]) -> list[Where]:
    """The places, those that only tell whose people are as where they came from, beside a scene."""
    homes = [where for where in named if (where.place_id or where.text.casefold()) in whose]
    scene = any(where.role in ("at", "near") and where.is_placed and where not in homes for where in named)
    return [where.with_(role="from") if scene and where in homes else where for where in named]


_LOCATIVE = re.compile(
    r"\b(?:in|inside|within|into|at|across|through|throughout|from|to|towards?|near|via|over|around|for|enter(?:ed|s|ing)?"
    r"|left|leav(?:es|ing)|reach(?:ed|es|ing)?|fled|exit(?:ed|s|ing)?"
    r"|(?:(?:north|south)?-?(?:east|west)|north|south|parts?|rest|middle|heart|centre|center|areas?|territory|much|most|all"
    r"|borders?|swathes?|swaths?|tracts?|stretch(?:es)?|chunks?|corners?|third|half|quarter|regions?|provinces?) of"
    r"|(?<!sealed )(?<!sealing )(?<!cut )(?<!cutting )(?<!blocked )(?<!set )(?<!fenced )(?<!closed )"
    r"(?<!fired )(?<!paid )(?<!fought )off)"
    r"\s(?:the\s)?(?:(?:central|(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?)\s)?$",
    re.IGNORECASE,
)


_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|of)\s(?:the\s)?$")
# "Beni Halba gunmen", "the Shaitat tribe": a people, whose land may lie anywhere
_PEOPLE = re.compile(
    r"(?:\s[A-Z][\w’'-]{2,20})?\s(?:gunmen|gunman|tribes?|tribal|tribesmen|tribesman|horsemen|clans?|clansmen|nomads|herders|militiamen|warriors|elders"
    r"|sheikhs)\b"
)

_LIKE_STATES = frozenset({"European Union"})
"""Regions that decide and act as states do."""

# "crossed into Lebanese territory", "on Syrian soil": the country, not its people
_COMPASS = re.compile(r"\b(?:central|(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?)\s$")
# "shelled northern Syria": a part of a country acts not

_SOIL = re.compile(r"\s(?:territor(?:y|ies)|soil|airspace|lands?)\b")

# "the Observatory, based in Britain", "a dissident exiled in Jordan", "which has its seat in Geneva": where those who
# act are, not what they do
_SEATED = re.compile(
    r"(?<!\bbe )(?<!\bbeen )\b(?:based|headquartered|resident|residing|exiled|who lives?"
    # of who speaks only: what has its offices in a town may be what was hit there
    r"|(?:said|says|told|added|according\sto|reported\sby)\b[^;.]{3,90},\swhich\s(?:has|had)\sits\s(?:seat|headquarters|offices?))\s(?:in|at)\s"
    r"(?:neighbou?ring\s)?(?:the\s)?(?:[A-Z][\w-]{1,20},\s)?$"
)

# "drivers, some of them from Malta, Cyprus": where people come from is no scene
_ORIGIN = re.compile(
    r"\b(?:(?:most|many|some|all|several|majority|both) of (?:them|whom|which)|mostly|mainly|originally|hailing"
    r"|natives?)(?:\s(?:are|were|come|came))?\s(?:from|of)\s(?:[^.;:]{0,80},\s|[^.;:]{0,60}\sand\s)?(?:the\s)?$"
)


# "fighters from Lebanon": who they are; what they do may be anywhere
_FIGHTERS_FROM = re.compile(
    r"\b(?:fighters|troops|soldiers|forces|men|gunmen|militants|militiamen|volunteers|mercenaries|jihadists|recruits|advisers"
    r"|experts|officers|jets|planes|aircraft)\sfrom\s(?:the\s)?(?:neighbou?ring\s)?$",
    re.IGNORECASE,
)


# "the town, a place vital for shielding Damascus": why a place matters is not where something happened, where another
# is told or pointed to
_WHAT_IT_IS_FOR = re.compile(
    r"\b(?:vital|key|crucial|essential|important|critical)\s(?:for|to)\s"
    r"(?:the\s(?:defen[cs]e|supply|control|protection)\sof|[a-z]{4,12}ing)\s(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?$"
)
_A_PLACE_TOLD = re.compile(r"\bthe\s(?:city|town|village|camp)\b(?!\s(?:of|called|named)\b)")


def _comes_from(before: str, acting: bool) -> bool:
    """Whether a name says where people come from; of a country also where they are who acts."""
    if acting and _FIGHTERS_FROM.search(before):
        return True
    if _SEATED.search(before):
        return True
    return ("from" in before or " of " in before) and _ORIGIN.search(before) is not None


# "the quarter, on the highway to Damascus,": on which road something lies
_LIES_ON_ROAD = re.compile(
    r",\s(?:which\slies\s|lying\s|located\s)?on\sthe\s(?:[a-z]+\s){0,2}(?:highway|road|motorway)\s(?:that\sleads\s|leading\s)?(?:to|towards?)\s"
    r"(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?$"
)
_NO_PLACE = (
    " director", " editor", " correspondent", " analyst", " researcher", " desk", " programme", " program", " time",
    " Street", " Avenue", " Boulevard", " Lane", " Square", " Roundabout",
)  # fmt: skip
"""Behind a name: the clock of a place, a street or square that is called after one, whose office it is."""

_OF_A_NAME = re.compile(r"Islamic State (?:in|of) (?:(?:Iraq|Syria) and (?:the )?)?$")


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
    if ITS_SIDE.match(sentence.text, at + len(mention.text)):
        return False  # "a prison in Syria's northeast"
    possessive = re.match(r"['’]s\b", sentence.text[at + len(mention.text) :])
    return possessive is not None or not _LOCATIVE.search(sentence.text[max(0, at - 60) : at])


# "Iraq holds its third elections": in all the land
_VOTES = re.compile(r"\s(?:(?:holds?|held)\s(?:[\w-]+\s){0,4}(?:elections?|referendum|vote|census)|votes?\b|voted\b)")

# "between Humayma and As Sukhnah", "Raqqa, Hama and Homs"
_LIST = re.compile(r"\s{0,2}(?:,|and|or|, and)\s{1,2}(?:the\s)?")


# "the town of Salamiyah in eastern Hama", "Manbij, in the northern countryside of Aleppo": where the first one lies
_LIES_IN = re.compile(
    r",?\s(?:in|of)\s(?:the\s)?(?:(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|rural)\s(?:the\s)?"
    r"(?:(?:countryside|province|governorate|district|region|part|outskirts|suburbs)\sof\s)?"
    r"|(?:countryside|province|governorate|district|region)\sof\s)(?:the\s)?"
    # "al-Mayadin, a city in Deir Ezzor's southern countryside"
    r"|,\s(?:an?|the)\s(?:[\w’'-]+\s){0,3}?(?:town|city|village|hamlet|camp|suburb|area|oasis|enclave|district|quarter|valley)\s(?:in|of)\s"
    r"(?:the\s)?(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s)?"
    r"(?:(?:countryside|province|governorate|district|region|part)\sof\s)?(?:the\s)?"
)


_IN_COUNTRY = re.compile(r",?\s(?:in|inside)\s(?:neighbou?ring\s|nearby\s)?")


def _says_where(joined: str, area: Place, before: Sequence[Where]) -> bool:
    """Whether an area is named only for where the place before it lies, by the words that join the two.

    "toward Flita in Syria", whatever the roles: nothing happened at the middle of the country.
    """
    if _LIES_IN.fullmatch(joined):
        return _is_around(area, before)
    lies_in = area.kind == "country" and _IN_COUNTRY.fullmatch(joined) is not None and bool(before)
    return lies_in and before[-1].is_placed and before[-1].kind != "country" and _is_around(area, before)


# "the Bekaa towns of X", "the Hermel town of X"
_TOWN_OF_IT = re.compile(r"\s(?:border\s|frontier\s)?(?:(?:town|village|suburb)s?|city|cities)\sof\s")


def _says_whose(joined: str, area: Where, town: Place) -> bool:
    """Whether a name is told only for the area of the town behind it, by the words that join the two."""
    if _TOWN_OF_IT.fullmatch(joined) is None or area.lat is None or area.lon is None:
        return False
    if area.place_id == town.id or (area.radius_km or 0.0) <= town.radius_km:
        return False
    return distance_km(area.lat, area.lon, town.lat, town.lon) <= max(AROUND_KM, area.radius_km or 0.0)


def _is_around(area: Place, before: Sequence[Where]) -> bool:
    """Whether the place named last before lies within an area, or within a day's drive of the town it is called by."""
    held = before[-1] if before else None
    if held is None or held.lat is None or held.lon is None or held.place_id == area.id:
        return False
    return distance_km(held.lat, held.lon, area.lat, area.lon) <= max(AROUND_KM, area.radius_km)


AROUND_KM = 150.0
"""How far the land that bears a town's name reaches from it: Palmyra is 140 km from Homs."""


def _is_redundant(where: Where, all_places: Iterable[Where]) -> bool:
    """Whether a country or part of the world only says where a finer place of its role lies: "Mayadin in Syria"."""
    part = where.place_id.startswith("computed:")  # "southern Lebanon and Damascus" are two
    return is_vast(where) and any(
        other is not where
        and (
            other.role == where.role or (part and {where.role, other.role} != {"from", "to"})
        )  # "to Deir Ezzor in eastern Syria"
        and not is_vast(other)
        and other.is_placed
        and (not part or (is_near(where, other) and other.kind != "border"))
        for other in all_places
    )


def _runs_by(where: Where, all_places: Iterable[Where]) -> bool:
    """Whether a river only tells on which bank of it a town lies: "near Khasham, on the bank of the Euphrates".

    Its middle, hundreds of kilometres away, would be drawn as a second scene.
    """
    return (
        where.kind == "river"
        and where.role in ("at", "near")
        and any(
            other.is_placed and other.role in ("at", "near") and (other.radius_km or _STAYS_KM) < _STAYS_KM
            for other in all_places
            if other is not where and is_near(where, other)
        )
    )


def is_vast(where: Where) -> bool:
    """Whether a place is a country or larger: no story goes on from it."""
    return where.kind == "country" or (where.kind == "region" and (where.radius_km or 0.0) > _VAST_KM)


_VAST_KM = 500.0
"""Radius of regions that are larger than most countries: the Middle East."""


def _holds(where: Where, before: Iterable[Where]) -> bool:
    """Whether a division only says where a finer place named before it lies: "Tara, in Homs province"."""
    if where.kind not in _DIVISIONS or where.role not in ("at", "near"):
        return False
    return any(
        other.role in ("at", "near")
        and other.is_placed
        and (other.radius_km or 0.0) < (where.radius_km or 0.0)
        and is_near(where, other)
        for other in before
    )


_DIVISIONS = frozenset({"governorate", "province", "admin1", "admin2", "district", "subdistrict"})


_STAYS_KM = 30.0
"""What is told within this many kilometres is one scene: a town with its quarters."""


def is_near(one: Where, other: Where) -> bool:
    """Whether two places are one scene: within `_STAYS_KM`, or within the first one's own radius."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    return distance_km(one.lat, one.lon, other.lat, other.lon) <= max(_STAYS_KM, one.radius_km or 0.0)


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
