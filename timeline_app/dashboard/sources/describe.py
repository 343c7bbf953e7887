"""A person's words on a source: title, publisher, address, day; what was read stands beside them."""

from __future__ import annotations

from datetime import date

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.notice import tell
from timeline_app.dashboard.sources.reread import read_again, said_words
from timeline_app.errors import TimelineError
from timeline_app.model import Description, Source
from timeline_app.views import visible

_TEXTS = {"title": "Title", "publisher": "Publisher", "url": "Address"}
_ASKED = "describe_asked"


def describe_form(source_id: str, whole: load.Snapshot) -> None:
    """The form; saving a new day of publication first shows what that changes in the events."""
    now = whole.sources.get(source_id)
    if now is None:
        st.text("This source is only named by an event list; there is nothing to describe. Its events can be edited.")
        return
    said = _said(source_id)
    read = now if said is None else _as_read(now)
    basis = said or Description(source_id)
    key = f"{source_id}_{basis.at}"
    with st.form(f"describe_{key}", border=False):
        for name, label in _TEXTS.items():
            st.text_input(
                label, visible(getattr(now, name)), max_chars=500, key=f"{name}_{key}",
                placeholder="none" if not getattr(read, name) else None,
            )  # fmt: skip
        st.date_input(
            "Published on", date.fromisoformat(now.published) if now.published else None, format="YYYY-MM-DD",
            min_value=date(1, 1, 1), max_value=date(9999, 12, 31), key=f"published_{key}",
        )  # fmt: skip
        st.checkbox("The day of publication is not known", basis.undated, key=f"undated_{key}")
        st.text_input("Why (kept in the history)", key=f"why_{key}", max_chars=300)
        st.text(f"As it was read: {_line(read)}")
        with st.container(horizontal=True):
            st.form_submit_button("Save", type="primary", on_click=_save, args=(basis, read, now.published, key))
            if said is not None:
                st.form_submit_button("Back to what was read", on_click=_withdraw, args=(basis, key))
    if said is not None:
        st.text(f"Described by {visible(said.by) or 'somebody'}{f': {visible(said.why)}' if said.why else ''}.")


def _said(source_id: str) -> Description | None:
    return next((one for one in load.store().descriptions() if one.source == source_id), None)


def _as_read(now: Source) -> Source:
    """The source as it came, without any person's words."""
    return next((source for source in load.store().sources_as_read() if source.id == now.id), now)


def _line(source: Source) -> str:
    told = (source.title, source.publisher, source.url, f"published {source.published or 'on an unknown day'}")
    return visible(", ".join(part for part in told if part))


def _save(basis: Description, read: Source, shown: str | None, key: str) -> None:
    try:
        mine = _as_typed(read, shown, key)
    except ValueError as fault:
        tell(f"⚠ Not saved: {fault}")
        return
    _keep(basis, mine)


def _withdraw(basis: Description, key: str) -> None:
    _keep(basis, Description(basis.source, by=load.user_name(), why=st.session_state[f"why_{key}"].strip()))


def _keep(basis: Description, mine: Description) -> None:
    """Save at once what changes no date; look first at what a new day changes."""
    now = _said(basis.source) or Description(basis.source)
    if now != basis:
        tell(f"⚠ Not saved: {_words(now)} while you wrote: {_words(mine)}. The form shows what stands now.")
        return
    if mine.same_words(basis):
        tell("Nothing was changed.")
        return
    has_text = mine.source in load.snapshot().documents
    if has_text and (mine.published, mine.undated) != (basis.published, basis.undated):
        st.session_state[_ASKED] = mine
        return
    try:
        tell("Saved.", load.store().describe(mine))
    except TimelineError as fault:
        tell(f"⚠ Not saved: {fault}")


def read_as_asked() -> None:
    """Read a document again with the day a person gave, when one was given; in the page, where a bar can be shown."""
    mine: Description | None = st.session_state.pop(_ASKED, None)
    if mine is not None:
        read_again([mine.source], [mine], mine.why)


def _as_typed(read: Source, shown: str | None, key: str) -> Description:
    """What stands in the form, where it is other than what was read.

    Args:
        read: the source as it was read.
        shown: the day of publication that stood in the form at first.
        key: what the fields are named after.

    Raises:
        ValueError: a field cannot be taken, or two contradict each other.
    """
    typed = {name: st.session_state[f"{name}_{key}"].strip() for name in _TEXTS}
    said = {name: None if text == visible(getattr(read, name)).strip() else text for name, text in typed.items()}
    day, undated = st.session_state[f"published_{key}"], st.session_state[f"undated_{key}"]
    if undated and day is not None and day.isoformat() != shown:
        raise ValueError(f"{day} is given, and the day is ticked as not known: take one of the two away")
    given = None if undated or day is None or day.isoformat() == read.published else day
    return Description(
        read.id, said["title"], said["publisher"], said["url"], given, undated and read.published is not None,
        load.user_name(), "", st.session_state[f"why_{key}"].strip(),
    )  # fmt: skip


def _words(said: Description) -> str:
    return f"{visible(said.by or 'somebody')} said {said_words(said)}"
