"""Pairs that may be one happening: which are offered, in which order, with which reasons."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from importlib import resources
from itertools import permutations

import pytest

from tests.merge.events import event
from timeline_app.merge import Proposal, merge, propose, undecided, united
from timeline_app.merge.joining import proposals
from timeline_app.merge.likeness.chance import aspects, chance
from timeline_app.merge.likeness.marks import Rarity
from timeline_app.model import Event, Judgement, Review, When, added_report_id

LEFT = event("a", "Buses with gunmen left the mountain strip on Monday, soldiers said", 28, "movement", ())
GONE = event("b", "The last gunmen drove off the mountain in buses, a monitor reported", 28, "movement", ())
SHELLING = event("c", "Shells fell on a market", 12, "attack", (), lat=31.0)
RAIN = event("d", "Rain flooded three camps", 3, "other", (), lat=30.0)
CROWD = [SHELLING, RAIN, event("e", "Ministers met in the capital", 17, "talks", (), lat=33.0)]


def offered(events: list[Event], *judgements: Judgement) -> list[frozenset[str]]:
    return [frozenset((one.one, one.other)) for one in propose(events, judgements)]


def only(events: list[Event]) -> Proposal:
    (proposal,) = propose(events)
    return proposal


def test_what_is_told_alike_and_was_not_joined_is_offered() -> None:
    merged = merge([LEFT, GONE, *CROWD])
    assert len(merged.events) == 5, "or there is nothing to offer"
    assert offered(list(merged.events)) == [frozenset((LEFT.id, GONE.id))]


def test_a_proposal_tells_what_speaks_for_it_and_against() -> None:
    told = only(
        [LEFT, event("b", "The last gunmen drove off the mountain in buses", 29, "movement", ()), *CROWD]
    ).chance
    assert told.speaks_for[:2] == ("one place: There", "both are movement")
    assert told.speaks_for[-1] == "words in both: buses, gunmen, mountain"
    assert told.speaks_against == ("a day apart",)


def test_the_order_of_the_events_does_not_matter() -> None:
    orders = [propose(order) for order in permutations([LEFT, GONE, SHELLING, RAIN])]
    assert orders[0]
    assert all(order == orders[0] for order in orders)


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_a_person_decided_is_not_offered_again(verdict: str) -> None:
    said = Judgement((GONE.id, LEFT.id), verdict, "Ada", "2017-09-01")  # type: ignore[arg-type]
    assert offered([LEFT, GONE, *CROWD], said) == []
    assert offered([LEFT, GONE, *CROWD], replace(said, by="timeline_app (0.70)"))


def test_what_a_person_rejected_and_what_was_entered_by_hand_is_not_offered() -> None:
    rejected = replace(GONE, review=Review("rejected", "Ada"))
    assert offered([LEFT, rejected, *CROWD]) == []
    assert offered([LEFT, replace(GONE, origin="curated"), *CROWD]) == []


def test_one_happening_told_twice_in_a_document_is_offered() -> None:
    again = event("a", GONE.reports[0].quote, 28, "movement", ())
    assert offered([LEFT, again, *CROWD]) == [frozenset((LEFT.id, again.id))]


def test_two_events_are_offered_once_by_the_two_reports_most_alike() -> None:
    less = event("f", "Gunmen left the mountain", 28, "movement", ())
    proposal = only([united([LEFT, less]), GONE, *CROWD])
    assert set(proposal.reports) == {LEFT.id, GONE.id}
    assert offered([less, GONE, *CROWD]) == [frozenset((less.id, GONE.id))], "or nothing was to choose"


def test_a_day_that_a_person_gave_decides_also_for_an_event_of_several_reports() -> None:
    both = united([LEFT, event("f", "Gunmen left the mountain", 28, "movement", ())])
    moved = both.with_(when=When.on_day(date(2011, 8, 28), basis="curated"))
    assert offered([both, GONE, *CROWD])
    assert offered([moved, GONE, *CROWD]) == []


def test_a_source_that_a_person_added_is_not_compared() -> None:
    added = replace(LEFT.reports[0], id=added_report_id("one"), document="g")
    other = RAIN.with_(reports=(*RAIN.reports, added))
    assert offered([other, GONE, *CROWD[:1]]) == []


def test_no_more_are_offered_than_anybody_looks_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "MOST_PROPOSED", 1)
    third = event("f", "Buses took the last gunmen off the mountain", 28, "movement", ())
    assert len(propose([LEFT, GONE, third, *CROWD])) == 1


def test_of_proposals_made_before_those_stay_that_nobody_decided_on() -> None:
    events = [LEFT, GONE, *CROWD]
    made = propose(events)
    said = Judgement((GONE.id, LEFT.id), "unsure", "Ada", "2017-09-01")
    assert undecided(made, events, ()) == made
    assert undecided(made, events, [said]) == ()
    assert undecided(made, [united([LEFT, GONE]), *CROWD], ()) == ()
    assert undecided(made, [LEFT, *CROWD], ()) == ()


def test_what_lies_far_apart_in_time_is_not_offered() -> None:
    assert offered([LEFT, event("b", LEFT.reports[0].quote, 10, "movement", ()), *CROWD]) == []


def test_every_aspect_has_a_weight_and_no_weight_is_left_over() -> None:
    table = tomllib.loads(resources.files("timeline_app.merge.likeness").joinpath("chance.toml").read_text("utf-8"))
    assert set(table["weights"]) == set(aspects(LEFT, GONE, Rarity.of([LEFT, GONE])))


def test_a_shared_number_makes_it_likelier_and_a_denial_less() -> None:
    rarity = Rarity.of([LEFT, GONE, *CROWD])
    one, other = (event(e.sources[0], e.title, 28, "movement", (), count=(308, "gunmen")) for e in (LEFT, GONE))
    denial = event("b", GONE.title, 28, "movement", (), modality="denied")
    plain = chance(LEFT, GONE, rarity).share
    assert chance(one, other, rarity).share > plain > chance(LEFT, denial, rarity).share
    assert "the number in both: 308" in chance(one, other, rarity).speaks_for
    assert "one is a denial" in chance(LEFT, denial, rarity).speaks_against


def test_a_word_tells_more_the_fewer_events_have_it() -> None:
    rarity = Rarity.of([LEFT, GONE, *CROWD])
    assert rarity.weight(["gunmen"]) < rarity.weight(["flood"]) <= 1.0
    assert rarity.weight([]) == 0.0
    assert Rarity.of([LEFT]).weight(["gunmen"]) == 0.0
