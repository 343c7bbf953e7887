"""Taking back a step of the history whole: what a word on a name or on reports led to goes with the word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from timeline_app.geo import Gazetteer
from timeline_app.pipeline.adding import heed_corrections
from timeline_app.pipeline.judging import merged_anew
from timeline_app.store import Change, Store


def take_back(store: Store, step: int, gazetteer: Gazetteer, by: str) -> int:
    """Undo a step; the change, to undo that too.

    What came of its words elsewhere is put right as well: where a word on a name is taken back, documents that were
    added since are read again; where a verdict is that stands alone in its step, its reports are merged anew.

    Raises:
        EditConflict: something it touched was changed later.
        StoreError: there is no such step.
    """
    changes = _all_of(store, step)
    back = store.undo(step, by)
    names = {name for wire in _words(changes, "place") if (name := wire.get("name"))}
    if names:
        heed_corrections(store, names, gazetteer, by)
    reports = {report for wire in _words(changes, "judgement") for report in wire.get("reports", ())}
    if reports and all(change.kind == "judgement" for change in changes):  # files of earlier versions have such steps
        merged_anew(store, reports, by)
    return back


def _all_of(store: Store, step: int) -> list[Change]:
    found: list[Change] = []
    while more := store.step(step, 500, len(found)):
        found += more
    return found


def _words(changes: Iterable[Change], kind: str) -> Iterable[dict[str, Any]]:
    """What was said on either side of changes of a kind; of verdicts only a person's, the rules find theirs anew."""
    for change in changes:
        if change.kind == kind and change.what in ("said", "judged", "removed", "undone"):
            yield from (side["wire"] for side in (change.before, change.after) if side is not None)
