"""A title a reader understands without the article: who, what, where, never cut inside a phrase."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from timeline_app.events.reading.sentence import Reading
from timeline_app.events.titles.cutting import MAX_TITLE, up_to_border
from timeline_app.events.titles.days import PART, WEEKDAY, without_told_day
from timeline_app.events.titles.main_verb import PREPOSITIONS, main_verb, word_at
from timeline_app.events.titles.plain import ASIDE, LINK, plain_title
from timeline_app.events.titles.shortening import shortened
from timeline_app.events.titles.speech import (
    ENDED_QUOTE,
    OPENING_QUOTE,
    PRONOUNS,
    QUOTED_AS,
    SAID_FIRST,
    SPEECH_TO,
    named_last,
    quotation,
    said_last,
    speaker_named,
    told_by,
    with_quotes_closed,
)
from timeline_app.events.titles.topics import goes_on, tells_now, with_topic
from timeline_app.events.verbs.signals import signals_of

_PRONOUN = re.compile(r"^(?:He|She)\b")
# "It said three men were killed": whose words it is stands with the speakers
_IT_SAID = re.compile(
    r"^(?:It|They|He|She)\s(?:also\s|then\s)?(?:said|says|added|reported|confirmed|stated)\s(?:that\s)?"
    r"(?=(?:the|an?|some|at|about|more|\d[\d,]*|[a-z]{3,9})\s[\w-]+\s)(?!(?:that|it|they|he|she|in|on|to|so|this|there)\s)"
)


_NOUN_PHRASE_END = re.compile(
    r",(?!\d)|\s(?=(?:in|on|at|by|from|to|with|who|whom|whose|which|that|where|when|for|along|over|since|under|via|through|near|against)\s)"
    r"|(?<!\sand)(?<!\sor)\s(?=[a-z]{3,}(?:ed|ing)\s)"
)
# "X claims that Y", "X reported that Y": Y is the event
_ATTRIBUTION = re.compile(
    r"^(?P<who>[^,;:]{3,120}?)\s(?:(?:has|have|had|also|further|later|always|repeatedly|already|recently|since|now)\s){0,3}\b(?:said|says|say|claims|claimed|reported|reports|report"
    r"|announced|confirmed|stated|added|made\s(?:it\s)?(?:known|public)|revealed|acknowledged|admitted|believe|believes|learned|stressed|underlined|remarked|insisted|maintained|pointed\sout|emphasi[sz]ed|concluded|suggests?)(?:\s(?:on|in|to|late|early|at|this|last|earlier|later)\s[^,;]{2,30}?)?\sthat\s"
    r"|^(?P<sayer>[^,;:]{3,80}?)(?<!\sis)(?<!\sare)(?<!\swas)(?<!\swere)\s(?:said|says|say)\s"
    r"(?!(?:to|as|so|much|no more|is|are|was|were|has|have|had|in|on|at (?!least|most)|by)\b)(?=[\w“])"
    r"|^(?P<quoter>[^,;:]{3,80}?)\squoted\s[^,;:]{3,60}?\s(?:as\s)?saying\s(?:that\s)?(?=\w)"
    r"|^(?P<teller>[^,;:]{3,80}?)\s(?:told|informed|assured|(?:confirmed|reported|announced|revealed)\sto)\s[^,;:]{2,60}?\sthat\s"
)
# "said Sunday they found": when it was said
_DAY_FIRST = re.compile(rf"^{WEEKDAY}{PART}\s")
_THEY = re.compile(r"^(?:it|they|he|she)\s")
_ITS = re.compile(r"^(?:its|their)\s")
# "Five guards", "The rebels of the valley", "The council": "they" may be they; "an official" is not
_IS_MANY = re.compile(
    r"^(?:[\w’'-]+\s){0,4}?(?:[a-z]{2,}[^s\W]s|army|military|police|government|council|ministry|group|militia|coalition|[A-Z][\w.]+)"
    r"(?=$|\s(?:of|in|from|at|for|on|near)\b)"
)
# What befell somebody who is rarely the one who tells of it
_SUFFERED = re.compile(
    r"they (?:were|are|have been|had been) (?:[a-z]+ly )?(?:[a-z]+ed|shot|taken|held|hit|beaten|struck|caught|driven)\b"
)
_OFFICE_OF = re.compile(r"^.*\b(?:office|spokes\w+|commander|leader|head|statement)\s(?:of|for)\s(?=(?:the\s)?[A-Z])")
_AUXILIARIES = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|has|have|had|will|would|did|not|also|able\sto|remains?|remained|reportedly|allegedly|(?!family\b)[a-z]{2,12}ly(?:\sand)?)\s)+$"
)


_IS_PERSON = re.compile(
    r"\b(?:minister|president|officials?|commanders?|spokes(?:man|woman|person|men)|general|colonel|leaders?|directors?|chief|governor"
    r"|mayor|envoy|ambassador|residents?|witness(?:es)?|doctors?|activists?|officers?|lawmakers?|mp|analysts?|sources?|man|woman|king"
    r"|emir|sheikh|secretary|secretary-general|journalist|reporter|prince|teacher|farmer|medics?)(?=$|\s(?:of|in|from|at|for|on|near)\b)",
    re.IGNORECASE,
)


def make_title(
    sentence: str,
    reading: Reading,
    subject: str | None = None,
    place: str | None = None,
    topics: Callable[[], Sequence[str]] = tuple,
    place_words: str = "",
) -> str:
    """The main clause up to a phrase border, with the pronoun's name and the place where they fit.

    Args:
        sentence: the words.
        reading: what they report; its verb is kept in the title.
        subject: name that a leading pronoun stands for, or who speaks, if known.
        place: name of the scene, added when the title does not hold it.
        topics: gives what the sentence before spoke of, for a pronoun at the head of this one.
        place_words: the place as the sentence writes it.
    """
    text = _without_town(plain_title(sentence), place)
    verb = sentence[reading.verb.hit.start : reading.verb.hit.end]
    if verb not in text and _IN_A_STATEMENT.match(plain_title(sentence, with_lead=True)):
        verb = word_at(text, main_verb(text))
    if verb not in text or not verb:
        text = plain_title(sentence, with_lead=True)
    if subject is not None:
        text = _PRONOUN.sub(subject, text, count=1)
    told = _IT_SAID.sub("", text, count=1) if reading.type != "statement" else text
    text = told[:1].upper() + told[1:] if told != text and verb in told else text
    said = _said(sentence, text, reading, subject)
    if said is not None:
        return said
    last = said_last(text) if reading.type != "statement" else None
    text = last["told"] if last is not None and verb in last["told"] else text
    text = with_topic(text, topics)
    spoken = SPEECH_TO.match(text) if reading.type == "statement" and len(text) > MAX_TITLE else None
    spoken = None if spoken is not None and spoken["who"].lower() in PRONOUNS else spoken
    by_pronoun = spoken is not None and _THEY.match(spoken["told"]) and len(spoken["who"] + spoken["told"]) > MAX_TITLE
    whole = shortened(text, MAX_TITLE) if by_pronoun else None
    if whole is not None and " that " in whole:
        return whole  # "The league declared that it would leave", not "League: it would leave"
    if spoken is not None:
        return with_quotes_closed(told_by(spoken["who"], spoken["told"]))
    title = _done_to(text, verb) or _clause(text, verb, reading.verb.subordinate, subject)
    title = with_topic(with_quotes_closed(title[:1].upper() + title[1:]), topics)
    title = title if len(title) <= MAX_TITLE else shortened(title, MAX_TITLE) or up_to_border(title, 0, MAX_TITLE)
    title = without_told_day(title)
    if place and not _names(title, place, place_words) and len(title) + len(place) + 3 <= MAX_TITLE:
        title = f"{title} ({place})"
    return title


# "In a statement issued on Monday, the mayor praised": the sentence's verb tells more than "issued"
_IN_A_STATEMENT = re.compile(
    r"In\s(?:an?|his|her|its|their|the|another)\s(?:[\w-]+\s){0,3}?(?:statement|speech|letter|message|video|interview|communiqué|note|report|tweet"
    r"|broadcast|recording|post)\s[a-z]+(?:ed|nt|ne|n|ld)\b"
)


def _said(sentence: str, text: str, reading: Reading, subject: str | None) -> str | None:
    """The title of a sentence that gives what somebody said: the name and the words."""
    bare = LINK.sub(r"\1", sentence) if "](" in sentence else sentence
    bare = (ASIDE.sub("", bare) if "(" in bare or "[" in bare else bare).strip()
    states = reading.type == "statement"
    speech = OPENING_QUOTE.match(bare) or (ENDED_QUOTE.match(bare) if states else None)
    if speech and (states or not _PRONOUN.match(text)):
        who = _who_tells(bare, subject) if states else None
        deed = "" if reading.deed is None else sentence[reading.deed.hit.start : reading.deed.hit.end]
        return _reworded(who, speech["words"], deed) or quotation(who, speech["words"])
    if not states:
        return None
    quoting = QUOTED_AS.match(text) if " as saying" in text else None
    if quoting is not None:
        return quotation(named_last(quoting["who"]), quoting["words"].rstrip(" ,."))
    first = SAID_FIRST.match(text) if "“" in text or '"' in text else None
    if first is not None and first["who"].lower() not in PRONOUNS:
        who = subject if subject is not None and subject in first["who"] else first["who"]
        return quotation(re.sub(r"^(?:The|A|An)\s", "", who), first["words"].rstrip(" ,."))
    last = said_last(text)
    if last is None:
        return None
    who = subject if last["who"].lower() in PRONOUNS else last["who"]
    told = plain_title(last["told"])
    return told_by(who, told) if who else up_to_border(told, 0, MAX_TITLE)


def _reworded(who: str | None, words: str, deed: str) -> str | None:
    """Who tells a deed and what it was, unquoted, where the words up to its verb are too many to quote."""
    if who is None or deed not in words or deed in quotation(who, words):
        return None
    told = told_by(who, _clause(plain_title(words), deed, subordinate=False))
    return told if deed in told else None


def _names(title: str, place: str, words: str) -> bool:
    """Whether a title has a place's name, in the gazetteer's spelling or its own."""
    low = title.casefold()
    return place.casefold() in low or (bool(words) and words.casefold() in low)


# "...,” he said": who spoke before
_PRONOUN_TELLS = re.compile(r"[”\"]\s(?:he|she|it|they)\s(?:also\s|then\s)?[a-z]+")


def _who_tells(sentence: str, subject: str | None) -> str | None:
    """The name for who speaks in a quotation: one that its sentence has, else who spoke last where a pronoun tells."""
    named = speaker_named(sentence)
    if subject is None:
        return named
    last = _plain(subject.split()[-1])
    if named is not None:
        return subject if last in _plain(named) else named
    outside = _QUOTED_WORDS.sub(" ", sentence)
    return subject if _PRONOUN_TELLS.search(sentence) or last in _plain(outside) else None


_QUOTED_WORDS = re.compile(r"“[^“”]*”|\"[^\"]*\"")


def _plain(words: str) -> str:
    """Words without accents: "Erdoğan" is Erdogan."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter))


