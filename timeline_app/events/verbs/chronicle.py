"""Verbs of the narrative present under a day: "On 3 October, thousands ignore a curfew".

In the present tense English verbs look like nouns. A sentence that opens with when, as a chronicle's do, tells what
happened then, and behind its subject comes its verb: a base form behind several, a form in "s" behind one.
"""

from __future__ import annotations

import re

from timeline_app.events.verbs.finite import Verb
from timeline_app.events.verbs.function_words import BE, HAVE, MODAL, SAME_DAY, SUBORDINATORS, WILL, is_past
from timeline_app.events.verbs.present import PRESENT
from timeline_app.events.verbs.signals import REPORTING, Hit, Signal, plain_words, present_of, signals_of, words

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w{0,6}\.?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_NUMBER = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|a\sfew|several|some|\d{1,2})"
_OPENS_WITH_WHEN = re.compile(
    rf"^\W{{0,3}}(?:(?:late|early)\s)?(?:(?:on|in|by)\s(?:the\s)?(?:(?:morning|evening|night|afternoon)\sof\s)?"
    rf"(?:{_DAY}\b|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)?\b)|(?:the|that)\s(?:next|following|same|very)\s(?:day|night|morning|week|month)"
    rf"|that\s(?:day|night|evening|morning)\b|{_NUMBER}\s(?:hour|day|week|month)s?\slater\b|(?:days|hours|weeks)\slater\b"
    rf"|{SAME_DAY}\b|{_DAY}\b,|\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}}\b)",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"\s(?:an?|the|its|their|his|her|several|some|dozens|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten"
    r"|more\sthan|\d[\d,.]*)\s"
)
_NAMED = re.compile(r"\s[^\W\da-z_]")
_SEVERAL = re.compile(r"(?:[^s\W]s|police|people|militiamen|gunmen|men|women|children)$")
_NO_NOUN = frozenset(
    """the a an of in on at by for with from to into onto over under near around after before during against between
    through and or but as than its their his her our these those this that some many several most more other no any both
    all each every not also then now again still even only just later nearly almost around about up down out off away
    north south east west northern southern eastern western new old first last next""".split()
)
"""Words behind which a noun or an adjective stands, or that are no subject's last."""
_HELPERS = BE | HAVE | MODAL | WILL | frozenset({"do", "does", "did"})
_LATEST = 14
"""Words before the verb at most: what comes later belongs to some other clause."""


def present_under_a_day(sentence: str) -> Verb | None:
    """The first verb in the narrative present of a sentence that opens with when; None where there is none."""
    opened = _OPENS_WITH_WHEN.match(sentence)
    if opened is None:
        return None
    inserted = [match.span() for match in _INSERTED.finditer(sentence)]
    numbered = [(n, token) for n, token in enumerate(words(sentence)) if not _is_in(token.start(), inserted)]
    tokens = tuple(token for _, token in numbered)
    plain = [plain_words(sentence)[n] for n, _ in numbered]
    for i in range(1, min(len(plain), _LATEST)):
        shown = _shown(plain, tokens, i) if tokens[i].start() >= opened.end() else None
        if shown is not None:
            hit = Hit(tokens[i + 1].start(), tokens[i + 1].end(), shown, at=numbered[i + 1][0])
            return Verb(hit, "present", True, False, False, False, PRESENT)
        if plain[i] in SUBORDINATORS or (plain[i] in _HELPERS and plain[i] not in ("may", "gets")):
            return None
        if tokens[i].start() < opened.end() or not _is_one_phrase(sentence, tokens, i, inserted):
            continue
        signal = _verb_behind(sentence, plain, tokens, i)
        if signal is not None:
            hit = Hit(tokens[i].start(), tokens[i].end(), signal, at=numbered[i][0])
            return Verb(hit, "present", False, False, False, False, PRESENT)
    return None


def _shown(plain: list[str], tokens: tuple[re.Match[str], ...], i: int) -> Signal | None:
    """What a passive in the present tells: "The film is shown", "Nine captives are freed"; None for "is said to"."""
    if plain[i] not in ("is", "are") or i + 1 >= len(plain) or not tokens[i + 1][0].islower():
        return None
    word = plain[i + 1]
    if not (is_past(word) or word.endswith(_PARTICIPLES)) or plain[i + 2 : i + 3] == ["to"]:
        return None
    known = next((one for one in signals_of(word) if one.form in ("past", "participle")), None)
    if known is None:
        goes_on = plain[i + 2 : i + 3]
        return Signal("other", word, "past") if goes_on and goes_on[0] in _WHERETO and word not in _STATES else None
    return None if known.type in REPORTING else known


_WHERETO = frozenset({"in", "by", "at", "on", "from", "into", "near", "as"})
_STATES = frozenset("worried tired concerned interested involved based located situated divided known born".split())
"""Participles of how somebody is."""


