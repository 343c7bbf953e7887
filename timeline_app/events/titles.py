"""A title a reader understands without the article: who, what, where, never cut inside a phrase."""

from __future__ import annotations

import re
from itertools import takewhile

from timeline_app.events.reading import Reading

MAX_TITLE = 90
"""Characters; longer ones wrap in every list."""

# "[the unusual deal](https://...)" reads "the unusual deal"; "Daesh [ISIS]" reads "Daesh"
_LINK = re.compile(r"\[([^\[\]]{1,200})\]\([^()\s]{0,500}\)")
_ASIDE = re.compile(r"\s?(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\])")
# "On February 9, ", "Last week, ", "According to CNN, ", "However, "
_LEAD = re.compile(
    r"^(?:[A-Z][a-z]{3,15}ly|Regardless of [^,]{1,60}|(?:But )?as we [^,]{1,40}|However|Meanwhile|Moreover|Furthermore"
    r"|Also|Indeed|Still|Earlier|Later|Then|But|And|According to [^,]{1,60}|"
    r"(?:On|In|At|By|Since|During|After|Before|Over|Under|As|Last|Earlier|Late|Early|Per)\s(?!least\b|most\b|\d)[^,]{1,90}"
    r"|This\s(?:week|month|year|morning|evening)),\s",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^\W{0,3}(?:date\s)?[\d\s-]{0,12}[A-Z][A-Z ,.]{2,40}(?:\([^()]{1,30}\)\s?)?\s?[–—-]{1,2}\s")
_PHRASE_END = re.compile(
    r",\s|;\s|:\s|\s(?=(?:in|on|at|by|from|to|with|who|which|that|where|when|while|after|before|as|because|for|and|but|over"
    r"|since|under|via|through|into|amid|according)\s)"
)
_TRAILING = re.compile(
    r"(?:[\s,;:–—-]|\b(?:the|a|an|of|and|or|but|to|in|on|at|by|for|with|as|that|which|who|its|their|his|from|his|was|were|is|are"
    r"|has|had|have|been|not|so|under|namely|whether|likely|most|along|together|including|amid|into|than))+$",
    re.IGNORECASE,
)
_OPEN_PAIR = re.compile(r"\b(?:between|both)\s(?:(?!\sand\s).){1,80}$")
_LOOSE_END = re.compile(
    r"(?:\s(?:and|but|that)(?:\s\w{1,12}){1,2}|,\s\w{3,12}ing|\s(?:which|who|that)\s(?:was|were|is|are)\s\w+"
    r"|\son\sthe\s(?:grounds?|basis|condition)|\sas\s(?:the\s|a\s)?[\w.]+|\sbeing\s\w+)$"
)
_PRONOUN = re.compile(r"^(?:He|She)\b")


# "“We are not happy,” al-Abadi stated": a sentence that opens with words of somebody's
_OPENING_QUOTE = re.compile(r"^\W{0,2}[\"“](?P<words>[^\"“”]{10,600}?)[,.]?[\"”]")
# "We will act,” Col. Dillon said": the end of a quotation that began sentences before
_ENDED_QUOTE = re.compile(r"^(?P<words>[^\"“”]{10,600}?)[,.]?”(?=\s)")
# "The road is open again, the army said": whose words they are comes last
_SAID_LAST = re.compile(
    r"^(?P<told>.{25,600}),\s(?P<who>[^,\"“”]{2,45}?)\s(?:(?:had|has|have|also|later|then)\s)?"
    r"(?:said|says|told|added|stated|noted|explained|warned|insisted|admitted|reported)\b"
)
_NOUN_PHRASE_END = re.compile(
    r",|\s(?=(?:in|on|at|by|from|to|with|who|which|that|where|when|for|along|over|since|under|via|through|near|against)\s)"
    r"|(?<!\sand)(?<!\sor)\s(?=[a-z]{3,}(?:ed|ing)\s)"
)
# "X claims that Y", "X reported that Y": Y is the event
_ATTRIBUTION = re.compile(
    r"^(?P<who>[^,;:]{3,120}?)\s(?:(?:has|have|had|also|later)\s)?\b(?:said|says|say|claims|claimed|reported|reports|report"
    r"|announced|confirmed|stated|added|revealed|believe|believes)(?:\s(?:on|in|late|early|at)\s[^,;]{2,30}?)?\sthat\s"
    r"|^(?P<sayer>[^,;:]{3,80}?)\s(?:said|says|say)\s(?=[\w“])"
)
_THEY = re.compile(r"^(?:it|they|he|she)\s")
_AUXILIARIES = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|has|have|had|will|would|did|not|also|reportedly|allegedly|[a-z]{2,12}ly)\s)+$"
)


def make_title(sentence: str, reading: Reading, subject: str | None = None, place: str | None = None) -> str:
    """The main clause up to a phrase border, with the pronoun's name and the place where they fit.

    Args:
        sentence: the words.
        reading: what they report; its verb is kept in the title.
        subject: name that a leading pronoun stands for, or who speaks, if known.
        place: name of the scene, added when the title does not hold it.
    """
    text = _plain(sentence)
    if sentence[reading.verb.hit.start : reading.verb.hit.end] not in text:
        text = _plain(sentence, with_lead=True)
    if subject is not None:
        text = _PRONOUN.sub(subject, text, count=1)
    bare = _ASIDE.sub("", _LINK.sub(r"\1", sentence)).strip()
    speech = _OPENING_QUOTE.match(bare) or (_ENDED_QUOTE.match(bare) if reading.type == "statement" else None)
    if speech and (reading.type == "statement" or not _PRONOUN.match(text)):
        return _quotation(subject if reading.type == "statement" else None, speech["words"])
    last = _SAID_LAST.match(text)
    if last is not None and reading.type != "statement":
        verb = sentence[reading.verb.hit.start : reading.verb.hit.end]
        text = last["told"] if verb in last["told"] else text
    elif last is not None:
        who = subject if last["who"].lower() in _PRONOUNS else last["who"]
        return _told_by(who, last["told"]) if who else _up_to_border(last["told"], 0, MAX_TITLE)
    title = _clause(text, sentence[reading.verb.hit.start : reading.verb.hit.end], reading.verb.subordinate)
    title = _with_quotes_closed(title[:1].upper() + title[1:])
    if place and place.casefold() not in title.casefold() and len(title) + len(place) + 3 <= MAX_TITLE:
        title = f"{title} ({place})"
    return title


