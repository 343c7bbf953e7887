"""For Compare: what the sources of the timeline disagree on."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from timeline_app.dashboard.load.opened import store_path
from timeline_app.dashboard.load.whole import named_sources, snapshot_at
from timeline_app.dashboard.snapshot import Snapshot
from timeline_app.model import Source
from timeline_app.views.claims.compare import Disagreement, disagreements, field_choices, same_source, source_choices
from timeline_app.views.claims.source_pairs import Pairs, source_pairs
from timeline_app.views.frames.source_names import with_one_name


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the sources of a timeline disagree on.

    Attributes:
        found: every disagreement, the largest first.
        fields: what can be chosen to be about, commonest first.
        disputed: ids of the sources that disagree somewhere, those most often first.
        sources: descriptions by id, and by the names that lists give articles.
        pairs: documents against documents.
        publishers: publishers against publishers; None where fewer than two are known.
        shared: events that more than one source tells.
    """

    found: tuple[Disagreement, ...]
    fields: list[str]
    disputed: list[str]
    sources: dict[str, Source]
    pairs: Pairs
    publishers: Pairs | None
    shared: int


@st.cache_resource(show_spinner=False, max_entries=2)
def _comparison(path: str, version: int) -> Comparison:
    whole = snapshot_at(path, version)
    sources = named_sources(whole)
    same = same_source(sources)
    events = [with_one_name(event, same) for event in whole.timeline.events]

    def publisher(document: str) -> str:
        source = sources.get(document)
        return (source.publisher if source else "") or same(document)

    known = {source.publisher for source in sources.values() if source.publisher}
    found = disagreements(events)
    return Comparison(
        found,
        field_choices(found),
        source_choices(found, same),
        sources,
        source_pairs(events, same),
        source_pairs(events, publisher) if len(known) > 1 else None,
        sum(len(event.sources) > 1 for event in events),
    )


def comparison(whole: Snapshot) -> Comparison:
    """The disagreements of a snapshot, found once for each data version."""
    return _comparison(store_path(), int(whole.version))
