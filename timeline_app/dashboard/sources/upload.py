"""Adding documents: many files or a whole folder, or pasted text; what would be read, then kept or not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.look import EVENT_COLUMNS, table_height
from timeline_app.dashboard.notice import tell
from timeline_app.documents import READERS
from timeline_app.errors import TimelineError
from timeline_app.imports import SUFFIXES
from timeline_app.model import Document, Event, PlaceCorrection, Problem
from timeline_app.pipeline import (
    Upload,
    add_gathered,
    read_mentions,
    read_pasted,
    read_uploads,
    to_keep,
    uploads_line,
)
from timeline_app.views import visible, when_label, where_label
from timeline_app.views.claims.evidence import document_payload
from timeline_app.views.tasks.source_list import evidence_words
from timeline_app.views.words.labels import DAY_FOUND

KINDS = tuple(dict.fromkeys(suffix.removeprefix(".") for suffix in (*READERS, *SUFFIXES)))
_UPLOADS = "uploads"
_FATES = {
    "new": "read", "list": "event list", "known": "kept already", "twice": "here twice", "refused": "cannot be read",
}  # fmt: skip
_MOST_PROBLEMS = 20


def add_form() -> None:
    """Files, a folder, or a text."""
    files, paste = st.tabs(["Files", "Paste text"])
    with files:
        folder = st.toggle("A whole folder", help="Choose a folder; every file in it that can be read is taken")
        with st.form("add_files", clear_on_submit=True):
            uploads = st.file_uploader(
                "News articles, event lists, timeline files: drop as many as you like",
                type=None if folder else list(KINDS),
                accept_multiple_files="directory" if folder else True,
                max_upload_size=20,
                key=f"files_{folder}",
            )
            published = published_input("published_files")
            if st.form_submit_button("Read", type="primary"):
                if uploads:
                    _read_files([(upload.name, upload.getvalue()) for upload in uploads], published)
                else:
                    st.text("Choose a file first, or drop one on the box.")
    with paste, st.form("add_text", clear_on_submit=True):
        text = st.text_area("Text of an article", height=220)
        published = published_input("published_text")
        asked = st.form_submit_button("Read", type="primary")
        if asked and not text.strip():
            st.text("Paste a text first.")
        elif asked:
            earlier = _uploads()
            found = read_pasted(text, _known(), load.gazetteer_heeding(), published, _said(), earlier)
            st.session_state[_UPLOADS] = [*earlier, *found]


def published_input(key: str) -> date | None:
    """A day of publication that a person may give."""
    value = st.date_input(
        "Published on (if you know; it then wins over what the text says)",
        value=None,
        min_value=date(1500, 1, 1),
        max_value=date(9999, 12, 31),
        key=key,
        format="YYYY-MM-DD",
    )
    return value if isinstance(value, date) else None


def _uploads() -> list[Upload]:
    found: list[Upload] = st.session_state.get(_UPLOADS, [])
    return found


def _known() -> dict[str, Document]:
    return load.snapshot().documents


def _said() -> tuple[PlaceCorrection, ...]:
    return load.store().place_corrections()


def _read_files(files: Sequence[tuple[str, bytes]], published: date | None) -> None:
    """Every file is read; a bad one says why and leaves the others be."""
    bar = st.progress(0.0, text="Reading")

    def progress(done: int, total: int, _: str) -> None:
        bar.progress(done / total, text=f"Reading {done + 1} of {total}")

    earlier = _uploads()
    found = read_uploads(files, _known(), load.gazetteer_heeding(), published, _said(), progress, earlier)
    bar.empty()
    st.session_state[_UPLOADS] = [*earlier, *found]


def waiting() -> None:
    """What was read and is not kept yet."""
    uploads = _uploads()
    if not uploads:
        return
    keeps = any(upload.is_kept for upload in uploads)
    with st.container(border=True):
        st.text(f"{uploads_line(uploads)} {'Nothing is kept yet.' if keeps else 'There is nothing new to keep.'}")
        with st.container(horizontal=True):
            if keeps:
                st.button("Keep all", type="primary", on_click=_keep)
            st.button("Discard" if keeps else "Close this list", on_click=_discard)
        chosen = _table(uploads) if len(uploads) > 1 else uploads[0]
        if chosen is not None:
            _one(chosen)


def _table(uploads: Sequence[Upload]) -> Upload | None:
    """The files in a table; the ticked one, or the first that can be looked at."""
    rows = [
        {
            "File": visible(upload.name),
            "State": _FATES[upload.fate],
            "Events": len(upload.events),
            "Published": _published(upload),
            "Remark": visible(upload.remark or "; ".join(problem.what for problem in upload.problems)),
        }
        for upload in uploads
    ]
    shown = st.dataframe(
        rows, hide_index=True, key=f"uploads_{len(uploads)}", on_select="rerun", selection_mode="single-row",
        height=min(400, 38 + 35 * len(rows)),
    )  # fmt: skip
    picked = shown["selection"]["rows"] if shown else []
    if picked and picked[0] < len(uploads):
        return uploads[picked[0]]
    return next((upload for upload in uploads if upload.is_kept), None)


def _published(upload: Upload) -> str:
    document = upload.document
    if document is None:
        return ""
    return f"{document.published or 'unknown'} ({evidence_words(document)})"


def _one(upload: Upload) -> None:
    """One file: its text with what was read from it, and its events."""
    name = visible(upload.name)
    if not upload.is_kept:
        st.text(f"{name}: {_FATES[upload.fate]}. {visible(upload.remark)}")
        return
    document = upload.document
    count = "1 event" if len(upload.events) == 1 else f"{len(upload.events)} events"
    st.text(f"{name}: {count}. {publication_line(document) if document else ''}")
    problem_lines(upload.problems)
    if document is None:
        event_table(upload.events, f"list_{upload.name}")
        return
    text, events = st.tabs(["Text with what was read", "Events"])
    with text:
        dates, places = read_mentions(document, load.gazetteer_heeding(), _said())
        reader(document=document_payload(document, upload.events, dates, places), key=f"preview_{document.id}")
    with events:
        event_table(upload.events, f"preview_events_{document.id}")


def publication_line(document: Document) -> str:
    """The publication date chosen and why, other candidates named; or that there is none."""
    if not document.publications:
        return "No publication date was found: dates such as 'Tuesday' stay open until you give one."
    chosen, *others = document.publications
    words = "" if chosen.source == "option" else f" ({DAY_FOUND[chosen.source]}: “{visible(chosen.text)}”)"
    line = f"Published {chosen.day.isoformat()}{words}. {_sentence(chosen.reason)}"
    if others:
        line += (
            " Also found: "
            + ", ".join(f"{other.day.isoformat()} ({DAY_FOUND[other.source]})" for other in others)
            + "."
        )
    return line


def _sentence(text: str) -> str:
    shown = visible(text).strip().rstrip(".")
    return f"{shown[:1].upper()}{shown[1:]}." if shown else ""


def problem_lines(problems: Sequence[Problem]) -> None:
    """What could not be read, a line each."""
    for problem in problems[:_MOST_PROBLEMS]:
        st.text(f"⚠ {visible(str(problem))}")
    if len(problems) > _MOST_PROBLEMS:
        st.text(f"… and {len(problems) - _MOST_PROBLEMS} more")


def event_table(events: Sequence[Event], key: str) -> None:
    """Events, a row each."""
    rows = [
        {"Date": when_label(event.when), "Event": visible(event.title), "Place": where_label(event), "Type": event.type}
        for event in events
    ]
    st.dataframe(
        rows, hide_index=True, key=key, height=table_height(len(rows), 600),
        column_config=EVENT_COLUMNS,
    )  # fmt: skip


def _keep() -> None:
    """Keep all that was read, or nothing: then it stays on the page, with what stood in the way."""
    found = sum(len(upload.events) for upload in _uploads() if upload.is_kept)
    try:
        added = add_gathered(load.store(), to_keep(_uploads()), load.gazetteer(), load.user_name())
    except TimelineError as fault:
        tell(f"⚠ Nothing was kept: {fault}")
        return
    kept = added.changes.events_new + added.changes.events_updated + added.changes.events_unchanged
    joined = "" if kept >= found else f" {found} were found; reports of one happening were put together."
    _discard()
    tell(f"Kept: {added.line}.{joined}", added.changes.step)


def _discard() -> None:
    st.session_state.pop(_UPLOADS, None)
