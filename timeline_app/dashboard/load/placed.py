"""For Places: the names of places in all kept documents."""

from __future__ import annotations

import streamlit as st

from timeline_app.dashboard.load.opened import heeding_gazetteer, store
from timeline_app.dashboard.load.whole import snapshot
from timeline_app.documents import story_spans
from timeline_app.geo import find_places
from timeline_app.model import PlaceCorrection, PlaceMention
from timeline_app.views.tasks.toponyms import Toponym
from timeline_app.views.tasks.toponyms import toponyms as list_toponyms

_MANY = 50  # documents from which reading them for the first time is worth a bar


@st.cache_resource(show_spinner=False, max_entries=2000)
def _mentions(document_id: str, said: tuple[PlaceCorrection, ...]) -> list[PlaceMention]:
    """The places named in the article of a document, read once for each state of the corrections."""
    document = snapshot().documents[document_id]
    spans = story_spans(document)
    found = find_places(document.text, heeding_gazetteer(said))
    return [mention for mention in found if any(first <= mention.start < last for first, last in spans)]


def toponyms() -> list[Toponym]:
    """The names of places in all kept documents."""
    said = store().place_corrections()
    documents = snapshot().documents.values()
    bar = st.progress(0.0, text="Reading places") if len(documents) > _MANY else None
    read = []
    for number, document in enumerate(documents):
        read.append((document, _mentions(document.id, said)))
        if bar is not None:
            bar.progress((number + 1) / len(documents), text=f"Reading places {number + 1} of {len(documents)}")
    if bar is not None:
        bar.empty()
    return list_toponyms(read, said)
