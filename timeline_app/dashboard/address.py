"""The address of a page: what a link asks for is taken once a session, and from then on the address follows the page.

Explore takes and follows in its own way (`filters`), for most of its widgets are bound to the address by Streamlit;
what is ignored it tells as the others do. A parameter here belongs to one page, may have any name there, and is free
of what widgets are called.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from timeline_app.views import visible

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Part:
    """One parameter of a page's address.

    Attributes:
        name: in the address.
        key: where the session keeps what it says, mostly that of a widget.
        read: what its words mean, None when they mean nothing here.
        usual: what the session holds when nobody asked for anything: the address leaves that out.
    """

    name: str
    key: str
    read: Callable[[str], object | None]
    usual: object = ""


def is_new(page: str) -> bool:
    """Whether the link has still to be heeded: once a session for each page, later the address follows."""
    key = f"address_of_{page}"
    is_first = key not in st.session_state
    st.session_state[key] = True
    return is_first


def take(page: str, parts: Sequence[Part], besides: Iterable[str] = ()) -> None:
    """Put what the link asks for into the session, and note what means nothing here.

    Args:
        page: its name.
        parts: the parameters of the page.
        besides: names of others that the page heeds by itself.
    """
    if not is_new(page):
        return
    by_name, others = {part.name: part for part in parts}, set(besides)
    unknown = []
    for name, value in asked():
        part = by_name.get(name)
        meant = part.read(value) if part is not None and value else None
        if part is not None and meant is not None:
            st.session_state[part.key] = meant
        elif value and name not in others:
            unknown.append(f"{name}={value}")
    ignore(page, unknown)


def asked() -> list[tuple[str, str]]:
    """Every name and value of the address."""
    return [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]


def ignore(page: str, unknown: Sequence[str]) -> None:
    """Note further parts of the link that mean nothing here, to be told until somebody has read it."""
    st.session_state[_key(page)] = [*st.session_state.get(_key(page), ()), *unknown]


def show_ignored(page: str) -> None:
    """The notice, as text: a link may hold anything."""
    unknown = st.session_state.get(_key(page))
    if unknown:
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.text("Parts of this link mean nothing here and were ignored: " + visible(", ".join(unknown))[:_LONGEST])
            st.button("Dismiss", key=f"dismiss_{page}", on_click=lambda: st.session_state.pop(_key(page), None))


def _key(page: str) -> str:
    return f"address_ignored_{page}"


def follow(parts: Sequence[Part], further: Mapping[str, Sequence[str]] | None = None) -> None:
    """Let the address say what the page shows now, and nothing else.

    Args:
        parts: those kept in the session.
        further: values of others by name; no value takes one out of the address.

    Raises:
        ValueError: a name has two owners, of which one would be heeded in silence.
    """
    twice = {part.name for part in parts} & set(further or ())
    if twice:
        raise ValueError(f"said twice: {', '.join(sorted(twice))}")
    wanted = {part.name: _said(st.session_state.get(part.key), part.usual) for part in parts}
    wanted |= {name: list(values) for name, values in (further or {}).items()}
    for name in [name for name in st.query_params if name not in wanted]:
        st.query_params.pop(name, None)
    for name, values in wanted.items():
        if st.query_params.get_all(name) != values:
            if values:
                st.query_params[name] = values
            else:
                st.query_params.pop(name, None)


def _said(value: object, usual: object) -> list[str]:
    return [] if value in (None, "", usual) else [str(value)]


def one_of(known: Iterable[str]) -> Callable[[str], str | None]:
    """A reader that knows these words only."""
    words = set(known)
    return lambda value: value if value in words else None


def any_words(value: str) -> str:
    """A reader of words to look for: all are welcome."""
    return value


def whole_number(value: str) -> int | None:
    """A reader of numbers from 1."""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 and int(value) else None
