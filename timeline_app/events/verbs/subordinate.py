"""Which words of a sentence stand in a subordinate clause."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from timeline_app.events.verbs.function_words import (
    AUXILIARIES,
    BE_OR_HAVE,
    CLAUSE_MARK,
    HAVE,
    NEGATION,
    OBJECT_OPENERS,
    PASSIVE_FOLLOWERS,
    RETURN_TO_MAIN,
    SUBORDINATORS,
    is_past,
)
from timeline_app.events.verbs.signals import (
    REPORTING,
    never_participle,
    plain_words,
    signals_of,
    words,
)


@lru_cache(maxsize=32)
def subordinate_flags(sentence: str) -> tuple[bool, ...]:
    """For each word, whether it stands in a subordinate clause."""
    tokens, plain = words(sentence), plain_words(sentence)
    flags: list[bool] = []
    inside = told = False
    opener = ""
    end = 0
    for i, token in enumerate(tokens):
        gap = sentence[end : token.start()]
        end = token.end()
        if plain[i] in SUBORDINATORS and not _opens_no_clause(plain, i):
            inside = not (plain[i] == "since" and not _clause_follows(plain, i))
            told, opener = False, plain[i]
        elif inside and not told and gap.startswith(",") and opener in _BEFORE_NOUNS:
            inside = False  # "after a month of shelling, and in July it fell": no clause
        elif inside and _goes_on_then(plain, i, flags, comma=gap.startswith(",")):
            inside = False
        elif inside and told and "," in gap and plain[0] in _OPENERS and not any(flag is False for flag in flags):
            inside = False  # "As the buses rolled, rebels set nine men free"
        elif inside and told and plain[i] in _TELLING_ON and _ends_a_verb(plain[i - 1]):
            inside = False  # "the offices where men were signed up were hit"
        elif inside and told and _tells_on(plain, i) and _is_second_helper(plain, flags):
            inside = False  # "Men who were held in the camp were freed", "... drove off"
        elif inside and told and is_past(plain[i]) and gap == " " and is_verb_alone(plain, i - 1):
            inside = False  # "soldiers whom the group had abducted regained their freedom"
        elif inside and told and gap == " " and ends_object_relative(plain, i):
            inside = False  # "units which others trained launched an attack"
        elif inside and told and _is_second_past(plain, flags):
            inside = False  # "men of a group that signed the truce left the town"
        elif (
            gap != " "
            and CLAUSE_MARK.search(gap)
            and (plain[i] in RETURN_TO_MAIN or _is_finite(plain, i) or token.group()[0].isupper())
        ):
            inside = False
        if plain[i] == "but":
            inside = False
        told = told or (inside and (plain[i] in AUXILIARIES or is_past(plain[i])))
        flags.append(inside)
    return tuple(flags)


_OPENERS = frozenset("as when while after before although though since because once until".split())
"""Subordinators that open a sentence: their clause ends at the first comma behind its verb."""


_BEFORE_NOUNS = frozenset({"after", "before", "since", "until"})
"""Subordinators that as often stand before a noun alone."""


_THEN = frozenset({"after that", "before that", "since that", "after this", "before this", "after which"})


_BEGINS_A_SUBJECT = frozenset("the a an his her its their he she it they several dozens hundreds".split())


_THEN_ALONE = frozenset(
    "afterwards afterward later then subsequently also still meanwhile soon eventually finally again promptly".split()
)


_TELLING_ON = frozenset("was were is are has have had will".split())


_VERB_PARTICLES = frozenset("up out down in off away over back on".split())


def _goes_on_then(plain: list[str], i: int, flags: Sequence[bool], *, comma: bool) -> bool:
    """Whether the main clause begins: "After that the units went there", "Turkey, who backs them, afterwards told"."""
    if " ".join(plain[max(0, i - 2) : i]) in _THEN:
        return comma or plain[i] in _BEGINS_A_SUBJECT
    told = i + 1 < len(plain) and is_past(plain[i + 1]) and all(flags[-_LEAST_RELATIVE:])
    return comma and told and plain[i] in _THEN_ALONE


_LEAST_RELATIVE = 3
"""Words of a relative clause, at least: in "who, later freed, left" it goes on behind the comma."""


def _ends_a_verb(word: str) -> bool:
    """Whether a clause's verb is over with a word: an auxiliary right behind it is another clause's."""
    return word in _VERB_PARTICLES or (is_past(word) and word not in AUXILIARIES)


def _tells_on(plain: list[str], i: int) -> bool:
    """Whether a word is an auxiliary, or a past that can be no participle ("drove")."""
    if plain[i] in _TELLING_ON:
        return True
    behind = plain[i - 1] in AUXILIARIES or plain[i - 1].endswith("ly") or plain[i - 1] in NEGATION
    return not behind and any(
        signal.form == "past" and never_participle(signal.base) for signal in signals_of(plain[i])[:1]
    )


def is_verb_alone(plain: list[str], i: int) -> bool:
    """Whether a word is the past behind its auxiliary, "had abducted": what comes behind is no object of it."""
    return i > 0 and is_past(plain[i]) and plain[i] not in AUXILIARIES and plain[i - 1] in AUXILIARIES


def ends_object_relative(plain: list[str], at: int) -> bool:
    """Whether a past stands behind a clause told of its subject: "units which others trained [launched]"."""
    if at < _LEAST_RELATIVE or not is_past(plain[at]) or not is_past(plain[at - 1]):
        return False
    opened = next((k for k in range(at - 2, max(0, at - _LONG_OBJECT_RELATIVE), -1) if plain[k] in _OF_OBJECT), 0)
    between = plain[opened + 1 : at - 1]
    plainly = not any(word in AUXILIARIES or word in _JOINS or is_past(word) for word in between)
    return bool(opened and between) and plainly and plain[at - 1] not in AUXILIARIES | _HELPING


_OF_OBJECT = frozenset({"which", "whom", "that"})


_HELPING = frozenset("helped let made got kept left set cut said says".split())
"""Verbs before a past that is part of them, or of what they tell: "helped set up"."""


_LONG_OBJECT_RELATIVE = 7
"""Words from such a clause's pronoun to the verb behind it, at most."""


