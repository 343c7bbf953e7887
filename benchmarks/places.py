"""Predictions for a file of place benchmarks, in the row shape of ../shared/bench/score.py, and the speed.

    python benchmarks/places.py ../shared/bench/geo/lgl.dev.jsonl out.jsonl
    python ../shared/bench/score.py geo ../shared/bench/geo/lgl.dev.jsonl out.jsonl

`--compare` needs flashgeotext (`pip install flashgeotext`, MIT); it is no dependency of ours.

Files with texts and toponyms are geoparsed, `ucdp_syria_places` rows are looked up by name (with
`--admin1` by name and governorate), and event files (`incidents`) give the places of a headline.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from timeline_app.geo import Gazetteer, find_places, load_gazetteer

Row = dict[str, Any]

COARSE_KM = 30.0
"""A headline that names a place and its province means the place: governorates and countries are larger than this."""


def main() -> None:
    """Write predictions and print characters per second."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--compare", action="store_true", help="characters a second of flashgeotext too, same run")
    options.add_argument("--admin1", action="store_true", help="give look-ups the row's governorate")
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.gold.read_text(encoding="utf-8").split("\n") if line]
    began = time.perf_counter()
    gazetteer = load_gazetteer()
    loaded = time.perf_counter()
    predict = _predictor(rows[0], gazetteer, chosen.admin1)
    lines = [json.dumps({"doc_id": row["doc_id"], **predict(row)}, ensure_ascii=False) for row in rows]
    took = time.perf_counter() - loaded
    chosen.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    size = sum(len(row.get("text") or row.get("name", "")) for row in rows)
    print(f"load {loaded - began:.3f} s; {size:,} characters in {took:.2f} s: {size / took:,.0f} a second",
          file=sys.stderr)  # fmt: skip
    if chosen.compare:
        _compare([row["text"] for row in rows], gazetteer)


def _compare(texts: list[str], gazetteer: Gazetteer) -> None:
    """Ours and flashgeotext in turns over the same texts, best of three; all names are warm in both."""
    from flashgeotext.geotext import GeoText

    theirs = GeoText()
    best = {"ours": float("inf"), "flashgeotext": float("inf")}
    for _ in range(3):
        for name, find in (("ours", lambda text: find_places(text, gazetteer)), ("flashgeotext", theirs.extract)):
            began = time.process_time()
            for text in texts:
                find(text)
            best[name] = min(best[name], time.process_time() - began)
    size = sum(map(len, texts))
    ours, other = (size / best[name] for name in ("ours", "flashgeotext"))
    print(f"ours {ours:,.0f} a second, flashgeotext {other:,.0f}: {ours / other:.1f} times", file=sys.stderr)


def _predictor(sample: Row, gazetteer: Gazetteer, with_admin1: bool) -> Callable[[Row], Row]:
    if "toponyms" in sample:
        return lambda row: {"toponyms": _toponyms(row["text"], gazetteer)}
    if "incidents" in sample:
        return lambda row: {"dates": [], "places": _points(row["text"], gazetteer)}
    return lambda row: _looked_up(row, gazetteer, with_admin1)


def _toponyms(text: str, gazetteer: Gazetteer) -> list[Row]:
    found = []
    for mention in find_places(text, gazetteer):
        row: Row = {"start": mention.start, "end": mention.end, "name": mention.text, "type": mention.use}
        if mention.place is not None:
            row |= {"lat": mention.place.lat, "lon": mention.place.lon}
        found.append(row)
    return found


def _points(text: str, gazetteer: Gazetteer) -> list[Row]:
    """Where it happened: places before the divisions and countries that hold them, else in the order told."""
    named = (mention.place for mention in find_places(text, gazetteer) if mention.use == "place")
    places = sorted((place for place in named if place is not None), key=lambda place: place.radius_km > COARSE_KM)
    return [{"lat": place.lat, "lon": place.lon} for place in places]


def _looked_up(row: Row, gazetteer: Gazetteer, with_admin1: bool) -> Row:
    found = gazetteer.lookup(row["name"], country="SY", admin1=row["adm1"] if with_admin1 else None)
    return {"lat": found[0].place.lat, "lon": found[0].place.lon} if found else {}


if __name__ == "__main__":
    main()
