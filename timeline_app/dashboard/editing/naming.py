"""What a name of a place may mean and what came of a person's word on it: for every page that asks."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.dashboard import load
from timeline_app.model import Candidate
from timeline_app.pipeline import Said
from timeline_app.views import visible
from timeline_app.views.tasks.toponyms import place_line

MOST_CANDIDATES = 12


def candidates_for(name: str, considered: Sequence[Candidate], asked: str) -> list[Candidate]:
    """What was considered, else what the gazetteer has of that name, or of another name a person asks for."""
    gazetteer = load.gazetteer_heeding()
    if asked.strip():
        return gazetteer.lookup(asked.strip())[:MOST_CANDIDATES]
    return list(considered or gazetteer.lookup(name))[:MOST_CANDIDATES]


def kept_line(said: Said) -> str:
    """What was said and what it changed."""
    word = said.words[0]
    meant = place_line(word.place) if word.place else word.verdict
    changes = said.changes
    return f"Kept: {visible(word.name)} is {meant}. {changes.events_updated} events changed, {changes.events_new} new."
