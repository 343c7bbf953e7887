"""Happenings known by what was hit, who was taken or killed, or the town that changed hands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.merge.events import event
from timeline_app.merge import merge
from timeline_app.model import Actor, Event, When

TOWN = "z"


def told(document: str, quote: str, day: int, kind: str, doer: str = "", place: str = TOWN, count: int = 0) -> Event:
    """An event in a town, told in one sentence."""
    made = event(document, quote, day, kind, (), doer=doer, count=(count, "people") if count else None)
    where = tuple(replace(one, place_id=place, kind="town") for one in made.where)
    reports = tuple(replace(report, where=where) for report in made.reports)
    return replace(made, where=where, reports=reports)


def of_a_month(made: Event) -> Event:
    """The same, dated to a month only."""
    when = When.in_month(2017, 8)
    return replace(made, when=when, reports=tuple(replace(report, when=when) for report in made.reports))


BYSTANDERS = [told(f"n{n}", f"Item {word} of the day", 10 + n, "aid") for n, word in enumerate(("one", "two", "six"))]


def together(one: Event, other: Event) -> bool:
    return any({"a", "b"} <= set(found.sources) for found in merge([one, other, *BYSTANDERS]).events)


def acting(document: str, quote: str, doer: str, hit: str) -> Event:
    """A strike by one on another."""
    made = told(document, quote, 2, "strike", doer)
    actors = (Actor(doer, "source"), Actor(hit, "target"))
    return replace(made, actors=actors, reports=tuple(replace(report, actors=actors) for report in made.reports))


MARKET = "Warplanes struck a crowded market late in the evening, rescue workers said"
EMPTIED = "A jet emptied its missiles into the popular market of the place"

PAIRS = [
    (told("a", "The evacuation of rebels from the east was suspended, officials said", 2, "movement"),
     told("b", "The evacuation of rebels from the east resumed, officials said", 2, "movement"), False, "halted, and resumed"),
    (told("a", "The army recaptured almost all of the eastern town from the rebels", 2, "territory"),
     told("b", "The army recaptured the whole eastern town from the rebels", 2, "territory"), False, "almost all of it, and all"),
    (told("a", "The army recaptured the eastern town from the rebels", 2, "territory"),
     told("b", "The army recaptured the whole eastern town from the rebels", 2, "territory"), True, "but one says so only"),
    (told("a", MARKET, 2, "strike"), told("b", EMPTIED, 2, "other"), True, "one market, one town, one day"),
    (told("a", MARKET, 2, "strike", "Syrian army"), told("b", EMPTIED, 2, "strike", "Russia"), True,
     "whose jets they were is the dispute"),
    (told("a", MARKET, 2, "strike", count=4), told("b", EMPTIED, 2, "strike", count=17), True,
     "and how many died, however far apart"),
    (told("a", MARKET, 2, "strike"), told("b", EMPTIED, 3, "strike"), False, "the next day's is the next"),
    (told("a", MARKET, 2, "strike"), told("b", EMPTIED, 2, "strike", place="y"), False, "another town's market"),
    (told("a", MARKET, 2, "strike", "Syrian army", count=4), told("b", EMPTIED, 2, "strike", "rebels", count=40), False,
     "by others, and ten times as many"),
    (told("a", "Jets struck the fish market at noon", 2, "strike"), told("b", "A bomb hit the gold market", 2, "strike"), False,
     "two markets"),
    (told("a", "A shell landed on a mosque", 2, "strike"), told("b", "Gunmen raided a second mosque", 2, "attack"), False, "a second"),
    (told("a", MARKET, 2, "strike"), of_a_month(told("b", EMPTIED, 2, "strike")), False, "a month is not its second day"),
    (told("a", "Shells hit a school yard, a hospital source said", 2, "strike"),
     told("b", "Forty men died on the way to hospital", 2, "attack"), False, "no hospital was hit"),
    (told("a", "The army reopened a bridge there", 2, "other"), told("b", "A strike destroyed the bridge", 2, "strike"), False,
     "an opposite deed"),
    (told("a", MARKET, 2, "strike"), told("b", EMPTIED.replace("market", "road"), 2, "strike"), False, "another target"),
    (told("a", MARKET, 2, "strike"), told("b", "The governor deplored the ruin of the market", 2, "statement"), False,
     "what is said of it"),
    (told("a", "A headman, Omar Rida al-Karim, was kidnapped from his home", 2, "detention"),
     told("b", "Then they say Omar Rida al-Karim was dragged away", 2, "other"), True, "one man is taken once"),
    (told("a", "On Monday Brigadier Idris Hamdan, the deputy, was shot dead inside", 3, "attack"),
     told("b", "The notice says Idris Hamdan fell on a Sunday", 2, "territory"), True, "one man dies once, whatever the day"),
    (told("a", "On Monday the men of Idris Hamdan shelled a farm beside", 2, "strike"),
     told("b", "Here the guards of Idris Hamdan robbed some travellers", 2, "attack"), False, "a name that did it proves little"),
    (told("a", "Insurgents retook the place after close fighting", 3, "territory", "rebels"),
     told("b", "They had full control of it by nightfall, whatever others say", 2, "territory"), True, "one town falls once"),
    (told("a", "Insurgents retook the place after close fighting", 3, "territory", "rebels"),
     told("b", "The army captured it by nightfall, it was said", 2, "territory", "Syrian army"), False, "unless to another side"),
    (told("a", "Militants seized 30 trucks in the place", 3, "territory"),
     told("b", "Troops took 12 prisoners in the place", 3, "territory"), False, "no town was taken"),
    (told("a", "Militants captured the town", 2, "territory"), told("b", "Troops recaptured the town", 3, "territory"), False,
     "and taken back"),
    (told("a", "On Friday Kurdish fighters captured the town", 3, "territory"),
     told("b", "On Friday Turkish troops seized the town", 3, "territory"), False, "sides that no table has"),
    (told("a", "Insurgents retook the place after close fighting", 3, "territory"),
     told("b", "They besieged it by nightfall, it was said", 3, "territory"), False, "a siege is no capture"),
    (told("a", "Its tanks rolled in from the east", 3, "movement", "Iraqi army"),
     told("b", "A division of tanks entered amid clashes", 3, "movement", "Iraqi army"), True, "one army enters a town once a day"),
    (told("a", "Its tanks rolled in from the east", 3, "movement", "Iraqi army"),
     told("b", "A division of tanks entered amid clashes", 4, "movement", "Iraqi army"), False, "but again on the next"),
    (told("a", "Its tanks rolled in from the east", 3, "movement", "Iraqi army"),
     told("b", "Guns pounded it all morning", 3, "strike", "Iraqi army"), False, "and shells it besides"),
    (told("a", "The force began its final push Saturday", 3, "offensive", "rebels"),
     told("b", "They say they have begun the decisive battle", 3, "clash", "rebels"), True, "one offensive begins once"),
    (told("a", "The force began its final push Saturday", 3, "offensive", "rebels"),
     told("b", "They say they have begun the decisive battle", 4, "clash", "rebels"), False, "not the next day"),
    (told("a", "The force began its final push Saturday", 3, "offensive", "rebels"),
     told("b", "They say they have begun the decisive battle", 3, "clash", "Syrian army"), False, "not by another"),
    (told("a", "The army seeks to hold its gains there", 3, "territory", "Syrian army"),
     told("b", "Its troops encircled and stormed the suburbs", 2, "offensive", "Syrian army"), False,
     "one did much in one place on two days"),
    (told("a", "The evacuation of fighters from the camp ended at noon", 3, "movement"),
     told("b", "Fighters were leaving the camp, an evacuation under a deal", 2, "movement"), False, "its end is not its course"),
    (told("a", "The evacuation of the fighters from the camp began at noon", 3, "movement"),
     told("b", "The evacuation of the fighters from the camp ended at noon", 3, "movement"), False, "nor its beginning"),
    (told("a", "Jets bombed a livestock market at dawn, killing nine traders", 2, "strike", "Russia"),
     told("b", "Four guards died when jets hit the prison late in the evening", 2, "strike", "Russia"), False,
     "a market is no prison"),
    (told("a", "A depot was hit by its missiles", 2, "strike", "Ukrainian army"),
     told("b", "A tram came under its fire", 2, "strike", "Ukrainian army"), False, "they share no word of the deed"),
    (told("a", "Families fled as bombs fell", 2, "movement", "civilians"),
     told("b", "Residents drove off to the pilgrimage", 2, "movement", "civilians"), False, "civilians are no body"),
    (told("a", "The ministry opened a hospital for burns, doctors said", 2, "other", "Sudanese government"),
     told("b", "The ministry closed a hospital for burns, doctors said", 2, "other", "Sudanese government"), False, "opposites"),
    (told("a", "Three shells fell on a yard of the mill, monitors said", 2, "strike", "", count=3),
     told("b", "A grocer of the mill was shot dead over a debt, monitors said", 2, "attack"), False, "monitors tell of both"),
    (acting("a", "Their jets struck a workshop of drones by the river", "coalition", "Houthis"),
     acting("b", "Their drones struck a workshop of silos by the river", "Houthis", "farmers"), False, "who is hit did not do it"),
]  # fmt: skip


def in_quarter(made: Event, quarter: str) -> Event:
    """The same, in a quarter of the town too."""
    (there,) = made.where
    where = (there, replace(there, place_id=quarter, kind="neighbourhood"))
    return replace(made, where=where, reports=tuple(replace(report, where=where) for report in made.reports))


def test_two_quarters_of_a_town_are_two_places() -> None:
    one = told("a", "Shelling killed three people at a bus stop there, the mayor said", 2, "attack")
    other = told("b", "Shelling killed three people at a bus stop, the mayor said to all", 2, "attack")
    assert together(in_quarter(one, "q1"), in_quarter(other, "q1"))
    assert not together(in_quarter(one, "q1"), in_quarter(replace(other, id=other.id), "q2"))


def moving(document: str, quote: str, role: str) -> Event:
    """An army's movement to a town, or from it."""
    made = told(document, quote, 2, "movement", "Iraqi army")
    where = tuple(replace(one, role=role) for one in made.where)
    return replace(made, where=where, reports=tuple(replace(report, where=where) for report in made.reports))


def test_into_a_town_and_out_of_it_are_two_movements() -> None:
    quotes = (
        "Tanks of its ninth division rolled through the northern gate at dawn",
        "A column of tanks used the northern gate",
    )
    assert together(moving("a", quotes[0], "to"), moving("b", quotes[1], "to"))
    assert not together(moving("a", quotes[0], "to"), moving("b", quotes[1], "from"))


def test_beginnings_in_two_places_are_two() -> None:
    one = told("a", "The force began its final push Saturday", 3, "offensive", "rebels")
    other = told("b", "They say they have begun the decisive battle", 3, "clash", "rebels", place="y")
    where = tuple(replace(place, lat=36.9, lon=42.0) for place in other.where)
    other = replace(other, where=where, reports=tuple(replace(report, where=where) for report in other.reports))
    assert not together(one, other)


@pytest.mark.parametrize(("one", "other", "same"), [pair[:3] for pair in PAIRS], ids=[pair[3] for pair in PAIRS])
def test_two_sources_of_one_happening(one: Event, other: Event, same: bool) -> None:
    assert together(one, other) is same
    assert together(replace(other, id=other.id), one) is same
