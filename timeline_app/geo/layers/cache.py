"""The user's own files: small ones are held in memory, large ones are packed once into the cache folder."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from timeline_app.errors import UnreadableFile
from timeline_app.geo.fold import KEYS_VERSION
from timeline_app.geo.layers.packed import FORMAT, PackedRows, Row, write_pack
from timeline_app.geo.layers.rows import MemoryRows, Rows
from timeline_app.geo.layers.table import stream_layer
from timeline_app.model import Place, Problem

MOST_IN_MEMORY = 20_000
"""Rows of a file held in memory; packing begins to pay beyond."""

PIECE = 100_000
"""Rows packed together: what bounds the memory, however many rows the file has."""

_SMALL_FILE = 200_000  # bytes; a file this small cannot hold MOST_IN_MEMORY rows
_DONE = "done.json"


def cache_folder() -> Path:
    """The user's cache folder for this program; not created here."""
    import platformdirs  # noqa: PLC0415 - 10 ms that only large files and online questions pay for

    return Path(platformdirs.user_cache_dir("timeline_app", appauthor=False))


def user_rows(path: Path, problems: list[Problem]) -> list[Rows]:
    """The rows of a file of any format, in one or several pieces; faults of rows are added to `problems`.

    Raises:
        UnreadableFile, InvalidData: the file cannot be taken as a whole.
    """
    is_large = path.is_file() and path.stat().st_size > _SMALL_FILE
    folder = _folder_of(path) if is_large else None
    if folder is not None and (folder / _DONE).is_file():
        return _opened(folder, path, problems)
    ids, found = _Ids(), list[Problem]()
    places = stream_layer(path, found, ids)
    first = list(islice(places, MOST_IN_MEMORY + 1))
    if folder is None or len(first) <= MOST_IN_MEMORY:
        problems += found
        return [MemoryRows(chain(first, places))]
    _pack(folder, path, chain(first, places), ids, found)
    return _opened(folder, path, problems)


class _Ids:
    """Whether an id came before: remembered for the piece at hand, asked of the pieces packed."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._packed: list[PackedRows] = []

    def __call__(self, place_id: str) -> bool:
        if place_id in self._seen or any(rows.row_of(place_id) is not None for rows in self._packed):
            return True
        self._seen.add(place_id)
        return False

    def packed(self, rows: PackedRows) -> None:
        """Go on to the next piece; all rows asked about so far are packed."""
        self._packed.append(rows)
        self._seen.clear()


def _folder_of(path: Path) -> Path:
    """The folder of a file's content, packed by this version of the program."""
    import hashlib  # noqa: PLC0415 - 10 ms that only large files pay for

    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").hexdigest()
    return cache_folder() / "gazetteers" / f"{content[:32]}-{FORMAT}-{KEYS_VERSION}"


def _pack(folder: Path, path: Path, places: Iterator[Place], ids: _Ids, problems: list[Problem]) -> None:
    """Pack all rows into a folder that is there whole or not at all."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix="part-", dir=folder.parent))
    except OSError as fault:
        raise _no_room(path, fault) from None
    try:
        while piece := list(islice(places, PIECE)):
            written = part / f"{len(list(part.glob('*.rows'))):04}.rows"
            write_pack(written, map(Row, piece), {})
            ids.packed(PackedRows(written))
        told = [[problem.row, problem.what, problem.likely] for problem in problems]
        (part / _DONE).write_text(json.dumps(told), encoding="utf-8")
        part.rename(folder)
    except OSError as fault:
        if not (folder / _DONE).is_file():  # packed by another run meanwhile
            raise _no_room(path, fault) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _no_room(path: Path, fault: OSError) -> UnreadableFile:
    what = f"has more than {MOST_IN_MEMORY:,} rows, and the cache folder cannot hold them: {fault.strerror}"
    return UnreadableFile(path.name, what, f"no space or no right to write in {cache_folder()}")


def _opened(folder: Path, path: Path, problems: list[Problem]) -> list[Rows]:
    told = json.loads((folder / _DONE).read_text(encoding="utf-8"))
    problems += [Problem(path.name, row, what, likely) for row, what, likely in told]
    return [PackedRows(file) for file in sorted(folder.glob("*.rows"))]
