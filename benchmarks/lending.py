"""Which place a story lends to what names none: how often the right one, and the weights it rests on.

    python benchmarks/lending.py score 88 89 90   what the rules hand on, and what is lent, in folders of articles
    python benchmarks/lending.py fit 08 09 10     the weights for timeline_app/events/lending/weights.toml
    python benchmarks/lending.py cross 08 09 10   as score, each eighth of the folders by weights of the others

The folders are those of benchmarks/articles. An event counts where its words name no place finer than a wide area,
the rules hand one on, and a reader's gold places it.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from timeline_app import load_gazetteer
from timeline_app.documents import read_text
from timeline_app.events import extract
from timeline_app.events.lending import choice
from timeline_app.events.lending.story import Story, Telling
from timeline_app.geo import Gazetteer, distance_km
from timeline_app.model import Where
from timeline_app.pipeline import parse_document

ARTICLES = Path(__file__).parent / "articles"
RIDGE = 1.0
"""How far weights are drawn to 0 (Hoerl and Kennard 1970): few choices must not make a large one."""

ROUNDS = 2_000
STEP = 0.5
"""Rounds and step of the ascent, at whose end the second decimal of no weight moves."""

PARTS = 8


@dataclass(frozen=True)
class Choice:
    """One event whose words name no place.

    Attributes:
        folder: of its article.
        names: of the aspects.
        rows: options by aspects, first what the rules hand on.
        right: whether a reader puts it there.
    """

    folder: str
    names: list[str]
    rows: np.ndarray
    right: np.ndarray


def choices_of(name: str, gazetteer: Gazetteer) -> Iterator[Choice]:
    """The choices of a folder, as they are before anything is lent."""
    for line in (ARTICLES / name / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        text = (ARTICLES / name / gold["doc"]).read_text(encoding="utf-8")
        met: list[tuple[Telling, list[choice.Option]]] = []

        def record(
            story: Story,
            telling: Telling,
            where: tuple[Where, ...],
            met: list[tuple[Telling, list[choice.Option]]] = met,
        ) -> tuple[Where, ...]:
            if options := choice.options(story, telling, where):
                met.append((telling, options))
            return where

        document = read_text(text, published=date.fromisoformat(gold["published"]), name=gold["doc"])
        with patch.object(extract, "lend", record):
            parse_document(document, gazetteer)
        for telling, options in met:
            at = (_gold_item(telling, gold["events"]) or {}).get("place")
            if at is not None:
                right = np.array([_is_at(option.place, at) for option in options])
                rows = np.array([list(option.aspects.values()) for option in options])
                yield Choice(name, list(options[0].aspects), rows, right)


def _gold_item(telling: Telling, items: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The one happening whose anchor an event's words hold; None where they hold none or more."""
    words = _squeezed(telling.words)
    met = [item for item in items if (anchor := _squeezed(item["anchor"])) in words or words in anchor]
    return met[0] if len(met) == 1 else None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def _is_at(place: Where, gold: dict[str, Any]) -> bool:
    if place.lat is None or place.lon is None:
        return False
    return distance_km(place.lat, place.lon, gold["lat"], gold["lon"]) <= float(gold["km"])


# -- the weights ----------------------------------------------------------------------------------


def fit(choices: Sequence[Choice]) -> np.ndarray:
    """Weights of a conditional logit by the likelihood of all options that are right, drawn to 0."""
    able = [one for one in choices if one.right.any()]
    rows = np.concatenate([one.rows for one in able])
    right = np.concatenate([one.right for one in able]).astype(float)
    group = np.repeat(np.arange(len(able)), [len(one.right) for one in able])
    weights = np.zeros(rows.shape[1])
    pace = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chances = _shares(rows @ weights, group)
        among = chances * right
        among /= np.bincount(group, among)[group]
        slope = rows.T @ (among - chances) - RIDGE * weights
        pace += slope**2  # Adagrad (Duchi, Hazan and Singer 2011)
        weights += STEP * slope / np.sqrt(pace + 1e-12)
    return weights


def _shares(totals: np.ndarray, group: np.ndarray) -> np.ndarray:
    most = np.full(group[-1] + 1, -np.inf)
    np.maximum.at(most, group, totals)
    shares = np.exp(totals - most[group])
    whole: np.ndarray = np.bincount(group, shares)[group]
    return np.divide(shares, whole)


# -- what is chosen -------------------------------------------------------------------------------


def score(choices: Sequence[Choice], weights: np.ndarray) -> str:
    """A line that tells how often the rules and the choice are right."""
    ruled = chosen = better = worse = 0
    for one in choices:
        totals = one.rows @ weights
        best = int(np.argmax(totals))
        taken = best if totals[best] >= totals[0] + math.log(choice.MORE_LIKELY) else 0
        ruled += bool(one.right[0])
        chosen += bool(one.right[taken])
        better += bool(one.right[taken] and not one.right[0])
        worse += bool(one.right[0] and not one.right[taken])
    return f"{len(choices)} handed on by rule, {ruled} right; as chosen {chosen} right (+{better} -{worse})"


def _shipped(names: Sequence[str]) -> np.ndarray:
    return np.array([choice.weights()[name] for name in names])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("score", "fit", "cross"))
    parser.add_argument("folders", nargs="+", help="names of folders of benchmarks/articles")
    options = parser.parse_args()
    gazetteer = load_gazetteer()
    choices = [one for name in options.folders for one in choices_of(name, gazetteer)]
    names = choices[0].names
    if options.what == "score":
        print(score(choices, _shipped(names)))
    elif options.what == "fit":
        print("[weights]")
        for name, weight in zip(names, fit(choices), strict=True):
            print(f'"{name}" = {weight if not math.isclose(weight, 0, abs_tol=0.005) else 0.0:.2f}')
    else:
        for part in range(PARTS):
            held = set(options.folders[part::PARTS])
            weights = fit([one for one in choices if one.folder not in held])
            print(score([one for one in choices if one.folder in held], weights))


if __name__ == "__main__":
    main()
