"""Bodies of states, by the people or the country they are named after."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from timeline_app.events.who.actors import find_actors, with_wholes
from timeline_app.events.who.peoples import peoples


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Syria's defense ministry and the Russian Ministry of Defence said so.", ["Syrian defence ministry", "Russian defence ministry"]),
        ("The foreign ministry of Qatar protested.", ["Qatari foreign ministry"]),
        ("The parliament of Iraq voted.", ["Iraqi parliament"]),
        ("Ukraine's president left, and a former prime minister of Jordan came.", ["Ukrainian president", "Jordanian former prime minister"]),
        ("The French Foreign Minister Anne Roux left.", ["Anne Roux"]),
        ("American soldiers and British jets came.", ["US military", "British army"]),
        ("The German government and Egyptian officials met.", ["Germany", "Egypt"]),
        ("Iranian state television showed it.", ["Iranian state media"]),
        ("Kurdish attacks went on; Kurdish fighters left.", ["Kurdish forces"]),
        ("A Syrian-American doctor and Iraqi farmers left.", []),
    ],
)  # fmt: skip
def test_bodies_have_one_name(sentence: str, names: list[str]) -> None:
    assert [one.name for one in find_actors(sentence)] == names


def test_a_ministry_belongs_to_its_government() -> None:
    assert with_wholes(["Russian defence ministry"]) == {"Russian defence ministry", "Russia"}
    assert "Syrian government" in with_wholes(["Syrian defence ministry"])
    assert with_wholes(["Syrian Observatory for Human Rights"]) == {
        "Syrian Observatory for Human Rights"
    } | with_wholes([])


def test_every_people_s_actors_are_in_the_table() -> None:
    table = resources.files("timeline_app.events.who").joinpath("actors.csv").read_text("utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    names = {row["name"] for row in rows}
    assert len(names) == len(rows)
    assert {name for one in peoples() for name in (one.state, one.forces, one.government) if name} <= names
    assert {whole for row in rows for whole in row["of"].split("|") if whole} <= names


def test_no_alias_is_two_actors() -> None:
    table = resources.files("timeline_app.events.who").joinpath("actors.csv").read_text("utf-8")
    aliases = [
        alias
        for row in csv.DictReader(table.splitlines())
        for alias in (row["name"], *row["aliases"].split("|"))
        if alias
    ]
    assert sorted(aliases) == sorted(set(aliases))


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("ISIS terrorists fled.", ["Islamic State"]),
        ("Jihadists of the Islamic State fled.", ["Islamic State"]),
        ("The terrorist group Daesh fled.", ["Islamic State"]),
        ("Jihadists and rebels fled.", ["militants", "rebels"]),
        ("Troops loyal to President Bashar al-Assad fled.", ["Syrian army"]),
        ("Residents and families fled.", []),
        ("WHO staff fled.", ["World Health Organization"]),
        ("REBELS WHO FLED CAME BACK.", []),
    ],
)
def test_a_group_told_twice_is_one_actor(sentence: str, names: list[str]) -> None:
    assert [one.name for one in find_actors(sentence)] == names
