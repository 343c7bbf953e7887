"""Whether a sentence may report anything: no question, opinion, caption, rule or definition does."""

from __future__ import annotations

import re

from timeline_app.events.reading.quoted import (
    FIRST_OR_SECOND,
    quoted_spans,
    without,
    without_attribution_links,
)

# "According to our correspondent", "a spokesman told us": who says so or hears it is the paper's, what is told is not
_OUR_MAN = re.compile(
    r"\b(?:told|informed|assured|notified|(?:said|conceded|admitted|confirmed|confessed|disclosed|explained|wrote|replied|revealed"
    r"|acknowledged|described)\s(?:it\s|this\s)?to)\s(?:us|me)\b"
    r"|\b(?:our|my)\s(?:own\s)?(?:[a-z]{3,12}\s)?(?:correspondents?|reporters?|sources?|contacts?|network|teams?|colleagues?|staff"
    r"|ambulances?|hospitals?|clinics?|volunteers|doctors|surgeons|nurses|medics|convoys?|vehicles?|warehouses?|offices?)\b",
    re.IGNORECASE,
)


_CONDITIONAL = re.compile(
    # what the writer does next: "Here is what has happened so far:"
    r"^\W{0,3}(?:(?:here|below)(?:['’]s|\s(?:is|are))\s(?:what|how|why|who|a|an|the|some)\b|the\sfollowing\s(?:is|are)\b|this\sis\s(?:how|what)\s(?:it|things|events|we|this|that)(?=\s[^,“”\"]{0,40}$)|if|unless|hopefully|perhaps|maybe|imagine|suppose|clearly|honestly|frankly"
    r"|with (?:additional )?report(?:s|ing) (?:from|by)"
    r"|it (?:will|would|may|might|could) (?:still |only )?take\b"
    r"|it (?:is|was|remains|remained) (?:still |yet |as yet )?(?:unclear|unknown|uncertain|not clear|not known))\b",
    re.IGNORECASE,
)


_SHORT_QUOTE = re.compile(r"“[^“”\"]{1,30}”|\"[^“”\"]{1,30}\"")


_IF = re.compile(r"\W{0,3}(?:If|Unless)\s")


# "In this Feb. 16, 2019, file photo, fighters take a break": a picture is described
_CAPTION = re.compile(
    r"^\W{0,3}(?:In (?:this|an?)\s[^;]{0,60}?\b(?:photo|photograph|image|picture|frame grab)\b"
    r"|[^.;]{10,200}\bin\s(?:an?|this|the)\s(?:[\w-]{1,12}\s){0,2}(?:photo|photograph|image|picture|still|screenshot|frame)\b[^.;]{0,20}"
    r"\b(?:put\sout|released|taken|provided|made\savailable|distributed|published|given\sout|posted)\b"
    r"|(?:A|This)\s(?:\w{1,12}\s){0,2}(?:photo|photograph|image|picture|frame grab)\b[^.;]{0,60}\bshows?\b)",
    re.IGNORECASE,
)


