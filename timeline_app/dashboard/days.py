"""The days one filters by, typed: a day, a month, a year or a decade, in EDTF or words.

Plain fields and not Streamlit's of dates: these are the largest part of its code (300 kB), and without them map and
timeline stand an eighth earlier. Nobody types eight digits to say "2017", and the strip above the lanes is a calendar.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import streamlit as st

from timeline_app.pipeline import explain_date
from timeline_app.views import visible

_DAY, _TYPED, _WRONG = "_day", "_typed", "_wrong"
"""What the session keeps of a field, by its name with this behind it: the day, what stands in it, and what was typed
there that is no date."""

EXAMPLES = "2017-08-28, Aug 2017, 2017 or 1990s"
_LONGEST = 60
"""Characters: no date is longer."""

ARRIVED = "arrived"
"""Where the session keeps whether another page was drawn before this run. The browser makes a field anew then, empty,
and Streamlit does not send what it takes the browser to hold already: left with a half-typed word in another field,
it takes the old field for still there, and the next question would empty the day."""


def day_field(label: str, name: str, *, ends: bool, on_change: Callable[[], None] | None = None) -> date | None:
    """A field for a day, and the day it stands on.

    What is typed is taken as the first day it may mean, or the last, and written so. What is no date changes nothing;
    `faults` says so.

    Args:
        label: above the field.
        name: what the session keeps it by.
        ends: whether something ends on that day: "2017" is its last then.
        on_change: called when another day was taken, before the page is run again.
    """
    day = day_at(name)
    wrong: str = st.session_state.get(name + _WRONG, "")
    shown = wrong or (day.isoformat() if day else "")
    if st.session_state.get(ARRIVED) or st.session_state.get(name + _TYPED, "") != shown:
        st.session_state[name + _TYPED] = shown

    def taken() -> None:
        if _take(name, ends) and on_change is not None:
            on_change()

    st.text_input(label, key=name + _TYPED, placeholder="day, month or year", on_change=taken)
    return day


def faults(names: Iterable[str]) -> list[str]:
    """A line for each of these fields in which no date stands."""
    texts = (st.session_state.get(name + _WRONG, "") for name in names)
    return [f"{_fault(text)}. The filter is as it was." for text in texts if text]


def _fault(text: str) -> str:
    read = explain_date(text)
    return read.fault if read.readings else f"“{visible(text)}” is no date: write {EXAMPLES}"


def turned(first: date | None, last: date | None) -> list[str]:
    """What is said of a range typed the wrong way round, which is heeded as the range it spans."""
    if first is None or last is None or first <= last:
        return []
    return [f"From {first} is after To {last}: showing {last} to {first}."]


def in_order(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """The range that two days span, whichever comes first; None leaves an end open."""
    return (last, first) if first is not None and last is not None and first > last else (first, last)


def day_at(name: str) -> date | None:
    """The day a field stands on, None where it is empty."""
    day: date | None = st.session_state.get(name + _DAY)
    return day


def set_day(name: str, day: date | None) -> None:
    """Another day for a field; what was typed wrongly is gone."""
    st.session_state[name + _DAY] = day
    st.session_state.pop(name + _WRONG, None)


def _take(name: str, ends: bool) -> bool:
    """Whether what was typed was taken."""
    text = st.session_state[name + _TYPED].strip()
    when = explain_date(text).when if len(text) <= _LONGEST else None
    if text and when is None:
        st.session_state[name + _WRONG] = text[:_LONGEST]
        return False
    set_day(name, None if when is None else when.latest if ends else when.earliest)
    return True
