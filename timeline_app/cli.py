"""The command line: results on standard output, everything else on standard error, exit 0, 1 or 2."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app import __version__
from timeline_app.errors import TimelineError

if TYPE_CHECKING:
    from timeline_app.export import Exporter
    from timeline_app.geo import Gazetteer
    from timeline_app.model import Problem, Query
    from timeline_app.pipeline import Progress
    from timeline_app.store import Store

OK, BAD_INPUT, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code: 0 done, 1 bad input, 2 wrong usage."""
    arguments = _parser().parse_args(argv)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        return command(arguments)
    except TimelineError as fault:
        _say(f"error: {fault}")
        return BAD_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        _say("stopped")
        return BAD_INPUT


def _say(line: str) -> None:
    """One line on standard error; control characters of hostile names are shown, not obeyed."""
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" if ord(c) < 256 else f"\\u{ord(c):04x}" for c in line)
    print(shown.encode("utf-8", "backslashreplace").decode(), file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline-app",
        description="Dated, placed, sourced events from news articles and event lists.",
        epilog="timeline-app COMMAND --help shows a command's options and examples.",
    )
    parser.add_argument("--version", action="version", version=f"timeline-app {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_run(commands)
    _add_parse(commands)
    _add_export(commands)
    _add_import(commands)
    _add_dates(commands)
    _add_places(commands)
    _add_gazetteer(commands)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    summary: str,
    examples: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=summary,
        description=summary[:1].upper() + summary[1:] + ".",
        epilog="examples:\n" + "\n".join(f"  {line}" for line in examples.splitlines()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=run)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written YYYY-MM-DD, such as 2017-08-30") from None


def _port(text: str) -> int:
    if text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is not a port between 1 and 65535")


FILTERS = ("from", "to", "known-by", "type", "actor", "place", "source", "text", "origin", "review")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filters")
    group.add_argument("--from", dest="first", type=_day, metavar="DATE", help="first day, YYYY-MM-DD, included")
    group.add_argument("--to", dest="last", type=_day, metavar="DATE", help="last day, included")
    group.add_argument("--known-by", type=_day, metavar="DATE", help="only what was published up to that day")
    for name in ("type", "actor", "place", "source"):
        group.add_argument(
            f"--{name}", action="append", default=[], metavar=name[0].upper(), help=f"only this {name}; may be repeated"
        )
    group.add_argument("--text", default="", metavar="WORDS", help="only events that hold every word")
    group.add_argument("--origin", action="append", default=[], choices=("curated", "parsed"))
    group.add_argument("--review", action="append", default=[], choices=("draft", "accepted", "rejected"))


def _query(arguments: argparse.Namespace) -> Query:
    from timeline_app.model import EVENT_TYPES, Query

    unknown = [name for name in arguments.type if name not in EVENT_TYPES]
    if unknown:
        raise TimelineError(f"--type {unknown[0]!r} is none of {', '.join(EVENT_TYPES)}")
    try:
        return Query(
            first=arguments.first,
            last=arguments.last,
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


def _add_run(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "run", _run, "open the dashboard",
        "timeline-app run\ntimeline-app run --example\n"
        "timeline-app run --no-browser --port 8600 article.txt events.csv",
    )  # fmt: skip
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="added to the store first")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--store", metavar="PATH_OR_URL", help="another store than your own")
    which.add_argument("--example", action="store_true", help="a store of its own that holds the example")
    parser.add_argument("--port", type=_port, metavar="N")
    parser.add_argument("--no-browser", action="store_true", help="serve only")
    parser.add_argument("--published", type=_day, metavar="DATE", help="publication day of every FILE")
    _add_filters(parser)


def _run(arguments: argparse.Namespace) -> int:
    from timeline_app.dashboard.serve import serve
    from timeline_app.settings import default_store_path, example_store_path

    _query(arguments)
    path = str(example_store_path() if arguments.example else arguments.store or default_store_path())
    if arguments.example:
        load_example(path)
    if arguments.files:
        _report(_import_files(path, arguments.files, arguments.published))
    return serve(
        path, arguments.port, browser=not arguments.no_browser, query=_url_query(arguments), example=arguments.example
    )


def _url_query(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    """The filters as the dashboard's own URL names."""
    single = {"from": arguments.first, "to": arguments.last, "known": arguments.known_by, "q": arguments.text}
    many = ("type", "actor", "place", "source", "origin", "review")
    query = [(name, str(value)) for name, value in single.items() if value]
    return query + [(name, value) for name in many for value in vars(arguments)[name]]


def load_example(path: str) -> None:
    """The seeds in a store; what it holds already stays as it is."""
    from timeline_app.settings import seed_files

    _report(_import_files(path, seed_files(), None))


def _add_parse(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "parse", _parse, "read documents and write their events as a timeline file",
        "timeline-app parse article.txt --published 2017-09-02\ntimeline-app parse *.html -o timeline.json",
    )  # fmt: skip
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="txt, md, html, pdf, docx, csv")
    parser.add_argument("--published", type=_day, metavar="DATE", help="publication day of every FILE")
    _add_gazetteer_option(parser)
    _add_output(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 when anything could not be read or resolved")


def _add_gazetteer_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--gazetteer",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help="a gazetteer of your own, beside ours",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", default="json", help="json, the timeline file (default)")
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", help="a file instead of standard output")


def _parse(arguments: argparse.Namespace) -> int:
    from timeline_app.model import Timeline
    from timeline_app.pipeline import parse_documents, read_all

    exporter = _exporter(arguments.format)
    documents, faults = read_all(arguments.files, arguments.published)
    gazetteer = _gazetteer(arguments.gazetteer)
    timeline = parse_documents(documents, gazetteer, progress=_progress(len(documents)))
    problems = (*faults, *gazetteer.problems, *timeline.problems)
    timeline = Timeline(timeline.sources, timeline.events, problems, timeline.judgements)
    _write(exporter.write(timeline), arguments.output)
    _report(problems)
    return BAD_INPUT if faults or (problems and arguments.strict) else OK


def _gazetteer(files: Sequence[Path]) -> Gazetteer:
    from timeline_app.geo import load_gazetteer

    return load_gazetteer(*files)


def _progress(total: int) -> Progress | None:
    """Progress on standard error, only where somebody watches and waits."""
    if total < 3 or not sys.stderr.isatty():
        return None
    return lambda done, of, name: _say(f"{done}/{of} {name}" if name else f"{done}/{of} done")


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "export", _export, "write what a store holds, filtered",
        "timeline-app export -o everything.json\ntimeline-app export --from 2017-08-14 --to 2017-09-14 --type strike",
    )  # fmt: skip
    parser.add_argument("--store", metavar="PATH_OR_URL", help="another store than your own")
    _add_output(parser)
    _add_filters(parser)


