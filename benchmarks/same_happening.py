"""How well pairs of reports of one happening are found: joined by rule, and offered to a person.

    python benchmarks/same_happening.py score 19 20 21 22  what is found in these folders of benchmarks/articles
    python benchmarks/same_happening.py fit 08 09 10       the weights for timeline_app/merge/likeness/chance.toml

Each folder's `merges.json` lists pairs of sentences that tell one happening ("same") and pairs that a hasty program
takes for one ("different"). A pair counts where an event was read from both sentences. What is offered and stands in
neither list may be right or wrong; it counts as wrong.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.geo import Gazetteer
from timeline_app.merge import merge
from timeline_app.merge.joining.proposals import propose
from timeline_app.merge.likeness.chance import aspects
from timeline_app.merge.likeness.marks import Rarity
from timeline_app.merge.likeness.pairs import likely_pairs
from timeline_app.merge.telling.days import GAP_DAYS, days_apart
from timeline_app.model import Event
from timeline_app.pipeline import parse_document

ARTICLES = Path(__file__).parent / "articles"
RIDGE = 1.0
"""How far weights are drawn to 0 (Hoerl and Kennard 1970): few pairs must not make a large one."""

Pair = frozenset[str]


@dataclass(frozen=True)
class Folder:
    """One folder, read.

    Attributes:
        name: of the folder.
        events: of all its documents, apart.
        same: pairs of event ids, those of each line of `merges.json` together.
        different: the same.
    """

    name: str
    events: list[Event]
    same: list[set[Pair]]
    different: list[set[Pair]]


def read_folder(name: str, gazetteer: Gazetteer) -> Folder:
    """Read the documents of a folder and find the events of its pairs."""
    gold = json.loads((ARTICLES / name / "merges.json").read_text(encoding="utf-8"))
    events: list[Event] = []
    spans: dict[str, list[tuple[int, int, str]]] = {}
    texts = {}
    for document, published in gold["published"].items():
        text = (ARTICLES / name / document).read_text(encoding="utf-8")
        found = parse_document(read_text(text, published=date.fromisoformat(published), name=document), gazetteer)
        texts[document] = _squeezed(text)
        spans[document] = [(*_span(texts[document], event.reports[0].quote), event.id) for event in found]
        events += found

    def told(document: str, anchor: str) -> list[str]:
        first, last = _span(texts[document], anchor)
        return [id_ for start, end, id_ in spans[document] if start >= 0 and start < last and first < end]

    def pairs(kind: str) -> list[set[Pair]]:
        lines = [(told(*line["a"]), told(*line["b"])) for line in gold[kind]]
        met = [{frozenset((a, b)) for a in mine for b in theirs if a != b} for mine, theirs in lines]
        return [pairs for pairs in met if pairs]

    return Folder(name, events, pairs("same"), pairs("different"))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.find(_squeezed(words))
    return start, start + len(_squeezed(words))


# -- the weights ----------------------------------------------------------------------------------


def fit(folders: Sequence[Folder]) -> str:
    """The weights, as TOML."""
    names, rows, same = [], [], []
    for told, is_same in _rows(folders):
        names = list(told)
        rows.append([float(value) for value in told.values()])
        same.append(float(is_same))
    weights = _logistic(np.array(rows), np.array(same))
    told = [f'"{name}" = {weight:.2f}' for name, weight in zip(names, weights, strict=False)]
    return "\n".join([f"bias = {weights[-1]:.2f}", "[weights]", *told])


def _rows(folders: Sequence[Folder]) -> Iterator[tuple[dict[str, float], bool]]:
    for folder in folders:
        rarity = Rarity.of(folder.events)
        same = set().union(*folder.same)
        for i, j in likely_pairs(folder.events, in_one_document=True):
            one, other = folder.events[i], folder.events[j]
            if days_apart(one, other) <= GAP_DAYS:
                yield aspects(one, other, rarity), frozenset((one.id, other.id)) in same


def _logistic(rows: np.ndarray, same: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression and, last, its bias, by Newton's method."""
    held = np.c_[rows, np.ones(len(rows))]
    drawn = np.eye(held.shape[1]) * RIDGE
    drawn[-1, -1] = 0.0
    weights = np.zeros(held.shape[1])
    for _ in range(100):
        share = 1 / (1 + np.exp(-held @ weights))
        bend = (held * (share * (1 - share))[:, None]).T @ held + drawn
        step = np.linalg.solve(bend, held.T @ (same - share) - drawn @ weights)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


# -- what is found --------------------------------------------------------------------------------


def score(folders: Sequence[Folder], least: Sequence[float]) -> Iterator[str]:
    """Lines that tell what was found."""
    total = sum(len(folder.same) for folder in folders)
    merged = {folder.name: merge(folder.events) for folder in folders}
    joined = {name: [_pairs([r.id for r in event.reports]) for event in made.events] for name, made in merged.items()}
    together = {name: set().union(*groups) for name, groups in joined.items()}
    right = sum(bool(line & together[folder.name]) for folder in folders for line in folder.same)
    wrong = sum(bool(line & together[folder.name]) for folder in folders for line in folder.different)
    hard = sum(len(folder.different) for folder in folders)
    yield f"joined by rule: {right} of {total} pairs of one happening, {wrong} of {hard} of two"
    for share in least:
        offered = found = hasty = sure = 0
        for folder in folders:
            made = merged[folder.name]
            same, different = (set().union(*lines) for lines in (folder.same, folder.different))
            reports = {event.id: [report.id for report in event.reports] for event in made.events}
            proposals = propose(made.events, made.judgements, share)
            given = [{frozenset((a, b)) for a in reports[p.one] for b in reports[p.other]} for p in proposals]
            offered += len(given)
            sure += sum(bool(pairs & same) for pairs in given)
            hasty += sum(bool(pairs & different) and not pairs & same for pairs in given)
            reach = together[folder.name].union(*given)
            found += sum(bool(line & reach) for line in folder.same)
        yield (
            f"offered from a chance of {share}: {offered} pairs, {sure} of one happening ({sure / max(1, offered):.0%})"
            f", {hasty} of two; with those joined by rule {found} of {total} lines ({found / max(1, total):.0%})"
        )


def _pairs(ids: Sequence[str]) -> set[Pair]:
    return {frozenset((a, b)) for a in ids for b in ids if a != b}


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("score", "fit"))
    parser.add_argument("folders", nargs="+", help="names of folders of benchmarks/articles")
    options = parser.parse_args()
    gazetteer = load_gazetteer()
    folders = [read_folder(name, gazetteer) for name in options.folders]
    if options.what == "fit":
        print(fit(folders))
        return
    for line in score(folders, (0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7)):
        print(line)


if __name__ == "__main__":
    main()