# "the bodies of soldiers whom ISIS had kidnapped in 2014": who did it, then to whom
_WHOM = re.compile(
    r"(?P<object>(?:(?:\d[\d,.]*|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|several|dozens of)\s)?[^\W\d_][\w’'-]*"
    r"),?\swhom\s(?P<who>(?:the\s|an?\s)?[^,;:“”\"]{2,40}?)\s"
    r"(?P<helpers>(?:(?:had|has|have|also|later)\s)*)(?P<verb>[\w-]+)(?P<rest>[^,;:“”\"]{0,60})"
)


def _without_town(text: str, place: str | None) -> str:
    """The text without the scene's name before a colon: "Homs: Troops entered the city"."""
    head, colon, rest = text.partition(": ")
    return rest if place and colon and head.casefold() == place.casefold() and rest[:1].isupper() else text


def _done_to(text: str, verb: str) -> str:
    """The clause of the verb with the word that "whom" stands for as its object; "" where it is none such."""
    for found in _WHOM.finditer(text) if "whom" in text else ():
        if found["verb"] == verb and found["who"].lower() not in PRONOUNS:
            return f"{found['who']} {found['helpers']}{verb} {found['object']}{found['rest']}"
    return ""


def phrase_title(words: str) -> str:
    """A title of an entry that is no sentence: "arrest of three officers"."""
    text = plain_title(words.split("\n", maxsplit=1)[0])
    title = up_to_border(text, 0, MAX_TITLE) or text[:MAX_TITLE]
    return title[:1].upper() + title[1:] if title.strip() else "Untitled"


