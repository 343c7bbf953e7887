"""The one door by which text goes into a table that a spreadsheet may open, and the way back."""

from __future__ import annotations

import re

# What a spreadsheet runs as a formula when a cell begins with it (OWASP, "CSV Injection"), perhaps guarded already.
_FORMULA = re.compile(r"[\s']*[=+\-@\t\r\n＝＋－＠]")


# What a spreadsheet takes for a number and cannot give back: 16 digits have 15 then, "12e4" has become 120000. Ids of
# ours are 16 hexadecimal digits, one in seven hundred of this kind.
_NUMBER = re.compile(r"'*(?:\d{12,}|\d+[eE]\d+)")


def guard_cell(text: str, is_typed: bool = True) -> str:
    """The text as a cell, behind an apostrophe where it would be run; `unguard_cell` takes it off.

    Args:
        text: the words.
        is_typed: whether the file says what is text, as a workbook does; of a csv, numbers that a spreadsheet
            would spoil are guarded too.

    >>> guard_cell("=1+1"), guard_cell("'=1+1"), guard_cell("'tis"), guard_cell("1234567890123456", is_typed=False)
    ("'=1+1", "''=1+1", "'tis", "'1234567890123456")
    """
    spoilt = _NUMBER.fullmatch(text) and (not is_typed or text.startswith("'"))
    return f"'{text}" if _FORMULA.match(text) or spoilt else text


def unguard_cell(text: str) -> str:
    """The text that `guard_cell` was given."""
    is_guarded = text.startswith("'") and (_FORMULA.match(text[1:]) or _NUMBER.fullmatch(text[1:]))
    return text[1:] if is_guarded else text
