"""Verbs that their object gives another sense: "gave a speech", "threw its weight behind", "gathered strength"."""

from __future__ import annotations

import re

_A = r"\s(?:an?|the|its|their|his|her)\s(?:[\w-]{2,20}\s){0,3}"
_SPEECH = (
    r"(?:speech|address|account|news conference|press conference|interview|statement|briefing|testimony|ultimatum"
    r"|assurances)\b"
)

_UNTIL = (
    r"\s[^,;:.]{2,40}?\s(?:an\shour|(?:\d+|[a-z-]{3,12})\s(?:hours|days|minutes))\sto\s(?!the\b|an?\b)[a-z]{3,12}\b"
)
_PUNISHED = r"\s(?:[\w’'-]{2,20}\s){0,5}?(?:death|life|prison|jail|suspended)\s(?:sentences?|terms?)\b"
_ONESELF_UP = r"\s(?:themselves|himself|herself)\s(?:up|in)\b"
_LEAVE = r"(?:orders?|go-ahead|green\slight|approval|permission|consent|blessing)\b"

_CHARGE = (
    r"(?:\s(?:the|this|that|these|those|its|their|his)\s(?:[\w’'-]{2,20}\s){0,3}?(?:attacks?|strikes?|raids?|bombings?|bombardment"
    r"|assault|killings?|massacre|shelling|invasion|incursion|arrests?|detention|decision|move|deal|agreement|evacuation|deportation"
    r"|siege|blockade|operation)\b[^,;:.]{0,60}?\s(?:un(?:lawful|just|justified|acceptable|provoked|fair|warranted|precedented"
    r"|forgivable)|il(?:legal|legitimate)|serious|blatant|flagrant|cowardly|criminal|barbaric|brutal|heinous"
    r"|horrific|shameful|disgraceful|reckless|deliberate|disproportionate|provocative|dangerous|wrong|cruel|immoral|reprehensible|deplorable"
    r"|outrageous|monstrous|appalling)\b"
    r"|\s(?:the|this|that|these|those|it|its|his|her|their|them)\b[^,;:.]{0,60}?\s(?:an?|“|\")\s?(?:[a-z-]{2,15}\s){0,2}?(?:insult|crimes?|massacre"
    r"|betrayal|violation|provocation|disgrace|outrage|mistake|scandal|breach|shame|disaster|aggression|genocide|terrorism"
    r"|blunder|slap|farce|lie|act\sof)\b)"
)
"""What somebody is charged with by being called so."""

_IN_WORDS = r"\s(?:the|this|that|its|their|his|her)\s(?:[\w’'-]{1,20}\s){1,7}?[“\"](?=[^”\"]{8})"
"""What somebody is called in words of the speaker's own: "called the victory “the fall of a project”"."""

_UNTRUE = (
    r"\s(?:the|these|those|this|such|all|its|their)\s[^,;:.]{0,60}?\s[“\"‘']?(?:fake|false|baseless|untrue|unfounded|fabricated|groundless|lies"
    r"|propaganda|nonsense|inaccurate|an?\s(?:[a-z]+\s)?(?:lie|fabrication|hoax|rumou?r))\b"
)
"""What is said of a report that is denied: "called the reports “fake”"."""

