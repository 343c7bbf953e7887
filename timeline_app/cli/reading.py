"""Commands that read and keep nothing: parse, dates, places, gazetteer."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from timeline_app.cli.options import (
    BAD_INPUT,
    OK,
    Commands,
    add_command,
    add_gazetteer_option,
    add_output,
    add_store,
    cores,
    day,
    exporter_of,
    file_path,
    gazetteer_of,
    name_and_value,
    named,
)
from timeline_app.cli.output import check_output, check_terminal, print_table, progress, report, say, write, write_text
from timeline_app.cli.stores import Opened, path_of

if TYPE_CHECKING:
    from timeline_app.geo.online import OnlineGeocoder


def add_parse(commands: Commands) -> None:
    """`timeline-app parse`."""
    parser = add_command(
        commands, "parse", _parse, "read documents and write their events as a timeline file",
        "timeline-app parse article.txt --published 2017-09-02\ntimeline-app parse *.html -o timeline.json",
    )  # fmt: skip
    parser.add_argument("files", nargs="+", type=file_path, metavar="FILE", help="txt, md, html, pdf, docx, csv")
    parser.add_argument("--published", type=day, metavar="DATE", help="publication day of every FILE")
    add_gazetteer_option(parser)
    add_output(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 when anything could not be read or resolved")


def _parse(arguments: argparse.Namespace) -> int:
    from timeline_app.model import Timeline
    from timeline_app.pipeline import parse_documents, read_all

    exporter = exporter_of(arguments.format)
    check_terminal(exporter, arguments.output)
    check_output(arguments.output, [*arguments.files, *arguments.gazetteer])
    documents, faults = read_all(arguments.files, arguments.published)
    gazetteer = gazetteer_of(arguments.gazetteer)
    timeline = parse_documents(documents, gazetteer, progress=progress(len(documents)), workers=cores())
    problems = (*faults, *gazetteer.problems, *timeline.problems)
    timeline = Timeline(timeline.sources, timeline.events, problems, timeline.judgements)
    write(exporter.write(timeline), arguments.output)
    report(problems)
    return BAD_INPUT if faults or (problems and arguments.strict) else OK


def add_dates(commands: Commands) -> None:
    """`timeline-app dates`."""
    parser = add_command(
        commands, "dates", _dates, "show the time expressions of a text, with their values and reasons",
        'timeline-app dates "The convoy left on Wednesday." --published 2017-09-02\ntimeline-app dates article.txt',
    )  # fmt: skip
    parser.add_argument("text", metavar="TEXT_OR_FILE")
    parser.add_argument("--published", type=day, metavar="D")
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
        write_text([json.dumps(rows, ensure_ascii=True, allow_nan=False, indent=1), "\n"])
        return OK
    table = ((m.text, m.timex_type, m.timex_value or "-", m.when.edtf if m.when else "-", m.reason) for m in mentions)
    print_table(("words", "type", "value", "EDTF", "reason"), table)
    return OK


def _is_file(text: str) -> bool:
    try:
        return len(text) < 4096 and Path(text).is_file()
    except (OSError, ValueError):
        return False


def add_places(commands: Commands) -> None:
    """`timeline-app places`."""
    parser = add_command(
        commands, "places", _places, "show what places a name may mean",
        'timeline-app places "Deir Azur" "Es Sukhne"\ntimeline-app places Tripoli --country LB',
    )  # fmt: skip
    parser.add_argument("names", nargs="+", metavar="NAME")
    parser.add_argument("--country", help="ISO code, such as SY")
    add_gazetteer_option(parser)
    parser.add_argument(
        "--online", metavar="SERVICE", type=named,
        help="ask this service of geopy (nominatim, photon ...) for names the gazetteer lacks; they leave this machine",
    )  # fmt: skip
    parser.add_argument(
        "--online-option", metavar="NAME=VALUE", action="append", default=[], type=name_and_value,
        help="what the service needs, such as api_key=...; may be repeated",
    )  # fmt: skip


def _places(arguments: argparse.Namespace) -> int:
    gazetteer = gazetteer_of(arguments.gazetteer)
    report(gazetteer.problems)
    online = _online(arguments) if arguments.online else None
    missing = False
    rows: list[tuple[str, ...]] = []
    for name in arguments.names:
        candidates = gazetteer.lookup(name, country=arguments.country)
        if not candidates and online is not None:
            candidates = online.lookup(name, arguments.country or "")
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
            say(f"{name!r}: no place of that name is in the gazetteer")
    if rows:
        print_table(("name", "place", "kind", "in", "latitude, longitude", "radius", "score", "reasons"), rows)
    return BAD_INPUT if missing else OK


def _online(arguments: argparse.Namespace) -> OnlineGeocoder:
    from timeline_app.geo.online import OnlineGeocoder

    return OnlineGeocoder(arguments.online, dict(arguments.online_option))


def add_gazetteer(commands: Commands) -> None:
    """`timeline-app gazetteer`."""
    parser = add_command(
        commands, "gazetteer", _gazetteer_command,
        "list the layers of the gazetteer, check it row by row, or write what was said of names in a store as its rows",
        "timeline-app gazetteer info\ntimeline-app gazetteer check --gazetteer my-places.csv\n"
        "timeline-app gazetteer corrections --store case.sqlite > rows.csv",
    )  # fmt: skip
    parser.add_argument("what", choices=("info", "check", "corrections"))
    add_gazetteer_option(parser)
    add_store(parser)


def _gazetteer_command(arguments: argparse.Namespace) -> int:
    if arguments.what == "info":
        for layer in gazetteer_of(arguments.gazetteer).layers:
            print(f"{layer.name}\t{layer.rows} rows\t{layer.date}\t{layer.licence}\t{layer.source}")
        return OK
    if arguments.what == "corrections":
        return _corrections(arguments.store)
    from timeline_app.geo import check_gazetteer

    paths: list[Path | None] = [*arguments.gazetteer] or [None]
    problems = [problem for path in paths for problem in check_gazetteer(path)]
    report(problems)
    print(f"{len(problems)} problems" if problems else "the gazetteer is in order")
    return BAD_INPUT if problems else OK


def _corrections(store: str | None) -> int:
    """What persons said names mean, as rows for `gazetteer.csv`."""
    from timeline_app.geo import gazetteer_rows

    with Opened(path_of(store), must_exist=True) as opened:
        write_text([gazetteer_rows(opened.place_corrections())])
    return OK
