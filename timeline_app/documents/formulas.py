"""Formulas of the web: lines that many sites put around their articles, in several languages.

They are data (`formulas.tsv`), one row a formula: what it shows a paragraph to be, its language, whether it
stands after the end of a story, the pattern a whole paragraph must match, and an example. Only wording used
by many sites belongs there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import cast

from timeline_app.documents.beginnings import are_told, beginnings, held, lowered
from timeline_app.model import ZoneKind

LONGEST = 6_000
"""Characters of a paragraph that a formula may have (a legal notice); no longer one is tried."""

# "[Zero Hedge](#)" -> "Zero Hedge"
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_DECORATED = re.compile(r"[\s*_#>»›·•|\\-]")
_DECORATION = re.compile(r"^[\s*_#>»›·•|\\-]{1,20}|[\s*_»›|\\]{1,20}$")


@dataclass(frozen=True, slots=True)
class Formula:
    """One row of the table."""

    kind: ZoneKind
    language: str
    ends: bool
    pattern: re.Pattern[str]
    example: str


_NO_DEED = (
    r"(?!.*\b(?:killed|killing|shot|dead|died|wounded|injured|arrested|detained|kidnapped|abducted|murdered|gunmen|shells?"
    r"|shelled|bombed|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b)"
)
"""What a pattern with "(?#no deed)" refuses: a paragraph that tells of violence or of a day is none of the page's."""


@cache
def formulas() -> tuple[Formula, ...]:
    """Every formula known, in the order they are tried."""
    table = resources.files("timeline_app.documents").joinpath("formulas.tsv").read_text(encoding="utf-8")
    return tuple(
        Formula(
            cast(ZoneKind, row["kind"]),
            row["language"],
            row["ends"] == "yes",
            re.compile(row["pattern"].replace("(?#no deed)", _NO_DEED), re.IGNORECASE | re.DOTALL),
            row["example"],
        )
        for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def match_formula(paragraph: str) -> Formula | None:
    """The first formula a whole paragraph is, or None."""
    return _match(bare(paragraph)) if len(paragraph) <= LONGEST else None


@lru_cache(maxsize=2_048)
def _match(words: str) -> Formula | None:
    return next((formula for formula in _possible(words) if formula.pattern.fullmatch(words)), None)


_KEY = 3
"""Letters of a paragraph's beginning by which formulas are told apart."""


@dataclass(frozen=True, slots=True)
class _Index:
    """The formulas by how they begin: of some 130 a paragraph begins as two or three do.

    Attributes:
        by_beginning: numbers of the formulas that may begin with up to `_KEY` letters.
        by_word: words, each with the number of a formula that may begin with anything but holds one of its words.
        others: numbers of all others.
    """

    by_beginning: dict[str, list[int]]
    by_word: list[tuple[str, int]]
    others: list[int]


def _possible(words: str) -> Iterable[Formula]:
    """The formulas that a paragraph may be, in the order of the table."""
    known, low = formulas(), lowered(words)
    if low is None or not are_told(low[:_KEY]):
        return known
    index = _index()
    numbers = index.others + [number for word, number in index.by_word if word in low]
    for length in range(1, _KEY + 1):
        numbers += index.by_beginning.get(low[:length], ()) if len(low) >= length else ()
    return [known[number] for number in sorted(set(numbers))]


@cache
def _index() -> _Index:
    index = _Index({}, [], [])
    for number, formula in enumerate(formulas()):
        begins = beginnings(formula.pattern.pattern)
        words = held(formula.pattern.pattern) if begins is None else None
        if begins is not None:
            for beginning in {one[:_KEY] for one in begins}:
                index.by_beginning.setdefault(beginning, []).append(number)
        elif words is not None:
            index.by_word.extend((word, number) for word in sorted(words))
        else:
            index.others.append(number)
    return index


def bare(paragraph: str) -> str:
    """A paragraph without link targets, list marks and emphasis around it, white space made plain.

    >>> bare("**» Read more: [Convoy](#)**")
    'Read more: Convoy'
    """
    return _bare(paragraph) if len(paragraph) <= LONGEST else _bare.__wrapped__(paragraph)


@lru_cache(maxsize=2_048)
def _bare(paragraph: str) -> str:
    words = _LINK.sub(r"\1", paragraph) if "](" in paragraph else paragraph
    if _DECORATED.match(words) or _DECORATED.match(words, len(words) - 1):
        words = _DECORATION.sub("", words)
    return " ".join(words.split())