def _is_second_helper(plain: list[str], flags: Sequence[bool]) -> bool:
    """Whether an auxiliary is the main clause's: the relative clause has had one, the main clause none yet."""
    i = len(flags)
    opened = max((k for k in range(i) if flags[k] and not (k and flags[k - 1])), default=0)
    if plain[opened] not in _RELATIVES or not 0 < opened < _LONGEST_WITHOUT_VERB:
        return False
    before, within = plain[:opened], plain[opened + 1 : i]
    if AUXILIARIES & set(before) or _JOINS & set(within) or not AUXILIARIES & set(within[:3]):
        return False
    spoken = any(signal.type in REPORTING for word in within for signal in signals_of(word)[:1])
    finite = any(map(is_past, before[1:]))
    return not spoken and not finite


def _is_second_past(plain: list[str], flags: Sequence[bool]) -> bool:
    """Whether a past with an object of its own is the main clause's: its relative clause has had one, and no "and"."""
    i = len(flags)
    if plain[i + 1 : i + 2] == [] or plain[i + 1] not in OBJECT_OPENERS or not is_past(plain[i]):
        return False
    opened = max((k for k in range(i) if flags[k] and not (k and flags[k - 1])), default=0)
    if plain[opened] not in _RELATIVES or not 0 < opened < _LONGEST_SUBJECT:
        return False
    before, within = plain[:opened], plain[opened + 1 : i]
    if AUXILIARIES & {*before, *within} or (_JOINS | {"to"}) & set(within) or any(map(is_past, before)):
        return False
    return any(map(is_past, within[:2])) and not within[-1].endswith("ly") and len(within) > 1


_RELATIVES = frozenset("who which that whom".split())


_JOINS = frozenset("and or but because although after before when while".split())


_LONGEST_SUBJECT = 10


_LONGEST_WITHOUT_VERB = 16
"""Words of a subject that has no verb form in it, at most: "The villages in the north and in the east of Aleppo"."""


