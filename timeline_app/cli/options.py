"""Options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from timeline_app.errors import TimelineError

if TYPE_CHECKING:
    from timeline_app.export import Exporter
    from timeline_app.geo import Gazetteer
    from timeline_app.model import Area, Query

OK, BAD_INPUT, USAGE = 0, 1, 2

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What `add_subparsers` gives; argparse has no public name for it."""


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
    examples: str,
) -> argparse.ArgumentParser:
    """A command of that name; `run` gets the arguments and gives the exit code."""
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary[:1].upper() + summary[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in examples.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=run)
    return parser


def day(text: str) -> date:
    """A day of the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written YYYY-MM-DD, such as 2017-08-30") from None


def first_day(text: str) -> date:
    """The first day of a day, month, year or decade of the command line, in EDTF or words."""
    return _range(text)[0]


def last_day(text: str) -> date:
    """The last day of the same."""
    return _range(text)[1]


def _range(text: str) -> tuple[date, date]:
    from timeline_app.pipeline import explain_date

    read = explain_date(text)
    when = read.when
    if read.readings:
        raise argparse.ArgumentTypeError(read.fault)
    if when is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: write 2017-08-28, 2017-08, 'Aug 2017', 2017 or 1990s")
    return when.earliest, when.latest


def port(text: str) -> int:
    """A port of the command line."""
    if text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port between 1 and 65535")


def file_path(text: str) -> Path:
    """A file of the command line; an empty word is a variable that was not set, not the folder at hand."""
    return Path(named(text))


def named(text: str) -> str:
    """A name of the command line that must not be empty."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty name (likely mistake: a variable that is not set)")
    return text


def name_and_value(text: str) -> tuple[str, str]:
    """A setting of the command line."""
    name, mark, value = text.partition("=")
    if not mark or not name.isidentifier():
        raise argparse.ArgumentTypeError(f"{text!r} is not written NAME=VALUE")
    return name, value


def area(text: str) -> Area:
    """A box of the command line."""
    from timeline_app.model import Area

    try:
        return Area.of_text(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from None


def column_and_field(text: str) -> tuple[str, str]:
    """A column of a list and what it is, of the command line; the last "=" parts them."""
    column, mark, field = text.rpartition("=")
    if not mark or not column.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not written COLUMN=FIELD, such as Datum=date")
    return column.strip(), field.strip()


def said_of_columns(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """What `--map` says of columns.

    Raises:
        TimelineError: an unknown field, or one column twice.
    """
    from timeline_app.imports import SYNONYMS

    said: dict[str, str] = {}
    for column, field in pairs:
        if field and field not in SYNONYMS:
            raise TimelineError(f"--map: {field!r} is none of {', '.join(SYNONYMS)}")
        if said.setdefault(column, field) != field:
            raise TimelineError(f"--map: the column {column!r} is named twice")
    return said


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The options that make a `Query`."""
    group = parser.add_argument_group("filters")
    group.add_argument(
        "--from", dest="first", type=first_day, metavar="DATE", help="first day, month or year, included"
    )
    group.add_argument("--to", dest="last", type=last_day, metavar="DATE", help="last day, month or year, included")
    group.add_argument(
        "--area", type=area, metavar="S,W,N,E", help="a box on the map: south,west,north,east in degrees"
    )
    group.add_argument(
        "--certain", action="store_true", help="only what lies certainly in that range and area, not what may"
    )
    group.add_argument("--no-undated", action="store_true", help="leave out events without a date")
    group.add_argument("--no-unplaced", action="store_true", help="leave out events without a place")
    group.add_argument("--no-guesses", action="store_true", help="leave out events dated only by their publication")
    group.add_argument("--known-by", type=last_day, metavar="DATE", help="only what was published up to then")
    for name in ("type", "actor", "place", "source"):
        group.add_argument(
            f"--{name}", action="append", default=[], metavar=name[0].upper(), help=f"only this {name}; may be repeated"
        )
    group.add_argument("--text", default="", metavar="WORDS", help="only events that hold every word")
    group.add_argument("--origin", action="append", default=[], choices=("curated", "parsed"))
    group.add_argument("--review", action="append", default=[], choices=("draft", "accepted", "rejected", "unsure"))


def query_of(arguments: argparse.Namespace) -> Query:
    """What the filter options ask for.

    Raises:
        TimelineError: an unknown type, or a first day after the last.
    """
    from timeline_app.model import EVENT_TYPES, Query

    unknown = [name for name in arguments.type if name not in EVENT_TYPES]
    if unknown:
        raise TimelineError(f"--type {unknown[0]!r} is none of {', '.join(EVENT_TYPES)}")
    try:
        return Query(
            first=arguments.first,
            last=arguments.last,
            area=arguments.area,
            certainty="certain" if arguments.certain else "possible",
            undated=not arguments.no_undated,
            unplaced=not arguments.no_unplaced,
            guesses=not arguments.no_guesses,
            known_by=arguments.known_by,
            types=tuple(arguments.type),
            actors=tuple(arguments.actor),
            places=tuple(arguments.place),
            sources=tuple(arguments.source),
            text=arguments.text,
            origins=tuple(arguments.origin),
            reviews=tuple(arguments.review),
        )
    except ValueError as fault:
        raise TimelineError(f"--from and --to: {fault}") from None


def add_gazetteer_option(parser: argparse.ArgumentParser) -> None:
    """Layers of the user's own."""
    parser.add_argument(
        "--gazetteer",
        action="append",
        default=[],
        type=file_path,
        metavar="FILE",
        help="a gazetteer of your own, beside ours; may be repeated",
    )


def add_store(parser: argparse.ArgumentParser | argparse._MutuallyExclusiveGroup) -> None:
    """Which store."""
    parser.add_argument("--store", type=named, metavar="PATH_OR_URL", help="another store than your own")


def add_output(parser: argparse.ArgumentParser) -> None:
    """Where the result goes, and in which format."""
    parser.add_argument(
        "--format", default="json", help="json, the timeline file (default), csv, xlsx, geojson, kml or timelinejs"
    )
    parser.add_argument("-o", "--output", type=file_path, metavar="OUT", help="a file instead of standard output")


def cores() -> int:
    """How many processes may read at once: every core this program may use."""
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def gazetteer_of(files: Sequence[Path]) -> Gazetteer:
    """Our layers below the user's."""
    from timeline_app.geo import load_gazetteer

    return load_gazetteer(*files)


def exporter_of(name: str) -> Exporter:
    """The format of that name.

    Raises:
        TimelineError: there is none.
    """
    from timeline_app.export import EXPORTERS

    if name not in EXPORTERS:
        raise TimelineError(f"--format {name!r} is none of {', '.join(EXPORTERS)}")
    return EXPORTERS[name]
