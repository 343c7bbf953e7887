"""A sentence on one line without what leads into it: links, asides, datelines, "On Friday, "."""

from __future__ import annotations

import re

from timeline_app.events.reading.reportable import REMARK
from timeline_app.events.titles.cutting import MAX_TITLE
from timeline_app.events.titles.main_verb import is_finite, word_at
from timeline_app.events.titles.topics import goes_on, topic_of, with_topic

# "[the unusual deal](https://...)" reads "the unusual deal"; "Daesh [ISIS]" reads "Daesh"
LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,500}\)")
ASIDE = re.compile(r"\s?(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])")
# "On February 9, ", "Last week, ", "According to CNN, ", "However, "
LEAD = re.compile(
    r"^(?:It (?:was|is) (?:on|in|at|during|only) [^,]{1,40}?\sthat\s"  # "It was on Sunday that forces won"
    r"|There (?=(?:the|its|their|an?|some|dozens|hundreds|\d+)\s[a-z])"
    r"|It is reported that\s"
    r"|(?:[A-Z][a-z]{3,15}ly|Regardless of [^,]{1,60}|(?:But )?as we [^,]{1,40}|However|Meanwhile|Moreover|Furthermore"
    r"|(?:Also|Earlier|Later|Meanwhile|Elsewhere)(?:\s[^,]{1,40})?|Indeed|Still|Then|But|And"
    r"|According to [^,]{1,60}(?:,\s(?:which|who)\s[^,]{1,80})?"
    r"|(?:(?:Just\s)?(?:As|When|While|After|Before)|On|For|In|At|By|Since|During|Over|Under|Last|Earlier|Late|Early|Per"
    r"|Despite|Following|Apart from|With|Amid|Inside|Outside|Within|Across|Throughout|Showing|Noting|Referring|Speaking"
    r"|Citing|Quoting|Looking|Responding|Reacting|Commenting|Addressing|Fearing|Facing|Acting|Vowing|Hoping|Seeking"
    r"|Calling|Using|Backed|Supported|Aided|Helped|Assisted|Led|Pressed|Asked|Flanked|Joined|Armed|According"
    r"|To the (?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|Having)"
    r"\s(?!least\b|most\b|\d)[^,]{1,90}(?:,\s\d{4})?"
    r"(?:,\s(?:an?|the)\s(?:[\w-]+\s){0,3}(?:day|evening|morning|night|afternoon|holiday|anniversary)(?=,))?"
    r"(?:,\s(?:many|most|some|all|several|both)\sof\s(?:whom|which|them)\s[^,]{1,90})?"
    r"|(?:This|The same|The next|The following)\s(?:day|night|week|month|year|morning|evening)"
    r"|(?:An?|One|Two|Three|Four|Five|Six|\d{1,3}|Several|Some|A few|Just)\s(?:[a-z]+\s)?"
    r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)\s(?:later|earlier|before|after)(?:,\son\s[^,]{3,25})?"
    r"|(?:An?|One|Two|Three|Four|Five|Six|\d{1,3}|Several|Some|A few|Just)\s(?:[a-z]+\s)?"
    r"(?:days?|weeks?|months?|years?)\s(?:before|after)\s(?:the|its|their|his|her)\s[^,]{3,60}"
    r"|To (?!the\b)[a-z]{3,15}\s[^,]{5,90}"
    r"|Just (?:(?:north|south)-?(?:east|west)?|east|west|outside|inside|across|off|over)\s[^,]{3,60}"
    r"),[\"”]?\s(?!(?:who|whom|whose|which|where|and|but|or|as)\b)(?:(?:too|likewise|similarly|for\s(?:example|instance)),\s)?)",
    re.IGNORECASE,
)
# "• ", "9.15am: ": the mark of a list, the clock of a live page
_BULLET = re.compile(
    r"^\s{0,4}(?:[•*▪●–—-]{1,2}\s{1,3})?(?:\d{1,2}[.:]\d{2}\s?(?:[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\s?[:–—-]\s{1,2})?",
    re.IGNORECASE,
)
# "Homs – On Sunday, ": a town before the first sentence, without its capitals
_TOWN_LINE = re.compile(
    r"^\W{0,3}(?:al-)?[A-Z][\w’'-]{2,20}(?:\s[A-Z][\w’'-]{2,20}){0,2}\s(?:[–—]{1,2}|-{1,2}|//)\s(?=[\"“]?[A-Z\d])"
)
_DATELINE = re.compile(
    r"^\W{0,3}(?:date\s)?[\d\s-]{0,12}[A-ZÀ-ÞĞİŞ][A-ZÀ-ÞĞİŞ ,.’'-]{2,40}(?:\([^()]{1,30}\)\s?)?\s?(?:[–—-]{1,2}|//)\s"
    r"|^[A-Z][A-Z’'-]{2,20}(?:\s[A-Z][A-Z’'-]{2,20})?:\s(?=[\"“A-Z\d])"
    # "Damascus, March 23, SANA - ", "Geneva-The United Nations"
    r"|^[A-Z][\w’' ]{2,20},\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?),?\s(?:[A-Z][A-Za-z/]{1,15}\s)?"
    r"[–—-]{1,2}\s"
    r"|^(?:[A-Z][a-z]{3,15}|[A-Z]{3,12}(?:\s[A-Z]{3,12})?)[–—-]{1,2}(?=(?:The|An?|Some|Several|At|On)\s)"
    r"|^[A-Z][\w’' ]{2,20},\s[A-Z]{2,8}\s?[–—-]{1,2}\s"  # "Damascus, SANA - "
    # "ERBIL, Kurdistan Region (Agency) –", "ARSAL, Lebanon:"
    r"|^[A-Z][A-Z’' -]{2,25},\s[A-Z][\w. ]{2,25}(?:\([^()]{1,30}\)\s?)?\s?(?:[–—-]{1,2}|:)\s(?=[\"“A-Z\d])"
)


