"""The command line: results on standard output, everything else on standard error, exit 0, 1 or 2."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from timeline_app import __version__
from timeline_app.cli import comparing, reading, stores
from timeline_app.cli.options import BAD_INPUT, OK
from timeline_app.cli.output import forget_output, say
from timeline_app.errors import TimelineError

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 bad input, 2 wrong usage."""
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        return command(arguments)
    except TimelineError as fault:
        say(f"error: {fault}")
        return BAD_INPUT
    except BrokenPipeError:
        forget_output()
        return OK
    except KeyboardInterrupt:
        say("stopped")
        return BAD_INPUT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app",
        description="Dated, placed, sourced events from news articles and event lists.",
        epilog="timeline-app COMMAND --help shows a command's options and examples.",
    )
    parser.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    stores.add_run(commands)
    reading.add_parse(commands)
    stores.add_export(commands)
    stores.add_import(commands)
    comparing.add_compare(commands)
    reading.add_dates(commands)
    reading.add_places(commands)
    reading.add_gazetteer(commands)
    return parser