_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "one", "who"})


def _told_by(who: str, told: str) -> str:
    """What was said, behind the name of who said it, without the article before it."""
    who = re.sub(r"^(?:the|a|an)\s", "", who)
    room = MAX_TITLE - len(who) - 2
    return f"{who[:1].upper()}{who[1:]}: {told if len(told) <= room else _up_to_border(told, 0, room)}"


def _with_quotes_closed(title: str) -> str:
    """The title with a mark at its end where a quotation was cut."""
    return f"{title}”" if title.count("“") > title.count("”") else title


def phrase_title(words: str) -> str:
    """A title of an entry that is no sentence: "arrest of three officers"."""
    text = _plain(words.split("\n", maxsplit=1)[0])
    title = _up_to_border(text, 0, MAX_TITLE) or text[:MAX_TITLE]
    return title[:1].upper() + title[1:] if title.strip() else "Untitled"


def _quotation(speaker: str | None, words: str) -> str:
    room = MAX_TITLE - len(speaker or "") - 4
    shown = words if len(words) <= room else _up_to_border(words, 0, room)
    return f"{speaker}: “{shown.strip()}”" if speaker else f"“{shown.strip()}”"


def _plain(sentence: str, with_lead: bool = False) -> str:
    text = _LINK.sub(r"\1", sentence)
    text = _DATELINE.sub("", text, count=1)
    text = _ASIDE.sub("", text)
    text = re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip(' "“”*_–—-.…|')
    for _ in range(2):
        shorter = _LEAD.sub("", text, count=1)
        if with_lead or len(shorter) < 25:
            break
        text = shorter
    return text.rstrip(".!… ")


def _clause(text: str, verb: str, subordinate: bool) -> str:
    """The event's clause within the limit: whole, from its own start, or with its subject cut to the head."""
    attributed = _ATTRIBUTION.match(text)
    if attributed and verb in text[attributed.end() :]:
        who = attributed["who"] or attributed["sayer"]
        text = _THEY.sub(f"{who} ", text[attributed.end() :], count=1)
    at = text.find(verb)
    if at < 0:
        return _up_to_border(text, 0, MAX_TITLE)
    for candidate in (text, _own_clause(text, at), "" if subordinate else _headed(text, at)):
        title = _up_to_border(candidate, candidate.find(verb) + len(verb), MAX_TITLE)
        if verb in title and not title.endswith(verb) and len(title) > 20:
            return title
    return _up_to_border(text, at + len(verb), MAX_TITLE)


_CLAUSE_START = re.compile(
    r"(?:\bthat|;|—|–)\s(?!(?:he|she|it|they|there|this)\b)(?=\w)|,\s(?:and|but)\s(?=(?:the|a|an|its|his|their)\b|[A-Z0-9])"
)


def _own_clause(text: str, at: int) -> str:
    """From the last clause border before the verb: "reports that ISIS are holding talks" -> "ISIS are ..."."""
    starts = [match.end() for match in _CLAUSE_START.finditer(text, 0, at)]
    return text[starts[-1] :] if starts else ""


def _headed(text: str, at: int) -> str:
    """The head of the subject and the verb group: "a convoy of 17 buses [carrying ...] has remained ..."."""
    border = _NOUN_PHRASE_END.search(text, 8)
    helpers = _AUXILIARIES.search(text[:at])
    start = helpers.start() if helpers else at
    if border is None or border.start() >= start:
        return ""
    dropped = text[border.start() : start]
    if re.search(r"\b(?:has|have|had|was|were|is|are|will|that)\b|[\"“”;:]", dropped):
        return ""  # another clause lies between: its subject is not ours
    return f"{text[: border.start()]} {text[start:]}"


def _up_to_border(text: str, verb_end: int, limit: int) -> str:
    """The longest run of whole phrases within the limit that holds the verb, if one does."""
    if len(text) <= limit:
        return _without_trailing(text)
    ends = takewhile(lambda end: end <= limit, (match.start() for match in _PHRASE_END.finditer(text)))
    borders = [border for border in ends if border >= min(20, limit // 2)]
    if "between" in text or "both" in text:
        borders = [border for border in borders if not _OPEN_PAIR.search(text[:border])]
    with_verb = [border for border in borders if border > verb_end]
    cut = max(with_verb or borders, default=0)
    if not cut:
        cut = text.rfind(" ", 0, limit)
    kept = text[: cut if cut > 0 else limit]
    for _ in range(3):  # "on the grounds that he": one loose end behind another
        before, kept = kept, _without_trailing(_LOOSE_END.sub("", kept))
        if kept == before:
            break
    return kept


def _without_trailing(text: str) -> str:
    """The text without `_TRAILING`, which is looked for behind the last word that is none of it.

    The pattern alone would be tried at every letter: 117 microseconds for a title against 5.
    """
    end = len(text)
    space = text.rfind(" ")
    while space >= 0 and (space + 1 == end or _TRAILING.fullmatch(text, space + 1, end)):
        space, end = text.rfind(" ", 0, space), space
    trailing = _TRAILING.search(text, space + 1)
    return text[: trailing.start()] if trailing else text
