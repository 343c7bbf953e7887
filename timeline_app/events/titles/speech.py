"""Titles of what somebody said: the speaker's name, a colon, the words."""

from __future__ import annotations

import re

from timeline_app.events.titles.cutting import MAX_TITLE, up_to_border
from timeline_app.events.titles.days import without_first_day
from timeline_app.events.titles.main_verb import is_finite
from timeline_app.events.titles.plain import plain_title
from timeline_app.events.titles.shortening import shortened

# "“We are not happy,” al-Abadi stated": a sentence that opens with words of somebody's
OPENING_QUOTE = re.compile(r"^\W{0,2}[\"“](?P<words>[^\"“”]{10,600}?)[,.]?[\"”]")
# "We will act,” Col. Dillon said": the end of a quotation that began sentences before
ENDED_QUOTE = re.compile(r"^(?P<words>[^\"“”]{10,600}?)(?:[,.]?”|[,.?!]\")(?=\s)")
# "The road is open again, the army said": whose words they are comes last
SAID_LAST = re.compile(
    r"^(?P<told>.{20,600}),\s(?:as\s)?(?P<who>(?!(?:is|are|was|were|has|have|had|been|it|which|who|according|when|where|while|after|because|since)\b)[^,\"“”]{2,70}?)(?<!\swas)(?<!\swere)(?<!\sbeen)(?<!\sis)(?:,\s(?:the|an?|its|his)\s[^,\"“”]{2,60},)?"
    r"\s(?:(?:had|has|have|also|later|then)\s)?"
    r"(?:said|says|told|added|stated|noted|explained|warned|insisted|admitted|reported|confirmed|urged|demanded|argued|predicted|cautioned)"
    r"(?=\W{0,2}$|[,.;:]|\s(?:on|in|late|early|earlier|at|to|by|via|during|after|as|when|while|yesterday|today|this|last|citing"
    r"|quoting|without|from|[A-Z])\b|\s[A-Z])"
)

# "Col. Dillon, coalition spokesman, informed CNN that Y": whose words they are, then Y
SPEECH_TO = re.compile(
    r"(?P<who>[^,;:“”\"]{3,60}?)(?<!\sand)(?<!\sbut)(?:,\s[^;:“”\"]{2,120}?,)?\s(?:(?:has|had|have|also|later|repeatedly|again|then|since|now|earlier|previously)\s){0,3}"
    r"(?:said|added|stated|noted|announced|warned|claimed|confirmed|reported|explained|stressed|remarked|declared|insisted|maintained"
    r"|argued|underlined|emphasi[sz]ed|recalled|concluded|suggested|acknowledged|admitted|(?:told|informed|assured|warned|reminded)\s[^,;:“”\"]{2,50}?)(?:\s(?:on|late|early)\s[^,;:“”]{2,30}?)?\sthat\s(?P<told>.{20,})"
)

PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "one", "who"})


# "In a statement the ministry", "Local reports say the league"
_BEFORE_WHO = re.compile(
    r"^(?:In\s(?:an?|its|his|their)\s(?:[a-z]+\s)?(?:statement|report|interview|speech|message|note|post|tweet|video|letter),?\s"
    r"|.{3,30}\s(?:say|said|claim|claimed)\s(?:that\s)?)"
)


def told_by(who: str, told: str) -> str:
    """What was said, behind the name of who said it, without the article before it."""
    who = re.sub(r"^(?:the|a|an)\s", "", _BEFORE_WHO.sub("", without_first_day(who)), flags=re.IGNORECASE)
    who = _OF_WHERE.sub(r"\g<name>", who.partition(",")[0]) if len(who) > _LONGEST_NAME else who
    room = MAX_TITLE - len(who) - 2
    said = told if len(told) <= room else shortened(told, room) or up_to_border(told, 0, room)
    if not any(map(is_finite, said.split())) and (whole := shortened(told, MAX_TITLE)):
        return f"{whole[:1].upper()}{whole[1:]}"  # rather than words that no longer say anything
    return with_quotes_closed(f"{who[:1].upper()}{who[1:]}: {said}")


def with_quotes_closed(title: str) -> str:
    """The title with a mark at its end where a quotation was cut."""
    if title.count('"') % 2:
        return f'{title}"'
    return f"{title}”" if title.count("“") > title.count("”") else title


def quotation(speaker: str | None, words: str) -> str:
    """The words between quotation marks, behind the name of who said them, if known."""
    speaker = speaker and f"{speaker[:1].upper()}{speaker[1:]}"
    room = MAX_TITLE - len(speaker or "") - 4
    shown = words if len(words) <= room else shortened(words, room, as_said=True)
    if shown is None and speaker and (told := shortened(plain_title(words), room)):
        return f"{speaker}: {told}"
    shown = (shown or up_to_border(words, 0, room)).strip()
    return f"{speaker}: “{shown}”" if speaker else f"“{shown}”"


_SAID_WORDS = (
    " said", " says", " told", " added", " stated", " noted", " explained", " warned", " insisted", " admitted",
    " reported", " confirmed", " urged", " demanded", " argued", " predicted", " cautioned",
)  # fmt: skip
"""Of these one stands in whatever `SAID_LAST` finds."""


def said_last(text: str) -> re.Match[str] | None:
    """What is told and, behind a comma, who said it."""
    if ", " not in text or not any(word in text for word in _SAID_WORDS):
        return None
    return SAID_LAST.match(text)


_LONGEST_NAME = 40
# "Adel Rida of the farmers' league": a name, and whose he is
_OF_WHERE = re.compile(r"^(?P<name>[^\W\da-z_][\w’'-]+(?:\s(?:[ae][a-z]-)?[^\W\da-z_][\w’'-]+){1,3})\sof\s.*$")

