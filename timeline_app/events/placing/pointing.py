"""Words that point back to a place told before: "the town", "the Old City", "the two towns", "this town"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.placing.containing import AROUND_KM
from timeline_app.events.placing.governments import CAPITALS
from timeline_app.events.placing.handing import inherited_places
from timeline_app.events.placing.roles import where_of
from timeline_app.events.placing.scenes import Told, scene_of
from timeline_app.events.sentences import Sentence
from timeline_app.geo import distance_km
from timeline_app.model import PlaceMention, Where

_HAPPENINGS = (
    r"(?:attacks?|assault|(?:air\s?|air-)?strikes?|(?:air\s)?raids?|bombings?|bombardments?|shelling|blasts?|explosions?"
    r"|clashes|fight|fighting|battles?|shooting|massacre|killings?|operations?|offensive|siege|ambush|protests?)"
)
# "in the town", "reached the besieged enclave": the place told before
_PLACE_WORD = (
    r"(?:city|town|village|province|enclave|camp|district|neighbou?rhood|quarter|suburb|area|airport|airbase|base|hamlet"
    r"|island|region|mountains?|hilltop|hills?|ridge|heights|barrens|outskirts|dam|oil\s?field|gas\s?field|refinery|border\scrossing"
    r"|[Oo]ld [Cc]ity)"
)
_THE_PLACE = re.compile(
    r"(?:\b(?:in|of|for|from|into|to|near|around|inside|outside|on|at|over|across|entered|left|lost|regained|stormed|captured|recaptured|retook|took|liberated|cleared|surrounded|reached|seized|shelled|bombed|hit|struck|attacked|besieged|rocked|shook"
    r"|(?:enter|leav|storm|captur|recaptur|retak|tak|liberat|clear|surround|reach|seiz|shell|bomb|attack|besieg|comb|search|sweep|patrol|secur|defend)(?:e|ing)?)"
    r"\s(?:the|this|that)\s(?:[a-z-]{3,15}\s){0,2}?|^\W{0,3}The\s(?:[a-z-]{3,15}\s){0,2}?)"
    + _PLACE_WORD
    + r"\b(?!\s(?:of|called|named)\b)"
    # "told residents that the dam was about to burst", "putting the dam out of service": a thing of its own
    r"|\bthat\s(?:the|this)\s(?:[a-z-]{3,15}\s){0,2}?" + _PLACE_WORD + r"\b(?!\s(?:of|called|named)\b)"
    r"|\b[Tt]he\s(?:[a-z-]{3,15}\s)?(?:dam|air\s?base|airport|airfield|refinery|oil\s?fields?|gas\s?field|(?:border\s)?crossing|camp)\b(?!['’]s\sname|\s(?:to|into|from|over)\b)"
    # "a bomb on that same walled compound": where the story is
    r"|\b(?:on|at|in|of|near|outside)\s(?:the|that|this)\s(?:very\s)?same\s(?:[a-z-]{3,15}\s){0,2}?"
    r"(?:building|compound|spot|street|road|house|site|place|square|market|checkpoint|hospital|mosque|church|school)\b"
    # "There the army broke a siege", "A funeral was held there on Monday"
    r"|^\W{0,3}There,?\s(?!(?:is|are|was|were|has|have|had|will|would|may|might|can|could|must|remains?|seems?|appears?|came|comes|follow\w*|exists?)\b)[a-z]"
    r"|\b(?:held|killed|died|arrived|found|buried|shot|fled|staged|erupted|stopped|fell|met|seized|arrested|wounded|taken|broke\sout)\sthere\b"
    r"|\b[Ii]n\sthe\s(?:very\s)?same\s(?:district|area|town|village|city|region|province|camp|neighbou?rhood|quarter|valley|place)\b"
    # a quarter that no gazetteer knows is one of the town told before
    r"|\b(?:district|neighbou?rhood|quarter)s?\sof\s[^\W\da-z_]"
    # "killed in the clashes", "The fight between the two groups": what happened there
    r"|\b(?:in|during|of|from|by|after)\s(?:the|this|that|these|those)\s(?:[a-z-]{3,15}\s){0,2}?"
    + _HAPPENINGS
    + r"\b(?!-)|^\W{0,3}(?:The|This|These|Those)\s(?:[a-z-]{3,15}\s){0,2}?"
    + _HAPPENINGS
    + r"\b(?!-)"
    # "since clashes erupted", "Nine more were also killed": what the story tells of
    r"|\b[Ss]ince\s(?:the\s)?(?:violence|clashes|fighting|hostilities|unrest|shelling|bombardment)\s(?:began|erupted|started|broke\sout|flared)\b"
    r"|\b(?:was|were)\salso\s(?:killed|wounded|injured|hurt|arrested|detained|displaced|destroyed|damaged)\b"
    # "pushed into its outskirts", "the town's western districts": of the town told before
    r"|\b(?:its|the\s(?:city|town|village|camp)['’]s)\s(?:(?:north|south|east|west)\w{0,7}\s|main\s|central\s|outer\s|old\s)?"
    r"(?:outskirts|suburbs|cent(?:er|re)|gates?|entrances?|districts?|neighbou?rhoods|quarters|streets|edges?|airport|hospital"
    r"|market|square|north|south|east|west)\b"
    # "entered the northern districts"
    r"|\b(?:entered|reached|stormed|shelled|bombed|hit|into|in|of|from|on|across|through)\s(?:(?:some|most|all|parts|much)\sof\s)?the\s"
    r"(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|outer|inner|central|old)\s(?:districts|neighbou?rhoods|quarters|suburbs|outskirts|edges?)\b(?!\sof\b)"
    # "drove into the center", "in the town centre"
    r"|\b(?:in|into|of|from|to|near|through|entered|reached|shelled|bombed|hit)\sthe\s(?:(?:city|town|village)\s)?cent(?:er|re)"
    r"\b(?!\sof\b)"
)

# "In this battered city", "this town, the second of its province": where the reporter is
_THIS_TOWN = re.compile(
    r"\b[Tt]his\s(?:[a-z-]{3,15}\s){0,3}?(?:city|town|village|hamlet|camp|island|port|enclave|suburb)\b"
)


# "the northern Hama town", "the eastern Ghouta village": the one told before, by its province
_TOWN_OF = re.compile(r"\b[Tt]he\s(?:(?:small|tiny|nearby)\s)?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?\s$")
_CALLED_TOWN = re.compile(
    r"\s(?:town|village|hamlet|enclave)\b(?!\s(?:of|cent(?:er|re)|council|hall|square|market|mayor|limits)\b)"
)


# "the town, which lies by the border in Deir Ezzor province, ": where the town told before is
_WHERE_IT_LIES = re.compile(
    r"\b[Tt]he\s(?:[a-z-]{3,15}\s)?(?:town|city|village|camp|enclave),\swhich\s(?:lies|sits|stands|borders|overlooks|is(?=\s(?:in|on|by|near"
    r"|close|about|some|\d|only|just|located|situated)\b))\b[^;:]{3,120}?(?:,|$)"
)


def called_by_its_area(
    sentence: Sentence, places: Sequence[PlaceMention], scene: tuple[Where, ...]
) -> Sequence[PlaceMention]:
    """The mentions that only say in which area the town told before lies, as "the northern Hama town" does."""
    if not scene or not any(noun in sentence.text for noun in (" town", " city", " village", " camp", " enclave")):
        return ()
    return [place for place in places if place.place is not None and _calls_back(sentence, place, scene[0])]


# "Hamidiyeh, a Christian quarter of the Old City": of the town told before, wherever a place of its name lies
_A_QUARTER_OF_IT = re.compile(
    r",\s(?:an?|the|one\sof\sthe)\s(?:[\w-]{2,15}\s){0,3}?(?:quarter|district|neighbou?rhood|suburb)s?\s(?:of|in)\sthe\s(?:besieged\s)?"
    r"(?:city|town|[Oo]ld\s(?:[Tt]own|[Cc]ity))\b"
)


def quarters_elsewhere(
    sentence: Sentence, places: Sequence[PlaceMention], scene: tuple[Where, ...]
) -> Sequence[PlaceMention]:
    """The mentions that are called a quarter of the town told before, and were taken for a place far from it."""
    if not scene or not _A_QUARTER_OF_IT.search(sentence.text):
        return ()
    return [place for place in places if place.place is not None and _is_far_quarter(sentence, place, scene[0])]


def _is_far_quarter(sentence: Sentence, mention: PlaceMention, told: Where) -> bool:
    behind = mention.start - sentence.start + len(mention.text)
    area = mention.place
    if _A_QUARTER_OF_IT.match(sentence.text, behind) is None or area is None or told.lat is None or told.lon is None:
        return False
    return distance_km(told.lat, told.lon, area.lat, area.lon) > max(AROUND_KM, area.radius_km)


def _calls_back(sentence: Sentence, mention: PlaceMention, told: Where) -> bool:
    at = mention.start - sentence.start
    behind = _CALLED_TOWN.match(sentence.text, at + len(mention.text))
    called = behind is not None and _TOWN_OF.search(sentence.text[:at]) is not None
    called = called or any(lies.start() < at < lies.end() for lies in _WHERE_IT_LIES.finditer(sentence.text))
    area = mention.place
    if not called or area is None or told.lat is None or told.lon is None or told.place_id == area.id:
        return False
    return distance_km(told.lat, told.lon, area.lat, area.lon) <= max(AROUND_KM, area.radius_km)


# "in the city, and units still comb the desert": a further clause, not where the city lies
_FURTHER_CLAUSE = re.compile(
    r"(?:[,;]\s(?:and|but|while|as|after|before|when|which|who|whose|said|says|adding|added|the)|\b(?:after|before|while))\s"
)
_A_TOWN = re.compile(r"\b(?:city|town|village|camp|enclave)\b")


def town_before_area(
    sentence: Sentence, where: tuple[Where, ...], places: Sequence[PlaceMention], scene: tuple[Where, ...], told: Told
) -> tuple[Where, ...]:
    """The town told before, for a deed in it beside which a further clause names no more than a wide area.

    "Sappers combed the city's streets, and units still hunt gunmen in the Syrian desert"; of "The town fell in August,
    after Mosul had fallen" also where the further clause names a town. () where none is.
    """
    wide = all(place.kind in _WIDE and place.role in ("at", "near") for place in where)
    if not scene or not where or not (wide or is_of_the_town(sentence.text)):
        return ()
    named = [mention for mention in places if mention.use == "place" and mention.place is not None]
    first = min((mention.start - sentence.start for mention in named), default=0)
    pointing = _THE_PLACE.search(sentence.text, 0, first)
    if pointing is None or not _A_TOWN.search(pointing.group()):
        return ()
    if not _FURTHER_CLAUSE.search(sentence.text, pointing.end(), first):
        return ()
    last = _of_its_kind(_A_TOWN.findall(pointing.group())[-1], scene, told)
    town = tuple(place for place in last if place.kind in _SETTLED)
    return inherited_places(town)


# "until the army retook it", "which then lost the town": the one told in the clause before
_IT_CHANGED_HANDS = re.compile(
    r"\b(?:captured|recaptured|seized|took|retook|taken|retaken|lost|regained|entered|re-entered|left|overran|stormed|besieged|shelled|liberated"
    r"|freed|cleared|abandoned|conquered)\s(?:it|there|the\s(?:city|town|village|camp|base))\b(?!\s(?:of|called|named)\b)"
)


def taken_in_front(text: str, in_front: Sequence[Where]) -> tuple[Where, ...]:
    """The town told in the clause in front, of which a clause tells that somebody took or lost "it"; () else.

    Args:
        text: the clause.
        in_front: places of the clause in front in the same sentence.
    """
    if _IT_CHANGED_HANDS.search(text) is None:
        return ()
    scene = scene_of(in_front)
    return inherited_places(scene) if scene and scene[0].kind in _SETTLED | {"base"} else ()


_OF_THE_TOWN = re.compile(
    r"\W{0,3}(?:The|This)\s(?:(?:whole|entire|besieged|border|small|same)\s)?(?:town|city|village|camp|enclave)\s(?!of\b|called\b|named\b)"
)


def is_of_the_town(sentence: str) -> bool:
    """Whether a sentence is about the town told before: "The town fell in August", "The town lies on a road"."""
    return _OF_THE_TOWN.match(sentence) is not None


def points_to_dateline(sentence: str) -> bool:
    """Whether words point to the place they were written from, before any other was told."""
    return "his " in sentence and _THIS_TOWN.search(sentence) is not None


def meant_places(
    text: str, named: Sequence[Where], scene: tuple[Where, ...], told: Told, where: Sequence[Where] = ()
) -> tuple[Where, ...]:
    """The last scene told, where a sentence points back to it or names only places that are not known.

    Args:
        text: the sentence.
        named: places it names that are not known.
        scene: the last scene told.
        told: all scenes told before: "the quarter" is the last quarter of them, not the town told since.
        where: the places it names: "the group entered Homs and seized men of the city" is of Homs.
    """
    pointing = None if named else _THE_PLACE.search(text)
    if pointing is not None and any(_is_called_town(text, place, pointing) for place in where):
        return ()
    if named and all(_is_a_town(text, place.text) for place in named):
        return ()  # an unknown town lies in no other town
    beside = told.beside(named)
    if beside is not None:
        return inherited_places((beside,))
    if not scene or not (named or pointing):
        return ()
    return inherited_places(scene if pointing is None else _of_its_kind(pointing.group(), scene, told))


def _is_called_town(text: str, place: Where, pointing: re.Match[str]) -> bool:
    """Whether a town that is reached stands in the sentence before the words that point to one."""
    town = place.is_placed and place.role == "to" and place.kind in _SETTLED
    return town and _A_TOWN.search(pointing.group()) is not None and -1 < text.find(place.text) < pointing.start()


def gone_on_from(text: str, where: tuple[Where, ...], told: Told) -> tuple[Where, ...]:
    """Where a sentence without a place goes on from: the places before, unless its words mean one of another kind.

    "Aleppo province freed captives. By evening 400 had left the Old City": of the city told before.
    """
    pointing = _THE_PLACE.search(text)
    scene = scene_of(where)
    if pointing is None or not scene:
        return inherited_places(where)
    meant = _of_its_kind(pointing.group(), scene, told)
    return inherited_places(where if meant is scene else meant)


def _of_its_kind(words: str, scene: tuple[Where, ...], told: Told) -> tuple[Where, ...]:
    """The last place told of the kind that words name ("the quarter"); the scene where it is of it, or none was."""
    kinds = _KINDS_MEANT.get(words.rsplit(maxsplit=1)[-1].lower(), frozenset())
    town = words.rsplit(maxsplit=1)[-1].lower() == "town"
    if town and scene and scene[0].name in CAPITALS:
        other = told.last_but(_SETTLED, CAPITALS)  # nobody calls a capital "the town"
        return scene if other is None else (other,)
    if not scene or not kinds or scene[0].kind in kinds:
        return scene
    of_a_town = _SETTLED if kinds & _SETTLED and scene[0].kind in _PROVINCES else frozenset()
    other = told.last_of(kinds) or told.last_of(of_a_town)
    return scene if other is None else (other,)


def _is_a_town(text: str, name: str) -> bool:
    """Whether a sentence calls an unknown name a town: "the town of Rifae"."""
    at = text.find(name)
    return at > 0 and (
        text.endswith(("town of ", "city of "), 0, at) or text.startswith((" town", " city"), at + len(name))
    )


_SETTLED = frozenset({"city", "capital", "town", "village", "camp", "neighbourhood", "island"})
_PROVINCES = frozenset({"governorate", "province", "admin1", "state"})

_WIDE = _PROVINCES | {"desert", "region", "mountain", "mountains", "valley", "district"}
"""Kinds of areas that hold towns."""

_KINDS_MEANT = {
    # "the Old City", "the town": never the province told of since
    **dict.fromkeys(["city", "town"], _SETTLED),
    **dict.fromkeys(["district", "neighbourhood", "neighborhood", "quarter", "suburb"], frozenset({"neighbourhood"})),
    **dict.fromkeys(["districts", "neighbourhoods", "neighborhoods", "quarters", "suburbs", "outskirts"], _SETTLED),
    **dict.fromkeys(["village", "hamlet"], frozenset({"village"})),
    "province": frozenset({"governorate", "admin1"}),
    "camp": frozenset({"camp"}),
    **dict.fromkeys(["airport", "airbase", "base", "airfield"], frozenset({"base"})),
    **dict.fromkeys(["oilfield", "field", "fields", "oilfields"], frozenset({"oilfield"})),
    "dam": frozenset({"dam", "reservoir", "other"}),
    "crossing": frozenset({"crossing"}),
    "island": frozenset({"island"}),
}
"""Kinds of places that a word which points back to one may mean; towns and cities are called either, and the quarter
of a story that last told of a province is one of the town told before."""


_LISTED = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s")
# "from the two towns", "both besieged villages": those named side by side before, not where their people are
_THE_TOWNS = re.compile(
    r"(?<!s of )(?<!s from )(?<!people of )(?<!people from )\b"
    r"(?:(?:the|these|those)\s(?P<count>two|three|four)|(?P<both>both)(?:\sthe)?|these|those)\s"
    r"(?:[a-z][a-z’'-]{2,14}\s){0,2}?"
    r"(?:towns|villages|cities|quarters|neighbou?rhoods|enclaves)\b(?!\s(?:of|near|in|around|along|between|on)\b)"
)
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4}


def listed_towns(text: str, places: Sequence[PlaceMention]) -> tuple[Where, ...]:
    """The last towns that stand side by side among a sentence's places: "Kafraya and Foua".

    Args:
        text: of the document.
        places: of the sentence, in order.
    """
    runs: list[list[PlaceMention]] = []
    for mention in places:
        if mention.place is None or mention.use != "place" or mention.place.kind not in _SETTLED:
            continue
        beside = runs and _LISTED.fullmatch(text, runs[-1][-1].end, mention.start)
        runs[-1].append(mention) if beside else runs.append([mention])
    listed = next((run for run in reversed(runs) if len(run) > 1), [])
    return tuple(where_of(mention, "at") for mention in listed)


def towns_meant(text: str, listed: tuple[Where, ...]) -> tuple[Where, ...]:
    """The towns named side by side before, where a sentence points back to so many: "from the two towns"."""
    pointing = _THE_TOWNS.search(text) if listed else None
    if pointing is None or _COUNTS.get(pointing["count"] or pointing["both"] or "", len(listed)) != len(listed):
        return ()
    return inherited_places(listed)
