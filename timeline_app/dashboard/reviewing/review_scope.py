"""Which events are reviewed: by document, by what is doubtful, by score; kept while one looks at other pages.

The address follows: the documents, the kinds of doubt, the range of the score, and the event at hand.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import numpy as np
import streamlit as st

from timeline_app.dashboard import address, link, load
from timeline_app.views import visible
from timeline_app.views.tasks.doubt import KINDS, Kind
from timeline_app.views.tasks.reviewing import Queue, Scope, sources_of

_KEPT = "review_scope_kept"
_DOCUMENTS, _KINDS, _SCORES = "review_documents", "review_kinds", "review_scores"
EVERY_SCORE = (0.0, 1.0)
DOCUMENT, DOUBT, SCORE, SHOW = "document", "doubt", "score", "show"
"""Parameters of the address."""

MODE = "review_mode"
EVENTS, PAIRS = "events", "pairs"
"""Where the session keeps what is reviewed, and what that can be."""


def take_link(everything: Queue, whole: load.Kept) -> str | None:
    """Heed what a link asks for, once a session; the event it wants shown, if that is one of these."""
    if not address.is_new("review"):
        return None
    asked = address.asked()
    documents, scores, event = sources_of(everything, whole.source), None, None
    scope, unknown = Scope(), []
    for name, value in asked:
        if name == DOCUMENT and whole.source(value) in documents:
            scope = replace(scope, documents=(*scope.documents, whole.source(value)))
        elif name == DOUBT and value in KINDS:
            scope = replace(scope, kinds=(*scope.kinds, cast(Kind, value)))
        elif name == SCORE and (scores := scores_of(value)) is not None:
            scope = replace(scope, least=scores[0], most=scores[1])
        elif name == link.SELECTED and (meant := load.event_id_now(whole, value)) in everything.by_id:
            event = meant
        elif name == SHOW and value in (EVENTS, PAIRS):
            st.session_state[MODE] = value
        elif value:
            unknown.append(f"{name}={value}")
    if st.session_state.get(MODE) == PAIRS:  # a pair is of no document, and the events have their own page
        unknown += [f"{name}={value}" for name, value in asked if name != SHOW and f"{name}={value}" not in unknown]
        scope, event = Scope(), None
    address.ignore("review", unknown)
    if not scope.is_everything:
        st.session_state[_KEPT] = scope
    return event


def scores_of(text: str) -> tuple[float, float] | None:
    """The range of scores that a link names, such as 0.3-0.8; None when it is none."""
    least, _, most = text.partition("-")
    try:
        found = float(least), float(most)
    except ValueError:
        return None
    return found if 0 <= found[0] <= found[1] <= 1 else None


def scores_words(least: float, most: float) -> str:
    """A range of scores as `scores_of` reads it: never with an exponent, whose minus would part it elsewhere."""
    return "-".join(np.format_float_positional(score, trim="-") for score in (least, most))


def follow(scope: Scope, event_id: str | None) -> None:
    """Let the address say what is reviewed and which event is at hand."""
    is_every = (scope.least, scope.most) == EVERY_SCORE
    address.follow((), {
        DOCUMENT: scope.documents,
        DOUBT: scope.kinds,
        SCORE: [] if is_every else [scores_words(scope.least, scope.most)],
        link.SELECTED: [] if event_id is None else [event_id],
    })  # fmt: skip


def follow_pairs() -> None:
    """Let the address say that pairs are reviewed."""
    address.follow((), {SHOW: [PAIRS]})


def scope_filter(everything: Queue, whole: load.Kept) -> Scope:
    """The widgets, and what they ask for."""
    held: Scope = st.session_state.get(_KEPT, Scope())
    titles = source_titles(whole)
    counts = sources_of(everything, whole.source)
    # The widgets forget when another page is shown; a document may be gone meanwhile.
    wanted = st.session_state.get(_DOCUMENTS, held.documents)
    st.session_state[_DOCUMENTS] = [document for document in wanted if document in counts]
    st.session_state.setdefault(_KINDS, list(held.kinds))
    st.session_state.setdefault(_SCORES, (held.least, held.most))
    with st.popover("Which events" if held.is_everything else "Which events (some)", width="stretch"):
        documents = st.multiselect(
            "Of documents", list(counts), key=_DOCUMENTS, placeholder="all",
            format_func=lambda name: f"{titles.get(name, visible(name))} ({counts[name]})",
        )  # fmt: skip
        kinds = st.multiselect(
            "In doubt because of", list(KINDS), key=_KINDS, placeholder="anything", format_func=lambda kind: KINDS[kind]
        )
        least, most = _range("Doubt between")
        st.button("Show all", on_click=show_everything)
    scope = st.session_state[_KEPT] = Scope(tuple(documents), tuple(kinds), least, most)
    return scope


def _range(label: str) -> tuple[float, float]:
    """A slider with two ends."""
    value: object = st.slider(label, 0.0, 1.0, step=0.05, key=_SCORES)
    return value if isinstance(value, tuple) else EVERY_SCORE


def show_everything() -> None:
    """No filter."""
    st.session_state[_DOCUMENTS], st.session_state[_KINDS], st.session_state[_SCORES] = [], [], EVERY_SCORE


def source_titles(whole: load.Kept) -> dict[str, str]:
    """Titles of sources by id, fit to be shown as plain text."""
    return {source.id: visible(source.title) for source in whole.sources.values()}