_BEFORE_AS = frozenset("known such well described identified named regarded far serving acting seen as same".split())


def _opens_no_clause(plain: list[str], i: int) -> bool:
    """Whether a subordinator subordinates nothing: "announced that", "fighters known as peshmerga"."""
    before = plain[i - 1] if i else ""
    if plain[i] == "that":
        if i + 1 < len(plain) and plain[i + 1] in _POINTED_AT:
            return True  # "that same night"
        if before in _BEFORE_A_NOUN:
            return True  # "thanks to that raid"
        if i == 0 and plain[1:2] != [] and any(one.form == "noun" for one in signals_of(plain[1])):
            return True  # "That raid was claimed by"
        return (i > 0 and i + 1 < len(plain) and _is_speech_before(plain, i)) or _is_cleft(plain, i)
    if plain[i] == "since" and before in HAVE:
        return True  # "has since been beaten back"
    if plain[i] != "as":
        return False
    behind = plain[i + 1 : i + 3]
    measured = "as" in plain[i + 2 : i + 4] or "as" in plain[max(0, i - 3) : max(0, i - 1)]  # "as early as Wednesday"
    return before in _BEFORE_AS or behind[:1] == ["well"] or " ".join(behind) in _AS_PHRASES or measured


_AS_PHRASES = {"part of"} | {
    f"a {noun}" for noun in "result consequence matter rule gesture condition precaution sign response reprisal".split()
}
"""What behind "as" makes it no clause: "As a result our men took the mill"."""


_BEFORE_A_NOUN = frozenset("to of on at by from with for during under near against".split())
"""Prepositions behind which "that" points at something; "in that", "except that" may open a clause."""


_POINTED_AT = frozenset("same day night morning afternoon evening week weekend month year time moment".split())
"""What "that" points at where it opens no clause."""


def _is_cleft(plain: list[str], i: int) -> bool:
    """Whether "that" goes on with the main clause: "It was in the old town that the leader declared"."""
    if plain[0] != "it" or plain[1:2] not in (["was"], ["is"]) or i > _LONGEST_CLEFT:
        return False
    return plain[2] in _CLEFT_OPENERS


_LONGEST_CLEFT = 14


_CLEFT_OPENERS = frozenset("in at on from near during after before here there only under through not by".split())


def _is_finite(plain: list[str], i: int) -> bool:
    """Whether a word behind a comma can only be the main clause's verb: "The man, who had fled, died"."""
    word, following = plain[i], plain[i + 1] if i + 1 < len(plain) else ""
    if word in AUXILIARIES or any(signal.form == "past" for signal in signals_of(word)):
        return True
    return is_past(word) and following not in PASSIVE_FOLLOWERS and following not in ("and", "or")


def _is_speech_before(plain: list[str], i: int) -> bool:
    """Whether "that" introduces reported speech ("announced late on Monday that the group had captured")."""
    back = i - 1
    while back > 0 and plain[back] in _WHEN_SAID:
        back -= 1
    before = plain[back]
    return any(signal.type in REPORTING or signal.type == "accusation" for signal in signals_of(before)[:1])


_WHEN_SAID = frozenset(
    "on late early today yesterday monday tuesday wednesday thursday friday saturday sunday in a the statement morning"
    " afternoon evening night reporters journalists".split()
)


def _clause_follows(plain: list[str], i: int) -> bool:
    behind = plain[i + 1 : i + 5]
    if behind[:1] and behind[0] in _CLAUSE_SUBJECTS:
        return True  # "since it declared", "since they took the town"
    if behind[:1] and behind[0] not in _POINTS_IN_TIME and any(map(is_past, behind[1:])):
        return True  # "since fighting broke out"; not "strikes since Monday killed nine"
    return any(word in BE_OR_HAVE for word in behind)


_POINTS_IN_TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december last early late mid yesterday then dawn noon midnight sunrise at around about
    when being""".split()
)


_CLAUSE_SUBJECTS = frozenset("it they he she we i".split())
