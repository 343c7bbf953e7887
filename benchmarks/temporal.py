"""Write predictions for the temporal benchmark files, say how fast and how good they are, and keep the floors.

    python benchmarks/temporal.py GOLD.jsonl PRED.jsonl [--compare]
    python benchmarks/temporal.py --floors
    python benchmarks/temporal.py --ten-megabytes

GOLD rows are `{doc_id, dct, text}` (more is ignored), PRED rows `{doc_id, timex: [{start, end, text,
type, value}]}`. Where GOLD rows have `timex` too, F1 and DAY are printed. With --compare the same texts
go through dateparser in the same run, where it is installed. --floors reads our own rows
(`tests/temporal/rows`) and exits with 1 when a phenomenon falls below `benchmarks/floors/temporal.tsv`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests" / "temporal")]

from timeline_app.temporal import find_dates  # noqa: E402

Row = dict[str, Any]
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def main() -> int:
    """Read, predict, write, report; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("pred", type=Path, nargs="?")
    parser.add_argument("--compare", action="store_true", help="run dateparser too, where it is installed")
    parser.add_argument("--floors", action="store_true", help="our own rows against the floors")
    parser.add_argument("--ten-megabytes", action="store_true", help="time for 1 and for 10 MB of hostile text")
    options = parser.parse_args()
    if options.floors:
        return _floors()
    if options.ten_megabytes:
        return _ten_megabytes()
    if not (options.gold and options.pred):
        parser.error("GOLD and PRED are needed")
    rows = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    find_dates("warm up on 28 August 2017", None)
    ours, speed = _timed("timeline_app", rows, _predict)
    options.pred.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ours), "utf-8")
    if options.compare:
        _compare(rows, speed)
    return 0


def _timed(name: str, rows: list[Row], predict: Callable[[Row], Row]) -> tuple[list[Row], float]:
    """All predictions and characters per second; both are reported on standard error."""
    characters = sum(len(row["text"]) for row in rows)
    begin = time.perf_counter()
    predictions = [predict(row) for row in rows]
    speed = characters / (time.perf_counter() - begin)
    print(f"{name}: {speed:,.0f} characters per second", file=sys.stderr)
    if all("timex" in row for row in rows):
        print(f"{name}: {_figures(rows, predictions)}", file=sys.stderr)
    return predictions, speed


def _predict(row: Row) -> Row:
    published = date.fromisoformat(row["dct"]) if row.get("dct") else None
    mentions = find_dates(row["text"], published)
    timex = [
        {"start": m.start, "end": m.end, "text": m.text, "type": m.timex_type, "value": m.timex_value} for m in mentions
    ]
    return {"doc_id": row["doc_id"], "timex": timex}


def _compare(rows: list[Row], our_speed: float) -> None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: nothing to compare with", file=sys.stderr)
        return

    def predict(row: Row) -> Row:
        base = {"RELATIVE_BASE": datetime.fromisoformat(row["dct"])} if row.get("dct") else {}
        found = search_dates(row["text"], languages=["en"], settings=base) or []
        return {"doc_id": row["doc_id"], "timex": list(_placed(row["text"], found))}

    search_dates("warm up on 28 August 2017", languages=["en"])
    _, speed = _timed("dateparser", rows, predict)
    print(f"timeline_app is {our_speed / speed:.1f} times as fast", file=sys.stderr)


def _placed(text: str, found: list[tuple[str, datetime]]) -> list[Row]:
    """What dateparser answers as it comes, with offsets, each looked for after the one before.

    Its words may include a preposition ("on 3 May") and every answer is one day, also for a month or a
    year: strict and value F1 are therefore lower than where both are repaired afterwards.
    """
    placed, at = [], 0
    for words, moment in found:
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        placed.append({"start": start, "end": at, "text": words, "type": "DATE", "value": f"{moment:%Y-%m-%d}"})
    return placed


