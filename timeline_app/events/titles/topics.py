"""What a sentence speaks of, so that a title whose sentence says "it" or "that convoy" can say the name.

The head of a sentence up to its first finite verb is its topic: "A convoy of 17 buses" of "A convoy of 17 buses
has left". It stands in for a pronoun at the head of the next sentence's title where number agrees; a person's
pronoun takes it where it names a person by what he does. What is not sure stays as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from timeline_app.events.verbs.signals import signals_of

_VERBS = frozenset(
    "is are was were has have had will would can could may might must should do does did came went said says"
    " told seems seemed appears appeared".split()
)
_LONGEST_TOPIC = 48
_PRONOUN = re.compile(
    r"^(?:it|they|he|she|this|that|these|those|there|its|their|his|her|i|we|you|one|some|who|what|nothing|nobody|none|no"
    r"|neither|anything)\b",
    re.I,
)
_NO_NAME = frozenset(
    "In On At By For From With As To After Before During Since Under Over While When If But And Yet So Then Also Now"
    " Not Only Both Most Many Despite According Earlier Later Last Next Following Among".split()
)


def topics_of(*texts: str) -> tuple[str, ...]:
    """The topics of a sentence and of what it is told by, each once; behind them the bodies of men it came upon."""
    subjects = (topic for topic in map(topic_of, texts) if topic is not None)
    return tuple(dict.fromkeys([*subjects, *(found.group() for text in texts for found in _BODY.finditer(text))]))


def topic_of(text: str) -> str | None:
    """The head of a sentence before its first finite verb, where it is short and plain; else None."""
    head = _before_verb(text)
    head = head and _INSERTED.sub("", head[:1].upper() + head[1:])
    if head is None or not 3 <= len(head) <= _LONGEST_TOPIC or _PRONOUN.match(head) or _TIME.search(head):
        return None
    first = head.split(" ", maxsplit=1)[0]
    plain = first not in _NO_NAME and (head[0].isupper() or head[0].isdigit())
    return head if plain and not re.search(r"[,;:()“”\"\[\]]|\s(?:that|which|who)\b", head) else None


# "had arrested a cell of the league": in lower case, for it is no subject
_BODY = re.compile(
    r"(?<=\s)an?\s(?:[a-z-]{3,15}\s){0,2}?(?:cell|gang|network|ring|squad|faction|militia|armed\sgroup|brigade|battalion|patrol|crew)\b"
)
# "Its members confessed", "Its leader was killed"
_ITS_MEN = re.compile(
    r"^(?:Its|Their)\s(?:[a-z]+\s)?(?:members?|leaders?|men|fighters|commanders?|chief|head|founder|ringleaders?|militants|gunmen)\b"
)
# "Eight months have brought nothing": they did nothing further
_TIME = re.compile(r"\b(?:seconds|minutes|hours|days|nights|weeks|months|years|decades)$", re.IGNORECASE)

# "The army, in a statement, said"
_INSERTED = re.compile(r",\s(?:in|on|at|for|according|meanwhile|however)\b[^,]{0,40},?$")


def _before_verb(text: str) -> str | None:
    for word in re.finditer(r"[^\W\d_][\w’'-]*", text[: _LONGEST_TOPIC + 24]):
        if word.start() and goes_on(word[0]):
            return re.sub(r"\s(?:also|later|then|even|[a-z]{2,10}ly)$", "", text[: word.start()].rstrip())
    return None


def goes_on(word: str) -> bool:
    """Whether a word can be nothing but a clause's verb: an auxiliary, or a past of those that tell events."""
    return word in _VERBS or (_is_told(word) and word != "read")


@lru_cache(maxsize=4096)
def tells_now(word: str) -> bool:
    """Whether a word can be nothing but a verb's third person: "declares", "reveals"."""
    forms = {one.form for one in signals_of(word)} if word.islower() and word.endswith("s") else set()
    return forms == {"present"}


@lru_cache(maxsize=4096)
def _is_told(word: str) -> bool:
    forms = {one.form for one in signals_of(word)} if word[:1].islower() else set()
    return "past" in forms and forms <= {"past", "participle"}


_PLURAL = re.compile(r"(?:[^s\W]s|people|men|women|children|police|troops|forces)$|\sand\s")
_PEOPLE = re.compile(
    r"(?:correspondent|reporter|spokes(?:man|woman|person)|commander|officer|official|source|minister|president|leader"
    r"|general|chief|envoy|activist|witness|resident|diplomat|ambassador|director|head|king|governor|mayor|analyst"
    r"|journalist|adviser|advisor|judge|lawyer|doctor|soldier|prisoner|driver|fighter|rebel|militant|gunman|farmer|teacher|refugee|trader|medic|nurse|pilot"
    r"|captain|colonel|brother|father|mother|son|wife|student|worker|volunteer|suspect|hostage|detainee|member|man|woman)$",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^.*?(?=\s(?:of|in|from|on|at|for|with|near|to|under|by|against|around|along|held|led|backed|based)\s|$)"
)
# "It seems that", "It is not clear": no word stands for a thing
_DUMMY = re.compile(
    r"^It\s(?:(?:is|was|has been|had been|remains|remained|became|seems|seemed|appears|appeared"
    r"|turned out|turns out|emerged|took|follows|is said|was said)\b)"
    r"(?=\s?the\s(?:first|second|third|fourth|last|only)\stime\b|.*\b(?:that|to|who|whether|how|if|unclear|not)\b)"
)
# "This convoy", "Those talks": the thing is named, the pointing is empty without the article
_POINTING = re.compile(
    r"^(?:This|That|These|Those)\s(?!(?:who|whose|of|in|day|week|month|year|morning|afternoon|evening|night|weekend|time|the|an?|its|their|no|some)\b)(?=(?P<next>[a-z][\w-]*)\s)"
)


