"""Whether words may stand alone as a title: a whole clause without a loose end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.events.titles.cutting import without_counted_clause, without_trailing
from timeline_app.events.titles.main_verb import is_finite

LEAST = 24
"""Letters of the shortest title that a longer sentence is made into."""

# "a member it", "28 of them", "put up outposts all", "an important refuge ever", "the prison, home"
_LOOSE = re.compile(
    r"\s(?:(?:of|for|among)\s(?:them|which|whom|everyone|those|what)"
    r"|(?<!\bto\s)(?<!\bof\s)(?<!\bby\s)(?<!\bwith\s)(?<!\bagainst\s)(?:it|they|he|she|we|you)"
    r"|on\s(?:the\s)?(?:grounds?|conditions?|basis|eve|verge|brink)|as\swell|deep|high|those|what|everyone|somebody|ever|all|only|not|very|more|most|less|other|another|such|both|each"
    r"|every|no|this|these|even|also|just|too|yet|early|late|earlier|later|close|back|out|up|down|away|ahead|together"
    r"|able|unable|likely|willing|ready|due|set|bound|thanks|because|if|when|while|where|how|why|whose|said|saying|says"
    r"|last|least|next|adding|known|called|mostly|mainly|partly|nearly|almost|about|around|over|some|many|several)$"
    r"|\sand\s[^,]{0,30}\bago$|,\s[\w’'-]+$",
    re.IGNORECASE,
)
# "passed by when government troops", "what the ministry": a clause without its verb
_CLAUSE = re.compile(
    r"\s(?:when|while|(?<!at\s)once|because|where|who|which|whose|although|if|that|what|how|whether)\s"
)

# ", and the council": a second clause without its verb
_AND_MORE = re.compile(r",\s(?:and|but|yet)\s(?P<more>[^,]*)$")

_FEWEST = 4
"""Words of the last clause of a cut title, at least."""
_HELPERS = frozenset("was were been being be is are got get".split())
_BEFORE_NOUN = frozenset("the a an of in its their his her this that and or for by from with under".split())
_ENDING = frozenset(
    """died dead fled left fell resumed began begun started ended stopped escaped withdrew withdrawn surrendered
    collapsed exploded erupted arrived departed returned retreated advanced disappeared vanished broke met rose grew
    increased decreased intensified lost won closed opened reopened happened occurred crashed burned burnt sank moved
    survived resigned""".split()
)
"""Pasts that may end a sentence."""
_WAITING = frozenset(
    """aimed based put placed located situated linked tied given forced allowed meant seen considered charged accused
    asked told brought sent taken made used kept left said thought believed reported known called named described found
    expected required supposed ordered urged clamped driven passed matched compared gone come run""".split()
)
"""Pasts that wait for more, also behind a "was"."""
_INFINITIVES = frozenset(
    """leave withdraw surrender begin start resume return flee fight die stop end escape retreat advance continue vote
    protest talk negotiate rest safety school town land work power prison jail court exile hospital death""".split()
)
"""Words that may end a sentence behind "to"."""
_HAPPENINGS = frozenset(
    """fighting shelling bombing killing shooting meeting building hearing briefing crossing clearing burning beating
    funding training housing warning ruling gathering landing opening closing hanging""".split()
)
"""Words with -ing that name something."""


def stands(kept: str, *, is_cut: bool) -> bool:
    """Whether words may stand as a title: a verb, no loose end, whole quotations.

    Args:
        kept: the words.
        is_cut: whether something was left out at their end.
    """
    if len(kept) < LEAST or kept.count('"') % 2 or kept.count("“") != kept.count("”"):
        return False
    if without_trailing(kept) != kept or _LOOSE.search(kept):
        return False
    words = kept.split()
    if not any(map(is_finite, words[1:])):
        return False
    further = _AND_MORE.search(kept)
    if further is not None and kept.count(",") == 1 and not any(map(is_finite, further["more"].split())):
        return False
    return not (is_cut and (_waits(words) or _is_open(kept) or without_counted_clause(kept) != kept))


def _is_open(kept: str) -> bool:
    """Whether the last clause has lost its verb, or hardly says more than that: "when relatives had come"."""
    last = next(iter(reversed(list(_CLAUSE.finditer(kept)))), None)
    words = [] if last is None else kept[last.end() :].split()
    return last is not None and (len(words) < _FEWEST or not any(map(is_finite, words)))


def _waits(words: Sequence[str]) -> bool:
    """Whether the last word is a verb that waits for more: "drove", "to watch", "were aimed"."""
    last, before = words[-1].lower(), words[-2].lower()
    if before == "to" and words[-1].isalpha() and words[-1].islower():
        return last not in _INFINITIVES
    if last in _WAITING:
        return True
    if last.endswith("ing") and before in _HELPERS:
        return True
    if last.endswith("ing") and len(last) > len("evening") and before not in _BEFORE_NOUN:
        return last not in _HAPPENINGS
    if last in _ENDING or not words[-1].islower() or not is_finite(last):
        return False
    return not any(word.lower() in _HELPERS for word in words[-4:-1])
