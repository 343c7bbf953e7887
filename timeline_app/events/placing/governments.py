"""Capitals that stand for their governments: "accused Moscow", "an ally of Damascus", "Ankara has halted its strikes".

A capital is where its state decides, seldom where what it decides happens. The words around it tell: who accuses it,
deals with it or is backed by it speaks of the government; and so does what a town cannot do.
"""

from __future__ import annotations

import re

from timeline_app.events.verbs.signals import signals_of
from timeline_app.model import Place, Where

CAPITALS = frozenset(
    {"Damascus", "Moscow", "Ankara", "Tehran", "Baghdad", "Beirut", "Washington", "Washington, D.C.", "Riyadh", "Doha",
     "Amman", "Cairo", "London", "Paris", "Berlin", "Brussels", "Jerusalem", "Tel Aviv", "Erbil", "Beijing", "Kiev",
     "Kyiv", "Abu Dhabi", "Kuwait City", "Rome", "Madrid", "Vienna", "Tokyo"}
)  # fmt: skip
"""Names, as the gazetteer has them, of towns that papers write for the governments in them."""

_OF_TALKS = frozenset({"Geneva", "New York", "New York City", "Nur-Sultan", "Astana", "Sochi", "The Hague"})
"""Towns in which the bodies sit, or met, that speak of wars elsewhere."""


def is_where_they_speak(place: Where | Place) -> bool:
    """Whether a place is one from which wars elsewhere are spoken of."""
    return place.name in CAPITALS or place.name in _OF_TALKS


