"""The command that tells what sources disagree on: compare."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.options import OK, Commands, add_command, file_path, gazetteer_of, named
from timeline_app.cli.output import check_output, report, say, write
from timeline_app.cli.stores import Opened, path_of
from timeline_app.errors import TimelineError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline_app.model import Source, Timeline
    from timeline_app.views.claims.compare import Disagreement

_STORE_BEGINS = b"SQLite format 3\0"


def add_compare(commands: Commands) -> None:
    """`timeline-app compare`."""
    parser = add_command(
        commands, "compare", _compare, "list what the sources of a store or a timeline file disagree on, largest first",
        "timeline-app compare\ntimeline-app compare case.sqlite --strict\n"
        "timeline-app compare timeline.json --format csv -o disagreements.csv",
    )  # fmt: skip
    parser.add_argument(
        "what", nargs="?", type=named, metavar="STORE_OR_FILE",
        help="a store, a timeline file or an event list; your own store without it",
    )  # fmt: skip
    parser.add_argument("--strict", action="store_true", help="leave out what may all be true")
    parser.add_argument("--order", choices=("largest", "date"), default="largest")
    parser.add_argument("--format", choices=("text", "csv"), default="text")
    parser.add_argument("-o", "--output", type=file_path, metavar="OUT", help="a file instead of standard output")


def _compare(arguments: argparse.Namespace) -> int:
    from timeline_app.views.claims.compare import Choice, choose, disagreements, summary

    what = path_of(arguments.what)
    check_output(arguments.output, [what])
    timeline, sources = _read(what)
    found = disagreements(timeline.events)
    kept = choose(found, Choice(strict=arguments.strict, order=arguments.order))
    write((piece.encode("utf-8") for piece in _written(arguments.format, kept, sources)), arguments.output)
    say(summary(kept, len(found)) if found else "no two sources disagree yet")
    return OK


def _written(form: str, found: list[Disagreement], sources: dict[str, Source]) -> Iterable[str]:
    from timeline_app.export import write_table
    from timeline_app.views.claims.compare import COLUMNS, table_rows, text_lines

    return write_table(COLUMNS, table_rows(found, sources)) if form == "csv" else text_lines(found, sources)


def _read(what: str) -> tuple[Timeline, dict[str, Source]]:
    """The timeline of a store or a file, and its sources by id and file name."""
    from timeline_app.views.claims.compare import named_sources

    if "://" in what or _is_store(Path(what)):
        with Opened(what, must_exist=True) as store:
            timeline = store.timeline()
            return timeline, named_sources(store.documents(), timeline.sources)
    from timeline_app.imports import read_events

    timeline = read_events(Path(what), gazetteer_of(()))
    report(timeline.problems)
    return timeline, named_sources((), timeline.sources)


def _is_store(path: Path) -> bool:
    """Whether a path holds a database; of what is not there, its name says what was meant."""
    if not path.exists():
        return path.suffix.lower() not in (".json", ".geojson", ".csv")
    try:
        with path.open("rb") as file:
            return file.read(len(_STORE_BEGINS)) == _STORE_BEGINS
    except OSError as fault:
        raise TimelineError(f"{path}: cannot be read ({fault.strerror})") from None
