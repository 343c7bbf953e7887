"""The days one filters by, typed: a day, a month, a year or a decade, in EDTF or words.

Plain fields and not Streamlit's of dates: these are the largest part of its code (300 kB), and without them map and
timeline stand an eighth earlier. Nobody types eight digits to say "2017", and the strip above the lanes is a calendar.
"""

from __future__ import annotations

from datetime import date

import streamlit as st

from timeline_app.dashboard.link import FIRST, KNOWN, LAST
from timeline_app.pipeline import explain_date
from timeline_app.views import visible

_DAY, _TYPED, _WRONG = "_day", "_typed", "_wrong"
"""What the session keeps of a field, by its name with this behind it: the day, what stands in it, and what was typed
there that is no date."""

_LONGEST = 60
"""Characters looked at: no date is longer."""

NAMES = (FIRST, LAST, KNOWN)
EXAMPLES = "2017-08-28, Aug 2017, 2017 or 1990s"


def day_field(label: str, name: str) -> date | None:
    """A field for a day, and the day it stands on.

    What is typed is taken as the first day it may mean, or the last but for the beginning of the range, and written so.
    What is no date changes nothing; `faults` says so.

    Args:
        label: above the field.
        name: one of `NAMES`.
    """
    day = day_at(name)
    wrong: str = st.session_state.get(name + _WRONG, "")
    shown = wrong or (day.isoformat() if day else "")
    if st.session_state.get(name + _TYPED, "") != shown:
        st.session_state[name + _TYPED] = shown
    st.text_input(label, key=name + _TYPED, placeholder="day, month or year", on_change=_take, args=(name,))
    return day


def faults() -> list[str]:
    """A line for each field in which no date stands."""
    texts = (st.session_state.get(name + _WRONG, "") for name in NAMES)
    return [f"“{visible(text)}” is no date: write {EXAMPLES}. The filter is as it was." for text in texts if text]


def day_at(name: str) -> date | None:
    """The day a field stands on, None where it is empty."""
    day: date | None = st.session_state.get(name + _DAY)
    return day


def set_day(name: str, day: date | None) -> None:
    """Another day for a field; what was typed wrongly is gone."""
    st.session_state[name + _DAY] = day
    st.session_state.pop(name + _WRONG, None)


def _take(name: str) -> None:
    text = st.session_state[name + _TYPED].strip()[:_LONGEST]
    when = explain_date(text).when
    if text and when is None:
        st.session_state[name + _WRONG] = text
    elif when is None:
        set_day(name, None)
    else:
        set_day(name, when.earliest if name == FIRST else when.latest)
