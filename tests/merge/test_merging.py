"""Reports of one happening become one event; different happenings stay apart; order does not matter."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from timeline_app.merge import merge
from timeline_app.model import Actor, Event, Judgement, Quantity, Report, When, Where


def event(
    document: str,
    quote: str,
    day: int,
    kind: str = "strike",
    actors: tuple[str, ...] = ("US-led coalition",),
    modality: str = "asserted",
    lat: float = 34.5,
    count: tuple[float, str] | None = None,
) -> Event:
    when = When.on_day(date(2017, 8, day))
    where = (Where("at", "there", "There", f"p{lat}", lat, 39.0, 10.0),)
    quantities = (Quantity(count[1], count[0], count[0], f"{count[0]:g} {count[1]}"),) if count else ()
    report = Report(f"{document}:{quote[:12]}", document, 0, len(quote), quote, when, where, quantities)
    return Event(
        report.id, quote, kind, when=when, where=where, actors=tuple(Actor(name) for name in actors), quantities=quantities,
        reports=(report,), modality=modality, published=(date(2017, 8, day), date(2017, 8, day)),  # type: ignore[arg-type]
    )  # fmt: skip


STRIKE = "Coalition jets bombed the road ahead of the convoy near the crossing"
STRIKE_TOO = "The coalition bombed a road near the crossing to stop the convoy"
DENIAL = "The coalition has not bombed the convoy near the crossing road"
OTHER = "Militants handed over the remains of an officer"


def test_two_sources_of_one_strike_become_one_event_with_two_reports() -> None:
    merged = merge([event("a", STRIKE, 30), event("b", STRIKE_TOO, 31)])
    assert len(merged.events) == 1
    assert [report.document for report in merged.events[0].reports] == ["a", "b"]
    assert merged.judgements[0].verdict == "same"


def test_the_disagreement_of_the_sources_is_kept() -> None:
    merged = merge([event("a", STRIKE, 30, count=(10, "trucks")), event("b", STRIKE_TOO, 31, count=(17, "trucks"))])
    fields = {conflict.field: [value.value for value in conflict.values] for conflict in merged.events[0].conflicts}
    assert fields["quantity: trucks"] == ["10 trucks", "17 trucks"]
    assert fields["when"] == ["2017-08-30", "2017-08-31"]


def test_what_differs_stays_apart() -> None:
    for other, remark in (
        (event("b", OTHER, 30, "detention", ("Hezbollah",)), "another thing on the same day"),
        (event("b", STRIKE_TOO, 10), "weeks earlier"),
        (event("b", STRIKE_TOO, 30, lat=31.0), "hundreds of kilometres away"),
        (event("b", DENIAL, 30, modality="denied"), "a denial is no report of it"),
        (event("a", STRIKE_TOO, 30), "one source does not tell one thing twice"),
    ):
        assert len(merge([event("a", STRIKE, 30), other]).events) == 2, remark


def test_the_order_of_documents_does_not_matter() -> None:
    events = [event("a", STRIKE, 30), event("b", STRIKE_TOO, 31), event("c", OTHER, 31, "detention", ("Hezbollah",))]
    results = {tuple(one.id for one in merge(order).events) for order in permutations(events)}
    assert len(results) == 1


def test_a_person_s_verdict_goes_before_the_reckoned_one() -> None:
    one, other = event("a", STRIKE, 30), event("b", STRIKE_TOO, 31)
    different = Judgement((one.id, other.id), "different", "Nadia", "2026-01-01T00:00:00Z")
    assert len(merge([one, other], [different]).events) == 2
    far = event("b", OTHER, 1, "detention", ("Hezbollah",))
    same = Judgement((far.id, one.id), "same", "Nadia", "2026-01-01T00:00:00Z")
    assert len(merge([one, far], [same]).events) == 1


def test_nothing_is_lost_in_a_merge() -> None:
    events = [event("a", STRIKE, 30), event("b", STRIKE_TOO, 31), event("c", STRIKE, 30)]
    merged = merge(events)
    kept = {report.id for one in merged.events for report in one.reports}
    assert kept == {report.id for one in events for report in one.reports}
