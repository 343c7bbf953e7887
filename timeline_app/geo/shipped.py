"""The layers that come with the program, packed by `make gazetteer`."""

from __future__ import annotations

import zlib
from pathlib import Path

from timeline_app.geo.gazetteer import CURATED, REGIONAL, WORLD, Gazetteer, Layer
from timeline_app.geo.layers.packed import PackedRows
from timeline_app.geo.layers.rows import MemoryRows, Rows
from timeline_app.model import Problem

DATA = Path(__file__).with_name("data")
SHIPPED = {"curated": CURATED, "regional": REGIONAL, "world": WORLD, "cities": WORLD}
"""Packed layers by the names of their files, each with its rank, better ones first."""

REMEDY = "`make gazetteer` packs it again"


def curated_path() -> Path:
    """`gazetteer.csv`: inside the package of a wheel, at the top of a checkout."""
    packaged = Path(__file__).parent.parent / "data" / "gazetteer.csv"
    return packaged if packaged.is_file() else Path(__file__).parent.parent.parent / "gazetteer.csv"


def fingerprint(data: bytes) -> str:
    """A short name for a content, to see whether a file was edited (no defence against forgery)."""
    return f"{len(data)}-{zlib.crc32(data):08x}"


def add_shipped(gazetteer: Gazetteer) -> None:
    """Add the shipped layers; an edited `gazetteer.csv` is read itself, not its packed form."""
    for name, rank in SHIPPED.items():
        rows, layer = _opened(name)
        if rows is not None and rows.is_stale:
            gazetteer.problems.append(Problem(f"{name}.rows", None, "was packed with other keys", REMEDY))
        if name == "curated" and not _is_current(rows):
            _add_edited(gazetteer, layer)
        elif rows is not None:
            gazetteer.add_rows(layer, [rows], rank, is_live=False)


def stale() -> list[Problem]:
    """Which packed layers do not fit the program or `gazetteer.csv` any more."""
    found = []
    for name in SHIPPED:
        rows, _ = _opened(name)
        if rows is None:
            found.append(Problem(f"{name}.rows", None, "is missing or of another format", REMEDY))
        elif rows.is_stale:
            found.append(Problem(f"{name}.rows", None, "was packed with other keys", REMEDY))
        elif name == "curated" and not _is_current(rows):
            found.append(Problem("curated.rows", None, "is not what gazetteer.csv holds now", REMEDY))
    return found


def _opened(name: str) -> tuple[PackedRows | None, Layer]:
    try:
        rows = PackedRows(DATA / f"{name}.rows")
    except (OSError, ValueError):
        return None, Layer(name, "", "", "", 0)
    told = rows.header
    return rows, Layer(told["name"], told["source"], told["licence"], told["date"], rows.size)


def _is_current(rows: PackedRows | None) -> bool:
    path = curated_path()
    return rows is not None and path.is_file() and rows.header.get("made_of") == fingerprint(path.read_bytes())


def _add_edited(gazetteer: Gazetteer, layer: Layer) -> None:
    from timeline_app.geo.layers.table import read_gazetteer_csv  # noqa: PLC0415 - only an edited file needs it

    path = curated_path()
    if not path.is_file() or path.stat().st_size == 0:
        return
    places, problems = read_gazetteer_csv(path)
    gazetteer.problems += problems
    pieces: list[Rows] = [MemoryRows(places)]
    edited = Layer("gazetteer.csv", layer.source, layer.licence, "", len(places))
    gazetteer.add_rows(edited, pieces, CURATED, is_live=True)