# "accused Moscow", "ties with Ankara", "backed by Tehran", "an ally of Damascus"
_DEALT_WITH = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|critici[sz](?:ed|es|ing)|condemn(?:ed|s|ing)|denounc(?:ed|es|ing)"
    r"|urg(?:ed|es|ing)|ask(?:ed|s|ing)|told|inform(?:ed|s|ing)|warn(?:ed|s|ing)|back(?:ed|s|ing)|support(?:ed|s|ing)"
    r"|press(?:ed|es|ing)|pressur(?:ed|es|ing)|call(?:ed|s|ing)\son|allow(?:ed|s|ing)|anger(?:ed|s|ing)"
    r"|(?:all(?:y|ies)|backers?|supporters?|opponents?|enem(?:y|ies)|friends?|rivals?|patrons?|proxies|partners?|on\sthe\spart|behalf"
    r"|decision|approval|help|backing|support|demands?|pressure)\sof"
    r"|(?:support|backing|help|approval|pressure|permission|orders?|assurances|weapons|arms|funds|messages?|letters?|word"
    r"|warnings?|signals?|reply|answer)\sfrom"
    r"|(?:ties|relations|links|alliance|talks|negotiations|deals?|agreement|coordinat\w+|cooperat\w+|negotiat\w+|contacts?"
    r"|war|allied|aligned|consult\w+|dialogue|work|works|worked|working|partnership)\s(?:with|between|by|and)"
    r"|(?:loyal|opposed|hostile|allied|pressure|message|letter|request|blow|support|according|belong\w+)\s(?:to|on)"
    r"|(?:sources?|figures?|officials?|groups?|militias?|media|part(?:y|ies)|politicians?|people|businessmen|those)\sclose\sto"
    r"|blame[sd]?\son|(?:backed|supported|sponsored|armed|funded|accused|brokered|mediated|imposed|negotiated|agreed|led|ordered|allowed|approved|permitted|let|invited|recruited|sent|deployed|opposed|rejected|claimed"
    r"|denied|seen|viewed|described|considered|controlled|run|signed|decided|given|granted|promised|demanded)\sby"
    r"|(?:on|at)\sthe\sside\sof)"
    r"\s(?:both\s|the\s)?$"
    r"|\b(?:pro|anti)-$",
    re.IGNORECASE,
)
# "the foreign ministry in Ankara": its words; not "struck the ministry in Ankara", "outside the embassy in Ankara"
_SEAT_IN = re.compile(
    r"\b(?:ministry|ministries|government|parliament|authorities|embassy|cabinet|lawmakers|diplomats|administration)\sin"
    r"\s(?:both\s|the\s)?$",
    re.IGNORECASE,
)
# "a convoy was hit, the ministry in Ankara said"
_SPEAKS = re.compile(
    r"\s(?:has\s|had\s|also\s)?(?:said|says|announced|confirmed|reported|added|stated|denied|claimed|told)\b"
)
_AT_IT = re.compile(
    r"\b(?:struck|str(?:ike|ikes|iking)|hit(?:s|ting)?|bomb\w*|shell(?:ed|ing)|target(?:ed|ing|s)?|attack(?:s|ed|ing)?|raid(?:s|ed|ing)?"
    r"|storm(?:ed|ing)|burn(?:ed|t|ing)|besieg\w+|blasts?|explosions?|outside|near|into|inside|entered|surround\w+"
    r"|assault\w*|gather\w*|met|meet(?:s|ing)?|held|stab\w+|shot|visit\w*|at\s(?:the|its|an?))\b(?:[^.;:]|\.\s?(?=\d)){0,60}$",
    re.IGNORECASE,
)
# What may stand before the subject of a clause: nothing, a comma, a word that joins.
_CLAUSE_OPENS = re.compile(
    r"(?:^\W{0,3}|[,;:–—]\s[“\"]?|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[Yy]ester)day)\s|\b(?:and|but|that|why|how|whether|if|because|as|while|after|before|when|since|although|which|says?|said"
    r"|believing|hoping|fearing|thinking|believe[sd]?|hope[sd]?|fear(?:s|ed)?|thinks?|thought)\s)$"
)
# "Moscow had been told of the raid": nobody tells a town; not "Damascus had been shelled"
_WAS_TOLD = re.compile(
    r"\s(?:was|has\sbeen|had\sbeen)\s(?:[a-z]{3,12}ly\s|also\s|not\s|never\s)?(?:told|informed|notified|warned|alerted|asked|consulted|urged"
    r"|accused|blamed|forced\sto|given|promised|invited|involved|represented)\b"
)
# "Ankara will not let", "Moscow would send"; not "Damascus will fall", "Damascus could be hit"
_WILL_DO = re.compile(
    r"\s(?:will|would|could|can|may|might|must|should)\s(?:(?:not|never|also|only|soon|now)\s)?(?!be\b|become|fall|remain|see\b|suffer|come\b"
    r"|stay|lie\b|burn|have\b|need|recover|survive|look|get\b|host|hold\b|follow|starve|change|face|experience|witness)[a-z]{3,12}\b"
)
# "will not let Damascus have the town", "made Moscow pay", "demanding that Ankara use its weight": who is to do it
_LET = re.compile(
    r"\b(?:(?:let|lets|letting|make|makes|made|help|helps|helped|helping)|(?:demand|insist|ask|request|propos|recommend|urg|suggest)[a-z]{0,3}\sthat)\s$"
)
# "wanted Ankara to use its weight"
_WANTED = re.compile(r"\b(?:want|expect|need|push|forc|lead|press)(?:e?d|s|es|ing)?\s$")
_TO_DO = re.compile(r"\sto\s(?!be\b)[a-z]{3,12}\b")
_BARE_VERB = re.compile(r"\s(?!in\b|at\b|and\b|or\b|to\b|for\b|from\b|on\b|with\b|by\b|as\b|the\b)[a-z]{3,12}\b")
# "has", "had repeatedly", and the verb behind
_PREDICATE = re.compile(
    # "Moscow, which backs the president, said"
    r"(?:,\s(?:which|whose|an?|the)\s[^,;:]{3,90},)?\s[“\"]?(?:(?:has|have|had|would|will|also|later|then|since|now|repeatedly|recently|[a-z]{3,12}ly)\s){0,3}(?P<verb>[a-z]{3,15})\b"
)
# "Ankara is considering a raid"; not "Damascus is burning"
_WEIGHS = re.compile(
    r"\s(?:is|was|has\sbeen|had\sbeen)\s(?:now\s|also\s|still\s)?(?:considering|weighing|seeking|demanding|insisting|planning"
    r"|negotiating|threatening|refusing|backing|supporting|arming|funding|pressing|urging|trying|hoping|sending|pushing"
    r"|asking|calling\sfor|talking\sto|looking\s(?:for|at|to))\b"
)
# "Tel Aviv has beefed up its forces"; not "Damascus has seen fighting"
_HAS_DONE = re.compile(
    r"\s(?:has|have|had)\s(?:long\s|repeatedly\s|always\s|also\s|already\s|never\s|since\s)?(?!been|seen|suffered|witnessed|become|remained|experienced|fallen|come|grown|changed|lost|endured"
    r"|enjoyed|felt|known|emptied|turned)(?:put|held|told|cut|led|paid|struck|[a-z]{2,12}(?:ed|ent|ilt|ought|wn|ken|ven|ade|un|et))\b"
)
# "Moscow, on the other hand, saw", "Ankara, for its part, stayed calm": a town has no part
_FOR_ITS_PART = re.compile(r",\s(?:for\sits\spart|on\s(?:the\sother|its)\s(?:hand|side)|in\sturn|on\sits\spart),")
# "and Moscow then put up a base"; not "Damascus then fell"
_THEN_DID = re.compile(
    r"\s(?:then|also|later|promptly|quickly|duly|repeatedly)\s(?!fell\b|saw\b|became\b|suffered\b|was\b|were\b|had\b|has\b|is\b|came\b|lost\b)[a-z]{3,15}\s"
)
_AND_CAPITAL = re.compile(r"\sand\s(?P<other>[A-Z]\w{2,12}(?:\s[A-Z]\w{2,8})?)\b")
_DECIDES = frozenset({"statement", "accusation", "refusal", "agreement", "talks", "threat"})
_DOES = frozenset(
    "halt halted order ordered want wants wanted back backs backed support supports supported consider considers"
    " considered regard regards regarded fear fears feared hope hopes hoped intervened launched sent deployed suspended"
    " resumed stopped seeks sought insists insisted views viewed deems deemed opposes opposed welcomed recognised"
    " recognized seems seemed appears appeared condemns condemned denies denied intends intended plans planned decided"
    " agreed vowed maintains maintained".split()
)
# "the Damascus government"
_RULES = re.compile(r"\s(?:government|regime|authorities)\b")
_OWN = re.compile(
    r"['’]s?\s(?:own\s|past\s|stated\s|long-?standing\s|[a-z-]+\s){0,2}?(?:objections?|concerns?|fears?|reluctance|goals?|wishes"
    r"|refusal|insistence|strategy|diplomacy|promises?|pledges?|vow|calls?|warnings?|demands?|intervention|offensive|operations?|forces|troops|all(?:y|ies)|government|decision"
    r"|support|role|stance|position|ambassador|envoy|backing|claims?|rule|side|enem(?:y|ies)|rivals?|opponents?|supporters?|approval|consent|permission|orders|grip|hands|negotiators?|air\sforce|air\s?strikes|jets"
    r"|warplanes|military|army|campaign|foreign|defen[cs]e|policy|interests?|influence|involvement|proxies|plans?)\b"
)