_HE = re.compile(r"^(?:he|she)\b")
# "announced that the body had been delivered to it"
_TO_IT = re.compile(r"\b(to|by|with|against|from)\sit$")


def _in_the_middle(name: str) -> str:
    """A name as it stands within a sentence: "the General Security", "Hezbollah"."""
    return name[:1].lower() + name[1:] if name.startswith(("The ", "A ", "An ")) else name


def _clause(text: str, verb: str, subordinate: bool, subject: str | None = None) -> str:
    """The event's clause within the limit: whole, from its own start, or with its subject cut to the head."""
    attributed = _attributed(text, verb)
    if attributed and verb in attributed.string[attributed.end() :]:
        who = _who_says(attributed)
        told = _DAY_FIRST.sub("", attributed.string[attributed.end() :], count=1)
        meant = _may_mean(told, who)
        text = _THEY.sub(f"{who} ", told, count=1) if meant else _HE.sub(subject or r"\g<0>", told, count=1)
        text = _ITS.sub(f"{_owner(who)} ", text, count=1)
        text = _TO_IT.sub(rf"\1 {_in_the_middle(who)}", text, count=1)
        text = _and_that(text, verb)
    at = text.find(verb)
    if at < 0:
        return up_to_border(text, 0, MAX_TITLE)
    whole = _fitted(text, verb) if len(text) > MAX_TITLE and not _BAD_START.match(text) else None
    if whole is not None:
        return whole
    weaker, before = "", ""
    for candidate in _candidates(text, verb, at, subordinate):
        verb_end = candidate.find(verb) + len(verb)
        if candidate == before or verb_end < len(verb):
            continue
        before = candidate
        title = up_to_border(candidate, verb_end, MAX_TITLE)
        if verb not in title or len(title) <= 20 or _BAD_START.match(title):
            continue
        if _says_what(title, verb_end) and not _is_broken_off(title, candidate):
            return title
        weaker = weaker or title
    return weaker or up_to_border(text, at + len(verb), MAX_TITLE, at_any_word=True)


