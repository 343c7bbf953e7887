"""Whether a bare past form is no verb of its clause but a participle behind its noun: "soldiers kidnapped in 2014"."""

from __future__ import annotations

import re

from timeline_app.events.verbs.function_words import (
    BE_OR_HAVE,
    NUMBERS,
    OBJECT_OPENERS,
    OF_SEVERAL,
    PASSIVE_FOLLOWERS,
    is_past,
)
from timeline_app.events.verbs.signals import REPORTING, Hit, forms_of, never_participle, signals_of, words
from timeline_app.events.verbs.subordinate import ends_object_relative, is_verb_alone


def _is_no_participle(hit: Hit) -> bool:
    """Whether a form is a finite past and nothing else: "drove", whose participle is another."""
    return forms_of(hit) == {"past"} and hit.signal.base not in _ALIKE and never_participle(hit.signal.base)


_ALIKE = frozenset("injure wound kill hurt".split())


def is_coordinated(plain: list[str], i: int) -> bool:
    """Whether "and" joins two verbs ("was shelled and stormed"): the word before it is one."""
    return any(signal.form == "past" for signal in signals_of(plain[i - 1])[:1])


def is_reduced_relative(hit: Hit, at: int, plain: list[str], sentence: str) -> bool:
    """Whether a bare past form is a participle behind its noun: "soldiers kidnapped by ISIS in 2014"."""
    behind = at + 1 + hit.signal.base.count(" ")
    following = plain[behind] if behind < len(plain) else ""
    before = plain[at - 1] if at else ""
    people = plain[at - 2 : at - 1] == ["the"] and before in _PEOPLE  # "Two of the injured died in hospital"
    # "whom the group had abducted regained their freedom"
    alone = is_verb_alone(plain, at - 1) or ends_object_relative(plain, at)
    people = people or (alone and "past" in forms_of(hit))
    if people or _COUNTED_OBJECT.match(sentence, hit.end) or _has_own_object(hit.signal.base):
        return False
    if _is_headline_passive(at, plain, sentence, hit) or _is_behind_insertion(sentence, hit, following):
        return False
    if hit.signal.type in REPORTING and _SAYS_BEHIND.search(sentence, max(0, hit.start - 100), hit.start):
        return False  # "It has fallen, the general announced in a statement"
    inserted = sentence.endswith(", ", 0, hit.start) and _is_inserted(sentence, hit.end)
    graded = inserted or _is_graded(at, plain)
    graded = graded or (before in NUMBERS and following.endswith(OF_SEVERAL))  # "thirteen kidnapped people"
    counts = sentence[max(0, hit.start - 2) : hit.start - 1].isdigit() and _is_no_participle(hit)  # "the 17 drove back"
    if not counts and (graded or not before or before in ("the", "a", "an", "such") or before.endswith(("'s", "s'"))):
        return True  # "Stranded convoy", "the besieged town", "and badly damaged buildings"
    counted = _AFTER_DIGIT.search(sentence, max(0, hit.start - 3), hit.start)
    counted = None if counted is None or _is_no_participle(hit) else counted  # "six of the 17 drove back"
    if (counted and not _AFTER_DATE.search(sentence[max(0, hit.start - 20) : hit.start])) or sentence[
        hit.end : hit.end + 1
    ] == "-":
        return True  # "26 wounded", "attacked-and-burnt"
    if sentence[hit.start - 1 :][:1] == " " and sentence[hit.start - 2 : hit.start - 1] in _QUOTE_ENDS:
        return False  # "The deal is done,” said a commander
    beside = not sentence.endswith(", ", 0, hit.start)  # "The base, an agency said, held several graves"
    if beside and is_past(before) and before not in BE_OR_HAVE and _SMALL_WORD.match(sentence, hit.end):
        return True  # "showed captured weapons": what stands behind another verb is no second one
    if before in ("and", "or") and not is_coordinated(plain, at - 1):
        named = sentence[hit.end + 1 : hit.end + 2].isupper() and _told_before(plain, at)
        # "seized the mill on 10 June and captured Tara": a name behind it is its object
        return not named and following not in PASSIVE_FOLLOWERS | OBJECT_OPENERS | _ONCE_MORE
    followed = hit.signal.base == "follow" and following != "by"  # "and the town of Tara followed in May"
    departed = hit.signal.base == "leave" and _DEPARTED.match(sentence, hit.end)
    led_on = following == "to" and hit.signal.base in _CATENATIVES  # "managed to cross the river"
    if followed or departed or led_on or (following != "by" and _is_behind_day(plain, at, sentence, hit)):
        return False
    if "past" in forms_of(hit) and never_participle(hit.signal.base):
        return False  # "units continued on Friday", "rebels who had fought there withdrew from the town"
    spoken = hit.signal.type in REPORTING  # "as announced by": it tells the sentence
    following = plain[behind + 1] if following == "dead" and behind + 1 < len(plain) else following  # "shot dead by"
    agent = following == "by" and _BY_NOBODY.match(sentence, hit.end) is None
    if agent and not spoken and before not in ("and", "but", "then", "he", "she", "they", "it"):
        return True  # "soldiers kidnapped by the group": who acts has no "by" before what is done
    if following in PASSIVE_FOLLOWERS and (
        _verb_follows(hit, sentence)
        or _is_apposed(hit, sentence)
        or (before not in _RELATIVES and _tells_behind_day(sentence[hit.end :]))
    ):
        return True
    return (
        _told_before(*_of_its_clause(plain, at, sentence, hit))
        and (
            following in PASSIVE_FOLLOWERS
            or (following in _WHEN and hit.signal.base in _NEVER_ALONE)
            or _SMALL_OR_QUOTED.match(sentence, hit.end) is not None
        )
        and before not in ("and", "but", "then", "who", "which", "that", "it", "he", "she", "they")
    )


