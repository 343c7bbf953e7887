"""Parts of a page that are folded away: what they hold is made when somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st


@dataclass(frozen=True, slots=True)
class _Drawn:
    label: str
    open: bool


def folded(label: str, key: str) -> Any:
    """An expander that stays open when its label changes, such as by a count in it.

    Streamlit takes an expander of another label for another one, closed at first.

    Args:
        label: its words.
        key: where the session keeps whether it is open.
    """
    drawn: _Drawn | None = st.session_state.get(f"{key}_drawn")
    if drawn is None or drawn.label != label:
        drawn = st.session_state[f"{key}_drawn"] = _Drawn(label, bool(st.session_state.get(key)))
    return st.expander(label, expanded=drawn.open, key=key, on_change="rerun")


def is_looked_at(part: Any, event_id: str, key: str) -> bool:
    """Whether a part is open, or was open before for the same event: what is typed in it must not be lost.

    Args:
        part: made by `folded`.
        event_id: whose part it is.
        key: of the part.
    """
    held = f"{key}_of"
    if part.open:
        st.session_state[held] = event_id
    return bool(st.session_state.get(held) == event_id)