NEED_OBJECT: dict[str, re.Pattern[str]] = {
    # "gave a televised speech", "gave his troops the order", "gave nine men death sentences"; not "gave birth"
    "give": re.compile(
        _A
        + _SPEECH
        + "|"
        + _UNTIL
        + r"|\s(?:[\w’'-]{2,20}\s){0,4}?(?:the|an?|its|his|their|her)\s(?:[\w-]{2,20}\s)?"
        + _LEAVE
        + "|"
        + _PUNISHED
        + "|"
        + _ONESELF_UP
    ),
    # "called the residents of the town to leave it", "called the raid a crime", "called an emergency session";
    # not "called the town a gem"
    "call": re.compile(
        r"\s(?:on\s)?(?:the|all|its|their|his)\s[^,;:.]{3,60}?\sto\s(?!the\b|an?\b|be\b)[a-z]{3,15}\b|"
        + _CHARGE
        + "|"
        + _UNTRUE
        + "|"
        + _IN_WORDS
        + r"|\s(?:an?|the)\s(?:[\w-]{2,15}\s){0,2}?(?:session|meeting|vote|elections?|referendum|strike"
        r"|protest|rally|halt|conference|curfew|ceasefire|truce)\b"
    ),
    # "located the wreck"; not "a mill located near the border"
    "locate": re.compile(r"\s(?:the|an?|its|their|his|her|two|three|four|five|several|some|\d)\b"),
    # "thanked the guards"; not "Thanks to that raid"
    "thank": re.compile(r"\s(?!to\b)"),
    # "the monitor learned that": told from there on; not "learned a lesson"
    "learn": re.compile(r"\sthat\b"),
    # "set up a committee", "set up checkpoints"; not "set up the blast"
    "set up": re.compile(
        r"\s(?:(?:an?|the|its|their|his|her|several|new|two|three|\d+)\s)?(?:[\w-]{2,20}\s){0,3}?(?:committees?|commissions?|bod(?:y|ies)|councils?|forces?"
        r"|offices?|camps?|checkpoints?|roadblocks?|cent(?:re|er)s?|rooms?|funds?|outposts?|posts?|bases?|courts?|tribunals?|units?|governments?"
        r"|administrations?|panels?|inquir(?:y|ies)|tents?|barricades?|hospitals?|clinics?|corridors?|zones?|stations?)\b"
    ),
    # "worked out a deal"; not "worked out the cost"
    "work out": re.compile(
        r"\s(?:an?|the|its|their)\s(?:[\w-]{2,20}\s){0,3}?(?:deals?|agreements?|truces?|accords?|ceasefires?|pacts?|compromises?|settlements?"
        r"|arrangements?|plans?|swaps?|terms|exchanges?)\b"
    ),
    # "led a raid on the house", "led the drive against rebels"; not "led the table", "led a quiet life"
    "lead": re.compile(
        r"\s(?:an?|the|its|their|his|her)\s(?:[\w’'-]{2,20}\s){0,3}?(?:campaigns?|raids?|drive|offensive|assault|operations?|attacks?|charge|advance"
        r"|revolt|uprising|coup|mutiny|march|protests?|delegation|talks|negotiations|evacuation|exodus)\b"
    ),
    # "led to the launch of the campaign"
    "lead to": re.compile(
        r"\s(?:the|an?|their|its|his)\s(?:[\w-]{2,20}\s){0,3}?(?:launch|start|outbreak|deaths?|fall|capture|collapse|arrests?"
        r"|liberation|withdrawal|release|destruction|killing|closure|displacement|clashes|fighting|protests?|attack)\b"
    ),
    # "rained bombs on the camp"; not "it rained"
    "rain": re.compile(
        r"\s(?:[a-z-]{2,15}\s){0,4}?(?:bombs?|shells?|missiles?|rockets?|gas|fire|death|phosphorus|napalm|barrels?|mortars?|shellfire|munitions)\b"
    ),
    # "set to work on the mines"; not "set to work on a plan"
    "set to work": re.compile(
        r"\s(?:[a-z]{2,10}\s){0,3}?on\s[^,;:.]{0,40}?\b(?:mines|explosives?|bombs?|charges|booby-traps)\b"
    ),
    # "gave up the town", "gave up Homs"; not "gave up cigarettes"
    "give up": re.compile(
        r"\s(?:the|its|their|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|several|control|territory|ground|positions|weapons|arms|(?-i:[A-Z][\w’'-]+))\b(?!\s(?:hope|smoking))"
    ),
    # "got to the border"; not "got to know him"
    "get to": re.compile(r"\s(?:the|its|their|an?|(?-i:[A-Z][\w’'-]+))\b"),
    # "set out from the village", "set out on Monday", "set out to retake it"; not "set out its plans"
    "set out": re.compile(
        r"\s(?:from|for|on\s(?-i:[A-Z])[a-z]*|yesterday|before|after|shortly|just|by\s(?:bus|car|road|boat|sea|air|train|truck|lorry|plane)|on\sfoot|on\sthe\sroad|towards?|at|early|late|again|across|in\s(?:convoy|boats))\b"
        r"|\sto\s(?:take|retake|capture|recapture|seize|storm|attack|encircle|surround|isolate|cut|clear|free|liberate|drive|push|oust|expel|besiege)\b"
    ),
    # "set off for the border", "set off a bomb"; not "set off a debate"
    "set off": re.compile(
        r"\s(?:(?:from|for|on|to|towards?|at|in|with|again|early|late|yesterday|before|after|shortly|just|by\s(?:bus|car|road|boat|sea|air|train|truck|lorry))\b|(?:[\w-]+\s){0,4}(?:bombs?|explosives?|explosions?|devices?"
        r"|charges?|blasts?|mines?|vests?|grenades?|fighting|clashes|protests?)\b)"
    ),
    # "set dozens of captives free", "set the mill ablaze"; not "set a date"
    "set": re.compile(r"\s[^,;:.]{2,60}?\s(?:free|ablaze|alight|on\sfire)\b|\s(?:[^,;:.]{2,60}?\s)?in\smotion\b"),
    # "cost 16 people their lives", "cost nine lives"; not "cost a fortune", "the best years of their lives"
    "cost": re.compile(
        r"\s(?!of\b|nobody\b|no\b)(?:(?!of\b)[\w’'-]{1,20}\s){1,6}?(?:their|his|her)\s(?:lives|life)\b"
        r"|\s(?:\d[\d,]*|[a-z]{3,12}|dozens\sof|hundreds\sof)\s(?:[a-z]{3,12}\s)?lives\b"
    ),
    # "were let out of the city", "got out of the camp"; not "schools let out early"
    "let out": re.compile(r"\s(?:of|from|to|through|into)\b"),
    "get out": re.compile(r"\s(?:of|from|to|through|into|by|on|in|alive|safely)\b"),
    # "the fields passed from the group to the army"
    # "passed a law", "a resolution was passed in Geneva"; not "a year passed", "passed the town"
    "pass": re.compile(
        r"\sfrom\s[^,;:.]{2,40}?\sto\s"
        r"|\s(?:an?|the|its|this|that|several|two|three)\s(?:[\w-]{2,20}\s){0,3}?(?:laws?|bills?|resolutions?|motions?|measures?|decrees?"
        r"|legislation|amendments?|budgets?|constitution|sentences?|verdicts?)\b"
    ),
    # "the talks were wound up on Friday"; not "wound up dead"
    "wind up": re.compile(
        r"(?=\s(?:on|in|at|late|early|yesterday|today|overnight|by|after|with|the|its|their)\b|\W{0,5}$)"
    ),
    # "visited", "inspected" need none; "followed" tells what came after what: "The raid followed a week of talks"
    "follow": re.compile(
        r"\s(?:an?|the|those|days|weeks|months|hours|two|three|reports|in\s(?:late|early|mid|[A-Z])|on\s[A-Z\d]|soon|suit|later)\b"
    ),
}
"""Verbs that tell an event with some objects only, each with what must stand behind it."""