_RELATIVES = frozenset({"who", "which", "that"})
_WHEN = frozenset({"when", "while", "as"})
_NEVER_ALONE = frozenset(
    "kill wound injure kidnap abduct arrest detain capture displace execute evacuate hospitalise hospitalize".split()
)
"""Verbs that nobody does without an object: "to bury men killed when a bomb exploded" has them killed."""


# "and the fighters left on Monday", "left for the coast"; not "men left for dead", "left on the road"
_DEPARTED = re.compile(
    r"\s(?:(?:late\s|early\s)?on\s(?:(?:late|early)\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|on\s(?:\d|[A-Z])"
    r"|for\s(?:the\s|[A-Z])|yesterday\b|last\s(?:week|month|night)\b)"
)
_ONCE_MORE = frozenset({"again", "later", "soon", "once"})
"""Behind these a past is a verb, no adjective: "was captured in May and lost again"."""
# "voted by a wide margin", "left by bus", "advanced by two kilometres": how, not by whom
_BY_NOBODY = re.compile(
    r"\sby\s(?:an?\s(?:[a-z]+\s)?(?:margin|majority|vote)|(?:bus|train|air|sea|road|land|car|truck|boat|helicopter|plane"
    r"|phone|telephone|night|day|surprise|noon|midday|dawn|then|now|more|at\sleast|about|over|\d)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
)


def _of_its_clause(plain: list[str], at: int, sentence: str, hit: Hit) -> tuple[list[str], int]:
    """The words from the last semicolon on, behind which another clause begins, and where in them a verb stands."""
    begins = sentence.rfind(";", 0, hit.start)
    before = 0 if begins < 0 else sum(token.start() < begins for token in words(sentence))
    return plain[before:], at - before


# "Five men killed carrying the wounded": what they did, not whom they killed
_SMALL_OR_QUOTED = re.compile(r"\s[“\"]?[a-z]{3,20}ing\s(?!of\b)")
# '... since June,” the military announced in a statement'
_SAYS_BEHIND = re.compile(r"[,”\"]\s(?:(?:the|an?|its|his|her)\s)?(?:[\w.’'-]{1,20}\s){1,8}$")
_GRADES = frozenset(
    "badly heavily severely newly recently formerly closely partially partly widely highly densely lightly previously"
    " long seriously mortally fatally freshly hastily poorly well".split()
)
"""Adverbs of degree and time that stand before a participle used as an adjective."""
_NO_SUBJECTS = frozenset("of in with from for to by over several many some showing into on at near including".split())


def _is_graded(at: int, plain: list[str]) -> bool:
    """Whether an adverb of degree makes a past an adjective: "streets and badly damaged buildings"."""
    if at > 1 and plain[at - 1].endswith("ly") and plain[at - 2] in ("a", "an", "the", "its", "their", "this"):
        return True  # "an internationally banned outfit"
    if at < 2 or plain[at - 1] not in _GRADES:
        return False
    before = plain[at - 2]
    return before in _NO_SUBJECTS or (before in ("and", "or") and not is_coordinated(plain, at - 2))


