"""The role that words give a place (at, near, from, to, via) and the part of it they mean."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline_app.events.sentences import Sentence
from timeline_app.geo import part_in, part_of
from timeline_app.model import Candidate, PlaceMention, PlaceStatus, Role, Where

# Words right before a toponym (articles, compass points and kind words between them skipped).
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("near", re.compile(r"\b(?:near|outside|around|close to|beside|adjacent to)$")),
    ("near", re.compile(r"(?<!sealed )(?<!cut )(?<!blocked )(?<!set )(?<!fenced )(?<!closed )(?<!fired )\boff$")),
    ("via", re.compile(r"\b(?:via|through|across|past)$")),
    (
        "to",
        re.compile(
            r"\b(?:(?:for|to|towards?|into|reach(?:ed|ing)?|enter(?:ed|ing)?)\s"
            r"(?:what|areas?|territory|lands?|ground|parts?|places?)(?:\s(?!in\b)[\w’'-]{1,15}){1,5}\s"
            r"(?:controls?|controlled|holds?|held|rules?|ruled) in"
            r"|en route to|on (?:its|their|the) way to|route to|to|towards?|into|onto|bound for"
            r"|reach(?:ed|ing|es)?|enter(?:ed|ing|s)?|for|(?:advanc|clos|march|bear)(?:e|es|ed|ing)?(?:\sin|\sdown)?\son)$"
        ),
    ),
    (
        "from",
        re.compile(
            r"\b(?:from|leav(?:e|es|ing)|left|fled|flee(?:ing|s)?|exit(?:ed|ing|s)?|(?:depart|vacat|evacuat)(?:e|ed|ing|s)?"
            r"|quit(?:ting|s)?)$"
        ),
    ),
    ("near", re.compile(r"\bbetween$")),
)
_FOUGHT_FOR = re.compile(
    r"\b(?:battles?|battled|fights?|fought|fighting|struggle|offensive|assault|war|campaign|operation|push|pushed)\sfor"
    r"(?:\s(?:what|areas?|territory|land|parts?|places?)\s[^,;:.]{2,40}\sin)?$"
)
"""Who fights for a town is there, not on the way to it."""
_LONGEST_WORDS = 75
"""Letters that none of these words has: before them nothing need be looked at."""

_SKIPPED = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|city|cities|towns?|villages?|provinces?|governorates?|districts?|regions?|areas?|outskirts?|countryside"
    r"|quarters?|neighbou?rhoods?|suburbs?|parts?|edges?|entrances?|gates?|strongholds?|bastions?|desert|pocket|border|of|eastern|western|northern|southern|north|south|east|west|northeastern|northwestern"
    r"|southeastern|southwestern|north-?east|north-?west|south-?east|south-?west|central|held|neighbouring|neighboring|city's|Islamic|State|nearby"
    # "Syria's", "Iraqi", "Lebanese", "Turkish", "rebel-held": whose the place is
    r"|(?-i:[A-Z][a-z]+(?:['’]s|i|an|ese|ish))|[\w-]+-(?:held|controlled|occupied|ruled|run))\s+)+$",
    re.IGNORECASE,
)
ORDER: dict[Role, int] = {"at": 0, "near": 1, "to": 2, "from": 3, "via": 4}


# "in Syria's northeast"
ITS_SIDE = re.compile(
    r"['’]s\s(?:far\s|rural\s)?(?:(?P<central>cent(?:er|re))|(?P<way>(?:north|south)(?:-?(?:east|west))?|east|west)|(?P<side>(?!)))\b(?!-|\s[a-z]+s\b)",
    re.IGNORECASE,
)


def narrowed(text: str, mention: PlaceMention, at: int) -> PlaceMention:
    """The part of an area that a direction beside its name says: "northern Syria"; the whole stays a candidate."""
    said = None if mention.place is None else part_in(text, at) or ITS_SIDE.match(text, at + len(mention.text))
    if said is None or mention.place is None:
        return mention
    part = part_of(mention.place, said)
    if part is mention.place:
        return mention
    reason = f"'{said.group().strip()}': reckoned from {mention.place.name}"
    reasons = (reason, *mention.reasons)
    candidates = (Candidate(part, 0.6, reasons), *mention.candidates)
    return replace(mention, place=part, candidates=candidates, reasons=reasons)


def role_of(sentence: Sentence, mention: PlaceMention) -> Role:
    """The role that the words before a toponym give it; "at" where they give none."""
    at = mention.start - sentence.start
    before = sentence.text[max(0, at - 90) : at]
    if not _is_area(mention) and _BEYOND.search(before):
        return "near"
    if is_bound_by(before):
        return "to"
    of = _WITH_OF.search(before)
    if of is not None:
        return "from" if of["from"] else "via" if of["via"] else "near"
    bare = _SKIPPED.sub("", before).rstrip(" (“\"'‘").lower()
    if _FOUGHT_FOR.search(bare):
        return "at"
    if _is_area(mention) and _ACROSS.search(bare) and not _TRAVEL.search(sentence.text, max(0, at - _NEAR_TRAVEL), at):
        return "at"
    for role, pattern in _ROLES:
        if pattern.search(bare, max(0, len(bare) - _LONGEST_WORDS)):
            return role
    if re.search(r"\boutskirts?\b[^,]{0,30}$", before, re.IGNORECASE):
        return "near"
    return "at"


# "protesters blocked roads across Lebanon": all over it; "buses travelled across Syria" went through it
_ACROSS = re.compile(r"\bacross$")
_TRAVEL = re.compile(
    r"\b(?:travel\w*|journey\w*|drove|driv\w+|trek\w*|rout\w+|way|moved?|moving|cross\w*|transport\w*|flew|fl[iy]\w*|passed|passage|marched"
    r"|sent|shipped|scatter\w*|spread\w*|dispers\w+|smuggl\w+|bused|taken|carried|convoys?|buses|fled|walked|transfer\w*)\b",
    re.IGNORECASE,
)
_NEAR_TRAVEL = 60
"""Letters before a name in which a verb of going makes "across" a way."""


_ALL_OVER = re.compile(r"\b(?:across|throughout|all\sover|elsewhere\sin|parts\sof)\s(?:the\s)?(?:[a-z]+\s)?$")


def is_all_over(text: str, area: Where) -> bool:
    """Whether words say that something was all over an area, in none of its towns: "crowds across Lebanon"."""
    return bool(area.text) and _ALL_OVER.search(text.partition(area.text)[0]) is not None


# "a convoy bound for two besieged towns near Aleppo": not there yet; "bound for the coast was hit near Aleppo": there
_BOUND_BY = re.compile(
    r"\b(?:bound\sfor|destined\sfor|meant\sfor|en\sroute\sto|on\s(?:its|their|his|her|the)\sway\sto)\s"
    r"(?:(?:the|an?|some|several|two|three|four|five|\d{1,3}|its|their|his|her)\s)?"
    # no verb, no second article: "the capital left a camp near Aleppo"
    r"(?:(?:(?!(?:the|an?|was|were|is|are|had|has|have|in|at|on|near|to|from|by|and|left|hit|struck|reached|entered|crossed|passed"
    r"|stormed|attacked|shelled|bombed|seized|took|lost|fled|met|came)\s)[a-z’'-]{2,15}\s){0,3}?"
    r"(?:towns?|cit(?:y|ies)|villages?|hamlets?|suburbs?|districts?|quarters?|neighbou?rhoods?|enclaves?|provinces?|areas?|regions?"
    r"|islands?|camps?|bases?|airports?|airfields?|ports?|harbou?rs?|hospitals?|clinics?|prisons?|jails?|schools?|universit(?:y|ies)"
    r"|mosques?|church(?:es)?|shrines?|markets?|weddings?|funerals?|front(?:\s?lines?)?|positions?|checkpoints?|crossings?|shelters?"
    r"|cent(?:er|re)s?|land|territory|parts|homes?|houses?|farms?|hotels?|courts?|depots?|warehouses?|factor(?:y|ies)"
    r"|refiner(?:y|ies)|plants?)\s(?:near|in|around|outside|at|of)\s(?:the\s)?"
    r"|(?:besieged|(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|neighbou?ring)\s)?$"
)


def is_bound_by(before: str) -> bool:
    """Whether the words before a name say that somebody is bound for it, or for what lies in it or near it."""
    return _BOUND_BY.search(before) is not None


def _is_area(mention: PlaceMention) -> bool:
    """Whether the north of a place lies within it: a country's or a province's, not a town's."""
    return mention.place is not None and mention.place.kind in _AREAS