_PARTICIPLES = ("own", "awn", "iven", "aken", "itten", "oken", "orn")


# "In May, [after a siege of two years,] rebels abandon", "450 people[, among them guards of the mill,] go by bus"
_INSERTED = re.compile(
    r",\s(?:after|before|following|amid|despite|during|under|with|without|backed|led|supported|helped|among|including|most|some"
    r"|many|mostly|mainly|all|both|one|two|three|an?|the)\s[^,;:.]{3,100},\s"
)


def _is_in(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _is_one_phrase(sentence: str, tokens: tuple[re.Match[str], ...], i: int, inserted: list[tuple[int, int]]) -> bool:
    """Whether a word in small letters stands right behind a noun that may be its subject."""
    gap = tokens[i - 1].end(), tokens[i].start()
    return tokens[i][0].islower() and (gap in inserted or sentence[slice(*gap)] in (" ", ") "))


def _verb_behind(sentence: str, plain: list[str], tokens: tuple[re.Match[str], ...], i: int) -> Signal | None:
    """What the word at `i` tells if it can only be the verb of the subject before it."""
    subject, word, end = plain[i - 1], plain[i], tokens[i].end()
    if subject in _NO_NOUN or word in _NO_NOUN or sentence.startswith((" of ", "-", "'", "’"), end):
        return None
    known = present_of(word)
    if known is not None and known.type in REPORTING and not _TOLD.match(sentence, end):
        return None
    name = _is_name(sentence, tokens, i) and word.endswith("s")  # "Griffiths lands": one man
    several = not name and (_SEVERAL.search(subject) is not None or _ends_several(plain, tokens, i))
    several = several or (not word.endswith("s") and _ACRONYM.fullmatch(tokens[i - 1][0]) is not None)  # "the SDF say"
    determined = _DETERMINED.match(sentence, end) is not None
    if several and not word.endswith("s"):
        bare = word.endswith(("ly", "ed", "ing")) or len(word) < _SHORTEST
        return known or (Signal("other", word, "present") if determined and not bare else None)
    alone = not several and word.endswith("s") and not word.endswith("ss")
    goes_on = (
        determined
        or _NAMED.match(sentence, end) is not None
        or ((name or word in _ONLY_VERBS) and _WHERE.match(sentence, end) is not None)
    )
    if alone and goes_on and _is_noun(tokens[i - 1][0]):
        told = determined or word in _ONLY_VERBS
        return known or (Signal("other", word.removesuffix("s"), "present") if told else None)
    return None


_SHORTEST = 3
_WHERE = re.compile(r"\s(?:in|at|on|from|into|to|for|with|under|over|across|through|near)\s")
_ONLY_VERBS = frozenset(
    "gets goes comes begins arrives dies withdraws enters departs flees erupts resumes reopens reaches becomes"
    " collapses crosses opens closes ends starts breaks takes leaves lands".split()
)
"""Forms in "s" that behind a noun of one are its verb, whatever follows."""
_ACRONYM = re.compile(r"[A-Z]{2,6}")
# "announce the battle", "announce a “caliphate”", "say that they hold it", "say Homs is theirs"
_TOLD = re.compile(r"\s(?:(?:an?|the|its|their|his|her|that|they|it|he|she)\s|[“\"‘]|[^\W\da-z_][\w’'-]+\s)")


def _is_name(sentence: str, tokens: tuple[re.Match[str], ...], i: int) -> bool:
    """Whether the word before stands alone and large behind a comma, as a surname does: ", Griffiths lands"."""
    before = tokens[i - 1]
    return before[0][:1].isupper() and sentence[: before.start()].endswith(", ") and not before[0].endswith("ians")


def _is_noun(word: str) -> bool:
    return not word.endswith(("ly", "'s", "’s", "ed"))


_TWO_NAMES = re.compile(r"[A-Z][\w’'-]+\sand\s(?:(?:his|her|its|the|US|UN)\s)?(?:[A-Z]?[\w’'-]+\s){0,4}[A-Z][\w’'-]+$")


def _ends_several(plain: list[str], tokens: tuple[re.Match[str], ...], i: int) -> bool:
    """Whether a name before a word ends a subject of several: "fighters of the Lions of the East begin"."""
    if tokens[i - 1][0].islower():
        return False
    if _TWO_NAMES.search(tokens[0].string, 0, tokens[i - 1].end()):
        return True  # "Erdogan and his counterpart Vladimir Putin agree"
    before = plain[max(0, i - _FAR) : i - 1]
    heads = (before[n - 1] for n, word in enumerate(before) if n and word in ("of", "from"))
    return any(_SEVERAL.search(head) for head in heads)


_FAR = 13
"""Words before a verb within which the head of its subject stands: "jihadists of the State of Iraq and the Levant"."""
