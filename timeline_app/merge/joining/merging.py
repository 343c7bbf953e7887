"""Events of many documents into one timeline: reports of the same happening become one event.

Nothing is lost: every report stays, and each merge is a judgement that can be undone. A person's
verdict on two reports ("same", "different") always goes before the reckoned one, which is made anew each time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline_app.merge.joining.groups import Groups
from timeline_app.merge.joining.parts import apart, united
from timeline_app.merge.likeness.marks import Rarity
from timeline_app.merge.likeness.pairs import likely_pairs
from timeline_app.merge.likeness.scoring import MERGE_AT, Likeness, compare
from timeline_app.merge.likeness.stories import deeds_of, stories, told_again
from timeline_app.merge.telling.places import as_told
from timeline_app.model import BY_RULE, Event, Judgement

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged events in a fixed order, and the judgements (reckoned ones included) that made them."""

    events: tuple[Event, ...]
    judgements: tuple[Judgement, ...]


def merge(events: Iterable[Event], judgements: Sequence[Judgement] = (), reviewed: Iterable[Event] = ()) -> Merged:
    """One event for each happening. The order of the events given does not matter.

    Events that were merged before are taken apart first, so that a verdict given since holds for them too.
    Hand-made events are left as their author made them unless a person's judgement says "same".

    Args:
        events: merged before or not; one that comes twice counts once.
        judgements: those reckoned earlier count for nothing.
        reviewed: events a person accepted or rejected as they stand. Their reports stay together unless a person's
            judgement parts them, and nothing is joined by rule to a rejected one, where nobody would see it.
    """
    said = [judgement for judgement in judgements if not judgement.is_by_rule]
    ordered = sorted({one.id: one for event in events for one in apart(event)}.values(), key=_order)
    standing = [event for event in reviewed if event.review.status in ("accepted", "rejected")]
    rejected = [report.id for event in standing if event.review.status == "rejected" for report in event.reports]
    told = [as_told(event) for event in ordered]
    groups = Groups(told, [*_implied(standing, said), *said], rejected)
    groups.join_said_same()
    made = []
    likely = list(likely_pairs(told))
    for scored in (_scored, _of_one_story):
        for total, one, other in scored(told, likely, groups):
            if groups.join_likely(one, other):
                pair = (ordered[one].reports[0].id, ordered[other].reports[0].id)
                made.append(Judgement(pair, "same", f"{BY_RULE} ({total:.2f})", ""))
    merged = [united([ordered[i] for i in members]) for members in groups.members()]
    return Merged(tuple(sorted(merged, key=_order)), (*said, *made))


def regrouped(events: Iterable[Event], together: Iterable[Collection[str]], judgements: Sequence[Judgement]) -> Merged:
    """The events that some reports make as persons now have it: nothing is joined or parted by rule.

    Args:
        events: merged before or not.
        together: ids of reports that stand together, whatever joined them.
        judgements: those of persons hold; of those reckoned, the ones on reports that still stand together are kept.
    """
    said = [judgement for judgement in judgements if not judgement.is_by_rule]
    ordered = sorted({one.id: one for event in events for one in apart(event)}.values(), key=_order)
    held = [Judgement(pair, "same", BY_RULE, "") for ids in together for pair in pairwise(sorted(ids))]
    groups = Groups(ordered, [*held, *said], ())
    groups.join_said_same()
    made = [united([ordered[i] for i in members]) for members in groups.members()]
    home = {report.id: number for number, event in enumerate(made) for report in event.reports}
    reckoned = [one for one in judgements if one.is_by_rule and len({home.get(report) for report in one.reports}) == 1]
    return Merged(tuple(sorted(made, key=_order)), (*said, *reckoned))


def _implied(reviewed: Iterable[Event], said: Sequence[Judgement]) -> Iterator[Judgement]:
    """What a verdict on an event says of its reports: that they are of one, if nobody parted them since."""
    parted = [set(judgement.reports) for judgement in said if judgement.verdict == "different"]
    for event in reviewed:
        ids = [report.id for report in event.reports]
        if not any(pair <= set(ids) for pair in parted):
            yield from (Judgement(pair, "same", event.review.by, event.review.at) for pair in pairwise(ids))


def _order(event: Event) -> tuple[str, str, int, str]:
    """By publication, document and place in the text: the same whatever order the files were named in."""
    report = event.reports[0] if event.reports else None
    published = event.published[0].isoformat() if event.published else "9999"
    return (published, report.document if report else "", report.start if report else 0, event.id)


def _scored(events: Sequence[Event], likely: Sequence[_Pair], _: Groups) -> list[tuple[float, int, int]]:
    """Pairs that reach the threshold, the likeliest first."""
    rarity = Rarity.of(events)
    return _ranked((compare(events[i], events[j], rarity), i, j) for i, j in likely)


def _of_one_story(events: Sequence[Event], likely: Sequence[_Pair], groups: Groups) -> list[tuple[float, int, int]]:
    """Pairs that reach it because something else in their documents is one happening already."""
    linked = stories([events[i] for i in members] for members in groups.members() if len(members) > 1)
    deeds = deeds_of(events)
    return _ranked(
        (told_again(events[i], events[j], deeds), i, j)
        for i, j in likely
        if frozenset((*events[i].sources[:1], *events[j].sources[:1])) in linked
    )


def _ranked(pairs: Iterable[tuple[Likeness | None, int, int]]) -> list[tuple[float, int, int]]:
    found = [(likeness.total, i, j) for likeness, i, j in pairs if likeness is not None and likeness.total >= MERGE_AT]
    return sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2]))