_SENSES: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "throw": ((re.compile(r"\s(?:its|their|his|her)\s(?:[a-z]{2,10}\s)?(?:weight|support)\b"), "agreement"),),
    "drop": (
        (
            re.compile(
                r"\s(?:(?:an?|the|its|their|more|several|many|some|dozens|scores|hundreds|of|at|least|about|over|one|two|three|four|five|six"
                r"|seven|eight|nine|ten|\d+|barrel|cluster|incendiary|vacuum|heavy|large|explosive|guided|improvised)\s){0,6}"
                r"(?:bombs?|munitions?|missiles?|shells?|explosives?|rockets?|napalm|phosphorus|barrels?)\b(?!\s(?:case|charges?|claims?|plan|issue))"
            ),
            "strike",
        ),
    ),
    "drive": ((re.compile(r"\s[^,;:.]{2,60}?\s(?:out of|from)\s"), "territory"),),
    "push": ((re.compile(r"\s[^,;:.]{2,60}?\sout of\s"), "territory"),),
    "gather": ((re.compile(r"\s(?:strength|momentum|pace|speed|information|evidence|intelligence)\b"), "other"),),
    "gain": ((re.compile(r"\s(?:strength|momentum|pace|speed|popularity|support|attention)\b"), "other"),),
    "grab": ((re.compile(r"\s(?:[a-z]+\s){0,2}(?:attention|headlines|spotlight)\b"), "other"),),
    "provide": (
        (re.compile(r"\s(?:an?|another|further|no|some)?\s?(?:opportunity|evidence|details|cover|insight)\b"), "other"),
    ),
    "leave": (
        (
            re.compile(
                r"\s[^,;:.]{2,60}?\s(?:dead|wounded|injured|killed|maimed|destroyed|in\sruins|obliterated|homeless)\b"
            ),
            "attack",
        ),
    ),
    "take": (
        (re.compile(r"\s[^,;:.]{2,40}?\sby\s(?:surprise|storm)\b"), "other"),
        (
            re.compile(
                r"\s(?:full\s)?(?:responsibility|credit)\sfor\s(?:an?|the|this|that|two|several)\s(?:[\w-]{2,15}\s){0,3}?"
                r"(?:attacks?|bombings?|blasts?|explosions?|assaults?|raids?|ambush|assassination|killings?|shootings?|strikes?)\b"
            ),
            "attack",
        ),
        (
            re.compile(
                r"\s(?:cover|shelter|refuge|aim|note|stock|credit|responsibility|steps|measures|pains|(?:just\s|about\s|only\s|more\sthan\s)?"
                r"(?:\d+|an?|two|three|four|five|six|seven|eight|nine|ten|several|many)\s(?:more\s)?(?:minutes?|hours?|days?|weeks?|months?|years?))\b"
            ),
            "other",
        ),
    ),
    "set": (
        (re.compile(r"\s(?:[^,;:.]{2,60}?\s)?in\smotion\b"), "other"),
        (re.compile(r"\s[^,;:.]{2,60}?\sfree\b"), "detention"),
        (re.compile(""), "attack"),
    ),
    "lose": (
        (
            re.compile(r"\s(?:(?:his|her|their|its|\d[\d,]*|many|dozens\sof)\s)?(?:own\s)?(?:life|lives|limbs?)\b"),
            "attack",
        ),
    ),
    "set off": (
        (
            re.compile(
                r"\s(?:[\w-]+\s){0,4}(?:bombs?|explosives?|explosions?|devices?|charges?|blasts?|mines?|vests?|grenades?)\b"
            ),
            "attack",
        ),
        (re.compile(r"\s(?:[\w-]+\s){0,4}(?:fighting|clashes|protests?)\b"), "other"),
    ),
    "call": (
        (re.compile(_UNTRUE), "refusal"),
        (re.compile(_CHARGE), "accusation"),
        (re.compile(_IN_WORDS), "statement"),
        (re.compile(""), "talks"),
    ),
    # "the buses drove out of the Old City"; not "drove out the rebels"
    "drive out": ((re.compile(r"\s(?:of|to|towards?|from|through|into)\b"), "movement"),),
    # "drove back west toward the town"; not "drove back the rebels"
    "drive back": (
        (re.compile(r"\s(?:north|south|east|west|home|to|towards?|into|from|in|on|at|through)\b"), "movement"),
    ),
    "give": (
        (re.compile(_ONESELF_UP), "territory"),
        (re.compile(_UNTIL), "threat"),
        (re.compile(_PUNISHED), "detention"),
        (re.compile(""), "statement"),
    ),
}