# "Mosul captured — June 10, 2014"
_DAY_AT_END = re.compile(
    r"\s[–—]\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?\s\d{4}|[A-Z][a-z]{2,8}\s\d{4})$"
)
# "But the convoy arrived": what it stands against is another sentence
_CONJUNCTION = re.compile(
    r"^(?:But|And|Yet)\s(?=(?:the|an?|his|her|its|their|just|as|on|in|after|when|while|for|yesterday,?|today,?|earlier|later|last)\s|[^\W\da-z_])"
)


def plain_title(sentence: str, with_lead: bool = False) -> str:
    """The sentence on one line without links, asides, its dateline and, unless asked for, what leads into it."""
    text = LINK.sub(r"\1", sentence) if "](" in sentence else sentence
    if '"”' in text:
        text = text.replace('"”', "–")  # what is left of a dash in a page read in the wrong encoding
    text = _after(_DATELINE, _after(_BULLET, text))
    if " –" in text or " —" in text or " - " in text or " // " in text:
        text = _after(_TOWN_LINE, text)
    text = _DAY_AT_END.sub("", text) if "—" in text or "–" in text else text
    text = ASIDE.sub("", text) if "(" in text or "[" in text else text
    text = _ADDRESS.sub("", text) if "/" in text else text
    text = _MEANWHILE.sub(_reclosed, text) if ", " in text else text
    text = _SAID_WITHIN.sub(_joined, text) if ", " in text else text
    text = _AMONG_THEM.sub("", text) if len(text) > MAX_TITLE and " them, " in text else text
    text = _SAID_ON.sub(r"\g<said> that ", text) if " that " in text else text
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()
    text = _LEFT_OF_CLAUSE.sub("", text) if " , " in text else text
    text = _CLEFT.sub(r"\g<who> ", text) if text.startswith("It was ") else text
    even = '"' in text and text.count('"') % 2 == 0
    text = text.strip(' "“”*_–—-.…|')
    if even and text.count('"') % 2:  # a mark was taken whose fellow stays
        text = f'{text}"' if ' "' in text else text.replace('"', "")
    if not with_lead:
        text = _after(_CONJUNCTION, text)
    for _ in range(2):
        if with_lead or not (", " in text or text.startswith("It ")):
            break
        shorter = _after(LEAD, _after(REMARK, text).lstrip())
        if _lacks_subject(shorter):  # "Since Monday a convoy, sent by the league, has been stuck"
            shorter = _after(_DAY_ALONE, text)
        if len(shorter) < 25 or len(shorter) == len(text):
            break
        text = _without_participle(_REST_OF_LIST.sub("", _with_subject(text, shorter)))
    return (text if with_lead else _after(_LATELY, text)).rstrip(".!… ")


