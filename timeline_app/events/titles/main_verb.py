"""Where the verb of a sentence's main clause stands, so that a title keeps it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from timeline_app.events.titles.topics import goes_on, tells_now
from timeline_app.events.verbs.function_words import is_past

WORD = re.compile(r"[^\W\d_][\w’'-]*")
QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)")

_MORE_PASTS = frozenset(
    """got went came sat stood lay spoke drove flew rode ran rose saw sought sent spent thought threw wrote broke put
    shut cut found set hit held led said tore blew drew chose wore rang woke swore strode swam ate drank overthrew
    overtook forbade""".split()
)
_PRESENTS = frozenset("sits stands lies remains stays goes comes gets keeps makes takes gives shows wants".split())
_CLAUSE_WORDS = frozenset(
    """who whom whose which that where when while as because although though if until since after before""".split()
)
_OF_A_NOUN = frozenset("who whom whose which that".split())
_AUXILIARIES = frozenset(
    "is are was were be been being has have had will would can could may might did does do got".split()
)
_JOINS = frozenset("and or but".split())
_THEN = frozenset("later then so also thus".split())
_BEFORE_NOUN = frozenset("the a an of in its their his her this that for by from with under".split())
_ARTICLES = frozenset("the a an its their his her these those".split())
PREPOSITIONS = frozenset(
    """in on at from to with by for near under over into through across along around outside inside during since against
    amid despite without following toward towards between behind beside as""".split()
)
_BEHIND_PARTICIPLES = PREPOSITIONS | {"when", "while"}
# "A column of buses and their men [was]": of one
_OF_ONE = re.compile(r"(?:A|An|One|Each|The\s(?:first|second|third|last|only))\s")
_TELLS_OF_ONE = frozenset("is was has".split())


@lru_cache(maxsize=8192)
def is_finite(word: str) -> bool:
    """Whether a word can be a clause's verb."""
    return (
        goes_on(word)
        or tells_now(word)
        or word in _PRESENTS
        or (word.islower() and (word in _MORE_PASTS or is_past(word)))
    )


def word_at(text: str, at: int) -> str:
    """The word that begins at an offset; "" where none does."""
    found = WORD.match(text, at)
    return "" if found is None else found[0]


def main_verb(text: str, inserted: Sequence[tuple[int, int]] = ()) -> int:
    """Where the verb of the main clause stands; -1 where there is none.

    Verbs of clauses that tell of a noun ("whom the group had taken"), within insertions and quotations are none. A
    word with -ed before a preposition may be a participle ("buses filled with"), one with -s a noun ("the blasts"):
    they are the verb only where no surer one follows in the same clause.

    Args:
        text: a sentence on one line.
        inserted: what stands between commas or dashes, by offsets.
    """
    hidden = [*inserted, *(found.span() for found in QUOTED.finditer(text))]
    weak, joined, relative, in_relative, helped, before, earlier = -1, False, False, False, False, "", ""
    for found in WORD.finditer(text):
        word, at = found[0], found.start()
        if not at or any(start <= at < end for start, end in hidden):
            earlier, before = before, word
            continue
        if weak >= 0 and text[at - 2] in ",;:":
            return weak
        if word in _CLAUSE_WORDS and not (word == "as" and before in ("as", "well", "such")):
            if weak >= 0 and (word not in _OF_A_NOUN or text[at - 2] == ","):
                return weak
            # "who left before police stormed it": what stands behind "before" is told of the noun, too
            relative = relative or in_relative or word in _OF_A_NOUN or word in ("where", "when")
        elif word in _JOINS:
            joined = True
        elif is_finite(word) and (helped or not (_OF_ITS_NOUN.match(text, at) or _is_adjective(word, before, earlier))):
            along = helped or (in_relative and (before in _JOINS or before.endswith("ly") or before in _THEN))
            if relative and not helped:
                relative, in_relative = False, True
            elif not along and not (joined and weak >= 0 and not (_tells_of_one(word) and _OF_ONE.match(text))):
                if _is_sure(text, found, before):
                    return at
                weak = at if weak < 0 else weak
        helped = word in _AUXILIARIES or (helped and (word == "not" or word.endswith("ly")))
        earlier, before = before, word
    return weak


def _is_adjective(word: str, before: str, earlier: str) -> bool:
    """Whether a form stands before its noun: "of lightly armed men", "a mixed column"."""
    if not word.endswith("ed"):
        return False
    return before.lower() in _ARTICLES or (before.endswith("ly") and earlier.lower() in _BEFORE_NOUN)


# "guards seized by the league", "buses filled with men": told of the noun before
_OF_ITS_NOUN = re.compile(
    r"[a-z]+ed\sby\s|(?:filled|loaded|packed|armed|based|linked|allied|aligned|located|staffed|backed|called|named|known|held|led)\s"
    r"(?:by|with|in|on|to|as|at|near)\s"
)
# "Thirteen kidnapped people", "some 40 wounded men"
_COUNT = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|twenty|several|some|many|few|dozens|hundreds|all|both))\s$",
    re.IGNORECASE,
)


def _is_count(text: str, at: int) -> bool:
    """Whether a number stands right before an offset."""
    return _COUNT.search(text, max(0, at - 12), at) is not None


def _tells_of_one(word: str) -> bool:
    return word in _TELLS_OF_ONE or word in _PRESENTS or tells_now(word)


def _is_sure(text: str, found: re.Match[str], before: str) -> bool:
    """Whether a form can be nothing but its clause's verb where it stands."""
    word = found[0]
    if word in _AUXILIARIES or (goes_on(word) and not word.endswith("ed")):
        return True
    if (
        tells_now(word)
        or word in _PRESENTS
        or before.endswith("ly")
        or before.lower() in _BEFORE_NOUN
        or _is_count(text, found.start())
    ):
        return False
    return not word.endswith("ed") or word_at(text, found.end() + 1) not in _BEHIND_PARTICIPLES
