"""How well title, outlet and day are told from pages copied whole, and how much of their furniture is kept as story.

    python benchmarks/heads.py            all folders of benchmarks/articles
    python benchmarks/heads.py 23 24 -v   these folders, with what was read otherwise

`benchmarks/articles/heads.jsonl` has a line for each article, written by a reader who had not seen the rules.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline_app.documents import read_text
from timeline_app.model import Document

ARTICLES = Path(__file__).parent / "articles"


def main() -> None:
    """Print the counts, and with -v each article that was read otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", help="two digits each; none for all")
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for line in (ARTICLES / "heads.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        if options.folders and gold["folder"] not in options.folders:
            continue
        text = (ARTICLES / gold["folder"] / gold["doc"]).read_text(encoding="utf-8")
        document = read_text(text, name="article.txt")
        counts["articles"] += 1
        for word in _compared(gold, document, counts):
            if options.verbose:
                print(gold["folder"], gold["doc"], word)
    told = {name: counts[name] for name in sorted(counts) if name != "articles"}
    print(f"{counts['articles']} articles;", "; ".join(f"{name} {number}" for name, number in told.items()))


def _compared(gold: dict[str, Any], document: Document, counts: Counter[str]) -> Iterator[str]:
    """What was read otherwise; everything is counted."""
    right = _plain(document.title) == _plain(gold["title"])
    counts["title right" if right else "title otherwise"] += 1
    if not right:
        yield f"title {document.title!r}, not {gold['title']!r}"
    outlet = _outlet(document.publisher, gold)
    counts[f"outlet {outlet}"] += 1
    if outlet == "wrong":
        yield f"outlet {document.publisher!r}, not {gold['outlet']!r}"
    day = str(document.published) if document.published else None
    told = "right" if day == gold["day"] else "missed" if day is None else "wrong"
    counts[f"day {told}"] += 1
    if told != "right":
        yield f"day {day}, not {gold['day']} ({gold['day_words']!r})"
    for words in gold["not_story"]:
        kept = _is_story(document, words)
        counts["furniture kept as story" if kept else "furniture left out"] += 1
        if kept:
            yield f"kept {words!r}"
    if not _is_story(document, gold["title"]):
        counts["title cut"] += 1
        yield f"title cut: {gold['title']!r}"


def _outlet(publisher: str, gold: dict[str, Any]) -> str:
    """Whether it is the outlet, or the source or author it names, or none, or wrong."""
    plain = _plain(publisher)
    if plain == _plain(gold["outlet"]):
        return "right"
    if not plain:
        return "missed"
    return "its source" if plain in {_plain(gold.get("source") or ""), _plain(gold["author"])} else "wrong"


def _is_story(document: Document, words: str) -> bool:
    """Whether some words stand in what events are read from."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), document.text) if words else None
    if found is None:
        return False
    middle = (found.start() + found.end()) // 2
    return any(zone.start <= middle < zone.end for zone in document.zones if zone.kind in ("body", "headline"))


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


if __name__ == "__main__":
    main()