_AREAS = frozenset({"country", "governorate", "province", "admin1", "region", "district"})
# "out of the besieged town of Homs", "by way of Salamiya": words whose "of" is one of `_SKIPPED`
_WITH_OF = re.compile(
    r"\b(?:(?P<from>out)|(?P<via>by\sway)|(?P<near>in\sthe\svicinity|off\sthe\scoast))\sof\s(?:the\s)?"
    r"(?:(?:[\w-]{2,15}\s){0,2}(?:city|town|village|district|province|enclave|quarter|camp)\sof\s)?(?:[a-z-]{2,15}\s){0,2}$"
)
# "north of Aleppo", "to the east of the town of X"; not "the north of Syria"
_BEYOND = re.compile(
    r"(?:\b(?:to|lies|lying)\sthe\s|(?<!the\s)(?<!the\sfar\s)(?<!-)\b)(?:(?:north|south)-?)?(?:east|west|north|south)\sof\s"
    r"(?:the\s)?(?:(?:city|town|village)\sof\s)?$",
    re.IGNORECASE,
)


def where_of(mention: PlaceMention, role: Role) -> Where:
    """A mention as the place of an event, with its other candidates and why it was chosen."""
    others = tuple(c for c in mention.candidates if mention.place is None or c.place.id != mention.place.id)[:4]
    chosen = next((c for c in mention.candidates if mention.place is not None and c.place.id == mention.place.id), None)
    if chosen is not None:
        placed = Where.of(chosen, role, mention.text, others)
        return placed.with_(reasons=mention.reasons or chosen.reasons, status=mention.status)
    if mention.place is None:
        status: PlaceStatus = "rejected" if mention.status == "rejected" else "unresolved"
        return Where(role, mention.text, status=status, reasons=mention.reasons, candidates=others)
    return Where.of(Candidate(mention.place, 0.5, mention.reasons), role, mention.text, others)