def _fitted(text: str, verb: str) -> str | None:
    """The sentence within the limit with its verb; where that is a side clause's, the main clause will do."""
    bare = _timeless(text)
    return shortened(bare, MAX_TITLE, verb) or shortened(bare, MAX_TITLE)


def _may_mean(told: str, who: str) -> bool:
    """Whether the pronoun that opens what is said may be who says it: a minister is no "it", a guard no "they"."""
    if told.startswith("they "):
        if _SUFFERED.match(told) and not who.endswith("s"):
            return False  # "Amnesty International says they were seized"
        return _IS_MANY.search(who) is not None
    if told.startswith(("he ", "she ")):  # "The police announced that he had been found dead"
        return _IS_MANY.search(who) is None or _IS_PERSON.search(who) is not None
    return not (told.startswith("it ") and _IS_PERSON.search(who))


def _and_that(text: str, verb: str) -> str:
    """What somebody says first, without what he says besides: "X was hit and that Y would be needed"."""
    besides = re.search(r",?\s(?:and|but)\sthat\s", text)
    if besides is not None and verb in text[: besides.start()]:
        return text[: besides.start()]
    besides = _AND_SAID.search(text)
    if besides is None:
        return text
    return text[: besides.start()] if verb in text[: besides.start()] else text[besides.end() :]