# "Following accords for Tara, Bana and Sur, the valley": the list's end goes with what led in
_REST_OF_LIST = re.compile(r"^[A-Z][\w’'-]+\sand\s[A-Z][\w’'-]+,\s(?=(?:[Tt]he|an?|[A-Z])\b)")


# "In the past two days the coalition": when, without a comma
_LATELY = re.compile(
    r"^(?:In|Over|During|For|Within)\sthe\s(?:past|last|previous)\s(?:[\w-]{1,10}\s)?(?:hours?|days?|weeks?|months?|years?),?\s"
    r"(?=[A-Za-z“])"
    r"|^(?:In\s(?:return|exchange|turn|response|the\send)|At\s(?:last|length)|By\sthen)\s(?=[A-Z]|(?:the|an?|its|their)\s)",
)


# "said July 19 that", "announced Monday that": when it was said
_SAID_ON = re.compile(
    r"\b(?P<said>said|says|announced|reported|confirmed|stated|added|declared|claimed|warned)\s(?:on\s)?(?:late\s|early\s)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,\s\d{4})?)"
    r"(?:\s(?:in|from)\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?\sthat\s"
)
# "The government, meanwhile, is weighing", "said, however, that"
# "It was the league, not the guards, that took the mill": who it was
_CLEFT = re.compile(
    r"^It was (?P<who>(?:the|an?|[A-Z])[^,;:“”\"]{2,60}?)(?:,\s(?:and\s)?not\s[^,;:]{3,60},)?\s(?:that|who)\s"
)
# "At least six people, the mayor, a man of 70, among them, were killed"
_AMONG_THEM = re.compile(
    r",\s(?:[A-Z]|(?:an?|the|its|his|her|their)\s)[^,;:“”\"]{2,60},\s(?:an?|the|its|his|her|their)\s[^,;:“”\"]{2,60},?\samong\sthem,(?=\s(?:was|were|is|are|has|have|had|will|would)\b)"
)
# "The news of his death[, who had been hit], was confirmed": what is left of a clause told apart
_LEFT_OF_CLAUSE = re.compile(r"\s,(?=\s(?:was|were|is|are|has|have|had|will|would)\b)")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+")
_MEANWHILE = re.compile(
    r",\s(?:however|meanwhile|moreover|in\sturn|for\s(?:its|his|their|her)\spart|on\sthe\sother\shand|nonetheless|nevertheless"
    r"|though|as\swell|of\scourse|in\saddition),\s(?!(?:and|but|or|who|which)\b)"
)
_OPEN_RELATIVE = re.compile(r",\s(?:who|which|whose|whom|where|an?|the)\s[^,]{2,120}$")


def _reclosed(beside: re.Match[str]) -> str:
    """What stands in the place of ", however, ": the comma that closed a clause before it, or none."""
    return ", " if _OPEN_RELATIVE.search(beside.string, max(0, beside.start() - 130), beside.start()) else " "


# "In Hama, it said, the bombs fell", "On board, organisers said, were children"
_SAID_WITHIN = re.compile(
    r",\s(?:(?:the|an?|his|her|its|their)\s)?[\w’'.-]+(?:\s[\w’'.-]+){0,2}\s(?:said|says|added|reported|noted|explained|stressed|insisted|recalled|claimed|argued|pointed\sout|went\son|continued|concluded"
    r"|stated|observed|warned|recounted"
    r"|told\s(?:reporters|journalists|us|(?:the\s)?[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){0,3})(?:\s(?:in|outside|at|on|by|after)\s[^,;:“”\"]{2,50})?),\s(?!(?:and|but|who|citing|adding"
    r"|quoting|as|on|in|at|after|it|its|they|their|he|she|his|her)\b)(?=(?P<be>(?:was|were|is|are|had|has|have|will|would)\b)|(?P<then>when|while|where|because)\b|\w)"
)