_SAYS = (
    r"(?:said|says|told|added|stated|noted|explained|warned|insisted|admitted|reported|declared|confirmed"
    r"|announced|wrote|remarked|recalled|insisted|went\son(?:\sto\ssay)?|continued|tweeted)"
)
# "...,” said Observatory director Rami Abdel Rahman": who stands behind the verb
_NO_STOP = r"(?!(?:as|who|whose|which|in|on|after|when|while|during|at|to|from|by|that|and|adding)\b)"
_SPEAKER_BEHIND = re.compile(
    rf"[”\"]\s{_SAYS}\s(?P<who>(?:{_NO_STOP}[\w’'-]{{1,20}}\.?\s){{0,6}}(?:[ae][a-z]{{1,2}}[-’' ])?[^\W\da-z_]"
    r"[\w’'-]{1,20})(?=[,.;:]|\s[a-z]|$)"
)
# "...,” the ministry said": who stands before it
_SPEAKER_BEFORE = re.compile(rf"[”\"]\s(?P<who>[^,;:“”\"]{{3,45}}?)\s(?:(?:had|has|have|also|later|then)\s)?{_SAYS}\b")
# "The ministry said in a note, “The road is open”": whose words come last
SAID_FIRST = re.compile(
    rf"^(?P<who>[^,;:“”\"]{{3,75}}?)\s(?:also\s|later\s)?{_SAYS}(?:\s(?:in|on|at|to|during|of)\s[^“”\":]{{2,60}}?)?[,:]?\s[“\"]"
    r"(?P<words>[^“”\"]{15,600})[”\"]?\W{0,3}$"
)


# "The agency quoted the mayor, Adel Rida, as saying: “The road is open”"
QUOTED_AS = re.compile(
    r"^[^,;:“”\"]{3,80}?\s(?:quoted|cited)\s(?P<who>[^;:“”\"]{3,80}?),?\sas\ssaying(?:\sthat)?[,:]?\s[“\"](?P<words>[^“”\"]{10,600})[”\"]?"
)


def named_last(who: str) -> str:
    """The name of somebody told by office and name: "the mayor of Tara, Adel Rida" is Adel Rida."""
    office, _, name = who.rpartition(", ")
    return name if office and name[:1].isupper() else re.sub(r"^(?:the|a|an)\s", "", who)


# "...,” said the group's director, Sarah Leah Whitson": the name behind what somebody is
_ROLE_AND_NAME = re.compile(
    rf"[”\"]\s{_SAYS}\s(?:the\s|its\s|an?\s)?(?:[\w’'-]{{1,20}}\s){{0,6}}[a-z][\w’'-]{{2,20}},\s"
    r"(?P<who>[^\W\da-z_][\w’'.-]{1,20}(?:\s(?:[ae][a-z]{1,2}-|bin\s|van\s|de\s)?[^\W\da-z_][\w’'-]{1,20}){1,3})"
    r"(?=[,.;]|\s\(|$)"
)


# "...,” an official who leads the league, Adel Rida, told": the name between commas
_NAME_INSERTED = re.compile(
    rf"[”\"]\s[^“”\":;]{{3,90}},\s(?P<who>[^\W\da-z_][\w’'.-]{{1,20}}(?:\s(?:[ae][a-z]{{1,2}}-)?[^\W\da-z_][\w’'-]{{1,20}}){{1,3}}),\s{_SAYS}\b"
)
# "“It was I who went” to the valley, Rida said": what is told goes on behind the quotation
_SPEAKER_LAST = re.compile(
    rf",\s(?P<who>(?:[\w’'.-]{{1,20}}\s){{0,3}}[^\W\da-z_][\w’'-]{{1,20}})\s(?:(?:had|has|have|also|later|then)\s)?{_SAYS}\b[^“”\"]*$"
)
# "...,” said the commander", "the ambassador went on": an office without a name
_SPEAKER_OFFICE = re.compile(
    rf"[”\"]\s{_SAYS}\s(?P<who>(?:the|an?|one)\s(?:[\w’'-]{{1,20}}\s){{0,2}}?[a-z][\w’'-]{{2,20}})(?=[,.;]|\s(?:who|of|in|from|on|at)\b|$)"
)

# "the text said": whose it is, is told elsewhere
_NOBODY = re.compile(
    r"(?:the|an?|its|their)\s(?:text|statement|report|note|release|message|document|letter|communiqu[eé])",
    re.IGNORECASE,
)

_PRONOUN_SAYS = re.compile(rf"[,”\"]\s(?:he|she)\s(?:also\s|then\s|later\s)?{_SAYS}\b")


def told_by_pronoun(sentence: str) -> bool:
    """Whether somebody named before tells it: "..., he added"."""
    return _PRONOUN_SAYS.search(sentence) is not None


def speaker_named(sentence: str) -> str | None:
    """Who is named beside the verb of speech as the one whose quoted words a sentence gives; None for a pronoun."""
    if "”" not in sentence and '"' not in sentence:
        return None
    tried = (_ROLE_AND_NAME, _NAME_INSERTED, _SPEAKER_BEHIND, _SPEAKER_BEFORE, _SPEAKER_LAST, _SPEAKER_OFFICE)
    found = next((found for found in (pattern.search(sentence) for pattern in tried) if found), None)
    if found is None or found["who"].lower() in PRONOUNS or _NOBODY.fullmatch(found["who"]):
        return None
    who = re.sub(r"^(?:the|a|an)\s", "", found["who"])
    return f"{who[:1].upper()}{who[1:]}" if len(who) <= _LONGEST_NAME + 5 else None
