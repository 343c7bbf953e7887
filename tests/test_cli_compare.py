"""`timeline-app compare`: the list of the Compare page, on the command line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.views.differing import SOURCES, event, number, said
from timeline_app.cli import main
from timeline_app.export import EXPORTERS
from timeline_app.geo import load_gazetteer
from timeline_app.model import Timeline
from timeline_app.pipeline import Gathered, add_gathered
from timeline_app.store import open_store
from timeline_app.views.claims.compare import COLUMNS

TIMELINE = Timeline(
    tuple(SOURCES.values()),
    (
        event([number("a", 300, 500, "300..500"), number("b", 331, 331, "331")], "00000000000000f1", origin="curated"),
        event([said("a", "asserted"), said("b", "denied")], "00000000000000de", origin="curated"),
    ),
)


@pytest.fixture
def timeline_file(tmp_path: Path) -> Path:
    path = tmp_path / "timeline.json"
    path.write_bytes(b"".join(EXPORTERS["json"].write(TIMELINE)))
    return path


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "case.sqlite"
    add_gathered(open_store(path), Gathered((), (("timeline.json", TIMELINE),)), load_gazetteer())
    return path


@pytest.mark.parametrize("what", ["timeline_file", "store"])
def test_store_and_file_give_the_same_list(
    what: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(request.getfixturevalue(what))]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "1. Told as. asserted or denied: one says it happened, another says it did not"
    assert "2. Number of buses. 300 to 500 or 331 buses: all fit 331" in said.out
    assert "     331: Defeat on wheels (2 Sep 2017)" in said.out
    assert said.err == "2 of 2 disagreements in 2 events; in 1 all may be true\n"


def test_a_table_of_what_cannot_all_be_true(
    timeline_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out.csv"
    assert main(["compare", str(timeline_file), "--strict", "--format", "csv", "-o", str(output)]) == 0
    head, *rows = list(csv.reader(io.StringIO(output.read_text(encoding="utf-8-sig"), newline="")))
    assert tuple(head) == COLUMNS
    assert [row[-1] for row in rows] == ["00000000000000de"]
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("gone.sqlite", None, "there is no store"),
        ("gone.json", None, "gone.json"),
        ("broken.json", "{", "broken.json"),
        ("empty.csv", "", "is empty"),
    ],
)
def test_what_cannot_be_read_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert main(["compare", str(path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err
    assert len(said.err.splitlines()) == 1
    assert path.exists() is (content is not None)


def test_the_output_never_destroys_what_is_read(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = store.read_bytes()
    assert main(["compare", str(store), "-o", str(store)]) == 1
    assert "would be overwritten" in capsys.readouterr().err
    assert store.read_bytes() == before


def test_without_disagreement_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "calm.json"
    path.write_bytes(b"".join(EXPORTERS["json"].write(Timeline())))
    assert main(["compare", str(path)]) == 0
    assert capsys.readouterr().err == "no two sources disagree yet\n"
