"""The places a sentence names for its event: without governments, media, origins and where it was told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.placing.containing import holds, is_redundant, runs_by, says_where, says_whose
from timeline_app.events.placing.handing import OF_DATELINE, near_it
from timeline_app.events.placing.roles import ITS_SIDE, ORDER, narrowed, role_of, where_of
from timeline_app.events.placing.told_from import own_places
from timeline_app.events.sentences import Sentence
from timeline_app.model import PlaceMention, Role, Where

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
    r"|^[^\W\da-z_][A-Z’'-]{2,20}(?:\s[A-Z][A-Z’'-]{2,20})?(?:,\s[A-Z][\w ]{2,20})?:\s(?=[\"“A-Z\d])"
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
    places = own_places(sentence, places, verb_start)
    attributed = _SAID_BY.match(sentence.text)
    dateline = _DATELINE.match(sentence.text)
    if dateline is not None and places and places[0].start - sentence.start < dateline.end():
        below = _scene(sentence, places, dateline.end(), verb_start)
        if any(where.is_placed for where in below):
            return below
        written = _scene(sentence, places, 0, verb_start)
        return tuple(near_it(one, OF_DATELINE) if one.is_placed else one for one in written)
    return _scene(sentence, places, attributed.end() if attributed else 0, verb_start)


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
        if _is_of_a_name(sentence.text, at, mention.text) or _FRIENDS_OF.search(sentence.text, max(0, at - 30), at):
            continue
        acting = at < verb_start and mention.place is not None and mention.place.kind == "country"
        if _comes_from(sentence.text[max(0, at - 120) : at], acting) or _LIES_ON_ROAD.search(sentence.text, 0, at):
            continue
        if _is_end_of_road(sentence.text, at):
            continue
        joined = (
            sentence.text[max(0, previous_end - sentence.start) : mention.start - sentence.start]
            if previous_end >= 0
            else ""
        )
        goes_on = previous_role is not None and _LIST.fullmatch(joined) is not None
        told_for_another = mention.place is not None and says_where(joined, mention.place, list(found.values()))
        if told_for_another or _is_so_far_from(joined, mention):
            continue
        if not goes_on and mention.use == "place" and _acts(sentence, mention):
            continue
        if previous_key and mention.place is not None and says_whose(joined, found[previous_key], mention.place):
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
    told = (where for where in named if not (is_redundant(where, named) or runs_by(where, named)))
    kept = [where for where in told if not holds(where, named[: named.index(where)])]
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


# "Tara, about 6 km from the border", "Tara, 30 km east of Bana": how far the place before it lies from another
_SO_FAR_FROM = re.compile(
    r"\s?[,(]\s?(?:which\s)?(?:(?:lies|is|lying|located|situated)\s)?"
    r"(?:(?:just|only|about|around|some|roughly|nearly|less\sthan|more\sthan)\s){0,2}"
    r"(?:\d[\d.,]*|[a-z]{3,9})[\s-](?:km|kms|kilomet(?:er|re)s|miles|met(?:er|re)s|mi)\s(?:away\s)?(?:\([^()]{2,20}\)\s)?"
    r"(?:to\sthe\s)?(?:(?:north|south)?-?(?:east|west)\s|north\s|south\s)?(?:from|of)\s(?:the\s)?(?:[a-z]+\sof\s)?(?:[A-Z].*)?"
)


def _is_so_far_from(joined: str, mention: PlaceMention) -> bool:
    """Whether a name only says how far from it the place before it lies; "30 km east of Bana" is such a name whole."""
    words = f"{joined}{mention.text}" if mention.text[:1].isdigit() else joined
    return _SO_FAR_FROM.fullmatch(words) is not None


# "factions loyal to Turkey", "a group hostile to Iran": whose friends somebody is
_FRIENDS_OF = re.compile(
    r"\b(?:loyal|allied|opposed|hostile|linked|tied|friendly|answerable|beholden)\s(?:to|with)\s(?:both\s)?(?:the\s)?$"
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
    r"\b(?:(?:most|many|some|all|several|majority|both) of (?:them|whom|which)|who (?:also )?(?:comes|hails|came)"
    r"|mostly|mainly|originally|hailing"
    r"|natives?)(?:\s(?:are|were|come|came))?\s(?:from|of)\s(?:[^.;:]{0,80},\s|[^.;:]{0,60}\sand\s)?(?:the\s)?$"
)


# "fighters from Lebanon": who they are; what they do may be anywhere
_FIGHTERS_FROM = re.compile(
    r"\b(?:fighters|troops|soldiers|forces|men|peacekeepers|police|nationals|nuns|workers|gunmen|militants|militiamen|volunteers|mercenaries|jihadists|recruits|advisers"
    r"|experts|officers|jets|planes|aircraft)\sfrom\s(?:the\s)?(?:neighbou?ring\s)?$",
    re.IGNORECASE,
)


def _comes_from(before: str, acting: bool) -> bool:
    """Whether a name says where people come from; of a country also where they are who acts."""
    if acting and _FIGHTERS_FROM.search(before):
        return True
    if _SEATED.search(before) or _AFFILIATE.search(before):
        return True
    return ("from" in before or " of " in before) and _ORIGIN.search(before) is not None


# "al-Qaida's affiliate in Syria": which group it is
_AFFILIATE = re.compile(r"\b(?:affiliate|branch|wing|offshoot|franchise|chapter|proxy|arm)\s(?:in|for)\s(?:the\s)?$")
# "the quarter, on the highway to Damascus,": on which road something lies
_LIES_ON_ROAD = re.compile(
    r",\s(?:which\slies\s|lying\s|located\s)?on\sthe\s(?:[a-z]+\s){0,2}(?:highway|road|motorway)\s(?:that\sleads\s|leading\s)?(?:to|towards?)\s"
    r"(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?$"
)
# "secured the highway leading to Damascus", "cut the road to Homs": which road it is, somewhere on its way
_ROAD_TO = re.compile(
    r"\b(?:highway|road|motorway|route|railway)\s(?:(?:that\slead|which\slead|that\srun|leading|running|heading|going)s?\s)?(?:to|towards?)\s"
    r"(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?$"
)


def ends_of_roads(sentence: Sentence, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The places that only say which road it is, for what happened on it and is told nowhere else."""
    told = (one for one in places if one.place is not None and one.use == "place")
    return tuple(where_of(one, "to") for one in told if _is_end_of_road(sentence.text, one.start - sentence.start))


def _is_end_of_road(text: str, at: int) -> bool:
    return _ROAD_TO.search(text, max(0, at - 60), at) is not None


_NO_PLACE = (
    " director", " editor", " correspondent", " analyst", " researcher", " desk", " programme", " program", " time",
    " Street", " Avenue", " Boulevard", " Lane", " Square", " Roundabout",
)  # fmt: skip
"""Behind a name: the clock of a place, a street or square that is called after one, whose office it is."""

_OF_A_NAME = re.compile(r"Islamic State (?:in|of) (?:(?:Iraq|Syria) and (?:the )?)?$")


def _is_of_a_name(text: str, at: int, place: str) -> bool:
    """Whether a place stands in another name: "at 5 pm Moscow time", "on Aleppo Street", "Islamic State of Iraq"."""
    if text.startswith(_NO_PLACE, at + len(place)):
        return True
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