def is_government(text: str, start: int, end: int) -> bool:
    """Whether the name of one of `CAPITALS` at some offsets of a sentence means the government and no place.

    Args:
        text: the sentence.
        start: where the name begins.
        end: where it ends.
    """
    before = text[max(0, start - 40) : start]
    if _DEALT_WITH.search(before) or _OWN.match(text, end) or _RULES.match(text, end):
        return True
    if is_seat_that_speaks(text, start, end):
        return True
    seat = _SEAT_IN.search(before)
    if seat is not None:
        return _AT_IT.search(text[max(0, start - 110) : start - len(before) + seat.start()]) is None
    return acts_as_government(text, start, end)


def is_seat_that_speaks(text: str, start: int, end: int) -> bool:
    """Whether a capital is named only with a body in it that tells: "the ministry in Tallinn said"."""
    return _SEAT_IN.search(text[max(0, start - 40) : start]) is not None and _SPEAKS.match(text, end) is not None


def acts_as_government(text: str, start: int, end: int) -> bool:
    """Whether the name of one of `CAPITALS` is the subject of what only its government does: "Moscow denied it".

    Args:
        text: the sentence.
        start: where the name begins.
        end: where it ends.
    """
    before = text[max(0, start - 40) : start]
    beside = _AND_CAPITAL.match(text, end)
    if beside is not None and beside["other"] in CAPITALS:
        end = beside.end()  # "a truce that Moscow and Washington negotiated"
    predicate = _PREDICATE.match(text, end)
    opens = _CLAUSE_OPENS.search(before) is not None
    if opens and any(
        acts.match(text, end) for acts in (_HAS_DONE, _WEIGHS, _WAS_TOLD, _WILL_DO, _FOR_ITS_PART, _THEN_DID)
    ):
        return True
    if _LET.search(before) and _BARE_VERB.match(text, end):
        return True
    if _WANTED.search(before) and _TO_DO.match(text, end):
        return True
    if predicate is None or not opens:
        return False
    verb = predicate["verb"]
    return verb in _DOES or any(one.type in _DECIDES and one.form != "noun" for one in signals_of(verb))


# "a spokesman told Reuters in Beirut", "officials said in Baghdad": where it was said
_SAID_IN = re.compile(
    r"\b(?:told|said|says|speaking|spoke|stated)\s(?:(?:to\s)?(?:[\w’'.-]{2,20}\s){1,4})?(?:in|from)\s(?:the\s)?$"
)


# ", a UN official in Damascus told Reuters": where he sits who says so
_OFFICIAL_IN = re.compile(
    r",[”\"]?\s(?:an?|the|one|two|several)\s(?:[\w’'.-]{1,20}\s){0,4}?(?:officials?|diplomats?|sources?|spokes(?:man|woman|person)"
    r"|reporters?|correspondents?|witness(?:es)?|residents?|representatives?|officers?|ministers?)\s(?:in|from|based\sin)\s(?:the\s)?$"
)
_SAYS = re.compile(r"[\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:told|said|says|confirmed|added|reported|announced|explained)\b")


def is_where_told(text: str, start: int, verb_start: int) -> bool:
    """Whether one of `CAPITALS` is only where somebody told what happened elsewhere.

    Args:
        text: the sentence.
        start: where the name begins.
        verb_start: where the verb of the event stands; of a statement the place is its own.
    """
    told = _SAID_IN.search(text, max(0, start - 70), start)
    if told is not None:
        return told.start() != verb_start
    return (
        0 <= verb_start < start
        and _OFFICIAL_IN.search(text, max(0, start - 90), start) is not None
        and _SAYS.match(text, start) is not None
    )