# "the town had fallen and said that dozens had been taken"
_AND_SAID = re.compile(
    r",?\s(?:and|but)\s(?:also\s|then\s)?(?:said|added|says|announced|stressed|noted|warned)\sthat\s"
)


def _attributed(text: str, verb: str) -> re.Match[str] | None:
    """The words that say whose account it is, with or without what is inserted behind the name."""
    if not (" that " in text or " say" in text or " said " in text):
        return None  # one of these stands in every attribution
    found = _ATTRIBUTION.match(text) or _ATTRIBUTION.match(_pared(text, verb))
    return None if found is None or _SAYS_NOBODY.match(text) or text.count(" ", found.end()) < _FEW_WORDS else found


# "Nobody said that they were behind the attack": nothing is told
_SAYS_NOBODY = re.compile(r"(?:Nobody|No one|None|No (?:group|side|party|official)|Neither)\b")
_FEW_WORDS = 2
"""Spaces in what somebody says, at least; "what the group says happened" quotes nobody."""


def _candidates(text: str, verb: str, at: int, subordinate: bool) -> Iterator[str]:
    """What a title may be cut from, the fullest first; the next is made only where the one before does not do."""
    yield text if len(text) <= MAX_TITLE else _timeless(text)
    yield text
    if " that " in text and len(text) > MAX_TITLE:
        yield _SAID_WHEN.sub("", text, count=1)
    pared = _pared(text, verb)
    yield pared
    yield _timeless(pared)
    alone = _WITH_OTHERS.sub("", text, count=1) if len(text) > MAX_TITLE else text
    if verb in alone:
        yield alone
    own = _own_clause(text, at)
    yield own
    yield _pared(own, verb)
    headed = "" if subordinate else _headed(text, at)
    yield headed
    yield _timeless(headed)


# "The general and other top commanders inspected": the first is enough
_WITH_OTHERS = re.compile(r"\sand\s(?:several\s|some\s|many\s)?other\s(?:[a-z-]{2,15}\s){0,2}?[a-z-]{2,15}s(?=\s[a-z])")


def _owner(who: str) -> str:
    """Whose "its" is in what somebody says: "the press office of the SDF" speaks of the SDF's."""
    body = _OFFICE_OF.sub("", who)
    return f"{body}’" if body.endswith("s") else f"{body}’s"


def _who_says(attributed: re.Match[str]) -> str:
    return attributed["who"] or attributed["sayer"] or attributed["quoter"] or attributed["teller"]


# A clause cut out of its sentence that opens with no subject: "whom ISIS kidnapped", "to have refused"
_BAD_START = re.compile(
    r"(?:who|whom|whose|which|to|is|are|was|were|will|would|has|have|had|be|been|being|and|or|nor|than|as well"
    r"|as|because|although|though|while|when|where|since|until|how|what|why)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|wasn['’]t|weren['’]t)\s(?:[a-z]+\s)?[a-z]+$")
_SAYS_NOTHING = re.compile(r"(?:\s(?:deeper|further|separate|on|late|early|[a-z]{3,12}ly))?")


def _says_what(title: str, verb_end: int) -> bool:
    """Whether more than an adverb stands behind the verb: "pushed deeper", "continued" leave open into what."""
    bare = _SAYS_NOTHING.fullmatch(title, verb_end)
    return bare is None or (bool(bare.group()) and _PASSIVE.search(title[:verb_end]) is not None)


