"""A date as a person types it: what it is taken for, in words, before anything is saved."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.imports.cells import read_date
from timeline_app.model import When
from timeline_app.temporal import find_dates
from timeline_app.views import visible, when_label

EXAMPLES = (
    "2017-08-30", "2017-08", "2017", "2017-08-16/2017-08-23", "[2017-08-16..2017-08-23]", "[2017-08-28,2017-09-08]",
    "2017-08-28~", "2017-08-28?", "2017-08-1X", "2017-21", "2017-33", "199X", "18XX",
)  # fmt: skip
"""Forms of EDTF (ISO 8601-2) that are read, each shown with what it means."""

WORDS = (
    "30 August 2017",
    "late August 2017",
    "between 16 and 23 Aug 2017",
    "16-23 August 2017",
    "about 28 August 2017",
)
"""Words that are read as well and become EDTF."""

# "12 Sept": words, where "199X" and "2017-8X" are figures with letters for some
_WORD = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class EnteredDate:
    """What typed words mean as a date.

    Attributes:
        when: the date, None when nothing was typed or the words are no date, or may be several.
        meaning: one line for the person who typed.
        fault: what is wrong, with the likely mistake; "" when nothing is.
        readings: what it may be, where day and month cannot be told apart.
    """

    when: When | None
    meaning: str
    fault: str = ""
    readings: tuple[When, ...] = ()


def explain_date(text: str) -> EnteredDate:
    """What a typed date is taken for: EDTF, or words that are nothing but a date.

    >>> explain_date("2017-08-16/2017-08-23").meaning
    '16 to 23 August 2017: went on throughout'
    """
    if not text.strip():
        return EnteredDate(None, "Undated: no date is known.")
    try:
        when, _ = read_date(text)
    except ValueError as fault:
        why = _only_partly(text) or _with_words(str(fault))
        return EnteredDate(None, "", visible(why))
    if when.alternatives:
        readings = tuple(dict.fromkeys((when.with_(alternatives=()), *when.alternatives)))
        return EnteredDate(None, "", visible(_several(text, readings)), readings)
    become = "" if when.edtf == text.strip() else f" (kept as {when.edtf})"
    return EnteredDate(when, f"{_label(when)}: {meaning_of(when)}{become}")


def entered_date(text: str) -> When | None:
    """The date that was typed; None for nothing.

    Raises:
        ValueError: the words are no date or may be several, with the likely mistake.
    """
    read = explain_date(text)
    if read.fault:
        raise ValueError(read.fault)
    return read.when


def meaning_of(when: When) -> str:
    """What a date claims and what it leaves open."""
    if when.extent == "throughout" and not when.is_single_day:
        return "went on throughout"
    if when.is_single_day:
        return "on that day or near it" if when.approximate else "on that day"
    if when.precision in ("month", "season", "quarter", "year", "decade", "century") and "[" not in when.edtf:
        return f"some time in that {when.precision}{' or near it' if when.approximate else ''}; no day is claimed"
    return "on some day of these"


def _several(text: str, readings: Sequence[When]) -> str:
    """What a date may be whose day nobody can tell from its month: who types it knows which."""
    meant = " or ".join(when_label(one) for one in readings)
    return f"{text.strip()!r} may be {meant}: write {' or '.join(one.edtf for one in readings)}"


def _label(when: When) -> str:
    label = when_label(when).replace("about between", "roughly between")
    return label.replace(" – ", " to ").replace("–", " to ") if when.extent == "throughout" else label


def _with_words(fault: str) -> str:
    """What is wrong with a date in EDTF; where it is none at all, that words would do."""
    if "no date in EDTF" not in fault:
        return fault
    return f"{fault}. Words are read as well, such as {WORDS[0]} or {WORDS[1]}"


def _only_partly(text: str) -> str:
    """What is missing where words hold a date but are more, or less, than one."""
    shown = text.strip()
    in_figures = shown[:1].isdigit() and not _WORD.search(shown)
    mentions = [] if len(shown) > 80 or in_figures else find_dates(shown, None)
    dated = [mention for mention in mentions if mention.when is not None]
    if dated:
        part = dated[0].text
        return f"{shown!r} is not a date as a whole, only {part!r} in it is (likely mistake: a span needs both ends)"
    if mentions:
        return f"{shown!r} needs another day to be understood (likely mistake: the year is missing)"
    return ""
