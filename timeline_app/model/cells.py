"""The one door by which text goes into a table that a spreadsheet may open, and the way back."""

from __future__ import annotations

import re

# What a spreadsheet runs as a formula when a cell begins with it (OWASP, "CSV Injection"), perhaps guarded already.
_FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")


def guard_cell(text: str) -> str:
    """The text as a cell, behind an apostrophe where it would be run; `unguard_cell` takes it off.

    >>> guard_cell("=1+1"), guard_cell("'=1+1"), guard_cell("'tis")
    ("'=1+1", "''=1+1", "'tis")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard_cell(text: str) -> str:
    """The text that `guard_cell` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
