"""Deeds that are seldom done twice in one place on one day: two sources tell them in other words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.merge.events import event
from tests.merge.test_one_happening import TOWN, together, told
from timeline_app.merge.likeness.marks import Rarity, marks
from timeline_app.merge.telling.deeds import deeds
from timeline_app.model import Actor, Event, When


def guessed(made: Event) -> Event:
    """The same, dated by its publication only."""
    assert made.when is not None
    when = replace(made.when, basis="publication")
    return replace(made, when=when, reports=tuple(replace(report, when=when) for report in made.reports))


LET_GO = "The group let go the policemen it had held on the hill"
FREEDOM = "Sixteen policemen regained their freedom after a year"
LEFT = "Buses full of fighters set off for the north"
BUSED = "Nearly all the families were bused out with the gunmen"

PAIRS = [
    (told("a", LET_GO, 2, "detention"), told("b", FREEDOM, 2, "other"), True, "released there that day"),
    (told("a", LET_GO, 2, "detention"), told("b", FREEDOM, 2, "detention", place="y"), True, "places that lie close"),
    (told("a", LET_GO, 2, "detention"), told("b", FREEDOM, 3, "detention"), False, "both give their day"),
    (told("a", LET_GO, 2, "detention"), guessed(told("b", FREEDOM, 3, "detention")), True, "published the day after"),
    (told("a", LET_GO, 2, "detention"), told("b", "Gunmen had the men in their hands", 2, "detention"), False, "no release"),
    (told("a", LEFT, 2, "movement"), told("b", BUSED, 2, "other"), True, "one departure"),
    (told("a", LEFT, 2, "movement"), told("b", "They burned their posts before they left", 2, "attack"), False,
     "a departure is told beside the fire"),
    (told("a", LEFT, 2, "movement"), told("b", "Jets bombed the road as it was evacuated", 2, "strike"), False,
     "all moves in a war: no strike is a departure"),
    (told("a", LET_GO, 2, "detention"), told("b", "Troops freed the town", 2, "territory"), False, "a town is no captive"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), [pair[:3] for pair in PAIRS], ids=[pair[3] for pair in PAIRS])
def test_a_rare_deed_is_one_in_one_place_on_one_day(one: Event, other: Event, same: bool) -> None:
    assert together(one, other) == same


def test_far_away_it_is_another() -> None:
    one, other = told("a", LET_GO, 2, "detention"), event("b", FREEDOM, 2, "detention", (), lat=36.9)
    assert not together(one, other)


@pytest.mark.parametrize(
    ("quote", "names"),
    [
        ("The men exchanged fire with troops", set()),
        ("Two soldiers were exchanged for nine prisoners", {"exchange"}),
        ("The body of the soldier had been delivered to the army", {"bodies"}),
        ("The council released a statement", set()),
        ("Fighters who had abducted the men were freed", {"release"}),
        ("The men left after a truce", {"departure"}),
        ("Envoys called for a ceasefire", set()),
        ("Shells broke the ceasefire", set()),
        ("The nine were left out of the swap", set()),
        ("Ahead of the exchange guards took the road", set()),
    ],
)
def test_what_is_told_beside_is_no_deed_of_it(quote: str, names: set[str]) -> None:
    assert deeds(told("a", quote, 2, "other")) == names


def test_both_of_one_month_may_be_one() -> None:
    def in_august(made: Event) -> Event:
        when = When.in_month(2017, 8)
        return replace(made, when=when, reports=tuple(replace(report, when=when) for report in made.reports))

    one = told("a", "Gunmen took thirty policemen hostage in the town", 2, "detention", place=TOWN)
    other = told("b", "The thirty servicemen fell into captivity there", 2, "territory", place=TOWN)
    assert together(in_august(one), in_august(other))
    assert not together(in_august(one), other)


def test_many_dead_in_a_market_are_of_what_hit_it() -> None:
    one = told("a", "44 people were martyred when a rocket hit the crowded market", 2, "attack", count=44)
    other = told("b", "A rocket kills 35 people in a market of the suburb", 2, "attack", count=35)
    assert together(one, other)


def test_the_words_of_a_deed_are_no_second_thing_in_common() -> None:
    """Somewhere in the hills one left and the other left: that they share "left" says no more than that."""
    buses = told("a", "Buses pulled out of the quarry", 2, "movement", place="y")
    bodies = told("b", "Bodies were brought out of a gully by medics", 2, "movement")
    rarity = Rarity.of([buses, bodies])
    shared = marks(buses, bodies, rarity)
    assert shared.rare == {"departure"}
    assert not shared.words


def test_a_name_in_common_is_no_rare_word() -> None:
    asks = told("a", "The envoy Martin Griffiths asks for calm", 2, "talks")
    leaves = told("b", "The envoy Martin Griffiths flew out of the city", 2, "talks")
    assert not marks(asks, leaves, Rarity.of([asks, leaves])).words & {"martin", "griffith"}


def test_gunmen_and_media_are_no_mark_of_one_happening() -> None:
    raid = event("a", "Gunmen robbed a bank in the town.", 5, kind="other", actors=(), doer="gunmen")
    theft = event("b", "A car was taken by gunmen.", 5, kind="other", actors=(), doer="gunmen")
    rarity = Rarity.of([raid, theft])
    assert not marks(raid, theft, rarity).doers
    lone = (
        replace(raid, actors=(Actor("Dana Farouk", "source"),)),
        replace(theft, actors=(Actor("Dana Farouk", "source"),)),
    )
    assert marks(*lone, rarity).doers == {"Dana Farouk"}
