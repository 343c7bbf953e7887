"""Letters that press the buttons of Review, and the switch that turns them off."""

from __future__ import annotations

import streamlit as st

_KEYS = "review_keys"


def letter(of: str) -> str | None:
    """The key of a button; None where a person switched the keys off."""
    return of if st.session_state.get(_KEYS, True) else None


def keys_switch() -> None:
    """The switch, on at first."""
    st.toggle("Keys", value=True, key=_KEYS, help="The letter on a button presses it, unless you are typing")
