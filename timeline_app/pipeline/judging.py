"""A person's verdict on reports: kept, and the events they stand in put together or parted at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import get_args

from timeline_app.errors import StoreChanged
from timeline_app.merge import merge, regrouped
from timeline_app.model import Event, Judgement, Verdict
from timeline_app.store import Changes, Sayings, Store

_TRIES = 5
"""How often merging begins anew because somebody else changed the store meanwhile."""


def judge_reports(
    store: Store, one: Collection[str], others: Collection[str], verdict: Verdict, by: str, why: str = ""
) -> Changes:
    """Say of each report of one side and each of the other whether they tell one happening.

    The verdict outlives reading the documents again and can be withdrawn by another one. The events that hold the
    reports are joined or parted as it says, and nothing else about them changes: what a rule joined stays together,
    and no rule joins anything here, where it would see these few events only. Both are one step of the history.

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
    if verdict not in get_args(Verdict):
        raise ValueError(f"{verdict!r} is no verdict on reports")
    if set(one) & set(others):
        raise ValueError("a report stands on both sides")
    verdicts = tuple(Judgement((mine, theirs), verdict, by, "") for mine in one for theirs in others)
    return merged_anew(store, {*one, *others}, by, verdicts, why)


def merged_anew(
    store: Store, reports: Collection[str], by: str, verdicts: Sequence[Judgement] = (), why: str = ""
) -> Changes:
    """Put the events together that hold some reports, as the verdicts have it, new ones among them, in one step."""
    for attempt in range(_TRIES):
        try:
            return _merged_at(store, store.data_version(), set(reports), by, verdicts, why)
        except StoreChanged:
            if attempt == _TRIES - 1:
                raise
    raise AssertionError("unreachable")


def _merged_at(
    store: Store, version: int, reports: set[str], by: str, verdicts: Sequence[Judgement], why: str
) -> Changes:
    involved = [event for event in store.extracted() if reports & _ids(event)]
    now = [event for event in store.events() if reports & _ids(event)]
    known = _with(store.judgements(), verdicts)
    if verdicts:
        merged = regrouped(involved, [part for event in now for part in _parted(_ids(event), verdicts)], known)
    else:
        merged = merge(involved, known, now)
    said = Sayings(verdicts=tuple(verdicts))
    return store.add(
        events=merged.events, judgements=merged.judgements, by=by, base_version=version, said=said, why=why
    )


def _parted(ids: set[str], verdicts: Sequence[Judgement]) -> list[set[str]]:
    """The reports of an event as some verdicts part them: those of the first side for themselves."""
    apart = [one.reports for one in verdicts if one.verdict != "same" and set(one.reports) <= ids]
    first = {one for one, _ in apart}
    return [first, ids - first] if apart else [ids]


def _with(known: Iterable[Judgement], fresh: Iterable[Judgement]) -> list[Judgement]:
    """Verdicts with new ones in place of those on the same reports."""
    pairs = {frozenset(one.reports): one for one in known}
    return list((pairs | {frozenset(one.reports): one for one in fresh}).values())


def _ids(event: Event) -> set[str]:
    return {report.id for report in event.reports}