def _joined(said: re.Match[str]) -> str:
    """What stands in the place of "it said" within a sentence: a comma, but not before the sentence's verb."""
    subject = said.string[: said.start()]
    bare = not _LEADS_IN.match(subject) and not any(map(goes_on, subject.split()))  # "Shells, he said, burst"
    return " " if bare or said["be"] or said["then"] or is_finite(word_at(said.string, said.end())) else ", "


_LEADS_IN = re.compile(
    r"(?:In|On|At|By|For|From|After|Before|As|When|While|With|Since|During|Under|Last|This|Earlier|Later|Meanwhile|However|Then)\b"
    r"|.*(?:day|night|week|month|year|morning|evening)$"
)


def _after(opening: re.Pattern[str], text: str) -> str:
    """A text without what it opens with."""
    found = opening.match(text)
    return text if found is None else text[found.end() :]


def _without_participle(rest: str) -> str:
    """What follows a lead without what is told beside that: "[published in May,] the captives begged"."""
    beside = _BESIDE_SUBJECT.match(rest)
    if beside is None or is_finite(word_at(rest, beside.end())):
        return rest
    return rest[beside.end() :]


def _lacks_subject(rest: str) -> bool:
    """Whether what follows a lead is what its subject did, or what is told of it beside: "backed by X, seized"."""
    beside = _BESIDE_SUBJECT.match(rest)
    at = 0 if beside is None else beside.end()
    first = word_at(rest, at)
    if _APPOSED_REST.match(rest):
        return True  # "[Earlier Tuesday the body of a captive,] Omar Rida, was given back"
    return first.islower() and not first.endswith("ing") and is_finite(first) and not _NAMES_A_THING.match(rest, at)


_APPOSED_REST = re.compile(
    r"\d{1,2},\s|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3},\s(?:was|were|is|are|has|have|had)\s"
    # "[In June nine drivers,] two of them still missing, were charged"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|most|many|some|all|both|half|several|\d+)\sof\s(?:them|whom)\b[^,;:]{2,60},\s"
    r"(?:was|were|is|are|has|have|had)\s"
)
_BESIDE_SUBJECT = re.compile(
    r"[a-z]{3,14}(?:ed|nt|n|ld|ght)\s(?:(?:[a-z]+ly\s)?(?:by|from|to|in|with|on|at)\s)[^,]{2,80},\s(?:at\s[a-z]+\s)?"
)
# "seized weapons were shown": a participle before its noun
_NAMES_A_THING = re.compile(r"[a-z]+ed\s[a-z]+s\s(?:were|are|have|had|will|would|can|could)\b")
# "On Tuesday the guards", "Since early May a convoy", "Last week the league": when, without a comma
_DAY_ALONE = re.compile(
    r"^(?:(?:On|In|Since|By|(?:Late|Later|Early|Earlier)(?: on)?)\s(?:(?:last|late|early|mid|this)\s)?[A-Z][a-z]+"
    r"(?:\s(?:morning|afternoon|evening|night|\d{1,2}|(?:19|20)\d\d))?"
    r"|(?:Last|This|Earlier this|Late last|Early this)\s(?:week|month|year|night|weekend|[A-Z][a-z]+))"
    r"\s(?=(?:the|an?|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten|some|several|dozens|hundreds|at\sleast|about)\b)"
)

# "As the guards gained ground, they shelled the mill": who "they" are is told in what leads in
_LEADING_CLAUSE = re.compile(r"^(?:just\s)?(?:As|When|While|After|Before|Since|Once|Although|Though)\s", re.IGNORECASE)


def _with_subject(text: str, shorter: str) -> str:
    """What is left of a sentence, a pronoun at its head replaced by the subject of the clause that led into it."""
    lead = _LEADING_CLAUSE.match(text)
    pronoun = re.match(r"(?:they|it|he|she)\s", shorter)
    if lead is None or pronoun is None:
        return shorter
    clause = text[lead.end() : len(text) - len(shorter)].rstrip(", ")
    topic = topic_of(clause[:1].upper() + clause[1:])
    named = None if topic is None else with_topic(shorter[:1].upper() + shorter[1:], lambda: (topic,))
    return shorter if named is None else named