def _is_broken_off(title: str, text: str) -> bool:
    """Whether a title ends with a particle that goes on: "drove the group out", cut before "of the town"."""
    if text.startswith(" that ", len(title)) and _SAID_LAST.search(title):
        return True  # "cautioned in February [that the dam ...]"
    return title.endswith((" out", " away", " back", " off")) and text.startswith(
        (" of ", " from ", " to "), len(title)
    )


_SAID_LAST = re.compile(
    r"\b(?:warned|cautioned|said|insisted|claimed|announced|declared|stressed|added|learned|reported|vowed|promised|pledged)"
    r"(?:\s(?:on|in|late|early|at|last)\s[\w ]{2,25})?$"
)
# "cautioned in February that": when it was said, before what was said
_SAID_WHEN = re.compile(r"(?<=[a-z]ed)\s(?:on|in|late|early|last)\s(?:[\w]+\s?){1,3}(?=\sthat\s)")

# "destroyed on Friday a hideout": the day between a verb and its object
_DAY_BETWEEN = re.compile(
    r"\s(?:late |early |later )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
    r"(?=\s(?:an?|the|their|its|his|her|that|to|[a-z]{4,}ed|\d)\b)"
)


def _timeless(text: str) -> str:
    """The text without a day that parts a verb from what belongs to it; the event has its date beside it."""
    return _DAY_BETWEEN.sub("", text, count=1) if "day" in text else text


# "Hezbollah, a militia that ..., brokered": what stands between the subject and its verb
_HEAD = re.compile(r"(?:[^,;:“”\"]|“[^“”]{2,30}”){3,60},\s(?!and\b|or\b|but\b)")
_RESUMED = re.compile(r"(?<=,\s)(?:[a-z]{2,12}ly\s)?(?P<next>[a-z]{2,20})\b")
_LONGEST_ASIDE = 200
# ", identified as the brothers, have fled": no verb yet
_PARTICIPLE = re.compile(r"(?!was|were|has|had|have)[a-z]+(?:ed|en|wn|ht)\s(?:as|by|of|with)\b")
# ", in which 40 men, mostly miners, were killed": the verb behind is of another subject
_OF_ITS_OWN = re.compile(r"\b(?:(?:in|of|from|to|during|for|by)\s(?:which|whom)|where|when)\b")


def _pared(text: str, verb: str) -> str:
    """The text without what is inserted behind its subject, where the verb goes on after it."""
    head = _LISTED.match(text) or _HEAD.match(text)
    named = "" if head is None else head.group().rstrip(", ")
    if head is None or any(goes_on(word) for word in named.split()):
        return text
    for resumed in _RESUMED.finditer(text, head.end() + 2, head.end() + _LONGEST_ASIDE):
        if goes_on(resumed["next"]):
            aside = text[head.end() : resumed.start()]
            kept = text[resumed.start() :]
            if _OF_ITS_OWN.search(aside) or _PARTICIPLE.match(kept):
                continue
            return text if verb not in kept or re.search(r"[;:“”\"]", aside) else f"{named} {kept}"
    return text


_CLAUSE_START = re.compile(
    r"(?:\bthat|;|—|–|,\swhere)\s(?!(?:he|she|it|they|there|this)\b)(?=\w)|,\s(?:and|but)\s(?=(?:the|a|an|its|his|their)\b|[A-Z0-9])"
)


def _own_clause(text: str, at: int) -> str:
    """From the last clause border before the verb: "reports that ISIS are holding talks" -> "ISIS are ..."."""
    starts = [
        match.end()
        for match in _CLAUSE_START.finditer(text, 0, at)
        if not (_is_relative(text, match) or _is_listed(text, match))
    ]
    return text[starts[-1] :] if starts else ""


