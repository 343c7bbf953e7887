"""Places in sentences of our own: what is found, how it is used, and which place it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.geo import Gazetteer, find_places, load_gazetteer

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("rows").joinpath("mentions.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.fixture(scope="module")
def ours() -> Gazetteer:
    return load_gazetteer()


def read(text: str, gazetteer: Gazetteer) -> str:
    told = []
    for mention in find_places(text, gazetteer):
        place = mention.place
        which = "?" if place is None else f"{place.name}, {place.kind}, {place.country}"
        told.append(f"{mention.text} = {mention.use} : {which}")
    return " ; ".join(told) or "-"


def test_there_are_rows_enough() -> None:
    assert len(ROWS) >= 100
    assert all(len(row) == 3 for row in ROWS)
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("text", "expected", "shows"), ROWS)
def test_a_row(text: str, expected: str, shows: str, ours: Gazetteer) -> None:
    assert read(text, ours).split() == expected.split(), shows