_POINTERS = frozenset("It They He She Its Their His In This That These Those".split())


def with_topic(title: str, topics: Callable[[], Sequence[str]]) -> str:
    """The title with a topic of the sentence before for a pronoun at its head, where one agrees with it.

    Args:
        title: may begin with a pronoun, or with "This", "That" and a noun.
        topics: gives those of the sentence before, that of its main clause first, then that of what somebody said;
            it is asked only where there is something to name.
    """
    if title.split(" ", maxsplit=1)[0] not in _POINTERS:
        return title
    pointing = _POINTING.match(title)
    if pointing is not None and not _speaks(pointing["next"]) and not _GOVERNS.match(title, pointing.end()):
        return f"The {title[pointing.end() :]}"
    if _DUMMY.match(title):
        return title
    for pronoun in ("It", "They", "He", "She", "Its", "Their", "His", "In it"):
        if title.startswith(f"{pronoun} "):
            fitting = [topic for topic in topics() if _agrees(pronoun, topic) and not topic[0].islower()]
            bodies = [topic for topic in topics() if topic[0].islower()] if _ITS_MEN.match(title) else []
            if bodies:  # "had arrested a cell. Its members confessed": the cell's
                fitting = bodies if len(bodies) == 1 else []
            if _OF_WHAT_HOLDS.match(title):  # a group that accepted a truce did not itself come into effect
                fitting = [topic for topic in fitting if _HOLDS.search(topic)]
            if not _OF_WHO_TOLD.match(title):  # "A security source spoke of a suspect. His confession"
                fitting = [topic for topic in fitting if not _TELLS_OF_OTHERS.match(topic)]
            meant = fitting[0 if _OF_WHO_TOLD.match(title) else -1] if fitting else None
            return title if meant is None else _named(pronoun, _definite(meant)) + title[len(pronoun) :]
    return title


# "It did so after", "He added": the subject of the main clause goes on
_OF_WHO_TOLD = re.compile(
    r"^\w+\s(?:also\s|then\s)?(?:did so|called on|called for|urged|asked|demanded|vowed|pledged|promised|declined"
    r"|refused|spoke|told|said|says|added|warned|denied|stressed|noted|went on|comments?|remarks?|words|statements?"
    r"|account|speech|visit|warning)\b"
)
# Who tells without a name tells of what befell others
_TELLS_OF_OTHERS = re.compile(
    r"(?:The|An?|One|Another)\s(?:[\w’'-]+\s){0,4}?(?:sources?|witness|officials?|spokes(?:man|woman|person)|diplomat|analyst|correspondent|reporter)\b"
)


# "It came into effect", "It expired": of an agreement or a law, of nobody
_OF_WHAT_HOLDS = re.compile(
    r"^It\s(?:also\s|then\s|first\s|later\s)?(?:(?:came|went|comes|goes)\sinto\s(?:effect|force)|took\seffect|entered\sinto\s(?:effect|force)"
    r"|expired|lapsed|was\s(?:signed|brokered|ratified|renewed|extended|breached))\b"
)
_HOLDS = re.compile(
    r"\b(?:truce|cease-?fire|deal|agreement|accord|pact|treaty|bargain|law|ban|order|decree|curfew|lull|mandate|measure|embargo"
    r"|sanction|rule|resolution|amnesty|plan|pause)s?\b",
    re.IGNORECASE,
)


def _agrees(pronoun: str, topic: str) -> bool:
    """Whether a topic's number, and whether it is a person, suit a pronoun."""
    head = _HEAD.match(topic)
    words = head.group() if head else topic
    plural, person = _PLURAL.search(words) is not None, _PEOPLE.search(words) is not None
    if pronoun in ("They", "Their"):
        return plural
    return not plural and person == (pronoun in ("He", "She", "His"))


def _named(pronoun: str, topic: str) -> str:
    if pronoun == "In it":
        return f"In {_lowered(topic)}"
    return _whose(topic) if pronoun in ("Its", "Their", "His") else topic


# "This incited the governor": a verb with its object, where "These armed men" has none
_GOVERNS = re.compile(r"[a-z]+(?:ed|s)\s(?:what|how|why|that|the|an?|its|their|his|her|to|by|in|on|for|many|some)\b")


def _speaks(word: str) -> bool:
    """Whether the word behind "this" is its verb: "This ended", "That is"; then nothing is named."""
    if word in _VERBS or word in ("comes", "means", "meant", "led", "left", "made", "of", "in", "by", "to"):
        return True
    forms = {one.form for one in signals_of(word)}
    return (bool(forms) and "noun" not in forms) or word.endswith("ly")


def _definite(topic: str) -> str:
    """With the definite article: "A convoy" was told of, now it is "The convoy"."""
    return re.sub(r"^(?:An?|Another)\s", "The ", topic, flags=re.IGNORECASE)


def _lowered(named: str) -> str:
    return named[:1].lower() + named[1:] if named.startswith("The ") else named


def _whose(named: str) -> str:
    return f"{named}’" if named.endswith("s") else f"{named}’s"
