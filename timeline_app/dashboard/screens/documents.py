"""Documents: add files or paste text, see what would be read from them, keep it or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.components.reader import reader
from timeline_app.dashboard.look import page_style
from timeline_app.documents import READERS, read_bytes, read_text
from timeline_app.errors import TimelineError
from timeline_app.imports import SUFFIXES
from timeline_app.model import DateMention, Document, Event, PlaceMention, Problem, Timeline
from timeline_app.pipeline import (
    Gathered,
    add_documents,
    add_gathered,
    gather_bytes,
    parse_document,
    read_mentions,
)
from timeline_app.views import visible, when_label, where_label
from timeline_app.views.evidence import document_payload

KINDS = tuple(dict.fromkeys(suffix.removeprefix(".") for suffix in (*READERS, *SUFFIXES)))


@dataclass(frozen=True, slots=True)
class Preview:
    """A document as it would be kept, with what was read from it."""

    document: Document
    data: bytes
    events: tuple[Event, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]


def show() -> None:
    """The page."""
    page_style()
    st.subheader("Add documents")
    _add_form()
    _previews()
    st.subheader("Kept documents")
    _library()


def _add_form() -> None:
    files, paste = st.tabs(["Files", "Paste text"])
    with files, st.form("add_files", clear_on_submit=True):
        uploads = st.file_uploader(
            "News articles, event lists, timeline files",
            type=list(KINDS),
            accept_multiple_files=True,
            max_upload_size=20,
        )
        published = _published_input("published_files")
        if st.form_submit_button("Read", type="primary") and uploads:
            _read_uploads([(upload.name, upload.getvalue()) for upload in uploads], published)
    with paste, st.form("add_text", clear_on_submit=True):
        text = st.text_area("Text of an article", height=220)
        published = _published_input("published_text")
        if st.form_submit_button("Read", type="primary") and text.strip():
            _read_pasted(text, published)


def _published_input(key: str) -> date | None:
    value = st.date_input(
        "Published on (if you know; it then wins over what the text says)",
        value=None,
        min_value=date(1500, 1, 1),
        max_value=date(9999, 12, 31),
        key=key,
        format="YYYY-MM-DD",
    )
    return value if isinstance(value, date) else None


def _read_uploads(files: Sequence[tuple[str, bytes]], published: date | None) -> None:
    """Every file is read; a bad one says why and leaves the others be."""
    bar = st.progress(0.0, text="Reading")
    previews: list[Preview] = []
    lists: list[tuple[str, Timeline]] = []
    faults: list[str] = []
    for number, (name, data) in enumerate(files):
        bar.progress(number / len(files), text=f"Reading {number + 1} of {len(files)}")
        try:
            found = gather_bytes(data, name, load.gazetteer(), published)
            lists += found.lists
            previews += [_preview(document, data) for document, data in found.documents]
        except TimelineError as fault:
            faults.append(str(fault))
    bar.empty()
    _remember(previews, lists, faults)


def _read_pasted(text: str, published: date | None) -> None:
    try:
        document = read_text(text, published=published)
        _remember([_preview(document, text.encode("utf-8", "surrogatepass"))], [], [])
    except TimelineError as fault:
        _remember([], [], [str(fault)])


def _preview(document: Document, data: bytes) -> Preview:
    dates, places = read_mentions(document, load.gazetteer())
    return Preview(document, data, tuple(parse_document(document, load.gazetteer())), tuple(dates), tuple(places))


def _remember(previews: list[Preview], lists: list[tuple[str, Timeline]], faults: list[str]) -> None:
    st.session_state["previews"] = [*st.session_state.get("previews", []), *previews]
    st.session_state["event_lists"] = [*st.session_state.get("event_lists", []), *lists]
    st.session_state["faults"] = faults


def _previews() -> None:
    for fault in st.session_state.get("faults", []):
        st.text(f"⚠ {visible(fault)}")
    previews: list[Preview] = st.session_state.get("previews", [])
    lists: list[tuple[str, Timeline]] = st.session_state.get("event_lists", [])
    if st.session_state.get("kept_notice"):
        st.text(st.session_state.pop("kept_notice"))
    if not previews and not lists:
        return
    count = sum(len(preview.events) for preview in previews) + sum(len(found.events) for _, found in lists)
    with st.container(border=True):
        st.text(f"{len(previews) + len(lists)} read, {count} events found. Nothing is kept yet.")
        with st.container(horizontal=True):
            st.button("Keep all", type="primary", on_click=_keep)
            st.button("Discard", on_click=_discard)
        for number, preview in enumerate(previews):
            _preview_block(number, preview)
        for name, found in lists:
            _list_block(name, found)


def _preview_block(number: int, preview: Preview) -> None:
    document = preview.document
    st.text(f"{visible(document.name)}: {len(preview.events)} events. {publication_line(document)}")
    _problems(document.problems)
    text, events = st.tabs(["Text with what was read", "Events"])
    with text:
        reader(
            document=document_payload(document, preview.events, preview.dates, preview.places), key=f"preview_{number}"
        )
    with events:
        _event_table(preview.events, f"preview_events_{number}")


def publication_line(document: Document) -> str:
    """The publication date chosen and why, other candidates named; or that there is none."""
    if not document.publications:
        return "No publication date was found: dates such as 'Tuesday' stay open until you give one."
    chosen, *others = document.publications
    line = f"Published {chosen.day.isoformat()} ({chosen.source}: “{visible(chosen.text)}”). {_sentence(chosen.reason)}"
    if others:
        line += " Also found: " + ", ".join(f"{other.day.isoformat()} ({other.source})" for other in others) + "."
    return line


def _sentence(text: str) -> str:
    shown = visible(text).strip().rstrip(".")
    return f"{shown[:1].upper()}{shown[1:]}." if shown else ""


def _list_block(name: str, found: Timeline) -> None:
    st.text(f"{visible(name)}: {len(found.events)} events")
    _problems(found.problems)
    _event_table(found.events, f"list_{name}")


def _problems(problems: Sequence[Problem]) -> None:
    for problem in problems[:20]:
        st.text(f"⚠ {visible(str(problem))}")
    if len(problems) > 20:
        st.text(f"… and {len(problems) - 20} more")


def _event_table(events: Sequence[Event], key: str) -> None:
    rows = [
        {"Date": when_label(event.when), "Event": visible(event.title), "Place": where_label(event), "Type": event.type}
        for event in events
    ]
    st.dataframe(rows, hide_index=True, key=key)


def _keep() -> None:
    """Keep all that was read, or nothing: then it stays on the page, with what stood in the way."""
    previews: list[Preview] = st.session_state.get("previews", [])
    lists: list[tuple[str, Timeline]] = st.session_state.get("event_lists", [])
    found = Gathered(tuple((preview.document, preview.data) for preview in previews), tuple(lists))
    try:
        added = add_gathered(load.store(), found, load.gazetteer(), load.user_name())
    except TimelineError as fault:
        st.session_state["faults"] = [f"Nothing was kept: {fault}"]
        return
    _discard()
    st.session_state["kept_notice"] = f"Kept: {added.line}."


def _discard() -> None:
    for name in ("previews", "event_lists", "faults"):
        st.session_state.pop(name, None)


def _library() -> None:
    whole = load.snapshot()
    counts = Counter(source for event in whole.timeline.events for source in event.sources)
    if not whole.documents:
        st.text("None yet.")
        return
    documents = list(whole.documents.values())
    rows = [
        {
            "Title": visible(document.title or document.name),
            "File": visible(document.name),
            "Published": document.published.isoformat() if document.published else "unknown",
            "Events": counts[document.id],
            "Encoding": document.encoding,
            "Problems": len(document.problems),
        }
        for document in documents
    ]
    st.text("Tick a document to see its text, date it or remove it.")
    chosen = st.dataframe(rows, hide_index=True, key="library", on_select="rerun", selection_mode="single-row")
    selected = chosen["selection"]["rows"] if chosen else []
    if selected and selected[0] < len(documents):
        _one_document(documents[selected[0]], whole)


def _one_document(document: Document, whole: load.Snapshot) -> None:
    st.text(publication_line(document))
    _problems(document.problems)
    events = [event for event in whole.timeline.events if document.id in event.sources]
    dates, places = read_mentions(document, load.gazetteer())
    reader(document=document_payload(document, events, dates, places), key=f"kept_{document.id}")
    with st.form(f"date_{document.id}"):
        published = _published_input(f"published_{document.id}")
        if st.form_submit_button("Read again with this date") and published is not None:
            st.session_state["kept_notice"] = read_again(document, published)
            st.rerun()
    st.button("Remove this document and its reports", on_click=_remove, args=(document.id,))


def read_again(document: Document, published: date) -> str:
    """Read the same bytes with a publication date a person gives; corrections stay. What changed, in a line."""
    data = load.store().original(document.id)
    again = [one for one in read_bytes(data, document.name, published) if one.id == document.id]
    changes = add_documents(load.store(), [(one, data) for one in again], load.gazetteer(), load.user_name())
    return f"Read again: {changes.events_updated} events changed, {changes.events_new} new."


def _remove(document_id: str) -> None:
    load.store().remove_document(document_id, load.user_name())
