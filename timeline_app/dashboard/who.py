"""Who works here, for the history: the login's name when there is one, else the name typed, else the system's.

A name that is typed is kept for the session, and by a cookie in the browser it was typed in. Headers that a
proxy may send are not believed: anyone may send them.
"""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

import streamlit as st

from timeline_app.views import visible

TYPED = "who"
COOKIE = "timeline_app_who"
_LONGEST = 80
_SET_COOKIE = """
export default function ({ data }) {
  const kept = data.name ? "; Max-Age=31536000" : "; Max-Age=0";
  document.cookie = `${data.cookie}=${encodeURIComponent(data.name)}; Path=/; SameSite=Strict${kept}`;
}
"""
"""The name goes into the cookie percent-encoded, so that nothing in it can end it."""


def user_name() -> str:
    """Who works here."""
    return login_name(_login()) or clean(_typed()) or system_name()


def _login() -> Mapping[str, Any]:
    return st.user.to_dict()


def login_name(user: Mapping[str, Any]) -> str:
    """The name a login gives, "" when nobody is logged in."""
    if user.get("is_logged_in") is not True:
        return ""
    claims = (user.get(name) for name in ("name", "preferred_username", "email", "sub"))
    return next((clean(claim) for claim in claims if isinstance(claim, str) and clean(claim)), "")


def clean(name: str) -> str:
    """A name on one line, of a length that fits into a history; what cannot be seen is marked."""
    return visible(" ".join(name.split()))[:_LONGEST]


def _typed() -> str:
    typed = st.session_state.get(TYPED)
    return typed if isinstance(typed, str) else remembered()


def remembered() -> str:
    """The name this browser keeps from an earlier session, "" when there is none."""
    return clean(unquote(st.context.cookies.get(COOKIE, "")[: 4 * _LONGEST * 3]))


def system_name() -> str:
    """The operating system's name of the user this server runs for."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


@cache
def _cookie_setter() -> Any:
    return st.components.v2.component("timeline_app_who", js=_SET_COOKIE)


def who_works() -> None:
    """The name in the page's head, and the way to change it."""
    with st.container(key="who_works", horizontal=True, vertical_alignment="center", gap="small"):
        name = st.empty()
        with st.popover("Your name", help="Your name stands in the history beside what you change"):
            if login_name(_login()):
                _signed_in()
            else:
                _ask()
        name.text(user_name() or "nobody named")
        if "who_changed" in st.session_state:  # outside the box, which may be closed before anything in it is drawn
            _cookie_setter()(
                key="who_cookie", data={"name": clean(st.session_state[TYPED]), "cookie": COOKIE}, height=1
            )


def _signed_in() -> None:
    st.text("Your login gives this name. It stands in the history beside what you change.")
    st.button("Sign out", on_click=st.logout)


def _ask() -> None:
    st.session_state.setdefault(TYPED, remembered())
    st.text_input(
        "Name in the history",
        key=TYPED,
        max_chars=_LONGEST,
        placeholder=system_name(),
        on_change=_changed,
        autocomplete="name",
    )
    st.text("It stands in the history beside what you change. This browser remembers it; empty: your system's name.")


def _changed() -> None:
    st.session_state["who_changed"] = True