def _export(arguments: argparse.Namespace) -> int:
    from timeline_app.model import Query, Timeline

    exporter = _exporter(arguments.format)
    query = _query(arguments)
    from timeline_app.views import events_frame, select

    with _Opened(arguments.store, must_exist=True) as store:
        timeline = store.timeline()
    if query == Query():
        _write(exporter.write(timeline), arguments.output)
        return OK
    selection = select(events_frame(timeline.events), query)
    view = Timeline(timeline.sources, selection.events, timeline.problems, timeline.judgements)
    _write(exporter.write(view, query, selection.ledger), arguments.output)
    _say(f"{selection.ledger.kept} of {selection.ledger.total} events")
    return OK


def _add_import(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "import", _import, "add timeline files, event lists, GeoJSON and documents to a store",
        "timeline-app import timeline.json\ntimeline-app import events.csv article.txt --store case.sqlite",
    )  # fmt: skip
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--store", metavar="PATH_OR_URL", help="another store than your own")
    parser.add_argument("--published", type=_day, metavar="DATE", help="publication day of every document")
    parser.add_argument("--strict", action="store_true", help="exit 1 when anything could not be read or resolved")


def _import(arguments: argparse.Namespace) -> int:
    from timeline_app.settings import default_store_path

    path = arguments.store or str(default_store_path())
    problems = _import_files(path, arguments.files, arguments.published)
    _report(problems)
    return BAD_INPUT if problems and arguments.strict else OK


def _import_files(store_path: str, files: Sequence[Path], published: date | None) -> Sequence[Problem]:
    from timeline_app.pipeline import add_gathered, gather

    gazetteer = _gazetteer(())
    found = gather(files, gazetteer, published)  # all is read before the store is opened: a bad file changes nothing
    with _Opened(store_path) as store:
        added = add_gathered(store, found, gazetteer, _user(), _progress(len(found.documents)))
    _say(added.line)
    return added.problems