_PARTICLES = frozenset("up down out off over back away in on for through apart around by upon into".split())


def _has_own_object(base: str) -> bool:
    """Whether a verb of several words has its object among them: "opened fire", never "the town opened fire on"."""
    return " " in base and base[base.rfind(" ") + 1 :] not in _PARTICLES


_CATENATIVES = frozenset(
    "manage attempt continue begin start agree refuse decline vow pledge threaten promise seek plan".split()
)
"""Verbs whose past before "to" is the clause's own: who tells it is their subject."""
_QUOTE_ENDS = ("”", '"', "»")
_ADJECTIVES = frozenset(
    "armed armoured armored united allied combined unidentified unnamed so-called"
    " said hundred improvised suspected alleged masked retired detained".split()
)
"""Words with the ending of a past that no clause of the news is told by: "armed groups", "the United Nations"."""


def _told_before(plain: list[str], at: int) -> bool:
    """Whether a clause was told before: a past form, unless it is an adjective ("the besieged town", "US-backed")."""
    return any(
        word in BE_OR_HAVE
        or (
            is_past(word)
            and "-" not in word
            and word not in _ADJECTIVES
            and plain[i - 1 : i] not in (["the"], ["a"], ["an"])
            and not (i and plain[i - 1].isdigit())  # "20 armoured vehicles"
        )
        for i, word in enumerate(plain[:at])
    )


# "killed at least 31": a preposition before a number opens no relative clause
_COUNTED_OBJECT = re.compile(
    r"\s(?:at (?:least|most)|about|around|over|under|more than|fewer than|up to|as many as|between|nearly|some)"
    r"\s(?:\d|an?\s|(?:two|three|four|five|six|seven|eight|nine|ten|a dozen|dozens|scores|hundreds|thousands)\b)"
)
_FINITE_BE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|constitutes?|represents?|means|poses|makes|seems?|appears?|includes?)\b"
)


def _verb_follows(hit: Hit, sentence: str) -> bool:
    """Whether the clause has its verb further on: "bodies of soldiers kidnapped in 2014 were handed over"."""
    clause = re.split(
        r"[,;:–—]|\b(?:and|but|who|which|that|as|when|while|after|before|because|where)\b", sentence[hit.end :]
    )[0]
    return _FINITE_BE.search(clause) is not None or _tells_behind(clause)


# "men arrested [in May opened]", "[on 3 June began]": a past right behind the participle's day
_DAY = (
    r"\b(?:in|on|since)\s(?:(?:early|late|mid)[\s-])?(?:(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"(?:\s\d{1,2})?(?:,?\s(?:19|20)\d\d,?)?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d)\s"
)
_BEHIND_DAY = re.compile(rf"{_DAY}(?P<word>[a-z]+)\b")
_DAY_BEFORE = re.compile(rf"(?<!\bhad\s)(?<!\bhas\s)(?<!\bhave\s)(?<!\bwas\s)(?<!\bwere\s){_DAY}$")


def _is_behind_day(plain: list[str], at: int, sentence: str, hit: Hit) -> bool:
    """Whether a past stands right behind the day of another: "relatives of men arrested in March protested in Homs"."""
    return _told_before(plain, at) and _DAY_BEFORE.search(sentence, max(0, hit.start - 40), hit.start) is not None


def _tells_behind_day(clause: str) -> bool:
    """Whether a past stands right behind the day of a participle: "arrested in May opened"."""
    return any(is_past(found["word"]) for found in _BEHIND_DAY.finditer(clause))


def _tells_behind(clause: str) -> bool:
    """Whether a past with an object of its own follows: "shells fired from the hill hit a house"."""
    found = [word[0].lower() for word in words(clause)]
    return any(
        following not in PASSIVE_FOLLOWERS
        and before not in _NO_SUBJECTS
        and before not in ("the", "a", "an", "and")
        and not before.endswith("ly")
        and any(one.form == "past" for one in signals_of(word))
        for before, word, following in zip(found, found[1:], found[2:], strict=False)
    )


