"""Peoples and their countries, from the table `peoples.csv`: whose army, government and state is meant by each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class People:
    """One people: "Russian" and "Russia", with the actors of `actors.csv` that are its state, forces and government.

    `codes` are the countries where it lives, as the gazetteer writes them: ISO 3166-1 alpha-2.
    """

    adjectives: tuple[str, ...]
    countries: tuple[str, ...]
    name: str
    state: str
    forces: str
    government: str
    codes: frozenset[str]


@cache
def peoples() -> tuple[People, ...]:
    """All peoples of the table."""
    table = resources.files("timeline_app.events.who").joinpath("peoples.csv").read_text("utf-8")
    return tuple(
        People(
            tuple(row["adjectives"].split("|")),
            tuple(row["countries"].split("|")),
            row["name"],
            row["state"],
            row["forces"],
            row["government"],
            frozenset(row["codes"].split("|")),
        )
        for row in csv.DictReader(table.splitlines())
    )


@cache
def by_adjective() -> dict[str, People]:
    """Peoples by what is theirs: "Russian", "US"."""
    return {adjective: people for people in peoples() for adjective in people.adjectives}


@cache
def by_country() -> dict[str, People]:
    """Peoples by where they live: "Russia", "United States"."""
    return {country: people for people in peoples() for country in people.countries}


@cache
def by_name() -> dict[str, People]:
    """Peoples by the word that begins the names of their bodies: "Russian foreign ministry"."""
    return {people.name: people for people in peoples()}


@cache
def codes_of(body: str) -> frozenset[str]:
    """The countries whose army or government a name is; none of other names."""
    return frozenset().union(*(one.codes for one in peoples() if body in (one.forces, one.government)))
