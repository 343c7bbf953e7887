"""Large files of users are packed once, in pieces, all or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.errors import InvalidData, UnreadableFile
from timeline_app.geo import load_gazetteer
from timeline_app.geo.layers import cache
from timeline_app.geo.layers.packed import PackedRows
from timeline_app.model import Problem


@pytest.fixture(autouse=True)
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten rows are many here, and four make a piece."""
    monkeypatch.setattr(cache, "MOST_IN_MEMORY", 10)
    monkeypatch.setattr(cache, "PIECE", 4)
    monkeypatch.setattr(cache, "_SMALL_FILE", 0)
    monkeypatch.setattr(cache, "cache_folder", lambda: tmp_path / "cache")


def layer(folder: Path, rows: int, *more: str) -> Path:
    path = folder / "mine.csv"
    lines = [f"m{n},Mudunplace {n},{30 + n / 100},{40 + n / 100}" for n in range(rows)]
    path.write_text("\n".join(["id,name,lat,lon", *lines, *more]), encoding="utf-8")
    return path


def test_a_large_file_is_packed_in_pieces_and_opened_the_second_time(tmp_path: Path) -> None:
    path, problems = layer(tmp_path, 13, "bad,Bad,139,1"), list[Problem]()
    pieces = cache.user_rows(path, problems)
    assert [piece.size for piece in pieces] == [4, 4, 4, 1]
    assert all(isinstance(piece, PackedRows) for piece in pieces)
    again = list[Problem]()
    stamps = {file: file.stat().st_mtime_ns for file in (tmp_path / "cache").rglob("*.rows")}
    assert [piece.size for piece in cache.user_rows(path, again)] == [4, 4, 4, 1]
    assert stamps == {file: file.stat().st_mtime_ns for file in (tmp_path / "cache").rglob("*.rows")}
    assert [problem.row for problem in problems] == [15]
    assert again == problems


def test_its_places_are_found_and_win(tmp_path: Path) -> None:
    gazetteer = load_gazetteer(layer(tmp_path, 13))
    assert gazetteer.lookup("Mudunplace 12")[0].place.id == "m12"
    assert gazetteer.layers[0].rows == 13


def test_a_small_file_stays_in_memory(tmp_path: Path) -> None:
    cache.user_rows(layer(tmp_path, 9), [])
    assert not (tmp_path / "cache").exists()


def test_an_edited_file_is_packed_anew(tmp_path: Path) -> None:
    cache.user_rows(layer(tmp_path, 13), [])
    assert sum(piece.size for piece in cache.user_rows(layer(tmp_path, 14), [])) == 14


@pytest.mark.parametrize("first", [2, 11])
def test_an_id_that_comes_again_in_another_piece_refuses_the_file(tmp_path: Path, first: int) -> None:
    path = layer(tmp_path, 13, f"m{first},Again,1,1")
    with pytest.raises(InvalidData, match=f"id 'm{first}' is used by the rows {first + 2} and 15"):
        cache.user_rows(path, [])
    assert not list((tmp_path / "cache").rglob("*.rows"))


def test_no_room_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(UnreadableFile, match="cache folder cannot hold them"):
        cache.user_rows(layer(tmp_path, 13), [])