# "The miller, a man accused of theft in May, was shot": what stands beside the subject
_APPOSED = re.compile(r",\s(?:an?|the)\s(?:[\w-]{1,20}\s){1,3}$")
_RESUMED = re.compile(r"[^,;:]{3,120},\s(?:was|were|has|have|had|is|are|will)\b")


def _is_apposed(hit: Hit, sentence: str) -> bool:
    if sentence.endswith(", ", 0, hit.start) and _RESUMED.match(sentence, hit.end) is not None:
        return True  # "Two men, identified as brothers, have fled"
    if _APPOSED.search(sentence, max(0, hit.start - 80), hit.start) is None:
        return False
    if _SAID_WHO.search(sentence, 0, hit.start):
        return True  # "said Omar Rida, a miner evacuated on Sunday"
    return "," in sentence[hit.end :] and _RESUMED.match(sentence, hit.end) is not None


_SAID_WHO = re.compile(
    r"[”\"]\s(?:said|says|told|added|explained|recalled)\s[^,”\"]{3,60},\s(?:an?|the)\s(?:[\w-]{1,20}\s){1,4}$"
)
_AFTER_DIGIT = re.compile(r"\d\s$")
# "the attack on April 4 killed dozens": the digit is a day's or a year's, no count of men
_AFTER_DATE = re.compile(
    r"(?:\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}|\b(?:in|since|of)\s(?:19|20)\d\d)\s$"
)
_SMALL_WORD = re.compile(r"\s[a-z]")
_INSERTED = re.compile(r"(?:\s[^\s,;:]{1,20}){0,8},\s(?P<next>[a-z]{2,20})\b")
_PEOPLE = frozenset(
    {"injured", "wounded", "dead", "displaced", "accused", "detained", "missing", "kidnapped", "evacuated"}
)
"""Participles that stand for people behind "the"."""


def _is_inserted(sentence: str, end: int) -> bool:
    """Whether a participle behind a comma is told beside: up to the next comma, behind which the main verb stands."""
    behind = _INSERTED.match(sentence, end)
    word = behind["next"] if behind is not None else ""
    return word in ("was", "were", "has", "have", "had", "is", "are", "got", "will") or any(
        one.form == "past" for one in signals_of(word)
    )


# "The commander, who was captured in 2014, died": what follows is the main clause's verb
_AFTER_INSERTION = re.compile(r",\s(?:who|whom|whose|which)\b[^,;]{0,200},\s$")
# "Jane Doe, the town's mayor and head of its council, condemned": so it is behind who somebody is
_NAME = r"(?:(?:(?:al|el|an|as|ad|ar|az)-|bin\s|ibn\s|de\s|van\s|von\s)?[A-Z][\w.’'-]{0,20}\s?){1,5}"
_AFTER_APPOSITION = re.compile(
    rf"^\W{{0,3}}(?:The|Its|His|Her|Their)\s[^,;]{{3,80}},\s{_NAME},\s$"
    rf"|^\W{{0,3}}{_NAME},\s"
    r"(?:the|an?|its|his|her|[A-Z][\w-]{1,20}['’]s|(?:deputy|vice|former|acting)\s\w+"
    r"|head|leader|chief|spokes\w+|minister|director|commander|president|secretary)\s(?!(?:was|were|has|had)\b)[^,;]{3,140},\s$"
)


def _is_behind_insertion(sentence: str, hit: Hit, following: str) -> bool:
    """Whether a past stands behind what is inserted on its subject, so that it is the main clause's verb."""
    before = sentence[: hit.start]
    if _AFTER_INSERTION.search(before):
        return True
    return following != "by" and _AFTER_APPOSITION.match(before) is not None and not _is_inserted(sentence, hit.end)


_COUNT_ALONE = re.compile(r"\W{0,3}\d[\d,.]{0,8}(?:\s[^\W\d_]{2,15}){0,2}\s")
_AFTER_COUNT = PASSIVE_FOLLOWERS | {"", "yesterday", "today", "overnight", "including", "last", "this"}


def _is_headline_passive(at: int, plain: list[str], sentence: str, hit: Hit) -> bool:
    """Whether a headline leaves out "were": "127 killed yesterday, including 34 soldiers"."""
    following = plain[at + 1] if at + 1 < len(plain) else ""
    counted = _COUNT_ALONE.fullmatch(sentence, 0, hit.start)
    helped = any(word in BE_OR_HAVE for word in plain)
    return counted is not None and not helped and following in _AFTER_COUNT