def is_told(base: str, sentence: str, end: int) -> bool:
    """Whether a verb tells an event with what stands behind it.

    Args:
        base: the verb's base form, one of `NEED_OBJECT`.
        sentence: where it stands.
        end: the offset behind it.
    """
    return NEED_OBJECT[base].match(sentence, end) is not None


def sense_of(base: str, sentence: str, end: int) -> str | None:
    """The event type a verb has with its object, where that is not the verb's own; arguments as in `is_told`."""
    senses = _SENSES.get(base)
    return None if senses is None else next((kind for pattern, kind in senses if pattern.match(sentence, end)), None)


_LIES = re.compile(
    r"\s(?:on\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)|in|at|near|along|between|within|about|some|just|only|close|halfway|around|roughly|approximately|\d|north|south|east|west)"
)


def only_lies(sentence: str, end: int) -> bool:
    """Whether a passive "located" tells where something lies: "is located on the border"; not "was located on Sunday".

    Arguments as in `is_told`.
    """
    return _LIES.match(sentence, end) is not None


# "is called the Front", "was called Ras al-Ain"; not "was called for Sunday", "was called on Sunday"
_A_NAME = re.compile(r"\s(?:the\s|an?\s|[“\"‘'A-Z])")


def only_names(sentence: str, end: int) -> bool:
    """Whether a passive "called" tells what something is named.

    Args:
        sentence: where it stands.
        end: the offset behind it.
    """
    return _A_NAME.match(sentence, end) is not None


_TEXTS = (
    r"(?:statement|communiqu[eé]|message|memo|letter|text|posts?|tweets?|banners?|placards?|signs?|caption|bulletin|release|notice|leaflets?"
    r"|note|telegram|declaration|headlines?|transcript|report|document|dispatch|alert|warning)"
)
# "its statement read", "a statement by the army read in part"
_A_TEXT = re.compile(rf"\b{_TEXTS}\b(?:\s[\w’'-]+){{0,6}}\s$")
# "...,” read a statement"; not "a statement read on television"
_READ_OUT = re.compile(rf"(?:,?[”\"]\s|\s)read\s(?:an?|the|its|their|his|one)\s(?:[\w’'-]+\s){{0,3}}?{_TEXTS}\b")
_GOES_ON = re.compile(r"\W{0,3}$|\s?[:,]|\s[“\"]|[”\"]|\s(?:in\spart|as\sfollows|that)\b")


def reads_out(sentence: str, start: int, end: int) -> bool:
    """Whether "read" tells what a text says: "its statement read", "“...,” read a statement".

    Args:
        sentence: where it stands.
        start: its offset.
        end: the offset behind it.
    """
    if _READ_OUT.match(sentence, max(0, start - 3)) or _READ_OUT.match(sentence, max(0, start - 2)):
        return True
    return _GOES_ON.match(sentence, end) is not None and _A_TEXT.search(sentence, 0, start) is not None
