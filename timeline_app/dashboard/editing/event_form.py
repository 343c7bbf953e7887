"""One event in full: every field of it, its date explained while it is typed, saved beside what others did."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import get_args

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.chosen import open_in_explore
from timeline_app.dashboard.editing.form_places import FormPlaces, edit_places
from timeline_app.dashboard.editing.row_editor import row_editor
from timeline_app.dashboard.notice import tell
from timeline_app.errors import EditConflict, TimelineError
from timeline_app.model import EVENT_TYPES, ActorRole, Event, Review
from timeline_app.pipeline import FormWords, event_in_words, explain_date, words_of
from timeline_app.pipeline.entered_dates import EXAMPLES, WORDS
from timeline_app.pipeline.form_words import FIELDS, beside, changed_fields, over
from timeline_app.pipeline.hand_made import new_event_id, own_reports
from timeline_app.views import visible, when_label, where_label
from timeline_app.views.claims.claim_words import number_words
from timeline_app.views.words.labels import ACTOR_ROLES, MODALITIES

_DRAFTS = "form_drafts"
_NEW = "new"
_numbers = count(1)


@dataclass(slots=True)
class _Draft:
    """A form being filled.

    Attributes:
        event: as it was when the form was opened.
        version: of that, 0 for a new one.
        key: what the widgets are named after.
        words: what stood in the form at first.
        places: chosen so far.
        conflict: both versions, when somebody else changed the same field meanwhile.
    """

    event: Event
    version: int
    key: str
    words: FormWords
    places: FormPlaces
    conflict: tuple[Event, Event, int] | None = None


def event_form(event_id: str | None) -> str | None:
    """The form of one event, or of a new one for None; the id of the event that was saved, on that run."""
    draft = _draft(event_id)
    heading = st.container(key="edit_heading")
    words = _fields(draft)
    made, faults = event_in_words(draft.event, words)
    unsaved = _unsaved(draft, made, bool(faults))
    with heading:
        _heading(draft, unsaved)
    if draft.places.changing is not None:  # saved now, the choice would be lost
        faults = [
            *faults,
            "A place is being chosen: “Use this place”, “Keep the words without a point” or “Cancel” first.",
        ]
    for fault in faults:
        st.text(f"⚠ {fault}")
    why = st.text_input("Why (kept in the history)", key=f"{draft.key}_why", max_chars=300, persist_state="session")
    saved = None
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Save", type="primary", key=f"{draft.key}_save", disabled=bool(faults)):
            saved = _save(draft, made, why)
        if st.button("Start over", key=f"{draft.key}_over", help="Forget what was typed and read the event again"):
            _forget(event_id)
            st.rerun()
        if draft.version and st.button("Open in Explore", key=f"{draft.key}_explore"):
            open_in_explore(draft.event.id)
        if unsaved:
            st.text(unsaved)
    _conflict(draft, why)
    return saved


def _heading(draft: _Draft, unsaved: str) -> None:
    """Which event it is, as it is kept, and what is not saved of it yet."""
    if draft.version:
        st.text(f"{when_label(draft.event.when)}: {visible(draft.event.title)}")
    if unsaved:
        st.text(unsaved)


def _unsaved(draft: _Draft, made: Event, has_faults: bool) -> str:
    """What stands in the form and is not kept, "" when nothing is."""
    labels = [FIELDS[name] for name in changed_fields(draft.event, made)]
    if not labels:
        return "Not saved yet: see what is marked ⚠ below." if has_faults else ""
    return f"Not saved yet: {', '.join(labels)}."


def _draft(event_id: str | None) -> _Draft:
    """What was begun for this event in this session, or a fresh form."""
    drafts: dict[str, _Draft] = st.session_state.setdefault(_DRAFTS, {})
    found = drafts.get(event_id or _NEW)
    if found is None:
        event, version = _start(event_id)
        key = f"form{next(_numbers)}"
        found = drafts[event_id or _NEW] = _Draft(
            event, version, key, words_of(event), FormPlaces.of(f"{key}_place", event.where)
        )
    return found


def _start(event_id: str | None) -> tuple[Event, int]:
    if event_id is not None:
        return load.store().event(event_id)
    return Event(new_event_id(), "", origin="curated", review=Review("accepted", load.user_name())), 0


def _forget(event_id: str | None) -> None:
    st.session_state[_DRAFTS].pop(event_id or _NEW, None)


# -- the fields -----------------------------------------------------------------------------------


def _fields(draft: _Draft) -> FormWords:
    key, first = draft.key, draft.words
    left, right = st.columns([54, 46], gap="large")
    with left:
        title = _text(key, "title", "Title", first.title, 300)
        longest = max(5_000, len(first.summary))
        summary = st.text_area(
            "Summary", first.summary, key=f"{key}_summary", max_chars=longest, height=90, persist_state="session"
        )
        kind, modality = _kind(key, first)
        date, time = _date(key, first)
        url = _text(key, "url", "Link to the source", first.url, 1_000)
    with right:
        st.markdown("**Actors**")
        actors = row_editor(f"{key}_actors", first.actors, _actor_columns())
        st.markdown("**Numbers**")
        numbers = row_editor(f"{key}_numbers", first.numbers, _number_columns(), ("low", "high"))
    st.markdown("**Places**")
    edit_places(draft.places)
    sources = _sources(draft)
    return FormWords(title, summary, kind, modality, date, time, draft.places.places, actors, numbers, sources, url)


def _text(
    key: str, name: str, label: str, first: str, longest: int, hint: str | None = None, live: bool = False
) -> str:
    return st.text_input(
        label, first, key=f"{key}_{name}", max_chars=max(longest, len(first)), placeholder=hint, live=live,
        persist_state="session",
    )  # fmt: skip


def _kind(key: str, first: FormWords) -> tuple[str, str]:
    one, two = st.columns(2)
    types, modalities = list(EVENT_TYPES), list(MODALITIES)
    kind = one.selectbox("Type", types, types.index(first.type), key=f"{key}_type", persist_state="session")
    one.caption(EVENT_TYPES[kind].meaning.capitalize())
    modality = two.selectbox(
        "Said to be", modalities, modalities.index(first.modality), format_func=lambda word: MODALITIES[word],
        key=f"{key}_modality", persist_state="session",
    )  # fmt: skip
    return kind, modality


def _date(key: str, first: FormWords) -> tuple[str, str]:
    one, two = st.columns([7, 3])
    with one:
        date = _text(
            key, "date", "Date (EDTF or words; empty: undated)", first.date, 100,
            "2017-08-30, or late August 2017", live=True,
        )  # fmt: skip
    with two:
        time = _text(key, "time", "Time of day", first.time, 40, "06:30 GMT")
    read = explain_date(date)
    st.text(f"⚠ {read.fault}" if read.fault else read.meaning)
    with st.expander("How to write a date"):
        examples = [{"Written": text, "Means": explain_date(text).meaning} for text in (*EXAMPLES, *WORDS)]
        st.dataframe(examples, hide_index=True, height="content")
        st.caption("EDTF is the international way to write dates that are not exact (ISO 8601-2).")
    return date, time


def _actor_columns() -> dict[str, object]:
    return {
        "name": st.column_config.TextColumn("Name", width="large", max_chars=300),
        "role": st.column_config.SelectboxColumn(
            "Role", options=list(get_args(ActorRole)), width="small", format_func=lambda role: ACTOR_ROLES[str(role)]
        ),
    }


def _number_columns() -> dict[str, object]:
    return {
        "what": st.column_config.TextColumn("What is counted", width="medium", max_chars=200),
        "low": st.column_config.NumberColumn("At least", width=95),
        "high": st.column_config.NumberColumn("At most", width=95, help="Empty: nobody knows"),
        "text": st.column_config.TextColumn("As written", width="medium", max_chars=200),
    }


def _sources(draft: _Draft) -> list[dict[str, object]]:
    """What a person writes of sources; what documents say stands below and stays."""
    st.markdown("**Sources**")
    if draft.event.origin == "parsed":
        st.caption("Add a source that tells of this, too: an article you do not have here, a film, somebody you asked.")
    st.caption("Its date and its numbers only where the source says other than the event does above.")
    rows = row_editor(f"{draft.key}_sources", draft.words.sources, _source_columns())
    own = {report.id for report in own_reports(draft.event)}
    told = [report for report in draft.event.reports if report.id not in own]
    if told:
        st.caption("What documents say is evidence and stays as it is:")
        names = {source.id: source.title or source.id for source in load.snapshot().sources.values()}
        st.dataframe(
            [
                {"Document": visible(names.get(report.document, report.document)), "Quote": visible(report.quote)}
                for report in told
            ],
            hide_index=True,
        )
    return rows


def _source_columns() -> dict[str, object]:
    text = st.column_config.TextColumn
    return {
        "id": None,
        "source": text("Source", width="medium", max_chars=1_000),
        "quote": text("Quote", width="large", max_chars=5_000),
        "published": text("Published", width="small", max_chars=100, help="The day: 2017-09-02, or 2 September 2017"),
        "date": text("Its date", width="small", max_chars=100, help="EDTF or words, as above"),
        "numbers": text("Its numbers", width="medium", max_chars=1_000, help="fighters=200..300 | buses=17 | dead=5.."),
    }


# -- saving ---------------------------------------------------------------------------------------


def _save(draft: _Draft, made: Event, why: str) -> str | None:
    """Save what the form holds, beside what somebody else changed meanwhile where the two do not meet."""
    try:
        return _keep(draft, made, draft.version, why, "Saved.")
    except EditConflict:
        theirs, version = load.store().event(draft.event.id)
    except (TimelineError, ValueError) as fault:
        st.text(f"⚠ Not saved: {fault}")
        return None
    together = beside(draft.event, made, theirs)
    if together is None:
        draft.conflict = (made, theirs, version)
        return None
    return _insist(draft, together, version, why, "Saved, beside what somebody else changed meanwhile.")


def _keep(draft: _Draft, made: Event, version: int, why: str, note: str) -> str:
    store = load.store()
    if draft.version and not changed_fields(draft.event, made) and version == draft.version:
        tell("Nothing was changed.")
        return made.id
    store.edit(made, version, load.user_name(), why.strip())
    step = store.history(made.id)[0].id
    tell(note, back=lambda: _undo(step, made.id))
    _forget(draft.event.id if draft.version else None)
    return made.id


def _insist(draft: _Draft, made: Event, version: int, why: str, note: str) -> str | None:
    try:
        return _keep(draft, made, version, why, note)
    except EditConflict:
        draft.conflict = (made, *load.store().event(made.id))
        return None
    except (TimelineError, ValueError) as fault:
        st.text(f"⚠ Not saved: {fault}")
        return None


def _undo(step: int, event_id: str) -> None:
    """Take a save back; its form is filled anew."""
    try:
        load.store().undo(step, load.user_name())
    except TimelineError as fault:
        tell(f"⚠ Not taken back: {fault}")
        return
    _forget(event_id)
    tell("Taken back.")


def _conflict(draft: _Draft, why: str) -> None:
    """Both versions, for the second person to choose."""
    if draft.conflict is None:
        return
    mine, theirs, version = draft.conflict
    st.text("Somebody else changed this event while you did. Nothing was saved yet:")
    rows = [
        {"Field": label, "Yours": _shown(mine, name), "Theirs": _shown(theirs, name)}
        for name, label in FIELDS.items()
        if getattr(mine, name) != getattr(theirs, name)
    ]
    st.dataframe(rows, hide_index=True)
    with st.container(horizontal=True):
        if st.button("Save mine over theirs", key=f"{draft.key}_insist"):
            _insist(draft, over(draft.event, mine, theirs), version, why, "Saved over theirs.")
            st.rerun()
        if st.button("Take theirs", key=f"{draft.key}_theirs"):
            _forget(draft.event.id)
            st.rerun()


def _shown(event: Event, name: str) -> str:
    if name == "when":
        return when_label(event.when)
    if name == "where":
        return where_label(event)
    value = getattr(event, name)
    if name == "actors":
        return visible(", ".join(actor.name for actor in value))
    if name == "quantities":
        return visible(", ".join(f"{number_words(one)} {one.what}" for one in value))
    if name == "reports":
        return visible("; ".join(f"{report.document}: {report.quote}" for report in value))
    return visible(value)