# ", the league's envoy warned on Sunday", ", a rights group urged"
SAYS_AT_THE_END = re.compile(
    r",[”\"]?\s[^,;:“”\"]{2,60}?\s(?P<verb>said|says|warned|vowed|threatened|urged|announced|insisted|predicted|argued|demanded"
    r"|cautioned|promised|declared|told\s[^,;:]{2,40}?)(?:\s(?:on|late|early|in|at|during|after|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"[^,;:“”\"]{0,60})?[.\s]*$"
)


# What only says that it is told: "It is worth mentioning that guards took the mill", "Further south, we're aware that"
REMARK = re.compile(
    r"^\W{0,3}(?:[A-Z][^,;:.“”\"]{2,40},\s)?(?:and\s|but\s)?we(?:['’]re|\sare)\s(?:also\s)?aware\sthat\b"
    r"|^\W{0,3}It\s(?:(?:should|must|may|has\sto)\sbe\s(?:noted|mentioned|recalled|remembered|added|said|stressed)"
    r"|is\s(?:worth\s(?:noting|mentioning|recalling|mention)|noteworthy|notable))\sthat\b"
    # "As he told the paper, guards took the mill"
    r"|^\W{0,3}As\s(?:he|she|they)\s(?:told|put\sit|recounted|recalls?|remembers?|tells?|describe[sd]|explain(?:s|ed))\b[^,;:]{0,60},",
    re.IGNORECASE,
)


def without_remark(sentence: str) -> str:
    """The sentence with the words blanked that only say it is worth telling; offsets stay."""
    remark = REMARK.match(sentence)
    return sentence if remark is None else " " * remark.end() + sentence[remark.end() :]


# "said that it was an insult, and who can blame him?"
_ASKED_BEHIND = re.compile(
    r"(?:,|\s[–—-])\s(?:and|but|so|for)\s(?:who|what|why|how|where|when|which|is|are|was|were|do|does|did|can|could|should|would|will)\s[^,;:]{3,60}\?\W*$"
)


def before_question(sentence: str) -> str:
    """What stands before a question: "... discuss their fate: attack or let pass?", "..., and who can say?"."""
    statement, colon, question = sentence.rpartition(":")
    if colon and question.rstrip(' "”’)').endswith("?") and statement.count(" ") > 5:
        return statement
    asked = _ASKED_BEHIND.search(sentence)
    return sentence[: asked.start()] if asked is not None and sentence.count(" ", 0, asked.start()) > 5 else sentence


# "Those who give orders should know", "What the state has lost here is not ground", "Visa delays remain a concern"
_IN_GENERAL = re.compile(
    r"\W{0,3}(?:(?:Those|Anyone|Anybody|All)\s(?:who|that)|Whoever)\b[^.;]{3,120}?\s(?:should|must|ought|can|cannot)\b"
    r"|\W{0,3}What\s[^,.;?]{3,80}\s(?:is|are)\s"
    r"|\W{0,3}[^,.;:]{3,60}\sremains?\s(?:(?:an?|the|of)\s(?:\w+\s)?(?:concern|challenge|problem|priority|mystery|threat|risk)"
    r"|unclear|unknown|uncertain|limited|difficult)\b"
)


# "The guards are a force of the league that seeks", "The villages are near the mill, a town that", "Tara lies 5 km off"
_DEFINITION = re.compile(
    r"\W{0,3}(?:The\s|An?\s)?(?:[\w’'-]{1,20}\s){1,5}?(?:(?:is|are)\s(?:an?|one\sof\sthe|the\s(?:largest|biggest|only|last|main|capital|name))"
    r"|(?:is|are)\s(?:near|close\sto|located|situated|on\s(?:a|the)(?=\s(?:road|route|highway|hill|river|plain)\b))|lies|lie)\s(?!in\sruins|dead)[^,;:.]{2,90}?"
    r"(?:,\s(?:an?|the)\s[^,;:.]{2,60}?)?\s(?:that|which|who)\s(?:(?!had\b|was\b|were\b)[a-z]{3,14}\b)[^;:,]*$"
)


def may_report(sentence: str) -> bool:
    """Whether a sentence is none of what reports nothing: a question, a caption, a rule, what somebody says as "I"."""
    if " " not in sentence.strip():
        return False  # "REPORTS": the name of a page's part
    bare = without(sentence, quoted_spans(sentence))
    if bare.rstrip(' "”’)]*').endswith("?") or _CAPTION.match(sentence):
        return False
    supposed = _CONDITIONAL.match(sentence)
    if supposed and not (_IF.match(sentence) and SAYS_AT_THE_END.search(bare)):
        return False  # "If the truce holds, aid will go in"; but ", the envoy said on Sunday" tells that it was said
    if _IN_GENERAL.match(sentence) or _DEFINITION.match(sentence):
        return False
    bare = _SHORT_QUOTE.sub(" ", bare)  # "called on the world to free “our sisters”"
    bare = _WE_ON_A_DAY.sub(lambda found: f"{found['day']} {'they' if found['who'] == 'we' else 'their'} ", bare)
    return not FIRST_OR_SECOND.search(_OUR_MAN.sub(" ", without_attribution_links(bare)))


# "On Aug. 30 we cratered the road": a party to it tells, with the day
_WE_ON_A_DAY = re.compile(
    r"^(?P<day>\W{0,3}On\s(?:(?:the\s)?\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s\d{1,2})(?:,?\s\d{4})?,?)\s(?P<who>we|our)\s"
)