def _figures(rows: list[Row], predictions: list[Row]) -> str:
    """Relaxed, strict and value F1 and DAY in the manner of TempEval-3, pooled over the documents."""
    n: Counter[str] = Counter()
    for row, prediction in zip(rows, predictions, strict=True):
        stamps = [t for t in row["timex"] if t.get("is_dct")]
        gold = [t for t in row["timex"] if not t.get("is_dct") and not t.get("nested")]
        found = [t for t in prediction["timex"] if not any(_shared(t, stamp) > 0 for stamp in stamps)]
        n["gold"] += len(gold)
        n["found"] += len(found)
        n["days"] += sum(map(_is_day, gold))
        for a, b in _pairs(gold, found):
            right = bool(a["value"]) and _plain(a["value"]) == _plain(b["value"])
            n["relaxed"] += 1
            n["strict"] += (a["start"], a["end"]) == (b["start"], b["end"])
            n["value"] += right
            n["met days"] += _is_day(a)
            n["right days"] += _is_day(a) and right
    both = max(1, n["gold"] + n["found"])
    relaxed, strict, value = (f"{200 * n[k] / both:.1f}" for k in ("relaxed", "strict", "value"))
    day = f"{100 * n['right days'] / max(1, n['met days']):.1f}"
    of_all = f"{100 * n['right days'] / max(1, n['days']):.1f}"
    return f"F1 relaxed {relaxed}, strict {strict}, value {value}; DAY {day} of those found, {of_all} of all"


def _pairs(gold: list[Row], found: list[Row]) -> list[tuple[Row, Row]]:
    """Gold and found that overlap, one to one: equal spans first, then the longest overlap."""
    candidates = sorted(
        (-(a["start"] == b["start"] and a["end"] == b["end"]), -_shared(a, b), a["start"], i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if _shared(a, b) > 0
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return [(gold[i], found[j]) for i, j in pairs.items()]


def _shared(a: Row, b: Row) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def _is_day(timex: Row) -> bool:
    return timex["type"] == "DATE" and bool(DAY.fullmatch(timex["value"]))


def _plain(value: str) -> str:
    return re.sub(r"T(\d\d:\d\d):00$", r"T\1", (value or "").strip().upper())


def _floors() -> int:
    """Print the share of our own rows that is fully right, by phenomenon; 1 when one is below its floor."""
    from temporal_rows import read_rows

    lines = (HERE / "floors" / "temporal.tsv").read_text("utf-8").splitlines()
    floors = {name: float(least) for name, least in (x.split("\t") for x in lines if x and not x.startswith("#"))}
    rows, right = Counter[str](), Counter[str]()
    for row in read_rows():
        rows[row.phenomenon] += 1
        right[row.phenomenon] += row.found() == row.mentions
    shares = {name: right[name] / rows[name] for name in rows} | {"all": right.total() / rows.total()}
    low = [name for name in shares if shares[name] < floors.get(name, 1.0)]
    low += [name for name in floors if name not in shares]
    for name, share in shares.items():
        count = rows[name] or rows.total()
        print(f"{name:24} {count:4} rows {share:7.1%} right, floor {floors.get(name, 1.0):.1%}")
    for name in low:
        print(f"temporal: {name} is below its floor", file=sys.stderr)
    return 1 if low else 0


def _ten_megabytes() -> int:
    """Seconds for 1 and 10 MB of dates and near-dates; 1 when the time grows faster than the text does."""
    unit = "1,2/3 January, 12/12/ Mon. 5-the 20th of 1999, 7:30 May "

    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        find_dates(text, date(2017, 9, 2))
        return time.process_time() - begin

    small, large = seconds(1_000_000), seconds(10_000_000)
    print(f"1 MB: {small:.1f} s, 10 MB: {large:.1f} s, {large / small:.1f} times")
    return 1 if large > 15 * small else 0


if __name__ == "__main__":
    sys.exit(main())
