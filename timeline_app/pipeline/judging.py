"""A person's verdict on reports: kept, and the events they stand in put together or parted at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress

from timeline_app.errors import EditConflict, StoreError
from timeline_app.merge import merge
from timeline_app.model import Event, Verdict
from timeline_app.store import Change, Changes, Store


def judge_reports(
    store: Store, one: Collection[str], others: Collection[str], verdict: Verdict, by: str, why: str = ""
) -> Changes:
    """Say of each report of one side and each of the other whether they tell one happening.

    The verdict outlives reading the documents again and can be withdrawn by another one; the events that hold the
    reports are merged anew from their reports, nothing of them is lost.

    Args:
        store: where they are kept.
        one: ids of reports of one side.
        others: ids of the other side.
        verdict: "same", "different", or "unsure", after which no rule joins them.
        by: who says so.
        why: the reason given.

    Raises:
        ValueError: no such verdict, or a report on both sides.
    """
    if set(one) & set(others):
        raise ValueError("a report stands on both sides")
    for mine in one:
        for theirs in others:
            store.judge(mine, theirs, verdict, by, why)
    return _merged_anew(store, {*one, *others}, by)


def withdraw_verdicts(store: Store, one: Collection[str], others: Collection[str], by: str, step: int = 0) -> Changes:
    """Take back the newest verdict on each pair of the two sides, as `judge_reports` gave it.

    Their events are put back as they were before; where somebody changed them since, they are merged anew.

    Args:
        store: where they are kept.
        one: ids of reports of one side.
        others: ids of the other side.
        by: who takes it back.
        step: of what `judge_reports` gave back, 0 where that is not known.

    Raises:
        EditConflict: somebody judged one of the pairs since.
        StoreError: there is no verdict to take back.
    """
    wanted = {frozenset((mine, theirs)) for mine in one for theirs in others}
    for change in store.history():
        pair = _judged(change)
        if pair in wanted:
            wanted.discard(pair)
            store.undo(change.id, by)
    if wanted:
        raise StoreError("no verdict on these reports is in the history")
    if step:
        with suppress(EditConflict):  # changed since: what came later stays
            store.undo(step, by)
    return _merged_anew(store, {*one, *others}, by)


def _judged(change: Change) -> frozenset[str]:
    """The reports a line of the history judges, () for any other line."""
    if change.kind != "judgement" or change.what != "judged" or change.after is None:
        return frozenset()
    return frozenset(change.after["wire"]["reports"])


def _merged_anew(store: Store, reports: Iterable[str], by: str) -> Changes:
    """Put the events together that hold some reports, as the verdicts now have it."""
    wanted = set(reports)
    involved = [event for event in store.extracted() if wanted & _ids(event)]
    merged = merge(involved, store.judgements(), [event for event in store.events() if wanted & _ids(event)])
    return store.add(events=merged.events, judgements=merged.judgements, by=by)


def _ids(event: Event) -> set[str]:
    return {report.id for report in event.reports}
