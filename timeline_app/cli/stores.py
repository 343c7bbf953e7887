"""Commands on a store: run, import, export."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.options import (
    BAD_INPUT,
    OK,
    Commands,
    add_command,
    add_filters,
    add_output,
    add_store,
    column_and_field,
    cores,
    day,
    exporter_of,
    file_path,
    gazetteer_of,
    port,
    query_of,
    said_of_columns,
)
from timeline_app.cli.output import check_output, check_terminal, progress, report, say, write
from timeline_app.errors import TimelineError

if TYPE_CHECKING:
    from timeline_app.model import Problem
    from timeline_app.store import Store


def add_run(commands: Commands) -> None:
    """`timeline-app run`."""
    parser = add_command(
        commands, "run", _run, "open the dashboard",
        "timeline-app run\ntimeline-app run --example\n"
        "timeline-app run --no-browser --port 8600 article.txt events.csv",
    )  # fmt: skip
    parser.add_argument("files", nargs="*", type=file_path, metavar="FILE", help="added to the store first")
    which = parser.add_mutually_exclusive_group()
    add_store(which)
    which.add_argument("--example", action="store_true", help="a store of its own that holds the example")
    parser.add_argument("--port", type=port, metavar="N")
    parser.add_argument("--no-browser", action="store_true", help="serve only")
    parser.add_argument("--published", type=day, metavar="DATE", help="publication day of every FILE")
    add_filters(parser)


def _run(arguments: argparse.Namespace) -> int:
    from timeline_app.dashboard.serve import serve
    from timeline_app.settings import example_store_path

    query_of(arguments)
    path = str(example_store_path()) if arguments.example else path_of(arguments.store)
    if arguments.example:
        load_example(path)
    if arguments.files:
        _report_import(path, arguments.files, arguments.published)
    return serve(
        path, arguments.port, browser=not arguments.no_browser, query=_url_query(arguments), example=arguments.example
    )


def _url_query(arguments: argparse.Namespace) -> list[tuple[str, str]]:
    """The filters as the dashboard's own URL names."""
    single = {"from": arguments.first, "to": arguments.last, "known": arguments.known_by, "q": arguments.text}
    many = ("type", "actor", "place", "source", "origin", "review")
    single["area"] = arguments.area
    query = [(name, str(value)) for name, value in single.items() if value]
    query += [("certainty", "certainly inside")] if arguments.certain else []
    query += [(name, "false") for name in ("undated", "unplaced", "guesses") if vars(arguments)[f"no_{name}"]]
    return query + [(name, value) for name in many for value in vars(arguments)[name]]


def load_example(path: str) -> None:
    """The seeds in a store; what it holds already stays as it is."""
    from timeline_app.settings import seed_files

    _report_import(path, seed_files())


def _report_import(path: str, files: Sequence[Path], published: date | None = None) -> None:
    faults, problems = _import_files(path, files, published)
    report([*faults, *problems])


def add_export(commands: Commands) -> None:
    """`timeline-app export`."""
    parser = add_command(
        commands, "export", _export, "write what a store holds, filtered",
        "timeline-app export -o everything.json\ntimeline-app export --from 2017-08-14 --to 2017-09-14 --type strike",
    )  # fmt: skip
    add_store(parser)
    add_output(parser)
    add_filters(parser)


