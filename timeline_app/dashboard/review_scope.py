"""Which events are reviewed: by document, by what is doubtful, by score; kept while one looks at other pages."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard import load
from timeline_app.views import visible
from timeline_app.views.doubt import KINDS
from timeline_app.views.reviewing import Queue, Scope, sources_of

_KEPT = "review_scope_kept"
_DOCUMENTS, _KINDS, _SCORES = "review_documents", "review_kinds", "review_scores"
EVERY_SCORE = (0.0, 1.0)


def scope_filter(everything: Queue, whole: load.Kept) -> Scope:
    """The widgets, and what they ask for."""
    held: Scope = st.session_state.get(_KEPT, Scope())
    titles = source_titles(whole)
    counts = sources_of(everything)
    # The widgets forget when another page is shown; a document may be gone meanwhile.
    wanted = st.session_state.get(_DOCUMENTS, held.documents)
    st.session_state[_DOCUMENTS] = [document for document in wanted if document in counts]
    st.session_state.setdefault(_KINDS, list(held.kinds))
    st.session_state.setdefault(_SCORES, (held.least, held.most))
    with st.popover("Which events" if held.is_everything else "Which events (some)"):
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
