"""A time expression found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline_app.model.when import When

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""The four types of TIMEX3 (TimeML 1.2.1)."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression, in TimeML's TIMEX3 terms and as a calendar interval.

    Attributes:
        start, end: code-point offsets, `text == source[start:end]`.
        timex_type: DATE, TIME, DURATION or SET; only the first two may carry a `when`.
        timex_value: TIMEX3 value: `2017-08-30`, `2017-W35`, `P3W`, `PRESENT_REF`, `187` (a decade).
        when: the interval, or None (durations, sets, "now", dates outside the years 1 to 9999, or a
            relative date without anything to reckon from).
        reason: one English sentence, also when there is no `when`.
    """

    start: int
    end: int
    text: str
    timex_type: TimexType
    timex_value: str
    when: When | None = None
    reason: str = ""
