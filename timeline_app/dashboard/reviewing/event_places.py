"""The places of one event: what each name was taken for, how far that is sure, and a person's word on it."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.dashboard.editing.naming import candidates_for, kept_line
from timeline_app.dashboard.reviewing.at_hand import Step, go_to, remember, tell
from timeline_app.errors import TimelineError
from timeline_app.geo import plain_key
from timeline_app.model import Candidate, Event, Place, PlaceCorrection, PlaceVerdict, Where
from timeline_app.pipeline import say_of_place, take_back
from timeline_app.views import visible
from timeline_app.views.tasks.doubt import place_doubts
from timeline_app.views.tasks.toponyms import place_line, place_state, place_taken
from timeline_app.views.words.country_words import reason_words

_EVERYWHERE, _WHY = "review_everywhere", "review_place_why"
_ROLES = {"at": "where it happened", "near": "near it", "from": "where from", "to": "where to", "via": "on the way"}
_STATES = {"confirmed": "Confirmed", "unverified": "Unverified", "not identifiable": "Not identifiable"}


def event_places(event: Event) -> None:
    """Every name of a place once, each with its state and what can be said of it."""
    named = {plain_key(where.text) or where.text: where for where in reversed(event.where)}
    if not named:
        return
    st.text("Places")
    st.toggle(
        "Apply to every mention of this name",
        key=_EVERYWHERE,
        help="On: your word on a name counts in every document. Off: in the documents of this event only.",
    )
    st.text_input("Why (kept with your word on a place)", key=_WHY, max_chars=300)

    for where in reversed(named.values()):
        with st.container(border=True):
            _place(event, where)


def _place(event: Event, where: Where) -> None:
    candidates = _candidates(where)
    st.text(f"“{visible(where.text)}”, {_ROLES[where.role]}. {_STATES[place_state(where)]}")
    for line in _why(where):
        st.text(line)
    name = f"{event.id}_{plain_key(where.text)}"
    asked = st.session_state.get(f"place_asked_{name}", "")
    if asked.strip() or not candidates:
        candidates = candidates_for(where.text, (), asked)
    picked = _pick(candidates, name)
    st.text_input("Look for it under another name", key=f"place_asked_{name}", placeholder="a name of the gazetteer")
    with st.container(horizontal=True):
        for label, verdict, place in (
            ("It is this place", "is", picked), ("Not identifiable", "not identifiable", None),
            ("Not a place", "not a place", None),
        ):  # fmt: skip
            st.button(
                label,
                key=f"place_{verdict}_{name}",
                disabled=_is_said(where, verdict, place),  # type: ignore[arg-type]
                on_click=_say,
                args=(event.id, where, verdict, place),
            )


def _why(where: Where) -> list[str]:
    """Why nobody can tell, or what speaks against the reading; what speaks for it stands with the candidate."""
    if where.status == "rejected":
        return [visible("; ".join(map(reason_words, where.reasons)))] if where.reasons else []
    if where.status == "confirmed":
        return []
    doubts = [doubt.reason for doubt in place_doubts(where)]
    return [f"{reason[:1].upper()}{reason[1:]}." for reason in doubts]


def _is_said(where: Where, verdict: PlaceVerdict, place: Place | None) -> bool:
    """Whether saying it would change nothing, or there is nothing to say."""
    if verdict == "is":
        everywhere = st.session_state.get(_EVERYWHERE, False)  # then it says more than what is known here
        same = place is not None and (where.status, where.place_id) == ("confirmed", place.id)
        return place is None or (same and not everywhere)
    return False


def _candidates(where: Where) -> list[Candidate]:
    """What it was taken for first, then what else was considered."""
    place = place_taken(where)
    if place is None:
        return list(where.candidates)
    known = load.gazetteer_heeding().place(place.id) or place
    others = [candidate for candidate in where.candidates if candidate.place.id != place.id]
    return [Candidate(known, where.score, where.reasons), *others]


def _pick(candidates: list[Candidate], name: str) -> Place | None:
    if not candidates:
        st.text("Nothing in the gazetteer is near this name. Look for another one, or add it on the page Places.")
        return None
    number = st.selectbox(
        "Taken for",
        range(len(candidates)),
        key=f"place_pick_{name}_{hash(tuple(candidate.place.id for candidate in candidates))}",
        format_func=lambda number: f"{place_line(candidates[number].place)} · {candidates[number].score:.2f}",
    )
    st.text(visible("; ".join(map(reason_words, candidates[number].reasons))))
    return candidates[number].place


def _say(event_id: str, where: Where, verdict: PlaceVerdict, place: Place | None) -> None:
    """Keep the word, read again where it holds, stay with the event."""
    me, why = load.user_name(), str(st.session_state.get(_WHY, "")).strip()
    everywhere = bool(st.session_state.get(_EVERYWHERE))
    go_to(event_id)
    try:
        word = PlaceCorrection(where.text, verdict, place, by=me, why=why)
        said = say_of_place(load.store(), event_id, where, word, everywhere, load.gazetteer())
    except (TimelineError, ValueError) as fault:
        tell(f"Not kept: {fault}")
        return

    def back() -> None:
        take_back(load.store(), said.changes.step, load.gazetteer(), load.user_name())

    remember(Step(event_id, f"what was said of {visible(where.text)}", back, said.edit))
    tell(kept_line(said))
