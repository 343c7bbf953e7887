"""Correct the main fields of one event; what was extracted stays beside what a person makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.chosen import open_in_edit
from timeline_app.dashboard.correcting.both import (
    Conflict,
    save_beside_others,
    settle,
    show_both,
)
from timeline_app.dashboard.folded import folded, is_looked_at
from timeline_app.errors import TimelineError
from timeline_app.model import EVENT_TYPES, Candidate, Event, When, Where
from timeline_app.pipeline import entered_date
from timeline_app.views import visible, where_label
from timeline_app.views.tasks.place_choice import bearing
from timeline_app.views.versions.past import NOBODY, done, short_moment, why_words

_DRAFTS, _SHOWN = "correct_drafts", "correct_shown"
_numbers = count(1)
_EDTF_HELP = (
    "30 August 2017, 2017-08-30, 2017-08, 2017, 2017-08-28~ (about), 2017-08-16/2017-08-23 (from, to),"
    " [2017-08-16..2017-08-23] (some day between)"
)


def correct_event(event: Event, key: str = "correcting") -> None:
    """A form with the event's main fields; a date is EDTF or words, a place a name of the gazetteer.

    `key`: where the session keeps whether it is open, for a page that opens it.
    """
    expander = folded("Correct this event", key)
    if not is_looked_at(expander, event.id, key):
        return
    with expander:
        draft = _draft(event.id)
        _fields(draft)
        if draft.note:
            st.text(draft.note)
            draft.note = ""
        _conflict(draft)
        if st.button("All fields", key=f"all_fields_{event.id}", help="Several places, sources, numbers, the map …"):
            open_in_edit(event.id)
        _history(event.id)


@dataclass(slots=True)
class _Draft:
    """What a person began to correct: kept for each event, so that looking at another one forgets nothing typed.

    Attributes:
        event: as it was when its fields were filled.
        version: of that.
        key: what the fields are named after.
        note: what became of saving it, told once.
        conflict: both versions, when somebody else changed the same meanwhile.
    """

    event: Event
    version: int
    key: str
    note: str = ""
    conflict: Conflict | None = None


def _draft(event_id: str) -> _Draft:
    """What was begun for an event, or fields filled anew: also where nothing was typed before one looked elsewhere."""
    drafts: dict[str, _Draft] = st.session_state.setdefault(_DRAFTS, {})
    if st.session_state.get(_SHOWN) != event_id:
        st.session_state[_SHOWN] = event_id
        st.session_state[_DRAFTS] = drafts = {id_: one for id_, one in drafts.items() if one.note or _is_begun(one)}
    held = drafts.get(event_id)
    if held is None or (held.version != load.store().event(event_id)[1] and not _is_begun(held)):
        held = drafts[event_id] = _fresh(event_id, held.note if held else "")  # nothing typed: others' words show
    return held


def _is_begun(draft: _Draft) -> bool:
    """Whether a person typed or chose something that is not saved."""
    first = _first(draft.event)
    return draft.conflict is not None or any(
        st.session_state.get(f"{draft.key}_{name}", text) != text for name, text in first.items()
    )


def _first(event: Event) -> dict[str, str]:
    """What the fields hold before anybody types."""
    day = event.when.edtf if event.when else ""
    return {"title": visible(event.title), "type": event.type, "day": day, "place": _scene_words(event), "why": ""}


def _fresh(event_id: str, note: str = "") -> _Draft:
    """Fields filled with the newest version."""
    return _Draft(*load.store().event(event_id), f"correct_{next(_numbers)}", note)


def _fields(draft: _Draft) -> None:
    first, types = _first(draft.event), list(EVENT_TYPES)
    _text(draft, "title", "Title", first, most=300)
    st.selectbox("Type", types, types.index(first["type"]), key=f"{draft.key}_type", persist_state="session")
    _text(draft, "day", "Date (empty: undated)", first, _EDTF_HELP)
    _text(draft, "place", "Where it happened (empty: unplaced)", first)
    others = [place for place in draft.event.where if place is not _scene(draft.event)]
    if others:
        st.text(
            f"Its other places stay: {where_label(draft.event.with_(where=tuple(others)))}. “All fields” changes them."
        )
    _text(draft, "why", "Why (kept in the history)", first)
    st.button("Save", key=f"{draft.key}_save", on_click=_save, args=(draft,))


def _text(
    draft: _Draft, name: str, label: str, first: dict[str, str], hint: str | None = None, most: int | None = None
) -> None:
    st.text_input(label, first[name], key=f"{draft.key}_{name}", help=hint, max_chars=most, persist_state="session")


def _save(draft: _Draft) -> None:
    """Save what the fields hold; beside what somebody else changed meanwhile where the two do not meet."""
    if not _is_begun(draft):
        draft.note = "Nothing to save: no field was changed."
        return
    try:
        mine = _as_typed(draft)
        why = st.session_state.get(f"{draft.key}_why", "")
        _after(draft, save_beside_others(draft.event, draft.version, mine, why))
    except (ValueError, TimelineError) as fault:
        draft.note = f"Not saved: {fault}"


def _after(draft: _Draft, done: str | Conflict) -> None:
    """Both versions to choose from, the fields as they were typed; or fresh fields and a word on what was done."""
    if isinstance(done, Conflict):
        draft.conflict = done
        return
    drafts: dict[str, _Draft] = st.session_state[_DRAFTS]
    for event_id, held in list(drafts.items()):
        if held is draft:
            drafts[event_id] = _fresh(event_id, done)


def _conflict(draft: _Draft) -> None:
    """Both versions, for the second person to choose."""
    found = draft.conflict
    if found is None:
        return
    show_both(found)
    with st.container(horizontal=True):
        st.button("Save mine over theirs", key=f"{draft.key}_mine", on_click=_settle, args=(draft, found, True))
        st.button("Take theirs", key=f"{draft.key}_theirs", on_click=_settle, args=(draft, found, False))


def _settle(draft: _Draft, found: Conflict, mine_counts: bool) -> None:
    try:
        _after(draft, settle(found, mine_counts))
    except (ValueError, TimelineError) as fault:
        draft.note = f"Not saved: {fault}"


def _as_typed(draft: _Draft) -> Event:
    """The event with what stands in the fields.

    Raises:
        ValueError: naming the field that cannot be taken.
    """
    current = draft.event
    title, day, place = (st.session_state[f"{draft.key}_{name}"].strip() for name in ("title", "day", "place"))
    if not title:
        raise ValueError("the title is empty")
    return current.with_(
        title=current.title if title == visible(current.title) else title,
        type=st.session_state[f"{draft.key}_type"],
        when=_when(current, day),
        where=_where(current, place),
    )


def _when(current: Event, day: str) -> When | None:
    if not day:
        return None
    if current.when is not None and day == current.when.edtf:
        return current.when
    return entered_date(day)


def _scene(current: Event) -> Where | None:
    return next((place for place in current.where if place.role == "at"), None)


def _scene_words(current: Event) -> str:
    scene = _scene(current)
    return visible(scene.name or scene.text) if scene else ""


def _where(current: Event, name: str) -> tuple[Where, ...]:
    scene = _scene(current)
    others = tuple(place for place in current.where if place is not scene)
    if scene is not None and name == _scene_words(current):
        return current.where
    if not name:
        return others
    candidates = bearing(name, load.gazetteer_heeding().lookup(name))
    if not candidates:
        raise ValueError(f"no place called {name!r} is in the gazetteer; try another spelling")
    chosen = _entered(candidates, name)
    return (chosen, *(place for place in others if not _is_there(place, chosen)))


def _entered(candidates: Sequence[Candidate], name: str) -> Where:
    """The place of a name that a person typed: no words of a source lead to it."""
    place = candidates[0].place
    reason = "entered by hand" if name == place.name else f"entered by hand as “{name}”"
    told = Where.of(candidates[0], "at", place.name, tuple(candidates[1:5]))
    return told.with_(status="confirmed", reasons=(reason,))


def _is_there(place: Where, chosen: Where) -> bool:
    """Whether a further place of the event is the one where it happened."""
    return place.place_id == chosen.place_id and place.role in ("at", "near")


def _history(event_id: str) -> None:
    changes = load.store().history(event_id)
    if changes:
        st.text("History")
        zone = st.context.timezone
        st.dataframe(
            [
                {
                    "When": short_moment(change.at, zone),
                    "Who": visible(change.by) or NOBODY,
                    "What": done(change),
                    "Why": why_words(change.why),
                }
                for change in changes
            ],
            hide_index=True,
        )
