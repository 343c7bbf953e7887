"""Clauses that only tell when what a sentence is about began."""

from __future__ import annotations

import re

from timeline_app.events.verbs.finite import Verb

# "The transfer, which began on Sunday, came as part of a deal": the day is that of what the sentence is about
_BEGAN = re.compile(
    r",\s(?:which|that)\s(?:(?:first|only|finally)\s)?(?:began|started|took\s(?:place|effect)|went\sinto\s(?:action|effect|force)"
    r"|came\sinto\s(?:force|effect)|occurred|happened|got\sunder\s?way|broke\sout|erupted|was\s(?:announced|signed|reached|agreed))\b"
)
_IS_PART = re.compile(r"\b(?:came|comes|is|was|forms?|formed|follow(?:s|ed)|mark(?:s|ed)|end(?:s|ed)|left|killed)\b")


def says_when_it_began(text: str, start: int, end: int, verb: Verb) -> bool:
    """Whether a clause between commas tells when what is told of began: "The swap, which began on Monday, came".

    Args:
        text: the sentence.
        start: where the clause's comma stands.
        end: where the clause ends.
        verb: the verb of the main clause.
    """
    return _BEGAN.match(text, start, end) is not None and _IS_PART.search(text, end, verb.hit.end) is not None