def _user() -> str:
    """The operating system's name of the user, for the history."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


class _Opened:
    """A store that is closed again whatever happens."""

    def __init__(self, where: str | None, must_exist: bool = False) -> None:
        self._where = where
        self._must_exist = must_exist

    def __enter__(self) -> Store:
        from timeline_app.settings import default_store_path
        from timeline_app.store import open_store

        path = self._where or str(default_store_path())
        if self._must_exist and "://" not in path and not Path(path).exists():
            raise TimelineError(f"there is no store at {path} yet: add files with 'timeline-app import' first")
        self._store: Store = open_store(path)
        return self._store

    def __exit__(self, *_: object) -> None:
        self._store.close()


def _exporter(name: str) -> Exporter:
    from timeline_app.export import EXPORTERS

    if name not in EXPORTERS:
        raise TimelineError(f"--format {name!r} is none of {', '.join(EXPORTERS)}")
    return EXPORTERS[name]


def _write(chunks: Iterable[str], output: Path | None) -> None:
    """To standard output, or to a file that is there whole or not at all."""
    if output is None:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    part = output.with_name(output.name + ".part")
    try:
        with part.open("wb") as file:
            for chunk in chunks:
                file.write(chunk.encode("utf-8"))
        part.replace(output)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise TimelineError(f"{output}: cannot be written ({fault.strerror})") from None


def _report(problems: Iterable[Problem]) -> None:
    """Each problem on a line, with a count."""
    listed = list(problems)
    for problem in listed[:50]:
        _say(f"warning: {problem}")
    if len(listed) > 50:
        _say(f"warning: and {len(listed) - 50} more, all in the export's 'problems'")


def _add_dates(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "dates", _dates, "show the time expressions of a text, with their values and reasons",
        'timeline-app dates "The convoy left on Wednesday." --published 2017-09-02\ntimeline-app dates article.txt',
    )  # fmt: skip
    parser.add_argument("text", metavar="TEXT_OR_FILE")
    parser.add_argument("--published", type=_day, metavar="D")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def _dates(arguments: argparse.Namespace) -> int:
    from timeline_app.documents import read_documents
    from timeline_app.model import when_to_wire
    from timeline_app.temporal import find_dates

    text, published = arguments.text, arguments.published
    if _is_file(text):
        document = read_documents(Path(text), published)[0]
        text, published = document.text, document.published
    mentions = find_dates(text, published)
    if arguments.format == "json":
        rows = [
            {
                "start": m.start, "end": m.end, "text": m.text, "timex_type": m.timex_type,
                "timex_value": m.timex_value,
                "when": m.when and when_to_wire(m.when), "reason": m.reason,
            }
            for m in mentions
        ]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=True, allow_nan=False, indent=1))
        return OK
    table = ((m.text, m.timex_type, m.timex_value or "-", m.when.edtf if m.when else "-", m.reason) for m in mentions)
    _print_table(("words", "type", "value", "EDTF", "reason"), table)
    return OK


def _print_table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Columns as wide as their widest cell (the last one runs on); control characters are shown."""
    from timeline_app.views import visible

    shown = [tuple(" ".join(visible(cell).split()) for cell in row) for row in (head, *rows)]
    widths = [min(40, max(len(row[i]) for row in shown)) for i in range(len(head) - 1)]
    for row in shown:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        print(f"{line}  {row[-1]}".encode("utf-8", "backslashreplace").decode())


def _is_file(text: str) -> bool:
    try:
        return len(text) < 4096 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def _add_places(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "places", _places, "show what places a name may mean",
        'timeline-app places "Deir Azur" "Es Sukhne"\ntimeline-app places Tripoli --country LB',
    )  # fmt: skip
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--country", help="ISO code, such as SY")
    _add_gazetteer_option(parser)


def _places(arguments: argparse.Namespace) -> int:
    gazetteer = _gazetteer(arguments.gazetteer)
    _report(gazetteer.problems)
    missing = False
    rows: list[tuple[str, ...]] = []
    for name in arguments.names:
        candidates = gazetteer.lookup(name, country=arguments.country)
        missing |= not candidates
        rows += [
            (
                name, candidate.place.name, candidate.place.kind,
                " ".join(part for part in (candidate.place.country, candidate.place.admin1) if part),
                f"{candidate.place.lat:.4f}, {candidate.place.lon:.4f}", f"±{candidate.place.radius_km:g} km",
                f"{candidate.score:.2f}", "; ".join(candidate.reasons),
            )
            for candidate in candidates
        ]  # fmt: skip
        if not candidates:
            _say(f"{name!r}: no place of that name is in the gazetteer")
    if rows:
        _print_table(("name", "place", "kind", "in", "latitude, longitude", "radius", "score", "reasons"), rows)
    return BAD_INPUT if missing else OK


def _add_gazetteer(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands, "gazetteer", _gazetteer_command, "list the layers of the gazetteer, or check it row by row",
        "timeline-app gazetteer info\ntimeline-app gazetteer check --gazetteer my-places.csv",
    )  # fmt: skip
    parser.add_argument("what", choices=("info", "check"))
    _add_gazetteer_option(parser)


def _gazetteer_command(arguments: argparse.Namespace) -> int:
    if arguments.what == "info":
        for layer in _gazetteer(arguments.gazetteer).layers:
            print(f"{layer.name}\t{layer.rows} rows\t{layer.date}\t{layer.licence}\t{layer.source}")
        return OK
    from timeline_app.geo import check_gazetteer

    paths: list[Path | None] = [*arguments.gazetteer] or [None]
    problems = [problem for path in paths for problem in check_gazetteer(path)]
    _report(problems)
    print(f"{len(problems)} problems" if problems else "the gazetteer is in order")
    return BAD_INPUT if problems else OK


if __name__ == "__main__":
    sys.exit(main())
