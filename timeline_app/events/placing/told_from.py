"""Places that a sentence names for who tells it, for a deed it is about or for what something is worth: no scene."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.placing.governments import (
    CAPITALS,
    is_government,
    is_seat_that_speaks,
    is_where_they_speak,
    is_where_told,
)
from timeline_app.events.sentences import Sentence
from timeline_app.model import PlaceMention

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
_SAID_BEHIND = re.compile(
    r",[”\"]?\s(?:said|says|told|added|according\sto)\s[^”\"]{3,160}$"
    # ", army officials said on Sunday in Manila"
    r"|,[”\"]?\s(?!(?:and|but|who|which|where|when|while|after|as)\b)[^,;:“”\"]{2,60}?\s(?:said|says|told\s[^,;:]{2,30}|reported|announced)\s[^,;:“”\"]{3,60}$"
)


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


def own_places(sentence: Sentence, places: Sequence[PlaceMention], verb_start: int) -> Sequence[PlaceMention]:
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
    if mention.place is None or mention.use != "place":
        return False
    at = mention.start - sentence.start
    said = _SAID_ON_DAY_IN.search(sentence.text, max(0, at - 60), at) if is_where_they_speak(mention.place) else None
    if said is not None and said.start() != verb_start and sentence.text.startswith(" that ", at + len(mention.text)):
        return True
    if mention.place.name not in CAPITALS and mention.place.kind != "capital":
        return False
    if mention.place.name not in CAPITALS:
        told_there = verb_start >= 0 and is_where_told(sentence.text, at, verb_start)
        return told_there or is_seat_that_speaks(sentence.text, at, at + len(mention.text))
    if is_government(sentence.text, at, at + len(mention.text)):
        return True
    return verb_start >= 0 and is_where_told(sentence.text, at, verb_start)


# "said Tuesday in Geneva that": where it was said
_SAID_ON_DAY_IN = re.compile(
    r"\b(?:said|says|announced|reported|warned|told\s[^,;:]{2,30})\s(?:[\w.]+\s){0,3}(?:in|from|at)\s$"
)


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


# "the town, a place vital for shielding Damascus": why a place matters is not where something happened, where another
# is told or pointed to
_WHAT_IT_IS_FOR = re.compile(
    r"\b(?:supply|smuggling|trade)\s(?:lines?|routes?|roads?|corridors?)\s(?:for|to|into)\s(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?$|"
    r"\b(?:vital|key|crucial|essential|important|critical)\s(?:for|to)\s"
    r"(?:the\s(?:defen[cs]e|supply|control|protection)\sof|[a-z]{4,12}ing)\s(?:the\s)?(?:(?:city|town|capital)\s(?:of\s)?)?$"
)


_A_PLACE_TOLD = re.compile(r"\bthe\s(?:city|town|village|camp)\b(?!\s(?:of|called|named)\b)")
