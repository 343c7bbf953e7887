"""What did the harm that a sentence tells without a cause: the strike that the story told just before.

"Jets hit the market on Monday. Nine people were killed." The second sentence alone would be any attack.
"""

from __future__ import annotations

from datetime import timedelta

from timeline_app.events.narrative.thread import Thread
from timeline_app.events.reading.sentence import Reading
from timeline_app.events.verbs.kinds import harms_without_cause
from timeline_app.events.verbs.signals import VIOLENT
from timeline_app.model import When

_PARAGRAPHS = 4
"""Paragraphs behind a strike in which its harm is told, at most."""

_A_DAY = timedelta(days=1)
"""Between the day of a strike and the day told for its harm, at most: one of them may be the day of the news."""


def kind_in_story(sentence: str, reading: Reading, when: When | None, thread: Thread) -> str:
    """The type of an event where it is told; remembers whether it was a strike."""
    kind = reading.event_type
    if kind == "attack" and _is_of_strike(when, thread) and harms_without_cause(sentence, reading.verb):
        kind = "strike"
    if kind == "strike":
        thread.struck = (thread.paragraph, when)
    elif kind in VIOLENT:
        thread.struck = None
    return kind


def _is_of_strike(when: When | None, thread: Thread) -> bool:
    """Whether a strike was told just before, of the same day as far as is known."""
    if thread.struck is None or thread.paragraph > thread.struck[0] + _PARAGRAPHS:
        return False
    day = thread.struck[1]
    if when is None or day is None:
        return True
    return when.earliest - day.latest <= _A_DAY and day.earliest - when.latest <= _A_DAY