def _is_relative(text: str, start: re.Match[str]) -> bool:
    """Whether "that" tells of the noun before it: "a town that links the roads", not "reports that"."""
    if not start.group().startswith("that"):
        return False
    if text[: start.start()].rpartition(" ")[2].lower() in PREPOSITIONS:
        return True  # "Thanks to that raid", "after that day": it points
    before = [word for word in text[: start.start()].split() if not _BETWEEN_SAID.fullmatch(word)][-1:]
    if not before or before[0].lower() in _CONTENTS or text.startswith(("It was ", "It is ")):
        return False
    return not any(one.type in ("statement", "accusation") for one in signals_of(before[0]))


# "announced late on Sunday evening that": the day and who heard it part nothing
_BETWEEN_SAID = re.compile(
    r"(?:on|in|at|to|the|a|late|later|early|earlier|last|this|[A-Z][\w.]*|[a-z]*day|morning|afternoon|evening|night|week|month"
    r"|year|reporters|journalists|officials|statement|\d+)"
)


def _is_listed(text: str, start: re.Match[str]) -> bool:
    """Whether ", and the ..." ends a list of who did it: no verb stands before it."""
    return start.group().startswith(", and") and not any(map(goes_on, text[: start.start()].split()))


_CONTENTS = frozenset(
    "is was are were believe believes believed fact evidence reports report sign signs proof news hope fears".split()
)
"""Words whose "that" tells what is believed or known."""


def _headed(text: str, at: int) -> str:
    """The head of the subject and the verb group: "a convoy of 17 buses [carrying ...] has remained ..."."""
    relative = _RELATIVE.search(text, 8, at)
    if relative is not None and not _OTHER_CLAUSE.search(text, relative.start(), at):
        helpers = _AUXILIARIES.search(text[:at])  # "Soldiers [whom the group had abducted] regained"
        return f"{text[: relative.start()]} {text[helpers.start() if helpers else at :]}"
    border = _LISTED.match(text) or _LED.match(text) or _NOUN_PHRASE_END.search(text, 8)
    helpers = _AUXILIARIES.search(text[:at])
    start = helpers.start() if helpers else at
    end = -1 if border is None else border.start() or border.end()
    if not 0 <= end < start:
        return ""
    dropped = text[end:start]
    head = text[:end].split()
    if any(tells_now(word) for word in text[:start].split()):
        return ""  # "A report reveals how the army used": the subject is another clause's
    if head[-1].lower() in _NO_HEAD or head[0].capitalize() in _NO_SUBJECT or any(map(goes_on, head)):
        return ""  # "The siege is part of a withering": no subject
    if (
        any(map(goes_on, dropped.split()[1:]))
        or _TOLD_BETWEEN.search(dropped)
        or re.search(r"\b(?:has|have|had|was|were|is|are|will|that)\b|[\"“”;:]", dropped)
    ):
        return ""  # another clause lies between: its subject is not ours
    return f"{text[:end]} {text[start:]}"


_RELATIVE = re.compile(r"\s(?:who|whom|that|which)\s")
_OTHER_CLAUSE = re.compile(r"[\"“”;:,]|\sand\s|\s(?:said|says|when|while|after|before|because)\s")

# "Raiders backed by jets drove"
_LED = re.compile(r"[^\W\da-z_][a-z]{2,12}(?=\s[a-z]{3,12}ed\sby\s)")
# "The villages of Tara, Bana and Sur in the district were captured": all that is listed is the subject
_LISTED = re.compile(
    r"[^,;:“”\"]{3,40}(?:,\s[^\W\da-z_][\w’' -]{1,25}){1,4},?\sand\s[^\W\da-z_][\w’'-]*(?:\s[^\W\da-z_][\w’'-]*)?(?=\s)"
)


_NO_HEAD = frozenset(
    "a an the of and or to in on at by for with as that its their his part we i he she it they you".split()
)
_NO_SUBJECT = frozenset("According To In On At By For With As After Before While When Under Despite Having".split())


# "the council in the evening put out a note, saying nine guards were hurt": another clause lies between
_TOLD_BETWEEN = re.compile(r"\b(?:issued|said|saying|told|adding|announced|stated)\b")