def _export(arguments: argparse.Namespace) -> int:
    from timeline_app.model import Query, Timeline

    exporter = exporter_of(arguments.format)
    query = query_of(arguments)
    check_terminal(exporter, arguments.output)
    check_output(arguments.output, [path_of(arguments.store)])
    from timeline_app.geo import load_gazetteer
    from timeline_app.views import events_frame, select
    from timeline_app.views.frames.known import publication_days, with_named_days
    from timeline_app.views.frames.spelled import places_spelled
    from timeline_app.views.frames.tellers import article_by_any_name, articles_in, with_articles

    with Opened(path_of(arguments.store), must_exist=True) as store:
        timeline, documents = store.timeline(), store.documents()
    if query == Query():
        write(exporter.write(timeline), arguments.output)
        return OK
    ids = {document.id for document in documents}
    days = publication_days(documents, (source for source in timeline.sources if source.id not in ids))
    frame = with_named_days(events_frame(timeline.events), days)
    kept = {document.id: document for document in documents}
    sources = {source.id: source for source in timeline.sources}
    frame = with_articles(frame, articles_in(frame, kept, sources))
    query = replace(
        query,
        sources=tuple(article_by_any_name(name, documents) for name in query.sources),
        spelled=places_spelled(query.text, load_gazetteer()) if query.text.strip() else (),
    )
    selection = select(frame, query)
    view = Timeline(timeline.sources, selection.events, timeline.problems, timeline.judgements)
    write(exporter.write(view, query, selection.ledger), arguments.output)
    say(f"{selection.ledger.kept} of {selection.ledger.total} events")
    return OK


def add_import(commands: Commands) -> None:
    """`timeline-app import`."""
    parser = add_command(
        commands, "import", _import,
        "add timeline files, event lists (csv, xlsx, JSON), GeoJSON, KML, TimelineJS and documents to a store",
        "timeline-app import timeline.json\ntimeline-app import events.xlsx article.txt --store case.sqlite\n"
        'timeline-app import list.csv --map "Datum=date" --map "Was=title" --map "Notiz="',
    )  # fmt: skip
    parser.add_argument("files", nargs="+", type=file_path, metavar="FILE")
    add_store(parser)
    parser.add_argument("--published", type=day, metavar="DATE", help="publication day of every document")
    parser.add_argument(
        "--map", dest="said", action="append", default=[], type=column_and_field, metavar="COLUMN=FIELD",
        help="read this column of every list as that field (title, date, place ...), or not at all: COLUMN=",
    )  # fmt: skip
    parser.add_argument("--sheet", default="", metavar="NAME", help="the sheet of spreadsheets; else the one that fits")
    parser.add_argument("--strict", action="store_true", help="exit 1 when anything could not be read or resolved")


def _import(arguments: argparse.Namespace) -> int:
    said = said_of_columns(arguments.said)
    faults, problems = _import_files(
        path_of(arguments.store), arguments.files, arguments.published, said, arguments.sheet
    )
    report([*faults, *problems])
    return BAD_INPUT if faults or (problems and arguments.strict) else OK


def _import_files(
    store_path: str,
    files: Sequence[Path],
    published: date | None,
    said: Mapping[str, str] | None = None,
    sheet: str = "",
) -> tuple[Sequence[Problem], Sequence[Problem]]:
    """Add what can be read; what is wrong with files that cannot be taken, and what is wrong within the others."""
    from timeline_app.pipeline import add_gathered, gather

    gazetteer = gazetteer_of(())
    # Before the store is opened: where no file can be taken, nothing changes.
    found = gather(files, gazetteer, published, said, sheet)
    with Opened(store_path) as store:
        added = add_gathered(store, found, gazetteer, _user(), progress(len(found.documents)), cores())
    say(added.line)
    return found.faults, added.problems


def _user() -> str:
    """The operating system's name of the user, for the history."""
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def path_of(store: str | None) -> str:
    """The store asked for, or the user's own."""
    from timeline_app.settings import default_store_path

    return str(default_store_path()) if store is None else store


class Opened:
    """A store that is closed again whatever happens."""

    def __init__(self, path: str, must_exist: bool = False) -> None:
        self._path = path
        self._must_exist = must_exist

    def __enter__(self) -> Store:
        from timeline_app.store import open_store

        path = self._path
        if self._must_exist and "://" not in path and not Path(path).exists():
            raise TimelineError(f"there is no store at {path} yet: add files with 'timeline-app import' first")
        self._store: Store = open_store(path)
        return self._store

    def __exit__(self, *_: object) -> None:
        self._store.close()
