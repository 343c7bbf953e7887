"""Write predictions for the temporal benchmark files and say how fast they were made.

    python benchmarks/temporal.py GOLD.jsonl PRED.jsonl [--compare]

GOLD rows are `{doc_id, dct, text}` (more is ignored), PRED rows `{doc_id, timex: [{start, end, text,
type, value}]}`. With --compare the same texts go through dateparser, where it is installed.
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

from timeline_app.temporal import find_dates

Row = dict[str, Any]


def main() -> None:
    """Read, predict, write, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--compare", action="store_true", help="time dateparser too, where it is installed")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    find_dates("warm up on 28 August 2017", None)
    ours = _timed("timeline_app", rows, _predict)
    options.pred.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ours), "utf-8")
    if options.compare:
        _compare(rows)


def _timed(name: str, rows: list[Row], predict: Callable[[Row], Row]) -> list[Row]:
    """All predictions; characters per second go to standard error."""
    characters = sum(len(row["text"]) for row in rows)
    begin = time.perf_counter()
    predictions = [predict(row) for row in rows]
    seconds = time.perf_counter() - begin
    print(f"{name}: {characters / seconds:,.0f} characters per second", file=sys.stderr)
    return predictions


def _predict(row: Row) -> Row:
    published = date.fromisoformat(row["dct"]) if row.get("dct") else None
    mentions = find_dates(row["text"], published)
    timex = [
        {"start": m.start, "end": m.end, "text": m.text, "type": m.timex_type, "value": m.timex_value} for m in mentions
    ]
    return {"doc_id": row["doc_id"], "timex": timex}


def _compare(rows: list[Row]) -> None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        print("dateparser is not installed: nothing to compare with", file=sys.stderr)
        return

    def predict(row: Row) -> Row:
        return {"doc_id": row["doc_id"], "timex": search_dates(row["text"], languages=["en"]) or []}

    _timed("dateparser", rows, predict)


if __name__ == "__main__":
    main()
