"""Formulas of the web: lines that many sites put around their articles, in several languages.

They are data (`formulas.tsv`), one row a formula: what it shows a paragraph to be, its language, whether it
stands after the end of a story, the pattern a whole paragraph must match, and an example. Only wording used
by many sites belongs there.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import cast

from timeline_app.model import ZoneKind

LONGEST = 6_000
"""Characters of a paragraph that a formula may have (a legal notice); no longer one is tried."""

# "[Zero Hedge](#)" -> "Zero Hedge"
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_DECORATION = re.compile(r"^[\s*_#>»›·•|\\-]{1,20}|[\s*_»›|\\]{1,20}$")


@dataclass(frozen=True, slots=True)
class Formula:
    """One row of the table."""

    kind: ZoneKind
    language: str
    ends: bool
    pattern: re.Pattern[str]
    example: str


@cache
def formulas() -> tuple[Formula, ...]:
    """Every formula known, in the order they are tried."""
    table = resources.files("timeline_app.documents").joinpath("formulas.tsv").read_text(encoding="utf-8")
    return tuple(
        Formula(
            cast(ZoneKind, row["kind"]),
            row["language"],
            row["ends"] == "yes",
            re.compile(row["pattern"], re.IGNORECASE | re.DOTALL),
            row["example"],
        )
        for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )


def match_formula(paragraph: str) -> Formula | None:
    """The first formula a whole paragraph is, or None."""
    return _match(bare(paragraph)) if len(paragraph) <= LONGEST else None


@lru_cache(maxsize=2_048)
def _match(words: str) -> Formula | None:
    return next((formula for formula in formulas() if formula.pattern.fullmatch(words)), None)


def bare(paragraph: str) -> str:
    """A paragraph without link targets, list marks and emphasis around it, white space made plain.

    >>> bare("**» Read more: [Convoy](#)**")
    'Read more: Convoy'
    """
    return " ".join(_DECORATION.sub("", _LINK.sub(r"\1", paragraph)).split())
