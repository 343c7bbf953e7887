"""Words that make verbs what they are: auxiliaries, negation, what opens a clause, what follows a passive."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.events.verbs.signals import (
    signals_of,
)
from timeline_app.geo.words import GIVEN_NAMES

BE = frozenset(
    "is are was were be been being am isn't aren't wasn't weren't get gets got remain remains remained".split()
)


UNFINISHED = frozenset({"be", "being"})
"""Forms of "be" that no clause is told by: the infinitive and the participle."""


HAVE = frozenset("has have had having hasn't haven't hadn't".split())


DO = frozenset("did does do didn't doesn't don't".split())


WILL = frozenset("will shall won't".split())


MODAL = frozenset("would could may might should must can cannot couldn't wouldn't shouldn't can't".split())


NEGATION = frozenset(
    "not never no didn't doesn't don't hasn't haven't hadn't isn't aren't wasn't weren't won't".split()
)


AUXILIARIES = BE | HAVE | DO | WILL | MODAL


HELPERS = AUXILIARIES | NEGATION


BE_OR_HAVE = BE | HAVE


SUBORDINATORS = frozenset(
    "who whom whose which that where when while after before as because although though if unless until whether since"
    " whereby whereas".split()
)


RETURN_TO_MAIN = frozenset("the a an he she it they his her its their but".split())
"""Words after a comma that usually start (or resume) a main clause."""


PASSIVE_FOLLOWERS = frozenset(
    "by in on at since during from near after before last earlier captive hostage prisoner against along under"
    " for to as between outside inside ago more over without with of".split()
)
"""After a bare participle these show a reduced relative ("soldiers kidnapped by ISIS in 2014"); an
object ("rebels attacked the town") does not follow one."""


@lru_cache(maxsize=16_384)
def is_past(word: str) -> bool:
    """Whether a word can be a finite past: regular ones by their ending; "Mohammed" is none."""
    regular = word.endswith("ed") and len(word) > 4 and word not in GIVEN_NAMES
    return regular or any(signal.form == "past" for signal in signals_of(word))


SAME_DAY = (
    r"(?:later|earlier|late|early)\s(?:in\sthe|that|on\sthat|(?:on\s)?the\ssame)\s"
    r"(?:day|morning|afternoon|evening|night)"
)
"""A pattern of what points to the day told before: "later that day", "early on the same morning"."""

CLAUSE_MARK = re.compile(r"[,;:–—]")


NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety""".split()
)


OF_SEVERAL = ("people", "men", "women", "children", "ns", "rs", "ls", "es", "ts")


OBJECT_OPENERS = frozenset("the a an his her their its him them it some several many dozens hundreds".split())
"""Words that open an object: "stormed the town and killed several"."""
