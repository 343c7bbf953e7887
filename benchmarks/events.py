"""Predictions for a file of event benchmarks (headlines with the day of their source), and the speed of a whole parse.

    python benchmarks/events.py ../shared/bench/event/ucdp_syria.dev.jsonl out.jsonl
    python ../shared/bench/score.py state ../shared/bench/event/ucdp_syria.dev.jsonl out.jsonl
    python benchmarks/events.py --speed ../shared/bench/temporal/meantime.dev.jsonl

A row's text holds one headline or several, parted by semicolons. Each is parsed as a document of that day; the dates
are those of the events found, in order, and the day of the source where a headline gives no event. Places are those
of the events, else the ones named. --speed FILE parses the texts of a file of rows once (body, dates, places,
events), without it the example's articles, and, where it is installed, runs dateparser's search on the same texts
in the same run, as it is called by itself (it finds out the language) and with English told.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from timeline_app.documents import read_text
from timeline_app.errors import TimelineError
from timeline_app.geo import Gazetteer, load_gazetteer
from timeline_app.model import Event, Place, Where
from timeline_app.pipeline import parse_document, read_mentions

Row = dict[str, Any]
ROOT = Path(__file__).resolve().parent.parent
ARTICLES = sorted((ROOT / "seeds" / "articles").glob("*.txt"))
COARSE_KM = 30.0
"""A headline that names a place and its province means the place: governorates and countries are larger than this."""


def main() -> None:
    """Write predictions, or measure speed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path, nargs="?")
    options.add_argument("out", type=Path, nargs="?")
    options.add_argument("--speed", nargs="?", type=Path, const=ARTICLES[0].parent, metavar="FILE")
    chosen = options.parse_args()
    if chosen.speed:
        _speed(chosen.speed)
    if chosen.gold is None or chosen.out is None:
        return
    gazetteer = load_gazetteer()
    rows = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").split("\n") if line]
    with chosen.out.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps({"doc_id": row["doc_id"], **_predicted(row, gazetteer)}) + "\n")


def _predicted(row: Row, gazetteer: Gazetteer) -> Row:
    day = date.fromisoformat(row["dct"][:10])
    dates: list[list[str]] = []
    points: list[Place | Where] = []
    for headline in row["text"].split(";"):
        try:
            document = read_text(headline, published=day)
        except TimelineError:
            continue  # an empty headline
        events = parse_document(document, gazetteer)
        dates += [_span(event, day) for event in events] or [[day.isoformat()] * 2]
        points += [
            mention.place
            for mention in read_mentions(document, gazetteer)[1]
            if mention.place and mention.use == "place"
        ]
    points.sort(key=lambda point: (point.radius_km or 0) > COARSE_KM)
    return {"dates": dates, "places": [{"lat": point.lat, "lon": point.lon} for point in points]}


def _span(event: Event, day: date) -> list[str]:
    when = event.when
    return [day.isoformat()] * 2 if when is None else [when.earliest.isoformat(), when.latest.isoformat()]


def _speed(source: Path) -> None:
    gazetteer = load_gazetteer()
    if source.is_file():
        texts = [json.loads(line)["text"] for line in source.read_text(encoding="utf-8").split("\n") if line]
    else:
        texts = [path.read_text(encoding="utf-8") for path in ARTICLES]
    size = sum(map(len, texts))
    ours = size / _seconds(lambda text: parse_document(read_text(text, published=date(2017, 9, 2)), gazetteer), texts)
    print(f"whole parse: {ours:,.0f} characters a second of {size:,}")
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: nothing to compare with", file=sys.stderr)
        return
    for call, search in (
        ("search_dates(text)", search_dates),
        ('search_dates(text, languages=["en"])', lambda text: search_dates(text, languages=["en"])),
    ):
        theirs = size / _seconds(search, texts)
        print(f"dateparser's {call}: {theirs:,.0f} characters a second; ours is {ours / theirs:.1f} times as fast")


def _seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """Processor time of every text once, after one of our articles that loads what both need."""
    work(ARTICLES[0].read_text(encoding="utf-8"))
    begun = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
